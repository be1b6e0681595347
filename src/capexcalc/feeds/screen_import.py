"""The rules for a newsroom's own rates: they may differ from the market's, but not by a slip of the hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from ..cache.observations import History
from ..cache.store import Store
from ..errors import CacheError, NoRateError
from ..rates.book import RateBook
from ..rates.quote import Quote
from ..rates.sources import Source
from ..words import Phrase
from .screen_batch import Doubt, doubts

# Rates of one's own are this close to the market's, and a slip comes as close to what it makes of them.
_OWN, _SLIP, _FITS = Decimal("0.1"), Decimal("0.02"), Decimal("0.01")
# So many days that repeat the reference of another one, which was so many days of publication before at most.
_SHIFTED, _BACK = 3, 3
# What is only told: banks take rates of their own, and on days of their own.
_TOLD = frozenset({"weekend", "off_others", "revision", "cut_short"})


class Judged(NamedTuple):
    """What is ``refused`` unless somebody has looked at it, and what is ``told``."""

    refused: list[Doubt]
    told: list[Doubt]


def judge_import(
    history: History,
    base: str,
    known: Mapping[date, Mapping[str, str]],
    store: Store,
    today: date,
) -> Judged:
    """Judge rates per one ``base`` by those ``known`` before and those of the sources in ``store``.

    Beside the rules of screen_batch.py there are ``future``, ``turned_round``, ``per_hundred``,
    ``power_of_ten``, ``off_market``, ``swapped`` and ``shifted``, which name the other source's figure.
    """
    book = RateBook(store, today=today)
    slips = list(_slips(history, base, book, today))
    general = doubts(history, known, Source("", base=base), store, whole=True)
    # What the market confirms is no step of theirs.
    confirmed = {
        code for code in {code for rates in history.values() for code in rates} if _rated(book, base, code)
    }
    general = [each for each in general if each.rule != "lasting_step" or each.code not in confirmed]
    slipped = {each.code for each in slips}
    told = [each for each in general if each.rule in _TOLD and each.code not in slipped]
    return Judged([*slips, *(each for each in general if each.rule not in _TOLD)], told)


def _slips(history: History, base: str, book: RateBook, today: date) -> Iterator[Doubt]:
    """The first of each currency and rule."""
    seen: set[tuple[str, str]] = set()
    repeated: dict[str, list[Doubt]] = {}
    compared: Counter[str] = Counter()
    before: dict[str, dict[Decimal, date]] = {}
    off: dict[str, tuple[date, Decimal, Decimal]] = {}
    for day, rates in sorted(history.items()):
        for code, text in rates.items():
            if day > today:
                found = _late(today)
            else:
                quote = _quote(book, base, code, day)
                if quote is None:
                    continue
                found = _slip(Decimal(text), quote)
                known = before.setdefault(code, {})
                compared[code] += quote.observed == day
                if quote.observed == day and Decimal(text) != quote.rate and Decimal(text) in known:
                    said = Phrase("that is the rate of {day}", day=known[Decimal(text)])
                    repeated.setdefault(code, []).append(Doubt(code, day, text[:40], "shifted", said))
                known.pop(quote.rate, None)
                known[quote.rate] = quote.observed
                if len(known) > _BACK:
                    del known[next(iter(known))]
                if not _near(Decimal(text) / quote.rate, _SLIP):
                    off.setdefault(code, (day, Decimal(text), quote.rate))
            if found and (code, found[0]) not in seen:
                seen.add((code, found[0]))
                yield Doubt(code, day, text[:40], *found)
    for code, late in repeated.items():  # on most days: a rate that hardly moves returns to where it was
        if len(late) >= _SHIFTED and 2 * len(late) > compared[code]:
            yield late[0]
    for (one, (day, value, rate)), (other, (_, value_other, rate_other)) in combinations(off.items(), 2):
        if _near(value / rate_other, _FITS) and _near(value_other / rate, _FITS):
            said = Phrase("it fits {other}, and {other} fits {code}", other=other, code=one)
            yield Doubt(one, day, f"{value:f}"[:40], "swapped", said)


def _late(today: date) -> tuple[str, Phrase] | None:
    return "future", Phrase("today is {today}", today=today)


def _slip(value: Decimal, quote: Quote) -> tuple[str, Phrase] | None:
    theirs: dict[str, object] = dict(  # noqa: C408 - words as keys would be taken for rules
        source=quote.source.upper(), rate=f"{quote.rate:.6g}", day=quote.observed
    )
    ratio, turned = value / quote.rate, value * quote.rate
    if _near(turned, _SLIP) and not _near(ratio, _SLIP):
        return "turned_round", Phrase("the {source} has {rate} on {day}: is it turned round?", **theirs)
    if _near(ratio, _OWN):
        return None
    for each in (ratio, turned):
        if any(_near(each / hundred, _OWN) for hundred in (Decimal(100), Decimal("0.01"))):
            said = "the {source} has {rate} on {day}: is it for a hundred?"
            return "per_hundred", Phrase(said, **theirs)
    power = Decimal(1).scaleb(round(ratio.log10()))
    if _near(ratio / power, _OWN):
        said = "the {source} has {rate} on {day}: it is {times:f} times that"
        return "power_of_ten", Phrase(said, times=power, **theirs)
    return "off_market", Phrase("the {source} has {rate} on {day}", **theirs)


def _near(ratio: Decimal, margin: Decimal) -> bool:
    return 1 - margin <= ratio <= 1 + margin


def _quote(book: RateBook, base: str, code: str, day: date) -> Quote | None:
    try:
        return book.quote(base, code, day)
    except (NoRateError, CacheError):
        return None


def _rated(book: RateBook, base: str, code: str) -> bool:
    """Whether the sources have both currencies at all."""
    try:
        book.holdings.check(base, code)
    except (NoRateError, CacheError):
        return False
    return True
