"""What was found in the pieces of a long text, put to the places it has in the whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from ..claims.claim import Claim
from ..claims.verdicts.checked_claim import CheckedClaim
from ..documents.pieces import Piece
from ..reading.mentions import Amount, Count, PeriodMention, Proportion, Rate
from .outcome import Outcome

if TYPE_CHECKING:
    from .check import CheckedDocument

_M = TypeVar("_M", Amount, PeriodMention)
_N = TypeVar("_N", Proportion, Count, Rate)


def joined(parts: Iterable[Outcome[CheckedDocument]]) -> Outcome[CheckedDocument]:
    """One document of all its ``parts``."""
    first, *others = parts
    if not others:
        return first
    all_ = [part.result for part in (first, *others)]
    conversions = None
    if first.result.conversions is not None:
        conversions = tuple(chain.from_iterable(part.conversions or () for part in all_))
    found = replace(
        first.result,
        amounts=tuple(chain.from_iterable(part.amounts for part in all_)),
        periods=tuple(chain.from_iterable(part.periods for part in all_)),
        claims=tuple(chain.from_iterable(part.claims for part in all_)),
        unchecked=tuple(chain.from_iterable(part.unchecked for part in all_)),
        conversions=conversions,
        more=False,
    )
    return Outcome(found, tuple(chain.from_iterable(part.warnings for part in (first, *others))))


class Whole:
    """Takes one piece after the other. The names of what is found go on counting: the a1 of the second may be
    the a17 of the whole."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}  # number, by the letter of a name

    def placed(self, found: CheckedDocument, piece: Piece) -> CheckedDocument:
        placed = _Place(piece, self._last).document(found) if piece.start else found
        last = (placed.amounts[-1:], placed.periods[-1:], placed.claims[-1:])
        rates = (each.claim.subject.id for each in placed.claims if each.claim.rate is not None)
        for name in (*(each.id for found_ in last for each in found_), *rates):
            self._last[name[0]] = max(int(name[1:]), self._last.get(name[0], 0))
        return placed


class _Place:
    """Where a piece stands, and the ``last`` number of each letter before it."""

    def __init__(self, piece: Piece, last: Mapping[str, int]) -> None:
        self._piece = piece
        self._last = dict(last)

    def document(self, found: CheckedDocument) -> CheckedDocument:
        conversions = found.conversions
        if conversions is not None:
            conversions = tuple(replace(each, amount=self._name(each.amount)) for each in conversions)
        return replace(
            found,
            amounts=self._mentions(found.amounts),
            periods=self._mentions(found.periods),
            claims=tuple(map(self._checked, found.claims)),
            unchecked=tuple(map(self._name, found.unchecked)),
            conversions=conversions,
        )

    def _checked(self, checked: CheckedClaim) -> CheckedClaim:
        piece, finding = self._piece, checked.finding
        return replace(
            checked,
            id=self._name(checked.id),
            line=checked.line + piece.lines,
            column=checked.column + (piece.columns if checked.line == 1 else 0),
            claim=self._claim(checked.claim),
            finding=replace(finding, read=self._mentions(finding.read)) if finding.read else finding,
        )

    def _claim(self, claim: Claim) -> Claim:
        start = self._piece.start
        return replace(
            claim,
            start=claim.start + start,
            end=claim.end + start,
            subject=self._mention(claim.subject),
            object=claim.object and self._mention(claim.object),
            period=claim.period and self._mention(claim.period),
            sentence=(claim.sentence[0] + start, claim.sentence[1] + start),
            proportion=claim.proportion and self._told(claim.proportion),
            parts=self._mentions(claim.parts),
            rate=claim.rate and self._told(claim.rate)._replace(id=self._name(claim.rate.id)),
            count=claim.count and self._told(claim.count),
            instead=self._mentions(claim.instead),
        )

    def _mentions(self, found: Iterable[_M]) -> tuple[_M, ...]:
        return tuple(map(self._mention, found))

    def _mention(self, found: _M) -> _M:
        start = self._piece.start
        return replace(found, id=self._name(found.id), start=found.start + start, end=found.end + start)

    def _told(self, found: _N) -> _N:
        start = self._piece.start
        return found._replace(start=found.start + start, end=found.end + start)

    def _name(self, name: str) -> str:
        return f"{name[0]}{int(name[1:]) + self._last.get(name[0], 0)}"
