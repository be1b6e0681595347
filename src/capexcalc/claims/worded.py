"""The sentences of a document as constructions see them, each after what those before it are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from ..reading.mentions import Amount, PeriodMention
from .marks import OF_ONE, UNITS, Mark, join_ranges, lay_out
from .naming import MADE_OF, name, name_units
from .repeats import without_repeats
from .sentence import Commitment, Sentence
from .wording import COMPARED, Wording

# Cues without one of which an amount is neither what was before nor that of a part, a year, a share.
_MAKES_SMALL = MADE_OF["earlier"] | MADE_OF["prior"] | MADE_OF["a_part"] | MADE_OF["each"] | UNITS

_CLOSE_BY = 2  # sentences with figures


def find_commitment(sentences: Iterable[Sentence]) -> Commitment | None:
    """The document's commitment: the first amount that carries a span; else the first there is, if a sentence
    close by tells the span; else the one most repeated."""
    totals: list[Amount] = []
    spread: Commitment | None = None
    first, told, span = 0, 0, None
    for n, sentence in enumerate(sentences):
        here = list(_lumps(sentence))
        if here and sentence.spans:
            return Commitment(here[0], sentence.spans[0])
        if span is None and len(sentence.spans) == 1:
            told, span = n, sentence.spans[0]
        if here and not totals:
            first = n
        totals += here
        alone = len(totals) == 1 or totals == here
        if spread is None and span is not None and totals and alone and _is_close_by(span, told - first):
            spread = Commitment(totals[0], span)
    if spread is not None or not totals:
        return spread
    counts = Counter((a.value, a.currency) for a in totals)
    return Commitment(max(totals, key=lambda a: counts[a.value, a.currency]), None)


def _is_close_by(span: PeriodMention, after: int) -> bool:
    """Whether a span so many sentences after a sum may be what that is for; one that is neither told to come
    nor has its place in the calendar may be an age, but right beside it: "14 to 49 years"."""
    ahead = span.direction == "future" or span.from_ is not None or span.until is not None
    return abs(after) <= (_CLOSE_BY if ahead else 1)


def _lumps(sentence: Sentence) -> Iterable[Amount]:
    """The amounts that are not the money of one year, one month, one share, nor what another is compared
    with."""
    told = any(cue.kind in _MAKES_SMALL for cue in sentence.cues)
    told = told or any(period.direction == "past" for period in sentence.periods)
    if not (told and sentence.amounts):
        return sentence.amounts  # as most are
    marks = name(sentence, lay_out(sentence, goes_on=False))
    lumps = (mark for mark in marks if "lump" in mark.names and mark.names.isdisjoint(COMPARED))
    return (mark.figure for mark in lumps if isinstance(mark.figure, Amount))


def worded(
    sentence: Sentence,
    commitment: Commitment | None,
    before: Iterable[Commitment] = (),
    earlier: tuple[Amount, ...] = (),
    since: int = 0,
    last: Wording | None = None,
    day: date | None = None,
) -> Wording:
    """A sentence after others that are about a ``commitment``, named so many sentences ago, and, just
    ``before``, about some sums; the ``last`` of them."""
    told = (commitment,) if commitment is not None and commitment.amount.end <= sentence.start else ()
    antecedents: dict[str, Commitment] = {}
    for each in (*told, *before):
        antecedents.setdefault(each.amount.id, each)
    if last is not None and not sentence.amounts:  # it goes on about all that the last did
        antecedents |= {
            each.amount.id: each for each in last.antecedents if each.amount.id not in antecedents
        }
    marks = join_ranges(sentence, lay_out(sentence, goes_on=bool(antecedents)))
    name_units(marks)
    units = {
        mark.figure.id: found
        for mark in marks
        if isinstance(mark.figure, Amount) and (found := frozenset(mark.names & OF_ONE))
    }
    named = list(_begun_anew(name(sentence, without_repeats(sentence, marks))))
    adjoins = last is not None and _adjoin(last.sentence, sentence)
    sold = last.price_of_share() if last is not None and adjoins else None
    listed = last.listing() if last is not None and adjoins else ()
    priced = last.price_of_each() if last is not None and adjoins else None
    was = last.sum_before() if last is not None and adjoins else None
    spans = last.sentence.spans if last is not None and adjoins and not last.sentence.amounts else ()
    spanned = spans[0] if len(spans) == 1 and not sentence.spans else None
    named[0].names |= ({"counted"} if priced else set()) | ({"was"} if was else set())
    sums = tuple(antecedents.values())
    return Wording(
        sentence,
        commitment,
        tuple(named),
        units,
        sums,
        earlier,
        since,
        sold,
        priced,
        listed,
        spanned,
        was,
        day,
    )


def _adjoin(one: Sentence, other: Sentence) -> bool:
    return not one.text[one.end : other.start].strip()


def _begun_anew(marks: Iterable[Mark]) -> Iterator[Mark]:
    """The marks; where "; that is" goes on about the last sum, as another sentence might, one more."""
    last: Mark | None = None
    for mark in marks:
        takes_up = not mark.names.isdisjoint(("this", "makes")) and not mark.after
        if last is not None and ";" in mark.stops and takes_up:
            yield Mark({"start", "topic"}, mark.start, mark.start, last.figure, stops=mark.stops)
            mark.words, mark.stops = 0, ""
        yield mark
        if "lump" in mark.names and "yardstick" not in mark.names:
            last = mark
