"""A sentence as constructions see it: its marks under the names their neighbours give them, and its topic."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from ...reading.mentions import Amount, PeriodMention, Proportion
from .dated import times_told
from .marks import OF_ONE, Mark
from .row import MarkRow, mark_row, without_other_times
from .said_of import SaidOf
from .sentence import Commitment, Sentence

NEAREST = 3  # sums
COMPARED = frozenset(("prior", "compared"))  # of what another sum is compared with
_WAS = COMPARED | {"earlier"}
_EACH = frozenset(("each", "each_before"))
_BESIDE = 3  # words and marks, at most, between "each" and a figure
SHORT, LONG = 2, 4  # sentences in which a sum is still spoken of, for sure and maybe


@dataclass(eq=False)  # no slots: its marks are laid out when they are first asked for
class Wording(SaidOf):
    """``commitment`` is the sum the document is about, which an earlier sentence or this one names;
    ``antecedents`` are the sums that a word like "this" may take up, the likeliest first; ``earlier`` is all
    the money of the sentences just before.

    ``places`` tells which marks go by each name, and what is asked of one place is answered without going
    through all of them.
    """

    sentence: Sentence
    commitment: Commitment | None
    antecedents: tuple[Commitment, ...] = ()
    earlier: tuple[Amount, ...] = ()
    since: int = 0  # sentences since one named the commitment
    sold: tuple[Mark, Mark] | None = None  # the price and the share of what the sentence just before sold
    staked: Mark | None = None  # the share that the sentence just before sold, if that names no price
    priced: tuple[Mark, Mark] | None = None  # the price of one and the number of what it bought
    shared: tuple[Mark, Mark] | None = None  # the sum and the number of those among whom it may be shared
    listed: tuple[Amount, ...] = ()  # all the money of the sentence just before, but what each of many costs
    numbers_list: bool = False  # whether that sentence tells how many these are
    goes_beyond: bool = False  # whether that sentence says that there is more than it lists
    spanned: PeriodMention | None = None  # the span of the sentence just before, if that names no money
    worth: Amount | None = None  # the one sum of the two sentences before that something is valued at
    main: Amount | None = None  # the one sum of the sentence just before, or the total of those of it
    pair: tuple[Mark, Mark] | None = None  # the two sums of that, one of now and one of before
    was: Mark | None = None  # the one sum of the sentence just before, if that is of an earlier time
    day: date | None = None  # of the text, if it is known

    @cached_property
    def _row(self) -> MarkRow:
        span = self.commitment.period if self.commitment is not None else None
        row = mark_row(
            self.sentence, span.from_ if span is not None else None, goes_on=bool(self.antecedents)
        )
        row.marks[0].names |= self.left
        return row

    @property
    def left(self) -> set[str]:
        """The names under which a construction takes up what the sentence just before left."""
        left = {
            "sold": self.sold,
            "staked": self.staked,
            "counted": self.priced,
            "shared": self.shared,
            "was": self.was,
            "paired": self.pair,
        }
        return {name for name, figures in left.items() if figures}

    @cached_property
    def now(self) -> Wording:
        """The sentence as if it told nothing of other times in brackets."""
        if "dated" not in self.places:
            return self
        other = replace(self)
        other.__dict__["_row"] = self._row._replace(marks=without_other_times(self.sentence, self.marks))
        return other

    @cached_property
    def one_way(self) -> tuple[Wording, ...]:
        """The sentence as if a change that it tells both as a difference and in percent ("up 2m, or 5 %")
        were told in percent alone, and as a difference alone; none if it tells no such."""
        found = []
        for marks in self._row.one_way:
            other = replace(self)
            marks[0].names |= self.left
            other.__dict__["_row"] = MarkRow(marks, self._row.units)
            found.append(other)
        return tuple(found)

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self._row.marks

    def unit_of(self, amount: Amount) -> frozenset[str] | None:
        """What an amount is the money of one of, if it is that: "a year", "a share"."""
        return self._row.units.get(amount.id)

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        places: dict[str, list[int]] = {}
        for i, mark in enumerate(self.marks):
            for each in mark.names:
                places.setdefault(each, []).append(i)
        return places

    @cached_property
    def _starts(self) -> list[int]:
        return [mark.start for mark in self.marks]

    @cached_property
    def amount_marks(self) -> list[Mark]:
        return self._by_name("amount")

    @cached_property
    def _givens(self) -> list[Mark]:
        return self._by_name("given")

    @cached_property
    def lump_marks(self) -> list[Mark]:
        return [mark for mark in self._givens if "lump" in mark.names]

    @cached_property
    def times_told(self) -> Mapping[int, int]:
        """Of which time its sums are, by where they begin (see dated.py)."""
        return times_told(self.sentence, self.amount_marks, self.day)

    @property
    def told_earlier(self) -> frozenset[int]:
        """Where the sums begin that are told to be of an earlier time than the text, or of its own, if
        another sum is told to be of a later one."""
        return frozenset(start for start, way in self.times_told.items() if way < 0)

    @cached_property
    def of_before(self) -> list[Mark]:
        """The sums that those of the text are compared with, or that are told to be of an earlier time."""
        dated = self.told_earlier
        return [m for m in self.amount_marks if not m.names.isdisjoint(_WAS) or m.start in dated]

    def topics(self, before: int) -> list[Mark]:
        """What a sentence may speak of a part of, or go on about, at an offset: its own sums before that,
        else those that earlier sentences are about."""
        return self.said(before) or self.taken_up()

    def said(self, before: int) -> list[Mark]:
        """The first of the sums that a sentence names before an offset, and the nearest ones."""
        n = bisect_right(self.lump_marks, before, key=_end)
        return [*self.lump_marks[: min(1, n)], *self.lump_marks[max(1, n - NEAREST) : n]]

    def wholes(self, before: int) -> list[Mark]:
        """What a sentence may speak of a part of at an offset: a topic, a year's money just before, or
        whatever money that is, as that of the last plan, or what an earlier sentence was about."""
        n = bisect_right(self._givens, before, key=_end)
        near = [m for m in self._givens[max(0, n - 1) : n] if "lump" not in m.names]
        last = bisect_right(self.amount_marks, before, key=_end)
        return [*self.topics(before), *near, *self.amount_marks[max(0, last - 1) : last], *self.taken_up()]

    def taken_up(self, topic: Mark | None = None) -> list[Mark]:
        """The sums of earlier sentences that this one may go on about, or that of the same one before a
        semicolon."""
        if topic is not None and topic.figure is not None:
            return [topic]
        return [
            Mark({"topic"}, self.sentence.start, self.sentence.start, each.amount)
            for each in self.antecedents
        ]

    def mentioned(self) -> list[Mark]:
        """All the money of the sentences just before, the nearest first, where it is little: a price, too."""
        start, few = self.sentence.start, len(self.earlier) <= NEAREST
        return [Mark({"topic"}, start, start, each) for each in reversed(self.earlier)] if few else []

    def is_left(self, mark: Mark) -> bool:
        """Whether a sum rose or fell from an amount to another: "it grows from 1.28bn to 1.6bn"."""
        return "left" in mark.names and "later" in self.places

    def told_of_each(self) -> list[Mark]:
        """The one sum of a sentence in which "each" stands before the number or that sum: "Each of 800
        teachers gets 1,000", "800 vans that each cost 50,000"."""
        if len(self.amount_marks) != 1 or "lump" not in self.amount_marks[0].names:
            return []
        for i, mark in enumerate(self.marks):
            if mark.figure is not None or mark.names.isdisjoint(_EACH) or "taken" in mark.names:
                continue
            words = 0
            for each in self.marks[i + 1 : i + 1 + _BESIDE]:
                words += each.words
                if words > _BESIDE or each.stops:
                    break
                if not each.names.isdisjoint(("count", "amount")):
                    return self.amount_marks
        return []

    def paid(self) -> Mark | None:
        """The one sum of the sentence just before, which may be the price of what this one tells the share
        of."""
        start = self.sentence.start
        return Mark({"amount"}, start, start, self.listed[0]) if len(self.listed) == 1 else None

    @property
    def lists_more(self) -> bool:
        """Whether a sentence says that there is more than it names, or what is added to it."""
        return not self.said_of.isdisjoint(("others", "plus", "includes", "rest"))

    def money(self) -> tuple[Amount, ...]:
        """All the money of a sentence, but for that of the plan before, and what a sum rose or fell from."""
        of_before = {mark.start for mark in self.amount_marks if "prior" in mark.names or self.is_left(mark)}
        return tuple(each for each in self.sentence.amounts if each.start not in of_before)

    @property
    def names_change(self) -> bool:
        return not self.places.keys().isdisjoint(("change", "times", "gap"))

    def beginning(self, start: int, end: int) -> tuple[Mark, ...]:
        """The marks that begin between two offsets."""
        starts = self._starts
        return self.marks[bisect_left(starts, start) : bisect_left(starts, end)]

    def following(self, offset: int, most: int = 1) -> tuple[Mark, ...]:
        """The first marks that begin at an offset or later."""
        n = bisect_left(self._starts, offset)
        return self.marks[n : n + most]

    def preceding(self, offset: int, most: int = 1) -> tuple[Mark, ...]:
        """The last marks that begin before an offset."""
        n = bisect_left(self._starts, offset)
        return self.marks[max(0, n - most) : n]

    def is_topic(self, amount: Amount) -> bool:
        """Whether an amount is the sum that the text is about, for the time it is given for, and was named
        not long ago."""
        about = self.commitment
        spread = about is not None and about.period is not None and amount.is_same_money(about.amount)
        return spread and self.since <= LONG

    @property
    def goes_on(self) -> bool:
        """Whether the sum that the text is about was named just before."""
        return self.since <= SHORT

    def is_first(self, amount: Amount) -> bool:
        """Whether an amount is the sum that the text is about, named just before and beside few others."""
        about, few = self.commitment, len(self.earlier) <= NEAREST
        return about is not None and few and self.goes_on and amount.start == about.amount.start

    def is_beside(self, kind: str, mark: Mark) -> bool:
        """Whether a cue of a kind that is no mark stands right before or after one."""
        text = self.sentence.text
        gaps = (
            text[min(mark.end, cue.end) : max(mark.start, cue.start)]
            for cue in self.sentence.cues
            if cue.kind == kind and (cue.start >= mark.end or cue.end <= mark.start)
        )
        return any(not gap.strip() for gap in gaps)

    @cached_property
    def figures_named(self) -> int:
        """How many amounts, percentages, parts and multiples there are."""
        return sum(isinstance(mark.figure, (Amount, Proportion)) for mark in self.marks)

    @property
    def names_one_sum(self) -> bool:
        return len(self.amount_marks) == 1

    @property
    def names_one_total(self) -> bool:
        """Whether one amount alone is no money of one of something."""
        return sum(mark.names.isdisjoint(OF_ONE) for mark in self.amount_marks) == 1

    @property
    def names_one_share(self) -> bool:
        """Whether one percentage, part or multiple alone is named."""
        return sum(isinstance(mark.figure, Proportion) for mark in self.marks) == 1

    @property
    def is_bygone(self) -> bool:
        """Whether a sentence with one sum says that it is of what was before, in whatever words: "The old
        forest deal had 8bn"."""
        return self.names_one_sum and "bygone" in self.said_of and "today" not in self.said_of

    def _by_name(self, name: str) -> list[Mark]:
        if not self.sentence.amounts:
            return []  # which spares the marks: all names that are asked for are those of amounts
        return [self.marks[i] for i in self.places.get(name, ())]


def _end(mark: Mark) -> int:
    return mark.end
