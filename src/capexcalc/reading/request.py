"""The words of a command line, read by the same reader that reads articles."""

from __future__ import annotations

from dataclasses import dataclass

from .mentions import Amount, PeriodMention


@dataclass(frozen=True, slots=True)
class Request:
    """One amount (or the two ends of one range), and the period beside it if the words name one."""

    text: str
    amounts: tuple[Amount, ...]
    period: PeriodMention | None


def read_request(words: str, lang: str | None = None) -> Request:
    """Read WORDS that must hold exactly one amount or one range.

    Raises UsageError (``no_amount``, ``several_amounts``), naming what was understood, and NoRateError
    (``unknown_currency``) where three capital letters beside a number are no currency.
    """
    raise NotImplementedError
