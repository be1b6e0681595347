"""Parts that add up to a total to the figure, though no word says that they do, in the sentence of the total
or in the ones after it: "It has 18.6m. Roads get 7.4m, bridges 6.8m, lights 4.4m".

Such a list is only a claim where it adds up: what falls short of a total may be some of its parts.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import reduce

from ...money.money import EXACT
from ...patterns import regex
from ...reading.mentions import Amount
from ..grammar.constructions import MOST
from ..grammar.marks import OF_ONE, Mark
from ..grammar.wording import Wording

LEAST = 100_000  # of money in a list: prices in a shop soon differ by one another
_EXACT = 3  # digits of a total that two sums make up by no chance
_SPOKEN_OF = frozenset(("part_of", "of_it", "of_all", "consists", "split", "total", "the_sum", "others"))
_SEMICOLON = regex("[;；؛]")
_YEAR = regex(r"(?<!\d)(?:19|20|25)\d\d(?!\d)")
_BESIDE = 12  # characters, in which the year of an amount stands
_NO_PART = OF_ONE | {"gap", "left", "prior", "earlier", "valued"}
_NO_TOTAL = _NO_PART - {"valued"}
_FROM = frozenset(("left", "earlier", "gap"))  # "900m from the state, 600m added by the town"


def listed_sum(wording: Wording) -> tuple[Amount, ...] | None:
    """The total and its parts, as the sentence lists them; of several lists the longest."""
    marks = [mark for mark in wording.marks if "amount" in mark.names]
    here, wholes = [_part(mark) for mark in marks], [_part(mark, _NO_TOTAL) for mark in marks]
    found_from = [_part(mark, _NO_TOTAL - _FROM) for mark in marks]
    told = sorted(wording.earlier, key=_start)[-MOST:]
    if len(here) > MOST:
        return None
    first = _SEMICOLON.search(wording.sentence.text, wording.sentence.start, wording.sentence.end)
    clause = [_part(mark) for mark in marks if first and mark.start < first.start()]
    lists = [
        *(found for n in range(len(here)) if (found := _from(here, n, wholes[n])) is not None),
        *(found for n in range(len(here)) if (found := _from(found_from, n, wholes[n])) and len(found) > 3),
        *(found for total in told if (found := _of_earlier(total, told, here)) is not None),
        *(found for total in told if first and (found := _adding(total, clause)) is not None),
    ]
    return max((found for found in lists if _is_sure(wording, found)), key=len, default=None)


def _is_sure(wording: Wording, found: Sequence[Amount]) -> bool:
    """Whether amounts that add up are hardly so by chance: all of one sentence, or three of one that follows
    that of their total, else those of a total that is told to the third digit or spoken of again."""
    total, *parts = found
    if _is_row(wording, found):
        return False
    here = sorted((each for each in found if each.start >= wording.sentence.start), key=_start)
    if here and wording.sentence.between(("ranked",), here[0].start, here[-1].start):
        return False  # "618m for boots, followed by 412m for tents and 206m for ropes"
    if len(parts) == 2 and wording.names_change:
        return False
    digits = "".join(map(str, total.value.as_tuple().digits)).rstrip("0")
    spoken_of = not _SPOKEN_OF.isdisjoint(wording.places)
    return len(here) >= 3 or spoken_of or len(digits) >= _EXACT


def _is_row(wording: Wording, found: Sequence[Amount]) -> bool:
    """Whether the total is set as each of its parts is, with a year of its own or in brackets of its own:
    "20m in 2026, 30m in 2027 and 50m in 2028", "health (50m), schools (20m) and roads (30m)"."""
    text, marks = wording.sentence.text, {mark.start: mark for mark in wording.marks}
    if any(each.start not in marks for each in found):
        return False
    after = (_YEAR.search(text, each.end, each.end + _BESIDE) for each in found)
    before = (_YEAR.search(text, max(0, each.start - _BESIDE), each.start) for each in found)
    closed = (marks[each.start].stops[-1:] == "(" and marks[each.start].closed for each in found)
    if all(after) or all(before):
        return True
    starts = [each.start for each in found]
    between = wording.beginning(min(starts), max(starts))
    return all(closed) and all(mark.names.isdisjoint(_SPOKEN_OF) for mark in between)


def _from(here: Sequence[Amount | None], n: int, total: Amount | None) -> tuple[Amount, ...] | None:
    """A total and all that follows it, or comes before."""
    if total is None:
        return None
    return _adding(total, here[n + 1 :]) or _adding(total, here[:n])


def _of_earlier(
    total: Amount, told: Sequence[Amount], here: Sequence[Amount | None]
) -> tuple[Amount, ...] | None:
    """A total of a sentence before with what this one tells, or with what stands right before as well."""
    found = _adding(total, here)
    if found is not None or not here:
        return found
    between = told[told.index(total) + 1 :]
    for n in range(len(between) - 1, -1, -1):
        found = _adding(total, [*between[n:], *here])
        if found is not None and len(found) > 3:
            return found
    return None


def _adding(total: Amount, parts: Sequence[Amount | None]) -> tuple[Amount, ...] | None:
    """The total and its parts, two at least, if they add up to it, all of them."""
    sums = [part for part in parts if part is not None and part.currency == total.currency]
    if len(sums) < max(2, len(parts)) or reduce(EXACT.add, (part.value for part in sums)) != total.value:
        return None
    return total, *sums


def _part(mark: Mark, but: Set[str] = _NO_PART) -> Amount | None:
    part = mark.figure if mark.names.isdisjoint(but) else None
    return part if isinstance(part, Amount) and part.bound == "exact" and part.value >= LEAST else None


def _start(amount: Amount) -> int:
    return amount.start


def is_excluded(wording: Wording, part: Mark) -> bool:
    """Whether an amount is told to be left out, and no comma ends that before it: "excluding 33m of refunds,
    it took 271m in tax and 39m in fees, 310m in all"."""
    before = wording.preceding(part.start, _BESIDE)
    begun = max((mark.end for mark in before if mark.figure is not None), default=wording.sentence.start)
    cue = wording.sentence.last(("excludes",), begun, part.start)
    return cue is not None and "," not in wording.sentence.text[cue.end : part.start]
