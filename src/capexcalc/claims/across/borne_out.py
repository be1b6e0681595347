"""A sum that other figures of its text bear out, and what else the text tells beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from decimal import Decimal

from ...patterns import regex
from ...reading.mentions import Amount, PeriodMention, Proportion
from ...records import dataclass
from ..claim import YEAR, Claim, length
from ..grammar.marks import OF_ONE, UNITS, Mark
from ..grammar.sentence import nearest
from ..grammar.wording import Wording
from ..kinds.listed_sum import LEAST

_WORD = regex(r"\w+")
_ALIKE = 5  # letters by which a word is known in another form
_NOT_BEFORE = OF_ONE | {"gap"}


@dataclass(frozen=True, slots=True)
class BorneOut:
    """The ``whole``, ``proven`` if claims are told of it and fit, and the sentences it is told in; where the
    figures begin that claims are ``known`` to be told by, those among them that are ``parts`` of it, and
    shares of ``less`` than it: of a part, or of what was before; all ``money`` of its currency, and the
    ``lumps`` of that, which are no money of a year or a month; the marks of sums of ``before``; the ``span``
    beside the sum, or the only one there is; all ``spans`` of more than a year; the ``language`` of the
    text; its ``lists`` of parts."""

    wordings: Sequence[Wording]
    whole: Mark
    proven: bool
    known: Set[int]
    parts: Set[int]
    less: Set[int]
    money: Sequence[Amount]
    lumps: Sequence[Amount]
    before: Sequence[Mark]
    span: PeriodMention | None
    spans: Sequence[PeriodMention]
    language: str
    lists: Sequence[Claim] = ()

    @property
    def sum(self) -> Amount:
        assert isinstance(self.whole.figure, Amount)
        return self.whole.figure

    @property
    def words(self) -> frozenset[str]:
        """The words of the sentence that names the sum."""
        here = next(each.sentence for each in self.wordings if is_in(each, self.whole))
        return frozenset(word[0].casefold() for word in _WORD.finditer(here.text, here.start, here.end))

    def is_told_by(self, n: int) -> bool:
        """Whether the whole is told in sentence ``n`` or before."""
        return any(is_in(each, self.whole) for each in self.wordings[: n + 1])

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
        """Whether the text tells a share or a change once more, and not by a claim that is known."""
        marks = (each for wording in self.wordings for each in wording.marks)
        figures = [each.figure for each in marks if each.start not in self.known or each is mark]
        told = [each.value for each in figures if isinstance(each, Proportion)]
        return isinstance(mark.figure, Proportion) and told.count(mark.figure.value) > 1

    def without_parts(self) -> BorneOut:
        """The same, but for the money that is a part of the whole, or of what was before."""
        other = self.parts | {each.start for each in self.before}
        return replace(self, money=[each for each in self.money if each.start not in other])

    def old(self, n: int) -> Mark | None:
        """The only sum of before that sentence ``n`` names beside no other but the whole and what the two
        differ by; if it names none, that of the sentence before it or, else, after it."""
        here = self._sums(n)
        if here:
            others = [each for each in here if not self._is_of_before(each) and "gap" not in each.names]
            olds = [each for each in here if self._is_of_before(each)]
            return _alone(olds) if all(value_of(each) == value_of(self.whole) for each in others) else None
        beside = ([each for each in self._sums(k) if self._is_of_before(each)] for k in (n - 1, n + 1))
        return next((_alone(olds) for olds in beside if olds), None)

    def _sums(self, n: int) -> list[Mark]:
        """The sums of a sentence, but for a year's money and "not one euro"."""
        marks = self.wordings[n].amount_marks if 0 <= n < len(self.wordings) else ()
        return [each for each in marks if each.names.isdisjoint(OF_ONE) and value_of(each)[0] >= LEAST]

    def _is_of_before(self, mark: Mark) -> bool:
        return any(mark.start == each.start for each in self.before)


def borne_out(
    wordings: Sequence[Wording], whole: Mark, before: Iterable[Mark], claims: Sequence[Claim], language: str,
    *, proven: bool,
) -> BorneOut:  # fmt: skip
    """What a text with ``claims`` tells beside a sum, which they bear out if it is ``proven``; ``before`` are
    sums of what was."""
    assert isinstance(whole.figure, Amount)
    money = [(m, a) for m, a in _amounts(wordings) if a.currency == whole.figure.currency]
    known = {figure.start for claim in claims for figure in figures_of(claim)}
    parts = {part.start for claim in claims if (part := _part_of(claim)) is not None}
    sums = (m for m, a in money if a.value >= LEAST and m.start not in parts)
    left = [m for m in sums if m.names.isdisjoint(_NOT_BEFORE)]
    starts = {each.start for each in before}
    of_it = value_of(whole)
    old: Sequence[Mark] = [each for each in left if each.start in starts and value_of(each) != of_it]
    dated = {start for each in wordings for start in each.times_told}
    old = old or _only([each for each in left if each.start not in dated and value_of(each) != of_it])
    spans = [span for each in wordings for span in each.sentence.spans if length(span) > YEAR]
    other = parts | {each.start for each in old}
    shares = ((each.proportion, each.object) for each in claims if each.kind == "share")
    less = {stated.start for stated, of in shares if stated and of and of.start in other}
    span = _span(wordings, whole, spans)
    lumps = [a for m, a in money if m.names.isdisjoint(UNITS)]
    amounts = [a for _, a in money]
    return BorneOut(wordings, whole, proven, known, parts, less, amounts, lumps, old, span, spans, language)


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


def amount_of(mark: Mark) -> Amount:
    assert isinstance(mark.figure, Amount)
    return mark.figure


def value_of(mark: Mark) -> tuple[Decimal, str]:
    """What an amount is worth, and in what currency."""
    return amount_of(mark).value, amount_of(mark).currency


def _only(marks: Sequence[Mark]) -> Sequence[Mark]:
    """The marks, if they are of one sum."""
    return marks if len({value_of(each) for each in marks}) == 1 else ()


def _alone(marks: Sequence[Mark]) -> Mark | None:
    return next(iter(_only(marks)), None)


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
