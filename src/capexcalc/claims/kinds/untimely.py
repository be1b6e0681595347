"""Exchange rates and conversions of which words tell that they are none of the day: forecasts, budgets and
conditions, what the rate once came to, what a firm that takes a fee gives, sums of many days."""

from __future__ import annotations

from dataclasses import replace

from ...patterns import regex
from ..claim import Claim, object_of
from ..grammar.rate_words import named, words_of
from ..grammar.sentence import Sentence

_NEAR = 40  # characters around a figure in which a word speaks of it
_TODAY = ("today", "of_today")
_EQUAL = regex("[=＝≈]")  # of the note by which a wire tells the day's rate, whatever its sentence says
_BLANKS, _CLOSED = regex(r"\s*"), regex(r"\s*(?:[.,;:!?)\]。，；、）।]|\Z)")


def untimely(claim: Claim, sentence: Sentence, language: str) -> Claim:
    """A claim as such words make it: of a rate, one that accuses nobody; of money, one at the rates of then,
    or of the least there is."""
    if claim.kind == "rate" and not claim.loose:
        return replace(claim, loose=_is_of_other_day(claim, sentence, language))
    if claim.kind == "equivalence":
        return _upwards(_of_many_days(claim, sentence, language), sentence, language)
    return claim


def _is_of_other_day(claim: Claim, sentence: Sentence, language: str) -> bool:
    text, (start, end) = sentence.text, sentence.span
    if _EQUAL.search(text, claim.start, claim.end):
        return False
    if named("dealer", language, text, start, end):
        return True
    today = sentence.last(_TODAY, max(start, claim.start - _NEAR), claim.start)
    return today is None and any(named(kind, language, text, start, end) for kind in ("to_come", "past"))


def _of_many_days(claim: Claim, sentence: Sentence, language: str) -> Claim:
    """A sum that was paid or raised bit by bit, or nobody says when: "has raised US$33m (A$46m) to date"."""
    if claim.at is not None or not sentence.start <= claim.start:
        return claim
    end = min(sentence.end, claim.end + _NEAR)
    many = named("many_days", language, sentence.text, sentence.start, end)
    return replace(claim, at="then") if many else claim


def _upwards(claim: Claim, sentence: Sentence, language: str) -> Claim:
    """A figure after which a clause ends with a word for more: "five to six million dollars, that is, some
    100m pesos and up"."""
    pattern, stated = words_of("upwards", language), object_of(claim)
    blank = _BLANKS.match(sentence.text, stated.end)
    found = pattern.match(sentence.text, blank.end()) if pattern is not None and blank is not None else None
    if found is None or _CLOSED.match(sentence.text, found.end()) is None:
        return claim
    return replace(claim, object=replace(stated, bound="at_least"), capped=True)
