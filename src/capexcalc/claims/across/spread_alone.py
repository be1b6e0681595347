"""Where a month's or a year's money that is more than all there is can be of nothing but that sum.

What a month costs may be a part of what is spent, and then tells less than the sum allows. What tells more is
wrong, or of another thing: it is held to be wrong in a text about one sum, of which no other figure is told
by the month or year, where the sentence tells that it is spent."""

from __future__ import annotations

from ...reading.lexicon import load_lexicon
from ..claim import Claim
from ..grammar.marks import OF_ONE, Mark
from ..grammar.over_time_words import paid
from ..grammar.spent_alone import others
from .spread_sums import Text, clause_of, is_main, is_within, words_of

_STRANGE = 1  # words that neither the sum nor a payment is told by: who it is that spends
_SPENT = frozenset(("spending", "this", "the_sum", "equivalence", "equivalence_after", "average", "sum"))
_ELSE = ("others", "rest", "plus", "wanted", "part_of", "of_it", "contrast")


def is_all_there_is(text: Text, n: int, mark: Mark, claim: Claim) -> bool:
    """Whether the only figure by a unit of time of a text tells that more is spent than the sum which that is
    about allows."""
    wording = text.wordings[n]
    sentence, here = wording.sentence, is_within(wording, claim.subject)
    if not is_main(text, n, claim.subject):
        return False
    by_one = (m for each in text.wordings for m in each.marks if "amount" in m.names and m.names & OF_ONE)
    if any(each is not mark for each in by_one):
        return False
    clause = clause_of(sentence, mark, claim.subject.end if here else sentence.start)
    if claim.unit == "year" or sentence.between(_ELSE, *clause):
        return False
    known = words_of(text, claim.subject) | load_lexicon(text.language).function_words
    if others(wording, *clause, known, paid(sentence, text.language)) > _STRANGE:
        return False
    sums = [each for each in sentence.amounts if each.start not in (mark.start, claim.subject.start)]
    if any(each.start < mark.start for each in sums):
        return False
    names = frozenset().union(
        *(each.names for each in wording.marks if not here or each.start >= claim.subject.end)
    )
    spent = wording.spends or bool(paid(sentence, text.language)) or not names.isdisjoint(_SPENT)
    return spent or sentence.between(("concludes", "mean"), *sentence.span)
