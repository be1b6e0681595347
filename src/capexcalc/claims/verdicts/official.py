"""Figures that do not fit an official rate far from the market: the press converts at the market's."""

from __future__ import annotations

from dataclasses import replace

from ...rates.official import official
from .facts import AtOfficialRate
from .finding import Finding


def spared(found: Finding) -> Finding:
    """``found``, but not refuted where it rests on such a rate: nobody publishes the one beside it."""
    if found.verdict != "refuted":
        return found
    rate = next((each for quote in found.quotes for each in official(quote)), None)
    if rate is None:
        return found
    facts = AtOfficialRate(rate.currency, rate.kind, rate.authority)
    return replace(found, verdict="not_enough_info", facts=facts, hint=None)
