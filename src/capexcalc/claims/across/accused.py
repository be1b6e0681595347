"""What a text tells wrong of the sum it is about, where others of its claims bear that sum out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ...reading.mentions import Proportion
from ..claim import Claim
from ..grammar.marks import Mark
from ..grammar.wording import Wording
from ..kinds import product
from ..kinds.parts_reach import adds_up
from .announced import Announcement, announcement, firm_claims, fits, has_few_figures, value_of
from .borne_out import borne_out, is_in
from .mistold import mistold
from .mistold_share import is_of_all, is_of_it_alone

_TOLD_OF_IT = ("annual_amount", "share", "change")


def accused(
    wordings: Sequence[Wording], claims: Sequence[Claim], language: str, on: date | None
) -> Iterator[tuple[int, Claim]]:
    """What fails of the likeliest sum that ``claims`` of a text of the day ``on`` bear out, each with the
    place of its sentence; of a text without a span, only shares; where nothing bears a sum out, those told to
    be of all, of the only one."""
    if not has_few_figures(wordings):
        return
    about = announcement(wordings, on)
    firm = firm_claims(claims, about)
    sums = [each for each in claims if each.kind == "sum"]
    whole = next(_wholes(about, firm, sums), None)
    sure = whole is not None
    whole = whole or _only(about, wordings)
    text = None if whole is None else borne_out(wordings, whole, about.before, firm, language)
    risen = {part.start for each in firm if each.kind == "change" for part in each.parts}  # "4bn more"
    known = {each.proportion.start: each for each in firm if each.proportion is not None}
    for n, claim in () if text is None else mistold(text):
        told = sure or _is_of_all(wordings[n], claim) or fits(claim)
        told = told and claim.subject.start not in risen
        if told and (about.spans or (claim.kind == "share" and _is_alone(wordings[n], claim, known))):
            yield n, claim


def _is_alone(wording: Wording, claim: Claim, known: Mapping[int, Claim]) -> bool:
    """Whether a sentence tells no other percentage but of claims that are ``known``, or one that is a share
    there: in "customs of 10bn (57%) and taxes of 32bn (52%)" they are what these have risen by."""
    told = [mark.start for mark in wording.marks if isinstance(mark.figure, Proportion)]
    others = [start for start in told if claim.proportion is None or start != claim.proportion.start]
    shares = (known[start] for start in others if start in known and known[start].kind == "share")
    return all(start in known for start in others) or any(map(fits, shares))


def _only(about: Announcement, wordings: Iterable[Wording]) -> Mark | None:
    """The sum a text is about, if it names none that is larger, and tells no sales or debts by it."""
    told = [each for each in wordings if any(is_in(each, mark) for mark in about.sums)]
    plain = not any(each.measures for each in told)
    return about.sums[0] if len(about.sums) == 1 and plain else None


def _is_of_all(wording: Wording, claim: Claim) -> bool:
    """Whether words tell that a share is one of all there is, or of the money spoken of."""
    share = claim.proportion
    marks = (mark for mark in wording.marks if share is not None and mark.start == share.start)
    return claim.kind == "share" and any(
        is_of_all(wording, mark) or is_of_it_alone(wording, mark) for mark in marks
    )


def _wholes(about: Announcement, firm: Iterable[Claim], sums: Iterable[Claim]) -> Iterator[Mark]:
    told = [*firm, *sums]
    return (whole for whole in about.sums if any(_bears_out(claim, whole) for claim in told))


def _bears_out(claim: Claim, whole: Mark) -> bool:
    """Whether a claim is told of a sum, and fits, or tells the parts that make it."""
    if claim.kind == "sum":
        subject = claim.subject
        return (subject.value, subject.currency) == value_of(whole) and adds_up(subject, claim.parts)
    if claim.kind == "product" and claim.object is not None:
        return (claim.object.value, claim.object.currency) == value_of(whole) and product.fits(claim)
    of = claim.object if claim.kind == "share" else claim.subject
    told = of is not None and claim.kind in _TOLD_OF_IT and (of.value, of.currency) == value_of(whole)
    return told and (claim.kind == "change" or not claim.parts) and fits(claim)
