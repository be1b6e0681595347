"""A sum that other figures of its text bear out, and what else the text tells beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from ...patterns import regex
from ...reading.mentions import Amount, PeriodMention, Proportion
from ...records import dataclass
from ..claim import YEAR, Claim, length
from ..grammar.marks import OF_ONE, Mark
from ..grammar.sentence import nearest
from ..grammar.wording import Wording
from ..kinds.listed_sum import LEAST

_WORD = regex(r"\w+")
_ALIKE = 5  # letters by which a word is known in another form
_NOT_BEFORE = OF_ONE | {"gap"}


@dataclass(frozen=True, slots=True)
class BorneOut:
    """The ``whole``, and the sentences it is told in; where the figures begin that claims are ``known`` to be
    told by, those among them that are ``parts`` of it, and shares of ``less`` than it: of a part, or of what
    was before; all ``money`` of its currency; the marks of the only sum of ``before``, if there is one; the
    ``span`` beside the sum, or the only one there is; all ``spans`` of more than a year; the ``language`` of
    the text."""

    wordings: Sequence[Wording]
    whole: Mark
    known: Set[int]
    parts: Set[int]
    less: Set[int]
    money: Sequence[Amount]
    before: Sequence[Mark]
    span: PeriodMention | None
    spans: Sequence[PeriodMention]
    language: str

    @property
    def sum(self) -> Amount:
        assert isinstance(self.whole.figure, Amount)
        return self.whole.figure

    @property
    def words(self) -> frozenset[str]:
        """The words of the sentence that names the sum."""
        here = next(each.sentence for each in self.wordings if is_in(each, self.whole))
        return frozenset(word[0].casefold() for word in _WORD.finditer(here.text, here.start, here.end))

    def has_other_span(self, n: int) -> bool:
        """Whether sentence ``n`` names not the sum, but another span than that is given for."""
        wording = self.wordings[n]
        spans = [each for each in wording.sentence.spans if each in self.spans]
        other = self.span is None or any(length(each) != length(self.span) for each in spans)
        return bool(spans) and other and not is_in(wording, self.whole)

    def is_about(self, said: str) -> bool:
        """Whether all longer words said begin as ones of the sentence that names the sum do."""
        known = {word[:_ALIKE] for word in self.words}
        told = (word[0].casefold() for word in _WORD.finditer(said))
        return all(word[:_ALIKE] in known for word in told if len(word) >= _ALIKE)

    def says_again(self, mark: Mark) -> bool:
        """Whether the text tells a share or a change once more."""
        figures = [each.figure for wording in self.wordings for each in wording.marks]
        told = [each.value for each in figures if isinstance(each, Proportion)]
        return isinstance(mark.figure, Proportion) and told.count(mark.figure.value) > 1

    def without_parts(self) -> BorneOut:
        """The same, but for the money that is a part of the whole, or of what was before."""
        other = self.parts | {each.start for each in self.before}
        return replace(self, money=[each for each in self.money if each.start not in other])

    def old(self, n: int, *, far: bool) -> Mark | None:
        """The only sum of before, if sentence ``n`` names it, and no other but the whole and what the two
        differ by; if it names none and is told to be ``far``, that of the sentence beside, or of any if the
        plan before is spoken of."""
        wording = self.wordings[n]
        told = [each for each in _amounts([wording]) if each[1].value >= LEAST]  # no "not one euro is lost"
        sums = [(mark, amount) for mark, amount in told if mark.names.isdisjoint(OF_ONE)]
        if sums:
            starts = {each.start for each in self.before}
            here = next((mark for mark, _ in sums if mark.start in starts), None)
            others = [each for mark, each in sums if mark is not here and "gap" not in mark.names]
            return here if all(each.value == self.sum.value for each in others) else None
        beside = self.wordings[max(0, n - 1) : n + 2]
        near = any(is_in(each, old) for each in beside for old in self.before)
        return next(iter(self.before), None) if far and (near or "previous" in wording.places) else None


def borne_out(
    wordings: Sequence[Wording], whole: Mark, before: Iterable[Mark], claims: Sequence[Claim], language: str
) -> BorneOut:
    """What a text tells beside a sum that ``claims`` bear out, ``before`` being sums of what was."""
    assert isinstance(whole.figure, Amount)
    money = [(m, a) for m, a in _amounts(wordings) if a.currency == whole.figure.currency]
    known = {figure.start for claim in claims for figure in figures_of(claim)}
    parts = {part.start for claim in claims if (part := _part_of(claim)) is not None}
    sums = (m for m, a in money if a.value >= LEAST and m.start not in parts)
    left = [m for m in sums if m.names.isdisjoint(_NOT_BEFORE)]
    starts = {each.start for each in before}
    old = _only([each for each in left if each.start in starts], whole.figure) or _only(left, whole.figure)
    spans = [span for each in wordings for span in each.sentence.spans if length(span) > YEAR]
    other = parts | {each.start for each in old}
    shares = ((each.proportion, each.object) for each in claims if each.kind == "share")
    less = {stated.start for stated, of in shares if stated and of and of.start in other}
    span = _span(wordings, whole, spans)
    return BorneOut(wordings, whole, known, parts, less, [a for _, a in money], old, span, spans, language)


def _span(wordings: Iterable[Wording], whole: Mark, spans: Sequence[PeriodMention]) -> PeriodMention | None:
    """The span nearest to the whole in the sentence that names it; else the only one there is."""
    here = next(each.sentence for each in wordings if is_in(each, whole))
    beside = [span for span in spans if here.start <= span.start < here.end]
    alike = len({length(span) for span in spans}) == 1
    beside = [span for span in beside if span.duration is not None] or beside  # not 2027-28, a financial year
    return nearest(beside, whole.start, whole.end) or (spans[0] if alike else None)


def figures_of(claim: Claim) -> tuple[Amount | Proportion, ...]:
    """All that a claim is told of: no figure is told twice."""
    figures = (claim.proportion, claim.subject, claim.object, *claim.parts)
    return tuple(figure for figure in figures if figure is not None)


def is_in(wording: Wording, mark: Mark) -> bool:
    """Whether a mark is one of a sentence."""
    return any(each is mark for each in wording.marks)


def _only(marks: Iterable[Mark], whole: Amount) -> list[Mark]:
    """The marks of the only sum beside the whole; none where they are of several."""
    others = [m for m in marks if isinstance(m.figure, Amount) and m.figure.value != whole.value]
    return others if len({m.figure.value for m in others if isinstance(m.figure, Amount)}) == 1 else []


def _amounts(wordings: Iterable[Wording]) -> Iterator[tuple[Mark, Amount]]:
    return (
        (mark, mark.figure)
        for each in wordings
        for mark in each.marks
        if isinstance(mark.figure, Amount) and "amount" in mark.names
    )


def _part_of(claim: Claim) -> Amount | None:
    """The part of a sum that a claim tells as a share of it, or as the money of a year."""
    return {"share": claim.subject, "annual_amount": claim.object}.get(claim.kind)
