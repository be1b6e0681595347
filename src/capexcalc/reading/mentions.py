"""What is found in a text. Offsets count Unicode code points of the text as given.

What is printed is a dataclass; the rest are tuples, of which a long text has very many.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from ..errors import Notice
from ..money.periods import Span
from ..records import dataclass
from ..words import Phrase, Template
from .written_amount import CUT
from .written_amount import Amount as Amount
from .written_amount import Bound as Bound

Direction = Literal["future", "past", "none"]


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A stretch of time as written: a length, or an absolute stretch (``from_`` to ``until``, inclusive)."""

    id: str
    start: int
    end: int
    text: str
    duration: Span | None
    from_: date | None
    until: date | None
    direction: Direction


_PARTS_OF_A_YEAR = (Decimal("0.5"), Decimal("0.25"))


class Proportion(NamedTuple):
    """A part or a multiple as written: "12 %" and "a quarter" are shares of one, "tripled" is three times.

    ``unit`` is the worth of one in the last written digit, as in Amount, or how far ``bound`` lets the figure
    reach: "more than doubled" is short of tripled, "more than 20 %" short of 30. ``other`` are
    the value and unit that another reader would take it for: "14,300 %", and 增长3倍, which is 3 or 4 times.
    ``nearly`` says that its bound leaves it but little short of the figure, or over it: "just over 40 %".
    """

    kind: Literal["share", "times"]
    value: Decimal
    unit: Decimal
    bound: Bound
    start: int
    end: int
    text: str
    other: tuple[Decimal, Decimal] | None = None
    nearly: bool = False

    @property
    def may_be_time(self) -> bool:
        """Whether it is a half or a quarter in words, which are parts of a year as well."""
        in_words = not any(char.isdecimal() for char in self.text)
        return self.kind == "share" and in_words and self.value in _PARTS_OF_A_YEAR


class Count(NamedTuple):
    """A number of things as written; ``unit`` is the worth of one in the last written digit."""

    value: Decimal
    unit: Decimal
    start: int
    end: int
    text: str
    bound: Bound = "exact"


class Cue(NamedTuple):
    """A phrase that relates mentions ("soit", "a year", "more than"); ``kind`` is its name in the lexicon."""

    kind: str
    start: int
    end: int


class Rate(NamedTuple):
    """An exchange rate as a text states it: units of ``quote`` for one ``base``, None where it does not say.

    ``unit`` is the worth of one in the last written digit; ``otherwise`` is the base as the text's own money,
    where a bare sign stands for that or for the dollar of the United States; ``open`` is one of a word for
    the money of several lands; ``factor`` is that of its other reading, if its point may be read otherwise;
    ``about`` is one told so, ``abroad`` one of a word for money that a land which the text names has, too.
    """

    id: str
    start: int
    end: int
    text: str
    base: str | None
    quote: str | None
    value: Decimal
    unit: Decimal
    otherwise: str | None = None
    open: bool = False
    factor: Decimal | None = None
    about: bool = False
    abroad: bool = False


class Reading(NamedTuple):
    """All that was found in one text, each list in text order.

    ``rates`` are exchange rates, whose figures are no amounts, ``counts`` the numbers of things in texts that
    tell what one costs; ``numbers`` are these and those of the sentences beside, and of texts that tell what
    all of something cost. ``sentences`` are the (start, end) offsets of
    those that hold an amount or a period; cues and proportions are theirs.
    """

    language: str
    amounts: tuple[Amount, ...]
    periods: tuple[PeriodMention, ...]
    cues: tuple[Cue, ...]
    sentences: tuple[tuple[int, int], ...]
    proportions: tuple[Proportion, ...] = ()
    rates: tuple[Rate, ...] = ()
    counts: tuple[Count, ...] = ()
    numbers: tuple[Count, ...] = ()


_DOUBTS: Mapping[str, Template] = {
    "separator": "in another country its point or comma makes it a thousand times more or less",
    "scale": "its scale is another power of ten elsewhere",
    "language": "the text is too short to tell its language, and another reads it otherwise",
}


def doubts(amounts: Sequence[Amount]) -> list[Notice]:
    """What is not certain about the size of ``amounts``, once for each writing, and about their currencies,
    once for each."""
    found = {
        Notice(
            f"{note}_assumed",
            "“{text}” is read as {value:f} {currency}: {doubt}",
            text=amount.text,
            value=amount.value,
            currency=amount.currency,
            doubt=Phrase(doubt),
        )
        for amount in amounts
        for note, doubt in _DOUBTS.items()
        if note in (amount.notes or ())
    }
    found |= {
        Notice(
            "unread_unit",
            "“{text}”: what follows may be its scale, which is not known; nothing rests on it",
            text=amount.text,
        )
        for amount in amounts
        if "unread_unit" in (amount.notes or ())
    }
    found |= {
        Notice(
            "cut_off",
            "“{text}”: what stands before it may be the front of its figure; nothing rests on it",
            text=amount.text,
        )
        for amount in amounts
        if CUT in (amount.notes or ())
    }
    opened: dict[tuple[str, ...], list[Amount]] = {}
    for amount in amounts:
        if "currency" in (amount.notes or ()):
            opened.setdefault(amount.candidates, []).append(amount)
    for (taken, *others), alike in opened.items():
        found.add(
            Notice(
                "currency_assumed",
                (
                    "“{text}” and {more} more: taken for {taken}, could be {others}"
                    if len(alike) > 1
                    else "“{text}”: taken for {taken}, could be {others}"
                ),
                text=alike[0].text,
                more=len(alike) - 1,
                taken=taken,
                others=", ".join(others),
            )
        )
    return sorted(found, key=lambda notice: notice.message)
