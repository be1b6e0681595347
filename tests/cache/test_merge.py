"""What lands in the user's folder: new rates, revised ones, and the rejected ones beside them."""

from __future__ import annotations

import csv
import shutil
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import pytest

from capexcalc.cache import merge
from capexcalc.cache.folder import examine
from capexcalc.cache.lists import rejected_in
from capexcalc.cache.merge import Landed, land
from capexcalc.cache.observations import History, Rejected
from capexcalc.cache.store import Store, shipped_root
from capexcalc.cache.year_file import history_of
from capexcalc.feeds.screen_prices import implausible_in

DAY = date(2026, 11, 4)
Roots = tuple[Path, Path]


@pytest.fixture
def roots(tmp_path: Path) -> Roots:
    return tmp_path / "user", tmp_path / "shipped"


def put(roots: Roots, history: History, *rejected: Rejected, today: date = DAY) -> Landed:
    head = {"id": "desk", "title": "desk rates", "base": "EUR"}
    return land(history, "desk", roots, head=head, today=today, waiting=print, rejected=rejected)


def held(roots: Roots, source: str = "desk") -> History:
    return {day: rates for content in examine(roots[0] / source).years.values()
            for day, rates in history_of(content).items()}  # fmt: skip


def listed(roots: Roots, source: str = "desk") -> dict[tuple[str, str, str], str]:
    rejected = rejected_in(examine(roots[0] / source))
    return {(f"{each.observed}", each.currency, each.value): each.reason for each in rejected}


def outlier(day: date, value: str) -> Rejected:
    return Rejected(day, "CNY", value, "outlier", "line 2")


def test_what_is_rejected_is_listed_and_no_longer_held(roots: Roots) -> None:
    put(roots, {DAY: {"CNY": "82.40", "USD": "1.16"}})
    landed = put(roots, {DAY: {"USD": "1.16"}}, outlier(DAY, "82.4"))
    assert [each.value for each in landed.rejected] == ["82.4"]
    assert held(roots) == {DAY: {"USD": "1.16"}}
    assert listed(roots) == {("2026-11-04", "CNY", "82.4"): "outlier"}


def test_what_is_accepted_after_all_leaves_the_list(roots: Roots) -> None:
    put(roots, {DAY: {"USD": "1.16"}}, outlier(DAY, "82.4"))
    assert put(roots, {DAY: {"CNY": "82.40"}}).added == 1
    assert held(roots)[DAY]["CNY"] == "82.40"
    assert listed(roots) == {}


def test_a_rejection_is_told_once_and_another_figure_of_that_day_is_welcome(roots: Roots) -> None:
    put(roots, {DAY: {"USD": "1.16"}}, outlier(DAY, "82.4"))
    landed = put(roots, {DAY: {"CNY": "8.24"}}, outlier(DAY, "82.40"))
    assert (landed.added, landed.rejected) == (1, ())
    assert held(roots)[DAY]["CNY"] == "8.24"
    assert len(listed(roots)) == 1


def test_a_rejection_alone_has_its_list_beside_the_shipped_data(roots: Roots) -> None:
    put((roots[1], roots[0]), {DAY: {"USD": "1.16"}})
    assert put(roots, {}, outlier(DAY, "82.4")).rejected
    assert held(roots) == {DAY: {"USD": "1.16"}}
    assert len(listed(roots)) == 1


def test_a_shipped_rate_that_is_rejected_stays_out_however_often_the_year_is_written(roots: Roots) -> None:
    put((roots[1], roots[0]), {DAY: {"CNY": "82.4", "USD": "1.16"}})
    put(roots, {}, outlier(DAY, "82.4"))
    put(roots, {DAY - timedelta(days=1): {"USD": "1.17"}})
    assert held(roots) == {DAY: {"USD": "1.16"}, DAY - timedelta(days=1): {"USD": "1.17"}}


