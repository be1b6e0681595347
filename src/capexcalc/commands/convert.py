"""Convert amounts at the reference rate of a date, or at a period's average."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..money.currencies import round_to_minor
from ..money.money import Money
from ..money.periods import Period
from ..rates.book import RateBook
from ..rates.quote import Quote
from ..reading.mentions import doubts
from ..reading.typed_amount import read_request
from .notices import newest_date, rate_notices
from .outcome import Outcome


@dataclass(frozen=True, slots=True)
class Conversion:
    """``title`` is what the source of the rate calls its rates."""

    amount: Money
    converted: Money
    quote: Quote
    title: str


def convert(
    words: str,
    to: Sequence[str],
    *,
    book: RateBook,
    on: date | None = None,
    average: Period | None = None,
    partial: bool = False,
    lang: str | None = None,
) -> Outcome[tuple[Conversion, ...]]:
    """Each amount in ``words`` in each currency of ``to``.

    Without ``on`` the newest cached observation's date is used, with a warning. ``average`` takes the mean
    of the period's daily rates instead; ``partial`` accepts a period not wholly covered. Words mean the
    currencies of the day ``on``: francs of 1998 are French ones where French is read.
    """
    request = read_request(words, lang, on)
    warnings = doubts(request.amounts)
    if on is None and average is None:
        on, notice = newest_date(book, *to, *(amount.currency for amount in request.amounts))
        warnings.append(notice)
    done = []
    for code in to:
        for amount in request.amounts:
            if average is not None:
                quote = book.average(amount.currency, code, average, partial=partial)
            else:
                assert on is not None
                quote = book.quote(amount.currency, code, on)
            done.append(conversion(Money(amount.value, amount.currency), quote, book))
    return Outcome(tuple(done), (*warnings, *rate_notices(done)))


def conversion(amount: Money, quote: Quote, book: RateBook) -> Conversion:
    """``amount`` by ``quote``, rounded to the target's minor unit."""
    converted = Money(round_to_minor(quote.convert(amount.value), quote.quote), quote.quote)
    return Conversion(amount, converted, quote, book.holdings.title(quote.source))
