"""The rules that tell a price published wrongly from one that moved: by its neighbours, its peg, the ECB.

For a source that publishes the prices of currencies in its own. What builds the shipped files and what
updates them judge alike: a price is kept out, or taken out once the next ones give it away, and listed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal, localcontext
from pathlib import Path

from ..cache.folder import examine
from ..cache.merge import held
from ..cache.observations import History, Rejected
from ..cache.store import Store
from ..money.money import EXACT
from ..rates.legal_facts import peg, same_code
from ..rates.quarantine import quarantine
from ..rates.sources import TRUSTED, short
from ..words import Phrase

# A coarser figure cannot bear a verdict at the default tolerance of 2 %.
_COARSEST = Decimal("0.02")
# The ECB takes its rates three hours later, so a day's storm parts the two; a fault parts them further.
_OFF_ECB = Decimal("0.03")
_OFF_PEG = Decimal("0.01")
# A lone figure this far from both neighbours, which agree with one another, is no move of a market.
_LONE = Decimal("0.08")
# A few figures in a row, this far from those before and after.
_STRAY, _STRAY_LENGTH = Decimal("0.35"), 5
# As far before a new price lies what it may tell of, and what that is to be compared with.
_NEIGHBOURHOOD = timedelta(weeks=26)
# Unmoved figures over this time, while the anchor moved by more than _STALE_MOVE, were not taken anew.
_STALE_DAYS, _STALE_MOVE = 14, Decimal("0.01")

# The most trusted source, the ECB.
_REFERENCE = TRUSTED[0]

# Dates to prices as published, of one currency.
Series = Mapping[date, str]
# Dates to units of each currency per euro.
Reference = Mapping[date, Mapping[str, Decimal]]

_Prices = Mapping[date, Decimal]
# The rule a price broke, and how.
_Reason = tuple[str, Phrase | str]


def implausible(
    tables: Mapping[str, Series], ecb: Reference, *, source: str = "", where: str, since: date = date.min
) -> list[Rejected]:
    """Every price that breaks a rule, with the first one it breaks; by date and currency.

    ``tables`` holds the prices of each currency; by those of the dollar and the euro the others are judged.
    What is from before ``since`` was judged before, and is looked at again only where later prices tell more
    of it. The rules: ``zero``, ``old_unit``, ``too_few_digits``, ``stale``; ``off_ecb``,
    ``peg_break``; ``outlier``; and
    those of the quarantine of ``source``, which come before all others.
    """
    with localcontext(EXACT):
        found = sorted(_broken(tables, ecb, source, since), key=lambda each: each[:2])
    return [
        Rejected(day, code, tables[code][day], reason, where, detail) for day, code, (reason, detail) in found
    ]


def implausible_in(history: History, source: str, roots: tuple[Path, Path]) -> list[Rejected]:
    """What breaks a rule in the light of what the cache held before, taken out of ``history``.

    A rate that the cache held may be among them, given away by those that came after it.
    """
    if not history:
        return []
    since = min(history)
    years = range(since.year - 2, max(history).year + 1)  # what stands still may do so for long
    ours, theirs = examine(roots[0] / source), examine(roots[1] / source)
    tables: dict[str, dict[date, str]] = defaultdict(dict)
    for each in (*(held(year, ours, theirs) for year in years), history):
        for day, rates in each.items():
            for code, text in rates.items():
                tables[code][day] = text
    rejected = implausible(tables, euro_rates(Store(roots), years), source=source, where=source, since=since)
    for found in rejected:
        history.get(found.observed, {}).pop(found.currency, None)
    return rejected


def euro_rates(store: Store, years: Container[int]) -> Reference:
    """The ECB's rates of ``years``, as far as it has them. Raises CacheError (``cache_missing`` ...)."""
    return {
        day: {code: Decimal(text) for code, text in rates}
        for year in store.manifest(_REFERENCE).files
        if year in years
        for day, rates in store.year(_REFERENCE, year).published()
    }


def _broken(
    tables: Mapping[str, Series], ecb: Reference, source: str, since: date
) -> Iterator[tuple[date, str, _Reason]]:
    prices: dict[str, _Prices] = {}
    recent = since - _NEIGHBOURHOOD if since > date.min + _NEIGHBOURHOOD else date.min
    for code, series in tables.items():
        bad = {
            day: reason
            for day, reason in _faulty(source, code, series, tables.get("USD", {}))
            if day >= since
        }
        yield from ((day, code, reason) for day, reason in bad.items())
        prices[code] = {
            day: Decimal(text) for day, text in series.items() if day >= recent and day not in bad
        }
    for code, own in prices.items():
        confirmed = set()
        for day, reason in _off_reference(code, own, prices, ecb):
            confirmed.add(day)
            if reason and day >= since:
                yield day, code, reason
        # What the ECB or a peg confirms is no outlier, however far it moved.
        for day in _outliers(own, prices.get("USD", {}), since):
            if day not in confirmed:
                yield day, code, ("outlier", Phrase("unlike the figures before and after"))


