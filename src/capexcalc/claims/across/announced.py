"""What a text tells of the sum it announces, wherever that stands: a year's money, a part, what was before.

No words bind these figures to each other, so that they claim something where they fit, and nothing else; but
for a multiple in the heading, where there is only one sum of before that it can be told of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ...money.interval import Interval
from ...reading.mentions import Amount, PeriodMention, Proportion
from ..claim import YEAR, Claim, KindName, length, object_of
from ..grammar.marks import OF_ONE, UNITS, Mark, in_one_currency
from ..grammar.sentence import WAYS
from ..grammar.wording import COMPARED, Wording
from ..kinds import changed, difference, share_figures, shared_out
from ..kinds.listed_sum import LEAST
from ..kinds.pairs import ONE, fits_as_it_stands, is_of_one_end, stated_at, told
from ..kinds.share_whole import is_of_named, is_share, names_whole
from ..kinds.yearly_words import is_linked
from .borne_out import figures_of, is_in, value_of

SENTENCES = 40  # with figures, in which an announcement is made
_MANY = 16  # figures: among more some soon fit each other
_NEAREST = 2  # amounts beside a share that may be what it comes to
_RATIOS: Mapping[KindName, Callable[[Claim], Interval | None]] = {
    "annual_amount": shared_out.ratio_of, "share": share_figures.ratio_of, "change": changed.ratio_of,
}  # fmt: skip
_BEFORE = frozenset(("previous", "old_after", "past"))
_EARLIER = frozenset(("earlier", "prior"))
_MORE = frozenset((*WAYS, "way", "idle", "moved", "exceeds", "exceeds_after", "below"))
# Claims whose figures may be told of otherwise, too.
_SAID_AGAIN: Set[KindName] = frozenset(("equivalence", "rate", "sum", "exceeds_prior", "record"))
_SPENT = frozenset(("this", "the_sum", "spending", "part_of"))  # of which a heading tells
_CONCLUDES = frozenset(("equivalence", "this"))
_TAKES_UP = frozenset(("this", "the_sum"))
_THAN = frozenset(("exceeds", "exceeds_after", "below"))


class Announcement(NamedTuple):
    """What it may be about, the likeliest first: sums, spans, sums of before, and what a heading may mean
    by that."""

    sums: list[Mark]
    spans: list[PeriodMention]
    before: list[Mark]
    maybe: list[Mark]


def announced(
    wordings: tuple[Wording, ...], claims: Iterable[Claim], on: date | None = None
) -> Iterator[tuple[int, Claim]]:
    """What sentences tell of the sum that a text of the day ``on`` with a span is about, each with their
    place among ``wordings``, by figures that no other of ``claims`` is told by: none but one that takes up
    another sum, which they do not fit."""
    if has_few_figures(wordings) and any(each.sentence.spans for each in wordings):
        about = announcement(wordings, on)
        yield from told_of(wordings, about, firm_claims(claims, about))


def told_of(
    wordings: Sequence[Wording], about: Announcement, firm: Sequence[Claim]
) -> Iterator[tuple[int, Claim]]:
    """What sentences tell of the sums that a text may be about, and fits, by figures by which no ``firm``
    claim is told."""
    known = {figure.start for each in firm for figure in figures_of(each)}
    risen = {each.subject.start for each in firm if each.kind == "change"}  # "3m a year, twice the 1.5m of"
    for n, wording in enumerate(wordings):
        for mark in () if wording.measures else wording.marks:
            if mark.figure is None:
                continue
            if mark.start in known and (mark.start not in risen or mark.names.isdisjoint(UNITS)):
                continue
            found = _of(wording, wordings[max(0, n - 1) : n + 2], mark, about)
            claim = next((each for each in found if each is not None and fits(each)), None)
            claim = claim or _headed(wording, mark, about)
            if claim is not None:
                yield n, claim


def has_few_figures(wordings: Sequence[Wording]) -> bool:
    """Whether a text has so few figures that hardly one fits another by chance."""
    named = sum(len(each.sentence.amounts) + len(each.sentence.proportions) for each in wordings)
    if named > 2 * _MANY:  # the marks of a long text are not laid out for this
        return False
    return sum(each.figures_named for each in wordings) <= _MANY


def firm_claims(claims: Iterable[Claim], about: Announcement) -> list[Claim]:
    """The claims whose figures tell nothing else, too."""
    return [each for each in claims if each.kind not in _SAID_AGAIN and not _strays(each, about)]


def gives_way(one: Claim, claim: Claim) -> bool:
    """Whether a claim is told by the figure by which the text tells a better one, or asks what was before,
    which that tells."""
    if one.kind in ("exceeds_prior", "record"):
        return (one.kind, one.sentence, one.parts) == (claim.kind, claim.sentence, ())
    return one.kind in _RATIOS and stated_at(one) == stated_at(claim)


def _strays(claim: Claim, about: Announcement) -> bool:
    """Whether a claim takes up a sum of another sentence that may not be the one of the text, and fails, as
    a year's money is soon told of the wrong one; or one of before, as a share of it; or whether it is a rise
    to a part of it beside, which is less than what was before."""
    taken = claim.object if claim.kind == "share" else claim.subject
    if taken is None or claim.kind not in _RATIOS:
        return False
    if claim.kind == "share" and taken.start < claim.sentence[0] and _is_of_before(taken, about):
        return True
    if taken.start >= claim.sentence[0] and not _goes_another_way(claim):
        return False
    ratio = _ratio(claim)
    main = any(value_of(mark) == (taken.value, taken.currency) for mark in about.sums[:1])
    sure = main and claim.kind != "annual_amount"
    return not sure and ratio is not None and not ratio.meets(ONE)


def _is_of_before(amount: Amount, about: Announcement) -> bool:
    """Whether a sum is one of an earlier time than the one the text is about."""
    other = all(value_of(each) != (amount.value, amount.currency) for each in about.sums[:1])
    return other and any(each.start == amount.start for each in about.before)


def _goes_another_way(claim: Claim) -> bool:
    """Whether a change is told to be a rise, and the figures fall, or the other way round."""
    if claim.kind != "change" or claim.proportion is None or claim.object is None:
        return False
    return (claim.subject.value < claim.object.value) != claim.falls


def fits(claim: Claim) -> bool:
    """Whether figures fit with their rounding and, as that of a mere "1 billion" leaves open a great deal, as
    they stand as well."""
    ratio = _ratio(claim)
    return ratio is not None and ratio.meets(ONE) and fits_as_it_stands(claim, _ratio)


def _ratio(claim: Claim) -> Interval | None:
    ratio_of = difference.ratio_of if claim.parts and claim.proportion is None else _RATIOS[claim.kind]
    return None if is_of_one_end(claim) else ratio_of(claim)


@lru_cache(1)  # several steps ask it of one text
def announcement(wordings: tuple[Wording, ...], on: date | None) -> Announcement:
    """The sum a text is about and its largest, its spans, and the sums of sentences that tell of what was."""
    told = [span for each in wordings for span in each.sentence.spans]
    begins = [period.from_ for each in wordings for period in each.sentence.periods if period.from_]
    begun = [day for day in begins if on and day.year >= on.year]
    told += [replace(span, from_=day) for span in filter(_only_ends, told) for day in begun]
    spans = {(s.duration, s.from_, s.until): s for s in told}
    money = [(mark, each) for each in wordings for mark in each.marks if "amount" in mark.names]
    new = [
        mark for mark, _ in money if mark.names.isdisjoint(OF_ONE | COMPARED) and value_of(mark)[0] >= LEAST
    ]
    commitment = wordings[0].commitment if wordings else None
    first = [mark for mark in new if commitment and mark.start == commitment.amount.start]
    sums = {value_of(mark): mark for mark in (*first, *sorted(new, key=value_of, reverse=True)[:1])}
    before = [mark for each in wordings for mark in each.of_before]
    maybe = [m for m, each in money if each.looks_back and m not in before and value_of(m) not in sums]
    return Announcement(list(sums.values()), list(spans.values()), before, maybe)


def _only_ends(span: PeriodMention) -> bool:
    """Whether a span says no more than its end ("until 2030"): it may begin on a day that the text names."""
    return span.until is not None and span.from_ is None and span.duration is None


def _of(
    wording: Wording, beside: Sequence[Wording], mark: Mark, about: Announcement
) -> Iterator[Claim | None]:
    """What a figure may tell of what the text is about, the likeliest first."""
    for whole in about.sums:
        if isinstance(mark.figure, Amount):
            yield from _yearly(wording, mark, whole, about.spans)
            yield from _differences(wording, beside, mark, whole, about.before)
        elif isinstance(mark.figure, Proportion):
            yield from _shares(wording, beside[0], mark, mark.figure, whole)
            maybe = about.maybe if _is_heading(wording) else ()
            yield from _changes(wording, mark, whole, (*about.before, *maybe))


def _yearly(
    wording: Wording, mark: Mark, whole: Mark, spans: Sequence[PeriodMention]
) -> Iterator[Claim | None]:
    pair = in_one_currency(whole, mark)
    if pair is None or pair[1].value >= pair[0].value or not _EARLIER.isdisjoint(mark.names):
        return
    near = is_in(wording, whole) or wording.sentence.spans or is_linked(wording, mark)
    if not near and not _is_only_one(wording, spans):
        return  # "He has been married for 16 years, and gave 1bn. The striker earns 62m a year"
    units = mark.names & UNITS or {name for each in wording.marks for name in each.names & UNITS}
    if wording.sentence.spans and ("each" in mark.names or _is_led_by_each(wording, mark)):
        units = {"per_year"}  # "it runs for three years, with 45m each"
    unit = shared_out.unit_of(units)
    own = [span for span in wording.sentence.spans if length(span)]
    for span in (own or spans) if unit else ():
        claim = replace(told(wording, "annual_amount", *pair), period=span, unit=unit, day=wording.day)
        yield claim if near or _is_exact(claim) else None
    if not spans and unit not in (None, "year"):
        yield replace(told(wording, "annual_amount", *pair), unit=unit, whole="year", day=wording.day)


def _is_only_one(wording: Wording, spans: Sequence[PeriodMention]) -> bool:
    """Whether a text gives one time alone, and a sentence tells of one sum, and nothing of before."""
    alone = len(spans) == 1 and len(wording.amount_marks) == 1
    return alone and wording.is_ahead and not wording.measures and not wording.told_earlier


def _is_exact(claim: Claim) -> bool:
    """Whether the money of each year makes the sum to the figure."""
    stated, months = object_of(claim), claim.months
    return claim.unit == "year" and stated.value * months == claim.subject.value * YEAR


def _is_led_by_each(wording: Wording, mark: Mark) -> bool:
    led = not (mark.words or mark.stops)
    return led and any("each" in each.names for each in wording.preceding(mark.start))


def _shares(
    wording: Wording, last: Wording, mark: Mark, figure: Proportion, whole: Mark
) -> Iterator[Claim | None]:
    """A share of the amounts beside it, or of those of the ``last`` sentence: "3bn is for ferries. They alone
    make a quarter of the total"."""
    if not is_share(wording, mark) or figure.value >= 1:
        return
    parts = (each for each in wording.marks if not each.names.isdisjoint(("given", "priced")))
    amounts = [each for each in parts if each.names.isdisjoint(OF_ONE)]
    amounts.sort(key=lambda each: max(each.start - mark.end, mark.start - each.end))
    if "amount" not in wording.places and names_whole(wording, mark):
        amounts = [each for each in last.marks if "given" in each.names and each.names.isdisjoint(OF_ONE)]
    for part in amounts[:_NEAREST]:
        pair = in_one_currency(part, whole)
        if pair is not None and pair[0].value < pair[1].value:
            yield replace(told(wording, "share", *pair, figure), proportion=figure)


