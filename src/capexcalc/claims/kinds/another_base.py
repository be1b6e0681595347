"""Where the words around a change that fails say what else it is one over: the price of the day before, what
was foreseen, another firm's figures."""

from __future__ import annotations

from ...reading.mentions import Amount, Proportion
from ..claim import Claim, object_of
from ..grammar.sentence import PUNCTUATION, Sentence
from ..grammar.wording import Wording

_NEAR = 40  # characters from "the issue price" to that
_NAMES = 5  # words of a name: "S&P Capital IQ consensus"
_OPENING, _CLOSING = "(（[", ")）]"
_COMMAS = frozenset(",，、،")


def is_over_another_base(wording: Wording, claim: Claim) -> bool:
    """Whether a change that fails is surely told over another amount than the one it is held against."""
    told, sentence = claim.proportion, wording.sentence
    if told is None or told.kind != "share":
        return False
    old = object_of(claim)
    return (
        _is_forecast(sentence, old)
        or _is_since_offer(sentence, claim, told)
        or _is_before_upheaval(sentence, claim, told)
        or _is_in_own_bracket(sentence, claim, told)
    )


def _is_forecast(sentence: Sentence, old: Amount) -> bool:
    """Whether nothing but a name parts what something is compared with from a word for a forecast: "up 9% to
    168m vs 166m S&P Capital IQ consensus"."""
    cue = next((each for each in sentence.cues_from(old.end) if each.kind == "yardstick"), None)
    if cue is None:
        return False
    names = sentence.text[old.end : cue.start].split()
    return len(names) <= _NAMES and all(each[0].isupper() and each[-1] not in ".,;:" for each in names)


def _is_since_offer(sentence: Sentence, claim: Claim, told: Proportion) -> bool:
    """Whether a change is told in a clause after the price at which something was offered once: "at 11 from a
    listing price of 17, sinking 7.5 percent"."""
    old = object_of(claim)
    if told.start < old.end or _COMMAS.isdisjoint(sentence.text[old.end : told.start]):
        return False
    return sentence.last(("offered",), max(sentence.start, old.start - _NEAR), old.start) is not None


def _is_before_upheaval(sentence: Sentence, claim: Claim, told: Proportion) -> bool:
    """Whether a clause compares what a change led to with what was before a war or another turn: "rose 3% to
    52, compared with 30 before the war"."""
    old, new = object_of(claim), claim.subject
    if not told.end <= new.start < new.end <= old.start:
        return False
    cue = next((each for each in sentence.cues_from(old.end) if each.kind == "upheaval"), None)
    beside = cue is not None and not sentence.text[old.end : cue.start].strip(PUNCTUATION)
    return beside and not _COMMAS.isdisjoint(sentence.text[new.end : old.start])


def _is_in_own_bracket(sentence: Sentence, claim: Claim, told: Proportion) -> bool:
    """Whether a bracket that was opened after both amounts tells other figures before the change, which is
    one of those: "raised to 928 from 729, and Noria (NOR 125.60, +7.03, +5.9%)"."""
    begin = max(claim.subject.end, object_of(claim).end)
    between = sentence.text[begin : told.start]
    at = max(map(between.rfind, _OPENING))
    inside = between[at + 1 :] if at >= 0 else ""
    return any(map(str.isdecimal, inside)) and not any(each in inside for each in _CLOSING)
