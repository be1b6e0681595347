"""What a data desk relies on: rows and columns as they were, joined by figures that can be checked."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

import duckdb
import pytest

from capexcalc.bulk.job import Job
from capexcalc.bulk.records import BLOCK
from capexcalc.errors import InputError, NoRateError, UsageError

ADDED = ["amount_eur", "rate_eur", "rate_date", "rate_source", "rate_method", "status"]


def test_the_announcement_to_the_cent(convert) -> None:
    (row,), _ = convert("amount,currency,date\n380000000000,CNY,2025-02-24\n")
    assert round(float(row["amount_eur"]), 2) == 50079732205.22
    assert (row["rate_date"], row["rate_source"], row["rate_method"]) == ("2025-02-24", "ecb", "inverse")


def test_sunday_uses_friday_and_says_so(convert) -> None:
    (row,), _ = convert("amount,currency,date\n1,USD,2025-02-23\n")
    assert row["rate_date"] == "2025-02-21"


def test_an_official_rate_far_from_the_market_is_converted_and_says_so(convert) -> None:
    rows, summary = convert(
        "amount,currency,date\n1e12,IRR,2025-12-10\n1e12,IRR,2026-01-14\n24,CUP,2021-01-01\n24,CUP,2020-12-31\n"
    )
    assert [row["status"] for row in rows] == ["official_rate", "ok", "official_rate", "before_first"]
    assert [bool(row["amount_eur"]) for row in rows] == [True, True, True, False]
    assert summary.refused == 1


def test_the_columns_of_the_input_come_first_and_untouched(job) -> None:
    text = 'id,date,note,amount,currency\n007,2025-02-24,"=cmd|""x"", ü",1.50,usd\n008,2025-02-24,,2,USD\n'
    out, _ = job("in.csv", text.encode(), "out.csv")
    lines = out.read_text("utf-8").splitlines()
    assert lines[0] == "id,date,note,amount,currency," + ",".join(ADDED)
    assert lines[1].startswith('007,2025-02-24,"=cmd|""x"", ü",1.50,usd,')


def test_rows_keep_their_order(job) -> None:
    # More than is read at a time, so that several threads have their share.
    numbers = [str(number) for number in range(150_000)]
    text = "amount,currency,date,note\n" + "".join(f"{each},USD,2025-02-24,{'x' * 90}\n" for each in numbers)
    assert len(text) > 3 * BLOCK
    for out in ("out.csv", "out.jsonl", "out.parquet"):
        path, outcome = job("in.csv", text.encode(), out)
        relation = f"read_csv('{path}', all_varchar = true)" if out == "out.csv" else f"'{path}'"
        rows = duckdb.sql(f"SELECT amount FROM {relation}").fetchall()
        assert [str(amount) for (amount,) in rows] == numbers
        assert outcome.result.statuses == {"ok": 150_000}


def test_cells_are_quoted_where_they_were_and_must_be(job) -> None:
    lines = [
        'amount,currency,date,note,"a ""name"""',
        '1,USD,2025-02-24,"a,b",plain',
        '2,USD,2025-02-24,"a ""word""",',
        '3,USD,2025-02-24,"two\nlines",""',
        '4,USD,2025-02-24,"a\rreturn",#5',
        "5,USD,2025-02-24, blanks ,'6'",
    ]
    out, _ = job("in.csv", "\n".join([*lines, ""]).encode(), "out.csv")
    written = out.read_bytes().decode().split(",ok\n")[:-1]
    header, first = written[0].split("\n", 1)
    assert header == f"{lines[0]},{','.join(ADDED)}"
    assert [row.rsplit(",", 5)[0] for row in (first, *written[1:])] == lines[1:]


def test_answers_for_several_targets_are_one_cell_whatever_the_delimiter(job) -> None:
    text = "amount;currency;date\n5;EUR;2025-02-23\n"
    out, _ = job("in.csv", text.encode(), "out.csv", to=("USD", "EUR"))
    (row,) = csv.DictReader(out.read_text().splitlines(), delimiter=";")
    assert row["rate_date"] == "2025-02-21;2025-02-23"
    assert row["rate_source"] == "ecb"


