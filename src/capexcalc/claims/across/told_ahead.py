"""Shares with which a text begins, of a sum that it names only in the sentences after: "Two thirds of the new
plan, or 1.4bn, go to Lugo. The firm will spend 2.1bn in five years.", "Every fifth crown of the plan goes to
the clinics. It has 3.4bn, and 510m of that is the part of the clinics."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...reading.mentions import Amount, Proportion
from ..claim import Claim
from ..grammar.marks import OF_ONE, Mark, in_one_currency
from ..grammar.whole_nouns import is_in_money, nouns_in
from ..grammar.wording import COMPARED, Wording
from ..kinds import share_figures
from ..kinds.pairs import told
from ..kinds.share_whole import is_share
from ..kinds.share_words import is_compared, is_followed_by_of, is_of_economy, is_of_rest, tells_change
from .announced import fits, has_few_figures
from .other_sums import is_share_of, meets
from .part_names import part_told

_NEXT = 3  # sentences after the first in which the sum may stand
_BESIDE = 2  # words between a share and a noun
_NO_WHOLE = OF_ONE | COMPARED | {"earlier", "left", "gap", "valued"}
_EQUATED = frozenset(("or", "equivalence"))
_OF = frozenset(("part_of", "of_it", "of_all", "of"))


def told_ahead(
    wordings: Sequence[Wording], claims: Iterable[Claim], language: str
) -> Iterator[tuple[int, Claim]]:
    """The share of the first sentence that no other of ``claims`` is told by, of the first sum after it: if
    it fits; one that fails, where it is told right beside its part, or of a part by its name, and fits no
    other sum."""
    known = {each.proportion.start for each in claims if each.proportion is not None}
    first = wordings[0] if wordings else None
    mark = _share(first) if first is not None and has_few_figures(wordings) else None
    if first is None or mark is None or mark.start in known or not isinstance(mark.figure, Proportion):
        return
    for part, whole, sure in _pairs(first, mark, wordings[1 : 1 + _NEXT]):
        pair = in_one_currency(part, whole)
        if pair is None or pair[0].value >= pair[1].value:
            continue
        claim = replace(told(first, "share", *pair, mark.figure), proportion=mark.figure)
        near = sure and meets(claim, share_figures.ratio_of, share_figures.ROUGHLY)
        fails = near and _is_of_money(first, mark, language) and not _is_of_others(claim, wordings)
        if fits(claim) or fails:
            yield 0, claim
        return


def _share(first: Wording) -> Mark | None:
    """The only share of a sentence, if that tells no change by it."""
    shares = [mark for mark in first.marks if isinstance(mark.figure, Proportion)]
    if len(shares) != 1 or first.measures or first.adjusted or not is_share(first, shares[0]):
        return None
    mark = shares[0]
    other = is_compared(first, mark) or is_of_economy(first, mark) or tells_change(first, mark)
    return None if other else mark


def _pairs(first: Wording, mark: Mark, after: Sequence[Wording]) -> Iterator[tuple[Mark, Mark, bool]]:
    """A part and the sum it may be one of, and whether the share can hardly be told of others."""
    parts = [each for each in first.marks if "amount" in each.names]
    if len(parts) == 1 and "given" in parts[0].names and parts[0].names.isdisjoint(OF_ONE):
        sure = _is_beside(first, mark, parts[0]) and not is_of_rest(first, mark, parts[0])
        for whole in _sums(after):
            yield parts[0], whole, sure
    for wording in after if not parts else ():
        whole, *others = [*_sums([wording]), None]
        part = others[0] if len(others) > 1 else None
        if whole is not None and part is not None and _is_part(wording, whole, part):
            yield part, whole, _names_it(first, wording, whole, part)


def _is_of_money(first: Wording, mark: Mark, language: str) -> bool:
    """Whether a share is told in money, or of a plan or budget: "every fifth euro", "a third of the plan"."""
    sentence = first.sentence
    if is_in_money(sentence.text[mark.start : mark.end], language):
        return True
    nouns = [each for each in nouns_in(sentence, language) if "money" in each.kinds]
    beside = next((each for each in nouns if each.start >= mark.end), None)
    return beside is not None and sentence.words(mark.end, beside.start) <= _BESIDE


def _sums(wordings: Iterable[Wording]) -> Iterator[Mark]:
    for each in wordings:
        earlier = each.told_earlier
        for mark in () if each.measures else each.amount_marks:
            if mark.names.isdisjoint(_NO_WHOLE) and mark.start not in earlier:
                yield mark


def _is_beside(first: Wording, mark: Mark, part: Mark) -> bool:
    """Whether a text begins with the share, and a word equates it with its part, or commas set that apart."""
    before = first.preceding(mark.start)
    begins = not (mark.words or mark.stops) and all("start" in each.names for each in before)
    between = first.beginning(mark.end, part.start)
    equated = bool(between) and not (between[-1].names.isdisjoint(_EQUATED) or part.words)
    apart = part.stops == "," and not part.after and part.closed
    begins = begins and not is_followed_by_of(first, part)
    return begins and (equated or apart) and all(mark.figure is None for mark in between)


def _is_part(wording: Wording, whole: Mark, part: Mark) -> bool:
    between = (*wording.beginning(whole.end, part.start), *wording.following(part.end))
    return "listed" in part.names or any(not each.names.isdisjoint(_OF) for each in between)


def _names_it(first: Wording, wording: Wording, whole: Mark, part: Mark) -> bool:
    """Whether the first sentence ends, or begins, with what the part is for, as the other names it."""
    text, sentence = wording.sentence.text, wording.sentence
    end = min((each.start for each in sentence.amounts if each.start >= part.end), default=sentence.end)
    name = f"{text[whole.end : part.start]} {text[part.end : end]}"
    return part_told(first, first.sentence.end, [name, ""]) == (0, True)


def _is_of_others(claim: Claim, wordings: Iterable[Wording]) -> bool:
    marks = (mark.figure for each in wordings for mark in each.marks)
    return any(is_share_of(claim, each) for each in marks if isinstance(each, Amount))
