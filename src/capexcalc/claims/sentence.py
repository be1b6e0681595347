"""One sentence with what was read in it, and the questions claims ask of it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..reading.mentions import Amount, Cue, PeriodMention, Proportion, Rate, Reading
from ..reading.tokens import spaceless
from .claim import length

PUNCTUATION = " \t\n\u00a0\u2009\u202f\u3000,;:/=~≈()[]{}«»\"'’“”-–—.、，；：（）「」『』【】।،؛"
WAYS = ("increase", "decrease")
_COMPARES = {"exceeds": "increase", "below": "decrease"}
_BLANKS = " \n\u00a0\u2009\u202f\u3000"
_YEAR = 12  # months
_LONGEST_SMALL = 80  # characters that words like these take together
_SMALL = ("bound", "equivalence")
_WORDS_TO_YEAR = 2
_WORDS_TO_YARDSTICK = 2  # between "a high of" or "expected" and an amount
_BRACKETS = (["(", ")"], ["()"], ["（", "）"], ["（）"])
_M = TypeVar("_M", Amount, PeriodMention, Cue, Proportion, Rate)


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str  # of the whole document; offsets are its own
    start: int
    end: int
    amounts: tuple[Amount, ...]
    periods: tuple[PeriodMention, ...]
    cues: tuple[Cue, ...]
    proportions: tuple[Proportion, ...]
    parts: tuple[Amount | PeriodMention | Cue | Rate, ...]  # all that residue takes out, by where it begins
    rates: tuple[Rate, ...] = ()

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end

    def cue(self, kind: str, start: int, end: int) -> Cue | None:
        """The last cue of a kind within the offsets."""
        inside = [c for c in self.cues if c.kind == kind and start <= c.start and c.end <= end]
        return inside[-1] if inside else None

    def leads(self, kind: str, start: int, to: int) -> Cue | None:
        """The last cue of a kind after ``start`` that has nothing but small words between it and ``to``."""
        cue = self.cue(kind, start, to)
        return cue if cue is not None and self.empty(cue.end, to) else None

    def per_year(self, amount: Amount) -> int | None:
        """Where an amount said to be yearly ends: "127 billion a year", "2bn in aid a year", "jährlich rund 2
        Mrd. Euro"."""
        yearly = [cue for cue in self.cues if cue.kind == "per_year"]
        for cue in yearly:
            if 0 <= cue.start - amount.end <= 2 and not self._parted_from(amount, cue):
                return cue.end
            if amount.end < cue.start and self.residue(amount.end, cue.start).split() in _BRACKETS:
                return cue.end  # "13.4 billion pounds ($17 billion) a year"
            if amount.end < cue.start and self._tells(amount.end, cue.start):
                return cue.end
        if any(cue.end <= amount.start and self.only_bounds(cue.end, amount.start) for cue in yearly):
            return amount.end
        return None

    def is_yardstick(self, amount: Amount) -> bool:
        """Whether words beside an amount say that nothing has been that much before: a high that was touched,
        a forecast, a target, what somebody else had expected."""
        before = self.cue("yardstick", self.start, amount.start)
        if before is not None and self.words(before.end, amount.start) <= _WORDS_TO_YARDSTICK:
            return True
        after = next((c for c in self.cues if c.kind == "yardstick" and c.start >= amount.end), None)
        parted = after is not None and "," in self.text[amount.end : after.start]
        near = after is not None and self.words(amount.end, after.start) <= _WORDS_TO_YARDSTICK
        return near and not parted

    def each(self, amount: Amount) -> bool:
        """Whether an amount is one of many: "$25 a share", "5 euros per head"."""
        return any(cue.kind == "each" and 0 <= cue.start - amount.end <= 1 for cue in self.cues)

    def _tells(self, start: int, end: int) -> bool:
        """Whether a word or two, and nothing that begins another thought, lie between an amount and a cue."""
        between = self.text[start:end]
        return (
            not any(char in between for char in ",;:.()，、（）")
            and count_words(between) <= _WORDS_TO_YEAR
            and len(self.residue(start, end)) == end - start  # no cue, no period, no other amount
        )

    def _parted_from(self, amount: Amount, cue: Cue) -> bool:
        """Whether punctuation parts ``cue`` from ``amount`` and it leads up to the next: 、年間約1270億元."""
        if not self.text[amount.end : cue.start].strip(_BLANKS):
            return False
        return any(a.start >= cue.end and self.only_bounds(cue.end, a.start) for a in self.amounts)

    def only_bounds(self, start: int, end: int) -> bool:
        """Whether nothing but blanks and words like "about" and "that is" lies between two offsets."""
        if end - start > _LONGEST_SMALL:
            return False
        between = self.text[start:end]
        for bound in (c for c in self.cues if c.kind in _SMALL and start <= c.start < end):
            between = between.replace(self.text[bound.start : bound.end], "", 1)
        return not between.strip(_BLANKS)

    def spans(self) -> list[PeriodMention]:
        """Periods a commitment can run over, which past ones, quarters and calendar years are not."""
        return [p for p in self.periods if p.direction != "past" and _runs(p)]

    def residue(self, start: int, end: int) -> str:
        """What is left between two offsets when cues, periods and other amounts are taken out."""
        left, at = [], start
        for n in range(bisect_left(self.parts, start, key=_start), len(self.parts)):
            part = self.parts[n]
            if part.start >= end:
                break
            if part.end <= end:
                if part.start >= at:
                    left.append(self.text[at : part.start])
                at = max(at, part.end)
        return " ".join((*left, self.text[at:end]))

    def empty(self, start: int, end: int) -> bool:
        """Whether nothing but cues, periods, amounts and punctuation lies between two offsets."""
        return not self.residue(start, end).strip(PUNCTUATION)

    def compares(self, proportion: Proportion) -> Cue | None:
        """ "More than" or "less than" directly after a proportion, as a cue of increase or of decrease."""
        for cue in self.cues:
            if cue.start > proportion.end >= cue.start - 1 and cue.kind in _COMPARES:
                return Cue(_COMPARES[cue.kind], cue.start, cue.end)
        return None

    def words(self, start: int, end: int) -> int:
        """How many words lie between two offsets when cues, periods and amounts are taken out."""
        return count_words(self.residue(start, end))

    def between(self, kinds: tuple[str, ...], start: int, end: int) -> bool:
        """Whether a cue of one of the kinds lies between two offsets."""
        return any(cue.kind in kinds and start <= cue.start and cue.end <= end for cue in self.cues)

    def terms(self) -> Iterator[tuple[Amount, ...]]:
        """Amounts one by one, the two ends of a range together."""
        i = 0
        while i < len(self.amounts):
            width = 2 if self.amounts[i].bound == "range_low" and i + 1 < len(self.amounts) else 1
            yield self.amounts[i : i + width]
            i += width


