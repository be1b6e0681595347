"""An amount as scripts write it, figure, scale and code: the same in every language, and read at once.

All else is the reader's, which finds the same in these words: a test holds the two side by side.
"""

from __future__ import annotations

from decimal import Decimal

from ..money.currencies import is_currency
from ..money.money import EXACT, plain
from .written_amount import Amount

# What may stand between figure and code, with its power of ten: so much it is to all who write no more.
_SCALES = {
    "": 0,
    "k": 3, "m": 6, "mn": 6, "bn": 9, "tn": 12,
    "K": 3, "M": 6, "B": 9, "T": 12,
    " m": 6, " mn": 6, " bn": 9, " tn": 12,
    " thousand": 3, " million": 6, " billion": 9, " trillion": 12,
}  # fmt: skip
_IN_SCALES = "".join(_SCALES)
_LONGEST = 12  # digits before the point: of trillions the reader takes no more
_CENTS = 2  # digits after it at most: three may be thousands


def plain_amount(words: str) -> Amount | None:
    """The amount that all of ``words`` are: "380bn CNY", "1.25 million USD", "12.50 EUR"; else None."""
    said, _, code = words.rpartition(" ")
    figure = said.rstrip(_IN_SCALES)
    power = _SCALES.get(said[len(figure) :])
    whole, point, cents = figure.partition(".")
    if power is None or not (0 < len(whole) <= _LONGEST and bool(point) <= len(cents) <= _CENTS):
        return None
    digits = whole + cents
    if whole[0] == "0" != whole or not (digits.isascii() and digits.isdigit() and is_currency(code)):
        return None
    unit = Decimal(1).scaleb(power - len(cents), EXACT)
    value = EXACT.multiply(Decimal(digits), unit)
    return Amount("a1", 0, len(words), words, plain(value), code, (code,), "exact", plain(unit))
