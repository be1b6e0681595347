"""Why there is no rate: one error a reason, each with the bounds inside which there is one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ..errors import CacheError, NoRateError
from ..money.periods import Period
from ..words import Phrase, several
from .quote import Leg
from .sources import Source, titled

# The code of a refusal to take a rate in a unit that has ended since, under a code that stayed.
REDENOMINATED = "redenominated"

# First and last observation.
Span = tuple[date, date]


def no_rates_for(code: str, codes: Sequence[str], title: str | Phrase) -> NoRateError:
    """A currency, but none of this source's ``codes``."""
    return NoRateError(
        "no_rates_for",
        "no rates for {code} among the {title}",
        "there are: {codes}" if len(codes) < 50 else "capexcalc rates currencies lists them",
        code=code,
        title=title,
        codes=", ".join(codes),
    )


def no_way(base: str, quote: str, on: date) -> NoRateError:
    """Each has rates somewhere, but no one source has both."""
    return NoRateError(
        "no_rates_for",
        "no rate for {base}/{quote} on {on}: no source has both at that time",
        "capexcalc rates currencies {base} shows what there is",
        base=base,
        quote=quote,
        on=on,
    )


def future_date(on: date, today: date) -> NoRateError:
    return NoRateError(
        "future_date",
        "no rate is known for {on} yet: it lies in the future, today is {today}",
        "give a date that has passed",
        on=on,
        today=today,
    )


def before_first(code: str, on: date, span: Span, title: str) -> NoRateError:
    return NoRateError(
        "before_first",
        "no rate for {code} on {on}: the {title} for {bounds}",
        "give a date from {first} on",
        code=code,
        on=on,
        title=titled(title),
        bounds=_bounds(code, span),
        first=span[0],
    )


def before_birth(code: str, on: date, first: date, authority: str) -> NoRateError:
    """The code stands for nothing before its first day, not even for a number of what it replaced."""
    return NoRateError(
        "before_first",
        "no rate for {code} on {on}: it was issued on {first} ({authority})",
        "give a date from {first} on, or the currency of that time",
        code=code,
        on=on,
        first=first,
        authority=authority,
    )


def before_peg(code: str, on: date, first: date, authority: str) -> NoRateError:
    """Nobody publishes the currency; what is known of it is that it is tied to another since some day."""
    return NoRateError(
        "before_first",
        "no rate for {code} on {on}: nothing is known of it before {first} ({authority})",
        "give a date from {first} on",
        code=code,
        on=on,
        first=first,
        authority=authority,
    )


def after_last(code: str, on: date, span: Span, title: str) -> NoRateError:
    """The source stopped quoting this currency while others go on."""
    return NoRateError(
        "after_last",
        "no rate for {code} on {on}: the {title} for {bounds}",
        "give a date up to {last}",
        code=code,
        on=on,
        title=titled(title),
        bounds=_bounds(code, span),
        last=span[1],
    )


def too_old(pair: str, on: date, newest: date, max_gap: int, title: str) -> NoRateError:
    age = (on - newest).days
    return NoRateError(
        "too_old",
        (
            "no rate for {pair} on {on}: the newest of the {title} in the cache is of {newest}, "
            "{age} days before, and at most {max_gap} are allowed"
        ),
        "capexcalc rates update; or accept an older rate: --max-gap {age}",
        pair=pair,
        on=on,
        title=titled(title),
        newest=newest,
        age=age,
        max_gap=max_gap,
    )


def gap(pair: str, on: date, nearest: Sequence[date], max_gap: int, title: str) -> NoRateError:
    """Inside the bounds, but longer without an observation than allowed; ``nearest`` lie on either side."""
    days_before = [(on - day).days for day in nearest if day <= on]
    return NoRateError(
        "gap",
        (
            "no rate for {pair} on {on} or up to {max_gap} days before: the nearest of the "
            "{title} are of {days}"
        ),
        (
            "give one of these dates; or accept an older rate: --max-gap {age}"
            if days_before
            else "give one of these dates"
        ),
        pair=pair,
        on=on,
        max_gap=max_gap,
        title=titled(title),
        days=several(nearest),
        age=min(days_before, default=None),
    )


def in_quarantine(pair: str, on: date, nearest: Sequence[date], known: str, title: str) -> NoRateError:
    """A gap made on purpose: what was published in it is known to be wrong, so no older rate is advised."""
    return NoRateError(
        "gap",
        (
            "no rate for {pair} on {on}: what was published is kept out ({known}), and the "
            "nearest of the {title} are of {days}"
        ),
        "the average of the year may be known: --average {year}; or give one of these dates",
        pair=pair,
        on=on,
        known=known,
        title=titled(title),
        days=several(nearest),
        year=on.year,
    )


def other_unit(turned: Leg, on: date, nearest: Sequence[date], title: str) -> NoRateError:
    """The last rate is of the unit that a redenomination has ended, under the same code.

    ``nearest`` are the last before, and the next one if there is any yet.
    """
    return NoRateError(
        REDENOMINATED,
        "no rate for {base} on {on}: {units}, and the nearest of the {title} are of {days}",
        "give one of these dates, in whose unit the amount is",
        base=turned.base,
        on=on,
        units=_units(turned),
        title=titled(title),
        days=several(nearest),
    )


def two_units(period: Period, turned: Leg) -> NoRateError:
    """A mean over a redenomination that kept the code would mix two units."""
    return NoRateError(
        REDENOMINATED,
        "no mean from {start} to {end}: {units}",
        "give a period that ends before {observed}, or begins then",
        start=period.start,
        end=period.end,
        units=_units(turned),
        observed=turned.observed,
    )


def _units(turned: Leg) -> Phrase:
    return Phrase(
        "{rate:f} {old} became 1 {new} on {day}",
        rate=turned.rate,
        old=turned.quote,
        new=turned.base,
        day=turned.observed,
    )


def partly_covered(
    spans: Mapping[str, Span], period: Period, observed: Sequence[date], published: int, title: str
) -> NoRateError:
    """``observed`` are the dates with a rate in the period, ``published`` the count of days with any."""
    pair = "/".join(spans)
    if not observed:
        return NoRateError(
            "partly_covered",
            "no rate for {pair} from {start} to {end}: the {title} for {bounds}",
            "give a period inside these bounds",
            pair=pair,
            start=period.start,
            end=period.end,
            title=titled(title),
            bounds=several(_bounds(*span) for span in spans.items()),
        )
    return NoRateError(
        "partly_covered",
        (
            "the {title} for {pair} cover {start} to {end} only in part: {count} of {published} days "
            "published, {first} to {last}"
        ),
        "--partial averages the days there are",
        title=titled(title),
        pair=pair,
        start=period.start,
        end=period.end,
        count=len(observed),
        published=published,
        first=observed[0],
        last=observed[-1],
    )


def not_fetched(source: Source) -> CacheError:
    """A source of which nothing ships, and which nobody has fetched yet."""
    return CacheError(
        "cache_missing",
        "no {title} in the cache: they do not come with the program",
        "capexcalc rates update --source {source} fetches them",
        title=titled(source.title),
        source=source.id,
    )


def name_taken(source: str) -> CacheError:
    """A newsroom's own rates under the name of a source that the program has learnt of since: which currency
    they are units of would be mistaken."""
    return CacheError(
        "name_taken",
        ("the cache holds rates that were imported as {source}, which is the name of another source now"),
        "take the folder {source} out of your cache, and import the rates under another name",
        source=source,
    )


def _bounds(code: str, span: Span) -> Phrase:
    return Phrase("{code} run from {first} to {last}", code=code, first=span[0], last=span[1])
