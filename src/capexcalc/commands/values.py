"""Currencies and tolerances as people type them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from ..errors import NoRateError, UsageError
from ..money.currencies import is_currency
from ..patterns import regex

# What follows may be the currency to convert to; "1.2 to 1.5 bn" and "in 2024" have a figure there.
_TO = regex(r"(.*\S)(?:\s+(to|into|in|en)\s+|\s*(?:->|→|=)\s*)([^\d\s][^\d]*)", re.I | re.S)
_AND = regex(r"\s+and\s+", re.I)


def currencies(given: Iterable[str]) -> tuple[str, ...]:
    """The codes of all --to options, which name currencies by code or by name, each once.

    Raises UsageError (``no_currency``) for an option with none, and what ``currency`` raises.
    """
    codes: dict[str, None] = {}
    for option in given:
        named = [currency(name) for name in option.split(",") if name.strip()]
        if not named:
            raise UsageError(
                "no_currency", "no currency in --to {option!r}", "for example: --to EUR,USD", option=option
            )
        codes.update(dict.fromkeys(named))
    return tuple(codes)


def currency(given: str) -> str:
    """A code or a name of a currency as its code. Raises what ``read_currency`` raises."""
    code = given.strip().upper()
    if is_currency(code):
        return code
    from ..reading.typed_currency import read_currency  # here: codes need no reader

    return read_currency(given)


def split_target(words: str) -> tuple[str, tuple[str, ...]]:
    """ "5bn USD to EUR" as "5bn USD" and ``EUR``; words that name no currency to convert to as they are.

    Raises NoRateError (``unknown_currency``) for a word after "to" or "into" that is none.
    """
    found = _TO.fullmatch(words)
    if found is None:
        return words, ()
    try:
        return found[1], currencies([_AND.sub(",", found[3])])
    except (NoRateError, UsageError) as error:
        if error.code == "unknown_currency" and (found[2] or "").lower() not in ("to", "into"):
            return words, ()
        raise


def share(given: str) -> Decimal:
    """A tolerance as a fraction: ``2%`` and ``0.02`` are the same.

    Raises UsageError (``bad_tolerance``) unless it lies from 0 to 1; 2 alone would be 200%.
    """
    text = given.strip().replace(",", ".")
    try:
        value = Decimal(text.removesuffix("%").strip())
        value = value.scaleb(-2) if text.endswith("%") else value
    except InvalidOperation:
        value = Decimal(-1)
    if not (value.is_finite() and 0 <= value <= 1):
        raise UsageError("bad_tolerance", "{given!r} is no tolerance", "write it as 2% or 0.02", given=given)
    return value
