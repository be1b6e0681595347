"""The levels of a series of annual averages: where its unit changed, and what a faulty year takes with it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise

# A year this far from the mean is of another kind, and so are those before it, up to a step of such a factor.
OFF_KIND, STEP = Decimal("0.2"), 3


def level_before(figures: Mapping[int, Decimal], apart: Mapping[int, Decimal]) -> dict[int, int]:
    """The years that nothing checks and that lead, without a step, to one of another kind: with that year."""
    tainted = {}
    for wrong in (year for year, off in apart.items() if off > OFF_KIND):
        year = wrong - 1
        while year in figures and year not in apart:
            if max(figures[year], figures[year + 1]) > STEP * min(figures[year], figures[year + 1]):
                break
            tainted[year] = wrong
            year -= 1
    return tainted


def restated_to(figures: Mapping[int, Decimal]) -> int | None:
    """The first year in the unit of the last: no currency gains two thirds in a year but by a new unit."""
    years = sorted(figures)
    falls = [later for earlier, later in pairwise(years) if figures[later] * STEP < figures[earlier]]
    return falls[-1] if falls else None
