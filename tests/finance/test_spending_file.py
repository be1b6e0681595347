from __future__ import annotations

import json
import random
import sys
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.errors import CapexcalcError, InputError, NotComparableError
from capexcalc.finance.spending import UNNAMED, SpendingSeries
from capexcalc.finance.spending_file import read_spending

HEADER = "period_start,period_end,amount,currency"
ROWS = "2022-01-01,2022-12-31,10.5,CNY\n2023-01-01,2023-12-31,20,CNY\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "prior.csv"


def fault(file: Path, content: str | bytes) -> CapexcalcError:
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises((InputError, NotComparableError)) as caught:
        read_spending(file)
    assert "\n" not in caught.value.message
    assert len(caught.value.message.replace(str(file), "")) < 200
    return caught.value


def test_a_plain_file_is_read(file: Path) -> None:
    file.write_text(f"{HEADER}\n{ROWS}")
    series = read_spending(file)
    assert series.currency == "CNY"
    assert [(p.label, p.amount, p.where) for p in series.periods] == [
        ("2022", Decimal("10.5"), f"{file}:2"),
        ("2023", Decimal(20), f"{file}:3"),
    ]
    assert series.source == "prior.csv"


def test_labels_and_sources_are_kept_and_each_source_named_once(file: Path) -> None:
    file.write_text(
        f"{HEADER},label,source\n"
        '2022-04-01,2023-03-31,10,CNY,FY2023,"20-F, 2023"\n'
        '2023-04-01,2024-03-31,20,CNY,,"20-F, 2023"\n'
        "2024-04-01,2025-03-31,30,CNY,FY2025,press release\n"
    )
    series = read_spending(file)
    assert [p.label for p in series.periods] == ["FY2023", "2023-04-01..2024-03-31", "FY2025"]
    assert series.source == "20-F, 2023; press release"


def test_what_a_spreadsheet_writes_is_accepted(file: Path) -> None:
    file.write_bytes(
        "\ufeffAmount,Currency,Period_Start,Period_End,Notes\r\n"
        '10,cny,2022-01-01,2022-12-31,"two\r\nlines"\r\n'
        ",,,,\r\n"
        "\r\n"
        "20, CNY ,2023-01-01,2023-12-31,x\r\n".encode()
    )
    assert [(p.amount, p.where) for p in read_spending(file).periods] == [
        (Decimal(10), f"{file}:2"),
        (Decimal(20), f"{file}:6"),
    ]


@pytest.mark.parametrize(
    ("row", "code", "message"),
    [
        ("2023-02-30,2023-12-31,1,CNY", "bad_date", "period_start '2023-02-30' is not a date"),
        ("2023-01-01,12/11/2023,1,CNY", "bad_date", "period_end '12/11/2023' is not a date"),
        ("2023-12-31,2023-01-01,1,CNY", "reversed_period", "ends on 2023-01-01, before it starts"),
        ("2023-01-01,2023-01-07,1,CNY", "short_period", "shorter than a month"),
        ("2023-01-01,2023-12-31,-1,CNY", "negative_amount", "'-1' is negative"),
        ("2023-01-01,2023-12-31,(1),CNY", "negative_amount", "'(1)' is negative"),
        ("2023-01-01,2023-12-31,nan,CNY", "bad_amount", "'nan'"),
        ("2023-01-01,2023-12-31,Infinity,CNY", "bad_amount", "'Infinity'"),
        ("2023-01-01,2023-12-31,1e400,CNY", "bad_amount", "'1e400'"),
        ("2023-01-01,2023-12-31,,CNY", "bad_amount", "''"),
        ('2023-01-01,2023-12-31,"32,08,7",CNY', "bad_amount", "'32,08,7'"),
        ("2023-01-01,2023-12-31,1 apple,CNY", "bad_amount", "'1 apple'"),
        ("2023-01-01,2023-12-31,1bn or 2bn,CNY", "bad_amount", "'1bn or 2bn'"),
        ("2023-01-01,2023-12-31,€1bn,CNY", "currency_conflict", "is in EUR, the column says CNY"),
        ("2023-01-01,2023-12-31,١٢,CNY", "bad_amount", "'١٢'"),
        ("2023-01-01,2023-12-31," + "9" * 500 + ",CNY", "bad_amount", "999…"),
        ("2023-01-01,2023-12-31,1,CNX", "bad_currency", "'CNX' is no currency"),
        ("2023-01-01,2023-12-31,1,", "no_currency", "in which currency"),
        ("2023-01-01,2023-12-31,\x1b[31m1,CNY", "bad_amount", r"'\x1b[31m1'"),
        ("2023-01-01,2023-12-31,1", "ragged_row", "3 cells under a header of 4"),
        ("2023-01-01,2023-12-31,1,CNY,x", "ragged_row", "5 cells under a header of 4"),
        ('2023-01-01,2023-12-31,1,"CNY', "bad_csv", "a quotation mark that is not closed"),
        ("2023-01-01,2023-12-31,1," + "x" * 1_000_000, "bad_csv", "field larger than field limit"),
    ],
)
def test_a_faulty_row_is_refused_with_file_and_line(file: Path, row: str, code: str, message: str) -> None:
    found = fault(file, f"{HEADER}\n2022-01-01,2022-12-31,1,CNY\n{row}\n")
    assert found.code == code
    assert found.message.startswith(f"{file}:3: ")
    assert message in found.message


