"""Amounts in a column as people write them: 32087000000, 32,087, 32.1bn, 1.234,5 Mrd EUR."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from ..errors import CapexcalcError, InputError, quoted
from ..money.currencies import is_currency, nearest
from ..money.money import EXACT
from ..reading.typed_amount import read_request
from ..words import several

# What stands before the number, the number, and what stands after it.
_CELL = re.compile(
    r"([^0-9]{0,20})([0-9][0-9.,'’ \u00a0\u202f]{0,50}(?<![.,'’ \u00a0\u202f])|[0-9])([^0-9]{0,40})"
)
_BLANKS = str.maketrans("", "", "'’ \u00a0\u202f")
_MINUS = frozenset("-−–(")
_DIGITS = 30
# Beside a scale without a currency, to read the scale: any would do.
_ANY = "USD"


def decimal_mark(cells: Iterable[tuple[str, str]], separator: str) -> str:
    """The decimal mark of a whole column of (FILE:LINE, text): ``.`` or ``,``; empty where nothing tells.

    A figure that can be read in one way only (1.234,5 or 12,5) settles it for all. Else files separated by
    commas or tabs have points, and those by semicolons, which stand where the comma is taken, can have
    either. Raises InputError (``mixed_decimals``) naming two lines that contradict each other.
    """
    told: dict[str, str] = {}
    for where, text in cells:
        if (found := _CELL.fullmatch(text)) and (mark := _mark(found[2].translate(_BLANKS), found[2])):
            told.setdefault(mark, where)
    if len(told) > 1:
        raise InputError(
            "mixed_decimals",
            "{point} has a decimal point, {comma} a decimal comma",
            "write all amounts alike",
            point=told["."],
            comma=told[","],
        )
    return next(iter(told), "" if separator == ";" else ".")


def read_amount(
    text: str, *, mark: str, unit: str, currency: str, unnamed: str, where: str
) -> tuple[Decimal, str]:
    """The amount in major units and its currency, from a cell and the ``unit`` and ``currency`` beside it.

    ``unnamed`` is the currency of an amount beside which none is named, if that is known. Raises InputError
    naming ``where``: ``bad_amount``, ``negative_amount``, ``ambiguous_amount``, ``bad_currency``,
    ``no_currency``, ``currency_conflict``.
    """
    code = _code(currency, where) if currency else ""
    found = _CELL.fullmatch(text)
    if found is None:
        raise _bad(text, where)
    before, digits, after = found.groups()
    if _MINUS.intersection(before):
        raise InputError(
            "negative_amount",
            "{where}: amount {text} is negative: spending is a number of zero or more",
            where=where,
            text=quoted(text),
        )
    words = " ".join(f"{before}1{after} {unit}".split())
    try:
        factor, named = (Decimal(1), ()) if words == "1" else _worth(words, code or _ANY)
    except (CapexcalcError, ValueError):  # ValueError: a range is two amounts
        raise _bad(f"{text} {unit}".strip(), where) from None
    if code and named and code not in named:
        raise InputError(
            "currency_conflict",
            "{where}: {text} is in {currencies}, the column says {code}",
            where=where,
            text=quoted(text),
            currencies=several(named[:3], "{first} or {second}"),
            code=code,
        )
    own = code or (named[0] if len(named) == 1 else "" if named else unnamed)
    if not own:
        raise no_currency(where)
    return EXACT.multiply(_number(digits, mark, where), factor), own


def no_currency(where: str) -> InputError:
    """The error for an amount in no known currency."""
    return InputError(
        "no_currency",
        "{where}: nothing says in which currency the amount is",
        "add a column currency with its ISO 4217 code, such as CNY",
        where=where,
    )


@lru_cache(maxsize=256)
def _worth(words: str, code: str) -> tuple[Decimal, tuple[str, ...]]:
    """What "1bn CNY" is worth, and the currencies it can be in; of "1bn", read as one of ``code``, none.

    Raises a CapexcalcError or ValueError for words that are not one amount from end to end.
    """
    try:
        (amount,) = read_request(words).amounts
        named = amount.candidates
    except (CapexcalcError, ValueError):
        words, named = f"{words} {code}", ()
        (amount,) = read_request(words).amounts
    if amount.text != words:
        raise InputError("bad_amount", "{words}", words=words)
    return amount.value, named


def _number(text: str, mark: str, where: str) -> Decimal:
    plain = text.translate(_BLANKS)
    own = _mark(plain, text) or mark
    if not own and not plain.isdigit():
        raise InputError(
            "ambiguous_amount",
            "{where}: amount {text} can be {one} or {other}",
            "write it without grouping, or with one decimal more",
            where=where,
            text=quoted(text),
            one=plain.replace(",", "").replace(".", ""),
            other=plain.replace(",", "."),
        )
    group = "," if own == "." else "."
    whole, _, fraction = plain.partition(own or "none")
    # Groups have three digits, or two before a last three (Indian).
    grouped = re.fullmatch(rf"[0-9]+|[0-9]{{1,3}}(\{group}[0-9]{{2,3}})*\{group}[0-9]{{3}}", whole)
    if not grouped or not re.fullmatch("[0-9]{0,10}", fraction) or len(whole) > _DIGITS:
        raise _bad(text, where)
    return (
        Decimal(f"{whole.replace(group, '')}.{fraction or 0}")
        if fraction
        else Decimal(whole.replace(group, ""))
    )


def _mark(plain: str, written: str) -> str:
    """The decimal mark a figure itself tells, empty where it can be read in two ways or has none."""
    points, commas = plain.count("."), plain.count(",")
    if points and commas:
        return "." if plain.rindex(".") > plain.rindex(",") else ","
    if points + commas == 0:
        return ""
    sign, other = (".", ",") if points else (",", ".")
    if points + commas > 1:
        return other  # a mark that comes twice groups
    whole, fraction = plain.split(sign)
    grouped = len(fraction) == 3 and 1 <= len(whole) <= 3 and not whole.startswith("0") and plain == written
    return "" if grouped else sign


def _code(text: str, where: str) -> str:
    code = text.upper()
    if not is_currency(code):
        near = ", ".join(nearest(code))
        raise InputError(
            "bad_currency",
            "{where}: {text} is no currency",
            "did you mean {near}?" if near else "give the ISO 4217 code, such as CNY",
            where=where,
            text=quoted(text),
            near=near,
        )
    return code


def _bad(text: str, where: str) -> InputError:
    return InputError(
        "bad_amount",
        "{where}: amount {text} is not a number of zero or more",
        'write plain digits, or as in a text: 32087000000, "32.1bn"',
        where=where,
        text=quoted(text),
    )
