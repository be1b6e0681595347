"""Official rates that the market had left are told as such on the days of the table, and on no other."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from capexcalc.commands.notices import rate_notices
from capexcalc.money.currencies import is_currency
from capexcalc.money.periods import Period
from capexcalc.rates.book import RateBook
from capexcalc.rates.legal_facts import facts
from capexcalc.rates.official import official, official_between, official_turns


def told(book: RateBook, base: str, quote: str, on: str) -> list[str]:
    found = rate_notices(book.quote(base, quote, date.fromisoformat(on)))
    return [each.message for each in found if each.code == "official_rate"]


def test_a_rate_that_the_market_was_far_from_is_told_with_its_authority(shipped: RateBook) -> None:
    (said,) = told(shipped, "IRR", "USD", "2025-12-10")
    assert said.startswith("IRR is at an official rate, which the market was far from: Central Bank")
    assert told(shipped, "USD", "IRR", "2025-12-10") == [said]
    assert told(shipped, "TMT", "USD", "2024-05-08")  # a peg is a rate as well


@pytest.mark.parametrize(
    ("code", "inside", "outside"),
    [
        ("IRR", "2026-01-13", "2026-01-14"),
        ("LBP", "2024-02-14", "2024-02-15"),
        ("NGN", "2023-06-13", "2023-06-14"),
        ("ARS", "2019-09-01", "2019-08-31"),
        ("ETB", "2024-07-28", "2024-07-29"),
        ("ZMW", "", "2024-07-28"),
    ],
)
def test_it_is_told_on_the_days_of_the_table_alone(
    shipped: RateBook, code: str, inside: str, outside: str
) -> None:
    assert not inside or told(shipped, code, "EUR", inside)
    assert told(shipped, code, "EUR", outside) == []


def test_a_mean_over_such_days_is_told_as_well(shipped: RateBook) -> None:
    mean = shipped.average("USD", "NGN", Period(date(2023, 1, 1), date(2023, 12, 31)))
    assert [each.currency for each in official(mean)] == ["NGN"]
    later = shipped.average("USD", "NGN", Period(date(2023, 7, 1), date(2023, 12, 31)))
    assert list(official(later)) == []


def test_an_old_name_has_the_rates_of_its_time(shipped: RateBook) -> None:
    assert told(shipped, "SYP", "USD", "2024-12-31") == told(shipped, "SYP", "USD", "2012-01-04")
    assert [each.currency for each in official_between("VES", "USD", "nbp", *[date(2015, 1, 1)] * 2)] == [
        "VEF"
    ]


def test_a_newsroom_s_own_rates_and_legal_ones_are_no_official_rates() -> None:
    days = [date(2025, 1, 1)] * 2
    assert list(official_between("IRR", "USD", "newsroom", *days)) == []
    assert list(official_between("VEF", "VES", "fixed", *days)) == []
    assert list(official_between("IRR", "IRR", "nbp", *days)) == []
    assert official_turns("CHF") == set()


def test_what_is_official_for_good_turns_once() -> None:
    assert official_turns("YER") == {date(2015, 3, 26)}
    assert official_turns("LBP") == {date(2019, 10, 17), date(2024, 2, 15)}


def test_the_table_is_in_order() -> None:
    rows = [
        (code, first, last or f"{date.max}", kind) for code, first, last, kind, _ in facts("official.csv")
    ]
    assert rows == sorted(rows)
    assert all(is_currency(code) and first < last for code, first, last, _ in rows)
    assert {kind for *_, kind in rows} == {"parallel", "multiple"}
    for (one, _, last, _), (other, first, _, _) in pairwise(rows):
        assert one != other or date.fromisoformat(last) + timedelta(days=1) < date.fromisoformat(first)
