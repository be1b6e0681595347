"""What the words beside a figure make of it: names for the marks of a sentence.

An amount is ``old`` after "compared with" and before "a year earlier", ``per_year`` beside "a year", a
percentage a ``change`` beside "up". Each rule is a walk over a few words to either side.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from decimal import Decimal
from itertools import pairwise

from ...reading.mentions import Amount, Proportion
from .amount_names import name_amount
from .marks import OF_ONE, UNITS, Mark
from .proportion_names import name_proportion
from .sentence import WAYS, Sentence
from .this_and_next import name_sums_of_this_year
from .walk import FURTHEST, back, on

_UNIT = 2  # words between an amount and its unit of time, either way: "an annual budget of 2bn"
# Words between a unit of time and an amount after it, and if the sentence begins with it: "each year the
# towns and the state will get 2bn".
_UNIT_AHEAD, _BEGUN_AHEAD = 4, 8
_LEADING_ON = frozenset(("makes", "this", "equivalence"))
_OF_WHICH = 8  # words and marks from "than the last plan, which" to the sum of that
_COUNTED = 2  # words between the price of one and how many there are
_MORE = frozenset((*WAYS, "exceeds", "below"))
_CLOSES = {"(": ")", ",": ""}
_LISTS = frozenset(("part_of", "consists", "split", "of_all", "of_it"))
_CHANGED, _THAN = frozenset(("change", "times", "gap")), frozenset(("exceeds", "below", "old", "previous"))
_BEFORE = frozenset(("old", "previous", "old_after", "past"))
_FROM = frozenset(("from", "old"))
# What leads up to what was left, and in French may say by how much.
_FROM_WORDS = frozenset(("da", "dai", "dal", "dalle", "dagli", "fra", "från", "von", "van", "desde"))
_OF_WORDS = frozenset(("de", "des"))
_SUM_OR_WHOLE = frozenset(("this", "part_of"))  # Hungarian "a keret" is "the budget" and "of the budget"
_ANEW = frozenset(("and", "or", *WAYS))  # begins another thought

_PROPORTION = frozenset(("share", "times"))
# What the names given here and in wording.py are made of, those that constructions ask for: of figures, or of
# cues, one of which must be there. All others are the names of cues.
MADE_OF = {
    **dict.fromkeys(("present", "given", "plain", "lump"), frozenset(("amount",))),
    "gap": frozenset((*WAYS, "exceeds", "exceeds_after", "below", "by")),
    "earlier": frozenset(("old", "old_after", "past", "from", "base", "after", "exceeds", "below", "over")),
    "later": frozenset(("new", "new_after")),
    "left": frozenset(("from",)),
    "moved": frozenset(WAYS),
    "idle": frozenset(WAYS),
    "way": frozenset(WAYS),
    "prior": frozenset(("previous", "bygone")),
    "previous": frozenset(("previous", "bygone")),
    "sum": frozenset(("total",)),
    "valued": frozenset(("values", "values_after")),
    "priced": frozenset(("price",)),
    "each": frozenset(("each", "each_before", "each_ahead", "per_one")),
    **dict.fromkeys(
        ("change", "rise", "named", "told", "growth", "its_share", "level", "of_gap"), _PROPORTION
    ),
    "period": frozenset(("period", "share")),
    "span": frozenset(("period",)),
    "stretch": frozenset(("period",)),
    "this": frozenset(("this", "equivalence")),
    "a_part": frozenset(("part_of",)),
    "listed": _LISTS,
}


def name_units(marks: list[Mark]) -> None:
    """Name the amounts that are the money of one year, month, week, day, share, head."""
    for i in _amounts(marks):
        _name_unit(marks, i)


def name(sentence: Sentence, marks: list[Mark]) -> list[Mark]:
    """The marks with the names their neighbours give them."""
    for i, mark in enumerate(marks):
        if mark.names >= _SUM_OR_WHOLE and not _is_beside_share(marks, i):
            mark.names = mark.names - {"part_of"}
    name_units(marks)  # again, since "a year" may stand after what only repeats an amount
    _name_differences(marks)
    for i, mark in enumerate(marks):
        if isinstance(mark.figure, Proportion) and "change" not in mark.names:
            name_proportion(sentence, marks, i, mark.figure)
    for i, mark in enumerate(marks[:-1]):
        leads = _leads_to_base(marks[i + 1]) or _leads_on(marks, i) or _leads_from_to(marks, i)
        if not mark.after and not mark.names.isdisjoint(WAYS) and leads:
            mark.falls = "decrease" in mark.names
            mark.names = mark.names - set(WAYS) | {"moved"}  # ", up from" tells no other change
        elif not mark.names.isdisjoint(WAYS) and _says_before(marks, i):
            mark.names = mark.names - set(WAYS) | {"way"}
        elif not mark.names.isdisjoint(WAYS) and not _tells_change(marks, i):
            mark.names = mark.names - set(WAYS) | {"idle"}
    for i in _amounts(marks):
        name_amount(sentence, marks, i)
    name_sums_of_this_year(marks)
    _name_listed(marks)
    _name_compared(marks)
    _name_left(sentence, marks)
    return marks


def _is_beside_share(marks: list[Mark], i: int) -> bool:
    """Whether a share follows a word, or stands before it."""
    before = marks[i - 1].names if not (marks[i].words or marks[i].stops) else set()
    after = next((mark.names for mark in marks[i + 1 : i + 2] if mark.words <= 1 and not mark.stops), set())
    return "share" in before | after


def _name_listed(marks: list[Mark]) -> None:
    """Name the amounts of a list that a sentence begins with "of which" or "it consists of", or of which
    several have a share in brackets."""
    shares = [mark for mark in marks[2:] if "share" in mark.names and mark.stops == "(" and not mark.words]
    begun = len(shares) > 1
    for mark in marks[1:]:
        begun = begun or not mark.names.isdisjoint(_LISTS)
        if begun and "given" in mark.names:
            mark.names.add("listed")


def _name_left(sentence: Sentence, marks: list[Mark]) -> None:
    """Name the amount that another was moved from, by a word that may be "of" as well, right after one for a
    move and right before "to": "saltou de 40 milhões para 60 milhões", "steg fra 40 til 60 millioner"; but
    French "augmente de 40 à 60 millions" may be by so much."""
    for i in range(2, len(marks) - 2):
        mark, to, reached = marks[i : i + 3]
        moved = not marks[i - 1].names.isdisjoint((*WAYS, "way", "idle", "moved"))
        # "aumentaram 10 milhões, de 40 para 50 milhões"
        by = mark.stops == "," and "gap" in marks[i - 1].names
        apart = (mark.stops and not by) or to.words or to.stops or reached.words or reached.stops
        if apart or "amount" not in mark.names or "new" not in to.names or "later" not in reached.names:
            continue
        if not (moved or by):
            continue
        words = sentence.text[marks[i - 1].start : mark.start].split()
        falls = isinstance(mark.figure, Amount) and _value(mark) > _value(reached)
        at = sentence.text[to.start : to.end] == "à" and not falls
        if words and words[-1] in (_FROM_WORDS if at and not by else _FROM_WORDS | _OF_WORDS):
            mark.names |= {"left"}


def _value(mark: Mark) -> Decimal:
    return mark.figure.value if isinstance(mark.figure, Amount) else Decimal(0)


def _name_compared(marks: list[Mark]) -> None:
    """Name the sum of which a sentence tells what is more than it: "50% more than the last plan, which had
    8bn", "twice as much as before: it was 8bn", but not "before: so large is the new fund of 8bn"."""
    step, left = 0, 0  # words and marks to the sum
    for before, mark in pairwise((*marks[:1], *marks)):
        left -= mark.words + 1
        if ";" in mark.stops:
            step = 0
        if not mark.names.isdisjoint(_CHANGED):
            step = 1
        elif step == 1 and not mark.names.isdisjoint(_THAN):
            step = 2
        elif step == 2 and not mark.figure and "which" in mark.names:
            step, left = 3, _OF_WHICH
        if step == 2 and not {":", "("}.isdisjoint(mark.stops):
            bare = not mark.words and before.names.isdisjoint(_BEFORE)  # "is twice as much: 12bn"
            step, left = 0 if bare else 3, _UNIT - mark.after
        if step == 3 and "lump" in mark.names:
            mark.names |= {"compared"} if left >= 0 else set()
            step = 0


