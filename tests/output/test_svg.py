"""Charts show what they are handed: sizes to scale, days in their places, words as words."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.output import svg
from capexcalc.output.chart import Bar, BarChart, Level, LineChart

DAY = date(2025, 2, 24)
SVG = "{http://www.w3.org/2000/svg}"


def line(*values, **given):
    points = [(DAY + timedelta(days=n), Decimal(str(value))) for n, value in enumerate(values)]
    return LineChart("Chart", "1 CNY in EUR", points, **given)


def bars(*values):
    return BarChart("Spent", [Bar(f"y{n}", Decimal(value), f"{value} bn") for n, value in enumerate(values)])


def elements(chart, kind, name="rect", how=svg.inline):
    found = ElementTree.fromstring(how(chart)).iter(f"{SVG}{name}")
    return [each for each in found if kind in each.get("class", "").split()]


def test_a_bar_is_as_long_as_what_it_stands_for():
    half, whole = (float(each.get("width")) for each in elements(bars(50, 100), "series"))
    assert half * 2 == pytest.approx(whole, abs=0.1)


@pytest.mark.parametrize("values", [(0, 0), (-5, -1), (0, 7), (-3, 7)])
def test_what_is_nothing_or_less_has_no_length(values):
    lengths = [float(each.get("width")) for each in elements(bars(*values), "series")]
    assert [length > 1 for length in lengths] == [value > 0 for value in values]


def test_a_strong_bar_is_told_by_more_than_its_colour():
    chart = BarChart("Spent", [Bar("past", Decimal(1), "1"), Bar("plan", Decimal(2), "2", strong=True)])
    assert len(elements(chart, "strong")) == 1
    bold = [each.text for each in elements(chart, "ink", "text") if each.get("font-weight") == "bold"]
    assert bold == ["plan", "2"]


def test_the_line_rises_and_falls_with_the_values():
    (path,) = elements(line(1, 3, 2), "line", "polyline")
    first, second, third = (tuple(map(float, place.split(","))) for place in path.get("points").split())
    assert first[0] < second[0] < third[0]
    assert second[1] < third[1] < first[1]


def test_the_day_that_matters_has_a_dot_and_its_date():
    chart = line(*range(10, 60), day=DAY + timedelta(days=20))
    (dot,) = elements(chart, "series", "circle")
    (path,) = elements(chart, "line", "polyline")
    assert path.get("points").split()[20] == f"{dot.get('cx')},{dot.get('cy')}"
    assert "2025-03-16" in svg.inline(chart)


def test_what_was_written_is_a_line_of_its_own():
    level = Level("as written: 2.5", Decimal("2.5"))
    (drawn,) = elements(line(1, 3, level=level), "level", "line")
    (path,) = elements(line(1, 3, level=level), "line", "polyline")
    low, high = (float(place.split(",")[1]) for place in path.get("points").split())
    assert float(drawn.get("y1")) == pytest.approx(low + (high - low) * 0.75, abs=0.1)


@pytest.mark.parametrize(("value", "drawn"), [("1.0799", True), ("1.0801", False), ("13", False)])
def test_a_value_far_off_does_not_flatten_the_line(value, drawn):
    """Three times the range away is near enough, or a twentieth of the highest."""
    chart = line("1", "1.02", level=Level("as written", Decimal(value)))
    assert bool(elements(chart, "level", "line")) is drawn


@pytest.mark.parametrize(("value", "drawn"), [("1.05", True), ("1.0501", False), ("0.95", True)])
def test_beside_an_even_line_a_value_may_be_a_twentieth_off(value, drawn):
    chart = line("1", "1", level=Level("as written", Decimal(value)))
    assert bool(elements(chart, "level", "line")) is drawn


@pytest.mark.parametrize(("value", "drawn"), [("-2", True), ("-2.001", False), ("5", True), ("5.001", False)])
def test_a_value_may_be_three_times_the_range_away(value, drawn):
    """And is drawn at the foot or the top of the axis as well."""
    chart = line("1", "2", level=Level("as written", Decimal(value)))
    assert bool(elements(chart, "level", "line")) is drawn


def test_one_value_is_a_dot():
    assert len(elements(line(7), "series", "circle")) == 1


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ((0, 4), ["0", "1", "2", "3", "4"]),
        ((0, "4.1"), ["0", "2", "4", "6"]),
        ((0, 8), ["0", "2", "4", "6", "8"]),
        ((0, "8.1"), ["0", "5", "10"]),
        ((0, 20), ["0", "5", "10", "15", "20"]),
        ((0, "20.1"), ["0", "10", "20", "30"]),
        ((0, 40), ["0", "10", "20", "30", "40"]),
        ((0, "40.1"), ["0", "20", "40", "60"]),
        (("0.121", "0.124"), ["0.121", "0.122", "0.123", "0.124"]),
        (("1.25", "1.75"), ["1.2", "1.4", "1.6", "1.8"]),
        ((7,), ["7.0", "7.2"]),
        ((0,), ["0.0", "0.5"]),
    ],
)
def test_an_axis_has_round_figures_about_a_quarter_of_the_range_apart(values, ticks):
    """About one value, a tenth of it."""
    texts = [each.text for each in elements(line(*values), "ink", "text")]
    assert texts[: len(ticks)] == ticks
    assert "2025" in texts[len(ticks)]


@pytest.mark.parametrize(("day", "dates"), [(0, 2), (1, 3), (8, 3), (9, 2)])
def test_a_first_and_a_last_day_are_written_once(day, dates):
    chart = line(*range(10), day=DAY + timedelta(days=day))
    assert sum("2025" in each.text for each in elements(chart, "ink", "text")) == dates


SPENT = [("2022", "50", "50 bn EUR"), ("二零二三年度", "100", "100 bn EUR"), ("plan", "127", "127 bn EUR")]
DRAWN = {
    "bars": BarChart(
        "What was spent, and what is to be spent in each of three years",
        [Bar(name, Decimal(value), said, strong=name == "plan") for name, value, said in SPENT],
    ),
    "line": line(
        *("7.1", "7.6", "7.2", "8.4", "8.1"),
        day=DAY + timedelta(days=2),
        band=(Decimal("7.4"), Decimal("7.5")),
        level=Level("as written: 8", Decimal(8)),
    ),
    "early": line(*range(100), day=DAY + timedelta(days=1), level=Level("as written: 99", Decimal(99))),
    "late": line(*range(100), day=DAY + timedelta(days=98)),
}


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_is_as_it_was_looked_at(name, tmp_path):
    """Whoever means to change it looks at the new one, and keeps that."""
    drawn = tmp_path / f"{name}.svg"
    drawn.write_text(svg.standalone(DRAWN[name]).replace("><", ">\n<"), "utf-8")
    kept = Path(__file__).parent / "drawings" / drawn.name
    assert drawn.read_text("utf-8") == kept.read_text("utf-8"), f"not what it was: {drawn}"


def test_a_file_has_its_title_on_a_ground_and_its_size():
    root = ElementTree.fromstring(svg.standalone(line(1, 2)))
    assert (root.get("width"), root.get("role")) == ("640", "img")
    assert root.find(f"{SVG}text").text == "1 CNY in EUR"
    assert root.find(f"{SVG}rect").get("fill") == "#ffffff"


@pytest.mark.parametrize(
    "words", ["</text><script>alert(1)</script>", '"><b onload=x', "a & b", "\x00\x1b\u202e"]
)
def test_words_are_words(words):
    for chart in (
        BarChart(words, [Bar(words, Decimal(1), words)]),
        LineChart(words, words, [(DAY, Decimal(1))], level=Level(words, Decimal(1))),
    ):
        for drawn in (svg.inline(chart), svg.standalone(chart)):
            root = ElementTree.fromstring(drawn)
            assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {
                *("svg", "g", "title", "text", "rect", "line", "polyline", "circle")
            }
            assert "\u202e" not in drawn


@given(st.lists(st.decimals("1e-9", "1e15", allow_nan=False), min_size=1, max_size=40))
def test_everything_is_drawn_inside_the_drawing(values):
    drawn = svg.inline(line(*values))
    height = float(re.search(r'viewBox="0 0 \d+ (\d+)"', drawn)[1])
    (path,) = re.findall(r'points="([^"]*)"', drawn)
    for place in path.split():
        x, y = map(float, place.split(","))
        assert 0 <= x <= svg.WIDTH
        assert 0 <= y <= height


def drawn(chart, kind):
    return [*ElementTree.fromstring(svg.inline(chart)).iter(f"{SVG}{kind}")]


@pytest.mark.parametrize(("length", "label"), [(20, "x" * 20), (21, "x" * 19 + "…")])
def test_a_label_beside_a_bar_has_twenty_letters(length, label):
    texts = drawn(BarChart("Spent", [Bar("x" * length, Decimal(1), "1")]), "text")
    assert texts[0].text == label


@pytest.mark.parametrize(("letters", "width"), [(36, 46.7), (37, 40.0), (80, 40.0)])
def test_the_longest_bar_is_forty_long_whatever_stands_beside_it(letters, width):
    (bar,) = drawn(BarChart("Spent", [Bar("y", Decimal(1), "1" * letters)]), "rect")
    assert float(bar.get("width", 0)) == width


def plotted(top, *, day=None, level=None):
    points = [(DAY, Decimal(0)), (DAY + timedelta(1000), Decimal(top))]
    at = None if day is None else DAY + timedelta(day)
    return LineChart("Chart", "rates", points, day=at, level=Level("here", Decimal(level)) if level else None)


@pytest.mark.parametrize(("top", "ticks"), [("800", 5), ("801", 3)])
def test_an_axis_has_four_steps_at_most(top, ticks):
    assert len(drawn(plotted(top), "line")) == ticks


@pytest.mark.parametrize(("day", "below"), [(403, True), (404, False), (596, False), (597, True)])
def test_a_date_that_would_run_into_another_stands_below_it(day, below):
    *_, first, _, middle = drawn(plotted("1", day=day), "text")
    assert (middle.get("y") != first.get("y")) is below


@pytest.mark.parametrize(("level", "above"), [("887", True), ("888", False)])
def test_words_at_the_top_of_a_chart_stand_below_their_line(level, above):
    chart = plotted("1000", level=level)
    height = next(each for each in drawn(chart, "line") if each.get("class") == "level").get("y1", "")
    said = next(each for each in drawn(chart, "text") if each.text == "here").get("y", "")
    assert (float(said) < float(height)) is above
