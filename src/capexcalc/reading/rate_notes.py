"""Exchange rates that a text states itself: "($1 = 7.2420 yuan)", "(A$ = US$0.66)", "au taux de 1,08 dollar".

A rate is no amount of money: nobody was paid it, and what it says of two currencies is a claim of its own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..money.interval import Interval
from ..money.money import EXACT
from ..patterns import regex
from .adjacent_currency import codes_of
from .digits import read_digits
from .items import BLANKS, Items, meanings_at
from .lexicon import Lexicon
from .matcher import match_phrases
from .mentions import Amount, Cue, Rate
from .rate_pairs import find_pairs
from .tokens import spaceless

_EQUALS = "=＝≈"
_EQUALITY_SIGN = regex(f"[{_EQUALS}]")
_EQUAL = frozenset(("equivalence", "makes"))
_SIDE_BY_SIDE = frozenset(("", "は", "는", "은", "당"))
# What a rate is told for: "100 yen = 0.91 dollar".
_PER = frozenset(map(Decimal, (1, 10, 100, 1000)))
_ONE, _NONE = Decimal(1), Decimal(0)
_EQUALITY = 3  # characters that the sign of equality and the blanks after it may take
_SIGN = 30  # characters that a currency without a number may take before the sign of equality
_OF = 15  # characters between "rate" and the figure: " of about ", " de "
_BASE = 25  # characters after the figure within which the other currency is named: " dollars to the euro"
_NEXT = 4  # words that relate something, after the figure
_DECIMALS = Decimal("0.01")  # a rate alone, without the other currency, is told to hundredths at least
_AFTER = 40  # characters after such a word within which a rate that the figures beside it show stands
_BESIDE = 150  # and from it to those
_AGREES = Decimal("0.01")  # by which they may miss it
_LARGEST = Decimal(100_000)  # the dearest unit of money in the cheapest
_SMALL = 4  # letters of "of", "de", "från"
_OPEN, _CLOSE, _STOPS = "(", ")）]", ",;.，；。"
# In "($1 = 30.47 baht)" a bare sign is the dollar of the United States, whichever the text is about: a wire
# adds such notes to what it says of Singapore dollars or of Mexican pesos.
_BARE, _OF_ALL = "$", "USD"
_FIGURE = regex(r"\D{0,15}?(?<!\d)(\d{1,6}[.,]\d{1,6})(?!\s?%|[\d.,]*\d)")


def find_rates(
    text: str, amounts: Sequence[Amount], cues: Sequence[Cue], lexicon: Lexicon
) -> tuple[tuple[Rate, ...], tuple[Amount, ...]]:
    """The rates in a text, in order, and the amounts that are none of their figures."""
    told = any(cue.kind == "rate" for cue in cues)
    found = list(find_pairs(text, lexicon))
    if not (told or found) and len(amounts) < 2 and _EQUALITY_SIGN.search(text) is None:
        return (), tuple(amounts)  # most texts go no further
    amounts = list(_apart(amounts, found))
    for n, amount in enumerate(amounts):
        rate = (
            _equation(text, amounts, n, lexicon)
            or _in_words(text, amounts, n, cues)
            or _told(text, amount, cues, lexicon)
            or _shown(text, amounts, n, cues)
        )
        if rate is not None:
            found.append(rate)
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
        if one.value not in _PER or one.currency == amount.currency:
            return None  # "1,000 שקלים = 1 שקל חדש"
        rate = _rate(text, one.start, amount, one.currency, one.value)
        if text[one.start] == _BARE and _OF_ALL not in (one.currency, amount.currency):
            return rate._replace(base=_OF_ALL, otherwise=one.currency)
        return rate
    begin = max(0, start - _SIGN)
    items = match_phrases(text, lexicon, begin, start)
    last = items[-1] if items else None
    codes = codes_of(last.meanings) if last is not None and last.end == start else ()
    if last is None or not codes or codes[0] == amount.currency:
        return None
    return _rate(text, last.start, amount, codes[0], Decimal(1))


def _in_words(text: str, amounts: Sequence[Amount], n: int, cues: Sequence[Cue]) -> Rate | None:
    """What one unit of a currency "equals" or "is worth", nothing else said between, in a text with other
    money of the two: nobody pays a dollar.

    Scripts without blanks put the two side by side: 1ドルは150円, 1달러당 1,350원.
    """
    one, amount = amounts[n - 1] if n else amounts[n], amounts[n]
    if one.value != _ONE or one.unit != _ONE or one.currency == amount.currency:
        return None
    between = text[one.end : amount.start]
    equal = spaceless(text[one.end - 1]) and between.strip(BLANKS) in _SIDE_BY_SIDE
    if not equal and not _of_other_money(amounts, one, amount):
        return None
    k = bisect_left(cues, one.end, key=lambda cue: cue.start)
    while k < len(cues) and cues[k].end <= amount.start:
        equal = equal or cues[k].kind in _EQUAL
        between = between.replace(text[cues[k].start : cues[k].end], "", 1)
        k += 1
    if not equal or between.strip(BLANKS) not in _SIDE_BY_SIDE:
        return None
    return _rate(text, one.start, amount, one.currency, _ONE)


def _of_other_money(amounts: Sequence[Amount], one: Amount, amount: Amount) -> bool:
    """Whether a text names more money in one of the currencies of two amounts."""
    codes = (one.currency, amount.currency)
    return any(each.currency in codes and each.start not in (one.start, amount.start) for each in amounts)


def _told(text: str, amount: Amount, cues: Sequence[Cue], lexicon: Lexicon) -> Rate | None:
    """A figure after a word for the exchange rate, where the other currency is named, or its digits are a
    rate's; and before such a word, where both are: "395.20 forint/euró árfolyamon"."""
    cue = _cue_before(amount.start, cues, _OF)
    if amount.value >= _LARGEST or amount.unit > (_ONE if cue is not None else _DECIMALS):
        return None
    between = text[cue.end : amount.start] if cue is not None else ""
    if any(char.isdecimal() for char in between):
        return None
    base, end, per = _named_after(text, amount, lexicon)
    if cue is None and (base is None or not _leads_up_to_rate(text, amount.end, end, cues, lexicon)):
        return None
    if base is None and (amount.unit > _DECIMALS or not _ends(text, end) or _letters(between) > _SMALL):
        return None
    words = text[amount.start : end]
    value, unit = EXACT.divide(amount.value, per), EXACT.divide(amount.unit, per)
    return Rate("", amount.start, end, words, base, amount.currency, value, unit, open=_is_open(amount))


