"""What one of many costs, how many there are, and what all of them come to, in clauses or sentences beside
each other: "It buys 1,200 filters at 3,400 euros each. The cost is put at 4.1m.", "A share earns 3 euros. On
its 130m shares it pays 390m.".

No row of words binds these three figures; that there are no others of their kind does. So a claim that fails
is one only where a word says of the total that it is one, or of the price that it is an average, and nothing
else in those sentences could be meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from ..reading.mentions import Amount, Count, PeriodMention
from .claim import Claim
from .kinds import annual_amount, product
from .kinds.pairs import object_of, told
from .marks import UNITS, Mark, in_one_currency
from .multiplied_words import is_average, is_bounded, is_called_total, is_led_by_bound, is_left_open, lot_of
from .wording import Wording

_BEFORE = 2  # sentences with figures, in which the other two stand before the last of the three
_MANY = 12  # amounts or numbers: among more some soon fit each other
_AHEAD = 200  # characters before the first of those sentences, in which a number may stand
_FEW = 5  # things: of fewer nobody is accused
_NO_TOTAL = frozenset(("each", "earlier", "dated", "yardstick"))
_NEAR = Decimal("0.01")  # of a total, by which the price of all may miss it: among many two soon make a third
_WEEK = 7


class _Price(NamedTuple):
    """The price of one in the sentence ``at``, or of each ``lot`` of them; ``sure`` if words say so."""

    at: Wording
    mark: Mark
    sure: bool
    lot: Count | None

    @property
    def amount(self) -> Amount:
        assert isinstance(self.mark.figure, Amount)
        return self.mark.figure


class _Figures(NamedTuple):
    """What a sentence and those just before it tell: prices, numbers, what ``may`` be one, totals, times."""

    wordings: Sequence[Wording]
    prices: list[_Price]
    numbers: list[Count]
    may: list[Count]
    totals: list[tuple[Wording, Mark]]
    times: list[PeriodMention]


class _Triple(NamedTuple):
    """A price, a number and a total that may be told of each other, with all that may be claimed of them."""

    price: _Price
    number: Count
    at: Wording  # of the total
    total: Mark
    claims: list[Claim]


def multiplied(
    wordings: Sequence[Wording], numbers: Sequence[Count], claims: Sequence[Claim]
) -> Iterator[tuple[int, Claim]]:
    """The products that sentences tell together, each with the place of the last of them; none that one of
    ``claims`` tells as well."""
    known = {each.object.start for each in claims if each.kind == "product" and each.object is not None}
    failing: list[tuple[int, Claim]] = []
    for n, wording in enumerate(wordings):
        figures = _figures(wordings, n, numbers)
        triples = list(_triples(figures, wording)) if figures is not None else []
        for claim in _fitting(triples):
            if object_of(claim).start not in known:
                known.add(object_of(claim).start)
                yield n, claim
        if figures is not None:
            failing += ((n, claim) for claim in _failing(figures, triples))
    for n, claim in failing:
        if object_of(claim).start not in known:
            known.add(object_of(claim).start)
            yield n, claim


def _figures(wordings: Sequence[Wording], n: int, numbers: Sequence[Count]) -> _Figures | None:
    """The figures of a sentence and those before it; None if one of the three is missing, or there are too
    many."""
    here = wordings[max(0, n - _BEFORE) : n + 1]
    begin = here[0].sentence.start - (_AHEAD if n <= _BEFORE else 0)
    first = bisect_left(numbers, begin, key=attrgetter("start"))
    last = bisect_left(numbers, wordings[n].sentence.end, key=attrgetter("start"))
    times = [period for each in here for period in each.sentence.periods if period.duration is not None]
    if not (first < last or times) or last - first > _MANY:
        return None
    if not 2 <= sum(len(each.sentence.amounts) for each in here) <= _MANY:
        return None
    counts = [each for each in numbers[first:last] if not product.may_be_year(each)]
    prices = [price for each in here for price in _prices(each, counts)]
    lots = {price.lot.start for price in prices if price.lot is not None}
    totals = [
        (each, mark)
        for each in here
        for mark in each.marks
        if "amount" in mark.names and mark.names.isdisjoint(_NO_TOTAL)
    ]
    counts = [each for each in counts if each.start not in lots]
    may = [_as_number(mark.figure) for _, mark in totals if _leaves_out_currency(mark)]
    return _Figures(here, prices, counts, may, totals, times) if prices and totals else None


def _leaves_out_currency(mark: Mark) -> bool:
    """Whether a sum without a currency may be a number of things: "there are 28 million shares"."""
    return isinstance(mark.figure, Amount) and "implied_currency" in (mark.figure.notes or ())


def _as_number(figure: object) -> Count:
    assert isinstance(figure, Amount)
    return Count(figure.value, figure.unit, figure.start, figure.end, figure.text)


def _prices(wording: Wording, numbers: list[Count]) -> Iterator[_Price]:
    here = [each for each in numbers if wording.sentence.start <= each.start < wording.sentence.end]
    of_each = wording.told_of_each()
    tells_each = not wording.places.keys().isdisjoint(("each", "each_before", "each_ahead"))
    for mark in wording.marks:
        if not isinstance(mark.figure, Amount) or "amount" not in mark.names:
            continue
        lot = lot_of(wording, here, mark)
        sure = "each" in mark.names or mark in of_each or lot is not None
        sure = sure or (tells_each and not mark.names.isdisjoint(UNITS))
        sure = sure or (bool(here) and is_average(wording, mark, ("mean",), here[0].end))
        yield _Price(wording, mark, sure, lot)


def _triples(figures: _Figures, wording: Wording) -> Iterator[_Triple]:
    """The prices, numbers and totals of which the last stands in a sentence, the likeliest first."""
    begin = wording.sentence.start
    for price in sorted(figures.prices, key=lambda each: not each.sure):
        for at, total in sorted(figures.totals, key=lambda each: abs(each[1].start - price.mark.start)):
            pair = in_one_currency(price.mark, total)
            if pair is None or total is price.mark or not 0 < pair[0].value < pair[1].value:
                continue
            for number in (*figures.numbers, *figures.may, *_times_as_numbers(figures, price)):
                if number.start == total.start or max(price.mark.start, number.start, total.start) < begin:
                    continue
                count = number
                if price.lot is not None:
                    lot = price.lot.value
                    count = number._replace(value=number.value / lot, unit=number.unit / lot)
                claim = replace(told(wording, "product", *pair, number), count=count)
                claims = list(_for_times(claim, figures, price, total))
                yield _Triple(price, number, at, total, claims)


def _times_as_numbers(figures: _Figures, price: _Price) -> Iterator[Count]:
    """How many days, weeks or months a time has, if a price is that of one: "in 16 days, 6m a day"."""
    unit = annual_amount.unit_of(price.mark.names)
    for time in figures.times if unit is not None else ():
        assert time.duration is not None
        months, days = time.duration.months, time.duration.days
        many = {"day": days if not months else 0, "month": months if not days else 0}.get(unit or "", 0)
        many = days // _WEEK if unit == "week" and not (months or days % _WEEK) else many
        if many > 1:
            yield Count(Decimal(many), Decimal(0), time.start, time.end, time.text)


def _for_times(claim: Claim, figures: _Figures, price: _Price, total: Mark) -> Iterator[Claim]:
    """A product, and for a price that is paid each month or year that of all months or years told."""
    unit = annual_amount.unit_of(price.mark.names)
    if unit is None and price.sure:
        unit = annual_amount.unit_of((price.at.places.keys() & UNITS) - total.names)
    assert claim.count is not None
    is_time = any(time.start == claim.count.start for time in figures.times)
    if unit is None or is_time or unit == "day":
        yield claim
        return
    whole = annual_amount.unit_of(total.names)
    if whole == "year" and unit != "year":
        yield replace(claim, unit=unit, whole=whole)
        return
    if whole is None:
        for time in figures.times:
            timed = replace(claim, unit=unit, period=time)
            if timed.months > (1 if unit != "year" else 12):
                yield timed
    if unit != "year":
        yield replace(claim, unit=unit, whole="year")
    yield claim


def _fitting(triples: list[_Triple]) -> Iterator[Claim]:
    """The products that fit to the figure; of a price that no word calls one, if a word calls the total so."""
    for price, number, at, total, claims in triples:
        since = max((each.end for each in (price.mark, number) if each.end <= total.start), default=0)
        sure = price.sure or not price.mark.names.isdisjoint(UNITS)
        if sure or (number.value >= _FEW and is_called_total(at, total, since)):
            yield from (claim for claim in claims if product.fits(claim) and product.misses(claim) <= _NEAR)


def _failing(figures: _Figures, triples: list[_Triple]) -> Iterator[Claim]:
    """The products that fail, of the only price that words call so, a number that is the only one or stands
    nearest before it, and a total that words bind to them."""
    if any(map(_has_other, triples)):
        return
    for triple in triples:
        price, number, _, total, claims = triple
        sure = price.sure or not price.mark.names.isdisjoint(UNITS)
        others = (each for each in figures.prices if each.sure and each.mark not in (price.mark, total))
        if not sure or number.value < _FEW or any(each.amount.value != price.amount.value for each in others):
            continue
        timed = len(claims) == 1 or claims[0].whole is not None
        timed = timed or len({time.duration for time in figures.times}) == 1
        if number not in _numbers_of(figures, price, number) or not timed:
            continue
        if product.is_likely(claims[0]) and _binds(figures, triple):
            yield claims[0]


def _has_other(triple: _Triple) -> bool:
    """Whether a price and a number make some amount, be it no total."""
    return triple.price.sure and any(map(product.fits, triple.claims))


def _numbers_of(figures: _Figures, price: _Price, number: Count) -> list[Count]:
    """The number that a price can be told of: the nearest before it in its sentence, or the only one."""
    start, end = price.at.sentence.span
    if any(time.start == number.start for time in figures.times):
        return [number] if len({time.duration for time in figures.times}) == 1 else []
    numbers = [each for each in figures.numbers if each.value >= _FEW]
    own = [each for each in numbers if start <= each.start < end] or numbers
    before = [each for each in own if start <= each.start < price.mark.start]
    return before[-1:] or (own if len(own) == 1 else [])


def _binds(figures: _Figures, triple: _Triple) -> bool:
    """Whether words bind a total to a price and a number: they call it one after the two, or the price an
    average after the total; and leave nothing open."""
    price, number, at, total, _ = triple
    first, last = sorted((price.mark, number), key=lambda each: each.start)
    begin, until = (last.end, total.end) if total.start > last.start else (total.end, last.end)
    after = total.start > last.start
    if any(is_left_open(each, begin, until) for each in (figures.wordings if after else (price.at,))):
        return False
    bounded = any(is_bounded(each) for each in (price.amount, total.figure))
    if bounded or any(is_led_by_bound(each, number) for each in figures.wordings):
        return False
    if after:
        return _is_bound_after(figures, at, total, last)
    lumps = [mark for _, mark in figures.totals if mark.start < first.start and "lump" in mark.names]
    about = price.at.commitment
    main = about is not None and about.amount.start == total.start
    return (main or lumps == [total]) and is_average(price.at, price.mark, ("mean", "equivalence"), total.end)


def _is_bound_after(figures: _Figures, at: Wording, total: Mark, last: Mark | Count) -> bool:
    """Whether a total is the first sum after a price and a number, and called one; in a sentence of its own
    it is the only sum, and none of what was sold or earned."""
    if any(last.end <= mark.start < total.start for _, mark in figures.totals):
        return False
    if last.start >= at.sentence.start:
        return is_called_total(at, total, last.end)
    alone = sum("lump" in mark.names for mark in at.marks) == 1
    return alone and not (at.measures or at.names_change) and is_called_total(at, total, last.end)
