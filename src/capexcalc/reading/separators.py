"""Which reading of "1.234" a text means: a point or comma before three digits parts thousands or tenths.

The sign of the text's language decides, unless the text's own figures show another, or the money is of a land
that writes it the other way. What cannot be told stays open: the amount keeps both readings.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

from ..money.money import EXACT, plain
from ..patterns import regex
from .digits import decimal_mark, lone_mark
from .draft import Draft
from .lexicon import Lexicon
from .mentions import Proportion
from .tokens import fold

Known = Literal["given", "detected", "assumed"]

# Of lands that write a decimal point and group by commas, with the sign first ("$1,234"), and the other way.
_POINT_CURRENCIES = frozenset(
    (
        "USD",
        "GBP",
        "CAD",
        "AUD",
        "NZD",
        "HKD",
        "SGD",
        "TWD",
        "CNY",
        "JPY",
        "KRW",
        "INR",
        "MYR",
        "PHP",
        "ILS",
        "AED",
        "SAR",
        "QAR",
        "THB",
        "PKR",
        "LKR",
        "BDT",
        "NPR",
        "NGN",
        "GHS",
        "KES",
        "MXN",
        "EGP",
    )
)
_COMMA_CURRENCIES = frozenset(("IDR", "VND", "BRL", "ARS", "CLP", "COP", "PYG", "UYU"))
_FIGURES = regex(r"\d+(?:[.,\uff0c\uff0e\u060c]\d+)+")
_IDLE = regex(r"[.,]000(?!\d)")
_TENS = regex(r"[.,]\d\d0(?!\d)")
_ROUND = regex(r"(?<!\d)\d{2,3}[.,]000(?!\d)")
_LARGEST = Decimal(10) ** 15  # more than any sum in the press
_THOUSAND = Decimal(1000)


class Passage(NamedTuple):
    """A stretch of a text with the words of its language."""

    lexicon: Lexicon
    start: int
    end: int


class _Choice(NamedTuple):
    """Whether a separator parts thousands, and whether that is certain; ``natural`` if it does what it mostly
    does in the text's language."""

    groups: bool
    certain: bool
    natural: bool


def settle_separators(
    text: str,
    drafts: Sequence[Draft],
    proportions: Iterable[Proportion],
    passages: Mapping[int, Passage],
    known: Known,
) -> list[Draft]:
    """``drafts`` with the likelier reading of each separator; ``passages`` hold those, by number, that can be
    read otherwise.

    A draft keeps the note ``separator`` where neither the language nor the text's own figures tell; it keeps
    its other reading as well where its language is a guess, is written both ways, or was not followed.
    ``known`` says how the language was found: against one that was given, only the same passage speaks.
    """
    settled = list(drafts)
    if not passages:
        return settled
    shown = _Shown(text, drafts, proportions)
    choices = {}
    for n, passage in passages.items():
        sign = shown.within(passage.start, passage.end) or (shown.anywhere if known != "given" else "")
        choices[n] = _choice(text, drafts[n], passage.lexicon, sign, known)
    _follow_round_ones(text, drafts, choices)
    for n in choices:
        settled[n] = _settled(drafts[n], _with_other_end(n, drafts, choices), passages[n].lexicon, known)
    return settled


def _follow_round_ones(text: str, drafts: Sequence[Draft], choices: dict[int, _Choice]) -> None:
    """Where a round figure shows that the text's decimal sign parts thousands ("11,000 millones"), the others
    follow it: "13,380 millones"."""
    round_ones = {
        n for n, choice in choices.items()
        if choice.groups and not choice.natural and _ROUND.search(text[drafts[n].start : drafts[n].end])
    }  # fmt: skip
    marks = {lone_mark(text[drafts[n].start : drafts[n].end]) for n in round_ones}
    for n, choice in choices.items():
        written = text[drafts[n].start : drafts[n].end]
        open_ = choice.natural or _TENS.search(written) is not None
        if not choice.groups and open_ and lone_mark(written) in marks:
            choices[n] = _Choice(True, False, False)


