"""The verdicts, in the order they are counted in: what each is called, its colour, and how grave it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...words import Template

if TYPE_CHECKING:
    from ...claims.verdicts.verdict import Verdict


class Shown(NamedTuple):
    label: Template
    word: Template  # in the middle of a sentence
    color: str
    gravity: int  # 0 is none; the worst is the highest

    @property
    def wrong(self) -> bool:
        """Whether a claim with this verdict does not hold as it stands."""
        return self.gravity > 1


VERDICTS: dict[Verdict, Shown] = {
    "supported": Shown("SUPPORTED", "supported", "green", 0),
    "close": Shown("CLOSE", "close", "yellow", 2),
    "refuted": Shown("REFUTED", "refuted", "red", 3),
    "not_enough_info": Shown("NOT ENOUGH INFORMATION", "not enough info", "cyan", 1),
}

# Those a check can be made to fail on, the worst first.
FAILING = tuple(v for v in sorted(VERDICTS, key=lambda v: -VERDICTS[v].gravity) if VERDICTS[v].gravity)
