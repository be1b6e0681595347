"""What a check found, in a line: of one document, and of all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .verdicts import VERDICTS

if TYPE_CHECKING:
    from .claims import WordedClaim
    from .documents import WordedDocument

_NAMED = 10  # documents that are named one by one


def summary(document: WordedDocument) -> str:
    """ "2 of 11 claims do not hold; 15 of 26 figures checked"."""
    figures = _of(len(document.amounts) - len(document.unchecked), len(document.amounts), "figure", "checked")
    return f"{_claims(document.claims)}; {figures}"


def by_gravity(
    claims: Iterable[WordedClaim],
) -> tuple[list[WordedClaim], list[WordedClaim], list[WordedClaim]]:
    """The claims that do not hold, the worst first; those of which too little is known; those that hold."""
    ranked = sorted(claims, key=lambda claim: -VERDICTS[claim.verdict].gravity)
    wrong = [claim for claim in ranked if VERDICTS[claim.verdict].wrong]
    held = [claim for claim in ranked if not VERDICTS[claim.verdict].gravity]
    return wrong, [claim for claim in ranked if claim not in wrong and claim not in held], held


class Total:
    """What was found in all documents so far."""

    def __init__(self) -> None:
        self.documents = 0
        self._claims = 0
        self._figures = 0
        self._checked = 0
        self._wrong: dict[str, int] = {}

    def add(self, document: WordedDocument) -> None:
        self.documents += 1
        self._claims += len(document.claims)
        self._figures += len(document.amounts)
        self._checked += len(document.amounts) - len(document.unchecked)
        if wrong := sum(VERDICTS[claim.verdict].wrong for claim in document.claims):
            self._wrong[document.id] = self._wrong.get(document.id, 0) + wrong

    def said(self) -> str:
        wrong = sum(self._wrong.values())
        found = _of(wrong, self._claims, "claim", "do not hold" if wrong != 1 else "does not hold")
        checked = _of(self._checked, self._figures, "figure", "checked")
        said = f"{self.documents} documents: {found}; {checked}"
        names = list(self._wrong)
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        return f"{said}; look at {', '.join(names[:_NAMED])}{more}" if names else said


def _claims(claims: Iterable[WordedClaim]) -> str:
    wrong, unknown, held = by_gravity(claims)
    of = len(wrong) + len(unknown) + len(held)
    if not of:
        return "No claim to check"
    if of == 1:
        does = "does not hold" if wrong else "cannot be checked" if unknown else "holds"
        return f"The one claim {does}"
    if len(held) == of:
        return f"All {of} claims hold"
    said = []
    if wrong:
        said.append(_of(len(wrong), of, "claim", "does not hold" if len(wrong) == 1 else "do not hold"))
    if unknown:
        total = f"{len(unknown)}" if wrong else f"{len(unknown)} of {of} claims"
        said.append(f"{total} cannot be checked")
    return ", ".join(said)


def _of(some: int, of: int, noun: str, what: str) -> str:
    return f"{some} of {of} {noun}{'s' * (of != 1)} {what}"
