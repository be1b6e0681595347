"""Years that begin in one calendar year and end in the next, from one to another."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.money.periods import Span
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


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "2027, 2028 and 2029"),
        ("nl", "2027, 2028 en 2029"),
        ("tr", "2027, 2028 ve 2029 yıllarında"),
        ("he", "בשנים 2027, 2028 ו-2029"),
        ("ar", "في 2027 و2028 و2029"),
        ("ja", "2027年、2028年、2029年"),
    ],
)
def test_three_years_told_one_by_one_are_one_time(lang: str, words: str) -> None:
    (period,) = read(f"{words} 5bn EUR", lang).periods
    assert (period.from_, period.until) == (date(2027, 1, 1), date(2029, 12, 31))


@pytest.mark.parametrize(
    "words",
    [
        "in 2027 and 2028",  # two are soon compared
        "in 2027, 2028 and 2030",
        "in 2027, 2029, 2031",
        "in 2027, then 2028 and 2029",
    ],
)
def test_what_is_no_row_of_years_is_read_as_before(words: str) -> None:
    assert all(period.until != date(2029, 12, 31) for period in read(f"{words}, 5bn EUR", "en").periods)


def test_two_years_of_a_row_stand_close_together() -> None:
    (period,) = read("2027 and  2028 and  2029, 5bn EUR", "en").periods
    assert period.until == date(2029, 12, 31)
    assert not read("2027 and   2028 and   2029, 5bn EUR", "en").periods


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "between July 2026 and June 2030"),
        ("de", "zwischen Juli 2026 und Juni 2030"),
        ("fr", "entre juillet 2026 et juin 2030"),
    ],
)
def test_a_time_may_lie_between_two_months(lang: str, words: str) -> None:
    (period,) = read(f"{words}, 5bn EUR", lang).periods
    assert (period.from_, period.until) == (date(2026, 7, 1), date(2030, 6, 30))


def test_two_months_joined_without_a_word_for_between_are_no_time() -> None:
    assert not read("July 2026 and June 2030, 5bn EUR", "en").periods


def test_a_year_with_its_month_is_a_date_and_no_length() -> None:
    assert not read("26年3月期の利益は5億円", "ja").periods
    (period,) = read("3年6か月で5億円", "ja").periods
    assert period.duration == Span(42)
