"""Every worked case of tests/corpus/claims.toml comes out as worked out there."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest

from capexcalc.claims.claim import KindName
from capexcalc.finance.spending import SpendingSeries

CASES = tomllib.loads((Path(__file__).parent.parent / "corpus" / "claims.toml").read_text("utf-8"))["claim"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']}: {case['text'][:40]}")
def test_worked_case(case: dict[str, Any], claims_of, past: SpendingSeries) -> None:
    found = [c for c in claims_of(case["text"], prior=past) if c.kind == case["kind"]]
    assert len(found) == 1, found
    (claim,) = found
    assert (claim.verdict, claim.hint.code if claim.hint else None) == (case["verdict"], case.get("hint")), (
        claim
    )
    assert case.get("says", "") in claim.citation
    assert claim.steps or claim.verdict == "not_enough_info"


def test_every_kind_and_every_hint_has_a_case_in_both_languages() -> None:
    kinds = {case["kind"] for case in CASES}
    assert kinds == set(get_args(KindName)) - {"rate"}
    hints = {case["hint"] for case in CASES if "hint" in case}
    assert hints == {
        "wrong_scale", "wrong_currency", "other_date", "inverted_rate",
        "annual_for_total", "other_span", "other_definition",
    }  # fmt: skip
