"""A part of a whole: "a quarter of the 40bn, or 10bn"."""

from __future__ import annotations

from collections.abc import Iterator

from ...money.interval import Interval
from ...money.money import EXACT
from ...rates.citation import rate_steps
from ...reading.mentions import Amount
from ..claim import Claim
from ..grounds import FITS, Finding, Grounds, exact, in_currency, percent, quotes, shown
from ..sentence import Sentence
from ..verdict import strictly, weigh

_SMALL = 12  # characters of articles and prepositions between a proportion and its whole
_WORDS = 4  # between the part and the proportion it is said to be


def find(sentence: Sentence) -> Iterator[Claim]:
    """A share, the whole that follows it, and the part it is equated with."""
    for proportion in sentence.proportions:
        if proportion.kind != "share":
            continue
        whole = next((a for a in sentence.amounts if 0 < a.start - proportion.end <= _SMALL), None)
        if whole is None or _parted(sentence, proportion.end, whole.start):
            continue
        part = _part(sentence, proportion.start, whole)
        if part is not None:
            start, end = min(part.start, proportion.start), max(part.end, whole.end)
            yield Claim("share", start, end, part, whole, None, sentence.span, proportion=proportion)


def judge_share(claim: Claim, grounds: Grounds) -> Finding:
    """Part by whole, both ends of their rounding carried through, against the share stated."""
    part, whole, proportion = claim.subject, claim.object, claim.proportion
    assert whole is not None
    assert proportion is not None
    value, quote = in_currency(part, whole.currency, grounds)
    spread = strictly(part)
    if quote is not None:
        spread = Interval(quote.convert(spread.low), quote.convert(spread.high))
    if whole.value <= 0 or value <= 0:
        return Finding("not_enough_info", f"{shown(part)} is no share of {shown(whole)}")
    computed, reach = EXACT.divide(value, whole.value), spread.over(strictly(whole))
    strict = Interval.around(proportion.value, proportion.unit)
    found = weigh(proportion.value, strict, strict, computed, reach, grounds.tolerance)
    low, high = percent(reach.low), percent(reach.high)
    between = "" if low == high else f" ({low} to {high} with their rounding)"
    reason = f"{shown(part)} of {shown(whole)} is {percent(computed)}{between}"
    fits = f'"{proportion.text}" {FITS[found.verdict]}'
    return Finding(
        found.verdict,
        f"{reason}; {fits}",
        proportion.value,
        computed,
        found.interval,
        found.deviation_percent,
        None,
        quotes(quote),
        (
            *rate_steps(quote),
            f"{exact(value, whole.currency)} / {exact(whole.value, whole.currency)} = {percent(computed, 4)}",
        ),
    )


def _part(sentence: Sentence, proportion: int, whole: Amount) -> Amount | None:
    """The amount the share is: just before it ("10bn, a quarter of the 40bn"), or equated after the whole."""
    before = [a for a in sentence.amounts if a.end <= proportion]
    if before and len(sentence.residue(before[-1].end, proportion).split()) <= _WORDS:
        return before[-1]
    after = [a for a in sentence.amounts if a.start >= whole.end]
    if not after:
        return None
    first = after[0]
    equated = sentence.leads("or", whole.end, first.start) or sentence.leads(
        "equivalence", whole.end, first.start
    )
    bracketed = sentence.residue(whole.end, first.start).strip() == "("
    return first if equated or bracketed else None


def _parted(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words between are not just "of the": punctuation, or "up 12% from" and "to"."""
    change = any(sentence.cue(kind, start, end) for kind in ("old", "new", "or", "equivalence", "increase"))
    return change or any(char in ",;:.()" for char in sentence.text[start:end])
