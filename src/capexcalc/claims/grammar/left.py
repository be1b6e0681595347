"""What a sentence leaves to the next, which may go on about it: its sums, what was before, a price, what
something is worth."""

from __future__ import annotations

from dataclasses import replace

from ...reading.mentions import Amount, Count, PeriodMention, Proportion
from .marks import OF_ONE, Mark, amounts_of
from .sentence import Commitment, nearest
from .wording import COMPARED, NEAREST, SHORT, Wording

_PARTS = frozenset(("part_of", "share"))
_BEFORE = frozenset(("earlier", "prior"))
_WAS = _BEFORE | COMPARED
_EARLIER = frozenset(("old_after", "previous", "past", "old"))  # of which a sentence is that tells what was
_CLAUSES = frozenset(("which", "contrast"))  # begin one
_SHARES = frozenset(("share", "its_share", "level"))
_MANY = 20  # things, beside a lower number that may be one of something else


def sums(wording: Wording) -> list[Commitment]:
    """The sums that the next sentence may go on about, with the spans they are given for."""
    spans = wording.sentence.spans
    parted = (
        wording.amount_marks[:1] if spans else []
    )  # "of the 65bn to be spent by 2030, 26bn goes to towns"
    was = sum_before(wording)
    about = wording.commitment
    new = about.amount if about is not None and about.period is not None else None
    worth = bool(spans) and wording.places.keys().isdisjoint(_SHARES)  # "a plan worth 5m for six years"
    other = {"compared"} if worth else {"compared", "valued"}
    past = was.figure if was is not None and "measured" not in was.names else None
    return [
        Commitment(mark.figure, nearest(spans, mark.start, mark.end), mark.figure is past is not new)
        for mark in (
            *(m for m in parted if m not in wording.lump_marks and not m.names & OF_ONE),
            *[m for m in wording.lump_marks if m.names.isdisjoint(other)][-NEAREST:],
        )
        if isinstance(mark.figure, Amount) and not wording.is_left(mark)
    ]


def sum_before(wording: Wording) -> Mark | None:
    """The one sum of a sentence that tells of an earlier time and of no change, to which the next may
    compare: "Last year it was 8bn.", "It has 12bn, when the plan before had 8bn."."""
    sums = wording.amount_marks
    measured = {"measured"} if wording.measures else set()
    if (both := now_and_before(wording)) is not None:
        return replace(both[1], names={"amount", "was"} | measured)
    left = [mark for mark in sums if not mark.names.isdisjoint(_BEFORE)]
    if len(sums) == 2 and len(left) == 1 and not wording.names_change:
        return replace(left[0], names={"amount", "was"} | measured)
    if len(sums) != 1 or wording.names_change or not sums[0].names & {"lump", "earlier"}:
        return None
    past = any(not mark.names.isdisjoint(_EARLIER) for mark in wording.marks)
    if past or "prior" in sums[0].names:
        return replace(sums[0], names={"amount", "was"} | measured)
    dated = "bygone" in wording.said_of or any(mark.names == {"period"} for mark in wording.marks)
    return replace(sums[0], names={"amount", "was", "measured"}) if dated else None


def now_and_before(wording: Wording) -> tuple[Mark, Mark] | None:
    """The two sums of a sentence of which the second, in a clause of its own, is told to be of before,
    and no change: "It made 14m last year, when a year earlier it had been 17m"."""
    if len(wording.amount_marks) != 2 or any(isinstance(mark.figure, Proportion) for mark in wording.marks):
        return None
    new, old = wording.amount_marks
    between = wording.beginning(new.end, old.start)
    parts = (n for n, mark in enumerate(between) if mark.stops or not mark.names.isdisjoint(_CLAUSES))
    told = any(not mark.names.isdisjoint(_EARLIER) for mark in between[next(parts, len(between)) :])
    told = told or not old.names.isdisjoint(_BEFORE | COMPARED) or _is_of_next_year(wording, new, old)
    if not told or not new.names.isdisjoint(("prior", "compared")):
        return None
    return (new, old) if new.names & OF_ONE == old.names & OF_ONE else None


def _is_of_next_year(wording: Wording, new: Mark, old: Mark) -> bool:
    """Whether of two sums the first is told to be of the year to come, the second of this year."""
    start, end = wording.sentence.span
    figures = (mark.figure for mark in wording.beginning(start, old.start))
    ahead = any(isinstance(each, PeriodMention) and each.direction == "future" for each in figures)
    ahead = ahead or wording.sentence.between(("ahead",), start, old.start)
    return ahead and wording.sentence.between(("this_year",), new.end, end)


