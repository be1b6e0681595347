"""Where a text says its own date, and where it only seems to."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.reading.lexicon import load_lexicon
from capexcalc.reading.sentences import dateline


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "BRUSSELS, Feb 24, 2025 (Wire) - Shares rose."),
        ("en", "WASHINGTON, Feb. 24, 2025 (Wire) - Shares rose."),
        ("en", "Published: 24 February 2025, 10:05"),
        ("en", "2025-02-24T10:05:00Z"),
        ("en", "02/24/2025"),
        ("de", "BERLIN, 24. Februar 2025 (Agentur) - Aktien stiegen."),
        ("de", "Berlin, 24.02.2025"),
        ("fr", "Publié le 24/02/2025 à 10h05"),
        ("fr", "Paris, 24 févr. 2025"),
        ("hu", "Budapest, 2025. február 24."),
        ("fi", "HELSINKI 24.2.2025"),
        ("vi", "Hà Nội, 24/2/2025"),
        ("ja", "【北京=2025年2月24日】"),
        ("ko", "2025년 2월 24일"),
    ],
)
def test_a_date_is_read_as_its_language_writes_it(language: str, line: str) -> None:
    assert dateline(f"{line}\n\nA sentence.", load_lexicon(language)) == date(2025, 2, 24)


def test_a_september_is_also_written_sept() -> None:
    assert dateline("BONN, Sept. 20, 2024 (Wire) - Rates fell.", load_lexicon("en")) == date(2024, 9, 20)


@pytest.mark.parametrize("line", ["03/04/2025", "2025 at 10:05", "13/13/2025", "1.234.567", "31.02.2025"])
def test_what_may_be_two_dates_or_none_is_no_date(line: str) -> None:
    assert dateline(f"{line}\n\nA sentence.", load_lexicon("en")) is None
