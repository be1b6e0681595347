"""Change the user's rates: fetch what is new, or import a newsroom's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ..cache.folder import Waiting, examine
from ..cache.merge import held, land
from ..cache.store import Store
from ..errors import CacheError, InputError, Notice, UsageError
from ..feeds.rate_file import Sheet, read_rates
from ..feeds.run import UpdateContext, Updated
from ..feeds.screen_batch import named
from ..feeds.screen_import import judge_import
from ..feeds.update import fetch_new
from ..rates.sources import SOURCES, TRUSTED, is_known, source_of
from ..records import dataclass
from ..words import Phrase, several
from .outcome import Outcome


@dataclass(frozen=True, slots=True)
class Failed:
    """A source that stayed as it was, and why."""

    source: str
    code: str
    reason: Phrase


@dataclass(frozen=True, slots=True)
class Updates:
    """Every source asked for is in one of the two."""

    updated: tuple[Updated, ...]
    failed: tuple[Failed, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought: ``base`` is what the rates are per, ``first`` and ``last`` their dates."""

    source: str
    base: str
    first: date
    last: date
    added: int
    revised: int


def update(
    sources: Sequence[str], context: UpdateContext, *, full: bool = False, offline: bool = False
) -> Outcome[Updates]:
    """Fetch the new rates of ``sources``, by default of the trusted ones, and what comes with them.

    ``full`` compares the whole history. Raises UsageError ``unknown_source``, ``bad_url``; CacheError
    ``offline``, and the first failure if every source failed.
    """
    for source in sources:
        if not source_of(source).providers:
            raise UsageError(
                "unknown_source",
                "{source} is not a source that can be fetched",
                "these can be: {sources}",
                source=source[:40],
                sources=", ".join(row.id for row in SOURCES if row.providers),
            )
    if offline:
        raise CacheError(
            "offline",
            "no update: the network is switched off",
            "leave out --offline and CAPEXCALC_OFFLINE; what is there: capexcalc rates status",
        )
    named = [source_of(source) for source in sources or TRUSTED]
    wanted = tuple(dict.fromkeys(id for row in named for id in (row.id, *row.brings)))
    done: list[Updated] = []
    errors: list[tuple[str, CacheError]] = []
    for source, outcome in zip(wanted, fetch_new(wanted, context, full=full), strict=True):
        if isinstance(outcome, Updated):
            done.append(outcome)
        else:
            errors.append((source, outcome))
    if not done:
        raise _all(errors)
    failed = tuple(Failed(source, error.code, error.said) for source, error in errors)
    notices = tuple(
        Notice(each.code, "{source} is as it was: {reason}", source=each.source, reason=each.reason)
        for each in failed
    )
    return Outcome(Updates(tuple(done), failed), notices)


def import_rates(
    path: Path,
    name: str,
    roots: tuple[Path, Path],
    *,
    base: str | None,
    today: date,
    waiting: Waiting,
    accept: bool = False,
) -> Outcome[Imported]:
    """Take the rates in the CSV file at ``path`` as the source ``name``, beside those imported before.

    What is doubtful is refused unless it is to be ``accept``ed. Raises UsageError ``bad_name``,
    ``two_bases``, InputError ``doubtful_rates``, what read_rates raises, and what land raises.
    """
    own = name == "auto" or is_known(name) or (roots[1] / name).exists()
    if own or not re.fullmatch(r"[a-z][a-z0-9_]{1,30}", name):
        raise UsageError(
            "bad_name",
            (
                "{name!r} belongs to the program"
                if re.fullmatch(r"[a-z0-9_]+", name)
                else "{name!r} is no name for a source"
            ),
            "two to thirty small letters, digits and underscores: --source newsroom",
            name=name[:40],
        )
    sheet = read_rates(path, base)
    before = examine(roots[0] / name).head.get("base", sheet.base)
    if before != sheet.base:
        raise UsageError(
            "two_bases",
            "{path}: rates per {base}, but {name} holds rates per {held}",
            "choose another --source, or rates per {held}",
            path=path,
            base=sheet.base,
            name=name,
            held=before,
        )
    notices = _judged(sheet, path, name, roots, today, accept=accept)
    head = {
        "id": name,
        "title": f"rates imported as {name}",
        "url": path.name,
        "terms": "the user's own",
        "base": sheet.base,
        "origin": "imported",
    }
    landed = land(sheet.history, name, roots, head=head, today=today, waiting=waiting)
    first, last = min(sheet.history), max(sheet.history)
    return Outcome(Imported(name, sheet.base, first, last, landed.added, landed.revised), notices)


def _judged(
    sheet: Sheet, path: Path, name: str, roots: tuple[Path, Path], today: date, *, accept: bool
) -> tuple[Notice, ...]:
    """What is to be told of rates that are to be imported. Raises InputError ``doubtful_rates``."""
    years = range(min(sheet.history).year - 1, max(sheet.history).year + 1)
    ours = examine(roots[0] / name)
    known = {day: rates for year in years for day, rates in held(year, ours, ours).items()}
    refused, told = judge_import(sheet.history, sheet.base, known, Store(roots), today)
    if refused and not accept:
        raise InputError(
            "doubtful_rates",
            "{path}: {doubts}: nothing was taken",
            "if it is right after a look, add --accept",
            path=path,
            doubts=named(refused),
        )
    found = [*refused, *told]
    return (Notice("doubtful_rates", "{doubts}: accepted", doubts=named(found)),) if found else ()


def _all(errors: Sequence[tuple[str, CacheError]]) -> CacheError:
    """One error for a run in which nothing succeeded."""
    first = errors[0][1]
    messages = dict.fromkeys(error.said for _, error in errors)
    return CacheError(
        first.code,
        "no rates could be fetched: {reasons}",
        first.advice,
        reasons=several(messages, "{first}; {second}"),
    )
