"""A claim with its verdict."""

from __future__ import annotations

from ...records import dataclass
from ..claim import Claim
from .finding import Finding


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """``text`` is the sentence the claim was made in, ``said`` the words that make it, both on one line; it
    begins at ``line`` and ``column`` of its document, the first of each being 1."""

    id: str
    text: str
    said: str
    line: int
    column: int
    claim: Claim
    finding: Finding
