"""How often a source publishes, and what follows: currencies that end, periods covered, weekly rates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from capexcalc.cache.store import Store
from capexcalc.errors import NoRateError
from capexcalc.money.periods import Period
from capexcalc.rates.book import RateBook
from capexcalc.rates.routes import stretches
from capexcalc.rates.source_rates import SourceRates
from capexcalc.rates.sources import source_of

Ship = Callable[[Mapping[date, Mapping[str, str]]], Store]
FIRST = date(2025, 3, 3)


@pytest.fixture
def ship(tool: ModuleType, tmp_path: Path) -> Ship:
    """Write a cache of the NBP's prices."""

    def ship(history: Mapping[date, Mapping[str, str]]) -> Store:
        tool.build(history, tmp_path / "nbp", FIRST, {"id": "nbp", "title": "NBP rates", "base": "PLN"})
        return Store([tmp_path])

    return ship


def days(*numbers: int) -> list[date]:
    return [FIRST + timedelta(days=number) for number in numbers]


@pytest.mark.parametrize(("later", "code"), [(30, "too_old"), (31, "after_last")])
def test_a_currency_has_been_given_up_once_others_are_more_than_a_month_ahead(
    ship: Ship, later: int, code: str
) -> None:
    first, last = days(0, later)
    store = ship({first: {"TWD": "0.12", "USD": "4"}, last: {"USD": "4"}})
    book = RateBook(store, today=date(2025, 12, 31), source="nbp")
    with pytest.raises(NoRateError) as error:
        book.quote("TWD", "PLN", last + timedelta(days=1))
    assert error.value.code == code


@pytest.mark.parametrize(("longest", "whole"), [(15, True), (16, False)])
def test_weekly_rates_cover_a_period_without_a_gap_longer_than_their_rhythm(
    ship: Ship, longest: int, whole: bool
) -> None:
    observed = days(0, 7, 7 + longest, 21 + longest)
    store = ship({day: {"TWD": "0.12"} for day in observed})
    source = SourceRates(store, "nbp", 7)
    assert source.covers(observed[0], observed[-1], observed, 4) == whole
    assert source.covers(observed[0], observed[1] + timedelta(days=longest), observed[:2], 2) == whole
    assert source.covers(observed[0] - timedelta(days=longest), observed[1], observed[:2], 2) == whole


@pytest.mark.parametrize(("early", "whole"), [(7, True), (8, False)])
def test_daily_rates_cover_a_period_that_begins_or_ends_no_more_than_a_gap_beyond_them(
    write: Callable[..., Path], early: int, whole: bool
) -> None:
    source = SourceRates(Store([write()]), "ecb", 7)  # from 2024-12-30 to 2025-01-20
    first, last = date(2024, 12, 30), date(2025, 1, 20)
    days = [first, last]
    assert source.covers(first - timedelta(days=early), last, days, 2) == whole
    assert source.covers(first, last + timedelta(days=early), days, 2) == whole
    assert not source.covers(first, last, days, 3)


@pytest.mark.parametrize(("taken", "often"), [(4, None), (3, "weekly")])
def test_a_currency_is_weekly_that_has_a_rate_on_less_than_half_of_the_days(
    ship: Ship, taken: int, often: str | None
) -> None:
    published = days(-30, 0, 2, 4, 6, 8, 10, 12, 14)  # the last eight within its rhythm of 15 days
    history = {day: {"USD": "4"} for day in published}
    for day in (published[0], *published[-taken:]):
        history[day]["TWD"] = "0.12"
    quote = RateBook(ship(history), today=date(2025, 12, 31), source="nbp").quote("TWD", "PLN", published[-1])
    assert [leg.frequency for leg in quote.legs] == [often]


@pytest.mark.parametrize(
    ("day", "often"), [(date(2004, 4, 13), "fortnightly"), (date(2004, 4, 14), "weekly")]
)
def test_the_nbps_other_table_was_fortnightly_until_the_fourteenth_of_april_2004(
    ship: Ship, day: date, often: str
) -> None:
    history = {day - timedelta(days=number): {"USD": "4"} for number in range(15)}
    history |= {each: {"USD": "4", "TWD": "0.12"} for each in (day, day - timedelta(days=30))}
    quote = RateBook(ship(history), today=day, source="nbp").quote("TWD", "PLN", day)
    assert [leg.frequency for leg in quote.legs] == [often]


def test_a_mean_needs_the_whole_period(ship: Ship) -> None:
    store = ship({day: {"TWD": "0.12"} for day in days(0, 14, 28)})
    book = RateBook(store, today=date(2025, 12, 31), source="nbp")
    assert book.average("TWD", "PLN", Period(*days(0, 28))).observations == 3
    with pytest.raises(NoRateError):
        book.average("TWD", "PLN", Period(*days(0, 44)))


def test_a_currency_is_served_or_not_from_the_days_that_are_told(ship: Ship) -> None:
    published = days(0, 20, 40, 60, 80, 100, 140)
    history = {day: {"USD": "4"} for day in published}
    for day in (published[0], published[5]):  # a pause between, and given up after
        history[day]["TWD"] = "0.12"
    source = SourceRates(ship(history), "nbp", 7)
    every = days(*range(-3, 150))
    changes = {
        day
        for before, day in pairwise(every)
        if source.serves(["TWD"], before) != source.serves(["TWD"], day)
    }
    assert source.turns("TWD") == changes == set(days(0, 1, 100, 101))


def test_a_currency_spans_its_first_and_its_last_day(ship: Ship) -> None:
    published = days(0, 5, 10, 15)
    history = {day: {"USD": "4"} for day in published}
    for day in published[1:3]:
        history[day]["TWD"] = "0.12"
    source = SourceRates(ship(history), "nbp", 7)
    assert [source.spans_day("TWD", day) for day in days(4, 5, 10, 11)] == [False, True, True, False]


def test_the_cache_is_old_only_after_its_newest_day(ship: Ship) -> None:
    first, last = days(0, 16)
    store = ship({first: {"TWD": "0.12", "USD": "4"}, last: {"USD": "4"}})
    book = RateBook(store, today=date(2025, 12, 31), source="nbp")
    for day, code in ((last, "gap"), (last + timedelta(days=1), "too_old")):
        with pytest.raises(NoRateError) as error:
            book.quote("TWD", "PLN", day)
        assert error.value.code == code


def test_a_fortnightly_rate_is_carried_twice_as_far_until_the_fourteenth_of_april_2004() -> None:
    assert [source_of("nbp").carried(date(2004, 4, day), 7) for day in (13, 14)] == [14, 7]


def test_another_way_may_be_taken_from_the_last_day_of_a_time_on(shipped: RateBook) -> None:
    first, last = date(2025, 12, 31), date(2026, 1, 1)  # on which Bulgaria took the euro
    sources = shipped.holdings.sources

    def parts(start: date, end: date) -> list[tuple[date, date]]:
        return [(one, other) for one, other, _ in stretches("BGN", "USD", start, end, sources, pegged=True)]

    assert parts(first, last) == [(first, first), (last, last)]
    assert parts(last, last) == [(last, last)]


def test_answers_change_on_the_day_after_the_last_rate_and_after_the_last_it_is_carried_to(
    write: Callable[..., Path],
) -> None:
    source = SourceRates(Store([write()]), "ecb", 7)
    assert source.bounds(["MXN"]) == {date(2025, 1, 3), date(2025, 1, 21), date(2025, 1, 28)}
