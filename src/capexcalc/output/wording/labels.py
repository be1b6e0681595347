"""Names for codes: kinds of claims, bounds of amounts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...cache.manifest import Origin
from ...money.currencies import name
from ...words import Named, Template

if TYPE_CHECKING:
    from ...rates.quote import Method

KINDS: Mapping[str, Template] = {
    "equivalence": "the same in another currency",
    "annual_amount": "amount a year",
    "exceeds_prior": "more than was spent before",
    "record": "more than ever",
    "change": "rise or fall",
    "share": "part of a whole",
    "sum": "parts and their total",
    "rate": "an exchange rate",
    "product": "one of many, and all of them",
    "valuation": "a part and what it makes the whole worth",
}

# A document, and where the day comes from whose rates are used; nothing where somebody gave it.
HEADINGS: Mapping[str, Template] = {
    "option": "{document} ({language}, as of {day})",
    "given": "{document} ({language}, as of {day})",
    "metadata": "{document} ({language}, as of {day})",
    "text": "{document} ({language}, as of {day}, the date in the text)",
    "assumed": "{document} ({language}, as of {day}, assumed: no date found)",
}

BOUNDS: Mapping[str, Template] = {
    "exact": "",
    "about": "about",
    "at_least": "at least",
    "at_most": "at most",
    "range_low": "from",
    "range_high": "to",
}

# How a rate was made of published ones.
METHODS: Mapping[Method, Template] = {
    "direct": "direct (1 {base} in {quote})",
    "inverse": "inverse (1 {base} in {quote})",
    "cross": "cross (1 {base} in {quote})",
    "fixed": "fixed (1 {base} in {quote})",
    "peg": "peg (1 {base} in {quote})",
    "average": "average (1 {base} in {quote})",
}

# Whence a file of rates or prices is, and when it was fetched.
ORIGINS: Mapping[Origin, Template] = {
    "shipped": "shipped",
    "updated": "updated",
    "imported": "imported",
}
RETRIEVED: Mapping[Origin, Template] = {
    "shipped": "retrieved {day}, shipped",
    "updated": "retrieved {day}, updated",
    "imported": "retrieved {day}, imported",
}


def currency_name(code: str) -> str:
    """What a currency is called."""
    return str(Named("currency", code, name(code)))
