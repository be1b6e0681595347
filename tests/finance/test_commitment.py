from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal, localcontext
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.errors import UsageError
from capexcalc.finance.commitment import Commitment, Instalment, parse_phasing, schedule
from capexcalc.money.money import EXACT, Money

APRIL = date(2025, 4, 1)


def spread(
    months: int,
    phasing: str = "even",
    *,
    total: str = "380000000000",
    currency: str = "CNY",
    start: date | None = APRIL,
    year_end: tuple[int, int] | None = None,
) -> tuple[Instalment, ...]:
    commitment = Commitment(Money(Decimal(total), currency), months, start)
    return schedule(commitment, parse_phasing(phasing, months), year_end)


def amounts(rows: tuple[Instalment, ...]) -> list[str]:
    return [f"{row.amount.value:f}" for row in rows]


def test_three_years_from_april_fall_into_four_calendar_years() -> None:
    rows = spread(36)
    assert [(row.label, row.months) for row in rows] == [("2025", 9), ("2026", 12), ("2027", 12), ("2028", 3)]
    assert amounts(rows) == ["95000000000.00", "126666666666.67", "126666666666.66", "31666666666.67"]
    assert (rows[0].start, rows[0].end) == (APRIL, date(2025, 12, 31))
    assert (rows[-1].start, rows[-1].end) == (date(2028, 1, 1), date(2028, 3, 31))


def test_fiscal_years_are_named_after_the_year_they_end_in() -> None:
    rows = spread(36, year_end=(3, 31))
    assert [row.label for row in rows] == [
        "FY2026 (to 2026-03-31)",
        "FY2027 (to 2027-03-31)",
        "FY2028 (to 2028-03-31)",
    ]
    assert [row.months for row in rows] == [12, 12, 12]


def test_the_last_day_of_a_fiscal_year_belongs_to_it() -> None:
    assert spread(1, start=date(2025, 3, 31), year_end=(3, 31))[0].label == "FY2025 (to 2025-03-31)"
    assert spread(1, start=APRIL, year_end=(3, 31))[0].label == "FY2026 (to 2026-03-31)"


def test_a_fiscal_year_to_the_end_of_february_ends_on_the_29th_in_leap_years() -> None:
    rows = spread(24, start=date(2027, 3, 1), year_end=(2, 29))
    assert [row.label for row in rows] == ["FY2028 (to 2028-02-29)", "FY2029 (to 2029-02-28)"]


def test_without_a_start_years_are_only_numbered() -> None:
    rows = spread(30, start=None)
    assert [(row.label, row.start, row.end, row.months) for row in rows] == [
        ("year 1", None, None, 12),
        ("year 2", None, None, 12),
        ("year 3", None, None, 6),
    ]
    assert amounts(rows)[-1] == "76000000000.00"


def test_a_month_belongs_to_the_year_it_begins_in() -> None:
    rows = spread(12, start=date(2025, 1, 15))
    assert [(row.label, row.months, row.end) for row in rows] == [("2025", 12, date(2026, 1, 14))]


def test_months_from_the_31st_begin_on_the_last_of_shorter_months() -> None:
    commitment = Commitment(Money(Decimal(1), "EUR"), 13, date(2025, 1, 31))
    assert [commitment.month(n) for n in (1, 2, 3)] == [
        date(2025, 2, 28),
        date(2025, 3, 31),
        date(2025, 4, 30),
    ]
    assert commitment.end == date(2026, 2, 27)


def test_the_yen_has_no_cents_to_split() -> None:
    assert amounts(spread(36, total="100", currency="JPY", start=None)) == ["33", "34", "33"]


def test_a_total_finer_than_the_minor_unit_loses_nothing() -> None:
    assert amounts(spread(24, total="0.005", currency="EUR", start=None)) == ["0.002", "0.003"]


def test_a_ramp_grows_by_its_rate_each_commitment_year() -> None:
    rows = spread(36, "ramp:20%", total="364", currency="EUR", start=None)
    assert amounts(rows) == ["100.00", "120.00", "144.00"]


def test_a_ramp_pays_a_part_year_at_that_years_pace() -> None:
    rows = spread(18, "ramp:-50%", total="125", currency="EUR", start=None)
    assert amounts(rows) == ["100.00", "25.00"]


def test_shares_are_percentages_of_the_commitment_years() -> None:
    assert amounts(spread(36, "30,40,30", total="100", start=None)) == ["30.00", "40.00", "30.00"]
    # Nine months of the first year, then three of it and nine of the second ...
    assert amounts(spread(36, "30, 40, 30", total="100")) == ["22.50", "37.50", "32.50", "7.50"]


