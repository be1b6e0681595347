"""Whether other claims of a text bear a sum out: they are told of it, and fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...reading.mentions import Amount
from ..claim import Claim
from ..kinds import product, valuation
from ..kinds.pairs import ONE
from ..kinds.parts_reach import adds_up
from .announced import Announcement, firm_claims, fits

_TOLD_OF_IT = ("annual_amount", "share", "change")


def proof(claims: Sequence[Claim], about: Announcement) -> list[Claim]:
    """The claims that may bear out what a text is ``about``."""
    return [*firm_claims(claims, about), *(each for each in claims if each.kind == "sum")]


def is_borne_out(amount: Amount, claims: Iterable[Claim]) -> bool:
    """Whether one of the claims is told of an amount, and fits, or tells the parts that make it."""
    return any(_bears_out(each, amount) for each in claims)


def _bears_out(claim: Claim, amount: Amount) -> bool:
    sums = {
        "sum": (claim.subject,),
        "share": (claim.object,),
        "product": (claim.object,),
        "valuation": (claim.subject, claim.object),
    }.get(claim.kind, (claim.subject,))
    if all(each is None or not each.is_same_money(amount) for each in sums):
        return False
    if claim.kind == "sum":
        return adds_up(claim.subject, claim.parts)
    if claim.kind == "product":
        return product.fits(claim)
    if claim.kind == "valuation":
        return valuation.ratio_of(claim).meets(ONE)
    return claim.kind in _TOLD_OF_IT and (claim.kind == "change" or not claim.parts) and fits(claim)
