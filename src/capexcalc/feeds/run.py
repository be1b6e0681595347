"""One run of updates: what it works with, what it tells on the way, what it did to each source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from ..cache.folder import Waiting
from ..cache.observations import Rejected
from ..errors import Notice
from ..records import dataclass
from ..words import Phrase


@dataclass(frozen=True, slots=True)
class UpdateContext:
    """What an update works with.

    ``roots`` are the user's folder and the shipped one; ``timeout`` is the silence a server may keep, in
    seconds; ``mirrors`` replace the scheme and host of a provider. ``step`` hears of progress (provider,
    requests done, of how many), ``waiting`` of whom there is to wait for, ``warn`` of what is worth knowing.
    ``accept`` takes what is doubtful as a whole.
    """

    roots: tuple[Path, Path]
    today: date
    timeout: float
    mirrors: Mapping[str, str]
    step: Callable[[str, int, int], None]
    waiting: Waiting
    warn: Callable[[Notice], None]
    accept: bool = False


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


def rejections(rejected: Sequence[Rejected]) -> Iterator[Notice]:
    """One notice for all of a currency that broke the same rule."""
    alike: dict[tuple[str, str], list[Rejected]] = defaultdict(list)
    for each in rejected:
        alike[each.currency, each.reason].append(each)
    for (currency, reason), (first, *others) in alike.items():
        yield Notice(
            "rate_rejected",
            (
                "{where}: {currency} {value!r} of {day} rejected ({reason}), and {more} more"
                if others
                else "{where}: {currency} {value!r} of {day} rejected ({reason})"
            ),
            where=first.where,
            currency=currency,
            value=first.value,
            day=first.observed,
            reason=Phrase("{first}, {second}", first=reason, second=first.detail) if first.detail else reason,
            more=len(others),
        )
