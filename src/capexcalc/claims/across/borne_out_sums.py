"""What a text tells of a sum that others of its claims bear out, which proves that it is about that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ...reading.mentions import Proportion
from ..claim import Claim
from ..grammar.marks import Mark
from ..grammar.wording import Wording
from ..kinds.pairs import stated_at
from .announced import Announcement, announcement, firm_claims, fits, has_few_figures, told_of
from .borne_out import amount_of, borne_out, is_in, value_of
from .mistold import mistold
from .mistold_share import is_of_all, is_of_it_alone
from .proof import is_borne_out, proof


def borne_out_sums(
    wordings: tuple[Wording, ...], claims: Sequence[Claim], language: str, on: date | None
) -> Iterator[tuple[int, Claim]]:
    """What is told of the sums that ``claims`` of a text of the day ``on`` bear out, the likeliest first,
    each with the place of its sentence: what fits, and what fails and is of nothing else. Where nothing
    bears a sum out, the shares that are told to be of all of the only one."""
    if not has_few_figures(wordings):
        return
    about = announcement(wordings, on)
    firm = firm_claims(claims, about)
    risen = {part.start for each in firm if each.kind == "change" for part in each.parts}  # "4bn more"
    shares = {each.proportion.start: each for each in firm if each.proportion is not None}
    told: set[int] = set()
    proven = [*_wholes(wordings, about, proof(claims, about))]
    for whole in proven:
        for n, claim in told_of(wordings, about._replace(sums=[whole]), firm):
            if stated_at(claim) not in told:
                told.add(stated_at(claim))
                yield n, claim
    for whole in proven or _only(about, wordings):
        text = borne_out(wordings, whole, about.before, firm, language, proven=bool(proven))
        for n, claim in mistold(text):
            sure = text.proven or _is_of_all(wordings[n], claim) or fits(claim)
            alone = claim.kind != "share" or _is_alone(wordings[n], claim, shares)
            if _is_told_otherwise(claim, claims):
                continue
            if sure and alone and claim.subject.start not in risen and stated_at(claim) not in told:
                told.add(stated_at(claim))
                yield n, claim


def _is_told_otherwise(claim: Claim, claims: Iterable[Claim]) -> bool:
    """Whether the text tells otherwise, and right, what a change is between two sums: of "the share has lost
    25 %. The profit fell 32.8 % to 33.2m from 49.4m" the first is no change of the profit."""
    return claim.kind == "change" and any(
        (each.kind, each.subject, each.object) == ("change", claim.subject, claim.object) and fits(each)
        for each in claims
    )


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
    """Whether a sentence tells no other percentage but of claims that are ``known``: in "customs of 10bn
    (57%) and taxes of 32bn (52%)" they are what these have risen by, or each one of its own budget."""
    told = [mark.start for mark in wording.marks if isinstance(mark.figure, Proportion)]
    others = [start for start in told if claim.proportion is None or start != claim.proportion.start]
    return all(start in known for start in others)


def _wholes(wordings: Iterable[Wording], about: Announcement, told: Sequence[Claim]) -> Iterator[Mark]:
    """The sums that are borne out: those the text is about, then the others that are not of before."""
    before = {mark.start for mark in about.before}
    marks = (mark for each in wordings for mark in each.amount_marks if mark.start not in before)
    lumps = (mark for mark in marks if "lump" in mark.names)
    sums = {value_of(mark): mark for mark in (*reversed([*lumps]), *reversed(about.sums))}
    likeliest = sorted(sums.values(), key=lambda mark: mark not in about.sums)
    return (each for each in likeliest if is_borne_out(amount_of(each), told))
