"""What one of many costs, how many there are, and what all of them come to, in clauses or sentences beside
each other: "It buys 1,200 filters at 3,400 euros each. The cost is put at 4.1m.", "A share earns 3 euros. On
its 130m shares it pays 390m.".

No row of words binds these three figures; that there are no others of their kind does. So a claim that fails
is one only where a word says of the total that it is one, or of the price that it is an average, and nothing
else in those sentences could be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, pairwise

from ...money.interval import Interval
from ...reading.counts import BRIEF
from ...reading.mentions import Amount, Count
from ..claim import YEAR, Claim, object_of
from ..grammar.marks import UNITS, Mark, in_one_currency
from ..grammar.wording import Wording
from ..kinds import product
from ..kinds.pairs import ALIKE
from .multiplied_figures import NEAR, Figures, Price, Triple, figures_of, is_time, triples_of
from .multiplied_words import (
    is_average,
    is_bounded,
    is_called_total,
    is_counted_otherwise,
    is_led_by_average,
    is_left_open,
    is_rate_of,
    speaks_of,
)

_MEANS = ("mean", "equivalence")  # lead from a total to what one of many costs
_NEARLY = Interval(Decimal("0.8"), Decimal("1.25"))  # a total that is missed by "about 4,000"
_THAN = ("below", "exceeds", "exceeds_after", "old", "old_after")  # the total is less than it was in June
_ABOUT = Decimal("0.05")  # of a total, by which what a price makes may miss it, and still be meant
_FEW = 5  # things: of fewer nobody is accused
_GAP = 2  # characters between sentences
_OUTRIGHT = 8  # sums: of a text that tells more, some are of other things
_APART = 20  # words, at most, between a price or number and a total of one sentence
_LARGE = 50  # of which it is no luck if they make a total in another sentence


def multiplied(
    wordings: Sequence[Wording], numbers: Sequence[Count], claims: Sequence[Claim], language: str
) -> Iterator[tuple[int, Claim]]:
    """The products that sentences tell together, each with the place of the last of them; none that one of
    ``claims`` tells as well."""
    known = set(chain.from_iterable(map(_known_by, claims)))
    told = {object_of(each).start for each in claims if each.kind == "annual_amount"}
    told |= {each.subject.start for each in claims if each.kind == "product"}
    prices = set(told)
    brief = sum(len(wording.sentence.amounts) for wording in wordings) <= _OUTRIGHT
    failing: list[tuple[int, Claim]] = []
    for n, wording in enumerate(wordings):
        figures = figures_of(wordings, n, numbers, language)
        triples = list(triples_of(figures, wording)) if figures is not None else []
        for claim in _fitting(figures, triples) if figures is not None else ():
            if accused(claim) not in known and claim.subject.start not in told:
                known.update(_known_by(claim))
                prices.add(claim.subject.start)
                yield n, claim
        if figures is not None and brief:
            failing += ((n, claim) for claim in _failing(figures, triples))
    for n, claim in failing:
        if accused(claim) not in known and claim.subject.start not in prices:
            known.update(_known_by(claim))
            yield n, claim


def accused(claim: Claim) -> int:
    """Where the figure begins that a product states: the last of the price and the total."""
    return max(claim.subject.start, object_of(claim).start)


def _known_by(claim: Claim) -> Iterator[int]:
    """The figures of which no more is claimed, as one claim of them is."""
    if claim.kind == "product":
        yield accused(claim)
    elif claim.kind == "annual_amount":
        yield from (claim.subject.start, object_of(claim).start)


def _fitting(figures: Figures, triples: list[Triple]) -> Iterator[Claim]:
    """The products that fit to the figure, and that it is no luck that they do."""
    for triple in triples:
        if _is_left_out(triple) or _has_nearer(figures, triple):
            continue
        fitting = [each for each in triple.claims if product.fits(each) and product.misses(each) <= NEAR]
        if fitting and _is_no_luck(figures, triple):
            yield fitting[0]


def _is_left_out(triple: Triple) -> bool:
    """Whether a figure is told to be the most or the least, unless a total is reached to the unit, or the
    number is of another thing than the price."""
    price, number, _, total, claims, numbered = triple
    assert isinstance(total.figure, Amount)
    reached = total.figure.bound == "at_most" and not product.misses(claims[0])
    if is_bounded(price.amount) or is_bounded(number) or (is_bounded(total.figure) and not reached):
        return True
    return is_counted_otherwise(numbered, price.at, price.mark, number)


def _has_nearer(figures: Figures, triple: Triple) -> bool:
    """Whether another number stands between a price and a number of one sentence: "each to 20 workers in 19
    towns"."""
    price, number, *_, numbered = triple
    if numbered is not price.at:
        return False
    start, end = sorted((price.mark.start, number.start))
    return any(start < each.start < end for each in figures.numbers)


