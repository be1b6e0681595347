"""What one of many costs, and all of them: "5,000 euros for each of 1,000 workers, 5 million in all"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial

from ...money.interval import Interval
from ...money.money import EXACT
from ...patterns import regex
from ...reading.mentions import Amount, Count
from ...reading.tokens import spaceless
from ..claim import Claim, object_of
from ..grammar.constructions import Match, matches
from ..grammar.marks import Mark, in_one_currency
from ..grammar.wording import Wording
from ..verdicts.evidence import Grounds
from ..verdicts.facts import Product
from ..verdicts.finding import Finding, money, rounded, unrounded, words
from ..verdicts.verdict import coarsely, judge, strictly
from ..verdicts.working import Multiplied
from .kind import Kind
from .other_products import is_of_other_money, measure_of
from .pairs import ALIKE, ONE, SLIPS, best, closest, likely, told
from .shared_out import units_in

# What a total may be of the price of all, but for a slip by a power of ten.
_NEAR = Interval(Decimal("0.9"), Decimal("1.1"))
_SLACK = Decimal("0.01")  # of the total, by which the price of all may miss it where the words prove little
_LEADS_TO_TOTAL = frozenset(
    ("which", "total", "this", "the_sum", "makes", "price", "equivalence", "spending")
)
_TIMES = regex(r"[\s\\]*[×*xX][\s\\]*\d")
_LED_BY = regex(r"\d[\s\\]*[×*xX][\s\\]*$")
_OF_SOME = regex(r"\s?[/／]\d")
_BESIDE = 8  # characters
_STEM = 3  # letters, by which a word is known in another form
_NEAREST = 4  # marks after a number, among which is the next figure
_FIRST_YEAR, _LAST_YEAR = 1900, 2643  # of our era; 2100 of the Thai one


def find(wording: Wording) -> Iterator[Claim]:
    """Each total that a construction binds to a number of things and to the price of one, once."""
    wording = wording.now
    found = closest(partial(_claim, wording), matches("product", wording))
    return (
        each
        for each in found
        if fits(each) or not (_may_be_of_others(wording, each) or is_of_other_money(wording, each))
    )


def _claim(wording: Wording, match: Match) -> Claim | None:
    each = match.first("EACH", "ONE", "PRICE")
    count, total = match.first("COUNT"), match.first("TOTAL", "FULL", "IN_ALL", "topic")
    if match.first("counted") is not None:
        each, count = wording.priced or (None, None)
    if match.first("shared") is not None:
        total, count = wording.shared or (None, None)
    if each is None or count is None or total is None or not isinstance(count.figure, Count):
        return None
    if _is_of_other_measure(wording, each, count) or is_factor(
        wording.sentence.text, wording.sentence.start, count
    ):
        return None
    if _OF_SOME.match(wording.sentence.text, total.end):
        return None  # "100 a kilo, or 40,252/5 cows"
    totals = wording.taken_up(total) if "topic" in total.names else [total]
    claims = [_told(wording, each, count.figure, total) for total in totals]
    more = match.first("counted") is not None and len(wording.earlier) > 1  # "In all" takes in those before
    more = more or (match.first("counted") is not None and _goes_further(wording, total))
    more = more or not _is_of_each(wording, match, each)
    slips = [claim for claim in claims if claim is not None and not (match.construction.wild or more)]
    slips = [claim for claim in slips if _is_slip(claim) and _is_bound(wording, each, count, total)]
    if match.construction.wild or more or (match.first("counted") is not None and match.construction.loose):
        claims = [claim for claim in claims if claim is not None and (claim in slips or is_exact(claim))]
    year = may_be_year(count.figure)
    listed = _is_listed(wording, each)
    loose = year or (match.first("IN_ALL") is not None and listed)
    sure = () if (year and not _is_told_each(wording, count)) or listed else slips
    found = best(claims, ratio_of, match, loose=loose, near=lambda claim: claim in sure)
    taken_up = match.first("counted") is not None or match.first("shared") is not None
    if found is None or not taken_up or ratio_of(found).meets(ALIKE) or _is_slip(found):
        return found
    return None  # "for 700 customers, with 1m in sales. It reported a loss of 0.76 per share"


def _is_of_each(wording: Wording, match: Match, each: Mark) -> bool:
    """Whether a word says that a price is that of one of many: not "workers get a bonus of 5,000 euros"."""
    if match.first("counted") is not None:
        return "unsaid" not in each.names
    return "each" in each.names or match.first("EACH", "PRICE", "each") is not None


def _is_bound(wording: Wording, each: Mark, count: Mark, total: Mark) -> bool:
    """Whether a word leads up to a total that makes it that of what was bought just before."""
    begun = max(each.end, count.end, wording.sentence.start)
    between = wording.beginning(begun if begun < total.start else wording.sentence.start, total.start)
    called = [mark for mark in wording.following(total.end) if "total" in mark.names and not mark.stops]
    return any(not mark.names.isdisjoint(_LEADS_TO_TOTAL) for mark in (*between, *called))


def _goes_further(wording: Wording, total: Mark) -> bool:
    """Whether a total is told to be of more than what was bought: "5.6m, with the chargers"."""
    return wording.lists_more or wording.sentence.between(("with",), total.end, wording.sentence.end)


def _is_of_other_measure(wording: Wording, each: Mark, count: Mark) -> bool:
    """Whether a price is that of a measure, and what is counted is not told to be that: "12,000 tonnes at 15
    euros a kilo", 20,000 ครัวเรือน ไร่ละ 1,250 บาท."""
    ends = [mark.start for mark in wording.following(count.end, _NEAREST) if mark.figure is not None]
    return is_of_other_measure(wording, each, count.end, min(ends, default=wording.sentence.end))


