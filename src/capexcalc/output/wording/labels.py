"""Names for codes: kinds of claims, bounds of amounts."""

from __future__ import annotations

KINDS = {
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

# Where the day comes from whose rates are used; nothing where somebody gave it.
ORIGINS = {
    "option": "",
    "given": "",
    "metadata": "",
    "text": "the date in the text",
    "assumed": "assumed: no date found",
}

BOUNDS = {
    "exact": "",
    "about": "about",
    "at_least": "at least",
    "at_most": "at most",
    "range_low": "from",
    "range_high": "to",
}
