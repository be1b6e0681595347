"""The rate calendar says of each day what the rate book says of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile
from math import isclose
from pathlib import Path

import duckdb
import pytest

from capexcalc.bulk.calendar import CalendarTable
from capexcalc.errors import NoRateError
from capexcalc.rates.book import RateBook
from capexcalc.rates.calendar import OK, Calendar, Stretch
from capexcalc.rates.store import Store, shipped_root


def by_day(stretches: Sequence[Stretch]) -> Iterator[tuple[int, tuple[object, ...]]]:
    for _, first, last, status, source, method, days, rates in stretches:
        for day in range(first, last + 1):
            if status != OK:
                yield day, (status,)
                continue
            place = bisect_right(days, day) - 1 if days else 0
            yield day, (OK, days[place] if days else day, source, method, rates[place])


def of_book(book: RateBook, base: str, quote: str, day: int) -> tuple[object, ...]:
    try:
        found = book.quote(base, quote, date.fromordinal(day))
    except NoRateError as error:
        return (error.code,)
    return OK, found.observed.toordinal(), found.source, found.method, float(found.rate)


@pytest.mark.parametrize(
    ("base", "quote", "step"),  # the book takes its time over each day in the krona's gap of ten years
    [("CNY", "EUR", 1), ("RUB", "USD", 1), ("BGN", "USD", 1), ("EUR", "EUR", 1), ("ISK", "EUR", 30)],
)
def test_every_day_is_as_the_book_has_it(book: RateBook, base: str, quote: str, step: int) -> None:
    calendar = Calendar(book)
    stretches = [each for each in calendar.stretches(quote) if each.currency == base]
    days = dict(by_day(stretches))
    assert list(days) == list(range(calendar.first, calendar.last + 1))
    for day, said in list(days.items())[::step]:
        known = of_book(book, base, quote, day)
        assert said[:4] == known[:4], date.fromordinal(day)
        assert len(known) == 1 or isclose(said[4], known[4], rel_tol=1e-15)  # type: ignore[arg-type]


def test_a_narrower_gap_is_kept_too() -> None:
    strict = RateBook(Store([shipped_root()]), today=date(2026, 11, 3), max_gap=1)
    stretches = takewhile(lambda each: each.currency == "AUD", Calendar(strict).stretches("EUR"))
    days = dict(by_day(list(stretches)))
    for text, status in (("2025-02-22", OK), ("2025-02-23", "gap"), ("2025-02-24", OK)):
        assert days[date.fromisoformat(text).toordinal()][0] == status


def test_nothing_changes_outside_the_calendar(book: RateBook) -> None:
    calendar = Calendar(book)
    for base in ("USD", "RUB", "EUR"):
        edges = of_book(book, base, "EUR", calendar.first), of_book(book, base, "EUR", calendar.last)
        assert of_book(book, base, "EUR", calendar.first - 5000)[0] == edges[0][0]
        assert of_book(book, base, "EUR", book.today.toordinal())[0] == edges[1][0]


def test_the_table_is_built_once_and_again_when_damaged(book: RateBook, tmp_path: Path) -> None:
    with duckdb.connect() as con:
        path = CalendarTable(con, book, tmp_path).file("USD")
        built = path.stat().st_mtime_ns
        assert CalendarTable(con, book, tmp_path).file("USD") == path
        assert path.stat().st_mtime_ns == built
        path.write_bytes(path.read_bytes()[:1000])
        CalendarTable(con, book, tmp_path).file("USD")
        sunday = (
            f"SELECT observed, source, method FROM '{path}' WHERE currency = 'CNY' AND as_of = '2025-02-23'"
        )
        assert con.execute(sunday).fetchall() == [(date(2025, 2, 21), "ecb", "cross")]
        assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_other_data_have_another_table(book: RateBook) -> None:
    earlier = RateBook(Store([shipped_root()]), today=date(2026, 10, 31))
    wider = RateBook(Store([shipped_root()]), today=book.today, max_gap=8)
    prints = {Calendar(each).fingerprint() for each in (book, earlier, wider)}
    assert len(prints) == 3


def test_a_target_without_rates_has_no_table(book: RateBook, tmp_path: Path) -> None:
    with duckdb.connect() as con, pytest.raises(NoRateError):
        CalendarTable(con, book, tmp_path).file("AED")
    assert not list(tmp_path.iterdir())