def test_columns_with_types_are_written_as_text(job, tmp_path: Path) -> None:
    given = tmp_path / "typed.parquet"
    row = "12.5::DECIMAL(9, 2) AS amount, 'USD' AS currency, DATE '2025-02-23' AS date, [1, 2] AS list"
    duckdb.sql(f"COPY (SELECT {row}, NULL::INTEGER AS none) TO '{given}'")
    out, _ = job("in.parquet", given.read_bytes(), "out.csv")
    assert out.read_text().splitlines()[1].startswith('12.50,USD,2025-02-23,"[1, 2]",,11.94')
    out, _ = job("in.parquet", given.read_bytes(), "out.jsonl")
    found = json.loads(out.read_text())
    assert [found[name] for name in ("amount", "date", "list", "none")] == [12.5, "2025-02-23", [1, 2], None]


def test_a_row_without_a_rate_says_why(convert) -> None:
    cells = {
        "1,VES,2018-08-19": "before_first",
        "1,USD,1998-01-01": "before_first",
        "1,BYN,2024-06-03": "gap",
        "1,USD,2030-01-01": "future_date",
        "1,USD,": "bad_date",
        ",USD,2024-01-01": "bad_amount",
        "1,ADP,2024-01-01": "no_rates_for",
        "1,XXQ,2024-01-01": "unknown_currency",
    }
    rows, summary = convert("amount,currency,date\n" + "\n".join(cells))
    assert [row["status"] for row in rows] == list(cells.values())
    assert not any(row["amount_eur"] for row in rows)
    assert summary.refused == len(cells)


def test_a_currency_in_itself_needs_no_rates_and_no_observation(convert) -> None:
    (row,), _ = convert("amount,currency,date\n5,EUR,1957-03-25\n")
    assert (row["amount_eur"], row["rate_date"], row["rate_method"]) == ("5.0", "1957-03-25", "direct")


def test_targets_that_differ_are_each_named(convert) -> None:
    rows, _ = convert("amount,currency,date\n5,EUR,2025-02-23\n5,BYN,2025-02-24\n", to=("USD", "EUR"))
    assert rows[0]["rate_date"] == "2025-02-21;2025-02-23"
    assert float(rows[0]["amount_usd"]) == pytest.approx(5 * 1.0465)
    assert rows[0]["amount_eur"] == "5.0"
    assert rows[0]["status"] == "ok"
    assert rows[1]["status"] == "gap"


@pytest.mark.parametrize(
    ("written", "form"), [("31/12/2024", "%d/%m/%Y"), ("12/31/2024", "%m/%d/%Y"), ("31 Dec 2024", "%d %b %Y")]
)
def test_other_ways_to_write_dates_are_found_and_told(job, written: str, form: str) -> None:
    out, outcome = job("in.csv", f"amount,currency,date\n1,USD,{written}\n".encode(), "out.csv")
    assert "2024-12-31" in out.read_text()
    assert form in outcome.warnings[0].message


def test_dates_with_two_readings_are_asked_about(job) -> None:
    text = b"amount,currency,date\n1,USD,03/04/2025\n"
    with pytest.raises(InputError, match="can be %d/%m/%Y or %m/%d/%Y"):
        job("in.csv", text, "out.csv")
    out, _ = job("in.csv", text, "out.csv", date_format="%m/%d/%Y")
    assert "2025-03-04" in out.read_text()


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_delimiters_are_found_and_kept(job, delimiter: str) -> None:
    cells = [["amount", "currency", "date", "a,b"], ["1", "USD", "2025-02-24", "c,d"]]
    text = "".join(delimiter.join(row) + "\n" for row in cells)
    out, _ = job("in.csv", text.encode(), "out.csv")
    header, row = csv.reader(out.read_text("utf-8").splitlines(), delimiter=delimiter)
    assert [header[:4], row[:4]] == cells
    assert row[-1] == "ok"


@pytest.mark.parametrize("packing", ["gz", "zst"])
def test_gzip_in_and_packed_out(job, packing: str) -> None:
    text = b"amount,currency,date\n1,USD,2025-02-24\n"
    out, _ = job("in.csv.gz", gzip.compress(text), f"out.csv.{packing}")
    assert duckdb.sql(f"SELECT status FROM '{out}'").fetchall() == [("ok",)]


def test_json_lines_keep_every_key_and_digit(job) -> None:
    lines = (
        b'{"amount": 1.50, "currency": "USD", "date": "2025-02-24", "deep": {"a": [1, 2.0]}}\n{"id": 1e3}\n'
    )
    out, _ = job("in.jsonl", lines, "out.jsonl")
    one, two = out.read_text().splitlines()
    assert one.startswith(
        '{"amount": 1.50, "currency": "USD", "date": "2025-02-24", "deep": {"a": [1, 2.0]}, '
    )
    assert json.loads(one)["rate_date"] == "2025-02-24"
    assert json.loads(one)["rate_eur"] == pytest.approx(1 / 1.0466)
    assert two.startswith('{"id": 1e3, ')
    assert json.loads(two)["status"] == "bad_amount"


