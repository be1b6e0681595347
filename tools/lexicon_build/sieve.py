"""What tells that a sentence can hold an amount or a period, where no word of it does so alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from capexcalc.reading.adjacent_currency import codes_of
from capexcalc.reading.items import NOTHING
from capexcalc.reading.lexicon import Meanings
from capexcalc.reading.prefilter import TELLING
from capexcalc.reading.tokens import spaceless, words


def telling_words(phrases: Mapping[str, Meanings]) -> Iterator[str]:
    """A word of each phrase that tells though none of its words does so alone: its longest."""
    for phrase, meanings in phrases.items():
        if not phrase.isalpha() and not TELLING.isdisjoint(meanings):
            tokens = [*words(phrase, 0, len(phrase)), ""]
            parts = [f"{a}*" if b == "*" else a for a, b in pairwise(tokens) if a != "*"]
            if len(parts) > 1 and all(TELLING.isdisjoint(phrases.get(part, NOTHING)) for part in parts):
                yield max(parts, key=len)


def telling_signs(phrases: Mapping[str, Meanings]) -> set[str]:
    """A character of each phrase that tells and has any written without blanks: one that others have."""
    found: set[str] = set()
    for phrase in sorted((each for each in phrases if not each.isascii()), key=len):
        chars = list(filter(spaceless, phrase))
        if chars and found.isdisjoint(chars) and _counts(phrases[phrase], phrases):
            found.add(chars[-1])
    return found


def figures(phrases: Mapping[str, Meanings]) -> Iterator[str]:
    """The signs for the numbers under ten that are written without blanks."""
    for phrase, meanings in phrases.items():
        if len(phrase) == 1 and spaceless(phrase) and 0 <= meanings.get("number", -1) < 10:
            yield phrase


def _counts(meanings: Meanings, phrases: Mapping[str, Meanings]) -> bool:
    """Whether an amount or a period may have a phrase of these meanings, or of its parts', in it."""
    parts = (phrases.get(part, NOTHING) for part in meanings.get("split", ()))
    own = {kind: meanings[kind] for kind in meanings if kind != "split"}
    return any("scale" in m or codes_of(m) or not TELLING.isdisjoint(m) for m in (own, *parts))
