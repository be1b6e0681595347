"""The rates cache: per source a manifest and one CSV file a year, in folders laid over one another."""

from __future__ import annotations

import json
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Literal

from ..errors import CacheError, Notice

MANIFEST = "manifest.json"

# How the files of a folder came to be there.
Origin = Literal["shipped", "updated", "imported"]


def shipped_root() -> Path:
    """The folder of rates that comes with the program: in the wheel, or at the top of a source checkout."""
    package = Path(__file__).parents[1]
    installed = package / "rates_cache"
    return installed if installed.is_dir() else package.parents[1] / "rates_cache"


# A year's file and its CRC-32.
YearEntry = tuple[Path, int]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a source offers over all folders.

    Rates are units per one ``base``, observed from ``oldest`` to ``newest``; ``spans`` holds the first and
    last observation of each other currency, ``files`` the path and CRC-32 of each year's file in every
    folder that has it: first the folder whose rates reach furthest, among equals the first.
    """

    title: str
    base: str
    oldest: date
    newest: date
    spans: Mapping[str, tuple[date, date]]
    files: Mapping[int, tuple[YearEntry, ...]]


class Store:
    """Reads the cache, each file at most once.

    ``roots`` are folders in order of precedence, the shipped one last. A folder that is missing or cannot be
    read is passed over, so that a lost user cache costs freshness and not the answer. A damaged file is
    passed over where a later folder has the same year, which ``notices`` then tells; else it is an error,
    never a number. No lock is taken: the files of the user's folder never change once they are named in its
    manifest.
    """

    def __init__(self, roots: Sequence[Path], *, notices: list[Notice] | None = None) -> None:
        self._roots = tuple(roots)
        self._notices = [] if notices is None else notices
        self._manifests: dict[str, Manifest] = {}
        self._years: dict[tuple[str, int], YearFile] = {}

    def sources(self) -> tuple[str, ...]:
        """Every source some folder has a manifest of, sorted."""
        found: set[str] = set()
        for root in self._roots:
            try:
                found.update(path.parent.name for path in root.glob("*/manifest.json"))
            except OSError:
                continue
        return tuple(sorted(found))

    def manifest(self, source: str) -> Manifest:
        """All folders' manifests of ``source`` as one.

        Raises CacheError: ``cache_missing`` if no folder has one, ``cache_damaged``.
        """
        if source not in self._manifests:
            self._manifests[source] = self._overlaid(source)
        return self._manifests[source]

    def year(self, source: str, year: int) -> YearFile:
        """The observations of one of the years in the manifest's ``files``.

        Raises CacheError: ``cache_missing`` if the file is gone, ``cache_damaged`` if it is not as written.
        """
        if (source, year) not in self._years:
            self._years[source, year] = self._intact(source, year)
        return self._years[source, year]

    def _overlaid(self, source: str) -> Manifest:
        found: list[Manifest] = []
        damage: list[CacheError] = []
        for root in self._roots:
            try:
                manifest = read_manifest(root / source / MANIFEST)
            except CacheError as error:
                damage.append(error)
                continue
            if manifest is not None:
                found.append(manifest)
                last = root
        if damage and (not found or last != self._roots[-1]):
            raise damage[-1]
        self._pass_over(damage)
        return _overlay(found, source, self._roots)

    def _intact(self, source: str, year: int) -> YearFile:
        entries = self.manifest(source).files[year]
        damage: list[CacheError] = []
        for path, crc32 in entries:
            try:
                found = read_year(path, crc32)
            except CacheError as error:
                damage.append(error)
                continue
            break
        else:
            found = None
        if damage:
            # An update may have put another file in the place of the one its manifest named a moment ago.
            fresh = self._overlaid(source)
            if fresh.files.get(year, entries) != entries:
                self._manifests[source] = fresh
                return self._intact(source, year)
        if found is None:
            raise damage[0]
        self._pass_over(damage)
        return found

    def _pass_over(self, damage: Sequence[CacheError]) -> None:
        for error in damage:
            notice = Notice(error.code, f"{error.message}: passed over; capexcalc rates update heals it")
            if notice not in self._notices:
                self._notices.append(notice)


@dataclass(frozen=True, slots=True)
class YearFile:
    """A year's observations, one line each, ascending; a line is parsed when it is asked for."""

    path: Path
    columns: Mapping[str, int]
    lines: Sequence[str]

    def rows(
        self, codes: Sequence[str], start: date, end: date, *, newest_first: bool = False
    ) -> Iterator[tuple[date, tuple[Decimal, ...] | None]]:
        """Each observation date from ``start`` to ``end`` with the rates of ``codes``.

        None stands where one of them has no rate that day: rates of different dates are never mixed.
        """
        # A line goes on with a comma after its date, and the tilde sorts behind it: the end day is included.
        low, high = bisect_left(self.lines, f"{start}"), bisect_right(self.lines, f"{end}~")
        lines = self.lines[low:high]
        indexes = [self.columns.get(code, 0) for code in codes]
        for line in reversed(lines) if newest_first else lines:
            fields = line.split(",")
            try:
                texts = [fields[index] if index else "" for index in indexes]
                values = tuple(map(Decimal, texts)) if all(texts) else None
                observed = date.fromisoformat(fields[0])
            except (ValueError, IndexError, InvalidOperation):
                raise _damaged(self.path, f"unreadable line {line[:40]!r}") from None
            if values is not None and not all(value.is_finite() and value > 0 for value in values):
                raise _damaged(self.path, f"a rate of {observed} is not a positive number")
            yield observed, values

    def split(self, which: slice) -> Iterator[tuple[date, list[str]]]:
        """The dates of those lines, each with all fields of its line."""
        for line in self.lines[which]:
            try:
                yield date.fromisoformat(line[:10]), line.split(",")
            except ValueError:
                raise _damaged(self.path, f"unreadable line {line[:40]!r}") from None

    def published(self) -> Iterator[tuple[date, list[tuple[str, str]]]]:
        """Each observation date with the currencies that have a rate, as published."""
        codes = tuple(self.columns)[1:]
        for line in self.lines:
            day, *texts = line.split(",")
            try:
                observed = date.fromisoformat(day)
                rates = [(code, text) for code, text in zip(codes, texts, strict=True) if text]
            except ValueError:
                raise _damaged(self.path, f"unreadable line {line[:40]!r}") from None
            if not all(text.replace(".", "", 1).isdigit() for _, text in rates):
                raise _damaged(self.path, f"a rate of {observed} is not a positive number")
            yield observed, rates


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
            files=dict(_year_entry(path, name, file["crc32"]) for name, file in content["files"].items()),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise _damaged(path, "not a manifest as it was written") from None