def _is_no_luck(figures: Figures, triple: Triple) -> bool:
    """Whether a word calls the total one, or a price so, and the number is large, or stands beside it."""
    price, number, at, total, *_ = triple
    since = max((each.end for each in (price.mark, number) if each.end <= total.start), default=0)
    together = price.at.sentence.start <= number.start < price.at.sentence.end
    timed = is_time(figures, number)
    if is_called_total(at, total, since, figures.language):
        return price.sure or timed or number.value >= _FEW
    if timed or not price.sure:
        return timed and together and at is price.at
    told = "each" in price.mark.names or price.lot is not None
    apart = told or is_average(price.at, price.mark, ("mean",), 0)
    return together if at is price.at or not apart else number.value >= _LARGE


def _failing(figures: Figures, triples: list[Triple]) -> Iterator[Claim]:
    """The products that fail, of the only price that words call so, a number that is the only one or stands
    nearest before it, and a total that words bind to them."""
    if any(map(_has_other, triples)):
        return
    for triple in triples:
        price, number, _, total, claims, _ = triple
        if not _stands_together(figures, triple) or _is_left_out(triple) or _is_spread(figures, triple):
            continue
        sure = price.sure or not price.mark.names.isdisjoint(UNITS)
        others = [each for each in figures.prices if each.sure and each.mark not in (price.mark, total)]
        others = [each for each in others if bool(each.mark.names & UNITS) == bool(price.mark.names & UNITS)]
        few = number.value < _FEW and not is_time(figures, number)
        if not sure or few or any(each.amount.value != price.amount.value for each in others):
            continue
        timed = len(claims) == 1 or claims[0].whole is not None
        timed = timed or len({time.duration for time in figures.times}) == 1
        if number not in _numbers_of(figures, price, number) or not timed or _may_be_else(figures, triple):
            continue
        if _makes_another(triple, triples) or is_rate_of(triple.numbered, number, total):
            continue
        beside = triple.at is price.at
        near = product.is_likely(claims[0]) if beside else product.ratio_of(claims[0]).meets(ALIKE)
        if near and _binds(figures, triple):
            yield claims[0]


def _stands_together(figures: Figures, triple: Triple) -> bool:
    """Whether a price, a number and a total stand in one sentence, or, if no time is the number, in two with
    nothing between them, of which the first may tell the number alone, or in one each in this order."""
    price, number, at, _, _, numbered = triple
    begun = [each.sentence.start for each in figures.wordings if each.sentence.start > number.start]
    if numbered is None and (not begun or min(begun) - number.end > BRIEF):
        return False
    counted = (number.start, min(begun)) if numbered is None else numbered.sentence.span
    spans = sorted({price.at.sentence.span, at.sentence.span, counted})
    if len(spans) == 1:
        return True
    beside = all(other[0] - one[1] <= _GAP for one, other in pairwise(spans))
    beside = beside and (len(spans) == 2 or spans == [counted, price.at.sentence.span, at.sentence.span])
    return beside and not is_time(figures, number)


def _is_spread(figures: Figures, triple: Triple) -> bool:
    """Whether a sum for some years stands before what it is to be each year, which is an amount a year, if no
    word leads to it that it is an average."""
    price, number, _, total, *_ = triple
    if total.start > price.mark.start or price.mark.names.isdisjoint(UNITS) or not is_time(figures, number):
        return False
    return not is_led_by_average(price.at, price.mark, ("mean",), total.end)


