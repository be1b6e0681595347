"""Exchange rates that a text states itself: "($1 = 7.2420 yuan)", "(A$ = US$0.66)", "au taux de 1,08 dollar".

A rate is no amount of money: nobody was paid it, and what it says of two currencies is a claim of its own.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ..money.money import EXACT
from ..patterns import regex
from .adjacent_currency import codes_of
from .digits import read_digits
from .items import BLANKS, Items, meanings_at
from .lexicon import Lexicon
from .matcher import match_phrases
from .mentions import Amount, Cue, Rate

_EQUALS = "=＝≈"
# What a rate is told for: "100 yen = 0.91 dollar".
_PER = frozenset(map(Decimal, (1, 10, 100, 1000)))
_ONE, _NONE = Decimal(1), Decimal(0)
_SIGN = 30  # characters that a currency without a number may take before the sign of equality
_OF = 15  # characters between "rate" and the figure: " of about ", " de "
_CUES = 4  # that may stand between the word and the figure: "of", "about"
_BASE = 25  # characters after the figure within which the other currency is named: " dollars to the euro"
_DECIMALS = Decimal("0.01")  # a rate alone, without the other currency, is told to hundredths at least
_LARGEST = Decimal(100_000)  # the dearest unit of money in the cheapest
_SMALL = 4  # letters of "of", "de", "från"
_CLOSE, _STOPS = ")）]", ",;.，；。"
_FIGURE = regex(r"\D{0,15}?(?<!\d)(\d{1,6}[.,]\d{1,6})(?!\s?%|[\d.,]*\d)")


def find_rates(
    text: str, amounts: Sequence[Amount], cues: Sequence[Cue], lexicon: Lexicon
) -> tuple[tuple[Rate, ...], Iterator[Amount]]:
    """The rates in a text, in order, and the amounts that are none of their figures."""
    found: list[Rate] = []
    named = [cue for cue in cues if cue.kind == "rate"]
    for amount, before, said in _beside(amounts, cues if named else ()):
        rate = _equation(text, amount, before, lexicon) or _told(text, amount, said, lexicon)
        if rate is not None:
            found.append(rate)
    found += _bare(text, amounts, named, lexicon)
    found.sort(key=lambda rate: rate.start)
    rates = tuple(rate._replace(id=f"r{n}") for n, rate in enumerate(found, 1))
    return rates, _outside(amounts, rates)


def _beside(
    amounts: Iterable[Amount], cues: Iterable[Cue]
) -> Iterator[tuple[Amount, Amount | None, Sequence[Cue]]]:
    """Each amount with the one before it, and the last cues that begin before it."""
    said: deque[Cue] = deque(maxlen=_CUES)
    coming, last = iter(cues), None
    cue = next(coming, None)
    for amount in amounts:
        while cue is not None and cue.start < amount.start:
            said.append(cue)
            cue = next(coming, None)
        yield amount, last, said
        last = amount


def _outside(amounts: Iterable[Amount], rates: Sequence[Rate]) -> Iterator[Amount]:
    starts = [rate.start for rate in rates]
    for amount in amounts:
        n = bisect_right(starts, amount.start) - 1
        if n < 0 or amount.end > rates[n].end:
            yield amount


def _equation(text: str, amount: Amount, one: Amount | None, lexicon: Lexicon) -> Rate | None:
    """What follows on "1 dollar =" or "A$ =" is a rate of that currency."""
    before = text[max(0, amount.start - 3) : amount.start].rstrip(BLANKS)
    if not before or before[-1] not in _EQUALS:
        return None
    sign = amount.start - 3 + len(before) - 1 if amount.start >= 3 else len(before) - 1
    start = sign
    while start and text[start - 1] in BLANKS:
        start -= 1
    if one is not None and one.end == start:
        if one.value not in _PER:
            return None
        return _rate(text, one.start, amount, one.currency, one.value)
    begin = max(0, start - _SIGN)
    items = match_phrases(text, lexicon, begin, start)
    last = items[-1] if items else None
    codes = codes_of(last.meanings) if last is not None and last.end == start else ()
    if last is None or not codes or codes[0] == amount.currency:
        return None
    return _rate(text, last.start, amount, codes[0], Decimal(1))


def _told(text: str, amount: Amount, cues: Sequence[Cue], lexicon: Lexicon) -> Rate | None:
    """A figure after a word for the exchange rate, where the other currency is named, or its digits are a
    rate's."""
    cue = next((cue for cue in reversed(cues) if cue.kind == "rate" and cue.end <= amount.start), None)
    if cue is None or amount.value >= _LARGEST or amount.unit > 1:
        return None
    between = text[cue.end : amount.start]
    if len(between) > _OF or any(char.isdecimal() for char in between):
        return None
    base, end, per = _named_after(text, amount, lexicon)
    if base is None and (amount.unit > _DECIMALS or not _ends(text, end) or _letters(between) > _SMALL):
        return None
    words = text[amount.start : end]
    value, unit = EXACT.divide(amount.value, per), EXACT.divide(amount.unit, per)
    return Rate("", amount.start, end, words, base, amount.currency, value, unit)


