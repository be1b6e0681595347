"""A share right beside a part of the sum that a text announces, which fails and is of nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ...money.interval import Interval
from ...patterns import regex
from ...reading.mentions import Amount, Proportion
from ..claim import Claim
from ..grammar.marks import OF_ONE, Mark, in_one_currency
from ..grammar.part_told import Told, part_beside
from ..grammar.whole_nouns import beside, ends_with, goes_on_with_verb, nouns_in, said
from ..grammar.wording import COMPARED, Wording
from ..kinds import share_figures
from ..kinds.pairs import told
from ..kinds.share_lists import is_one_half
from ..kinds.share_whole import NAMED, is_of_named, is_said_so, is_share, is_whole, names_whole
from ..kinds.share_words import (
    is_apart,
    is_compared,
    is_followed_by_of,
    is_of_another,
    is_of_before,
    is_of_economy,
    is_of_rest,
    may_be_of_number,
    tells_change,
)
from .borne_out import BorneOut

_LINKS = frozenset(("or", "equivalence", "makes", "article", "bound"))
_WHOLE = frozenset(("of_all", "of_it"))
_TAKES_UP = frozenset(("this", "spending"))
_IT_IS = frozenset(("this", "the_sum", "equivalence", "makes"))
_EQUATING = frozenset(("or", "equivalence"))
_SAYS_SO = frozenset(("makes", "equivalence", "equivalence_after"))
_OF = frozenset(("of", "part_of"))
_NO_PART = COMPARED | {"earlier", "gap"}
_DASHES = ("–", "—")
_IS_SO = ("の", "인")  # Japanese and Korean particles
_OF_ALL = Interval(Decimal("0.2"), Decimal(5))  # of a share told to be of the whole to what its part makes
_NEAREST = 3  # marks beside a figure
_THAI_CLAUSE = regex(r"\s+(?:และ|โดย|ซึ่ง|ส่วน|ขณะที่|ทำให้)")  # begins after a share and a blank
# Words that may end what is told of an amount, and that before a share of the whole.
_AFTER_IT, _BEFORE_ALL = 2, 4
_PARTICLE = _ARTICLE = 1  # word


def mistold_share(text: BorneOut, n: int, mark: Mark, figure: Proportion) -> Claim | None:
    """A share right beside an amount, that no word makes one of anything else, or in a clause that takes the
    amount before up, or tells by a verb which share of the whole it is; of a sum that others bear out, one of
    the nearest amount in any words."""
    wording, last = text.wordings[n], text.wordings[n - 1] if n else None
    if not is_share(wording, mark) or ("level" in mark.names and not _is_drawn(wording, mark)):
        return None
    if is_compared(wording, mark) or is_of_economy(wording, mark):
        return None
    if tells_change(wording, mark) or is_one_half(wording, mark):
        return None
    part = _of_money(text, n, mark)
    if part is None and is_of_another(wording, mark):
        return None
    part = part or _beside(wording, mark, text.language) or _taken_up(wording, last, mark)
    part = part or _taking(text, n, mark)
    if part is None and text.proven:
        part = _nearest(text, n, mark)
    if part is None or is_of_rest(wording, mark, part) or not part.names.isdisjoint(_NO_PART):
        return None
    if may_be_of_number(wording, mark, part) or is_of_before(wording, part):
        return None
    if is_apart(wording, mark, part) or _is_its_whole(wording, mark, part):
        return None
    pair = in_one_currency(part, text.whole)
    if pair is None or pair[0].value >= pair[1].value:
        return None
    claim = replace(told(wording, "share", *pair, figure), proportion=figure)
    reach = _OF_ALL if is_of_all(wording, mark) else share_figures.ROUGHLY
    return claim if share_figures.is_meant(claim, reach) else None


def is_of_all(wording: Wording, mark: Mark) -> bool:
    """Whether a share is told to be one of the whole, and no more of that: "a third of the total", but not "a
    third of the total of a bank", "of the roads budget a third"."""
    before, after = wording.preceding(mark.start), wording.following(mark.end)
    if after and is_whole(wording, after[0]) and not (after[0].words or after[0].stops):
        return _ends(wording, after[0])
    led = not (mark.words or mark.stops) and is_said_so(wording, mark)
    sure = any(wording.sentence.between(("of_whole",), each.start, each.end) for each in before)
    return led and any(is_whole(wording, each) and each.after <= sure for each in before)


