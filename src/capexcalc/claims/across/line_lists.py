"""Totals of lists that stand in sentences, or lines, of their own: "Gifts: 214,000 euros. Legacies: 386,000
euros. Sponsors: 150,000 euros. In all, that makes 750,000 euros".

They fit where what a run of such lines tells makes the total to the figure. They fail only where the lines
are marked as a list, or told to be so many, and what goes before the total has words for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from ...patterns import regex
from ...reading.mentions import Amount, Count, Proportion
from ..claim import Claim
from ..grammar.marks import OF_ONE, Mark
from ..grammar.sentence import count_words
from ..grammar.wording import COMPARED, Wording
from ..kinds.listed_sum import LEAST
from ..kinds.pairs import ENDS, told
from ..kinds.parts_reach import adds_up, is_alike, is_exact, lists_others
from .borne_out import amount_of

_TOTAL = ("total", "adds_up", "combined")
_BULLET = regex(r"\s*(?:[-–—•*·▪◦‣●]|\d{1,2}[.)、])\s*\S")
_BETWEEN = regex(r"[\s\-–—•*·▪◦‣●.;,)\d、。；]*")
_ITEM = 10  # words of a line that is no more than an item and its sum
_FEW, _MOST = 2, 12  # lines of a list
_LED = 6  # words that lead up to a word for a total
_NO_PART = OF_ONE | COMPARED | {"earlier", "prior", "gap", "valued", "yardstick"}


class _Line(NamedTuple):
    """A sentence, or what a line break parts of one."""

    n: int
    wording: Wording
    start: int
    end: int

    @property
    def sums(self) -> Sequence[Mark]:
        marks = self.wording.beginning(self.start, self.end)
        return [each for each in marks if "amount" in each.names]

    @property
    def text(self) -> str:
        return self.wording.sentence.text[self.start : self.end]

    @property
    def is_item(self) -> bool:
        """Whether it tells one sum, and little else."""
        if count_words(self.text) > _ITEM:
            return False
        sums = self.sums
        if len(sums) != 1 or not sums[0].names.isdisjoint(_NO_PART):
            return False
        marks = self.wording.beginning(self.start, self.end)
        plain = not any(isinstance(each.figure, Proportion) for each in marks)
        return plain and amount_of(sums[0]).bound not in ENDS


def line_lists(wordings: Sequence[Wording], claims: Sequence[Claim]) -> Iterator[tuple[int, Claim]]:
    """The totals of a text that no other of ``claims`` tells the parts of, each with the place of its
    sentence."""
    known = {each.subject.start for each in claims if each.kind == "sum"}
    for n, wording in enumerate(wordings):
        if not (wording.sentence.amounts and wording.sentence.between(_TOTAL, *wording.sentence.span)):
            continue
        for line in _lines(n, wording):
            total = line.sums[0] if line.sums and line.sums[0].names.isdisjoint(_NO_PART) else None
            run = _items_before(wordings, line) if total is not None and total.start not in known else []
            claim = _claim(line, total, run) if total is not None and len(run) >= _FEW else None
            if claim is not None:
                yield n, claim


def _items_before(wordings: Sequence[Wording], line: _Line) -> list[_Line]:
    """The lines right before one that tell one sum each, in their order."""
    run: list[_Line] = []
    start, text = line.start, line.wording.sentence.text
    for each in islice(_lines_back(wordings, line), _MOST):
        if _BETWEEN.fullmatch(text, each.end, start) is None or not each.is_item:
            break
        run.append(each)
        start = each.start
    return run[::-1]


def _lines_back(wordings: Sequence[Wording], line: _Line) -> Iterator[_Line]:
    """All lines before one, the nearest first."""
    for n in range(line.n, -1, -1):
        wording = wordings[n]
        begin, end = wording.sentence.start, min(wording.sentence.end, line.start)
        while begin < end:
            start = max(begin, wording.sentence.text.rfind("\n", begin, end) + 1)
            if start < end:
                yield _Line(n, wording, start, end)
            end = start - 1


def _lines(n: int, wording: Wording) -> Iterator[_Line]:
    start, end = wording.sentence.span
    while start < end:
        stop = wording.sentence.text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if stop > start:
            yield _Line(n, wording, start, stop)
        start = stop + 1


def _claim(line: _Line, total: Mark, run: Sequence[_Line]) -> Claim | None:
    """The total with the last of the lines before that make it; else with those of a marked list, or as many
    as are told, if they can be meant to."""
    if not _begins_with_total(line, total):
        return None
    whole, parts = amount_of(total), [amount_of(each.sums[0]) for each in run]
    fitting = (parts[n:] for n in range(len(parts) - 1) if is_exact(whole, parts[n:]))
    listed = next(fitting, None)
    if listed is None:
        listed = _told_to_be_all(line, run)
        sure = listed is not None and _is_meant(whole, listed, line, run)
        listed = listed if sure else None
    if listed is None or any(each.currency != whole.currency or each.value < LEAST for each in listed):
        return None
    return replace(told(line.wording, "sum", whole, *listed), object=None, parts=tuple(listed))


def _told_to_be_all(line: _Line, run: Sequence[_Line]) -> list[Amount] | None:
    """The parts of a list of so many, or of one that bullets or numbers mark."""
    counts = (mark.figure for mark in line.wording.beginning(line.start, line.end) if "count" in mark.names)
    many = next((int(each.value) for each in counts if isinstance(each, Count)), None)
    marked = [each for each in run if _is_marked(each)]
    if many is not None:
        listed = run[-many:] if _FEW < many <= len(run) else ()
    else:
        listed = marked if len(marked) > _FEW and all(each in marked for each in run[-len(marked) :]) else ()
    return [amount_of(each.sums[0]) for each in listed] or None


def _is_meant(whole: Amount, parts: Sequence[Amount], line: _Line, run: Sequence[_Line]) -> bool:
    exact = {each.bound for each in (whole, *parts)} == {"exact"}
    open_ = any(lists_others(each.wording) or each.wording.measures for each in (line, *run))
    too_little = max(each.value for each in parts) >= whole.value
    return exact and not (open_ or too_little) and is_alike(whole, parts) and not adds_up(whole, parts)


def _begins_with_total(line: _Line, total: Mark) -> bool:
    sentence = line.wording.sentence
    cues = (each for each in sentence.cues_from(line.start) if each.kind in _TOTAL)
    cue = next(cues, None)
    led = 1 if _is_marked(line) else _LED  # "- Norwalk: two grants totalling 400,000" is an item itself
    return cue is not None and cue.end <= total.start and sentence.words(line.start, cue.start) <= led


def _is_marked(line: _Line) -> bool:
    text = line.wording.sentence.text
    return _BULLET.match(text, text.rfind("\n", 0, line.start) + 1) is not None
