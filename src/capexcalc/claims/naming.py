"""What the words beside a figure make of it: names for the marks of a sentence.

An amount is ``old`` after "compared with" and before "a year earlier", ``per_year`` beside "a year", a
percentage a ``change`` beside "up". Each rule is a walk over a few words to either side.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ..reading.mentions import PeriodMention, Proportion
from .claim import length
from .marks import Mark
from .sentence import PUNCTUATION, WAYS, Sentence

UNITS = frozenset(("per_year", "per_month", "per_week", "per_day"))
OF_ONE = UNITS | {"each"}
_UNIT = (
    2  # between an amount and its unit of time, either way: "2bn in aid a year", "an annual budget of 2bn"
)
_AHEAD, _BEHIND = 5, 2  # between a percentage and the word before or after it that says up or down
_VERB_LAST = 6  # where the word comes after the amounts: "um 12 Prozent auf 2,3 Milliarden Euro gestiegen"
_PACE = 3  # between a percentage and "growth rate"
_LEADING = 4  # between a word like "compared with" and its amount: "with a net profit of"
_TRAILING = 2  # between an amount and what dates it: "2.0bn in the year before"
_BEHIND_AMOUNT = 2  # between an amount and "expected", "in the last plan"
_SHARES = frozenset(("share", "its_share"))
_YEAR, _TO_YEAR_AGO = 12, 8  # months of "a year ago", and characters between an amount and it
_FURTHEST = 12  # marks that a walk takes in at most
_ANEW = frozenset(("and", "or", *WAYS))  # begins another thought


Walk = Iterator[tuple[int, int]]


def name_units(marks: list[Mark]) -> None:
    """Name the amounts that are the money of one year, month, week, day, share, head."""
    for i in _amounts(marks):
        _name_unit(marks, i)


def name(sentence: Sentence, marks: list[Mark]) -> list[Mark]:
    """The marks with the names their neighbours give them."""
    name_units(marks)  # again, since "a year" may stand after what only repeats an amount
    for i, mark in enumerate(marks):
        if isinstance(mark.figure, Proportion):
            _name_proportion(sentence, marks, i, mark.figure)
    for i, mark in enumerate(marks[:-1]):
        if not mark.after and not mark.names.isdisjoint(WAYS) and _leads_to_base(marks[i + 1]):
            mark.names = mark.names - set(WAYS) | {"moved"}  # ", up from" tells no other change
        elif not mark.names.isdisjoint(WAYS) and not _tells_change(marks, i):
            mark.names = mark.names - set(WAYS) | {"idle"}
    for i in _amounts(marks):
        _name_time(sentence, marks, i)
    return marks


def _amounts(marks: list[Mark]) -> Iterator[int]:
    return (i for i, mark in enumerate(marks) if "amount" in mark.names)


def _back(marks: list[Mark], i: int, most: int) -> Walk:
    """The marks before one, nearest first, each with the words in between, as far as a thought goes back."""
    words = 0
    for k in range(i - 1, max(0, i - 1 - _FURTHEST), -1):
        words += marks[k + 1].words
        if words > most or marks[k + 1].stops:
            return
        yield k, words


def _on(marks: list[Mark], i: int, most: int) -> Walk:
    """The marks after one, nearest first, each with the words in between, as far as a thought goes on."""
    words = 0
    for k in range(i + 1, min(len(marks), i + 1 + _FURTHEST)):
        words += marks[k].words
        if words > most or marks[k].stops:
            return
        yield k, words


def _name_unit(marks: list[Mark], i: int) -> None:
    """ "A year" or "a share" beside an amount. What follows one amount does not lead up to the next."""
    names = marks[i].names
    if not names.isdisjoint(OF_ONE):
        return
    for k, _ in _on(marks, i, _UNIT):
        verb = "makes" in marks[k].names and not marks[k].closed  # Swedish "var" is "was" and "each"
        if units := marks[k].names & (UNITS if verb else OF_ONE):
            names |= units
            marks[k].names.add("taken")
            return
        if "makes" not in marks[k].names:
            break  # but "2bn will be spent a year"
    if marks[i].stops == "," and not marks[i].words and "taken" not in marks[i - 1].names:
        names |= marks[i - 1].names & UNITS  # "each year, 2bn"
    for k, _ in _back(marks, i, _UNIT):
        units = marks[k].names & UNITS
        if "each_before" in marks[k].names and not marks[k + 1].words:
            units = {"each"}  # "po 3 tys. zł", "fejenként 200 ezer forint"
        if units and "taken" not in marks[k].names:
            names |= units
            return
        if marks[k].figure is not None or not _ANEW.isdisjoint(marks[k].names):
            return


def _name_proportion(sentence: Sentence, marks: list[Mark], i: int, proportion: Proportion) -> None:
    """Whether a proportion is a change, a share, a level ("to 12 %") or a pace ("12 % a year")."""
    mark = marks[i]
    if proportion.kind == "times":
        mark.names.add("change")
        beside = [
            k for k, words in (*islice(_back(marks, i, 0), 1), *islice(_on(marks, i, 0), 1)) if not words
        ]
        mark.falls = any("decrease" in marks[k].names for k in beside)
        for k in beside:
            if not marks[k].names.isdisjoint(WAYS):
                marks[k].names = marks[k].names - set(WAYS) | {"way"}
        return
    before = next(_back(marks, i, 0), None)
    led = marks[before[0]].names if before else set()
    if not led.isdisjoint(("old", "new")) and "old_after" not in led:
        mark.names = {"level"}
        return
    measures = _is_measure(marks, i)
    for k, words in _on(marks, i, _PACE):
        if "pace" in marks[k].names or ("per_year" in marks[k].names and k == i + 1 and not words):
            mark.names = {"pace"}
            return
    way = _way(marks, i, may_be_time=proportion.may_be_time and not measures)
    if way is None and measures:
        mark.names = {"change", "rise", "wayless"}
        return
    if way is None:
        if proportion.may_be_time and not _is_fraction(sentence, marks, i):
            mark.names = {"period"}
        elif _is_of_topic(marks, i):
            mark.names = {"its_share"}
        return
    names = marks[way].names
    mark.names = {"change", "rise", "named"} if way > i else {"change", "rise", "told"}
    mark.falls = "decrease" in names or "below" in names
    marks[way].names = names - set(WAYS) | {"way"}
    _absorb_verb(marks, max(i, way), "decrease" if mark.falls else "increase")


def _is_measure(marks: list[Mark], i: int) -> bool:
    """Whether a word or an ending beside a proportion says that something changed by it: "o 12 proc.",
    "12 százalékkal"."""
    mark, following = marks[i], marks[i + 1] if i + 1 < len(marks) else None
    led = "by" in marks[i - 1].names and not mark.words and not mark.stops
    return led or (following is not None and "by" in following.names and following.start == mark.end)


def _is_of_topic(marks: list[Mark], i: int) -> bool:
    """Whether words beside a share say that it is one of the sum spoken of: "30 % of that sum"."""
    beside = (*islice(_back(marks, i, 0), 1), *islice(_on(marks, i, 0), 1))
    return any("of_it" in marks[k].names for k, _ in beside)


def _absorb_verb(marks: list[Mark], i: int, told: str) -> None:
    """Take the verb after the amounts of a change for a part of it: "um 12 Prozent auf 2,3 Milliarden
    gestiegen"."""
    reached = False
    for k, _ in _on(marks, i, _VERB_LAST):
        if isinstance(marks[k].figure, Proportion):
            return
        if reached and told in marks[k].names:
            marks[k].names = marks[k].names - set(WAYS) | {"way"}
            return
        reached = reached or "amount" in marks[k].names


