"""Parts and their total: "6bn for A and 4bn for B, 10bn in all"."""

from __future__ import annotations

from collections.abc import Iterator

from ...money.interval import Interval
from ...money.money import EXACT
from ...reading.mentions import Amount
from ..claim import Claim
from ..grounds import Finding, Grounds, exact, figure, money, rounded, shown, written
from ..sentence import Sentence
from ..verdict import judge, strictly


def find(sentence: Sentence) -> Iterator[Claim]:
    """An amount called the total, with two parts or more of its currency in the sentence."""
    for amount in sentence.amounts:
        if not _called_total(sentence, amount):
            continue
        others = [a for a in sentence.amounts if a is not amount and a.currency == amount.currency]
        if len(others) >= 2 and not any(sentence.per_year(a) or a.bound.startswith("range") for a in others):
            start, end = min(a.start for a in (amount, *others)), max(a.end for a in (amount, *others))
            yield Claim("sum", start, end, amount, None, None, sentence.span, parts=tuple(others))
            return


def judge_sum(claim: Claim, grounds: Grounds) -> Finding:
    """What the parts add up to, their rounding with them, against the total stated."""
    stated = claim.subject
    computed, reach = claim.parts[0].value, strictly(claim.parts[0])
    for part in claim.parts[1:]:
        computed, reach = EXACT.add(computed, part.value), reach.plus(strictly(part))
    found = judge(stated, computed, grounds.tolerance, Interval(*reach))
    words = written(stated, found)
    if found.verdict == "supported" and not strictly(stated).meets(Interval(computed, computed)):
        words = f'"{stated.text}" is within the rounding of its parts'
    parts = " + ".join(shown(part) for part in claim.parts)
    figures = " + ".join(exact(part.value, part.currency) for part in claim.parts)
    return Finding(
        found.verdict,
        f"{parts} = {figure(computed, stated.currency)}; {words}",
        money(stated),
        rounded(computed, stated.currency),
        found.interval,
        found.deviation_percent,
        steps=(f"{figures} = {exact(computed, stated.currency)}",),
    )


def _called_total(sentence: Sentence, amount: Amount) -> bool:
    """Whether "in all" directly follows an amount, or "a total of" directly precedes it."""
    for cue in sentence.cues:
        if cue.kind == "total":
            after, before = cue.start - amount.end, amount.start - cue.end
            if 0 <= after <= 2 or (0 <= before <= 2 and not sentence.text[cue.end : amount.start].strip()):
                return True
    return False
