"""The numbers that decide what a table is taken for: a case just inside and one just outside each."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import duckdb
import openpyxl
import pyarrow
import pytest

from capexcalc.bulk import amounts, dates
from capexcalc.bulk.amounts import FigureReader, mark_of
from capexcalc.bulk.dates import Days, detect
from capexcalc.bulk.inputs import Table
from capexcalc.bulk.job import Job
from capexcalc.bulk.look import look
from capexcalc.bulk.reading import settle
from capexcalc.bulk.sampled import sampled
from capexcalc.bulk.samples import spread
from capexcalc.bulk.tally import Tally
from capexcalc.errors import InputError


@pytest.mark.parametrize(("strays", "mark"), [(10, "."), (11, None)])
def test_one_figure_in_a_hundred_may_be_written_unlike_the_others(strays: int, mark: str | None) -> None:
    cells = ["1,000.50"] * (1000 - strays) + ["1.000,50"] * strays
    if mark is None:
        with pytest.raises(InputError, match="Value"):
            mark_of(cells, "in.csv", "Value", ",")
    else:
        assert mark_of(cells, "in.csv", "Value", ",") == mark


@pytest.mark.parametrize("few", [0, 100], ids=["at once", "one by one"])
@pytest.mark.parametrize(
    ("cell", "currency", "refusal"),
    [
        ("9" * 30, "EUR", None),
        (",".join(["999"] * 10), "EUR", None),  # thirty digits, and nine marks
        ("9" * 31, "EUR", "bad_amount"),
        ("9," + ",".join(["999"] * 10), "EUR", "bad_amount"),
        (f"{'EUR':<20}5", None, None),  # twenty characters before it
        (f"{'EUR':<21}5", None, "bad_amount"),
        (f"5{'EUR':>40}", None, None),  # forty after it
        (f"5{'EUR':>41}", None, "bad_amount"),
        ("many", "EUR", "bad_amount"),
        ("EUR 5", "USD", "currency_conflict"),
        ("EUR 5", "EUR", None),
    ],
)
def test_a_cell_of_an_amount(cell: str, currency: str | None, refusal: str | None, few: int) -> None:
    figures, currencies = (pyarrow.array([each], pyarrow.string()) for each in (cell, currency))
    value, refused = FigureReader(".", few)(figures, currencies)
    assert refused.to_pylist() == [refusal]
    assert (value.to_pylist() == [None]) is (refusal is not None)


@pytest.mark.parametrize(("cell", "refusal"), [("1,234", "ambiguous_amount"), ("1,234.5", None)])
def test_a_mark_that_nothing_tells_is_open(cell: str, refusal: str | None) -> None:
    for few in (0, 100):
        columns = (pyarrow.array([each], pyarrow.string()) for each in (cell, "EUR"))
        assert FigureReader("", few)(*columns)[1].to_pylist() == [refusal]


FORMS = ("3 Jan 2018", "Jan 4, 2018", "2018/01/05", "6.1.2018", "January 2018", "2018", "20180107")


@pytest.mark.parametrize(("count", "more"), [(6, False), (7, True)])
def test_six_ways_to_write_a_date_are_told(count: int, more: bool) -> None:
    said = detect(FORMS[:count], "in.csv").said
    assert (said.count(", ") + 1, said.endswith(", 1 more")) == (count, more)


@pytest.mark.parametrize(
    ("day", "iso"), [("2018-01-03", True), ("2018-01-03T10:00", True), ("2018-01-3", False)]
)
def test_a_day_of_iso_8601_has_ten_characters(day: str, iso: bool) -> None:
    assert (detect([day], "in.csv") == Days("%Y-%m-%d")) is iso


@pytest.mark.parametrize(
    ("cells", "days"),
    [
        (["13/01/2018", "03/01/2018"], Days("%d/%m/%Y")),
        (["13/01/2018", "3 Jan 2018"], Days("", "dmy", False, "%d/%m/%Y, %d %b %Y")),
        (["3 Jan 2018"], Days("", "", False, "%d %b %Y")),
        (["3 Jan 2018", "2018"], Days("", "", True, "%d %b %Y, %Y")),
    ],
)
def test_an_engine_reads_dates_of_one_format_and_periods_are_no_days(cells: list[str], days: Days) -> None:
    assert detect(cells, "in.csv") == days


@pytest.mark.parametrize(("size", "places"), [(1 << 15, 1), ((1 << 15) + 1, 2), (1 << 30, 32)])
def test_a_file_is_looked_at_in_32_places_of_32_kilobytes(size: int, places: int) -> None:
    asked: list[tuple[int, int]] = []

    def pread(length: int, offset: int) -> bytes:
        asked.append((length, offset))
        return b"cut\nwhole\ncut"

    assert [*spread([(pread, size)])] == ["whole"] * places
    assert asked == [(1 << 15, size * number // 32) for number in range(places)]


def test_of_a_hundred_files_as_many_places_are_looked_at_in_all() -> None:
    assert len([*spread([(lambda length, offset: b"\nwhole\n", 1 << 30)] * 100)]) == 25
    assert len([*spread([(lambda length, offset: b"\nwhole\n", 1 << 30)] * 32)]) == 32


@pytest.mark.parametrize(("rows", "looked_at"), [(1019, 1019), (1020, 1019)])
def test_the_first_thousand_rows_are_a_sample(rows: int, looked_at: int, tmp_path: Path) -> None:
    assert len(sample_of(tmp_path, "1,2018-01-03\n" * rows)) == looked_at  # and twenty lines for a header


def test_of_a_large_file_a_sample_has_two_thousand(tmp_path: Path) -> None:
    assert len(sample_of(tmp_path, "1,2018-01-03\n" * 200_000)) == 2000


def test_of_the_lines_all_over_a_large_file_every_fiftieth_is_a_row(tmp_path: Path) -> None:
    rows = sample_of(tmp_path, "".join(f"{n},2018-01-03\n" for n in range(70_000)))
    assert [int(row["amount"]) for row in rows[1019:1022]] == [0, 50, 100]


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


def sample_of(folder: Path, rows: str) -> list[dict[str, str]]:
    source = folder / "in.csv"
    source.write_text(f"amount,date\n{rows}")
    job = Job(str(source), "", to=("EUR",), amount="amount", date="date")
    return sampled(duckdb.connect(), job, ("amount", "date"), folder).rows


def test_columns_are_found_three_objects_deep(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"a": {"b": {"c": {"d": 5, "e": {"f": 6}}}}}\n')
    job = Job(str(source), "", to=("EUR",), amount="a.b.c.d", date="date")
    assert sampled(duckdb.connect(), job, (), tmp_path).rows == [{"a.b.c.d": "5"}]


@pytest.mark.parametrize(("bad", "told"), [(5, 0), (6, 1)])
def test_the_worst_is_told_where_more_than_half_the_rows_have_no_conversion(bad: int, told: int) -> None:
    job = Job("in.csv", "", to=("EUR",), amount="amount", date="date")
    assert len(Tally(Counter(ok=5, bad_amount=bad)).worst(job)) == told


NAMED = ("euro", "euros", "yen", "US dollar", "US dollars", "€", "£", "yuan", "RMB")


@pytest.mark.parametrize(("names", "more"), [(8, False), (9, True)])
def test_eight_names_of_currencies_are_told(names: int, more: bool) -> None:
    job = Job("in.csv", "", to=("EUR",), amount="amount", date="date", currency="currency", decimal=".")
    columns = {"amount": ["1"], "date": ["2018-01-03"], "currency": NAMED[:names]}
    _, (notice, *_) = settle(job, Table("t", tuple(columns), ("a", "d", "c")), columns.__getitem__)
    assert notice.code == "currency_named"
    assert ("more" in notice.message) is notice.message.endswith(" and 1 more") is more


def test_parts_of_a_currency_are_told_with_their_number_and_codes_are_not_told() -> None:
    job = Job("in.csv", "", to=("EUR",), amount="amount", date="date", currency="currency", decimal=".")
    columns = {"amount": ["1"], "date": ["2018-01-03"], "currency": ["GBp", "euro", "USD", "zar"]}
    _, (notice,) = settle(job, Table("t", tuple(columns), ("a", "d", "c")), columns.__getitem__)
    assert notice.message.endswith("is read so: GBp as GBP in 100, euro as EUR")


@pytest.mark.parametrize(("cells", "looked_at"), [(7999, 7999), (8000, 4000)])
def test_some_of_eight_thousand_figures_are_looked_at(
    cells: int, looked_at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts: list[int] = []
    monkeypatch.setattr(amounts, "mark_of", lambda some, *_: counts.append(len(some)) or "")
    monkeypatch.setattr(dates, "detect", lambda some, _: counts.append(len(some)) or Days("%Y-%m-%d"))
    job = Job("in.csv", "", to=("EUR",), amount="amount", date="date", currency="EUR")
    settle(job, Table("t", ("amount", "date"), ("a", "d")), lambda name: ["1"] * cells)
    assert counts == [looked_at, 5000]


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