def _tells_change(marks: list[Mark], i: int) -> bool:
    """Whether a figure follows a word for a change in its clause: "to raise output, 2bn a year" tells of no
    change."""
    return any(marks[k].figure is not None for k, _ in _on(marks, i, _VERB_LAST))


def _leads_to_base(after: Mark) -> bool:
    return not after.words and not after.stops and not after.names.isdisjoint(("old", "from", "base"))


def _way(marks: list[Mark], i: int, *, may_be_time: bool) -> int | None:
    """Where the word stands that says whether a proportion is one up or down: the nearest, first before
    it."""
    found = []
    for k, words in _back(marks, i, 1 if may_be_time else _AHEAD):
        if not marks[k].names.isdisjoint(WAYS):
            found.append((words, k))
            break
        if marks[k].bars:
            break
    if may_be_time and found:
        return found[0][1]
    for k, words in _on(marks, i, 0 if may_be_time else _BEHIND):
        compares = not words and k == i + 1 and not marks[k].names.isdisjoint(("exceeds", "below", "over"))
        if may_be_time and not compares:
            return None  # "a quarter more than" is no part of a year
        if compares or not marks[k].names.isdisjoint(WAYS):
            found.append((words, k))
            break
        if marks[k].bars:
            break
    if found or may_be_time:
        return min(found, key=lambda each: each[0], default=(0, None))[1]
    return next((k for k, _ in _on(marks, i, _VERB_LAST) if not marks[k].names.isdisjoint(WAYS)), None)


