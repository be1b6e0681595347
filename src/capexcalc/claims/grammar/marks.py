"""A sentence as constructions see it: its figures and cues in a row, and what stands between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Set
from dataclasses import dataclass, field, replace
from itertools import product

from ...patterns import regex
from ...reading.mentions import Amount, Count, Cue, PeriodMention, Proportion
from ...reading.tokens import spaceless
from ..claim import YEAR, length
from .other_times import is_in, other_times
from .sentence import ABOUT, WAYS, Sentence, count_words

Figure = Amount | Proportion | PeriodMention | Count

# No construction reaches across these: another figure, a change that is told, a word that begins another
# thought.
BARRIERS = frozenset(
    ("amount", "range", "share", "its_share", "change", "times", "level", "pace", "increase", "decrease",
     "and", "or", "equivalence", "contrast")
)  # fmt: skip
# Punctuation that tells thoughts apart, as constructions name it: a dash is a comma, and that of a date is
# none.
_STOPS = {
    char: stop
    for stop, chars in ((",", ",，、،–—-"), ("(", "(（[【"), (")", ")）]】"), (";", ";；؛"), (":", ":："))
    for char in chars
} | dict.fromkeys("*•·▪", ";")  # a bullet, as lists run into one line have it
_DASHES = ("—", "–")
_A_WORD = 1  # after a comma: "es, por tanto, del 12 %"
_CONNECTIVES = frozenset(("or", "equivalence"))
_CLOSING = frozenset(",;:.!?…()，、；：。！？（）،؛؟।")
_STOP = regex(r"[,，、،](?!\s?(?:19|20)\d\d\b)|[–—(（\[【)）\]】;；؛:：]|(?<=\s)(?:--?|[*•·▪])(?=\s)")

# What is glued to a figure and is no word of its own.
_ENDING = regex(r"['’:-]?([^\W\d_]+)")
_PER = regex(r"\s?[/／]\s?([^\W\d_](?:[^\s,;()（）]*[^\s,;()（）.])?)")

_INFLECTED = 4  # letters that may end a verb of a script without blanks
_UNIT = regex(r"\s([^\W\d_]{3,})")

_PLANS = frozenset(("this", "part_of"))  # "the budget", "of the budget"
UNITS = frozenset(("per_year", "per_quarter", "per_month", "per_week", "per_day"))
OF_ONE = UNITS | {"each"}


@dataclass(slots=True)
class Mark:
    """A figure or a cue under all the ``names`` it may go by; the first mark is where the sentence begins.

    ``words`` and ``stops`` stand between it and the mark before: how many words, and the punctuation, as
    one of ``, ( ) ; :`` each; ``after`` are the words after the last of that; ``closed`` says that
    punctuation follows. ``others`` are the same money in other currencies, ``falls`` is of a change
    downwards.
    """

    names: set[str]
    start: int
    end: int
    figure: Figure | None = None
    words: int = 0
    stops: str = ""
    after: int = 0
    closed: bool = False
    others: list[Amount] = field(default_factory=list)
    falls: bool = False

    @property
    def bars(self) -> bool:
        return not BARRIERS.isdisjoint(self.names) and self.names.isdisjoint(("makes", "average"))


def lay_out(sentence: Sentence, *, goes_on: bool) -> list[Mark]:
    """The marks of a sentence in text order, under the names that the lexicon gives them; the first says
    whether it may go on about the sums of earlier ones."""
    marks = [Mark({"start", "topic"} if goes_on else {"start"}, sentence.start, sentence.start)]
    end = sentence.start
    for mark in _merged(_figures(sentence), _cues(sentence)):
        if mark.start < end:  # a case ending that is a cue: "eurodan", "from euros"
            if mark.end < end or mark.figure is not None or "or" in mark.names:
                continue  # Romanian "două ori" is "twice", "ori" is "or"
            mark.start = mark.end
        between = sentence.text[end : mark.start]
        mark.words, mark.stops, mark.after = gap(between)
        if mark.figure is not None and between.strip() in _DASHES and not marks[-1].names.isdisjoint(WAYS):
            mark.stops = ""  # "рост — 25%": the rise is one of 25 %
        if between and between[-1].isalpha() and not spaceless(between[-1]):  # a prefix glued to it
            mark.words, mark.after = mark.words - 1, mark.after - 1
        elif mark.words and marks[-1].figure is not None and _is_ending(between):
            mark.words -= 1
            mark.after -= not mark.stops
        connected = _connect(marks[-1], mark)
        mark.words += "count" in mark.names  # a number of things is a word among others
        mark.closed = mark.end >= sentence.end or is_closed(sentence.text[mark.end : mark.end + 2])
        mark.closed = mark.closed or (
            isinstance(mark.figure, Proportion) and _ends_in_verb(sentence, mark.end)
        )
        if mark.names == {"and"} and "start" in marks[-1].names and not mark.words:
            connected = True  # "And that is 50 % more"
        if not connected:
            marks.append(mark)
        end = mark.end
    return marks


def is_closed(after: str) -> bool:
    """Whether punctuation, or nothing, follows a mark."""
    following = after[:2].lstrip()[:1]
    return not following or following in _CLOSING


def _ends_in_verb(sentence: Sentence, at: int) -> bool:
    """Whether nothing but a verb that says that money is spent ends a clause, where verbs stand last: "3 अरब
    यानी 25 प्रतिशत मिलेंगे।"."""
    verb = next(sentence.cues_from(at), None)
    if verb is None or verb.kind not in ("spends", "spending"):
        return False
    between = sentence.text[at : verb.start]
    if between.strip() and not _ENDING.fullmatch(between.rstrip()):
        return False
    end = verb.end
    if spaceless(sentence.text[end - 1]):  # 充て is found in 充てる
        ending = _ENDING.match(sentence.text, end, min(sentence.end, end + _INFLECTED))
        end = ending.end() if ending is not None else end
    return end >= sentence.end or is_closed(sentence.text[end : end + 2])


