from __future__ import annotations

import random
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.errors import CapexcalcError, InputError, NotComparableError
from capexcalc.finance.spending_csv import read_spending

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
        ("2023-01-01,31/12/2023,1,CNY", "bad_date", "period_end '31/12/2023' is not a date"),
        ("2023-12-31,2023-01-01,1,CNY", "reversed_period", "ends on 2023-01-01, before it starts"),
        ("2023-01-01,2023-01-07,1,CNY", "short_period", "shorter than a month"),
        ("2023-01-01,2023-12-31,-1,CNY", "bad_amount", "'-1'"),
        ("2023-01-01,2023-12-31,nan,CNY", "bad_amount", "'nan'"),
        ("2023-01-01,2023-12-31,Infinity,CNY", "bad_amount", "'Infinity'"),
        ("2023-01-01,2023-12-31,1e400,CNY", "bad_amount", "'1e400'"),
        ("2023-01-01,2023-12-31,,CNY", "bad_amount", "''"),
        ('2023-01-01,2023-12-31,"32,087",CNY', "bad_amount", "'32,087'"),
        ("2023-01-01,2023-12-31,١٢,CNY", "bad_amount", "'١٢'"),
        ("2023-01-01,2023-12-31," + "9" * 500 + ",CNY", "bad_amount", "999…"),
        ("2023-01-01,2023-12-31,1,CNX", "bad_currency", "'CNX' is no currency"),
        ("2023-01-01,2023-12-31,1,", "bad_currency", "'' is no currency"),
        ("2023-01-01,2023-12-31,\x1b[31m1,CNY", "bad_amount", r"'\x1b[31m1'"),
        ("2023-01-01,2023-12-31,1", "ragged_row", "3 cells under a header of 4"),
        ("2023-01-01,2023-12-31,1,CNY,x", "ragged_row", "5 cells under a header of 4"),
        ('2023-01-01,2023-12-31,1,"CNY', "bad_csv", "not CSV"),
        ("2023-01-01,2023-12-31,1," + "x" * 1_000_000, "bad_csv", "not CSV"),
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
        (b"", "empty_file", 1),
        (b" \n\n", "empty_file", 1),
        (f"{HEADER}\n2022-01-01,2022-12-31,1,CNY,\0\n".encode(), "binary_file", 2),
        (f"{HEADER}\n".encode("utf-16"), "binary_file", 1),
        (f"{HEADER},label\n2022-01-01,2022-12-31,1,CNY,année\n".encode("latin-1"), "not_utf8", 2),
        (b"period_start,period_end,amount\n", "missing_column", 1),
        (b"\n\nstart;end;amount;currency\n", "missing_column", 3),
        (HEADER.encode() + b",amount\n", "repeated_column", 1),
        (b"x" * 1_000_000, "bad_csv", 1),
    ],
    ids=["empty", "blank", "nul", "utf-16", "latin-1", "no-currency", "semicolons", "twice", "1-MB-line"],
)
def test_a_faulty_file_is_refused_with_the_line(file: Path, content: bytes, code: str, line: int) -> None:
    found = fault(file, content)
    assert found.code == code
    assert found.message.startswith(f"{file}:{line}: ")


def test_missing_columns_are_all_named(file: Path) -> None:
    assert "no column period_end, currency" in fault(file, "period_start,amount\n").message


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
    assert "cannot be read" in caught.value.message


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


@given(st.binary(max_size=200), st.booleans())
def test_no_content_makes_anything_but_a_named_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, headed: bool
) -> None:
    file = tmp_path_factory.getbasetemp() / "hostile.csv"
    file.write_bytes((HEADER.encode() + b"\n" if headed else b"") + content)
    with pytest.raises((InputError, NotComparableError)):
        read_spending(file)
