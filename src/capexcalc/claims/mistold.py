"""What a text tells of the sum it announces, and that does not fit, where little but that sum can be meant.

Words alone rarely prove what a share, a rise or the money of a year is one of. They do where other figures of
a short text bear its sum out, and those that fail fit nothing else that it names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from decimal import Decimal
from itertools import chain, permutations

from ..money.interval import Interval
from ..reading.mentions import Amount, PeriodMention, Proportion
from ..reading.tokens import spaceless
from .claim import YEAR, Claim, length
from .kinds import annual_amount, change, difference, share
from .kinds.annual_amount import unit_of
from .kinds.other_changes import has_own_subject
from .kinds.pairs import ALIKE, ONE, Ratio, fits_as_it_stands, is_of_one_end, told
from .kinds.share_words import (
    NAMED,
    is_compared,
    is_of_another,
    is_of_economy,
    is_of_rest,
    is_one_half,
    tells_change,
)
from .marks import OF_ONE, Mark, in_one_currency
from .sentence import WAYS
from .wording import COMPARED, Wording

_LINKS = frozenset(("or", "equivalence", "makes", "article", "this"))
_AFTER_IT = 2  # words that may end what is told of an amount
_NEAREST = 3  # marks beside a share, one of which is its part
_LITTLE = 2  # words: "each year will see 36m"
_TAKES_UP = frozenset(("this", "the_sum", "equivalence", "average"))
_OF = frozenset(("of", "part_of"))
_CONCLUDE = frozenset(("this", "the_sum", "equivalence"))
_LINKING = frozenset(("makes", "article"))
_LEFT = frozenset(("old", "previous", "exceeds", "below", "part_of", "of", "base", "past"))
_GOES_ON = frozenset((*WAYS, *_LEFT, "way"))
_BESIDE = 2  # words: "twice the figure of 6bn"
_REACH = Interval(Decimal("0.2"), Decimal(5))  # of a change to the one that the sums make
_OF_OTHERS = OF_ONE | {"gap"}
_WAS = COMPARED | {"earlier"}


class Told:
    """The figures of a text that announces a ``whole``, and ``claims`` told of them; ``before`` are sums of what
    was."""

    def __init__(
        self,
        wordings: Sequence[Wording],
        whole: Mark,
        before: Sequence[Mark],
        claims: Sequence[Claim],
    ) -> None:
        assert isinstance(whole.figure, Amount)
        self.whole, self.sum = whole, whole.figure
        self.wordings = wordings
        self.known = {each.start for claim in claims for each in figures_of(claim)}
        self.parts = {part.start for claim in claims if (part := _part_of(claim)) is not None}
        money = [mark for each in wordings for mark in each.marks if isinstance(mark.figure, Amount)]
        self.money = [m for m in money if isinstance(m.figure, Amount) and self._is_alike(m.figure)]
        self.before = self._sums(before) or self._sums(self.money)
        spans = chain.from_iterable(each.sentence.spans for each in wordings)
        long = {months: span for span in spans if (months := length(span)) >= YEAR}
        self.span = next(iter(long.values())) if len(long) == 1 else None

    def _is_alike(self, amount: Amount) -> bool:
        return amount.currency == self.sum.currency and amount.value > 0

    def _sums(self, marks: Iterable[Mark]) -> list[Mark]:
        """Those that are neither the whole nor a part of it, nor what two sums differ by; none if they are
        more than one sum."""
        found = [m for m in marks if m.start not in self.parts and m.names.isdisjoint(_OF_OTHERS)]
        values = {m.figure.value for m in found if isinstance(m.figure, Amount)} - {self.sum.value}
        return [m for m in found if isinstance(m.figure, Amount) and {m.figure.value} == values]


def mistold(text: Told) -> Iterator[tuple[int, Claim]]:
    """The claims that fail, each with the place of its sentence."""
    for n, wording in enumerate(text.wordings):
        for mark in () if wording.measures or wording.adjusted else wording.marks:
            if mark.figure is None or mark.start in text.known:
                continue
            claim = _claim(text, n, mark)
            if claim is not None and not is_of_one_end(claim) and not _is_of_others(claim, text):
                yield n, claim


def _claim(text: Told, n: int, mark: Mark) -> Claim | None:
    wording = text.wordings[n]
    if isinstance(mark.figure, Amount):
        return _year(wording, mark, text) or _difference(n, mark, text)
    if isinstance(mark.figure, Proportion):
        return _share(wording, mark, mark.figure, text.whole) or _change(n, mark, text)
    return None


def figures_of(claim: Claim) -> tuple[Amount | Proportion, ...]:
    """All that a claim is told of: no figure is told twice."""
    figures = (claim.proportion, claim.subject, claim.object, *claim.parts)
    return tuple(figure for figure in figures if figure is not None)


def _part_of(claim: Claim) -> Amount | None:
    """The part of a sum that a claim tells as a share of it, or as the money of a year."""
    return {"share": claim.subject, "annual_amount": claim.object}.get(claim.kind)


def _year(wording: Wording, mark: Mark, text: Told) -> Claim | None:
    """The money of a year of the only span there is, where the sentence tells no other."""
    unit = unit_of(mark.names)
    takes_up = wording.sentence.between(("concludes",), *wording.sentence.span) or not _TAKES_UP.isdisjoint(
        wording.places
    )
    alone = sum(not each.names.isdisjoint(OF_ONE) for each in wording.marks if each.figure is not None) == 1
    others = wording.sentence.between(("others", "rest"), *wording.sentence.span)
    if unit != "year" or text.span is None or not alone or others or not mark.names.isdisjoint(_WAS):
        return None
    if not (takes_up or _is_first(wording, mark)):
        return None
    pair = in_one_currency(text.whole, mark) if wording.is_ahead else None
    if pair is None or pair[1].value >= pair[0].value:
        return None
    claim = told(wording, "annual_amount", *pair)
    return _if_near(replace(claim, period=text.span, unit=unit, day=wording.day), annual_amount.ratio_of)


def _is_first(wording: Wording, mark: Mark) -> bool:
    """Whether a sentence begins with "each year", and little stands between that and the money."""
    between = [*wording.beginning(wording.sentence.start, mark.start)[1:], mark]
    return "per_year" in between[0].names and sum(each.words for each in between) <= _LITTLE


def _share(wording: Wording, mark: Mark, figure: Proportion, whole: Mark) -> Claim | None:
    if mark.names.isdisjoint(("share", "its_share")) or figure.value >= 1:
        return None
    if is_compared(wording, mark) or is_of_another(wording, mark) or is_of_economy(wording, mark):
        return None
    if tells_change(wording, mark) or is_one_half(wording, mark):
        return None
    part = _beside(wording, mark)
    if part is None or is_of_rest(wording, mark, part):
        return None
    pair = in_one_currency(part, whole)
    if pair is None or pair[0].value >= pair[1].value:
        return None
    claim = replace(told(wording, "share", *pair, figure), proportion=figure)
    ratio = share.ratio_of(claim)
    return claim if ratio is not None and ratio.meets(share.ROUGHLY) else None


def _if_near(claim: Claim, ratio_of: Ratio) -> Claim | None:
    ratio = ratio_of(claim)
    return claim if ratio is not None and ratio.meets(ALIKE) else None


def _beside(wording: Wording, mark: Mark) -> Mark | None:
    """The amount that a share is told to be: nothing but a word that equates the two stands between them,
    and nothing but one for the whole goes on about the share."""
    for part in _amounts_beside(wording, mark):
        first, second = sorted((part, mark), key=lambda each: each.start)
        between = wording.beginning(first.end, second.start)
        if any(each.names.isdisjoint(_LINKS) or not _is_close(each) for each in between) or second.words:
            continue
        after = next(iter(wording.following(mark.end)), None)
        of_it = after is not None and not (after.words or after.stops) and not after.names.isdisjoint(NAMED)
        of_it = of_it and after is not None and not _goes_on(wording, after)
        if (mark.closed or of_it) and (between or second.stops):
            return part
    return None


def _goes_on(wording: Wording, of_it: Mark) -> bool:
    """Whether more words follow one for the whole: "6 % of all the income of the university"."""
    after = next(iter(wording.following(of_it.end)), None)
    return not of_it.closed and (after is None or bool(after.words) or not after.names.isdisjoint(_OF))


def _is_close(link: Mark) -> bool:
    """Whether a word follows at once, or after a comma: "180m is reserved, or 9 percent"."""
    return not link.words or ("," in link.stops and not link.after and link.words <= _AFTER_IT)


def _amounts_beside(wording: Wording, mark: Mark) -> Iterator[Mark]:
    before = (m for m in reversed(wording.preceding(mark.start, _NEAREST)) if m.figure is not None)
    after = (m for m in wording.following(mark.end, _NEAREST) if m.figure is not None)
    for each in (next(before, None), next(after, None)):
        if each is not None and "amount" in each.names and each.names.isdisjoint(OF_ONE):
            yield each


def _change(n: int, mark: Mark, text: Told) -> Claim | None:
    """A change from the only sum of before, which its sentence names, and no other but the whole; a multiple
    may stand beside that sentence, or in one that names the plan before."""
    wording = text.wordings[n]
    if mark.names.isdisjoint(("change", "times")) or not wording.names_one_share:
        return None
    old = _old(n, text, far="times" in mark.names)
    if old is None or not _is_concluded(wording, mark, old, text.sum):
        return None
    inside = wording.sentence.start <= old.start < wording.sentence.end
    if (old.start < mark.start or not inside) and has_own_subject(wording, old if inside else None, mark):
        return None
    claim = change.between(wording, mark, text.whole, old)
    return claim if claim is not None and change.is_near(claim, _REACH) else None


def _difference(n: int, mark: Mark, text: Told) -> Claim | None:
    """What the whole has more or less than the only sum of before, which its sentence names."""
    wording = text.wordings[n]
    old = _old(n, text, far=False) if "gap" in mark.names else None
    if old is None or old.start == mark.start or not _is_concluded(wording, mark, old, text.sum):
        return None
    claim = difference.between(wording, mark, text.whole, old)
    ratio = difference.ratio_of(claim) if claim is not None else None
    return claim if ratio is not None and ratio.meets(share.ROUGHLY) else None


def _old(n: int, text: Told, *, far: bool) -> Mark | None:
    """The only sum of before, if sentence ``n`` names it and no other but the whole and what they differ by,
    or one beside it or about the plan before, which names none."""
    wording = text.wordings[n]
    if not text.before:
        return None
    old = text.before[0]
    sums = [mark for mark in wording.marks if "amount" in mark.names and mark.names.isdisjoint(OF_ONE)]
    if sums:
        here = next((each for each in text.before if any(each.start == mark.start for mark in sums)), None)
        others = (m for m in sums if m is not here and "gap" not in m.names)
        return here if all(isinstance(m.figure, Amount) and m.figure.value == text.sum.value for m in others) else None
    beside = text.wordings[max(0, n - 1) : n + 2]
    near = any(each.sentence.start <= old.start < each.sentence.end for each in beside)
    return old if far and (near or "previous" in wording.places) else None


def _is_concluded(wording: Wording, mark: Mark, old: Mark, whole: Amount) -> bool:
    """Whether a change can hardly be one of another thing: a word takes up the sum, or what was, between its
    figure and the sum of before, or anywhere in a sentence that does not name that; or nothing parts them."""
    inside = wording.sentence.start <= old.start < wording.sentence.end
    first, second = (min(mark.end, old.end), max(mark.start, old.start)) if inside else wording.sentence.span
    if wording.sentence.between(("concludes",), first, second):
        return inside or _ends(wording, mark)
    between = wording.beginning(first, second)
    names = _CONCLUDE if old.start < mark.start else _CONCLUDE | _LEFT
    if any(not each.names.isdisjoint(names) for each in between):
        return inside or _ends(wording, mark)
    return inside and (_is_led(wording, mark, whole) or _is_right_beside(wording, mark, old, between))


def _is_led(wording: Wording, mark: Mark, whole: Amount) -> bool:
    """Whether a word that takes the sum up stands right before a change, or the sum itself: "this is twice
    the", "now it is 5bn: twice as much"."""
    led = [m for m in wording.preceding(mark.start, _NEAREST) if not m.names <= _LINKING][-1:]
    between = wording.beginning(led[0].end, mark.end) if led else ()
    takes_up = bool(led) and (not led[0].names.isdisjoint(_CONCLUDE) or led[0].figure is whole)
    return takes_up and not any(each.words for each in between)


