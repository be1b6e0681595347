"""Figures drawn in characters."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from ..money.money import EXACT

_STEPS = "▁▂▃▄▅▆▇█"
_EIGHTHS = ("", *"▏▎▍▌▋▊▉")
_WIDEST = 60


def sparkline(values: Sequence[Decimal]) -> str:
    """``values`` as one bar each, or one for several in a row: the lowest of all is the shortest."""
    width = min(len(values), _WIDEST)
    cuts = [len(values) * index // width for index in range(width + 1)]
    groups = [values[start:end] for start, end in pairwise(cuts)]
    means = [EXACT.divide(sum(group, Decimal(0)), Decimal(len(group))) for group in groups]
    low, high = min(means), max(means)
    if low == high:
        return _STEPS[0] * width
    step = EXACT.divide(EXACT.subtract(high, low), Decimal(len(_STEPS) - 1))
    return "".join(_STEPS[int(EXACT.divide(EXACT.subtract(mean, low), step))] for mean in means)


def bars(lengths: Sequence[Decimal], longest: int, *, unicode: bool) -> list[str]:
    """Each fraction as a bar, 1 as one of ``longest`` characters, to an eighth of one where Unicode is."""
    if not unicode:
        return ["#" * int(EXACT.multiply(length, Decimal(longest))) for length in lengths]
    eighths = (int(EXACT.multiply(length, Decimal(longest * 8))) for length in lengths)
    return [f"{'█' * (count // 8)}{_EIGHTHS[count % 8]}" for count in eighths]