def is_of_it_alone(wording: Wording, mark: Mark) -> bool:
    """Whether a share ends its clause with a word for the money spoken of, or follows one that begins it:
    "that is a third of the budget", "bu, bütçenin yüzde 40'ı"."""
    if is_of_named(wording, mark):
        return _ends(wording, wording.following(mark.end)[0])
    return mark.closed and _is_led_by_whole(wording, mark)


def _ends(wording: Wording, mark: Mark) -> bool:
    """Whether a clause ends with a mark, or with a verb that says no more than that it is so: "was 5 Prozent
    der Gesamtsumme entspricht"."""
    text = wording.sentence.text
    after = (each for each in wording.following(mark.end) if not (each.words or each.stops))
    said = any(each.closed and not each.names.isdisjoint(_SAYS_SO) for each in after)
    said = said or _THAI_CLAUSE.match(text, mark.end) is not None
    return mark.closed or said or text[mark.end : mark.end + 2].strip() in _DASHES


def _beside(wording: Wording, mark: Mark, language: str) -> Mark | None:
    """The amount that a share is told to be: nothing but a word that equates the two, or one for the whole,
    stands between them, and nothing but one for the whole goes on about the share."""
    for part in _amounts_beside(wording, mark):
        first, second = sorted((part, mark), key=lambda each: each.start)
        between = _without_and(wording.beginning(first.end, second.start))
        if first is mark and not between and _is_apposed(wording, mark, part):
            return part
        between = between[first is mark and is_of_named(wording, mark) :]
        of_all = is_of_all(wording, mark)
        if not all(_is_link(wording, each, of_all=of_all) for each in between):
            continue
        if _led_by(wording, second, language) > (second is mark and of_all):
            continue
        if not (between or second.stops or (first is mark and _is_led_by_whole(wording, mark))):
            continue
        if _is_of_it(wording, mark) or _is_equated(wording, mark, part, between, language):
            return part
    return None


def _is_its_whole(wording: Wording, mark: Mark, part: Mark) -> bool:
    """Whether an amount after a share is what it is one of: "2 percent of this 400bn"."""
    between = wording.beginning(mark.end, part.start) if part.start > mark.start else ()
    led = bool(between) and not (part.words or part.stops or between[-1].stops)
    return led and not between[-1].names.isdisjoint(("of_it", "part_of", "of", "this"))


def _led_by(wording: Wording, mark: Mark, language: str) -> int:
    """How many words, but for the small ones, lead up to a mark from the one before."""
    before = wording.preceding(mark.start)
    return (
        said(wording.sentence, before[-1].end, mark.start, language) if mark.words and before else mark.words
    )


def _without_and(between: Sequence[Mark]) -> Sequence[Mark]:
    """The marks but for the words that go on after a comma: "a fifth of the cost, and that is 4bn"."""
    for i, mark in enumerate(between):
        if "and" in mark.names and mark.stops == "," and not mark.words:
            rest = between[i + 1 :]
            told = bool(rest) and all(
                not (each.words or each.stops or each.names.isdisjoint(_IT_IS | _LINKS)) for each in rest
            )
            return (*between[:i], *(each for each in rest if each.names != {"this"})) if told else between
    return between


def _is_apposed(wording: Wording, mark: Mark, part: Mark) -> bool:
    """Whether a clause begins with a share that a particle joins to its amount: 、20%の120億円."""
    starts = not mark.words and any("start" in each.names for each in wording.preceding(mark.start))
    begins = starts or (bool(mark.stops) and not mark.after)
    return begins and wording.sentence.text[mark.end : part.start].strip() in _IS_SO


