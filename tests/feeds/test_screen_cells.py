"""What a published rate must be to enter the cache: one row a figure, with the rule it breaks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from capexcalc.cache.observations import is_rate
from capexcalc.errors import CacheError
from capexcalc.feeds.screen_cells import Cell, sift

TODAY = date(2026, 11, 4)
FRIDAY = date(2026, 10, 30)


def cells(*values: str, code: str = "CNY", start: date = FRIDAY) -> list[Cell]:
    return [
        Cell(f"line {n}", f"{start + timedelta(days=n - 2)}", code, value)
        for n, value in enumerate(values, 2)
    ]


def sifted(*values: str) -> tuple[list[str], list[tuple[str, str, str]]]:
    """The sound ones in order, and what was rejected: figure, rule, place."""
    history, rejected = sift(
        [*cells(*values), *cells(*["1.16"] * 9, code="USD", start=date(2026, 1, 1))], TODAY
    )
    sound = [rates["CNY"] for _, rates in sorted(history.items()) if "CNY" in rates]
    return sound, [(each.value, each.reason, each.where) for each in rejected]


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("0", "zero"),
        ("0.000", "zero"),
        (".0", "zero"),
        ("0E-8", "zero"),
        ("-8.24", "not_a_rate"),
        ("+8.24", "not_a_rate"),
        ("8,24", "not_a_rate"),
        ("8.2.4", "not_a_rate"),
        ("8 24", "not_a_rate"),
        ("1e400", "not_a_rate"),
        ("1e", "not_a_rate"),
        ("NaN", "not_a_rate"),
        ("Infinity", "not_a_rate"),
        ("٨٫٢٤", "not_a_rate"),
        ("８.24", "not_a_rate"),
        ("8.24 ", "not_a_rate"),
        (".", "not_a_rate"),
        ("", "not_a_rate"),
        ("N/A", "not_a_rate"),
        ("<b>8.24</b>", "not_a_rate"),
        ("82.4", "outlier"),
        ("0.824", "outlier"),
    ],
)
def test_a_figure_that_is_no_rate_is_kept_aside_with_its_rule_and_place(value: str, rule: str) -> None:
    sound, rejected = sifted("8.21", value, "8.22")
    assert sound == ["8.21", "8.22"]
    assert rejected == [(value, rule, "line 3")]


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("8.2400", "8.2400"),
        ("8", "8"),
        (".5e1", "5"),
        ("8.24E0", "8.24"),
        ("824e-2", "8.24"),
    ],
)
def test_a_sound_figure_keeps_its_digits_and_loses_its_exponent(value: str, kept: str) -> None:
    assert sifted("8.21", value, "8.22") == (["8.21", kept, "8.22"], [])


@pytest.mark.parametrize(
    ("values", "rejected"),
    [
        (("8.2", "8.3", "82", "83"), []),  # the next one confirms it: no slip, a devaluation
        (("8.2", "82"), ["82"]),  # the last one waits for confirmation
        (("82", "8.2", "8.3"), ["82"]),  # the first one has no one before it
        (("8.2", "82", "0.82", "8.2"), ["82", "0.82"]),
        (("8.2", "32.8", "8.2"), []),  # four times
        (("8.2", "32.9", "8.2"), ["32.9"]),
        (("8.2", "2.05", "8.2"), []),  # a quarter
        (("8.2", "2.04", "8.2"), ["2.04"]),
    ],
)
def test_a_slipped_decimal_point_stands_alone(values: tuple[str, ...], rejected: list[str]) -> None:
    assert [value for value, rule, _ in sifted(*values)[1] if rule == "outlier"] == rejected


def test_what_was_known_before_tells_a_slip_from_a_devaluation() -> None:
    others = cells(*["1.16"] * 9, code="USD", start=date(2026, 1, 1))
    slip, devalued = cells("8.2", "82", "83"), cells("82", "8.2", "8.3")
    for answer, before, value in ((slip, "8.1", []), (slip, "81", ["8.2"]), (devalued, "8.1", ["82"])):
        _, rejected = sift([*others, *answer], TODAY, {"CNY": before})
        assert [each.value for each in rejected] == value


@pytest.mark.parametrize(
    ("values", "rejected"),
    [
        (("8", "32.8", "8.2"), []),  # four times the upper neighbour
        (("8.2", "32.9", "8"), ["32.9"]),
        (("8", "2", "8.2"), []),  # a quarter of the lower one
        (("8.2", "1.9", "8"), ["1.9"]),
        (("8", "80", "800"), []),
    ],
)
def test_of_annual_figures_one_is_wrong_that_both_neighbours_contradict(
    values: tuple[str, ...], rejected: list[str]
) -> None:
    years = [Cell("page 1", f"{2010 + n}-12-31", "CNY", value) for n, value in enumerate(values)]
    assert [each.value for each in sift(years, TODAY, annual=True)[1]] == rejected


def test_of_annual_figures_the_last_may_be_any_times_the_one_before() -> None:
    years = [Cell("page 1", f"{2010 + n}-12-31", "VES", value) for n, value in enumerate(["1", "9", "900"])]
    assert sift(years, TODAY, annual=True)[1] == []


@pytest.mark.parametrize(
    ("value", "plain"),
    [("1e29", "1" + "0" * 29), ("1e30", None), ("1E-29", "0." + "0" * 28 + "1"), ("1E-30", None)],
)
def test_an_exponent_is_written_out_to_thirty_digits(value: str, plain: str | None) -> None:
    history, rejected = sift([*cells(value), *cells("1.1", "1.2", code="USD")], TODAY)
    assert history[FRIDAY].get("CNY") == plain
    assert [each.reason for each in rejected] == ([] if plain else ["not_a_rate"])


def test_where_as_many_are_rejected_as_are_sound_the_whole_is_refused() -> None:
    assert len(sift(cells("8.2", "8.3", "0"), TODAY)[1]) == 1
    with pytest.raises(CacheError, match="is not a rate"):
        sift(cells("8.2", "8.3", "0", "0", start=date(2026, 10, 1)), TODAY)


def test_a_rate_of_tomorrow_waits_for_its_day() -> None:
    known = cells("8.21", "8.22")
    _, (rejected,) = sift([*known, *cells("8.23", start=TODAY + timedelta(days=1))], TODAY)
    assert (rejected.reason, rejected.observed) == ("future", date(2026, 11, 5))
    assert sift([*known, *cells("8.23", start=TODAY)], TODAY)[1] == []


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ([Cell("line 2", "2026-13-01", "CNY", "8.2")], "line 2: '2026-13-01' is not a date"),
        ([Cell("line 2", "02/11/2026", "CNY", "8.2")], "line 2: '02/11/2026' is not a date"),
        ([Cell("line 2", "2026-11-02", "CN", "8.2")], "line 2: 'CN' is not a currency code"),
        ([Cell("line 2", "2026-11-02", "cny", "8.2")], "line 2: 'cny' is not a currency code"),
        ([Cell("line 2", "2026-11-02", "ЦНЫ", "8.2")], "line 2: 'ЦНЫ' is not a currency code"),
        (cells("8.2") + cells("8.3"), "line 2: a second rate for CNY on 2026-10-30"),
        (cells("8.2", "0"), "line 3: CNY '0' is not a rate (zero)"),
    ],
)
def test_an_answer_in_another_format_is_refused_as_a_whole(answer: Sequence[Cell], said: str) -> None:
    with pytest.raises(CacheError) as error:
        sift(answer, TODAY)
    assert error.value.code == "bad_answer"
    assert said in error.value.message


def test_the_same_rate_twice_is_one() -> None:
    assert sift(cells("8.2") * 2, TODAY) == ({FRIDAY: {"CNY": "8.2"}}, [])


@pytest.mark.parametrize("text", ["1", "0.1", "1.", ".1", "007"])
def test_plain_digits_with_one_point_are_a_rate(text: str) -> None:
    assert is_rate(text)


@pytest.mark.parametrize("text", ["", ".", "0", "0.0", "1e3", "1_000", "1,0", "²", "-1", " 1"])
def test_anything_else_is_none(text: str) -> None:
    assert not is_rate(text)
