"""Exchange rates of which the words of their sentence tell that they are none of the market's day: forecasts,
budgets and conditions, what the rate once came to, and what a firm that takes a fee gives.

The words stand under ``[rates]`` in tools/lexicon/xx.toml, and are looked for only where a rate is told.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from ...patterns import regex
from ...reading.lexicon import load_lexicon
from ..claim import Claim
from ..grammar.sentence import Sentence
from ..grammar.whole_nouns import any_of

_NEAR = 40  # characters around a rate in which a word for today speaks of it
_TODAY = ("today", "of_today")
_EQUAL = regex("[=＝≈]")  # of the note by which a wire tells the day's rate, whatever its sentence says


def untimely(claim: Claim, sentence: Sentence, language: str) -> Claim:
    """A claim of a rate that accuses nobody, if its sentence tells that it is none of the day."""
    if claim.kind != "rate" or claim.loose or _EQUAL.search(sentence.text, claim.start, claim.end):
        return claim
    told = [kind for kind in ("to_come", "past", "dealer") if names(kind, sentence, language)]
    if "dealer" in told or (told and not _is_of_today(claim, sentence)):
        return replace(claim, loose=True)
    return claim


def names(kind: str, sentence: Sentence, language: str) -> bool:
    """Whether a sentence has a word of a kind of ``[rates]``."""
    pattern = words_of(kind, language)
    return pattern is not None and pattern.search(sentence.text, *sentence.span) is not None


@cache
def words_of(kind: str, language: str) -> re.Pattern[str] | None:
    """What stands for any word of a kind of ``[rates]``, if a language has one."""
    words = load_lexicon(language).rates.get(kind, ())
    return any_of(words, language) if words else None


def _is_of_today(claim: Claim, sentence: Sentence) -> bool:
    """Whether a word for today stands right before a rate."""
    return sentence.last(_TODAY, max(sentence.start, claim.start - _NEAR), claim.start) is not None
