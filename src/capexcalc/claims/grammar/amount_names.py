"""What the words beside an amount make of it: the earlier or the later of two, a part, a total, a price."""

from __future__ import annotations

import re

from ...reading.mentions import PeriodMention
from ..claim import YEAR, length
from .amount_leads import LEADING, NEAR, changes_from_another, is_told_before, name_by_leads
from .difference_names import is_difference, is_more_than
from .marks import OF_ONE, Mark
from .sentence import WAYS, Sentence
from .walk import FURTHEST, on

_CLAUSE = 10  # words from "the last plan", which begins its sentence, to its sum after a clause
_ANEW = frozenset(("and", "contrast"))
_NEAR_PEAK = 5  # marks between the record so far and its amount
_OPENING, _CLOSING = ("(", "（"), (")", "）")
_THAI = re.compile("[\u0e00-\u0e7f]")


def name_amount(sentence: Sentence, marks: list[Mark], i: int) -> None:
    """Whether the words around an amount say that it is the earlier or the later of two, or a mere
    yardstick."""
    mark = marks[i]
    names = mark.names
    name_by_leads(sentence, marks, i)
    if _is_of_previous(sentence, marks, i):
        names.add("prior")
    if _is_reached_since(marks, i):
        names.discard("prior")
    compares = False
    for k, words in on(marks, i, NEAR):
        own = compares or _ends_in_of(marks, i, k)  # "8.2bn euros compared with a year ago"
        own = own or changes_from_another(marks, k + 1)  # "412m last year, up 8% from 380m"
        own = own or is_more_than(marks, i)  # "4bn more than last year"
        if _begins_clause(sentence, marks, k):
            break
        follows = marks[k].names - {"old_after"} if own else marks[k].names
        if compares and _leads_to_amount(marks, k):
            follows = follows - {"previous"}  # "doubled to 8bn from its original estimate of 4bn"
        compares = compares or "old" in marks[k].names
        names |= {name for cue, name in _FOLLOWS.items() if cue in follows}
        if "new_after" in marks[k].names and not words:
            names.add("later")
        if marks[k].bars:
            break
    following = marks[i + 1] if i + 1 < len(marks) else None
    if following and isinstance(following.figure, PeriodMention) and not following.stops:
        past = following.figure
        last_year = not following.words and past.direction == "past" and length(past) == YEAR
        if last_year and "later" not in names and not changes_from_another(marks, i + 2):
            names.add("earlier")  # not so in "rose to 2.66bn last year"
    if _is_compared_in_brackets(marks, i):
        names.add("earlier")
    if names.issuperset(("earlier", "prior")):
        names.add("basis")
    if _is_record_so_far(marks, i):
        names.add("peaked")
    if _is_called_total(marks, i) or _makes_total(marks, i):
        names.add("sum")
    if is_difference(sentence, marks, i):
        names.add("gap")
    if names.isdisjoint(("earlier", "dated")):
        names.add("present")
        if names.isdisjoint(("priced", "yardstick")):
            names.add("given")
        if names.isdisjoint(("later", "priced", "yardstick")):
            names.add("plain")
        if names.isdisjoint(OF_ONE) and "a_part" not in names:
            names.add("lump")


# What a word after an amount makes of it.
_FOLLOWS = {"yardstick": "yardstick", "old_after": "earlier", "previous": "prior", "values_after": "valued"}


def _is_compared_in_brackets(marks: list[Mark], i: int) -> bool:
    """Whether a word that ends what is compared with stands right behind brackets around an amount:
    現在の契約（年額8000万円）と比べ."""
    after = marks[i + 1] if i + 1 < len(marks) else None
    if after is None or after.words or after.stops not in _CLOSING or "old_after" not in after.names:
        return False
    return any(mark.stops[-1:] in _OPENING and mark.stops for mark in marks[max(0, i - 1) : i + 1])


def _is_record_so_far(marks: list[Mark], i: int) -> bool:
    """Whether "the record so far" leads up to an amount, or stands right behind it: "the earlier high of
    14m", "the previous record, set in 2021, was 14m", "14m, the previous record"."""
    words, stops = 0, ""
    for k in range(i - 1, max(0, i - 1 - _NEAR_PEAK), -1):
        words, stops = words + marks[k + 1].words, stops + marks[k + 1].stops
        if words > _CLAUSE or ";" in stops or "amount" in marks[k].names:
            break
        if "peak" in marks[k].names:
            return True
    after = marks[i + 1 : i + 2]
    behind = any("peak" in mark.names and not mark.words and mark.stops in ("", ",") for mark in after)
    return behind and not any("amount" in mark.names for mark in marks[i + 2 : i + 4])


