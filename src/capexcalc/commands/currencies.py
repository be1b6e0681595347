"""What is known of each currency: its rates, its peg, what the law put in its place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..money.currencies import all_codes, minor_units, name
from ..rates.book import RateBook
from ..rates.legal_facts import euro_rate, pegs, redenominations_of, same_code
from ..rates.quote import Leg
from ..records import dataclass
from .outcome import Outcome


@dataclass(frozen=True, slots=True)
class Span:
    """First and last observation of a currency at one source."""

    source: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Peg:
    """A peg from its first day to its last, which is null while it holds."""

    first: date
    last: date | None
    rate: Leg


@dataclass(frozen=True, slots=True)
class Currency:
    """``successor`` is what the law put in its place, by a ``euro_rate`` or by one of the redenominations.

    Of a redenomination that left the code as it was, base and quote are the same.
    """

    code: str
    name: str
    minor_units: int
    spans: tuple[Span, ...]
    pegs: tuple[Peg, ...]
    euro_rate: Leg | None
    redenominations: tuple[Leg, ...]
    successor: str | None


def currencies(codes: Sequence[str], *, book: RateBook) -> Outcome[tuple[Currency, ...]]:
    """Each of ``codes``, or every currency of which anything is known.

    Raises NoRateError (``unknown_currency``).
    """
    found = tuple(_currency(code, book) for code in codes or all_codes())
    return Outcome(found if codes else tuple(each for each in found if _is_known(each)))


def _currency(code: str, book: RateBook) -> Currency:
    euro, renamed = euro_rate(code), redenominations_of(code)
    after = [leg.base for leg in (*renamed, *([euro] if euro else [])) if leg.quote == code]
    return Currency(
        code=code,
        name=name(code),
        minor_units=minor_units(code),
        spans=tuple(Span(source, first, last) for source, first, last in book.holdings.spans(code)),
        pegs=tuple(Peg(first, None if last == date.max else last, leg) for first, last, leg in pegs(code)),
        euro_rate=euro,
        redenominations=(*renamed, *same_code(code)),
        successor=after[0] if after else None,
    )


def _is_known(currency: Currency) -> bool:
    return bool(currency.spans or currency.pegs or currency.successor)
