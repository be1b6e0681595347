"""What is a plain cell, just inside and just outside each rule."""

from __future__ import annotations

from datetime import date
from math import isnan

import pytest

pytest.importorskip("pyarrow")
from capexcalc.bulk.affixes import Affixes
from capexcalc.bulk.amounts import FigureReader
from capexcalc.bulk.arrays import texts
from capexcalc.bulk.plain_cells import CONFLICT, NONE, OTHER, READ
from capexcalc.bulk.plain_cells import figures as figures_of
from capexcalc.bulk.plain_days import days, layout_of
from capexcalc.money.currencies import all_codes


def figures(cells, mark, code=None):
    """Values and kinds, of rows in one currency."""
    import numpy

    place = all_codes().index(code) if code else len(all_codes())
    unit = numpy.full(len(cells), place, "i4")
    return Affixes(FigureReader(mark))(figures_of(cells, mark), unit)


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("5", ".", 5),
        ("007", ".", 7),
        ("1.5", ".", 1.5),
        ("1,5", ",", 1.5),
        ("-1.5", ".", -1.5),
        ("-0", ".", -0.0),
        ("1,234", ".", 1234),
        ("1.234", ",", 1234),
        ("999,999,999.25", ".", 999_999_999.25),
        ("1" * 25, ".", float("1" * 25)),
        ("12", "", 12),
        ("-12", "", -12),
        ("-1,234", ".", -1234),
        ("+5", ".", 5),
        (" 5 ", ".", 5),
        ("(5)", ".", -5),
        ("1.", ".", 1),
        ("1,234.-", ".", 1234),
        ("$5", ".", 5),
        ("€ 1.234,50", ",", 1234.5),
        ("1.5 Mio. €", ".", 1.5e6),
        ("US$1,234.5bn", ".", 1234.5e9),
        ("$" + "1" * 25, ".", float("1" * 25)),
        ("$5" + " " * 60, ".", 5),
        (" " * 60 + "5", ".", 5),
    ],
)
def test_a_plain_figure_is_read(text, mark, value) -> None:
    (found,), (kind,) = figures(texts([text]), mark)
    assert (found, kind) == (value, READ)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        (".5", "."), ("-.5", "."), (" .5", "."), ("1..5", "."),
        ("1.5.5", "."), ("1,5", "."), ("1.5,5", "."), ("1,23", "."), ("1,2345", "."), ("1234,567", "."),
        ("0,123", "."), ("01,234", "."), ("1,,234", "."), ("12,34,567", "."),
        ("1.5", ""), ("1,234", ""), ("1\0002", ""), ("1e5", "."), ("1 234", "."), ("1_000", "."),
        ("1" * 26, "."), ("$" + "1" * 26, "."), ("$1.5.5", "."), ("1.23,4", ","), ("5" + " " * 61, "."),
        (" " * 61 + "5", "."),
        ("1:5", "."),
    ],
)  # fmt: skip
def test_a_figure_in_other_writing_is_left_to_the_engine(text, mark) -> None:
    # Beside one that is read, so that neither is taken for the other.
    found, kinds = figures(texts(["5", text, "7"]), mark)
    assert kinds.tolist() == [READ, OTHER, READ]
    assert (found[0], isnan(found[1]), found[2]) == (5, True, 7)


@pytest.mark.parametrize(
    "text", ["5:", "/5", "--5", "5-", ",234", "5 widgets", "5\u0665", "$\0005", "=5", "5%", "x" * 30 + "5"]
)
def test_what_is_about_a_figure_can_make_it_none(text) -> None:
    found, kinds = figures(texts(["$5", text, "7"]), ".")
    assert kinds.tolist() == [READ, NONE, READ]
    assert (found[0], isnan(found[1]), found[2]) == (5, True, 7)


@pytest.mark.parametrize(("text", "kind"), [("5:", NONE), ("/5", NONE), ("9", READ), ("09", READ)])
def test_what_is_next_to_the_digits_at_an_edge_is_about_a_figure(text, kind) -> None:
    assert figures(texts(["7", text]), ".")[1].tolist() == [READ, kind]


@pytest.mark.parametrize(
    ("text", "code", "kind"),
    [("€5", "USD", CONFLICT), ("€5", "EUR", READ), ("$5", "CAD", READ), ("$5", "EUR", CONFLICT),
     ("-5", "EUR", READ)],
)  # fmt: skip
def test_a_figure_in_another_currency_than_its_row_is_in_conflict(text, code, kind) -> None:
    found, kinds = figures(texts(["5", text]), ".", code)
    assert kinds.tolist() == [READ, kind]
    assert isnan(found[1]) == (kind == CONFLICT)


