"""A rise or fall between two amounts: "up 12 % to 2.3bn from 2.0bn", "tripled", "doublé"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product

from ...money.interval import Interval
from ...money.money import EXACT
from ...reading.mentions import Amount, Proportion
from ..claim import Claim
from ..constructions import Match, matches
from ..evidence import Grounds
from ..facts import Change, NoPercentage
from ..finding import Finding, money, words
from ..kind import Kind
from ..marks import Mark
from ..sentence import Sentence
from ..verdict import strictly, weigh_proportion
from ..wording import Wording
from ..working import Divided, LessOne

_MOST = 1000  # times that anything is said to have grown


def find(wording: Wording) -> Iterator[Claim]:
    """Each change of a figure from an amount to another that a construction binds it to, once."""
    found: dict[int, tuple[int, Claim]] = {}
    several = sum("change" in mark.names for mark in wording.marks) > 1
    for match in matches("change", wording.marks):
        claim = _claim(wording.sentence, match, several=several)
        if claim is None or claim.proportion is None:
            continue
        at, size = claim.proportion.start, match.end - match.start
        if at not in found or size < found[at][0]:
            found[at] = size, claim
    yield from (claim for _, claim in found.values())


def _claim(sentence: Sentence, match: Match, *, several: bool) -> Claim | None:
    change = match.first("CHANGE", "rise", "named", "TIMES")
    new, old = match.first("NEW", "NOW"), match.first("OLD", "FROM", "OF")
    if change is None or new is None or old is None or not isinstance(change.figure, Proportion):
        return None
    if "yardstick" in old.names and "base" not in old.names:
        return None
    if several and "measured" in old.names:
        return None  # "profit rose 7% as sales grew 5% to 2.3bn, against a profit of 2.0bn"
    for reached, left in product(_amounts(new), _amounts(old)):
        if reached.currency == left.currency:
            if not _comparable(left, reached):
                return None
            if "reached" in new.names:
                reached = replace(reached, bound="exact")  # one word for "to" and "up to"
            return Claim(
                "change", match.start, match.end, reached, left, None, sentence.span,
                proportion=change.figure, falls=change.falls,
            )  # fmt: skip
    return None


def _amounts(mark: Mark) -> list[Amount]:
    return [amount for amount in (mark.figure, *mark.others) if isinstance(amount, Amount)]


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


def _stated(claim: Claim, proportion: Proportion) -> tuple[Decimal, Interval]:
    """The change as a fraction of the old amount, with its interval: "down 12 %" is -0.12, "tripled" 2."""
    value, edges = proportion.value, strictly(proportion)
    if proportion.kind == "times":
        if claim.falls and value > 1:
            one = Interval(Decimal(1), Decimal(1))
            value, edges = EXACT.divide(Decimal(1), value), one.over(edges)
        return value - 1, edges.moved(Decimal(-1))
    return (-value, edges.times(Decimal(-1))) if claim.falls else (value, edges)


def _comparable(old: Amount, new: Amount) -> bool:
    """Whether both are gains or both losses, since from a loss to a profit there is no percentage; and of one
    order: a profit is not set against that of a share."""
    alike = old.value <= 0 or new.value <= 0 or 1 / _MOST < new.value / old.value < _MOST
    return alike and ("loss" in (old.notes or ())) == ("loss" in (new.notes or ()))
