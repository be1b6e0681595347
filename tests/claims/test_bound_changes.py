"""Changes told in a clause or a sentence after the two sums they are of, in many languages."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from capexcalc.commands.check import check
from capexcalc.documents.document import Document
from capexcalc.rates.book import RateBook

DAY = date(2025, 6, 12)
TOLD = tomllib.loads((Path(__file__).parents[1] / "corpus" / "bound-changes.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", TOLD["change"], ids=lambda case: case["text"])
def test_a_change_is_told_right_and_wrong(case: dict[str, str], book: RateBook) -> None:
    assert _verdicts(case["text"].format(case["right"]), case["lang"], book) == {"supported"}
    assert _verdicts(case["text"].format(case["wrong"]), case["lang"], book) == {"refuted"}


@pytest.mark.parametrize("case", TOLD["look_alike"], ids=lambda case: case["text"])
def test_what_may_be_of_another_thing_accuses_nobody(case: dict[str, str], book: RateBook) -> None:
    assert "refuted" not in _verdicts(case["text"], case["lang"], book)


def test_a_share_said_in_words_and_figures_is_one(book: RateBook) -> None:
    told = "Kutipan mencecah RM35 juta. Jumlah itu bertambah suku atau 25 peratus berbanding RM28 juta."
    assert _verdicts(told, "ms", book) == {"supported"}


def _verdicts(text: str, language: str, book: RateBook) -> set[str]:
    (checked,) = check([Document("article", text, lang=language)], book=book, on=DAY).result.documents
    return {each.finding.verdict for each in checked.claims if each.claim.kind == "change"}
