"""What is missing, or left, between what comes in and what is spent: "revenue of 9.4bn, spending of 10.2bn
and a deficit of 0.8bn"."""

from __future__ import annotations

from ...reading.mentions import Amount
from ..grammar.marks import OF_ONE
from ..grammar.sentence import count_words
from ..grammar.wording import Wording

_NAMED = ("income", "outgo", "deficit", "surplus")
_AWAY = 4  # words between what an amount is called and that
_THREE = 3  # amounts
_OTHER = OF_ONE | {"gap", "earlier", "prior", "dated", "yardstick"}


def balance(wording: Wording) -> tuple[Amount, Amount, Amount] | None:
    """What is spent, with what comes in and what that leaves missing, or the other way round with what is
    left over; None where a sentence tells of more or less than these three."""
    if {cue.kind for cue in wording.sentence.cues}.isdisjoint(("income", "outgo")):
        return None
    marks = [mark for mark in wording.marks if "amount" in mark.names]
    if len(marks) != _THREE or any(not mark.names.isdisjoint(_OTHER) for mark in marks):
        return None
    found, since = dict[str, Amount](), wording.sentence.start
    for mark in marks:
        if not isinstance(mark.figure, Amount) or mark.figure.bound != "exact":
            return None
        kind = _called(wording, mark.figure, since)
        if kind is None:
            return None
        found[kind], since = mark.figure, mark.end
    if len({each.currency for each in found.values()}) != 1 or not found.keys() >= {"income", "outgo"}:
        return None
    income, outgo = found["income"], found["outgo"]
    if "deficit" in found and income.value < outgo.value:
        return outgo, income, found["deficit"]
    if "surplus" in found and outgo.value < income.value:
        return income, outgo, found["surplus"]
    return None


def _called(wording: Wording, amount: Amount, since: int) -> str | None:
    """What an amount is told to be by a word that leads up to it."""
    if "loss" in (amount.notes or ()):
        return "deficit"  # "a deficit of 1.4bn"
    cue = wording.sentence.last(_NAMED, since, amount.start)
    if cue is None or count_words(wording.sentence.text[cue.end : amount.start]) > _AWAY:
        return None
    return cue.kind