def is_of_other_measure(wording: Wording, each: Mark, start: int, end: int) -> bool:
    """Whether a price is that of a measure which what stands from ``start`` to ``end``, or to that, names
    not."""
    text = wording.sentence.text
    before = [mark for mark in wording.preceding(each.start, 2) if "bound" not in mark.names][-1:]
    beside = [(mark.start, each.start) for mark in before]  # 每公斤15元, รายละไม่เกิน 1,000 บาท
    beside += [(each.end, mark.end) for mark in wording.following(each.end)]
    measured = next((m for at in beside if (m := wording.sentence.last(("by_measure",), *at))), None)
    unit = measure_of(wording, each) if measured is None else text[measured.start : measured.end].split()[-1]
    if not unit:
        return False
    unit, until = unit.casefold(), measured.start if measured is not None else each.start
    counted = text[start : min(end, until) if until > start else end].casefold().split()
    return not any(
        word[:2] in unit if spaceless(word[0]) else word[:_STEM] == unit[:_STEM] for word in counted
    )


def is_factor(text: str, start: int, count: Mark | Count) -> bool:
    """Whether a number is a factor, or the side of something: "3*5 = 15", "4 x 7 metres"."""
    begin = max(start, count.start - _BESIDE)
    return bool(_LED_BY.search(text, begin, count.start) or _TIMES.match(text, count.end))


def _may_be_of_others(wording: Wording, claim: Claim) -> bool:
    """Whether a price that fails is that of another number of the sentence: of one that stands nearer before
    it, or makes the total."""
    assert claim.count is not None
    one, own = claim.subject, claim.count
    counts = (mark.figure for mark in wording.marks if isinstance(mark.figure, Count))
    others = [each for each in counts if each.start != own.start and not may_be_year(each)]
    nearer = any(each.end <= one.start and _apart(each, one) < _apart(own, one) for each in others)
    return nearer or any(fits(replace(claim, count=each)) for each in others)


def _apart(count: Count, price: Amount) -> int:
    return max(count.start, price.start) - min(count.end, price.end)


def may_be_year(count: Count) -> bool:
    """Whether a number may be a year: "2024 workers" are so many, "the 2024 season" is no number of them."""
    return count.text.isdecimal() and _FIRST_YEAR <= count.value <= _LAST_YEAR


