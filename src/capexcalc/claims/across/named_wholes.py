"""Shares told of a sum by a noun for it: "It earned 21m. Of this 7m will be paid out, a third of the profit".

The noun tells which sums the text may mean, those told by such a noun themselves: where the figures of one
fit, the share is a claim. It is one that fails where the share stands right beside its part, nothing more is
said of the noun, and no other sum of a short text fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from ...reading.mentions import Amount, Proportion
from ...reading.tokens import spaceless
from ..claim import Claim, object_of
from ..grammar.marks import OF_ONE, Mark, in_one_currency
from ..grammar.part_told import Told, is_fronted, part_beside, parts_before, parts_of
from ..grammar.sentence import WAYS
from ..grammar.whole_nouns import Noun, beside, ends_with, is_in_money, kinds_of, named_as, nouns_in
from ..grammar.wording import COMPARED, Wording
from ..kinds import share_figures
from ..kinds.pairs import fits_as_it_stands, told
from ..kinds.share_lists import is_one_half
from ..kinds.share_words import (
    is_compared,
    is_of_economy,
    is_of_rest,
    may_be_of_number,
    tells_change,
)
from .other_sums import is_share_of, meets

_MANY = 18  # figures: among more some soon fit each other
_FEW = 14  # of a sentence: in a longer one a noun may be of anything
_NEAREST = 6  # sums before a share that it may be one of
_NO_WHOLE = (OF_ONE - {"per_year"}) | COMPARED | {"valued"}
_WAS = frozenset(("earlier", "prior", "left", "compared", "was"))
_TWO = 2  # sums of a kind, among which the one that is meant can be told
_MOVES = frozenset((*WAYS, "idle", "way", "moved"))
_ALIKE = 4  # letters by which a noun is known in another form
_FIRST, _LAST = 4, 20  # sums of a text, and before a share, that are looked at
_NEAR = 3  # sentences with figures, between a sum and a share of it


class _Sum(NamedTuple):
    """An amount that a share may be one of: in which sentence, of which kinds by all the nouns there, and
    ``sure`` by the one that tells it."""

    mark: Mark
    n: int
    kinds: frozenset[str]
    sure: frozenset[str]

    @property
    def value(self) -> Decimal:
        assert isinstance(self.mark.figure, Amount)
        return self.mark.figure.value

    @property
    def currency(self) -> str:
        assert isinstance(self.mark.figure, Amount)
        return self.mark.figure.currency


class _Text(NamedTuple):
    """The sentences of a text, their nouns, its sums, and whether it is short enough to accuse by."""

    wordings: Sequence[Wording]
    nouns: Sequence[list[Noun]]
    sums: Sequence[_Sum]
    short: bool
    language: str


def shares_of_named(
    wordings: Sequence[Wording], claims: Sequence[Claim], language: str
) -> Iterator[tuple[int, Claim]]:
    """The shares told of a sum by a noun, and by no other of ``claims``, each with the place of its
    sentence."""
    known = {each.proportion.start for each in claims if each.proportion is not None}
    asked = [
        (n, mark) for n, each in enumerate(wordings) for mark in _shares(each) if mark.start not in known
    ]
    asked = [(n, mark) for n, mark in asked if _has_noun(wordings[n], mark, language)]
    if not asked:
        return  # before the nouns of all sentences are looked for
    text = _text(wordings, language)
    for n, mark in asked:
        claim = _claim(text, n, mark)
        if claim is not None:
            yield n, claim


def _shares(wording: Wording) -> Iterator[Mark]:
    if not wording.sentence.proportions:
        return
    figures = [mark for mark in wording.marks if isinstance(mark.figure, (Amount, Proportion))]
    if len(figures) > _FEW:
        return
    for mark in figures:
        if isinstance(mark.figure, Proportion) and _may_be_share(wording, mark):
            yield mark


def _may_be_share(wording: Wording, mark: Mark) -> bool:
    """Whether a percentage may be a share: it is told to be no change, and none of what was before."""
    if mark.names.isdisjoint(("share", "its_share", "level")):
        return False
    if is_compared(wording, mark) or is_of_economy(wording, mark) or tells_change(wording, mark):
        return False
    led = wording.beginning(_edges(wording, mark)[0], mark.start)  # "it lowers costs by 26 %"
    return not wording.adjusted and all(each.names.isdisjoint(_MOVES) for each in led)


def _text(wordings: Sequence[Wording], language: str) -> _Text:
    nouns = [nouns_in(each.sentence, language) for each in wordings]
    sums = []
    for n, wording in enumerate(wordings):
        amounts = [mark for mark in wording.marks if isinstance(mark.figure, Amount)]
        for i, mark in enumerate(amounts[:_MANY]):
            if not mark.names.isdisjoint(_NO_WHOLE):
                continue
            until = amounts[i + 1].start if i + 1 < len(amounts) else wording.sentence.end
            own = (wording.sentence, mark, until, nouns[n])
            sums.append(_Sum(mark, n, kinds_of(*own), named_as(*own)))
    figures = sum(len(each.sentence.amounts) + len(each.sentence.proportions) for each in wordings)
    return _Text(wordings, nouns, sums, figures <= _MANY, language)


def _claim(text: _Text, n: int, mark: Mark) -> Claim | None:
    """What a share is told of by the noun beside it: a claim that fits, else one that fails."""
    wording, figure = text.wordings[n], mark.figure
    assert isinstance(figure, Proportion)
    found = list(_nouns(wording, mark, text.nouns[n], text.language))
    found = [each for each in found if figure.value <= 1 or "target" in each.kinds]
    for noun in found:
        here = parts_of(wording, mark)
        own = [claim for part in here for claim in _fitting(text, n, part, noun, figure)]
        if own:
            return own[0]
        before = parts_before(text.wordings, n)
        of_before = [each for part in before for each in _fitting(text, n, part, noun, figure)]
        if here:  # "The fine makes 2 % of its sales, which were 550m"
            of_before = [each for each in of_before if object_of(each).start >= wording.sentence.start]
        if len({each.subject.start for each in of_before}) == 1:
            return of_before[0]
    return _mistold(text, n, mark, found[0]) if len(found) == 1 and text.short else None


def _has_noun(wording: Wording, mark: Mark, language: str) -> bool:
    return any(_nouns(wording, mark, nouns_in(wording.sentence, language), language))


def _nouns(wording: Wording, mark: Mark, nouns: Sequence[Noun], language: str) -> Iterator[Noun]:
    """Of the nouns of a sentence those that tell what a share is one of: itself, if it is told in money
    ("every fifth euro")."""
    if is_in_money(wording.sentence.text[mark.start : mark.end], language):
        yield Noun(mark.start, mark.end, frozenset(("money",)))
    else:
        yield from beside(wording.sentence, mark, _edges(wording, mark), nouns)


def _fitting(text: _Text, n: int, part: Mark, noun: Noun, figure: Proportion) -> Iterator[Claim]:
    """The claims that fit of a part and the sums that a noun may mean."""
    for whole in _wholes(text, n, part, noun):
        claim = _told(text.wordings[n], part, whole.mark, figure)
        if claim is not None and meets(claim, share_figures.ratio_of) and _fits(claim):
            yield claim


def _edges(wording: Wording, mark: Mark) -> tuple[int, int]:
    """Where the figure before a share ends, and the one after it begins."""
    sentence = wording.sentence
    figures = [each for each in wording.marks if isinstance(each.figure, (Amount, Proportion))]
    start = max((each.end for each in figures if each.end <= mark.start), default=sentence.start)
    end = min((each.start for each in figures if each.start >= mark.end), default=sentence.end)
    return start, end


def _wholes(text: _Text, n: int, part: Mark, noun: Noun) -> list[_Sum]:
    """The sums that a noun may mean: of its kind, the nearest first, or, of a noun for money spent, the
    largest of each sentence that no noun tells to be something else; none of before, if there are others."""
    sums = [each for each in text.sums if each.n <= n and each.mark.start != part.start]
    found = [
        each for each in sums if each.kinds & noun.kinds or ("money" in noun.kinds and _is_any(sums, each))
    ]
    now = [each for each in found if each.mark.names.isdisjoint(_WAS)]
    return sorted(now or found, key=lambda each: (not each.sure & noun.kinds, -each.mark.start))[:_NEAREST]


def _is_any(sums: Sequence[_Sum], sum_: _Sum) -> bool:
    """Whether no noun tells a sum to be a profit or sales, and its sentence names no larger one."""
    beside = [each for each in sums if each.n == sum_.n and each.currency == sum_.currency]
    return not sum_.sure - {"target"} and all(each.value <= sum_.value for each in beside)


def _told(wording: Wording, part: Mark, whole: Mark, figure: Proportion) -> Claim | None:
    pair = in_one_currency(part, whole)
    if pair is None or (pair[0].value - pair[1].value) * (figure.value - 1) <= 0:
        return None
    return replace(told(wording, "share", *pair, figure), proportion=figure)


def _fits(claim: Claim) -> bool:
    return fits_as_it_stands(claim, share_figures.ratio_of)


def _mistold(text: _Text, n: int, mark: Mark, noun: Noun) -> Claim | None:
    """A share that fails of the only sum told by its noun, where words bind it to its part and to that."""
    wording, figure = text.wordings[n], mark.figure
    assert isinstance(figure, Proportion)
    if is_one_half(wording, mark) or "period" in mark.names:
        return None
    if wording.measures and noun.kinds == {"money"}:
        return None  # "The losses come to 90m, or 30% of the sum"
    edges = _edges(wording, mark)
    if not (
        ends_with(wording.sentence, mark, noun, text.nouns[n], edges[1], text.language)
        or is_fronted(wording, edges[0])
    ):
        return None
    found = part_beside(Told(text.wordings, n, mark, (noun.start, noun.end), text.language))
    whole = _only(text, n, found, noun) if found is not None else None
    if noun.start != mark.start and noun.kinds == {"money"} and not _is_told_so(text, n, noun):
        whole = _spoken_of(text, n, found, noun) if found is not None else None
    if found is None or whole is None or (whole.start < wording.sentence.start and _tells_of_then(wording)):
        return None
    if is_of_rest(wording, mark, found) or may_be_of_number(wording, mark, found):
        return None
    claim = _told(wording, found, whole, figure)
    near = claim is not None and share_figures.is_meant(claim, share_figures.ROUGHLY)
    return claim if claim is not None and near and not _is_of_others(text, claim) else None


def _tells_of_then(wording: Wording) -> bool:
    """Whether a sentence begins with a year that is over, of which the sum of an earlier one may not be: "In
    2016 they made 24bn, a tenth of overall revenues"."""
    year, day = next(iter(wording.sentence.calendar), None), wording.day
    if year is None or year.until is None or day is None:
        return False
    return year.until.year < day.year and not wording.sentence.words(wording.sentence.start, year.start)


