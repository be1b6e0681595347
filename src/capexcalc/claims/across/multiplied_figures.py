"""Prices, numbers and totals of sentences beside each other, of which one may be the product of the two."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from ...money.money import EXACT
from ...reading.mentions import Amount, Count, PeriodMention
from ...reading.scripts import script
from ..claim import YEAR, Claim
from ..grammar.marks import UNITS, Mark, in_one_currency
from ..grammar.wording import Wording
from ..kinds import product, shared_out
from ..kinds.other_years import is_told_of_best
from ..kinds.pairs import told
from .multiplied_words import is_average, is_led_by_each, is_of_counted, is_of_one, is_priced_each, lot_of

_BEFORE = 2  # sentences with figures, in which the other two stand before the last of the three
_MANY = 12  # amounts or numbers: among more some soon fit each other
_AHEAD = 200  # characters before the first of those sentences, in which a number may stand
_NO_TOTAL = frozenset(("each", "earlier", "dated", "yardstick"))
NEAR = Decimal("0.01")  # of a total, by which the price of all may miss it: among many two soon make a third
_CROWD = 1000  # people, or things, among whom an amount of no more units is not shared out
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"day": 0, "week": 0, "month": 1, "quarter": 3}


class Price(NamedTuple):
    """The price of one in the sentence ``at``, or of each ``lot`` of them; ``sure`` if words say so."""

    at: Wording
    mark: Mark
    sure: bool
    lot: Count | None

    @property
    def amount(self) -> Amount:
        assert isinstance(self.mark.figure, Amount)
        return self.mark.figure


class Figures(NamedTuple):
    """What a sentence and those just before it tell: prices, numbers, what ``may`` be one, totals, times."""

    wordings: Sequence[Wording]
    prices: list[Price]
    numbers: list[Count]
    may: list[Count]
    totals: list[tuple[Wording, Mark]]
    of_one: list[tuple[Wording, Mark]]  # what each gets in all, or pays
    times: list[PeriodMention]
    language: str


class Triple(NamedTuple):
    """A price, a number and a total that may be told of each other, with all that may be claimed of them."""

    price: Price
    number: Count
    at: Wording  # of the total
    total: Mark
    claims: list[Claim]
    numbered: Wording | None  # the sentence of the number, if it is of these


def figures_of(
    wordings: Sequence[Wording], n: int, numbers: Sequence[Count], language: str
) -> Figures | None:
    """The figures of a sentence and those before it; None if one of the three is missing, or there are too
    many."""
    here = wordings[max(0, n - _BEFORE) : n + 1]
    begin = here[0].sentence.start - (_AHEAD if n <= _BEFORE else 0)
    first = bisect_left(numbers, begin, key=attrgetter("start"))
    last = bisect_left(numbers, wordings[n].sentence.end, key=attrgetter("start"))
    times = [
        period
        for each in here
        for period in each.sentence.periods
        if period.duration is not None and not is_told_of_best(each.sentence, period.start)
    ]
    money = [amount for each in here for amount in each.sentence.amounts]
    if last - first > _MANY or not 2 <= len(money) <= _MANY:
        return None
    if not (first < last or times or any(map(_leaves_out_currency, money))):
        return None
    counts = [each for each in numbers[first:last] if _may_count(each)]
    counts = [each for each in counts if not any(t.start <= each.start < t.end for t in times)]
    prices = [price for each in here for price in _prices(each, counts, language)]
    lots = {price.lot.start for price in prices if price.lot is not None}
    totals = [
        (each, mark)
        for each in here
        for mark in each.marks
        if "amount" in mark.names and mark.names.isdisjoint(_NO_TOTAL)
    ]
    of_one = [
        (each, mark)
        for each in here
        for mark in each.marks
        if "amount" in mark.names and mark.names & _NO_TOTAL == {"each"}
    ]
    counts = [each for each in counts if each.start not in lots]
    may = [
        Count(each.value, each.unit, each.start, each.end, each.text)
        for each in money
        if _leaves_out_currency(each)
    ]
    return Figures(here, prices, counts, may, totals, of_one, times, language) if prices and totals else None


def _may_count(number: Count) -> bool:
    """Whether a number can be how many things there are: no year, nor "1" of "per 1 share", nor the Korean
    syllable for two, which is "this" as well."""
    single = len(number.text) == 1 and script(number.text) == "hangul"
    return number.value > 1 and not product.may_be_year(number) and not single


def _leaves_out_currency(amount: Amount) -> bool:
    """Whether a sum without a currency may be a number of things: "there are 28 million shares"."""
    return "implied_currency" in (amount.notes or ())


def _prices(wording: Wording, numbers: list[Count], language: str) -> Iterator[Price]:
    here = [each for each in numbers if wording.sentence.start <= each.start < wording.sentence.end]
    of_each = wording.told_of_each()
    tells_each = not wording.places.keys().isdisjoint(("each", "each_before", "each_ahead"))
    for mark in wording.marks:
        if not isinstance(mark.figure, Amount) or "amount" not in mark.names:
            continue
        lot = lot_of(wording, here, mark)
        sure = "each" in mark.names or mark in of_each or lot is not None
        sure = sure or (tells_each and (not mark.names.isdisjoint(UNITS) or is_led_by_each(wording, mark)))
        sure = sure or (tells_each and any(is_priced_each(wording, number, mark) for number in here))
        sure = sure or (tells_each and not here and wording.names_one_sum)  # "Per share, it pays 3 euros."
        sure = sure or (bool(here) and is_average(wording, mark, ("mean",), here[0].end))
        sure = sure or is_of_counted(wording, mark, numbers) or is_of_one(wording, mark, language)
        sure = sure or _is_too_little(mark, here)
        yield Price(wording, mark, sure, lot)


def _is_too_little(mark: Mark, numbers: list[Count]) -> bool:
    """Whether an amount is less than one for each of the many that a sentence counts, and so is for one: "a
    bonus of 450 euros goes to 62,000 families"."""
    amount = mark.figure
    assert isinstance(amount, Amount)
    return len(numbers) == 1 and numbers[0].value >= amount.value and numbers[0].value >= _CROWD


