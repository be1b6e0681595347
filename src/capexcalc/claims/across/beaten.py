"""Sums that are told to be more than those of before, or the most ever, where the text tells of those: "more
than the three last plans together. These had 900m, 850m and 800m", "a record: in 2018 it was 52m".

What is told to be beaten stands in the same sentence or beside it, and is told to be of an earlier time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from datetime import date
from decimal import Decimal

from ...reading.mentions import Amount, Proportion
from ..claim import Claim, KindName
from ..grammar.marks import UNITS, Mark
from ..grammar.wording import Wording
from ..kinds.more_than_before import BEATEN, SHORT, THAN, sum_beside
from ..kinds.parts_reach import reach
from ..verdicts.verdict import strictly
from .announced import announcement, has_few_figures
from .borne_out import amount_of, figures_of
from .proof import is_borne_out, proof

_TOGETHER = frozenset(("combined", "total"))
_BEFORE = frozenset(("past", "previous", "old_after"))
_IS_IT = frozenset(("this", "the_sum", "part_of", "makes", "equivalence", "article"))
_WORTHS = frozenset(("valued", "priced"))  # of a firm, or of shares of one
_NEAR = 8  # marks beside "more than"


def beaten(
    wordings: tuple[Wording, ...], claims: Sequence[Claim], on: date | None
) -> Iterator[tuple[int, Claim]]:
    """The claims, each with the place of its sentence among ``wordings`` of a text of the day ``on``: those
    of ``claims`` that ask what was before, and others."""
    if not has_few_figures(wordings):
        return
    earlier = [each.told_earlier for each in wordings]
    if not any(earlier) and all("combined" not in each.places for each in wordings):
        return
    about = announcement(wordings, on)
    firm = proof(claims, about)
    known = {figure.start for each in claims if each.kind == "change" for figure in figures_of(each)}
    for n, wording in enumerate(wordings):
        own = [each for each in claims if each.sentence == wording.sentence.span]
        if wording.measures or any(each.parts for each in own if each.kind in ("exceeds_prior", "record")):
            continue
        for kind, mark in _beats(wording):
            olds = [each for each in _beaten(wordings, earlier, n, mark, kind) if each.start not in known]
            asked = next((each for each in own if each.kind == kind), None)
            news = _news(wordings, earlier, n, mark, kind, about.sums) if asked is None else [asked.subject]
            claim = _claim(wording, kind, mark, news, olds, firm)
            if claim is not None:
                yield n, claim if asked is None else replace(asked, parts=claim.parts)
                break


def _beats(wording: Wording) -> Iterator[tuple[KindName, Mark]]:
    """The words for more, where no figure tells by how much, and those for a record."""
    for mark in wording.marks:
        if not THAN.isdisjoint(mark.names) and not _tells_by_how_much(wording):
            yield "exceeds_prior", mark
        elif "record" in mark.names:
            yield "record", mark
    for cue in wording.sentence.cues:
        if cue.kind == "most_ever" and not _is_left(wording, cue.start):
            yield "record", Mark({"record"}, cue.start, cue.end)


def _is_left(wording: Wording, record: int) -> bool:
    """Whether a word says that something is off a record: "52 % from its record high"."""
    before = next(iter(wording.preceding(record)), None)
    led = before is not None and not before.names.isdisjoint(("from", "old", "below"))
    return led and before is not None and wording.sentence.words(before.end, record) <= 1


def _tells_by_how_much(wording: Wording) -> bool:
    told = any(isinstance(mark.figure, Proportion) for mark in wording.marks)
    return told or "gap" in wording.places


def _beaten(
    wordings: Sequence[Wording], earlier: Sequence[Set[int]], n: int, mark: Mark, kind: KindName
) -> Sequence[Amount]:
    """What is told to be beaten: the largest sum of an earlier time in the sentence, right behind "more than"
    or, where that stands last, before it; else, if words ask for what was before, of the sentence after, or
    before it. Of those that are told to be beaten together, all."""
    wording, together = wordings[n], kind == "exceeds_prior" and _is_near(wordings[n], mark, _TOGETHER)
    here = _lumps(wording)
    if kind == "exceeds_prior":
        last = "exceeds_after" in mark.names
        here = [each for each in here if (each.end <= mark.start) == last]
        if here and not together and sum_beside(wording, mark) not in here:
            return ()  # "more than 3m passengers"
        if not (here or together or _is_near(wording, mark, _BEFORE)):
            return ()
    beside = (_lumps(wordings[k]) for k in (n + 1, n - 1) if 0 <= k < len(wordings))
    of_before = {start for each in earlier for start in each}
    for sums in (here or (_lumps(wording) if together else []), *beside):
        olds = [amount_of(each) for each in sums if each.start in of_before]
        if together and len(sums) > 1 and (olds or sums is here):
            return [amount_of(each) for each in sums]
        if olds and not together:
            return sorted(olds, key=_value)[-1:]
        if sums and kind == "exceeds_prior" and sums is here:
            break  # "the sum exceeds the 75m for roads"
    return ()


def _value(amount: Amount) -> Decimal:
    return amount.value


def _is_near(wording: Wording, mark: Mark, names: Set[str]) -> bool:
    near = (*wording.preceding(mark.start, _NEAR), mark, *wording.following(mark.end, _NEAR))
    return any(not each.names.isdisjoint(names) for each in near)


def _news(
    wordings: Sequence[Wording],
    earlier: Sequence[Set[int]],
    n: int,
    mark: Mark,
    kind: KindName,
    about: Iterable[Mark],
) -> list[Amount]:
    """What may be told to beat it, the likeliest first: the last sum before the words in their sentence, or
    the sums that the text is about, or those of the sentences before."""
    of_before = {start for each in earlier for start in each}
    here = [each for each in _lumps(wordings[n]) if each.start not in of_before]
    before = [each for each in here if each.end <= mark.start]
    others = (each for wording in reversed(wordings[:n]) for each in reversed(_lumps(wording)))
    sums = before[-1:] or [*about, *(here if kind == "record" else ()), *others]
    return [
        amount_of(each) for each in sums if each.names.isdisjoint(_WORTHS) and each.start not in of_before
    ]


def _lumps(wording: Wording) -> list[Mark]:
    return [mark for mark in wording.amount_marks if mark.names.isdisjoint(UNITS)]


def _begins_with_sum(wording: Wording, mark: Mark) -> bool:
    """Whether nothing but a word for the sum spoken of, and "is", leads up to "more than" in its sentence."""
    led = [each for each in wording.beginning(wording.sentence.start, mark.start)[1:] if each is not mark]
    plain = all(not (each.words or each.stops or each.names.isdisjoint(_IS_IT)) for each in (*led, mark)[:-1])
    return bool(led) and plain and not (mark.words or mark.stops)


def _claim(
    wording: Wording, kind: KindName, mark: Mark, news: Sequence[Amount], olds: Sequence[Amount],
    firm: Sequence[Claim],
) -> Claim | None:  # fmt: skip
    """The first of the sums that is more than others; else, if none is, the first that is less. They are
    borne out, but for one that is told to be more than what stands right beside the words for that."""
    if not olds:
        return None
    past, exact = reach(olds), all(each.bound == "exact" for each in olds)
    if not (exact or _begins_with_sum(wording, mark)):
        return None  # "it paid more than 150m to heirs in 2017"
    told = sum_beside(wording, mark) if exact and kind == "exceeds_prior" else None
    beside = told is not None and told.figure in olds
    alike = [each for each in news if each.currency == olds[0].currency and each not in olds]
    sums = [(each, strictly(each).over(past), is_borne_out(each, firm)) for each in alike]
    new = next((each for each, over, sure in sums if over.meets(BEATEN) and (beside or sure)), None)
    if new is None and exact and all(over.low < 1 for _, over, _ in sums):
        new = next((each for each, over, sure in sums if over.meets(SHORT) and sure), None)
    if new is None:
        return None
    amounts = (new, *olds)
    here = [each for each in amounts if wording.sentence.start <= each.start < wording.sentence.end]
    start = min((mark.start, *(each.start for each in here)))
    end = max((mark.end, *(each.end for each in here)))
    return Claim(kind, start, end, new, None, None, wording.sentence.span, new not in here, parts=tuple(olds))
