"""Tenths as East Asian newsrooms write them, and what only looks like them."""

from __future__ import annotations

import pytest

from capexcalc.reading.reader import read


@pytest.mark.parametrize(
    ("language", "written", "share", "unit"),
    [
        ("ja", "3割", "0.3", "0.1"),
        ("ja", "3割5分", "0.35", "0.01"),
        ("zh", "三成", "0.3", "0.1"),
        ("zh", "三成五", "0.35", "0.01"),
        ("zh", "三成半", "0.35", "0.01"),
        ("zh", "10成", "1", "0.1"),
    ],
)
def test_tenths_are_shares_as_exact_as_they_are_written(
    language: str, written: str, share: str, unit: str
) -> None:
    (found,) = read(
        f"400億円の{written}" if language == "ja" else f"400亿元的{written}。", language
    ).proportions
    assert (f"{found.value.normalize():f}", f"{found.unit.normalize():f}") == (share, unit)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "400億円を3割引で売る。"),
        ("zh", "公司2024成立，投资400亿元。"),
        ("zh", "400亿元的11成。"),
        ("zh", "投资400亿元，成本上升。"),
    ],
)
def test_what_is_counted_in_no_tenths_is_no_share(language: str, text: str) -> None:
    assert not read(text, language).proportions
