"""The rates cache as it is read: folders laid over one another, each file opened when it is needed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ..errors import CacheError, Notice
from .manifest import MANIFEST, Manifest, Span, YearEntry, read_manifest
from .year_file import YearFile, read_year


def shipped_root() -> Path:
    """The folder of rates that comes with the program: in the wheel, or at the top of a source checkout."""
    package = Path(__file__).parents[1]
    installed = package / "rates_cache"
    return installed if installed.is_dir() else package.parents[1] / "rates_cache"


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
                found.update(path.parent.name for path in root.glob(f"*/{MANIFEST}"))
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
            notice = Notice(
                error.code, "{problem}: passed over; capexcalc rates update heals it", problem=error.said
            )
            if notice not in self._notices:
                self._notices.append(notice)


def _overlay(manifests: Sequence[Manifest], source: str, roots: Sequence[Path]) -> Manifest:
    if not manifests:
        folders = ", ".join(str(root / source) for root in roots)
        raise CacheError(
            "cache_missing", "no rates cache found in {folders}", "reinstall capexcalc", folders=folders
        )
    if len(manifests) == 1:
        return manifests[0]
    spans: dict[str, tuple[date, date]] = {}
    pauses: dict[str, frozenset[Span]] = {}
    files: dict[int, tuple[YearEntry, ...]] = {}
    # A release can reach further than the user's last update, and then knows better.
    for manifest in sorted(manifests, key=lambda m: m.newest, reverse=True):
        for year, entries in manifest.files.items():
            files[year] = files.get(year, ()) + entries
        for code, (first, last) in manifest.spans.items():
            known = spans.get(code, (first, last))
            spans[code] = (min(first, known[0]), max(last, known[1]))
            pauses[code] = pauses.get(code, frozenset()).union(manifest.pauses.get(code, ()))
    oldest = min(manifest.oldest for manifest in manifests)
    newest = max(manifest.newest for manifest in manifests)
    imported = any(manifest.imported for manifest in manifests)
    leading = manifests[0]
    silences = {code: tuple(sorted(found)) for code, found in pauses.items() if found}
    return Manifest(leading.title, leading.base, oldest, newest, spans, silences, files, imported)
