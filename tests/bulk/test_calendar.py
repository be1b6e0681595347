"""The rate calendar says of each day what the rate book says of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, timedelta
from math import isclose
from pathlib import Path
from types import ModuleType

import duckdb
import pyarrow
import pytest

from capexcalc.bulk import engine
from capexcalc.bulk.averages import Averages
from capexcalc.bulk.calendar import CalendarTable
from capexcalc.bulk.spark_calendar import side_by_side, with_averages
from capexcalc.cache.store import Store, shipped_root
from capexcalc.errors import NoRateError
from capexcalc.money.currencies import all_codes
from capexcalc.money.currency_cells import unit_of
from capexcalc.rates.book import RateBook
from capexcalc.rates.calendar_rules import OFFICIAL, OK, calendar, fingerprint
from capexcalc.rates.official import official

# Status, and of a rate its observation, source, method and the rate itself.
Answer = tuple[object, ...]


def shipped(source: str = "auto", *, max_gap: int = 7) -> RateBook:
    """A book that has not been asked before."""
    return RateBook(Store([shipped_root()]), today=date(2026, 11, 3), source=source, max_gap=max_gap)


@pytest.fixture(scope="session")
def table(calendars: Path) -> Callable[[RateBook, str], duckdb.DuckDBPyConnection]:
    """An engine with the tables of a calendar for one target."""

    def create(book: RateBook, target: str) -> duckdb.DuckDBPyConnection:
        con = duckdb.connect()
        side_by_side(con, CalendarTable(con, book, calendars), [target])
        con.execute(f"CREATE VIEW whole AS SELECT *, rate_{target.lower()} AS rate FROM calendar")
        return con

    return create


def of_table(con: duckdb.DuckDBPyConnection, code: str) -> Callable[[date], Answer]:
    """What the table says of a currency on a day."""
    rows = con.execute(
        "SELECT as_of, status, observed_0, rate_source, rate_method, rate "
        "FROM spans JOIN whole USING (id) JOIN answers USING (answer_0) WHERE currency = lower(?)",
        [code],
    ).fetchall()
    days = {day: answer for day, *answer in rows}
    first, last = min(days), max(days)

    def answer(day: date) -> Answer:
        status, observed, *figures = days[min(max(day, first), last)]
        return (status, observed or day, *figures) if status in (OK, OFFICIAL) else (status,)

    return answer


def of_book(book: RateBook, base: str, quote: str, day: date) -> Answer:
    try:
        found = book.quote(base, quote, day)
    except NoRateError as error:
        return (error.code,)
    status = OFFICIAL if any(official(found)) else OK
    return status, found.observed, found.source, found.method, float(found.rate)


def same(one: Answer, other: Answer) -> bool:
    return one[:4] == other[:4] and (len(one) == 1 or isclose(one[4], other[4], rel_tol=1e-15))  # type: ignore[arg-type]  # a rate, where there are five


def test_no_day_is_left_out_or_answered_twice(table) -> None:
    for source, target in (("auto", "EUR"), ("ecb", "USD")):
        counts = (
            "SELECT id, count(*), count(DISTINCT as_of), max(as_of) - min(as_of) + 1 FROM whole GROUP BY id"
        )
        found = table(shipped(source), target).execute(counts).fetchall()
        assert len(found) == len(all_codes())
        assert all(rows == days == length for _, rows, days, length in found)


# Chosen for what goes on in them: the krona's gap of ten years, ends, redenominations, pegs, rates published
# every fortnight, a source whose own currency changes its name.
@pytest.mark.parametrize(
    ("source", "base", "quote", "start", "step"),
    [
        ("auto", "CNY", "EUR", date(2004, 1, 1), 5),
        ("auto", "RUB", "EUR", date(1999, 1, 1), 9),
        ("auto", "BGN", "USD", date(1999, 1, 1), 9),
        ("auto", "EUR", "EUR", date(1950, 1, 1), 500),
        ("ecb", "ISK", "USD", date(2008, 1, 1), 60),
        ("auto", "BYR", "EUR", date(1999, 1, 1), 15),
        ("auto", "AFA", "EUR", date(1998, 12, 1), 20),
        ("auto", "AED", "EUR", date(1996, 1, 1), 20),
        ("auto", "KES", "EUR", date(1998, 12, 1), 20),
        ("auto", "BND", "SGD", date(1960, 1, 1), 100),
        ("auto", "VES", "EUR", date(2021, 9, 15), 1),
        ("auto", "VEB", "USD", date(2021, 9, 15), 1),
        ("auto", "SYP", "EUR", date(2025, 12, 15), 1),
        ("auto", "ZWR", "EUR", date(2006, 7, 15), 1),
        ("nbp", "DEM", "PLN", date(1994, 12, 15), 1),
        ("nbp", "PLZ", "USD", date(1994, 12, 15), 1),
    ],
)
def test_every_day_is_as_the_book_has_it(
    table, source: str, base: str, quote: str, start: date, step: int
) -> None:
    book = shipped(source)
    answer = of_table(table(book, quote), base)
    days = [start + timedelta(days=n) for n in range(0, (book.today - start).days, step)]
    answers = [(day, answer(day), of_book(book, base, quote, day)) for day in [*days[:500], book.today]]
    assert not [each for each in answers if not same(*each[1:])][:3]


def test_a_narrower_gap_is_kept_too(table) -> None:
    answer = of_table(table(shipped("ecb", max_gap=1), "EUR"), "AUD")
    saturday, sunday, monday = (answer(date(2025, 2, day)) for day in (22, 23, 24))
    assert (saturday[0], sunday, monday[0]) == (OK, ("gap",), OK)


def test_the_rules_of_a_currency_follow_on_one_another() -> None:
    ends: dict[str, date] = {}
    for stretch in calendar(shipped("ecb"), "EUR"):
        assert stretch.first == ends.get(stretch.currency, date.min)
        ends[stretch.currency] = stretch.last + timedelta(days=1)
    assert set(ends) == set(all_codes())
    assert len(set(ends.values())) == 1


def test_a_source_that_goes_on_where_the_first_has_ended_is_heard(
    tool: ModuleType, write: Callable[..., Path]
) -> None:
    root = write()  # the ECB's rates, which end on 20 January
    hryvnia = {date(2025, 1, 20): {"UAH": "0.0980"}, date(2025, 2, 10): {"UAH": "0.0970"}}
    tool.build(hryvnia, root / "nbp", date(2025, 2, 10), tool.ABOUT | {"id": "nbp", "base": "PLN"})
    book = RateBook(Store([root]), today=date(2025, 3, 20))
    assert book.settled == date(2025, 2, 18)
    uah = [stretch for stretch in calendar(book, "PLN") if stretch.currency == "UAH"]
    assert [(each.last, each.rules[0].status) for each in uah[-2:]] == [
        (date(2025, 2, 17), OK),
        (date(2025, 2, 18), "too_old"),
    ]


def test_the_table_is_built_once_and_again_when_damaged(tmp_path: Path) -> None:
    book = shipped("ecb")
    with duckdb.connect() as con:
        path = CalendarTable(con, book, tmp_path).file("USD")
        built = path.stat().st_mtime_ns
        assert CalendarTable(con, book, tmp_path).file("USD") == path
        assert path.stat().st_mtime_ns == built
        path.write_bytes(path.read_bytes()[:1000])
        side_by_side(con, CalendarTable(con, book, tmp_path), ["USD"])
        con.execute("CREATE VIEW whole AS SELECT *, rate_usd AS rate FROM calendar")
        found = of_table(con, "CNY")(date(2025, 2, 23))
        assert found[:4] == (OK, date(2025, 2, 21), "ecb", "cross")
        assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_old_tables_are_cleared_away(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"calendar1-{number}.parquet").touch()
        (tmp_path / f"calendar1-{number}.days").touch()
        os.utime(tmp_path / f"calendar1-{number}.parquet", (number, number))
    with duckdb.connect() as con:
        path = CalendarTable(con, shipped("ecb"), tmp_path).file("USD")
    kept = {each.name for each in tmp_path.iterdir()}
    names = (f"calendar1-{number}" for number in range(33, 40))
    assert kept == {path.name, *(f"{name}.{end}" for name in names for end in ("parquet", "days"))}


def test_a_cache_that_cannot_be_written_to_costs_time_and_not_the_answer(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with engine.connect("512MB", tmp_path / "scratch") as con:
        (tmp_path / "scratch").mkdir(exist_ok=True)
        path = CalendarTable(con, shipped("ecb"), tmp_path / "file" / "calendar").file("USD")
    assert path.parent == tmp_path / "scratch"


def test_other_data_have_another_table(book: RateBook) -> None:
    earlier = RateBook(Store([shipped_root()]), today=date(2026, 10, 31))
    wider = RateBook(Store([shipped_root()]), today=book.today, max_gap=8)
    prints = {fingerprint(each) for each in (book, earlier, wider)}
    assert len(prints) == 3


def test_a_target_without_rates_has_no_table(book: RateBook, tmp_path: Path) -> None:
    with duckdb.connect() as con, pytest.raises(NoRateError):
        CalendarTable(con, book, tmp_path).file("XXQ")
    assert not list(tmp_path.iterdir())


def test_two_targets_stand_side_by_side_as_each_by_itself(table, book, calendars: Path) -> None:
    day = date(2025, 2, 21)
    with duckdb.connect() as con:
        side_by_side(con, CalendarTable(con, book, calendars), ["EUR", "USD"])
        found = con.execute(
            "SELECT rate_eur, rate_usd, status, rate_source, rate_method FROM spans JOIN calendar USING (id) "
            "JOIN answers USING (answer_0, answer_1) WHERE currency = 'gbp' AND as_of = ?",
            [day],
        ).fetchall()
    alone = [of_table(table(book, target), "GBP")(day) for target in ("EUR", "USD")]
    assert found == [(alone[0][-1], alone[1][-1], OK, "ecb", f"{alone[0][3]};{alone[1][3]}")]


def test_averages_stand_below_the_answers_of_the_calendar_and_say_once_what_is_alike(book) -> None:
    day = date(2016, 1, 1)
    figures = {"rate_eur": [0.9], "answer_0": [3], "observed_0": [day], "rate_usd": [1.0], "answer_1": [0]}
    figures |= {"observed_1": [day]}
    said = {"rate_source": ["ecb"], "rate_method": ["direct"], "status": ["ok"]}
    tables = {
        "spans": pyarrow.table({"currency": ["gbp", "usd", "chf"], "id": [1, 2, 3]}),
        "calendar": pyarrow.table({"id": [1], "as_of": [day], **figures}),
        "answers": pyarrow.table({"answer_0": [3], "answer_1": [0], **said}),
    }
    units = [unit for code in ("GBP", "USD", "CHF") if (unit := unit_of(code))]
    targets = ("EUR", "USD")
    periods = [(unit, day, date(2016, 12, 31)) for unit in units]
    found = with_averages(tables, Averages(book, targets), periods, targets)
    rows = found["calendar"].to_pylist()
    assert [(row["id"], row["answer_0"], row["answer_1"]) for row in rows] == [
        (1, 3, 0), (1, -1, -1), (2, -2, -2), (3, -1, -1),
    ]  # fmt: skip
    assert {row["until"] for row in rows} == {day, date(2016, 12, 31)}
    methods = {row["answer_0"]: row["rate_method"] for row in found["answers"].to_pylist()}
    assert methods == {3: "direct", -1: "average", -2: "average;direct"}
