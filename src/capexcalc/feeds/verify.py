"""Check every file of the cache: its checksum, and the rules its lines were written by."""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

from ..cache.folder import Folder
from ..cache.index_file import index_faults
from ..cache.manifest import MANIFEST
from ..cache.price_indices import indices_of
from ..cache.store import shipped_root
from ..cache.year_file import year_faults
from ..errors import CacheError
from ..rates.legal_facts import CHECKSUMS, FACTS, checksums
from ..records import dataclass


@dataclass(frozen=True, slots=True)
class Damage:
    """A file that breaks ``rule``, first at ``line``.

    Rules are ``missing``, ``checksum``, ``columns``, ``date`` and ``rate``.
    """

    file: str
    line: int | None
    rule: str


def damage_of(held: Folder) -> Iterator[Damage]:
    """What is wrong in the folder of a source, as examined; at most one finding a file and rule."""
    faults = {f"{year:04}": year_faults(content, year) for year, content in held.years.items()}
    faults |= {index.name: index_faults(index.content) for index in indices_of(held, "shipped")}
    for path in held.damaged:
        yield Damage(str(path), None, "checksum")
    if not (held.rebuilt or (held.path / MANIFEST).exists()):
        yield Damage(str(held.path / MANIFEST), None, "missing")
    for stem, broken in faults.items():
        found: dict[str, int] = {}
        for line, rule in broken:
            found.setdefault(rule, line)
        # The first of that stem: the full name of a file of the user's folder says no more to a person.
        name = next(iter(sorted(held.path.glob(f"{stem}*.csv"))), held.path)
        for rule, line in found.items():
            yield Damage(str(name), line, rule)


def damaged_facts() -> tuple[int, list[Damage]]:
    """How many files of facts there are, and what is wrong with them. They have a list for a manifest."""
    folder = shipped_root() / FACTS
    found = sorted(path.name for path in folder.glob("*.csv") if path.name != CHECKSUMS)
    try:
        header, *said = checksums().splitlines()
    except (CacheError, ValueError):
        header, said = "", []
    damage = [] if header == "file,crc32" else [Damage(str(folder / CHECKSUMS), 1, "columns")]
    for name in sorted({*found, *(line.partition(",")[0] for line in said)}):
        path = folder / name
        content = path.read_bytes() if path.is_file() else b""
        if f"{name},{crc32(content):08x}" not in said:
            damage.append(Damage(str(path), None, "checksum"))
    return len(found) + 1, damage
