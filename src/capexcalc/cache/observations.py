"""Observed rates as they are published and kept, and what was rejected of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ..records import dataclass
from ..words import Phrase

# Observation dates to rates of each currency, digits as published.
History = dict[date, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A published rate that broke the rule ``reason``: ``not_a_rate``, ``zero``, ``future``, ``outlier``; of
    prices also those of screen_prices.py, of annual averages those of screen_averages.py, where ``detail``
    says in what way."""

    observed: date
    currency: str
    value: str
    reason: str
    where: Phrase | str
    detail: Phrase | str = ""


def is_rate(text: str) -> bool:
    """Whether ``text`` is a positive decimal in plain ASCII digits, as the files of the cache have them."""
    digits = text.replace(".", "", 1)
    return digits.isascii() and digits.isdigit() and Decimal(text) > 0
