"""Whether the words between two amounts say that they are the same money: "or", "that is", a bracket."""

from __future__ import annotations

from decimal import Decimal

from ...money.money import EXACT
from ...patterns import regex
from ...reading.mentions import Amount, Cue
from ..grammar.sentence import PUNCTUATION, WAYS, Sentence, count_words
from ..verdicts.verdict import distance
from .brackets import PARTING, says_again

_DASHES = ("-", "–", "—", "/", "=", "≈", "~")
_IN_TABLE, _CODE = regex(r"[A-Z€$£¥₽₴₺]\s*[-–—:=]\s*\Z"), 8  # characters
_WORDS_BEFORE_EQUAL = 2  # and "equivalent to", where no comma stands before that
_THAI_BLANK = regex(r"[\u0e00-\u0e7f]\s+\Z")  # which parts clauses as commas do elsewhere
_MORE = frozenset((*WAYS, "exceeds", "below"))
_FAR = 300  # characters between two figures of one thought
_PAIR = 2  # figures of a sentence that says no more than that they are one
_ARTICLE = 1  # word
_ROUNDED = Decimal("0.005")  # by which the product of a rate and its inverse may miss one
_MARK, _DONE = 5, " 了出"  # characters from a word for more to the figure, and what may stand between


def are_equated(sentence: Sentence, one: Amount, other: Amount) -> bool:
    """Whether the words between two amounts say that they are the same money."""
    if one.end > other.start or one.end < sentence.start:
        return True  # taken up from an earlier sentence
    if other.start - one.end > _FAR:
        return False
    if is_difference(sentence, other):
        return False
    if all(sentence.between((each,), one.end, other.start) for each in ("and", "respectively")):
        return False  # "39 de milioane de dolari și, respectiv, 3,5 milioane de euro"
    if sentence.in_bracket(one.start) and _is_told_inside(sentence, one, other):
        return False
    cue = sentence.leads("equivalence", one.end, other.start)
    if cue is not None and has_worth(sentence, cue) and sentence.between(("makes",), one.end, cue.start):
        return False  # "worth $8bn, behind the Smiths, who are worth C$24bn"
    if cue is not None and _is_of_both(sentence, one, cue):
        return False
    if _told(sentence, one, cue, _WORDS_BEFORE_EQUAL) and not moves_on(sentence, one, cue, other):
        return True
    if _told(sentence, one, sentence.leads("or", one.end, other.start), 0):
        return True
    if _is_converted(sentence, one, other):
        return True
    opened = max(sentence.text.rfind(char, one.end, other.start) for char in "(（")
    if opened >= 0:
        return says_again(sentence, one, other, opened)
    between = sentence.residue(one.end, other.start)
    if sentence.in_bracket(other.start):  # the second of "(€4bn; £3bn)", but not of "(€4bn and £3bn)"
        parting = ("and", "from", "old", "new")  # "(corrected to 8bn pounds from $8m)"
        return not between.strip(PUNCTUATION) and not sentence.between(parting, one.end, other.start)
    bare = between.strip()
    if bare in _DASHES and _IN_TABLE.search(sentence.text, max(sentence.start, one.start - _CODE), one.start):
        return False  # "USD — 17.47 EUR — 20.19": each figure is of the sign before it
    if sentence.between(WAYS, one.end, other.start):
        return False  # "US$1.6bn, a rise of about RMB 300m"
    return bare in _DASHES or (bare == "," and other.bound == "about")  # "15 trillion yen, about $100bn"


def _is_told_inside(sentence: Sentence, one: Amount, other: Amount) -> bool:
    """Whether the words that would equate two amounts stand in the bracket that ends after the first: "600
    reais (111 dollars at today's rate), which may rise to 1,200 reais"."""
    between = sentence.text[one.end : other.start].replace("）", ")")
    close = one.end + between.find(")")
    cue = sentence.last(("equivalence", "or"), one.end, other.start)
    return close > one.end and cue is not None and cue.end <= close


