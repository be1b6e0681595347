"""A rise or fall between two amounts: "up 12 % to 2.3bn from 2.0bn", "tripled", "doublé"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from ...money.interval import Interval
from ...money.money import EXACT
from ...reading.mentions import Amount, Cue, PeriodMention, Proportion
from ..claim import Claim, length
from ..evidence import Grounds
from ..facts import Change, NoPercentage
from ..finding import Finding, money, words
from ..kind import Kind
from ..sentence import PUNCTUATION, WAYS, Commitment, Sentence
from ..verdict import strictly, weigh_proportion
from ..working import Divided, LessOne
from .pairs import in_bracket

_NEAR = 25  # characters that mean nothing between a percentage and the word that says up or down
_WORDS_TO_AMOUNT = 4  # between "compared with" and the amount: "with a net profit of"
_WORDS_AHEAD = 3  # between a percentage and its amounts: "rose 12% last year to"
_WORDS_BY = 1  # between "fell" and "by half"
_WORDS_BETWEEN = 4  # between a proportion and the amounts on either side of it
_WORDS_AFTER = 1  # between the amounts and a percentage that takes them up: ", an increase of 12%"
_YEAR, _TO_YEAR_AGO = 12, 8  # months of "a year ago", and characters between an amount and it
_BRACKET = re.compile(r"[(（][^()（）]*[)）]")
_MOST = 1000  # times that anything is said to have grown
_MARKS = ("old", "new")
_LEADING = (*_MARKS, "after")
_WORDS_TO_PAST = 3  # between an amount and the time it is of: "4.0bn dollars in the year before"
_WORDS_OF_MEASURE = 7  # between a named change and its amounts: "a 52% rise in profits for the year to"


class _Move(NamedTuple):
    """An amount changed from and the amount changed to."""

    old: Amount
    new: Amount

    @property
    def start(self) -> int:
        return min(self.old.start, self.new.start)

    @property
    def end(self) -> int:
        return max(self.old.end, self.new.end)


def find(sentence: Sentence, _: Commitment | None = None) -> Iterator[Claim]:
    """Each two amounts of which one is marked as the earlier, with the proportion of change beside them."""
    moves = list(_moves(sentence)) if sentence.proportions else []
    if _many(sentence):
        moves = [move for move in moves if not _measured(sentence, move.old)]
    taken: set[int] = set()
    for proportion in sentence.proportions if moves else ():
        way = _way(sentence, proportion)
        if way is None:
            continue
        beside = [
            (max(proportion.start - move.end, move.start - proportion.end, 0), n)
            for n, move in enumerate(moves)
            if n not in taken and _attached(sentence, proportion, move, way)
        ]
        if beside:
            n = min(beside)[1]
            taken.add(n)
            old, new = moves[n]
            start, end = min(proportion.start, moves[n].start), max(proportion.end, moves[n].end)
            falls = way == "decrease"
            yield Claim(
                "change", start, end, new, old, None, sentence.span, proportion=proportion, falls=falls
            )


def _many(sentence: Sentence) -> bool:
    """Whether a sentence tells more than one change."""
    return sum(_way(sentence, proportion) is not None for proportion in sentence.proportions) > 1


def _measured(sentence: Sentence, old: Amount) -> bool:
    """Whether an earlier amount is said to be one of something: "against a pre-tax profit of 44m"."""
    cue = sentence.cue("old", sentence.start, old.start)
    return cue is not None and sentence.words(cue.end, old.start) > 1


def judge_change(claim: Claim, grounds: Grounds) -> Finding:
    """The change that follows from the two amounts, both ends of their rounding carried through."""
    old, new, proportion = claim.object, claim.subject, claim.proportion
    assert old is not None
    assert proportion is not None
    spread = strictly(old)
    if old.value <= 0 or new.value <= 0 or spread.low <= 0:
        return Finding("not_enough_info", NoPercentage(money(old), money(new)))
    factor, factors = EXACT.divide(new.value, old.value), strictly(new).over(spread)
    computed, reach = factor - 1, factors.moved(Decimal(-1))
    stated, strict = _stated(claim, proportion)
    found = weigh_proportion(stated, strict, computed, reach, grounds.tolerance)
    multiple, said = proportion.kind == "times", words(proportion.text)
    return Finding(
        found.verdict,
        Change(money(old), money(new), factor, *factors, multiple, claim.falls, said),
        stated,
        computed,
        found.interval,
        found.deviation_percent,
        band=reach,
        steps=(Divided(money(new), money(old), factor, "factor"), LessOne(factor, computed)),
    )


KIND = Kind("change", find, judge_change)


def _way(sentence: Sentence, proportion: Proportion) -> str | None:
    """The name of the nearest cue that says up or down.

    A multiple goes up by itself, and down beside a word for it ("упал вдвое"). A level is no change: "rose to
    12 % from 10 %".
    """
    if proportion.kind == "times":
        apart = [
            (c, max(proportion.start - c.end, c.start - proportion.end))
            for c in sentence.cues
            if c.kind in WAYS
        ]
        return "decrease" if any(c.kind == "decrease" and 0 <= gap <= 1 for c, gap in apart) else "increase"
    compared = sentence.compares(proportion)
    if compared is not None:
        return compared.kind
    marks = [c for c in sentence.cues if c.kind in _MARKS and c.end <= proportion.start]
    if any(sentence.only_bounds(mark.end, proportion.start) for mark in marks):
        return None
    beside = [
        (gap, cue.kind)
        for cue in sentence.cues
        if cue.kind in WAYS and (gap := _gap(sentence, proportion, cue.start, cue.end)) <= _NEAR
    ]
    return min(beside, default=(0, None))[1]


def _stated(claim: Claim, proportion: Proportion) -> tuple[Decimal, Interval]:
    """The change as a fraction of the old amount, with its interval: "down 12 %" is -0.12, "tripled" 2."""
    value, edges = proportion.value, strictly(proportion)
    if proportion.kind == "times":
        if claim.falls and value > 1:
            one = Interval(Decimal(1), Decimal(1))
            value, edges = EXACT.divide(Decimal(1), value), one.over(edges)
        return value - 1, edges.moved(Decimal(-1))
    return (-value, edges.times(Decimal(-1))) if claim.falls else (value, edges)


def _gap(sentence: Sentence, proportion: Proportion, start: int, end: int) -> int:
    """Characters that mean nothing between a proportion and what lies from ``start`` to ``end``."""
    if end <= proportion.start:
        return len(sentence.residue(end, proportion.start).strip(PUNCTUATION))
    return len(sentence.residue(proportion.end, start).strip(PUNCTUATION))


def _moves(sentence: Sentence) -> Iterator[_Move]:
    """Each amount marked as the earlier one, with the amount of its currency that stands beside it."""
    amounts = _compared(sentence)
    marks = [_mark(sentence, amounts[i - 1].end if i else sentence.start, a) for i, a in enumerate(amounts)]
    if [a.bound for a in amounts] == ["range_low", "range_high"] and _spoken(sentence, amounts):
        marks = ["old", "new"]  # "rose from 2bn to 3bn" reads as a range by itself
    for i, mark in enumerate(marks):
        if mark not in ("old", "old_after"):
            continue
        same = [
            j
            for j, a in enumerate(amounts)
            if a.currency == amounts[i].currency and marks[j] in ("new", None) and _comparable(amounts[i], a)
        ]
        before, after = [j for j in same if j < i][-1:], [j for j in same if j > i][:1]
        if mark == "old":  # what it was comes after what it is: "up 12% at 2.3bn from 2.0bn"
            reached = [j for j in after if marks[j] == "new" and _directly(sentence, amounts[i], amounts[j])]
            beside = reached or before or after
        else:
            beside = sorted(before + after, key=lambda j: abs(amounts[j].start - amounts[i].start))
        if beside:
            yield _Move(amounts[i], _reached(sentence, amounts[beside[0]]))


def _compared(sentence: Sentence) -> list[Amount]:
    """The amounts that may be set against each other: none yearly but "from 2bn to 3bn a year", and what a
    bracket holds only where there are no others."""
    held = list(sentence.amounts)
    amounts = [
        a
        for i, a in enumerate(held)
        if not sentence.per_year(a) or (i > 0 and _reaches(sentence, held[i - 1], a))
    ]
    outside = [a for a in amounts if not in_bracket(sentence, a.start)]
    return outside if len(outside) > 1 else amounts


def _reaches(sentence: Sentence, old: Amount, new: Amount) -> bool:
    return _directly(sentence, old, new) and sentence.leads("new", old.end, new.start) is not None


def _spoken(sentence: Sentence, amounts: list[Amount]) -> bool:
    """Whether a word stands between two amounts: "2bn-3bn" is no change."""
    return any(char.isalpha() for char in sentence.text[amounts[0].end : amounts[1].start])


def _directly(sentence: Sentence, old: Amount, new: Amount) -> bool:
    """Whether "from 2.0bn to 2.3bn" is one phrase."""
    return sentence.words(old.end, new.start) <= 2 and "," not in sentence.text[old.end : new.start]


def _mark(sentence: Sentence, floor: int, amount: Amount) -> str | None:
    """Whether words beside an amount say that it is the earlier or the later of two."""
    before = [c for c in sentence.cues if c.kind in _LEADING and floor <= c.start and c.end <= amount.start]
    for cue in reversed(before):
        if _leads(sentence, cue, amount):
            if cue.kind != "after":
                return cue.kind
            if _of_the_past(sentence, amount) or _alone(sentence, cue, amount):
                return "old"  # "5.3bn after 4.0bn a year earlier", and not "after a 4.0bn write-down"
    for compared in map(sentence.compares, sentence.proportions):
        within = compared is not None and floor <= compared.start and compared.end <= amount.start
        if compared is not None and within and _leads(sentence, compared, amount):
            return "old"
    for cue in sentence.cues:
        if cue.kind == "old_after" and amount.start < cue.end and cue.start - amount.end <= 2:
            return "old_after"
    for period in sentence.periods:
        year_ago = period.direction == "past" and length(period) == _YEAR
        if year_ago and 0 <= period.start - amount.end <= _TO_YEAR_AGO:
            return "old_after"
    return None


def _of_the_past(sentence: Sentence, amount: Amount) -> bool:
    """Whether what follows an amount says that it is of an earlier time."""
    told = [c.start for c in sentence.cues if c.kind == "old_after" and c.end > amount.end]
    told += [p.start for p in sentence.periods if p.start >= amount.end and _is_past(p)]
    return any(sentence.words(amount.end, max(start, amount.end)) <= _WORDS_TO_PAST for start in told)


def _alone(sentence: Sentence, cue: Cue, amount: Amount) -> bool:
    """Whether an amount stands between a word like "after" and the end of a clause."""
    after = sentence.text[amount.end : amount.end + 1]
    return sentence.only_bounds(cue.end, amount.start) and (not after or after in PUNCTUATION.strip())


def _is_past(period: PeriodMention) -> bool:
    return period.direction == "past" or (period.from_ is not None and period.until is not None)


def _leads(sentence: Sentence, cue: Cue, amount: Amount) -> bool:
    """Whether few words, and none that begin another thought, lie between a cue and the amount after it."""
    between = sentence.text[cue.end : amount.start]
    apart = "," in between or sentence.between(("and",), cue.end, amount.start)
    return not apart and sentence.words(cue.end, amount.start) <= _WORDS_TO_AMOUNT


def _reached(sentence: Sentence, amount: Amount) -> Amount:
    """``amount`` as it was reached: Spanish and Dutch have one word for "to" and "up to"."""
    new = sentence.leads("new", sentence.start, amount.start)
    if new is not None and any(c.kind == "bound" and c.start == new.start for c in sentence.cues):
        return replace(amount, bound="exact")
    return amount


def _comparable(old: Amount, new: Amount) -> bool:
    """Whether both are gains or both losses, since from a loss to a profit there is no percentage; and of one
    order: a profit is not set against that of a share."""
    alike = old.value <= 0 or new.value <= 0 or 1 / _MOST < new.value / old.value < _MOST
    return alike and ("loss" in (old.notes or ())) == ("loss" in (new.notes or ()))


def _attached(sentence: Sentence, proportion: Proportion, move: _Move, way: str) -> bool:
    """Whether the words between a proportion and two amounts bind it to them, and the two to each other."""
    if not _bound(sentence, move) or (proportion.may_be_time and not _said_directly(sentence, proportion)):
        return False
    if proportion.end <= move.start:
        start, end = proportion.end, move.start
        most = _WORDS_OF_MEASURE if _is_named(sentence, proportion) else _WORDS_AHEAD
        if "," in sentence.text[start:end].strip(" ,"):
            return False  # "hit by a 12 percent fall in homes, it slumped to"
    elif move.end <= proportion.start:
        start, end, most = move.end, proportion.start, _WORDS_AFTER
    else:
        one, other = sorted((move.old, move.new), key=lambda a: a.start)
        gaps = ((one.end, proportion.start), (proportion.end, other.start))
        parted = any("," in _BRACKET.sub("", sentence.text[a:b]).strip(" ,") for a, b in gaps)
        return not parted and all(sentence.words(a, b) <= _WORDS_BETWEEN for a, b in gaps)
    if any(start <= a.start < end and a.currency == move.new.currency for a in sentence.amounts):
        return False
    if any(start <= p.start < end for p in sentence.proportions) or ";" in sentence.text[start:end]:
        return False
    ways = (c for c in sentence.cues if c.kind in WAYS and start <= c.start < end)
    moved_again = any(not (_names(proportion, c) or _leads_to(sentence, c, proportion)) for c in ways)
    parted = moved_again or sentence.between(("and",), start, end)
    return sentence.words(start, end) <= most and not parted


def _bound(sentence: Sentence, move: _Move) -> bool:
    """Whether one thought holds both amounts: no "and", no semicolon, and no other change between them."""
    if sentence.is_yardstick(move.old):
        return False
    start, end = min(move.old.end, move.new.end), max(move.old.start, move.new.start)
    between = _BRACKET.sub("", sentence.text[start:end])
    return not sentence.between(("and",), start, end) and ";" not in between


def _said_directly(sentence: Sentence, proportion: Proportion) -> bool:
    """Whether a word for up or down stands right before it, but for a preposition: "fell by half"."""
    return any(
        c.kind in WAYS
        and c.end <= proportion.start
        and sentence.words(c.end, proportion.start) <= _WORDS_BY
        and not any(c.end <= a.start < proportion.start for a in sentence.amounts)
        for c in sentence.cues
    )


def _leads_to(sentence: Sentence, cue: Cue, proportion: Proportion) -> bool:
    return cue.end <= proportion.start and sentence.empty(cue.end, proportion.start)


def _is_named(sentence: Sentence, proportion: Proportion) -> bool:
    """Whether a noun for up or down follows a proportion: "a 52% rise"."""
    return any(_names(proportion, cue) for cue in sentence.cues if cue.kind in WAYS)


def _names(proportion: Proportion, cue: Cue) -> bool:
    return 0 <= cue.start - proportion.end <= 1
