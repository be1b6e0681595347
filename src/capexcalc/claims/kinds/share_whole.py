"""Where words say that a share is one of the sum that a text is about: "a third of the total"."""

from __future__ import annotations

from ...reading.tokens import spaceless
from ..claim import Claim
from ..grammar.marks import Mark, in_one_currency
from ..grammar.sentence import count_words
from ..grammar.wording import Wording

NAMED = ("topic", "of_it", "of_all", "part_of", "this", "the_sum")  # what a share may be told to be of
_MAKES = frozenset(("makes", "equivalence", "or"))
_SAYS_SO = frozenset(("makes", "equivalence", "equivalence_after", "or"))
_EQUATING = frozenset(("equivalence", "or"))
_BASE = frozenset(("of", "part_of", "of_all"))
_PARTICLE = 1  # word
_SEVERAL = 3  # shares, that of the whole with them
_NAME = 2  # words, at least, of what a whole is


def is_beside_whole(wording: Wording, share: Mark, part: Mark) -> bool:
    """Whether a word for the whole stands right beside a share, and the part beside that: "it takes 3bn, a
    third of the total"."""
    between = wording.beginning(part.start, share.start)
    if not between or any(mark.figure is not None for mark in between[1:]):
        return False
    before, after = wording.preceding(share.start), wording.following(share.end)
    leads = before and not (share.words or share.stops) and not before[-1].names.isdisjoint(NAMED)
    leads = leads and not is_bought(wording, share)
    follows = after and after[0].closed and not (after[0].words or after[0].stops)
    return bool(leads) or bool(follows and not after[0].names.isdisjoint(NAMED))


def is_share(wording: Wording, mark: Mark) -> bool:
    """Whether a percentage may be a share: one told to be reached, too, if a word for the whole or an amount
    that it is equated with follows: "it benefits from 45 % of it", "its part comes to 35 %, or 8bn"."""
    if "level" not in mark.names:
        return not mark.names.isdisjoint(("share", "its_share"))
    after = wording.following(mark.end, 2)
    beside = bool(after) and not after[0].words and (not after[0].stops or not after[0].after)
    equated = beside and not after[0].names.isdisjoint(_EQUATING) and "amount" in after[-1].names
    return is_of_named(wording, mark) or (equated and not after[-1].words)


def is_whole(wording: Wording, mark: Mark) -> bool:
    """Whether a mark is a word for all of the sum: "of the total"."""
    return "of_all" in mark.names or wording.sentence.between(("of_whole",), mark.start, mark.end)


def names_whole(wording: Wording, share: Mark) -> bool:
    """Whether a word for all of the sum stands right before or after a share."""
    before, after = wording.preceding(share.start), wording.following(share.end)
    beside = [each for each in before if not (share.words or share.stops)]
    beside += [each for each in after if not (each.words or each.stops)]
    return any(is_whole(wording, each) for each in beside)


def is_of_named(wording: Wording, share: Mark) -> bool:
    """Whether a word for the whole follows a share at once."""
    after = wording.following(share.end)
    return bool(after) and not (after[0].words or after[0].stops or after[0].names.isdisjoint(NAMED))


def is_said_so(wording: Wording, share: Mark) -> bool:
    """Whether a share ends its clause, or a verb follows that says no more than that it is one: "30bn makes
    35% of it", but not 30억 원으로 전체의 35%를 고친다, which says what is bought with 30bn."""
    after = wording.following(share.end)
    if not after:
        return count_words(wording.sentence.text[share.end : wording.sentence.end]) <= _PARTICLE
    said = not (after[0].words or after[0].stops) and not after[0].names.isdisjoint(_SAYS_SO)
    return share.closed or said or after[0].figure is not None


def is_bought(wording: Wording, share: Mark) -> bool:
    """Whether a share of the whole may be what is done with the amount before it."""
    before = wording.preceding(share.start)[-1:]
    led = any(not (each.stops or each.names.isdisjoint(("of_all", "of_it"))) for each in before)
    return led and not (share.words or share.stops) and not is_said_so(wording, share)


