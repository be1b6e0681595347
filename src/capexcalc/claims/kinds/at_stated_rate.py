"""Money told in another currency at a rate that the sentence states: "It costs 900,000 euros: at 0.95 francs
a euro that makes 855,000 francs"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from ...money.interval import Interval
from ...money.money import EXACT
from ...reading.mentions import Amount, Rate
from ..grammar.wording import Wording

_NEAR = Interval(Decimal("0.98"), Decimal("1.02"))  # of a sum to what the other makes at the rate
_RATES = 2  # of a sentence that is no list of them
_FEW = 6  # amounts before and after it, or of the sentences before, that may be meant


class AtStatedRate(NamedTuple):
    """Two sums, the second of which the sentence tells; ``sure`` if no others can be meant, else they fit."""

    one: Amount
    other: Amount
    sure: bool


def at_stated_rate(wording: Wording) -> Iterator[AtStatedRate]:
    """What stands before a rate and after it in its two currencies, or behind it what was told in a sentence
    before: the pair that goes together by it, else the only one."""
    sentence = wording.sentence
    for rate in sentence.rates if len(sentence.rates) <= _RATES else ():
        if rate.base is None or rate.quote is None:
            continue
        here = [each for each in sentence.amounts if not wording.unit_of(each)]
        before = _of(rate, (each for each in here if each.end <= rate.start))[-_FEW:]
        after = _of(rate, (each for each in here if each.start >= rate.end))[:_FEW]
        earlier = _of(rate, wording.earlier)[-_FEW:]
        for ones in (before, earlier) if after else ():
            pairs = [(x, y) for x, y in product(reversed(ones), after) if x.currency != y.currency]
            fitting = next((pair for pair in pairs if _goes_by(rate, *pair)), None)
            if fitting is not None:
                yield AtStatedRate(*fitting, sure=False)
                break
            if len(pairs) == 1 and len(after) == 1:
                yield AtStatedRate(*pairs[0], sure=True)
                break


def _of(rate: Rate, amounts: Iterable[Amount]) -> list[Amount]:
    return [each for each in amounts if each.currency in (rate.base, rate.quote) and each.value > 0]


def _goes_by(rate: Rate, one: Amount, other: Amount) -> bool:
    """Whether two sums go together by a rate as they stand, but for little."""
    quoted, base = (one, other) if one.currency == rate.quote else (other, one)
    made = EXACT.multiply(base.value, rate.value)
    return made > 0 and _NEAR.low < EXACT.divide(quoted.value, made) < _NEAR.high
