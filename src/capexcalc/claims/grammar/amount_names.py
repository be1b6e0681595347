"""What the words beside an amount make of it: the earlier or the later of two, a part, a total, a price."""

from __future__ import annotations

import re

from ...reading.mentions import PeriodMention
from ..claim import YEAR, length
from .difference_names import is_difference, is_more_than
from .marks import OF_ONE, Mark
from .sentence import PUNCTUATION, WAYS, Sentence
from .walk import FURTHEST, back, on

_LEADING = 4  # words between one like "compared with" and its amount: "with a net profit of"
_VALUING = 6  # words between "valuing" and its amount: "valuing the whole of the chain at"
_CLAUSE = 10  # words from "the last plan", which begins its sentence, to its sum after a clause
_ANEW = frozenset(("and", "contrast"))
_NEAR_PEAK = 5  # marks between the record so far and its amount
_NEAR = 2  # words between an amount and "of which", "a high of" before it; "expected", "in 2023" after it
_THAI = re.compile("[\u0e00-\u0e7f]")
_SHARES = frozenset(("share", "its_share"))
_THAN = frozenset(("exceeds", "below"))
_FROM, _OVER = _THAN | {"old", "from", "base"}, _THAN | {"base"}
_PAST_VERB = frozenset(("previous", "values"))  # lead up to an amount past a verb: "its value comes to 14m"


def name_amount(sentence: Sentence, marks: list[Mark], i: int) -> None:
    """Whether the words around an amount say that it is the earlier or the later of two, or a mere
    yardstick."""
    mark = marks[i]
    names = mark.names
    _name_by_leads(sentence, marks, i)
    if _is_of_previous(sentence, marks, i):
        names.add("prior")
    if _is_reached_since(marks, i):
        names.discard("prior")
    compares = False
    for k, words in on(marks, i, _NEAR):
        own = compares or _ends_in_of(marks, i, k)  # "8.2bn euros compared with a year ago"
        own = own or _changes_from_another(marks, k + 1)  # "412m last year, up 8% from 380m"
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
        if last_year and "later" not in names and not _changes_from_another(marks, i + 2):
            names.add("earlier")  # not so in "rose to 2.66bn last year"
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


# What a word that leads up to an amount makes of it, and how many words may lie between.
_LEADS = {
    "yardstick": ("yardstick", _NEAR),
    "total": ("sum", 0),
    "previous": ("prior", _LEADING),
    "values": ("valued", _VALUING),
    "price": ("priced", _NEAR),
    "part_of": ("a_part", _NEAR),
    "from": ("left", _LEADING),
}
_LEADS_FAR = {cue: made for cue, made in _LEADS.items() if cue != "price"}

# What a word after an amount makes of it.
_FOLLOWS = {"yardstick": "yardstick", "old_after": "earlier", "previous": "prior", "values_after": "valued"}


