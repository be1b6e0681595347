"""The words of one language, as tools/build_lexicon.py generates them from CLDR and a reviewed overlay."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ..errors import UsageError
from .tokens import Meanings

_FOLDER = Path(__file__).parent / "lexicons"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``phrases`` maps a key (see tokens.py) to what it can mean; ``starts`` says where a phrase can begin.

    Meanings, by kind: ``scale`` (power of ten; ``alone`` if it is a number by itself), ``number``,
    ``fraction`` (before a scale), ``plus`` (after a number: "and a half"), ``currency`` (ISO 4217 codes,
    likeliest first; ``prefix`` if it may precede its number), ``subunit`` (codes, a hundredth), ``unit``
    (months, days), ``filler``, ``direction``, ``when``, ``bound``, ``bound_after``, ``range``, ``between``,
    ``join``, ``article``, ``link``, ``month`` (1 to 12), ``cue`` (names of cues).
    """

    language: str
    decimal: str
    phrases: Mapping[str, Meanings]
    starts: Mapping[str, int]
    abbreviations: frozenset[str]
    wordlike_codes: frozenset[str]


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of an ISO 639 code, a region after it ignored ("fr-CA"). Raises UsageError."""
    code = language.partition("-")[0].lower()
    if code not in languages():
        raise UsageError(
            "unknown_language", f"no lexicon for language {language!r}", f"known: {', '.join(languages())}"
        )
    data = _read(code)
    return Lexicon(
        code,
        data["decimal"],
        data["phrases"],
        data["starts"],
        frozenset(data["abbreviations"]),
        frozenset(data["wordlike_codes"]),
    )


def languages() -> tuple[str, ...]:
    """The languages there is a lexicon for."""
    return tuple(evidence())


@cache
def evidence() -> Mapping[str, Mapping[str, int]]:
    """For each language the words that speak for it, with their weight; see language.py."""
    return _read("evidence")  # type: ignore[no-any-return]  # json has no types


def _read(name: str) -> Any:
    return json.loads((_FOLDER / f"{name}.json").read_bytes())
