"""Numbers and days as texts, just inside and just outside of what a library prints as Python does."""

from __future__ import annotations

from datetime import date, timedelta
from math import nan

import pytest

pytest.importorskip("duckdb")
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.bulk import printed as module
from capexcalc.bulk.day_rates import NEVER
from capexcalc.bulk.printed import EPOCH, DayTexts, number_texts


def printed(*columns, delimiter=","):
    import numpy

    return number_texts([numpy.array(column) for column in columns], delimiter.encode()).to_pylist()


@pytest.mark.parametrize(
    "value",
    [0.0, -0.0, 1e-4, 9.999999999999999e-5, 1.0, 9999999999.0, 9999999999.5, 1e10, 12345678901.5, 1e15,
     9999999999999998.0, 1e16, 1.5e16, 1e22, 0.1, -1e-9, 1 / 3, 1e199, 1e300, -5.25, 6e-5, 6.14e-5],
)  # fmt: skip
def test_numbers_are_printed_as_python_and_the_engine_print_them(value) -> None:
    import duckdb

    with duckdb.connect() as con:
        ((said,),) = con.execute("SELECT CAST(CAST(? AS DOUBLE) AS VARCHAR)", [value]).fetchall()
    assert printed([value, 2.0], [1.5, value]) == [f",{said},1.5", f",2.0,{said}"]
    assert said == repr(value)


@given(st.lists(st.tuples(st.floats(allow_infinity=False), st.floats(allow_infinity=False)), min_size=1))
def test_whatever_stands_beside_it_a_number_is_printed_as_python_does(rows) -> None:
    said = ["".join("," if each != each else f",{each!r}" for each in row) for row in rows]
    assert printed(*zip(*rows, strict=True)) == said


@pytest.mark.parametrize(
    ("value", "left"),
    [
        (0.0, True),
        (1e-4, True),
        (9.999999999999999e-5, False),
        (-9999999999999998.0, True),
        (-1e16, False),
        (1.2e16, False),
    ],
)
def test_what_libraries_print_each_in_its_way_is_not_left_to_one(value, left, monkeypatch) -> None:
    asked = []
    dumped = module._dumped
    monkeypatch.setattr(module, "_dumped", lambda by, what: asked.append(what.tolist()) or dumped(by, what))
    assert printed([value]) == [f",{value!r}"]
    assert asked == ([[value]] if left else [[1e16], [1e16]])


def test_no_number_is_not_printed() -> None:
    assert printed([nan, 2.0, 1e-9, nan], [nan, nan, 5.5, 7.0], delimiter=";") == [
        ";;", ";2.0;", ";1e-09;5.5", ";;7.0",
    ]  # fmt: skip


def test_days_are_printed_before_the_usual_and_up_to_today() -> None:
    import numpy

    today = date(2024, 2, 29)
    texts = DayTexts(today, "|")
    for days in ([date(2000, 1, 1), today], [date(1998, 12, 31)], [date(1000, 1, 1), date(1969, 12, 31)]):
        numbers = [each.toordinal() - EPOCH for each in days]
        found = texts(numpy.array([*numbers, NEVER], "i4")).to_pylist()
        assert found == [*(f"|{each}" for each in days), "|"]
    early = DayTexts(date(1990, 1, 1), ",")
    day = (date(1990, 1, 1) - timedelta(days=1)).toordinal() - EPOCH
    assert early(numpy.array([day], "i4")).to_pylist() == [",1989-12-31"]
