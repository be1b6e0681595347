"""Which sum a change after a list is told of: of its total, unless the sentence names one of the parts.

"The halls get 22bn, the roads 14bn and the schools 9bn, 45bn in all. The last plan had 30bn, the new one is
half as large again."
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...reading.mentions import Amount
from ...reading.tokens import spaceless
from ..claim import Claim
from ..grammar.wording import Wording
from ..kinds import changed, difference
from ..kinds.pairs import ALIKE
from .named_parts import is_list
from .other_sums import meets
from .part_names import beginning_of, names_of, part_told

_NAMING = 4  # words before the first part of a list that name it
_WHOLE = ("the_sum", "this", "of_all", "of_it", "part_of", "total")


def lists_of(claims: Iterable[Claim]) -> list[Claim]:
    """The lists whose parts make their total."""
    return [each for each in claims if is_list(each)]


def part_named(wordings: Sequence[Wording], wording: Wording, end: int, whole: Claim) -> Amount | None:
    """The part of a list with whose name a sentence begins, or which it names right before an offset."""
    listed = next((each.sentence for each in wordings if each.sentence.span == whole.sentence), None)
    if listed is None or any(not listed.start <= part.start < listed.end for part in whole.parts):
        return None
    names = names_of(listed, whole)
    first, total = whole.parts[0], whole.subject
    led = listed.text[beginning_of(listed, whole) : first.start]
    if not any(map(spaceless, led[-1:])):
        names[0] = " ".join(led.split()[-_NAMING:]) + names[0][len(led) :]
    last = max(part.end for part in whole.parts)
    names.append(listed.text[last : total.start] if last <= total.start else "")  # "the sum of the plan"
    n, sure = part_told(wording, end, names)
    return whole.parts[n] if sure and n is not None and n < len(whole.parts) else None


def of_totals(claims: Iterable[Claim], told: Iterable[Claim], wordings: Sequence[Wording]) -> list[Claim]:
    """Claims, with those changes that take up a part of a list that is ``told`` as changes of its total."""
    claims = list(claims)
    lists = lists_of(told) if any(each.kind == "change" for each in claims) else ()
    changed_to = (_of_the_total(each, lists, wordings) for each in claims) if lists else claims
    return [each for each in changed_to if each is not None]


def _of_the_total(claim: Claim, lists: Sequence[Claim], wordings: Sequence[Wording]) -> Claim | None:
    """A change as one of the total, if it takes up a part of a list of an earlier sentence that its own does
    not name; None if it is none of that, and may be one of the part."""
    if claim.kind != "change" or claim.object is None or claim.subject.start >= claim.sentence[0]:
        return claim
    whole = next((each for each in lists if _is_part(claim.subject, each)), None)
    wording = next((each for each in wordings if each.sentence.span == claim.sentence), None)
    if whole is None or wording is None or whole.subject.start >= claim.sentence[1]:
        return claim
    stated = claim.proportion or claim.parts[0]
    if claim.object.start == whole.subject.start or part_named(wordings, wording, stated.start, whole):
        return claim
    ratio_of = difference.ratio_of if claim.parts else changed.ratio_of
    if meets(claim, ratio_of):
        return claim
    other = replace(claim, subject=whole.subject)
    other = replace(other, falls=other.subject.value < claim.object.value) if claim.parts else other
    if meets(other, ratio_of):
        return other
    told = wording.sentence.between(_WHOLE, *wording.sentence.span)
    return other if told and meets(other, ratio_of, ALIKE) else None


def _is_part(amount: Amount, whole: Claim) -> bool:
    return any(each.start == amount.start for each in whole.parts)
