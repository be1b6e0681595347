"""What is said of a claim: why its verdict fell so, what would explain a wrong figure, and the working."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ...claims.checked_claim import CheckedClaim
from ...claims.claim import KindName
from ...claims.facts import (
    AnnualEven,
    AtOfficialRate,
    Change,
    EquivalenceAtRate,
    EquivalenceUndated,
    ExceedsPriorTotal,
    Facts,
    MissingPast,
    MissingRate,
    NoPercentage,
    NoPrior,
    NoShare,
    NoSingleYear,
    NoSpan,
    NotSpending,
    RateAtMarket,
    ReasonCode,
    RecordYear,
    Share,
    Sum,
)
from ...claims.finding import Finding
from ...claims.hint import (
    AnnualForTotal,
    Hint,
    HintCode,
    InvertedRate,
    OtherDate,
    OtherDefinition,
    OtherSpan,
    WrongCurrency,
    WrongScale,
)
from ...claims.verdict import Verdict
from ...claims.working import Added, Converted, Divided, LessOne, PastPeriod, PastTotal, Spread, Step
from ...money.currencies import name
from ...money.formatting import readable
from ...money.interval import Interval
from ...money.money import PRINTED, Money
from ...money.periods import Span
from ...rates.quote import ABSENT, Quote
from . import english
from .figures import exact, factor, interval_end, percent, rounding, shown
from .rates import at_rates, conversion_step, rate_steps

_RATE_DIGITS = 5
_WIDE = 10  # percent from which a share that is true as a bound is no longer near


@dataclass(frozen=True, slots=True)
class WordedHint:
    """The likeliest reason for a figure that does not hold, with the figure that would have been right.

    ``facts`` are what ``message`` is made of.
    """

    code: HintCode
    message: str
    facts: Hint


@dataclass(frozen=True, slots=True)
class WordedClaim:
    """``subject``, ``object``, ``period`` and ``parts`` are ids of mentions, ``text`` is the sentence,
    ``said`` the words in it that make the claim, which begins at ``line`` and ``column`` of the document.

    ``stated`` is the figure the text gives (a fraction for a change or a share: -0.12 is down 12 %),
    ``computed`` the one that follows from rates, past spending or the text's other figures, ``interval`` the
    figures that round to the stated one, ``band`` all that the computed one can be, ``deviation_percent`` how
    far it lies above the computed one. ``reason`` tells why the verdict fell so, of which ``reason_code`` and
    ``facts`` are the data, ``citation`` the finding in one sentence, ``steps`` the working line by line.
    """

    id: str
    kind: KindName
    start: int
    end: int
    line: int
    column: int
    text: str
    said: str
    subject: str
    object: str | None
    period: str | None
    stated: Money | Decimal | None
    computed: Money | Decimal | None
    interval: tuple[Decimal, Decimal] | None
    band: tuple[Decimal, Decimal] | None
    deviation_percent: Decimal | None
    verdict: Verdict
    reason: str
    reason_code: ReasonCode
    facts: Facts
    hint: WordedHint | None
    citation: str
    quotes: tuple[Quote, ...]
    steps: tuple[str, ...] = ()
    parts: tuple[str, ...] | None = field(default=None, metadata=ABSENT)


def worded(checked: CheckedClaim) -> WordedClaim:
    """A claim as it is printed, its finding in words beside its facts."""
    claim, found = checked.claim, checked.finding
    why, hint = reason(found), found.hint
    slip = None if hint is None else WordedHint(hint.code, hint_message(hint), hint)
    return WordedClaim(
        checked.id,
        claim.kind,
        claim.start,
        claim.end,
        checked.line,
        checked.column,
        checked.text,
        checked.said,
        claim.subject.id,
        claim.object.id if claim.object else None,
        claim.period.id if claim.period else None,
        found.stated,
        found.computed,
        found.interval,
        _printed(found.band),
        found.deviation_percent,
        found.verdict,
        why,
        found.facts.code,
        found.facts,
        slip,
        citation(found.verdict, why, slip.message if slip else None),
        found.quotes,
        working(found),
        tuple(part.id for part in claim.parts) or None,
    )


def citation(verdict: Verdict, reason: str, hint: str | None) -> str:
    """The finding in one sentence, of what is said of it."""
    template = english.CITATION if hint is None else english.CITATION_WITH_HINT
    return template.format(verdict=verdict.replace("_", " ").capitalize(), reason=reason, hint=hint)


def _printed(band: Interval | None) -> Interval | None:
    return band and Interval(PRINTED.plus(band.low), PRINTED.plus(band.high))


def working(found: Finding) -> tuple[str, ...]:
    """The rates a finding rests on, and its working, a line each."""
    return (*(line for quote in found.quotes for line in rate_steps(quote)), *map(step_line, found.steps))


def reason(found: Finding) -> str:
    """Why a verdict fell as it did."""
    variant, places = _of_facts(found.facts, found)
    return english.REASONS[_key(found.facts.code, variant)].format_map(places)


def hint_message(hint: Hint) -> str:
    """What would explain a wrong figure, and how it should read."""
    variant, places = _of_hint(hint)
    said = english.HINTS[_key(hint.code, variant)].format_map(places)
    if isinstance(hint, OtherDefinition) or hint.should_read is None:
        return said
    return english.SHOULD_READ.format(hint=said, figure=_all_of(hint.should_read))


def step_line(step: Step) -> str:
    """One line of the working."""
    match step:
        case Converted(amount, converted, quote):
            return conversion_step(amount, converted, quote)
        case Spread(total, months, annual):
            return _step("spread", total=exact(total), months=months, annual=exact(annual))
        case Added(parts, total):
            return _step("added", parts=" + ".join(map(exact, parts)), total=exact(total))
        case Divided(dividend, divisor, quotient, how):
            said = english.NOTHING if quotient is None else _QUOTIENTS[how](quotient)
            return _step("divided", dividend=exact(dividend), divisor=exact(divisor), quotient=said)
        case LessOne(times, change):
            return _step("less_one", factor=f"{times:.4f}", change=percent(change, 4))
        case PastPeriod(label, amount, source, largest):
            name = "largest" if largest else "period"
            return _step(name, label=label, amount=exact(amount), source=source)
        case PastTotal(start, end, total):
            return _step("total", start=start, end=end, total=exact(total))


_QUOTIENTS = {
    "ratio": "{:.3f}".format,
    "factor": "{:.4f}".format,
    "percentage": lambda quotient: percent(quotient, 4),
}


def _step(name: str, **places: object) -> str:
    return english.STEPS[name].format_map(places)


def _key(code: str, variant: str) -> str:
    return f"{code}.{variant}" if variant else code


def _of_facts(facts: Facts, found: Finding) -> tuple[str, Mapping[str, object]]:
    """The variant of a reason that facts ask for, and what stands in its places."""
    rates = at_rates(found.quotes[0]) if found.quotes else ""
    match facts:
        case EquivalenceAtRate():
            period = facts.period
            return _of_basis(facts), {
                "subject": shown(facts.subject),
                "computed": _banded(facts.computed, found),
                "rates": rates,
                "told": facts.told,
                "start": period and period.start,
                "end": period and period.end,
                "written": amount_written(facts.words, found),
            }
        case EquivalenceUndated():
            days = english.DAYS["one" if facts.start == facts.end else "several"]
            return "more" if facts.stretches > 1 else "", {
                "subject": shown(facts.subject),
                "words": facts.words,
                "when": days.format(start=facts.start, end=facts.end),
                "others": facts.stretches - 1,
            }
        case RateAtMarket():
            return "", {
                "base": facts.base,
                "computed": _rate_banded(facts, found),
                "rates": rates,
                "written": english.RATE_WRITTEN[found.verdict].format(
                    words=facts.words, apart=abs(found.deviation_percent or Decimal(0))
                ),
            }
        case AtOfficialRate():
            places = {"rates": rates, "currency": facts.currency, "authority": facts.authority}
            return "multiple" if facts.kind == "multiple" else "", places
        case AnnualEven():
            return "converted" if rates else "", {
                "subject": shown(facts.subject),
                "span": Span(facts.months).words(),
                "computed": shown(facts.computed),
                "rates": rates,
                "written": amount_written(facts.words, found),
            }
        case ExceedsPriorTotal():
            return "assumed" if facts.assumed else "", _exceeding(facts, rates)
        case RecordYear():
            return "yearly" if facts.yearly else "", {
                "value": shown(facts.value),
                "relation": english.RELATIONS[facts.value.value > facts.largest.value],
                "largest": shown(facts.largest),
                "label": facts.label,
                "since": facts.since,
                "source": facts.source,
            }
        case Change():
            kind = "share" if facts.multiple else "fall" if facts.falls else "rise"
            return "", {
                "new": shown(facts.new),
                "old": shown(facts.old),
                "change": _change(facts),
                "written": proportion_written(kind, facts.words, found),
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
        case NoPercentage():
            return "", {"old": shown(facts.old), "new": shown(facts.new)}
        case NoShare():
            return "", {"part": shown(facts.part), "whole": shown(facts.whole)}
        case NoPrior(months, before):
            return "" if months is None else "months", {"span": Span(months or 0).words(), "before": before}
        case NotSpending(said, source):
            return said, {"source": source}
        case MissingRate(_, message, help) | MissingPast(_, message, help):
            return "help" if help else "", {"message": message, "help": help}
        case NoSpan() | NoSingleYear():
            return "", {}


def _of_basis(facts: EquivalenceAtRate) -> str:
    if facts.told is not None:
        return "told"
    return "period" if facts.period is not None else "taken" if facts.currency_taken else ""


def _banded(computed: Money, found: Finding) -> str:
    """ "50.08 bn EUR (49.83 to 50.33 bn at the rates of those days)"; nothing beside what has no band."""
    low, high = (readable(edge) for edge in found.band or (computed.value,) * 2)
    if low == high:
        return shown(computed)
    if low.partition(" ")[2] == high.partition(" ")[2]:
        low = low.partition(" ")[0]  # the unit is said once
    return english.BAND.format(figure=shown(computed), low=low, high=high)


def _rate_banded(facts: RateAtMarket, found: Finding) -> str:
    rate = f"{readable(facts.computed, _RATE_DIGITS)} {facts.quote}"
    if found.band is None or found.band.low == found.band.high:
        return rate
    low, high = (readable(edge, _RATE_DIGITS) for edge in found.band)
    return english.BAND.format(figure=rate, low=low, high=high)


def _exceeding(facts: ExceedsPriorTotal, rates: str) -> dict[str, object]:
    subject, value = shown(facts.subject), facts.subject
    if facts.converted is not None:
        value = facts.converted
        subject = english.CONVERTED.format(subject=subject, converted=shown(value), rates=rates)
    return {
        "subject": subject,
        "relation": english.RELATIONS[value.value > facts.total.value],
        "total": shown(facts.total),
        "start": facts.start,
        "end": facts.end,
        "source": facts.source,
    }


def amount_written(words: str, found: Finding, *, parts: bool = False) -> str:
    """How the figure in the text relates to the computed one."""
    apart = found.deviation_percent or Decimal(0)
    low, high = found.interval or (Decimal(0), Decimal(0))
    how = "high" if apart > 0 else "low"
    if found.verdict == "supported":
        how = "parts" if parts else "band" if found.by_band else "supported"
    currency = found.stated.currency if isinstance(found.stated, Money) else ""
    ends = {"low": interval_end(low, currency), "high": interval_end(high, currency)}
    return english.AMOUNT_WRITTEN[how].format(words=words, **ends, currency=currency, apart=abs(apart))


def proportion_written(kind: str, words: str, found: Finding) -> str:
    """How the share or change in the text relates to the computed one."""
    wide = found.verdict == "close" and abs(found.deviation_percent or Decimal(0)) > _WIDE
    said = english.SAID[kind].format(words=words)
    return english.PROPORTION_WRITTEN["wide" if wide else found.verdict].format(said=said)


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
    return _rounded(english.CHANGES[how].format(figure=figure), ends)


def _rounded(figure: str, ends: tuple[str, str] | None) -> str:
    if ends is None:
        return figure
    low, high = ends
    return english.WITH_ROUNDING.format(figure=figure, low=low, high=high)


def _of_hint(hint: Hint) -> tuple[str, Mapping[str, Any]]:
    """The variant of a hint that its facts ask for, and what stands in its places."""
    match hint:
        case WrongScale():
            return hint.size, {"times": f"{hint.times:,f}"}
        case WrongCurrency():
            return "", {
                "fits": _called(hint.fits),
                "written": _called(hint.written),
                "amount": shown(hint.amount),
                "converted": shown(hint.converted),
            }
        case OtherDate():
            return "" if hint.start == hint.end else "stretch", {
                "start": hint.start,
                "end": hint.end,
                "observed": hint.observed,
                "amount": shown(hint.amount),
                "converted": shown(hint.converted),
            }
        case InvertedRate():
            return "", {"base": hint.base, "quote": hint.quote, "rate": readable(hint.rate, 6)}
        case AnnualForTotal():
            return hint.fits, {"span": Span(hint.months).words()}
        case OtherSpan():
            return "", {"years": hint.years, "span": Span(hint.months).words()}
        case OtherDefinition():
            return hint.year, {"label": hint.label, "spent": shown(hint.spent)}


def _called(code: str) -> str:
    return english.CURRENCY.format(code=code, name=name(code))


def _all_of(figure: Money) -> str:
    return f"{readable(figure.value, 999)} {figure.currency}"
