"""What the words beside a figure say of how it was converted, and whether it was."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ...patterns import regex
from ...reading.mentions import Amount
from ...reading.tokens import spaceless
from ...reading.written_amount import IMPLIED
from ..grammar.marks import per_unit
from ..grammar.sentence import PUNCTUATION, Sentence, count_words

_ENDS = regex(r"[)）\]，。；\n]|[,;.](?!\d)")
_NEAR = 3  # words between a figure and what dates its money: "dólares en dinero de hoy"
_LIMITS = frozenset(("at_least", "at_most"))
_LIMITING = ("exceeds", "exceeds_after", "below", "over", "capped")
_PER = ("per", "each", "by_measure")
_BRACKET = regex(r"\s*[(（][^()（）]*[)）]\s*")
_TODAY = frozenset(("of_today", "adjusted"))
_UNREAD = regex(
    r"[,，、;；].*(?<![\w.,])\d[\d.,\s]*(?:\s[^\W\d]\S*\s*[(（]|[万亿萬億][^\W\d]{1,3}\s*[，,]?\s*\Z)"
)
_LETTERS = regex(r"\w+")
_GOES_ON = 3  # words, at least, of a clause that goes on behind its figure
_STROKES = ("/", "／")
_CLAUSE, _CLAUSE_OF = regex(r"[,;，、；،؛]"), 4  # words at least after a comma that speak of another thing
_BLANKS = 3  # characters from a figure to a word for one of something
_LONGEST = 12  # characters from a word for one of something to what that is, or to its price


class Manner(NamedTuple):
    """Which rate is named, if one is; ``loose`` if the words leave open that it is no conversion, ``capped``
    if they say that the second is the most or the least: "$30,000 (at most 35,000 euros)"; ``worth`` if they
    may tell what another thing is worth."""

    at: Literal["day", "then"] | None = None
    loose: bool = False
    capped: bool = False
    worth: bool = False


def manner(sentence: Sentence, one: Amount, other: Amount) -> Manner:
    """How a figure is told beside the one that it is set equal to."""
    kinds = _said(sentence, one, other)
    if "rate" in kinds and _is_rate_itself(sentence, one, other):
        return Manner(loose=True)
    if "rate" in kinds:
        return Manner("then" if "of_then" in kinds else "day" if "of_today" in kinds else None)
    after = next(iter(sentence.cues_from(other.end)), None)
    if after is not None and after.kind == "respectively" and not sentence.words(other.end, after.start):
        return Manner(loose=True)  # "39m dollars or 3.5m euros, respectively"
    open_ = not kinds.isdisjoint((*_TODAY, "respectively"))
    return Manner(
        loose=open_
        or "parity" in sentence.kinds
        or _are_inner_ends(sentence, one, other)
        or _is_of_all(sentence, one, other)
        or _are_alternatives(sentence, one, other)
        or _are_two_sums(sentence, one, other)
        or _is_of_unread(sentence, one, other)
        or _may_be_of_other_units(sentence, one, other)
        or _is_price_of_one(sentence, one, other)
        or _is_dated_inside(sentence, one, other)
        or _is_told_of_another(sentence, one, other)
        or _begins_clause(sentence, one, other)
        or _is_of_a_lifetime(sentence, other),
        capped=sentence.between(("capped",), max(one.end, sentence.start), other.start),
        worth=sentence.between(("worth",), max(one.end, sentence.start), other.start),
    )


def of_then(sentence: Sentence, one: Amount, other: Amount) -> bool:
    """Whether an amount is told in the money of an earlier day: "or about Rp 53bn at the time", "25,000 marks
    (then worth $6,000)", unlike one at the rate of then."""
    if "rate" in _said(sentence, one, other):
        return False
    if sentence.between(("of_then",), max(one.end, sentence.start), other.start):
        return True
    cue = next(iter(sentence.cues_from(other.end)), None)
    return cue is not None and cue.kind == "of_then" and sentence.words(other.end, cue.start) == 0


def _said(sentence: Sentence, one: Amount, other: Amount) -> set[str]:
    """The cues between two amounts, and those near the second that nothing parts from it."""
    stop = _ENDS.search(sentence.text, other.end, sentence.end)
    end = stop.start() if stop is not None else sentence.end
    kinds = set()
    for cue in sentence.cues_from(max(one.end, sentence.start)):
        near = cue.end <= end and sentence.words(other.end, cue.start) <= _NEAR
        if cue.start >= other.start and not near:
            break
        kinds.add(cue.kind)
    return kinds