def _faulty(source: str, code: str, series: Series, dollar: Series) -> Iterator[tuple[date, _Reason]]:
    """Prices that are faulty by themselves, or by those before them."""
    outdated = dict(_in_old_units(code, series, dollar))
    fresh: date | None = None
    for day, text in sorted(series.items()):
        value = Decimal(text)
        if known := quarantine(source, code, day):
            yield day, (known.rule, known.detail)
        elif not value:
            yield day, ("zero", Phrase("a currency has a price"))
        elif day in outdated:
            yield day, ("old_unit", outdated[day])
        elif (coarse := _unit(value) / value / 2) > _COARSEST:
            half = Phrase("half a unit of the last digit is {coarse:.1%}", coarse=coarse)
            yield day, ("too_few_digits", half)
        elif fresh is not None and series[fresh] == text and _moved(dollar, fresh, day, value):
            yield day, ("stale", Phrase("unmoved since {day}", day=fresh))
        elif fresh is None or series[fresh] != text:
            fresh = day


def _in_old_units(code: str, series: Series, dollar: Series) -> Iterator[tuple[date, Phrase]]:
    """Prices of the first days after a redenomination that are nearer to the old unit's than to the new's."""
    days = [day for day in sorted(series) if Decimal(series[day]) and day in dollar]
    for leg in same_code(code):
        before = [day for day in days if day < leg.observed]
        for day in days[len(before) :] if before else ():
            times = _in_dollars(day, series, dollar) / _in_dollars(before[-1], series, dollar)
            if times * times >= leg.rate:
                break
            yield day, Phrase("{rate:f} {code} became 1 on {day}", rate=leg.rate, code=code, day=leg.observed)


def _moved(dollar: Series, start: date, end: date, value: Decimal) -> bool:
    """Whether the dollar's price moved more since ``start`` than the last digit of ``value`` can hide."""
    if (end - start).days <= _STALE_DAYS:
        return False
    days = (start + timedelta(days=n) for n in range((end - start).days + 1))
    prices = [Decimal(dollar[day]) for day in days if day in dollar]
    return bool(prices) and max(prices) / min(prices) - 1 > _STALE_MOVE + _unit(value) / value


def _off_reference(
    code: str, own: _Prices, prices: Mapping[str, _Prices], ecb: Reference
) -> Iterator[tuple[date, _Reason | None]]:
    """Each day on which the ECB or a peg says what the price was, with the rule broken, if any."""
    for day, price in own.items():
        coarse = _unit(price) / price
        euro = prices.get("EUR", {}).get(day)
        if euro and (reference := ecb.get(day, {}).get(code)):
            apart = abs(euro / price / reference - 1)
            if apart > _OFF_ECB + coarse:
                far = Phrase("{apart:.1%} from the {source}", apart=apart, source=short(_REFERENCE))
                yield day, ("off_ecb", far)
            else:
                yield day, None
        elif (leg := peg(code, day)) is not None:
            anchor = leg.quote if leg.base == code else leg.base
            if anchor_price := prices.get(anchor, {}).get(day):
                parity = price / anchor_price if leg.base == code else anchor_price / price
                apart = abs(parity / leg.rate - 1)
                broken = Phrase(
                    "{apart:.1%} from {rate} {quote} to the {base}",
                    apart=apart,
                    rate=leg.rate,
                    quote=leg.quote,
                    base=leg.base,
                )
                yield day, ("peg_break", broken) if apart > _OFF_PEG + coarse else None


def _outliers(own: _Prices, dollar: _Prices, since: date) -> Iterator[date]:
    """Prices far from those before and after, in dollars: the publisher's own moves are no one's fault.

    Only those that a price of ``since`` or later gives away.
    """
    days = [day for day in sorted(own) if day in dollar]
    values = [own[day] / dollar[day] for day in days]
    index = 1
    while index < len(values):
        for length in range(1, min(_STRAY_LENGTH, len(values) - index - 1) + 1):
            before, after = values[index - 1], values[index + length]
            least = min(_apart(values[index], before), _apart(values[index + length - 1], after))
            limit = _LONE if length == 1 else _STRAY
            if least > limit and _apart(before, after) < least / 3:
                if days[index + length] >= since:
                    yield from days[index : index + length]
                index += length
                break
        index += 1


def _in_dollars(day: date, series: Series, dollar: Series) -> Decimal:
    return Decimal(series[day]) / Decimal(dollar[day])


def _apart(one: Decimal, other: Decimal) -> Decimal:
    return max(one, other) / min(one, other) - 1


def _unit(value: Decimal) -> Decimal:
    """One unit of the last digit published."""
    return Decimal(1).scaleb(int(value.as_tuple().exponent))
