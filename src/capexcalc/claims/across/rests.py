"""What is told to be left of a sum whose parts other sentences tell: "The plan has 27m. The state gives 9m,
the region 5.4m. The rest, 12.6m, is for the town".

It fits where some of the sums told before it make one of those with it. It fails only where it makes no sum
of the text with any others, and what is parted is the only one it can be of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from ...patterns import regex
from ...reading.mentions import Amount
from ..claim import Claim
from ..grammar.marks import OF_ONE, Mark
from ..grammar.wording import COMPARED, Wording
from ..kinds.listed_sum import LEAST
from ..kinds.pairs import ENDS, told
from ..kinds.parts_reach import is_alike, is_exact, lists_others, makes_another
from ..kinds.rest_sum import is_rest
from .announced import has_few_figures
from .borne_out import amount_of
from .proof import is_borne_out

_FAR = 3  # sentences with figures before, whose sums are parted
_MOST = 8  # sums among which a whole and its parts are looked for
_REST = ("rest", "lacking", "others")
_NO_PART = OF_ONE | COMPARED | {"earlier", "gap", "valued", "yardstick"}
_NUMBER = regex(r"(?<![\d.,])\d+[.,\s]\d+")  # with a decimal part, or thousands


def rests(wordings: Sequence[Wording], claims: Sequence[Claim]) -> Iterator[tuple[int, Claim]]:
    """The sums of a text with their parts, the last of which is told to be the rest by no other of
    ``claims``, each with the place of its sentence."""
    if not has_few_figures(wordings):
        return
    known = {part.start for each in claims if each.kind == "sum" for part in (each.subject, *each.parts)}
    for n, wording in enumerate(wordings):
        told_so = wording.sentence.between(_REST, *wording.sentence.span)
        for mark in wording.amount_marks if told_so else ():
            if mark.start in known or not mark.names.isdisjoint(_NO_PART):
                continue
            sure = is_rest(wording, mark)
            found = _fitting(wordings, n, mark) if sure or wording.is_beside("others", mark) else None
            found = found or (_failing(wordings, n, mark, claims) if sure else None)
            if found is not None:
                whole, *parts = found
                yield n, replace(told(wording, "sum", whole, *parts), object=None, parts=tuple(parts))


def _fitting(wordings: Sequence[Wording], n: int, mark: Mark) -> tuple[Amount, ...] | None:
    """A sum told before, with those that follow it and make it with the rest to the figure: the nearest."""
    rest = amount_of(mark)
    before = [each for each in _sums(wordings[max(0, n - _FAR) : n + 1], rest) if each.start < mark.start]
    before = before[-_MOST:]
    for k in range(len(before) - 2, -1, -1):
        after = before[k + 1 :]
        for many in range(len(after), 0, -1):
            for parts in combinations(after, many):
                if is_exact(before[k], (*parts, rest)):
                    return before[k], *parts, rest
    return None


def _failing(
    wordings: Sequence[Wording], n: int, mark: Mark, claims: Sequence[Claim]
) -> tuple[Amount, ...] | None:
    """The only sum that can be parted, with the parts that the sentence tells before the rest, or the one
    just before it."""
    rest, wording = amount_of(mark), wordings[n]
    listed = [each for each in _sums([wording], rest) if each.start < mark.start]
    near = wordings[n : n + 1] if listed else wordings[max(0, n - 1) : n + 1]
    if any(_measures_before(each, mark) or lists_others(each) or _names_unread(each) for each in near):
        return None
    listed = listed or _sums(near[:-1], rest)
    whole, parts = _parted(_sums(wordings[:n], rest), listed, claims)
    if whole is None or not parts or sum(each.value for each in parts) >= whole.value > rest.value:
        return None
    exact = {each.bound for each in (whole, *parts, rest)} == {"exact"}
    if not (exact and is_alike(whole, (*parts, rest))) or _fits_otherwise(
        wordings[max(0, n - _FAR) : n + 2], rest
    ):
        return None
    return whole, *parts, rest


def _parted(
    earlier: Sequence[Amount], listed: Sequence[Amount], claims: Sequence[Claim]
) -> tuple[Amount | None, Sequence[Amount]]:
    """The only sum that others of ``claims`` bear out, and its parts: those listed after it, or in another
    sentence; of these, a total and not what makes it."""
    if listed and is_borne_out(listed[0], claims) and len(listed) > 1:
        return listed[0], listed[1:]
    starts = {each.start for each in listed}
    totals = [each for each in claims if each.kind == "sum" and each.subject.start in starts]
    made = {part.start for each in totals for part in each.parts}
    parts = [each for each in listed if each.start not in made]
    before = [each for each in earlier if each.start not in starts and is_borne_out(each, claims)]
    return (before[-1] if len({each.value for each in before}) == 1 else None), parts


def _sums(wordings: Sequence[Wording], rest: Amount) -> list[Amount]:
    marks = (mark for each in wordings for mark in each.amount_marks if mark.names.isdisjoint(_NO_PART))
    money = (amount_of(mark) for mark in marks)
    alike = (each for each in money if each.currency == rest.currency and each.value >= LEAST)
    return [each for each in alike if each.bound not in ENDS]


def _measures_before(wording: Wording, rest: Mark) -> bool:
    """Whether a sentence speaks of sales or debts, and not only after the rest: "110m are left to the firm,
    whose sales were 870m"."""
    start, end = wording.sentence.span
    return wording.sentence.between(("measure",), start, min(end, max(start, rest.end)))


def _names_unread(wording: Wording) -> bool:
    """Whether a sentence tells a number that may be money whose currency is left out: "900 000 kronor from
    the town and 450 000 from the fund"."""
    sentence = wording.sentence
    figures = (sentence.amounts, sentence.proportions, sentence.periods)
    read = [(each.start, each.end) for kind in figures for each in kind]
    found = (each.start() for each in _NUMBER.finditer(sentence.text, sentence.start, sentence.end))
    return any(all(not start <= at < end for start, end in read) for at in found)


def _fits_otherwise(wordings: Sequence[Wording], rest: Amount) -> bool:
    """Whether a rest makes any sum of the text with any others, none of them rounded to more than it is."""
    marks = (mark for each in wordings for mark in each.amount_marks if mark.names.isdisjoint(OF_ONE))
    money = [amount_of(mark) for mark in marks if mark.start != rest.start]
    money = [each for each in money if each.currency == rest.currency and each.unit < rest.value]
    return makes_another(rest, money)
