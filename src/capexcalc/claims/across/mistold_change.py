"""A change from what was before to the sum that a text announces, which fails and is of nothing else.

A sentence that tells a sum of an earlier time and a change means that change, in a text that is about one
sum: what other things grow by it tells by their names, which are cues in every language. So does one that
draws a change from the only sum it tells ("the buses cost 118m, so the bill is up by a quarter").
"""

from __future__ import annotations

from dataclasses import replace

from ...patterns import regex
from ..claim import Claim
from ..grammar.marks import OF_ONE, Mark
from ..grammar.sentence import WAYS
from ..grammar.wording import Wording
from ..kinds import changed, difference, share_figures
from ..kinds.change_words import more_money_for
from ..kinds.listed_sum import LEAST
from ..kinds.other_changes import is_of_a_year, is_parted, may_be_of_another
from ..kinds.since_then import hardly_goes_on
from .borne_out import BorneOut, is_in, value_of
from .other_sums import meets

_NUMBER = regex(r"\s(\d{2,3}(?:[.,\s]\d{3})+(?![\d.,]))")  # of more than ten thousand
_BASES = frozenset(("old", "base"))
_CONCLUDES = frozenset(("this", "the_sum", "equivalence", "makes"))
_OF_BEFORE = frozenset(("previous", "old_after"))
_DRAWN = ("concludes", "equivalence", "this", "the_sum", "of_it", "outlay")
_PLAIN = frozenset((*WAYS, "way", "article", "makes", "and", "by"))
_THAN = frozenset(("exceeds", "exceeds_after", "below", "old", "base", "previous"))
_NO_SUM_OF_BEFORE = OF_ONE | {"gap", "later", "valued"}


def mistold_change(text: BorneOut, n: int, mark: Mark) -> Claim | None:
    """A percentage or a multiple, which may be that of a heading: "Twice as much money for schools"."""
    wording = text.wordings[n]
    told = not mark.names.isdisjoint(("change", "times")) and wording.names_one_share
    if not told or is_of_a_year(wording, mark) or text.says_again(mark):
        return None
    old = _headed(text, wording, mark) or (text.old(n) if text.is_told_by(n + 1) else None)
    old = old or _told_from(text, n, mark)
    if old is None or _is_of_another(text, wording, mark, old) or _names_unread(wording):
        return None
    claim = changed.between(wording, mark, text.whole, old)
    if claim is None or changed.turned(claim) is not None or _is_level_beside(text, wording, mark, old):
        return None
    if changed.goes_against(claim) and old.start < mark.start and is_drawn(wording, mark, old):
        claim = replace(claim, subject=claim.object or claim.subject, object=claim.subject)
    return claim if changed.is_near(claim, share_figures.ROUGHLY) else None


def mistold_difference(text: BorneOut, n: int, mark: Mark) -> Claim | None:
    """What the sum has more or less than one of before, which the sentence names."""
    wording = text.wordings[n]
    old = text.old(n) if "gap" in mark.names and text.is_told_by(n) else None
    old = old or (_told_from(text, n, mark) if "gap" in mark.names else None)
    if old is None or old is mark or not is_in(wording, old) or _is_of_another(text, wording, mark, old):
        return None
    if _is_of_old(wording, mark, old):
        return None
    claim = difference.between(wording, mark, text.whole, old)
    against = claim is not None and wording.sentence.between((WAYS[not claim.falls],), *wording.sentence.span)
    if against and not is_drawn(wording, mark, old):
        return None  # "it climbed by 17bn", while the sums fall; but "it had 48m, that is 6m less"
    return claim if claim is not None and meets(claim, difference.ratio_of, share_figures.ROUGHLY) else None


def _names_unread(wording: Wording) -> bool:
    """Whether a sentence compares with a number that is no amount, be it that its currency is left out:
    "405.613 euros en 2018 contre 468.143 en 2017"."""
    sentence = wording.sentence
    told = {each.start for each in sentence.amounts} | {each.start for each in sentence.proportions}
    old = (cue.end for cue in sentence.cues if cue.kind == "old")
    found = (_NUMBER.match(sentence.text, end, sentence.end) for end in old)
    return any(each is not None and each.start(1) not in told for each in found)


def _is_level_beside(text: BorneOut, wording: Wording, mark: Mark, old: Mark) -> bool:
    """Whether an amount stands right behind a change, which it is what that led to: "up 8 %, at 42.4"."""
    level = next(iter(wording.following(mark.end)), old)
    reached = level is not old and "amount" in level.names and level.words <= 1
    return reached and value_of(level) != value_of(text.whole)