def _is_of_unread(sentence: Sentence, one: Amount, other: Amount) -> bool:
    """Whether a bracket stands behind another number, with a word that may be its currency, in a clause of
    its own: "paid 255 zloty, they paid 450 grivnas (90 euros)"."""
    between = sentence.residue(max(one.end, sentence.start), other.start)
    return _UNREAD.search(between) is not None


def _are_alternatives(sentence: Sentence, one: Amount, other: Amount) -> bool:
    """Whether only one of two sums is meant: "either 180 marks or 150 yen", "o 180 marcos o 150 yenes"."""
    begin = max(sentence.start, one.start - _LONGEST)
    if sentence.last(("either",), begin, one.start) is not None:
        return True
    link = sentence.last(("or", "equivalence"), one.end, other.start)
    if link is None:
        return False
    said, before = (
        sentence.text[link.start : link.end].casefold(),
        sentence.text[begin : one.start].casefold(),
    )
    return said in before.split()[-1:] or before.endswith(said)


def _are_two_sums(sentence: Sentence, one: Amount, other: Amount) -> bool:
    """Whether nothing but a word for "or" parts two sums, no comma and no "about", that may be a limit in two
    currencies or alternatives ("above 11,300 euros or 15,000 dollars", "10,000 euros or 15,000 dollars"), or
    the first of which names no currency: 2.5亿或者5亿英镑."""
    link = sentence.last(("or",), one.end, other.start)
    if link is None or other.bound == "about" or sentence.residue(one.end, link.start).strip():
        return False
    equal = sentence.last(("equivalence",), one.end, other.start)
    if equal is not None:  # "or the equivalent of 10,000 dollars", but not "oder umgerechnet"
        return (
            link.end <= equal.start and _is_limit(sentence, one, other) and all(map(_is_round, (one, other)))
        )
    if sentence.text[link.end : other.start].strip():
        return False
    if IMPLIED in (one.notes or ()):
        return True
    enough = any if _is_limit(sentence, one, other) else all
    return enough(map(_is_round, (one, other)))


def _is_limit(sentence: Sentence, one: Amount, other: Amount) -> bool:
    """Whether a word for more or less, or for the most or least, stands beside one of two sums."""
    if one.bound in _LIMITS:
        return True
    before = sentence.last(_LIMITING, max(sentence.start, one.start - _LONGEST), one.start)
    after = sentence.last(_LIMITING, other.end, min(sentence.end, other.end + _LONGEST))
    return before is not None or after is not None


def _is_round(amount: Amount) -> bool:
    """Whether a sum is one that limits and prices are told in: 10,000 or 25,000, but not 12,000."""
    digits = "".join(map(str, amount.value.as_tuple().digits)).rstrip("0")
    return len(digits) <= 1 or (len(digits) == len("25") and digits[-1] == "5")


def are_of_other_units(sentence: Sentence, one: Amount, other: Amount) -> bool:
    """Whether two figures are prices of other units, as strokes say: "18.65 cents/lb (13.32 baht/kg)"."""
    units = {per_unit(sentence, one), per_unit(sentence, other)}
    return len(units) > 1 and "" not in units


def _may_be_of_other_units(sentence: Sentence, one: Amount, other: Amount) -> bool:
    """Whether words say so: "174 euros per MWh, or 2,000 dollars per barrel", 每股9港元或3.5美元/ADS;
    some are other words for one unit."""
    units = _unit(sentence, one), _unit(sentence, other)
    return all(units) and units[0] not in units[1] and units[1] not in units[0]


def _is_rate_itself(sentence: Sentence, one: Amount, other: Amount) -> bool:
    """Whether the second is what the rate will be, since the first is the price of something: "with oil at
    $40 a barrel the dollar rate will be 69 roubles"."""
    begin = max(one.end, sentence.start)
    told = sentence.between(("rate",), begin, other.start) and not sentence.in_bracket(other.start)
    priced = bool(_unit(sentence, one)) and not _unit(sentence, other)
    return told and priced and not sentence.between(("of_today",), begin, other.start)


