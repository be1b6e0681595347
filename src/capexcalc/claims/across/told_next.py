"""Changes of which the next sentence tells the sum of before: "It raised its sales by 12 % to 2.24bn last
year. In the year before, they were 2.00bn"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ...patterns import regex
from ...reading.mentions import PeriodMention, Proportion
from ..claim import YEAR, Claim, length
from ..grammar.marks import OF_ONE, Mark
from ..grammar.sentence import count_words
from ..grammar.wording import Wording
from ..kinds import changed
from ..kinds.other_changes import is_of_a_year
from ..kinds.since_then import NEAR, is_over

_WORD = regex(r"\w+")
_ALIKE, _SMALL = 5, 3  # letters by which a word is known in another form; of words that name nothing
_BEFORE = frozenset(("old_after", "old", "previous"))
_NOT_NOW = OF_ONE | {"earlier", "prior", "compared", "valued"}
_VERB = 1  # words after the sum, which close the sentence
_UNKNOWN = 2  # words, at most, that the sentence before has not


def told_next(wordings: Sequence[Wording], told: Iterable[Claim]) -> Iterator[tuple[int, Claim]]:
    """The changes of sentences with no other sum than that reached, each with the place of its sentence;
    those that fail only where the next sentence says nothing else than what it was a year before. No figure
    of what is ``told`` already is told again."""
    known = {claim.proportion.start for claim in told if claim.proportion is not None}
    for n, (said, then) in enumerate(pairwise(wordings)):
        moved = _moved(said) if said.sentence.proportions and said.sentence.amounts else None
        old = _sum_before(then) if moved is not None else None
        if (
            moved is None
            or old is None
            or said.sentence.text[said.sentence.end : then.sentence.start].strip()
        ):
            continue
        change, new = moved
        claim = changed.between(said, change, new, old) if change.start not in known else None
        unknown = _unknown(said, then, old)
        if claim is None or unknown > _UNKNOWN:
            continue
        sure = not unknown and _is_of_years(said, then) and not is_of_a_year(said, change)
        sure = sure and not (said.adjusted or changed.goes_against(claim))
        if changed.fits(claim) or (sure and changed.is_near(claim, NEAR)):
            yield n, claim


def _moved(wording: Wording) -> tuple[Mark, Mark] | None:
    """The only change of a sentence, and its only sum, which that leads to."""
    changes = [mark for mark in wording.marks if isinstance(mark.figure, Proportion)]
    sums = [mark for mark in wording.marks if "amount" in mark.names]
    if len(changes) != 1 or len(sums) != 1 or "change" not in changes[0].names:
        return None
    new = sums[0]
    led = changes[0].end <= new.start and not any(
        mark.words or mark.stops for mark in (*wording.beginning(changes[0].end, new.start), new)
    )
    led = led and new.names.isdisjoint(_NOT_NOW)
    return (changes[0], new) if "later" in new.names or led else None


def _sum_before(wording: Wording) -> Mark | None:
    """The only figure of a sentence, which is a sum and told to be that of the year before."""
    figures = [mark for mark in wording.marks if mark.figure and not isinstance(mark.figure, PeriodMention)]
    if len(figures) != 1 or "amount" not in figures[0].names or not figures[0].names.isdisjoint(OF_ONE):
        return None
    old = figures[0]
    beside = (*wording.beginning(wording.sentence.start, old.start), *wording.following(old.end))
    return old if any(_is_before(wording, mark) for mark in beside) else None


def _is_before(wording: Wording, mark: Mark) -> bool:
    time = mark.figure
    if isinstance(time, PeriodMention):
        return length(time) == YEAR and (time.direction == "past" or is_over(wording, mark))
    return not mark.names.isdisjoint(_BEFORE)


def _unknown(said: Wording, then: Wording, old: Mark) -> int:
    """How many words of a sentence neither relate figures, nor stand in the one before it in some form, nor
    are small; a verb may close the sentence."""
    start, end = then.sentence.span
    before, after = then.sentence.residue(start, old.start), then.sentence.residue(old.end, end)
    known = {word[0].casefold()[:_ALIKE] for word in _WORD.finditer(said.sentence.text, *said.sentence.span)}
    words = [word[0] for word in _WORD.finditer(before)]
    closing = [word[0] for word in _WORD.finditer(after)]
    if len(closing) <= _VERB and all(word.islower() or not word.isupper() for word in closing):
        closing = []
    told = (word for word in (*words, *closing) if len(word) > _SMALL or count_words(word) > 1)
    return sum(word.casefold()[:_ALIKE] not in known for word in told)


def _is_of_years(said: Wording, then: Wording) -> bool:
    """Whether a sentence tells of a year, and neither it nor the next of a shorter time."""
    short = any(each.sentence.between(("short_time",), *each.sentence.span) for each in (said, then))
    told = any(_is_before(said, mark) or isinstance(mark.figure, PeriodMention) for mark in said.marks)
    return told and not short