class _Shown:
    """The decimal signs that the amounts and percentages of a text show."""

    def __init__(self, text: str, drafts: Iterable[Draft], proportions: Iterable[Proportion]) -> None:
        written = [(draft.start, text[draft.start : draft.end]) for draft in drafts]
        written += [(each.start, each.text) for each in proportions]
        found = [(at, decimal_mark(f)) for at, words in sorted(written) for f in _FIGURES.findall(words)]
        self._marks = [(at, mark) for at, mark in found if mark]
        self._starts = [at for at, _ in self._marks]
        self.anywhere = _only({mark for _, mark in self._marks})
        self.within = cache(self._within)

    def _within(self, start: int, end: int) -> str:
        """The one decimal sign between two offsets; empty if there is none, or more than one."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return _only({mark for _, mark in self._marks[first:last]})


def _only(marks: Set[str]) -> str:
    return next(iter(marks)) if len(marks) == 1 else ""


def _choice(text: str, draft: Draft, lexicon: Lexicon, shown: str, known: Known) -> _Choice:
    written = text[draft.start : draft.end]
    mark = lone_mark(written)
    read_as_tenths = draft.other == _THOUSAND
    scaled = draft.unit > (1 / _THOUSAND if read_as_tenths else 1)
    natural = mark != lexicon.decimal  # to group
    if read_as_tenths and abs(draft.value) * _THOUSAND > _LARGEST:
        return _Choice(False, True, not natural)
    if _groups_in(draft.currency[0], written, mark, lexicon, scaled=scaled):
        return _Choice(True, natural and known != "assumed", natural)
    idle = _IDLE.search(written) is not None
    if idle and draft.scale and not natural and lexicon.decimal == ",":
        return _Choice(True, False, False)  # "30,000 millones": nobody writes tenths of these that are none
    # Nobody counts money to its thousandths but for rates and the price of fuel ("1,789 €"), never round: a
    # share at "18,000 ευρώ" is told so, "710,000 USD" beside "4,3 triệu" and "1,280 yuans" are not.
    doubtful = idle or lexicon.both_ways or (lexicon.decimal == "," and not scaled)
    # "21,600 millones" beside "2,9"
    doubtful = doubtful or (not natural and _TENS.search(written) is not None)
    if shown:
        other = mark != shown
        groups = other or (natural and idle)  # a German "250.000" stands beside a misprinted "7.3"
        return _Choice(groups, other or not doubtful, groups == natural and not doubtful)
    if natural:
        return _Choice(True, known != "assumed" and not lexicon.both_ways, True)
    exact = scaled and lexicon.decimal == "." and not lexicon.both_ways
    return _Choice(idle and not exact, exact and known != "assumed", exact or not doubtful)


def _groups_in(code: str, written: str, mark: str, lexicon: Lexicon, *, scaled: bool) -> bool:
    """Whether ``mark`` groups in the lands of a currency, whatever the language: "1,200 mdp", "$10,000" in a
    Russian text, "Rp 3.000" in an English one."""
    if mark == "," and lexicon.point_currencies:
        regional = lexicon.phrases.get(fold(written.split()[-1]), {})
        if code in lexicon.point_currencies or {"scale", "currency"} <= regional.keys():
            return True
    first = not written.lstrip("-\u2212\u2013 ")[:1].isdecimal()
    return first and not scaled and code in (_POINT_CURRENCIES if mark == "," else _COMMA_CURRENCIES)


def _with_other_end(n: int, drafts: Sequence[Draft], choices: Mapping[int, _Choice]) -> _Choice:
    """The choice for a draft; both ends of "$1,200-1,500" are thousands if one is."""
    other = n + 1 if drafts[n].bound == "range_low" else n - 1 if drafts[n].bound == "range_high" else n
    return next((choices[k] for k in (n, other) if k in choices and choices[k].groups), choices[n])


def _settled(draft: Draft, choice: _Choice, lexicon: Lexicon, known: Known) -> Draft:
    if choice.groups == (draft.other == _THOUSAND):
        draft = _otherwise(draft)
    if choice.certain:
        return draft._replace(notes=tuple(note for note in draft.notes if note != "separator"), other=None)
    open_ = known != "given" or not choice.natural or lexicon.both_ways or bool(lexicon.point_currencies)
    return draft if open_ else draft._replace(other=None)


def _otherwise(draft: Draft) -> Draft:
    """The same amount in its other reading."""
    assert draft.other is not None
    value, unit = (plain(EXACT.multiply(n, draft.other)) for n in (draft.value, draft.unit))
    return draft._replace(value=value, unit=unit, other=1 / draft.other)
