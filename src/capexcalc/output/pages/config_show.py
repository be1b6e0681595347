"""``config show``: each setting, its value, and where that comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ...words import in_words, labels
from ..figures import or_dash
from ..page import Page
from ..sheet import Rows, Sheet

if TYPE_CHECKING:
    from ...commands.settings import SettingValue
    from ..answer import Style


def pages(result: Sequence[SettingValue], style: Style) -> Iterable[Page]:
    rows = [(each.key, or_dash(each.value), each.place or in_words("default")) for each in result]
    yield Page([Sheet(labels("Setting", "Value", "Set in"), "lll", rows)])


def rows(result: Sequence[SettingValue]) -> Rows:
    cells = ((each.key, each.value, each.origin, each.place) for each in result)
    return Rows(["key", "value", "origin", "place"], [cells])
