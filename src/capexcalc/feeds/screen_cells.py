"""The rules a rate passes before it enters the cache; what fails one is kept aside with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import NamedTuple

from ..cache.observations import History, Rejected, is_rate
from ..net.errors import bad_answer
from ..words import Phrase

# A slipped decimal point is a factor of ten; the steepest devaluations of a day are a factor of three.
_OUTLIER = Decimal(4)


class Cell(NamedTuple):
    """One published rate as read, and where: ``eurofxref-hist.csv, line 3``."""

    where: Phrase | str
    day: str
    currency: str
    value: str


def sift(
    cells: Iterable[Cell],
    today: date,
    before: Mapping[str, str] = MappingProxyType({}),
    *,
    annual: bool = False,
) -> tuple[History, list[Rejected]]:
    """The sound rates among ``cells``, and those rejected.

    ``before`` holds the last rate of each currency that is known from before them, if any. ``annual``
    figures, by the last day of their year, may grow without bound from one to the next, as prices do in a
    hyperinflation: an outlier among them is what both its neighbours contradict alike.
    Raises CacheError ``bad_answer`` where the whole is not what its format promises: no date, no currency
    code, two rates for the same day, or no more sound rates than rejected ones.
    """
    history: History = defaultdict(dict)
    rejected: list[Rejected] = []
    places: dict[tuple[date, str], Phrase | str] = {}
    for cell in cells:
        observed = _day(cell)
        if not (len(cell.currency) == 3 and cell.currency.isascii() and cell.currency.isupper()):
            raise bad_answer(
                "{where}: {currency!r} is not a currency code", where=cell.where, currency=cell.currency[:20]
            )
        text, reason = _plain(cell.value)
        if observed > today:
            reason = "future"
        if reason:
            rejected.append(Rejected(observed, cell.currency, cell.value[:40], reason, cell.where))
            continue
        if history[observed].setdefault(cell.currency, text) != text:
            raise bad_answer(
                "{where}: a second rate for {currency} on {observed}",
                where=cell.where,
                currency=cell.currency,
                observed=observed,
            )
        places[observed, cell.currency] = cell.where
    for observed, currency in _spikes(history) if annual else _outliers(history, before):
        value = history[observed].pop(currency)
        rejected.append(Rejected(observed, currency, value, "outlier", places[observed, currency]))
    sound = sum(map(len, history.values()))
    if rejected and len(rejected) >= sound:
        worst = rejected[0]
        raise bad_answer(
            "{where}: {currency} {value!r} is not a rate ({reason})",
            where=worst.where,
            currency=worst.currency,
            value=worst.value,
            reason=worst.reason,
        )
    return {day: rates for day, rates in history.items() if rates}, rejected


def _day(cell: Cell) -> date:
    try:
        return date.fromisoformat(cell.day)
    except ValueError:
        raise bad_answer("{where}: {day!r} is not a date", where=cell.where, day=cell.day[:20]) from None


def _plain(value: str) -> tuple[str, str]:
    """``value`` in plain digits, or the reason why it is no rate."""
    if value.isascii() and "e" in value.lower():
        # JSON writes very small numbers with an exponent.
        try:
            number = Decimal(value)
        except InvalidOperation:
            return value, "not_a_rate"
        value = f"{number:f}" if abs(number.adjusted()) < 30 else value
    if is_rate(value):
        return value, ""
    return value, "not_a_rate" if value.strip("0.") or not value.strip(".") else "zero"


def _outliers(history: Mapping[date, Mapping[str, str]], before: Mapping[str, str]) -> list[tuple[date, str]]:
    """Rates more than four times, or less than a quarter of, the one before, unless the next one confirms."""
    found = []
    for currency, points in _series(history).items():
        trusted = Decimal(before[currency]) if currency in before else _first_trusted(points)
        for index, (observed, value) in enumerate(points):
            following = points[index + 1][1] if index + 1 < len(points) else None
            if _apart(value, trusted) and (following is None or _apart(value, following)):
                found.append((observed, currency))
            else:
                trusted = value
    return found


def _spikes(history: Mapping[date, Mapping[str, str]]) -> list[tuple[date, str]]:
    """Figures more than four times, or less than a quarter of, both the one before and the one after."""
    found = []
    for currency, points in _series(history).items():
        for (_, before), (observed, value), (_, after) in zip(points, points[1:], points[2:], strict=False):
            if value > max(before, after) * _OUTLIER or value * _OUTLIER < min(before, after):
                found.append((observed, currency))
    return found


def _series(history: Mapping[date, Mapping[str, str]]) -> dict[str, list[tuple[date, Decimal]]]:
    """The observations of each currency, ascending."""
    series: dict[str, list[tuple[date, Decimal]]] = defaultdict(list)
    for observed in sorted(history):
        for currency, text in history[observed].items():
            series[currency].append((observed, Decimal(text)))
    return series


def _first_trusted(points: list[tuple[date, Decimal]]) -> Decimal:
    """The first value, unless it stands alone against the two after it."""
    first = points[0][1]
    if len(points) > 2 and _apart(first, points[1][1]) and not _apart(points[1][1], points[2][1]):
        return points[1][1]
    return first


def _apart(one: Decimal, other: Decimal) -> bool:
    return one > other * _OUTLIER or other > one * _OUTLIER
