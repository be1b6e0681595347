"""Fetch what the cache lacks, and land it in the user's folder."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import CacheError, Notice
from .indices import FOLDER as PRICES
from .indices import Edition, indices_of, land_indices, read_prices
from .ingest import Cell, History, Rejected, sift
from .landing import land
from .observed import ANNUAL
from .overlay import Folder, Waiting, examine
from .store import MANIFEST, Manifest, Store

if TYPE_CHECKING:
    from .sources.fetching import Fetch
    from .sources.web import Web

# Who is asked for the rates of a source, in this order; all but the first only fill gaps.
PROVIDERS = {"ecb": ("ecb", "frankfurter"), "nbp": ("nbp",), ANNUAL: ("worldbank",), PRICES: ("worldbank",)}

# Days fetched again, to notice what was revised or published late.
_OVERLAP = timedelta(days=7)
# A currency without a rate for longer than this before the newest one is quoted no more.
_QUOTED = timedelta(days=30)
# Of what is rejected, so many are named at once.
_NAMED = 10


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
    from .sources.web import Web  # here: requests takes 100 ms to import

    web = Web(means.timeout, means.mirrors)
    for source in sources:
        try:
            yield _update_prices(means, web, full) if source == PRICES else _update(source, means, web, full)
        except CacheError as error:
            yield error


def _update(source: str, means: Means, web: Web, full: bool) -> Updated:
    from .sources.fetching import Fetch

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
            history, rejected = sift(cells, means.today, annual=source == ANNUAL)
            if source == ANNUAL:
                from .agreement import agreeing

                history, odd = agreeing(history, Store(means.roots), means.today)
                rejected += odd
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
        _warn(rejected, means)
        newest = Store(means.roots).manifest(source).newest
        return Updated(source, provider, newest, landed.added, landed.revised, len(rejected))
    assert problem is not None
    raise problem


def _update_prices(means: Means, web: Web, full: bool) -> Updated:
    from .sources import worldbank
    from .sources.fetching import Fetch

    root, shipped = means.roots
    held, basis = examine(root / PRICES), examine(shipped / PRICES)
    countries = read_prices(means.roots, []).countries
    known = {index.name: index.updated for index in indices_of(held, "updated")}
    if full or held.damaged or held.rebuilt:
        known = {}  # it must come whole: no "nothing new" will do
    editions: dict[str, Edition] = {}
    for name, (code, counted) in worldbank.INDICES.items():
        fetch = Fetch(web, partial(means.step, "worldbank"))
        found = worldbank.indicator(fetch, code, known=known.get(name))
        if found is None:
            continue
        history, rejected = sift(found.levels(countries), means.today, annual=True)
        title = f"{counted} (World Bank {code}, {found.base})"
        about = basis.head["indices"][name] | {"title": title, "updated": f"{found.updated}"}
        editions[name] = Edition(about, _by_country(history), rejected)
    landed = land_indices(editions, means.roots, today=means.today, waiting=means.waiting)
    outcasts = [each for edition in editions.values() for each in edition.rejected]
    _warn(outcasts, means)
    indices = read_prices(means.roots, []).indices
    newest = max(year for index in indices for levels in index.table.values() for year in levels)
    return Updated(PRICES, "worldbank", date(newest, 12, 31), landed.added, landed.revised, len(outcasts))


def _by_country(history: History) -> dict[str, dict[int, str]]:
    table: dict[str, dict[int, str]] = defaultdict(dict)
    for day, levels in history.items():
        for country, level in levels.items():
            table[country][day.year] = level
    return table


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


def _start(folder: Folder, manifest: Manifest) -> date:
    """From when on to fetch: a little before the newest rate, or all that damage may have cost."""
    years = [int(path.name[:4]) for path in folder.damaged if path.name[:4].isdigit()]
    newest = manifest.newest - _OVERLAP
    return min([newest, *(date(year, 1, 1) for year in years)])


def _cells(
    provider: str, fetch: Fetch, start: date | None, end: date, codes: Mapping[str, str]
) -> Iterator[Cell]:
    module = import_module(f".sources.{provider}", __package__)
    cells: Iterator[Cell] = module.cells(fetch, start, end, codes)
    return cells


def _head(folder: Path) -> dict[str, object]:
    """What the shipped manifest says of the source, and not of its files."""
    content = json.loads((folder / MANIFEST).read_bytes())
    return {key: content[key] for key in content if key not in ("retrieved", "newest", "currencies", "files")}


def _joined(problem: CacheError | None, error: CacheError) -> CacheError:
    """Both failures in one line, under the code of the first."""
    if problem is None:
        return error
    return CacheError(problem.code, f"{problem.message}; {error.message}", error.hint)


def _warn(rejected: Sequence[Rejected], means: Means) -> None:
    for each in rejected[:_NAMED]:
        message = f"{each.where}: {each.currency} {each.value!r} of {each.observed} rejected ({each.reason})"
        means.warn(Notice("rate_rejected", message))
    if more := len(rejected[_NAMED:]):
        means.warn(Notice("rate_rejected", f"{more} more rejected: capexcalc rates verify lists them"))