def test_an_unknown_currency_comes_with_the_nearest(file: Path) -> None:
    assert "CNY" in (fault(file, f"{HEADER}\n2023-01-01,2023-12-31,1,CNX\n").hint or "")


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (f"{HEADER}\n2022-01-01,2022-12-31,1,CNY,\0\n".encode(), "binary_file", 2),
        (f"{HEADER},label\n2022-01-01,2022-12-31,1,CNY,année\n".encode("latin-1"), "not_utf8", 2),
        (b"period_start,amount,currency\n", "missing_column", 1),
        (b"\n\nstart;end;amount;currency\n", "missing_column", 3),
        (b'{"year": 2020}\n', "missing_column", 1),
        (b'[{"year": "2020", "amount": 1},\n{"year"}]', "bad_json", 2),
        (b"[1, 2]", "bad_json", 1),
        (b'[{"year": 2020, "amount": [1]}]', "bad_json", 1),
        (b"[" * 100_000, "bad_json", 1),
        (HEADER.encode() + b",amount\n", "repeated_column", 1),
        (b"x" * 1_000_000, "bad_csv", 1),
    ],
    ids=[
        "nul",
        "latin-1",
        "no-end",
        "semicolons",
        "json-column",
        "json",
        "no-object",
        "list",
        "deep",
        "twice",
        "1-MB-line",
    ],
)
def test_a_faulty_file_is_refused_with_the_line(file: Path, content: bytes, code: str, line: int) -> None:
    found = fault(file, content)
    assert found.code == code
    assert found.message.startswith(f"{file}:{line}: ")


def test_columns_that_are_there_are_named_where_none_will_do(file: Path) -> None:
    assert "no column period_end" in fault(file, "period_start,amount\n").message
    found = fault(file, "annee,depense\n2020,5\n")
    assert "among 'annee', 'depense'" in found.message
    assert "--amount COL --year COL" in (found.hint or "")


def test_a_header_alone_holds_no_period(file: Path) -> None:
    assert fault(file, f"{HEADER}\n").code == "no_rows"


def test_a_file_without_end_is_not_read_to_its_end() -> None:
    endless = Path("/dev/zero")
    if not endless.exists():
        pytest.skip("no endless file on this system")
    with pytest.raises(InputError) as caught:
        read_spending(endless)
    assert caught.value.code == "file_too_large"


@pytest.mark.parametrize("name", ["", "missing.csv", "a" * 5000, "nul\0.csv"])
def test_what_is_no_file_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError) as caught:
        read_spending(tmp_path / name)
    assert caught.value.code == "unreadable_file"
    assert caught.value.message.startswith(f"{tmp_path / name}: ")


