from __future__ import annotations

from datetime import date
from decimal import Context, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.errors import NotComparableError
from capexcalc.finance.comparison import cagr, overtaken_in, ratios
from capexcalc.finance.spending import SpendingPeriod, SpendingSeries
from capexcalc.finance.spending_series import spending_series


def years(*amounts: str | Decimal, first: int = 2014) -> SpendingSeries:
    rows = []
    for year, amount in enumerate(amounts, start=first):
        days = date(year, 1, 1), date(year, 12, 31)
        rows.append(SpendingPeriod(*days, str(year), Decimal(amount), "reports", f"prior.csv:{year}"))
    return spending_series("CNY", rows)


def test_the_annual_average_is_set_against_mean_last_year_and_peak() -> None:
    found = ratios(Decimal(300), Decimal(100), years("20", "80", "50"))
    assert found.total_to_prior_total == 2
    assert found.annual_to_mean == 2
    assert found.annual_to_last == 2
    assert found.annual_to_peak == Decimal("1.25")


def test_nothing_spent_leaves_no_ratio() -> None:
    with pytest.raises(NotComparableError) as caught:
        ratios(Decimal(300), Decimal(100), years("0", "0"))
    assert caught.value.code == "zero_prior"


def test_a_last_year_of_nothing_has_no_ratio_but_the_others_stand() -> None:
    found = ratios(Decimal(300), Decimal(100), years("50", "0"))
    assert (found.annual_to_last, found.annual_to_peak, found.annual_to_mean) == (None, 2, 4)


def test_the_past_is_overtaken_in_the_month_that_exceeds_it() -> None:
    assert overtaken_in(Decimal(36), 36, Decimal(12)) == 13  # after twelve months it is as much, not more
    assert overtaken_in(Decimal(36), 36, Decimal("11.9")) == 12
    assert overtaken_in(Decimal(36), 36, Decimal("35.9")) == 36
    assert overtaken_in(Decimal(36), 36, Decimal(36)) is None


def test_a_ratio_without_an_end_has_28_digits() -> None:
    found = ratios(Decimal(100), Decimal(100), years("300"))
    assert f"{found.total_to_prior_total}" == "0." + "3" * 28


def test_doubling_twice_in_two_years_is_a_growth_of_one() -> None:
    assert cagr(years("10", "25", "40")) == 1
    assert cagr(years("10", "12")) == Decimal("0.2")
    assert cagr(years("40", "10")) == Decimal("-0.75")


def test_years_missing_in_between_count_in_the_growth() -> None:
    series = spending_series("CNY", [*years("10").periods, *years("40", first=2016).periods])
    assert cagr(series) == 1


@pytest.mark.parametrize("amounts", [("10",), ("0", "10"), ("10", "0")])
def test_growth_needs_two_ends_that_are_positive(amounts: tuple[str, ...]) -> None:
    assert cagr(years(*amounts)) is None


def test_growth_is_not_measured_across_periods_of_other_lengths() -> None:
    half = SpendingPeriod(date(2016, 1, 1), date(2016, 6, 30), "half", Decimal(20), "reports", "p.csv:9")
    assert cagr(spending_series("CNY", [*years("10", "20").periods, half])) is None


def test_the_callers_decimal_context_changes_no_figure() -> None:
    series = years("11111111111.11", "22222222222.22", "77777777777.77")
    plain = ratios(Decimal("380e9"), Decimal("126.67e9"), series), cagr(series), series.mean
    with localcontext(Context(prec=3)):
        assert (ratios(Decimal("380e9"), Decimal("126.67e9"), series), cagr(series), series.mean) == plain


@given(
    amounts=st.lists(st.decimals(1, 10**12, places=2), min_size=2, max_size=10),
    scale=st.decimals("0.001", 10**6, places=3),
)
def test_scaling_every_amount_changes_no_ratio(amounts: list[Decimal], scale: Decimal) -> None:
    total, annual = Decimal("380e9"), Decimal("126e9")
    plain, scaled = years(*amounts), years(*(amount * scale for amount in amounts))
    assert ratios(total * scale, annual * scale, scaled) == ratios(total, annual, plain)
    assert cagr(scaled) == cagr(plain)