def test_what_is_known_and_rejected_already_is_not_written_again(roots: Roots) -> None:
    put((roots[1], roots[0]), {DAY: {"CNY": "82.4"}, DAY - timedelta(days=1): {"CNY": "8.2"}})
    put(roots, {}, outlier(DAY, "82.4"))
    before = {path: path.stat().st_mtime_ns for path in (roots[0] / "desk").iterdir()}
    put(roots, {DAY - timedelta(days=1): {"CNY": "8.2"}}, outlier(DAY, "82.4"), today=DAY + timedelta(days=1))
    assert {path: path.stat().st_mtime_ns for path in (roots[0] / "desk").iterdir()} == before


def test_of_two_folders_that_reach_as_far_the_users_rate_stays(
    roots: Roots,
) -> None:
    shipped, user = (roots[1], roots[0]), roots
    put(shipped, {DAY: {"CNY": "8.2"}})
    put(user, {DAY: {"CNY": "8.3"}})
    ours, theirs = (examine(root / "desk") for root in roots)
    assert merge.held(2026, ours, theirs) == {DAY: {"CNY": "8.3"}}
    # A release that reaches a day further knows better.
    put(shipped, {DAY + timedelta(days=1): {"CNY": "8.4"}})
    assert merge.held(2026, ours, examine(roots[1] / "desk"))[DAY] == {"CNY": "8.2"}


def test_the_last_rate_before_a_day_is_of_that_year_or_the_one_before(roots: Roots) -> None:
    put(roots, {date(2024, 12, 31): {"CNY": "7.6"}, date(2025, 1, 2): {"USD": "1.05"}, DAY: {"USD": "1.16"}})
    ours, theirs = (examine(root / "desk") for root in roots)
    assert merge.last_before(date(2025, 1, 2), ours, theirs) == {"CNY": "7.6"}
    assert merge.last_before(date(2025, 1, 3), ours, theirs) == {"CNY": "7.6", "USD": "1.05"}
    assert merge.last_before(date(2026, 1, 1), ours, theirs) == {"USD": "1.05"}
    assert merge.last_before(DAY, ours, theirs) == {"USD": "1.05"}


def published(first: int, last: int) -> tuple[History, set[tuple[str, str]]]:
    """What the NBP published in those years, and which of it did not ship."""
    tables: History = defaultdict(dict)
    for year in range(first, last + 1):
        for day, rates in Store([shipped_root()]).year("nbp", year).published():
            tables[day].update(rates)
    with (shipped_root() / "nbp" / "rejected.csv").open(newline="", encoding="utf-8") as file:
        rejected = [row for row in csv.DictReader(file) if first <= int(row["date"][:4]) <= last]
    for row in rejected:
        tables[date.fromisoformat(row["date"])][row["currency"]] = row["value"]
    return tables, {(row["date"], row["currency"]) for row in rejected}


def test_updates_leave_what_a_build_leaves(roots: Roots) -> None:
    """Most of 2021, taken eight weeks at a time: the same figures are rejected as of the whole history."""
    shutil.copytree(shipped_root() / "ecb", roots[1] / "ecb")
    tables, rejected = published(2021, 2021)
    first, days = date(2021, 1, 1), timedelta(days=56)
    for end in (first + days * number for number in range(1, 7)):
        history = {day: dict(rates) for day, rates in tables.items() if end - days <= day < end}
        wrong = implausible_in(history, "nbp", roots)
        head = {"id": "nbp", "title": "NBP", "base": "PLN"}
        land(history, "nbp", roots, head=head, today=end, waiting=print, rejected=wrong)
    judged = str(end - days)  # what came last may yet be given away
    kept = {(f"{day}", code) for day, rates in held(roots, "nbp").items() for code in rates}
    out = {(day, code) for day, code, _ in listed(roots, "nbp")}
    everything = {(f"{day}", code) for day, rates in tables.items() if day < end for code in rates}
    assert kept | out == everything
    assert not kept & out
    # Without the years before, nothing tells in the first weeks what stands still.
    assert {each for each in out ^ rejected if "2021-03-01" < each[0] < judged} == set()
    assert len({each for each in out if each[0] < judged}) > 50