@dataclass(frozen=True, slots=True)
class Commitment:
    """The sum a document is about, and the span it is given for, if any."""

    amount: Amount
    period: PeriodMention | None


def _runs(period: PeriodMention) -> bool:
    """Whether a span is a year or longer, dates are further apart, or an end is to come ("by 2040")."""
    if period.duration is not None:
        return period.duration.months >= _YEAR
    return length(period) > _YEAR or (period.from_ is None and period.direction == "future")


def count_words(text: str) -> int:
    """Words as blanks part them; two characters of a script without blanks count as one."""
    count = 0
    for word in text.split():
        word = word.strip(PUNCTUATION)
        if word:
            count += (len(word) + 1) // 2 if spaceless(word[0]) else 1
    return count


def split(text: str, reading: Reading) -> Iterator[Sentence]:
    """The sentences that mention an amount or a period, each with its mentions."""
    amounts, periods = _Shelf(reading.amounts), _Shelf(reading.periods)
    cues, proportions, rates = _Shelf(reading.cues), _Shelf(reading.proportions), _Shelf(reading.rates)
    for start, end in reading.sentences:
        here = amounts.within(start, end), periods.within(start, end)
        said, shares = cues.within(start, end), proportions.within(start, end)
        told = rates.within(start, end)
        parts: list[Amount | PeriodMention | Cue | Rate] = [*said, *here[1], *here[0], *told]
        parts.sort(key=_start)
        yield Sentence(text, start, end, *here, said, shares, tuple(parts), told)


def _start(part: Amount | PeriodMention | Cue | Rate) -> int:
    return part.start


class _Shelf(Generic[_M]):
    """Mentions in text order, found by their place without going through them all."""

    def __init__(self, mentions: Sequence[_M]) -> None:
        self._mentions: Sequence[_M] = mentions
        self._starts = [mention.start for mention in mentions]

    def within(self, start: int, end: int) -> tuple[_M, ...]:
        return tuple(self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)])


def find_commitment(sentences: Iterable[Sentence]) -> Commitment | None:
    """The document's commitment: the first amount that carries a span, else the one most repeated."""
    totals: list[Amount] = []
    for sentence in sentences:
        here = [a for a in sentence.amounts if not sentence.per_year(a)]
        if here and (spans := sentence.spans()):
            return Commitment(here[0], spans[0])
        totals += here
    if not totals:
        return None
    counts = Counter((a.value, a.currency) for a in totals)
    return Commitment(max(totals, key=lambda a: counts[a.value, a.currency]), None)
