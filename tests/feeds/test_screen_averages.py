"""Annual averages that mean something else than those before them, one on either side of each limit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from capexcalc.cache.observations import History
from capexcalc.cache.store import Store
from capexcalc.errors import CacheError
from capexcalc.feeds.screen_averages import disagreeing

TODAY = date(2026, 11, 4)
HELD: History = {date(2022, 12, 31): {"CNY": "7", "MYR": "4.4", "XOF": "620", "THB": "35"}}


def last(year: int) -> date:
    return date(year, 12, 31)


@pytest.fixture
def judge(tool: ModuleType, tmp_path: Path) -> Callable[..., list[tuple[str, str]]]:
    """Judge the averages of 2022 and 2023 by those held, and by daily rates of 2023: 7 yuan to the dollar."""
    daily = {date(2023, 1, 2): {"CNY": "7.7", "USD": "1.1"}, date(2023, 12, 29): {"CNY": "7", "USD": "1"}}
    for name, base, history in (("ecb", "EUR", daily), ("worldbank", "USD", HELD)):
        tool.build(history, tmp_path / name, TODAY, {"id": name, "title": name, "base": base})

    def judge(history: History) -> list[tuple[str, str]]:
        found = disagreeing(history, "worldbank", Store([tmp_path]), TODAY)
        return [(each.currency, each.reason) for each in found]

    return judge


OTHERS = {"MYR": "4.4", "XOF": "620", "THB": "35"}


@pytest.mark.parametrize(
    ("value", "found"), [("14", []), ("14.01", ["other_unit"]), ("3.5", []), ("3.49", ["other_unit"])]
)
def test_a_known_year_may_be_revised_by_a_factor_of_two(
    judge: Callable[..., list[tuple[str, str]]], value: str, found: list[str]
) -> None:
    assert [reason for _, reason in judge({last(2022): {**OTHERS, "CNY": value}})] == found


@pytest.mark.parametrize(
    ("value", "found"), [("7.35", []), ("7.3501", ["off_mean"]), ("6.65", []), ("6.6499", ["off_mean"])]
)
def test_an_average_lies_within_five_per_cent_of_the_mean_of_daily_rates(
    judge: Callable[..., list[tuple[str, str]]], value: str, found: list[str]
) -> None:
    history = {last(2022): dict(OTHERS), last(2023): {"CNY": value}}
    assert [reason for _, reason in judge(history)] == found
    assert ("CNY" in history[last(2023)]) == (not found)


def test_where_half_of_them_disagree_the_whole_is_refused(
    judge: Callable[..., list[tuple[str, str]]],
) -> None:
    assert judge({last(2022): {"CNY": "70", "MYR": "4.4", "THB": "35"}}) == [("CNY", "other_unit")]
    with pytest.raises(CacheError, match="disagree with what is known"):
        judge({last(2022): {"CNY": "70", "MYR": "4.4"}})


def test_before_the_first_year_held_nobody_knows_the_unit(
    judge: Callable[..., list[tuple[str, str]]],
) -> None:
    history = {last(2021): {"CNY": "6.4"}, last(2022): {**OTHERS, "CNY": "7"}}
    assert judge(history) == [("CNY", "unchecked")]
