"""Exchange rates told by the codes of two currencies: "GBP:USD 1.24", "EUR/USD of 1.08", "USDJPY at 150"."""

from __future__ import annotations

from collections.abc import Iterator

from ..money.currencies import is_currency
from ..patterns import regex
from .digits import read_digits
from .lexicon import Lexicon
from .mentions import Rate

_PAIR = regex(
    r"(?<![^\W_])(?<![.,]\d\d\s)(?<![.,]\d\d\d\s)([A-Z]{3})\s?[:/]?\s?([A-Z]{3})(?![^\W_])"
    r"[^\d\n()%]{0,12}?(?<![\d.,])(\d{1,6}[.,]\d{2,6}(?![^\W_]|[.,]\d|\s?%)|\d{2,6}(?![^\W_]|[.,]\d|\s?[^\W\d_%]|\s?%))"
)

# What stands after the first code of a pair that has a figure of its own behind it: "/USD: -0.3% to 1.2696".
_OF_PAIR = regex(r"\s?/\s?[A-Z]{3}\s?(?:[:：=]\s?[-+−±]?|[-+−±])\d")


def find_pairs(text: str, lexicon: Lexicon) -> Iterator[Rate]:
    """The rates of a text that are told so, in order."""
    for found in _PAIR.finditer(text):
        base, quote, figure = found.groups()
        read = read_digits(figure, lexicon.decimal) if is_currency(base) and is_currency(quote) else None
        if read is not None and read[0] > 0 and base != quote:
            yield Rate("", found.start(), found.end(), found[0], base, quote, read[0], read[1])


def is_pair(rate: Rate) -> bool:
    """Whether a rate is told by the codes of its currencies."""
    return _PAIR.fullmatch(rate.text) is not None


def heads_next(text: str, end: int) -> bool:
    """Whether the currency that ends at an offset begins a pair whose rate follows, so that the figure before
    it is that of the pair before: "EUR/USD: -0.2% to 1.1373 GBP/USD: -0.3% to 1.2696"."""
    return _OF_PAIR.match(text, end) is not None