def _name_differences(marks: list[Mark]) -> None:
    """Take a percentage in brackets for part of the difference it stands behind: "260억원(5%) 증가", "up 1bn
    (15 %)"."""
    for i, share in enumerate(marks[2:], 2):
        before, amount, after = marks[i - 2], marks[i - 1], marks[i + 1 : i + 2]
        if "amount" not in amount.names or "share" not in share.names or share.words:
            continue
        if share.stops not in ("(", ","):
            continue
        closing = [mark for mark in after if mark.stops == _CLOSES[share.stops] and not mark.words]
        leading = [before] if not (amount.words or amount.stops or share.stops == ",") else []
        alone = "(" in share.stops or ("old_after" in before.names and not _leads_to_amount(marks, i + 1))
        ways = [
            *(mark for mark in closing if alone and not mark.names.isdisjoint(_MORE)),
            *(mark for mark in leading if not mark.names.isdisjoint(WAYS)),
        ]
        if ways:
            share.names = {"change", "rise", "named", "of_gap"}
            share.falls = not ways[0].names.isdisjoint(("decrease", "below"))
            amount.names.add("gap")


def _leads_to_amount(marks: list[Mark], i: int) -> bool:
    """Whether an amount stands right after a mark: "412m, 8% more than 380m"."""
    return any("amount" in mark.names and not (mark.words or mark.stops) for mark in marks[i + 1 : i + 2])


