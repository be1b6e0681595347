"""Runs of digits and separators to numbers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ..patterns import regex

LONGEST = 40  # digits and separators
_GROUP_ONLY = "'’٬\u00a0\u2009\u202f"
_DECIMAL_ONLY = "٫"
_OTHER_MARK = {".": ",", ",": "."}
_GROUP = 3  # digits
_LONE = regex(r"(?<!\d)[1-9]\d{0,2} ?([.,\uff0c\uff0e\u060c])\d{3}(?!\d)")
_PLAIN_SEPARATORS = {
    "\uff0c": ",",
    "\uff0e": ".",
    "\u060c": ",",
    "’": "'",
    **dict.fromkeys("\u00b7\u2027\u30fb\u0631", _DECIMAL_ONLY),
}
_REH = "\u0631"  # between figures that run from right to left: "6ر2" shows as 2ر6 and is 2.6
_ONE, _TEN = Decimal(1), Decimal(10)


def read_digits(text: str, decimal: str) -> tuple[Decimal, Decimal, bool] | None:
    """The value of a run of digits and separators, the worth of its last digit, and whether another language
    would read it otherwise; None if it is no number.

    A lone point or comma before exactly three digits is a decimal sign only where it is the language's own
    (``decimal``): "1.234" is 1234 in German and 1.234 in English. Groups have three digits, or two before
    a last three (Indian).
    """
    if len(text) > LONGEST:
        return None
    if text.isdecimal():
        return Decimal(text), _ONE, False
    tail, reh, head = text.partition(_REH)
    parts, separators = _split(f"{head}{reh}{tail}" if reh else text)
    last = separators[-1]
    before = separators[:-1]
    ambiguous = False
    if last in before or last in _GROUP_ONLY:
        has_fraction = False
    elif before or last == _DECIMAL_ONLY:
        has_fraction = True
    else:
        ambiguous = len(parts[-1]) == 3 and len(parts[0]) <= 3 and parts[0][:1] not in ("", "0")
        has_fraction = not ambiguous or last == decimal
    groups, fraction = (parts[:-1], parts[-1]) if has_fraction else (parts, "")
    marks = before if has_fraction else separators
    if len(set(marks)) > 1 or not _grouped(groups, marks):
        return None
    value = Decimal("".join(groups) + ("." + fraction if fraction else ""))
    return value, _TEN ** -len(fraction) if fraction else _ONE, ambiguous


def decimal_mark(written: str) -> str:
    """The decimal sign that figures tell, a point or a comma; empty where they have none or can be read both
    ways ("1.234")."""
    parts, separators = _split(written)
    if not separators or not parts[0]:
        return ""
    last, before = separators[-1], separators[:-1]
    if last not in _OTHER_MARK:
        return ""
    if last in before:
        return _OTHER_MARK[last] if _grouped(parts, separators) else ""  # a sign that comes twice groups
    ambiguous = not before and len(parts[-1]) == _GROUP and len(parts[0]) <= _GROUP and parts[0][0] != "0"
    return "" if ambiguous else last


def lone_mark(written: str) -> str:
    """The point or comma before three digits of an amount that can be read both ways, if it has one."""
    found = _LONE.search(written)
    return _PLAIN_SEPARATORS.get(found[1], found[1]) if found else ""


def _split(text: str) -> tuple[list[str], str]:
    parts, separators = [""], ""
    for char in text.replace(" .", "."):
        if char.isdecimal():
            parts[-1] += char
        else:
            separators += _PLAIN_SEPARATORS.get(char, char)
            parts.append("")
    return parts, separators


def _grouped(groups: Sequence[str], marks: str) -> bool:
    if len(groups) == 1:
        return True
    middle = {len(g) for g in groups[1:-1]}
    indian = middle == {2} and "," in marks
    return 1 <= len(groups[0]) <= 3 and len(groups[-1]) == 3 and (middle <= {3} or indian)