def _is_of_old(wording: Wording, mark: Mark, old: Mark) -> bool:
    """Whether nothing but a word for a rise or a fall leads from the sum of before to a difference, which
    then is what that has grown by: "last year it was 9.3bn, an increase of 3.1bn on 2015"; or "but" and
    "by": "they spent 3.8bn in 2019, but that will fall by 3.1bn"."""
    between = wording.beginning(old.end, mark.start)
    if any("contrast" in each.names for each in between) and "by" in between[-1].names:
        return True
    plain = bool(between) and not any(each.words for each in (*between, mark))
    ways = any(not each.names.isdisjoint((*WAYS, "way")) for each in between)
    return plain and ways and all(each.names.isdisjoint(_CONCLUDES) for each in between)


def is_drawn(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether words between a sum and a change, that follows, say that the one comes of the other, or nothing
    stands between them but a word for the change: "it had 5.5bn, a rise of 20 %"."""
    sentence = wording.sentence
    if old.end > change.start:
        return False
    between = [*wording.beginning(old.end, change.start), change]
    plain = "another" not in change.names and sum(mark.words for mark in between) <= 1
    plain = plain and all(mark.names <= _PLAIN for mark in between[:-1])
    return (
        sentence.between(_DRAWN, old.end, change.start)
        or sentence.between(("concludes",), change.start, change.end)
        or (plain and hardly_goes_on(wording, change))
    )


def _is_compared(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether "more than" follows a change at once, and leads up to a sum: "60m less than the first plan, put
    at 290m"."""
    than = next(iter(wording.following(change.end)), None)
    way = next(iter(wording.following(than.end)), None) if than is not None and "way" in than.names else than
    directly = way is not None and not (way.words or way.stops or _THAN.isdisjoint(way.names))
    between = wording.beginning(change.end, old.start)
    return directly and all(mark.figure is None or "period" in mark.names for mark in between)


def _told_from(text: BorneOut, n: int, mark: Mark) -> Mark | None:
    """The only sum of a sentence after that of the whole, if a change behind it is drawn from that, or one
    before it compared with it, and no word says that it is to come."""
    wording = text.wordings[n]
    sums = [each for each in wording.amount_marks if each is not mark]
    old = sums[0] if len(sums) == 1 and text.is_told_by(n - 1) else None
    if old is None or not old.names.isdisjoint(_NO_SUM_OF_BEFORE) or old.start in text.known:
        return None
    figure, (value, currency) = text.sum, value_of(old)
    if value < LEAST or (value, currency) == (figure.value, figure.currency) or currency != figure.currency:
        return None
    told = is_drawn(wording, mark, old) or (mark.end <= old.start and _is_compared(wording, mark, old))
    return old if told and wording.times_told.get(old.start, 0) <= 0 else None


def _headed(text: BorneOut, wording: Wording, mark: Mark) -> Mark | None:
    """The only sum of before, if a heading tells of what there is more money for."""
    said = more_money_for(wording, mark)
    told = said is not None and text.is_about(said)
    return text.before[0] if told and text.before else None


def _is_of_another(text: BorneOut, wording: Wording, mark: Mark, old: Mark) -> bool:
    """Whether a change is told of a thing that is no money, or from something else than ``old``."""
    here = is_in(wording, old)
    sentence = wording.sentence
    begun = old.end if here and old.start < mark.start else sentence.start
    after = [each.start for each in wording.following(mark.end, len(wording.marks)) if each.stops]
    after += [each.start for each in sentence.cues_from(mark.end) if each.kind == "along"]
    if sentence.between(("things",), begun, min(after, default=sentence.end)):
        return True
    explained = here and mark.start < min(old.start, text.whole.start) and is_in(wording, text.whole)
    of_then = explained or sentence.between(("which",), mark.end, max(mark.end, old.start))
    if here and mark.start < old.start and "later" in old.names and not of_then:
        return True  # "it grew by 49% last year to 38bn", but not "that is three times what it spent when"
    if not here:
        compared = any(not each.names.isdisjoint(_BASES) for each in wording.marks)
        return compared and all(each.names.isdisjoint(_OF_BEFORE) for each in wording.marks)
    more = next(iter(wording.following(mark.end)), mark)
    ends = more.closed and not more.words  # "70 % more": not than in the decade before
    parted = not explained and is_parted(wording, mark, old)
    return parted or (not ends and may_be_of_another(wording, mark, old))
