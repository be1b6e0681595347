"""Why a verdict fell as it did."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ...claims.verdicts.facts import (
    AnnualEven,
    AtOfficialRate,
    Change,
    Difference,
    EquivalenceAtRate,
    EquivalenceUndated,
    ExceedsPriorTotal,
    Facts,
    Product,
    RateAtMarket,
    RecordYear,
    Share,
    Sum,
    ToldBefore,
    Valuation,
)
from ...claims.verdicts.finding import Finding
from ...claims.verdicts.missing import (
    MissingPast,
    MissingRate,
    NoPercentage,
    NoPrior,
    NoShare,
    NoSingleYear,
    NoSpan,
    NotSpending,
)
from ...money.formatting import parts, readable
from ...money.money import Money
from ...money.periods import Span
from ...words import counted, in_words
from . import english
from .figures import factor, interval_end, percent, rounding, shown
from .rates import at_rates

_RATE_DIGITS = 5
_LEAST = Decimal("0.01")  # percent: less is no percentage
_WIDE = 10  # percent from which a share that is true as a bound is no longer near


def reason(found: Finding) -> str:
    """Why a verdict fell as it did."""
    variant, places = _of_facts(found.facts, found)
    code = found.facts.code
    return in_words(english.REASONS[f"{code}.{variant}" if variant else code], **places)


def _of_facts(facts: Facts, found: Finding) -> tuple[str, Mapping[str, object]]:
    """The variant of a reason that facts ask for, and what stands in its places."""
    rates = at_rates(found.quotes[0]) if found.quotes else ""
    match facts:
        case EquivalenceAtRate():
            period = facts.period
            return _of_basis(facts, found), {
                "subject": shown(facts.subject),
                "computed": _banded(facts.computed, found),
                "rates": rates,
                "told": facts.told,
                "start": period and period.start,
                "end": period and period.end,
                "written": amount_written(facts.words, found),
            }
        case EquivalenceUndated():
            days = "one" if facts.start == facts.end else "several"
            return "more" if facts.stretches > 1 else "", {
                "subject": shown(facts.subject),
                "words": facts.words,
                "when": in_words(english.DAYS[days], start=facts.start, end=facts.end),
                "others": counted(
                    "{n} other stretch of days", "{n} other stretches of days", facts.stretches - 1
                ),
            }
        case RateAtMarket():
            return "", {
                "base": facts.base,
                "computed": _rate_banded(facts, found),
                "rates": rates,
                "written": rate_written(facts.words, found),
            }
        case AtOfficialRate():
            places = {"rates": rates, "currency": facts.currency, "authority": facts.authority}
            return "multiple" if facts.kind == "multiple" else "", places
        case AnnualEven():
            return "converted" if rates else "", {
                "subject": shown(facts.subject),
                "span": Span(facts.months, facts.days),
                "computed": shown(facts.computed),
                "per": in_words(english.PER[facts.unit]),
                "rates": rates,
                "written": amount_written(facts.words, found),
            }
        case ExceedsPriorTotal():
            return "assumed" if facts.assumed else "", _exceeding(facts, rates)
        case RecordYear():
            return "yearly" if facts.yearly else "", {
                "value": shown(facts.value),
                "relation": in_words(english.RELATIONS[facts.value.value > facts.largest.value]),
                "largest": shown(facts.largest),
                "label": facts.label,
                "since": facts.since,
                "source": facts.source,
            }
        case ToldBefore():
            return "sum" if len(facts.parts) > 1 else "", {
                "subject": shown(facts.subject),
                "relation": in_words(english.RELATIONS[facts.subject.value > facts.total.value]),
                "total": shown(facts.total),
                "parts": " + ".join(map(shown, facts.parts)),
            }
        case Change():
            kind = "share" if facts.multiple else "fall" if facts.falls else "rise"
            return "", {
                "new": shown(facts.new),
                "old": shown(facts.old),
                "change": _change(facts),
                "written": proportion_written(kind, facts.words, found),
            }
        case Difference():
            return "", {
                "larger": shown(facts.larger),
                "smaller": shown(facts.smaller),
                "computed": shown(facts.computed),
                "written": amount_written(facts.words, found),
            }
        case Share():
            return "", {
                "part": shown(facts.part),
                "whole": shown(facts.whole),
                "computed": _rounded(percent(facts.computed), rounding(facts.lowest, facts.highest, percent)),
                "written": proportion_written("share", facts.words, found),
            }
        case Sum():
            return "", {
                "parts": " + ".join(map(shown, facts.parts)),
                "total": shown(facts.total),
                "written": amount_written(facts.words, found, parts=facts.rounding),
            }
        case Product():
            return "", {
                "count": readable(facts.count),
                "each": shown(facts.each),
                "total": shown(facts.total),
                "written": amount_written(facts.words, found),
            }
        case Valuation():
            return "before" if facts.before else "", {
                "price": shown(facts.price),
                "said": facts.said,
                "computed": shown(facts.computed),
                "written": amount_written(facts.words, found),
            }
        case NoPercentage():
            return "", {"old": shown(facts.old), "new": shown(facts.new)}
        case NoShare():
            return "", {"part": shown(facts.part), "whole": shown(facts.whole)}
        case NoPrior(months, before):
            return "" if months is None else "months", {"span": Span(months or 0), "before": before}
        case NotSpending(kind, source):
            return kind, {"source": source}
        case MissingRate(_, message, help) | MissingPast(_, message, help):
            return "help" if help else "", {"message": message, "help": help}
        case NoSpan() | NoSingleYear():
            return "", {}


def _of_basis(facts: EquivalenceAtRate, found: Finding) -> str:
    """What the rates go by; a currency that was taken because it misses least fits nothing."""
    period = facts.period
    if facts.told is not None:
        return "told"
    if period is not None:
        return "day" if period.start == period.end else "period"
    return "taken" if facts.currency_taken and found.verdict != "refuted" else ""


def _banded(computed: Money, found: Finding) -> str:
    """ "50.08 bn EUR (49.83 to 50.33 bn at the rates of those days)"; nothing beside what has no band."""
    (low, unit), (high, same) = (parts(edge) for edge in found.band or (computed.value,) * 2)
    if (low, unit) == (high, same):
        return shown(computed)
    low = low if unit == same else f"{low}{unit}"  # the unit is said once
    high = f"{high}{same}"
    return in_words(english.BAND, figure=shown(computed), low=low, high=high)


def _rate_banded(facts: RateAtMarket, found: Finding) -> str:
    rate = f"{readable(facts.computed, _RATE_DIGITS)} {facts.quote}"
    if found.band is None or found.band.low == found.band.high:
        return rate
    low, high = (readable(edge, _RATE_DIGITS) for edge in found.band)
    return in_words(english.BAND, figure=rate, low=low, high=high)


def _exceeding(facts: ExceedsPriorTotal, rates: str) -> dict[str, object]:
    subject, value = shown(facts.subject), facts.subject
    if facts.converted is not None:
        value = facts.converted
        subject = in_words(english.CONVERTED, subject=subject, converted=shown(value), rates=rates)
    return {
        "subject": subject,
        "relation": in_words(english.RELATIONS[value.value > facts.total.value]),
        "total": shown(facts.total),
        "start": facts.start,
        "end": facts.end,
        "source": facts.source,
    }


def amount_written(words: str, found: Finding, *, parts: bool = False) -> str:
    """How the figure in the text relates to the computed one, without a percentage that is none."""
    stated, computed = found.stated, found.computed
    assert isinstance(stated, Money)
    assert isinstance(computed, Money)
    apart = found.deviation_percent or Decimal(0)
    how = "high" if (apart or stated.value - computed.value) > 0 else "low"
    if found.verdict == "supported":
        how = "parts" if parts else "band" if found.by_band else "supported"
    elif not apart:
        how = f"{how}.bare"
    low, high = found.interval or (Decimal(0), Decimal(0))
    currency = stated.currency
    ends = {"low": interval_end(low, currency), "high": interval_end(high, currency)}
    return in_words(english.AMOUNT_WRITTEN[how], words=words, **ends, currency=currency, apart=abs(apart))


def rate_written(words: str, found: Finding) -> str:
    """How the exchange rate in the text relates to the market's."""
    apart = abs(found.deviation_percent or Decimal(0))
    off = found.verdict in ("close", "refuted")
    how = "close.bare" if off and not apart else found.verdict
    return in_words(english.RATE_WRITTEN[how], words=words, apart=apart, least=_LEAST)


def proportion_written(kind: str, words: str, found: Finding) -> str:
    """How the share or change in the text relates to the computed one."""
    wide = found.verdict == "close" and abs(found.deviation_percent or Decimal(0)) > _WIDE
    quoted = in_words(english.SAID[kind], words=words)
    return in_words(english.PROPORTION_WRITTEN["wide" if wide else found.verdict], said=quoted)


def _change(facts: Change) -> str:
    """ "12% more (11.5% to 12.5% with their rounding)"; a fall is told without its sign."""
    low, high = facts.lowest, facts.highest
    if facts.multiple:
        how, figure, ends = "multiple", factor(facts.factor), rounding(low, high, factor)
    elif high < 1:
        how, figure, ends = "less", percent(1 - facts.factor), rounding(1 - high, 1 - low, percent)
    else:
        how = "more" if low > 1 else "either"
        figure, ends = percent(facts.factor - 1), rounding(low - 1, high - 1, percent)
    return _rounded(in_words(english.CHANGES[how], figure=figure), ends)


def _rounded(figure: str, ends: tuple[str, str] | None) -> str:
    if ends is None:
        return figure
    low, high = ends
    return in_words(english.WITH_ROUNDING, figure=figure, low=low, high=high)
