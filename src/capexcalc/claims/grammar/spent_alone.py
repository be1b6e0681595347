"""Whether a sentence tells nothing of a year's or a month's money but that it is spent: then it can hardly be
that of another thing than the sum spoken of."""

from __future__ import annotations

from collections.abc import Set

from ...patterns import regex
from ...reading.tokens import spaceless
from .marks import UNITS, Mark
from .over_time_words import Places
from .sentence import ABOUT, count_words
from .wording import Wording

_SPENT = frozenset(("spending", "makes", "this", "equivalence_after"))
_MEAN = frozenset(("average", "equivalence"))
_PASSED = frozenset(("spends", "says", "mean", "concludes", "we"))
_QUOTES = frozenset("»”“\"'’」』")
_WORD = regex(r"\w+")
_COLON, _COMMA = regex(r"[;:；：](?!\d)|[«„“‘「『]|(?<!\S)[\"']"), regex(r"[,，、،](?!\d)")
_PARTICLE = 2  # letters of a script without blanks
_HEAD = 5  # letters that the forms of a word share
_NEAREST = 3  # marks beside a figure
_ADVERBS = 1  # words before a verb that says no more than that money is spent
_LITTLE = 2  # words: "each year will see 36m"


def said_from(wording: Wording, mark: Mark) -> int:
    """Where the clause that tells a figure begins: after a colon or an opening quotation mark, and after who
    says so, be that told at its begin ("The minister said that", "According to the minister,") or, where the
    sentence ends in a verb for it, before a comma."""
    sentence = wording.sentence
    stop = max((each.end() for each in _COLON.finditer(sentence.text, sentence.start, mark.start)), default=0)
    said = sentence.last(("says",), sentence.start, mark.start)
    begins = max(sentence.start, stop, said.end if said is not None else 0)
    if said is not None and said.end > stop:
        comma = _COMMA.search(sentence.text, said.end, mark.start)
        return comma.end() if comma is not None else begins
    last = sentence.last(("says",), mark.end, sentence.end)
    if (
        begins == sentence.start
        and last is not None
        and not count_words(sentence.text[last.end : sentence.end])
    ):
        comma = _COMMA.search(sentence.text, sentence.start, mark.start)
        return comma.end() if comma is not None else begins
    return begins


def is_all(wording: Wording, mark: Mark, known: Set[str], paid: Places = ()) -> bool:
    """Whether nothing is told of what the money of a year is for but that it is spent: not "each year 80m
    euros are spent on schools"."""
    before, after = wording.preceding(mark.start)[-1:], wording.following(mark.end)
    if not mark.words and any(not each.names.isdisjoint(_MEAN) for each in before):
        return True
    taken = bool(after) and "taken" in after[0].names and not after[0].stops
    taken = taken and not others(wording, mark.end, after[0].start, known, paid)  # "60m will be paid a year"
    last = after[0] if taken else mark
    for each in wording.following(last.end, _NEAREST):
        if each.words > _ADVERBS or each.stops or each.names.isdisjoint(_SPENT | {"taken", "article"}):
            break
        if "equivalence_after" in each.names:
            return True
        last = each
    after = wording.following(last.end)
    if "makes" in last.names and after and "and" in after[0].names and not (after[0].words or after[0].stops):
        return True  # where verbs stand last: "2 अरब रहेगा और"
    sentence = wording.sentence
    stop = _COLON.search(sentence.text, last.end, sentence.end)
    end = stop.start() if stop is not None else sentence.end
    spent = sentence.last(("spends",), last.end, end) is not None
    spent = spent or any(last.end <= start < end for start, _ in paid)
    if spent and not others(wording, last.end, end, frozenset(), paid):
        clause = max(
            (m.start for m in wording.marks if m.start < last.start and "and" in m.names), default=None
        )
        begun = clause is not None and not others(wording, clause, last.start, known, paid)
        return begun or others(wording, said_from(wording, mark), last.start, known, paid) <= _ADVERBS
    return last.closed or wording.sentence.text[last.end : last.end + 1] in _QUOTES


def is_first(wording: Wording, mark: Mark, known: Set[str], paid: Places = ()) -> bool:
    """Whether a sentence begins with "each year", or month, and little stands between that and the money but
    words ``known`` from the sum."""
    between = [*wording.beginning(wording.sentence.start, mark.start)[1:], mark]
    if between[0] is mark and (mark.stops or mark.words > _ADVERBS):
        return False  # "schools get 150m a year", "for wages, 150m a year"
    if between[0].names.isdisjoint(mark.names & UNITS):
        return False
    makes = [each.words for each in between[1:] if "makes" in each.names]
    before = count_words(wording.sentence.text[said_from(wording, mark) : between[0].start])
    if makes and max(before, *makes) > _ADVERBS:
        return False  # "the clinic's annual budget is 21m", "le budget annuel de la clinique est de 21m"
    if sum(each.words for each in between) <= _LITTLE:
        return True
    led = not between[0].words
    return led and others(wording, wording.sentence.start, mark.start, known, paid) <= _ADVERBS


def says_no_more(wording: Wording, mark: Mark, known: Set[str], paid: Places = ()) -> bool:
    """Whether a sentence says nothing but that the money of a year is spent, by whom that of the sum names:
    "The port spends 60m a year", and who says so: "He said: 60m will be spent a year"."""
    sentence = wording.sentence
    if not (wording.spends or "spending" in wording.places or paid):
        return False
    said = sentence.leads("says", sentence.start, mark.start)
    begins = said.end if said is not None else sentence.start
    return not others(wording, begins, sentence.end, known, paid)


def others(wording: Wording, start: int, end: int, known: Set[str], paid: Places = ()) -> int:
    """How many words between two offsets are neither figures, nor cues, nor ``known`` or forms of such, nor
    at ``paid`` places."""
    sentence = wording.sentence
    told = [(cue.start, cue.end) for cue in sentence.cues if cue.kind in _PASSED or cue.kind not in ABOUT]
    told += [(amount.start, amount.end) for amount in sentence.amounts]
    told += [(period.start, period.end) for period in sentence.periods]
    told += paid
    places = {at for each in told for at in range(*each)}
    words = (word for word in _WORD.finditer(sentence.text, start, end) if word.start() not in places)
    heads = {each[:_HEAD] for each in known if len(each) >= _HEAD}
    told_of = (word[0].casefold() for word in words)
    named = (word for word in told_of if len(word) > _PARTICLE or not spaceless(word[0]))
    return sum(word not in known and word[:_HEAD] not in heads for word in named)
