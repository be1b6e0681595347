"""Dates as tables have them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from capexcalc.reading.date_cells import AmbiguousDateError, day_of, order_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2018-01-03", "2018-01-03"), ("2018-01-03T10:00:00Z", "2018-01-03"), ("2018/1/3 0:00", "2018-01-03"),
        ("2018-01-03 10:00:00.5+02:00", "2018-01-03"), ("31/12/2018 12:00:00 AM", "2018-12-31"),
        ("12/31/2018 11:59 PM", "2018-12-31"), ("03.04.2018", "2018-04-03"), ("20180103", "2018-01-03"),
        ("03-JAN-18", "2018-01-03"), ("3 Sept 2018", "2018-09-03"), ("31 December 2017", "2017-12-31"),
        ("January 3rd, 2018", "2018-01-03"), ("Wed, 3 Jan 2018", "2018-01-03"),
        ("3 janvier 2018", "2018-01-03"),
        ("3 de enero de 2018", "2018-01-03"), ("3. März 2018", "2018-03-03"), ("3 мая 2018", "2018-05-03"),
        ("2018年1月3日", "2018-01-03"), ("43103", "2018-01-03"), ("43103.75", "2018-01-03"),
        ("01/01/2018", "2018-01-01"), ("5/5/18", "2018-05-05"),
        ("June 13, 1980 (United States)", "1980-06-13"), ("2018-01-03[note 1]", "2018-01-03"),
        ("5/5/68", "2068-05-05"), ("5/5/69", "1969-05-05"),
    ],
)  # fmt: skip
def test_a_day_is_read_whatever_way_it_is_written(text: str, day: str) -> None:
    found = day_of(text)
    assert found is not None
    assert (str(found.first), str(found.last)) == (day, day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"), ("2018.0", "2018-01-01", "2018-12-31"),
        ("Quarter 4 2018", "2018-10-01", "2018-12-31"), ("H1 2018", "2018-01-01", "2018-06-30"),
        ("2018 H2", "2018-07-01", "2018-12-31"),
        ("2018-02", "2018-02-01", "2018-02-28"), ("02/2018", "2018-02-01", "2018-02-28"),
        ("Feb 2018", "2018-02-01", "2018-02-28"), ("Feb-18", "2018-02-01", "2018-02-28"),
        ("mars 2018", "2018-03-01", "2018-03-31"), ("2018-Q3", "2018-07-01", "2018-09-30"),
        ("Q1 2018", "2018-01-01", "2018-03-31"), ("201802", "2018-02-01", "2018-02-28"),
    ],
)  # fmt: skip
def test_a_year_a_quarter_and_a_month_are_all_their_days(text: str, first: str, last: str) -> None:
    found = day_of(text)
    assert found is not None
    assert (str(found.first), str(found.last)) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2018-02-30", "31/31/2018", "1899", "2100", "19999", "80000", "1.5", "(2018)", "2018 (a) b"],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert day_of(text) is None


@pytest.mark.parametrize(
    ("text", "found"), [("1900", True), ("2099", True), ("20000", True), ("79999", True)]
)
def test_the_first_and_last_years_and_serials_that_count(text: str, found: bool) -> None:
    assert (day_of(text) is not None) == found


def test_the_column_says_which_number_is_the_month() -> None:
    with pytest.raises(AmbiguousDateError):
        day_of("03/04/2018")
    assert order_of(["03/04/2018", "13/04/2018"]) == ("dmy", "03/04/2018", {"dmy": "13/04/2018"})
    assert order_of(["03/04/2018", "04/13/2018 1:00 PM"])[0] == "mdy"
    assert order_of(["12/13/2018"])[0] == "mdy"
    assert order_of(["13/12/2018"])[0] == "dmy"
    assert order_of(["13/04/2018", "04/13/2018"])[0] == ""
    assert order_of(["13/04/2018", "0/13/2018", "32/1/2018"])[0] == "dmy"  # what is no date tells nothing
    assert order_of(["5/5/2018"])[0] == ""
    assert str(day_of("03/04/2018", "mdy").first) == "2018-03-04"  # type: ignore[union-attr]


def test_the_names_of_months_are_those_of_the_lexicons(monkeypatch: pytest.MonkeyPatch) -> None:
    tools = Path(__file__).parents[2] / "tools"
    monkeypatch.syspath_prepend(str(tools))
    import build_months

    assert build_months.TABLE.read_text("utf-8") == build_months.table(), "run tools/build_months.py"
    sys.modules.pop("build_months")


@pytest.mark.parametrize(("text", "shape"), [("3 juin 2018", "%d %b %Y"), ("3 March 2018", "%d %B %Y")])
def test_a_name_of_four_letters_is_a_short_one(text: str, shape: str) -> None:
    assert day_of(text).shape == shape  # type: ignore[union-attr]


@pytest.mark.parametrize(("text", "shape"), [("13/4/2018", "%d/%m/%Y"), ("4.12.18", "%d.%m.%y")])
def test_a_year_of_figures_has_two_of_them_or_four(text: str, shape: str) -> None:
    assert day_of(text).shape == shape  # type: ignore[union-attr]