def test_cells_with_very_many_things_about_figures_are_left_to_the_engine() -> None:
    _, kinds = figures(texts([f"x{chr(0x3400 + n)}5" for n in range(1026)]), ".")
    assert kinds.tolist() == [NONE] * 1024 + [OTHER] * 2


@pytest.mark.parametrize("text", [None, "", "n/a", "-", "inf", "nan", ".", "\u0665", "\0", "x" * 30])
def test_without_a_digit_there_is_no_figure(text) -> None:
    found, kinds = figures(texts([text]), ".")
    assert kinds.tolist() == [NONE]
    assert isnan(found[0])


def test_a_slice_of_figures_is_read_by_itself() -> None:
    found, kinds = figures(texts(["x", "1,234", "n/a", "5.5", "(7)"]).slice(1, 3), ".")
    assert kinds.tolist() == [READ, NONE, READ]
    assert found[[0, 2]].tolist() == [1234, 5.5]


@pytest.mark.parametrize(
    ("text", "form", "day"),
    [
        ("2020-02-29", "%Y-%m-%d", date(2020, 2, 29)),
        ("2000-02-29", "%Y-%m-%d", date(2000, 2, 29)),
        ("1000-01-01", "%Y-%m-%d", date(1000, 1, 1)),
        ("9999-12-31", "%Y-%m-%d", date(9999, 12, 31)),
        ("1969-12-31", "%Y-%m-%d", date(1969, 12, 31)),
        ("31/01/2020", "%d/%m/%Y", date(2020, 1, 31)),
        ("12/31/2020", "%m/%d/%Y", date(2020, 12, 31)),
        ("20200131", "%Y%m%d", date(2020, 1, 31)),
    ],
)
def test_a_plain_date_is_read(text, form, day) -> None:
    (found,), (kind,) = days(texts([text]), form)
    assert kind == READ
    assert found == (day - date(1970, 1, 1)).days


@pytest.mark.parametrize(
    "text",
    [
        "0999-12-31", "0000-00-00", "2020-1-05", "2020-01-5", " 2020-01-05", "2020-01-05 ", "2020/01/05",
        "2020-01-0x", "12020-01-05", "2020-01-05T24:00", "2020-01-05T10", "2020-01-05T10:60",
        "2020-01-05 10:00:60", "2020-01-05_10:00", "2020-01-05T10:00:00+01:00", "2020-01-05T10:00:00.1234567",
        "20200105T100000", "0999-12-31T10:00", "epoch", "infinity", "-Infinity", "\u0662020-01-0",
        "2020-01-0:", "2020-01-/1", "soon 0", "soon 9",
    ],
)  # fmt: skip
def test_a_date_in_other_writing_is_left_to_the_engine(text) -> None:
    found, kinds = days(texts(["2020-01-05", text, "1970-01-02"]), "%Y-%m-%d")
    assert kinds.tolist() == [READ, OTHER, READ]
    assert found[[0, 2]].tolist() == [18266, 1]


@pytest.mark.parametrize(
    "time", ["T00:00", " 23:59", "T10:00:00", "T10:00:00Z", " 10:00:59.9", "T10:00:00.123456Z", "T10:00Z"]
)
def test_of_a_date_with_a_time_the_day_is_read(time) -> None:
    found, kinds = days(texts(["2020-01-05", f"1970-01-02{time}", "soon", f"2020-02-30{time}"]), "%Y-%m-%d")
    assert kinds.tolist() == [READ, READ, NONE, NONE]
    assert found[:2].tolist() == [18266, 1]
    assert days(texts([f"1970-01-02{time}"]), "%Y/%m/%d")[1].tolist() == [OTHER]


@pytest.mark.parametrize(
    "text",
    ["2019-02-29", "1900-02-29", "2020-04-31", "2020-00-01", "2020-13-01", "2020-01-00", "2020-01-32"],
)
def test_a_day_that_no_month_has_is_no_date(text) -> None:
    assert days(texts(["2020-01-05", text]), "%Y-%m-%d")[1].tolist() == [READ, NONE]


@pytest.mark.parametrize("text", [None, "", "n/a", "-", "soon", "soon:", "/"])
def test_without_a_digit_there_is_no_date(text) -> None:
    assert days(texts([text]), "%Y-%m-%d")[1].tolist() == [NONE]


@pytest.mark.parametrize("form", ["%Y-%m-%d", "%d/%m/%Y", "%Y%m%d", "%d %m %Y"])
def test_formats_with_year_month_and_day_in_figures_are_plain(form) -> None:
    assert layout_of(form)


@pytest.mark.parametrize(
    "form",
    ["%d/%m/%y", "%d %b %Y", "%Y-%m", "%Y-%m-%d%%", "%Y-%m-%d %H", " %Y-%m-%d", "%Y年%m%d", "%Y%m%d%d"],
)
def test_other_formats_are_not(form) -> None:
    assert layout_of(form) is None
