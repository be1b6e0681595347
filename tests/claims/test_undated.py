"""Conversions that nobody knows the day of: the days that fit, and currencies that are no more."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from capexcalc.cache.store import Store, shipped_root
from capexcalc.claims.verdicts.facts import EquivalenceUndated
from capexcalc.claims.verdicts.undated import History, fitting_days, missing, runs
from capexcalc.commands.check import check
from capexcalc.documents.document import Document
from capexcalc.money.currencies import last_day
from capexcalc.money.interval import Interval
from capexcalc.rates.book import RateBook
from capexcalc.reading.reader import read


def test_a_run_begins_and_ends_with_rates_on_its_bounds() -> None:
    days = [
        (date(2025, 1, n), Decimal(rate)) for n, rate in enumerate(("0.99", "1", "2", "2.01", "1.5"), start=1)
    ]
    found = list(runs(History.of(days), Interval(Decimal(1), Decimal(2))))
    assert found == [(date(2025, 1, 2), date(2025, 1, 3)), (date(2025, 1, 5), date(2025, 1, 5))]


@pytest.mark.parametrize(("words", "found"), [("0 euros", False), ("1 euro", True)])
def test_nothing_fits_no_day_and_one_does(words: str, found: bool, book: RateBook) -> None:
    one, other = read(f"It costs {words} ($1.10).", "en").amounts
    assert bool(fitting_days(one, other, book, Decimal("0.02"))) is found


def test_a_currency_is_no_more_from_its_last_day_on() -> None:
    real, dollars = read("It cost CR$ 253 mil, US$ 195.", "pt").amounts
    end = last_day("BRR")
    assert end is not None
    for today, known in ((end - timedelta(days=1), True), (end, False)):
        assert (missing(real, dollars, RateBook(Store([shipped_root()]), today=today)) is None) is known


@pytest.mark.parametrize(
    ("words", "lang", "fits"),
    [
        ("Ev 350 bin dolara (yaklaşık 550 milyar lira) satıldı.", "tr", True),  # the lira of before 2005
        ("Ev 350 bin dolara (yaklaşık 5,5 katrilyon lira) satıldı.", "tr", False),
        ("O prédio custou US$ 50 milhões (R$ 42,7 milhões).", "pt", True),  # 0.85, between 1994 and 1995
        ("O prédio custou US$ 50 milhões (R$ 30,9 milhões).", "pt", False),  # no real was so dear, ever
        ("Prețul a fost de 1 milion de dolari (28 miliarde de lei).", "ro", True),  # the leu of before 2005
        ("Prețul a fost de 1 milion de dolari (280 miliarde de lei).", "ro", False),
    ],
)
def test_a_text_without_a_day_may_be_of_money_and_years_before_any_observation(
    words: str, lang: str, fits: bool, book: RateBook
) -> None:
    one, other = read(words, lang).amounts
    assert bool(fitting_days(one, other, book, Decimal("0.02"))) is fits


def test_before_any_observation_two_whole_years_fit(book: RateBook) -> None:
    one, other = read("O prédio custou US$ 50 milhões (R$ 42,7 milhões).", "pt").amounts
    fitting = fitting_days(one, other, book, Decimal("0.02"))
    assert fitting is not None
    assert fitting.days[-1] == (date(1994, 1, 1), date(1995, 12, 31))


def test_years_are_asked_for_from_1990_on(book: RateBook) -> None:
    for words, fits in (("710,000 won", True), ("676,000 won", False)):  # 708 on average in 1990, 671 in 1989
        dollars, won = read(f"It cost 1,000 dollars ({words}).", "en").amounts
        assert bool(fitting_days(dollars, won, book, Decimal("0.01"))) is fits


def test_the_reading_that_fits_is_named(book: RateBook) -> None:
    words = "Beijing lends 5bn yuan. Tokyo has spent ¥34trn ($265bn) on its bonds."
    (claim,) = check([Document("article", words, lang="en")], book=book).result.documents[0].claims
    facts = claim.finding.facts
    assert isinstance(facts, EquivalenceUndated)
    assert facts.subject.currency == "JPY"


@pytest.mark.parametrize(
    ("years", "verdict"),
    [
        (
            "1957, 1958 and 1973",
            "not_enough_info",
        ),  # ten years on there is no rate either: they begin in 1984
        ("1957, 1958 and 1974", "refuted"),
        ("1958 and 1973", "refuted"),  # too few to know by
    ],
)
def test_a_text_is_old_by_three_years_that_it_names(years: str, verdict: str, book: RateBook) -> None:
    words = f"Ports came in {years}. Then ships. Then trains. Then cars. The bank lent $225m (Rs 107 crore)."
    (claim,) = check([Document("article", words, lang="en")], book=book).result.documents[0].claims
    assert claim.finding.verdict == verdict
