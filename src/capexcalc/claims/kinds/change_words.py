"""What the words around a change say of other things that it may be told of."""

from __future__ import annotations

from itertools import takewhile

from ...patterns import regex
from ...reading.mentions import Amount, Proportion
from ..grammar.marks import Mark
from ..grammar.sentence import PUNCTUATION, SEMICOLONS
from ..grammar.walk import FURTHEST
from ..grammar.wording import Wording
from .share_whole import may_name_whole
from .share_words import is_followed_by_of

_BESIDE = 12  # characters from a word for "-fold" to a multiple
_THAN = frozenset(("exceeds", "exceeds_after", "below", "bound"))
_SPENT = frozenset(("spending", "part_of"))
_MORE_MONEY = 2  # marks
_HEADED, _MONEY = frozenset(("spending", "this", "the_sum", "part_of")), ("money", "outlay", "outgo")
_SAYS = frozenset(("makes", "total", "equivalence", "new", "article"))
_LEADS = frozenset(("exceeds", "below", "old", "from", "base"))  # up to what something was
_OF, _FROM = frozenset(("de", "d", "da", "du", "des")), frozenset(("from", "old"))
_ENDED = regex(r"\d{4}\.\s[^\W\d_]")  # a sentence, where a small letter begins the next
_CLOSING = (")", "）")
_JOINING = frozenset(("and", "or", "new"))
_EARLIER, _BEFORE = frozenset(("earlier", "prior")), frozenset(("previous", "past"))


def begins_anew(wording: Wording, joint: Mark | None, old: Mark) -> bool:
    """Whether a clause after a sum and "and" has a subject of its own: "profit doubled from 6bn, and sales
    came to"."""
    if joint is None or joint.start < old.end:
        return False
    after = next(iter(wording.following(joint.end)), joint)
    if "amount" in after.names:
        return after.words > 1  # a verb
    return after.names.isdisjoint(_SAYS) or bool(after.words)