def triples_of(figures: Figures, wording: Wording) -> Iterator[Triple]:
    """The prices, numbers and totals of which the last stands in a sentence, the likeliest first."""
    begin = wording.sentence.start
    for price in sorted(figures.prices, key=lambda each: not each.sure):
        totals = [*figures.totals, *(figures.of_one if price.mark.names & UNITS else ())]
        for at, total in sorted(totals, key=lambda each: abs(each[1].start - price.mark.start)):
            pair = in_one_currency(price.mark, total)
            if pair is None or total is price.mark or not 0 < pair[0].value < pair[1].value:
                continue
            numbers = () if "each" in total.names else (*figures.numbers, *figures.may)
            for number in (*numbers, *_times_as_numbers(figures, price)):
                last = max(price.mark.start, number.start, total.start)
                if not number.value or number.start == total.start or last < begin:
                    continue
                if number.value <= 0:  # of what nothing is made
                    continue
                count = number
                if price.lot is not None:
                    lot = price.lot.value
                    count = number._replace(value=number.value / lot, unit=number.unit / lot)
                if not _may_fit(
                    price, EXACT.divide(pair[1].value, EXACT.multiply(pair[0].value, count.value))
                ):
                    continue
                claim = replace(told(wording, "product", *pair, number), count=count)
                numbered = next((each for each in figures.wordings if _is_in(number, each)), None)
                timed = list(_for_times(claim, figures, price, total))
                yield Triple(price, number, at, total, timed, numbered)


def _is_in(number: Count, wording: Wording) -> bool:
    return wording.sentence.start <= number.start < wording.sentence.end


def _may_fit(price: Price, ratio: Decimal) -> bool:
    """Whether a total may be that of a price and a number, being ``ratio`` times that: near it, if no word
    calls the price one."""
    return price.sure or bool(price.mark.names & UNITS) or abs(ratio - 1) <= 2 * NEAR


def _times_as_numbers(figures: Figures, price: Price) -> Iterator[Count]:
    """How many days, weeks, months or years a time has, if a price is that of one, or of each: "in 16 days,
    6m a day", "for five years 180,000 each"."""
    unit = shared_out.unit_of(price.mark.names)
    for time in figures.times:
        assert time.duration is not None
        months, days = time.duration.months, time.duration.days
        if unit is None and not (price.sure and time.start >= price.at.sentence.start and months >= YEAR):
            continue
        length, one = (
            (days, _DAYS.get(unit or "", 0)) if not months else (months, _MONTHS.get(unit or "", YEAR))
        )
        if one and length > one and not length % one and not (months and days):
            yield Count(Decimal(length // one), Decimal(0), time.start, time.end, time.text)


def _for_times(claim: Claim, figures: Figures, price: Price, total: Mark) -> Iterator[Claim]:
    """A product, and for a price that is paid each month or year that of all months or years told."""
    unit = shared_out.unit_of(price.mark.names)
    if unit is None and price.sure and not any(m.names & UNITS for m in price.at.marks if m.figure):
        unit = shared_out.unit_of((price.at.places.keys() & UNITS) - total.names)
    assert claim.count is not None
    if unit is None or is_time(figures, claim.count) or unit == "day":
        yield claim
        return
    whole = shared_out.unit_of(total.names)
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


def is_time(figures: Figures, number: Count) -> bool:
    return any(time.start == number.start for time in figures.times)