def _taken_up(wording: Wording, last: Wording | None, mark: Mark) -> Mark | None:
    """The only amount of the sentence just before, where one says no more than what share of the whole that
    is: "Ferries get 60m. That is a third of the total"."""
    sentence = wording.sentence
    led = wording.beginning(sentence.start, mark.start)[1:]
    if last is None or sentence.text[last.sentence.end : sentence.start].strip() or not led:
        return None
    if led[0].names.isdisjoint(_IT_IS) or any(each.words or each.stops.strip(",") for each in led):
        return None
    if any(each.names.isdisjoint(_IT_IS | _LINKS) and not is_whole(wording, each) for each in led):
        return None
    if mark.words > _ARTICLE or not (is_of_all(wording, mark) or is_of_it_alone(wording, mark)):
        return None
    amounts = [each for each in last.marks if "amount" in each.names]
    return amounts[0] if len(amounts) == 1 and "given" in amounts[0].names else None


def _taking(text: BorneOut, n: int, mark: Mark) -> Mark | None:
    """The amount that a verb tells the share of: "the grant of 120m covers 31 % of the costs", or the only
    one there is, if no more is said of what that is a share of."""
    wording = text.wordings[n]
    if not (is_of_all(wording, mark) or (is_of_named(wording, mark) and _is_of_it(wording, mark))):
        return None
    after = [each for each in wording.following(mark.end) if is_of_named(wording, mark)]
    noun = (after[0].start, after[0].end) if after else (mark.start, mark.end)
    part = part_beside(Told(text.wordings, n, mark, noun, text.language)) or (
        _only_sum(wording) if text.proven else None
    )
    return part if part is not None and part.start >= wording.sentence.start else None


def _of_money(text: BorneOut, n: int, mark: Mark) -> Mark | None:
    """The amount that words bind to a share of what a noun for money names, and no more is said of, in a text
    whose sum others bear out: "9m, or 32 % of the new contract", "9m, the new pot's third"."""
    wording, language = text.wordings[n], text.language
    if not text.proven or wording.measures:
        return None
    nouns = [each for each in nouns_in(wording.sentence, language) if each.kinds == {"money"}]
    figures = [each for each in wording.marks if isinstance(each.figure, (Amount, Proportion))]
    begun = max((each.end for each in figures if each.end <= mark.start), default=wording.sentence.start)
    until = min((each.start for each in figures if each.start >= mark.end), default=wording.sentence.end)
    for noun in beside(wording.sentence, mark, (begun, until), nouns) if nouns else ():
        if ends_with(wording.sentence, mark, noun, nouns, until, language):
            return part_beside(Told(text.wordings, n, mark, (noun.start, noun.end), language))
    return None


def _nearest(text: BorneOut, n: int, mark: Mark) -> Mark | None:
    """The amount nearest to a share in its sentence, or the last of the one just before, if it has none
    itself and tells of the whole; where it tells of nothing but money, and the share is none of a firm."""
    wording, before = text.wordings[n], {each.start for each in text.before}
    of_it = _is_of_it(wording, mark)
    if wording.sentence.between(("things", "stake"), *wording.sentence.span) or not (
        of_it or _is_of_nothing(wording, mark)
    ):
        return None
    beside = wording.amount_marks
    if not beside and n and of_it and (names_whole(wording, mark) or is_of_named(wording, mark)):
        beside = text.wordings[n - 1].amount_marks
    sums = [each for each in beside if each.names.isdisjoint(OF_ONE) and each.start not in before]
    return min(sums, key=lambda each: max(each.start - mark.end, mark.start - each.end), default=None)


def _is_of_nothing(wording: Wording, mark: Mark) -> bool:
    """Whether no word beside a share tells what it is one of."""
    beside = (*wording.preceding(mark.start)[-1:], *wording.following(mark.end)[:1])
    return all(each.names.isdisjoint((*NAMED, *_OF)) for each in beside)


def _only_sum(wording: Wording) -> Mark | None:
    """The one amount of a sentence, which tells no other share and of nothing but money."""
    sums = wording.amount_marks
    alone = len(sums) == 1 and sums[0].names.isdisjoint(OF_ONE) and wording.names_one_share
    return sums[0] if alone and not wording.sentence.between(("things",), *wording.sentence.span) else None


