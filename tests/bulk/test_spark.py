"""On Spark as on DuckDB: the same SQL over the same calendar."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from itertools import product
from math import isclose
from pathlib import Path

import pytest

from capexcalc.bulk.job import Job
from capexcalc.errors import InputError

pytestmark = [
    pytest.mark.spark,
    # PySpark's own, about its sockets and the pandas it finds.
    pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::ResourceWarning"),
]


@pytest.fixture
def run(spark, book, calendars, tmp_path: Path):
    from capexcalc.bulk.spark_batch import batch

    def call(source: Path, out: str, **options):
        columns = {} if "text" in options else {"amount": "amount", "currency": "currency"}
        job = Job(str(source), str(tmp_path / out), **{"to": ("EUR",), "date": "date", **columns, **options})
        return tmp_path / out, batch(job, book=book, calendars=calendars).result

    return call


def rows_of(folder: Path, delimiter: str = ",") -> list[dict[str, str]]:
    rows = []
    for part in sorted(folder.glob("part-*.csv")):
        with part.open(encoding="utf-8", newline="") as lines:
            rows.extend(csv.DictReader(lines, delimiter=delimiter))
    return rows


def test_a_hundred_thousand_rows_agree_with_duckdb_and_with_convert(
    run, convert, book, random_rows, agrees, tmp_path: Path
) -> None:
    text = io.StringIO()
    csv.writer(text).writerows(
        [("n", "amount", "currency", "date"), *((n, *r) for n, r in enumerate(random_rows))]
    )
    on_duckdb, counted = convert(text.getvalue())
    folder, summary = run(tmp_path / "in.csv", "spark.csv")
    rows = sorted(rows_of(folder), key=lambda row: int(row["n"]))
    assert (summary.rows, summary.statuses) == (len(random_rows), counted.statuses)
    differing = [
        (row, other)
        for given, row, other in zip(random_rows, rows, on_duckdb, strict=True)
        if not (agrees(given, "EUR", row) and alike(row, other))
    ]
    assert not differing[:5]
    converted = [row for row in rows if row["status"] == "ok"]
    assert {code for _, code, _ in random_rows} >= {*book.holdings.codes()}
    assert len({row["currency"].strip().upper() for row in converted}) > 190
    assert {row["rate_source"] for row in converted} == {"ecb", "nbp", "fixed", "peg"}
    methods = {row["rate_method"] for row in converted}
    assert methods == {"direct", "inverse", "cross", "fixed", "peg", "average"}
    assert any(row["rate_date"] < row["date"] for row in converted)


def alike(row: dict[str, str], other: dict[str, str]) -> bool:
    """Whether all cells are the same, and figures but for the last digits a double has."""
    figures = {f"{kind}_{code}" for kind in ("amount", "rate") for code in ("eur", "usd")}
    return row.keys() == other.keys() and all(
        isclose(float(row[name]), float(other[name]), rel_tol=1e-12)
        if name in figures and row[name] and other[name]
        else row[name] == other[name]
        for name in row
    )


@pytest.mark.parametrize("to", [("EUR",), ("EUR", "USD")])
def test_other_peoples_files_are_read_as_on_duckdb(spark, book, calendars, tmp_path: Path, to) -> None:
    from capexcalc.bulk.duckdb_batch import batch as on_duckdb
    from capexcalc.bulk.spark_batch import batch as on_spark

    source = tmp_path / "in.csv"
    amounts = ["98.500", "7.250", "1.234.567,89", "12,5", "€5", "n/a", "(3)", ""]
    days = ["2018", "2018-02", "March 2018", "3 janvier 2018", "43103", "31/12/2017", "03/04/2018", "x"]
    codes = ["CHF", "GBp", "RMB", "US Dollar", "eur", "$", "", "USD"]
    rows = [f"{n};{a};{c};{d}\n" for n, (a, c, d) in enumerate(product(amounts, codes, days))]
    source.write_text("n;amount;currency;date\n" + "".join(rows))
    job = Job(str(source), str(tmp_path / "out.csv"), to, "date", "amount", "currency")
    one = on_spark(job, book=book, calendars=calendars)
    other = on_duckdb(replace(job, out=str(tmp_path / "file.csv")), book=book, calendars=calendars)
    assert one.result == other.result
    assert [notice.code for notice in one.warnings] == [notice.code for notice in other.warnings]
    found = sorted(rows_of(tmp_path / "out.csv", ";"), key=lambda row: int(row["n"]))
    with (tmp_path / "file.csv").open(encoding="utf-8", newline="") as lines:
        expected = list(csv.DictReader(lines, delimiter=";"))
    assert len(found) == len(rows)
    assert not [pair for pair in zip(found, expected, strict=True) if not alike(*pair)][:5]


def test_amounts_in_words_and_several_targets(run, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    lines = [("380 milliards de yuans", "24/02/2025"), ("from 1 to 2 bn euros", "24/02/2025"), ("", "x")]
    source.write_text("".join(json.dumps({"price": price, "date": day}) + "\n" for price, day in lines))
    folder, summary = run(source, "out.jsonl", text="price", to=("EUR", "USD"))
    written = [json.loads(line) for part in folder.glob("part-*") for line in part.read_text().splitlines()]
    by_price = {row["price"]: row for row in written}
    assert round(by_price["380 milliards de yuans"]["amount_eur"], 2) == 50079732205.22
    assert by_price["380 milliards de yuans"]["rate_method"] == "inverse;cross"
    assert summary.statuses == {"ok": 1, "several_amounts": 1, "no_amount": 1}


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("amount,currency,date\n1,USD,2025-02-24\n1,USD\n", "spark_failed", "in.csv: [MALFORMED_CSV_RECORD]"),
        ("", "empty_file", "in.csv: the file is empty"),
        ("amount,currency,day\n1,USD,2025-02-24\n", "no_such_column", "no column 'date'"),
        (
            "amount,x,X,currency,date\n1,2,3,USD,2025-02-24\n",
            "duplicate_column",
            "without a name of their own",
        ),
        (
            "amount,currency,date,rate_date\n1,USD,2025-02-24,x\n",
            "column_exists",
            "a column rate_date already",
        ),
    ],
)
def test_what_is_no_table_ends_the_job_and_commits_nothing(
    run, tmp_path: Path, text, code: str, said: str
) -> None:
    source = tmp_path / "in.csv"
    source.write_text(text)
    with pytest.raises(InputError) as caught:
        run(source, "out.csv")
    assert caught.value.code == code
    assert said in caught.value.message
    assert not list((tmp_path / "out.csv").glob("*"))


def test_cells_come_out_as_they_went_in(run, tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    cells = ("1", "USD", "2025-02-24", "  blanks  ", 'a "b" \\', "=cmd", "a\0b", "x" * 10_000_000)
    with source.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows([("amount", "currency", "date", *"vwxyz"), cells])
    csv.field_size_limit(20_000_000)
    folder, _ = run(source, "out.csv")
    (part,) = (part for part in folder.glob("part-*.csv") if part.stat().st_size)
    with part.open(encoding="utf-8", newline="") as lines:
        header, row = csv.reader(lines, delimiter=";")
    assert header[:8] == ["amount", "currency", "date", *"vwxyz"]
    assert tuple(row[:8]) == cells
    assert row[-1] == "ok"


def test_what_was_found_or_replaced_is_said(spark, book, calendars, tmp_path: Path) -> None:
    from capexcalc.bulk.spark_batch import batch

    source = tmp_path / "in.csv"
    source.write_bytes(b"amount;currency;date\n1;USD;2025-02-24\n1;caf\xe9;2025-02-24\n")
    job = Job(str(source), str(tmp_path / "out.csv"), ("EUR",), "date", "amount", "currency")
    outcome = batch(job, book=book, calendars=calendars)
    assert [notice.message for notice in outcome.warnings] == [
        f"{source}: cells are parted by semicolons",
        f"{source}: 1 rows have characters that are not UTF-8, written as U+FFFD",
    ]
    assert outcome.result.statuses == {"ok": 1, "unknown_currency": 1}


def test_what_was_assumed_of_amounts_in_words_is_said_as_on_duckdb(
    spark, book, calendars, tmp_path: Path
) -> None:
    from capexcalc.bulk.duckdb_batch import batch as on_duckdb
    from capexcalc.bulk.spark_batch import batch as on_spark

    source = tmp_path / "in.csv"
    prices = ["5bn pesos", "$1bn", "6bn crowns", "7bn crowns"]
    source.write_text("price,date\n" + "".join(f"{price},2025-02-24\n" for price in prices))
    job = Job(str(source), str(tmp_path / "out.csv"), ("EUR",), "date", text="price")
    said = on_spark(job, book=book, calendars=calendars).warnings
    assert {notice.code for notice in said} == {"currency_assumed"}
    job = replace(job, out=str(tmp_path / "file.csv"))
    assert set(said) == set(on_duckdb(job, book=book, calendars=calendars).warnings)
