"""An amount whose currency the words leave open is converted from each of the likeliest."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.commands.convert import convert
from capexcalc.rates.book import RateBook


@pytest.mark.parametrize(
    ("words", "currencies"),
    [("5 milliarder kroner", "DKK NOK"), ("500 marks", "DEM FIM BAM"), ("500 kr", "SEK NOK DKK")],
)
def test_three_currencies_are_shown_and_no_more(words: str, currencies: str, shipped: RateBook) -> None:
    done = convert(words, ["USD"], book=shipped, on=date(2025, 2, 24)).result
    assert " ".join(each.amount.currency for each in done) == currencies