def _leads_to_amount(marks: list[Mark], i: int) -> bool:
    """Whether nothing but a few words stands between a mark and an amount after it."""
    after = next((marks[k] for k, _ in on(marks, i, NEAR) if marks[k].figure is not None), None)
    return after is not None and "amount" in after.names


def _ends_in_of(marks: list[Mark], i: int, k: int) -> bool:
    """Whether the ending of an amount, which may be "from", is "of" since a share stands before it, or a part
    right after it and nothing changes: "65 miljardista eurosta 26 miljardia euroa"."""
    if marks[k].start != marks[i].end:
        return False
    if not marks[i].words and "share" in marks[i - 1].names:
        return True
    part = marks[k + 1] if k + 1 < len(marks) else None
    if part is None or "amount" not in part.names or part.words or part.stops:
        return False
    beside = marks[max(0, i - FURTHEST) : k + FURTHEST]
    return all(mark.names.isdisjoint(("way", "change", "new", "new_after", *WAYS)) for mark in beside)


def _begins_clause(sentence: Sentence, marks: list[Mark], k: int) -> bool:
    """Whether Thai words for what was before lead up to the next amount, after a blank: มูลค่า 1,500 ล้านบาท
    รอบก่อนระดมได้ 60 ล้านบาท."""
    mark, following = marks[k], marks[k + 1] if k + 1 < len(marks) else None
    if following is None or "previous" not in mark.names or _THAI.match(sentence.text, mark.start) is None:
        return False
    led = "amount" in following.names and following.words <= LEADING
    return led and sentence.text[mark.start - 1].isspace()


def _is_of_previous(sentence: Sentence, marks: list[Mark], i: int) -> bool:
    """Whether an amount is told of the plan before, in a clause of its own, or of as many years: "the last
    plan, which was worth 8bn", "in the previous five years"."""
    words, stops = 0, ""
    for k in range(i - 1, max(0, i - 1 - FURTHEST), -1):
        words, stops = words + marks[k + 1].words, stops + marks[k + 1].stops
        passed = marks[k].figure is None or isinstance(marks[k].figure, PeriodMention)
        if (
            words > _CLAUSE
            or stops not in ("", ",", ",,")
            or not passed
            or not _ANEW.isdisjoint(marks[k].names)
        ):
            return False
        if "previous" in marks[k].names or _is_previous(sentence, marks[k]):
            begins = "start" in marks[k - 1].names and not (marks[k].words or marks[k].stops)
            near = words <= LEADING or (begins and stops == ",,")
            return near and not is_told_before(marks, k)
    return False


def _is_reached_since(marks: list[Mark], i: int) -> bool:
    """Whether an amount is what was reached beside a year before: "up 40% on the year before to 380m"."""
    mark, to, before = marks[i], marks[i - 1], marks[i - 2]
    apart = mark.words or mark.stops or to.stops
    return not apart and "new" in to.names and "previous" in before.names and "later" in mark.names


def _is_previous(sentence: Sentence, mark: Mark) -> bool:
    """Whether years are told to be those before others."""
    told = "stretch" in mark.names and sentence.last(("bygone",), mark.start, mark.end) is not None
    return told and sentence.last(("measure",), sentence.start, sentence.end) is None


def _is_called_total(marks: list[Mark], i: int) -> bool:
    """Whether "in all" follows an amount, and does not lead up to the next."""
    total = marks[i + 1] if i + 1 < len(marks) else None
    if total is None or "total" not in total.names or total.words or total.stops not in ("", ","):
        return False
    for k, _ in on(marks, i + 1, 0):
        if "amount" in marks[k].names:
            return False  # ", insgesamt also 2bn"
        if marks[k].names.isdisjoint(("or", "equivalence", "bound", "article")):
            break
    return True


def _makes_total(marks: list[Mark], i: int) -> bool:
    """Whether "in all that is" leads up to an amount."""
    total, makes = marks[max(0, i - 2)], marks[i - 1]
    apart = marks[i].words or marks[i].stops or makes.words or makes.stops
    return not apart and "total" in total.names and not makes.names.isdisjoint(("makes", "equivalence"))
