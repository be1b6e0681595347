"""What a share was paid for, and what that makes the whole worth, in clauses or sentences beside each other:
"The fund buys 18% of the brewery for 360m. The price values all of it at 2bn.", "It sold a 12.5% stake. The
buyer paid 150m, by which the whole bank is worth 1.2bn".

No row of words binds these three figures; that there are no others of their kind does. So a claim that fails
is one only where a word says that the worth is that of the whole, or follows from the price, and nothing else
in those sentences could be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, product
from typing import NamedTuple

from ...money.interval import Interval
from ...reading.mentions import Proportion
from ..claim import Claim, object_of
from ..grammar.marks import OF_ONE, Mark, in_one_currency
from ..grammar.stake_words import (
    follows_from_price,
    is_of_other_worth,
    is_of_stake,
    is_price,
    is_worth,
    measures_more,
)
from ..grammar.wording import COMPARED, Wording
from ..kinds import valuation
from ..kinds.pairs import ONE, fits_as_it_stands, is_of_one_end, likely, told

_BEFORE = 2  # sentences with figures, in which the others of the three may stand
_MANY = 8  # amounts or shares: among more some soon fit each other
_GAP = 2  # characters between sentences
_NO_SUM = OF_ONE | COMPARED | {"earlier", "dated", "yardstick", "gap"}
_ONE_SIDE = ("at_least", "at_most")
_OPEN = ("others", "plus", "rest", "includes", "excludes", "capped")
_SLACK = Decimal("0.01")  # of the worth, by which the price may miss it where the words prove little
_MAY_OWE = Interval(Decimal("1.002"), Decimal("1.13"))  # of a firm with its debts to one without


class _Place(NamedTuple):
    """A figure and the sentence in which it stands."""

    at: Wording
    mark: Mark


class _Deal(NamedTuple):
    """The figures of a deal, and the sentences that tell it."""

    share: _Place
    price: _Place
    value: _Place
    claim: Claim

    @property
    def sentences(self) -> tuple[Wording, ...]:
        return self.share.at, self.price.at, self.value.at


def priced_stakes(
    wordings: Sequence[Wording], claims: Sequence[Claim], language: str
) -> Iterator[tuple[int, Claim]]:
    """The worths that sentences tell together with a share and its price, each with the place of the last of
    them; none that one of ``claims`` tells as well."""
    known = {object_of(each).start for each in claims if each.kind == "valuation"}
    for n in range(len(wordings)):
        here = wordings[max(0, n - _BEFORE) : n + 1]
        if not (wordings[n].sentence.amounts and any(each.sentence.proportions for each in here)):
            continue
        deals = [each for each in _deals(here, language) if object_of(each.claim).start not in known]
        found = next(
            (each for each in deals if _fits(each.claim) and _is_told_together(each, language)), None
        )
        found = found or next((each for each in deals if _fails(here, each, language)), None)
        if found is not None:
            known.add(object_of(found.claim).start)
            yield n, found.claim


def _deals(here: Sequence[Wording], language: str) -> Iterator[_Deal]:
    """All that may be told of a share, its price and a worth, the last of them in the last sentence."""
    shares = [_Place(each, mark) for each in here for mark in each.marks if _is_share(mark)]
    money = [_Place(each, mark) for each in here for mark in each.marks if "amount" in mark.names]
    if not 0 < len(shares) <= _MANY or not 1 < len(money) <= _MANY:
        return
    begin = here[-1].sentence.start
    if not any(each.at is here[-1] and is_worth(*each, language) for each in money):
        return
    values = [each for each in money if is_worth(*each, language)]
    shares = [each for each in shares if is_of_stake(*each, language)] if values else []
    for value in values:
        prices = [each for each in money if each not in values]
        prices.sort(key=lambda each: abs(each.mark.start - value.mark.start))
        for share, price in product(shares, prices):
            apart = min(share.mark.start, price.mark.start) < begin
            after = value.mark.start > max(share.mark.start, price.mark.start)
            if value.mark.start < begin or (apart and not after):
                continue  # a worth that another sentence tells first is one of something else
            if any("after" in mark.names for mark in value.at.beginning(price.mark.end, value.mark.start)):
                continue  # "for 200m, months after it bought into another firm, which was valued at 1.2bn"
            claim = _claim(here[-1], share.mark, price.mark, value.mark)
            if claim is not None:
                yield _Deal(share, price, value, claim)


def _is_share(mark: Mark) -> bool:
    return isinstance(mark.figure, Proportion) and mark.figure.kind != "times" and 0 < mark.figure.value < 1


def _claim(wording: Wording, share: Mark, price: Mark, value: Mark) -> Claim | None:
    pair = in_one_currency(price, value)
    if pair is None or not 0 < pair[0].value < pair[1].value or price.names & OF_ONE:
        return None
    if not _NO_SUM.isdisjoint(value.names):
        return None
    assert isinstance(share.figure, Proportion)
    claim = told(wording, "valuation", *pair, share.figure)
    return None if is_of_one_end(claim) else replace(claim, proportion=share.figure)


def _fits(claim: Claim) -> bool:
    """Whether figures fit to the figure: among several two soon make about a third."""
    if not valuation.ratio_of(claim).meets(ONE) or not fits_as_it_stands(claim, valuation.ratio_of):
        return False
    assert claim.proportion is not None
    price, worth = claim.subject.value, object_of(claim).value
    return abs(worth * claim.proportion.value / price - 1) <= _SLACK


def _is_told_together(deal: _Deal, language: str) -> bool:
    """Whether nothing stands between the sentences of the three figures, and a price in one of its own is
    told to be one."""
    return _adjoin(deal) and (deal.price.at is deal.share.at or is_price(*deal.price, language))


def _fails(here: Sequence[Wording], deal: _Deal, language: str) -> bool:
    """Whether a worth that does not fit can be told of nothing but the only share and its only price, which
    its sentence, or those right before it, tell."""
    share, price, value, claim = deal
    if value.mark.start < max(share.mark.start, price.mark.start) or object_of(claim).bound in _ONE_SIDE:
        return False
    if share.at.sentence.between(("coupon",), *share.at.sentence.span):
        return False  # "at a rate of 11 % a year"
    ratio = valuation.ratio_of(claim)
    if ratio.meets(ONE) or not likely(ratio) or not _is_alone(here, deal):
        return False
    if any(_is_left_open(each, language) for each in deal.sentences) or not _is_told_together(deal, language):
        return False
    if value.at is not price.at and _MAY_OWE.low <= ratio.low <= _MAY_OWE.high:
        return False
    if is_of_other_worth(*value, language) or _is_without_new_money(deal):
        return False
    return follows_from_price(*value, language)


def _is_without_new_money(deal: _Deal) -> bool:
    """Whether a firm is told to be valued without the money paid in, or may be in a round of funding."""
    said, paid_in = (
        any(each.sentence.between((kind,), *each.sentence.span) for each in deal.sentences)
        for kind in ("premoney", "funding")
    )
    return said or (paid_in and valuation.is_before_money(deal.claim))


def _is_alone(here: Sequence[Wording], deal: _Deal) -> bool:
    """Whether the sentences from the first to the last of the three figures name no other share, and no other
    amount before the last of them but the price of one of many, or what the price is in another currency."""
    own = {deal.share.mark.start, deal.price.mark.start, deal.value.mark.start}
    first, last = min(each.sentence.start for each in deal.sentences), max(own)
    marks = [m for each in here for m in each.marks if first <= m.start < last and m.start not in own]
    sums = (m for m in marks if "amount" in m.names and not m.names & OF_ONE)
    return not any(map(_is_share, marks)) and not any(in_one_currency(m, deal.price.mark) for m in sums)


def _is_left_open(wording: Wording, language: str) -> bool:
    """Whether a sentence speaks of sales or debts, of what was before, or of more than it tells."""
    sentence = wording.sentence
    return sentence.between(_OPEN, *sentence.span) or wording.looks_back or measures_more(wording, language)


def _adjoin(deal: _Deal) -> bool:
    """Whether nothing stands between the sentences of the three figures."""
    spans = sorted({each.sentence.span for each in deal.sentences})
    return all(other[0] - one[1] <= _GAP for one, other in pairwise(spans))
