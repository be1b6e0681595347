"""A bracket that says an amount once more: "€4bn on research ($4.4bn)"."""

from __future__ import annotations

from ...patterns import regex
from ...reading.mentions import Amount
from ..grammar.other_times import is_time
from ..grammar.sentence import PUNCTUATION, WAYS, Sentence, count_words

PARTING = frozenset(",;:–—-()，、；：（）،")
_CLOSING = frozenset(")）")
_YEAR = regex(r"(?:19|20)\d\d(?:\D|$)")
_NEAR = 12  # characters from an "and" to the last figure of a list
_WORDS_BEFORE = 12  # between an amount and the bracket that holds its equivalent


def says_again(sentence: Sentence, one: Amount, other: Amount, opened: int) -> bool:
    """Whether the bracket ``opened`` between two amounts holds the one in the other's currency, unlike "Paris
    (€4bn) and New York ($5bn)"."""
    if sentence.between(WAYS, opened, other.start):
        return False  # "(130 millones de dólares, ampliables hasta 300 millones)"
    if sentence.leads("new", opened, other.start) and sentence.last(WAYS, sentence.start, one.start):
        return False  # "fell by 10 kopecks to the dollar (to 56.53 roubles)"
    if _is_of_all(sentence, one, other, opened) or is_time(sentence, opened + 1, other.start):
        return False
    between = sentence.residue(one.end, other.start).replace("（", "(").replace("）", ")")
    before, bracket, after = between.rpartition("(")
    return (
        bool(bracket)
        and not after.strip(PUNCTUATION)
        and ")" not in after
        and not (sentence.in_bracket(one.start) and count_words(before))
        and len(before.split()) <= _WORDS_BEFORE
        and not _ends_in_number(before)
        and _fills_bracket(sentence, other)
        and not _listed(sentence, other)
    )


def _is_of_all(sentence: Sentence, one: Amount, other: Amount, opened: int) -> bool:
    """Whether a bracket gives the total of several amounts: "two of 125,000 and 25,000 euros (over $200,000
    in all)"."""
    joined = sentence.last(("and",), max(sentence.start, one.start - _NEAR), one.start)
    listed = joined is not None and sentence.empty(joined.end, one.start)
    listed = listed or any(sentence.start <= each.start < one.start for each in sentence.amounts)
    close = min((n for c in ")）" if (n := sentence.text.find(c, other.end, sentence.end)) >= 0), default=0)
    return listed and sentence.between(("total",), opened, max(close, other.start))


def _ends_in_number(before: str) -> bool:
    """Whether a bracket is of a figure whose currency goes without saying: "20,000 roubles, from 1,000
    (€24)", unlike "in 1994/95 (€24)"."""
    last = next(iter(before.split()[-1:]), "").strip(PUNCTUATION)
    return last[:1].isdecimal() and last[-1:].isdecimal() and _YEAR.match(last) is None


def _fills_bracket(sentence: Sentence, amount: Amount) -> bool:
    """Whether a bracket holds an amount and at most its rate, unlike "$5bn (€3bn of it in cash)"."""
    close = min((n for c in ")）" if (n := sentence.text.find(c, amount.end, sentence.end)) >= 0), default=-1)
    rest = sentence.residue(amount.end, close).lstrip() if close >= 0 else ""
    alone = not rest or rest[0] in PARTING or not count_words(rest)
    return alone or sentence.between(("rate",), amount.end, close)


def _listed(sentence: Sentence, amount: Amount) -> bool:
    """Whether a bracket holds one of several, or of what was and is: "26,500 and 47,500 rupees ($394 and
    $706)"."""
    following = sentence.following(amount)
    if following is None or not sentence.in_bracket(following.start):
        return False
    same = not any(char in _CLOSING for char in sentence.text[amount.end : following.start])
    links = ("and",) if amount.bound == "range_low" else ("and", "new", "old_after")
    return same and sentence.between(links, amount.end, following.start)
