"""What the user has settled, as ``config show`` tells it."""

from __future__ import annotations

from typing import Literal

from ..records import dataclass


@dataclass(frozen=True, slots=True)
class SettingValue:
    """``value`` is null where a command decides by itself; ``place`` is a variable, or file and line."""

    key: str
    value: str | None
    origin: Literal["environment", "file", "default"]
    place: str | None
