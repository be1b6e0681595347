"""Numbers that leave their currency to the sentence before, which theirs goes on about: "the last plan was
worth 12 billion", "40 %, or 6 billion"."""

from __future__ import annotations

from ..patterns import regex
from .items import Item, Items, cues_of, item_at, meanings_at
from .number_words import Quantity
from .ranges import names_year

_TOLD, NEAR = 8, 3  # items that a word like "the last plan" may be away, before a number and right after it
_ARTICLE = 3  # letters
SURELY_MONEY = 10**8  # from which a number counts no people
_OF_SUM = frozenset(("part_of", "the_sum", "of_it", "of_all"))
_PASSED = frozenset(
    ("or", "equivalence", "makes", "this", "part_of", "of", "of_it", "of_all", "the_sum", "spends")
)
PREVIOUS = frozenset(("previous", "bygone"))
# What is told in money: the plan before, sales, a budget.
_OF_MONEY = PREVIOUS | {"measure", "spending", "money", "spends", "peak"}
_VALUES = frozenset(("values", "values_after"))
_BOUNDS = frozenset(("bound", "article"))
_DASHES = frozenset("-–—")
_WORD = regex(r"\w+")
_LAST_WORD = regex(r"\s[^\W\d]+\s?[,.;:。，；]")
_STOPS = regex(r"[.!?;。！？]\s|[。！？]")
COMPARED = frozenset(("increase", "decrease", "exceeds", "below"))
UNITS = frozenset(("per_year", "per_quarter", "per_month", "per_week", "per_day"))
PARTS = frozenset(("percent", "percent_before", "parts_of", "proportion", "denominator", "tenth_part"))


def goes_on_about_it(
    text: str, items: Items, i: int, quantity: Quantity, begun: int, *, closed: bool
) -> bool:
    """Whether a sentence, from offset ``begun`` on, says of the number at item ``i`` that it is of the plan
    before, or a share of the sum: "the last plan was worth 12 billion", "40 %, or 6 billion"."""
    before, after = _cues_before(items, i, begun), _cues_after(text, items, quantity)
    compared = any(not COMPARED.isdisjoint(cues) for cues in (*before[:1], *after[:1]))
    if compared and any("previous" in cues for cues in after):
        return True  # "more than the 12 billion spent under the last plan"
    if is_share_of_sum(text, items, i, quantity, begun):
        return True
    if any(not _VALUES.isdisjoint(cues) for cues in (*before[:2], *after[:1])):
        return True  # "is valued at 30 million"
    sure = quantity.value >= SURELY_MONEY
    if sure and any("previous" in cues for cues in before) and _LAST_WORD.match(text, quantity.end):
        return True  # "under the last plan 16 billion were spent."
    if not closed:
        return False
    told = any(not _OF_MONEY.isdisjoint(cues) for cues in (*before, *after[:NEAR]))
    return told or _is_beside_share(text, items, i, quantity, begun)


def is_share_of_sum(text: str, items: Items, i: int, quantity: Quantity, begun: int) -> bool:
    """Whether a share of the sum stands right beside a number: "a quarter of the money, or 6 billion"."""
    told = (*_cues_before(items, i, begun), *_cues_after(text, items, quantity))
    of_sum = any(not _OF_SUM.isdisjoint(cues) for cues in told)
    return of_sum and _is_beside_share(text, items, i, quantity, begun)


def _cues_before(items: Items, i: int, begun: int) -> list[tuple[str, ...]]:
    """The cues of the items before one in its sentence, the nearest first, as far as another number."""
    found = []
    for k in range(i - 1, max(-1, i - 1 - _TOLD), -1):
        item = items[k]
        if item is not None and item.start < begun:
            break
        passed = _is_percentage(items, k) or names_year(items, k)
        if item is not None and "digits" in item.meanings and not passed:
            break
        found.append(cues_of(meanings_at(items, k)))
    return found


def _cues_after(text: str, items: Items, quantity: Quantity) -> list[tuple[str, ...]]:
    """The cues of the items after a number in its sentence."""
    found, end = [], quantity.end
    for k in range(quantity.next, min(len(items), quantity.next + _TOLD)):
        item = items[k]
        if item is not None and _STOPS.search(text, end, item.start):
            break
        end = end if item is None else item.end
        found.append(cues_of(meanings_at(items, k)))
    return found


def _is_percentage(items: Items, k: int) -> bool:
    beside = (meanings_at(items, k - 1), meanings_at(items, k + 1))
    return any(not PARTS.isdisjoint(meanings) for meanings in beside)


def _is_beside_share(text: str, items: Items, i: int, quantity: Quantity, begun: int) -> bool:
    """Whether nothing but "or" and punctuation parts a number from a share of something, either way."""
    k = _beside(text, items, i - 1, quantity.start, back=True)
    if k is not None and item_at(items, k).start >= begun and not PARTS.isdisjoint(meanings_at(items, k)):
        return True
    n = _beside(text, items, quantity.next, quantity.end, back=False)
    if n is None:
        return False
    signs = (n, n + 1) if "digits" in meanings_at(items, n) else (n,)
    return any(not PARTS.isdisjoint(meanings_at(items, sign)) for sign in signs)


def _beside(text: str, items: Items, k: int, edge: int, *, back: bool) -> int | None:
    """The nearest item from ``k`` on, one way or the other, that is no "or" and no "about"; None if other
    words stand between."""
    for n in range(k, -1, -1) if back else range(k, len(items)):
        item = items[n]
        if item is not None:
            if _tells(text[item.end : edge] if back else text[edge : item.start]):
                return None
            if not (_is_passed(items, n) or _sets_apart(text, item)):
                return n
            edge = item.start if back else item.end
    return None


def _sets_apart(text: str, item: Item) -> bool:
    """Whether an item is a dash between blanks: "a quarter – 4.5 billion – goes"."""
    before, after = text[max(0, item.start - 1) : item.start], text[item.end : item.end + 1]
    return item.text in _DASHES and before.isspace() and after.isspace()


def _tells(gap: str) -> bool:
    """Whether more than an article stands in a gap: ", el 40 %"."""
    words = _WORD.findall(gap)
    return len(words) > 1 or any(len(word) > _ARTICLE for word in words)


def _is_passed(items: Items, k: int) -> bool:
    """Whether an item says again what a figure beside it is, or how near: "or", "that is", "about"."""
    meanings = meanings_at(items, k)
    return not _PASSED.isdisjoint(cues_of(meanings)) or not _BOUNDS.isdisjoint(meanings)