def _is_told_so(text: _Text, n: int, noun: Noun) -> bool:
    """Whether a sentence before tells a sum by the same word: "25% of loans" is none of what a plan has."""
    said = text.wordings[n].sentence.text
    stem = _stem(said[noun.start : noun.end])
    return any(_stem(said[each.start : each.end]) == stem for nouns in text.nouns[:n] for each in nouns)


def _spoken_of(text: _Text, n: int, part: Mark, noun: Noun) -> Mark | None:
    """The largest sum told just before, of which a share is told to be by a word for the money spoken of, and
    that no noun tells to be anything else: "a third of the money"."""
    marks = (mark for mark in text.wordings[n].marks if mark.start <= noun.start < mark.end)
    if all("part_of" not in mark.names for mark in marks):
        return None
    sums = [each for each in text.sums if n - _NEAR <= each.n <= n and each.mark.start < part.start]
    whole = max(sums, key=lambda each: each.value, default=None)
    if whole is None or whole.sure - {"money"} or not whole.mark.names.isdisjoint(OF_ONE | _WAS | {"gap"}):
        return None
    return whole.mark if sum(each.value == whole.value for each in sums) == 1 else None


def _stem(word: str) -> str:
    return word.casefold()[: 1 if spaceless(word[0]) else _ALIKE]


