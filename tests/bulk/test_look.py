"""A look before the run: what the columns are taken for, and what comes of some rows."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from capexcalc.bulk.guess import guess
from capexcalc.bulk.job import Job
from capexcalc.bulk.look import look
from capexcalc.errors import InputError, UsageError


@pytest.fixture
def looked(book, calendars, tmp_path: Path):
    def run(name: str, content: bytes, **options):
        given = tmp_path / name
        given.write_bytes(content)
        job = Job(str(given), "", **{"to": ("EUR",), "date": "", **options})
        return look(job, book=book, calendars=calendars)

    return run


HEADER = "id,Value,Currency,Award Date\n"
CSV = f"{HEADER}1,1.000.000,CHF,03/01/2018\n2,7.250,CHF,15/01/2018\n3,n/a,CHF,16/01/2018\n".encode()


def test_columns_are_told_by_name_and_content(looked) -> None:
    result = looked("in.csv", CSV).result
    found = result.look
    assert [(each.role, each.column) for each in found.columns] == [
        ("amount", "Value"),
        ("currency", "Currency"),
        ("date", "Award Date"),
    ]
    assert (result.decimal, result.date_format, found.currencies) == (",", "%d/%m/%Y", {"CHF": 3})
    assert [f"{float(row.converted['EUR']):.2f}" for row in found.converted] == ["852079.07", "6144.59"]
    (refused,) = found.refused
    assert (refused.status, refused.rows, refused.cell) == ("bad_amount", 1, "n/a")


@pytest.mark.parametrize(
    ("header", "row", "names"),
    [
        ("号,金额,币种,签订", "N-1,5.5,CHF,2018-01-03", ("金额", "币种", "签订")),
        ("x;y;z", "20.01.2018;5,5;CHF", ("y", "z", "x")),
        # Of two that fit, neither is meant by that alone; nor is a year among figures a date.
        ("n,zahl,cur,wann", "1001,5.5,CHF,2018-01-03", (None, "cur", "wann")),
        ("age,zahl,cur,wann", "31,5.5,CHF,2018-01-03", ("zahl", "cur", "wann")),
        ("age,cur,wann", "31,CHF,2018-01-03", (None, "cur", "wann")),
        ("am,im_month,zahl,cur", "2018-01-03,2018-01,5.5,CHF", ("zahl", "cur", "am")),
        ("Startdato,Gesamtbetrag,Rang,cur", "2018-01-03,5.5,6.5,CHF", ("Gesamtbetrag", "cur", "Startdato")),
        ("bis,zahl,cur", "31.12.2018,15261.4349,CHF", ("zahl", "cur", "bis")),
        ("von,bis,cur", "17.06.2016,18.06.2016,CHF", (None, "cur", None)),
        ("kosten,cur,wann,bis", "5.5,CHF,2018-01-03,2018-01-04", ("kosten", "cur", None)),
        ("kosten,cur,wann", "n/a,CHF,2018", ("wann", "cur", None)),
    ],
)
def test_the_only_column_that_fits_is_taken_whatever_its_name(header, row, names) -> None:
    parting = ";" if ";" in header else ","
    cells = dict(zip(header.split(parting), row.split(parting), strict=True))
    assert guess([cells])[:3] == (names[0], names[1], names[2])


def test_the_command_converts_all_of_it(looked, job, tmp_path: Path) -> None:
    command = looked("in.csv", CSV).result.look.command
    assert command == (
        f"capexcalc batch {tmp_path / 'in.csv'} --out converted.csv --amount Value --currency Currency "
        "--date 'Award Date' --to EUR"
    )


def test_messages_name_the_file_and_not_the_sample(looked, tmp_path: Path) -> None:
    outcome = looked("in.csv", CSV)
    assert all(str(tmp_path / "in.csv") in notice.message for notice in outcome.warnings)
    with pytest.raises(InputError) as caught:
        looked("in.csv", CSV.replace(b"15/01", b"05/01").replace(b"16/01", b"06/01"))
    assert caught.value.message.startswith(f"{tmp_path / 'in.csv'}: dates like '03/01/2018' can be")


@pytest.mark.parametrize(
    ("header", "cells", "currency", "words"),
    [
        ("amount_usd,date", "5,2018-01-03", "USD", False),
        ("Amount,date", "€5,2018-01-03", "EUR", False),
        ("price,date", '"$5",2018-01-03\n"€5",2018-01-03', None, True),
    ],
)
def test_one_currency_may_stand_in_the_name_or_beside_the_amounts(
    looked, header: str, cells: str, currency: str | None, words: bool
) -> None:
    found = looked("in.csv", f"{header}\n{cells}\n".encode()).result.look
    named = {each.role: each.column for each in found.columns}
    assert named.get("currency") == currency
    assert ("--text" in found.command) == words


def test_of_several_currencies_that_of_the_amount_is_taken(looked) -> None:
    text = b"valuation_currency,raised_currency,raised_amount,date\nUSD,SEK,5,2018-01-03\n"
    found = looked("in.csv", text).result.look
    assert [each.column for each in found.columns] == ["raised_amount", "raised_currency", "date"]


def test_what_nothing_tells_is_to_be_named(looked) -> None:
    with pytest.raises(InputError) as caught:
        looked("in.csv", b"amount,date\n5,2018-01-03\n")
    assert (caught.value.code, caught.value.message.rpartition(": ")[2]) == (
        "no_currency",
        "nothing says in which currency the amount is",
    )
    with pytest.raises(InputError, match="the amount can be in USD, CAD"):
        looked("in.csv", b"amount,date\n$5,2018-01-03\n")
    with pytest.raises(InputError, match="the amount can be in USD, CAD"):
        looked("in.csv", b"value ($m),date\n5,2018-01-03\n")
    assert looked("in.csv", b"amount,date\n5,2018-01-03\n", currency="USD").result.rows == 1


def test_a_stream_is_no_file_to_look_at(book, calendars) -> None:
    with pytest.raises(UsageError, match="not at a pipe"):
        look(Job("-", "", ("EUR",), ""), book=book, calendars=calendars)


def test_a_large_file_is_looked_at_all_over(looked) -> None:
    chance = random.Random(2)
    lines = [f"{chance.randrange(10**6)},USD,2018-01-03,{'x' * 100}" for _ in range(60_000)]
    lines[45_000:] = [line.replace("USD", "PLN") for line in lines[45_000:]]
    result = looked("in.csv", "\n".join(["amount,currency,date,note", *lines, ""]).encode()).result
    assert result.rows <= 2000
    assert set(result.look.currencies) == {"USD", "PLN"}


def test_objects_and_workbooks_are_looked_at_too(looked, tmp_path: Path) -> None:
    rows = [{"value": {"amount": 5.125, "currency": "USD"}, "date": "2018-01-03"}] * 3
    for name, content in (
        ("in.json", json.dumps(rows)),
        ("in.jsonl", "".join(f"{json.dumps(row)}\n" for row in rows)),
    ):
        found = looked(name, content.encode()).result.look
        assert [each.column for each in found.columns] == ["value.amount", "value.currency", "date"]
        assert len(found.converted) == 3
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["amount (USD)", "date"])
    book.active.append([5.125, "2018-01-03"])
    book.save(tmp_path / "book.xlsx")
    found = looked("in.xlsx", (tmp_path / "book.xlsx").read_bytes()).result.look
    assert [each.column for each in found.columns] == ["amount (USD)", "USD", "date"]


def test_the_header_below_a_title_is_found_where_no_column_is_named(looked) -> None:
    text = "Awards, by department, of 2018, in francs, unaudited\n\nid;date;amount;note\n"
    text += "".join(f"{n};2018-01-0{n};98500,{n}0;a, b, c, d, e\n" for n in range(1, 9))
    outcome = looked("in.csv", text.encode(), currency="CHF")
    assert [each.column for each in outcome.result.look.columns] == ["amount", "CHF", "date"]
    assert len(outcome.result.look.converted) == 8
    assert "in.csv:3: the header is read here" in " ".join(notice.message for notice in outcome.warnings)


def test_a_sign_that_one_currency_has_is_its_name(looked) -> None:
    found = looked("in.csv", "value (€m),date\n5,2018-01-03\n".encode()).result.look
    assert found.columns[1].column == "EUR"


def test_amounts_among_words_are_read_as_words(looked) -> None:
    rows = "".join(f"{n},{fee},2018-01-0{n}\n" for n, fee in enumerate(("?", "on loan", "€2.50m", "-"), 1))
    found = looked("in.csv", f"age,paid for,date\n{rows}".encode()).result.look
    assert [each.column for each in found.columns] == ["paid for", "date"]


def test_rows_that_end_with_one_more_sign_are_parted_by_the_other(looked) -> None:
    text = b"amount,currency,date;\n5,CHF,2018-01-03;\n6,CHF,2018-01-04;\n"
    with pytest.raises(InputError) as caught:
        looked("in.csv", text)
    assert "columns: amount, currency, date;" in str(caught.value.hint)


def test_a_cell_over_several_lines_does_not_hide_what_parts_cells(looked) -> None:
    rows = "".join(f'"a, b,\nc, d,\ne";5;2018-01-0{n}\n' for n in range(1, 9))
    found = looked("in.csv", f"name;amount;date\n{rows}".encode(), currency="CHF")
    assert found.result.delimiter == ";"


def test_a_file_in_another_encoding_is_refused_as_the_run_refuses_it(looked) -> None:
    text = "amount;ort;date\n5;Zürich;2018-01-03\n".encode("cp1252")
    with pytest.raises(InputError, match=r"in\.csv:2: not UTF-8 text"):
        looked("in.csv", text, currency="CHF")
    assert looked("in.csv", text, currency="CHF", encoding="cp1252").result.rows == 1


def test_of_empty_cells_it_is_said_that_they_are(looked) -> None:
    found = looked("in.csv", b"amount,date\n5,2018-01-03\n,2018-01-03\n", currency="CHF").result.look
    assert [(each.cell, str(each.help)) for each in found.refused] == [("", "the cells are empty")]
    found = looked(
        "in.csv", b"amount,date\n5,2018-01-03\n,2018-01-03\nn/a,2018-01-03\n", currency="CHF"
    ).result.look
    assert [each.cell for each in found.refused] == ["n/a"]


def test_a_name_with_a_line_break_is_typed_with_a_blank(looked) -> None:
    text = b'"total  in\nall",date\n5,2018-01-03\n'
    found = looked("in.csv", text, currency="CHF", amount="total in all").result.look
    assert len(found.converted) == 1


def test_a_header_without_end_is_refused_with_its_line(looked) -> None:
    with pytest.raises(InputError, match=r"in\.csv:1: a row longer than 1 MiB"):
        looked("in.csv", b"date,amount," + b"c," * 600_000 + b"\n")


def test_a_cell_too_long_for_a_sample_is_passed_over(looked) -> None:
    rows = CSV.splitlines(keepends=True)
    long = b"4," + b"x" * 140_000 + b",CHF,17/01/2018\n"
    found = looked("in.csv", b"".join((*rows[:3], long, *rows[3:]))).result.look
    assert [row.status for row in found.refused] == []  # n/a stands below it
    assert len(found.converted) == 2
    with pytest.raises(InputError) as caught:
        looked("in.csv", long + CSV)
    assert caught.value.code == "line_too_long"
