"""What the price of a part makes the whole worth: "3.5m for 25 %, valuing it at 14m"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial

from ...money.interval import Interval
from ...money.money import EXACT, Money
from ...patterns import regex
from ...reading.mentions import Amount, PeriodMention, Proportion
from ..claim import Claim, object_of
from ..grammar.constructions import Match, matches
from ..grammar.marks import Mark, in_one_currency
from ..grammar.wording import Wording
from ..verdicts.evidence import Grounds
from ..verdicts.facts import Valuation
from ..verdicts.finding import Finding, money, rounded, unrounded, words
from ..verdicts.verdict import judge, openly, spare, strictly
from ..verdicts.working import Step, Subtracted, Whole
from .kind import Kind
from .pairs import ONE, closest, is_of_one_end, likely, told

_YEAR = regex(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)")
# How much more than its shares a firm may be told to be worth in another sentence: with its debts.
_MAY_OWE = Interval(Decimal(1), Decimal("1.13"))
_FIRST, _PAID_IN = ("premoney",), ("funding",)  # a firm is valued without new money, or may be
_MISSED = Decimal("0.01")  # of a price, by which the worth told of before it was paid may miss it
_ABOUT = Decimal("0.05")  # of a price that is told with "about", either way


def find(wording: Wording) -> Iterator[Claim]:
    """Each value of a whole that a construction binds to a share of it and to its price, once."""
    wording = wording.now
    return closest(partial(_claim, wording), matches("valuation", wording))


def _claim(wording: Wording, match: Match) -> Claim | None:
    price, share, value = match.first("PRICE"), match.first("STAKE"), match.first("VALUED")
    if match.first("staked") is not None:
        share = wording.staked
    taken_up = match.first("topic", "sold") is not None
    if taken_up:
        price, share = wording.sold or (wording.paid(), share)
    if price is None or share is None or value is None or not isinstance(share.figure, Proportion):
        return None
    if "prior" in value.names:
        return None  # "the last plan was valued at 2bn"
    if any("after" in mark.names for mark in wording.beginning(price.end, value.start)):
        return None  # "for 200m, months after it bought another firm, which was valued at 1.2bn"
    pair = in_one_currency(price, value)
    if pair is None or not (0 < share.figure.value < 1 and 0 < pair[0].value < pair[1].value):
        return None
    claim = replace(told(wording, "valuation", *pair, share.figure), proportion=share.figure)
    found = ratio_of(claim)
    said = wording.sentence.between(_FIRST, *wording.sentence.span)
    paid_in = "funding" in share.names or wording.sentence.between(_PAID_IN, *wording.sentence.span)
    if not found.meets(ONE) and (said or paid_in):
        before = replace(claim, premoney=True)
        if said or _fits(before):
            return before if _fits(before) else None
    loose = match.construction.loose or is_of_one_end(claim) or _is_dated(wording, share, value)
    loose = loose or wording.measures  # 40 % may be that of the sales
    loose = loose or wording.sentence.between(("includes", "after"), price.end, wording.sentence.end)
    loose = loose or (taken_up and _MAY_OWE.low <= found.low <= _MAY_OWE.high)
    return claim if likely(found) and (found.meets(ONE) or not loose) else None


def _is_dated(wording: Wording, share: Mark, value: Mark) -> bool:
    """Whether a value is told of a time of its own: "10m for 10% of the firm, valued at 150m in 2021", "die
    2021 mit 150 Millionen bewertet wurde"."""
    if _YEAR.search(wording.sentence.text, share.end, value.start):
        return True
    beside = (*wording.beginning(share.end, value.start), *wording.following(value.end))
    return any(isinstance(mark.figure, PeriodMention) for mark in beside)


def _fits(claim: Claim) -> bool:
    return strictly(object_of(claim)).meets(_band(claim))


def _band(claim: Claim) -> Interval:
    """All that the price of a share may make the whole worth, or that before it was paid into it."""
    assert claim.proportion is not None
    price, share = _reach(claim.subject), strictly(claim.proportion)
    if not claim.premoney:
        return price.over(share)
    least, most = (EXACT.divide(1 - edge, edge) for edge in (share.high, share.low))
    return Interval(EXACT.multiply(price.low, least), EXACT.multiply(price.high, most))


def is_before_money(claim: Claim) -> bool:
    """Whether a worth is that before the price was paid in: "15m for 20%, at a value of 60m"."""
    assert claim.proportion is not None
    price, worth = claim.subject.value, object_of(claim).value
    return abs((worth + price) * claim.proportion.value - price) <= _MISSED * price


def ratio_of(claim: Claim) -> Interval:
    """The worth stated over what the price of the share makes it."""
    assert claim.proportion is not None
    return strictly(object_of(claim)).over(_reach(claim.subject).over(strictly(claim.proportion)))


def judge_valuation(claim: Claim, grounds: Grounds) -> Finding:
    """The price over the share, the rounding of both carried through, against the value stated."""
    price, stated, share = claim.subject, object_of(claim), claim.proportion
    assert share is not None
    computed, band = EXACT.divide(price.value, share.value), _band(claim)
    if claim.premoney:
        computed = EXACT.subtract(computed, price.value)
    found = judge(stated, computed, grounds.tolerance, band)
    if (ends := openly(price)) is not None:
        found = spare(found, ends[0].over(strictly(share)))
    whole = rounded(computed, stated.currency)
    return Finding(
        found.verdict,
        Valuation(
            money(price),
            share.value,
            words(share.text),
            unrounded(computed, stated.currency),
            words(stated.text),
            claim.premoney,
        ),
        money(stated),
        whole,
        found.interval,
        found.deviation_percent,
        steps=_steps(money(price), share.value, whole, before=claim.premoney),
        band=band,
    )


def _steps(price: Money, share: Decimal, whole: Money, *, before: bool) -> tuple[Step, ...]:
    """How the price of a share makes the whole, and the whole less that price."""
    if not before:
        return (Whole(price, share, whole),)
    after = rounded(EXACT.divide(price.value, share), price.currency)
    return Whole(price, share, after), Subtracted(after, price, whole)


def _reach(price: Amount) -> Interval:
    """All that a price may be: "about 400m" is said of 410m as well."""
    if price.bound != "about":
        return strictly(price)
    return Interval.around(price.value, max(price.unit, 2 * _ABOUT * price.value))


KIND = Kind("valuation", find, judge_valuation)
