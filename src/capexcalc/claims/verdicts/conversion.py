"""A stated conversion held against every rate that it may have been made at: the best verdict wins.

A writer leaves open which crown, which reading of "100.125", which minute of which day; an article is wrong
only where all of them are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product
from typing import Literal, NamedTuple

from ...errors import NoRateError
from ...money.interval import Interval
from ...money.money import EXACT
from ...money.periods import Period
from ...rates.quote import Quote
from ...reading.mentions import Amount, Rate
from ...reading.written_amount import ABROAD
from .verdict import VERDICTS, Judgement, distance, judge, openly, spare, strictly

# Signs and words with a usual reading keep it: one of two dozen dollars fits any wrong figure.
_USUAL = frozenset(("USD", "EUR", "GBP", "JPY", "CNY"))
_OPEN_BY = Decimal("0.25")  # by which two figures told to be more than they say may be apart
_OF_ONE_SIGN = frozenset(("JPY", "CNY"))  # ¥, in a text that names the yuan elsewhere, too


class Basis(NamedTuple):
    """A rate that a conversion may have been made at: ``band`` is all that one of the subject's currency may
    have been worth.

    ``reference`` is the day's, ``period`` that of a time the sentence names, ``text`` one that the text
    states itself (``rate``); ``quote`` is the day's beside it then. An ``earlier`` one is of a time that
    another sentence names: no figure is told to miss it.
    """

    kind: Literal["reference", "period", "text"]
    band: Interval
    quote: Quote
    period: Period | None = None
    told: Rate | None = None
    rate: Decimal | None = None
    earlier: bool = False

    def convert(self, value: Decimal) -> Decimal:
        """The figure that the rate itself gives, unrounded."""
        return self.quote.convert(value) if self.rate is None else EXACT.multiply(value, self.rate)


class Conversion(NamedTuple):
    """How ``subject`` and ``stated``, read so, go together at one rate, which gives ``computed``."""

    subject: Amount
    stated: Amount
    basis: Basis
    computed: Decimal
    band: Interval
    found: Judgement


Bases = Callable[[str, str], Iterator[Basis]]


def best_conversion(
    subject: Amount, stated: Amount, bases: Bases, tolerance: Decimal, *, abroad: bool = True
) -> Conversion:
    """The conversion that fits best; of those that fit alike, the likeliest reading: a currency that fits no
    better than the likeliest is not what was meant. With ``abroad``, a usual one may be that of a land which
    the text names: in a text without a day it rather is the usual one at a rate of another.

    Raises NoRateError where no reading has a rate, or the likeliest has none, or that of a land which the
    text names, and no other fits: Cuba's peso is not wrong because no other land's would be right.
    """
    best: Conversion | None = None
    missing: NoRateError | None = None
    unknown = False
    for n, (one, other) in enumerate(readings(subject, stated, abroad=abroad)):
        try:
            each = _at_best_rate(one, other, bases, tolerance)
        except NoRateError as error:
            missing = missing or error
            unknown = unknown or n == 0 or _is_of_land(one) or _is_of_land(other)
            continue
        of_sign = _is_other_of_sign(one, subject) or _is_other_of_sign(other, stated)
        if best is None or _verdict(each) < _verdict(best) or (of_sign and _rank(each) < _rank(best)):
            best = each
        if each.found.verdict == "supported":
            return each
    if missing is not None and (best is None or (unknown and best.found.verdict == "refuted")):
        raise missing
    assert best is not None
    return best


def _at_best_rate(one: Amount, other: Amount, bases: Bases, tolerance: Decimal) -> Conversion:
    """One reading at the rate at which it fits best, the first of those at which it fits alike."""
    best: Conversion | None = None
    try:
        for basis in bases(one.currency, other.currency):
            each = converted(one, other, basis, tolerance)
            told = not basis.earlier or each.found.verdict != "refuted"
            if best is None or (told and _rank(each) < _rank(best)):
                best = each
            if each.found.verdict == "supported":
                break
    except NoRateError:
        if best is None:
            raise
    assert best is not None
    return best


def converted(subject: Amount, stated: Amount, basis: Basis, tolerance: Decimal) -> Conversion:
    """The verdict on one reading of both figures at one rate. Writers convert the exact figure, and round
    both: where what the first is rounded from would make the second, from nearby, it is close."""
    computed, band = basis.convert(subject.value), basis.band.times(subject.value)
    found = judge(stated, computed, tolerance, band)
    apart = distance(stated.value, computed)
    if apart <= 5 * tolerance:
        found = spare(found, strictly(subject).by(basis.band))
    ends = openly(subject) if apart <= _OPEN_BY and subject.bound == stated.bound else None
    if ends is not None:  # "over $10bn (more than 97,000 crore rupees)"
        found = spare(found, ends[0].by(basis.band))
    return Conversion(subject, stated, basis, computed, band, found)


def _rank(each: Conversion) -> tuple[int, Decimal]:
    """The kinder verdict first; of what is refuted, the rate that comes nearest."""
    refuted = each.found.verdict == "refuted"
    return _verdict(each), distance(each.stated.value, each.computed) if refuted else Decimal(0)


def _verdict(each: Conversion) -> int:
    return VERDICTS.index(each.found.verdict)


def readings(subject: Amount, stated: Amount, *, abroad: bool = True) -> Iterator[tuple[Amount, Amount]]:
    """Both figures as they are likeliest read, then one of them otherwise, then both, if one is in usual
    money: 13万ドル in Hong Kong, told in its 元."""
    yield subject, stated
    for other in _otherwise(subject, abroad):
        if other.currency != stated.currency:
            yield other, stated
    for other in _otherwise(stated, abroad):
        if other.currency != subject.currency:
            yield subject, other
    for one, other in product(_otherwise(subject, abroad), _otherwise(stated, abroad)):
        if one.currency != other.currency and not _USUAL.isdisjoint((one.currency, other.currency)):
            yield one, other


def _is_other_of_sign(amount: Amount, likeliest: Amount) -> bool:
    """Whether an amount is read as the other money of its sign, of which the nearer is what was meant."""
    codes = (amount.currency, likeliest.currency)
    return codes[0] != codes[1] and _OF_ONE_SIGN.issuperset(codes)


def _is_of_land(amount: Amount) -> bool:
    """Whether an amount is read as money of a land that the text names, and not as it is likeliest."""
    return ABROAD in (amount.notes or ()) and amount.currency != amount.candidates[0]


def _otherwise(amount: Amount, abroad: bool) -> Iterable[Amount]:
    any_of_them = amount.currency not in _USUAL or (abroad and ABROAD in (amount.notes or ()))
    for code in amount.candidates[1:]:
        if any_of_them or _OF_ONE_SIGN.issuperset((amount.currency, code)):
            yield replace(amount, currency=code)
