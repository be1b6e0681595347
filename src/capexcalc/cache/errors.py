"""How the cache fails: a file is gone, or is not as it was written."""

from __future__ import annotations

from pathlib import Path

from ..errors import CacheError, system
from ..words import Phrase, Template

_HINT: Template = (
    "capexcalc rates update heals your own cache; reinstall capexcalc if the file came with the program"
)


def missing(path: Path, error: OSError) -> CacheError:
    """The error (``cache_missing``) for a file that a manifest names and nobody can read."""
    return CacheError(
        "cache_missing",
        "{path}: {reason}",
        _HINT,
        path=path,
        reason=system(error.strerror.lower()) if error.strerror else Phrase("cannot be read"),
    )


def damaged(path: Path, template: Template, /, **facts: object) -> CacheError:
    """The error (``cache_damaged``) for a file that is not as it was written."""
    return CacheError("cache_damaged", "{path}: {what}", _HINT, path=path, what=Phrase(template, **facts))
