"""Whether what rose or fell is no money of the sums beside it: "the old plan had 480m, so the number of
bridges grows by half"."""

from __future__ import annotations

from ..claim import Claim
from ..grammar.marks import is_closed
from ..grammar.wording import Wording

_MONEY = ("the_sum", "outlay", "money", "plan", "part_of", "takings")
_OF = ("of", "price")
_BESIDE = 1  # words between a change and the thing that it is told of: "60 % more passengers"


def is_of_a_thing(wording: Wording, claim: Claim) -> bool:
    """Whether a change takes up a sum of another sentence, and a noun for a thing, or the price of something,
    stands between the last sum and the change, and none for money; or a thing right behind that."""
    sentence, told = wording.sentence, claim.proportion or claim.parts[0]
    if all(each is None or each.start >= sentence.start for each in (claim.subject, claim.object)):
        return False  # "wages surged 21 % from 2,010 to 2,049 yuan"
    begun = max((each.end for each in sentence.amounts if each.end <= told.start), default=sentence.start)
    named = sentence.between(("things",), begun, told.start) or _is_priced(wording, begun, told.start)
    if named and not sentence.between(_MONEY, begun, told.start):
        return True
    thing = next((cue for cue in sentence.cues_from(told.end) if cue.kind == "things"), None)
    if thing is None or is_closed(sentence.text[told.end : told.end + 2]):
        return False
    return sentence.words(told.end, thing.start) <= _BESIDE


def _is_priced(wording: Wording, begun: int, end: int) -> bool:
    """Whether a price is told to be that of something: "the price of steel"."""
    cues = [cue for cue in wording.sentence.cues_from(begun) if cue.end <= end]
    prices = (cue for cue in cues if cue.kind == "unit_price")
    gaps = ((price, cue) for price in prices for cue in cues if cue.kind in _OF and cue.start >= price.end)
    return any(not wording.sentence.text[price.end : cue.start].strip() for price, cue in gaps)