def _name_by_leads(sentence: Sentence, marks: list[Mark], i: int) -> None:
    """What the words before an amount make of it: "compared with", "for", "of which", "a high of"."""
    names, told, verb, leads = marks[i].names, False, False, _LEADS
    for k, words in back(marks, i, _VALUING):
        lead = marks[k].names & _PAST_VERB if verb else marks[k].names
        if words > _LEADING:
            if marks[k].figure is None and not marks[k].bars:
                names |= {"valued"} if "values" in lead else set()
                continue
            return
        if (
            "of" in lead
            and not lead.isdisjoint(("from", "old"))
            and not marks[k].words
            and _is_of(marks[k - 1])
        ):
            return
        if "by" in lead and not words and k == i - 1:
            return  # "it differs from that by 18,000"
        if "from" in lead and _is_of_share(marks, k):
            if not words:
                return  # "15 persen dari 380 miliar": one word for "of" and "from"
            continue  # "35% من الشركة مقابل 70 مليون يورو"
        if "previous" in lead and _is_told_before(marks, k):
            return
        if "from" in lead and _is_parted(marks, k, i):
            return  # "fares from both companies that cost $20 to $30"
        if lead.issuperset(("price", "old")) and not words and _follows_share(marks, k):
            names.add("priced")
            return  # "20% έναντι 9 εκατ.": one word for "for" and "against"
        names |= {name for cue, (name, most) in leads.items() if cue in lead and words <= most}
        if "total" in lead and words == 1 and sentence.between(("spends",), marks[k].end, marks[i].start):
            names.add("sum")  # "in all it will pay 180m"
        if "priced" in names and "price" in lead and "of" in marks[i - 1].names:
            names.remove("priced")  # "for railways of 5bn"
        if "count" in marks[k].names and not _is_year(sentence.text[marks[k].start : marks[k].end]):
            return  # "кожен із 2 тис. студентів отримає 5 тис.", but "1995's 50.7bn"
        if marks[k].figure is not None or "spending" in lead:
            leads = _LEADS_FAR  # "за четыре года 28 млрд", "for Crete they spend 50m" is no price
        compares = not lead.isdisjoint(("from", "old"))
        if compares and marks[k].stops and marks[k].after > 1:
            return  # ", with profits from"
        if "new" in lead and "makes" in lead and not words and "left" in marks[k - 1].names:
            names.add("later")  # "จาก 600 เป็น 750"
        verb = verb or not lead.isdisjoint(("makes", "equivalence"))
        if marks[k].bars and not verb:
            if "old" in lead and not (told or words):
                names.add("earlier")  # "subiram de": one for "rose" and "from"
            elif "new" in lead and not told:
                names.add("later")  # 增至: one word for "rose" and "to"
            return
        if verb:
            continue  # "for the years to 2030 it is 5bn", but "the last plan was worth 5bn"
        if not told and _is_base(sentence, marks, i, k, words):
            names.add("earlier")
        if "old" in lead and "from" not in lead and _is_compared(marks, i, k):
            continue  # "last year's profit was 412m, up 8% from 380m"
        if "yardstick" in lead:
            told = True  # "from earlier in the day, a low of"
            names -= {"earlier", "left"} if "measured" in names else set()  # "a low since the 4th of May, of"
        if not told and not lead.isdisjoint(("old", "new")):
            told = True
            names.add("earlier" if "old" in lead else "later")
            names |= {"measured"} if words > 1 else set()
            names |= {"reached"} if lead.issuperset(("new", "bound")) else set()


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


def _is_parted(marks: list[Mark], k: int, i: int) -> bool:
    """Whether a clause of its own, begun by "that", leads on from a word to an amount."""
    between = marks[k + 1 : i]
    return any(mark.names == {"this"} and mark.words for mark in between) and bool(marks[i].words)


def _leads_to_amount(marks: list[Mark], i: int) -> bool:
    """Whether nothing but a few words stands between a mark and an amount after it."""
    after = next((marks[k] for k, _ in on(marks, i, _NEAR) if marks[k].figure is not None), None)
    return after is not None and "amount" in after.names


def _changes_from_another(marks: list[Mark], i: int) -> bool:
    """Whether a change leads on from a mark to another amount: "412m last year, up 8% from 380m"."""
    changes, leads = False, False
    for mark in marks[i : i + FURTHEST]:
        if "amount" in mark.names:
            return changes and leads
        changes = changes or "change" in mark.names
        leads = not _FROM.isdisjoint(mark.names) or (leads and "period" in mark.names)
    return False


def _is_compared(marks: list[Mark], i: int, k: int) -> bool:
    """Whether the next amount is what an amount changed from, that a word for the past leads up to: that word
    only dates it."""
    begins = "start" in marks[k - 1].names and not (marks[k].words or marks[k].stops)
    if begins and _changes_from_another(marks, i + 1):
        return True
    for base, after, change in zip(marks[i + 1 : i + FURTHEST], marks[i + 2 :], marks[i + 3 :], strict=False):
        if "amount" in base.names:  # 昨年は4億円で、前の年の3億円から8%増えた
            directly = not after.words and after.stops in ("", ")") and not (change.words or change.stops)
            return directly and "old_after" in after.names and "change" in change.names
    return False