def _is_fraction(sentence: Sentence, marks: list[Mark], i: int) -> bool:
    """Whether a half or a quarter in words is no part of a year: "half of the 40bn", "half of it", "3bn, a
    quarter"."""
    mark = marks[i]
    following = marks[i + 1] if i + 1 < len(marks) else None
    said_otherwise = (
        following is not None
        and not following.words
        and not following.names.isdisjoint(("or", "equivalence"))
    )
    if mark.stops or not mark.words or said_otherwise:
        return True
    near = [marks[k].names for k, _ in islice(_on(marks, i, 2), 2)]
    shares = bool(near) and "of" in near[0] and not any("period" in names for names in near)
    return shares or any(not names.isdisjoint(("amount", "part_of")) for names in near)


# What a word that leads up to an amount makes of it, and how many words may lie between.
_LEADS = {
    "yardstick": ("yardstick", 2),
    "total": ("sum", 0),
    "previous": ("prior", 4),
    "values": ("valued", 4),
    "price": ("priced", 2),
    "part_of": ("a_part", 2),
    "from": ("left", 4),
}


# What a word after an amount makes of it.
_FOLLOWS = {"yardstick": "yardstick", "old_after": "earlier", "previous": "prior", "values_after": "valued"}


def _name_by_leads(sentence: Sentence, marks: list[Mark], i: int) -> None:
    """What the words before an amount make of it: "compared with", "for", "of which", "a high of"."""
    names, told, verb = marks[i].names, False, False
    for k, words in _back(marks, i, _LEADING):
        lead = marks[k].names & {"previous"} if verb else marks[k].names
        if "from" in lead and not words and _is_of_share(marks, k):
            return  # "15 persen dari 380 miliar": one word for "of" and "from"
        names |= {name for cue, (name, most) in _LEADS.items() if cue in lead and words <= most}
        if "priced" in names and "price" in lead and "of" in marks[i - 1].names:
            names.remove("priced")  # "for railways of 5bn"
        compares = not lead.isdisjoint(("from", "old"))
        if compares and marks[k].stops and marks[k].after > 1:
            return  # ", with profits from"
        verb = verb or not lead.isdisjoint(("makes", "equivalence"))
        if marks[k].bars and not verb:
            return
        if verb:
            continue  # "for the years to 2030 it is 5bn", but "the last plan was worth 5bn"
        if not told and _is_base(sentence, marks, i, k, words):
            names.add("earlier")
        if not told and not lead.isdisjoint(("old", "new")):
            told = True
            names.add("earlier" if "old" in lead else "later")
            names |= {"measured"} if words > 1 else set()
            names |= {"reached"} if {"new", "bound"} <= lead else set()