def test_two_currencies_are_named_with_both_lines(file: Path) -> None:
    found = fault(file, f"{HEADER}\n2022-01-01,2022-12-31,1,CNY\n2023-01-01,2023-12-31,1,USD\n")
    assert found.code == "mixed_currencies"
    assert f"{file}:3 is in USD, {file}:2 in CNY" in found.message


def test_overlaps_are_named_with_both_lines(file: Path) -> None:
    found = fault(file, f"{HEADER}\n2022-07-01,2023-06-30,1,CNY\n{ROWS}")
    assert found.code == "overlap"
    assert f"{file}:3" in found.message
    assert f"{file}:2" in found.message


def test_the_order_of_the_lines_changes_no_figure(file: Path) -> None:
    lines = [f"{year}-01-01,{year}-12-31,{year * 7},CNY" for year in range(2000, 2012)]
    figures = set()
    for seed in range(5):
        random.Random(seed).shuffle(lines)
        file.write_text("\n".join([HEADER, *lines]))
        series = read_spending(file)
        figures.add((series.total, series.mean, tuple((p.start, p.amount) for p in series.periods)))
    assert len(figures) == 1


HEADS = [b"", b"PK\x03\x04", b"[", b"{", *(f"{h}\n".encode() for h in (HEADER, "year,amount", "year;amount"))]


@given(st.binary(max_size=200), st.sampled_from(HEADS))
def test_no_content_makes_anything_but_a_named_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, head: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "hostile.csv"
    file.write_bytes(head + content)
    with pytest.raises((InputError, NotComparableError)):
        read_spending(file)


def series(file: Path, content: str) -> SpendingSeries:
    file.write_text(content, "utf-8")
    return read_spending(file)


def figures(found: SpendingSeries) -> list[tuple[str, str, str]]:
    return [(str(p.start), str(p.end), f"{p.amount.normalize():f}") for p in found.periods]


def test_years_with_amounts_as_people_write_them(file: Path) -> None:
    found = series(
        file,
        'year,amount,currency\n2019,32.1bn,CNY\n2020,CNY 34 billion,\n2021,"35,500 m",CNY\n'
        '2022,¥36bn,CNY\n2023,"37,000,000,000",CNY\n2024,38 Mrd CNY,\n',
    )
    assert [p.amount for p in found.periods] == [Decimal(x) * 10**8 for x in (321, 340, 355, 360, 370, 380)]
    assert (found.currency, found.periods[0].label) == ("CNY", "2019")


def test_a_continental_spreadsheet_has_semicolons_and_decimal_commas(file: Path) -> None:
    found = series(
        file,
        "\ufefffiscal_year_end;Amount;Unit;Currency\n2023-03;1.234,5;millions;EUR\n2024-03-31;987,25;millions;EUR\n",
    )
    assert figures(found) == [
        ("2022-04-01", "2023-03-31", "1234500000"),
        ("2023-04-01", "2024-03-31", "987250000"),
    ]
    assert [p.label for p in found.periods] == ["FY2023", "FY2024"]


def test_tabs_separate_too(file: Path) -> None:
    assert series(file, "year\tamount\tunit\n2023\t1,234.5\tUSD m\n").total == Decimal("1234500000")


@pytest.mark.parametrize("whole", ["3", "32", "320"])
@pytest.mark.parametrize("sign", ",.")
def test_a_figure_that_can_be_read_in_two_ways_is_refused_with_both(
    file: Path, whole: str, sign: str
) -> None:
    found = fault(file, f"year;amount;currency\n2023;{whole}{sign}087;CNY\n")
    assert found.code == "ambiguous_amount"
    assert found.message.endswith(f"can be {whole}087 or {whole}.087")


@pytest.mark.parametrize("sign", ",.")
def test_a_thousand_that_is_not_grouped_has_a_decimal_mark(file: Path, sign: str) -> None:
    assert series(file, f"year;amount;currency\n2023;3208{sign}087;CNY\n").total == Decimal("3208.087")