def read_year(path: Path, crc32: int) -> YearFile:
    """One year's file. Raises CacheError ``cache_missing``, ``cache_damaged``."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise CacheError("cache_missing", f"{path}: {reason.lower()}", _HINT) from None
    if zlib.crc32(data) != crc32:
        raise _damaged(path, "differs from its checksum in the manifest")
    try:
        header, *lines = data.decode("ascii").splitlines()
    except ValueError:
        raise _damaged(path, "not a table of rates") from None
    return YearFile(path, {code: index for index, code in enumerate(header.split(","))}, lines)


def _seal(body: bytes) -> bytes:
    return b',\n "crc32": "%08x"\n}\n' % zlib.crc32(body)


def _year_entry(manifest: Path, name: str, checksum: str) -> tuple[int, tuple[YearEntry, ...]]:
    """A year and its file. The name is made, not taken: it cannot lead out of the folder."""
    year, dash, _ = name.removesuffix(".csv").partition("-")
    crc32 = int(checksum, 16)
    stem = f"{int(year):04}-{crc32:08x}" if dash else f"{int(year):04}"
    return int(year), ((manifest.with_name(f"{stem}.csv"), crc32),)


def _overlay(manifests: Sequence[Manifest], source: str, roots: Sequence[Path]) -> Manifest:
    if not manifests:
        folders = ", ".join(str(root / source) for root in roots)
        raise CacheError("cache_missing", f"no rates cache found in {folders}", "reinstall capexcalc")
    if len(manifests) == 1:
        return manifests[0]
    spans: dict[str, tuple[date, date]] = {}
    files: dict[int, tuple[YearEntry, ...]] = {}
    # A release can reach further than the user's last update, and then knows better.
    for manifest in sorted(manifests, key=lambda m: m.newest, reverse=True):
        for year, entries in manifest.files.items():
            files[year] = files.get(year, ()) + entries
        for code, (first, last) in manifest.spans.items():
            known = spans.get(code, (first, last))
            spans[code] = (min(first, known[0]), max(last, known[1]))
    oldest = min(manifest.oldest for manifest in manifests)
    newest = max(manifest.newest for manifest in manifests)
    return Manifest(manifests[0].title, manifests[0].base, oldest, newest, spans, files)


def _damaged(path: Path, what: str) -> CacheError:
    return CacheError("cache_damaged", f"{path}: {what}", _HINT)


_HINT = "capexcalc rates update heals your own cache; reinstall capexcalc if the file came with the program"
