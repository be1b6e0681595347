"""Sums of two sentences that cannot be held against each other, however well they fit: a share of what was
before, the worth of a firm and what it spends, a year's money and that of several years.

Figures of a short text fit each other by chance now and then, and a wrong claim must not be borne out so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import chain, permutations
from typing import NamedTuple

from ...reading.mentions import Amount
from ..claim import YEAR, Claim, length, object_of
from ..grammar.marks import UNITS, Mark
from ..grammar.sentence import WAYS
from ..grammar.stake_words import tells_deal, tells_worth
from ..grammar.wording import Wording
from ..kinds import valuation
from ..kinds.pairs import ONE
from .borne_out import value_of

_COMPARES = frozenset(("change", "exceeds_prior"))
_WAYS = frozenset(("gap", *WAYS))
_VALUES = ("values", "values_after", "stake")


class _Text(NamedTuple):
    """The sums of a text by where they begin, with their sentences; which a valuation tells, as what a firm
    is worth or as the price of a share; and the sentences that speak of worth, or of what is bought."""

    sums: Mapping[int, tuple[Mark, Wording]]
    worth: Set[int]
    valuing: Set[tuple[int, int]]
    prices: Set[int]
    dealing: Set[tuple[int, int]]


def unlike(
    wordings: Sequence[Wording], claims: Iterable[Claim], told: Iterable[Claim] = (), language: str = ""
) -> frozenset[Claim]:
    """Those of ``claims`` that hold a sum of another sentence against one of another nature, by what they and
    what else is ``told`` say of it."""
    claims = list(claims)
    asked = [each for each in claims if _takes_up(each)]
    if not asked:
        return frozenset()
    sums = {m.start: (m, each) for each in wordings for m in each.marks if "amount" in m.names}
    stakes = (each for each in chain(claims, told) if each.kind == "valuation")
    right = [each for each in stakes if valuation.ratio_of(each).meets(ONE)]
    worth = {object_of(each).start for each in right}
    money = [value_of(mark) for mark, _ in sums.values()] if right else []
    paid = [each.subject for each in right]
    prices = {each.start for each in paid if money.count((each.value, each.currency)) == 1}
    here = [each.sentence for each in wordings] if right else []
    valuing = {each.span for each in here if tells_worth(each, language)}
    text = _Text(sums, worth, valuing, prices, {each.span for each in here if tells_deal(each, language)})
    wrong = {each for each in asked if each.kind in _COMPARES and _are_unlike(text, each)}
    shares = [each for each in asked if each.kind == "share"]
    return frozenset(wrong.union(_of_sums_before(text, wordings, shares) if shares else ()))


def _other(claim: Claim) -> Amount | None:
    return claim.object or next(iter(claim.parts), None)


def _takes_up(claim: Claim) -> bool:
    """Whether a claim holds sums of two sentences against each other."""
    other = _other(claim)
    if claim.kind not in _COMPARES | {"share"} or other is None:
        return False
    start, end = claim.sentence
    return not all(start <= each.start < end for each in (claim.subject, other))


def _are_unlike(text: _Text, claim: Claim) -> bool:
    other = _other(claim)
    assert other is not None
    known = [text.sums[each.start] for each in (claim.subject, other) if each.start in text.sums]
    for (one, _), (mark, wording) in permutations(known, 2):
        sentence = wording.sentence
        worth = claim.sentence in text.valuing or sentence.between(_VALUES, *sentence.span)
        if one.start in text.worth and not worth:
            return True
        deal = not text.dealing.isdisjoint((claim.sentence, sentence.span))
        if one.start in text.prices and not (worth or deal or "priced" in mark.names):
            return True
        lasts = any(length(each) > YEAR for each in sentence.periods)
        if lasts and not one.names.isdisjoint(UNITS) and mark.names.isdisjoint(UNITS):
            return True
    return False


def _of_sums_before(text: _Text, wordings: Sequence[Wording], shares: Iterable[Claim]) -> set[Claim]:
    """The shares whose whole is a sum of before, though the text has told one of its own: "It has 1.2bn,
    after 980m. The east will get 441m, or 45 %"."""
    before = {mark.start for each in wordings for mark in each.of_before}
    about = wordings[0].commitment
    if about is None or about.amount.start in before:
        return set()
    return {each for each in shares if _is_of_before(each, before, about.amount) and not _is_more(text, each)}


def _is_more(text: _Text, share: Claim) -> bool:
    """Whether a share is told of what something has more than before: "an increase of 2.8bn or 36 %"."""
    known = text.sums.get(share.subject.start)
    return known is not None and not known[1].places.keys().isdisjoint(_WAYS)


def _is_of_before(share: Claim, before: Set[int], own: Amount) -> bool:
    part, whole = share.subject, share.object
    if whole is None or whole.start not in before or part.start in before:
        return False
    return own.start < share.sentence[0] and own.currency == part.currency and own.value > part.value