def _amounts(marks: list[Mark]) -> Iterator[int]:
    return (i for i, mark in enumerate(marks) if "amount" in mark.names)


def _tells_change(marks: list[Mark], i: int) -> bool:
    """Whether a figure follows a word for a change in its clause: "to raise output, 2bn a year" tells of no
    change."""
    return any(marks[k].figure is not None for k, _ in on(marks, i))


def _leads_to_base(after: Mark) -> bool:
    return not after.words and not after.stops and not after.names.isdisjoint(("old", "from", "base"))


def _leads_on(marks: list[Mark], i: int) -> bool:
    """Whether a word for a change stands between the amount left and the "to" that says what was reached:
    从6亿元增加到7.5亿元."""
    before, after = marks[i - 1], marks[i + 1]
    told = "amount" in before.names and not (marks[i].words or marks[i].stops) and "old" in marks[i - 2].names
    return told and "new" in after.names and not (after.words or after.stops)


def _leads_from_to(marks: list[Mark], i: int) -> bool:
    """Whether a word for a change stands between two amounts, the first of which is left, and says "to" as
    well or has it after: 由50亿元降至42亿元, 6,000 करोड़ से घटकर 5,400 करोड़."""
    mark, before, after = marks[i], marks[i - 1], marks[i + 1]
    if mark.words or mark.stops or after.words or after.stops or "amount" not in after.names:
        return False
    if "old_after" in before.names:
        return "amount" in marks[i - 2].names and not (before.words or before.stops)
    return "new" in mark.names and "amount" in before.names and not _FROM.isdisjoint(marks[i - 2].names)


def _says_before(marks: list[Mark], i: int) -> bool:
    """Whether a word for a change after an amount only says before a change what that says again: "2조원으로
    뒷걸음질해 16% 감소했다"."""
    mark, change = marks[i], marks[i + 1]
    if "way" in change.names and i + 2 < len(marks) and not (change.words or change.stops):
        change = marks[i + 2]  # "쪼그라들어 감소율이 40%"
    beside = not (mark.stops or change.words > 1) and change.stops in ("", ",")
    alike = "rise" in change.names and change.falls == ("decrease" in mark.names)
    return beside and alike and "amount" in marks[i - 1].names


