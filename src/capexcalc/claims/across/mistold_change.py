"""A change from what was before to the sum that a text announces, which fails and is of nothing else.

A sentence that tells a sum of an earlier time and a change means that change, in a text that is about one
sum: what other things grow by it tells by their names, which are cues in every language.
"""

from __future__ import annotations

from ..claim import Claim
from ..grammar.marks import Mark
from ..grammar.sentence import WAYS
from ..grammar.wording import Wording
from ..kinds import changed, difference, share_figures
from ..kinds.change_words import more_money_for
from ..kinds.other_changes import is_of_a_year, is_parted, may_be_of_another
from .borne_out import BorneOut, is_in, value_of
from .other_sums import meets

_BASES = frozenset(("old", "base"))
_CONCLUDES = frozenset(("this", "the_sum", "equivalence", "makes"))
_OF_BEFORE = frozenset(("previous", "old_after"))


def mistold_change(text: BorneOut, n: int, mark: Mark) -> Claim | None:
    """A percentage or a multiple, which may be that of a heading: "Twice as much money for schools"."""
    wording = text.wordings[n]
    told = not mark.names.isdisjoint(("change", "times")) and wording.names_one_share
    if not told or is_of_a_year(wording, mark) or text.says_again(mark):
        return None
    heads = _headed(text, wording, mark)
    old = heads or (text.old(n) if text.is_told_by(n + 1) else None)
    if old is None or _is_of_another(wording, mark, old):
        return None
    claim = changed.between(wording, mark, text.whole, old)
    if claim is None or changed.turned(claim) is not None or _is_level_beside(text, wording, mark, old):
        return None
    return claim if changed.is_near(claim, share_figures.ROUGHLY) else None


def mistold_difference(text: BorneOut, n: int, mark: Mark) -> Claim | None:
    """What the sum has more or less than one of before, which the sentence names."""
    wording = text.wordings[n]
    old = text.old(n) if "gap" in mark.names and text.is_told_by(n) else None
    if old is None or old is mark or not is_in(wording, old) or _is_of_another(wording, mark, old):
        return None
    if _is_of_old(wording, mark, old):
        return None
    claim = difference.between(wording, mark, text.whole, old)
    if claim is not None and wording.sentence.between((WAYS[not claim.falls],), *wording.sentence.span):
        return None  # "it climbed by 17bn", while the sums fall
    return claim if claim is not None and meets(claim, difference.ratio_of, share_figures.ROUGHLY) else None


def _is_level_beside(text: BorneOut, wording: Wording, mark: Mark, old: Mark) -> bool:
    """Whether an amount stands right behind a change, which it is what that led to: "up 8 %, at 42.4"."""
    level = next(iter(wording.following(mark.end)), old)
    reached = level is not old and "amount" in level.names and level.words <= 1
    return reached and value_of(level) != value_of(text.whole)


def _is_of_old(wording: Wording, mark: Mark, old: Mark) -> bool:
    """Whether nothing but a word for a rise or a fall leads from the sum of before to a difference, which
    then is what that has grown by: "last year it was put at 9.3bn, an increase of 3.1bn on 2015"."""
    between = wording.beginning(old.end, mark.start)
    plain = bool(between) and not any(each.words for each in (*between, mark))
    ways = any(not each.names.isdisjoint((*WAYS, "way")) for each in between)
    return plain and ways and all(each.names.isdisjoint(_CONCLUDES) for each in between)


def _headed(text: BorneOut, wording: Wording, mark: Mark) -> Mark | None:
    """The only sum of before, if a heading tells of what there is more money for."""
    said = more_money_for(wording, mark)
    told = said is not None and text.is_about(said)
    return text.before[0] if told and text.before else None


def _is_of_another(wording: Wording, mark: Mark, old: Mark) -> bool:
    """Whether a change is told of a thing that is no money, or from something else than ``old``."""
    here = is_in(wording, old)
    sentence = wording.sentence
    begun = old.end if here and old.start < mark.start else sentence.start
    after = (each.start for each in wording.following(mark.end, len(wording.marks)) if each.stops)
    if sentence.between(("things",), begun, next(after, sentence.end)):
        return True
    if here and mark.start < old.start and "later" in old.names:
        return True  # "it grew by 49% last year to 38bn"
    if not here:
        compared = any(not each.names.isdisjoint(_BASES) for each in wording.marks)
        return compared and all(each.names.isdisjoint(_OF_BEFORE) for each in wording.marks)
    more = next(iter(wording.following(mark.end)), mark)
    ends = more.closed and not more.words  # "70 % more": not than in the decade before
    return is_parted(wording, mark, old) or (not ends and may_be_of_another(wording, mark, old))
