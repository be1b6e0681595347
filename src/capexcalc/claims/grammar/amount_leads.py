"""What the words before an amount make of it: "compared with", "for", "of which", "a high of"."""

from __future__ import annotations

import re

from ...reading.mentions import PeriodMention
from .marks import Mark
from .sentence import PUNCTUATION, WAYS, Sentence
from .walk import FURTHEST, back, on

LEADING = 4  # words between one like "compared with" and its amount: "with a net profit of"
_VALUING = 6  # words between "valuing" and its amount: "valuing the whole of the chain at"
NEAR = 2  # words between an amount and "of which", "a high of" before it; "expected", "in 2023" after it
_SHARES = frozenset(("share", "its_share"))
THAN = frozenset(("exceeds", "below"))
_FROM, _OVER = THAN | {"old", "from", "base"}, THAN | {"base"}
_MOVES = frozenset((*WAYS, "way", "change", "moved", "idle", "exceeds", "below", "new", "new_after"))
_PAST_VERB = frozenset(("previous", "values"))  # lead up to an amount past a verb: "its value comes to 14m"

# What a word that leads up to an amount makes of it, and how many words may lie between.
_LEADS = {
    "yardstick": ("yardstick", NEAR),
    "total": ("sum", 0),
    "previous": ("prior", LEADING),
    "values": ("valued", _VALUING),
    "price": ("priced", NEAR),
    "part_of": ("a_part", NEAR),
    "from": ("left", LEADING),
}
_LEADS_FAR = {cue: made for cue, made in _LEADS.items() if cue != "price"}


def name_by_leads(sentence: Sentence, marks: list[Mark], i: int) -> None:
    """What the words before an amount make of it: "compared with", "for", "of which", "a high of"."""
    names, told, verb, leads = marks[i].names, False, False, _LEADS
    for k, words in back(marks, i, _VALUING):
        lead = marks[k].names & _PAST_VERB if verb else marks[k].names
        if words > LEADING:
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
        if "previous" in lead and is_told_before(marks, k):
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
        if "from" in lead and words > 1 and all(mark.names.isdisjoint(_MOVES) for mark in marks):
            continue  # "it will get from the new sponsor some 125m a season"
        if not told and not lead.isdisjoint(("old", "new")):
            told = True
            names.add("earlier" if "old" in lead else "later")
            names |= {"measured"} if words > 1 else set()
            names |= {"reached"} if lead.issuperset(("new", "bound")) else set()


def _is_of(before: Mark) -> bool:
    """Whether a word for both "of" and "from" is "of" after what stands before it: a share, a span ("een
    zesjarenplan van 900 miljoen"), or nothing."""
    return not before.names.isdisjoint(("share", "start", "span"))


def _is_of_share(marks: list[Mark], k: int) -> bool:
    """Whether a word stands directly after a share: "from" is "of" then."""
    return not marks[k].words and not marks[k].stops and not marks[k - 1].names.isdisjoint(_SHARES)


def is_told_before(marks: list[Mark], k: int) -> bool:
    """Whether a word for the plan before is told of the amount before that: "after 2bn under the old plan it
    gets 3bn", "after the 2bn of the old plan", but not "2bn more than in the old plan"."""
    if not THAN.isdisjoint(marks[k].names):
        return False  # "2bn larger than the last one"
    for n, _ in back(marks, k, NEAR):
        if marks[n].bars or not THAN.isdisjoint(marks[n].names):
            return "amount" in marks[n].names
    return False


def _is_parted(marks: list[Mark], k: int, i: int) -> bool:
    """Whether a clause of its own, begun by "that", leads on from a word to an amount."""
    between = marks[k + 1 : i]
    return any(mark.names == {"this"} and mark.words for mark in between) and bool(marks[i].words)


def _follows_share(marks: list[Mark], k: int) -> bool:
    """Whether the last figure before a mark is a share, as that of what is sold is."""
    figure = next((mark for mark in reversed(marks[max(0, k - FURTHEST) : k]) if mark.figure), None)
    return figure is not None and "share" in figure.names


def _is_year(count: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", count) is not None


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
    if (
        "from" in lead
        and directly
        and before.figure is not None
        and before.names.isdisjoint(("topic", "span"))
    ):
        return True  # "auf 2,3 Milliarden Euro von 2,0", but not "un piano quinquennale da 325 milioni"
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


def _is_past(marks: list[Mark], i: int) -> bool:
    """Whether what follows an amount says that it is of an earlier time."""
    for k, _ in on(marks, i, NEAR):
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


def _is_compared(marks: list[Mark], i: int, k: int) -> bool:
    """Whether the next amount is what an amount changed from, that a word for the past leads up to: that word
    only dates it."""
    begins = "start" in marks[k - 1].names and not (marks[k].words or marks[k].stops)
    if begins and changes_from_another(marks, i + 1):
        return True
    for base, after, change in zip(marks[i + 1 : i + FURTHEST], marks[i + 2 :], marks[i + 3 :], strict=False):
        if "amount" in base.names:  # 昨年は4億円で、前の年の3億円から8%増えた
            directly = not after.words and after.stops in ("", ")") and not (change.words or change.stops)
            return directly and "old_after" in after.names and "change" in change.names
    return False


def changes_from_another(marks: list[Mark], i: int) -> bool:
    """Whether a change leads on from a mark to another amount: "412m last year, up 8% from 380m"."""
    changes, leads = False, False
    for mark in marks[i : i + FURTHEST]:
        if "amount" in mark.names:
            return changes and leads
        changes = changes or "change" in mark.names
        leads = not _FROM.isdisjoint(mark.names) or (leads and "period" in mark.names)
    return False
