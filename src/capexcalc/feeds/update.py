"""Fetch what the cache lacks, and land it in the user's folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from ..cache.folder import Folder, examine
from ..cache.manifest import Manifest, year_of
from ..cache.merge import held, land, last_before
from ..cache.observations import History, Rejected
from ..cache.price_indices import read_prices
from ..cache.store import Store
from ..errors import CacheError, Notice
from ..net.errors import bad_answer
from ..rates.legal_facts import is_replaced
from ..rates.refusals import name_taken
from ..rates.source_rates import SourceRates
from ..rates.sources import Source, source_of
from ..words import Phrase, several
from .run import UpdateContext, Updated, rejections
from .screen_cells import Cell, sift
from .screen_prices import implausible_in

if TYPE_CHECKING:
    from ..net.web import Web
    from .fetching import Fetch

# Days fetched again, to notice what was revised or published late.
_OVERLAP = timedelta(days=7)
# For so many days a currency that answers lack is asked for again; then it has been given up for good.
_ASKED = 366
# Over so many days it is seen how often a currency is published.
_WATCHED = timedelta(days=90)


def fetch_new(
    sources: Sequence[str], context: UpdateContext, *, full: bool = False
) -> Iterator[Updated | CacheError]:
    """Bring each of ``sources`` up to date: what was done, or the error that left it as it was.

    ``full`` fetches the whole history again and compares it. Raises UsageError (``bad_url``).
    """
    from ..net.web import Web  # here: requests takes 100 ms to import
    from .update_prices import update_prices

    web = Web(context.timeout, context.mirrors)
    for row in map(source_of, sources):
        bring = update_prices if row.quotes == "indices" else partial(_update, row)
        try:
            yield bring(context, web, full=full)
        except CacheError as error:
            yield error


def _update(row: Source, context: UpdateContext, web: Web, *, full: bool) -> Updated:
    from .fetching import Fetch

    source, (root, shipped) = row.id, context.roots
    folder, basis = examine(root / source), examine(shipped / source)
    if folder.imported:
        raise name_taken(source)
    manifest = _manifest(source, context.roots, basis)
    start = None if full or manifest is None else _start(row, folder, manifest)
    codes = _codes(row, manifest, context.roots)
    problem: CacheError | None = None
    for provider in row.providers:
        first = provider == row.providers[0]
        # What is damaged or asked for in full must come whole: no "nothing new" will do.
        known = {} if full or folder.damaged or folder.rebuilt else folder.head.get("fetched", {})
        fetch = Fetch(web, partial(context.step, provider), known)
        try:
            cells = _cells(provider, fetch, start, context.today, codes)
            before = last_before(start, folder, basis) if start else {}
            history, rejected = sift(cells, context.today, before, annual=row.quotes == "averages")
            rejected += _screened(row, history, context)
            if row.quotes != "averages":
                _judge(history, row, provider, context, revise=first)
            if manifest is None and not history:
                raise bad_answer("{provider} answers without a single rate", provider=provider)
        except CacheError as error:
            problem = _joined(problem, error)
            continue
        if problem:
            context.warn(
                Notice(
                    problem.code,
                    "{problem}: rates of {provider} fill the gap",
                    problem=problem.said,
                    provider=provider,
                )
            )
        landed = land(
            history,
            source,
            context.roots,
            head=row.head | {"origin": "updated"},
            today=context.today,
            waiting=context.waiting,
            revise=first,
            rejected=rejected,
            fetched=fetch.seen if first else None,
        )
        for notice in (*rejections(landed.rejected), *_unheard(row, codes, provider, context.roots)):
            context.warn(notice)
        newest = Store(context.roots).manifest(source).newest
        # It may not be the one that was meant.
        if (age := (context.today - newest).days) > row.silence:
            context.warn(
                Notice(
                    "nothing_newer",
                    "{provider} answers, and has nothing newer than {newest}, {age} days ago",
                    provider=provider,
                    newest=newest,
                    age=age,
                )
            )
        return Updated(source, provider, newest, landed.added, landed.revised, len(landed.rejected))
    assert problem is not None
    raise problem


def _judge(history: History, row: Source, provider: str, context: UpdateContext, *, revise: bool) -> None:
    """Raises CacheError (``doubtful_rates``) where all that came in at once is not to be believed unseen."""
    from .screen_batch import doubts, named

    if not history:
        return
    years = range(min(history).year - 1, max(history).year + 1)
    ours, theirs = (examine(root / row.id) for root in context.roots)
    known = {day: rates for year in years for day, rates in held(year, ours, theirs).items()}
    found = doubts(history, known, row, Store(context.roots), revise=revise)
    if not found:
        return
    said = Phrase("{provider}: {doubts}", provider=provider, doubts=named(found))
    if context.accept:
        context.warn(Notice("doubtful_rates", "{said}: accepted", said=said))
        return
    raise CacheError(
        "doubtful_rates",
        "{said}: nothing was taken",
        "if it is right after a look: capexcalc rates update --source {source} --accept",
        said=said,
        source=row.id,
    )


def _unheard(row: Source, codes: Iterable[str], provider: str, roots: tuple[Path, Path]) -> Iterator[Notice]:
    """A word about the currencies that were asked for, and are not there to the end: of a source that takes
    some less often than others, to where they should be by now."""
    if not (row.daily or row.rhythm):
        return
    source = SourceRates(Store(roots), row.id, 0)
    spans, newest = source.manifest.spans, source.manifest.newest
    lasts = {code: spans[code][1] for code in codes if code in spans and not is_replaced(code)}
    late = sorted(
        code
        for code, last in lasts.items()
        if last < newest and (row.daily or (newest - last).days > _step(source, code, last))
    )
    if late:
        yield Notice(
            "currency_missing",
            "{provider} has nothing of {codes} up to {newest}: asked for again with the next update",
            provider=provider,
            codes=", ".join(late),
            newest=newest,
        )


def _step(source: SourceRates, code: str, last: date) -> int:
    """The most days there were of late between two rates of ``code``."""
    days = [day for day, values in source.rows([code], last - _WATCHED, last) if values]
    return max(((after - before).days for before, after in pairwise(days)), default=source.row.late)


def _screened(row: Source, history: History, context: UpdateContext) -> list[Rejected]:
    """What breaks a rule in the light of what is known otherwise, taken out of ``history``."""
    if row.quotes == "prices":
        return implausible_in(history, row.id, context.roots)
    if row.quotes == "averages":
        from .screen_averages import disagreeing

        return disagreeing(history, row.id, Store(context.roots), context.today)
    return []


def _manifest(source: str, roots: tuple[Path, Path], shipped: Folder) -> Manifest | None:
    """What there is of ``source``; None where nothing of it ships and the user has nothing sound yet."""
    try:
        return Store(roots).manifest(source)
    except CacheError:
        if shipped.years or shipped.damaged:
            raise
        return None


def _codes(row: Source, manifest: Manifest | None, roots: tuple[Path, Path]) -> Mapping[str, str]:
    """The currencies to ask for, by the provider's name for each; none where nothing is known yet."""
    if manifest is None:
        return {}
    if row.quotes != "averages":
        return {code: code for code in sorted(_live(row, manifest))}
    # One country speaks for a currency: the one that issues it, else the first of those that use it.
    countries = read_prices(roots, []).countries
    speakers: dict[str, str] = {}
    for name, country in sorted(countries.items(), key=lambda item: not item[1].issues):
        if country.currency in manifest.spans:
            speakers.setdefault(country.currency, name)
    return {name: code for code, name in speakers.items()}


def _start(row: Source, folder: Folder, manifest: Manifest) -> date:
    """From when on to fetch: a little before the oldest last rate of a currency that is quoted still, or all
    that damage may have cost."""
    lasts = [manifest.spans[code][1] for code in _live(row, manifest)]
    lost = (year_of(path.name) for path in folder.damaged)
    return min([min(lasts) - _OVERLAP, *(date(year, 1, 1) for year in lost if year is not None)])


def _live(row: Source, manifest: Manifest) -> Iterator[str]:
    """The currencies that are quoted still, or may be: what was replaced by law ends soon after."""
    for code, (_, last) in manifest.spans.items():
        late = (manifest.newest - last).days
        if late <= row.late or (late <= _ASKED and not is_replaced(code)):
            yield code


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
    said = several((problem.said, error.said), "{first}; {second}")
    return CacheError(problem.code, said, problem.advice)
