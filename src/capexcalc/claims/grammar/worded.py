"""The sentences of a document as constructions see them, each after what those before it are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain, pairwise

from ...reading.mentions import Amount, PeriodMention
from . import left
from .marks import UNITS, lay_out
from .naming import MADE_OF, name
from .sentence import Commitment, Sentence, nearest
from .wording import COMPARED, Wording

# Cues without one of which an amount is neither what was before nor that of a part, a year, a share.
_MAKES_SMALL = MADE_OF["earlier"] | MADE_OF["prior"] | MADE_OF["a_part"] | MADE_OF["each"] | UNITS
_MAKES_SMALL |= MADE_OF["valued"]

_NOT_SPENT = COMPARED | {"valued"}
_THAN = frozenset(("exceeds", "below", "previous"))
_CLOSE_BY = 2  # sentences with figures


def find_commitment(sentences: Iterable[Sentence], day: date | None = None) -> Commitment | None:
    """The commitment of a document of a ``day``: the first amount that carries a span; else the first there
    is, if a sentence close by tells the span; else the one most repeated. What a time that is over had is
    none of the first two."""
    totals: list[Amount] = []
    spread: Commitment | None = None
    opening: Sequence[Amount] = ()
    first, told, span = 0, 0, None
    for n, sentence in enumerate(sentences):
        here = [] if _goes_on(sentence) else list(_lumps(sentence))
        if _is_over(sentence, day):
            continue
        if here and sentence.spans:
            return Commitment(here[0], nearest(sentence.spans, here[0].start, here[0].end))
        if span is None and len(sentence.spans) == 1:
            told, span = n, sentence.spans[0]
        if here and not totals:
            first, opening = n, here
        totals += here
        alone = totals == here or (totals == opening and _is_one_sum(totals))
        if spread is None and span is not None and totals and alone and _is_close_by(span, told - first):
            spread = Commitment(totals[0], span)
    if spread is not None or not totals:
        return spread
    counts = Counter((a.value, a.currency) for a in totals)
    return Commitment(max(totals, key=lambda a: counts[a.value, a.currency]), None)


def _is_one_sum(totals: Sequence[Amount]) -> bool:
    """Whether the amounts of a sentence may be one sum in several currencies: "200m dollars, 191m euros"."""
    return len({total.currency for total in totals}) == len(totals)


def _is_over(sentence: Sentence, day: date | None) -> bool:
    """Whether all that a sentence tells of time was over by a day, and it speaks of what was before."""
    ends = [period.until for period in sentence.periods]
    over = day is not None and bool(ends) and all(end is not None and end < day for end in ends)
    return over and any(cue.kind in MADE_OF["prior"] or cue.kind == "part_of" for cue in sentence.cues)


def _goes_on(sentence: Sentence) -> bool:
    """Whether all sums of a sentence leave their currency to one before it, which the document is about."""
    return all("implied_currency" in (each.notes or ()) for each in sentence.amounts)


def _is_close_by(span: PeriodMention, after: int) -> bool:
    """Whether a span so many sentences after a sum may be what that is for; one that is neither told to come
    nor has its place in the calendar may be an age, but right beside it: "14 to 49 years"."""
    ahead = span.direction == "future" or span.from_ is not None or span.until is not None
    return abs(after) <= (_CLOSE_BY if ahead else 1)


def _lumps(sentence: Sentence) -> Iterable[Amount]:
    """The amounts that are not the money of one year, one month, one share, nor what another is compared
    with, nor what a whole is worth."""
    told = any(cue.kind in _MAKES_SMALL for cue in sentence.cues)
    told = told or any(period.direction == "past" for period in sentence.periods)
    if not (told and sentence.amounts):
        return sentence.amounts  # as most are
    marks = name(sentence, lay_out(sentence, goes_on=False))
    lumps = [mark for mark in marks if "lump" in mark.names and mark.names.isdisjoint(_NOT_SPENT)]
    if any(not mark.names.isdisjoint(_THAN) for mark in marks):  # not "60m more than the last plan"
        idle = {one.start for one, other in pairwise(marks) if "idle" in other.names}  # "450亿元扩大产能"
        lumps = [mark for mark in lumps if "gap" not in mark.names or mark.start in idle]
    if any("later" in mark.names for mark in marks):
        lumps = [mark for mark in lumps if "left" not in mark.names]  # "from 1.28bn to 1.6bn"
    return [mark.figure for mark in lumps if isinstance(mark.figure, Amount)]


def worded(
    sentence: Sentence,
    commitment: Commitment | None,
    about: Iterable[Wording],
    earlier: tuple[Amount, ...],
    since: int,
    last: Wording | None,
    day: date | None,
) -> Wording:
    """A sentence after others that are about a ``commitment``, named so many sentences ago, and whose sums
    it may go on ``about``, the nearest first; the ``last`` of them."""
    told = (commitment,) if commitment is not None and commitment.amount.end <= sentence.start else ()
    antecedents: dict[str, Commitment] = {}
    for each in chain(told, *(left.sums(wording) for wording in about)):
        if each.past or each.amount.id not in antecedents:
            antecedents[each.amount.id] = each
    sums = tuple(antecedents.values())
    if last is None or not _adjoin(last.sentence, sentence):
        return Wording(sentence, commitment, sums, earlier, since, day=day)
    spans = () if last.sentence.amounts or sentence.spans else last.sentence.spans
    return Wording(
        sentence,
        commitment,
        sums,
        earlier,
        since,
        left.price_of_share(last),
        left.share_sold(last),
        left.price_of_each(last),
        left.shared_out(last),
        left.listing(last),
        left.numbers_its_list(last),
        last.lists_more,
        spans[0] if len(spans) == 1 else None,
        left.valuation(last) or last.worth,
        left.main_sum(last),
        left.now_and_before(last),
        left.sum_before(last),
        day,
    )


def _adjoin(one: Sentence, other: Sentence) -> bool:
    return not one.text[one.end : other.start].strip()
