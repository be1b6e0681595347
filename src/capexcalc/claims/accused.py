"""What a text tells wrong of the sum it is about, where others of its claims bear that sum out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from .announced import Announcement, announcement, firm_claims, fits, has_few_figures, value_of
from .borne_out import borne_out
from .claim import Claim
from .kinds.parts_reach import adds_up
from .marks import Mark
from .mistold import mistold
from .wording import Wording

_TOLD_OF_IT = ("annual_amount", "share", "change")


def accused(
    wordings: Sequence[Wording], claims: Sequence[Claim], language: str, on: date | None
) -> Iterator[tuple[int, Claim]]:
    """What fails of the likeliest sum that ``claims`` of a text of the day ``on`` bear out, each with the
    place of its sentence; of a text without a span, only shares."""
    if not has_few_figures(wordings) or not claims:
        return
    about = announcement(wordings, on)
    firm = firm_claims(claims, about)
    sums = [each for each in claims if each.kind == "sum"]
    for whole in _wholes(about, firm, sums):
        text = borne_out(wordings, whole, about.before, firm)
        for n, claim in mistold(text):
            if about.spans or claim.kind == "share":
                yield n, claim
        return


def _wholes(about: Announcement, firm: Iterable[Claim], sums: Iterable[Claim]) -> Iterator[Mark]:
    told = [*firm, *sums]
    return (whole for whole in about.sums if any(_bears_out(claim, whole) for claim in told))


def _bears_out(claim: Claim, whole: Mark) -> bool:
    """Whether a claim is told of a sum, and fits, or tells the parts that make it."""
    if claim.kind == "sum":
        subject = claim.subject
        return (subject.value, subject.currency) == value_of(whole) and adds_up(subject, claim.parts)
    of = claim.object if claim.kind == "share" else claim.subject
    told = of is not None and claim.kind in _TOLD_OF_IT and (of.value, of.currency) == value_of(whole)
    return told and (claim.kind == "change" or not claim.parts) and fits(claim)
