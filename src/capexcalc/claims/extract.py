"""The claims of a text, found from the mentions and the cues between them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date
from functools import partial
from itertools import chain, islice

from ..reading.mentions import Reading
from .across.added_on import added_on
from .across.announced import SENTENCES, announced, gives_way
from .across.beaten import beaten
from .across.borne_out_sums import borne_out_sums
from .across.from_to import from_to
from .across.line_lists import line_lists
from .across.multiplied import multiplied
from .across.named_changes import named_changes
from .across.named_parts import named_shares
from .across.named_wholes import shares_of_named
from .across.other_sums import (
    Told,
    goes_on,
    is_of_another_thing,
    may_be_of_another,
    may_be_year_of_another,
    open_to,
    told_parts,
    told_right,
)
from .across.priced_stakes import priced_stakes
from .across.rests import rests
from .across.since_earlier import since_earlier
from .across.spread import spread
from .across.told_ahead import told_ahead
from .across.told_next import told_next
from .across.told_of_others import is_told_of_others, others_of
from .across.told_twice import told_twice
from .across.unlike import unlike
from .across.whole_of_list import of_totals
from .across.yearly_changes import yearly_changes
from .claim import Claim
from .grammar.possible import is_related, left_by, possible
from .grammar.sentence import split
from .grammar.worded import find_commitment, worded
from .grammar.wording import Wording
from .kinds import KINDS
from .kinds.other_shares import are_of_another_whole
from .kinds.untimely import untimely

_TWO = 2  # amounts, at least, that can be held against each other
_BEFORE = 2  # sentences whose sums one may go on about
_FINDERS = tuple((kind.name, kind.find) for kind in KINDS if kind.find is not None)


def extract(text: str, reading: Reading, day: date | None = None) -> Iterator[Claim]:
    """The claims of a text in the order they begin, sentence by sentence: a long text has a great many.
    ``day`` is that of the text, if it is known."""
    language, told = reading.language, wordings(text, reading, day)
    each = ((wording, _claims(wording, kinds, language)) for wording, kinds in told)
    for _, claims in chain(_announced(list(islice(each, SENTENCES)), reading, day), each):
        own = (claim for claim in claims if not goes_on(claim, reading))
        yield from sorted(own, key=lambda c: (c.start, c.end))


def _claims(wording: Wording, kinds: Set[str], language: str) -> list[Claim]:
    found = (claim for name, find in _FINDERS if name in kinds for claim in find(wording))
    return list(untimely(found, wording.sentence, language))


def _announced(
    found: list[tuple[Wording, list[Claim]]], reading: Reading, on: date | None
) -> list[tuple[Wording, list[Claim]]]:
    """The first sentences with their claims, and with those that they make of the sum the text announces."""
    money = [amount for wording, _ in found for amount in wording.sentence.amounts]
    if len(money) < _TWO:
        return found
    beside, language = tuple(wording for wording, _ in found), reading.language
    told = _told(found)
    for _, own in found:
        own[:] = of_totals(own, told, beside)
    told = _told(found)
    parts, right, strays = told_parts(told), told_right(told), unlike(beside, told, language=language)
    tell = partial(_tell, found, language)
    for _, own in found:
        own[:] = [
            open_to(each, money)
            for each in own
            if not (
                may_be_of_another(each, parts, money)
                or may_be_year_of_another(each, money)
                or is_of_another_thing(each, right)
                or each in strays
            )
        ]
    tell(announced(beside, _told(found), on), right)
    yearly = spread(beside, _told(found), on, language)
    tell((each for each in yearly if not may_be_year_of_another(each[1], money)), right)
    tell(from_to(beside, _told(found)), right)
    tell(since_earlier(beside, _told(found), on), right)
    tell(named_shares(beside, _told(found), language))
    tell(told_next(beside, _told(found)))
    tell(named_changes(beside, _told(found)), frozenset())
    if reading.numbers or reading.periods:
        tell(multiplied(beside, reading.numbers, _told(found), language))
    tell(line_lists(beside, _told(found)))
    tell(added_on(beside, _told(found)))
    tell(rests(beside, _told(found)))
    tell(priced_stakes(beside, _told(found), language))
    tell(told_ahead(beside, _told(found), language))
    tell(borne_out_sums(beside, _told(found), language, on), right)
    tell(yearly_changes(beside, _told(found)), right)
    tell(told_twice(beside, _told(found)))
    tell(shares_of_named(beside, _told(found), language))
    tell(beaten(beside, _told(found), on), frozenset())
    others = others_of(beside)
    for _, own in found:
        own[:] = [
            each for each in own if not (are_of_another_whole(each, own) or is_told_of_others(each, others))
        ]
    return found


def _told(found: Iterable[tuple[Wording, list[Claim]]]) -> list[Claim]:
    return list(chain.from_iterable(own for _, own in found))


def _tell(
    found: Sequence[tuple[Wording, list[Claim]]],
    language: str,
    claims: Iterable[tuple[int, Claim]],
    right: Set[Told] | None = None,
) -> None:
    """Add claims, each with the place of its sentence; if it is known what the text tells ``right``, none
    that is of another thing, and in place of those told by the same figure."""
    beside, known = tuple(wording for wording, _ in found), _told(found)
    new = [(n, each) for n, claim in claims for each in of_totals((claim,), known, beside)]
    if not new:
        return
    strays = unlike(beside, (claim for _, claim in new), known, language)
    for n, claim in new:
        if claim in strays or (right is not None and is_of_another_thing(claim, right)):
            continue
        own = found[n][1]
        own[:] = [*(each for each in own if right is None or not gives_way(each, claim)), claim]


def wordings(text: str, reading: Reading, day: date | None = None) -> Iterator[tuple[Wording, Set[str]]]:
    """The sentences with something that figures may be related by, as constructions see them, each with the
    kinds of what it may claim. Those after the last that may claim any are not looked at."""
    if not (reading.amounts or reading.rates):
        return
    kinds = list(_possible(text, reading))
    final = max((n for n, each in enumerate(kinds) if each), default=None)
    if reading.numbers:  # which no words of one sentence need relate to its money
        final = max(final or 0, min(len(kinds) - 1, SENTENCES))
    if final is None:
        return
    commitment = find_commitment(split(text, reading), day)
    before: deque[Wording] = deque(maxlen=_BEFORE)
    earlier: deque[Wording] = deque(maxlen=_BEFORE)
    about: tuple[Wording, ...] = ()  # whose sums the last sentence may take up
    since, last = 0, None
    for sentence, own in zip(split(text, reading), kinds[: final + 1], strict=False):
        figures = sentence.amounts or sentence.rates or sentence.periods
        related = is_related(sentence)
        if related or figures:
            named = commitment and any(map(commitment.amount.is_same_money, sentence.amounts))
            since = 0 if named else since + 1
        if figures and not related:  # it claims nothing, but others may go on about its sums
            last = Wording(sentence, commitment, since=since, day=day)
            before.append(last)
            earlier.append(last)
            yield last, own
        if related or (sentence.proportions and not figures):  # "That is a rise of 50 %."
            with_money = tuple(each for each in reversed(before) if each.sentence.amounts)
            about = with_money if sentence.amounts else tuple(dict.fromkeys((*with_money, *about)))
            if own:
                money = tuple(chain.from_iterable(each.money() for each in reversed(earlier)))
                last = worded(sentence, commitment, about, money, since, last, day)
                own &= possible(sentence, {"topic"} | last.left)
            else:
                money = tuple(chain.from_iterable(each.sentence.amounts for each in reversed(earlier)))
                last = Wording(sentence, commitment, earlier=money, since=since, day=day)
            if related:
                before.append(last)
                earlier.append(last)
            yield last, own


def _possible(text: str, reading: Reading) -> Iterator[Set[str]]:
    """The kinds of claims that each sentence may make."""
    before: Set[str] = frozenset()
    for sentence in split(text, reading):
        yield possible(sentence, before)
        before |= left_by(sentence)
