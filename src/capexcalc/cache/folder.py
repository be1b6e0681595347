"""The user's own folder of rates, laid over the shipped ones, and valid at every moment of a change.

A file's name holds the CRC-32 of its content, so a file never changes once it has its name: first the new
files are written, each under a temporary name, synced and renamed; then the manifest that names them, the
same way; only then are files removed that no manifest names. Whoever is killed in between leaves the old
manifest with all its files, or the new one with all of its own, and a reader needs no lock.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..errors import CacheError, system
from ..words import Phrase
from .manifest import MANIFEST, contents, file_name, name_parts, written
from .year_file import history_of

# Seconds to wait for the others to finish their changes. One takes milliseconds, but there may be a queue.
_PATIENCE = 30.0

Waiting = Callable[[Phrase], None]


@dataclass(slots=True)
class Folder:
    """What the folder of one source holds: the manifest's ``head`` (id, title, base ...), ``years`` and other
    ``lists`` (revisions, rejected, price indices) as name to content, and the ``damaged`` files.

    ``rebuilt`` says that the manifest itself was lost and what is here was found by the names of the files.
    """

    path: Path
    head: dict[str, Any] = field(default_factory=dict)
    years: dict[int, bytes] = field(default_factory=dict)
    lists: dict[str, bytes] = field(default_factory=dict)
    damaged: list[Path] = field(default_factory=list)
    rebuilt: bool = False

    @property
    def imported(self) -> bool:
        """Whether it holds a newsroom's own rates."""
        return self.head.get("origin") == "imported"


def examine(path: Path) -> Folder:
    """Read every file of the folder at ``path``, trusting only what has its checksum. Changes nothing.

    Raises CacheError (``cache_unreadable``) where the folder is there and cannot be read.
    """
    folder = Folder(path)
    try:
        folder.head, named = contents((path / MANIFEST).read_bytes())
    except FileNotFoundError:
        # Killed before its first manifest, or robbed of it: the files still vouch for themselves.
        named = _found(path)
        folder.rebuilt = bool(named)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        folder.damaged.append(path / MANIFEST)
        folder.rebuilt = True
        named = _found(path)
    except OSError as error:
        raise _unusable("cache_unreadable", path, error) from None
    for name, digest in named.items():
        _admit(folder, name, digest)
    return folder


@contextmanager
def locked(root: Path, waiting: Waiting) -> Iterator[None]:
    """Hold the cache folder ``root`` for writing, telling ``waiting`` whom there is to wait for.

    Raises CacheError: ``cache_locked`` after half a minute, ``cache_not_writable``.
    """
    from filelock import FileLock, Timeout

    try:
        root.mkdir(parents=True, exist_ok=True)
        lock, owner = FileLock(root / ".lock"), root / ".lock.owner"
        try:
            lock.acquire(timeout=0)
        except Timeout:
            who = _owner(owner)
            waiting(Phrase("waiting for {who}, which is changing the rates in {root}", who=who, root=root))
            try:
                lock.acquire(timeout=_PATIENCE)
            except Timeout:
                raise CacheError(
                    "cache_locked",
                    "{root}: {owner} has been changing the rates for {seconds:g} seconds",
                    "try again when it has ended",
                    root=root,
                    owner=_owner(owner),
                    seconds=_PATIENCE,
                ) from None
    # filelock raises NotImplementedError on a file system without locks.
    except (OSError, NotImplementedError) as error:
        raise _unusable("cache_not_writable", root, error) from None
    try:
        owner.unlink(missing_ok=True)
        with owner.open("x", encoding="ascii") as file:  # new, so never what a link leads to
            file.write(f"{os.getpid()}")
        yield
    except OSError as error:
        raise _unusable("cache_not_writable", root, error) from None
    finally:
        lock.release()


def write(folder: Folder, *, today: date, fetched: Mapping[str, Any]) -> None:
    """Make ``folder`` what the disk holds, under the lock; a failure leaves what was there. Raises OSError.

    ``fetched`` are the validators of the last answers, for the next conditional request.
    """
    path = folder.path
    path.mkdir(parents=True, exist_ok=True)
    for damaged in folder.damaged:
        if damaged.name != MANIFEST and damaged.exists():
            damaged.replace(damaged.with_name(f"{damaged.name}.damaged"))
    files = {file_name(f"{year:04}", content): content for year, content in folder.years.items()}
    lists = {file_name(stem, content): content for stem, content in folder.lists.items()}
    for name, content in (files | lists).items():
        if not (path / name).exists():
            durable(path / name, content)
    rates = {day: rates for content in files.values() for day, rates in history_of(content).items()}
    manifest = written(folder.head, files, lists=lists, retrieved=today, rates=rates, fetched=fetched)
    durable(path / MANIFEST, manifest)
    for stale in (*path.glob("*-*.csv"), *path.glob("*.tmp")):
        if stale.name not in files | lists:
            stale.unlink(missing_ok=True)


def durable(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``, under the lock, so that a crash leaves all of it there or nothing.

    Raises OSError.
    """
    for stale in path.parent.glob(f"{path.name}.*.tmp"):  # of whoever was killed
        stale.unlink(missing_ok=True)
    # A name nobody can know beforehand, and a file that is new: never what a link leads to.
    temporary = path.with_name(f"{path.name}.{os.urandom(8).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    if os.name == "posix":  # elsewhere a folder cannot be opened, and need not be
        handle = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _found(path: Path) -> dict[str, str]:
    """The files whose names hold their checksums, oldest first: of two for a year the newer one counts."""
    found = sorted(path.glob("*-*.csv"), key=lambda file: file.stat().st_mtime)
    return {file.name: "" for file in found}


def _admit(folder: Folder, name: str, digest: str) -> None:
    """Take the file into ``folder`` if its content is what its name says, and its SHA-256 too if known."""
    parts = name_parts(name)
    if parts is None:
        return
    stem, checksum = parts
    path = folder.path / name
    try:
        content = path.read_bytes()
    except OSError:
        content = b""
    if checksum not in ("", f"{zlib.crc32(content):08x}") or digest not in ("", sha256(content).hexdigest()):
        folder.damaged.append(path)
    elif stem.isdigit():
        folder.years[int(stem)] = content
    else:
        folder.lists[stem] = content


def _owner(path: Path) -> Phrase:
    try:
        pid = path.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        pid = ""
    return Phrase("process {pid}", pid=pid) if pid.isdigit() else Phrase("another process")


def _unusable(code: str, path: Path, error: Exception) -> CacheError:
    reason = getattr(error, "strerror", None) or str(error)
    named = getattr(error, "filename", None) or path
    return CacheError(
        code,
        "{named}: {reason}",
        "what was there is unchanged; CAPEXCALC_CACHE_DIR names another folder",
        named=named,
        reason=system(reason.lower()),
    )