def _only(text: _Text, n: int, part: Mark, noun: Noun) -> Mark | None:
    """The first sum of the noun's kind in the last sentence that has one not told to be of before, if there
    is at most one other; that of a year only if there is none of all."""
    assert isinstance(part.figure, Amount)
    currency = part.figure.currency
    sums = [each for each in text.sums if each.n < n or (each.n == n and each.mark.start < part.start)]
    sums = [each for each in sums if each.sure & noun.kinds and "gap" not in each.mark.names]
    sums = [each for each in sums if each.mark.start != part.start and each.currency == currency]
    sums = [each for each in sums if each.mark.names.isdisjoint(_WAS)] or sums
    sums = [each for each in sums if each.mark.names.isdisjoint(OF_ONE)] or sums
    if not sums or len({each.value for each in sums}) > _TWO or n - sums[-1].n > _NEAR:
        return None
    return next(each.mark for each in sums if each.n == sums[-1].n)


def _is_of_others(text: _Text, claim: Claim) -> bool:
    """Whether a share that fails would fit of another sum but those of before, or of what one leaves of the
    whole, or for another part of its sentence, or for what its part leaves."""
    whole = claim.object
    assert whole is not None
    here = range(*claim.sentence)
    marks = [mark for wording in text.wordings for mark in wording.marks if mark.names.isdisjoint(_WAS)]
    money = [m.figure for m in marks if isinstance(m.figure, Amount) and m.figure.currency == whole.currency]
    if any(is_share_of(claim, each) for each in money):
        return True
    less = [each for each in money if each.value < whole.value and each.start != claim.subject.start]
    others = [replace(claim, subject=each) for each in less if each.start in here]
    others += [replace(claim, object=replace(whole, value=whole.value - each.value)) for each in less]
    others.append(replace(claim, subject=replace(claim.subject, value=whole.value - claim.subject.value)))
    return any(
        each.subject.value > 0 and meets(each, share_figures.ratio_of) and _fits(each) for each in others
    )
