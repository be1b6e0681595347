"""What a text tells of the sum it announces, and that does not fit, where little but that sum can be meant.

Words alone rarely prove what a share, a rise or the money of a year is one of. They do where other figures of
a short text bear its sum out, and those that fail fit nothing else that it names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from ...money.interval import Interval
from ...reading.mentions import Amount, Proportion
from ...reading.tokens import spaceless
from ..claim import Claim, length
from ..grammar.marks import OF_ONE, Mark, in_one_currency
from ..grammar.sentence import WAYS
from ..grammar.spent_alone import is_all, is_first, says_no_more
from ..grammar.wording import COMPARED, Wording
from ..kinds import changed, difference, share_figures, shared_out
from ..kinds.change_words import more_money_for
from ..kinds.other_changes import has_own_subject, is_of_a_year, is_of_old
from ..kinds.pairs import fits_as_it_stands, is_of_one_end, likely, told
from ..kinds.share_whole import is_of_named
from .borne_out import BorneOut, is_in
from .from_before import is_from_before
from .mistold_share import is_of_all, mistold_share
from .other_sums import is_share_of, meets

_LINKING = frozenset(("makes", "article"))
_CONCLUDE = frozenset(("this", "the_sum", "equivalence"))
_LEFT = frozenset(("old", "previous", "exceeds", "below", "part_of", "of", "base", "past"))
_GOES_ON = frozenset((*WAYS, *_LEFT, "way"))
_WAS = COMPARED | {"earlier"}
_NEAREST = 3  # marks beside a figure
_BESIDE = 2  # words: "twice the figure of 6bn"
_REACH = Interval(Decimal("0.2"), Decimal(5))  # of a change to the one that the sums make


def mistold(text: BorneOut) -> Iterator[tuple[int, Claim]]:
    """The claims of a text that fail, and shares that fit, each with the place of its sentence."""
    for n, wording in enumerate(text.wordings):
        for mark in () if wording.adjusted else wording.marks:
            of_all = mark.figure is not None and is_of_all(wording, mark)
            if mark.figure is None or (mark.start in text.known and not (of_all and mark.start in text.less)):
                continue
            claim = _claim(text, n, mark)
            if (
                claim is None
                or is_of_one_end(claim)
                or (wording.measures and not _is_ahead_of_measure(wording, mark, claim))
            ):
                continue
            if _is_right(wording, mark, claim) or not _is_of_others(
                claim, text.without_parts() if of_all else text
            ):
                yield n, claim


def _is_right(wording: Wording, mark: Mark, claim: Claim) -> bool:
    """Whether a share told to be of the whole fits the sum: no other claim of the text told so."""
    of_it = is_of_all(wording, mark) or is_of_named(wording, mark)
    return claim.kind == "share" and of_it and fits_as_it_stands(claim, share_figures.ratio_of)


def _is_ahead_of_measure(wording: Wording, mark: Mark, claim: Claim) -> bool:
    """Whether a sentence speaks of sales or debts only after a share of the whole: "a third of it, or 60m,
    goes into loans"."""
    start = wording.sentence.start
    return is_of_named(wording, mark) and not wording.sentence.between(("measure",), start, claim.end)


def _claim(text: BorneOut, n: int, mark: Mark) -> Claim | None:
    if isinstance(mark.figure, Amount):
        return _year(n, mark, text) or _difference(n, mark, text)
    if isinstance(mark.figure, Proportion):
        return mistold_share(text, n, mark, mark.figure) or _change(n, mark, text)
    return None


def _year(n: int, mark: Mark, text: BorneOut) -> Claim | None:
    """The money of a year of the span of the sum, where the sentence tells no other, and takes the sum or
    the span up, or begins with the year."""
    wording = text.wordings[n]
    unit, sentence = shared_out.unit_of(mark.names), wording.sentence
    alone = sum(not each.names.isdisjoint(OF_ONE) for each in wording.marks if each.figure is not None) == 1
    if unit != "year" or text.span is None or not alone or not mark.names.isdisjoint(_WAS):
        return None
    if not wording.is_ahead or sentence.between(("others", "rest"), *sentence.span):
        return None
    if not is_in(wording, text.whole) and any(each.start < mark.start for each in sentence.amounts):
        return None  # "It will reach 300m, with yearly sales of 1.8bn"
    if text.has_other_span(n) or (n and text.has_other_span(n - 1)):
        return None  # "The loan runs for two years. So 300m a year"
    takes_up = any(name in wording.places for name in (*_CONCLUDE, "average"))
    takes_up = takes_up or any(length(each) == length(text.span) for each in sentence.spans)
    takes_up = takes_up or sentence.between(("concludes",), *sentence.span)
    known = frozenset[str]() if is_in(wording, text.whole) else text.words
    if not is_all(wording, mark, known):
        return None
    if not (takes_up or is_first(wording, mark, known) or says_no_more(wording, mark, known)):
        return None
    pair = in_one_currency(text.whole, mark)
    if pair is None:
        return None
    claim = told(wording, "annual_amount", *pair)
    claim = replace(claim, period=text.span, unit=unit, day=wording.day)
    ratio = shared_out.ratio_of(claim)
    return claim if ratio is not None and likely(ratio) else None