def _changes(wording: Wording, mark: Mark, whole: Mark, before: Sequence[Mark]) -> Iterator[Claim | None]:
    """Changes from sums of before, which the sentence may itself tell: "it had 8bn, so it grows by 50%"."""
    is_part = "share" in mark.names or ("level" in mark.names and is_of_named(wording, mark))
    if is_part and not _is_beside(wording, mark, _MORE):
        return
    sums = [each for each in wording.marks if "amount" in each.names]
    concludes = _names_any(wording, _CONCLUDES)
    of_it = any(each in before or value_of(each) == value_of(whole) for each in sums)
    if not (of_it or concludes or _is_heading(wording)):
        return  # "Household consumption rose 10.5 percent."
    said = wording.beginning(wording.sentence.start, mark.start) if concludes else ()
    for old in (*before, *(each for each in said if "lump" in each.names)):
        claim = changed.between(wording, mark, whole, old)
        yield claim
        yield changed.turned(claim)


def _headed(wording: Wording, mark: Mark, about: Announcement) -> Claim | None:
    """What a heading says the sum is over the only one of before, if it may mean that: "Twice as much money
    for"."""
    told = _is_heading(wording) and "times" in mark.names and _names_any(wording, _SPENT)
    if not told or "amount" in wording.places or len({value_of(each) for each in about.before}) != 1:
        return None
    claim = changed.between(wording, mark, about.sums[0], about.before[0]) if about.sums else None
    return claim if claim is not None and changed.is_near(claim) else None


