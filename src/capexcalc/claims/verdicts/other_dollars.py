"""Whose dollar a bare "$" is: that of the paper's own land, where all that the text converts says so.

One of two dozen dollars fits any wrong figure, so that none but the American is meant by a bare sign, unless
the text names its land. Two conversions that fail, and fit one of those dollars alike, are no chance: papers
of Singapore write "$9m (RM29.6m) from $5.8m (RM19.1m)". One is enough where the text shows that its bare sign
is not the American's: it names that apart ("$US4", "US$5m"), or writes others as the papers do whose own
dollar is a bare one ("$HK10,000", "$NZ410m"), or it converts another dollar to it ("C$841m ($944m)").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from itertools import product

from ...errors import NoRateError
from ...reading.mentions import Amount
from ...reading.written_amount import ABROAD
from ..claim import Claim, object_of
from .conversion import Conversion, best_conversion
from .evidence import Grounds
from .verdict import VERDICTS, Verdict, distance

_SIGN, _USUAL = "$", "USD"
BARE_DOLLARS = ("SGD", "AUD", "CAD", "NZD", "HKD", "TWD")  # whose papers write them with the bare sign
_LEAST = 2  # conversions that say so, where the text does not
_STALE = Decimal("0.05")  # by which a conversion to the American may be off, and be to no other
_FIT: tuple[Verdict, ...] = ("supported",)
_NEARLY: tuple[Verdict, ...] = ("supported", "close")


def open_to_other_dollars(
    claims: Sequence[Claim], amounts: Sequence[Amount], grounds: Grounds
) -> list[Claim]:
    """The claims, those that convert bare dollars open to the other one that most of these fit, if none fits
    the American; so are the rates of these. ``amounts`` are all that the text tells."""
    bare = [claim for claim in claims if claim.kind == "equivalence" and _is_open(claim)]
    pairs = list({(claim.subject.value, object_of(claim).value): claim for claim in bare}.values())
    if not pairs:
        return list(claims)
    named = {code for rate in grounds.rates for code in (rate.base, rate.quote)}
    shown = not named.isdisjoint(BARE_DOLLARS) or _tells_apart(amounts)
    if len(pairs) < _LEAST and not (shown or _to_another(pairs[0])):
        return list(claims)
    if any(_is_american(claim, grounds) for claim in pairs):
        return list(claims)
    told = {amount.currency for amount in amounts if not _is_bare(amount)} - named
    for code in (each for each in BARE_DOLLARS if each not in told):
        if _are_of(code, pairs, grounds, shown=shown):
            return _opened(claims, bare, code)
    return list(claims)


def _are_of(code: str, pairs: Sequence[Claim], grounds: Grounds, *, shown: bool) -> bool:
    """Whether most of what the text converts fits a dollar; one is enough, by what the text has ``shown``."""
    if shown:
        return any(_fits(claim, code, grounds, _NEARLY) for claim in pairs)
    if any(_to_another(claim) and _fits(claim, code, grounds, _NEARLY) for claim in pairs):
        return True
    fitting = sum(_fits(claim, code, grounds, _FIT) for claim in pairs)
    return fitting >= _LEAST and 2 * fitting > len(pairs)


def _opened(claims: Sequence[Claim], bare: Sequence[Claim], code: str) -> list[Claim]:
    ids = set(map(id, bare))
    return [
        _open(claim, code) if id(claim) in ids else _with_rate(claim, code) if claim.rate else claim
        for claim in claims
    ]


def _with_rate(claim: Claim, code: str) -> Claim:
    """A claim of a rate whose base is told by a bare sign, open to a dollar."""
    rate = claim.rate
    if rate is None or rate.base != _USUAL or rate.otherwise or not rate.text.startswith(_SIGN):
        return claim
    return replace(claim, rate=rate._replace(otherwise=code))


def _figures(claim: Claim) -> tuple[Amount, Amount]:
    return claim.subject, object_of(claim)


def _is_open(claim: Claim) -> bool:
    """Whether one of its figures is in dollars by the bare sign alone, or in dollars or cents by a bare word
    where the other is in another dollar ("2.12 cents (12.20 HK cents)")."""
    bare = [each for each in _figures(claim) if _is_bare(each)]
    return any(_is_signed(each) for each in bare) or (bool(bare) and _to_another(claim))


def _is_bare(amount: Amount) -> bool:
    return amount.currency == _USUAL and len(amount.candidates) > 1


def _is_signed(amount: Amount) -> bool:
    return amount.text.lstrip("-−").startswith(_SIGN)


def _to_another(claim: Claim) -> bool:
    """Whether one of its figures is in another dollar, named by what it is."""
    return any(each.currency in BARE_DOLLARS for each in _figures(claim))


def _tells_apart(amounts: Iterable[Amount]) -> bool:
    """Whether a text tells the American dollar apart, or another the way of the lands of a bare one, the sign
    first: "$US4", "US$4", "$NZ410m"."""
    return any(
        amount.candidates == (_USUAL,) or (_is_signed(amount) and amount.text.lstrip("-$")[:1].isalpha())
        for amount in amounts
    )


def _open(claim: Claim, code: str) -> Claim:
    one, other = (_also(each, code) if _is_bare(each) else each for each in _figures(claim))
    return replace(claim, subject=one, object=other)


def _also(amount: Amount, code: str) -> Amount:
    return replace(amount, candidates=(amount.currency, code), notes=(*(amount.notes or ()), ABROAD))


def _is_american(claim: Claim, grounds: Grounds) -> bool:
    """Whether a conversion fits the American dollar, or would on another day."""
    best = _best(claim, grounds)
    if best is None:
        return False
    return best.found.verdict == "supported" or distance(best.stated.value, best.computed) <= _STALE


def _fits(claim: Claim, code: str, grounds: Grounds, verdicts: tuple[Verdict, ...]) -> bool:
    best = _best(_open(claim, code), grounds)
    return best is not None and best.found.verdict in verdicts


def _best(claim: Claim, grounds: Grounds) -> Conversion | None:
    """The conversion of a claim that fits best, in whatever its figures may be read as."""
    bases = grounds.bases(claim.sentence, claim.at)
    with suppress(NoRateError):
        pairs = product(*(each.in_each_reading() for each in _figures(claim)))
        found = [best_conversion(one, other, bases, grounds.tolerance) for one, other in pairs]
        return min(found, key=lambda each: VERDICTS.index(each.found.verdict))
    return None
