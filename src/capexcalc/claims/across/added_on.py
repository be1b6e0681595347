"""Totals told with an addition: "The trams cost 216m. Including the depot, put at 54m, the project comes to
270m", "Add the 43m for stations and the bill comes to 230m", "On top of that come 34m for schools, 179m in
all".

What is added stands beside words that say so (``adds_on``), and what it is added to in the same sentence
before it, or in one before. It fails only where that can be but one sum, which other claims bear out or which
is the only one there is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations
from typing import NamedTuple

from ...patterns import regex
from ...reading.mentions import Amount
from ..claim import Claim
from ..grammar.marks import OF_ONE, Mark
from ..grammar.wording import COMPARED, Wording
from ..kinds.listed_sum import LEAST
from ..kinds.pairs import told
from ..kinds.parts_reach import adds_up, is_alike
from .announced import has_few_figures
from .borne_out import amount_of
from .proof import is_borne_out

_ADDS, _MAY_ADD = "adds_on", ("includes", "with", "besides")
_FAR = 3  # sentences before, one of whose sums is added to
_PRICE = 100  # times as much as the price of one of many
_SLACK = 100  # of a total, by which its parts may miss it
_ITEM = regex(r"\n\s*(?:\n|[-–—•*·▪◦‣●])")
_BESIDE = 3  # words from what is added to the verb for that
_MOST, _KNOWN = 4, 8  # sums of a sentence that are added to together; those of before that are looked at
_NO_SUM = OF_ONE | COMPARED | {"earlier", "prior"}
_SURELY = ("total", "outlay", "the_sum", "this", "of_all", "adds_up")
_CALLED = (
    *_SURELY,
    "part_of",
    "money",
    "makes",
    "equivalence",
    "takings",
    "spending",
    "new",
    "plan",
    "spends",
)
_MOVED = frozenset(("change", "times", "gap"))
_OPEN = ("others", "rest", "excludes", "capped", "either", "denies", "ranked", "wanted")


class _Told(NamedTuple):
    """A ``total``, what is ``added``, and the sums of the same sentence that stand ``before`` that; whether
    it is ``sure`` that the words say so, or may be so where the total is ``called`` one."""

    wording: Wording
    total: Mark
    added: Sequence[Mark]
    before: Sequence[Mark]
    sure: bool
    called: tuple[str, ...] = _CALLED


def added_on(wordings: Sequence[Wording], claims: Sequence[Claim]) -> Iterator[tuple[int, Claim]]:
    """The totals of a text, each with the place of its sentence, that no other of ``claims`` tells the parts
    of."""
    known = {each.subject.start for each in claims if each.kind == "sum"}
    plain = has_few_figures(wordings)
    for n, wording in enumerate(wordings):
        for each in _told(wordings, n):
            claim = _claim(wordings, n, each, claims, plain=plain)
            if claim is not None and claim.subject.start not in known:
                known.add(claim.subject.start)
                yield n + (each.wording is not wording), claim


def _told(wordings: Sequence[Wording], n: int) -> Iterator[_Told]:
    """What a sentence may tell to be added, the likeliest first."""
    wording = wordings[n]
    cues = [cue for cue in wording.sentence.cues if cue.kind in (_ADDS, *_MAY_ADD)]
    sums = [each for each in wording.amount_marks if each.names.isdisjoint(OF_ONE)] if cues else []
    for cue in cues if len(sums) <= _KNOWN else ():
        before = [each for each in sums if each.end <= cue.start]
        after = [each for each in sums if each.start >= cue.end]
        begins = not (before or wording.sentence.words(wording.sentence.start, cue.start))
        if cue.kind in ("includes", "with") and not begins:
            continue
        called = _SURELY if cue.kind in ("with", "besides") else _CALLED
        for k in range(1, len(after)):  # "adding 54m for a depot, it comes to 310m"
            yield _Told(wording, after[k], after[:k], before, True, called)
        if cue.kind != _ADDS:
            continue
        for k in range(len(before) if after else 0):  # "with 54m for a depot added, it comes to 310m"
            sure = not k and wording.sentence.words(before[-1].end, cue.start) <= _BESIDE
            yield _Told(wording, after[0], before[k:], before[:k], sure)
        if before and after:  # "it comes to 310m once 54m for a depot are added"
            yield _Told(wording, before[-1], after, before[:-1], sure=False)
        for k in range(1, len(before)):  # "it comes to 310m with 54m for a depot added"
            yield _Told(wording, before[k - 1], before[k:], before[: k - 1], sure=False)
        following = wordings[n + 1] if n + 1 < len(wordings) else None
        if following is not None and _goes_on(wording, following, cue.start):
            added, base = (after, before) if after else (before, ())
            yield _Told(following, following.amount_marks[0], added, base, sure=True)


def _goes_on(wording: Wording, following: Wording, cue: int) -> bool:
    """Whether the next sentence begins with a word for a total, and tells that, after one that begins with
    what is added: "On top of that come 34m for schools. In all, the plan costs 179m"."""
    first = following.marks[1:2]
    begun = wording.sentence.words(wording.sentence.start, cue) <= 1
    total = any("total" in mark.names and mark.words <= 1 for mark in first) and following.names_one_sum
    between = wording.sentence.text[wording.sentence.end : following.sentence.start]
    return begun and total and not between.strip()


def _claim(
    wordings: Sequence[Wording], n: int, each: _Told, claims: Sequence[Claim], *, plain: bool
) -> Claim | None:
    """The total with its parts, if they make it, or can be meant to and are of no other."""
    total, added = amount_of(each.total), [amount_of(mark) for mark in each.added]
    if not each.total.names.isdisjoint(_NO_SUM) or any(_is_unlike(total, one) for one in added):
        return None
    here = [amount_of(mark) for mark in each.before]
    told_before = [each for each in _sums(wordings[max(0, n - _FAR) : n]) if not _is_unlike(total, each)]
    known = [one for one in (*told_before, *here) if one.currency == total.currency]
    for parts in (*((one,) for one in reversed(known[-_KNOWN:])), here, *_last(wordings[:n], total)):
        if parts and (each.sure or len(parts) == 1) and _makes(total, (*parts, *added)):
            return _of(each.wording, total, *parts, *added)
    if not (plain and each.sure) or any(_fits(total, known, added)):
        return None
    base = here[0] if len(here) == 1 else (None if here else _base(total, known, claims))
    if base is None or any(base.value == one.value for one in added) or _is_listed(each, base, added):
        return None
    if not _is_meant(each, total, base, added):
        return None
    return _of(each.wording, total, base, *added)


def _is_listed(each: _Told, base: Amount, added: Sequence[Amount]) -> bool:
    """Whether an empty line or one that begins an item of a list parts a total from what makes it."""
    figures = (base, *added, amount_of(each.total))
    start, end = min(one.start for one in figures), max(one.start for one in figures)
    return _ITEM.search(each.wording.sentence.text, start, end) is not None


def _makes(total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether parts make a total as they stand, and not a mere "1bn and 1bn" one of 2bn."""
    apart = abs(sum(one.value for one in parts) - total.value)
    told = any(len(f"{one.value.normalize():f}".strip("0").replace(".", "")) > 1 for one in (total, *parts))
    return told and adds_up(total, parts) and apart * _SLACK <= total.value


