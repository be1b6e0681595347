"""Other people's files: each test is of the shape of one that a publisher has, and made up here."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.xml import constants

from capexcalc.bulk.job import Job
from capexcalc.errors import InputError, UsageError


def rows_of(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8")), delimiter=delimiter))


def euros(path: Path, delimiter: str = ",") -> list[str]:
    rows = rows_of(path, delimiter)
    return [f"{float(row['amount_eur']):.2f}" if row["amount_eur"] else row["status"] for row in rows]


def test_points_that_group_thousands_are_no_decimals(job) -> None:
    text = b"date;amount;currency\n" + b"".join(
        b"2018-01-0%d;%s;CHF\n" % (day, amount)
        for day, amount in ((3, b"98.500"), (3, b"7.250"), (3, b"1.234.567,89"), (3, b"12.5"))
    )
    with pytest.raises(InputError, match=r"'12\.5' has a decimal point, '1\.234\.567,89' a decimal comma"):
        job("in.csv", text, "out.csv")
    out, outcome = job("in.csv", text.replace(b"12.5\n", b"12,5\n").replace(b";12.5;", b";12,5;"), "out.csv")
    assert euros(out, ";") == ["83929.79", "6177.57", "1051949.46", "10.65"]
    assert "decimal_mark" in [notice.code for notice in outcome.warnings]


@pytest.mark.parametrize("delimiter", [b",", b";", b"\t"])
def test_a_column_that_leaves_it_open_is_asked_about(job, delimiter: bytes) -> None:
    text = b"amount,currency,date\n98.500,CHF,2018-01-03\n".replace(b",", delimiter)
    with pytest.raises(InputError) as caught:
        job("in.csv", text, "out.csv")
    assert caught.value.code == "ambiguous_amount"
    assert "'98.500' in 'amount'" in caught.value.message
    out, _ = job("in.csv", text, "out.csv", decimal=",")
    assert euros(out, delimiter.decode()) == ["83929.79"]
    out, _ = job("in.csv", text, "out.csv", decimal=".")
    assert euros(out, delimiter.decode()) == ["83.93"]


def test_a_figure_far_down_the_file_settles_the_mark(job) -> None:
    lines = [b"98.500;CHF;2018-01-03;" + b"x" * 80] * 60_000
    lines[40_000:43_000] = [b"98,5;CHF;2018-01-03;" + b"x" * 80] * 3000
    out, outcome = job("in.csv", b"amount;currency;date;note\n" + b"\n".join(lines) + b"\n", "out.csv")
    assert outcome.result.decimal == ","
    assert euros(out, ";")[0] == "83929.79"


def test_dollars_of_an_indian_list(job) -> None:
    text = 'Date dd/mm/yyyy,Amount in USD\n09/01/2020,"20,00,00,000"\n13/01/2020,undisclosed\n05/072018,1\n'
    options = {"amount": "Amount in USD", "currency": "USD", "date": "Date dd/mm/yyyy"}
    out, _ = job("in.csv", text.encode(), "out.csv", **options)
    assert euros(out) == ["180018001.80", "bad_amount", "bad_date"]


def test_political_donations_have_dollar_signs_and_years(job) -> None:
    text = 'Owner,Amount,Election Year\nA,"$4,000 ",2016\nB,"$2,800 ",2020\nC,"€2,800 ",2020\n'
    out, outcome = job(
        "in.csv", text.encode(), "out.csv", amount="Amount", currency="USD", date="Election Year"
    )
    assert euros(out) == ["3615.56", "2455.12", "currency_conflict"]
    assert rows_of(out)[0]["rate_method"] == "average"
    assert "average_rate" in [notice.code for notice in outcome.warnings]
    assert outcome.result.date_format == "%Y"


def test_a_year_that_is_not_over_has_no_average(job) -> None:
    out, _ = job("in.csv", b"amount,date\n1,2026\n1,2027\n1,1998\n", "out.csv", currency="USD")
    assert euros(out) == ["partly_covered", "future_date", "partly_covered"]


def test_a_parquet_file_has_averages_too_and_their_dates(job) -> None:
    out, _ = job(
        "in.csv", b"amount,date\n5,2016\n5,2016-02-01\n", "out.parquet", currency="USD", to=("EUR", "GBP")
    )
    import duckdb

    found = duckdb.sql(f"SELECT rate_method, rate_date FROM '{out}'").fetchall()
    assert found == [("average", "2016-12-30"), ("inverse;cross", "2016-02-01")]


def test_a_column_named_like_a_currency_counts_and_is_said(job) -> None:
    out, outcome = job("in.csv", b"amount,USD,date\n5,CHF,2018-01-03\n", "out.csv", currency="USD")
    assert euros(out) == ["4.26"]
    assert [notice.code for notice in outcome.warnings] == ["currency_column"]


def test_what_is_neither_a_column_nor_a_currency_is_refused_with_both(job) -> None:
    with pytest.raises(InputError) as caught:
        job("in.csv", b"amount,date\n5,2018-01-03\n", "out.csv", currency="XXQ")
    assert caught.value.code == "no_such_column"
    assert "--currency USD" in (caught.value.hint or "")


def test_pence_are_hundredths_of_a_pound_and_names_are_codes(job) -> None:
    text = b"amount,currency,date\n" + b"".join(
        b"512.5,%s,2018-01-03\n" % name
        for name in (b"GBp", b"GBX", b"GBP", b"RMB", b"US Dollar", b"$", b"kr")
    )
    out, outcome = job("in.csv", text, "out.csv")
    assert euros(out) == ["5.78", "5.78", "578.18", "65.56", "426.27", "unknown_currency", "unknown_currency"]
    (said,) = [notice.message for notice in outcome.warnings if notice.code == "currency_named"]
    assert "GBp as GBP in 100" in said
    row = rows_of(out)[0]
    assert float(row["amount_eur"]) == pytest.approx(512.5 * float(row["rate_eur"]))


def test_what_is_in_brackets_is_negative_in_figures_and_in_words(job) -> None:
    prices = (
        "($5)", "$(5)", "(5)", "(1.5 million USD)", "$ (1,500.00)", "(5) USD", "USD (5)", "(5) (6)", "((5))"
    )  # fmt: skip
    rows = "".join(f'"{price}",USD,2018-01-03\n' for price in prices)
    text = f"price,currency,date\n{rows}".encode()
    out, _ = job("in.csv", text, "out.csv", amount="price")
    figures = ["-4.16", "-4.16", "-4.16", "-1247608.75", "-1247.61", "-4.16", "-4.16"]
    assert euros(out) == [*figures, "bad_amount", "bad_amount"]
    text = b"price,date\n($5),2018-01-03\n(1.5 million USD),2018-01-03\n(about $5),2018-01-03\n"
    text += b'"USD (1,500)",2018-01-03\n(5) USD,2018-01-03\nup (5) USD,2018-01-03\n'
    out, outcome = job("in.csv", text, "out.csv", text="price")
    assert euros(out) == ["-4.16", "-1247608.75", "4.16", "-1247.61", "-4.16", "no_amount"]
    assert "1,500" in "".join(notice.message for notice in outcome.warnings)  # or it is 1.5


def test_words_with_the_currency_beside_may_be_figures_alone(job) -> None:
    cells = ('"(1,500)"', "(5)", "1.2e10", "-5", "1.5E-2", "1.234e5", "(see note 5)", "15 USD 50")
    text = "price,date\n" + "".join(f"{cell},2018-01-03\n" for cell in cells)
    out, _ = job("in.csv", text.encode(), "out.csv", text="price", currency="USD")
    found = ["-1247.61", "-4.16", "9980869999.17", "-4.16", "0.01", "102636.61", "no_amount", "12.89"]
    assert euros(out) == found


def test_a_letter_that_may_be_a_currency_is_none(job) -> None:
    cells = ("P3.5B,PHP", "N450bn,NGN", "Sh2.4b,KES")  # but East Africa's shillings are written so
    text = ("price,currency,date\n" + "".join(f"{cell},2018-01-03\n" for cell in cells)).encode()
    shillings = "19255633.14"
    found = euros(job("in.csv", text, "out.csv", amount="price")[0])
    assert found == ["bad_amount", "bad_amount", shillings]
    found = euros(job("in.csv", text, "out.csv", text="price", currency="currency")[0])
    assert found == ["no_amount", "no_amount", shillings]


@pytest.mark.parametrize(("currency", "helps"), [("USD", False), (None, True)])
def test_who_said_the_currency_is_not_asked_for_it(job, currency: str | None, helps: bool) -> None:
    text = b"price,date\nnone,2018-01-03\n"
    _, outcome = job("in.csv", text, "out.csv", text="price", currency=currency)
    (said,) = [notice.message for notice in outcome.warnings if notice.code == "mostly_unconverted"]
    assert ("--currency USD" in said, "--amount" in said) == (helps, True)


def test_words_may_leave_the_currency_to_the_column_and_must_not_contradict_it(job) -> None:
    prices = (
        b"1.5 million,USD",
        b"$2m,CAD",
        b"3m EUR,USD",
        b"none,USD",
        b"BOB 1,USD",
        b"kn 5,USD",
        b"DOP 1,DOP",
    )
    text = b"price,currency,date\n" + b"".join(b"%s,2018-01-03\n" % price for price in prices)
    out, _ = job("in.csv", text, "out.csv", text="price", currency="currency")
    found = ["1247608.75", "1329168.61", "currency_conflict", "no_amount"]
    assert euros(out) == [*found, "currency_conflict", "currency_conflict", "0.02"]


def test_objects_in_a_list_and_values_inside_them(job) -> None:
    rows = [
        {
            "id": 1,
            "value": {"amount": 98.125, "currency": "USD"},
            "awards": [{"value": {"amount": "1,000.50"}}],
        },
        {"id": 2, "value": {"amount": 98, "currency": "GBP"}, "awards": []},
    ]
    dated = [{**row, "date": "2018-01-03T00:00:00Z"} for row in rows]
    inside = {"amount": "value.amount", "currency": "value.currency"}
    for content in (dated, {"uri": "x", "releases": dated}):
        text = json.dumps(content, indent=2).encode()
        out, _ = job("in.json", text, "out.json", **inside)
        found = json.loads(out.read_text())
        assert [round(row["amount_eur"], 2) for row in found] == [81.61, 110.56]
        assert found[0]["value"] == rows[0]["value"]
        out, _ = job("in.json", text, "out.csv", **inside)
        assert euros(out) == ["81.61", "110.56"]
    out, _ = job("in.json", text, "out.json", amount="awards[0].value.amount", currency="USD")
    assert [row["status"] for row in json.loads(out.read_text())] == ["ok", "bad_amount"]


def test_an_empty_list_stays_one(job) -> None:
    with pytest.raises(InputError, match="no column 'amount'"):
        job("in.json", b"[]", "out.json")


def test_numbers_of_json_have_a_point_and_texts_may_not(job) -> None:
    good = b'{"amount": 98.125, "currency": "CHF", "date": "2018-01-03"}\n'
    out, _ = job("in.jsonl", good, "out.csv")
    assert euros(out) == ["83.61"]
    with pytest.raises(InputError) as caught:
        job("in.jsonl", good.replace(b"98.125", b'"98.125"'), "out.csv")
    assert caught.value.code == "ambiguous_amount"


def test_a_workbook_comes_out_with_its_own_cells(job, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Title"])
    sheet = book.create_sheet("Awards")
    import datetime

    for row in (
        [None],
        ["id", "amount", "date"],
        ["007", 98.125, datetime.date(2018, 1, 3)],
        ["=1+1", "n/a", None],
    ):
        sheet.append(row)
    sheet["A4"].data_type = "s"
    given = tmp_path / "given.xlsx"
    book.save(given)
    out, _ = job("in.xlsx", given.read_bytes(), "out.xlsx", currency="CHF", sheet="Awards")
    header, one, two = openpyxl.load_workbook(out).active.iter_rows(values_only=True)
    assert header[:4] == ("id", "amount", "date", "amount_eur")
    assert (one[0], one[1], round(one[3], 2), one[-1]) == ("007", 98.125, 83.61, "ok")
    assert two[-1] == "bad_amount"
    assert openpyxl.load_workbook(out).active["A3"].data_type == "s"
    with pytest.raises(InputError) as caught:
        job("in.xlsx", given.read_bytes(), "out.csv", currency="CHF", sheet="Nothing")
    assert caught.value.code == "no_such_sheet"
    out, outcome = job("in.xlsx", given.read_bytes(), "out.csv", currency="CHF")
    assert euros(out) == ["83.61", "bad_amount"]
    assert "sheet 'Awards' is read, of 'Sheet', 'Awards'" in "".join(n.message for n in outcome.warnings)
    with pytest.raises(InputError, match="no sheet has the columns 'date', 'paid'") as caught:
        job("in.xlsx", given.read_bytes(), "out.csv", currency="CHF", amount="paid")
    assert "Sheet, Awards" in (caught.value.hint or "")


def test_the_input_is_never_written_over(job, tmp_path: Path) -> None:
    text = b"amount,currency,date\n1,USD,2018-01-03\n"
    with pytest.raises(UsageError) as caught:
        job("in.csv", text, "in.csv")
    assert caught.value.code == "same_file"
    assert (tmp_path / "in.csv").read_bytes() == text
    (tmp_path / "link.csv").symlink_to(tmp_path / "in.csv")
    with pytest.raises(UsageError):
        job("in.csv", text, "link.csv")


@pytest.mark.parametrize(("bad", "said"), [(2, True), (1, False)])
def test_where_most_rows_fail_one_cell_and_what_helps_are_said(job, bad: int, said: bool) -> None:
    days = ["soon"] * bad + ["2018-01-03"] * (3 - bad)
    text = "amount,currency,date\n" + "".join(f"1,USD,{day}\n" for day in days)
    _, outcome = job("in.csv", text.encode(), "out.csv")
    found = [notice.message for notice in outcome.warnings if notice.code == "mostly_unconverted"]
    assert bool(found) == said
    assert all("'soon'" in message and "--date-format" in message for message in found)


def test_half_of_the_rows_is_not_most_of_them(job) -> None:
    text = b"amount,currency,date\n1,USD,2018-01-03\nx,USD,2018-01-03\n"
    _, outcome = job("in.csv", text, "out.csv")
    assert not outcome.warnings


@pytest.mark.parametrize(
    ("days", "form"),
    [
        (["01/03/2018 12:00:00 AM", "01/13/2018 12:00:00 AM"], "%m/%d/%Y"),
        (["3 Jan 2018", "31 December 2017"], "%d %b %Y, %d %B %Y"),
        (["43103", "43104"], "Excel's serial number"),
        (["3 janvier 2018", "4 août 2018"], "%d %B %Y, %d %b %Y"),
        (["2018-01-03", "03.01.2018"], "%Y-%m-%d, %d.%m.%Y"),
    ],
)
def test_dates_of_every_shape_are_read_and_told(job, days: list[str], form: str) -> None:
    text = "amount;currency;date\n" + "".join(f"1;USD;{day}\n" for day in days)
    out, outcome = job("in.csv", text.encode(), "out.csv")
    assert outcome.result.date_format == form
    assert rows_of(out, ";")[0]["rate_date"] == "2018-01-03"
    assert outcome.result.statuses == {"ok": len(days)}


def test_films_have_the_land_behind_the_day(job) -> None:
    days = ["January 3, 2018 (Norway)", "13 January 2018 [limited]", "2018-01-03 (re-released)", "(Norway)"]
    text = "amount,date\n" + "".join(f'5,"{day}"\n' for day in days)
    out, _ = job("in.csv", text.encode(), "out.csv", currency="USD")
    assert euros(out) == ["4.16", "4.12", "4.16", "bad_date"]


def test_dates_that_contradict_each_other_are_named(job) -> None:
    text = b"amount,currency,date\n1,USD,13/01/2018\n1,USD,01/13/2018\n"
    with pytest.raises(InputError) as caught:
        job("in.csv", text, "out.csv")
    assert caught.value.code == "ambiguous_date"
    assert "'13/01/2018' has the day first, '01/13/2018' the month" in caught.value.message


def test_a_format_without_a_day_is_an_average(job) -> None:
    out, _ = job("in.csv", b"amount,date\n5,02/2016\n", "out.csv", currency="USD", date_format="%m/%Y")
    assert rows_of(out)[0]["rate_method"] == "average"


def test_a_currency_alone_names_no_amounts() -> None:
    with pytest.raises(UsageError):
        Job("in.csv", "out.csv", ("EUR",), "date", currency="USD")


TITLED = (
    "Contracts awarded in 2018, all departments\n"
    "Source: the ministry; exported 2019-01-02\n"
    "\n"
    "id;date;amount;note\n"
    "1;03/01/2018;98.500,00;a, b, c, d, e\n"
    "2;13/01/2018;1.500,25;x\n"
)


def test_a_title_above_the_header_is_passed_over_and_said(job) -> None:
    out, outcome = job("in.csv", TITLED.encode(), "out.csv", currency="CHF")
    assert euros(out, ";") == ["83929.79", "1272.80"]
    assert out.read_text("utf-8").startswith("id;date;amount;note;amount_eur;")
    told = next(notice for notice in outcome.warnings if notice.code == "title")
    assert "in.csv:4: the header is read here" in told.message


@pytest.mark.parametrize(("above", "found"), [(19, True), (20, False)])
def test_a_header_is_looked_for_among_twenty_rows(job, above: int, found: bool) -> None:
    text = "".join(f"note {n}\n" for n in range(above)) + "date,amount\n2018-01-03,5\n"
    if found:
        assert euros(job("in.csv", text.encode(), "out.csv", currency="CHF")[0]) == ["4.26"]
        return
    with pytest.raises(InputError, match="no column 'amount'"):
        job("in.csv", text.encode(), "out.csv", currency="CHF")


def test_a_fault_below_a_title_is_named_by_its_line_in_the_file(job) -> None:
    with pytest.raises(InputError, match=r"in\.csv:4: 3 cells where the header has 2"):
        job("in.csv", b"Title\n\ndate,amount\n2018-01-03,5,6\n", "out.csv", currency="CHF")


def test_a_workbook_has_its_header_below_its_title(job, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Awards of 2018"], [], ["date", "amount"], ["2018-01-03", 98500]):
        book.active.append(row)
    book.save(tmp_path / "given.xlsx")
    given = (tmp_path / "given.xlsx").read_bytes()
    out, outcome = job("in.xlsx", given, "out.csv", currency="CHF")
    assert euros(out) == ["83929.79"]
    assert "in.xlsx:3: the header" in next(n.message for n in outcome.warnings if n.code == "title")


def test_a_sheet_that_says_it_has_one_cell_is_read_to_its_end(job, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["date", "amount"], ["2018-01-03", 98500], [], ["2018-01-03", 5, "note"]):
        book.active.append(row)
    book.save(tmp_path / "given.xlsx")
    lying = io.BytesIO()
    with ZipFile(tmp_path / "given.xlsx") as given, ZipFile(lying, "w") as out:
        for name in given.namelist():
            content = given.read(name)
            assert (b'<dimension ref="A1:C4"' in content) == name.endswith("sheet1.xml")
            out.writestr(name, content.replace(b'ref="A1:C4"', b'ref="A1"'))
    out, _ = job("in.xlsx", lying.getvalue(), "out.csv", currency="CHF")
    assert euros(out) == ["83929.79", "4.26"]
    out, _ = job("in.xlsx", lying.getvalue(), "out.xlsx", currency="CHF")
    assert [row[1] for row in openpyxl.load_workbook(out).active.iter_rows(values_only=True)][1:] == [
        98500,
        5,
    ]


def test_a_row_with_the_currency_of_all_rows_is_no_header(job) -> None:
    text = b"id,value,ccy,day,note,more\n1,5,USD,2018-01-03,,\n"
    with pytest.raises(InputError, match="no column 'amount'") as refused:
        job("in.csv", text, "out.csv", currency="USD")
    assert refused.value.hint == "columns: id, value, ccy, day, note, more"


@pytest.mark.parametrize("rows", [4, 5])
def test_a_row_of_a_sheet_is_its_header(job, monkeypatch, rows: int) -> None:
    monkeypatch.setattr(constants, "MAX_ROW", 5)
    given = "amount,date\n" + "5,2020-01-06\n" * rows
    if rows == 4:
        out, _ = job("in.csv", given.encode(), "out.xlsx", currency="CHF")
        assert openpyxl.load_workbook(out).worksheets[0].max_row == 5
    else:
        with pytest.raises(InputError) as refused:
            job("in.csv", given.encode(), "out.xlsx", currency="CHF")
        assert refused.value.code == "too_many_rows"


def test_names_of_currencies_that_cells_have_and_texts_have_not(job) -> None:
    text = 'd,paid\n2018-01-03,"7.441,00 kn"\n2018-01-03,"7.441,00 €"\n2018-01-03,"7.441,00 km"\n'
    out, _ = job("in.csv", text.encode(), "out.csv", amount=None, currency=None, text="paid", date="d")
    assert euros(out) == ["1000.00", "7441.00", "no_amount"]
    out, _ = job("in.csv", text.encode(), "out.csv", amount="paid", currency="HRK", date="d")
    assert euros(out) == ["1000.00", "currency_conflict", "bad_amount"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("sum_mln", True),
        ("value (€m)", True),
        ("usd_m", True),
        ("m", False),
        ("award", False),
        ("Betrag (Mio. €)", True),
        ("amount_mio_eur", True),
        ("value_musd", True),
        ("Výše (mil. Kč)", True),
        ("Gasto en millones", True),
        ("Valor (R$ milhões)", True),
        ("Kosten in TEUR", True),
        ("金額（億円）", True),
        ("Millions of dollars awarded", True),
        ("m per lot", False),
        ("Metropolitan MALE budget", False),
        ("Milano", False),
        ("TN", False),
        ("mld", True),
    ],
)
def test_a_unit_in_the_header_is_said_to_hold_for_what_is_added(job, name: str, said: bool) -> None:
    text = f"date,{name}\n2018-01-03,5\n".encode()
    out, outcome = job("in.csv", text, "out.csv", amount=name, currency="EUR")
    assert euros(out) == ["5.00"]
    assert ("scaled" in [notice.code for notice in outcome.warnings]) is said


@pytest.mark.parametrize(
    ("name", "cells", "said"),
    [
        ("unit", ("m", "bn"), True),
        ("Amount unit", ("USD million", ""), True),
        ("Einheit", ("1000", "1"), True),
        ("scale", ("3", "6"), True),
        ("Maßstab", ("3", "6"), True),
        ("unidad", ("miles de €", ""), True),
        ("jednotka", ("tis. Kč", ""), True),
        ("jednotka", ("ks", "kg"), False),
        ("unit", ("kg", "each"), False),
        ("unit", ("USD", "EUR"), False),
        ("size", ("m", "l"), False),
    ],
)
def test_a_column_of_units_is_said_to_hold_for_what_is_added(job, name, cells, said: bool) -> None:
    text = f"date,sum,{name}\n" + "".join(f"2018-01-03,5,{cell}\n" for cell in cells)
    out, outcome = job("in.csv", text.encode(), "out.csv", amount="sum", currency="EUR")
    assert euros(out) == ["5.00", "5.00"]
    assert ("scaled" in [notice.code for notice in outcome.warnings]) is said


def test_ringgit_are_no_rand_millions(job) -> None:
    text = b"amount,currency,date\n5,RM,2018-01-03\n5,rm,2018-01-03\n5,Rm,2018-01-03\n"
    out, _ = job("in.csv", text, "out.csv")
    assert euros(out) == ["1.04", "1.04", "unknown_currency"]


def test_of_a_column_that_is_empty_it_is_said(job) -> None:
    text = b"date,amount\n2018-01-03,\n2018-01-04,\n"
    _, outcome = job("in.csv", text, "out.csv", currency="EUR")
    assert "the cells are empty" in outcome.warnings[-1].message
    _, outcome = job("in.csv", text.replace(b"04,", b"04,tbd"), "out.csv", currency="EUR")
    assert "such as 'tbd'" in outcome.warnings[-1].message
    job("in.csv", text, "all.parquet", currency="EUR")


@pytest.mark.parametrize("name", ["total in all", "total  in\nall"])
def test_a_name_with_a_line_break_is_typed_with_a_blank_or_as_it_is(job, name: str) -> None:
    text = b'"total  in\nall",date\n5,2018-01-03\n'
    out, _ = job("in.csv", text, "out.csv", amount=name, currency="EUR")
    assert euros(out) == ["5.00"]
