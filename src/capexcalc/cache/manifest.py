"""What a folder of the cache says of itself: the source, its currencies, every file with its checksums.

``rates_cache/ecb/manifest.json`` is one: JSON that ends in its own checksum. The names of the files it
vouches for are made here too: ``2025.csv`` where it ships, in the user's folder ``2025-0f1e2d3c.csv``, with
its CRC-32.
"""

from __future__ import annotations

import json
import re
import zlib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Literal

from ..records import dataclass
from .errors import damaged

MANIFEST = "manifest.json"

# How the files of a folder came to be there.
Origin = Literal["shipped", "updated", "imported"]

# Two days of observation.
Span = tuple[date, date]

# So long without an observation, on so many days of publication, is no holiday: the source has paused.
_PAUSE, _PASSED_OVER = timedelta(days=45), 3

# A year's file and its CRC-32.
YearEntry = tuple[Path, int]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a source offers over all folders.

    Rates are units per one ``base``, observed from ``oldest`` to ``newest``; ``spans`` holds the first and
    last observation of each other currency, ``pauses`` the last before and the first after each time in which
    the source went on without it, ``files`` the path and CRC-32 of each year's file in every
    folder that has it: first the folder whose rates reach furthest, among equals the first. ``imported``
    says that they are a newsroom's own.
    """

    title: str
    base: str
    oldest: date
    newest: date
    spans: Mapping[str, Span]
    pauses: Mapping[str, tuple[Span, ...]]
    files: Mapping[int, tuple[YearEntry, ...]]
    imported: bool = False


def read_manifest(path: Path) -> Manifest | None:
    """One folder's manifest, None where there is none. Raises CacheError (``cache_damaged``)."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    try:
        content = unsealed(data)
        spans = {
            code: (date.fromisoformat(days["first"]), date.fromisoformat(days["last"]))
            for code, days in content["currencies"].items()
        }
        return Manifest(
            title=str(content["title"]),
            base=str(content["base"]),
            oldest=min(first for first, _ in spans.values()),
            newest=date.fromisoformat(content["newest"]),
            spans=spans,
            pauses={
                code: _spans(days["pauses"])
                for code, days in content["currencies"].items()
                if "pauses" in days
            },
            files=dict(_year_entry(path, name, file["crc32"]) for name, file in content["files"].items()),
            imported=content.get("origin") == "imported",
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise damaged(path, "not a manifest as it was written") from None


def contents(data: bytes) -> tuple[dict[str, Any], dict[str, str]]:
    """What a manifest says of its source, and the files it names with their SHA-256.

    Raises ValueError, KeyError, TypeError, AttributeError or RecursionError where it is none.
    """
    content = unsealed(data)
    files = content.pop("files") | content.pop("lists", {})
    head = {key: value for key, value in content.items() if key not in _MADE}
    return head, {str(name): str(said["sha256"]) for name, said in files.items()}


def written(
    head: Mapping[str, Any],
    files: Mapping[str, bytes],
    *,
    lists: Mapping[str, bytes] | None = None,
    retrieved: date | None = None,
    rates: Mapping[date, Iterable[str]] | None = None,
    fetched: Mapping[str, Any] | None = None,
) -> bytes:
    """The manifest of a folder of ``files`` and ``lists`` beside them, by name.

    ``head`` says what the source is (id, title, url, terms, base); ``rates`` are the currencies of each day
    in the files of years, ``fetched`` the validators of the last answers.
    """
    manifest = dict(head)
    if retrieved is not None:
        manifest["retrieved"] = retrieved.isoformat()
    if rates:
        manifest |= _offer(rates)
    manifest["files"] = {name: _digests(content) for name, content in files.items()}
    if lists is not None:
        manifest["lists"] = {name: _digests(content) for name, content in lists.items()}
    if fetched is not None:
        manifest["fetched"] = fetched
    return sealed(manifest)


def sealed(manifest: Mapping[str, Any]) -> bytes:
    """A manifest as it is written: JSON that ends in the CRC-32 of all that stands before that."""
    body = json.dumps(manifest, indent=1).removesuffix("\n}").encode("ascii")
    return body + _seal(body)


def unsealed(data: bytes) -> Any:
    """What a manifest says. Raises ValueError unless every byte is as it was written."""
    length = len(_seal(b""))
    if data[-length:] != _seal(data[:-length]):
        raise ValueError("differs from its checksum")
    return json.loads(data)


def file_name(stem: str, content: bytes) -> str:
    """The name of a file of the user's folder: it never changes once it has its name."""
    return f"{stem}-{zlib.crc32(content):08x}.csv"


def name_parts(name: str) -> tuple[str, str] | None:
    """Stem and CRC-32 in a file's name (of one that ships: empty); None for what no manifest may name."""
    found = re.fullmatch(r"(\d{4}|[a-z_]+)(?:-([0-9a-f]{8}))?\.csv", name, re.ASCII)
    return (found[1], found[2] or "") if found else None


def year_of(name: str) -> int | None:
    """The year whose rates are in a file of that name, if it is of a year."""
    stem, _ = name_parts(name) or ("", "")
    return int(stem) if stem.isdigit() else None


# What the manifest says of its files, which is worked out anew whenever it is written.
_MADE = frozenset({"retrieved", "newest", "currencies", "crc32"})


def _seal(body: bytes) -> bytes:
    return b',\n "crc32": "%08x"\n}\n' % zlib.crc32(body)


def _year_entry(manifest: Path, name: str, checksum: str) -> tuple[int, tuple[YearEntry, ...]]:
    """A year and its file. The name is made, not taken: it cannot lead out of the folder."""
    year, dash, _ = name.removesuffix(".csv").partition("-")
    crc32 = int(checksum, 16)
    stem = f"{int(year):04}-{crc32:08x}" if dash else f"{int(year):04}"
    return int(year), ((manifest.with_name(f"{stem}.csv"), crc32),)


def _digests(content: bytes) -> dict[str, object]:
    """What a manifest says of a file."""
    from hashlib import sha256  # here: who only looks up a rate needs no more than the CRC-32

    return {
        "sha256": sha256(content).hexdigest(),
        "crc32": f"{zlib.crc32(content):08x}",
        "bytes": len(content),
    }


def _offer(rates: Mapping[date, Iterable[str]]) -> dict[str, object]:
    """What the manifest says of the rates in its files: the newest day, and of each currency the first and
    the last, and the pauses between."""
    days, years = sorted(rates), {day.year for day in rates}
    spans: dict[str, Span] = {}
    pauses: dict[str, list[Span]] = defaultdict(list)
    for number, observed in enumerate(days):
        for code in rates[observed]:
            first, last = spans.get(code, (observed, observed))
            spans[code] = (first, observed)
            if observed - last > _PAUSE:
                # Where the files of years between are in another folder, nobody knows.
                known = years.issuperset(range(last.year, observed.year))
                if known and number - bisect_left(days, last) > _PASSED_OVER:
                    pauses[code].append((last, observed))
    return {
        "newest": days[-1].isoformat(),
        "currencies": {
            code: {"first": first.isoformat(), "last": last.isoformat()}
            | ({"pauses": [[f"{day}" for day in pause] for pause in pauses[code]]} if code in pauses else {})
            for code, (first, last) in sorted(spans.items())
        },
    }


def _spans(said: list[list[str]]) -> tuple[Span, ...]:
    return tuple((date.fromisoformat(last), date.fromisoformat(first)) for last, first in said)
