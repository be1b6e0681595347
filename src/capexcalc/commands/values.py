"""Currencies and tolerances as people type them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from ..errors import UsageError


def currencies(given: Iterable[str]) -> tuple[str, ...]:
    """The codes of all --to options, in capitals, each once.

    Raises UsageError (``no_currency``) for an option with none.
    """
    codes: dict[str, None] = {}
    for option in given:
        named = [code.strip().upper() for code in option.split(",") if code.strip()]
        if not named:
            raise UsageError(
                "no_currency", "no currency in --to {option!r}", "for example: --to EUR,USD", option=option
            )
        codes.update(dict.fromkeys(named))
    return tuple(codes)


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
