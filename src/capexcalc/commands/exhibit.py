"""What is shown beside the findings of a document: its text, the rates of the days around, past spending."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING

from ..claims.verdicts.checked_claim import CheckedClaim
from ..errors import NoRateError
from ..finance.spending import SpendingSeries
from ..money.periods import Period
from ..rates.book import RateBook
from ..rates.quote import Quote
from ..reading.mentions import Amount
from ..records import dataclass

if TYPE_CHECKING:
    from .rates import Series

# Days around a rate that are shown with it.
_BEFORE, _AFTER = timedelta(days=45), timedelta(days=15)


@dataclass(frozen=True, slots=True)
class Exhibit:
    """``places`` tell where in ``text`` the amounts and claims stand, by their ids: as code points from start
    to end, which the offsets of a document that was made from another source do not. ``rates`` hold those of
    the days around each quote that a claim rests on, ``past`` the past spending that was given."""

    text: str
    places: Mapping[str, tuple[int, int]]
    rates: tuple[Series, ...]
    past: SpendingSeries | None

    def around(self, quote: Quote) -> Series | None:
        """The rates of the days around a quote; None where its rate is no matter of the day."""
        days = _days_around(quote)
        for each in self.rates:
            if (each.base, each.quote) == (quote.base, quote.quote) and days == (each.from_, each.to):
                return each
        return None


def exhibit(
    text: str,
    amounts: Iterable[Amount],
    claims: Iterable[CheckedClaim],
    past: SpendingSeries | None,
    book: RateBook,
) -> Exhibit:
    """What is shown of a document whose amounts and claims have the offsets of ``text``."""
    judged = tuple(claims)
    places = {amount.id: (amount.start, amount.end) for amount in amounts}
    places |= {each.id: (each.claim.start, each.claim.end) for each in judged}
    quotes = chain.from_iterable(each.finding.quotes for each in judged)
    return Exhibit(text, places, tuple(_series(quotes, book)), past)


def _series(quotes: Iterable[Quote], book: RateBook) -> Iterator[Series]:
    """Each stretch once; a rate fixed by law has none."""
    from .rates import show  # here: who wants no exhibit needs none of what it loads

    wanted = {(q.base, q.quote, *_days_around(q)): None for q in quotes if q.method != "fixed"}
    for base, quote, start, end in wanted:
        try:
            yield show(base, quote, Period(start, end), book=book).result
        except NoRateError:
            continue  # a mean published as such has no days


def _days_around(quote: Quote) -> tuple[date, date]:
    """The period of a mean, else some weeks before the rate and two after it."""
    if quote.from_ is not None and quote.to is not None:
        return quote.from_, quote.to
    return quote.observed - _BEFORE, quote.observed + _AFTER
