"""The rate calendar says of each day what the rate book says of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import dropwhile, takewhile
from math import isclose
from pathlib import Path

import duckdb
import pytest

from capexcalc.bulk.calendar import CalendarTable
from capexcalc.errors import NoRateError
from capexcalc.money.currencies import all_codes
from capexcalc.rates.book import RateBook
from capexcalc.rates.calendar import OK, Calendar, Stretch, fingerprint
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


@pytest.fixture(scope="module", params=[("auto", "EUR"), ("ecb", "USD")], ids=lambda each: "-".join(each))
def answers(request: pytest.FixtureRequest) -> tuple[RateBook, str, Calendar, dict[str, list[Stretch]]]:
    """All stretches of one target, by currency, from a book that has not been asked before."""
    source, target = request.param
    book = RateBook(Store([shipped_root()]), today=date(2026, 11, 3), source=source)
    calendar = Calendar(book)
    found: dict[str, list[Stretch]] = {}
    for stretch in calendar.stretches(target):
        found.setdefault(stretch.currency, []).append(stretch)
    return book, target, calendar, found


def test_no_day_is_left_out_or_answered_twice(answers) -> None:
    _, _, calendar, found = answers
    assert set(found) == set(all_codes())
    for stretches in found.values():
        ends = [calendar.first - 1, *(stretch.last for stretch in stretches)]
        assert [stretch.first for stretch in stretches] == [end + 1 for end in ends[:-1]]
        assert ends[-1] == calendar.last


# Chosen for what goes on in them: the krona's gap of ten years (the book takes its time over each day in it),
# ends, redenominations, pegs, rates published every fortnight.
@pytest.mark.parametrize(
    ("base", "step"),
    [
        ("CNY", 1),
        ("RUB", 5),
        ("BGN", 5),
        ("EUR", 5),
        ("ISK", 60),
        ("BYR", 3),
        ("AFA", 7),
        ("AED", 7),
        ("KES", 7),
    ],
)
def test_every_day_is_as_the_book_has_it(answers, base: str, step: int) -> None:
    book, quote, _, found = answers
    days = dict(by_day(found[base]))
    for day, said in list(days.items())[::step]:
        known = of_book(book, base, quote, day)
        assert said[:4] == known[:4], date.fromordinal(day)
        assert len(known) == 1 or isclose(said[4], known[4], rel_tol=1e-15)  # type: ignore[arg-type]  # a rate, where there are five


def test_a_narrower_gap_is_kept_too() -> None:
    strict = RateBook(Store([shipped_root()]), today=date(2026, 11, 3), max_gap=1, source="ecb")
    following = dropwhile(lambda each: each.currency != "AUD", Calendar(strict).stretches("EUR"))
    days = dict(by_day(list(takewhile(lambda each: each.currency == "AUD", following))))
    for text, status in (("2025-02-22", OK), ("2025-02-23", "gap"), ("2025-02-24", OK)):
        assert days[date.fromisoformat(text).toordinal()][0] == status


def test_the_table_is_built_once_and_again_when_damaged(tmp_path: Path) -> None:
    book = RateBook(Store([shipped_root()]), today=date(2026, 11, 3), source="ecb")
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
    prints = {fingerprint(each) for each in (book, earlier, wider)}
    assert len(prints) == 3


def test_a_target_without_rates_has_no_table(book: RateBook, tmp_path: Path) -> None:
    with duckdb.connect() as con, pytest.raises(NoRateError):
        CalendarTable(con, book, tmp_path).file("XXQ")
    assert not list(tmp_path.iterdir())
