"""What a command line asks about: WORDS that hold one amount."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ..errors import Notice
from ..records import dataclass
from .plain_amount import plain_amount
from .written_amount import Amount

if TYPE_CHECKING:
    from .mentions import PeriodMention


@dataclass(frozen=True, slots=True)
class Request:
    """One amount (or the two ends of one range), and the period beside it if the words name one.

    ``per_year`` is set where the words call the amount a yearly one.
    """

    text: str
    amounts: tuple[Amount, ...]
    period: PeriodMention | None
    per_year: bool = False

    def doubts(self) -> list[Notice]:
        """What is not certain about the amounts."""
        if not any(amount.notes for amount in self.amounts):
            return []
        from .mentions import doubts  # here: most who type an amount leave no doubt

        return doubts(self.amounts)


def read_request(words: str, lang: str | None = None, on: date | None = None) -> Request:
    """Read WORDS that must hold exactly one amount or one range, as of the day ``on`` if it is known.

    The decimal sign of ``lang`` holds for "1.234", whatever the currency; without it the words must tell
    their language. Raises UsageError (``no_amount``, ``several_amounts``, ``unread_unit``,
    ``stray_number``, ``ambiguous_amount``), naming what was understood, and NoRateError
    (``unknown_currency``) where three capital letters beside a number are no currency.
    """
    if not lang and (amount := plain_amount(words)):
        return Request(words, (amount,), None)
    from .typed_amount import read_typed  # here: the reader and its lexicons are a third of a start

    return read_typed(words, lang, on)