def test_a_figure_of_more_than_thirty_digits_is_none(file: Path) -> None:
    assert series(file, f"year,amount,currency\n2023,{'9' * 30},CNY\n").total == Decimal("9" * 30)
    assert fault(file, f"year,amount,currency\n2023,1{'0' * 30},CNY\n").code == "bad_amount"


def test_another_figure_of_the_column_settles_it(file: Path) -> None:
    found = series(file, "year;amount;currency\n2022;1,5;CNY\n2023;32,087;CNY\n")
    assert [p.amount for p in found.periods] == [Decimal("1.5"), Decimal("32.087")]


def test_two_decimal_marks_in_one_column_are_refused_with_both_lines(file: Path) -> None:
    found = fault(file, "year;amount;currency\n2022;1,5;CNY\n2023;1.25;CNY\n")
    assert found.code == "mixed_decimals"
    assert f"{file}:3 has a decimal point, {file}:2 a decimal comma" in found.message


def test_a_bare_dollar_does_not_say_whose(file: Path) -> None:
    assert fault(file, "year,amount\n2023,$5bn\n").code == "no_currency"
    assert fault(file, "year,value ($m)\n2023,5\n").code == "no_currency"
    assert fault(file, "year,value ($)\n2023,5\n").code == "no_currency"
    assert series(file, "year,amount\n2023,US$5bn\n").currency == "USD"


@pytest.mark.parametrize("amount", ["5", "5bn"])
def test_an_amount_without_a_currency_is_refused_unless_one_stands_for_it(file: Path, amount: str) -> None:
    text = f"year,amount\n2023,{amount}\n"
    assert fault(file, text).code == "no_currency"
    assert read_spending(file, unnamed="EUR").currency == "EUR"


def test_some_amounts_with_a_currency_and_some_without_are_refused(file: Path) -> None:
    file.write_text("year,amount\n2022,CNY 5bn\n2023,5bn\n")
    with pytest.raises(InputError, match=f"{file}:3: nothing says in which currency"):
        read_spending(file, unnamed=UNNAMED)


def test_a_fiscal_year_without_its_end_is_not_guessed(file: Path) -> None:
    found = fault(file, "year,amount,currency\nFY2023,5bn,CNY\n")
    assert (found.code, "--year-end 03-31" in (found.hint or "")) == ("no_year_end", True)


def test_years_of_52_and_53_weeks_follow_one_another(file: Path) -> None:
    found = series(
        file,
        "fiscal_year_end,amount,currency\n2024-09-28,3,USD\n2022-09-24,1,USD\n2023-09-30,2,USD\n",
    )
    assert [(str(p.start), p.months) for p in found.periods] == [
        ("2021-09-25", 12),
        ("2022-09-25", 12),
        ("2023-10-01", 12),
    ]
    assert not found.gaps


@pytest.mark.parametrize("end", ["0001-01-01", "9999-12-31", "9999-12", "2023-13", "03/04/2023", ""])
def test_a_year_end_that_no_year_leads_to_is_refused(file: Path, end: str) -> None:
    assert fault(file, f"fiscal_year_end,amount,currency\n{end},1,USD\n").code == "bad_date"


@pytest.mark.parametrize(
    ("end", "start"),
    [
        ("2023-12-22", "2022-12-23"),  # twelve months, for 356 days are no year
        ("2023-12-23", "2023-01-01"),
        ("2024-01-09", "2023-01-01"),
        ("2024-01-10", "2023-01-11"),  # nor are 375
    ],
)
def test_a_fiscal_year_of_weeks_begins_where_the_last_one_ended(file: Path, end: str, start: str) -> None:
    head = "fiscal_year_end,amount,currency\n"
    if start < "2023":
        assert f"{start}..2022-12-31" in fault(file, f"{head}2022-12-31,1,USD\n{end},2,USD\n").message
    else:
        found = series(file, f"{head}2022-12-31,1,USD\n{end},2,USD\n")
        assert str(found.periods[1].start) == start


