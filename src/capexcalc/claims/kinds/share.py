"""A part of a whole: "a quarter of the 40bn, or 10bn"."""

from __future__ import annotations

from collections.abc import Iterator

from ...money.interval import Interval
from ...money.money import EXACT
from ...reading.mentions import Amount, Proportion
from ...reading.tokens import spaceless
from ..claim import Claim
from ..evidence import Grounds, in_currency
from ..facts import NoShare, Share
from ..finding import Finding, money, quotes, rounded, words
from ..kind import Kind
from ..sentence import WAYS, Sentence
from ..verdict import strictly, weigh_proportion
from ..wording import Wording
from ..working import Divided
from .pairs import in_bracket

_WORDS_TO_WHOLE = 3  # articles and prepositions between a proportion and its whole
_WORDS_OF, _SHORT, _LONG = 2, 5, 8  # of a half or a quarter, which years have too; letters of each, of one
_WORDS_NAMED = 5  # where the part is equated with it: "15% of last year's sales of 8bn, or 1.2bn"
_GENITIVE = 5  # characters between a whole and the proportion of it: 400億ユーロの15%
_WORDS = 2  # between the part and the proportion it is said to be
_DEVANAGARI = [chr(point) for point in range(0x900, 0x980)]
_COMPARING = ("old", "exceeds", "below")
_APART = (*WAYS, "new", "or", "equivalence", "and", "price")
_MOST_APART = 10_000  # times that a share is off by: "10% of it for $300m, or $5 a share" tells of none


def find(wording: Wording) -> Iterator[Claim]:
    """A share, the whole beside it, and the part it is equated with."""
    sentence = wording.sentence
    for proportion in sentence.proportions:
        found = None
        if proportion.kind == "share" and not _is_change(sentence, proportion):
            found = _of_what_follows(sentence, proportion) or _of_what_precedes(sentence, proportion)
        if found is not None:
            part, whole = found
            start = min(part.start, whole.start, proportion.start)
            end = max(part.end, whole.end, proportion.end)
            yield Claim("share", start, end, part, whole, None, sentence.span, proportion=proportion)


def judge_share(claim: Claim, grounds: Grounds) -> Finding:
    """Part by whole, both ends of their rounding carried through, against the share stated."""
    part, whole, proportion = claim.subject, claim.object, claim.proportion
    assert whole is not None
    assert proportion is not None
    value, market, quote = in_currency(part, whole.currency, grounds)
    spread = strictly(part)
    if quote is not None and part.value:
        # What the rounding and the market leave open, one on top of the other.
        low, high = (EXACT.divide(edge, part.value) for edge in market)
        spread = Interval(EXACT.multiply(spread.low, low), EXACT.multiply(spread.high, high))
    if whole.value <= 0 or value <= 0:
        return Finding("not_enough_info", NoShare(money(part), money(whole)))
    computed, reach = EXACT.divide(value, whole.value), spread.over(strictly(whole))
    found = weigh_proportion(proportion.value, strictly(proportion), computed, reach, grounds.tolerance)
    return Finding(
        found.verdict,
        Share(money(part), money(whole), computed, *reach, words(proportion.text)),
        proportion.value,
        computed,
        found.interval,
        found.deviation_percent,
        None,
        quotes(quote),
        (Divided(rounded(value, whole.currency), money(whole), computed, "percentage"),),
        band=reach,
    )


KIND = Kind("share", find, judge_share)


def _is_change(sentence: Sentence, proportion: Proportion) -> bool:
    """Whether a word for up or down stands directly beside: "fell by 15%", "15% higher", "15% more than"."""
    if any(
        c.kind in ("exceeds", "below", "bound") and 0 <= c.start - proportion.end <= 1 for c in sentence.cues
    ):
        return True
    for cue in (c for c in sentence.cues if c.kind in WAYS):
        start, end = min(cue.end, proportion.end), max(cue.start, proportion.start)
        amounts = any(start <= a.start < end for a in sentence.amounts)
        if not amounts and not sentence.residue(start, end).strip():
            return True
    return False


