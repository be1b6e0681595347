"""Parts and their total: "6bn for A and 4bn for B, 10bn in all"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...money.interval import Interval
from ...money.money import EXACT
from ...reading.mentions import Amount
from ..claim import Claim
from ..evidence import Grounds
from ..facts import Sum
from ..finding import Finding, money, rounded, unrounded, words
from ..kind import Kind
from ..sentence import Sentence, count_words
from ..verdict import judge, strictly
from ..wording import Wording
from ..working import Added

# What stands between amounts that are no list: what was before, a part of the one before, an equation.
_APART = ("old", "old_after", "part_of", "exceeds", "equivalence")
_WORDS_BETWEEN = 12  # between two parts of a list
_COLONS, _WORDS_TO_COLON = ":：", 4


def find(wording: Wording) -> Iterator[Claim]:
    """An amount called the total, with the list of parts of its currency that leads to it or follows it."""
    sentence = wording.sentence
    amounts = [a for a in sentence.amounts if not a.bound.startswith("range")]
    for total in amounts:
        if len(amounts) < len(sentence.amounts) or sentence.per_year(total):
            return
        same = [a for a in amounts if a.currency == total.currency]
        i = same.index(total)
        parts: list[Amount] = []
        if _called_total_after(sentence, total):
            parts = _list(sentence, same[:i])
        if len(parts) < 2 and _called_total(sentence, total):
            parts = _list(sentence, same[:i])
        if len(parts) < 2 and _opens_list(sentence, same[i:]):
            parts = _list(sentence, same[i + 1 :])
        if len(parts) >= 2:
            start, end = min(total.start, parts[0].start), max(total.end, parts[-1].end)
            yield Claim("sum", start, end, total, None, None, sentence.span, parts=tuple(parts))
            return


def judge_sum(claim: Claim, grounds: Grounds) -> Finding:
    """What the parts add up to, their rounding with them, against the total stated."""
    stated = claim.subject
    computed, reach = claim.parts[0].value, strictly(claim.parts[0])
    for part in claim.parts[1:]:
        computed, reach = EXACT.add(computed, part.value), reach.plus(strictly(part))
    found = judge(stated, computed, grounds.tolerance, Interval(*reach))
    rounding = found.verdict == "supported" and not strictly(stated).meets(Interval(computed, computed))
    parts, total = tuple(map(money, claim.parts)), unrounded(computed, stated.currency)
    return Finding(
        found.verdict,
        Sum(parts, total, rounding, words(stated.text)),
        money(stated),
        rounded(computed, stated.currency),
        found.interval,
        found.deviation_percent,
        steps=(Added(parts, total),),
        band=reach,
    )


KIND = Kind("sum", find, judge_sum)


def _called_total_after(sentence: Sentence, amount: Amount) -> bool:
    """Whether "in all" directly follows an amount."""
    return any(c.kind == "total" and 0 <= c.start - amount.end <= 2 for c in sentence.cues)


def _called_total(sentence: Sentence, amount: Amount) -> bool:
    """Whether "a total of" directly precedes an amount."""
    cue = sentence.cue("total", sentence.start, amount.start)
    return cue is not None and amount.start - cue.end <= 30 and sentence.only_bounds(cue.end, amount.start)


def _list(sentence: Sentence, parts: list[Amount]) -> list[Amount]:
    """``parts``, if they follow on each other as those of a list do."""
    for one, following in pairwise(parts):
        far = sentence.words(one.end, following.start) > _WORDS_BETWEEN
        reached = sentence.empty(one.end, following.start) and sentence.between(
            ("new",), one.end, following.start
        )  # "it tumbled $6.75 to $130.50"
        if far or reached or sentence.between(_APART, one.end, following.start):
            return []
    return [] if any(sentence.per_year(part) or sentence.each(part) for part in parts) else parts


def _opens_list(sentence: Sentence, amounts: list[Amount]) -> bool:
    """Whether a colon after the first amount and an "and" say that all its parts follow: "9bn: 6bn for A and
    3bn for B". "Of which" promises only some of them."""
    if len(amounts) < 3:
        return False
    total, first, last_but_one, last = amounts[0], amounts[1], *amounts[-2:]
    between = sentence.text[total.end : first.start]
    colon = next((between.index(char) for char in _COLONS if char in between), None)
    return (
        colon is not None
        and count_words(between[:colon]) <= _WORDS_TO_COLON
        and all(part.value < total.value for part in amounts[1:])
        and sentence.between(("and",), last_but_one.end, last.start)
    )
