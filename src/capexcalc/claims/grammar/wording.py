"""A sentence as constructions see it: its marks under the names their neighbours give them, and its topic."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from ...reading.mentions import Amount, Count, PeriodMention, Proportion
from .marks import OF_ONE, Mark, amounts_of
from .row import MarkRow, mark_row, without_other_times
from .sentence import ABOUT, Commitment, Sentence, nearest

_NEAREST = 3  # sums
_EARLIER = frozenset(("old_after", "previous", "past", "old"))  # of which a sentence is that tells what was
COMPARED = frozenset(("prior", "compared"))  # of what another sum is compared with
_WAS = frozenset(("earlier", "prior"))
_PARTS = frozenset(("which", "contrast"))  # begin a clause
_EACH = frozenset(("each", "each_before"))
_BESIDE = 3  # words and marks, at most, between "each" and a figure
_MANY = 20  # things, beside a lower number that may be one of something else
SHORT, LONG = 2, 4  # sentences in which a sum is still spoken of, for sure and maybe


@dataclass(eq=False)  # no slots: its marks are laid out when they are first asked for
class Wording:
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
    def _said_of(self) -> frozenset[str]:
        return ABOUT.intersection(cue.kind for cue in self.sentence.cues)

    @cached_property
    def _starts(self) -> list[int]:
        return [mark.start for mark in self.marks]

    @cached_property
    def _amounts(self) -> list[Mark]:
        return self._by_name("amount")

    @cached_property
    def _givens(self) -> list[Mark]:
        return self._by_name("given")

    @cached_property
    def _sums(self) -> list[Mark]:
        return [mark for mark in self._givens if "lump" in mark.names]

    def topics(self, before: int) -> list[Mark]:
        """What a sentence may speak of a part of, or go on about, at an offset: its own sums before that,
        else those that earlier sentences are about."""
        return self.said(before) or self.taken_up()

    def said(self, before: int) -> list[Mark]:
        """The first of the sums that a sentence names before an offset, and the nearest ones."""
        n = bisect_right(self._sums, before, key=_end)
        return [*self._sums[: min(1, n)], *self._sums[max(1, n - _NEAREST) : n]]

    def wholes(self, before: int) -> list[Mark]:
        """What a sentence may speak of a part of at an offset: a topic, a year's money just before, or
        whatever money that is, as that of the last plan, or what an earlier sentence was about."""
        n = bisect_right(self._givens, before, key=_end)
        near = [m for m in self._givens[max(0, n - 1) : n] if "lump" not in m.names]
        last = bisect_right(self._amounts, before, key=_end)
        return [*self.topics(before), *near, *self._amounts[max(0, last - 1) : last], *self.taken_up()]

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
        start, few = self.sentence.start, len(self.earlier) <= _NEAREST
        return [Mark({"topic"}, start, start, each) for each in reversed(self.earlier)] if few else []

    def sums(self) -> list[Commitment]:
        """The sums that the next sentence may go on about, with the spans they are given for."""
        spans = self.sentence.spans
        parted = self._amounts[:1] if spans else []  # "of the 65bn to be spent by 2030, 26bn goes to towns"
        was = self.sum_before()
        about = self.commitment
        new = about.amount if about is not None and about.period is not None else None
        past = was.figure if was is not None and "measured" not in was.names else None
        return [
            Commitment(mark.figure, nearest(spans, mark.start, mark.end), mark.figure is past is not new)
            for mark in (
                *(m for m in parted if m not in self._sums and not m.names & OF_ONE),
                *[m for m in self._sums if m.names.isdisjoint(("compared", "valued"))][-_NEAREST:],
            )
            if isinstance(mark.figure, Amount) and not self._is_left(mark)
        ]

    def _is_left(self, mark: Mark) -> bool:
        """Whether a sum rose or fell from an amount to another: "it grows from 1.28bn to 1.6bn"."""
        return "left" in mark.names and "later" in self.places

    def price_of_share(self) -> tuple[Mark, Mark] | None:
        """The one sum of a sentence, or it and the same in another currency, and the one share in it, or in
        the sentence before, of which the next may say what they make the whole worth."""
        shares = [mark for mark in self.marks if not mark.names.isdisjoint(("share", "its_share", "level"))]
        currencies = {each.currency for mark in self._amounts for each in amounts_of(mark)[:1]}
        alone = 0 < len(currencies) == len(self._amounts) and not self.measures
        if alone and len(shares) == 1 and self._amounts[0].names & {"lump", "priced"}:
            raised = {"funding"} & self._said_of
            return self._amounts[0], replace(shares[0], names=shares[0].names | raised)
        if alone and not shares and self.staked is not None and "valued" not in self.places:
            return (self._amounts[0], self.staked) if "lump" in self._amounts[0].names else None
        return None

    def share_sold(self) -> Mark | None:
        """The one share in a sentence without money, of which the next may tell the price."""
        shares = [mark for mark in self.marks if not mark.names.isdisjoint(("share", "its_share", "level"))]
        alone = len(shares) == 1 and not self.sentence.amounts and not self.names_change
        return shares[0] if alone else None

    def price_of_each(self) -> tuple[Mark, Mark] | None:
        """The one price of one of many in a sentence and the one number in it, of which the next may say what
        they come to."""
        prices = [mark for mark in self._amounts if "each" in mark.names] or self.told_of_each()
        if not prices and len(self._amounts) == 1:  # "The 640 apprentices each get a bonus of 2,500 euros."
            said: set[str] = set() if "each" in self.places else {"unsaid"}
            prices = [replace(mark, names=mark.names | said) for mark in self._sums]
        numbers = self._numbers
        return (prices[0], numbers[0]) if len(prices) == len(numbers) == 1 else None

    def shared_out(self) -> tuple[Mark, Mark] | None:
        """The one sum of a sentence and the one number in it, among which the next may share that out."""
        sums, numbers = self._amounts, self._numbers
        one = len(sums) == len(numbers) == 1 and "lump" in sums[0].names
        return (sums[0], numbers[0]) if one and not self.told_of_each() else None

    @property
    def _numbers(self) -> list[Mark]:
        """The numbers of things in a sentence, of several the large ones: "in the 2nd half 4,200 workers"."""
        numbers = [mark for mark in self.marks if "count" in mark.names]
        if len(numbers) > 1:
            numbers = [
                mark for mark in numbers if isinstance(mark.figure, Count) and mark.figure.value >= _MANY
            ]
        return numbers

    def told_of_each(self) -> list[Mark]:
        """The one sum of a sentence in which "each" stands before the number or that sum: "Each of 800
        teachers gets 1,000", "800 vans that each cost 50,000"."""
        if len(self._amounts) != 1 or "lump" not in self._amounts[0].names:
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
                    return self._amounts
        return []

    def paid(self) -> Mark | None:
        """The one sum of the sentence just before, which may be the price of what this one tells the share
        of."""
        start = self.sentence.start
        return Mark({"amount"}, start, start, self.listed[0]) if len(self.listed) == 1 else None

    def listing(self) -> tuple[Amount, ...]:
        """The money of a sentence, but for what each of many costs."""
        money = (m.figure for m in self._amounts if not m.names & OF_ONE)
        return tuple(each for each in money if isinstance(each, Amount))

    @property
    def lists_more(self) -> bool:
        """Whether a sentence says that there is more than it names, or what is added to it."""
        return not self._said_of.isdisjoint(("others", "plus", "includes", "rest"))

    @property
    def numbers_its_list(self) -> bool:
        """Whether a sentence tells how many there are of what it gives the money of: "Three yards share them:
        4m for one, 3m for another and 2m for the third"."""
        many = len(self.listing())
        counts = (mark.figure for mark in self.marks if "count" in mark.names)
        return many > SHORT and any(isinstance(each, Count) and each.value == many for each in counts)

    def money(self) -> tuple[Amount, ...]:
        """All the money of a sentence, but for that of the plan before, and what a sum rose or fell from."""
        of_before = {mark.start for mark in self._amounts if "prior" in mark.names or self._is_left(mark)}
        return tuple(each for each in self.sentence.amounts if each.start not in of_before)

    def sum_before(self) -> Mark | None:
        """The one sum of a sentence that tells of an earlier time and of no change, to which the next may
        compare: "Last year it was 8bn.", "It has 12bn, when the plan before had 8bn."."""
        left = [mark for mark in self._amounts if not mark.names.isdisjoint(_WAS)]
        if (both := self.now_and_before()) is not None:
            return replace(both[1], names={"amount", "was"} | ({"measured"} if self.measures else set()))
        if len(self._amounts) == 2 and len(left) == 1 and not self.names_change:
            return replace(left[0], names={"amount", "was"} | ({"measured"} if self.measures else set()))
        if len(self._amounts) != 1 or self.names_change or not self._amounts[0].names & {"lump", "earlier"}:
            return None
        amount = self._amounts[0]
        past = any(not mark.names.isdisjoint(_EARLIER) for mark in self.marks)
        if past or "prior" in amount.names:
            return replace(amount, names={"amount", "was"} | ({"measured"} if self.measures else set()))
        dated = "bygone" in self._said_of or any(mark.names == {"period"} for mark in self.marks)
        return replace(amount, names={"amount", "was", "measured"}) if dated else None

    def now_and_before(self) -> tuple[Mark, Mark] | None:
        """The two sums of a sentence of which the second, in a clause of its own, is told to be of before,
        and no change: "It made 14m last year, when a year earlier it had been 17m"."""
        if len(self._amounts) != 2 or any(isinstance(mark.figure, Proportion) for mark in self.marks):
            return None
        new, old = self._amounts
        between = self.beginning(new.end, old.start)
        parts = (n for n, mark in enumerate(between) if mark.stops or not mark.names.isdisjoint(_PARTS))
        told = any(not mark.names.isdisjoint(_EARLIER) for mark in between[next(parts, len(between)) :])
        told = told or not old.names.isdisjoint(_WAS | COMPARED) or self._is_of_next_year(new, old)
        if not told or not new.names.isdisjoint(("prior", "compared")):
            return None
        return (new, old) if new.names & OF_ONE == old.names & OF_ONE else None

    def _is_of_next_year(self, new: Mark, old: Mark) -> bool:
        """Whether of two sums the first is told to be of the year to come, the second of this year."""
        start, end = self.sentence.span
        figures = (mark.figure for mark in self.beginning(start, old.start))
        ahead = any(isinstance(each, PeriodMention) and each.direction == "future" for each in figures)
        ahead = ahead or self.sentence.between(("ahead",), start, old.start)
        return ahead and self.sentence.between(("this_year",), new.end, end)

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
        about, few = self.commitment, len(self.earlier) <= _NEAREST
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
        return len(self._amounts) == 1

    @property
    def names_one_total(self) -> bool:
        """Whether one amount alone is no money of one of something."""
        return sum(mark.names.isdisjoint(OF_ONE) for mark in self._amounts) == 1

    @property
    def names_one_share(self) -> bool:
        """Whether one percentage, part or multiple alone is named."""
        return sum(isinstance(mark.figure, Proportion) for mark in self.marks) == 1

    @property
    def measures(self) -> bool:
        """Whether a sentence speaks of sales, a profit, a debt: its figures may be of that, not of a plan."""
        return "measure" in self._said_of

    @property
    def leaves_out(self) -> bool:
        """Whether a sentence says that something is left out of what it tells."""
        return "excludes" in self._said_of

    @property
    def spends(self) -> bool:
        """Whether a sentence says that money is spent, paid out, needed."""
        return "spends" in self._said_of

    @property
    def looks_back(self) -> bool:
        """Whether a sentence has a word for what was before, be it of the plan or of something else."""
        return "bygone" in self._said_of

    @property
    def is_bygone(self) -> bool:
        """Whether a sentence with one sum says that it is of what was before, in whatever words: "The old
        forest deal had 8bn"."""
        return self.names_one_sum and "bygone" in self._said_of and "today" not in self._said_of

    @property
    def is_ahead(self) -> bool:
        """Whether a sentence says nothing of what is now, was before or is only wanted: "Today it spends 2bn
        a year", "48m a year are needed"."""
        return self._said_of.isdisjoint(("today", "bygone", "wanted"))

    @property
    def is_of_today(self) -> bool:
        """Whether a sentence has a word for what is so now."""
        return "today" in self._said_of

    @property
    def adjusted(self) -> bool:
        """Whether a sentence speaks of a change in real terms, at constant currency, like for like."""
        return "adjusted" in self._said_of

    def _by_name(self, name: str) -> list[Mark]:
        if not self.sentence.amounts:
            return []  # which spares the marks: all names that are asked for are those of amounts
        return [self.marks[i] for i in self.places.get(name, ())]


def _end(mark: Mark) -> int:
    return mark.end
