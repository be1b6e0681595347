"""What the text itself tells of before: the record so far, and what past years or plans came to.

"The biggest in its history; the record so far of 1.1bn dates from 2008", "more than in the two years before
together: 310m and 420m". Such figures are what a record and a sum that is more than the past are held
against, where no past spending is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...reading.mentions import Amount, Count, PeriodMention
from ..claim import YEAR, Claim, length
from ..grammar.marks import OF_ONE, Mark, in_one_currency
from ..grammar.wording import Wording
from ..verdicts.verdict import strictly
from .more_than_before import BEATEN, SHORT, THAN
from .pairs import told

_NOT_NEW = frozenset(
    ("peaked", "earlier", "prior", "gap", "yardstick", "left", "valued", "dated", "compared")
)
_BEATS = THAN | {"record"}
_FAILS = frozenset(("below", "contrast"))
_FOLD = 2  # past years or plans, at least, that are added up
_FEW = 8  # of them, at most
_LIST = 16  # marks in which they are told


def told_record(wording: Wording) -> Claim | None:
    """A sum that is told to beat the record so far, whose figure the sentence tells: the one sum beside it,
    or the one of the sentence before; loosely one of the sums before that is more."""
    old = next((mark for mark in wording.marks if "peaked" in mark.names), None) or _beaten(wording)
    if old is None or not isinstance(old.figure, Amount):
        return None
    said = [mark for mark in wording.marks if _BEATS & mark.names and "peaked" not in mark.names]
    beats = bool(said) or wording.sentence.between(("beats",), *wording.sentence.span)
    new, sure = _new_sum(wording, old)
    if new is None:
        return None
    fails = not _FAILS.isdisjoint(wording.places)
    claim = replace(told(wording, "record", new, old.figure), parts=(old.figure,), object=None)
    marks = [mark for mark in wording.marks if mark.names & {"record", "peak"}]
    claim = replace(
        claim,
        start=min(claim.start, *(mark.start for mark in marks), *(mark.start for mark in said)),
        end=max(claim.end, *(mark.end for mark in marks)),
    )
    found = strictly(new).over(strictly(old.figure))
    beaten = strictly(new).high > strictly(old.figure).low
    if beaten:
        return claim if found.meets(BEATEN) else None
    accuses = sure and beats and not fails and new.bound == old.figure.bound == "exact"
    return claim if accuses and found.meets(SHORT) else None


def _beaten(wording: Wording) -> Mark | None:
    """The one amount of a sentence, of a year that is over, which it tells to be beaten by a record."""
    amounts = [mark for mark in wording.marks if "amount" in mark.names]
    record = next((mark for mark in wording.marks if "record" in mark.names), None)
    if len(amounts) != 1 or record is None or record.start < amounts[0].end or wording.day is None:
        return None
    beats = ("beats", "exceeds", "exceeds_after")
    if not wording.sentence.between(beats, amounts[0].end, record.start):
        return None
    dated = [mark.figure for mark in wording.beginning(wording.sentence.start, record.start)]
    years = [each.until for each in dated if isinstance(each, PeriodMention) and each.until is not None]
    return amounts[0] if years and max(years).year < wording.day.year else None


def _new_sum(wording: Wording, old: Mark) -> tuple[Amount | None, bool]:
    """The sum that a record is told of, and whether it can be no other."""
    here = [mark for mark in wording.marks if "amount" in mark.names and mark is not old]
    again = next((mark.start for mark in wording.following(old.end, _LIST) if mark.names & THAN), None)
    if again is not None:  # "more than the record of 57m, and than the 52m paid in the city"
        here = [mark for mark in here if mark.start < again]
    units = old.names & OF_ONE
    free = [mark for mark in here if mark.names.isdisjoint(_NOT_NEW) and mark.names & OF_ONE == units]
    pairs = [pair for mark in free if (pair := in_one_currency(mark, old)) is not None]
    if pairs:
        return pairs[-1][0], len(here) == 1
    if not isinstance(old.figure, Amount):
        return None, False
    value, currency = old.figure.value, old.figure.currency
    last = [each for each in wording.listed if each.currency == currency]
    if len(last) == 1 and len(wording.listed) == 1 and not here:
        return last[0], True
    before = [each for each in (*wording.earlier, *_topics(wording)) if each.currency == currency]
    return next((each for each in before if each.value > value), None), False


def _topics(wording: Wording) -> list[Amount]:
    return [mark.figure for mark in wording.taken_up() if isinstance(mark.figure, Amount)]


def told_years(wording: Wording, past: Mark) -> tuple[Amount, ...]:
    """What each year of a past stretch came to, if the sentence tells that of all of them after it."""
    if not isinstance(past.figure, PeriodMention) or length(past.figure) % YEAR:
        return ()
    return _as_many(wording, past, length(past.figure) // YEAR)


def _as_many(wording: Wording, past: Mark, many: int) -> tuple[Amount, ...]:
    """The amounts after a mark, if they are so many, of one currency, and each is of a year or a plan."""
    after = wording.following(past.end, _LIST)
    figures = [mark.figure for mark in after if "amount" in mark.names and not mark.names & OF_ONE]
    amounts = tuple(each for each in figures if isinstance(each, Amount))
    alike = len({each.currency for each in amounts}) == 1
    return amounts if alike and len(amounts) == many and _FOLD <= many <= _FEW else ()


def exceeds_told(wording: Wording) -> Claim | None:
    """A sum that is told to be more than so many earlier ones together, which the sentence then tells: "more
    than the three last plans together, which cost 900m, 850m and 800m"."""
    marks = wording.marks
    than = next((n for n, mark in enumerate(marks) if "exceeds" in mark.names), None)
    if than is None:
        return None
    near: Sequence[Mark] = marks[than : than + _LIST // 2]
    previous = any(mark.names & {"previous", "bygone", "past"} for mark in near) or wording.looks_back
    together = next((mark for mark in near if mark.names & {"combined", "total"}), None)
    count = next((m.figure for m in near if "count" in m.names and isinstance(m.figure, Count)), None)
    if not previous or together is None or count is None or count.value % 1:
        return None
    parts = _as_many(wording, together, int(count.value))
    before = [mark.figure for mark in marks[:than] if "lump" in mark.names]
    sums = before[-1:] if before else _topics(wording)
    new = next((each for each in sums if isinstance(each, Amount) and parts and _is_like(each, parts)), None)
    if new is None:
        return None
    claim = replace(told(wording, "exceeds_prior", new, *parts), parts=parts, object=None)
    return replace(claim, start=min(claim.start, marks[than].start))


def _is_like(new: Amount, parts: Sequence[Amount]) -> bool:
    return new.currency == parts[0].currency and new.value > max(each.value for each in parts)
