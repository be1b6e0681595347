"""What a source is known to publish wrongly is neither shipped nor taken from a server."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from capexcalc.cache.store import Store, shipped_root
from capexcalc.cache.year_file import year_csv
from capexcalc.errors import NoRateError
from capexcalc.feeds.screen_prices import implausible_in
from capexcalc.money.periods import Period
from capexcalc.rates.book import RateBook
from capexcalc.rates.quarantine import quarantine


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31))


@pytest.mark.parametrize(
    ("code", "day", "rule"),
    [
        ("INR", "1990-08-12", None),
        ("INR", "1990-08-13", "off_official"),
        ("INR", "1992-09-30", "off_official"),
        ("INR", "1992-10-01", None),
        ("ZWL", "2019-02-21", "relabelled"),
        ("ZWL", "2019-02-22", None),
        ("CUP", "2026-11-04", "relabelled"),
    ],
)
def test_the_days_that_are_kept_out_are_named_to_the_day(code: str, day: str, rule: str | None) -> None:
    found = quarantine("nbp", code, date.fromisoformat(day))
    assert (found and found.rule) == rule
    assert quarantine("ecb", code, date.fromisoformat(day)) is None


def test_nothing_in_quarantine_ships_and_the_list_says_why() -> None:
    store = Store([shipped_root()])
    for number in store.manifest("nbp").files:
        for day, rates in store.year("nbp", number).published():
            for code, _ in rates:
                assert quarantine("nbp", code, day) is None, (code, day)
    with (shipped_root() / "nbp/rejected.csv").open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["currency"] == "CUP"]
    assert {row["reason"] for row in rows} == {"relabelled"}
    assert "24" in rows[0]["detail"]


def test_what_a_server_sends_of_it_is_kept_out_as_well(tmp_path: Path) -> None:
    day = date(2026, 11, 4)
    history = {day: {"USD": "3.6", "CUP": "3.6", "TWD": "0.115"}}
    rejected = implausible_in(history, "nbp", (tmp_path, shipped_root()))
    assert [(each.currency, each.reason) for each in rejected] == [("CUP", "relabelled")]
    assert "CUP" not in year_csv(history).decode()


@pytest.mark.parametrize(
    ("code", "number", "units"),
    [
        ("INR", 1991, "22.7"),
        ("CDF", 2001, "206.6"),
        ("STN", 2006, "12.45"),
        ("VEB", 2004, "1891"),
        ("YER", 2020, "743"),
    ],
)
def test_in_a_year_kept_out_the_published_average_answers(
    shipped: RateBook, code: str, number: int, units: str
) -> None:
    found = shipped.average("USD", code, year(number))
    assert found.source == "worldbank"
    assert abs(float(found.rate) / float(units) - 1) < 0.002


@pytest.mark.parametrize("number", [1971, 1985, 2000])
def test_a_level_that_a_later_year_contradicts_is_no_answer(shipped: RateBook, number: int) -> None:
    with pytest.raises(NoRateError):
        shipped.average("IQD", "USD", year(number))
    assert shipped.average("USD", "IQD", year(1970)).rate < 1


@pytest.mark.parametrize(
    ("code", "born"), [("VES", "2018-08-20"), ("XCG", "2025-03-31"), ("SLE", "2022-07-01")]
)
def test_a_code_stands_for_nothing_before_its_birth(shipped: RateBook, code: str, born: str) -> None:
    first = date.fromisoformat(born)
    eve = date.fromordinal(first.toordinal() - 1)
    assert shipped.quote(code, "USD", first).rate > 0
    for ask in (
        lambda: shipped.quote(code, "USD", eve),
        lambda: shipped.average(code, "USD", Period(eve, first)),
        lambda: shipped.average(code, "USD", year(1997)),
    ):
        with pytest.raises(NoRateError) as caught:
            ask()
        assert (caught.value.code, born in caught.value.message) == ("before_first", True)
    assert min(day for day, _ in shipped.series(code, "USD", date(2000, 1, 1), date(2026, 1, 1))) >= first
    # A code that only counts what came before it in new units goes on to do so.
    assert shipped.quote("TRY", "USD", date(2004, 6, 1)).rate > 0


@pytest.mark.parametrize(
    ("day", "kept_out"),
    [
        ("2003-07-01", False),
        ("2000-01-05", True),  # a fortnight after the last fortnightly table
        ("2001-12-31", True),
        ("2002-01-01", True),  # the days before are
    ],
)
def test_a_refusal_in_quarantine_says_why_and_advises_no_older_rate(day: str, kept_out: bool) -> None:
    book = RateBook(Store([shipped_root()]), today=date(2026, 11, 22))
    with pytest.raises(NoRateError) as refused:
        book.quote("CDF", "USD", date.fromisoformat(day))
    assert ("World Bank" in str(refused.value)) is kept_out
    assert ("--max-gap" in (refused.value.hint or "")) is not kept_out
    assert (f"--average {day[:4]}" in (refused.value.hint or "")) is kept_out
