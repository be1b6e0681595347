from __future__ import annotations

from datetime import date
from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.cache.store import Store, shipped_root
from capexcalc.commands.annualise import Annualised, annualise
from capexcalc.errors import NoRateError, UsageError
from capexcalc.money.dates import parse_span
from capexcalc.money.money import EXACT, Money
from capexcalc.money.periods import Span
from capexcalc.rates.book import RateBook

BOOK = RateBook(Store([shipped_root()]), today=date(2100, 1, 1))
ANNOUNCED = date(2025, 2, 24)
APRIL = date(2025, 4, 1)


def amounts(result: Annualised) -> list[str]:
    return [f"{row.amount.value:f}" for row in result.schedule]


def refusal(code: str, words: str, **options: object) -> UsageError:
    with pytest.raises(UsageError) as caught:
        annualise(words, book=BOOK, **options)  # type: ignore[arg-type]  # any option, any value
    assert caught.value.code == code
    assert caught.value.hint
    return caught.value


def test_the_announcement_is_126_67_billion_a_year() -> None:
    outcome = annualise("380bn CNY over three years", book=BOOK, start=APRIL, to=("EUR", "USD"), on=ANNOUNCED)
    result = outcome.result
    assert outcome.warnings == ()
    assert result.total == Money(Decimal("380000000000"), "CNY")
    assert result.annual_average == Money(Decimal("126666666666.67"), "CNY")
    assert (result.start, result.end, result.months) == (APRIL, date(2028, 3, 31), 36)
    assert [row.label for row in result.schedule] == ["2025", "2026", "2027", "2028"]
    assert amounts(result) == ["95000000000.00", "126666666666.67", "126666666666.66", "31666666666.67"]
    assert str(result.phasing) == "even: the same amount each month"


@pytest.mark.parametrize(("months", "warned"), [(11, ["run_rate"]), (12, [])])
def test_less_than_a_year_makes_the_annual_average_a_run_rate(months: int, warned: list[str]) -> None:
    outcome = annualise("100m EUR", book=BOOK, over=Span(months))
    assert [notice.code for notice in outcome.warnings] == warned


def test_a_single_day_is_no_whole_month() -> None:
    refusal("not_whole_months", "100m EUR", over=parse_span("2025-04-01..2025-04-01"))


def test_converted_rows_add_up_to_the_converted_total() -> None:
    result = annualise(
        "380bn CNY over 3 years", book=BOOK, start=APRIL, to=("EUR", "USD"), on=ANNOUNCED
    ).result
    euro, dollar = result.converted
    assert euro.total == Money(Decimal("50079732205.22"), "EUR")
    assert euro.annual_average == Money(Decimal("16693244068.41"), "EUR")
    assert dollar.total == Money(Decimal("52413447725.98"), "USD")
    for column, converted in enumerate(result.converted):
        cells = [row.converted[column] for row in result.schedule if row.converted]
        assert {cell.currency for cell in cells} == {converted.currency}
        assert sum(cell.value for cell in cells) == converted.total.value


def test_the_same_target_twice_is_one_column() -> None:
    result = annualise("380bn CNY", book=BOOK, over=Span(36), to=("EUR", "EUR"), on=ANNOUNCED).result
    assert [converted.currency for converted in result.converted] == ["EUR"]


def test_french_words_give_the_same_schedule() -> None:
    words = "380 milliards de yuans sur trois ans"
    english = annualise("380bn CNY over three years", book=BOOK, start=APRIL).result
    assert annualise(words, book=BOOK, start=APRIL).result == english


def test_without_a_target_no_rate_is_asked_for() -> None:
    result = annualise("380bn CNY", book=BOOK, over=Span(36), on=date(2200, 1, 1)).result
    assert result.converted == ()
    assert {row.converted for row in result.schedule} == {None}


def test_without_a_start_the_years_are_numbered() -> None:
    result = annualise("380bn CNY over three years", book=BOOK).result
    assert (result.start, result.end) == (None, None)
    assert [row.label for row in result.schedule] == ["year 1", "year 2", "year 3"]


def test_an_option_wins_over_the_words() -> None:
    result = annualise("380bn CNY over three years", book=BOOK, over=Span(24), start=APRIL).result
    assert (result.months, result.start) == (24, APRIL)


def test_a_span_with_dates_brings_its_own_start() -> None:
    result = annualise("380bn CNY", book=BOOK, over=parse_span("2025-04-01..2028-03-31")).result
    assert (result.months, result.start) == (36, APRIL)
    assert (
        annualise("380bn CNY", book=BOOK, over=parse_span("2025..2027"), start=date(2025, 1, 1)).result.months
        == 36
    )


