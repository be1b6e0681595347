"""Negative amounts as accounts write them, the letter of their dollar before the bracket: "C($0.03)"."""

from __future__ import annotations

from ..patterns import regex
from .lexicon import Lexicon

_LETTER = regex(r"(?<![^\W_])([A-Z]{1,3})[(（]\Z")
_LONGEST = 5  # characters
_OPENING = frozenset("(（")


def bracketed(text: str, start: int, lexicon: Lexicon) -> tuple[int, tuple[str, ...]] | None:
    """Where an amount with a bare sign at ``start`` begins with its letter, and the money that tells; None if
    no such letter stands before its bracket."""
    if text[start - 1 : start] not in _OPENING:
        return None  # as before most
    found = _LETTER.search(text, max(0, start - _LONGEST), start)
    meanings = lexicon.phrases.get(f"{found[1]}{text[start]}") if found is not None else None
    if found is None or not meanings or "currency" not in meanings:
        return None
    return found.start(), tuple(meanings["currency"])
