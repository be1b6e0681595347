"""Whether a change that fails of the sum a text is about may be told of other sums that it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...reading.mentions import Amount
from ..claim import Claim
from ..grammar.marks import Mark
from ..kinds import changed, difference
from .borne_out import BorneOut
from .other_sums import meets
from .whole_of_list import part_named


def is_change_of_others(claim: Claim, text: BorneOut, mark: Mark) -> bool:
    """Whether a change is one to another sum told so far, but a part that another sentence tells, from one of
    before, of its own sentence or of that of the sum it is told from; or one to so many times more."""
    here = next(each for each in text.wordings if each.sentence.span == claim.sentence)
    named = (part_named(text.wordings, here, mark.start, each) for each in text.lists)
    if any(each is not None and each.start != claim.subject.start for each in named):
        return True
    pairs = list(_pairs(claim, text))
    told = claim.proportion
    if told is None:
        return any(meets(each, difference.ratio_of) for each in pairs)
    if told.kind != "times":
        falling = (replace(each, falls=_falls(each)) for each in pairs)
        pairs = [each for each in falling if "wayless" in mark.names or each.falls == claim.falls]
    else:
        rises = told.value > 1 and not claim.falls
        pairs = [each for each in pairs if _falls(each) != rises]
        more = told._replace(value=told.value + 1)
        pairs += [replace(claim, proportion=more)] if rises else []
    return any(meets(each, changed.ratio_of) for each in pairs)


def _pairs(claim: Claim, text: BorneOut) -> Iterator[Claim]:
    """The change as one of any two sums that it may be told of."""
    here, old = range(*claim.sentence), claim.object or claim.subject
    spans = [range(*each.sentence.span) for each in text.wordings]
    beside = next((each for each in spans if old.start in each), here)
    about = next((each for each in spans if text.whole.start in each), here)
    stated = claim.proportion or claim.parts[0]
    told = max(about.stop, beside.stop) <= here.stop  # not in a heading, which tells of what comes
    last = here.stop if told else text.wordings[-1].sentence.end
    sums = [each for each in text.lumps if each.start != stated.start and each.start < last]
    parts = {*text.parts, *(part.start for each in text.lists for part in each.parts)}
    news = [each for each in sums if each.start in here or each.start not in parts]
    before = {each.start for each in text.before}
    olds = [each for each in sums if each.start in here or each.start in beside or each.start in before]
    return (_of(claim, new, old) for new in news for old in olds if new is not old)


def _of(claim: Claim, new: Amount, old: Amount) -> Claim:
    return replace(claim, subject=new, object=old)


def _falls(claim: Claim) -> bool:
    return claim.object is not None and claim.subject.value < claim.object.value