def _of_what_follows(sentence: Sentence, proportion: Proportion) -> tuple[Amount, Amount] | None:
    """Part and whole of "10bn, a quarter of the 40bn" and of "a quarter of the 40bn, or 10bn"."""
    whole = next((a for a in sentence.amounts if a.start >= proportion.end), None)
    if whole is None or _parted(sentence, proportion.end, whole.start):
        return None
    if any(c.kind in _COMPARING and proportion.end + 1 < c.start < whole.start for c in sentence.cues):
        return None  # "70 percent are smaller than 100m"
    words = sentence.words(proportion.end, whole.start)
    if proportion.may_be_time and not _leads_into(sentence, proportion, whole):
        return None  # "a second half profit of 64m"
    if _is_loose(sentence, whole):
        return None
    before = [a for a in sentence.amounts if a.end <= proportion.start and not in_bracket(sentence, a.start)]
    if before and _is_loose(sentence, before[-1]):
        return None
    if before and proportion.may_be_time and not sentence.empty(before[-1].end, proportion.start):
        before = []  # "26m in the half"
    if before and _leads_up(sentence, before[-1], proportion.start):
        said = sentence.leads("or", before[-1].end, proportion.start) or sentence.leads(
            "equivalence", before[-1].end, proportion.start
        )
        return (before[-1], whole) if words <= (_WORDS_NAMED if said else _WORDS_TO_WHOLE) else None
    part = _equated(sentence, whole.end, whole)
    if part is None or words > (_WORDS_NAMED if part.currency == whole.currency else _WORDS_TO_WHOLE):
        return None
    likely = part.value * _MOST_APART > proportion.value * whole.value
    return (part, whole) if likely or part.currency != whole.currency else None


def _is_loose(sentence: Sentence, amount: Amount) -> bool:
    """Whether an amount is one end of a range, or what somebody expected."""
    return amount.bound.startswith("range") or sentence.is_yardstick(amount)


def _leads_into(sentence: Sentence, proportion: Proportion, whole: Amount) -> bool:
    """Whether nothing but a short word or two, as "of its" is, leads from a proportion to its whole."""
    between = sentence.text[proportion.end : whole.start].split()
    apart = sentence.between(("after", "new"), proportion.end, whole.start)
    short = all(len(word) <= _SHORT for word in between) or (len(between) == 1 and len(between[0]) <= _LONG)
    return not apart and len(between) <= _WORDS_OF and short


def _of_what_precedes(sentence: Sentence, proportion: Proportion) -> tuple[Amount, Amount] | None:
    """Part and whole where the whole comes first: 400億ユーロの15%、つまり60億ユーロ."""
    before = [a for a in sentence.amounts if a.end <= proportion.start]
    if not before:
        return None
    whole = before[-1]
    between = sentence.residue(whole.end, proportion.start).strip()
    if sentence.between(("and",), whole.end, proportion.start):
        return None  # "3,000 dollars plus 20 percent of it"
    particle = not between or spaceless(between[0]) or between[0] in _DEVANAGARI
    if not particle or len(between) > _GENITIVE or _parted(sentence, whole.end, proportion.start):
        return None
    part = _equated(sentence, proportion.end, whole)
    if proportion.may_be_time and part is None:
        return None  # "from 120m to 130m a quarter"
    if part is None and len(before) > 1 and _leads_up(sentence, before[-2], whole.start):
        part = before[-2]
    return (part, whole) if part is not None else None


def _leads_up(sentence: Sentence, part: Amount, end: int) -> bool:
    """Whether few words stand between a part and what says which share it is; "from 2bn" is no part."""
    if any(c.kind == "old" and 0 <= part.start - c.end <= 1 for c in sentence.cues):
        return False
    words = sentence.words(part.end, end)
    if "," in sentence.text[part.end : end] and words > 1:
        return False  # "the 5m it paid, but just 5 percent of"
    return words <= _WORDS and not sentence.between(("and",), part.end, end)


def _equated(sentence: Sentence, start: int, whole: Amount) -> Amount | None:
    """The amount after ``start`` that "or", "that is", a bracket or a pair of commas makes the part."""
    part = next((a for a in sentence.amounts if a.start >= start and a is not whole), None)
    if part is None or sentence.each(part):
        return None
    if part.currency != whole.currency and in_bracket(sentence, part.start):
        return None  # "a tenth of its 700m pounds ($1.18bn) revenue": the same money
    if sentence.leads("or", start, part.start) or sentence.leads("equivalence", start, part.start):
        return part
    between = sentence.residue(start, part.start)
    if between.strip() in ("(", "（"):
        return part
    if sentence.between(("old", "old_after", "new"), start, part.start):
        return None
    same = part.currency == whole.currency and part.value < whole.value
    closed = sentence.text[part.end : part.end + 1] in (",", "，", "、", ")", ".", "。")
    return part if same and closed and between.strip() in (",", "，", "、", "–", "—", "") else None


def _parted(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words between are not just "of the"."""
    words = sentence.text[start:end]
    return sentence.between(_APART, start, end) or any(char in ",;:.()，、；：。（）" for char in words)
