"""A claim with its verdict."""

from __future__ import annotations

from dataclasses import dataclass

from .claim import Claim
from .finding import Finding


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """``text`` is the sentence the claim was made in, on one line."""

    id: str
    text: str
    claim: Claim
    finding: Finding
