"""How a service fails: it cannot be reached, it gives up, or it answers something else than it documents."""

from __future__ import annotations

from ..errors import CacheError

_STILL = "nothing was changed; rates in the cache still serve: capexcalc rates status"


def bad_answer(what: str) -> CacheError:
    """The error for an answer that is not in the documented format."""
    return CacheError("bad_answer", what, _STILL)


def network_down(what: str) -> CacheError:
    """The error for a server that cannot be reached."""
    return CacheError("network_down", what, _STILL)


def server_failed(what: str) -> CacheError:
    """The error for a server that is reached and does not answer, or not in time."""
    return CacheError("server_failed", what, _STILL)
