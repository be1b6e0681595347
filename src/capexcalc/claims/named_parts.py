"""Shares told of a part by its name: "The halls cost 6bn and the pier 4bn, 10bn in all. The pier makes 40 % of
the costs."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..patterns import regex
from ..reading.mentions import Amount, Proportion
from ..reading.tokens import spaceless
from .claim import Claim
from .kinds import share
from .kinds.pairs import told
from .kinds.share_whole import NAMED, is_share
from .kinds.share_words import is_compared, is_of_economy, tells_change
from .kinds.sum import adds_up
from .marks import Mark
from .other_sums import meets
from .sentence import ABOUT, Sentence
from .wording import Wording

_WORD = regex(r"[^\W\d_]+")
_STOP = regex(r"[,;:()–—،、，；：（）؛]")
_SHORT, _ALIKE = 4, 5  # letters of the shortest word that names, and by which one is known in another form
_RUN = 2  # characters of the shortest name in scripts without blanks
_VERB = 1  # words of a sentence that need not be those of the name
_LEAST = 2  # parts
_OF = frozenset(("of", "part_of"))
_ALL = frozenset(("of_all", "part_of"))


def named_shares(wordings: Sequence[Wording], claims: Sequence[Claim]) -> Iterator[tuple[int, Claim]]:
    """The shares that sentences without money tell of a part that the last list before them names, and that
    no other of ``claims`` is told by, each with its place."""
    known = {each.proportion.start for each in claims if each.proportion is not None}
    lists = [each for each in claims if each.kind == "sum" and _is_list(each)]
    for n, wording in enumerate(wordings):
        before = [each for each in lists if each.end <= wording.sentence.start]
        if not before or wording.sentence.amounts or wording.measures:
            continue
        for mark in wording.marks:
            figure = mark.figure
            if isinstance(figure, Proportion) and mark.start not in known and _is_of_all(wording, mark):
                claim = _claim(wordings, wording, mark, figure, before[-1])
                if claim is not None:
                    yield n, claim


def _is_list(claim: Claim) -> bool:
    alike = all(part.currency == claim.subject.currency for part in claim.parts)
    return len(claim.parts) >= _LEAST and alike and adds_up(claim.subject, claim.parts)


def _is_of_all(wording: Wording, mark: Mark) -> bool:
    """Whether a share is told to be one of the whole, of which nothing more is said."""
    figure = mark.figure
    if not isinstance(figure, Proportion) or figure.value >= 1 or not is_share(wording, mark):
        return False
    if is_compared(wording, mark) or is_of_economy(wording, mark) or tells_change(wording, mark):
        return False
    after = wording.following(mark.end, 2)
    if after and not (after[0].words or after[0].stops or after[0].names.isdisjoint(NAMED)):
        return len(after) == 1 or after[1].names.isdisjoint(_OF)
    beside = [*wording.preceding(mark.start, 2), mark]
    if "makes" in beside[-2].names:
        beside.pop(-2)
    return not (mark.words or mark.stops or beside[-2].names.isdisjoint(_ALL))


def _claim(
    wordings: Iterable[Wording], wording: Wording, mark: Mark, figure: Proportion, whole: Claim
) -> Claim | None:
    listed = next(each.sentence for each in wordings if each.sentence.span == whole.sentence)
    part = _named(wording, mark, whole, _names(listed, whole))
    if part is None:
        return None
    claims = {
        each.start: replace(told(wording, "share", each, whole.subject, figure), proportion=figure)
        for each in whole.parts
    }
    claim = claims.pop(part.start)
    fits = meets(claim, share.ratio_of)
    others = any(meets(each, share.ratio_of) for each in claims.values())
    return claim if fits or not others else None


def _names(sentence: Sentence, whole: Claim) -> list[str]:
    """What each part of a list is for: the words around it, as far as to the signs between it and those
    beside it."""
    text, names = sentence.text, []
    edges = _edges(sentence, whole)
    for part, (start, end) in zip(whole.parts, edges, strict=True):
        names.append(f"{text[start : part.start]} {text[part.end : end]}")
    return names


def _edges(sentence: Sentence, whole: Claim) -> Iterator[tuple[int, int]]:
    """Where what is said of each part begins and ends. What lies between two signs is of neither."""
    text, start = sentence.text, sentence.start
    for n, part in enumerate(whole.parts):
        last = n + 1 == len(whole.parts)
        after = (each.start for each in sentence.amounts if each.start >= part.end)
        until = min(after, default=sentence.end)
        stops = [(stop.start(), stop.end()) for stop in _STOP.finditer(text, part.end, until)]
        stops += [
            (cue.start, cue.end)
            for cue in sentence.cues
            if cue.kind == "and" and part.end <= cue.start < until
        ]
        stops.sort()
        end = stops[0][0] if stops else part.end if not last else until
        yield start, end
        start = stops[-1][1] if stops else until


def _named(wording: Wording, mark: Mark, whole: Claim, names: Sequence[str]) -> Amount | None:
    """The one part that a sentence names, which says little else but what share it is."""
    sentence = wording.sentence
    said = sentence.text[sentence.start : sentence.end]
    if any(map(spaceless, said[:1])):
        return _named_first(said, whole, names)
    places = {at for cue in sentence.cues if cue.kind not in ABOUT for at in range(cue.start, cue.end)}
    places |= {at for each in wording.marks for at in range(each.start, each.end)}
    words = [
        w for w in _WORD.finditer(sentence.text, sentence.start, sentence.end) if w.start() not in places
    ]
    spoken = {_stem(word[0]) for word in words if len(word[0]) >= _SHORT}
    stems = [{_stem(word) for word in _WORD.findall(name) if len(word) >= _SHORT} for name in names]
    found = [n for n, name in enumerate(stems) if spoken & _own(stems, n, name)]
    if len(found) != 1 or len(spoken - stems[found[0]]) > _VERB:
        return None
    return whole.parts[found[0]]


def _own(stems: Sequence[set[str]], n: int, name: set[str]) -> set[str]:
    """The words of a name that are in no other."""
    return name.difference(*(other for k, other in enumerate(stems) if k != n))


def _named_first(said: str, whole: Claim, names: Sequence[str]) -> Amount | None:
    """The one part with whose name a sentence begins."""
    found = [n for n, name in enumerate(names) if said[:_RUN] in name]
    return whole.parts[found[0]] if len(found) == 1 else None


def _stem(word: str) -> str:
    return word.casefold()[:_ALIKE]