@pytest.mark.parametrize("end", ["2022-01-01", "2022-01-15"])
def test_half_a_month_is_no_period(file: Path, end: str) -> None:
    assert fault(file, f"{HEADER}\n2022-01-01,{end},1,CNY\n").code == "short_period"
    assert series(file, f"{HEADER}\n2022-01-01,2022-01-16,1,CNY\n").months == 1


def test_a_figure_can_be_filed_first_and_last_on_one_day(file: Path) -> None:
    row = "2022-01-01,2022-12-31,6,CNY,2024-02-01,2024-02-01"
    assert series(file, f"{HEADER},filed,first_filed\n{row}\n").total == 6


@pytest.mark.parametrize("row", ["1-2bn,", "1,-3", "5bn,apples", "1bn or so,m"])
def test_what_is_not_one_amount_from_end_to_end_is_refused(file: Path, row: str) -> None:
    assert fault(file, f"year,amount,unit,currency\n2023,{row},USD\n").code == "bad_amount"


def test_a_column_of_days_filed_tells_which_figure_is_newer(file: Path) -> None:
    found = series(
        file,
        "year,amount,currency,filed,form,accession\n2023,5,USD,2024-02-01,10-K,0000-24-1\n2023,6,USD,2025-02-01,10-K,0000-25-1\n",
    )
    (kept,) = found.periods
    assert (kept.amount, kept.reports[0].amount, kept.reports[-1].accession) == (6, 5, "0000-25-1")
    assert [notice.code for notice in found.notices] == ["restated"]


def test_a_row_tells_of_the_first_document_and_the_latest(file: Path) -> None:
    file.write_text(
        f"{HEADER},unit,filed,form,accession,first_reported,first_filed,first_form,first_accession\n"
        "2022-01-01,2022-12-31,6.5,CNY,bn,2024-02-01,10-K,0000-24-1,6,2023-02-01,10-K,0000-23-1\n"
        "2023-01-01,2023-12-31,7,CNY,bn,2025-02-01,10-K,0000-25-1,,2024-02-01,10-K,0000-24-1\n"
    )
    series = read_spending(file)
    first, latest = series.periods[0].reports
    assert (f"{first.amount:f}", f"{first.filed}", first.accession) == (
        "6000000000",
        "2023-02-01",
        "0000-23-1",
    )
    assert (latest.amount, latest.form, latest.accession) == (6_500_000_000, "10-K", "0000-24-1")
    assert [report.amount for report in series.periods[1].reports] == [7 * 10**9, 7 * 10**9]
    assert [notice.code for notice in series.notices] == ["restated"]


@pytest.mark.parametrize("first", ["0", "0.5"])
def test_a_first_figure_may_be_nothing_or_less_than_one(file: Path, first: str) -> None:
    row = f"2022-01-01,2022-12-31,6.5,CNY,2024-02-01,{first},2023-02-01"
    found = series(file, f"{HEADER},filed,first_reported,first_filed\n{row}\n")
    assert found.periods[0].reports[0].amount == Decimal(first)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ("2024-02-01,6,", "first_filed '' is not a date"),
        ("2024-02-01,6,soon", "first_filed 'soon' is not a date"),
        (",6,2023-02-01", "filed '' is not a date"),
        ("2024-02-01,6,2024-02-02", "first_filed, 2024-02-02, is after filed, 2024-02-01"),
        ("2024-02-01,-6,2023-02-01", "negative"),
        ("2024-02-01,-0.5,2023-02-01", "negative"),
        ("2024-02-01,6 USD,2023-02-01", "USD"),
    ],
)
def test_a_first_figure_without_its_day_or_sense_is_named(file: Path, cells: str, said: str) -> None:
    row = f"2022-01-01,2022-12-31,6.5,CNY,{cells}"
    error = fault(file, f"{HEADER},filed,first_reported,first_filed\n{row}\n")
    assert error.message.startswith(f"{file}:2")
    assert said in error.message


