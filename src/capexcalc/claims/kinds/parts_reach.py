"""What parts add up to, their rounding with them, and how near that comes to a total."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import reduce
from itertools import combinations

from ...money.interval import Interval
from ...money.money import EXACT
from ...reading.mentions import Amount
from ..grammar.wording import Wording
from ..verdicts.verdict import strictly
from .pairs import ALIKE

_MANY = 8  # sums
_NEAR = Decimal("0.03")  # of a sum: what parts may miss it by as they stand
_LIST = 3  # parts, at least, that are too much for their sum


def reach(parts: Iterable[Amount]) -> Interval:
    """All that parts may add up to, their rounding with them."""
    return reduce(Interval.plus, map(strictly, parts))


def adds_up(total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether parts, their rounding with them, make a total."""
    return strictly(total).meets(reach(parts))


def is_exact(total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether parts make a total to the figure."""
    return reduce(EXACT.add, (part.value for part in parts)) == total.value


def makes_another(part: Amount, money: Sequence[Amount]) -> bool:
    """Whether a part makes any of some sums with any others of them, as among many it well may: with their
    rounding, and nearly to the figure, as a mere "5m" leaves open a great deal."""
    return len(money) > _MANY or any(
        adds_up(whole, (*parts, part)) and _is_near(whole, (*parts, part))
        for whole in money
        for many in range(1, len(money))
        for parts in combinations([each for each in money if each is not whole], many)
    )


def _is_near(total: Amount, parts: Sequence[Amount]) -> bool:
    made = reduce(EXACT.add, (part.value for part in parts))
    return abs(made - total.value) <= _NEAR * abs(total.value)


def is_alike(total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether parts come so near a total that they can be meant to make it."""
    return strictly(total).over(reach(parts)).meets(ALIKE)


def are_too_much(wording: Wording, total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether what is told to be of a sum, three parts at least, comes to more than that: "10.0bn, of which
    6.1bn, 3.2bn and 2.4bn"; not the sales or profits of several."""
    first, sentence = min(part.start for part in parts), wording.sentence
    of_it = sentence.between(("part_of",), max(total.end, sentence.start), first)
    if not of_it or len(parts) < _LIST or wording.measures:
        return False
    if sentence.between(("split", "respectively"), max(total.end, sentence.start), first):
        return False
    exact = {each.bound for each in (total, *parts)} == {"exact"}
    return exact and reach(parts).low > strictly(total).high and is_alike(total, parts)


def lists_others(wording: Wording) -> bool:
    """Whether a sentence says that there is more than it names, and not by a word for the rest."""
    cues = wording.sentence.cues
    rest = {cue.start for cue in cues if cue.kind in ("rest", "lacking")}
    return any(cue.kind in ("others", "plus", "includes") and cue.start not in rest for cue in cues)
