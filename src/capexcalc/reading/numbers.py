"""Numbers as people write them: grouped digits, words, scales, and mixtures of these."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from .lexicon import Lexicon
from .tokens import Item, Meanings

Items = Sequence[Item | None]

_GROUP_ONLY = "'’٬\u00a0\u2009\u202f"
_BLANKS = frozenset(" \u00a0\u2009\u202f")
_TEN = Decimal(10)


class Quantity(NamedTuple):
    """A number with its place.

    ``unit`` is the worth of one in its last written digit, ``mantissa`` the number before its scales, and
    ``next`` the index of the item after it.
    """

    value: Decimal
    unit: Decimal
    mantissa: Decimal
    scale: int  # power of ten; 0 without a scale
    start: int
    end: int
    next: int


def read_digits(text: str, decimal: str) -> tuple[Decimal, Decimal] | None:
    """The value of a run of digits and separators, and the worth of its last digit; None if it is no number.

    A lone point or comma before exactly three digits is a decimal sign only where it is the language's own
    (``decimal``): "1.234" is 1234 in German and 1.234 in English. Groups have three digits, or two before
    a last three (Indian).
    """
    parts, separators = _split(text)
    if not separators:
        return Decimal(text), Decimal(1)
    last = separators[-1]
    before = separators[:-1]
    if last in before or last in _GROUP_ONLY:
        has_fraction = False
    elif before or last == "٫":
        has_fraction = True
    else:
        could_be_group = len(parts[-1]) == 3 and len(parts[0]) <= 3 and parts[0][0] != "0"
        has_fraction = not could_be_group or last == decimal
    groups, fraction = (parts[:-1], parts[-1]) if has_fraction else (parts, "")
    marks = before if has_fraction else separators
    if len(set(marks)) > 1 or not _grouped(groups, marks):
        return None
    return Decimal("".join(groups) + ("." + fraction if fraction else "")), _TEN ** -len(fraction)


def _split(text: str) -> tuple[list[str], str]:
    parts, separators = [""], ""
    for char in text:
        if char.isdecimal():
            parts[-1] += char
        else:
            separators += char
            parts.append("")
    return parts, separators


def _grouped(groups: Sequence[str], marks: str) -> bool:
    if len(groups) == 1:
        return True
    middle = {len(g) for g in groups[1:-1]}
    indian = middle == {2} and "," in marks
    return 1 <= len(groups[0]) <= 3 and len(groups[-1]) == 3 and (middle <= {3} or indian)


def read_quantity(text: str, items: Items, i: int, lexicon: Lexicon) -> Quantity | None:
    """The number that begins at item ``i``: one or more parts of falling scale ("1 billion 200 million")."""
    total = _read_part(text, items, i, lexicon)
    while total is not None and total.scale:
        following = _read_part(text, items, _after_join(items, total.next), lexicon)
        if following is None or not _continues(text, items, total, following):
            break
        total = total._replace(
            value=total.value + following.value,
            unit=following.unit,
            scale=following.scale,
            end=following.end,
            next=following.next,
        )
    return total


def _continues(text: str, items: Items, total: Quantity, part: Quantity) -> bool:
    """Whether ``part`` belongs to the number before it rather than beginning the next."""
    in_words = "number" in meanings_at(items, _after_join(items, total.next))
    joined = part.start == total.end or near(text, total.end, item_at(items, total.next).start)
    if part.value >= _TEN**total.scale or not joined:
        return False
    if "join" in meanings_at(items, total.next):
        return in_words
    return bool(part.scale) or in_words or part.start == total.end


def _read_part(text: str, items: Items, i: int, lexicon: Lexicon) -> Quantity | None:
    base = _read_base(text, items, i, lexicon)
    if base is None:
        return None
    value, unit, start, end, j = base
    mantissa, scale = value, 0
    extra = meanings_at(items, j).get("plus")
    if extra:
        value, unit, end, j = value + Decimal(extra), Decimal("0.1"), item_at(items, j).end, j + 1
    while "scale" in (meanings := meanings_at(items, j)) and near(text, end, item_at(items, j).start):
        scale += meanings["scale"]
        end, j = item_at(items, j).end, j + 1
    factor = _TEN**scale
    value, unit = value * factor, unit * factor
    extra = meanings_at(items, j).get("plus") if scale else None
    if extra and "scale" not in meanings_at(items, j + 1):
        value, unit, end, j = value + Decimal(extra) * factor, factor / 10, item_at(items, j).end, j + 1
    return Quantity(value, unit, mantissa, scale, start, end, j)


def _read_base(
    text: str, items: Items, i: int, lexicon: Lexicon
) -> tuple[Decimal, Decimal, int, int, int] | None:
    """The number before any scale: value, worth of the last digit, start, end, index of the next item."""
    meanings = meanings_at(items, i)
    if "digits" in meanings:
        return _read_figures(text, items, i, lexicon)
    if "fraction" in meanings and {"scale", "currency"} & meanings_at(items, i + 1).keys():
        item = item_at(items, i)
        fraction = meanings["fraction"]
        return Decimal(fraction), _TEN ** -len(fraction.partition(".")[2]), item.start, item.end, i + 1
    if "number" in meanings:
        return _compose(text, items, i)
    if "article" in meanings and (
        "scale" in meanings_at(items, i + 1) or meanings_at(items, i + 1).get("number") == 100
    ):
        item = item_at(items, i)
        if "scale" in meanings_at(items, i + 1):
            return Decimal(1), Decimal(1), item.start, item.end, i + 1
        value, unit, _, end, j = _compose(text, items, i + 1)
        return value, unit, item.start, end, j
    if "alone" in meanings:
        item = item_at(items, i)
        return Decimal(1), Decimal(1), item.start, item.start, i
    return None


def _read_figures(
    text: str, items: Items, i: int, lexicon: Lexicon
) -> tuple[Decimal, Decimal, int, int, int] | None:
    item = item_at(items, i)
    before = text[item.start - 1 : item.start]
    if before.isalpha() and not meanings_at(items, i - 1).keys() & {
        "currency",
        "code",
        "range",
        "link",
        "bound",
    }:
        return None  # a name: A100, MP3
    written, end, j = item.meanings["digits"], item.end, i + 1
    groups = [written]
    while len(groups[0]) <= 3 and groups[-1].isdecimal():
        following = item_at(items, j) if "digits" in meanings_at(items, j) else None
        if following is None or text[end : following.start] not in _BLANKS:
            break
        head = following.meanings["digits"]
        if not (head[:3].isdecimal() and (len(head) == 3 or (len(head) > 4 and head[3] in ".,"))):
            break
        groups.append(head)
        end, j = following.end, j + 1
    if len(groups) > 1:
        whole, _, fraction = groups[-1].replace(",", ".").partition(".")
        digits = "".join(groups[:-1]) + whole + ("." + fraction if fraction else "")
        return Decimal(digits), _TEN ** -len(fraction), item.start, end, j
    read = read_digits(written, lexicon.decimal)
    return None if read is None else (*read, item.start, item.end, i + 1)


def _compose(text: str, items: Items, i: int) -> tuple[Decimal, Decimal, int, int, int]:
    """Number words below a thousand: each adds to what the one before leaves open, a hundred multiplies."""
    first = item_at(items, i)
    value, end, j = first.meanings["number"], first.end, i + 1
    while True:
        k = _after_join(items, j) if value >= 20 else j
        following = meanings_at(items, k).get("number")
        if following is None or not near(text, end, item_at(items, j).start):
            break
        if following == 100 and 1 < value < 100:
            value *= 100
        elif following < _open_below(value):
            value += following
        else:
            break
        end, j = item_at(items, k).end, k + 1
    return Decimal(value), Decimal(1), first.start, end, j


def compose(values: Sequence[int]) -> int | None:
    """What number words with these values read as together; None if they are not one number."""
    items = [Item({"number": v}, 2 * i, 2 * i + 1, "x") for i, v in enumerate(values)]
    value, _, _, _, j = _compose("x " * len(items), items, 0)
    return int(value) if j == len(items) else None


def _open_below(value: int) -> int:
    """What may be added to a number word: 300 takes up to 99, 20 up to 9, 60 and 80 up to 19 (vigesimal)."""
    if value % 100 in (60, 80):
        return 20
    power = 1
    while value % (power * 10) == 0:
        power *= 10
    return power


def _after_join(items: Items, i: int) -> int:
    return i + 1 if "join" in meanings_at(items, i) else i


def near(text: str, end: int, start: int) -> bool:
    """Whether nothing but a little white space or a hyphen lies between."""
    return start - end <= 2 and not text[end:start].strip(" -\n\u2010\u2011\u00a0\u2009\u202f")


def item_at(items: Items, i: int) -> Item:
    item = items[i]
    assert item is not None
    return item


def meanings_at(items: Items, i: int) -> Meanings:
    item = items[i] if 0 <= i < len(items) else None
    return item.meanings if item is not None else {}
