"""What is said of a claim: why its verdict fell so, what would explain a wrong figure, and the working."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal

from ...claims.claim import KindName, Unit
from ...claims.verdicts.checked_claim import CheckedClaim
from ...claims.verdicts.facts import (
    Facts,
    ReasonCode,
)
from ...claims.verdicts.finding import Finding
from ...claims.verdicts.hint import (
    Hint,
    HintCode,
)
from ...claims.verdicts.verdict import Verdict
from ...money.interval import Interval
from ...money.money import PRINTED, Money
from ...rates.quote import ABSENT, Quote
from ...records import dataclass
from ...words import in_words
from . import english
from .hints import hint_message
from .rates import rate_steps
from .reasons import reason
from .steps import step_line


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
    far it lies above the computed one. ``unit`` is that of an annual amount. ``reason`` tells why the
    verdict fell so, of which ``reason_code`` and ``facts`` are the data, ``citation`` the finding in one
    sentence, ``steps`` the working line by line.
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
    unit: Unit | None = field(default=None, metadata=ABSENT)


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
        claim.unit,
    )


def citation(verdict: Verdict, reason: str, hint: str | None) -> str:
    """The finding in one sentence, of what is said of it."""
    template = english.CITATION if hint is None else english.CITATION_WITH_HINT
    return in_words(template, verdict=in_words(english.VERDICTS[verdict]), reason=reason, hint=hint)


def _printed(band: Interval | None) -> Interval | None:
    return band and Interval(PRINTED.plus(band.low), PRINTED.plus(band.high))


def working(found: Finding) -> tuple[str, ...]:
    """The rates a finding rests on, and its working, a line each."""
    return (*(line for quote in found.quotes for line in rate_steps(quote)), *map(step_line, found.steps))
