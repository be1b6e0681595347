"""A year's rates as a file: what is written is read back, and what breaks the layout is named by its line."""

from __future__ import annotations

import zlib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.cache.observations import History
from capexcalc.cache.year_file import dates_of, history_of, read_year, year_csv, year_faults
from capexcalc.errors import CacheError

TEXT = "date,CNY,USD\n2025-01-02,7.6,1.0500\n2025-01-03,,1.0404\n2025-01-06,7.55,1.05\n"
CODES = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=3, max_size=3)
RATES = st.decimals("0.0001", 10**6, places=4).map(str)
DAYS = st.dates(date(2025, 1, 1), date(2025, 12, 31))


def kept(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "2025.csv"
    path.write_bytes(text.encode())
    return path


def test_a_file_is_its_days_and_currencies_in_order_with_nothing_where_there_is_no_rate() -> None:
    history = {
        date(2025, 1, 6): {"USD": "1.05", "CNY": "7.55"},
        date(2025, 1, 2): {"USD": "1.0500", "CNY": "7.6"},
        date(2025, 1, 3): {"USD": "1.0404"},
    }
    assert year_csv(history) == TEXT.encode()
    assert history_of(TEXT.encode()) == history
    assert dates_of(TEXT.encode()) == sorted(history)


@given(st.dictionaries(DAYS, st.dictionaries(CODES, RATES, min_size=1), min_size=1))
def test_what_is_written_breaks_no_rule_and_is_read_back(history: History) -> None:
    content = year_csv(history)
    assert list(year_faults(content, 2025)) == []
    assert history_of(content) == history
    assert dates_of(content) == sorted(history)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("date,", "day,", (1, "columns")),
        ("date,", "year,", (1, "columns")),
        ("CNY,USD", "USD,CNY", (1, "columns")),
        ("CNY,USD", "CNY,CNY", (1, "columns")),
        ("CNY", "cny", (1, "columns")),
        ("CNY", "CN", (1, "columns")),
        ("2025-01-03,,1.0404", "2025-01-03,1.0404", (3, "columns")),
        ("2025-01-03", "2025-01-02", (3, "date")),  # twice
        ("2025-01-03", "2025-01-01", (3, "date")),  # back in time
        ("2025-01-06", "2025-13-06", (4, "date")),
        ("2025-01-02", "2024-12-31", (2, "date")),
        ("2025-01-06", "2026-01-01", (4, "date")),
        ("1.0404", "0", (3, "rate")),
        ("1.0404", "-1.04", (3, "rate")),
        ("1.0404", "1e0", (3, "rate")),
        ("1.0404", "\u0661", (3, "rate")),
    ],
)
def test_what_breaks_the_layout_is_named_with_its_line_and_rule(
    old: str, new: str, fault: tuple[int, str]
) -> None:
    assert next(year_faults(TEXT.replace(old, new, 1).encode(), 2025)) == fault


def test_the_first_and_the_last_day_of_a_year_are_in_it() -> None:
    content = year_csv({date(2025, 1, 1): {"CNY": "7"}, date(2025, 12, 31): {"CNY": "7"}})
    assert list(year_faults(content, 2025)) == []
    assert [rule for _, rule in year_faults(content, 2024)] == ["date", "date"]


def test_an_empty_file_is_no_table() -> None:
    assert list(year_faults(b"", 2025)) == [(1, "columns")]


def test_days_are_found_from_one_to_another_both_included(tmp_path: Path) -> None:
    path = kept(tmp_path, TEXT)
    year = read_year(path, zlib.crc32(path.read_bytes()))
    found = list(year.rows(["CNY", "USD"], date(2025, 1, 3), date(2025, 1, 6)))
    assert found == [(date(2025, 1, 3), None), (date(2025, 1, 6), (Decimal("7.55"), Decimal("1.05")))]
    assert (
        list(year.rows(["CNY", "USD"], date(2025, 1, 3), date(2025, 1, 6), newest_first=True)) == found[::-1]
    )
    assert [day for day, _ in year.rows([], date(2025, 1, 4), date(2025, 1, 5))] == []
    assert [rates for _, rates in year.published()][1] == [("USD", "1.0404")]


@pytest.mark.parametrize("text", [TEXT.replace("7.6", "7.7"), TEXT[:-20], "", "\xff\xfe"])
def test_a_file_that_is_not_as_its_manifest_says_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(CacheError, match=r"2025\.csv") as error:
        read_year(kept(tmp_path, text), zlib.crc32(TEXT.encode()))
    assert (error.value.code, bool(error.value.hint)) == ("cache_damaged", True)


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(CacheError, match=r"2025\.csv: no such file") as error:
        read_year(tmp_path / "2025.csv", 0)
    assert error.value.code == "cache_missing"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"date,CNY\n2025-01-10,abc\n",
        b"date,CNY\n2025-01-10,NaN\n",
        b"date,CNY\n2025-01-10,Infinity\n",
        b"date,CNY\n2025-01-10,0\n",
        b"date,CNY\n2025-01-10,-7.5\n",
        b"date,USD,CNY\n2025-01-10,1\n",
        b"date,CNY\n2025-01-1,7.5\n",
    ],
)
def test_a_file_that_holds_no_rates_gives_none_even_with_its_checksum(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "2025.csv").write_bytes(data)
    with pytest.raises(CacheError) as error:
        list(read_year(tmp_path / "2025.csv", zlib.crc32(data)).rows(["CNY"], date.min, date.max))
    assert error.value.code == "cache_damaged"