def _is_year(count: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", count) is not None


def _is_of(before: Mark) -> bool:
    """Whether a word for both "of" and "from" is "of" after what stands before it: a share, or nothing."""
    return "share" in before.names or "start" in before.names


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


def _is_of_share(marks: list[Mark], k: int) -> bool:
    """Whether a word stands directly after a share: "from" is "of" then."""
    return not marks[k].words and not marks[k].stops and not marks[k - 1].names.isdisjoint(_SHARES)


def _follows_share(marks: list[Mark], k: int) -> bool:
    """Whether the last figure before a mark is a share, as that of what is sold is."""
    figure = next((mark for mark in reversed(marks[max(0, k - FURTHEST) : k]) if mark.figure), None)
    return figure is not None and "share" in figure.names


def _is_base(sentence: Sentence, marks: list[Mark], i: int, k: int, words: int) -> bool:
    """Whether a word that compares only beside a change, or directly after a figure, leads up to an
    amount."""
    lead, before = marks[k].names, marks[k - 1]
    directly = not marks[k].words and not marks[k].stops
    if "way" in lead and not lead.isdisjoint(("exceeds", "below", "over")):
        return True  # "12% more than"
    multiple = "times" in before.names  # "9.5x on estimates"
    if "base" in lead and directly and not before.names.isdisjoint(("change", "way")) and not multiple:
        return True  # "a rise of 12% over"
    if directly and (("gap" in before.names and lead & _OVER) or ("as_much" in lead and multiple)):
        return True  # "4bn more than", "three times as much as"
    if "from" in lead and directly and before.figure is not None and "topic" not in before.names:
        return True  # "auf 2,3 Milliarden Euro von 2,0"
    parted = marks[k].stops == "," and not (marks[k].words or words)
    if "from" in lead and parted and "amount" in before.names:
        return True  # "a 1,5 miliardi di euro, da 2,0"
    if "each" in marks[i].names:
        return False  # "po 10 000 korunách" each
    if any(not marks[n].names.isdisjoint((*WAYS, "way")) for n in range(k + 1, i)):
        return False  # "rose 5% to 49 dollars after rising to 51"
    if any("spending" in marks[n].names for n in range(k + 1, i)):
        return False  # "tras desembolsar 4 millones de euros"
    return "after" in lead and (_is_past(marks, i) or (not words and _ends_clause(sentence, marks, i)))


def _begins_clause(sentence: Sentence, marks: list[Mark], k: int) -> bool:
    """Whether Thai words for what was before lead up to the next amount, after a blank: มูลค่า 1,500 ล้านบาท
    รอบก่อนระดมได้ 60 ล้านบาท."""
    mark, following = marks[k], marks[k + 1] if k + 1 < len(marks) else None
    if following is None or "previous" not in mark.names or _THAI.match(sentence.text, mark.start) is None:
        return False
    led = "amount" in following.names and following.words <= _LEADING
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
            near = words <= _LEADING or (begins and stops == ",,")
            return near and not _is_told_before(marks, k)
    return False


def _is_told_before(marks: list[Mark], k: int) -> bool:
    """Whether a word for the plan before is told of the amount before that: "after 2bn under the old plan it
    gets 3bn", "after the 2bn of the old plan", but not "2bn more than in the old plan"."""
    if not _THAN.isdisjoint(marks[k].names):
        return False  # "2bn larger than the last one"
    for n, _ in back(marks, k, _NEAR):
        if marks[n].bars or not _THAN.isdisjoint(marks[n].names):
            return "amount" in marks[n].names
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


def _is_past(marks: list[Mark], i: int) -> bool:
    """Whether what follows an amount says that it is of an earlier time."""
    for k, _ in on(marks, i, _NEAR):
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
