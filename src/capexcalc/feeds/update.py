"""Fetch what the cache lacks, and land it in the user's folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from ..cache.folder import Folder, examine
from ..cache.manifest import Manifest, year_of
from ..cache.merge import land, last_before
from ..cache.price_indices import FOLDER as PRICES
from ..cache.price_indices import read_prices
from ..cache.store import Store
from ..errors import CacheError, Notice
from ..rates.source_rates import ANNUAL, PRICING
from .run import UpdateContext, Updated, rejections
from .screen_cells import Cell, sift
from .screen_prices import implausible_in

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


def fetch_new(
    sources: Sequence[str], context: UpdateContext, *, full: bool = False
) -> Iterator[Updated | CacheError]:
    """Bring each of ``sources`` up to date: what was done, or the error that left it as it was.

    ``full`` fetches the whole history again and compares it. Raises UsageError (``bad_url``).
    """
    from ..net.web import Web  # here: requests takes 100 ms to import
    from .update_prices import update_prices

    web = Web(context.timeout, context.mirrors)
    for source in sources:
        bring = update_prices if source == PRICES else partial(_update, source)
        try:
            yield bring(context, web, full=full)
        except CacheError as error:
            yield error


def _update(source: str, context: UpdateContext, web: Web, *, full: bool) -> Updated:
    from .fetching import Fetch

    root, shipped = context.roots
    manifest = Store(context.roots).manifest(source)
    folder, basis = examine(root / source), examine(shipped / source)
    start = None if full else _start(folder, manifest)
    codes = _codes(source, manifest, context.roots)
    first, *others = PROVIDERS[source]
    problem: CacheError | None = None
    for provider in (first, *others):
        # What is damaged or asked for in full must come whole: no "nothing new" will do.
        known = {} if full or folder.damaged or folder.rebuilt else folder.head.get("fetched", {})
        fetch = Fetch(web, partial(context.step, provider), known)
        try:
            cells = _cells(provider, fetch, start, context.today, codes)
            before = last_before(start, folder, basis) if start else {}
            history, rejected = sift(cells, context.today, before, annual=source == ANNUAL)
            if source in PRICING:
                rejected += implausible_in(history, source, context.roots)
            elif source == ANNUAL:
                from .screen_averages import disagreeing

                rejected += disagreeing(history, Store(context.roots), context.today)
        except CacheError as error:
            problem = _joined(problem, error)
            continue
        if problem:
            context.warn(Notice(problem.code, f"{problem.message}: rates of {provider} fill the gap"))
        landed = land(
            history,
            source,
            context.roots,
            head=basis.head | {"origin": "updated"},
            today=context.today,
            waiting=context.waiting,
            revise=provider == first,
            rejected=rejected,
            fetched=fetch.seen if provider == first else None,
        )
        for notice in rejections(landed.rejected):
            context.warn(notice)
        newest = Store(context.roots).manifest(source).newest
        if (age := context.today - newest) > (_SILENCE_ANNUAL if source == ANNUAL else _SILENCE):
            said = f"{provider} answers, and has nothing newer than {newest}, {age.days} days ago"
            context.warn(Notice("nothing_newer", said))
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


def _joined(problem: CacheError | None, error: CacheError) -> CacheError:
    """Both failures in one line, under the code of the first."""
    if problem is None:
        return error
    return CacheError(problem.code, f"{problem.message}; {error.message}", error.hint)
