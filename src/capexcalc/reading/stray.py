"""Numbers beside an amount that are no part of it: "two $ 600", "2 dollars 600"."""

from __future__ import annotations

from ..patterns import regex
from .items import BLANKS, Items, item_at, meanings_at
from .lexicon import Lexicon
from .matcher import match_phrases
from .mentions import Reading
from .number_part import begins_number
from .quantities import read_quantity

_YEAR = regex(r"(?!0)\d{4}")
# What may stand between: 2 x $600, 3 @ €5.
_BETWEEN = f"{BLANKS}x×*@"


def stray_number(words: str, reading: Reading, lexicon: Lexicon) -> str | None:
    """The number right before or behind the amounts of ``reading``, nothing but blanks between or a sign of
    multiplication: it may be how many there are, or the figure that was meant. The day of a month, a year,
    the figure of a name (FY24), and what is read as a period, a share or, behind it, a multiple are none."""
    start = min(amount.start for amount in reading.amounts)
    end = max(amount.end for amount in reading.amounts)
    shares = [each for each in reading.proportions if each.kind == "share" or each.start >= end]
    others = [(each.start, each.end) for each in reading.periods]
    others += [(each.start, each.end) for each in shares]
    items, i = match_phrases(words, lexicon), 0
    while i < len(items):
        number = read_quantity(words, items, i, lexicon) if _begins(items, i) else None
        if number is None:
            i += 1
            continue
        ahead, behind = number.end <= start, number.start >= end
        beside = words[number.end : start] if ahead else words[end : number.start]
        known = any(first <= number.start < last for first, last in others)
        known = known or _is_other(words, items, i, number.next)
        if (ahead or behind) and not (known or beside.strip(_BETWEEN)):
            return words[number.start : number.end]
        i = max(number.next, i + 1)
    return None


def _begins(items: Items, i: int) -> bool:
    meanings = meanings_at(items, i)
    return begins_number(meanings) and "article" not in meanings  # "a $600 bond"


def _is_other(words: str, items: Items, i: int, after: int) -> bool:
    """Whether the number of the items from ``i`` to ``after`` is of a name or a date."""
    item = item_at(items, i)
    named = item.text.isdecimal() and words[item.start - 1 : item.start].isalpha()
    day = "month" in meanings_at(items, i - 1) or "month" in meanings_at(items, after)
    year = after == i + 1 and _YEAR.fullmatch(item.text) is not None
    return named or day or year