def test_a_changed_definition_is_named_with_both_lines(file: Path) -> None:
    found = fault(file, "year,amount,currency,measure\n2022,1,CNY,total capex\n2023,2,CNY,other PP&E\n")
    assert found.code == "mixed_measures"
    assert f"{file}:3" in found.message
    assert f"{file}:2" in found.message


def test_a_filing_is_read_by_its_facts_and_several_are_no_rows(file: Path) -> None:
    fact = {"start": "2023-01-01", "end": "2023-12-31", "val": 5, "form": "10-K", "filed": "2024-02-01"}
    concept = {"tag": "PaymentsToAcquirePropertyPlantAndEquipment", "units": {"USD": [fact | {"accn": "1"}]}}
    filing = json.dumps({"cik": 1, **concept})
    assert series(file, filing).total == 5
    assert fault(file, f"[{filing}, {filing}]").code == "bad_json"


@pytest.mark.parametrize(
    "content",
    [
        """[{"year": 2022, "amount": 1.5, "unit": "bn", "currency": "CNY"},
            {"year": "2023", "amount": "2.50bn CNY"}]""",
        """{"year": 2022, "amount": "1.5bn", "currency": "CNY"}
           {"year": 2023, "amount": 2500000000, "currency": "CNY", "source": null}""",
    ],
    ids=["list", "lines"],
)
def test_json_is_read_with_its_digits(file: Path, content: str) -> None:
    found = series(file, content)
    assert [p.amount for p in found.periods] == [Decimal("1.5e9"), Decimal("2.5e9")]
    assert found.periods[1].where == f"{file}:2"


def test_a_number_of_more_than_thirty_digits_is_none_in_json(file: Path) -> None:
    content = '[{"year": 2023, "currency": "CNY", "amount": %s}]'
    assert series(file, content % ("9" * 30)).total == Decimal("9" * 30)
    assert fault(file, content % f"1{'0' * 30}").code == "bad_amount"


def test_a_workbook_is_read_from_its_first_sheet(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    workbook = openpyxl.Workbook()
    for row in [
        ["Period_Start", "Period_End", "Amount", "Currency"],
        [datetime(2022, 1, 1), date(2022, 12, 31), 10.5, "CNY"],
        [None, None, None, None],
        ["2023-01-01", "2023-12-31", 20, "CNY"],
    ]:
        workbook.active.append(row)
    file = tmp_path / "prior.xlsx"
    workbook.save(file)
    found = read_spending(file)
    assert [(p.amount, p.where) for p in found.periods] == [
        (Decimal("10.5"), f"{file}:2"),
        (Decimal(20), f"{file}:4"),
    ]
    assert found.notices == ()


def test_without_openpyxl_a_workbook_is_refused_with_what_helps(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    found = fault(file, b"PK\x03\x04 and so on")
    assert found.code == "needs_openpyxl"
    assert "pipx inject capexcalc openpyxl; or, in a clone: pip install '.[xlsx]'" in (found.hint or "")


def test_a_damaged_workbook_is_named(file: Path) -> None:
    pytest.importorskip("openpyxl")
    assert fault(file, b"PK\x03\x04 and so on").code == "bad_workbook"


@given(st.permutations([(2015 + n, 10 + n * n) for n in range(9)]), st.sampled_from([",", ";", "\t"]))
def test_shuffling_the_rows_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[int, int]], separator: str
) -> None:
    file = tmp_path_factory.getbasetemp() / "shuffled.csv"
    lines = [("year", "amount", "currency"), *((str(y), f"{a}bn", "CNY") for y, a in rows)]
    found = series(file, "\n".join(map(separator.join, lines)))
    assert [p.label for p in found.periods] == [str(2015 + n) for n in range(9)]
    assert found.total == sum(10 + n * n for n in range(9)) * 10**9
    assert (found.last_year, found.peak_year) == (found.periods[-1], found.periods[-1])