def leads_on(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether a sum follows two figures, which then may be told of it: "前年の8億円から50%増の12億円"; not
    after a semicolon."""
    after = wording.following(max(change.end, old.end), FURTHEST)
    after = tuple(takewhile(lambda mark: SEMICOLONS.isdisjoint(mark.stops), after))
    return any("lump" in mark.names for mark in after)


def is_of_difference(wording: Wording, new: Mark, change: Mark) -> bool:
    """Whether an amount is what something changed by, with the percentage in brackets: "260억원(5%) 증가"."""
    return "of_gap" in change.names and "gap" in new.names and not wording.beginning(new.end, change.start)


def is_said_after(wording: Wording, change: Mark, new: Mark) -> bool:
    """Whether the only sum of a sentence follows a change and a colon: "is more than double that: 12bn"."""
    return wording.names_one_total and change.start < new.start and ":" in new.stops


def is_of_a_whole(wording: Wording, change: Mark) -> bool:
    """Whether a percentage that a rise is equated with may be of another thing: "4bn, or 2% of output"."""
    return is_followed_by_of(wording, change) or may_name_whole(wording, change)


def more_money_for(wording: Wording, change: Mark) -> str | None:
    """All else that a heading says which tells of more money: "hospitals" of "two thirds more money for
    hospitals", but None of "two thirds more boats"."""
    sentence = wording.sentence
    after = wording.following(change.end, _MORE_MONEY)
    spent = any(not each.names.isdisjoint(_SPENT) for each in after)
    if sentence.text[: sentence.start].strip() or "amount" in wording.places:
        return None
    if not spent or any(each.words for each in after):
        return None
    return sentence.text[sentence.start : change.start] + sentence.text[after[-1].end : sentence.end]


def is_headed(wording: Wording, change: Mark, first: Mark) -> bool:
    """Whether a change stands in what leads up to a colon, and its two sums after that: "A fifth more money
    for roads: the budget grows from 2bn to 2.4bn"."""
    between = (*wording.beginning(change.end, first.start), first)
    return change.start < first.start and any(":" in mark.stops for mark in between)


def heads_money(wording: Wording, first: Mark) -> bool:
    """Whether a heading speaks of money that is spent, and nothing in the sentence of sales or profits."""
    sentence, before = wording.sentence, wording.preceding(first.start, FURTHEST)
    at = max((mark.start for mark in (*before, first) if ":" in mark.stops), default=first.start)
    spent = any(not mark.names.isdisjoint(_HEADED) for mark in before if mark.start < at)
    return not wording.measures and (spent or sentence.between(_MONEY, sentence.start, at))


def begins_with_it(wording: Wording) -> bool:
    """Whether a sentence begins with what takes a sum up: "The package voted on Monday is", but not "The cost
    of ferries"."""
    first, then = wording.marks[1:3]
    of_it = "of" in then.names and not (then.words or then.stops)
    return "this" in first.names and not (first.words or first.stops or of_it)


def is_told_alone(wording: Wording, change: Mark) -> bool:
    """Whether no words go on about a change, and those before it speak of no sales, profit or tax: "That is
    triple, and without new taxes", but not "That is triple the number of ships"."""
    measured = wording.sentence.between(("measure",), wording.sentence.start, change.end)
    return is_told_to_end(wording, change) and not measured


def is_told_to_end(wording: Wording, change: Mark) -> bool:
    """Whether no words go on about a change."""
    after = wording.following(change.end, FURTHEST)
    more = takewhile(lambda mark: not (mark.words or mark.stops or mark.figure), after)
    return any(mark.closed for mark in (change, *more))


def is_open(old: Mark) -> bool:
    """Whether an amount is told to be more or less than it says: "from under two pounds"."""
    return isinstance(old.figure, Amount) and old.figure.bound != "exact"


def is_over_past(wording: Wording, change: Mark) -> bool:
    """Whether past years stand right before a change, which is then one over these: "in the last ten years
    tenfold"."""
    before = wording.preceding(change.start)[-1:]
    return any("stretch" in mark.names for mark in before) and not (change.words or change.stops)


def is_only_one_before(wording: Wording, old: Mark) -> bool:
    """Whether an amount is the only sum of its sentence, which tells it to be of the plan or time before."""
    before = not old.names.isdisjoint(_EARLIER) or not wording.places.keys().isdisjoint(_BEFORE)
    return before and wording.names_one_total


def is_concluded(wording: Wording, old: Mark, change: Mark) -> bool:
    """Whether a change is what a sentence concludes from the only sum it names: "it was 8bn, so the cost is
    up 50 %"."""
    between = (
        wording.beginning(old.end, change.start) if wording.names_one_sum and not wording.measures else ()
    )
    return any(not mark.names.isdisjoint(("this", "the_sum", "equivalence")) for mark in between)


def is_told_along(wording: Wording, old: Mark) -> bool:
    """Whether an amount only goes along with what something is compared with: "up 2% compared to 2019, even
    with 270m of costs", "up 5% on last year with a profit of 25m", "up 14% over 2020. it spent 90m", but not
    "than the last plan with 8bn"."""
    before = (mark for mark in wording.preceding(old.start, FURTHEST) if "of" not in mark.names)
    leads = [mark for mark in before if not mark.names.isdisjoint(_LEADS)]
    if not leads:
        return False
    sentence, lead = wording.sentence, leads[-1].end
    beside = sentence.last(("with",), lead, old.start)
    beside = beside if beside is not None and sentence.words(beside.end, old.start) else None
    ended = _ENDED.search(sentence.text, lead, old.start)
    return bool(beside or ended or sentence.between(("along",), lead, old.start))


def is_told_without(wording: Wording, change: Mark) -> bool:
    """Whether it is told after a change what is left out of it: "a fall of 7%, excluding one plant"."""
    figures = (mark.start for mark in wording.following(change.end, FURTHEST) if mark.figure is not None)
    return wording.sentence.between(("excludes",), change.end, next(figures, wording.sentence.end))


def is_one_of_two(wording: Wording, change: Mark) -> bool:
    """Whether another percentage follows a change, as that of another figure or the other end of a range:
    "rose 7% and 9%", 增长6倍至7倍, 7%와 9%."""
    link = next(iter(wording.following(change.end)), change)
    if isinstance(link.figure, Proportion) and link is not change:
        return link.words <= 1 and not link.stops
    other = next(iter(wording.following(link.end)), link)
    joined = not link.names.isdisjoint(_JOINING) and not any(m.words or m.stops for m in (link, other))
    return joined and isinstance(other.figure, Proportion)


def is_made(wording: Wording, percent: Mark) -> bool:
    """Whether a percentage is what something makes of a whole, and no change: "from 956m to 547m, so that
    it accounts for only 29.9%"."""
    before = wording.preceding(percent.start)
    return bool(before) and "makes" in before[0].names and "equivalence" not in before[0].names


def may_be_occasions(wording: Wording, change: Mark) -> bool:
    """Whether a multiple may be how often something rose: "tăng vốn 2 lần, từ 5,8 tỷ lên 8,6 tỷ"."""
    sentence, figure = wording.sentence, change.figure
    often = sentence.last(("occasions",), change.start, change.end)
    fold = sentence.last(("fold",), max(sentence.start, change.start - _BESIDE), change.end)
    told = often is not None and often.end == change.end
    return isinstance(figure, Proportion) and told and fold is None


def is_multiplied(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether a bracket holds but a multiple and the amount that is paid so often: "(six times 2.7m)"."""
    directly = "(" in change.stops and not (change.after or old.words or old.stops)
    directly = directly and not wording.beginning(change.end, old.start)
    return directly and wording.sentence.text.startswith(_CLOSING, old.end)


def is_moved_by(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether a multiple is told by a verb before an amount, which then may be the later one: "770bn, by
    trebling, 2,148bn"."""
    between = wording.beginning(change.end, old.start)
    moved = any("way" in mark.names and _THAN.isdisjoint(mark.names) for mark in between)
    return "times" in change.names and not change.falls and moved


def leads_to(wording: Wording, change: Mark, new: Mark) -> bool:
    """Whether nothing but "to" stands between a change and the sum it leads to: "rises by 25 % to 750m"."""
    between = wording.beginning(change.end, new.start)
    apart = any(mark.words or mark.stops for mark in (*between, new))
    return "later" in new.names and change.start < new.start and not apart


def leads_from(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether nothing but "from" stands between a change and what was left, or a time or a comma right before
    that: "up 25%: from 40m to 50m", "up 25% in 2025 from 40m to 50m", but not ", profits from 40m"."""
    between = (*wording.beginning(change.end, old.start), old)
    if "left" not in old.names or "amount" in {name for mark in between[:-1] for name in mark.names}:
        return False
    n = max((n for n, mark in enumerate(between[:-1]) if not mark.names.isdisjoint(_FROM)), default=None)
    if n is None or not any(mark.words for mark in between):
        return not any(mark.words for mark in between)
    lead = between[n]
    timed = n > 0 and "period" in between[n - 1].names and not lead.words
    return not any(mark.words for mark in between[n + 1 :]) and (
        timed or (lead.stops == "," and not lead.after)
    )


def leads_up_to(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether "from" leads up to an amount after a change, or "de", which is "of" as well: "un 12 %, de 5 a 6
    euros", but not "12%, about $5 to $6" and "12%, dropping $5 to $60"."""
    figure = old.figure
    if not isinstance(figure, Amount) or figure.bound != "exact":
        return False
    marks = wording.beginning(change.end, old.start)
    last = max((mark.end for mark in marks), default=change.end)
    led = wording.sentence.text[last : old.start].strip(PUNCTUATION) in _OF
    return led or any(not mark.names.isdisjoint(_FROM) for mark in marks)
