"""Regular expressions that are compiled when first used: a short run uses a few of the many it loads."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, AnyStr, cast


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` makes of ``source``, in all it can do, once something is asked of it."""
    return cast("re.Pattern[AnyStr]", _Late(lambda: re.compile(source, flags)))


class _Late:
    def __init__(self, compiled: Callable[[], Any]) -> None:
        self._compiled = compiled

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._compiled(), name)
        self.__dict__[name] = found  # the next time nobody comes here
        return found
