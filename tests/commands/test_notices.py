"""What must be known of a rate is said by every command that rests on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from capexcalc.cache.store import Store, shipped_root
from capexcalc.commands import rates
from capexcalc.commands.annualise import annualise
from capexcalc.commands.check import check
from capexcalc.commands.compare import compare
from capexcalc.commands.convert import convert
from capexcalc.commands.outcome import Outcome
from capexcalc.documents.document import Document
from capexcalc.finance.spending_file import read_spending
from capexcalc.money.periods import Period, Span
from capexcalc.rates.book import RateBook

DAY = date(2025, 6, 3)
SAID = {
    "official_rate": (
        "IRR is at an official rate, which the market was far from: "
        "Central Bank of the Islamic Republic of Iran (the market's rial lost four fifths in the first ten "
        "months of 2012; the rate published followed on 2026-01-14)"
    ),
    "infrequent_rate": "the NBP publishes IRR weekly, not daily",
    "coarse_rate": "the rate of IRR has 2 significant digits: no result is closer than 0.6%",
    "rate_date_differs": f"no rate was published for {DAY}: the rate of 2025-05-28 is used",
}


@pytest.fixture(scope="module")
def book() -> RateBook:
    return RateBook(Store([shipped_root()]), today=date(2026, 11, 1))


def said(outcome: Outcome[object]) -> dict[str, str]:
    return {notice.code: notice.message for notice in outcome.warnings}


def test_converting_and_spreading_say_the_same_of_their_rates(book: RateBook) -> None:
    assert said(convert("90tn IRR", ["EUR"], book=book, on=DAY)) == SAID
    assert said(annualise("90tn IRR", over=Span(36), to=["EUR"], on=DAY, book=book)) == SAID


def test_an_amount_that_another_country_reads_otherwise_is_said_aloud(book: RateBook) -> None:
    words = "1,200 millones de euros"
    message = "“1,200 millones de euros” is read as 1200000 EUR: in another country its point or comma"
    for outcome in (
        convert(words, ["USD"], book=book, on=DAY, lang="es"),
        annualise(words, over=Span(36), book=book, lang="es"),
    ):
        assert said(outcome)["separator_assumed"].startswith(message)
    assert "separator_assumed" not in said(convert("1.200 millones de euros", ["USD"], book=book, on=DAY))


def test_checking_says_it_too_with_the_name_of_the_document(book: RateBook) -> None:
    text = "The plan costs 90,000,000,000,000 IRR (1bn euros)."
    found = said(check([Document("a.txt", text, None, None)], book=book, on=DAY))
    assert found == {code: f"a.txt: {message}" for code, message in SAID.items()}
    shown = check([Document("a.txt", "It costs 90bn IRR.", None, None)], book=book, on=DAY, to=["EUR"])
    assert set(said(shown)) == set(SAID)


def test_comparing_says_it_of_every_rate_shown(book: RateBook, tmp_path: Path) -> None:
    path = tmp_path / "past.csv"
    path.write_text(
        "period_start,period_end,amount,currency\n2024-01-01,2024-06-30,50,SYP\n2024-07-01,2024-12-31,60,SYP\n"
    )
    words = "380 SYP over three years"
    found = compare(words, prior=read_spending(path), to=["EUR"], on=date(2025, 2, 19), book=book)
    messages = {notice.message for notice in found.warnings}
    assert "SYP changed its unit on 2026-01-01: 100 before are 1 since" in messages
    assert "the NBP publishes SYP weekly, not daily" in messages


def test_series_and_means_say_it(book: RateBook) -> None:
    week = Period(date(2025, 5, 26), date(2025, 6, 1))
    assert set(said(rates.show("IRR", "EUR", week, book=book))) == {*SAID} - {"rate_date_differs"}
    year = Period(date(1975, 1, 1), date(1975, 12, 31))
    assert set(said(rates.average("DEM", "USD", [year], book=book))) == {"annual_average"}


def test_a_clock_behind_the_cache_is_told_where_no_date_was_given(write: Callable[..., Path]) -> None:
    store = Store([write()])  # newest of 2025-01-20, and of 2025-01-10 before
    for today, said in (
        (date(2025, 1, 20), "rates of 2025-01-20, the newest in the cache"),
        (date(2025, 1, 19), "rates of 2025-01-10, the newest up to today, 2025-01-19"),
    ):
        outcome = convert("5 EUR", ["CNY"], book=RateBook(store, today=today))
        assert [each.message for each in outcome.warnings] == [f"no date given: {said}"]


def test_older_rates_are_named_where_others_are_newer(book: RateBook) -> None:
    monday = date(2024, 6, 3)
    assert said(convert("5m PKR", ["USD"], book=book, on=monday))["rate_date_differs"] == (
        "no rate was published for 2024-06-03: the rate of 2024-05-29 is used"
    )
    both = convert("5m rupees", ["USD"], book=book, on=monday)
    assert said(both)["rate_date_differs"] == (
        "PKR/USD, LKR/USD: no rate was published for 2024-06-03: the rate of 2024-05-29 is used"
    )
