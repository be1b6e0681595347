"""Exchange rates and conversions of which words tell that they are none of the day: forecasts, budgets and
conditions, what the rate once came to, what a firm that takes a fee gives, sums of many days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from ...patterns import regex
from ..claim import Claim, object_of
from ..grammar.rate_words import words_of
from ..grammar.sentence import Sentence

_NEAR = 40  # characters around a figure in which a word speaks of it
_TODAY = ("today", "of_today")
_EQUAL = regex("[=＝≈]")  # of the note by which a wire tells the day's rate, whatever its sentence says
_BLANKS, _CLOSED = regex(r"\s*"), regex(r"\s*(?:[.,;:!?)\]。，；、）।]|\Z)")


def untimely(claims: Iterable[Claim], sentence: Sentence, language: str) -> Iterator[Claim]:
    """The claims of a sentence as such words make them: of a rate, one that accuses nobody; of money, one at
    the rates of then, or of the least there is. The words are looked for once."""
    told = _Told(sentence, language)
    for claim in claims:
        if claim.kind == "rate":
            yield replace(claim, loose=True, at="then") if _is_of_other_day(claim, told) else claim
        elif claim.kind == "equivalence":
            yield _upwards(_of_many_days(claim, told), sentence, language)
        else:
            yield claim


@dataclass(frozen=True)  # no slots: what it tells is found when it is first asked for
class _Told:
    sentence: Sentence
    language: str

    @cached_property
    def by_dealer(self) -> bool:
        return self._first("dealer") is not None

    @cached_property
    def of_other_day(self) -> bool:
        return self._first("to_come") is not None or self._first("past") is not None

    @cached_property
    def many_days(self) -> int | None:
        """Where a word for a sum of many days ends."""
        return self._first("many_days")

    def _first(self, kind: str) -> int | None:
        pattern = words_of(kind, self.language)
        found = pattern.search(self.sentence.text, *self.sentence.span) if pattern is not None else None
        return found.end() if found is not None else None


def _is_of_other_day(claim: Claim, told: _Told) -> bool:
    sentence = told.sentence
    if _EQUAL.search(sentence.text, claim.start, claim.end):
        return False
    if told.by_dealer:
        return True
    today = sentence.last(_TODAY, max(sentence.start, claim.start - _NEAR), claim.start)
    return today is None and told.of_other_day


def _of_many_days(claim: Claim, told: _Told) -> Claim:
    """A sum that was paid or raised bit by bit, or nobody says when: "has so far raised US$33m (A$46m)"."""
    if claim.at is not None or claim.start < told.sentence.start:
        return claim
    many = told.many_days is not None and told.many_days <= claim.end + _NEAR
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
