"""The numbers that decide what a look sees of a file: a case just inside and one just outside each."""

from __future__ import annotations

from pathlib import Path

import duckdb
import openpyxl
import pytest

from capexcalc.bulk.job import Job
from capexcalc.bulk.look import look
from capexcalc.bulk.sampled import sampled
from capexcalc.bulk.samples import spread
from capexcalc.errors import InputError


@pytest.mark.parametrize(("size", "places"), [(1 << 15, 1), ((1 << 15) + 1, 2), (1 << 30, 32)])
def test_a_file_is_looked_at_in_32_places_of_32_kilobytes(size: int, places: int) -> None:
    asked: list[tuple[int, int]] = []

    def pread(length: int, offset: int) -> bytes:
        asked.append((length, offset))
        return b"cut\nwhole\ncut"

    assert [*spread([(pread, size)])] == ["whole"] * places
    assert asked == [(1 << 15, size * number // 32) for number in range(places)]


@pytest.mark.parametrize(("lines", "taken"), [(255, 255), (256, 256), (257, 256)])
def test_a_place_has_no_more_than_256_lines(lines: int, taken: int) -> None:
    piece = b"cut\n" + b"whole\n" * lines + b"cut"
    assert [*spread([(lambda length, offset: piece, 1 << 15)])] == ["whole"] * taken


def test_of_a_hundred_files_as_many_places_are_looked_at_in_all() -> None:
    assert len([*spread([(lambda length, offset: b"\nwhole\n", 1 << 30)] * 100)]) == 25
    assert len([*spread([(lambda length, offset: b"\nwhole\n", 1 << 30)] * 32)]) == 32


@pytest.mark.parametrize(("rows", "looked_at"), [(1019, 1019), (1020, 1019)])
def test_the_first_thousand_rows_are_a_sample(rows: int, looked_at: int, tmp_path: Path) -> None:
    assert len(sample_of(tmp_path, "1,2018-01-03\n" * rows)) == looked_at  # and twenty lines for a header


def test_of_a_large_file_a_sample_has_two_thousand(tmp_path: Path) -> None:
    assert len(sample_of(tmp_path, "1,2018-01-03\n" * 200_000)) == 2000


def test_of_the_lines_all_over_a_large_file_every_eighth_is_a_row(tmp_path: Path) -> None:
    rows = sample_of(tmp_path, "".join(f"{n},2018-01-03\n" for n in range(70_000)))
    assert [int(row["amount"]) for row in rows[1019:1022]] == [0, 8, 16]


@pytest.mark.parametrize("rows", [2000, 2001])
@pytest.mark.parametrize("name", ["in.jsonl", "in.json", "in.parquet", "in.xlsx"])
def test_a_look_is_taken_at_two_thousand_rows(name: str, rows: int, book, calendars, tmp_path: Path) -> None:
    source = str(tmp_path / name)
    if name.endswith("xlsx"):
        sheet = openpyxl.Workbook(write_only=True)
        sheet.create_sheet()
        for row in (("amount", "date"), *[(1, "2018-01-03")] * rows):
            sheet.worksheets[0].append(row)
        sheet.save(source)
    else:
        options = {"in.json": ", array true"}.get(name, "")
        duckdb.sql(
            f"COPY (SELECT 1 AS amount, '2018-01-03' AS date FROM range({rows})) TO '{source}' "
            f"(FORMAT {'parquet' if name == 'in.parquet' else 'json'}{options})"
        )
    job = Job(source, "", to=("EUR",), amount="amount", date="date", currency="USD")
    assert look(job, book=book, calendars=calendars).result.statuses == {"ok": 2000}


@pytest.mark.parametrize(("length", "fits"), [((1 << 20) - 1, True), (1 << 20, False)])
def test_a_first_row_has_a_mebibyte_at_most(length: int, fits: bool, tmp_path: Path) -> None:
    header = ("amount,date" + f",{'x' * 99_999}" * 20)[:length]
    (tmp_path / "in.csv").write_text(f"{header}\n1,2018-01-03\n")
    job = Job(str(tmp_path / "in.csv"), "", to=("EUR",), amount="amount", date="date")
    if fits:
        assert sampled(duckdb.connect(), job, ("amount",), tmp_path).delimiter == ","
    else:
        with pytest.raises(InputError, match="a row longer than 1 MiB"):
            sampled(duckdb.connect(), job, ("amount",), tmp_path)


def sample_of(folder: Path, rows: str, header: str = "amount,date\n") -> list[dict[str, str]]:
    source = folder / "in.csv"
    source.write_text(header + rows)
    job = Job(str(source), "", to=("EUR",), amount="amount", date="date")
    return sampled(duckdb.connect(), job, ("amount", "date"), folder).rows


def test_columns_are_found_three_objects_deep(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"a": {"b": {"c": {"d": 5, "e": {"f": 6}}}}}\n')
    job = Job(str(source), "", to=("EUR",), amount="a.b.c.d", date="date")
    assert sampled(duckdb.connect(), job, (), tmp_path).rows == [{"a.b.c.d": "5"}]


@pytest.mark.parametrize(("rows", "shown"), [(10, 10), (11, 10)])
def test_a_look_shows_ten_rows(rows: int, shown: int, book, calendars: Path, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("amount,date\n" + "1,2018-01-03\n" * rows)
    job = Job(str(tmp_path / "in.csv"), "", to=("EUR",), amount="amount", date="date", currency="USD")
    found = look(job, book=book, calendars=calendars).result.look
    assert found is not None
    assert len(found.converted) == shown


CODES = ["USD", "GBP", "JPY", "CHF", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF"]


@pytest.mark.parametrize(("codes", "told"), [(12, 12), (13, 12)])
def test_a_look_counts_twelve_currencies(
    codes: int, told: int, book, calendars: Path, tmp_path: Path
) -> None:
    rows = "".join(f"1,{code},2018-01-03\n" for code in CODES[:codes])
    (tmp_path / "in.csv").write_text(f"amount,currency,date\n{rows}")
    job = Job(str(tmp_path / "in.csv"), "", to=("EUR",), amount="amount", date="date", currency="currency")
    found = look(job, book=book, calendars=calendars).result.look
    assert found is not None
    assert len(found.currencies) == told


@pytest.mark.parametrize(
    ("name", "size", "code"),
    [
        ("in.csv", (1 << 20) - 1, "empty_file"),
        ("in.csv", 1 << 20, "line_too_long"),
        ("in.jsonl", (1 << 16) - 1, "empty_file"),
        ("in.jsonl", 1 << 16, "no_such_column"),
    ],
)
def test_a_file_with_nothing_but_blanks_is_empty(name: str, size: int, code: str, job) -> None:
    with pytest.raises(InputError) as caught:
        job(name, b"\n" * size, "out.csv")
    assert caught.value.code == code


@pytest.mark.parametrize(("size", "code"), [((1 << 20) - 1, "empty_file"), (1 << 20, "line_too_long")])
def test_a_look_finds_nothing_in_blanks(size: int, code: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        sample_of(tmp_path, "\n" * size, header="")
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("rows", "delimiter"),
    [
        ("id;note\n1;a, b, c\n2;d\n", ";"),
        ("id,note;\n1,a;\n2,b, c;\n", ","),  # what all rows end with leaves one cell filled
    ],
)
def test_what_parts_cells_parts_two_that_are_filled(rows: str, delimiter: str, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(rows)
    job = Job(str(tmp_path / "in.csv"), "", to=("EUR",), amount="id", date="note")
    assert sampled(duckdb.connect(), job, (), tmp_path).delimiter == delimiter
