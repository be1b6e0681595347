"""What a check found, in a line: of one document, and of all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ...words import Phrase, Template, counted, in_words, several
from .verdicts import VERDICTS

if TYPE_CHECKING:
    from .claims import WordedClaim
    from .documents import WordedDocument

_NAMED = 10  # documents that are named one by one


def summary(document: WordedDocument) -> str:
    """ "2 of 11 claims do not hold; 15 of 26 figures checked"."""
    figures = len(document.amounts)
    checked = _checked(figures - len(document.unchecked), figures)
    return in_words("{claims}; {figures}", claims=_claims(document.claims), figures=checked)


def listed(items: Iterable[object], most: int) -> Phrase | str:
    """Items in a row, at most so many of them named."""
    named = list(items)
    first = several(named[:most], "{first}, {second}")
    if len(named) <= most:
        return first
    return Phrase("{named} and {more} more", named=first, more=len(named) - most)


def by_gravity(
    claims: Iterable[WordedClaim],
) -> tuple[list[WordedClaim], list[WordedClaim], list[WordedClaim]]:
    """The claims that do not hold, the worst first; those of which too little is known; those that hold."""
    ranked = sorted(claims, key=lambda claim: -VERDICTS[claim.verdict].gravity)
    wrong = [claim for claim in ranked if VERDICTS[claim.verdict].wrong]
    held = [claim for claim in ranked if not VERDICTS[claim.verdict].gravity]
    return wrong, ranked[len(wrong) : len(ranked) - len(held)], held


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
        found = in_words(
            "{n} documents: {claims}; {figures}",
            n=self.documents,
            claims=_wrong(sum(self._wrong.values()), self._claims),
            figures=_checked(self._checked, self._figures),
        )
        if not self._wrong:
            return found
        return in_words("{found}; look at {documents}", found=found, documents=listed(self._wrong, _NAMED))


def _claims(claims: Iterable[WordedClaim]) -> Phrase:
    wrong, unknown, held = map(len, by_gravity(claims))
    of = wrong + unknown + held
    if not of:
        return Phrase("No claim to check")
    if held == of:
        return counted("The one claim holds", "All {n} claims hold", of)
    if of == 1:
        return Phrase(_ALONE["wrong" if wrong else "unknown"])
    if not unknown:
        return _wrong(wrong, of)
    if wrong:
        return Phrase("{wrong}, {unknown} cannot be checked", wrong=_wrong(wrong, of), unknown=unknown)
    return counted(
        "{some} of {n} claim cannot be checked", "{some} of {n} claims cannot be checked", of, some=unknown
    )


_ALONE: Mapping[str, Template] = {
    "wrong": "The one claim does not hold",
    "unknown": "The one claim cannot be checked",
}


def _wrong(some: int, of: int) -> Phrase:
    if some == 1:
        return counted(
            "{some} of {n} claim does not hold", "{some} of {n} claims does not hold", of, some=some
        )
    return counted("{some} of {n} claim do not hold", "{some} of {n} claims do not hold", of, some=some)


def _checked(some: int, of: int) -> Phrase:
    return counted("{some} of {n} figure checked", "{some} of {n} figures checked", of, some=some)
