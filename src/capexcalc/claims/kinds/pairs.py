"""Two figures that a sentence equates: the claim made of them, and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain
from operator import itemgetter

from ...money.interval import Interval
from ...reading.mentions import Amount, PeriodMention
from ..claim import Claim, KindName
from ..grammar.constructions import Match
from ..grammar.marks import Figure
from ..grammar.sentence import Sentence
from ..grammar.wording import Wording

ONE = Interval(Decimal(1), Decimal(1))
ALIKE = Interval(Decimal("0.6"), Decimal("1.7"))
_SLACK = Interval(Decimal("0.96"), Decimal("1.04"))  # of figures to what is stated of them
ENDS = frozenset(("range_low", "range_high"))
SLIPS = tuple(map(Decimal, ("10", "0.1", "1000", "0.001")))
_SLIP = Interval(Decimal("0.9"), Decimal("1.1"))  # of one figure to the other, but for the power of ten


def pair_claim(
    kind: KindName,
    sentence: Sentence,
    subject: Amount,
    stated: Amount,
    period: PeriodMention | None = None,
) -> Claim:
    """A claim that begins with its first amount or, where the subject stands elsewhere, with its sentence."""
    inside = subject.start >= sentence.start
    start = min(subject.start, stated.start) if inside else sentence.start
    return Claim(kind, start, stated.end, subject, stated, period, sentence.span, not inside)


def told(wording: Wording, kind: KindName, subject: Amount, *stated: Figure) -> Claim:
    """A claim without more than its kind, its subject and its place: from its first figure to its last, or
    from where the sentence begins if that only takes its subject up. What is stated first is its object."""
    sentence = wording.sentence
    figures = [figure for figure in (subject, *stated) if sentence.start <= figure.start < sentence.end]
    inside = subject in figures
    start = min(figure.start for figure in figures) if inside else sentence.start
    end = max(figure.end for figure in figures)
    for after in wording.following(end):
        if "taken" in after.names:
            end = after.end  # "127bn a year"
    other = next((figure for figure in stated if isinstance(figure, Amount)), None)
    return Claim(kind, start, end, subject, other, None, sentence.span, not inside)


Ratio = Callable[[Claim], Interval | None]  # of what follows from a claim's figures to the one stated


def likely(ratio: Interval, near: Interval = ALIKE) -> bool:
    """Whether two figures are so near each other, but for a slip by a power of ten, that one can be meant to
    be the other, which the words alone do not prove: "$250,000 a day, or $1m a year" may be two prices."""
    return ratio.meets(near) or any(ratio.times(slip).meets(_SLIP) for slip in SLIPS)


def best(
    claims: Iterable[Claim | None],
    ratio: Ratio,
    match: Match,
    topic: Callable[[Claim], bool] = lambda _: True,
    *,
    loose: bool = False,
    near: Callable[[Claim], bool] = lambda _: False,
    alike: Interval = ALIKE,
) -> Claim | None:
    """Of the readings of one claim, likeliest first, the one whose figures fit; where none does, the first.

    Not so where the words prove little: what a sentence takes up from an earlier one may be something else if
    it is far from fitting, one end of a range leaves the other open, and a ``loose`` construction is none
    unless its figures fit, or are ``near`` in a reading about the ``topic`` of the text. A wild one is about
    nothing else.
    """
    wild, loose = match.construction.wild, loose or match.construction.loose
    read = [(each, ratio(each)) for each in claims if each is not None and (not wild or topic(each))]
    fitting = (each for each, found in read if found is not None and found.meets(ONE))
    meant = (
        each
        for each, found in read
        if loose and found is not None and not is_of_one_end(each) and topic(each) and near(each)
    )
    if (first := next(chain(fitting, meant), None)) is not None:
        return first
    taken_up = match.first("topic") is not None
    return next(
        (
            claim
            for claim, found in read
            if not (loose or is_of_one_end(claim))
            and not (taken_up and found is not None and not likely(found, alike))
        ),
        None,
    )


def is_of_one_end(claim: Claim) -> bool:
    """Whether a claim is told of one end of a range: "2bn to 3bn a year, or 20bn to 30bn in all"."""
    bounds = {each.bound for each in (claim.subject, claim.object, *claim.parts) if each is not None}
    return not bounds.isdisjoint(ENDS)


def fits_as_it_stands(claim: Claim, ratio: Ratio) -> bool:
    """Whether the figures of a claim fit without all that their rounding leaves open, but for little."""
    found = ratio(as_it_stands(claim))
    return found is not None and found.meets(_SLACK)


def as_it_stands(claim: Claim) -> Claim:
    """A claim of the same figures, none of them rounded."""
    told = claim.proportion
    return replace(
        claim,
        subject=_exact(claim.subject),
        object=claim.object and _exact(claim.object),
        parts=tuple(map(_exact, claim.parts)),
        proportion=told and told._replace(unit=Decimal(0)),
    )


def _exact(amount: Amount) -> Amount:
    return replace(amount, unit=Decimal(0))


def closest(
    read: Callable[[Match], Claim | None], matches: Iterable[Match], ratio: Ratio | None = None
) -> Iterator[Claim]:
    """One claim for each figure stated, as ``read`` makes it of a construction: one that fits by its
    ``ratio``, then one whose words bind it, then in one sentence, then that whose figures stand closest."""
    found: dict[int, tuple[tuple[bool, bool, bool, int], Claim]] = {}
    for match in matches:
        claim = read(match)
        if claim is not None:
            fails = ratio is not None and not fits_as_it_stands(claim, ratio)
            one, at = ((fails, match.construction.wild, *_apart(claim)), claim), stated_at(claim)
            found[at] = min(found.get(at, one), one, key=itemgetter(0))
    return (claim for _, claim in found.values())


def stated_at(claim: Claim) -> int:
    """Where the figure that a claim states begins."""
    return (claim.proportion or next(iter(claim.parts), claim.object) or claim.subject).start


def _apart(claim: Claim) -> tuple[bool, int]:
    of_earlier = claim.object is not None and claim.object.start < claim.sentence[0]
    return claim.assumed or of_earlier, claim.end - claim.start