def _change(n: int, mark: Mark, text: BorneOut) -> Claim | None:
    """A change from the only sum of before, which its sentence names, and no other but the whole; a multiple
    may stand beside that sentence, or in one that names the plan before, and what there is more of in a
    heading."""
    wording = text.wordings[n]
    if mark.names.isdisjoint(("change", "times")) or not wording.names_one_share:
        return None
    headed = more_money_for(wording, mark)
    heads = headed is not None and text.is_about(headed) and not text.says_again(mark)
    old = next(iter(text.before), None) if heads else text.old(n, far="times" in mark.names)
    if old is None:
        return None
    here = is_in(wording, old)
    if not (here and is_from_before(wording, mark, old)):
        if not (heads or _is_concluded(wording, mark, old, text.sum)):
            return None
        apart = old.start < mark.start or not (here or heads)
        if apart and has_own_subject(wording, old if here else None, mark):
            return None
        if here and is_of_old(wording, mark, old):
            return None
    if is_of_a_year(wording, mark):
        return None
    claim = changed.between(wording, mark, text.whole, old)
    if claim is None or changed.turned(claim) is not None:
        return None
    return claim if changed.is_near(claim, _REACH) else None


def _difference(n: int, mark: Mark, text: BorneOut) -> Claim | None:
    """What the whole has more or less than the only sum of before, which its sentence names."""
    wording = text.wordings[n]
    old = text.old(n, far=False) if "gap" in mark.names else None
    if old is None or old.start == mark.start or not _is_concluded(wording, mark, old, text.sum):
        return None
    claim = difference.between(wording, mark, text.whole, old)
    return claim if claim is not None and meets(claim, difference.ratio_of, share_figures.ROUGHLY) else None


def _is_concluded(wording: Wording, mark: Mark, old: Mark, whole: Amount) -> bool:
    """Whether a change can hardly be one of another thing: a word takes up the sum, or what was, between its
    figure and the sum of before, or anywhere in a sentence that does not name that; or nothing parts them."""
    here = is_in(wording, old)
    first, second = (min(mark.end, old.end), max(mark.start, old.start)) if here else wording.sentence.span
    between = wording.beginning(first, second)
    names = _CONCLUDE if old.start < mark.start else _CONCLUDE | _LEFT
    concludes = wording.sentence.between(("concludes",), first, second)
    if concludes or any(not each.names.isdisjoint(names) for each in between):
        return here or _ends(wording, mark)
    return here and (_is_led(wording, mark, whole) or _is_right_beside(wording, mark, old, between))


def _is_led(wording: Wording, mark: Mark, whole: Amount) -> bool:
    """Whether a word that takes the sum up stands right before a change, or the sum itself: "this is twice
    the", "now it is 5bn: twice as much"."""
    led = [m for m in wording.preceding(mark.start, _NEAREST) if not _LINKING.issuperset(m.names)][-1:]
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


def _is_of_others(claim: Claim, text: BorneOut) -> bool:
    """Whether figures that fail may be told of another sum of the text, or of what is left of the whole."""
    match claim.kind:
        case "annual_amount":
            others = [replace(claim, subject=each) for each in text.money]
            others += [replace(claim, period=each) for each in text.spans]
            return any(meets(each, shared_out.ratio_of) for each in others)
        case "share":
            return _is_share_of_others(claim, text)
        case _:
            return _is_change_of_others(claim, text)


def _is_share_of_others(claim: Claim, text: BorneOut) -> bool:
    if any(is_share_of(claim, each) for each in text.money):
        return True
    rest = (each for each in text.money if each.start != claim.subject.start)
    left = (replace(each, value=text.sum.value - each.value) for each in rest)
    return any(fits_as_it_stands(replace(claim, object=each), share_figures.ratio_of) for each in left)


def _is_change_of_others(claim: Claim, text: BorneOut) -> bool:
    """Whether a change is one between any two sums but the parts of other sentences, or one to so many times
    more."""
    here = range(*claim.sentence)
    sums = [each for each in text.money if each.start in here or each.start not in text.parts]
    pairs = [replace(claim, subject=new, object=old) for new, old in permutations(sums, 2)]
    if claim.proportion is None:
        return any(meets(each, difference.ratio_of) for each in pairs)
    more = claim.proportion._replace(value=claim.proportion.value + 1)
    if claim.proportion.kind == "times":
        pairs.append(replace(claim, proportion=more))
    falling = (replace(each, falls=_falls(each)) for each in pairs)
    return any(meets(each, changed.ratio_of) for each in falling)


def _falls(claim: Claim) -> bool:
    return claim.object is not None and claim.subject.value < claim.object.value
