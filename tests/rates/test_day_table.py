"""A book that has been asked a lot answers from whole days; nothing about the answers changes."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from capexcalc.cache.store import Store, shipped_root
from capexcalc.errors import NoRateError
from capexcalc.rates.book import RateBook
from capexcalc.rates.quote import Quote

TODAY = date(2026, 11, 20)


def answer(book: RateBook, base: str, quote: str, on: date) -> Quote | tuple[str, str, str | None]:
    try:
        return book.quote(base, quote, on)
    except NoRateError as error:
        return error.code, error.message, error.hint


def asked_a_lot(book: RateBook, on: date = date(2020, 1, 1)) -> RateBook:
    for number in range(40):
        answer(book, "EUR", "USD", on - timedelta(days=number))
    assert book._days is not None
    return book


@pytest.mark.parametrize("max_gap", [0, 7, 30])
def test_a_busy_book_gives_the_answers_of_a_fresh_one(max_gap: int) -> None:
    store = Store([shipped_root()])
    busy = RateBook(store, today=TODAY, max_gap=max_gap)
    for number in range(40):
        answer(busy, "EUR", "USD", date(2020, 1, 1) + timedelta(days=number))
    assert busy._days is not None
    chosen = random.Random(1)
    codes = ["EUR", "USD", "CNY", "ISK", "RUB", "HRK", "BGN", "TRL", "TRY", "ROL", "RON", "SIT", "DEM", "AED"]
    edges = ["1999-01-02", "2005-01-01", "2005-07-01", "2006-12-31", "2007-01-01", "2022-03-02", "2023-01-01"]
    edges += [
        "2025-12-31",
        "2026-01-01",
        "2026-10-30",
        "2026-11-07",
        "2026-11-20",
        "2026-11-21",
        "2008-12-12",
    ]
    days = [date.fromisoformat(edge) for edge in edges]
    days += [date(1998, 12, 1) + timedelta(days=chosen.randrange(10_250)) for _ in range(40)]
    for on in days:
        for base, quote in (chosen.sample(codes, 2) for _ in range(12)):
            fresh = RateBook(store, today=TODAY, max_gap=max_gap)
            assert answer(busy, base, quote, on) == answer(fresh, base, quote, on), (base, quote, on)


def test_a_quick_quote_is_as_frozen_as_any() -> None:
    book = asked_a_lot(RateBook(Store([shipped_root()]), today=TODAY))
    quote = book.quote("CNY", "USD", date(2025, 2, 24))
    assert type(quote) is Quote
    with pytest.raises(AttributeError):
        quote.rate = Decimal(1)  # type: ignore[misc]  # that it is refused is the point
    assert hash(quote) == hash(
        RateBook(Store([shipped_root()]), today=TODAY).quote("CNY", "USD", quote.as_of)
    )


def test_thirty_one_questions_do_not_read_a_year_whole(write: Callable[..., Path]) -> None:
    book = RateBook(Store([write()]), today=date(2025, 2, 1))
    for number in range(32):
        assert book._days is None, number
        answer(book, "EUR", "CNY", date(2025, 1, 10) - timedelta(days=number))
    assert book._days is not None


def test_the_same_question_is_looked_up_once(write: Callable[..., Path]) -> None:
    book = RateBook(Store([write()]), today=date(2025, 2, 1))
    for _ in range(40):
        assert book.quote("EUR", "CNY", date(2025, 1, 10)) is book.quote("EUR", "CNY", date(2025, 1, 10))
    assert book._days is None


def test_a_rate_is_not_carried_into_another_unit_of_the_same_code(write: Callable[..., Path]) -> None:
    root = write("Date,SYP,USD,\n2026-01-05,130,1.17,\n2025-12-31,13000,1.175,\n2025-12-30,13010,1.176,\n")
    fresh = RateBook(Store([root]), today=date(2026, 1, 9), source="ecb")
    busy = asked_a_lot(RateBook(Store([root]), today=date(2026, 1, 9), source="ecb"), date(2025, 12, 31))
    for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 4), date(2026, 1, 5), date(2026, 1, 6)):
        found = answer(busy, "EUR", "SYP", day)
        assert found == answer(fresh, "EUR", "SYP", day)
        assert isinstance(found, Quote) == (day not in (date(2026, 1, 1), date(2026, 1, 4)))
    assert isinstance(answer(busy, "EUR", "USD", date(2026, 1, 1)), Quote)


def test_a_currency_given_up_on_a_friday_has_no_rate_on_the_saturday(write: Callable[..., Path]) -> None:
    lines = ["2025-04-14,1.13,N/A,", "2025-03-10,1.08,N/A,", "2025-03-07,1.08,96,"]
    store = Store([write("Date,USD,RUB,\n" + "\n".join(lines) + "\n")])
    friday, saturday = date(2025, 3, 7), date(2025, 3, 8)
    busy = asked_a_lot(RateBook(store, today=date(2025, 5, 1)), friday)
    for on, found in ((friday, True), (saturday, False)):
        fresh = answer(RateBook(store, today=date(2025, 5, 1)), "EUR", "RUB", on)
        assert isinstance(fresh, Quote) == found
        assert answer(busy, "EUR", "RUB", on) == fresh
