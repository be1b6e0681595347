"""What would explain a figure that does not hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...claims.verdicts.hint import (
    AnnualForTotal,
    Hint,
    InvertedRate,
    OtherDate,
    OtherDefinition,
    OtherSpan,
    WrongCurrency,
    WrongScale,
)
from ...money.formatting import readable
from ...money.periods import Span
from ...words import in_words
from . import english
from .figures import every_digit, grouped, shown
from .labels import currency_name


def hint_message(hint: Hint) -> str:
    """What would explain a wrong figure, and how it should read."""
    variant, places = _of_hint(hint)
    message = in_words(english.HINTS[f"{hint.code}.{variant}" if variant else hint.code], **places)
    if isinstance(hint, OtherDefinition) or hint.should_read is None:
        return message
    return in_words(english.SHOULD_READ, hint=message, figure=every_digit(hint.should_read))


def _of_hint(hint: Hint) -> tuple[str, Mapping[str, Any]]:
    """The variant of a hint that its facts ask for, and what stands in its places."""
    match hint:
        case WrongScale():
            return hint.size, {"times": grouped(hint.times)}
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
            return hint.fits, {"span": Span(hint.months)}
        case OtherSpan():
            return "", {"years": hint.years, "span": Span(hint.months)}
        case OtherDefinition():
            return hint.year, {"label": hint.label, "spent": shown(hint.spent)}


def _called(code: str) -> str:
    return in_words(english.CURRENCY, code=code, name=currency_name(code))
