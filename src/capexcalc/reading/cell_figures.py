"""Figures in the cells of a table, as people and programs write them: 32087, 32,087, $1 234,50, (5), 1.2e9.

What one cell leaves open, whether 98.500 is a hundred or a hundred thousand, is settled by its column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from ..errors import CapexcalcError, InputError
from ..money.currency_cells import unit_of
from ..patterns import regex
from .request import read_request

# The decimal mark of a column; empty where nothing tells.
Mark = Literal[".", ",", ""]

_GROUPS = (" ", "'", "’", "\u00a0", "\u202f")
_INSIDE = "".join(_GROUPS)
_EXPONENT = "(?:[eE][+-]?[0-9]{1,3})?"
# What stands before the figure, the figure, what stands after it. For re and for the engines' RE2 alike, to
# which a bound on each, as {0,20}, is ten times the work: that is asked of the parts.
CELL = f"^(?P<before>[^0-9]*)(?P<figure>[0-9](?:[0-9.,{_INSIDE}]*[0-9])?{_EXPONENT})(?P<after>[^0-9]*)$"
# The most characters of each.
LONGEST = (20, 57, 40)
_CELL = regex(CELL)
# The most digits of a figure.
DIGITS = 30
# Beside a scale without a currency, to read the scale: any would do.
_ANY = "USD"
# What closes a price in Switzerland, Scandinavia and India, and adds nothing to it.
_CLOSED = regex(r"^[.,](?:[-–—]{1,2}|$)|^/[-–=]")
_MINUS = frozenset("-−–")
# What stands in brackets, and beside them.
_BRACKETED = regex(r"([^()0-9]*)\(([^()]*[0-9][^()]*)\)([^()0-9]*)")


def grouping(mark: Mark) -> str:
    """The signs that may part the groups of figures with this decimal mark."""
    return "".join(("," if mark == "." else ".", *_GROUPS))


def written(mark: Mark) -> str:
    """The pattern of figures with this decimal mark: groups of three (commas also as in India), or none, and
    then with an exponent if there is one."""
    group = "," if mark == "." else "."
    kinds = [rf"[1-9][0-9]{{0,2}}(?:{re.escape(each)}[0-9]{{3}})+" for each in (group, *_GROUPS)]
    if group == ",":
        kinds.append("[1-9][0-9]?(?:,[0-9]{2})*,[0-9]{3}")
    part = f"(?:{re.escape(mark)}[0-9]+)?"
    return f"^(?:[0-9]+{part}{_EXPONENT}|(?:{'|'.join(kinds)}){part})$"


_WRITTEN = {mark: regex(written(mark)) for mark in (".", ",")}


class Affix(NamedTuple):
    """What stands about a figure: what that is multiplied by, and the currencies it can be in, if it says."""

    factor: Decimal
    named: tuple[str, ...] = ()


class Figure(NamedTuple):
    """A number without its sign, and what is written before and after it."""

    before: str
    digits: str
    after: str


def parted(text: str) -> Figure | None:
    """The figure of a cell from end to end; None where it holds none, or more than one."""
    text = text.strip()
    found = _CELL.fullmatch(text) if len(text) <= sum(LONGEST) else None
    if found is None or any(len(part) > most for part, most in zip(found.groups(), LONGEST, strict=True)):
        return None
    return Figure(*found.groups())


def unbracketed(text: str) -> str | None:
    """The text of an amount without the brackets that make it negative, (5) USD or $(5); None elsewhere."""
    text = text.strip()
    found = _BRACKETED.fullmatch(text) if len(text) <= sum(LONGEST) else None
    if found is None:
        return None
    before, within, after = found.groups()
    try:
        affix(before, after)
    except UnclearError:
        return None
    return f"{before}{within}{after}"


def unfolded(text: str) -> str:
    """The text with its figure in digits alone, if it has an exponent: 12000000000 USD for 1.2e10 USD.

    Raises AmbiguousError.
    """
    figure = parted(text)
    if figure is None or "e" not in figure.digits.casefold() or (value := number(figure.digits, "")) is None:
        return text
    return f"{figure.before}{value:f}{figure.after}"


def told(digits: str) -> Mark | Literal["either"]:
    """The decimal mark that a figure tells by itself, ``either`` if it has two readings."""
    point, comma = (_WRITTEN[mark].match(digits) is not None for mark in (".", ","))
    if point and comma:
        return "either" if {".", ","} & set(digits) else ""
    return "." if point else "," if comma else ""


def settled(cells: Iterable[tuple[str, str]], separator: str, strays: float = 0) -> Mark:
    """The decimal mark of a column of (place, text), empty where nothing tells.

    A figure that can be read in one way only (1.234,5 or 12,5) settles it for all. Else a comma among figures
    in a file whose cells it parts groups thousands, as in what people type. Raises InputError
    (``mixed_decimals``) naming two places that contradict each other, unless those of one kind are no more
    than ``strays``, a share of all that tell.
    """
    found: dict[Mark, list[str]] = {".": [], ",": []}
    groups = False
    for where, text in cells:
        if figure := parted(text):
            mark = told(figure.digits)
            if mark == "either":
                groups = groups or "," in figure.digits
            elif mark:
                found[mark].append(where)
    points, commas = found["."], found[","]
    if min(len(points), len(commas)) > strays * (len(points) + len(commas)):
        raise InputError(
            "mixed_decimals",
            "{point} has a decimal point, {comma} a decimal comma",
            "write all amounts alike",
            point=points[0],
            comma=commas[0],
        )
    if points or commas:
        return max(found, key=lambda mark: len(found[mark]))
    return "." if groups and separator == "," else ""


def number(digits: str, mark: Mark) -> Decimal | None:
    """What a figure is in a column with this mark; None if it is none there. Raises AmbiguousError."""
    own = mark or told(digits)
    if own == "either":
        raise AmbiguousError(digits)
    own = own or "."
    if not _WRITTEN[own].match(digits) or sum(map(str.isdigit, digits)) > DIGITS:
        return None
    whole = digits.translate(str.maketrans("", "", grouping(own)))
    return Decimal(whole.replace(own, "."))


class UnclearError(ValueError):
    """What stands about a figure is no sign, scale or currency that is known."""


class AmbiguousError(ValueError):
    """A figure has two readings, and nothing in its column tells which."""

    def __init__(self, digits: str) -> None:
        plain = re.sub(f"[{_INSIDE}]", "", digits)
        self.readings = f"{re.sub('[.,]', '', plain)} or {plain.replace(',', '.')}"
        super().__init__(self.readings)


def affix(before: str, after: str, code: str = "", unit: str = "") -> Affix:
    """What stands about a figure, and the ``unit`` of its column; ``code`` is its currency if nothing else
    says so.

    Raises UnclearError.
    """
    head, tail = before.strip(), after.strip()
    factor = Decimal(1)
    if head.count("(") == 1 and "(" in (head[0], head[-1]) and tail.count(")") == 1:  # (5), $(5), (5) USD
        head, tail, factor = head.replace("(", "").strip(), tail.replace(")", "").strip(), -factor
    if signs := [each for each in head if each in _MINUS or each == "+"]:
        if len(signs) > 1:
            raise UnclearError(before)
        head = head.replace(signs[0], "").strip()
        factor = factor if signs[0] == "+" else -factor
    tail = f"{_CLOSED.sub('', tail).strip()} {unit}".strip()
    if re.search(r"(?:^|[^\w])[.,]$", head) or _MINUS & set(tail):
        raise UnclearError(before + after)  # $.50 is no fifty
    words = " ".join(f"{head} 1 {tail}".split()) if head[-1:].isalpha() else f"{head}1{tail and ' ' + tail}"
    if words == "1":
        return Affix(factor)
    worth, named = _worth(words, code or _ANY)
    return Affix(factor * worth, named)


@lru_cache(maxsize=4096)
def _worth(words: str, code: str) -> tuple[Decimal, tuple[str, ...]]:
    """What "1bn CNY" is worth, and the currencies it can be in; of "1bn", read as one of ``code``, none.

    Raises UnclearError for words that are not one amount from end to end.
    """
    for text, named in ((words, True), (f"{words} {code}", False)):
        try:
            request = read_request(text)
            (amount,) = request.amounts
        except (CapexcalcError, ValueError):  # ValueError: a range is two
            continue
        if amount.text == request.text:
            return amount.value, tuple(amount.candidates) if named else ()
    unit = unit_of(words.strip(" 1"))  # as cells have it, and texts do not: kn
    if unit and unit.parts == 1:
        return Decimal(1), (unit.code,)
    raise UnclearError(words)
