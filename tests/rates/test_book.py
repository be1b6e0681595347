"""As-of quotes: the last observation on or before a date, or a reason why there is none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal, localcontext
from pathlib import Path

import pytest

from capexcalc.cache.store import Store, shipped_root
from capexcalc.errors import ExitCode, NoRateError, UsageError
from capexcalc.rates.book import RateBook

ANNOUNCED = date(2025, 2, 24)
YUAN = Decimal(380_000_000_000)


def test_the_announcement_in_euros_to_the_cent(shipped: RateBook) -> None:
    quote = shipped.quote("CNY", "EUR", ANNOUNCED)
    assert round(quote.convert(YUAN), 2) == Decimal("50079732205.22")
    assert (quote.method, quote.source, quote.observed) == ("inverse", "ecb", ANNOUNCED)
    assert [(leg.base, leg.quote, str(leg.rate)) for leg in quote.legs] == [("EUR", "CNY", "7.5879")]


def test_the_announcement_in_dollars_goes_through_the_euro(shipped: RateBook) -> None:
    quote = shipped.quote("CNY", "USD", ANNOUNCED)
    assert round(quote.convert(YUAN), -7) == Decimal("52410000000")
    assert quote.method == "cross"
    assert [(leg.quote, str(leg.rate)) for leg in quote.legs] == [("CNY", "7.5879"), ("USD", "1.0466")]


def test_sunday_uses_friday_and_says_so(shipped: RateBook) -> None:
    quote = shipped.quote("CNY", "EUR", date(2025, 2, 23))
    assert (quote.as_of, quote.observed) == (date(2025, 2, 23), date(2025, 2, 21))


def test_new_year_uses_the_last_rate_of_the_old_year(shipped: RateBook) -> None:
    assert shipped.quote("CNY", "EUR", date(2025, 1, 1)).observed == date(2024, 12, 31)


def test_a_direct_rate_keeps_the_digits_as_published(small: RateBook) -> None:
    quote = small.quote("EUR", "USD", date(2025, 1, 2))
    assert str(quote.rate) == "1.0500"
    assert quote.method == "direct"


def test_derived_rates_bear_28_digits_and_print_without_exponent(shipped: RateBook) -> None:
    quote = shipped.quote("IDR", "EUR", ANNOUNCED)
    assert len(quote.rate.as_tuple().digits) == 28
    assert f"{quote.rate:f}".startswith("0.0000586697")


def test_exact_results_stay_exact(small: RateBook) -> None:
    thirds = small.quote("CNY", "EUR", date(2025, 1, 6))
    assert thirds.convert(Decimal(3)) == 1  # by the rounded rate: 0.999...
    cross = small.quote("CNY", "USD", date(2025, 1, 6))
    assert cross.convert(Decimal("0.1")) == Decimal("0.035")


def test_the_callers_decimal_context_changes_nothing(small: RateBook) -> None:
    with localcontext() as context:
        context.prec = 3
        quote = small.quote("CNY", "USD", date(2025, 1, 10))
        assert quote.rate == Decimal("0.136")
        assert quote.convert(Decimal("123456.78")) == Decimal("16790.12208")


def test_both_legs_of_a_cross_are_of_one_date(small: RateBook) -> None:
    quote = small.quote("ISK", "USD", date(2024, 12, 31))  # the dollar has a later rate, the krona has not
    assert {leg.observed for leg in quote.legs} == {date(2024, 12, 30)}
    assert quote.legs[1].rate == Decimal("1.07")


def test_a_currency_in_itself_is_one_without_legs(small: RateBook) -> None:
    quote = small.quote("TWD", "TWD", date(2025, 1, 4))
    assert (quote.rate, quote.method, quote.legs, quote.observed) == (1, "direct", (), date(2025, 1, 4))
    assert quote.convert(Decimal("12.34")) == Decimal("12.34")


def test_a_rate_is_carried_for_max_gap_days_and_no_longer(small: RateBook) -> None:
    assert small.quote("EUR", "CNY", date(2025, 1, 17)).observed == date(2025, 1, 10)
    with pytest.raises(NoRateError) as error:
        small.quote("EUR", "CNY", date(2025, 1, 18))
    assert error.value.code == "gap"
    assert "2025-01-10 and 2025-01-20" in error.value.message


def test_max_gap_is_the_callers_choice(write: Callable[..., Path]) -> None:
    store = Store([write()])
    patient = RateBook(store, today=date(2025, 2, 1), max_gap=8)
    assert patient.quote("EUR", "CNY", date(2025, 1, 18)).observed == date(2025, 1, 10)
    strict = RateBook(store, today=date(2025, 2, 1), max_gap=0)
    assert strict.quote("EUR", "CNY", date(2025, 1, 10)).observed == date(2025, 1, 10)
    with pytest.raises(NoRateError):
        strict.quote("EUR", "CNY", date(2025, 1, 11))
    assert RateBook(store, today=date.max, max_gap=10**12).quote("EUR", "CNY", date.max).rate == Decimal(
        "7.4"
    )


@pytest.mark.parametrize(
    ("base", "quote", "on", "code", "named"),
    [
        ("CNX", "EUR", "2025-02-24", "unknown_currency", ["CNX"]),
        ("EUR", "cny", "2025-02-24", "unknown_currency", ["cny"]),
        ("TWD", "EUR", "2025-02-24", "no_rates_for", ["TWD", "ECB"]),
        ("CNY", "EUR", "2026-12-01", "future_date", ["2026-12-01", "2026-11-01"]),
        ("EUR", "EUR", "2026-12-01", "future_date", ["2026-12-01"]),
        ("CNY", "EUR", "2001-06-01", "before_first", ["CNY", "2005-04-01", "{CNY}", "ECB"]),
        ("USD", "CNY", "2001-06-01", "before_first", ["CNY", "2005-04-01"]),
        ("RUB", "EUR", "2024-06-01", "after_last", ["RUB", "2022-03-01", "ECB"]),
        ("RUB", "EUR", "2022-03-02", "after_last", ["RUB", "2022-03-01"]),
        ("ISK", "EUR", "2010-06-01", "gap", ["ISK", "2008-12-09", "2018-02-01", "ECB"]),
        ("ISK", "USD", "2010-06-01", "gap", ["ISK", "2008-12-09", "2018-02-01"]),
        ("EUR", "USD", "0001-01-01", "before_first", ["USD", "1999-01-04"]),
    ],
)
def test_no_rate_is_an_error_with_the_bounds(
    ecb: RateBook,
    lasts: Callable[[str], dict[str, date]],
    base: str,
    quote: str,
    on: str,
    code: str,
    named: list[str],
) -> None:
    with pytest.raises(NoRateError) as error:
        ecb.quote(base, quote, date.fromisoformat(on))
    assert error.value.code == code
    assert error.value.exit_code == ExitCode.NO_RATE
    assert error.value.hint
    bounds = [name.format(**lasts("ecb")) for name in named]
    assert [name for name in bounds if name not in error.value.message] == []
    assert "\n" not in error.value.message


def test_an_unknown_currency_suggests_the_nearest(shipped: RateBook) -> None:
    with pytest.raises(NoRateError) as error:
        shipped.quote("CNX", "EUR", ANNOUNCED)
    assert "CNY" in (error.value.hint or "")


def test_an_old_cache_is_told_apart_from_an_ended_currency(write: Callable[..., Path]) -> None:
    book = RateBook(Store([write()]), today=date(2025, 1, 28))
    assert book.quote("CNY", "EUR", date(2025, 1, 27)).observed == date(2025, 1, 20)
    with pytest.raises(NoRateError) as error:
        book.quote("CNY", "EUR", date(2025, 1, 28))
    assert error.value.code == "too_old"
    assert "2025-01-20" in error.value.message
    assert "capexcalc rates update" in (error.value.hint or "")


def test_an_unknown_source_is_a_usage_error(small: RateBook) -> None:
    with pytest.raises(UsageError, match="boe"):
        RateBook(Store([]), today=date(2025, 1, 1), source="boe")
    with pytest.raises(UsageError, match="boe"):
        small.holdings.title("boe")


def test_the_book_says_what_it_holds(ecb: RateBook, lasts: Callable[[str], dict[str, date]]) -> None:
    last = max(lasts("ecb").values())
    assert ecb.newest() == min(last, date(2026, 10, 30))  # as of 1 November
    assert ecb.holdings.span("RUB") == (date(2005, 4, 1), date(2022, 3, 1))
    assert ecb.holdings.span("EUR") == (date(1999, 1, 4), last)
    assert ecb.holdings.codes() == tuple(sorted([*lasts("ecb"), "EUR"]))
    assert {"CNY", "RUB", "USD"} <= {*ecb.holdings.codes()}
    assert ecb.holdings.title("ecb") == "ECB euro foreign exchange reference rates"


def test_a_series_holds_each_observation_once(small: RateBook) -> None:
    series = list(small.series("EUR", "CNY", date(2024, 12, 31), date(2025, 1, 3)))
    assert series == [
        (date(2024, 12, 31), Decimal("7.8")),
        (date(2025, 1, 2), Decimal("7.6")),
        (date(2025, 1, 3), Decimal(8)),
    ]


def test_a_series_leaves_out_dates_on_which_a_leg_is_missing(small: RateBook) -> None:
    days = [day for day, _ in small.series("RUB", "ISK", date.min, date.max)]
    assert days == [date(2024, 12, 30)]
    assert {rate for _, rate in small.series("EUR", "EUR", date.min, date.max)} == {Decimal(1)}


def test_a_series_refuses_an_unknown_currency_before_it_is_read(small: RateBook) -> None:
    with pytest.raises(NoRateError):
        small.series("CNX", "EUR", date.min, date.max)


def test_the_newest_date_of_a_pair_is_one_on_which_both_have_a_rate(
    lasts: Callable[[str], dict[str, date]],
) -> None:
    daily, weekly = lasts("ecb")["CNY"], lasts("nbp")["TWD"]
    shipped = RateBook(Store([shipped_root()]), today=daily + timedelta(days=1))
    assert shipped.newest("CNY", "USD") == daily
    assert shipped.newest("AED", "EUR") == shipped.newest("DEM", "HRK") == daily
    assert shipped.newest("TWD", "EUR") == weekly
    assert shipped.quote("TWD", "EUR", weekly).observed == weekly
    assert shipped.newest("CNX") == daily


def test_a_cache_newer_than_the_clock_answers_with_the_newest_day_so_far(
    write: Callable[..., Path],
) -> None:
    store = Store([write()])  # the newest are of the 20th, the 10th and the 6th
    for today, newest in ((21, 20), (20, 20), (19, 10), (10, 10), (9, 6)):
        book = RateBook(store, today=date(2025, 1, today))
        assert book.newest() == date(2025, 1, newest)
        assert book.ahead == (today < 20)
        assert book.quote("EUR", "CNY", book.newest()).observed == date(2025, 1, newest)
        assert max(day for day, _ in book.series("EUR", "CNY", date.min, date.max)) == date(2025, 1, newest)
