"""Pounds told in tons as well, rates told about, years that are no rate, and the days of the week."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.reading.reader import read
from capexcalc.reading.weekdays import weekdays_named

WEDNESDAY = date(2010, 5, 5)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They shipped 1.2 million pounds - or 500 metric tons - of it.", []),
        ("They shipped 1.2 million pounds (500 tonnes) of it.", []),
        ("They shipped 1.2 million pounds or 500,000 kilos of it.", []),
        ("They paid 1.2 million pounds for 500 metric tons of it.", ["GBP"]),
        ("They paid 1.2 million pounds (500 pounds a ton) for it.", ["GBP", "GBP"]),
    ],
)
def test_pounds_told_in_tons_are_a_weight(text: str, found: list[str]) -> None:
    assert [each.currency for each in read(text, "en").amounts] == found


def test_a_rate_may_be_told_about() -> None:
    (about,) = read("It paid $5 at an exchange rate of about 150 yen to the dollar.", "en").rates
    (exact,) = read("It paid $5 at an exchange rate of 150 yen to the dollar.", "en").rates
    assert (about.about, exact.about) == (True, False)


def test_a_year_before_two_currencies_may_be_no_rate() -> None:
    (year,) = read("In the 1999-2002 euro/dollar shifts it paid $5 million.", "en").rates
    assert year.open


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "agreed on Sunday", 2),
        ("en", "agreed on Wednesday", 0),  # the day of the text
        ("de", "am Montag beschlossen", 3),
        ("fr", "décidé dimanche", 2),
        ("pl", "uzgodnili w niedzielę", 2),
        ("ru", "в понедельник", 3),
        ("ru", "всё это в среднем", 0),
        ("tr", "Cumartesi günü", 1),
        ("zh", "他们在周日同意", 2),
        ("ja", "日曜日に合意した", 2),
        ("th", "วันอาทิตย์", 0),  # not known in every language
    ],
)
def test_the_last_such_day_of_the_week(language: str, text: str, day: int) -> None:
    found = list(weekdays_named(text, language, WEDNESDAY))
    assert found == ([date(2010, 5, day)] if day else [])
