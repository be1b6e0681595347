"""A list whose last part is told to be all that is left of a sum: "It has 180m. Ann gives 72m, Bob 45m and
Cy the remaining 63m", "Of the 104m, 65m is paid now and the last 39m in June"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...reading.mentions import Amount, Proportion
from ..grammar.marks import OF_ONE, Mark
from ..grammar.sentence import count_words
from ..grammar.wording import Wording
from .listed_sum import LEAST
from .parts_reach import adds_up, is_alike, is_exact, lists_others, makes_another

_REST = frozenset(("rest", "lacking"))
_AHEAD, _BEHIND = 4, 0  # words between such a word and its amount
_BESIDE = 4  # marks before it, among which a share of it stands
_PARTS = (",", "–", "—")
_PARTING = ",;:()–—"
_MOST = 8  # amounts that parts are looked for among
_LIST = 3  # parts, that of the rest with them, that are told to be all
_NO_PART = OF_ONE | {"gap", "prior", "earlier", "valued", "yardstick", "dated"}


def rest_sum(wording: Wording) -> tuple[Amount, ...] | None:
    """The total and its parts, the last of which is told to be the rest: those that add up, else those that
    can be of no other sum."""
    if all(cue.kind not in _REST for cue in wording.sentence.cues):
        return None
    marks = [mark for mark in wording.marks if "amount" in mark.names]
    n = next((n for n, mark in enumerate(marks) if n or wording.earlier if is_rest(wording, mark)), None)
    if n is None or len(marks) > _MOST or not isinstance(marks[n].figure, Amount):
        return None
    found = list(_readings(wording, marks, n))
    fitting = (each for each in found if is_exact(each[0], each[1:]))
    near = (each for each in found if adds_up(each[0], each[1:]) and len(each) > _LIST)
    return next(fitting, None) or next(near, None) or _mistold(wording, marks, n)


def is_rest(wording: Wording, mark: Mark) -> bool:
    """Whether a word for the rest leads up to an amount in its clause, or in apposition ("the rest of it,
    13m, goes to"), or stands right behind it."""
    text, sentence = wording.sentence.text, wording.sentence
    before = wording.preceding(mark.start, _BESIDE)
    since = max((each.end for each in before if each.figure is not None), default=sentence.start)
    ahead = sentence.last(tuple(_REST), since, mark.start)
    if ahead is not None and _is_parted(wording, ahead.start):
        return False
    if ahead is not None and ahead.end <= mark.start:
        gap = text[ahead.end : mark.start]
        return ("," not in gap or _is_apposed(wording, ahead.end, mark)) and count_words(gap) <= _AHEAD
    behind = next((cue for cue in sentence.cues_from(mark.end) if cue.kind in _REST), None)
    return behind is not None and count_words(text[mark.end : behind.start]) <= _BEHIND


def _is_parted(wording: Wording, rest: int) -> bool:
    """Whether a share leads up to a word for the rest, of which it then is one: "half of what remains"."""
    figures = [mark for mark in wording.preceding(rest, _BESIDE) if mark.figure is not None]
    share = figures[-1] if figures else None
    if share is None or not isinstance(share.figure, Proportion):
        return False
    gap = wording.sentence.text[share.end : rest]
    return count_words(gap) <= _AHEAD and not any(char in gap for char in _PARTING)


def _is_apposed(wording: Wording, since: int, mark: Mark) -> bool:
    """Whether an amount is told between commas, or after a word that equates it with what stands before."""
    text = wording.sentence.text
    if any("equivalence" in each.names for each in wording.beginning(since, mark.start)):
        return True
    gap, after = text[since : mark.start].rstrip(), text[mark.end :].lstrip()
    return not gap.strip(" ,") or (gap.endswith(_PARTS) and after.startswith(_PARTS))


def _readings(wording: Wording, marks: Sequence[Mark], n: int) -> Iterator[tuple[Amount, ...]]:
    """Sums of the sentence or of those before, each with the amounts between it and the rest as its parts."""
    money = list(wording.earlier[-_MOST:])
    money += [mark.figure for mark in marks[: n + 1] if isinstance(mark.figure, Amount)]
    rest = money[-1]
    money = [each for each in money if each.currency == rest.currency and each.value >= LEAST]
    if rest.value < LEAST:
        return
    for k in range(len(money) - 2, -1, -1):
        for first in range(k + 1, len(money) - 1):
            if money[k].value > rest.value:
                yield money[k], *money[first:]


def _mistold(wording: Wording, marks: Sequence[Mark], n: int) -> tuple[Amount, ...] | None:
    """Parts that miss their sum, where they can be those of no other: it is the only money of the sentence
    before, or the first of their own, told to be what is parted, and nothing that is told fits the rest."""
    here = marks[: n + 1]
    if any(not mark.names.isdisjoint(_NO_PART) for mark in here) or wording.measures or lists_others(wording):
        return None
    whole, parts = _whole(wording, here)
    if whole is None or any(part.currency != whole.currency for part in parts):
        return None
    exact = {each.bound for each in (whole, *parts)} == {"exact"}
    if not exact or max(part.value for part in parts) >= whole.value or not is_alike(whole, parts):
        return None
    known = {each.id: each for each in (*wording.earlier, *wording.sentence.amounts)}
    return None if _fits_otherwise(parts[-1], list(known.values())) else (whole, *parts)


def _whole(wording: Wording, here: Sequence[Mark]) -> tuple[Amount | None, list[Amount]]:
    """What is parted, and its parts."""
    money = [mark.figure for mark in here if isinstance(mark.figure, Amount)]
    led = wording.preceding(here[0].start)
    of_it = any(not mark.names.isdisjoint(("part_of", "of", "from")) for mark in led) and here[0].words <= 1
    if of_it and len(money) >= _LIST:
        return money[0], money[1:]
    listed = [each for each in wording.listed if money and each.currency == money[0].currency]
    alone = len(listed) == 1 and len(wording.earlier) <= _LIST
    begun = any("part_of" in mark.names for mark in led) and here[0].words <= 1  # "of it 65m at once"
    return (listed[0], money) if alone and len(money) >= _LIST - begun else (None, [])


def _fits_otherwise(rest: Amount, known: Sequence[Amount]) -> bool:
    """Whether a rest makes any sum that is told, with any others that are."""
    money = [each for each in known if each.currency == rest.currency and each.id != rest.id]
    return makes_another(rest, money)