def is_of_money(wording: Wording, share: Mark) -> bool:
    """Whether the one share of a sentence with one sum is told to be of money, or to be what that makes: "25%
    of the budget is 3bn", "3bn makes 25%."."""
    if not (wording.names_one_sum and wording.names_one_share):
        return False
    before, *after = (*wording.preceding(share.start), *wording.following(share.end))
    beside = [before] if not (share.words or share.stops) else []
    beside += [mark for mark in after if not (mark.words or mark.stops)]
    told = share.closed and any(not mark.names.isdisjoint(_MAKES) for mark in beside)
    return told or (wording.is_beside("money", share) and not may_name_whole(wording, share))


def is_listed(wording: Wording, share: Mark, part: Mark) -> bool:
    """Whether a share stands right beside one of several parts: "16 % of it is for A, a tenth, 3bn, for
    B"."""
    first, second = sorted((share, part), key=lambda mark: mark.start)
    between = wording.beginning(first.end, second.start)
    apart = second.words or any(mark.words or mark.figure is not None for mark in between)
    return "listed" in part.names and not apart


def may_name_whole(wording: Wording, share: Mark) -> bool:
    """Whether words right after a share may name its whole, as a genitive does: "150m, or 5% of the region's
    budget" in languages without a word for "of"."""
    after = next((mark.start for mark in wording.following(share.end)), wording.sentence.end)
    text, end = wording.sentence.text, share.end
    after = next((mark.start for mark in wording.following(end)), wording.sentence.end)
    money = next((cue for cue in wording.sentence.cues_from(end) if cue.kind == "money"), None)
    if money is not None and money.end <= after and not text[end : money.start].strip():
        end = money.end
    first = text[end:after].strip()[:1]
    return first.isalnum() and not spaceless(first)


def is_base_of_another(wording: Wording, part: Mark) -> bool:
    """Whether an amount is told to be what the smaller one right before it is of: "3bn of the budget of 12bn,
    or 25%"."""
    *_, before, link = (None, None, *wording.preceding(part.start, 2))
    pair = None if before is None else in_one_currency(before, part)
    if pair is None or link is None or pair[0].value >= pair[1].value:
        return False
    return not (link.names.isdisjoint(_BASE) or link.words or link.stops or part.stops)


def is_beside_share_of_whole(wording: Wording, claim: Claim) -> bool:
    """Whether the whole, or the first sum of the sentence, has a share of its own right behind it, as several
    parts have, and no word makes them its own: each may be of a budget of its own, "it spent 600m, or 30%:
    40m, or 8%, and 560m, or 37%"."""
    whole, share = claim.object, claim.proportion
    here = wording.sentence.amounts
    if whole is None or share is None or not here:
        return False
    first = whole if whole.start >= here[0].start else here[0]
    shares = [mark for mark in wording.marks if "share" in mark.names and mark.start > first.end]
    if len(shares) < _SEVERAL or shares[0].words or not shares[0].start < claim.subject.start < share.start:
        return False
    between = wording.beginning(first.end, shares[0].start)
    if any(mark.words or mark.names.isdisjoint(_MAKES) for mark in between):
        return False
    led = (*wording.beginning(shares[0].end, share.start), *wording.following(share.end))
    return all(mark.names.isdisjoint(("part_of", "of_it")) for mark in led)


def is_price(wording: Wording, share: Mark, part: Mark) -> bool:
    """Whether a share is what something was bought for: "it has 100m, bought at a tenth of the price"."""
    led = wording.preceding(share.start)[-1:]
    return part.start < share.start and any(
        "price" in mark.names and not (share.words or share.stops) for mark in led
    )


def names_own_whole(wording: Wording, share: Mark) -> bool:
    """Whether a word for the whole follows a share, and goes on to tell of what: "half of the total support
    for the economy, or 689m"."""
    whole, after, *_ = (*wording.following(share.end, 2), None, None)
    if whole is None or after is None or whole.words or whole.stops or "part_of" not in whole.names:
        return False
    return after.words >= _NAME and not after.stops