def _is_converted(sentence: Sentence, one: Amount, other: Amount) -> bool:
    """Whether a sentence begins with a word that equates, and says no more than that one amount is the
    other: "Umgerechnet sind die 1,8 Milliarden Euro rund 2 Milliarden Dollar"."""
    cue = next(iter(sentence.cues_from(sentence.start)), None)
    if cue is None or cue.kind != "equivalence" or len(sentence.amounts) != _PAIR or cue.end > one.start:
        return False
    few = not sentence.words(sentence.start, cue.start) and sentence.words(cue.end, one.start) <= _ARTICLE
    parted = any(char in PARTING for char in sentence.text[one.end : other.start])
    return few and not parted and sentence.empty(one.end, other.start)


def is_difference(sentence: Sentence, amount: Amount) -> bool:
    """Whether an amount is what something has more or less: "£3m, about $2m less than before",
    比中国还多了1.5万亿."""
    before = sentence.last(("exceeds_after",), max(sentence.start, amount.start - _MARK), amount.start)
    if before is not None and not sentence.text[before.end : amount.start].strip(_DONE):
        return True
    cue = next(iter(sentence.cues_from(amount.end)), None)
    between = sentence.text[amount.end : cue.start] if cue is not None else ""
    return cue is not None and cue.kind in _MORE and not between.strip(" ")


def moves_on(sentence: Sentence, one: Amount, cue: Cue | None, other: Amount) -> bool:
    """Whether another figure or thought begins between two amounts: "5m lira and the 20m note, worth $15",
    "9bn euros, worth $10bn, and a C$8bn bond"."""
    end = cue.end if cue is not None else other.start
    if cue is not None and sentence.between(("contrast",), one.end, cue.start):
        return True  # "$55 would have paid the bill, but she gave a tip: some 4,500 euros"
    if cue is not None and sentence.between(("and",), end, other.start):
        return True
    if sentence.between((*WAYS, "new", "old"), end, other.start):
        return True
    last = sentence.last(("and",), one.end, end)
    return last is not None and any(char.isdecimal() for char in sentence.text[last.end : end])


def _told(sentence: Sentence, one: Amount, cue: Cue | None, most: int) -> bool:
    """Whether a cue takes up an amount, with few words between or after a comma ("…, a sum equivalent
    to")."""
    if cue is None:
        return False
    between = sentence.text[one.end : cue.start]
    parted = len(between) if _THAI_BLANK.search(between) else max(map(between.rfind, PARTING)) + 1
    return sentence.words(one.end + parted, cue.start) <= (max(most, _WORDS_BEFORE_EQUAL) if parted else most)


def _is_of_both(sentence: Sentence, one: Amount, cue: Cue) -> bool:
    """Whether what follows is the total of two sums: "4.6tn won now and 1.3tn won next year, worth $5bn in
    total"."""
    after = sentence.following(one)
    if after is None or cue.start > after.start or not sentence.between(("and",), sentence.start, one.start):
        return False
    total = next((cue for cue in sentence.cues_from(after.end) if cue.kind == "total"), None)
    return total is not None and not sentence.words(after.end, total.start)


def are_inverse(one: Amount, other: Amount) -> bool:
    """Whether two figures are what a unit of either currency is worth in the other: "C$1.4310 to the
    greenback, or 69.88 U.S. cents"."""
    product = EXACT.multiply(one.value, other.value)
    return one.unit < 1 and other.unit < 1 and distance(product, Decimal(1)) <= _ROUNDED


def has_worth(sentence: Sentence, cue: Cue) -> bool:
    """Whether a cue may tell what another thing costs than the sum before it."""
    return sentence.between(("worth",), cue.start, cue.end)


def is_clause_of_another(sentence: Sentence, stated: Amount) -> bool:
    """Whether a clause may tell of what it is set behind, and of no sum before: "The loans, which were 3bn
    euros at current rates, are repaid"."""
    led = sentence.text[sentence.start : stated.start]
    parted = any(char in PARTING and count_words(led[:at]) > 1 for at, char in enumerate(led))
    return parted and not sentence.between(("rate", "this", "the_sum"), sentence.start, stated.start)
