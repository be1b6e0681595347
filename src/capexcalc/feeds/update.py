"""Fetch what the cache lacks, and land it in the user's folder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from ..cache.folder import Folder, Waiting, examine
from ..cache.manifest import Manifest, year_of
from ..cache.merge import held, land
from ..cache.observations import History, Rejected
from ..cache.price_indices import FOLDER as PRICES
from ..cache.price_indices import read_prices
from ..cache.store import Store
from ..errors import CacheError, Notice
from ..rates.source_rates import ANNUAL, PRICING
from .screen_cells import Cell, sift
from .screen_prices import euro_rates, implausible

if TYPE_CHECKING:
    from ..net.web import Web
    from .fetching import Fetch

# Who is asked for the rates of a source, in this order; all but the first only fill gaps.
PROVIDERS = {"ecb": ("ecb", "frankfurter"), "nbp": ("nbp",), ANNUAL: ("worldbank",), PRICES: ("worldbank",)}

# Days fetched again, to notice what was revised or published late.
_OVERLAP = timedelta(days=7)
# A source that has published nothing for longer than over any holidays may not be the one that was meant.
_SILENCE = timedelta(days=10)
# The averages of a year come out in the course of the next.
_SILENCE_ANNUAL = timedelta(days=600)
# A currency without a rate for longer than this before the newest one is quoted no more.
_QUOTED = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Updated:
    """What an update did to one source: who answered, the newest date there is now, and how many rates are
    new, revised and rejected."""

    source: str
    provider: str
    newest: date
    added: int
    revised: int
    rejected: int


@dataclass(frozen=True, slots=True)
class Means:
    """What an update works with.

    ``roots`` are the user's folder and the shipped one; ``timeout`` is the silence a server may keep, in
    seconds; ``mirrors`` replace the scheme and host of a provider. ``step`` hears of progress (provider,
    requests done, of how many), ``waiting`` of whom there is to wait for, ``warn`` of what is worth knowing.
    """

    roots: tuple[Path, Path]
    today: date
    timeout: float
    mirrors: Mapping[str, str]
    step: Callable[[str, int, int], None]
    waiting: Waiting
    warn: Callable[[Notice], None]


def fetch_new(sources: Sequence[str], means: Means, *, full: bool = False) -> Iterator[Updated | CacheError]:
    """Bring each of ``sources`` up to date: what was done, or the error that left it as it was.

    ``full`` fetches the whole history again and compares it. Raises UsageError (``bad_url``).
    """
    from ..net.web import Web  # here: requests takes 100 ms to import
    from .update_prices import update_prices

    web = Web(means.timeout, means.mirrors)
    for source in sources:
        bring = update_prices if source == PRICES else partial(_update, source)
        try:
            yield bring(means, web, full=full)
        except CacheError as error:
            yield error


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
    rejected = implausible(tables, euro_rates(Store(roots), years), where=source, since=since)
    for found in rejected:
        history.get(found.observed, {}).pop(found.currency, None)
    return rejected


def rejections(rejected: Sequence[Rejected]) -> Iterator[Notice]:
    """One notice for all of a currency that broke the same rule."""
    alike: dict[tuple[str, str], list[Rejected]] = defaultdict(list)
    for each in rejected:
        alike[each.currency, each.reason].append(each)
    for (currency, reason), (first, *others) in alike.items():
        detail = f", {first.detail}" if first.detail else ""
        said = f"{first.where}: {currency} {first.value!r} of {first.observed} rejected ({reason}{detail})"
        yield Notice("rate_rejected", f"{said}, and {len(others)} more" if others else said)


def _update(source: str, means: Means, web: Web, *, full: bool) -> Updated:
    from .fetching import Fetch

    root, shipped = means.roots
    manifest = Store(means.roots).manifest(source)
    folder = examine(root / source)
    start = None if full else _start(folder, manifest)
    codes = _codes(source, manifest, means.roots)
    first, *others = PROVIDERS[source]
    problem: CacheError | None = None
    for provider in (first, *others):
        # What is damaged or asked for in full must come whole: no "nothing new" will do.
        known = {} if full or folder.damaged or folder.rebuilt else folder.head.get("fetched", {})
        fetch = Fetch(web, partial(means.step, provider), known)
        try:
            cells = _cells(provider, fetch, start, means.today, codes)
            before = _last_before(start, source, means.roots)
            history, rejected = sift(cells, means.today, before, annual=source == ANNUAL)
            if source in PRICING:
                rejected += implausible_in(history, source, means.roots)
            elif source == ANNUAL:
                from .screen_averages import disagreeing

                rejected += disagreeing(history, Store(means.roots), means.today)
        except CacheError as error:
            problem = _joined(problem, error)
            continue
        if problem:
            means.warn(Notice(problem.code, f"{problem.message}: rates of {provider} fill the gap"))
        landed = land(
            history,
            source,
            means.roots,
            head=_head(shipped / source) | {"origin": "updated"},
            today=means.today,
            waiting=means.waiting,
            revise=provider == first,
            rejected=rejected,
            fetched=fetch.seen if provider == first else None,
        )
        for notice in rejections(landed.rejected):
            means.warn(notice)
        newest = Store(means.roots).manifest(source).newest
        if (age := means.today - newest) > (_SILENCE_ANNUAL if source == ANNUAL else _SILENCE):
            said = f"{provider} answers, and has nothing newer than {newest}, {age.days} days ago"
            means.warn(Notice("nothing_newer", said))
        return Updated(source, provider, newest, landed.added, landed.revised, len(landed.rejected))
    assert problem is not None
    raise problem


def _codes(source: str, manifest: Manifest, roots: tuple[Path, Path]) -> Mapping[str, str]:
    """The currencies to ask for, by the provider's name for each."""
    if source != ANNUAL:
        spans = manifest.spans.items()
        return {code: code for code, (_, last) in sorted(spans) if manifest.newest - last <= _QUOTED}
    # One country speaks for a currency: the one that issues it, else the first of those that use it.
    countries = read_prices(roots, []).countries
    speakers: dict[str, str] = {}
    for name, country in sorted(countries.items(), key=lambda item: not item[1].issues):
        if country.currency in manifest.spans:
            speakers.setdefault(country.currency, name)
    return {name: code for code, name in speakers.items()}