def _is_told_each(wording: Wording, count: Mark) -> bool:
    """Whether "each of" stands right before a number, which is no year then: "to each of 2500 nurses"."""
    led = [mark for mark in wording.preceding(count.start, _NEAREST) if mark.end <= count.start][-1:]
    return any("each" in mark.names and mark.figure is None for mark in led) and not count.after


def _is_listed(wording: Wording, each: Mark) -> bool:
    """Whether a sentence tells the price of one of other things too: then "in all" takes in those."""
    return any("each" in mark.names and mark.figure not in (None, each.figure) for mark in wording.marks)


def _told(wording: Wording, each: Mark, count: Count, total: Mark) -> Claim | None:
    pair = in_one_currency(each, total)
    if pair is None or not 0 < pair[0].value < pair[1].value or not count.value:
        return None
    claim = replace(told(wording, "product", *pair, count), count=count)
    return claim if is_likely(claim) else None


def is_likely(claim: Claim) -> bool:
    """Whether a total is so near what the price of one comes to that it can be meant to be that."""
    ratio = ratio_of(claim)
    return ratio.meets(ALIKE) or likely(ratio, _NEAR)


def is_exact(claim: Claim) -> bool:
    """Whether a product is one to the figure: among many figures two soon make about a third."""
    return claim.subject.bound == object_of(claim).bound == "exact" and misses(claim) <= _SLACK


def misses(claim: Claim) -> Decimal:
    """By how much of itself a total misses the price of all."""
    assert claim.count is not None
    one, total = claim.subject, object_of(claim)
    computed = EXACT.multiply(EXACT.multiply(one.value, _units(claim).low), claim.count.value)
    return EXACT.divide(abs(computed - total.value), total.value)


def _is_slip(claim: Claim) -> bool:
    """Whether a total is ten or a thousand times a product, or that of it, to the figure."""
    total = object_of(claim)
    slips = (replace(total, value=EXACT.multiply(total.value, power)) for power in SLIPS)
    return any(is_exact(replace(claim, object=each)) for each in slips)


def fits(claim: Claim) -> bool:
    return ratio_of(claim).meets(ONE)


def ratio_of(claim: Claim) -> Interval:
    """The total over what the price of one comes to; of one near that, as its digits but the zeros say."""
    total = object_of(claim)
    told = coarsely(total) if misses(claim) <= _SLACK else strictly(total)
    return told.over(_band(claim))


def _units(claim: Claim) -> Interval:
    """How often a price is paid: one of a month in each of the months that are told, or of a year."""
    return ONE if claim.unit is None else units_in(claim.unit, claim.whole, claim.months, claim.months)


def judge_product(claim: Claim, grounds: Grounds) -> Finding:
    """The price of one times their number, the rounding of both carried through, against the total stated."""
    one, stated, count = claim.subject, object_of(claim), claim.count
    assert count is not None
    units = _units(claim)
    each = money(one) if units == ONE else rounded(EXACT.multiply(one.value, units.low), one.currency)
    computed = EXACT.multiply(each.value, count.value)
    band = _band(claim)
    found = judge(stated, computed, grounds.tolerance, band)
    product = rounded(computed, stated.currency)
    return Finding(
        found.verdict,
        Product(each, count.value, unrounded(computed, stated.currency), words(stated.text)),
        money(stated),
        product,
        found.interval,
        found.deviation_percent,
        steps=(
            *(() if units == ONE else (Multiplied(units.low, money(one), each),)),
            Multiplied(count.value, each, product),
        ),
        band=band,
    )


def _band(claim: Claim) -> Interval:
    one, count, units = claim.subject, claim.count, _units(claim)
    assert count is not None
    price = strictly(one) if one.bound == "exact" else coarsely(one)  # "more than 15,000" may be 15,600
    number = Interval.around(count.value, count.unit if count.unit > 1 else Decimal(0))  # three are three
    low, high = EXACT.multiply(price.low, number.low), EXACT.multiply(price.high, number.high)
    return Interval(EXACT.multiply(low, units.low), EXACT.multiply(high, units.high))


KIND = Kind("product", find, judge_product)
