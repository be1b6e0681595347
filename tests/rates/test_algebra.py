"""What holds for any pair on any date of the shipped cache."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from unittest.mock import ANY

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from capexcalc.cache.store import Store, shipped_root
from capexcalc.errors import NoRateError
from capexcalc.rates.book import RateBook
from capexcalc.rates.quote import Quote

TODAY = date(2026, 11, 1)
BOOK = RateBook(Store([shipped_root()]), today=TODAY, source="ecb")

codes = st.sampled_from(BOOK.holdings.codes())
dates = st.dates(date(1998, 12, 1), date(2026, 12, 1))
amounts = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(10) ** 15, places=2)
quick = settings(max_examples=150)


def quoted(base: str, quote: str, on: date) -> Quote:
    try:
        return BOOK.quote(base, quote, on)
    except NoRateError:
        assume(False)
        raise


@quick
@given(codes, dates, amounts)
def test_identity(code: str, on: date, value: Decimal) -> None:
    quote = quoted(code, code, on)
    assert quote.rate == 1
    assert quote.convert(value) == value


@quick
@given(codes, codes, dates)
def test_reciprocal_to_26_digits(base: str, quote: str, on: date) -> None:
    there, back = quoted(base, quote, on), quoted(quote, base, on)
    assert there.observed == back.observed
    assert abs(Fraction(there.rate) * Fraction(back.rate) - 1) < Fraction(1, 10**26)


@quick
@given(codes, codes, dates, amounts)
def test_triangle_through_the_euro_is_the_cross(base: str, quote: str, on: date, value: Decimal) -> None:
    cross = quoted(base, quote, on)
    first, second = quoted(base, "EUR", cross.observed), quoted("EUR", quote, cross.observed)
    assume(first.observed == second.observed == cross.observed)
    product = Fraction(first.rate) * Fraction(second.rate)
    assert abs(product / Fraction(cross.rate) - 1) < Fraction(1, 10**26)
    through = second.convert(first.convert(value))
    assert abs(Fraction(through) / Fraction(cross.convert(value)) - 1) < Fraction(1, 10**45)


@quick
@given(codes, codes, dates)
def test_never_a_later_observation_nor_one_too_old(base: str, quote: str, on: date) -> None:
    found = quoted(base, quote, on)
    assert 0 <= (found.as_of - found.observed).days <= 7
    assert {leg.observed for leg in found.legs if leg.source == "ecb"} <= {found.observed}
    assert on <= TODAY


@quick
@given(codes, codes, dates)
def test_a_quote_is_the_last_of_the_series(base: str, quote: str, on: date) -> None:
    assume(base != quote)
    found = quoted(base, quote, on)
    assume(
        found.source == "ecb"
    )  # what is fixed by law is so on every day, not only when rates are published
    week = list(BOOK.series(base, quote, found.observed, on))
    assert week == [(found.observed, ANY)]
    assert abs(Fraction(week[0][1]) / Fraction(found.rate) - 1) < Fraction(1, 10**27)


ALL = RateBook(Store([shipped_root()]), today=TODAY)
any_code = st.sampled_from(ALL.holdings.codes())
any_date = st.dates(date(1983, 12, 1), date(2026, 11, 10))


def from_any_source(base: str, quote: str, on: date) -> Quote:
    try:
        return ALL.quote(base, quote, on)
    except NoRateError:
        assume(False)
        raise


@quick
@given(any_code, any_code, any_date)
def test_whatever_the_way_its_legs_join_and_give_the_rate(base: str, quote: str, on: date) -> None:
    found = from_any_source(base, quote, on)
    at, rate = base, Fraction(1)
    for leg in found.legs:
        assert at in (leg.base, leg.quote)
        rate = rate * Fraction(leg.rate) if at == leg.base else rate / Fraction(leg.rate)
        at = leg.quote if at == leg.base else leg.base
    assert at == quote
    assert abs(rate / Fraction(found.rate) - 1) < Fraction(1, 10**26)


@quick
@given(any_code, any_code, any_date)
def test_whatever_the_way_one_source_and_one_date_not_too_old(base: str, quote: str, on: date) -> None:
    found = from_any_source(base, quote, on)
    observed = {(leg.source, leg.observed) for leg in found.legs if not leg.authority}
    assert observed <= {(found.source, found.observed)}
    fortnightly = found.source == "nbp" and found.observed < date(2004, 4, 14)
    assert 0 <= (on - found.observed).days <= (14 if fortnightly else 7)
    assert all(leg.observed <= on or leg.source == "fixed" for leg in found.legs)


@quick
@given(any_code, any_code, any_date)
def test_whatever_the_way_there_is_the_way_back(base: str, quote: str, on: date) -> None:
    there, back = from_any_source(base, quote, on), from_any_source(quote, base, on)
    assert (there.observed, there.source) == (back.observed, back.source)
    assert abs(Fraction(there.rate) * Fraction(back.rate) - 1) < Fraction(1, 10**26)
