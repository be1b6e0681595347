"""Where a result is printed."""

from __future__ import annotations

from typing import NamedTuple


class Screen(NamedTuple):
    """Its width in columns, colour or none, and the encoding that decides about characters."""

    width: int
    color: bool = False
    encoding: str = "utf-8"

    @property
    def unicode(self) -> bool:
        """Whether it can show every character."""
        return self.encoding.startswith("utf")