def _is_ending(between: str) -> bool:
    """Whether what follows a figure begins with an ending glued to it: 20%인, "15'i", "24:ää"."""
    ending = _ENDING.match(between)
    return ending is not None and count_words(ending[1]) == 1


def _connect(last: Mark, mark: Mark) -> bool:
    """Let a comma after a connective part nothing ("that is, 2bn"), and make one of two side by side ("or
    that is", "das sind im Schnitt"); whether it did that."""
    if "equivalence" in last.names and mark.stops == "," and mark.after == mark.words:
        mark.stops = ""
    between = (last.stops, mark.stops) == (",", ",") and not last.words
    if last.names == {"this"} and between and mark.after <= _A_WORD:
        last.stops = mark.stops = ""  # "the rise, then, is 12 %"
    apart = mark.words or mark.stops or mark.figure is not None
    if not apart and last.names == {"and"} and not mark.names.isdisjoint(("previous", "old")):
        last.names, last.end = mark.names, mark.end  # 与上一期计划相比: "with" is "and" as well
        return True
    if not apart and "equivalence" in mark.names and not last.names.isdisjoint(WAYS):
        mark.names = mark.names - {"equivalence"} | {"this"}  # "schrumpft also um acht Prozent"
    if not apart and "makes" in last.names and "equivalence" in mark.names:
        pass  # "was worth"
    elif apart or _CONNECTIVES.isdisjoint(last.names) or _CONNECTIVES.isdisjoint(mark.names):
        return False
    last.names |= mark.names
    last.end = mark.end
    return True


def join_ranges(sentence: Sentence, marks: list[Mark]) -> list[Mark]:
    """The marks with the two ends of a range as one, ``others`` of which is the upper; "from 2bn to 3bn"
    after a word for a change is none."""
    joined = marks[:1]
    for mark in marks[1:]:
        low, high = joined[-1], mark.figure
        if not _begins_range(low) or not isinstance(high, Amount):
            joined.append(mark)
            continue
        spoken = any(char.isalpha() for char in sentence.text[low.end : mark.start])
        led = not joined[-2].names.isdisjoint(("from", "old")) and not low.words
        if spoken and led:
            joined.append(mark)
        else:
            joined[-1] = replace(low, names={"range"}, end=mark.end, closed=mark.closed, others=[high])
    return joined


def _begins_range(mark: Mark) -> bool:
    amount = mark.figure if "amount" in mark.names else None
    return isinstance(amount, Amount) and amount.bound == "range_low"


def gap(between: str) -> tuple[int, str, int]:
    """Of the text between two marks: how many words it has, its punctuation, how many words stand after
    that."""
    if not between or between.isspace():
        return 0, "", 0
    stops, last = [], 0
    for match in _STOP.finditer(between):
        stops.append(_STOPS[match[0].strip()[0]])
        last = match.end()
    words = count_words(between)
    return words, "".join(stops), count_words(between[last:]) if stops else words


def _figures(sentence: Sentence) -> list[Mark]:
    told = {cue.start for cue in sentence.cues if cue.kind in OF_ONE}  # "/năm"
    dated = list(other_times(sentence))
    marks = [Mark({"amount"}, a.start, a.end, a) for a in sentence.amounts]
    for mark, amount in zip(marks, sentence.amounts, strict=True):
        mark.names |= {"each"} if _is_of_one(sentence, amount, told) else set()
        mark.names |= {"dated"} if is_in(dated, mark.start) else set()
    marks += [Mark({p.kind}, p.start, p.end, p) for p in sentence.proportions]
    marks += [Mark({"count"}, c.start, c.end, c) for c in sentence.counts]
    spans = {p.id for p in sentence.spans}
    for period in sentence.periods:
        names = {"period"} | ({"span"} if period.id in spans else set())
        if period.direction == "past" and length(period):
            names |= {"past", "stretch"} if length(period) > YEAR else {"past"}
        marks.append(Mark(names, period.start, period.end, period))
    return sorted(marks, key=_start)


