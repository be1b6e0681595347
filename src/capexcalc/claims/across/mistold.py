"""What a text tells of the sum it announces, and that does not fit, where little but that sum can be meant.

Words alone rarely prove what a share, a rise or the money of a year is one of. They do where other figures of
a short text bear its sum out, and those that fail fit nothing else that it names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ...money.interval import Interval
from ...reading.mentions import Amount, Proportion
from ..claim import Claim, Unit, length
from ..grammar.marks import OF_ONE, Mark, in_one_currency
from ..grammar.spent_alone import is_all, is_first, says_no_more
from ..grammar.wording import COMPARED, Wording
from ..kinds import share_figures, shared_out
from ..kinds.listed_sum import LEAST
from ..kinds.pairs import SLIPS, as_it_stands, fits_as_it_stands, is_of_one_end, likely, told
from ..kinds.share_whole import is_of_named, names_whole
from .borne_out import BorneOut, is_in
from .change_of_others import is_change_of_others
from .mistold_change import mistold_change, mistold_difference
from .mistold_share import is_of_all, mistold_share
from .other_sums import is_share_of, meets

_CONCLUDE = frozenset(("this", "the_sum", "equivalence"))
_SEVERAL = Interval(Decimal("0.2"), Decimal(1))  # of what a span's money makes to what is told of it
_SLIP = Interval(Decimal("0.98"), Decimal("1.02"))  # of a figure to the other, but for the power of ten
_SOON = 2  # sentences with figures after the one of the sum
_WAS = COMPARED | {"earlier"}


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
            others = text.without_parts() if of_all else text
            told_of_whole = names_whole(wording, mark) or is_of_named(wording, mark)
            if _is_right(wording, mark, claim) or not _is_of_others(
                claim, others, mark, told_of_whole=told_of_whole
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
        return _year(n, mark, text) or mistold_difference(text, n, mark)
    if isinstance(mark.figure, Proportion):
        return mistold_share(text, n, mark, mark.figure) or mistold_change(text, n, mark)
    return None


def _year(n: int, mark: Mark, text: BorneOut) -> Claim | None:
    """The money of a year of the span of the sum, where the sentence tells no other, and takes the sum or
    the span up, or begins with the year; or what comes to more than the sum, so that it is none of a part of
    it: the money of a year in a sentence that names the span, or that of a month, week or day soon after."""
    wording = text.wordings[n]
    unit, sentence = shared_out.unit_of(mark.names), wording.sentence
    of_a_year = not text.spans and text.span is None and unit != "year"
    if unit is None or not (text.span or of_a_year) or not mark.names.isdisjoint(_WAS):
        return None
    if not wording.is_ahead or sentence.between(("others", "rest"), *sentence.span):
        return None
    if not is_in(wording, text.whole) and any(each.start < mark.start for each in sentence.amounts):
        return None  # "It will reach 300m, with yearly sales of 1.8bn"
    if text.has_other_span(n) or (n and text.has_other_span(n - 1)):
        return None  # "The loan runs for two years. So 300m a year"
    pair = in_one_currency(text.whole, mark)
    if pair is None or pair[0].value < LEAST:
        return None  # "20 clips a month for 9.99, and 200 for the largest plan"
    claim = told(wording, "annual_amount", *pair)
    whole: Unit | None = "year" if of_a_year else None
    claim = replace(claim, period=text.span, unit=unit, whole=whole, day=wording.day)
    ratio = shared_out.ratio_of(claim)
    if ratio is None or not (likely(ratio) or (_takes_up(text, n) and _is_too_much(ratio))):
        return None
    soon = any(is_in(each, text.whole) for each in text.wordings[max(0, n - _SOON) : n + 1])
    if soon and _is_slip(claim) and sum("amount" in each.names for each in wording.marks) == 1:
        return claim
    if unit == "year":
        return claim if _is_sure(text, n, mark) or (ratio.high < 1 and _names_span(text, n)) else None
    if _names_span(text, n) and _is_sure(text, n, mark):
        return claim
    return claim if ratio.high < 1 and soon else None


def _is_slip(claim: Claim) -> bool:
    """Whether the money of a year, a month or a week is off by a power of ten, and by nothing else: hardly
    that of another thing, where it is told soon after the sum."""
    ratio = shared_out.ratio_of(as_it_stands(claim))
    return ratio is not None and any(ratio.times(ten).meets(_SLIP) for ten in SLIPS)


def _is_too_much(ratio: Interval) -> bool:
    """Whether what is told of a part of a span makes several times the sum, be it of a month that is told for
    a quarter, or of one year of half the span."""
    return ratio.high < 1 and ratio.meets(_SEVERAL)


def _takes_up(text: BorneOut, n: int) -> bool:
    """Whether a sentence takes up the sum or its span, or tells what that comes to on average."""
    wording = text.wordings[n]
    takes_up = any(name in wording.places for name in (*_CONCLUDE, "average"))
    concludes = wording.sentence.between(("concludes",), *wording.sentence.span)
    return takes_up or concludes or _names_span(text, n)


def _names_span(text: BorneOut, n: int) -> bool:
    """Whether a sentence names the span that the sum is given for."""
    span, spans = text.span, text.wordings[n].sentence.spans
    return span is not None and any(length(each) == length(span) for each in spans)


def _is_sure(text: BorneOut, n: int, mark: Mark) -> bool:
    """Whether a sentence tells the money of a year, and of nothing else."""
    wording = text.wordings[n]
    if sum(not each.names.isdisjoint(OF_ONE) for each in wording.marks if each.figure is not None) != 1:
        return False
    takes_up = _takes_up(text, n)
    known = frozenset[str]() if is_in(wording, text.whole) else text.words
    if not is_all(wording, mark, known):
        return False
    return takes_up or is_first(wording, mark, known) or says_no_more(wording, mark, known)


def _is_of_others(claim: Claim, text: BorneOut, mark: Mark, *, told_of_whole: bool) -> bool:
    """Whether figures that fail may be told of another sum of the text, or of what is left of the whole; a
    share that is ``told_of_whole`` is none of a sum of before that another sentence tells."""
    match claim.kind:
        case "annual_amount":
            others = [replace(claim, subject=each) for each in text.money]
            others += [replace(claim, period=each) for each in text.spans]
            return any(meets(each, shared_out.ratio_of) for each in others)
        case "share":
            return _is_share_of_others(claim, text, told_of_whole=told_of_whole)
        case _:
            return is_change_of_others(claim, text, mark)


def _is_share_of_others(claim: Claim, text: BorneOut, *, told_of_whole: bool) -> bool:
    before = {each.start for each in text.before if told_of_whole and each.start < claim.sentence[0]}
    if any(is_share_of(claim, each) for each in text.money if each.start not in before):
        return True
    known = {claim.subject.start, *(each.start for each in text.before)}
    parts = (each for each in text.lumps if each.start not in known and each.value != text.sum.value)
    if any(meets(replace(claim, subject=each), share_figures.ratio_of) for each in parts):
        return True
    rest = (each for each in text.money if each.start != claim.subject.start)
    left = (replace(each, value=text.sum.value - each.value) for each in rest)
    return any(fits_as_it_stands(replace(claim, object=each), share_figures.ratio_of) for each in left)
