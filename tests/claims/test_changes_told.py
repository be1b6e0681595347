"""Rises and falls told before their two sums, before the sentence with one of them, as money, in times."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from capexcalc.commands.check import check
from capexcalc.documents.document import Document
from capexcalc.rates.book import RateBook

DAY = date(2025, 10, 14)
TOLD = tomllib.loads((Path(__file__).parents[1] / "corpus" / "changes-told.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", TOLD["change"], ids=lambda case: case["text"])
def test_a_change_is_told_right_and_wrong(case: dict[str, str], book: RateBook) -> None:
    assert _verdicts(case["text"].format(case["right"]), case["lang"], book) == {"supported"}
    assert "refuted" in _verdicts(case["text"].format(case["wrong"]), case["lang"], book)


@pytest.mark.parametrize("case", TOLD["look_alike"], ids=lambda case: case["text"])
def test_what_may_be_of_another_thing_accuses_nobody(case: dict[str, str], book: RateBook) -> None:
    assert "refuted" not in _verdicts(case["text"], case["lang"], book)


def _verdicts(text: str, language: str, book: RateBook) -> set[str]:
    (checked,) = check([Document("article", text, lang=language)], book=book, on=DAY).result.documents
    return {each.finding.verdict for each in checked.claims if each.claim.kind == "change"}
