"""An exchange rate that the text states itself: "$1 = 7.2420 yuan"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...money.interval import Interval
from ...money.money import EXACT
from ...reading.mentions import Amount, Rate
from ..claim import Claim
from ..evidence import Grounds
from ..facts import RateAtMarket
from ..finding import Finding, words
from ..kind import Kind
from ..verdict import Verdict, deviation
from ..wording import Wording

TOLERANCE = Decimal("0.01")  # beyond the band: a rate is told to four digits or so, and is no rounding


def find(wording: Wording) -> Iterator[Claim]:
    """Each rate that names its two currencies."""
    sentence = wording.sentence
    for rate in sentence.rates:
        if rate.base is not None and rate.quote is not None:
            subject = _units(rate, rate.quote)
            yield Claim("rate", rate.start, rate.end, subject, None, None, sentence.span, rate=rate)


def judge_rate(claim: Claim, grounds: Grounds) -> Finding:
    """The rate as written against the market's of the day."""
    rate = claim.rate
    assert rate is not None
    assert rate.base is not None
    quote = grounds.book.quote(rate.base, claim.subject.currency, grounds.as_of)
    band = grounds.book.band(quote.base, quote.quote, grounds.as_of)
    written = Interval.around(rate.value, rate.unit)
    near = Interval(EXACT.multiply(band.low, 1 - TOLERANCE), EXACT.multiply(band.high, 1 + TOLERANCE))
    verdict: Verdict = "supported" if written.meets(band) else "close" if written.meets(near) else "refuted"
    if grounds.assumed and verdict != "supported":
        verdict = "not_enough_info"  # it may be that of its day
    return Finding(
        verdict,
        RateAtMarket(quote.base, quote.quote, quote.rate, words(rate.text)),
        rate.value,
        quote.rate,
        written,
        deviation(rate.value, quote.rate),
        quotes=(quote,),
        band=band,
    )


KIND = Kind("rate", find, judge_rate)


def _units(rate: Rate, currency: str) -> Amount:
    """What one unit of the base is said to be worth."""
    return Amount(
        rate.id, rate.start, rate.end, rate.text, rate.value, currency, (currency,), "exact", rate.unit
    )
