"""Where a total that a price and a number do not make is told of other things than those two."""

from __future__ import annotations

from decimal import Decimal

from ...money.money import EXACT
from ...patterns import regex
from ...reading.mentions import Amount
from ..claim import Claim, object_of
from ..grammar.marks import Mark, per_unit
from ..grammar.wording import Wording

_NEAR = Decimal("0.05")  # of the price of all, by which another amount of the sentence may miss it
_LEADING, _FOLLOWING = 3, 2  # words between what a thing costs and its price, between a total and its name
# What a stroke tells the price of one of, which what is counted need not be.
_MEASURE = regex(
    r"(?:[kmck]?g|kgs|kilos?|kilograms?|grams?|oz|lbs?|t|tons?|tonn?es?|l|lit(?:er|re)s?|gallons?|barrels?|bbl|boe"
    r"|m[23²³]|sq\w*|ha|acres?|[kmg]?wh|кг|т|л|тонн\w*|公斤|千克|公克|克|斤|吨|噸|升|kilogramos?|toneladas?|กิโลกรัม|กก|ตัน|ลิตร|ไร่)"
)


def is_of_other_money(wording: Wording, claim: Claim) -> bool:
    """Whether a total that fails is one of several lots, is what was earned with what something costs, or
    takes in what comes on top of the price, or another amount of the sentence is what the price makes."""
    more = wording.sentence.between(("plus",), claim.subject.end, object_of(claim).start)
    if more or _is_mean(wording, claim):
        return True
    return _is_of_lots(wording, claim) or _is_earned(wording, claim) or _makes_another(wording, claim)


def _is_mean(wording: Wording, claim: Claim) -> bool:
    """Whether a price is an average, and the total that of an earlier sentence, which may take in more:
    "sales of 18.2bn. It got an average of 103 a tonne for its 192m tonnes"."""
    sentence, one = wording.sentence, claim.subject
    mean = sentence.last(("mean", "average"), sentence.start, one.start)
    return (
        object_of(claim).start < sentence.start
        and mean is not None
        and sentence.words(mean.end, one.start) <= 1
    )


def measure_of(wording: Wording, each: Mark) -> str:
    """The measure that a stroke tells a price to be that of one of: the "kg" of "15 euros/kg"."""
    unit = per_unit(wording.sentence, each.figure) if isinstance(each.figure, Amount) else ""
    return unit if _MEASURE.fullmatch(unit) else ""


def _is_of_lots(wording: Wording, claim: Claim) -> bool:
    """Whether other things with a price of their own stand before a total, or all after it: "2 million shares
    at 4 euros each and 2 million at 6 euros each, 20 million in all"."""
    one, total = claim.subject, object_of(claim)
    others = [
        mark.start
        for mark in wording.marks
        if "each" in mark.names and isinstance(mark.figure, Amount) and mark.figure.value != one.value
        and mark.figure.currency == one.currency
    ]  # fmt: skip
    return any(not min(one.start, other) < total.start < max(one.start, other) for other in others)


def _is_earned(wording: Wording, claim: Claim) -> bool:
    """Whether a price is told to be a cost, and the total to be sales or a profit: "9,000 tonnes at a cost of
    700 euros each, generating 3 million in net income"."""
    sentence, one, total = wording.sentence, claim.subject, object_of(claim)
    cost = sentence.last(("outlay",), sentence.start, one.start)
    if cost is None or sentence.words(cost.end, one.start) > _LEADING:
        return False
    after = next((cue for cue in sentence.cues_from(total.end) if cue.kind == "measure"), None)
    return after is not None and sentence.words(total.end, after.start) <= _FOLLOWING


def _makes_another(wording: Wording, claim: Claim) -> bool:
    """Whether another amount of the sentence is about what price and number make, as a part is that was told
    after the whole: "it spent 57 million, 48 million of it on 700 workers, 70,000 for each"."""
    assert claim.count is not None
    one, total = claim.subject, object_of(claim)
    makes = EXACT.multiply(one.value, claim.count.value)
    return any(
        each.currency == one.currency and each.start not in (one.start, total.start)
        and abs(EXACT.subtract(each.value, makes)) <= EXACT.multiply(makes, _NEAR)
        for each in wording.sentence.amounts
    )  # fmt: skip
