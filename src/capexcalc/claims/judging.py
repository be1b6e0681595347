"""Claims to verdicts: what the rates and the past spending say of what a text says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

from ..errors import CapexcalcError, NoRateError, NotComparableError
from ..money.money import Money
from ..reading.mentions import Reading
from .checked_claim import CheckedClaim
from .claim import Claim
from .evidence import Grounds
from .extract import extract
from .facts import MissingPast, MissingRate
from .finding import Finding, money, words
from .kinds import KINDS

_JUDGES = {kind.name: kind.judge for kind in KINDS}


def check_claims(text: str, reading: Reading, grounds: Grounds) -> tuple[CheckedClaim, ...]:
    """Every claim in a text with its verdict, in text order."""
    counts = Counter(a.currency for a in reading.amounts)
    grounds = replace(grounds, named=tuple(code for code, _ in counts.most_common()))
    checked = []
    for number, claim in enumerate(extract(text, reading), 1):
        try:
            found = _JUDGES[claim.kind](claim, grounds)
        except (NoRateError, NotComparableError) as missing:
            found = Finding("not_enough_info", _missing(missing), _stated(claim))
        sentence = words(text[slice(*claim.sentence)])
        checked.append(CheckedClaim(f"c{number}", sentence, claim, found))
    return tuple(checked)


def _stated(claim: Claim) -> Money | Decimal:
    return money(claim.object or claim.subject) if claim.proportion is None else claim.proportion.value


def _missing(error: CapexcalcError) -> MissingRate | MissingPast:
    missing = MissingRate if isinstance(error, NoRateError) else MissingPast
    return missing(error.code, error.message, error.hint)
