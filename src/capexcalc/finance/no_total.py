"""Amounts that are for each head, tonne or share, or for all years so far: those of several years add up to
nothing that was spent."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path


def no_total(name: str) -> bool:
    """Whether a name says so: "USD per capita", "Ausgaben je Einwohner", "EUR/MWh", "cumulative capex"."""
    return _pattern().search(" ".join(re.split(r"[\s_-]+", name.casefold()))) is not None


@cache
def _pattern() -> re.Pattern[str]:
    """``one`` is what there is one of, no year, and no quarter, whose rows are told apart; it stands behind a
    word of ``for``. What is ``said`` in another way stands alone, or within a word."""
    words: dict[str, list[str]] = {}
    for line in Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines():
        kind, *some = line.casefold().split()
        words.setdefault(kind, []).extend(re.escape(each.replace("_", " ")) for each in some)
    before, one, said = ("|".join(words[kind]) for kind in ("for", "one", "said"))
    return re.compile(rf"(?:\b(?:{before}) (?:[0-9][0-9., ]*)?|[a-z€$£¥] ?/ ?)(?:{one})s?(?!\w)|{said}")
