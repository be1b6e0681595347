"""What the words beside a share, a price and a worth say: that the share is one of a firm, that the worth is
that of the whole, that it follows from the price."""

from __future__ import annotations

from ...patterns import regex
from ...reading.mentions import PeriodMention
from .marks import Mark
from .sentence import Sentence
from .whole_nouns import found_in
from .wording import Wording

_YEAR = regex(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)")
_STOP = regex(r"[,;:()–—،、，；：（）؛।。]|\.(?=\s)")
_LEADING, _FOLLOWING = 10, 5  # words between an amount and the word that calls it a worth
_BEHIND = 60  # characters after a clause, in which may stand what a worth includes
_ENTIRE = 6  # words between an amount and the word that says it is that of the whole
_BESIDE = 4  # words between a share and the noun for what it is one of
_VALUES = ("values", "values_after")
_DRAWN = ("this", "the_sum", "equivalence", "equivalence_after", "concludes")


def is_worth(wording: Wording, value: Mark, language: str) -> bool:
    """Whether a word calls an amount what something is worth: one before it, with no other figure between, or
    one behind it in its clause."""
    sentence = wording.sentence
    begin, end, until = _clause(wording, value)
    before = [cue.end for cue in sentence.cues if cue.kind in _VALUES and begin <= cue.start < value.start]
    before += [stop for _, stop in found_in("worth", begin, value.start, sentence, language)]
    led = min(max(before, default=begin), value.start)
    parted = _STOP.search(sentence.text, led, value.start) is not None
    if before and not parted and sentence.words(led, value.start) <= _LEADING:
        return True
    if end == until and "amount" in _names_at(wording, until):
        return False  # "1.2bn, which makes the worth of the whole 5bn": it leads up to the next
    after = [cue.start for cue in sentence.cues if cue.kind in _VALUES and value.end <= cue.start < end]
    after += [start for start, _ in found_in("worth", value.end, end, sentence, language)]
    return bool(after) and sentence.words(value.end, min(after)) <= _FOLLOWING


def tells_worth(sentence: Sentence, language: str) -> bool:
    """Whether a sentence has a word for what something is worth."""
    return sentence.between(_VALUES, *sentence.span) or any(
        True for _ in found_in("worth", *sentence.span, sentence, language)
    )


def tells_deal(sentence: Sentence, language: str) -> bool:
    """Whether a sentence has a word for a share of a firm, or for a deal."""
    found = (found_in(kind, *sentence.span, sentence, language) for kind in ("stake", "deal"))
    return any(True for each in found for _ in each)


def is_of_stake(wording: Wording, share: Mark, language: str) -> bool:
    """Whether a word for what is sold of a firm stands beside a share."""
    sentence = wording.sentence
    found = found_in("stake", *sentence.span, sentence, language)
    gaps = (sorted((min(share.end, end), max(share.start, start))) for start, end in found)
    return any(sentence.words(*gap) <= _BESIDE for gap in gaps)


def is_price(wording: Wording, price: Mark, language: str) -> bool:
    """Whether the sentence of an amount, that tells no share, speaks of a price, a deal, what is paid."""
    sentence = wording.sentence
    told = "priced" in price.names or sentence.between(("outlay", "price", "spends"), *sentence.span)
    return told or any(any(found_in(kind, *sentence.span, sentence, language)) for kind in ("stake", "deal"))


def follows_from_price(wording: Wording, value: Mark, language: str) -> bool:
    """Whether a word says of a worth that it is that of the whole, or that it is drawn from the price."""
    begin, end, _ = _clause(wording, value)
    sentence = wording.sentence
    drawn = any(cue.kind in _DRAWN and begin <= cue.start < end for cue in sentence.cues)
    drawn = drawn or any(found_in("deal", begin, end, sentence, language))
    entire = found_in("entire", begin, end, sentence, language)
    return drawn or any(
        sentence.words(min(stop, value.end), max(start, value.start)) <= _ENTIRE for start, stop in entire
    )


def is_of_other_worth(wording: Wording, value: Mark, language: str) -> bool:
    """Whether a worth is that of another time, or is told to be one with debts, or before the price is paid
    in."""
    sentence = wording.sentence
    begin, end, _ = _clause(wording, value)
    if any(found_in("indebted", begin, min(end + _BEHIND, sentence.end), sentence, language)):
        return True
    beside = [m.figure for m in wording.beginning(begin, end) if isinstance(m.figure, PeriodMention)]
    dated = any(figure.start < value.start or figure.direction == "past" for figure in beside)
    years = (sentence.text[begin : value.start], sentence.text[value.end : end])
    return dated or any(map(_YEAR.search, years))


def measures_more(wording: Wording, language: str) -> bool:
    """Whether a sentence speaks of sales, a profit, a debt, and not by a word for the deal: "the sale"."""
    sentence = wording.sentence
    if not wording.measures:
        return False
    deals = [at for kind in ("deal", "worth") for at in found_in(kind, *sentence.span, sentence, language)]
    measures = [cue for cue in sentence.cues if cue.kind == "measure"]
    return any(not any(start < cue.end and end > cue.start for start, end in deals) for cue in measures)


def _clause(wording: Wording, value: Mark) -> tuple[int, int, int]:
    """From the figure before an amount, or where its sentence begins, to the stop after it or, if none comes
    first, the next figure; and where that stands."""
    sentence = wording.sentence
    figures = [mark for mark in wording.marks if mark.figure is not None]
    figures = [mark for mark in figures if not isinstance(mark.figure, PeriodMention)]
    begin = max((mark.end for mark in figures if mark.end <= value.start), default=sentence.start)
    until = min((mark.start for mark in figures if mark.start >= value.end), default=sentence.end)
    stop = _STOP.search(sentence.text, value.end, until)
    return begin, stop.start() if stop is not None else until, until


def _names_at(wording: Wording, start: int) -> set[str]:
    return {name for mark in wording.following(start) if mark.start == start for name in mark.names}