def _last_before(start: date | None, source: str, roots: tuple[Path, Path]) -> dict[str, str]:
    """The last rate of each currency held from before ``start``, of the year before at the earliest."""
    if start is None:
        return {}
    ours, theirs = examine(roots[0] / source), examine(roots[1] / source)
    years = (held(year, ours, theirs) for year in (start.year - 1, start.year))
    days = sorted((day, rates) for year in years for day, rates in year.items() if day < start)
    return {code: text for _, rates in days for code, text in rates.items()}


def _start(folder: Folder, manifest: Manifest) -> date:
    """From when on to fetch: a little before the newest rate, or all that damage may have cost."""
    lost = (year_of(path.name) for path in folder.damaged)
    return min([manifest.newest - _OVERLAP, *(date(year, 1, 1) for year in lost if year is not None)])


def _cells(
    provider: str, fetch: Fetch, start: date | None, end: date, codes: Mapping[str, str]
) -> Iterator[Cell]:
    module = import_module(f".providers.{provider}", __package__)
    cells: Iterator[Cell] = module.cells(fetch, start, end, codes)
    return cells


def _head(folder: Path) -> dict[str, object]:
    """What the shipped manifest says of the source, and not of its files."""
    return examine(folder).head


def _joined(problem: CacheError | None, error: CacheError) -> CacheError:
    """Both failures in one line, under the code of the first."""
    if problem is None:
        return error
    return CacheError(problem.code, f"{problem.message}; {error.message}", error.hint)
