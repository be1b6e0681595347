"""Where two sources that should agree do not, both figures are named."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from capexcalc.money.currencies import is_currency
from capexcalc.money.periods import Period
from capexcalc.rates.book import RateBook
from capexcalc.rates.caveats import remarks
from capexcalc.rates.disputed import disputed
from capexcalc.rates.legal_facts import facts
from capexcalc.rates.quarantine import quarantine
from capexcalc.rates.quote import Quote


def told(found: Quote) -> list[str]:
    return [each.message for each in remarks([found]) if each.code == "disputed"]


def test_a_disputed_rate_names_both_figures(shipped: RateBook) -> None:
    (said,) = told(shipped.quote("SLL", "USD", date(2016, 6, 15)))
    assert "4842.6 to the USD from 2016-01-01 to 2016-12-31 on average by the NBP" in said
    assert said.endswith("and 6290.3 by World Bank (PA.NUS.FCRF)")
    assert told(shipped.quote("EUR", "SLE", date(2026, 3, 2)))
    assert told(shipped.average("USD", "GYD", Period(date(2004, 1, 1), date(2004, 12, 31))))


@pytest.mark.parametrize("on", ["2014-12-31", "2017-01-18"])
def test_it_is_told_of_its_years_alone(shipped: RateBook, on: str) -> None:
    assert told(shipped.quote("SLL", "USD", date.fromisoformat(on))) == []


def test_a_dispute_begins_on_its_first_day_and_ends_with_its_last() -> None:
    def found(first: date, last: date) -> list[str]:
        mean = Quote("SLL", "USD", Decimal(1), last, last, "average", "nbp", from_=first, to=last)
        return [f"{each.first:%Y}" for each in disputed(mean)]

    assert found(date(2004, 1, 1), date(2005, 12, 31)) == []
    assert found(date(2004, 1, 1), date(2006, 1, 1)) == ["2006"]
    assert found(date(2006, 12, 31), date(2008, 12, 31)) == ["2006"]
    assert found(date(2007, 1, 1), date(2008, 12, 31)) == []


def test_another_source_s_rates_are_not_disputed(shipped: RateBook) -> None:
    found = shipped.average("USD", "INR", Period(date(1991, 1, 1), date(1991, 12, 31)))
    assert (found.source, list(disputed(found))) == ("worldbank", [])


def test_what_is_in_quarantine_is_not_disputed_as_well() -> None:
    rows = facts("disputed.csv")
    assert len(rows) >= 57
    for source, code, first, last, ours, theirs, whose in rows:
        assert is_currency(code)
        assert first < last
        assert whose
        assert abs(Decimal(theirs) / Decimal(ours) - 1) > Decimal("0.02")
        assert quarantine(source, code, date.fromisoformat(first)) is None
    assert all(one[:3] < other[:3] for one, other in pairwise(rows))
