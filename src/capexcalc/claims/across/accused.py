"""What a text tells wrong of a sum that others of its claims bear out, which proves that it is about that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ...reading.mentions import Proportion
from ..claim import Claim
from ..grammar.marks import Mark
from ..grammar.wording import Wording
from ..kinds import product, valuation
from ..kinds.pairs import ONE
from ..kinds.parts_reach import adds_up
from .announced import Announcement, announcement, firm_claims, fits, has_few_figures
from .borne_out import borne_out, is_in, value_of
from .mistold import mistold
from .mistold_share import is_of_all, is_of_it_alone

_TOLD_OF_IT = ("annual_amount", "share", "change")


def accused(
    wordings: Sequence[Wording], claims: Sequence[Claim], language: str, on: date | None
) -> Iterator[tuple[int, Claim]]:
    """What fails of the sums that ``claims`` of a text of the day ``on`` bear out, the likeliest first, each
    with the place of its sentence; each figure is told of one of them. Where nothing bears a sum out, the
    shares that are told to be of all of the only one."""
    if not has_few_figures(wordings):
        return
    about = announcement(wordings, on)
    firm = firm_claims(claims, about)
    proof = [*firm, *(each for each in claims if each.kind == "sum")]
    risen = {part.start for each in firm if each.kind == "change" for part in each.parts}  # "4bn more"
    shares = {each.proportion.start: each for each in firm if each.proportion is not None}
    accused: set[int] = set()
    proven = [*_wholes(wordings, about.sums, proof)]
    for whole in proven or _only(about, wordings):
        text = borne_out(wordings, whole, about.before, firm, language, proven=bool(proven))
        for n, claim in mistold(text):
            told = text.proven or _is_of_all(wordings[n], claim) or fits(claim)
            alone = bool(about.spans) or claim.kind != "share" or _is_alone(wordings[n], claim, shares)
            figure = claim.proportion or claim.object or claim.subject
            if told and alone and claim.subject.start not in risen and figure.start not in accused:
                accused.add(figure.start)
                yield n, claim


def _only(about: Announcement, wordings: Iterable[Wording]) -> Sequence[Mark]:
    """The sum a text is about, if it names none that is larger, and tells no sales or debts by it."""
    told = [each for each in wordings if any(is_in(each, mark) for mark in about.sums)]
    return about.sums if len(about.sums) == 1 and not any(each.measures for each in told) else ()


def _is_of_all(wording: Wording, claim: Claim) -> bool:
    """Whether words tell that a share is one of all there is, or of the money spoken of."""
    share = claim.proportion
    marks = (mark for mark in wording.marks if share is not None and mark.start == share.start)
    return claim.kind == "share" and any(
        is_of_all(wording, mark) or is_of_it_alone(wording, mark) for mark in marks
    )


def _is_alone(wording: Wording, claim: Claim, known: Mapping[int, Claim]) -> bool:
    """Whether a sentence tells no other percentage but of claims that are ``known``, or one that is a share
    there: in "customs of 10bn (57%) and taxes of 32bn (52%)" they are what these have risen by."""
    told = [mark.start for mark in wording.marks if isinstance(mark.figure, Proportion)]
    others = [start for start in told if claim.proportion is None or start != claim.proportion.start]
    shares = (known[start] for start in others if start in known and known[start].kind == "share")
    return all(start in known for start in others) or any(map(fits, shares))


def _wholes(wordings: Iterable[Wording], about: Sequence[Mark], proof: Sequence[Claim]) -> Iterator[Mark]:
    """The sums that are borne out: those the text is ``about``, then the others."""
    lumps = (mark for each in wordings for mark in each.marks if "lump" in mark.names)
    sums = {value_of(mark): mark for mark in (*reversed([*lumps]), *reversed(about))}
    likeliest = sorted(sums.values(), key=lambda mark: mark not in about)
    return (each for each in likeliest if any(_bears_out(claim, each) for claim in proof))


def _bears_out(claim: Claim, whole: Mark) -> bool:
    """Whether a claim is told of a sum, and fits, or tells the parts that make it."""
    sums = {
        "sum": (claim.subject,),
        "share": (claim.object,),
        "product": (claim.object,),
        "valuation": (claim.subject, claim.object),
    }.get(claim.kind, (claim.subject,))
    if all(each is None or (each.value, each.currency) != value_of(whole) for each in sums):
        return False
    if claim.kind == "sum":
        return adds_up(claim.subject, claim.parts)
    if claim.kind == "product":
        return product.fits(claim)
    if claim.kind == "valuation":
        return valuation.ratio_of(claim).meets(ONE)
    return claim.kind in _TOLD_OF_IT and (claim.kind == "change" or not claim.parts) and fits(claim)
