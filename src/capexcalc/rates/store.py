"""The rates cache: per source a manifest and one CSV file a year, in folders of which the first wins."""

from __future__ import annotations

import json
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from ..errors import CacheError


def shipped_root() -> Path:
    """The folder of rates that comes with the program: in the wheel, or at the top of a source checkout."""
    package = Path(__file__).parents[1]
    installed = package / "rates_cache"
    return installed if installed.is_dir() else package.parents[1] / "rates_cache"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a source offers over all folders.

    Rates are units per one ``base``, observed from ``oldest`` to ``newest``; ``spans`` holds the first and
    last observation of each other currency, ``files`` the path and CRC-32 of each year's file in the first
    folder that has it.
    """

    title: str
    base: str
    oldest: date
    newest: date
    spans: Mapping[str, tuple[date, date]]
    files: Mapping[int, tuple[Path, int]]


class Store:
    """Reads the cache, each file at most once.

    ``roots`` are folders in order of precedence, the shipped one last. A folder that is missing or cannot be
    read is passed over, so that a lost user cache costs freshness and not the answer; damage in a file that
    is there is an error, never a number.
    """

    def __init__(self, roots: Sequence[Path]) -> None:
        self._roots = tuple(roots)
        self._manifests: dict[str, Manifest] = {}
        self._years: dict[tuple[str, int], YearFile] = {}

    def manifest(self, source: str) -> Manifest:
        """All folders' manifests of ``source`` as one.

        Raises CacheError: ``cache_missing`` if no folder has one, ``cache_damaged``.
        """
        if source not in self._manifests:
            found = [_read_manifest(root / source / "manifest.json") for root in self._roots]
            self._manifests[source] = _overlay([m for m in found if m is not None], source, self._roots)
        return self._manifests[source]

    def year(self, source: str, year: int) -> YearFile:
        """The observations of one of the years in the manifest's ``files``.

        Raises CacheError: ``cache_missing`` if the file is gone, ``cache_damaged`` if it is not as written.
        """
        if (source, year) not in self._years:
            self._years[source, year] = _read_year(*self.manifest(source).files[year])
        return self._years[source, year]


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


def _read_manifest(path: Path) -> Manifest | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    try:
        content = json.loads(data)
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
            # The name is made from the year, not taken from the manifest: it cannot lead out of the folder.
            files={
                (year := int(name.removesuffix(".csv"))): (
                    path.with_name(f"{year:04}.csv"),
                    int(file["crc32"], 16),
                )
                for name, file in content["files"].items()
            },
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise _damaged(path, "not a manifest of rates") from None


def _overlay(manifests: Sequence[Manifest], source: str, roots: Sequence[Path]) -> Manifest:
    if not manifests:
        folders = ", ".join(str(root / source) for root in roots)
        raise CacheError("cache_missing", f"no rates cache found in {folders}", "reinstall capexcalc")
    if len(manifests) == 1:
        return manifests[0]
    spans: dict[str, tuple[date, date]] = {}
    files: dict[int, tuple[Path, int]] = {}
    for manifest in reversed(manifests):
        files |= manifest.files
        for code, (first, last) in manifest.spans.items():
            known = spans.get(code, (first, last))
            spans[code] = (min(first, known[0]), max(last, known[1]))
    oldest = min(manifest.oldest for manifest in manifests)
    newest = max(manifest.newest for manifest in manifests)
    return Manifest(manifests[0].title, manifests[0].base, oldest, newest, spans, files)


def _read_year(path: Path, crc32: int) -> YearFile:
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


def _damaged(path: Path, what: str) -> CacheError:
    return CacheError("cache_damaged", f"{path}: {what}", _HINT)


_HINT = "delete the folder if it is your own cache, reinstall capexcalc if it came with the program"