def price_of_share(wording: Wording) -> tuple[Mark, Mark] | None:
    """The one sum of a sentence, or it and the same in another currency, and the one share in it, or in
    the sentence before, of which the next may say what they make the whole worth."""
    shares, sums = _shares(wording), wording.amount_marks
    currencies = {each.currency for mark in sums for each in amounts_of(mark)[:1]}
    alone = 0 < len(currencies) == len(sums) and not wording.measures
    if alone and len(shares) == 1 and sums[0].names & {"lump", "priced"}:
        raised = {"funding"} & wording.said_of
        return sums[0], replace(shares[0], names=shares[0].names | raised)
    if alone and not shares and wording.staked is not None and "valued" not in wording.places:
        return (sums[0], wording.staked) if "lump" in sums[0].names else None
    return None


def share_sold(wording: Wording) -> Mark | None:
    """The one share in a sentence without money, of which the next may tell the price."""
    shares = _shares(wording)
    alone = len(shares) == 1 and not wording.sentence.amounts and not wording.names_change
    return shares[0] if alone else None


def _shares(wording: Wording) -> list[Mark]:
    return [mark for mark in wording.marks if not mark.names.isdisjoint(_SHARES)]


def price_of_each(wording: Wording) -> tuple[Mark, Mark] | None:
    """The one price of one of many in a sentence and the one number in it, of which the next may say what
    they come to."""
    prices = [mark for mark in wording.amount_marks if "each" in mark.names] or wording.told_of_each()
    if (
        not prices and len(wording.amount_marks) == 1
    ):  # "The 640 apprentices each get a bonus of 2,500 euros."
        said: set[str] = set() if "each" in wording.places else {"unsaid"}
        prices = [replace(mark, names=mark.names | said) for mark in wording.lump_marks]
    numbers = _numbers(wording)
    return (prices[0], numbers[0]) if len(prices) == len(numbers) == 1 else None


def shared_out(wording: Wording) -> tuple[Mark, Mark] | None:
    """The one sum of a sentence and the one number in it, among which the next may share that out."""
    sums, numbers = wording.amount_marks, _numbers(wording)
    one = len(sums) == len(numbers) == 1 and "lump" in sums[0].names
    return (sums[0], numbers[0]) if one and not wording.told_of_each() else None


def _numbers(wording: Wording) -> list[Mark]:
    """The numbers of things in a sentence, of several the large ones: "in the 2nd half 4,200 workers"."""
    numbers = [mark for mark in wording.marks if "count" in mark.names]
    if len(numbers) > 1:
        numbers = [mark for mark in numbers if isinstance(mark.figure, Count) and mark.figure.value >= _MANY]
    return numbers


def listing(wording: Wording) -> tuple[Amount, ...]:
    """The money of a sentence, but for what each of many costs."""
    money = (m.figure for m in wording.amount_marks if not m.names & OF_ONE)
    return tuple(each for each in money if isinstance(each, Amount))


def numbers_its_list(wording: Wording) -> bool:
    """Whether a sentence tells how many there are of what it gives the money of: "Three yards share them:
    4m for one, 3m for another and 2m for the third"."""
    many = len(listing(wording))
    counts = (mark.figure for mark in wording.marks if "count" in mark.names)
    return many > SHORT and any(isinstance(each, Count) and each.value == many for each in counts)


def valuation(wording: Wording) -> Amount | None:
    """The one sum that a sentence says something is worth now."""
    found = [mark for mark in wording.amount_marks if "valued" in mark.names and mark.names.isdisjoint(_WAS)]
    figure = found[0].figure if len(found) == 1 else None
    return figure if isinstance(figure, Amount) else None


def main_sum(wording: Wording) -> Amount | None:
    """The one sum of a sentence that is none of before and no price of one of many, or what it says its sums
    are in all; that of the sentence before, if all it tells is what a year or a part of that has."""
    sums = [mark for mark in wording.amount_marks if mark.names.isdisjoint(OF_ONE | {"valued"})]
    if wording.main is not None and wording.goes_on and _tells_parts(wording, sums):
        return wording.main
    if any(not mark.names.isdisjoint(_WAS) for mark in sums) or wording.names_change:
        return None
    totals = [mark for mark in sums if "sum" in mark.names]
    found = totals or sums
    figure = found[0].figure if len(found) == 1 and "lump" in found[0].names else None
    return figure if isinstance(figure, Amount) else None


def _tells_parts(wording: Wording, sums: list[Mark]) -> bool:
    """Whether a sentence tells no other sum than parts of the one before it."""
    begins = any(not mark.names.isdisjoint(_PARTS) for mark in wording.marks[1:2])
    return not wording.names_change and (not sums or (begins and all("listed" in m.names for m in sums)))