def _differences(
    wording: Wording, beside: Sequence[Wording], mark: Mark, whole: Mark, before: Sequence[Mark]
) -> Iterator[Claim | None]:
    """What the sum has more or less than one of before; where words say so right beside a figure, than a sum
    of its sentence, or of those beside it: "the first phase had 8bn, this one is 4bn larger"."""
    if not _names_any(wording, _MORE | _CONCLUDES):
        return
    sums = list(before) if _names_any(wording, _BEFORE | COMPARED) else []
    if _is_told_more(wording, mark):
        here = [each for each in _sums([wording]) if value_of(each) not in (value_of(mark), value_of(whole))]
        sums += here or _sums(beside)
    for old in sums:
        claim = difference.between(wording, mark, whole, old)
        if claim is not None and difference.is_exact(claim) and value_of(mark) != value_of(old):
            yield claim


def _is_told_more(wording: Wording, mark: Mark) -> bool:
    """Whether a figure is what something has more or less: a word for that stands beside it, or one that the
    sum is told to exceed a sum by; not "more than 7bn"."""
    before = wording.preceding(mark.start)[-1:]
    if any("bound" in each.names for each in before) and not (mark.words or mark.stops):
        return False
    takes_up = _names_any(wording, _THAN) and _names_any(wording, _TAKES_UP)
    return takes_up or "gap" in mark.names or _is_beside(wording, mark, _MORE)


def _sums(wordings: Iterable[Wording]) -> Iterator[Mark]:
    marks = (mark for each in wordings for mark in each.marks if "amount" in mark.names)
    return (mark for mark in marks if mark.names.isdisjoint(OF_ONE))


def _names_any(wording: Wording, names: Set[str]) -> bool:
    return not wording.places.keys().isdisjoint(names)


def _is_beside(wording: Wording, mark: Mark, names: Set[str]) -> bool:
    """Whether one of the marks right before and after goes by one of ``names``."""
    beside = (*wording.preceding(mark.start), *wording.following(mark.end))
    return any(not each.names.isdisjoint(names) for each in beside)


def _is_heading(wording: Wording) -> bool:
    return not wording.sentence.text[: wording.sentence.start].strip()
