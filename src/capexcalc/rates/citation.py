"""A conversion in one sentence, ready to quote."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal

from ..money.money import Money
from .quote import Quote

# A mean is cited to six significant digits, as many as published rates have at most.
_CITED = Context(prec=6, rounding=ROUND_HALF_EVEN)


def cite(amount: Money, converted: Money, quote: Quote, title: str) -> str:
    """What ``amount`` is, at which rate, of which date and source, whose rates ``title`` names in the plural.

    The sentence holds all that is needed to do the conversion by hand, except for an average, whose rates
    are too many: it names their mean, count and period.
    """
    return f"{_amount(amount)} is {_amount(converted)}{_rate(quote, title)}."


def rate_steps(quote: Quote | None) -> tuple[str, ...]:
    """The published rates a quote rests on, a line for each; nothing within one currency."""
    if quote is None or quote.base == quote.quote:
        return ()
    if quote.method == "average":
        mean = f"the mean of {quote.observations} daily rates, {quote.from_} to {quote.to}"
        return (f"1 {quote.base} = {quote.rate:f} {quote.quote} ({quote.source.upper()}, {mean})",)
    return tuple(
        f"1 {leg.base} = {leg.rate:f} {leg.quote} ({leg.source.upper()}, {leg.observed})"
        for leg in quote.legs
    )


def conversion_step(amount: Money, converted: Money, quote: Quote) -> str:
    """The sum as a person would write it: divided by what buys one, multiplied by what one buys."""
    rates = {(leg.base, leg.quote): f"{leg.rate:f}" for leg in quote.legs}
    done, at = "", quote.base
    while at != quote.quote:
        step = next(((pair, rate) for pair, rate in rates.items() if at in pair), None)
        if step is None:
            return f"{_amount(amount)} x {quote.rate:f} = {_amount(converted)}"
        (base, other), rate = step
        done += f" x {rate}" if at == base else f" / {rate}"
        at = other if at == base else base
        del rates[base, other]
    return f"{_amount(amount)}{done} = {_amount(converted)}"


def _rate(quote: Quote, title: str) -> str:
    if quote.base == quote.quote:
        return ": no conversion"
    if quote.method == "average":
        mean = f"1 {quote.base} = {_CITED.plus(quote.rate):f} {quote.quote}"
        return f" at {mean}, the mean of {quote.observations} daily {title} from {quote.from_} to {quote.to}"
    rates = " and ".join(f"1 {leg.base} = {leg.rate:f} {leg.quote}" for leg in quote.legs)
    named = title if len(quote.legs) > 1 else title.removesuffix("s")
    earlier = "" if quote.observed == quote.as_of else f", the last on or before {quote.as_of}"
    return f" at {rates}, the {named} of {quote.observed}{earlier}"


def _amount(money: Money) -> str:
    value: Decimal = money.value
    return f"{money.currency} {value:,f}"