def _is_of_share(marks: list[Mark], k: int) -> bool:
    """Whether a word stands directly after a share: "from" is "of" then."""
    return not marks[k].words and not marks[k].stops and not marks[k - 1].names.isdisjoint(_SHARES)


def _is_base(sentence: Sentence, marks: list[Mark], i: int, k: int, words: int) -> bool:
    """Whether a word that compares only beside a change, or directly after a figure, leads up to an
    amount."""
    lead, before = marks[k].names, marks[k - 1]
    directly = not marks[k].words and not marks[k].stops
    if "way" in lead and not lead.isdisjoint(("exceeds", "below", "over")):
        return True  # "12% more than"
    if "base" in lead and directly and not before.names.isdisjoint(("change", "way")):
        return True  # "a rise of 12% over"
    if "from" in lead and directly and before.figure is not None and "topic" not in before.names:
        return True  # "auf 2,3 Milliarden Euro von 2,0"
    parted = marks[k].stops == "," and not (marks[k].words or words)
    if "from" in lead and parted and "amount" in before.names:
        return True  # "a 1,5 miliardi di euro, da 2,0"
    return "after" in lead and (_is_past(marks, i) or (not words and _ends_clause(sentence, marks, i)))


def _name_time(sentence: Sentence, marks: list[Mark], i: int) -> None:
    """Whether the words around an amount say that it is the earlier or the later of two, or a mere
    yardstick."""
    mark = marks[i]
    names = mark.names
    _name_by_leads(sentence, marks, i)
    for k, words in _on(marks, i, _BEHIND_AMOUNT):
        names |= {name for cue, name in _FOLLOWS.items() if cue in marks[k].names}
        if "new_after" in marks[k].names and not words:
            names.add("later")
        if marks[k].bars:
            break
    following = marks[i + 1] if i + 1 < len(marks) else None
    if following and isinstance(following.figure, PeriodMention) and not following.stops:
        past = following.figure
        near = following.start - mark.end <= _TO_YEAR_AGO
        if near and past.direction == "past" and length(past) == _YEAR:
            names.add("earlier")
    if {"earlier", "prior"} <= names:
        names.add("basis")
    if _is_called_total(marks, i):
        names.add("sum")
    if "earlier" not in names:
        names.add("present")
        if names.isdisjoint(("priced", "yardstick")):
            names.add("given")
        if names.isdisjoint(("later", "priced", "yardstick")):
            names.add("plain")
        if names.isdisjoint(OF_ONE) and "a_part" not in names:
            names.add("lump")


def _is_called_total(marks: list[Mark], i: int) -> bool:
    """Whether "in all" follows an amount, and does not lead up to the next."""
    total = marks[i + 1] if i + 1 < len(marks) else None
    if total is None or "total" not in total.names or total.words or total.stops not in ("", ","):
        return False
    for k, _ in _on(marks, i + 1, 0):
        if "amount" in marks[k].names:
            return False  # ", insgesamt also 2bn"
        if marks[k].names.isdisjoint(("or", "equivalence", "bound", "article")):
            break
    return True


def _is_past(marks: list[Mark], i: int) -> bool:
    """Whether what follows an amount says that it is of an earlier time."""
    for k, _ in _on(marks, i, _TRAILING + 1):
        period = marks[k].figure
        if "old_after" in marks[k].names:
            return True
        if isinstance(period, PeriodMention):
            return period.direction == "past" or None not in (period.from_, period.until)
        if marks[k].bars:
            return False
    return False


def _ends_clause(sentence: Sentence, marks: list[Mark], i: int) -> bool:
    """Whether punctuation, or nothing, follows an amount."""
    after = sentence.text[marks[i].end : marks[i].end + 1]
    return not after or after in PUNCTUATION.strip()
