"""How a service fails: it cannot be reached, it gives up, or it answers something else than it documents."""

from __future__ import annotations

from ..errors import CacheError
from ..words import Template

_STILL: Template = "nothing was changed; rates in the cache still serve: capexcalc rates status"


def bad_answer(template: Template, /, **facts: object) -> CacheError:
    """The error for an answer that is not in the documented format."""
    return CacheError("bad_answer", template, _STILL, **facts)


def network_down(template: Template, /, **facts: object) -> CacheError:
    """The error for a server that cannot be reached."""
    return CacheError("network_down", template, _STILL, **facts)


def server_failed(template: Template, /, **facts: object) -> CacheError:
    """The error for a server that is reached and does not answer, or not in time."""
    return CacheError("server_failed", template, _STILL, **facts)
