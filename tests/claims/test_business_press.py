"""Business news of the western press, as tests/corpus/business-press.toml has it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from capexcalc.rates.book import RateBook

from .test_charity import verdicts

CORPUS = tomllib.loads((Path(__file__).parent.parent / "corpus" / "business-press.toml").read_text("utf-8"))
BOUND = [(kind, row) for kind in ("change", "share") for row in CORPUS[kind]]


def name(row: object) -> str:
    return f"{row['lang']}: {row['text'][:40]}" if isinstance(row, dict) else str(row)


@pytest.mark.parametrize(("kind", "row"), BOUND, ids=name)
def test_what_the_words_bind_is_found_and_judged(book: RateBook, kind: str, row: dict[str, str]) -> None:
    for figure, verdict in (("right", "supported"), ("wrong", "refuted")):
        assert verdicts(book, row["text"].format(row[figure]), row["lang"]) == [(kind, verdict)]


@pytest.mark.parametrize("row", CORPUS["loose"], ids=name)
def test_what_is_bound_loosely_is_no_charge(book: RateBook, row: dict[str, str]) -> None:
    found = verdicts(book, row["text"].format(row["right"]), row["lang"])
    assert {verdict for _, verdict in found} == {"supported"}
    assert verdicts(book, row["text"].format(row["wrong"]), row["lang"]) == []


@pytest.mark.parametrize("row", CORPUS["part_of_part"], ids=name)
def test_a_part_of_a_part_is_not_the_share_told_before(book: RateBook, row: dict[str, str]) -> None:
    assert verdicts(book, row["text"], row["lang"]) == [("share", "supported")]
