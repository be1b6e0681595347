"""Row by row, a batch means what ``convert`` means: the same refusals, dates, sources and amounts."""

from __future__ import annotations

import csv
import io
import random
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from math import isclose
from pathlib import Path
from typing import NamedTuple

import pytest

from capexcalc.bulk.job import Job
from capexcalc.errors import NoRateError
from capexcalc.money.periods import Period
from capexcalc.rates.book import RateBook
from capexcalc.rates.official import official


def test_a_hundred_thousand_rows_agree_with_convert(convert, random_rows, agrees) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([("amount", "currency", "date"), *random_rows])
    rows, summary = convert(text.getvalue(), to=("USD",))
    assert [(row["amount"], row["currency"], row["date"]) for row in rows] == random_rows
    differing = [
        (given, row) for given, row in zip(random_rows, rows, strict=True) if not agrees(given, "USD", row)
    ]
    assert not differing[:5]
    assert summary.statuses == Counter(row["status"] for row in rows)
    assert len(summary.statuses) > 10


class Row(NamedTuple):
    """A row of a German table as it is written, and what it means, told by who wrote it: ``days`` is the day
    or the period, ``refusal`` the status of a row without a meaning."""

    cells: tuple[str, str, str, str]
    value: Decimal
    code: str
    parts: int
    days: Period
    refusal: str | None


_UNITS = {"GBp": ("GBP", 100), "ZAc": ("ZAR", 100), "US Dollar": ("USD", 1), "RMB": ("CNY", 1)}
_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
    "November", "Dezember",
)  # fmt: skip


@pytest.fixture(scope="module")
def german_rows(book: RateBook) -> list[Row]:
    chance = random.Random(41)
    codes, first = book.holdings.codes(), date(1984, 1, 1)
    days = (book.today - first).days + 60
    return [_row(n, chance, codes, first + timedelta(chance.randrange(days))) for n in range(5000)]


@pytest.fixture
def german_file(german_rows: Sequence[Row], tmp_path: Path) -> Path:
    path = tmp_path / "in.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("Zuwendungen; vorläufig\n\nStand 2026\n")
        lines = [("n", "Betrag", "Währung", "Datum"), *(row.cells for row in german_rows)]
        csv.writer(file, delimiter=";").writerows(lines)
    return path


def test_a_german_table_agrees_with_convert(
    german_file: Path, german_rows: list[Row], book: RateBook, calendars: Path
) -> None:
    from capexcalc.bulk.duckdb_batch import batch

    job = _job(german_file, "out.csv")
    summary = batch(job, book=book, calendars=calendars).result
    rows = _read([german_file.with_name("out.csv")])
    differing = [
        (given, row) for given, row in zip(german_rows, rows, strict=True) if not _means(given, row, book)
    ]
    assert not differing[:5]
    assert summary.decimal == ","
    wanted = {"ok", "bad_amount", "bad_date", "unknown_currency", "currency_conflict", "partly_covered"}
    assert wanted < summary.statuses.keys()
    assert {row["rate_method"] for row in rows} > {"average", "cross", "fixed", "peg"}


@pytest.mark.spark
@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::ResourceWarning")
def test_a_german_table_agrees_with_convert_on_spark(
    spark, german_file: Path, german_rows: list[Row], book: RateBook, calendars: Path
) -> None:
    from capexcalc.bulk.spark_batch import batch

    batch(_job(german_file, "spark.csv"), book=book, calendars=calendars)
    rows = _read(sorted(german_file.with_name("spark.csv").glob("part-*.csv")))
    differing = [
        (given, row) for given, row in zip(german_rows, rows, strict=True) if not _means(given, row, book)
    ]
    assert not differing[:5]


def _job(source: Path, out: str) -> Job:
    return Job(str(source), str(source.with_name(out)), ("EUR",), "Datum", "Betrag", "Währung")


def _read(paths: Sequence[Path]) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = []
    for path in paths:
        with path.open(encoding="utf-8", newline="") as lines:
            rows += csv.DictReader(lines, delimiter=";")
    return sorted(rows, key=lambda row: int(row["n"]))


def _row(n: int, chance: random.Random, codes: Sequence[str], day: date) -> Row:
    value = Decimal(chance.randrange(1, 10 ** chance.randrange(3, 13))) / 100
    written = f"{value:,.2f}" if chance.random() < 0.6 else f"{value:.2f}"
    cell, code, dated = written.translate(str.maketrans(",.", ".,")), chance.choice(codes), f"{day:%d.%m.%Y}"
    named, parts, days, refusal = code, 1, Period(day, day), None
    match chance.randrange(32):
        case 0:
            cell, refusal = (
                chance.choice(["", "k.A.", "1.23.4", "12,5,6", "-", "1_000", "zehn"]),
                "bad_amount",
            )
        case 1:
            named, refusal = chance.choice(["XXQ", "$", "kr", "Dollars?"]), "unknown_currency"
        case 2:
            dated, refusal = chance.choice(["", "bald", "31.02.2018", "2018-13-01", "99.99.9999"]), "bad_date"
        case 3:
            named = chance.choice(list(_UNITS))
            code, parts = _UNITS[named]
        case 4:
            cell, value = f"({cell})", -value
        case 5:
            cell, named, code = f"€ {cell}", "EUR", "EUR"
        case 6:
            cell, named, code, refusal = f"€ {cell}", "USD", "USD", "currency_conflict"
        case 7:
            dated = chance.choice([str(day), f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"])
        case 8:
            days = Period(date(day.year, 1, 1), date(day.year, 12, 31))
            dated = str(day.year)
        case 9:
            days = Period(date(day.year, 4, 1), date(day.year, 6, 30))
            dated = f"{day.year}-Q2"
        case 10:
            cell, value = f"{cell} Mio.", value * 10**6
        case 11:
            cell, named = f" {cell} ", f" {named.lower()} "
        case 12:
            cell, value = f"-{cell}", -value
        case 13:
            cell = cell.replace(".", " ")
        case 14:
            dated = f"{dated} (vorläufig)"
        case 15:
            cell, value = f"({cell}) {code}", -value
        case 16:
            cell = f"{value:e}".replace(".", ",")
        case 17:
            named, refusal = "Rm", "unknown_currency"
    return Row((str(n), cell, named, dated), value, code, parts, days, refusal)


def _means(given: Row, row: dict[str, str], book: RateBook) -> bool:
    """Whether a row that was written says what ``given`` means, as ``convert`` would have it."""
    days = given.days
    if given.refusal is not None:
        later = given.refusal == "unknown_currency" and days.start > book.today
        return row["status"] == ("future_date" if later else given.refusal) and not row["amount_eur"]
    try:
        if days.start == days.end or days.start > book.today:
            quote = book.quote(given.code, "EUR", days.start)
        else:
            quote = book.average(given.code, "EUR", days)
    except NoRateError as error:
        return row["status"] == error.code and not row["amount_eur"]
    wanted = quote.convert(given.value / given.parts)
    provenance = (row["rate_date"], row["rate_source"], row["rate_method"])
    return (
        row["status"] == ("official_rate" if any(official(quote)) else "ok")
        and provenance == (str(quote.observed), quote.source, quote.method)
        and isclose(float(row["amount_eur"]), wanted, rel_tol=1e-12)
    )