def test_a_share_of_a_part_year_is_spread_over_its_months() -> None:
    assert amounts(spread(18, "60,40", total="100", start=date(2025, 7, 1))) == ["30.00", "70.00"]
    assert amounts(spread(18, "33.3,66.7", total="100", start=None)) == ["33.30", "66.70"]


def test_the_assumption_is_said_in_words() -> None:
    assert str(parse_phasing("even", 36).assumption) == "even: the same amount each month"
    assert str(parse_phasing("ramp:20%", 36).assumption) == "ramp:20%: each year 20% more than the one before"
    assert str(parse_phasing("ramp:-5%", 36).assumption) == "ramp:-5%: each year 5% less than the one before"
    assert str(parse_phasing("ramp:-0.5%", 36).assumption).endswith(" 0.5% less than the one before")
    assert str(parse_phasing("ramp:0%", 36).assumption) == "ramp:0%: each year 0% more than the one before"
    assert parse_phasing("ramp:-99.5%", 24).pace[1] == Decimal("0.005")
    assert str(parse_phasing("50,50", 24).assumption).startswith("50,50: percent of the total in each year")


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("linear", "bad_phasing", "'linear' is no phasing"),
        ("", "bad_phasing", "'' is no phasing"),
        ("ramp:20", "bad_phasing", "no phasing"),
        ("ramp:-100%", "bad_phasing", "no phasing"),
        ("ramp:1e9%", "bad_phasing", "no phasing"),
        ("30,,70", "bad_phasing", "no phasing"),
        ("-30,60,70", "bad_phasing", "no phasing"),
        ("9" * 20_000, "bad_phasing", "no phasing"),
        ("30,40,20", "phasing_sum", "30,40,20 adds up to 90, not to 100 percent"),
        ("50,50", "phasing_years", "2 years, the commitment has 3"),
    ],
)
def test_a_phasing_that_cannot_be_is_refused(text: str, code: str, message: str) -> None:
    with pytest.raises(UsageError) as refusal:
        parse_phasing(text, 36)
    assert refusal.value.code == code
    assert message in refusal.value.message


def test_the_annual_average_is_twelve_months_of_the_total() -> None:
    assert Commitment(Money(Decimal(90), "EUR"), 18).annual_average == 60
    assert Commitment(Money(Decimal(90), "EUR"), 6).annual_average == 180


@pytest.mark.parametrize(("months", "start"), [(0, None), (-3, None), (36, date(9998, 1, 1))])
def test_no_month_and_no_calendar_beyond_9999_is_refused(months: int, start: date | None) -> None:
    with pytest.raises(UsageError) as refusal:
        Commitment(Money(Decimal(1), "EUR"), months, start)
    assert refusal.value.code == "bad_span"


@pytest.mark.parametrize("total", ["1e48", "1e400"])
def test_an_amount_beyond_exact_arithmetic_is_refused(total: str) -> None:
    assert amounts(spread(1, total="1e47", currency="EUR")) == ["1" + "0" * 47 + ".00"]  # fifty digits
    with pytest.raises(UsageError) as refusal:
        spread(1, total=total, currency="EUR")
    assert refusal.value.code == "amount_too_large"


PHASINGS = st.sampled_from(["even", "ramp:20%", "ramp:-33.33%", "ramp:900%", "shares"])


@given(
    total=st.decimals(0, 10**30, places=4, allow_nan=False) | st.decimals(0, 10**15, places=0),
    currency=st.sampled_from(["EUR", "JPY", "KWD"]),
    months=st.integers(1, 60),
    start=st.none() | st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    year_end=st.none() | st.tuples(st.integers(1, 12), st.integers(1, 29)),
    phasing=PHASINGS,
)
def test_a_schedule_adds_up_and_leaves_no_day_out(
    total: Decimal,
    currency: str,
    months: int,
    start: date | None,
    year_end: tuple[int, int] | None,
    phasing: str,
) -> None:
    if phasing == "shares":
        years = -(-months // 12)
        phasing = ",".join([str(100 - 13 * (years - 1))] + ["13"] * (years - 1))
    commitment = Commitment(Money(total, currency), months, start)
    rows = schedule(commitment, parse_phasing(phasing, months), year_end)
    with localcontext(EXACT):
        assert sum(row.amount.value for row in rows) == total
    assert all(row.amount.value >= 0 for row in rows)
    assert sum(row.months for row in rows) == months
    assert (rows[0].start, rows[-1].end) == (start, commitment.end)
    for row, following in pairwise(rows):
        assert row.end is None or following.start == row.end + timedelta(days=1)
