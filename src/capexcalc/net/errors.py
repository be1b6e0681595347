"""How a service fails: it cannot be reached, it gives up, or it answers something else than it documents."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import CacheError
from ..words import Template

# Characters of an address, of which a longer one leaves no room for what is wrong.
_ADDRESS = 100
_STILL: Template = "nothing was changed; rates in the cache still serve: capexcalc rates status"


def bad_answer(template: Template, /, **facts: object) -> CacheError:
    """The error for an answer that is not in the documented format."""
    return CacheError("bad_answer", template, _STILL, **_short(facts))


def network_down(template: Template, /, **facts: object) -> CacheError:
    """The error for a server that cannot be reached."""
    return CacheError("network_down", template, _STILL, **facts)


def server_failed(template: Template, /, **facts: object) -> CacheError:
    """The error for a server that is reached and does not answer, or not in time."""
    return CacheError("server_failed", template, _STILL, **_short(facts))


def _short(facts: Mapping[str, object]) -> dict[str, object]:
    """``facts`` with addresses cut short: the server and the path, and not every currency asked for."""
    return {
        name: f"{str(fact)[: _ADDRESS - 1]}…" if name == "url" and len(f"{fact}") > _ADDRESS else fact
        for name, fact in facts.items()
    }