def _shown(text: str, amounts: Sequence[Amount], n: int, cues: Sequence[Cue]) -> Rate | None:
    """A figure after a word for the exchange rate, or alone in a bracket, by which the two amounts beside it
    go together: "$8.5bn, or Rp 135 trillion (rate Rp 15,950)", "Rp 135 triliun (kurs Rp 15.950)"."""
    amount = amounts[n]
    if amount.value >= _LARGEST or amount.unit > 1 or amount.value <= 0:
        return None
    cue = _cue_before(amount.start, cues, _AFTER)
    told = cue is not None and "\n" not in text[cue.end : amount.start]
    before = text[max(0, amount.start - _OF) : amount.start]
    bracketed = _OPEN in before.replace("（", _OPEN) and text[amount.end : amount.end + 1] in _CLOSE
    again = amounts[n - 1].currency == amount.currency  # then it is not the same money once more
    if not told and not (bracketed and again):
        return None
    for one, other in ((n - 2, n - 1), (n - 1, n + 1)):
        if one >= 0 and other < len(amounts) and _goes_by(amounts[one], amounts[other], amount):
            base = next(each for each in (amounts[one], amounts[other]) if each.currency != amount.currency)
            return _rate(text, amount.start, amount, base.currency, _ONE)
    return None


def _goes_by(one: Amount, other: Amount, rate: Amount) -> bool:
    """Whether a rate, in the currency of one of two amounts near it, makes the one of the other."""
    quoted, base = (one, other) if one.currency == rate.currency else (other, one)
    if quoted.currency != rate.currency or base.currency == rate.currency or base.value <= 0:
        return False
    if max(abs(each.start - rate.start) for each in (one, other)) > _BESIDE:
        return False
    implied = Interval.around(quoted.value, quoted.unit).over(Interval.around(base.value, base.unit))
    return implied.meets(Interval(rate.value * (1 - _AGREES), rate.value * (1 + _AGREES)))


def _ends(text: str, end: int) -> bool:
    """Whether nothing follows on a figure that it could be the price of: "at a rate of $5.25 an hour"."""
    return text[end : end + 1] in ("", "\n", *_CLOSE, *_STOPS)


def _letters(words: str) -> int:
    return sum(map(str.isalpha, words))


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


def _cue_before(start: int, cues: Sequence[Cue], within: int) -> Cue | None:
    """The word for a rate that ends last before an offset, within so many characters of it."""
    for n in range(bisect_left(cues, start, key=lambda cue: cue.start) - 1, -1, -1):
        if cues[n].end < start - within:
            break
        if cues[n].kind == "rate" and cues[n].end <= start:
            return cues[n]
    return None


def _leads_up_to_rate(text: str, start: int, end: int, cues: Sequence[Cue], lexicon: Lexicon) -> bool:
    """Whether a word for a rate stands right after a currency that is no weight: "a $2.50 per pound rate"."""
    items = match_phrases(text, lexicon, start, end)
    if any(item is not None and "weight" in item.meanings for item in items):
        return False
    n = bisect_left(cues, end, key=lambda cue: cue.start)
    return any(cue.kind == "rate" and cue.start <= end + 1 for cue in cues[n : n + _NEXT])


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
    words = text[start : amount.end]
    return Rate("", start, amount.end, words, base, amount.currency, value, unit, open=_is_open(amount))


def _is_open(amount: Amount) -> bool:
    """Whether a word names its money that is that of several lands: "dinars", but not "$"."""
    return len(amount.candidates) > 1 and amount.text[-1:].isalpha()
