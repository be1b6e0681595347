"""The numbers that decide what a table is taken for: a case just inside and one just outside each."""

from __future__ import annotations

from collections import Counter

import pyarrow
import pytest

from capexcalc.bulk import amounts, dates
from capexcalc.bulk.amounts import FigureReader, mark_of
from capexcalc.bulk.dates import Days, detect
from capexcalc.bulk.inputs import Table
from capexcalc.bulk.job import Job
from capexcalc.bulk.reading import settle
from capexcalc.bulk.tally import Tally
from capexcalc.errors import InputError
from capexcalc.reading.cell_figures import parted, told


@pytest.mark.parametrize(("strays", "mark"), [(10, "."), (11, None)])
def test_one_figure_in_a_hundred_may_be_written_unlike_the_others(strays: int, mark: str | None) -> None:
    cells = ["1,000.50"] * (1000 - strays) + ["1.000,50"] * strays
    if mark is None:
        with pytest.raises(InputError, match="Value"):
            mark_of(cells, "in.csv", "Value", ",")
    else:
        assert mark_of(cells, "in.csv", "Value", ",") == mark


@pytest.mark.parametrize(
    ("cell", "mark"),
    [
        ("12.50", "."),
        ("12.5 zł", "."),
        ("12.500", None),
        ("1,234,567.89", "."),
        ("1,234,56.78", None),
        ("0,234.50", None),
        ("CHF 12,5", ","),
        ("1.234.567,89", ","),
        ("12", ""),
        ("n/a", ""),
        ("1 234", None),
        (f"{9:030}.5", "."),
        (f"{9:031}.5", None),
        ("x" * 20 + "1.5" + "x" * 40, "."),
        ("x" * 21 + "1.5", None),
        ("1.5" + "x" * 41, None),
    ],
)
def test_most_figures_tell_their_mark_at_a_glance_and_as_the_reader_has_it(
    cell: str, mark: str | None
) -> None:
    assert amounts._glance(cell) == amounts._glance(f" {cell}\n") == mark
    figure = parted(cell)
    assert mark is None or mark == (told(figure.digits) if figure else "")


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