def _is_of_one(sentence: Sentence, amount: Amount, told: Set[int]) -> bool:
    """Whether an amount is the price of one of something that a stroke names, or its number is told to be of
    each, by its ending in Turkish, and by saying it twice in Hindi: "25'er bin lira", दो-दो लाख रुपये."""
    number = amount.text.split(maxsplit=1)[0]
    twice = sentence.text.endswith(f"{number}-", sentence.start, amount.start)
    if sentence.between(("each",), amount.start, amount.end - 1):
        return True
    return twice or bool(amount.end not in told and per_unit(sentence, amount))


def per_unit(sentence: Sentence, amount: Amount) -> str:
    """What an amount is the price of one of, where a stroke says so: the "kg" of "5 baht/kg"."""
    found = _PER.match(sentence.text, amount.end, sentence.end)
    return found[1].casefold() if found else ""


def _cues(sentence: Sentence) -> list[Mark]:
    """The cues, those of one word as one mark; "up" in "start-up" is none, and "sales" relates nothing."""
    marks: list[Mark] = []
    text = sentence.text
    for cue in sentence.cues:
        if cue.kind == "per_one" and (end := _end_of_unit(sentence, cue)):
            marks.append(Mark({"each"}, cue.start, end))
        if cue.kind in ABOUT:
            continue
        if cue.kind in WAYS and text[cue.start - 1 : cue.start] == "-" and text[cue.start - 2].isalpha():
            continue
        if marks and marks[-1].start == cue.start:
            marks[-1].names.add(cue.kind)
        else:
            marks.append(Mark({cue.kind}, cue.start, cue.end))
    bygone = [cue for cue in sentence.cues if cue.kind == "bygone"]
    return _with_plans_before(sentence, marks, bygone) if bygone else marks


def _end_of_unit(sentence: Sentence, per: Cue) -> int | None:
    """Where the name of what an amount is the price of one of ends, after a "per" beside the amount: "5m per
    ferry", but not "5m per June"."""
    unit = _UNIT.match(sentence.text, per.end, sentence.end)
    n = bisect_left(sentence.amounts, per.start, key=_begin)
    if unit is None or not n or not 0 <= per.start - sentence.amounts[n - 1].end <= 1:
        return None
    cue = next(iter(sentence.cues_from(unit.start(1))), None)
    k = bisect_left(sentence.periods, unit.start(1), key=_begin)
    others = (cue, *sentence.periods[k : k + 1])
    known = any(each is not None and each.start == unit.start(1) for each in others)
    return None if known else unit.end()


def _with_plans_before(sentence: Sentence, marks: list[Mark], bygone: list[Cue]) -> list[Mark]:
    """The cues, with a word for a plan and one beside it for what was before, that is no part of a date, as
    one: "the outgoing plan"."""
    dated = {at for period in sentence.periods for at in range(period.start, period.end)}
    plans = [(cue.start, cue.end) for cue in sentence.cues if cue.kind == "plan"]
    plans += [(mark.start, mark.end) for mark in marks if not mark.names.isdisjoint(_PLANS)]
    before, after = {end: start for start, end in plans}, dict(plans)
    text, found = sentence.text, []
    for cue in bygone:
        if cue.start in dated:
            continue
        left = cue.start - (text[cue.start - 1 : cue.start] == " ")
        right = cue.end + (text[cue.end : cue.end + 1] == " ")
        if left in before or right in after:
            found.append(Mark({"previous"}, before.get(left, cue.start), after.get(right, cue.end)))
    told = {at for mark in found for at in range(mark.start, mark.end)}
    return sorted((*(mark for mark in marks if mark.start not in told), *found), key=_start)


def _merged(figures: list[Mark], cues: list[Mark]) -> Iterator[Mark]:
    """Both in text order, a figure before the cues in it."""
    starts = [mark.start for mark in figures]
    at = 0
    for cue in cues:
        n = bisect_left(starts, cue.start + 1)
        yield from figures[at:n]
        at = max(at, n)
        yield cue
    yield from figures[at:]


def _start(mark: Mark) -> int:
    return mark.start


def _begin(figure: Amount | PeriodMention) -> int:
    return figure.start


def amounts_of(mark: Mark) -> list[Amount]:
    """An amount and the same money in other currencies."""
    return [amount for amount in (mark.figure, *mark.others) if isinstance(amount, Amount)]


def in_one_currency(one: Mark, other: Mark) -> tuple[Amount, Amount] | None:
    """Two amounts as they stand in one currency, if the text gives them in one."""
    pairs = product(amounts_of(one), amounts_of(other))
    return next((pair for pair in pairs if pair[0].currency == pair[1].currency), None)
