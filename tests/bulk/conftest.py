"""Rows in, rows out: a batch as a function, and a hundred thousand rows that try everything."""

from __future__ import annotations

import csv
import os
import random
import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from math import isclose
from pathlib import Path
from typing import Any

import pytest

from capexcalc.bulk.duckdb_batch import batch
from capexcalc.bulk.job import DEFAULT_MEMORY, Job, Summary
from capexcalc.cache.store import Store, shipped_root
from capexcalc.errors import NoRateError
from capexcalc.money import currencies
from capexcalc.money.currency_cells import unit_of
from capexcalc.money.periods import Period
from capexcalc.rates.book import RateBook
from capexcalc.rates.official import official
from capexcalc.rates.quote import Quote
from capexcalc.reading.cell_figures import UnclearError, affix, number, parted
from capexcalc.reading.date_cells import day_of

TODAY = date(2026, 11, 3)

Row = dict[str, str]
Convert = Callable[..., tuple[list[Row], Summary]]


@pytest.fixture(scope="session")
def book() -> RateBook:
    return RateBook(Store([shipped_root()]), today=TODAY)


@pytest.fixture(scope="session")
def calendars(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("calendars")


@pytest.fixture
def convert(book: RateBook, calendars: Path, tmp_path: Path) -> Convert:
    """Convert the text of a CSV file with the columns amount, currency and date.

    Gives the rows written, unless not to ``read`` them, and the summary.
    """

    def call(text: str | bytes, **options: Any) -> tuple[list[Row], Summary]:
        source, out = tmp_path / "in.csv", tmp_path / "out.csv"
        source.write_bytes(text if isinstance(text, bytes) else text.encode())
        read, memory = options.pop("read", True), options.pop("memory", DEFAULT_MEMORY)
        if "words" in options:
            options["text"] = options.pop("words")
        else:
            options = {"amount": "amount", "currency": "currency", **options}
        job = Job(str(source), str(out), **{"to": ("EUR",), "date": "date", **options})
        summary = batch(job, book=book, calendars=calendars, memory=memory).result
        if not read:
            return [], summary
        with out.open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines)), summary

    return call


@pytest.fixture
def job(book, calendars, tmp_path):
    """Run a job over files in the test's folder; gives the output's path and the outcome."""

    def run(source: str, content: bytes, out: str, **options):
        given = tmp_path / source
        given.write_bytes(content)
        if "text" not in options:
            options = {"amount": "amount", "currency": "currency", **options}
        done = Job(str(given), str(tmp_path / out), **{"to": ("EUR",), "date": "date", **options})
        return tmp_path / out, batch(done, book=book, calendars=calendars)

    return run


@pytest.fixture(scope="session")
def random_rows(book: RateBook) -> list[tuple[str, str, str]]:
    """Amount, currency and date of rows of every sort: all codes there are or were, all days, bad cells."""
    chance = random.Random(6)
    rated, known = book.holdings.codes(), currencies.all_codes()
    first = date(1983, 12, 1)  # the oldest rates are of January
    days = (TODAY + timedelta(days=30) - first).days
    rows = []
    for _ in range(100_000):
        amount = f"{chance.uniform(-1e3, 1e12):.{chance.randrange(5)}f}"
        code = chance.choice(known if chance.random() < 0.1 else rated)
        day = str(first + timedelta(days=chance.randrange(days)))
        match chance.randrange(100):
            case 0:
                amount = chance.choice(
                    ["", "n/a", "1,5", "nan", "inf", "1_000", "0x10", "1e400", "12d", "=2+3", "$.50", "1 23"]
                )
            case 1:
                code = chance.choice(["", "XXQ", "euro", "€", "US", "RMB", "GBp", "GBX", "Swiss Franc", "$"])
            case 2:
                day = chance.choice(
                    ["", "soon", "2024-02-30", "2024", "20240105", "0001-01-01", "9999-12-31", "2019-Q3",
                     "March 2018", "31/12/2019 11:59:00 PM", "3 janvier 2018", "43160", "2030", "2026-11"]
                )  # fmt: skip
            case 3:
                amount, code, day = f" {amount} ", f" {code.lower()} ", f"{day} 23:59:59"
            case 4 | 5 | 6:
                amount = f"{Decimal(amount):,}"
            case 7:
                amount = f"({Decimal(amount):,})" if amount[0] != "-" else amount.replace("-", "- ")
            case 8:
                amount, code = f"€{Decimal(amount).copy_abs():,}", chance.choice(["EUR", "USD"])
        rows.append((amount, code, day))
    return rows


@pytest.fixture(scope="session")
def agrees(book: RateBook) -> Callable[[tuple[str, str, str], str, Row], bool]:
    """Whether an output row is what ``convert`` makes of the input row, for one target."""

    def check(given: tuple[str, str, str], target: str, row: Row) -> bool:
        status, amount, quote = _convert(book, *given, target)
        name = f"amount_{target.lower()}"
        if row["status"] != status:
            return False
        if quote is None or amount is None:
            return not row[name]
        provenance = (row["rate_date"], row["rate_source"], row["rate_method"])
        return provenance == (str(quote.observed), quote.source, quote.method) and isclose(
            Decimal(row[name]), amount, rel_tol=1e-12
        )

    return check


@pytest.fixture(scope="session")
def java() -> None:
    """Skips where Spark cannot run."""
    pytest.importorskip("pyspark", reason="Spark needs PySpark: make test-spark")
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        pytest.skip("Spark needs Java")


@pytest.fixture(scope="session")
def spark(java: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """One session on two local cores for all tests: starting one takes seconds."""
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").config("spark.driver.memory", "4g")
    settings = {
        "spark.sql.warehouse.dir": str(tmp_path_factory.mktemp("warehouse")),
        "spark.sql.shuffle.partitions": "2",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    with builder.getOrCreate() as running:
        yield running


def _convert(
    book: RateBook, amount: str, code: str, day: str, target: str
) -> tuple[str, Decimal | None, Quote | None]:
    unit = unit_of(code)
    value = _value(amount, unit.code if unit else "")
    if isinstance(value, str):
        return value, None, None
    on = day_of(day, "dmy")
    if unit is None:
        return (
            ("bad_date" if on is None else "future_date" if on.first > TODAY else "unknown_currency"),
            None,
            None,
        )
    if on is None:
        return "bad_date", None, None
    try:
        if on.first == on.last or on.first > TODAY:
            quote = book.quote(unit.code, target, on.first)
        else:
            quote = book.average(unit.code, target, Period(on.first, on.last))
    except NoRateError as error:
        return error.code, None, None
    return "official_rate" if any(official(quote)) else "ok", quote.convert(value / unit.parts), quote


def _value(text: str, code: str) -> Decimal | str:
    """The amount of a cell in a column with decimal points, or its refusal."""
    figure = parted(text) if "_" not in text else None
    if figure is None:
        return "bad_amount"
    value = number(figure.digits, ".")
    try:
        about = affix(figure.before, figure.after, code)
    except UnclearError:
        return "bad_amount"
    if about.named and code and code not in about.named:
        return "currency_conflict" if value is not None else "bad_amount"
    return "bad_amount" if value is None or value > Decimal("1e200") else value * about.factor
