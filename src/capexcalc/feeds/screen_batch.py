"""The rules that all that comes in at once must pass, before any of it lands.

A rate that is wrong by itself is kept aside (screen_cells.py, screen_prices.py). A server that has changed
its mind about what it publishes is told by the whole: columns that have changed places, days that have moved,
a level that is another. Then nothing lands until a person has looked.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, pairwise
from statistics import median

from ..cache.observations import History
from ..cache.store import Store
from ..money.currencies import is_currency
from ..rates.legal_facts import changed_units
from ..rates.sources import Source
from ..records import dataclass
from ..words import Phrase
from .other_sources import Others, other_sources

# A step from one day of publication to the next, unless the currency has made as large ones before.
STEP = Decimal("0.08")
_USUAL = Decimal("1.5")
# For so many days without a rate that step is one of a day; for more, as many times larger.
_DAYS = 10
# A published rate is put right by less.
REVISED = Decimal("0.005")
# Columns that fit each other's last rates, and not their own.
_FITS, _OFF = Decimal("0.01"), Decimal("0.02")
# From another source's rate of the day: of one day, and in the median of at least so many.
APART, LASTING, _SEVERAL = Decimal("0.03"), Decimal("0.0075"), 3
# Of a long answer so many days are held against other sources.
_MOST = 60
# Rates have six digits or so; of 12 nobody means the last.
DIGITS = 12
# So many rates, a day late, are no accident.
_SHIFTED = 3
# Each currency that is quoted has a rate on one day or the next; where so many have none, the answer is cut.
_CUT = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Doubt:
    """What breaks a ``rule``: a rate of ``code`` on a day, in which way."""

    code: str
    day: date
    value: str
    rule: str
    detail: Phrase


def doubts(
    fresh: History,
    held: Mapping[date, Mapping[str, str]],
    row: Source,
    store: Store,
    *,
    revise: bool = True,
    whole: bool = False,
) -> list[Doubt]:
    """What is doubtful in ``fresh``, beside what is ``held`` of the source in those years and before.

    ``store`` has the rates of other sources, which are asked about the last days and some before, or the
    ``whole``. Where nothing is held, the past that comes in has its own weekends and crises, and only other
    sources can judge it, unless it is the ``whole`` of a file somebody wrote.

    The rules: ``unknown_code``, ``too_many_digits``, ``weekend``, ``shifted``, ``revision`` (where what is
    held can be revised), ``swapped``, ``lasting_step``, ``off_others``, ``cut_short``; of each currency and
    rule the first.
    """
    new: History = {}
    for day, rates in sorted(fresh.items()):
        known = held.get(day, {})
        if changed := {code: text for code, text in rates.items() if known.get(code) != text}:
            new[day] = changed
    others, begun = other_sources(row, store), bool(held) or whole
    found = [
        *_malformed(new),
        *(_weekends(new, held) if begun and not row.monthly else ()),
        *(_revised(new, held) if revise else ()),
        *(_steps(new, held, row, others, revise=revise) if begun else ()),
        *_off_others(new, row, others, whole=whole),
        # Countries tell of a month when they will; what is a file's own begins with what it should have.
        *(_cut_short(new, held or (_beginning(new) if whole else {})) if not row.monthly else ()),
    ]
    first: dict[tuple[str, str], Doubt] = {}
    for each in found:
        first.setdefault((each.code, each.rule), each)
    return list(first.values())


def named(found: Sequence[Doubt]) -> Phrase:
    """The first of what was found, and how many more there are."""
    first = found[0]
    return Phrase(
        "{code} {value} of {day} ({rule}), {detail}, and {more} more"
        if len(found) > 1
        else "{code} {value} of {day} ({rule}), {detail}",
        code=first.code,
        value=first.value,
        day=first.day,
        rule=first.rule,
        detail=first.detail,
        more=len(found) - 1,
    )


def _malformed(new: History) -> Iterator[Doubt]:
    for day, rates in new.items():
        for code, text in rates.items():
            if not is_currency(code):
                yield Doubt(code, day, text[:40], "unknown_code", Phrase("no currency is called so"))
            if len(text.replace(".", "").strip("0")) > DIGITS:
                said = Phrase("a rate has {most} digits at most", most=DIGITS)
                yield Doubt(code, day, text[:40], "too_many_digits", said)


def _weekends(new: History, held: Mapping[date, Mapping[str, str]]) -> Iterator[Doubt]:
    for day, rates in new.items():
        if day.weekday() >= 5 and day not in held:
            code, text = next(iter(rates.items()))
            yield Doubt(code, day, text, "weekend", Phrase("{day} is no day of business", day=day))


def _revised(new: History, held: Mapping[date, Mapping[str, str]]) -> Iterator[Doubt]:
    """Rates of days that are known: put right by more than a mistake, or those of the day before."""
    days = sorted(held)
    shifted: list[Doubt] = []
    revised: list[Doubt] = []
    changed = 0
    for day, rates in new.items():
        place = bisect_left(days, day)
        earlier = held[days[place - 1]] if place else {}
        for code, text in rates.items():
            was = held.get(day, {}).get(code)
            if was is None:
                continue
            changed += 1
            if earlier.get(code) == text:
                said = Phrase("that is the rate of {day}", day=days[place - 1])
                shifted.append(Doubt(code, day, text, "shifted", said))
            if (apart := _apart(text, was)) > REVISED:
                said = Phrase("{apart:.1%} from {was}, as it was published first", apart=apart, was=was)
                revised.append(Doubt(code, day, text, "revision", said))
    if len(shifted) >= _SHIFTED and 2 * len(shifted) > changed:
        yield from shifted
    yield from revised


def _steps(
    new: History, held: Mapping[date, Mapping[str, str]], row: Source, others: Others, *, revise: bool
) -> Iterator[Doubt]:
    """Steps that no currency of its kind has made and no other source has seen, and columns that have changed
    places."""
    series = _series(held)
    lasts: dict[str, tuple[str, date, str]] = {}
    for code, fresh in _series(new).items():
        known = series.get(code, {})
        both = sorted((known | fresh).items()) if revise else sorted((fresh | known).items())
        limit = max([STEP, *(_USUAL * step for step, *_ in _moves(sorted(known.items())[-300:]))])
        for (day, text), (before, was) in zip(both[1:], both, strict=False):
            if day not in fresh or changed_units([code], before, day):
                continue
            if code not in lasts and before in known and day not in known:
                lasts[code] = was, day, text
            step, days = _apart(text, was), (day - before).days
            large = step > limit * max(Decimal(1), Decimal(days) / _DAYS)
            if large and not _seen(others, row, code, day, text):
                said = Phrase("{step:.0%} from {was} of {day}", step=step, was=was, day=before)
                yield Doubt(code, day, text, "lasting_step", said)
    for (one, (was, day, text)), (other, (was_other, _, text_other)) in combinations(lasts.items(), 2):
        crossed = _apart(text, was_other) < _FITS and _apart(text_other, was) < _FITS
        if crossed and _apart(text, was) > _OFF and _apart(text_other, was_other) > _OFF:
            said = Phrase("it fits {other}, and {other} fits {code}", other=other, code=one)
            yield Doubt(one, day, text, "swapped", said)


def _seen(others: Others, row: Source, code: str, day: date, text: str) -> bool:
    """Whether another source has about the same rate: then the market made the step."""
    found = (theirs(code, day) for theirs in others.values())
    return any(rate and abs(Decimal(text) / rate - 1) <= APART * row.far for rate in found)


def _off_others(new: History, row: Source, others: Others, *, whole: bool) -> Iterator[Doubt]:
    """Rates that another source contradicts which has the day."""
    for code, fresh in _series(new).items() if others else ():
        points = sorted(fresh.items())
        if not whole:  # the last ones, and as many spread over all before
            before = points[:-_MOST]
            points = [*before[:: -(-len(before) // _MOST) or 1], *points[-_MOST:]]
        seen = [
            (Decimal(text) / rate - 1, day, text, source)
            for day, text in points
            for source, theirs in others.items()
            if (rate := theirs(code, day)) is not None
        ]
        for off, day, text, source in seen:
            if abs(off) > APART * row.far:
                said = Phrase("{off:.1%} from the rate of the {source}", off=abs(off), source=source.upper())
                yield Doubt(code, day, text, "off_others", said)
        if len(seen) >= _SEVERAL and abs(off := median(each[0] for each in seen)) > LASTING * row.far:
            said = Phrase("{off:.1%} from other rates on all days", off=abs(off))
            yield Doubt(code, seen[0][1], seen[0][2], "off_others", said)


def _cut_short(new: History, held: Mapping[date, Mapping[str, str]]) -> Iterator[Doubt]:
    """An answer that lacks most of what was published last, on each of its days."""
    if not held or not (later := [day for day in new if day > max(held)]):
        return
    recent = {code for day in sorted(held)[-_DAYS:] for code in held[day]}
    there = {code for day in later for code in new[day]}
    missing = sorted(recent - there)
    if len(recent) >= _SEVERAL and len(missing) > len(recent) * _CUT:
        said = Phrase("{count} of {all} currencies are missing", count=len(missing), all=len(recent))
        yield Doubt(missing[0], later[0], "", "cut_short", said)


def _beginning(new: History) -> History:
    return {day: new[day] for day in sorted(new)[:_DAYS]}


def _series(history: Mapping[date, Mapping[str, str]]) -> dict[str, dict[date, str]]:
    found: dict[str, dict[date, str]] = {}
    for day, rates in history.items():
        for code, text in rates.items():
            found.setdefault(code, {})[day] = text
    return found


def _moves(series: list[tuple[date, str]]) -> Iterator[tuple[Decimal, date]]:
    for (before, was), (day, text) in pairwise(series):
        if day - before <= timedelta(days=_DAYS):
            yield _apart(text, was), day


def _apart(one: str, other: str) -> Decimal:
    a, b = Decimal(one), Decimal(other)
    return max(a, b) / min(a, b) - 1
