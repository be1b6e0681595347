"""How the cache fails: a file is gone, or is not as it was written."""

from __future__ import annotations

from pathlib import Path

from ..errors import CacheError

_HINT = "capexcalc rates update heals your own cache; reinstall capexcalc if the file came with the program"


def missing(path: Path, error: OSError) -> CacheError:
    """The error (``cache_missing``) for a file that a manifest names and nobody can read."""
    return CacheError("cache_missing", f"{path}: {(error.strerror or 'cannot be read').lower()}", _HINT)


def damaged(path: Path, what: str) -> CacheError:
    """The error (``cache_damaged``) for a file that is not as it was written."""
    return CacheError("cache_damaged", f"{path}: {what}", _HINT)
