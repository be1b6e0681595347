"""Fetch newer editions of the price indices, and land them whole in the user's folder."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import partial

from ..cache.folder import examine
from ..cache.index_file import Table
from ..cache.observations import History
from ..cache.price_indices import FOLDER, Edition, indices_of, land_indices, read_prices
from ..net.web import Web
from ..rates.sources import source_of
from .fetching import Fetch
from .providers import worldbank
from .run import UpdateContext, Updated, rejections
from .screen_cells import sift


def update_prices(context: UpdateContext, web: Web, *, full: bool) -> Updated:
    """Bring every index of the World Bank's up to date, or leave all as they were.

    ``full`` fetches also what has not been updated since. Raises CacheError.
    """
    root, shipped = context.roots
    (provider,) = source_of(FOLDER).providers
    held, basis = examine(root / FOLDER), examine(shipped / FOLDER)
    countries = read_prices(context.roots, []).countries
    known = {index.name: index.updated for index in indices_of(held, "updated")}
    if full or held.damaged or held.rebuilt:
        known = {}  # it must come whole: no "nothing new" will do
    editions: dict[str, Edition] = {}
    for name, (code, counted) in worldbank.INDICES.items():
        fetch = Fetch(web, partial(context.step, provider))
        found = worldbank.indicator(fetch, code, known=known.get(name))
        if found is None:
            continue
        history, rejected = sift(found.levels(countries), context.today, annual=True)
        title = f"{counted} (World Bank {code}, {found.base})"
        about = basis.head["indices"][name] | {"title": title, "updated": f"{found.updated}"}
        editions[name] = Edition(about, _by_country(history), rejected)
    landed = land_indices(editions, context.roots, today=context.today, waiting=context.waiting)
    for notice in rejections(landed.rejected):
        context.warn(notice)
    newest = max(index.years[-1] for index in read_prices(context.roots, []).indices)
    return Updated(FOLDER, provider, date(newest, 12, 31), landed.added, landed.revised, len(landed.rejected))


def _by_country(history: History) -> Table:
    table: dict[str, dict[int, str]] = defaultdict(dict)
    for day, levels in history.items():
        for country, level in levels.items():
            table[country][day.year] = level
    return table
