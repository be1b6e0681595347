"""What a new edition of a price index may lack, and what of it counts as revised."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from capexcalc.cache.folder import examine, write
from capexcalc.cache.index_file import Table, index_csv, index_faults, table_of
from capexcalc.cache.price_indices import (
    FOLDER,
    Edition,
    land_indices,
    read_prices,
    rejected_levels,
    replaced_in,
)
from capexcalc.cache.store import shipped_root
from capexcalc.errors import CacheError

DAY = date(2026, 11, 4)
Roots = tuple[Path, Path]


@pytest.fixture
def roots(tmp_path: Path) -> Roots:
    return tmp_path / "user", tmp_path / "shipped"


def test_the_line_that_is_no_level_is_named() -> None:
    for number, text in ((2, "2023,nan\n"), (3, "2022,1\n2023,0\n")):
        with pytest.raises(CacheError, match=rf", line {number}: .*'2023,"):
            table_of(f"year,CHN\n{text}".encode())


def test_a_level_that_was_kept_out_is_of_the_end_of_its_year() -> None:
    days = {each.observed for _, each in rejected_levels(examine(shipped_root() / FOLDER))}
    assert {(day.month, day.day) for day in days} == {(12, 31)}


def put(roots: Roots, table: Table, today: date = DAY) -> int:
    """Land an edition; how many levels it revised."""
    edition = Edition({"title": "prices"}, table, ())
    return land_indices({"cpi": edition}, roots, today=today, waiting=print).revised


def revised(before: Table, after: Table, roots: Roots) -> list[tuple[str, int, str, str]]:
    put(roots, before)
    put(roots, after)
    return [(each.country, each.year, each.was, each.is_) for each in replaced_in(examine(roots[0] / FOLDER))]


def levels(*figures: str) -> dict[int, str]:
    return {2010 + number: figure for number, figure in enumerate(figures)}


def test_a_billionth_is_how_two_programs_write_one_figure_and_more_is_another(
    roots: Roots,
) -> None:
    before = {"CHN": levels("100", "100", "120")}
    after = {"CHN": levels("105", "100.0000001", "120.00000013")}  # 1 and 1.08 billionths
    assert revised(before, after, roots) == [
        ("CHN", 2010, "100", "105"),
        ("CHN", 2012, "120", "120.00000013"),
    ]


def test_another_base_year_is_none_as_long_as_all_moved_alike_to_a_billionth(roots: Roots) -> None:
    before = {"CHN": levels("100", "110")}
    assert revised(before, {"CHN": levels("50", "54.999999946")}, roots) == []  # 0.98 billionths apart
    assert len(revised(before, {"CHN": levels("50", "54.999999945")}, roots)) == 2  # 1


def test_an_edition_may_lack_a_tenth_of_what_is_known_and_no_more(roots: Roots) -> None:
    whole = {"CHN": levels(*["100"] * 20)}
    put(roots, whole)
    put(roots, {"CHN": levels(*["100"] * 18)})
    put(roots, whole)
    with pytest.raises(CacheError, match="3 of the 20 figures known are missing"):
        put(roots, {"CHN": levels(*["100"] * 17)})


def test_of_two_editions_of_one_day_the_users_comes_first_and_a_newer_one_before_it(roots: Roots) -> None:
    countries = b'country,name,currency,issues\nCHN,"China",CNY,yes\n'
    for root, level, day in ((roots[1], "100", DAY), (roots[0], "101", DAY)):
        put((root, root.parent / "nothing"), {"CHN": levels(level)}, day)
    folder = examine(roots[1] / FOLDER)
    folder.lists["countries"] = countries
    write(folder, today=DAY, fetched={})
    assert [each.levels("CHN")[2010] for each in read_prices(roots, []).indices] == [101, 100]
    folder.head["indices"]["cpi"]["retrieved"] = "2026-11-05"
    write(folder, today=DAY, fetched={})
    assert [each.levels("CHN")[2010] for each in read_prices(roots, []).indices] == [100, 101]


def test_an_index_is_its_years_and_countries_in_order() -> None:
    table = {"DEU": {2011: "101"}, "CHN": {2010: "100", 2011: "105"}}
    content = index_csv(table)
    assert content == b"year,CHN,DEU\n2010,100,\n2011,105,101\n"
    assert table_of(content) == table
    assert list(index_faults(content)) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (b"year", b"date", (1, "columns")),
        (b"2010", b"210", (2, "date")),
        (b"2010", b"2012", (3, "date")),
        (b"100", b"0", (2, "rate")),
    ],
)
def test_what_breaks_the_layout_of_an_index_is_named(old: bytes, new: bytes, fault: tuple[int, str]) -> None:
    content = index_csv({"CHN": {2010: "100", 2011: "105"}}).replace(old, new, 1)
    assert next(index_faults(content)) == fault
