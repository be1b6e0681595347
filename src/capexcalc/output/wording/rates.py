"""What is said of rates: whose they are and of which date, the working, a conversion in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Context
from itertools import groupby
from typing import TYPE_CHECKING

from ...money.formatting import whole
from ...money.money import Money
from ...rates.quote import Leg, Quote
from ...rates.sources import short, source_of, titled
from ...records import dataclass
from ...words import Phrase, in_words, several
from . import english
from .figures import cited

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
    variant, places = _conversion(quote, title)
    return in_words(english.CONVERSIONS[variant], amount=cited(amount), converted=cited(converted), **places)


def rate_steps(quote: Quote) -> tuple[str, ...]:
    """The rates a quote rests on, a line for each; nothing within one currency."""
    if quote.base == quote.quote:
        return ()
    legs = tuple(map(rate_line, quote.legs))
    if quote.method == "average" and quote.observations is not None:
        mean = in_words(
            english.OF_THE_MEAN, rates=_whole(quote), source=short(quote.source), mean=mean_of(quote)
        )
        return (*legs, mean)
    return legs


def rate_line(leg: Leg) -> str:
    """A published rate, a legal one or a peg, with its source or authority."""
    return in_words(english.OF, rates=equation(leg), source=provenance(leg))


def mean_line(quote: Quote, rate: str) -> str:
    """A mean, shown as ``rate``, with its source, its period and the number of its rates."""
    return in_words(
        english.OF_MEAN, rates=_equation(quote, rate), source=short(quote.source), mean=mean_of(quote)
    )


def equation(leg: Leg) -> str:
    """``1 EUR = 7.5879 CNY``; of a currency that lost zeros under one code ``100 SYP became 1 SYP``."""
    if leg.base == leg.quote:
        return in_words(english.BECAME, rate=whole(leg.rate), old=leg.quote, new=leg.base)
    return _equation(leg, whole(leg.rate))


def at_rates(quote: Quote) -> str:
    """The rates a sum was converted at, each with its source or authority; those of one source share it.

    ``1 EUR = 7.5879 CNY and 1 EUR = 1.0466 USD (ECB, 2025-02-24)``
    """
    if quote.method == "average" and quote.observations is not None:
        from ...money.formatting import readable  # which a conversion alone does not need

        rates = mean_line(quote, readable(quote.rate, 6))
        return in_words(english.THROUGH, rates=rates, legs=_joined(quote.legs)) if quote.legs else rates
    return str(_joined(quote.legs)) or _whole(quote)


def provenance(leg: Leg) -> str:
    """Whose rate it is and of which date: ``ECB, 2025-02-24``; of a fact the authority, and since when."""
    if leg.authority:
        source = in_words(english.BY_LAW[leg.source])
        return in_words(english.PROVENANCE["law"], source=source, authority=leg.authority, day=leg.observed)
    often = leg.frequency or "day"
    year, month = leg.observed.year, f"{leg.observed:%Y-%m}"
    return in_words(
        english.PROVENANCE[often], source=short(leg.source), day=leg.observed, year=year, month=month
    )


def mean_of(quote: Quote) -> str:
    """``mean of 256 daily rates, 2024-01-01 to 2024-12-31``."""
    row = source_of(quote.source)
    kind = "months" if row.monthly else "daily" if row.daily else "other"
    return in_words(english.MEANS[kind], count=quote.observations, start=quote.from_, end=quote.to)


def conversion_step(amount: Money, converted: Money, quote: Quote) -> str:
    """The sum as a person would write it: divided by what buys one, multiplied by what one buys."""
    rates = {(leg.base, leg.quote): whole(leg.rate) for leg in quote.legs}
    done, at = "", quote.base
    while at != quote.quote:
        step = next(((pair, rate) for pair, rate in rates.items() if at in pair), None)
        if step is None:
            return f"{cited(amount)} x {whole(quote.rate)} = {cited(converted)}"
        (base, other), rate = step
        done += f" x {rate}" if at == base else f" / {rate}"
        at = other if at == base else base
        del rates[base, other]
    return f"{cited(amount)}{done} = {cited(converted)}"


def _conversion(quote: Quote, title: str) -> tuple[str, dict[str, object]]:
    """The variant of the sentence that a quote asks for, and what stands in its places."""
    if quote.base == quote.quote:
        return "none", {}
    laws = [_by_law(leg) for leg in quote.legs if leg.authority]
    if quote.method == "average":
        return _mean(quote, title, laws)
    observed = [leg for leg in quote.legs if not leg.authority]
    rates = several([*laws, *map(equation, observed)])
    if not observed:
        return "law", {"rates": rates}
    variant = "one" if quote.observed == quote.as_of else "earlier"
    named = _named(observed, title)
    return variant, {"rates": rates, "title": named, "day": quote.observed, "as_of": quote.as_of}


def _mean(quote: Quote, title: str, laws: Sequence[str]) -> tuple[str, dict[str, object]]:
    places: dict[str, object] = {
        "rates": _equation(quote, whole(_CITED.plus(quote.rate))),
        "title": titled(title),
    }
    if quote.observations is None:
        variant = "month" if source_of(quote.source).quotes == "months" else "year"
        places |= {"year": quote.to and quote.to.year, "month": f"{quote.to:%Y-%m}"}
    else:
        variant = "mean.daily" if source_of(quote.source).daily else "mean"
        places |= {"count": quote.observations, "start": quote.from_, "end": quote.to}
    return (f"{variant}.through", {**places, "legs": several(laws)}) if laws else (variant, places)


def _named(legs: Sequence[Leg], title: str) -> str | Phrase:
    often = next((leg.frequency for leg in legs if leg.frequency), None)
    named = titled(title) if len(legs) > 1 else _one(legs[0].source, title)
    return Phrase(english.OFTEN[often], title=named) if often else named


def _one(source: str, title: str) -> Phrase | str:
    single = source_of(source).one
    return Phrase(single) if single else title.removesuffix("s")


def _by_law(leg: Leg) -> str:
    pegged = leg.source == "peg"
    source = in_words(english.PEG, authority=leg.authority) if pegged else leg.authority
    return in_words(english.OF, rates=equation(leg), source=source)


def _joined(legs: Sequence[Leg]) -> Phrase | str:
    return several(
        Phrase(english.OF, rates=several(map(equation, alike)), source=source)
        for source, alike in groupby(legs, provenance)
    )


def _whole(quote: Quote) -> str:
    return _equation(quote, whole(quote.rate))


def _equation(of: Leg | Quote, rate: str) -> str:
    return in_words(english.EQUATION, base=of.base, rate=rate, quote=of.quote)