def _is_price_of_one(sentence: Sentence, one: Amount, other: Amount) -> bool:
    """Whether the second alone is told to be the price of one of something, as a security that stands for
    several shares has: "NT$2.15 (or US$0.134 per ADS)"; or a stroke parts what one thing costs in two
    lands."""
    if sentence.text[one.end : other.start].strip() in _STROKES:
        return True
    cue = sentence.last(_PER, other.end, other.end + _BLANKS)
    told = cue is not None and not sentence.text[other.end : cue.start].strip()
    return told and not _unit(sentence, one)


def _are_inner_ends(sentence: Sentence, one: Amount, other: Amount) -> bool:
    """Whether each of two figures stands right beside another one of its money, so that they are the inner
    ends of two ranges, or pairs: 50新元至100新元，约合253元至506元."""
    amounts = sentence.amounts
    n = next((n for n in range(2, len(amounts) - 1) if amounts[n] is other), None)
    if n is None or amounts[n - 1] is not one:
        return False
    first, last = amounts[n - 2], amounts[n + 1]
    if first.currency != one.currency or last.currency != other.currency:
        return False
    return max(sentence.words(first.end, one.start), sentence.words(other.end, last.start)) <= 1


def _is_of_all(sentence: Sentence, one: Amount, other: Amount) -> bool:
    """Whether the second is told to be all that is told, of which the first is the last: "3m zloty and 2m
    zloty, in all $1.2m"."""
    if not sentence.between(("total", "combined"), max(one.end, sentence.start), other.start):
        return False
    return any(each.currency == one.currency and each.end <= one.start for each in sentence.amounts)


def _is_dated_inside(sentence: Sentence, one: Amount, other: Amount) -> bool:
    """Whether a bracket dates its figure, which may be in the money of then: "in 1935 £1,800 ($130,000 in
    2023)"."""
    if not sentence.in_bracket(other.start) or sentence.in_bracket(one.start):
        return False
    stop = _ENDS.search(sentence.text, other.end, sentence.end)
    end = stop.start() if stop is not None else sentence.end
    inside = [each for each in sentence.calendar if other.end <= each.start < end]
    return bool(inside) and any(each not in inside for each in sentence.calendar)


def _is_told_of_another(sentence: Sentence, one: Amount, other: Amount) -> bool:
    """Whether a clause of its own leads up to the second figure, which may be of what that names: "worth
    HK$3bn, earns most in China, amounting to CN¥6bn", "earns most there (CN¥6bn)"."""
    between = sentence.residue(max(one.end, sentence.start), other.start)
    clauses = [count_words(clause) for clause in _CLAUSE.split(between)[1:]]
    return max(clauses, default=0) >= _CLAUSE_OF


def _begins_clause(sentence: Sentence, one: Amount, other: Amount) -> bool:
    """Whether "meaning" leads up to the second figure, and words go on behind it, which may tell of another
    sum: "of the 7bn, meaning some $340m may have been lost"."""
    begin = max(one.end, sentence.start)
    link = sentence.last(("equivalence", "or"), begin, other.start)
    if link is None or not sentence.between(("concludes",), link.start, other.start):
        return False
    stop = _ENDS.search(sentence.text, other.end, sentence.end)
    return len(sentence.text[other.end : stop.start() if stop else sentence.end].split()) >= _GOES_ON


def _is_of_a_lifetime(sentence: Sentence, other: Amount) -> bool:
    """Whether the second is told to be that of a whole life: "£180,000 a year, or $10m over a lifetime"."""
    cue = next(iter(sentence.cues_from(other.end)), None)
    return cue is not None and cue.kind == "lifelong" and not sentence.text[other.end : cue.start].strip()


def _unit(sentence: Sentence, amount: Amount) -> str:
    """The word for what an amount is the price of one of, if one stands right behind it or, of scripts
    without blanks, near before."""
    if stroke := _LETTERS.match(per_unit(sentence, amount)):
        return stroke[0]
    text, bracket = sentence.text, _BRACKET.match(sentence.text, amount.end, sentence.end)
    start = bracket.end() if bracket is not None else amount.end
    cue = sentence.last(_PER, start, start + _BLANKS)
    if cue is not None and not text[start : cue.start].strip():
        words = text[cue.start : min(cue.end + _LONGEST, sentence.end)].split()
        return words[min(1, len(words) - 1)].strip(PUNCTUATION).casefold()
    cue = sentence.last(_PER, max(sentence.start, amount.start - _LONGEST), amount.start)
    if cue is not None and spaceless(text[cue.start]) and _ENDS.search(text, cue.end, amount.start) is None:
        return text[cue.end - 1]  # 股 of 每股
    return ""
