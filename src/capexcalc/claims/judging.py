"""Claims to verdicts: what the rates and the past spending say of what a text says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ..errors import CapexcalcError, NoRateError, NotComparableError
from ..reading.mentions import Reading
from .checked_claim import CheckedClaim
from .claim import Claim
from .evidence import Finding, Grounds, money
from .extract import extract
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
            stated = (
                money(claim.object or claim.subject) if claim.proportion is None else claim.proportion.value
            )
            found = Finding("not_enough_info", _missing(missing), stated)
        checked.append(_checked(f"c{number}", text, claim, found))
    return tuple(checked)


def _checked(name: str, text: str, claim: Claim, found: Finding) -> CheckedClaim:
    verdict = found.verdict.replace("_", " ").capitalize()
    hint = f"; {found.hint.message}" if found.hint else ""
    return CheckedClaim(
        name,
        claim.kind,
        claim.start,
        claim.end,
        " ".join(text[slice(*claim.sentence)].split()),
        claim.subject.id,
        claim.object.id if claim.object else None,
        claim.period.id if claim.period else None,
        found.stated,
        found.computed,
        found.interval,
        found.deviation_percent,
        found.verdict,
        found.reason,
        found.hint,
        f"{verdict}: {found.reason}{hint}.",
        found.quotes,
        found.steps,
        tuple(part.id for part in claim.parts) or None,
    )


def _missing(error: CapexcalcError) -> str:
    return f"{error.message} ({error.hint})" if error.hint else error.message
