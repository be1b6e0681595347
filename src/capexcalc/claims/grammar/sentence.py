"""One sentence with what was read in it, and the questions claims ask of it."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Generic, TypeVar

from ...patterns import regex
from ...reading.mentions import Amount, Count, Cue, PeriodMention, Proportion, Rate, Reading
from ...reading.tokens import spaceless
from ...records import dataclass
from ..claim import YEAR, length

_ENDED = regex(r"[.!?;。！？۔।]\s|[。！？]|\n")
SEMICOLONS = frozenset(";；؛")  # after which a sentence may go on about its own sum
PUNCTUATION = " \t\n\u00a0\u2009\u202f\u3000,;:/=~≈()[]{}«»\"'‘’‚“”„‹›-–—.、，；：（）「」『』【】।،؛"
_NO_WORD = PUNCTUATION + "+\N{MINUS SIGN}"
WAYS = ("increase", "decrease")
# Cues that tell of what or when a sentence speaks, and relate nothing.
ABOUT = frozenset(
    ("measure", "money", "plan", "bygone", "adjusted", "of_then", "others", "short_time", "coupon", "insured",
     "plus", "close_of", "assumed", "worth", "offered", "swap", "occasions", "fold", "economy",
     "says", "spends", "today", "wanted", "we", "concludes", "rest", "includes", "other_time", "either",
     "by_measure", "of_whole", "ranked", "respectively", "of_today", "reached", "per", "differs", "along",
     "with", "excludes", "capped", "per_one", "parity", "outlay", "mean", "takings", "sells", "salary",
     "lacking", "beats", "income", "outgo", "deficit", "surplus", "unmatched", "held", "premoney", "funding",
     "as_well", "denies", "unit_price", "adds_up", "lifelong", "upheaval", "nearly", "than_now", "things",
     "most_ever", "back_then", "adds_on", "besides")
)  # fmt: skip
_DENSE, _THAI = 2, 3  # characters that make a word where no blanks do
# Between what was, in a bracket, and a change: （80億円）を12%下回った.
PARTICLES = ("を", "より", "から", "比")
# Small words that name nothing, and may lead up to a change.
_SMALL = frozenset(
    ("with", "con", "mit", "einem", "einer", "avec", "com", "cu", "met", "med", "dell", "del", "della",
     "dello", "d", "με", "с")
)  # fmt: skip
_BRACKET, _OPENING = regex("[(（)）]"), "(（"
_M = TypeVar("_M", Amount, PeriodMention, Cue, Proportion, Rate, Count)


@dataclasses.dataclass(frozen=True)  # no slots: the indices are made when they are first asked for
class Sentence:
    """Offsets are those of the whole document, whose ``text`` it is.

    What is asked of a place in it is answered without going through all of the sentence, since some have
    hundreds of figures.
    """

    text: str
    start: int
    end: int
    amounts: tuple[Amount, ...]
    periods: tuple[PeriodMention, ...]
    cues: tuple[Cue, ...]
    proportions: tuple[Proportion, ...]
    rates: tuple[Rate, ...] = ()
    counts: tuple[Count, ...] = ()

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end

    def leads(self, kind: str, start: int, to: int) -> Cue | None:
        """The last cue of a kind after ``start`` that has nothing but small words between it and ``to``."""
        cues = [cue for cue in self._cues(start, to) if cue.kind == kind and cue.end <= to]
        return cues[-1] if cues and self.empty(cues[-1].end, to) else None

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of the cues."""
        return frozenset(cue.kind for cue in self.cues)

    @cached_property
    def spans(self) -> tuple[PeriodMention, ...]:
        """Periods a commitment can run over, which past ones, quarters and calendar years are not."""
        return tuple(p for p in self.periods if p.direction != "past" and _runs(p))

    @cached_property
    def calendar(self) -> tuple[PeriodMention, ...]:
        """Periods with both their ends in the calendar."""
        return tuple(p for p in self.periods if p.from_ is not None and p.until is not None)

    def following(self, amount: Amount) -> Amount | None:
        n = bisect_left(self.amounts, amount.end, key=_start)
        return self.amounts[n] if n < len(self.amounts) else None

    def last(self, kinds: tuple[str, ...], start: int, end: int) -> Cue | None:
        """The last cue of some kinds that begins between two offsets."""
        if self.kinds.isdisjoint(kinds):
            return None
        return next((cue for cue in reversed(list(self._cues(start, end))) if cue.kind in kinds), None)

    def cues_from(self, start: int) -> Iterator[Cue]:
        """The cues that begin at an offset or later."""
        return self._cues(start, self.end)

    def residue(self, start: int, end: int) -> str:
        """What is left between two offsets when cues, periods and other amounts are taken out."""
        left, at = [], start
        starts, parts = self._parts
        for n in range(bisect_left(starts, start), bisect_left(starts, end)):
            part = parts[n]
            if part.end <= end:
                if part.start >= at:
                    left.append(self.text[at : part.start])
                at = max(at, part.end)
        return " ".join((*left, self.text[at:end]))

    def empty(self, start: int, end: int) -> bool:
        """Whether nothing but cues, periods, amounts and punctuation lies between two offsets."""
        return not self.residue(start, end).strip(PUNCTUATION)

    def words(self, start: int, end: int) -> int:
        """How many words lie between two offsets when cues, periods and amounts are taken out."""
        return count_words(self.residue(start, end))

    def between(self, kinds: tuple[str, ...], start: int, end: int) -> bool:
        """Whether a cue of one of the kinds lies between two offsets."""
        return not self.kinds.isdisjoint(kinds) and any(
            cue.kind in kinds and cue.end <= end for cue in self._cues(start, end)
        )

    def in_bracket(self, at: int) -> bool:
        """Whether more brackets are opened than closed before an offset."""
        places, depths = self._brackets
        n = bisect_left(places, at)
        return bool(n) and depths[n - 1] > 0

    def terms(self) -> Iterator[tuple[Amount, ...]]:
        """Amounts one by one, the two ends of a range together."""
        i = 0
        while i < len(self.amounts):
            width = 2 if self.amounts[i].bound == "range_low" and i + 1 < len(self.amounts) else 1
            yield self.amounts[i : i + width]
            i += width

    def between_it_and(self, end: int) -> Sequence[str]:
        """The whole sentences that stand between one and an offset in one before it."""
        return _ENDED.split(self.text[end : self.start])[1:-1]

    def _cues(self, start: int, end: int) -> Iterator[Cue]:
        """The cues that begin between two offsets, found by their place."""
        starts = self._cue_starts
        return (self.cues[n] for n in range(bisect_left(starts, start), bisect_left(starts, end)))

    @cached_property
    def _cue_starts(self) -> list[int]:
        return [cue.start for cue in self.cues]

    @cached_property
    def _parts(self) -> tuple[list[int], list[Amount | PeriodMention | Cue | Rate]]:
        """All that residue takes out, by where it begins."""
        parts: list[Amount | PeriodMention | Cue | Rate] = [
            *(cue for cue in self.cues if cue.kind not in ABOUT), *self.periods, *self.amounts, *self.rates
        ]  # fmt: skip
        parts.sort(key=_start)
        return [part.start for part in parts], parts

    @cached_property
    def _brackets(self) -> tuple[list[int], list[int]]:
        """Where brackets stand, and how many are open after each."""
        found = list(_BRACKET.finditer(self.text, self.start, self.end))
        depths = accumulate(1 if bracket[0] in _OPENING else -1 for bracket in found)
        return [bracket.start() for bracket in found], list(depths)


