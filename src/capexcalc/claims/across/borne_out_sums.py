"""What a text tells of a sum that others of its claims bear out, which proves that it is about that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from decimal import Decimal

from ...reading.mentions import Proportion
from ..claim import Claim, object_of
from ..grammar.marks import Mark
from ..grammar.stake_words import tells_worth
from ..grammar.wording import Wording
from ..kinds.pairs import stated_at
from .announced import Announcement, announcement, firm_claims, fits, has_few_figures, told_of
from .borne_out import amount_of, borne_out, is_in, value_of
from .mistold import mistold
from .mistold_share import is_of_all, is_of_it_alone
from .proof import is_borne_out, proof
from .whole_of_list import lists_of


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
    lists = lists_of(claims)
    worths = {object_of(each).start for each in firm if each.kind == "valuation"}
    dealt = _dealt(firm)
    proven = [*_wholes(wordings, about, proof(claims, about))]
    proven.sort(key=lambda whole: value_of(whole) in dealt)
    for whole in proven:
        for n, claim in told_of(wordings, about._replace(sums=[whole]), firm):
            of_firm = claim.kind == "change" and _is_of_firm(wordings, n, claim, worths, language)
            if stated_at(claim) not in told and not of_firm:
                told.add(stated_at(claim))
                yield n, claim
    beside_deal = _beside_deal(about, proven, dealt)
    for whole in (*proven, *beside_deal) or _only(about, wordings):
        sole = whole in beside_deal
        text = borne_out(wordings, whole, about.before, firm, language, proven=bool(proven) and not sole)
        text = replace(text, lumps=[each for each in text.lumps if each.start not in worths], lists=lists)
        for n, claim in mistold(text):
            if claim.kind == "change" and _is_of_firm(wordings, n, claim, worths, language):
                continue
            if sole and not _is_concluded(wordings[n], claim):
                continue
            sure = (
                text.proven
                or _is_concluded(wordings[n], claim)
                or _is_of_all(wordings[n], claim)
                or fits(claim)
            )
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


def _dealt(claims: Iterable[Claim]) -> Set[tuple[Decimal, str]]:
    """What is paid for a share of a firm, and what that makes the firm worth."""
    stakes = [each for each in claims if each.kind == "valuation"]
    return {(each.value, each.currency) for one in stakes for each in (one.subject, object_of(one))}


def _beside_deal(
    about: Announcement, proven: Sequence[Mark], dealt: Set[tuple[Decimal, str]]
) -> Sequence[Mark]:
    """The one sum a text is about beside a deal, if what bears out the others is the deal alone: "It bought
    60 % for 930m, which makes the firm worth 1.55bn, and will spend 640m on it"."""
    if not dealt or any(value_of(each) not in dealt for each in proven):
        return ()
    others = [each for each in about.sums if value_of(each) not in dealt]
    return others if len(others) == 1 else ()


def _is_of_firm(wordings: Sequence[Wording], n: int, claim: Claim, worths: Set[int], language: str) -> bool:
    """Whether one of the sums of a change is what a firm is worth, and the other is not told to be."""
    if worths.isdisjoint(each.start for each in (claim.subject, object_of(claim))):
        return False
    return not tells_worth(wordings[n].sentence, language)


def _is_concluded(wording: Wording, claim: Claim) -> bool:
    """Whether a sentence draws a change from the sum of before that it tells itself."""
    if claim.kind != "change":
        return False
    stated = claim.proportion or claim.parts[0]
    old = max(
        (each.end for each in (claim.subject, object_of(claim)) if each.end <= stated.start), default=None
    )
    here = old is not None and old > wording.sentence.start
    return here and wording.sentence.between(("concludes",), old or 0, stated.end)


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
