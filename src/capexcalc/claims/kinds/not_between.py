"""Where the words around a change that fails say that it is none from the one amount to the other: a multiple
tells how often something rose or multiplies, a percentage comes on top or is of another thing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ...money.interval import Interval
from ...patterns import regex
from ...reading.mentions import Amount, PeriodMention, Proportion
from ..claim import Claim, object_of
from ..grammar.marks import Mark
from ..grammar.sentence import WAYS, small_words
from ..grammar.wording import Wording
from .changed import fits, is_near

_MOVES = frozenset((*WAYS, "way", "moved"))
_BALANCE = ("surplus", "deficit")
_JOINING = ("and", "plus", "as_well")
_OWN = 2  # words, at least, of what a verb after "and" tells of
_NOUNS = ("income", "outgo", "takings", "outlay", "measure", "part_of")
_NOUN = 2  # words with one of those, after its amount
_COMMA = regex(r"[,،、，]")
_CLAUSE, _SLIPPED = 3, Interval(Decimal("0.1"), Decimal(10))  # words of one; of the change told to that
_ARTICLE, _LINK = 1, 3  # words: "the"; "as well as"


def is_not_between(wording: Wording, claim: Claim) -> bool:
    """Whether a change that fails is surely of something else than its two amounts."""
    told = claim.proportion
    if told is None:
        return False
    if told.kind == "times":
        return _counts_occasions(wording, claim, told) or _multiplies(wording, claim, told)
    return (
        _comes_on_top(wording, claim, told)
        or _is_of_clause_before(wording, claim, told)
        or _is_of_part_of_year(wording, claim, told)
        or _is_of_one_of_two(wording, claim, told)
        or _is_far_from_both(wording, claim, told)
    )


def _is_far_from_both(wording: Wording, claim: Claim, told: Proportion) -> bool:
    """Whether words that may be another clause part a change from both amounts after it, which make a wholly
    different one: "sales will rise 42 percent as earnings soar from 6 to 242 million"."""
    first = min(claim.subject, object_of(claim), key=_start)
    between = wording.beginning(told.end, first.start + 1)
    return sum(mark.words for mark in between) >= _CLAUSE and not is_near(claim, _SLIPPED)


def _counts_occasions(wording: Wording, claim: Claim, told: Proportion) -> bool:
    """Whether a multiple is how often something rose: a time follows in which it did, or a percentage of the
    sentence is what it rose by: "raised 34 times since 1996 from 21 to 275 dollars, a 1,200 percent rise"."""
    after = next(iter(wording.following(told.end)), None)
    since = after.figure if after is not None and not (after.words or after.stops) else None
    if isinstance(since, PeriodMention) and since.from_ is not None and since.until is None:
        return True
    others = (each for each in wording.sentence.proportions if each.kind == "share")
    return any(fits(replace(claim, proportion=each)) for each in others)


def _multiplies(wording: Wording, claim: Claim, told: Proportion) -> bool:
    """Whether a multiple is put to the amount before it, and the one after it is what that makes: "54 pesos,
    que multiplicado por cuatro son 216"."""
    first, last = sorted((claim.subject, object_of(claim)), key=_start)
    if not first.end <= told.start < last.start:
        return False
    between = wording.beginning(told.end, last.start)
    amount = wording.beginning(last.start, last.end)[:1]
    makes = len(between) == 1 and "makes" in between[0].names and not between[0].words
    return makes and not any(mark.words or mark.stops for mark in amount)


def _comes_on_top(wording: Wording, claim: Claim, told: Proportion) -> bool:
    """Whether "plus" leads from the amount reached to a percentage: "from 180,000 to 383,000 plus 20%"."""
    sentence = wording.sentence
    plus = sentence.last(("plus",), sentence.start, told.start)
    if plus is None or sentence.words(plus.end, told.start) > _ARTICLE:
        return False
    before = [each for each in sentence.amounts if each.end <= plus.start][-1:]
    directly = any(not sentence.text[each.end : plus.start].strip() for each in before)
    return directly and before[0].start in (claim.subject.start, object_of(claim).start)


def _is_of_clause_before(wording: Wording, claim: Claim, told: Proportion) -> bool:
    """Whether what rose or fell between the two amounts is told by a verb and a noun of its own after "and":
    "savings of 63% and reduced its cost per employee from 2,831 to 2,051"."""
    first = min(claim.subject, object_of(claim), key=_start)
    if told.end > first.start:
        return False
    marks = [*wording.beginning(told.end, first.start), *wording.beginning(first.start, first.end)[:1]]
    for n, mark in enumerate(marks):
        if mark.figure is None and not mark.names.isdisjoint(_MOVES) and n + 1 < len(marks):
            joined = wording.sentence.between(_JOINING, told.end, mark.start)
            return joined and mark.words <= _LINK and _words(marks[n + 1 :]) >= _OWN
    return False


def _is_of_part_of_year(wording: Wording, claim: Claim, told: Proportion) -> bool:
    """Whether a clause tells how a year ended with a surplus or a deficit, which another was compared with
    as it stood then: "78% above the same time of last year, which we closed with 13bn"."""
    old = object_of(claim)
    sentence = wording.sentence
    balance = sentence.between(_BALANCE, *sentence.span)
    return balance and told.end <= old.start and sentence.between(("which",), told.end, old.start)


def _is_of_one_of_two(wording: Wording, claim: Claim, told: Proportion) -> bool:
    """Whether each of the two amounts has a change of its own, none of which is that between them, and what
    the second is one of is named: "spending up 7% to 1,106m against revenue of 978m, up 11%"."""
    sentence, new, old = wording.sentence, claim.subject, object_of(claim)
    if not new.end <= old.start:
        return False
    begin = max((each.end for each in sentence.amounts if each.end <= new.start), default=sentence.start)
    end = min((each.start for each in sentence.amounts if each.start >= old.end), default=sentence.end)
    shares = [each for each in sentence.proportions if each.kind == "share" and begin <= each.start < end]
    first, last = ([s for s in shares if s.end <= old.start], [s for s in shares if s.start >= old.end])
    if not (first and last) or {each.value for each in first} & {each.value for each in last}:
        return False
    comma = _COMMA.search(sentence.text, old.end, last[0].start)
    parted = comma.start() if comma is not None else last[0].start
    named = sentence.between(_NOUNS, new.end, parted) and sentence.words(old.end, parted) <= _NOUN
    named = named and not sentence.between(_NOUNS, parted, last[0].start)  # ", with sales up 3%"
    beside = sentence.words(parted, last[0].start) <= small_words(sentence.text[parted : last[0].start])
    return named and beside and not any(fits(replace(claim, proportion=each)) for each in shares)


def _words(marks: list[Mark]) -> int:
    return sum(mark.words for mark in marks)


def _start(amount: Amount) -> int:
    return amount.start
