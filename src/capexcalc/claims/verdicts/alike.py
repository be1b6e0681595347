"""Conversions that all miss by one and the same factor: they are of another unit, or of two markets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...money.money import EXACT, Money
from ..claim import Claim, object_of
from .finding import Finding
from .verdict import distance

_APART = Decimal("1.25")  # times, or less, that such a factor is no factor, but a rate of another day
_ALIKE = Decimal("0.02")  # by which such factors may differ
_NEAR = Decimal("0.05")  # to a power of ten, which is a slip
_LEAST = 2  # conversions that show it


def without_alike(judged: Sequence[tuple[Claim, Finding]]) -> Iterator[tuple[Claim, Finding]]:
    """All that was judged, but no conversions between two currencies that miss alike, and none fits: "support
    at $2,900 (Rs 85,000), $2,850 (Rs 83,500)", of an ounce here and ten grams there."""
    factors: dict[tuple[str, ...], dict[tuple[Decimal, Decimal], Decimal]] = {}
    for claim, finding in judged:
        if claim.kind == "equivalence" and isinstance(finding.stated, Money):
            pair = claim.subject.value, object_of(claim).value
            factors.setdefault(_codes(claim), {})[pair] = _factor(claim, finding)
    alike = {codes for codes, told in factors.items() if _are_alike(list(told.values()))}
    for claim, finding in judged:
        if not (claim.kind == "equivalence" and finding.verdict == "refuted" and _codes(claim) in alike):
            yield claim, finding


def is_out(ratio: Decimal, far: Decimal, slip: Decimal) -> bool:
    """Whether one figure is ``far`` times another, either way, and no power of ten but for a ``slip``."""
    first = ratio.scaleb(-ratio.adjusted())  # its digits, from 1 to below 10
    no_slip = min(distance(first, Decimal(1)), distance(first, Decimal(10))) > slip
    return no_slip and not 1 / far < ratio < far


def _are_alike(factors: Sequence[Decimal]) -> bool:
    if len(factors) < _LEAST or min(factors) <= 0:
        return False
    low, high = min(factors), max(factors)
    return high <= low * (1 + _ALIKE) and is_out(low, _APART, _NEAR)


def _codes(claim: Claim) -> tuple[str, ...]:
    return tuple(sorted((claim.subject.currency, object_of(claim).currency)))


def _factor(claim: Claim, finding: Finding) -> Decimal:
    """How many times too large the money of the currency that comes first is; nothing where that is unknown,
    or a slip explains it."""
    off = finding.deviation_percent
    if not isinstance(off, Decimal) or off <= -100 or finding.hint is not None:
        return Decimal(0)
    ratio = 1 + off / 100
    return ratio if object_of(claim).currency == _codes(claim)[0] else EXACT.divide(1, ratio)
