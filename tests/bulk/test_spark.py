"""On Spark as on DuckDB: the same SQL over the same calendar."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import product
from math import isclose
from pathlib import Path
from types import SimpleNamespace

import pytest

from capexcalc.bulk.dates import Days
from capexcalc.bulk.inputs import Table
from capexcalc.bulk.job import Job
from capexcalc.bulk.spark_batch import _periods
from capexcalc.bulk.spark_files import _below, _refuse_alike
from capexcalc.bulk.sql import Reading
from capexcalc.errors import InputError
from capexcalc.money.currency_cells import Unit

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


TITLE = 'Awards of 2018, "final"\r\nexported; 2019-01-02\r\n\r\n'
BODY = 'n;amount;currency;date\r\n1;98.500,00;CHF;03/01/2018\r\n\r\n2;"1,5";CHF;13/01/2018\r\n'


@pytest.mark.parametrize("above", ["", TITLE, "\ufeff" + TITLE])
def test_a_title_is_passed_over_in_every_file_of_a_folder(
    spark, book, calendars, tmp_path: Path, above: str
) -> None:
    from capexcalc.bulk.spark_batch import batch

    source = tmp_path / "in.csv"
    source.mkdir()
    for n, amount in enumerate(("98.500,00", "7.250,00")):
        (source / f"{n}.csv").write_bytes((above + BODY.replace("98.500,00", amount)).encode())
    job = Job(str(source), str(tmp_path / "out.csv"), ("EUR",), "date", "amount", "currency")
    outcome = batch(job, book=book, calendars=calendars)
    amounts = sorted(float(row["amount_eur"]) for row in rows_of(tmp_path / "out.csv", ";"))
    assert [round(amount, 2) for amount in amounts] == [1.27, 1.27, 6177.57, 83929.79]
    assert outcome.result.rows == 4
    told = [notice.message for notice in outcome.warnings if notice.code == "title"]
    assert told == [f"{source}:4: the header is read here, what is above is passed over"] * bool(above)


def test_of_pieces_those_that_begin_a_file_have_a_header() -> None:
    import pyarrow

    lines = ["title", "a,b", "1,2", "3,4", "", "title", "a,b", "5,6"]
    files, begins = [*"xxxxxyyy"], [0, 0, 0, 1, 1, 0, 0, 0]
    batch = pyarrow.record_batch([lines, files, begins], names=["value", "file", "begins"])
    (found,) = _below(1, "a,b", [batch])
    assert found["value"].to_pylist() == ["1,2", "3,4", "5,6"]
    with pytest.raises(RuntimeError, match=r"\[OTHER_HEADER\] x: line 2 is not c,d"):
        list(_below(1, "c,d", [batch]))


def test_a_file_of_a_folder_with_another_header_below_its_title_ends_the_job(run, tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.mkdir()
    (source / "0.csv").write_text(TITLE + BODY)
    (source / "1.csv").write_text(TITLE + BODY.replace("n;", "m;"))
    with pytest.raises(InputError, match="OTHER_HEADER"):
        run(source, "out.csv")


def test_what_is_titled_is_read_as_on_duckdb(spark, book, calendars, tmp_path: Path) -> None:
    from capexcalc.bulk.duckdb_batch import batch as on_duckdb
    from capexcalc.bulk.spark_batch import batch as on_spark

    source = tmp_path / "in.csv"
    cells = ("a, b", '"say ""so"""', "", '""', "  blanks  ", "=cmd", "\u20ac", "\\", "1;2".join('""'))
    rows = [f"{n};{cell};5,25;CHF;2018-01-03\n" for n, cell in enumerate(cells)]
    source.write_text("Title\n\nn;note;amount;currency;date\n" + "".join(rows))
    job = Job(str(source), str(tmp_path / "out.csv"), ("EUR",), "date", "amount", "currency")
    one = on_spark(job, book=book, calendars=calendars)
    other = on_duckdb(replace(job, out=str(tmp_path / "file.csv")), book=book, calendars=calendars)
    assert one == other
    found = sorted(rows_of(tmp_path / "out.csv", ";"), key=lambda row: int(row["n"]))
    with (tmp_path / "file.csv").open(encoding="utf-8", newline="") as lines:
        expected = list(csv.DictReader(lines, delimiter=";"))
    assert not [pair for pair in zip(found, expected, strict=True) if not alike(*pair)]


def test_a_figure_far_down_the_file_settles_the_mark_as_on_duckdb(run, tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    lines = ["98.500;CHF;2018-01-03;" + "x" * 80] * 60_000
    lines[40_000:43_000] = ["98,5;CHF;2018-01-03;" + "x" * 80] * 3000
    source.write_text("amount;currency;date;note\n" + "\n".join(lines) + "\n")
    _, summary = run(source, "out.csv")
    assert (summary.decimal, summary.statuses) == (",", {"ok": 60_000})
    source.write_text("amount;currency;date;note\n" + "\n".join(lines[:30_000]) + "\n")
    with pytest.raises(InputError, match=r"'98\.500' in 'amount'"):
        run(source, "other.csv")


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


@pytest.mark.parametrize(("names", "alike"), [("ab", False), ("aA", True), (("a", ""), True)])
def test_columns_have_names_of_their_own(names, alike: bool) -> None:
    if alike:
        with pytest.raises(InputError, match="without a name of their own"):
            _refuse_alike(names, "in.csv")
    else:
        _refuse_alike(names, "in.csv")


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


@pytest.mark.parametrize(("to", "kind"), [(("EUR",), "date"), (("EUR", "USD"), "string")])
def test_the_day_of_one_rate_is_a_date_to_who_has_dates(spark, run, tmp_path: Path, to, kind: str) -> None:
    source = tmp_path / "in.csv"
    source.write_text("amount,currency,date\n1,CHF,2025-02-24\n")
    folder, _ = run(source, "out.parquet", to=to)
    assert spark.read.parquet(str(folder)).schema["rate_date"].dataType.typeName() == kind


def test_averages_are_asked_for_of_periods_and_not_of_days() -> None:
    cells = [("CHF", "2018"), ("chf", "2018"), ("CHF", "2018-01-03"), ("XXQ", "2018"), ("GBp", "2018-02")]
    rows = [SimpleNamespace(currency=currency, day=day) for currency, day in [*cells, ("CHF", "soon")]]
    source = SimpleNamespace(collect=lambda: rows)
    source.selectExpr = source.where = source.distinct = lambda *_: source
    job = Job("in.csv", "out.csv", ("EUR",), "date", "amount", "currency")
    table = Table("t", ("amount", "currency", "date"), ("a", "c", "d"))
    assert _periods(source, job, table, Reading(None, ".", Days("", periods=True))) == {
        (Unit("CHF"), date(2018, 1, 1), date(2018, 12, 31)),
        (Unit("GBP"), date(2018, 2, 1), date(2018, 2, 28)),
    }


def test_cells_come_out_as_they_went_in(run, request, tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    cells = ("1", "USD", "2025-02-24", "  blanks  ", 'a "b" \\', "=cmd", "a\0b", "x" * 10_000_000)
    with source.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows([("amount", "currency", "date", *"vwxyz"), cells])
    request.addfinalizer(partial(csv.field_size_limit, csv.field_size_limit(20_000_000)))
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