def _may_be_else(figures: Figures, triple: Triple) -> bool:
    """Whether a total may be another thing: told by the year, or for a price that is, or in a sentence of its
    own beside what is sold, or beside a salary, as what is invested is."""
    price, number, at, total, claims, _ = triple
    equal = number.value <= YEAR and is_average(price.at, price.mark, ("mean",), 0)
    once = claims[0].unit is None and not price.mark.names.isdisjoint(UNITS) and not equal
    once = once and not (price.sure and "per_year" in price.mark.names and not figures.times)
    if once and total.names.isdisjoint(UNITS) and not number.unit.is_zero():
        return True
    pay = speaks_of(price.at, "salary")
    if price.at is not at and total.start > price.mark.start and (pay or speaks_of(price.at, "sells")):
        return True
    yearly = not total.names.isdisjoint(UNITS)
    return pay is not yearly and (pay or claims[0].unit is None) and total.start > price.mark.start


def _has_other(triple: Triple) -> bool:
    """Whether a price and a number make some amount, be it no total."""
    return triple.price.sure and any(map(product.fits, triple.claims))


def _makes_another(triple: Triple, triples: list[Triple]) -> bool:
    """Whether a price and a number are about another sum, as that of a part told after the whole."""
    others = (each for each in triples if each.price is triple.price and each.number is triple.number)
    return any(
        product.misses(claim) <= (_ABOUT if each.at is triple.price.at else NEAR)
        for each in others
        if each.total is not triple.total
        for claim in each.claims
    )


def _numbers_of(figures: Figures, price: Price, number: Count) -> list[Count]:
    """The number that a price can be told of: the nearest before it in its sentence, or the only one."""
    start, end = price.at.sentence.span
    if is_time(figures, number):
        return [number] if len({time.duration for time in figures.times}) == 1 else []
    numbers = figures.numbers
    own = [each for each in numbers if start <= each.start < end] or numbers
    before = [each for each in own if start <= each.start < price.mark.start]
    return before[-1:] or (own if len(own) == 1 else [])


def _binds(figures: Figures, triple: Triple) -> bool:
    """Whether words bind a total to a price and a number: they call it one after the two, or the price an
    average after the total; and leave nothing open."""
    price, number, at, total, *_ = triple
    pair: list[Mark | Count] = [price.mark, number]
    first, last = sorted(pair, key=lambda each: each.start)
    begin, until = (last.end, total.end) if total.start > last.start else (total.end, last.end)
    after = total.start > last.start
    if any(
        is_left_open(each, begin, until, figures.language, of_it=after)
        for each in (figures.wordings if after else (price.at,))
    ):
        return False
    assert isinstance(total.figure, Amount)
    bounds = {figure.bound for figure in (price.amount, number, total.figure)}
    near = product.ratio_of(triple.claims[0]).meets(_NEARLY)
    if at is not price.at and (not bounds <= {"exact", "about"} or (near and bounds != {"exact"})):
        return False
    if after:
        return _is_bound_after(figures, at, total, first, last)
    lumps = [mark for _, mark in figures.totals if mark.start < first.start and "lump" in mark.names]
    about = price.at.commitment
    main = about is not None and about.amount.start == total.start
    if at is not price.at and at.measures:
        return False  # "sales of 18.2bn. It got an average of 103 a tonne": sales may be more than of this
    return (main or lumps == [total]) and is_average(price.at, price.mark, _MEANS, total.end)


def _is_bound_after(
    figures: Figures, at: Wording, total: Mark, first: Mark | Count, last: Mark | Count
) -> bool:
    """Whether a total is the first sum after a price and a number, and called one; in a sentence of its own
    it is the only sum, and none of what was sold or earned. No other number stands between."""
    if any(last.end <= mark.start < total.start for _, mark in figures.totals):
        return False
    if any(last.end <= each.start < total.start for each in figures.numbers):
        return False
    if last.start >= at.sentence.start:
        if at.sentence.words(last.end, total.start) > _APART:
            return False
        together = first.start >= at.sentence.start
        return is_called_total(at, total, last.end, figures.language, spent=together)
    alone = not any("lump" in mark.names and mark.start < total.start for mark in at.marks)
    alone = alone and all(_is_less(mark, total) for mark in at.marks if "lump" in mark.names)
    other = at.measures or at.names_change or speaks_of(at, "takings", *_THAN)
    return alone and not other and is_called_total(at, total, last.end, figures.language)


def _is_less(mark: Mark, total: Mark) -> bool:
    """Whether an amount may be a part of a total, or is that."""
    pair = in_one_currency(mark, total)
    return mark is total or (pair is not None and pair[0].value < pair[1].value)