def _name_unit(marks: list[Mark], i: int) -> None:
    """ "A year" or "a share" beside an amount. What follows one amount does not lead up to the next."""
    names = marks[i].names
    if not names.isdisjoint(OF_ONE):
        return
    for k, _ in on(marks, i, _UNIT):
        if (
            k + 1 < len(marks)
            and "amount" in marks[k + 1].names
            and not (marks[k + 1].words or marks[k + 1].stops)
        ):
            break  # ลงทุน 4,800 ล้านบาท เฉลี่ยปีละ 1,200 ล้านบาท: it leads up to the next
        verb = "makes" in marks[k].names and not marks[k].closed  # Swedish "var" is "was" and "each"
        units = marks[k].names & (UNITS if verb else OF_ONE)
        if units and marks[k].figure is None:
            names |= units
            marks[k].names.add("taken")
            return
        if "makes" not in marks[k].names and not _is_spent(marks, k) and not _is_passed(marks[k]):
            break  # but "2bn will be spent a year"
    led = not marks[i - 1].names.isdisjoint(_LEADING_ON) and not (marks[i].words or marks[i].stops)
    n = i - 1 if led else i
    if marks[n].stops == "," and not marks[n].words and "taken" not in marks[n - 1].names:
        names |= marks[n - 1].names & UNITS  # "each year, 2bn", "por ano, são 2 bilhões"
    names |= _unit_begun_with(marks, i)
    for k, _ in back(marks, i, _UNIT_AHEAD):
        units = marks[k].names & UNITS
        directly = "each_before" in marks[k].names and not marks[k + 1].words
        directly = directly and (_is_led_up_to(marks, k) or _counts(marks, i))
        if directly or "each_ahead" in marks[k].names:
            units = {"each"}  # "po 3 tys. zł", "fejenként 200 ezer forint", 每套住房补贴20万元
        if units and "taken" not in marks[k].names and marks[k].figure is None:
            names |= units
            return
        if marks[k].figure is not None or not _ANEW.isdisjoint(marks[k].names):
            return


def _is_passed(mark: Mark) -> bool:
    """Whether a word between an amount and its unit of time says that it is an average, or to be spent: "2bn
    on average a year", "120 mill. å rutte med hver måned"."""
    return mark.figure is None and ("average" in mark.names or ("spending" in mark.names and not mark.words))


def _is_spent(marks: list[Mark], k: int) -> bool:
    """Whether a word for spending stands right after a verb that says so: "2bn will be invested a year"."""
    return "spending" in marks[k].names and "makes" in marks[k - 1].names and not marks[k].words


def _unit_begun_with(marks: list[Mark], i: int) -> Set[str]:
    """The unit of time with which a sentence begins, if an amount is the first figure after it."""
    if i < 2:
        return set()
    unit, *between = marks[1 : min(i, FURTHEST)]
    words = sum(mark.words for mark in (*between, marks[i]))
    ends = any(mark.figure is not None or ";" in mark.stops for mark in (unit, *between))
    ends = ends or any(not _ANEW.isdisjoint(mark.names - {"and"}) for mark in between)
    return set() if ends or unit.words or words > _BEGUN_AHEAD or i > FURTHEST else unit.names & UNITS


def _counts(marks: list[Mark], i: int) -> bool:
    """Whether a number of things follows an amount: "По 30 тысяч рублей получат 15 тысяч фермеров"."""
    return any("count" in marks[k].names for k, _ in on(marks, i, _COUNTED))


def _is_led_up_to(marks: list[Mark], k: int) -> bool:
    """Whether a word that may be "each" or "after" is no "after", as it is where it begins a sentence: "Po
    5 mld zł strat"."""
    begins = "start" in marks[k - 1].names and not (marks[k].words or marks[k].stops)
    return not begins or "after" not in marks[k].names
