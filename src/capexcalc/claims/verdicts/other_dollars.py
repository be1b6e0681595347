"""Whose dollar a bare "$" is: that of the paper's own land, where all that the text converts says so.

One of two dozen dollars fits any wrong figure, so that none but the American is meant by a bare sign, unless
the text names its land. Two conversions that fail, and fit one of those dollars alike, are no chance: papers
of Singapore write "$9m (RM29.6m) from $5.8m (RM19.1m)".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace

from ...errors import NoRateError
from ...reading.mentions import Amount
from ...reading.written_amount import ABROAD
from ..claim import Claim, object_of
from .conversion import best_conversion
from .evidence import Grounds

_SIGN, _USUAL = "$", "USD"
_OTHERS = ("SGD", "AUD", "CAD", "NZD", "HKD", "TWD")  # whose papers write them with the bare sign
_LEAST = 2  # conversions that say so, where no rate of the text names that money


def open_to_other_dollars(claims: Sequence[Claim], grounds: Grounds) -> list[Claim]:
    """The claims, those that convert bare dollars open to the other one that most of these fit, if none fits
    the American."""
    bare = [claim for claim in claims if claim.kind == "equivalence" and any(map(_is_bare, _figures(claim)))]
    pairs = {(claim.subject.value, object_of(claim).value): claim for claim in bare}
    named = {code for rate in grounds.rates for code in (rate.base, rate.quote)}
    if len(pairs) < (_LEAST if named.isdisjoint(_OTHERS) else 1):
        return list(claims)
    if any(_fits(claim, grounds) for claim in pairs.values()):
        return list(claims)
    for code in _OTHERS:
        fitting = sum(_fits(_open(claim, code), grounds) for claim in pairs.values())
        if fitting >= (1 if code in named else _LEAST) and 2 * fitting > len(pairs):
            ids = set(map(id, bare))
            return [_open(claim, code) if id(claim) in ids else claim for claim in claims]
    return list(claims)


def _figures(claim: Claim) -> Iterable[Amount]:
    return claim.subject, object_of(claim)


def _is_bare(amount: Amount) -> bool:
    """Whether an amount is in dollars, of which a bare sign alone tells."""
    return amount.currency == _USUAL and amount.text.lstrip("-−").startswith(_SIGN)


def _open(claim: Claim, code: str) -> Claim:
    one, other = (_also(each, code) if _is_bare(each) else each for each in _figures(claim))
    return replace(claim, subject=one, object=other)


def _also(amount: Amount, code: str) -> Amount:
    return replace(amount, candidates=(amount.currency, code), notes=(*(amount.notes or ()), ABROAD))


def _fits(claim: Claim, grounds: Grounds) -> bool:
    bases = grounds.bases(claim.sentence, claim.at)
    with suppress(NoRateError):
        best = best_conversion(claim.subject, object_of(claim), bases, grounds.tolerance)
        return best.found.verdict == "supported"
    return False
