"""Shares told of a part by its name: "The halls cost 6bn and the pier 4bn, 10bn in all. The pier makes 40 %
of the costs, the halls three fifths."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ...patterns import regex
from ...reading.mentions import Proportion
from ..claim import Claim
from ..grammar.marks import Mark
from ..grammar.whole_nouns import tells_portion
from ..grammar.wording import Wording
from ..kinds import share_figures
from ..kinds.other_shares import is_of_count
from ..kinds.pairs import told
from ..kinds.parts_reach import adds_up
from ..kinds.share_whole import NAMED, is_share
from ..kinds.share_words import is_compared, is_of_economy, tells_change
from .other_sums import meets
from .part_names import named_by, names_of

_STOP = regex(r"[,;:–—،、，；：؛]|[\u0e00-\u0e7f\uac00-\ud7af](?:\s)")
_LEAST = 2  # parts
_OF = frozenset(("of", "part_of"))
_ALL = frozenset(("of_all", "part_of"))
_SAYS_SO = frozenset(("makes", "equivalence", "equivalence_after"))
_GOES_ON = _SAYS_SO.union(NAMED)
_ENDS = frozenset(("and", "contrast"))


class _Told(NamedTuple):
    """A share told of the ``part`` of a list that has a name: one ``sure`` to be of all of it, since words
    say so, or of the share before; ``fitting`` are the parts of which it would be right."""

    claim: Claim
    part: int
    sure: bool
    fitting: frozenset[int]

    @property
    def fits(self) -> bool:
        return self.part in self.fitting


def named_shares(
    wordings: Sequence[Wording], claims: Sequence[Claim], language: str
) -> Iterator[tuple[int, Claim]]:
    """The shares that sentences tell of a part that the last list before them names, and that no other of
    ``claims`` is told by, each with its place; of a list that does not add up only those that fit."""
    known = {each.proportion.start for each in claims if each.proportion is not None}
    lists = [each for each in claims if each.kind == "sum" and _lists_parts(each)]
    last: _Told | None = None  # of the sentence before
    for n, wording in enumerate(wordings if lists else ()):
        whole = _list_before(lists, wording)
        if whole is None or wording.measures:
            continue
        goes_on = last is not None and last.sure and _is_next(wordings, n)
        found = list(_told_shares(wordings, wording, whole, language, goes_on=goes_on))
        last = found[-1] if found else None
        right = {each.part for each in found if each.fits}
        beside = wording.sentence.span == whole.sentence or _follows(wording, whole)
        for each in found:
            fails = each.fitting <= right - {each.part} and (each.sure or bool(right)) and is_list(whole)
            taken = (each.fits or fails) and (each.sure or beside)
            if taken and each.claim.proportion and each.claim.proportion.start not in known:
                yield n, each.claim


def is_list(claim: Claim) -> bool:
    return _lists_parts(claim) and adds_up(claim.subject, claim.parts)


def _lists_parts(claim: Claim) -> bool:
    alike = all(part.currency == claim.subject.currency for part in claim.parts)
    return len(claim.parts) >= _LEAST and alike


def _list_before(lists: Iterable[Claim], wording: Wording) -> Claim | None:
    """The last list before a sentence, or in it, if no sum stands after that."""
    begun = [each for each in lists if each.end <= wording.sentence.start]
    begun += [each for each in lists if each.sentence == wording.sentence.span]
    if not begun:
        return None
    whole = begun[-1]
    more = any(each.start >= _ends(whole) for each in wording.sentence.amounts)
    return None if more else whole


def _ends(whole: Claim) -> int:
    return max(each.end for each in (whole.subject, *whole.parts))


def _is_next(wordings: Sequence[Wording], n: int) -> bool:
    """Whether nothing but blanks parts a sentence from the one before."""
    before, here = wordings[n - 1].sentence, wordings[n].sentence
    return not here.text[before.end : here.start].strip()


def _follows(wording: Wording, whole: Claim) -> bool:
    return not wording.sentence.text[whole.sentence[1] : wording.sentence.start].strip()


def _told_shares(
    wordings: Iterable[Wording], wording: Wording, whole: Claim, language: str, *, goes_on: bool
) -> Iterator[_Told]:
    """The shares of a sentence that are told of a part each; a clause with no word for the whole, or for what
    is a part of it, goes on about that of the clause before."""
    listed = next(each.sentence for each in wordings if each.sentence.span == whole.sentence)
    names = names_of(listed, whole)
    for mark, start, end in _clauses(wording, whole):
        figure = mark.figure
        if not isinstance(figure, Proportion) or figure.value >= 1:
            continue
        portion = tells_portion(wording.sentence.text, start, end, language)
        if not (_may_be_share(wording, mark) or (portion and "level" in mark.names)):
            continue  # but "its share comes to 40 %"
        if is_compared(wording, mark) or is_of_economy(wording, mark) or tells_change(wording, mark):
            continue
        of_all = _is_of_all(wording, mark) or portion
        n = _named_by(wording, start, mark, end, names, sure=of_all)
        if n is None or not (of_all or _ends_clause(wording, mark, end)):
            goes_on = goes_on and of_all
            continue
        goes_on = goes_on or of_all
        yield _of(wording, whole, n, figure, begun=_begun(wording, start), sure=goes_on)


def _named_by(
    wording: Wording, start: int, mark: Mark, end: int, names: Sequence[str], *, sure: bool
) -> int | None:
    """The part that is named in a clause, or behind the last sign in it: "by this plan, schools get 30 %"."""
    stops = [each.end() for each in _STOP.finditer(wording.sentence.text, start, mark.start)]
    places, share = (start, *stops[-1:]), (mark.start, mark.end)
    found = (named_by(wording, at, share, end, names, sure=sure) for at in places)
    return next((n for n in found if n is not None), None)


def _begun(wording: Wording, start: int) -> int:
    """Where the first word stands after an offset that only joins nothing."""
    joins = (mark.end for mark in wording.marks if mark.start == start and mark.names & _ENDS)
    start = next(joins, start)
    text = wording.sentence.text
    return start + len(text[start:]) - len(text[start:].lstrip())


def _of(wording: Wording, whole: Claim, n: int, figure: Proportion, *, begun: int, sure: bool) -> _Told:
    claims = [
        replace(told(wording, "share", each, whole.subject, figure), proportion=figure, start=begun)
        for each in whole.parts
    ]
    fitting = frozenset(k for k, each in enumerate(claims) if meets(each, share_figures.ratio_of))
    return _Told(claims[n], n, sure, fitting)


def _clauses(wording: Wording, whole: Claim) -> Iterator[tuple[Mark, int, int]]:
    """Each share after the list, with where the clause begins and ends that tells it: at the first sign, or
    word that joins two clauses, after the share before."""
    sentence = wording.sentence
    start = max(sentence.start, _ends(whole)) if sentence.span == whole.sentence else sentence.start
    shares = [mark for mark in wording.marks if isinstance(mark.figure, Proportion) and mark.start >= start]
    for n, mark in enumerate(shares, 1):
        until = shares[n].start if n < len(shares) else sentence.end
        stop = _STOP.search(sentence.text, _said_until(wording, mark, until) - 1, until)
        ends = [stop.end()] if stop is not None else []
        ends += [
            each.start for each in wording.marks if mark.end <= each.start < until and each.names & _ENDS
        ]
        end = min(ends, default=until)
        yield mark, start, end
        start = end


def _said_until(wording: Wording, mark: Mark, until: int) -> int:
    """Where the words end that say of a share that it is one, and of what."""
    end = mark.end
    for after in wording.following(mark.end, 2):
        if after.start >= until or after.words or after.stops or after.names.isdisjoint(_GOES_ON):
            break
        end = after.end
    return end


def _may_be_share(wording: Wording, mark: Mark) -> bool:
    """Whether a percentage may be a share, as a half may that is told to be made up, too: 半分を占め."""
    if is_of_count(wording, mark):
        return False
    after = wording.following(mark.end)
    made = bool(after) and "makes" in after[0].names and not (after[0].words or after[0].stops)
    before = wording.preceding(mark.start)[-1:]
    made = made or (bool(before) and "makes" in before[0].names and not (mark.words or mark.stops))
    return is_share(wording, mark) or (made and mark.names == {"period"})


def _ends_clause(wording: Wording, mark: Mark, end: int) -> bool:
    """Whether a clause ends with a share, or with words that say no more than that it is one."""
    for after in wording.following(mark.end, 2):
        if after.start >= end or mark.closed or after.stops or not after.names.isdisjoint(_ENDS):
            return True
        if after.words or after.names.isdisjoint(_SAYS_SO):
            return after.figure is not None
        mark = after
    return True


def _is_of_all(wording: Wording, mark: Mark) -> bool:
    """Whether a share is told to be one of the whole, of which nothing more is said."""
    after = wording.following(mark.end, 2)
    if after and not (after[0].words or after[0].stops or after[0].names.isdisjoint(NAMED)):
        return len(after) == 1 or after[1].names.isdisjoint(_OF)
    before = list(wording.preceding(mark.start, 2))  # nothing where a sentence begins with the share
    if before and "makes" in before[-1].names:
        before.pop()
    return bool(before) and not (mark.words or mark.stops or before[-1].names.isdisjoint(_ALL))
