"""The day a document is judged at, and how far a figure may be off."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from capexcalc.cache.store import Store, shipped_root
from capexcalc.commands.check import TOLERANCE, CheckedDocument, check
from capexcalc.documents.documents import Document
from capexcalc.finance.spending import SpendingPeriod
from capexcalc.finance.spending_series import spending_series
from capexcalc.output.wording.documents import worded
from capexcalc.rates.book import RateBook

BOOK = RateBook(Store([shipped_root()]), today=date(2026, 11, 1))
MAY = date(2024, 5, 6)  # 1 EUR = 1.0776 USD


def checked(text: str, *, on: date | None = MAY, given: date | None = None) -> CheckedDocument:
    return check([Document("a", text, "en", given)], book=BOOK, on=on).result.documents[0]


def verdict(text: str) -> str:
    (claim,) = worded(checked(text)).claims
    return claim.verdict


@pytest.mark.parametrize(
    ("on", "given", "as_of", "from_"),
    [
        (MAY, date(2025, 2, 24), MAY, "option"),
        (None, date(2025, 2, 24), date(2025, 2, 24), "given"),
        (None, None, date(2023, 9, 1), "text"),
    ],
)
def test_a_day_asked_for_wins_over_the_one_given_and_that_over_the_text_s(
    on: date | None, given: date | None, as_of: date, from_: str
) -> None:
    found = checked("LONDON, 1 September 2023 - It paid 100m euros.", on=on, given=given)
    assert (found.as_of, found.as_of_from) == (as_of, from_)


def test_two_percent_off_is_close_and_more_is_wrong() -> None:
    assert Decimal("0.02") == TOLERANCE
    for a_year, found in (("102", "close"), ("102.1", "refuted"), ("98", "close"), ("97.9", "refuted")):
        words = f"It will spend 300.000bn euros over three years, or {a_year}bn euros a year."
        assert verdict(words) == found


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("Last year", "supported"),  # a dollar of 2023 was dearer
        ("Over the past twelve months", "supported"),
        ("Over the past 13 months", "supported"),
        ("Over the past ten years", "supported"),
        ("More than in the past ten years", "refuted"),  # the money itself is of today
        ("Over the next ten years", "refuted"),
    ],
)
def test_money_of_the_past_is_judged_at_the_rates_since_then(when: str, found: str) -> None:
    assert verdict(f"{when} it paid 100m euros ($112.2m).") == found


def test_an_amount_that_begins_a_sentence_is_no_year() -> None:
    # In 2019, 2,019 dollars were 1,803 euros.
    assert verdict("In 2019 the price was $2,018 (1,803 euros).") == "supported"
    assert verdict("$2019 was the price (1,803 euros).") == "refuted"


@pytest.mark.parametrize(("end", "named"), [(MAY, []), (date(2024, 5, 7), ["later_periods"])])
def test_a_period_that_ends_on_the_day_has_ended(end: date, named: list[str]) -> None:
    rows = [
        SpendingPeriod(date(year, 5, 7), day, "year", Decimal(5), "reports", f"f.csv:{year}")
        for year, day in ((2022, date(2023, 5, 6)), (2023, end))
    ]
    prior = spending_series("EUR", rows)
    text = "It will spend 300bn euros over three years, or 100bn euros a year."
    outcome = check([Document("a", text)], book=BOOK, on=MAY, prior=prior)
    assert [notice.code for notice in outcome.warnings] == named