@dataclass(frozen=True, slots=True)
class Commitment:
    """The sum a document is about, and the span it is given for, if any; a ``past`` one is of an earlier
    time."""

    amount: Amount
    period: PeriodMention | None
    past: bool = False


def nearest(periods: Sequence[PeriodMention], start: int, end: int) -> PeriodMention | None:
    """Of periods in text order the one that stands between two offsets or nearest to them, the last of
    many."""
    after = bisect_left(periods, end, key=_start)
    beside = (*periods[max(0, after - 2) : after], *periods[after : after + 1])
    return min(beside, key=lambda p: (max(start - p.end, p.start - end, 0), -p.start), default=None)


def _runs(period: PeriodMention) -> bool:
    """Whether a span is a year or longer, dates are further apart, or an end is to come ("by 2040")."""
    if period.duration is not None:
        return period.duration.months >= YEAR
    return length(period) > YEAR or (period.from_ is None and period.direction == "future")


def count_words(text: str) -> int:
    """Words as blanks part them; two characters of a script without blanks count as one, three of the Thai
    one, whose vowels and tones are characters of their own."""
    count = 0
    for word in text.split():
        word = word.strip(_NO_WORD)
        if word:
            long = _THAI if "\u0e00" <= word[0] <= "\u0e7f" else _DENSE
            count += (len(word) + long - 1) // long if spaceless(word[0]) else 1
    return count


def split(text: str, reading: Reading) -> Iterator[Sentence]:
    """The sentences that mention an amount or a period, each with its mentions."""
    amounts, periods = Shelf(reading.amounts), Shelf(reading.periods)
    cues, proportions, rates = Shelf(reading.cues), Shelf(reading.proportions), Shelf(reading.rates)
    counts = Shelf(reading.counts)
    for start, end in reading.sentences:
        here = amounts.within(start, end), periods.within(start, end)
        said, shares = cues.within(start, end), proportions.within(start, end)
        told, many = rates.within(start, end), counts.within(start, end)
        said = tuple(_outside(said, told)) if told else said
        yield Sentence(text, start, end, *here, said, shares, told, many)


def _outside(cues: Sequence[Cue], rates: Sequence[Rate]) -> Iterator[Cue]:
    """The cues that are no part of a rate: "each" of "86.7 rupees for each dollar" tells of no amount."""
    starts = [rate.start for rate in rates]
    for cue in cues:
        n = bisect_right(starts, cue.start) - 1
        if cue.kind == "rate" or n < 0 or cue.start >= rates[n].end:
            yield cue


def _start(part: Amount | PeriodMention | Cue | Rate) -> int:
    return part.start


class Shelf(Generic[_M]):
    """Mentions in text order, found by their place without going through them all."""

    def __init__(self, mentions: Sequence[_M]) -> None:
        self._mentions: Sequence[_M] = mentions
        self._starts = [mention.start for mention in mentions]

    def within(self, start: int, end: int) -> tuple[_M, ...]:
        if not self._starts:
            return ()
        return tuple(self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)])


def small_words(between: str) -> int:
    """How many words of a text name nothing: "with", "dell'"."""
    words = between.replace("'", " ").replace("\N{RIGHT SINGLE QUOTATION MARK}", " ").split()
    return sum(word.strip(PUNCTUATION).casefold() in _SMALL for word in words)