def test_what_is_said_of_two_targets_stays_one_cell(job) -> None:
    rows = b"amount;currency;date\n5;GBP;2025-02-24\n"
    out, _ = job("in.csv", rows, "out.csv", to=("EUR", "USD"))
    (row,) = csv.DictReader(out.read_text().splitlines(), delimiter=";")
    assert float(row["amount_usd"]) > float(row["amount_eur"]) > 5
    assert (row["rate_method"], row["status"]) == ("inverse;cross", "ok")


def test_parquet_keeps_types_and_has_its_own(job, tmp_path: Path) -> None:
    given = tmp_path / "typed.parquet"
    row = "12.5::DECIMAL(9, 2) AS amount, 'USD' AS currency, DATE '2025-02-23' AS date, [1, 2] AS list"
    duckdb.sql(f"COPY (SELECT {row}) TO '{given}'")
    out, _ = job("in.parquet", given.read_bytes(), "out.parquet")
    types = {name: kind for name, kind, *_ in duckdb.sql(f"DESCRIBE FROM '{out}'").fetchall()}
    assert types["amount"] == "DECIMAL(9,2)"
    assert types["list"] == "INTEGER[]"
    assert (types["amount_eur"], types["rate_date"]) == ("DOUBLE", "DATE")


def test_amounts_in_words_are_read_by_the_reader(convert) -> None:
    prices = ["€380 million", "$1.2bn", "1.2bn", "from 1 to 2 bn euros", "", "none", "380 milliards de yuans"]
    text = "price,date\n" + "".join(f'"{price}",2025-02-24\n' for price in prices) + ",2025-02-24\n"
    rows, _ = convert(text, words="price")
    assert [row["status"] for row in rows] == [
        "ok", "ok", "no_amount", "several_amounts", "no_amount", "no_amount", "ok", "no_amount",
    ]  # fmt: skip
    assert rows[0]["amount_eur"] == "380000000.0"
    assert round(float(rows[6]["amount_eur"]), 2) == 50079732205.22


def test_a_figure_in_words_is_refused_rather_than_wrong_by_a_thousand(convert) -> None:
    prices = ["Rs 85 lacs", "Rs 85 lkhs", "€470Thx", "12.500 EUR", "12.50 EUR", "12,500 EUR"]
    text = "price,date\n" + "".join(f'"{price}",2025-02-24\n' for price in prices)
    rows, _ = convert(text, words="price")
    assert [row["status"] for row in rows] == [
        "ok", "unread_unit", "unread_unit", "ambiguous_amount", "ok", "ok",
    ]  # fmt: skip
    rows, _ = convert("price,date\n12.500 EUR,2025-02-24\n", words="price", lang="en")
    assert float(rows[0]["amount_eur"]) == 12.5
    rows, _ = convert("price,date\n12.500 EUR,2025-02-24\n", words="price", lang="de")
    assert float(rows[0]["amount_eur"]) == 12500


def test_what_was_assumed_of_amounts_in_words_is_said_once(job) -> None:
    text = "price,date\n" + "5bn pesos,2025-02-24\n6bn pesos,2025-02-24\n$1bn,2025-02-24\n" * 2
    _, outcome = job("in.csv", text.encode(), "out.csv", text="price")
    (warning,) = outcome.warnings
    assert warning.code == "currency_assumed"
    assert warning.message.startswith("“5bn pesos”: taken for MXN, could be ")
    _, outcome = job("in.csv", text.encode(), "out.csv", text="price", lang="es-AR")
    assert not outcome.warnings


def test_a_target_without_rates_is_refused_before_anything_is_read(job) -> None:
    with pytest.raises(NoRateError):
        job("in.csv", b"not even a table", "out.csv", to=("XXQ",))


@pytest.mark.parametrize("delimiter", ["", "ab", "e", ".", "_", '"', "\n", "§"])
def test_what_cannot_stand_between_cells_is_refused(delimiter: str) -> None:
    with pytest.raises(UsageError) as caught:
        Job("in.csv", "out.csv", ("EUR",), "date", text="price", delimiter=delimiter)
    assert caught.value.code == "bad_delimiter"


def test_amount_and_currency_or_text_but_not_both() -> None:
    for columns in ({}, {"amount": "a"}, {"amount": "a", "currency": "c", "text": "t"}):
        with pytest.raises(UsageError):
            Job("in.csv", "out.csv", ("EUR",), "date", **columns)
