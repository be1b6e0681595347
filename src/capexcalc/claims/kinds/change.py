"""A rise or fall between two amounts: "up 12 % to 2.3bn from 2.0bn", "tripled", "doublé"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...money.interval import Interval
from ...money.money import EXACT
from ...rates.citation import rate_steps
from ...reading.mentions import Amount, Proportion
from ..claim import Claim
from ..grounds import FITS, Finding, Grounds, exact, in_currency, percent, quotes, shown
from ..sentence import Sentence
from ..verdict import strictly, weigh

_NEAR = 25  # characters between a percentage and the word that says up or down


def find(sentence: Sentence) -> Iterator[Claim]:
    """A proportion of change with the amount before it and the amount after it."""
    for proportion in sentence.proportions:
        way = _way(sentence, proportion)
        if way is None:
            continue
        pair = _old_and_new(sentence, proportion)
        if pair is not None:
            old, new = pair
            start = min(proportion.start, old.start, new.start)
            end = max(proportion.end, old.end, new.end)
            yield Claim(
                "change",
                start,
                end,
                new,
                old,
                None,
                sentence.span,
                proportion=proportion,
                falls=way == "decrease",
            )
            return


def judge_change(claim: Claim, grounds: Grounds) -> Finding:
    """The change that follows from the two amounts, both ends of their rounding carried through."""
    old, new, proportion = claim.object, claim.subject, claim.proportion
    assert old is not None
    assert proportion is not None
    before, quote = in_currency(old, new.currency, grounds)
    spread = strictly(old)
    if quote is not None:
        spread = Interval(quote.convert(spread.low), quote.convert(spread.high))
    if before <= 0 or new.value <= 0 or spread.low <= 0:
        return Finding("not_enough_info", f"there is no percentage from {shown(old)} to {shown(new)}")
    factor, factors = EXACT.divide(new.value, before), strictly(new).over(spread)
    computed, reach = factor - 1, factors.moved(Decimal(-1))
    stated = _stated(claim)
    strict = Interval.around(stated, proportion.unit)
    found = weigh(stated, strict, strict, computed, reach, grounds.tolerance)
    low, high = (percent(end) for end in reach)
    between = "" if low == high else f" ({low} to {high} with their rounding)"
    reason = f"{shown(old)} to {shown(new)} is {percent(computed)}{between}"
    fits = f'"{proportion.text}" {FITS[found.verdict]}'
    return Finding(
        found.verdict,
        f"{reason}; {fits}",
        stated,
        computed,
        found.interval,
        found.deviation_percent,
        None,
        quotes(quote),
        (
            *rate_steps(quote),
            f"{exact(new.value, new.currency)} / {exact(before, new.currency)} = {factor:.4f}",
        ),
    )


def _stated(claim: Claim) -> Decimal:
    """The change as a fraction of the old amount: "down 12 %" is -0.12, "tripled" 2."""
    proportion = claim.proportion
    assert proportion is not None
    if proportion.kind == "times":
        return proportion.value - 1
    return -proportion.value if claim.falls else proportion.value


def _way(sentence: Sentence, proportion: Proportion) -> str | None:
    """The name of the nearest cue that says up or down; a multiple goes up by itself."""
    if proportion.kind == "times":
        return "increase"
    near = [
        (max(proportion.start - cue.end, cue.start - proportion.end), cue.kind)
        for cue in sentence.cues
        if cue.kind in ("increase", "decrease")
    ]
    gap, kind = min(near, default=(_NEAR + 1, None))
    return kind if gap <= _NEAR else None


def _old_and_new(sentence: Sentence, proportion: Proportion) -> tuple[Amount, Amount] | None:
    """The amount changed from and the amount changed to, by the words before them, else by their order."""
    amounts = [a for a in sentence.amounts if not sentence.per_year(a)]
    if [a.bound for a in amounts] == ["range_low", "range_high"]:
        return amounts[0], amounts[1]  # "rose from 2bn to 3bn" reads as a range by itself
    olds = [a for a in amounts if sentence.leads("old", sentence.start, a.start)]
    if len(olds) != 1 or len(amounts) < 2:
        return None
    others = [a for a in amounts if a is not olds[0] and a.currency == olds[0].currency]
    others = others or [a for a in amounts if a is not olds[0]]
    marked = [a for a in others if sentence.leads("new", sentence.start, a.start)]
    new = min(marked or others, key=lambda a: abs(a.start - proportion.start))
    return olds[0], new
