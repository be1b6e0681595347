"""Why there is no rate: one error a reason, each with the bounds inside which there is one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ..errors import CacheError, NoRateError
from ..money.periods import Period
from .quote import Leg
from .sources import Source

# The code of a refusal to take a rate in a unit that has ended since, under a code that stayed.
REDENOMINATED = "redenominated"

# First and last observation.
Span = tuple[date, date]


def no_rates_for(code: str, codes: Sequence[str], title: str) -> NoRateError:
    """A currency, but none of this source's ``codes``."""
    known = f"there are: {', '.join(codes)}" if len(codes) < 50 else "capexcalc rates currencies lists them"
    return NoRateError("no_rates_for", f"no rates for {code} among the {title}", known)


def no_way(base: str, quote: str, on: date) -> NoRateError:
    """Each has rates somewhere, but no one source has both."""
    message = f"no rate for {base}/{quote} on {on}: no source has both at that time"
    return NoRateError("no_rates_for", message, f"capexcalc rates currencies {base} shows what there is")


def future_date(on: date, today: date) -> NoRateError:
    message = f"no rate is known for {on} yet: it lies in the future, today is {today}"
    return NoRateError("future_date", message, "give a date that has passed")


def before_first(code: str, on: date, span: Span, title: str) -> NoRateError:
    message = f"no rate for {code} on {on}: the {title} for {_bounds(code, span)}"
    return NoRateError("before_first", message, f"give a date from {span[0]} on")


def before_birth(code: str, on: date, first: date, authority: str) -> NoRateError:
    """The code stands for nothing before its first day, not even for a number of what it replaced."""
    message = f"no rate for {code} on {on}: it was issued on {first} ({authority})"
    return NoRateError("before_first", message, f"give a date from {first} on, or the currency of that time")


def before_peg(code: str, on: date, first: date, authority: str) -> NoRateError:
    """Nobody publishes the currency; what is known of it is that it is tied to another since some day."""
    message = f"no rate for {code} on {on}: nothing is known of it before {first} ({authority})"
    return NoRateError("before_first", message, f"give a date from {first} on")


def after_last(code: str, on: date, span: Span, title: str) -> NoRateError:
    """The source stopped quoting this currency while others go on."""
    message = f"no rate for {code} on {on}: the {title} for {_bounds(code, span)}"
    return NoRateError("after_last", message, f"give a date up to {span[1]}")


def too_old(pair: str, on: date, newest: date, max_gap: int, title: str) -> NoRateError:
    age = (on - newest).days
    message = (
        f"no rate for {pair} on {on}: the newest of the {title} in the cache is of {newest}, "
        f"{age} days before, and at most {max_gap} are allowed"
    )
    return NoRateError(
        "too_old", message, f"capexcalc rates update; or accept an older rate: --max-gap {age}"
    )


def gap(pair: str, on: date, nearest: Sequence[date], max_gap: int, title: str) -> NoRateError:
    """Inside the bounds, but longer without an observation than allowed; ``nearest`` lie on either side."""
    days = " and ".join(map(str, nearest))
    message = (
        f"no rate for {pair} on {on} or up to {max_gap} days before: the nearest of the {title} are of {days}"
    )
    hint = "give one of these dates"
    if days_before := [(on - day).days for day in nearest if day <= on]:
        hint += f"; or accept an older rate: --max-gap {min(days_before)}"
    return NoRateError("gap", message, hint)


def in_quarantine(pair: str, on: date, nearest: Sequence[date], known: str, title: str) -> NoRateError:
    """A gap made on purpose: what was published in it is known to be wrong, so no older rate is advised."""
    days = " and ".join(map(str, nearest))
    message = (
        f"no rate for {pair} on {on}: what was published is kept out ({known}), "
        f"and the nearest of the {title} are of {days}"
    )
    hint = f"the average of the year may be known: --average {on.year}; or give one of these dates"
    return NoRateError("gap", message, hint)


def other_unit(turned: Leg, on: date, nearest: Sequence[date], title: str) -> NoRateError:
    """The last rate is of the unit that a redenomination has ended, under the same code.

    ``nearest`` are the last before, and the next one if there is any yet.
    """
    days = " and ".join(map(str, nearest))
    message = (
        f"no rate for {turned.base} on {on}: {_units(turned)}, and the nearest of the {title} are of {days}"
    )
    return NoRateError(REDENOMINATED, message, "give one of these dates, in whose unit the amount is")


def two_units(period: Period, turned: Leg) -> NoRateError:
    """A mean over a redenomination that kept the code would mix two units."""
    message = f"no mean from {period.start} to {period.end}: {_units(turned)}"
    hint = f"give a period that ends before {turned.observed}, or begins then"
    return NoRateError(REDENOMINATED, message, hint)


def _units(turned: Leg) -> str:
    return f"{turned.rate:f} {turned.quote} became 1 {turned.base} on {turned.observed}"


def partly_covered(
    spans: Mapping[str, Span], period: Period, observed: Sequence[date], published: int, title: str
) -> NoRateError:
    """``observed`` are the dates with a rate in the period, ``published`` the count of days with any."""
    pair, whole = "/".join(spans), f"{period.start} to {period.end}"
    if not observed:
        bounds = " and ".join(_bounds(*span) for span in spans.items())
        message = f"no rate for {pair} from {whole}: the {title} for {bounds}"
        return NoRateError("partly_covered", message, "give a period inside these bounds")
    message = (
        f"the {title} for {pair} cover {whole} only in part: "
        f"{len(observed)} of {published} days published, {observed[0]} to {observed[-1]}"
    )
    return NoRateError("partly_covered", message, "--partial averages the days there are")


def not_fetched(source: Source) -> CacheError:
    """A source of which nothing ships, and which nobody has fetched yet."""
    message = f"no {source.title} in the cache: they do not come with the program"
    return CacheError("cache_missing", message, f"capexcalc rates update --source {source.id} fetches them")


def name_taken(source: str) -> CacheError:
    """A newsroom's own rates under the name of a source that the program has learnt of since: which currency
    they are units of would be mistaken."""
    message = f"the cache holds rates that were imported as {source}, which is the name of another source now"
    hint = f"take the folder {source} out of your cache, and import the rates under another name"
    return CacheError("name_taken", message, hint)


def _bounds(code: str, span: Span) -> str:
    return f"{code} run from {span[0]} to {span[1]}"
