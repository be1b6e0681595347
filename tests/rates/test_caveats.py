"""What must be known of the rates behind a result."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from capexcalc.money.periods import Period
from capexcalc.rates.book import RateBook
from capexcalc.rates.caveats import remarks
from capexcalc.rates.quote import Leg, Quote


def said(book: RateBook, base: str, quote: str, on: str) -> list[tuple[str, str]]:
    return [(each.code, each.message) for each in remarks([book.quote(base, quote, date.fromisoformat(on))])]


def test_a_redenomination_on_the_way_is_named(shipped: RateBook) -> None:
    assert said(shipped, "TRL", "USD", "2010-05-05") == [
        ("redenominated", "TRL became TRY on 2005-01-01: 1000000 TRL are 1 TRY")
    ]
    assert said(shipped, "RON", "EUR", "2005-06-30") == [
        ("redenominated", "ROL became RON on 2005-07-01: 10000 ROL are 1 RON")
    ]


def test_a_change_of_unit_under_the_same_code_is_named_on_either_side_of_it(shipped: RateBook) -> None:
    changed = ("redenominated", "SYP changed its unit on 2026-01-01: 100 before are 1 since")
    assert changed in said(shipped, "SYP", "EUR", "2019-05-08")
    assert changed in said(shipped, "EUR", "SYP", "2026-01-07")
    assert "VES" not in str(said(shipped, "VEF", "PLN", "2015-05-06"))
    assert said(shipped, "VES", "PLN", "2024-05-08") == [
        ("infrequent_rate", "the NBP publishes VES weekly, not daily")
    ]


@pytest.mark.parametrize(("day", "told"), [(date(2026, 12, 31), True), (date(2027, 1, 1), False)])
def test_a_new_unit_is_told_for_a_year(day: date, told: bool) -> None:
    leg = Leg("SYP", "PLN", Decimal("0.0330"), day, "nbp")  # the unit changed on 2026-01-01
    quote = Quote("SYP", "PLN", leg.rate, day, day, "direct", "nbp", (leg,))
    assert ("redenominated" in [each.code for each in remarks([quote])]) == told


def test_a_redenominated_unit_that_lost_zeros_again_is_named_with_the_whole_ratio(shipped: RateBook) -> None:
    assert said(shipped, "VEF", "PLN", "2024-05-08")[0] == (
        "redenominated",
        "VEF became VES on 2021-10-01: 100000000000 VEF are 1 VES",
    )


def test_weekly_rates_and_coarse_ones_are_named(shipped: RateBook) -> None:
    assert said(shipped, "TWD", "EUR", "2025-02-24") == [
        ("infrequent_rate", "the NBP publishes TWD weekly, not daily")
    ]
    assert ("coarse_rate", "the rate of IRR has 2 significant digits: no result is closer than 0.6%") in said(
        shipped, "IRR", "EUR", "2025-12-10"
    )


def test_a_rate_of_the_ecb_that_ends_in_zeros_is_not_coarse(shipped: RateBook) -> None:
    # 0.9 dollars to the euro on that day, and the dirham pegged to the dollar.
    assert shipped.quote("EUR", "USD", date(2000, 5, 22)).rate == Decimal("0.9")
    assert said(shipped, "AED", "EUR", "2000-05-22") == []


def test_the_euro_a_peg_and_daily_rates_need_no_remark(shipped: RateBook) -> None:
    for base, quote in (("CNY", "USD"), ("DEM", "USD"), ("AED", "EUR"), ("UAH", "EUR")):
        assert said(shipped, base, quote, "2025-02-24") == []


def test_an_annual_average_says_what_it_is_and_each_remark_comes_once(shipped: RateBook) -> None:
    year = Period(date(1975, 1, 1), date(1975, 12, 31))
    quote = shipped.average("DEM", "USD", year)
    assert [each.message for each in remarks([quote, quote])] == [
        "DEM is at its published average of 1975, not at daily rates"
    ]
