"""Convert amounts at the reference rate of a date, or at a period's average."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date

from ..errors import NoRateError
from ..money.currencies import round_to_minor
from ..money.money import Money
from ..money.periods import Period
from ..rates.book import RateBook
from ..rates.quote import Quote
from ..reading.request import read_request
from ..reading.written_amount import Amount
from ..records import dataclass
from .notices import newest_date, rate_notices
from .outcome import Outcome

_LIKELY = 3  # currencies that are shown where the words leave it open


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
    """Each amount in ``words`` in each currency of ``to``; of an amount whose currency the words leave open,
    one conversion for each of the likeliest, the likeliest first, as far as there are rates.

    Without ``on`` the newest cached observation's date is used, with a warning. ``average`` takes the mean
    of the period's daily rates instead; ``partial`` accepts a period not wholly covered. Words mean the
    currencies of the day ``on``: francs of 1998 are French ones where French is read.
    """
    request = read_request(words, lang, on)
    warnings = request.doubts()
    if on is None and average is None:
        on, notice = newest_date(book, *to, *(amount.currency for amount in request.amounts))
        warnings.append(notice)

    def quote(base: str, code: str) -> Quote:
        if average is not None:
            return book.average(base, code, average, partial=partial)
        assert on is not None
        return book.quote(base, code, on)

    done = [
        conversion(money, rate, book)
        for code in to
        for amount in request.amounts
        for money, rate in _likely(amount, code, quote)
    ]
    return Outcome(tuple(done), (*warnings, *rate_notices(done)))


def _likely(amount: Amount, code: str, quote: Callable[[str, str], Quote]) -> Iterator[tuple[Money, Quote]]:
    """The amount in each currency it may well be in, with the rate; only the likeliest must have one."""
    yield Money(amount.value, amount.currency), quote(amount.currency, code)
    if "currency" not in (amount.notes or ()):
        return
    shown = 1
    for other in amount.candidates:
        if other != amount.currency and shown < _LIKELY:
            with suppress(NoRateError):
                yield Money(amount.value, other), quote(other, code)
                shown += 1


def conversion(amount: Money, quote: Quote, book: RateBook) -> Conversion:
    """``amount`` by ``quote``, rounded to the target's minor unit."""
    converted = Money(round_to_minor(quote.convert(amount.value), quote.quote), quote.quote)
    return Conversion(amount, converted, quote, book.holdings.title(quote.source))
