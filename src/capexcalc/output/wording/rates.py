"""What is said of rates: whose they are and of which date, the working, a conversion in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from ...money.money import Money
from ...rates.quote import Leg, Quote
from ...rates.sources import source_of

if TYPE_CHECKING:
    from ...commands.convert import Conversion

# A mean is cited to six significant digits, as many as published rates have at most.
_CITED = Context(prec=6, rounding=ROUND_HALF_EVEN)


@dataclass(frozen=True, slots=True)
class WordedConversion:
    """``citation`` says the conversion, its rate, date and source in one sentence."""

    amount: Money
    converted: Money
    quote: Quote
    citation: str


def worded(conversion: Conversion) -> WordedConversion:
    """A conversion as it is printed."""
    amount, converted, quote = conversion.amount, conversion.converted, conversion.quote
    return WordedConversion(amount, converted, quote, cite(amount, converted, quote, conversion.title))


def cite(amount: Money, converted: Money, quote: Quote, title: str) -> str:
    """What ``amount`` is, at which rate, of which date and source, whose rates ``title`` names in the plural.

    The sentence holds all that is needed to do the conversion by hand, except for an average, whose rates
    are too many: it names their mean, count and period.
    """
    return f"{_amount(amount)} is {_amount(converted)}{_rate(quote, title)}."


def rate_steps(quote: Quote) -> tuple[str, ...]:
    """The rates a quote rests on, a line for each; nothing within one currency."""
    if quote.base == quote.quote:
        return ()
    legs = tuple(map(rate_line, quote.legs))
    if quote.method == "average" and quote.observations is not None:
        mean = f"{quote.source.upper()}, the {mean_of(quote)}"
        return (*legs, f"1 {quote.base} = {quote.rate:f} {quote.quote} ({mean})")
    return legs


def rate_line(leg: Leg) -> str:
    """A published rate, a legal one or a peg, with its source or authority."""
    return f"{equation(leg)} ({provenance(leg)})"


def equation(leg: Leg) -> str:
    """``1 EUR = 7.5879 CNY``; of a currency that lost zeros under one code ``100 SYP became 1 SYP``."""
    if leg.base == leg.quote:
        return f"{leg.rate:f} {leg.quote} became 1 {leg.base}"
    return f"1 {leg.base} = {leg.rate:f} {leg.quote}"


def at_rates(quote: Quote) -> str:
    """The rates a sum was converted at, each with its source or authority; those of one source share it.

    ``1 EUR = 7.5879 CNY and 1 EUR = 1.0466 USD (ECB, 2025-02-24)``
    """
    if quote.method == "average" and quote.observations is not None:
        from ...money.formatting import readable  # which a conversion alone does not need

        rate = f"1 {quote.base} = {readable(quote.rate, 6)} {quote.quote}"
        through = f", through {_joined(quote.legs)}" if quote.legs else ""
        return f"{rate} ({quote.source.upper()}, {mean_of(quote)}){through}"
    return _joined(quote.legs) or f"1 {quote.base} = {quote.rate:f} {quote.quote}"


def _joined(legs: Sequence[Leg]) -> str:
    groups = ((" and ".join(map(equation, alike)), source) for source, alike in groupby(legs, provenance))
    return " and ".join(f"{rates} ({source})" for rates, source in groups)


def provenance(leg: Leg) -> str:
    """Whose rate it is and of which date: ``ECB, 2025-02-24``; of a fact the authority, and since when."""
    if leg.authority:
        return f"{leg.source}: {leg.authority}, since {leg.observed}"
    if leg.frequency in ("annual", "monthly"):
        span = f"{leg.observed:%Y}" if leg.frequency == "annual" else f"{leg.observed:%Y-%m}"
        return f"{leg.source.upper()}, average of {span}"
    often = f"{leg.frequency}, " if leg.frequency else ""
    return f"{leg.source.upper()}, {often}{leg.observed}"


def mean_of(quote: Quote) -> str:
    """``mean of 256 daily rates, 2024-01-01 to 2024-12-31``."""
    row = source_of(quote.source)
    often = "monthly averages" if row.quotes == "months" else "daily rates" if row.daily else "rates"
    return f"mean of {quote.observations} {often}, {quote.from_} to {quote.to}"


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
    facts = [f"{equation(leg)} ({_authority(leg)})" for leg in quote.legs if leg.authority]
    if quote.method == "average":
        return _mean(quote, title, facts)
    observed = [leg for leg in quote.legs if not leg.authority]
    if not observed:
        return f" at {' and '.join(facts)}"
    rates = " and ".join([*facts, *map(equation, observed)])
    earlier = "" if quote.observed == quote.as_of else f", the last on or before {quote.as_of}"
    return f" at {rates}, the {_named(observed, title)} of {quote.observed}{earlier}"


def _mean(quote: Quote, title: str, facts: Sequence[str]) -> str:
    mean = f" at 1 {quote.base} = {_CITED.plus(quote.rate):f} {quote.quote}"
    through = f", through {' and '.join(facts)}" if facts else ""
    if quote.observations is None:
        span = f"{quote.to:%Y-%m}" if source_of(quote.source).quotes == "months" else f"{quote.to:%Y}"
        return f"{mean}, from the {title} of {span}{through}"
    count = f"{quote.observations} daily" if source_of(quote.source).daily else f"{quote.observations}"
    return f"{mean}, the mean of {count} {title} from {quote.from_} to {quote.to}{through}"


def _named(legs: Sequence[Leg], title: str) -> str:
    often = next((f"{leg.frequency} " for leg in legs if leg.frequency), "")
    return often + (title if len(legs) > 1 else title.removesuffix("s"))


def _authority(leg: Leg) -> str:
    return f"peg, {leg.authority}" if leg.source == "peg" else str(leg.authority)


def _amount(money: Money) -> str:
    value: Decimal = money.value
    return f"{money.currency} {value:,f}"
