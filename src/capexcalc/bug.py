"""What nobody expected, as an error that can be reported."""

from __future__ import annotations

from . import __version__
from .errors import BugError


def bug_in(fault: Exception, where: str | None = None) -> BugError:
    """``fault`` on one line, with the place it came from, and ``where`` in what was given it came up."""
    frame = fault.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    place = f"{frame.tb_frame.f_globals.get('__name__')}:{frame.tb_lineno}" if frame else "?"
    hint = "please report this line with the command; CAPEXCALC_DEBUG=1 shows more"
    said = {"version": __version__, "kind": type(fault).__name__, "reason": str(fault), "place": place}
    if where is None:
        return BugError("bug", "a bug in capexcalc {version}: {kind}: {reason} ({place})", hint, **said)
    return BugError(
        "bug", "{where}: a bug in capexcalc {version}: {kind}: {reason} ({place})", hint, where=where, **said
    )
