"""Announcements as newsrooms tell them, five a language: every claim found and judged, and no other.

tests/corpus/announcements has one file a language; what each claim states and its verdict were worked out by
hand.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from capexcalc.claims.verdicts.checked_claim import CheckedClaim
from capexcalc.reading.lexicon import languages

FOLDER = Path(__file__).parent.parent / "corpus" / "announcements"
FILES = {file.stem: tomllib.loads(file.read_text("utf-8"))["announcement"] for file in FOLDER.glob("*.toml")}
CASES = [
    pytest.param(case, id=f"{language}-{n}")
    for language, cases in sorted(FILES.items())
    for n, case in enumerate(cases, 1)
]


@pytest.mark.parametrize("case", CASES)
def test_every_claim_of_an_announcement_is_found_and_judged_and_no_other(
    case: dict[str, Any], announced
) -> None:
    assert sorted(announced(case["text"])) == sorted(map(tuple, case["claims"]))


def test_every_language_has_five_announcements_with_something_wrong_in_them() -> None:
    assert set(FILES) == set(languages())
    for language, cases in FILES.items():
        verdicts = [claim[-1] for case in cases for claim in case["claims"]]
        assert len(cases) >= 5, language
        assert verdicts.count("refuted") >= 2, language


@pytest.fixture
def announced(checked):
    """The claims of a text as the corpus writes them: kind, subject, what is stated of it, verdict."""

    def run(text: str) -> list[tuple[str, str, str, str]]:
        return [_row(claim) for claim in checked(text)]

    return run


def _row(claim: CheckedClaim) -> tuple[str, str, str, str]:
    found = claim.claim
    if found.parts:
        stated = " + ".join(part.text for part in found.parts)
    else:
        said = found.proportion or found.object
        stated = "" if said is None else said.text
    return found.kind, found.subject.text, stated, claim.finding.verdict
