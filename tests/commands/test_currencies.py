"""What is known of each currency."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.cache.store import Store, shipped_root
from capexcalc.commands.currencies import currencies
from capexcalc.errors import NoRateError
from capexcalc.rates.book import RateBook

BOOK = RateBook(Store([shipped_root()]), today=date(2026, 11, 1))


def test_a_replaced_currency_names_its_rate_its_law_and_its_successor() -> None:
    (mark,) = currencies(["DEM"], book=BOOK).result
    assert (mark.name, mark.successor) == ("German Mark", "EUR")
    assert mark.euro_rate is not None
    assert (str(mark.euro_rate.rate), mark.euro_rate.observed) == ("1.95583", date(1999, 1, 1))
    assert mark.euro_rate.authority == "Council Regulation (EC) No 2866/98"
    assert [(s.source, s.first.year, s.last.year) for s in mark.spans] == [
        ("nbp", 1984, 2001),
        ("worldbank", 1960, 1998),
        ("fed", 1971, 1998),
    ]


def test_a_pegged_currency_names_its_peg_and_since_when() -> None:
    (dirham,) = currencies(["AED"], book=BOOK).result
    (peg,) = dirham.pegs
    assert (peg.first, peg.last, str(peg.rate.rate)) == (date(1997, 11, 2), None, "3.6725")
    (guilder,) = currencies(["ANG"], book=BOOK).result
    assert (guilder.pegs[0].last, guilder.successor) == (date(2025, 3, 30), "XCG")


def test_spans_come_by_source_in_order_of_trust() -> None:
    (yuan,) = currencies(["CNY"], book=BOOK).result
    assert [(s.source, s.first) for s in yuan.spans] == [
        ("ecb", date(2005, 4, 1)),
        ("nbp", date(1998, 12, 22)),
        ("worldbank", date(1960, 12, 31)),
        ("fed", date(1981, 1, 31)),
    ]


def test_both_sides_of_a_redenomination_tell_of_it() -> None:
    old, new = currencies(["TRL", "TRY"], book=BOOK).result
    assert old.redenominations == new.redenominations != ()
    assert (old.successor, new.successor) == ("TRY", None)


def test_all_currencies_are_those_of_which_anything_is_known() -> None:
    known = {each.code for each in currencies([], book=BOOK).result}
    assert {"EUR", "TWD", "DEM", "AED", "PLZ", "MXP"} <= known
    assert not {"CSK", "XFU"} & known
    assert len(known) > 200


def test_no_currency_is_an_error_that_suggests() -> None:
    with pytest.raises(NoRateError, match="CNX"):
        currencies(["CNX"], book=BOOK)