def test_two_first_days_that_disagree_are_refused() -> None:
    found = refusal("start_conflict", "380bn CNY", over=parse_span("2025..2027"), start=APRIL)
    assert "2025-01-01" in found.message
    assert "2025-04-01" in found.message


def test_years_named_in_the_words_place_the_commitment() -> None:
    result = annualise("380bn CNY between 2025 and 2027", book=BOOK).result
    assert (result.start, result.end) == (date(2025, 1, 1), date(2027, 12, 31))
    moved = annualise("380bn CNY between 2025 and 2027", book=BOOK, start=APRIL).result
    assert (moved.start, moved.end, moved.months) == (APRIL, date(2027, 12, 31), 33)


def test_fiscal_years_and_shares_go_together() -> None:
    result = annualise(
        "100bn CNY", book=BOOK, over=Span(36), start=APRIL, year_end=(3, 31), phasing="30,40,30"
    ).result
    assert result.schedule[0].label == "FY2026 (to 2026-03-31)"
    assert amounts(result) == ["30000000000.00", "40000000000.00", "30000000000.00"]


def test_fiscal_years_need_a_first_day() -> None:
    refusal("no_start", "380bn CNY over three years", year_end=(3, 31))


def test_an_amount_without_a_span_is_refused_with_the_option_that_helps() -> None:
    assert "--over" in (refusal("no_span", "380bn CNY").hint or "")


def test_an_end_without_a_beginning_asks_for_the_first_day() -> None:
    found = refusal("no_span", "380bn CNY by 2030")
    assert "2030-12-31" in found.message
    assert "--from" in (found.hint or "")
    assert annualise("380bn CNY by 2030", book=BOOK, start=date(2026, 1, 1)).result.months == 60
    refusal("reversed_period", "380bn CNY by 2030", start=date(2031, 1, 1))


def test_a_range_has_no_one_schedule() -> None:
    found = refusal("range_given", "US$1.2-1.5bn over 3 years")
    assert "1200000000 USD to 1500000000 USD" in found.message


@pytest.mark.parametrize("span", ["P10D", "2025-04-01..2025-04-10", "2025-04-01..2028-03-30"])
def test_days_that_make_no_whole_month_are_refused(span: str) -> None:
    refusal("not_whole_months", "380bn CNY", over=parse_span(span))


def test_less_than_a_year_is_a_run_rate_and_said_to_be() -> None:
    outcome = annualise("6bn EUR over six months", book=BOOK)
    assert outcome.result.annual_average == Money(Decimal("12000000000.00"), "EUR")
    assert [warning.code for warning in outcome.warnings] == ["run_rate"]


def test_without_a_date_the_newest_rate_is_used_and_said() -> None:
    outcome = annualise("380bn CNY over 3 years", book=BOOK, to=("EUR",))
    assert outcome.warnings[0].code == "date_not_given"


def test_a_sunday_uses_fridays_rate_and_says_so() -> None:
    outcome = annualise("380bn CNY over 3 years", book=BOOK, to=("EUR",), on=date(2025, 2, 23))
    assert outcome.result.converted[0].quote.observed == date(2025, 2, 21)
    assert [warning.code for warning in outcome.warnings] == ["rate_date_differs"]


def test_a_target_that_is_no_currency_has_no_rate() -> None:
    with pytest.raises(NoRateError):
        annualise("380bn CNY over 3 years", book=BOOK, to=("CNX",), on=ANNOUNCED)


@given(
    billions=st.decimals("0.1", 900, places=1),
    months=st.integers(1, 48),
    year_end=st.none() | st.just((6, 30)),
    phasing=st.sampled_from(["even", "ramp:12.5%"]),
)
def test_every_column_adds_up(
    billions: Decimal, months: int, year_end: tuple[int, int] | None, phasing: str
) -> None:
    result = annualise(
        f"{billions}bn CNY",
        book=BOOK,
        over=Span(months),
        start=date(2025, 1, 31),
        year_end=year_end,
        phasing=phasing,
        to=("EUR", "JPY"),
        on=ANNOUNCED,
    ).result
    with localcontext(EXACT):
        assert sum(row.amount.value for row in result.schedule) == billions * 10**9
        for column, converted in enumerate(result.converted):
            cells = [row.converted[column].value for row in result.schedule if row.converted]
            assert sum(cells) == converted.total.value
