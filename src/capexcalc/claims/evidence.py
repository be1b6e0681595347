"""What claims are held against, what is found, and how it is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ..finance.spending import SpendingSeries
from ..money.currencies import round_to_minor
from ..money.formatting import readable
from ..money.interval import Interval
from ..money.money import EXACT, Money
from ..rates.book import RateBook
from ..rates.citation import mean_of
from ..rates.quote import Quote
from ..reading.mentions import Amount, Proportion
from .checked_claim import Hint
from .verdict import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Grounds:
    """Rates, the day, past spending if there is any, how strictly; and the currencies the text names."""

    book: RateBook
    as_of: date
    prior: SpendingSeries | None
    tolerance: Decimal
    named: tuple[str, ...] = ()

    def quote(self, base: str, quote: str) -> Quote | None:
        """The day's rate, or None within one currency."""
        return None if base == quote else self.book.quote(base, quote, self.as_of)


_FITS: dict[Verdict, str] = {"supported": "fits", "close": "is near", "refuted": "does not fit"}
_WIDE = 10  # percent from which a share that is true as a bound is no longer near


class Finding(NamedTuple):
    """What a claim was found to be worth; ``steps`` are the working, line by line."""

    verdict: Verdict
    reason: str
    stated: Money | Decimal | None = None
    computed: Money | Decimal | None = None
    interval: Interval | None = None
    deviation_percent: Decimal | None = None
    hint: Hint | None = None
    quotes: tuple[Quote, ...] = ()
    steps: tuple[str, ...] = ()


def written(stated: Amount, found: Judgement) -> str:
    """How the figure in the text relates to the computed one."""
    words = " ".join(stated.text.split())
    if found.verdict == "supported":
        return f'"{words}" is that figure rounded'
    low, high = found.interval
    apart = abs(found.deviation_percent or 0)
    side = "too high" if (found.deviation_percent or 0) > 0 else "too low"
    return f'"{words}" stands for {readable(low)} to {readable(high)} {stated.currency}, {apart}% {side}'


def fitting(proportion: Proportion, found: Judgement) -> str:
    """How the share or change in the text relates to the computed one."""
    fits = _FITS[found.verdict]
    if found.verdict == "close" and abs(found.deviation_percent or Decimal(0)) > _WIDE:
        fits = "is true to the letter, but wide of it"
    return f'"{" ".join(proportion.text.split())}" {fits}'


def rounding(low: Decimal, high: Decimal, show: Callable[[Decimal], str]) -> str:
    """ " (11.5% to 12.5% with their rounding)"; nothing where rounding leaves no play."""
    one, other = show(low), show(high)
    return "" if one == other else f" ({one} to {other} with their rounding)"


def should_read(stated: Amount, computed: Decimal) -> str:
    """The figure that would have been right, at the digits the writer used: "50 bn EUR"."""
    digits, unit = len(str(abs(stated.value / stated.unit))), stated.unit
    if not computed < 2 * stated.value < 4 * computed:  # another order of size has another last digit
        unit = Decimal(1).scaleb(computed.adjusted() - max(2, digits) + 1)
    value = EXACT.divide(computed, unit).to_integral_value() * unit or computed
    return f"{readable(value, max(4, digits))} {stated.currency}"


def at(quote: Quote | None) -> str:
    """ "at 1 EUR = 7.5879 CNY (ECB, 2025-02-24)"; nothing within one currency."""
    if quote is not None and quote.method == "average" and quote.observations is not None:
        rate = f"1 {quote.base} = {readable(quote.rate, 6)} {quote.quote}"
        return f"at {rate} ({quote.source.upper()}, {mean_of(quote)})"
    if quote is None or not quote.legs:
        return ""
    rates = " and ".join(f"1 {leg.base} = {leg.rate:f} {leg.quote}" for leg in quote.legs)
    return f"at {rates} ({quote.source.upper()}, {quote.observed})"


def in_currency(amount: Amount, currency: str, grounds: Grounds) -> tuple[Decimal, Quote | None]:
    """``amount`` in another currency at the day's rate, unrounded."""
    quote = grounds.quote(amount.currency, currency)
    return (amount.value if quote is None else quote.convert(amount.value)), quote


def money(amount: Amount) -> Money:
    return Money(amount.value, amount.currency)


def rounded(value: Decimal, currency: str) -> Money:
    return Money(round_to_minor(value, currency), currency)


def figure(value: Decimal, currency: str) -> str:
    return f"{readable(value)} {currency}"


def shown(amount: Amount) -> str:
    return figure(amount.value, amount.currency)


def exact(value: Decimal, currency: str) -> str:
    """A figure of the working, to the minor unit."""
    return f"{round_to_minor(value, currency):,f} {currency}"


def percent(value: Decimal, digits: int = 3) -> str:
    return f"{readable(value * 100, digits)}%"


def quotes(*found: Quote | None) -> tuple[Quote, ...]:
    return tuple(q for q in found if q is not None)
