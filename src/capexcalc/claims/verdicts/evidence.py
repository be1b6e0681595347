"""What claims are held against."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from ...errors import NoRateError
from ...finance.spending import SpendingSeries
from ...money.interval import Interval
from ...money.money import EXACT
from ...money.periods import Period
from ...rates.book import RateBook
from ...rates.quote import Quote
from ...reading.mentions import Amount, Rate
from ...records import dataclass
from .conversion import Bases, Basis

_ONE = Decimal(1)
_AGREES = Decimal("0.01")  # by which a rate that a text states may miss the market's and be of the pair


class Moment(NamedTuple):
    """A time that a sentence names or, ``earlier``, one before it: meant only where a figure fits."""

    period: Period
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class Grounds:
    """Rates, the day, past spending if there is any, how strictly; and the currencies the text names.

    ``assumed`` says that nobody knows the text's day: then a rate of any day may be meant. ``rates`` are
    those the text states itself, and that may be true; ``moments`` tells when a sentence, given by its
    offsets, says that its money changed hands.
    """

    book: RateBook
    as_of: date
    prior: SpendingSeries | None
    tolerance: Decimal
    named: tuple[str, ...] = ()
    assumed: bool = False
    rates: tuple[Rate, ...] = ()
    moments: Callable[[tuple[int, int]], Iterable[Moment]] = lambda _: ()

    def quote(self, base: str, quote: str) -> Quote | None:
        """The day's rate, or None within one currency."""
        return None if base == quote else self.book.quote(base, quote, self.as_of)

    def bases(self, sentence: tuple[int, int], at: Literal["day", "then"] | None = None) -> Bases:
        """The rates that a conversion in a sentence may have been made at: the day's, the text's own, those
        of the times that the sentence names or the ones before it do; of these only those that its words name
        ("at the rate of that time")."""
        then = at == "then" and any(not each.earlier for each in self.moments(sentence))

        def of_pair(base: str, quote: str) -> Iterator[Basis]:
            reference = Basis(
                "reference",
                self.book.band(base, quote, self.as_of),
                self.book.quote(base, quote, self.as_of),
            )
            if not then:
                yield reference
            yield from self._told(base, quote, sentence, reference)
            for period, earlier in self.moments(sentence) if at != "day" else ():
                with suppress(NoRateError):
                    yield _in(self.book, base, quote, period)._replace(earlier=earlier)
            if then:
                yield reference._replace(earlier=True)

        return of_pair

    def _told(self, base: str, quote: str, sentence: tuple[int, int], day: Basis) -> Iterator[Basis]:
        """The text's own rates of a pair, either way round.

        One that does not name both currencies is of the sentence it stands in, if it could be of the pair.
        """
        likely = Interval(day.band.low * (1 - _AGREES), day.band.high * (1 + _AGREES))
        turned_to = (each._replace(base=each.otherwise) for each in self.rates if each.otherwise)
        for rate in (*self.rates, *turned_to):
            named = {rate.base, rate.quote} - {None}
            written = Interval.around(rate.value, rate.unit)
            if not named <= {base, quote} or written.low <= 0:
                continue
            straight = Basis("text", written, day.quote, told=rate, rate=rate.value)
            over = Interval(_ONE, _ONE).over(written)
            turned = Basis("text", over, day.quote, told=rate, rate=EXACT.divide(_ONE, rate.value))
            if len(named) == 2:
                yield straight if rate.base == base else turned
            elif sentence[0] <= rate.start < sentence[1]:
                yield from (way for way in (straight, turned) if way.band.meets(likely))


def in_currency(amount: Amount, currency: str, grounds: Grounds) -> tuple[Decimal, Interval, Quote | None]:
    """``amount`` in another currency at the day's rate, unrounded, and all that this can be."""
    quote = grounds.quote(amount.currency, currency)
    if quote is None:
        return amount.value, Interval(amount.value, amount.value), None
    band = grounds.book.band(amount.currency, currency, grounds.as_of).times(amount.value)
    return quote.convert(amount.value), band, quote


def _in(book: RateBook, base: str, quote: str, period: Period) -> Basis:
    if period.start == period.end:
        return Basis(
            "period", book.band(base, quote, period.end), book.quote(base, quote, period.end), period
        )
    mean = book.average(base, quote, period, partial=True)
    return Basis("period", book.band_over(base, quote, period), mean, period)
