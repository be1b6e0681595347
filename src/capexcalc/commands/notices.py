"""What must be known of the rates behind a result, said by every command alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date

from ..errors import Notice
from ..rates.book import RateBook
from ..rates.quote import Quote
from ..rates.sources import source_of
from ..words import Phrase


def newest_date(book: RateBook, *codes: str) -> tuple[date, Notice]:
    """The date to convert ``codes`` at when none was asked, and the warning that says so."""
    on = book.newest(*codes)
    return on, Notice(
        "date_not_given",
        (
            "no date given: rates of {on}, the newest up to today, {today}"
            if book.ahead
            else "no date given: rates of {on}, the newest in the cache"
        ),
        on=on,
        today=book.today,
    )


def rate_notices(result: object) -> list[Notice]:
    """What must be known of the rates that ``result`` rests on, whatever holds them.

    Where rates are older than the date asked, one warning for each pair of dates, which names the currencies
    if others have newer ones; and the rates' own.
    """
    quotes = list(_quotes_in(result))
    dates = list(_older(quotes))
    sources = {source for quote in quotes for source in (quote.source, *(leg.source for leg in quote.legs))}
    if all(source_of(source).plain for source in sources):
        return dates
    from ..rates.caveats import remarks

    return [*dates, *remarks(quotes)]


def _older(quotes: Iterable[Quote]) -> Iterator[Notice]:
    pairs: dict[tuple[date, date], dict[str, None]] = defaultdict(dict)
    for quote in quotes:
        if quote.method != "average":
            pairs[quote.as_of, quote.observed][f"{quote.base}/{quote.quote}"] = None
    days = Counter(as_of for as_of, _ in pairs)
    for (as_of, observed), named in sorted(pairs.items()):
        if as_of == observed:
            continue
        said = Phrase(
            "no rate was published for {as_of}: the rate of {observed} is used",
            as_of=as_of,
            observed=observed,
        )
        if days[as_of] > 1:
            said = Phrase("{where}: {said}", where=", ".join(named), said=said)
        yield Notice("rate_date_differs", said)


def _quotes_in(result: object) -> Iterator[Quote]:
    if isinstance(result, Quote):
        yield result
    elif isinstance(result, tuple | list):
        for each in result:
            yield from _quotes_in(each)
    elif is_dataclass(result):
        for field in fields(result):
            yield from _quotes_in(getattr(result, field.name))
