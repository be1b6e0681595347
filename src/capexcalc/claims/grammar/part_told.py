"""Which amount a share is the share of: the part, beside it or told just before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...patterns import regex
from ...reading.mentions import Amount
from .marks import OF_ONE, Mark
from .whole_nouns import said, taking
from .wording import COMPARED, Wording

_NO_PART = OF_ONE | COMPARED | {"earlier", "prior", "valued", "yardstick"}
_NEAREST = 2  # amounts beside a share
_MANY = 6  # amounts of the sentence before
_COMMA = regex(r"[,–—(（、，،]")
_PARTS = regex(r"[;:；：؛]")
_LEAD = 4  # words that may end what is told of a part
_WHO = 2  # words for who gets it, or a verb: "With 42m euros, the roads take half"
_OPENS = frozenset(("this", "the_sum", "equivalence", "concludes"))
_LINKS = frozenset(("or", "equivalence", "makes"))


class Told(NamedTuple):
    """A share of a sentence, with the place of the noun for what it is one of."""

    wordings: Sequence[Wording]
    n: int
    mark: Mark
    noun: tuple[int, int]
    language: str


def parts_of(wording: Wording, mark: Mark) -> list[Mark]:
    """The amounts of its sentence that a share may be told of, the nearest."""
    here = _amounts(wording)
    here.sort(key=lambda each: max(each.start - mark.end, mark.start - each.end))
    return here[:_NEAREST]


def parts_before(wordings: Sequence[Wording], n: int) -> list[Mark]:
    """The amounts that the sentence just before tells, the last first."""
    if not n or not _adjoin(wordings[n - 1], wordings[n]):
        return []
    return _amounts(wordings[n - 1])[: -_MANY - 1 : -1]


def part_beside(told: Told) -> Mark | None:
    """The amount that words bind to a share: right before it, behind a comma or a verb that takes it, or
    right after it."""
    wording = told.wordings[told.n]
    start, end = min(told.mark.start, told.noun[0]), max(told.mark.end, told.noun[1])
    amounts = _amounts(wording)
    last = next((each for each in reversed(amounts) if each.end <= start), None)
    if last is not None and _is_next(wording, last.end, start) and _leads_to(told, last.end, start, end):
        return last
    first = next((each for each in amounts if each.start >= end), None)
    if first is not None and first.stops and not said(wording.sentence, end, first.start, told.language):
        return first if _is_next(wording, end, first.start) else None
    return _taken_up(told) if last is None and first is None and told.n else None


def _taken_up(told: Told) -> Mark | None:
    """The only amount of the sentence just before, where one begins with a word that takes it up."""
    before, here = told.wordings[told.n - 1], told.wordings[told.n]
    amounts = _amounts(before)
    led = any(not (each.words or each.names.isdisjoint(_OPENS)) for each in here.marks[1:2])
    return amounts[0] if led and len(amounts) == 1 and _adjoin(before, here) else None


def _leads_to(told: Told, start: int, share: int, end: int) -> bool:
    """Whether nothing parts an amount from a share but what ends its clause, or a verb that takes a share
    stands between the two, or behind them where verbs come last."""
    sentence, language = told.wordings[told.n].sentence, told.language
    parted = _PARTS.search(sentence.text, start, share)
    if parted is not None:
        return _takes_up(told, parted.end())
    commas = [each.end() for each in _COMMA.finditer(sentence.text, start, share)]
    begun = commas[-1] if commas else start
    if begun != start and said(sentence, start, begun, language) > _LEAD:
        return False
    verb = taking(sentence.text, begun, share, language)
    if is_fronted(told.wordings[told.n], start):
        who = (
            (verb[0] if verb is not None else share) if not said(sentence, start, begun, language) else begun
        )
        rest = verb[1] if verb is not None else share
        if (
            who > begun
            and said(sentence, begun, who, language) <= _WHO
            and not said(sentence, rest, share, language)
        ):
            return True
    if verb is not None:
        return not (said(sentence, begun, verb[0], language) or said(sentence, verb[1], share, language))
    last = taking(sentence.text, end, sentence.end, language)
    closes = last is not None and not said(sentence, end, last[0], language)
    equated = bool(commas) or closes or sentence.between(tuple(_LINKS), start, share)
    return equated and not said(sentence, begun, share, language)


def is_fronted(wording: Wording, end: int) -> bool:
    """Whether a sentence begins with an amount that ends there, which a word like "with" leads up to, so that
    its verb tells what that comes to: "With 42m euros, half of the money goes to", "Mit 42 Millionen Euro
    fließt die Hälfte des Geldes in"."""
    sentence = wording.sentence
    amount = next((each for each in sentence.amounts if each.end == end), None)
    return amount is not None and sentence.leads("with", sentence.start, amount.start) is not None


def _takes_up(told: Told, start: int) -> bool:
    """Whether a clause takes up what the one before tells, and says no more than which share that is: "60m
    was set aside; this is a third of the total"."""
    wording = told.wordings[told.n]
    led = wording.beginning(start, told.mark.start)
    taken = bool(led) and not (led[0].words or led[0].names.isdisjoint(_OPENS))
    return taken and not said(wording.sentence, start, min(told.mark.start, told.noun[0]), told.language)


def _is_next(wording: Wording, start: int, end: int) -> bool:
    return all(mark.figure is None for mark in wording.beginning(start, end))


def _amounts(wording: Wording) -> list[Mark]:
    return [m for m in wording.marks if isinstance(m.figure, Amount) and m.names.isdisjoint(_NO_PART)]


def _adjoin(one: Wording, other: Wording) -> bool:
    return not other.sentence.text[one.sentence.end : other.sentence.start].strip()