def _last(wordings: Sequence[Wording], total: Amount) -> Iterator[Sequence[Amount]]:
    """All sums of the last sentence that tells any in the money of a total."""
    for wording in reversed(wordings[-_FAR:]):
        sums = [one for one in _sums([wording]) if not _is_unlike(total, one)]
        if sums:
            yield sums if len(sums) <= _MOST else ()
            return


def _of(wording: Wording, total: Amount, *parts: Amount) -> Claim:
    return replace(told(wording, "sum", total, *parts), object=None, parts=parts)


def _is_unlike(total: Amount, one: Amount) -> bool:
    return one.currency != total.currency or not LEAST <= one.value < total.value


def _sums(wordings: Sequence[Wording]) -> Iterator[Amount]:
    marks = chain.from_iterable(each.amount_marks for each in wordings)
    return (amount_of(each) for each in marks if each.names.isdisjoint(_NO_SUM))


def _fits(total: Amount, known: Sequence[Amount], added: Sequence[Amount]) -> Iterator[bool]:
    """Whether a total is told before, or is one of some of what is told."""
    yield any(one.value == total.value for one in known)
    money = [*known[-_KNOWN:], *added]
    yield from (adds_up(total, few) for k in (2, 3) for few in combinations(money, k))


def _base(total: Amount, known: Sequence[Amount], claims: Sequence[Claim]) -> Amount | None:
    """What is added to: the only sum that claims bear out, or the only one there is but for prices."""
    known = [one for one in known if one.value * _PRICE >= total.value]
    for some in ([one for one in known if is_borne_out(one, claims)], known):
        values = {one.value for one in some}
        if values:
            return some[-1] if len(values) == 1 else None
    return None


def _is_meant(each: _Told, total: Amount, base: Amount, added: Sequence[Amount]) -> bool:
    """Whether a total that the parts miss can be one of nothing else: words call it one, the sentence tells
    of no more, and it is not far off."""
    sentence, last = each.wording.sentence, each.added[-1]
    exact = {one.bound for one in (total, base, *added)} == {"exact"}
    begun = max(last.end, sentence.start) if last.end <= each.total.start else sentence.start
    called = sentence.between(each.called, begun, sentence.end)
    moved = any(not mark.names.isdisjoint(_MOVED) for mark in each.wording.marks if mark not in each.added)
    spoken = moved or each.wording.measures or sentence.between(_OPEN, *sentence.span)
    return exact and called and not spoken and base.value < total.value and is_alike(total, (base, *added))
