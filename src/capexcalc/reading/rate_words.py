"""Exchange rates told in words: "145 yen to the dollar", "a rate of 1.10", 1ドルは150円, 달러당 1,350원."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ..money.money import EXACT
from ..patterns import regex
from .adjacent_currency import codes_of
from .digits import read_digits
from .items import BLANKS, Items, meanings_at
from .lexicon import Lexicon
from .matcher import match_phrases
from .mentions import Amount, Cue, Rate
from .tokens import spaceless
from .written_amount import ABROAD

LARGEST = Decimal(100_000)  # the dearest unit of money in the cheapest
CLOSING = ")）]"
# What a rate is told for: "100 yen = 0.91 dollar".
PER = frozenset(map(Decimal, (1, 10, 100, 1000)))
_ONE, _NONE = Decimal(1), Decimal(0)
_EQUAL = frozenset(("equivalence", "makes"))
_SIDE_BY_SIDE = frozenset(("", "は", "는", "은", "당"))
_OF = 15  # characters between "rate" and the figure: " of about ", " de "
_UNIT = 25  # characters on either side of the figure within which the other currency is named
_NEXT = 4  # words that relate something, after the figure
_DECIMALS = Decimal("0.01")  # a rate alone, without the other currency, is told to hundredths at least
_SMALL = 4  # letters of "of", "de", "från"
_STOPS = ",;.，；。、،"
_STOPPED = regex(r"[\d\n()（）:：]|[,;.，；。、،]\s")
_POINTED = regex(r"(?<![\d.,])\d{1,3}[.,]\d{3}(?![\d.,]*\d)")
_THOUSANDTH = Decimal("0.001")
_YEAR = regex(r"(?:19|20)\d\d\s[^\W\d]+\s?[/／]")  # "the 1999-2002 euro/dollar shifts"
_STROKE = regex(r"\s?[/／]\s?")
_OF_EACH = frozenset(("per", "each", "each_ahead"))
_TOLD_BY = _OF_EACH | {"rate"}
_AFTER_UNIT = frozenset(("each_before", "per"))
_OUTLAY = frozenset(("of", "spends", "spending"))


class _Unit(NamedTuple):
    """The currency of which one unit, or ``per`` of them, are told, and where it stands."""

    currency: str
    start: int
    end: int
    per: Decimal


def rate_of(
    text: str, start: int, end: int, amount: Amount, base: str | None = None, per: Decimal = _ONE
) -> Rate:
    """The rate that an amount is for so many units of ``base``, of the words between two offsets."""
    value, unit = EXACT.divide(amount.value, per), EXACT.divide(amount.unit, per)
    open_ = len(amount.candidates) > 1 and amount.text[-1:].isalpha()  # "dinars", but not "$"
    open_ = open_ or _YEAR.match(text, start) is not None
    return Rate(
        "", start, end, text[start:end], base, amount.currency, value, unit,
        None, open_, _factor(amount), amount.bound == "about", ABROAD in (amount.notes or ()),
    )  # fmt: skip


def _factor(amount: Amount) -> Decimal | None:
    """What a rate of three figures after its one point is to be multiplied with, to have it read otherwise:
    wires write "1 euro = 4.243 zł" in every language."""
    if _POINTED.search(amount.text) is None:
        return None
    return {Decimal(1): _THOUSANDTH, _THOUSANDTH: Decimal(1000)}.get(amount.unit)


def told_in_words(
    text: str, amounts: Sequence[Amount], n: int, cues: Sequence[Cue], lexicon: Lexicon
) -> Rate | None:
    """The rate that the amount numbered ``n`` is, or the one unit of a currency for which it is told."""
    return (
        _equals(text, amounts, n, cues)
        or _told(text, amounts, n, cues, lexicon)
        or _for_each(text, amounts[n], cues, lexicon)
    )


def cue_before(start: int, cues: Sequence[Cue], within: int) -> Cue | None:
    """The word for a rate that ends last before an offset, within so many characters of it."""
    for n in range(bisect_left(cues, start, key=_start) - 1, -1, -1):
        if cues[n].end < start - within:
            break
        if cues[n].kind == "rate" and cues[n].end <= start:
            return cues[n]
    return None


def _equals(text: str, amounts: Sequence[Amount], n: int, cues: Sequence[Cue]) -> Rate | None:
    """What one unit of a currency "equals" or "is worth", or what does so for one, nothing else said between,
    in a text with other money of the two: nobody pays a dollar.

    Scripts without blanks put the two side by side: 1ドルは150円, 1달러당 1,350원.
    """
    first, last = amounts[n - 1] if n else amounts[n], amounts[n]
    one, amount = (first, last) if first.value == _ONE else (last, first)
    if one.value != _ONE or one.unit != _ONE or one.currency == amount.currency:
        return None
    between = text[first.end : last.start]
    beside = one is first and spaceless(text[one.end - 1])
    equal = beside and between.strip(BLANKS) in _SIDE_BY_SIDE
    if not equal and not _names_more(amounts, (one.currency, amount.currency), (first.start, last.start)):
        return None
    k = bisect_left(cues, first.end, key=_start)
    while k < len(cues) and cues[k].end <= last.start:
        equal = equal or cues[k].kind in _EQUAL
        between = between.replace(text[cues[k].start : cues[k].end], "", 1)
        k += 1
    if not equal or between.strip(BLANKS) not in _SIDE_BY_SIDE:
        return None
    return rate_of(text, first.start, last.end, amount, one.currency)


def _names_more(amounts: Sequence[Amount], codes: tuple[str, ...], besides: tuple[int, ...]) -> bool:
    """Whether a text names more money in one of some currencies than the amounts at some offsets."""
    return any(each.currency in codes and each.start not in besides for each in amounts)


def _told(text: str, amounts: Sequence[Amount], n: int, cues: Sequence[Cue], lexicon: Lexicon) -> Rate | None:
    """A figure after a word for the exchange rate, where the other currency is named, or its digits are a
    rate's; before such a word, where both are: "395.20 forint/euró árfolyamon"; and without one where it is
    told for each unit of a currency of which the text names more: "at 145 yen per dollar"."""
    amount = amounts[n]
    cue = cue_before(amount.start, cues, _OF) if amount.value < LARGEST else None
    if amount.value >= LARGEST or (cue is None and amount.unit > _ONE):
        return None
    if cue is None and not _leads_on(text, amount.end, cues):
        return None  # as most amounts
    between = text[cue.end : amount.start] if cue is not None else ""
    if any(char.isdecimal() for char in between):
        return None
    unit = _named_after(text, amount, lexicon)
    base = _named_with_rate(text, cue, amount, lexicon) if unit is None and cue is not None else None
    if base is not None and not _is_told_to_be(cues, base.start, amount.start):
        return rate_of(text, base.start, amount.end, amount, base.currency)
    if unit is None:
        bare = cue is not None and amount.unit <= _DECIMALS and _ends(text, amount.end)
        return (
            rate_of(text, amount.start, amount.end, amount) if bare and _letters(between) <= _SMALL else None
        )
    if cue is None and not _leads_up_to_rate(text, amount.end, unit, cues, lexicon):
        more = _names_more(amounts, (unit.currency,), (amount.start,))
        if not more or not _is_for_each(text, amount.end, unit, cues):
            return None
    return rate_of(text, amount.start, unit.end, amount, unit.currency, unit.per)


def _leads_on(text: str, end: int, cues: Sequence[Cue]) -> bool:
    """Whether a stroke, or before long a word for each or for a rate, follows on a figure."""
    n = bisect_left(cues, end, key=_start)
    near = (cue for cue in cues[n : n + _NEXT] if cue.start <= end + _UNIT)
    return _STROKE.match(text, end) is not None or any(cue.kind in _TOLD_BY for cue in near)


def _is_for_each(text: str, start: int, unit: _Unit, cues: Sequence[Cue]) -> bool:
    """Whether a stroke alone, or a word for each, stands between a figure and a unit, of which it is not told
    what was done with it: "3 euros per dollar spent"."""
    if text[unit.end : unit.end + 2].strip()[:1].isdecimal():
        return False  # "$1,000/A$1,400"
    n = bisect_left(cues, unit.end, key=_start)
    if any(cue.kind in _OUTLAY and cue.start <= unit.end + 1 for cue in cues[n : n + _NEXT]):
        return False
    if _STROKE.fullmatch(text, start, unit.start):
        return True
    n = bisect_left(cues, start, key=_start)
    return any(
        cue.kind in _OF_EACH and not (text[start : cue.start] + text[cue.end : unit.start]).strip()
        for cue in cues[n : n + _NEXT]
        if cue.end <= unit.start
    )


def _for_each(text: str, amount: Amount, cues: Sequence[Cue], lexicon: Lexicon) -> Rate | None:
    """A figure after the unit of a currency and a word for each: 달러당 1,350원, "dolar başına 34 lira"."""
    if amount.value >= LARGEST or amount.unit > _ONE:
        return None
    n = bisect_left(cues, amount.start, key=_start) - 1
    if n < 0 or cues[n].kind not in _AFTER_UNIT or text[cues[n].end : amount.start].strip():
        return None
    begin, end = max(0, cues[n].start - _UNIT), cues[n].start
    items = match_phrases(text, lexicon, begin, end)
    last = items[-1] if items else None
    codes = codes_of(last.meanings) if last is not None and not text[last.end : end].strip() else ()
    if last is None or not codes or codes[0] == amount.currency or "weight" in last.meanings:
        return None
    per = _number(items, len(items) - 2, lexicon)
    numbered = items[-2] if "digits" in meanings_at(items, len(items) - 2) else last
    start = numbered.start if numbered is not None else last.start
    return rate_of(text, start, amount.end, amount, codes[0], per) if per in PER else None


def _named_after(text: str, amount: Amount, lexicon: Lexicon) -> _Unit | None:
    """The currency of which one unit is told after a figure ("yuan per dollar"), or how many there are
    instead of one ("dollars for 100 yen"); none where no rate is told of so many ("dollars (435 lira)")."""
    window = text[amount.end : amount.end + _UNIT]
    stop = min(
        (at for char in (*CLOSING, *_STOPS, "\n") if (at := window.find(char)) >= 0),
        default=len(window),
    )
    items = match_phrases(text, lexicon, amount.end, amount.end + stop)
    for k, item in enumerate(items):
        if item is not None and "join" in item.meanings:
            return None  # "SEK to EUR 11.30 and DKK to EUR 7.46"
        codes = () if item is None else codes_of(item.meanings)
        if item is not None and codes and codes[0] != amount.currency:
            per = _number(items, k - 1, lexicon) * _number(items, k + 1, lexicon)
            return _Unit(codes[0], item.start, item.end, per) if per in PER else None
    return None


def _named_with_rate(text: str, cue: Cue, amount: Amount, lexicon: Lexicon) -> _Unit | None:
    """The currency named right beside a word for the rate that leads up to a figure, not one for one unit:
    "the dollar rate of 36 lira", "курс доллара 90 рублей"."""
    if amount.value in PER or _STOPPED.search(text, cue.end, amount.start):
        return None
    for item in match_phrases(text, lexicon, max(0, cue.start - _UNIT), amount.start):
        codes = () if item is None else codes_of(item.meanings)
        if item is None or not codes or codes[0] == amount.currency:
            continue
        between = text[min(item.end, cue.end) : max(item.start, cue.start)]
        if not between.strip(BLANKS):
            return _Unit(codes[0], item.start, item.end, _ONE)
    return None


def _is_told_to_be(cues: Sequence[Cue], start: int, end: int) -> bool:
    """Whether "is" or "would be" stands between two offsets, which may be what somebody expects."""
    n = bisect_left(cues, start, key=_start)
    return any(cue.kind in _EQUAL and cue.end <= end for cue in cues[n : n + _NEXT])


def _number(items: Items, k: int, lexicon: Lexicon) -> Decimal:
    """The number that stands at item ``k``; one where none does, nothing where it is not read."""
    meanings = meanings_at(items, k)
    if "digits" not in meanings:
        return _NONE if "scale" in meanings else Decimal(meanings.get("number", 1))
    read = read_digits(meanings["digits"], lexicon.decimal)
    return read[0] if read else _NONE


def _leads_up_to_rate(text: str, start: int, unit: _Unit, cues: Sequence[Cue], lexicon: Lexicon) -> bool:
    """Whether a unit that is no weight has, or leads to, a word for a rate: "a $2.50 per pound rate"."""
    items = match_phrases(text, lexicon, start, unit.end)
    if any(item is not None and "weight" in item.meanings for item in items):
        return False
    n = bisect_left(cues, unit.start, key=_start)
    return any(cue.kind == "rate" and cue.start <= unit.end + 1 for cue in cues[n : n + _NEXT])


def _ends(text: str, end: int) -> bool:
    """Whether nothing follows on a figure that it could be the price of: "at a rate of $5.25 an hour"."""
    return text[end : end + 1] in ("", "\n", *CLOSING, *_STOPS)


def _letters(words: str) -> int:
    return sum(map(str.isalpha, words))


def _start(cue: Cue) -> int:
    return cue.start