def _is_drawn(wording: Wording, mark: Mark) -> bool:
    """Whether a share is drawn from the whole: "benefits from 45 % of it", but not "rises to 45 % of it"."""
    before = wording.preceding(mark.start)
    return is_of_named(wording, mark) and any("from" in each.names or "of" in each.names for each in before)


def _is_equated(wording: Wording, mark: Mark, part: Mark, between: Sequence[Mark], language: str) -> bool:
    """Whether a share is equated at once with an amount that is of nothing else: "a third or 3bn", but not "a
    third or 3bn of the road fund"; "3bn or a third of it goes to", "3bn, as a rate 30 % of all"."""
    if not any(not each.names.isdisjoint(_EQUATING) for each in between[:1]):
        return False
    if mark.start < part.start:
        return not is_followed_by_of(wording, part)
    if _is_led_by_whole(wording, mark):
        return True
    if not is_of_named(wording, mark):
        return False
    of_it = wording.following(mark.end)[0]
    return "of_it" in of_it.names or goes_on_with_verb(wording.sentence, of_it.end, language)


def _amounts_beside(wording: Wording, mark: Mark) -> Iterator[Mark]:
    before = (m for m in reversed(wording.preceding(mark.start, _NEAREST)) if m.figure is not None)
    after = (m for m in wording.following(mark.end, _NEAREST + 1) if m.figure is not None)
    for each in (next(before, None), next(after, None)):
        if each is not None and "amount" in each.names and each.names.isdisjoint(OF_ONE):
            yield each


def _is_link(wording: Wording, link: Mark, *, of_all: bool) -> bool:
    """Whether a word equates, or is one for the whole, and follows at once, or after a comma: "180m is
    reserved, or 9 percent"; one for the whole, after a particle: 국비는 30억 원으로 전체의 25%다. Before a
    share ``of_all`` it may follow later, and take the amount up: "180m will be reserved for it, this is 9
    percent of the total"."""
    names = _LINKS | _WHOLE | (_TAKES_UP if of_all else set())
    if (
        "part_of" in link.names
        and not (link.stops and link.after)
        and link.words <= _AFTER_IT * len(link.stops)
    ):
        return True  # "180m of the money, or 9 percent", "2,4 milliárd megy, az összeg negyede"
    if link.names.isdisjoint(names) and not is_whole(wording, link):
        return False
    if link.stops:
        most = _BEFORE_ALL if of_all else _AFTER_IT
        return not link.words or ("," in link.stops and link.after <= of_all and link.words <= most)
    return link.words <= (_PARTICLE if not _WHOLE.isdisjoint(link.names) else 0)


def _is_of_it(wording: Wording, mark: Mark) -> bool:
    """Whether a share ends there, or a word for the whole follows and no more of that: not "6 % of the
    income of a bank"; or one stands before it, and a verb that says no more than that it is that."""
    of_it = next(iter(wording.following(mark.end)), None)
    if _is_led_by_whole(wording, mark) and is_said_so(wording, mark):
        return True
    if of_it is None or of_it.words or of_it.stops or of_it.names.isdisjoint((*NAMED, *_OF)):
        return mark.closed
    more = next(iter(wording.following(of_it.end)), None)
    goes_on = more is None or more.words or not more.names.isdisjoint(_OF)
    goes_on = goes_on or is_whole(wording, of_it)
    return not of_it.names.isdisjoint(NAMED) and (_ends(wording, of_it) or not goes_on)


def _is_led_by_whole(wording: Wording, mark: Mark) -> bool:
    before = wording.preceding(mark.start)[-1:]
    led = not (mark.words or mark.stops)
    return led and any(
        is_whole(wording, each) or "of_it" in each.names or _begins_with_it(wording, each) for each in before
    )


def _begins_with_it(wording: Wording, whole: Mark) -> bool:
    """Whether a clause begins with a word for the money spoken of: "kaynağın yüzde 40'ını", but not
    "belediyenin bütçesinin yüzde 40'ını"."""
    starts = any("start" in each.names for each in wording.preceding(whole.start)) and not whole.words
    return "part_of" in whole.names and (starts or (bool(whole.stops) and not whole.after))
