"""Convert amounts at the reference rate of a date, or at a period's average."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..errors import Notice
from ..money.currencies import round_to_minor
from ..money.money import Money
from ..money.periods import Period
from ..rates.book import RateBook
from ..rates.quote import Quote
from ..reading.mentions import doubts
from ..reading.request import read_request
from .outcome import Outcome


@dataclass(frozen=True, slots=True)
class Conversion:
    """``citation`` says the conversion, its rate, date and source in one sentence."""

    amount: Money
    converted: Money
    quote: Quote
    citation: str


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
    of the period's daily rates instead; ``partial`` accepts a period not wholly covered.
    """
    request = read_request(words, lang)
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
    return Outcome(tuple(done), (*warnings, *rate_notices([c.quote for c in done])))


def conversion(amount: Money, quote: Quote, book: RateBook) -> Conversion:
    """``amount`` by ``quote``, rounded to the target's minor unit, with its citation."""
    converted = Money(round_to_minor(quote.convert(amount.value), quote.quote), quote.quote)
    return Conversion(amount, converted, quote, book.cite(amount, converted, quote))


def newest_date(book: RateBook, *codes: str) -> tuple[date, Notice]:
    """The date to convert ``codes`` at when none was asked, and the warning that says so."""
    on = book.newest(*codes)
    return on, Notice("date_not_given", f"no date given: rates of {on}, the newest in the cache")


def rate_notices(quotes: Sequence[Quote]) -> list[Notice]:
    """Where rates are older than the date asked, one warning for each pair of dates; and the rates' own."""
    pairs = {(q.as_of, q.observed) for q in quotes if q.method != "average" and q.observed != q.as_of}
    dates = [
        Notice("rate_date_differs", f"no rate was published for {as_of}: the rate of {observed} is used")
        for as_of, observed in sorted(pairs)
    ]
    if all(leg.source == "ecb" for quote in quotes for leg in quote.legs):
        return dates  # daily, and to four digits at least
    from ..rates.remarks import remarks

    return [*dates, *remarks(quotes)]
