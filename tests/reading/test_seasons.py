"""Years that begin in one calendar year and end in the next, from one to another."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.reading.reader import read

FIVE = date(2027, 7, 1), date(2032, 6, 30)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "from 2027-28 to 2031-32"),
        ("en", "between 2027/28 and 2031/32"),
        ("en", "2027/28–2031/32"),
        ("en", "fiscal 2027-28 to fiscal 2031-32"),
        ("de", "von 2027/28 bis 2031/32"),
        ("es", "entre 2027-2028 y 2031-2032"),
        ("tr", "2027/28'den 2031/32'ye kadar"),
        ("ru", "с 2027/28 по 2031/32 год"),
        ("hi", "2027-28 से 2031-32 तक"),
        ("zh", "2027/28至2031/32年度"),
    ],
)
def test_from_one_to_another_they_are_as_many_as_begin(lang: str, words: str) -> None:
    (period,) = read(f"{words}, 5bn EUR", lang).periods
    assert (period.text, period.from_, period.until) == (words, *FIVE)


@pytest.mark.parametrize(
    "words",
    [
        "from 2027-29 to 2031-32",  # three years are no one year
        "from 2027-28 to 2031-33",
        "in 2027-28 and 2031-32",  # two of them, and nothing between
        "from 2027-28 to 2026-27",
        "from 2027-28 to 2027-28",
        "from 2027/3 to 2031/4",
    ],
)
def test_what_is_no_such_year_at_either_end_is_read_as_before(words: str) -> None:
    assert all(period.from_ != FIVE[0] for period in read(f"{words}, 5bn EUR", "en").periods)


def test_the_next_after_one_is_enough() -> None:
    (period,) = read("from 2027-28 to 2028-29, 5bn EUR", "en").periods
    assert (period.from_, period.until) == (date(2027, 7, 1), date(2029, 6, 30))
