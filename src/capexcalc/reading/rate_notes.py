"""Exchange rates that a text states itself: "($1 = 7.2420 yuan)", "(A$ = US$0.66)", "au taux de 1,08 dollar".

A rate is no amount of money: nobody was paid it, and what it says of two currencies is a claim of its own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..money.interval import Interval
from ..patterns import regex
from .adjacent_currency import codes_of
from .digits import read_digits
from .items import BLANKS
from .lexicon import Lexicon
from .matcher import match_phrases
from .mentions import Amount, Cue, Rate
from .rate_pairs import find_pairs, heads_next
from .rate_words import CLOSING, LARGEST, PER, cue_before, rate_of, told_in_words

_EQUALS = "=＝≈"
_EQUALITY_SIGN = regex(f"[{_EQUALS}]")
_EQUALITY = 3  # characters that the sign of equality and the blanks after it may take
_SIGN = 30  # characters that a currency without a number may take before the sign of equality
_DECIMALS = Decimal("0.01")  # a rate alone, without the other currency, is told to hundredths at least
_INSIDE = 15  # characters from a bracket to the figure in it
_AFTER = 40  # characters after such a word within which a rate that the figures beside it show stands
_BESIDE = 150  # and from it to those
_AGREES = Decimal("0.01")  # by which they may miss it
_OPEN = "("
_RANGE = frozenset(("range_low", "range_high"))
_TELLING = frozenset(("rate", "each_before"))
# In "($1 = 30.47 baht)" a bare sign is the dollar of the United States, whichever the text is about: a wire
# adds such notes to what it says of Singapore dollars or of Mexican pesos.
_BARE, _OF_ALL = "$", "USD"
_FIGURE = regex(r"\D{0,15}?(?<!\d)(\d{1,6}[.,]\d{1,6})(?!\s?%|[\d.,]*\d)")


def find_rates(
    text: str, amounts: Sequence[Amount], cues: Sequence[Cue], lexicon: Lexicon
) -> tuple[tuple[Rate, ...], tuple[Amount, ...]]:
    """The rates in a text, in order, and the amounts that are none of their figures."""
    told = any(cue.kind in _TELLING for cue in cues)
    amounts = [each for each in amounts if not heads_next(text, each.end)]
    found = list(find_pairs(text, lexicon))
    if not (told or found) and len(amounts) < 2 and _EQUALITY_SIGN.search(text) is None:
        return (), tuple(amounts)  # most texts go no further
    amounts = list(_apart(amounts, found))
    last = 0
    for n, amount in enumerate(amounts):
        if amount.start < last:
            continue  # a rate's already: "145 yen to 1 dollar"
        rate = (
            _equation(text, amounts, n, lexicon)
            or told_in_words(text, amounts, n, cues, lexicon)
            or _shown(text, amounts, n, cues)
        )
        if rate is not None:
            found.append(rate)
            last = rate.end
    pairs = {rate.end for rate in found}
    found += (rate for rate in _bare(text, amounts, cues, lexicon) if rate.end not in pairs)
    found.sort(key=lambda rate: rate.start)
    rates = tuple(rate._replace(id=f"r{n}") for n, rate in enumerate(found, 1))
    return rates, tuple(_outside(amounts, rates))


def _outside(amounts: Sequence[Amount], rates: Sequence[Rate]) -> Iterator[Amount]:
    starts = [rate.start for rate in rates]
    for amount in amounts:
        n = bisect_right(starts, amount.start) - 1
        if n < 0 or amount.end > rates[n].end:
            yield amount


def _apart(amounts: Sequence[Amount], rates: Sequence[Rate]) -> Iterator[Amount]:
    """The amounts no part of which is one of a rate: not "2023 GBP" in "2023 GBP:USD 1.50"."""
    ends = [rate.end for rate in rates]
    for amount in amounts:
        n = bisect_right(ends, amount.start)
        if n == len(rates) or amount.end <= rates[n].start:
            yield amount


def _equation(text: str, amounts: Sequence[Amount], n: int, lexicon: Lexicon) -> Rate | None:
    """What follows on "1 dollar =" or "A$ =" is a rate of that currency."""
    amount = amounts[n]
    begin = max(0, amount.start - _EQUALITY)
    before = text[begin : amount.start].rstrip(BLANKS)
    if not before or before[-1] not in _EQUALS:
        return None
    start = begin + len(before) - 1
    while start and text[start - 1] in BLANKS:
        start -= 1
    one = amounts[n - 1] if n else None
    if one is not None and one.end == start:
        if one.currency == amount.currency:
            return None  # "1,000 שקלים = 1 שקל חדש"
        if one.value not in PER:  # "7.25 yuan = 1 dollar"
            told = amount.value in PER
            return rate_of(text, one.start, amount.end, one, amount.currency, amount.value) if told else None
        rate = rate_of(text, one.start, amount.end, amount, one.currency, one.value)
        if text[one.start] == _BARE and _OF_ALL not in (one.currency, amount.currency):
            return rate._replace(base=_OF_ALL, otherwise=one.currency)
        return rate
    begin = max(0, start - _SIGN)
    items = match_phrases(text, lexicon, begin, start)
    last = items[-1] if items else None
    codes = codes_of(last.meanings) if last is not None and last.end == start else ()
    if last is None or not codes or codes[0] == amount.currency:
        return None
    return rate_of(text, last.start, amount.end, amount, codes[0])


def _shown(text: str, amounts: Sequence[Amount], n: int, cues: Sequence[Cue]) -> Rate | None:
    """A figure after a word for the exchange rate, or alone in a bracket, by which the two amounts beside it
    go together: "$8.5bn, or Rp 135 trillion (rate Rp 15,950)", "Rp 135 triliun (kurs Rp 15.950)"."""
    amount = amounts[n]
    if amount.value >= LARGEST or amount.value <= 0:
        return None
    if amount.bound in _RANGE:
        return None  # "20 or 40 shekels ($5-$11)"
    cue = cue_before(amount.start, cues, _AFTER)
    told = cue is not None and "\n" not in text[cue.end : amount.start]
    before = text[max(0, amount.start - _INSIDE) : amount.start]
    bracketed = _OPEN in before.replace("（", _OPEN) and text[amount.end : amount.end + 1] in CLOSING
    again = amounts[n - 1].currency == amount.currency  # then it is not the same money once more
    again = again and not _says_again(amounts[n - 1], amount)
    if not told and not (bracketed and again):
        return None
    for one, other in ((n - 2, n - 1), (n - 1, n + 1)):
        if one >= 0 and other < len(amounts) and _goes_by(amounts[one], amounts[other], amount):
            base = next(each for each in (amounts[one], amounts[other]) if each.currency != amount.currency)
            return rate_of(text, amount.start, amount.end, amount, base.currency)
    return None


def _says_again(one: Amount, other: Amount) -> bool:
    """Whether a figure has the digits of the one before it: "two and a half million dollars ($2.5)"."""
    return one.value.normalize().as_tuple().digits == other.value.normalize().as_tuple().digits


def _goes_by(one: Amount, other: Amount, rate: Amount) -> bool:
    """Whether a rate, in the currency of one of two amounts near it, makes the one of the other."""
    quoted, base = (one, other) if one.currency == rate.currency else (other, one)
    if quoted.currency != rate.currency or base.currency == rate.currency or base.value <= 0:
        return False
    if max(abs(each.start - rate.start) for each in (one, other)) > _BESIDE:
        return False
    implied = Interval.around(quoted.value, quoted.unit).over(Interval.around(base.value, base.unit))
    return implied.meets(Interval(rate.value * (1 - _AGREES), rate.value * (1 + _AGREES)))


def _bare(text: str, amounts: Sequence[Amount], cues: Sequence[Cue], lexicon: Lexicon) -> Iterator[Rate]:
    """A number without a currency after a word for the exchange rate: "at an exchange rate of 1.10"."""
    starts = [amount.start for amount in amounts]
    for cue in cues:
        if cue.kind != "rate" or (figure := _FIGURE.match(text, cue.end)) is None:
            continue
        start, end = figure.span(1)
        n = bisect_left(starts, cue.end)
        if n < len(starts) and starts[n] < end:
            continue  # it is an amount, and has been looked at
        read = read_digits(figure[1], lexicon.decimal)
        if read is not None and read[1] <= _DECIMALS:
            yield Rate("", start, end, figure[1], None, None, read[0], read[1])
