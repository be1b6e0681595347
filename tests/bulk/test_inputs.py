"""The numbers that decide how a file is opened: a case just inside and one just outside each."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest

pytest.importorskip("duckdb")
from capexcalc.bulk.inputs import Table
from capexcalc.bulk.sheets import Workbook
from capexcalc.bulk.streams import Streamed
from capexcalc.bulk.workbooks import _Strings
from capexcalc.errors import InputError, UsageError

ROW = '{"amount": 5, "date": "2018-01-03"}\n'


@pytest.mark.parametrize("second", ["other", "amount"])
def test_of_two_columns_of_a_name_none_is_meant(second: str) -> None:
    table = Table("t", ("amount", second), ("c0", "c1"))
    if second == "other":
        assert table.cell("amount", "in.csv") == "c0"
        return
    with pytest.raises(InputError, match="2 columns are called 'amount'"):
        table.cell("amount", "in.csv")


@pytest.mark.parametrize(("above", "found"), [(19_999, True), (20_000, False)])
def test_keys_are_learnt_from_twenty_thousand_objects(job, above: int, found: bool) -> None:
    rows = '{"amount": 5}\n' * above + ROW
    if found:
        assert job("in.jsonl", rows.encode(), "out.jsonl", currency="CHF")[1].result.statuses["ok"] == 1
        return
    with pytest.raises(InputError, match="no column 'date'"):
        job("in.jsonl", rows.encode(), "out.jsonl", currency="CHF")


@pytest.mark.parametrize(
    ("size", "sampled"),
    [((1 << 18) - 1, (1 << 18) - 1), (1 << 18, (1 << 18) - 10), (1 << 19, (1 << 18) - 10)],
)
def test_of_standard_input_256_kilobytes_are_a_sample(size: int, sampled: int, tmp_path: Path) -> None:
    head = b"x" * ((1 << 18) - 11) + b"\n"
    given = Streamed(io.BytesIO(head + b"y" * (size - len(head))), tmp_path)
    assert Path(given.sample).stat().st_size == sampled
    assert Path(given.spooled()).stat().st_size == size


@pytest.mark.parametrize(("blanks", "read"), [((1 << 16) - 1, True), (1 << 16, False)])
def test_a_bracket_is_looked_for_in_64_kilobytes(job, blanks: int, read: bool) -> None:
    content = b" " * blanks + ROW.encode() * 2
    if read:
        assert job("in.json", content, "out.json", currency="CHF")[1].result.statuses == {"ok": 2}
        return
    with pytest.raises(InputError):
        job("in.json", content, "out.json", currency="CHF")


@pytest.mark.parametrize("lists", [1, 2])
def test_of_two_lists_of_objects_none_is_meant(job, lists: int) -> None:
    content = json.dumps({f"list{n}": [json.loads(ROW)] for n in range(lists)}).encode()
    if lists == 1:
        assert job("in.json", content, "out.json", currency="CHF")[1].result.statuses == {"ok": 1}
        return
    with pytest.raises(InputError) as caught:
        job("in.json", content, "out.json", currency="CHF")
    assert caught.value.code == "several_lists"


@pytest.mark.parametrize("sheets", [1, 2])
def test_of_two_sheets_it_is_said_which_is_read(job, tmp_path: Path, sheets: int) -> None:
    book = openpyxl.Workbook()
    for row in (["amount", "date"], [5, "2018-01-03"]):
        book.active.append(row)
    for _ in range(1, sheets):
        book.create_sheet()
    book.save(tmp_path / "given.xlsx")
    _, outcome = job("in.xlsx", (tmp_path / "given.xlsx").read_bytes(), "out.csv", currency="CHF")
    assert ("sheet" in [notice.code for notice in outcome.warnings]) is (sheets == 2)


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        ([["id", "sum"], ["", 5, 6]], "First"),
        ([["id", "sum"], ["", 5]], "Second"),  # one row of two cells
        ([["id"], ["1"], ["2"]], "Second"),
    ],
)
def test_a_sheet_with_two_rows_of_two_cells_is_a_table(tmp_path: Path, rows, read: str) -> None:
    book = openpyxl.Workbook()
    book.active.title = "First"
    second = book.create_sheet("Second")
    for n, row in enumerate(rows):
        book.active.append(row)
        second.append([n, "2018-01-03"])
    book.save(tmp_path / "in.xlsx")
    (said,) = Workbook(str(tmp_path / "in.xlsx"), None).notices
    assert f"sheet '{read}' is read" in said.message


@pytest.mark.parametrize(("sheets", "said"), [(1, "no column 'paid'"), (2, "no sheet has the columns")])
def test_of_the_only_sheet_it_is_said_which_column_it_lacks(
    job, tmp_path: Path, sheets: int, said: str
) -> None:
    book = openpyxl.Workbook()
    for sheet in (book.active, *(book.create_sheet() for _ in range(1, sheets))):
        sheet.append(["amount", "date"])
        sheet.append([5, "2018-01-03"])
    book.save(tmp_path / "given.xlsx")
    with pytest.raises(InputError, match=said):
        job("in.xlsx", (tmp_path / "given.xlsx").read_bytes(), "out.csv", currency="CHF", amount="paid")


def test_texts_of_a_workbook_are_read_up_to_the_one_that_is_asked_for() -> None:
    left = iter("abc")
    texts = _Strings(left)
    assert [texts[1], texts[0]] == ["b", "a"]
    assert [*left] == ["c"]


def test_a_delimiter_that_is_said_is_the_only_one(job) -> None:
    content = b"amount,date\n5,2018-01-03\n"
    assert job("in.csv", content, "out.csv", currency="CHF", delimiter=",")[1].result.statuses == {"ok": 1}
    with pytest.raises(InputError, match="no column 'amount'"):
        job("in.csv", content, "out.csv", currency="CHF", delimiter=";")


@pytest.mark.parametrize(
    ("name", "option", "fits"),
    [
        ("in.jsonl", {"sheet": "Data"}, False),
        ("in.jsonl", {"delimiter": ";"}, False),
        ("in.csv", {"sheet": "Data"}, False),
        ("in.csv", {"delimiter": ","}, True),
        ("in.jsonl", {}, True),
    ],
)
def test_what_is_said_of_files_of_another_kind_is_refused(job, name: str, option, fits: bool) -> None:
    content = ROW if name == "in.jsonl" else "amount,date\n5,2018-01-03\n"
    if fits:
        assert job(name, content.encode(), "out.csv", currency="CHF", **option)[1].result.statuses == {
            "ok": 1
        }
        return
    with pytest.raises(UsageError, match=f"--{next(iter(option))} says nothing of a file of this kind"):
        job(name, content.encode(), "out.csv", currency="CHF", **option)