def _is_right_beside(wording: Wording, mark: Mark, old: Mark, between: Sequence[Mark]) -> bool:
    """Whether nothing that could be what changed stands between a change and the sum of before."""
    last = max(mark, old, key=lambda each: each.start)
    most = _BESIDE if last is old or spaceless(wording.sentence.text[mark.end - 1]) else 0
    return sum(each.words for each in (*between, last)) <= most


def _ends(wording: Wording, mark: Mark) -> bool:
    """Whether no words go on about a multiple but those for more, and what was before: not "three times more
    applications"."""
    after = wording.following(mark.end, _NEAREST)
    more = [each for each in after if not (each.words or each.stops) and not each.names.isdisjoint(_GOES_ON)]
    return (more[-1] if more else mark).closed or any(not each.names.isdisjoint(_LEFT) for each in more)


def _is_of_others(claim: Claim, text: Told) -> bool:
    """Whether a share is what a part is of any sum of the text, or of what one leaves of the whole; whether a
    change is one from or to any other, but the parts, or one that makes so many times more; whether the money
    of a year is that of another sum."""
    sums = [mark.figure for mark in text.money if isinstance(mark.figure, Amount)]
    whole = text.sum
    if claim.kind == "annual_amount":
        return any(_fits(replace(claim, subject=each), annual_amount.ratio_of) for each in sums)
    if claim.kind == "share":
        rests = (replace(one, value=whole.value - one.value) for one in sums if one.value < whole.value)
        others = (replace(claim, object=each) for each in sums)
        return any(_fits(each, share.ratio_of) for each in others) or any(
            fits_as_it_stands(replace(claim, object=each), share.ratio_of) for each in rests
        )
    one, old, stated = claim.subject, claim.object, claim.proportion
    assert old is not None
    if claim.parts:
        pairs = permutations((each for each in sums if each.start not in text.parts), 2)
        return any(_fits(replace(claim, subject=new, object=left), difference.ratio_of) for new, left in pairs)
    assert stated is not None
    more = replace(claim, proportion=stated._replace(value=stated.value + 1))
    others = (each for each in sums if each.start not in text.parts)
    pairs = [pair for each in others for pair in ((each, old), (one, each), (old, each), (each, one))]
    return (stated.kind == "times" and _fits(more, change.ratio_of)) or any(
        _fits(replace(claim, subject=new, object=left, falls=new.value < left.value), change.ratio_of)
        for new, left in pairs
    )


def _fits(claim: Claim, ratio_of: Ratio) -> bool:
    ratio = ratio_of(claim)
    return ratio is not None and ratio.meets(ONE)