def _ends(text: str, end: int) -> bool:
    """Whether nothing follows on a figure that it could be the price of: "at a rate of $5.25 an hour"."""
    return text[end : end + 1] in ("", "\n", *_CLOSE, *_STOPS)


def _letters(words: str) -> int:
    return sum(map(str.isalpha, words))


def _bare(text: str, amounts: Sequence[Amount], cues: Sequence[Cue], lexicon: Lexicon) -> Iterator[Rate]:
    """A number without a currency after one of the words for the exchange rate, ``cues``: "at an exchange
    rate of 1.10"."""
    starts = array("q", (amount.start for amount in amounts)) if cues else array("q")
    for cue in cues:
        if (figure := _FIGURE.match(text, cue.end, cue.end + 40)) is None:
            continue
        start, end = figure.span(1)
        n = bisect_left(starts, cue.end)
        if n < len(starts) and starts[n] < end:
            continue  # it is an amount, and has been looked at
        read = read_digits(figure[1], lexicon.decimal)
        if read is not None and read[1] <= _DECIMALS:
            yield Rate("", start, end, figure[1], None, None, read[0], read[1])


def _named_after(text: str, amount: Amount, lexicon: Lexicon) -> tuple[str | None, int, Decimal]:
    """The currency of which one unit is told after a figure ("yuan per dollar"), where that ends, and how
    many there are instead of one ("dollars for 100 yen"); none where no rate is told of so many ("dollars
    (435 lira)")."""
    window = text[amount.end : amount.end + _BASE]
    stop = min(
        (at for char in (*_CLOSE, ",", ";", ".", "\n") if (at := window.find(char)) >= 0), default=len(window)
    )
    items = match_phrases(text, lexicon, amount.end, amount.end + stop)
    for k, item in enumerate(items):
        codes = () if item is None else codes_of(item.meanings)
        if item is not None and codes and codes[0] != amount.currency:
            per = _number(items, k - 1, lexicon) * _number(items, k + 1, lexicon)
            return (codes[0], item.end, per) if per in _PER else (None, amount.end, _ONE)
    return None, amount.end, _ONE


def _number(items: Items, k: int, lexicon: Lexicon) -> Decimal:
    """The number that stands at item ``k``; one where none does, nothing where it is not read."""
    meanings = meanings_at(items, k)
    if "digits" not in meanings:
        return _NONE if "scale" in meanings else _ONE
    read = read_digits(meanings["digits"], lexicon.decimal)
    return read[0] if read else _NONE


def _rate(text: str, start: int, amount: Amount, base: str, per: Decimal) -> Rate:
    value, unit = EXACT.divide(amount.value, per), EXACT.divide(amount.unit, per)
    return Rate("", start, amount.end, text[start : amount.end], base, amount.currency, value, unit)
