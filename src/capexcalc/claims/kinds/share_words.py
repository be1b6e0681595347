"""What the words around a share say of other things that it may be one of than two amounts."""

from __future__ import annotations

from itertools import pairwise

from ...patterns import regex
from ...reading.mentions import Amount, Count, Proportion
from ..claim import Claim
from ..grammar.constructions import Match
from ..grammar.marks import Mark
from ..grammar.sentence import PUNCTUATION, WAYS
from ..grammar.wording import Wording
from .share_whole import NAMED

_COMPARES = frozenset(("base", "old", "exceeds", "below"))
_SAYS_AGAIN = frozenset(("or", "equivalence"))
_OF = frozenset(("of", "part_of", "of_it", "from"))
_UNREAD = regex(r"(?<!\d)(?!(?:19|20|25)\d\d(?!\d))\d")  # but for a year
OF_OR_FROM = frozenset(("of", "from", "old"))  # one word for all of them: "64% от"
_NUMBER = regex(r"\d\s?([^\W\d_]{2,4}|[^\W\d_](?!\w))")  # and the first letters of what follows
_STOPS = regex(r"[,;:()，；：（）、،؛]")
_BESIDE = 12  # characters
_FIRST = 2  # words: "90% of their first 656"
_TOGETHER = 8  # marks to either side of a share, among which are the others of a list or of a pair


def is_of_number(wording: Wording, claim: Claim) -> bool:
    """Whether a number that is no money stands between an amount and its share, which no word makes one of
    the whole: "loans of 2m to 320 firms, or 40%", "1,308 1,271 3% 5,116"."""
    part, whole, share = claim.subject, claim.object, claim.proportion
    if whole is None or share is None or part.end > share.start or part.end <= whole.start < share.start:
        return False
    between, at = wording.beginning(part.end, share.start), part.end
    told = any(isinstance(mark.figure, Count) for mark in between)
    for start, end in (*((mark.start, mark.end) for mark in between), (share.start, share.end)):
        told = told or _UNREAD.search(wording.sentence.text, at, start) is not None
        at = max(at, end)
    after = wording.following(share.end)
    return told and not any(not (m.words or m.stops or m.names.isdisjoint(_OF)) for m in after)


def is_followed_by_of(wording: Wording, part: Mark) -> bool:
    """Whether an amount is told to be one of something else: "a third, or 3bn of the road fund"."""
    after = wording.following(part.end)
    return any(not (mark.words or mark.stops or mark.names.isdisjoint(("of", "part_of"))) for mark in after)


def is_whole_of_another(wording: Wording, part: Mark) -> bool:
    """Whether an amount is what a share before it is one of: "2% of this 400bn", "90% of the first 656"."""
    before = wording.preceding(part.start, 2)
    told = len(before) == 2 and isinstance(before[0].figure, Proportion)
    told = told and not before[1].names.isdisjoint(("of", "part_of", "from"))
    return told and not (before[1].words or before[1].stops or part.stops or part.words > _FIRST)


def is_of_before(wording: Wording, part: Mark) -> bool:
    """Whether an amount stands in brackets behind words for the plan before: "the last plan (8bn)"."""
    return not part.words and any("previous" in mark.names for mark in wording.preceding(part.start))


def is_of_rest(wording: Wording, share: Mark, part: Mark) -> bool:
    """Whether a share may be one of what others leave: "half of the rest, 6.6m", but not of what a cut that
    the sentence just before tells of leaves."""
    if wording.was is not None and wording.names_one_sum:
        return False
    first, second = sorted((share, part), key=lambda mark: mark.start)
    before = (*wording.preceding(first.start, _TOGETHER), first)
    begun = max((m.end for m in before[:-1] if m.figure is not None), default=before[0].start)
    text, end = wording.sentence.text, wording.sentence.end
    closed = _STOPS.search(text, second.end, end)
    return wording.sentence.between(("rest",), begun, closed.start() if closed else end)


def is_of_things(wording: Wording, match: Match, share: Mark) -> bool:
    """Whether a share before an amount is told of a number of things: "of them 1,200 engineers, or 30 %, paid
    4bn"."""
    before = wording.beginning(match.start, share.start)
    return match.found[0][0] == "part_of" and any("count" in mark.names for mark in before)


def is_of_what_is_named(wording: Wording, match: Match, share: Mark) -> bool:
    """Whether a share is told to be of what was named just before, and no construction takes that up: "of
    that, 3bn is for stations, with half of it for lifts"."""
    told = wording.beginning(wording.sentence.start, share.start)
    if match.found[0][0] != "part_of" or match.first("PART") not in told:
        return False
    after = wording.following(share.end)
    found = (mark for _, mark in match.found)
    return any(
        "part_of" in mark.names and not (mark.words or mark.stops) and mark not in found for mark in after
    )


def is_part_of_it(wording: Wording, match: Match, share: Mark, part: Mark) -> bool:
    """Whether a sum after a share is a part of what that is: "3bn, a quarter of it, of which 2bn is lent"."""
    found = [mark for _, mark in match.found]
    between = wording.beginning(share.end, part.start)
    return any("part_of" in mark.names and mark.stops and mark not in found for mark in between)


def is_included(wording: Wording, part: Mark, share: Mark) -> bool:
    """Whether a share is one of the amount before it: "2,541 euros inclusive of 21% tax"."""
    before = wording.preceding(share.start)[-1:]
    start = before[0].start if before else share.start
    return part.end <= start and wording.sentence.between(("includes",), start, share.start)


def may_be_of_number(wording: Wording, share: Mark, part: Mark) -> bool:
    """Whether a sentence has a number before a share that goes on as that of the part does and is no figure,
    or counts things: it may be money whose name it leaves out, "it costs 22 million, of which three quarters,
    or 16 million"."""
    sentence, at = wording.sentence, wording.sentence.start
    said, gaps = sentence.text[part.start : part.end].casefold(), []
    for mark in wording.beginning(at, share.start):
        if mark.figure is not None and not isinstance(mark.figure, Count):
            gaps.append(sentence.text[at : mark.start])
            at = max(at, mark.end)
    gaps.append(sentence.text[at : share.start])
    return any(found[1].casefold() in said for gap in gaps for found in _NUMBER.finditer(gap))


def is_of_part(wording: Wording, share: Mark, part: Mark) -> bool:
    """Whether a share after an amount may be one of that, or of another thing that a clause of its own
    names: "1bn goes to the town, of which 41% for roads", "the budget is 500m, and the share of the sponsor
    is 40%", "the last plan had 8bn; the rise, he said, comes to 50%"."""
    between = (*wording.beginning(part.end, share.start), share)
    if any(("part_of" in mark.names and mark.stops) or ";" in mark.stops for mark in between):
        return True
    anew = [i for i, mark in enumerate(between) if "and" in mark.names and mark.stops]
    named = bool(anew) and sum(mark.words for mark in between[anew[-1] + 1 :]) > 1
    return named or any("contrast" in mark.names for mark in between)


def is_apart(wording: Wording, share: Mark, part: Mark) -> bool:
    """Whether an amount after a share begins another thought, or is what something has more than before: "the
    share is 7%, and sales are 101m", "it was above that of last year by 257bn, or 5.6%"."""
    after = (*wording.beginning(share.end, part.start), part)
    anew = any("and" in m.names and m.stops and not _says_again(then) for m, then in pairwise(after))
    for mark in reversed(wording.beginning(wording.sentence.start, part.start)):
        if anew or isinstance(mark.figure, (Amount, Proportion)):
            break
        anew = not mark.names.isdisjoint(("exceeds", "below"))
    return anew


def _says_again(mark: Mark) -> bool:
    """Whether a word takes up what stands before it: "a third, and that is 4bn"."""
    return not (mark.words or mark.stops or mark.names.isdisjoint(("this", "equivalence", "makes")))


def is_of_the_sum(wording: Wording, share: Mark, whole: Mark) -> bool:
    """Whether a word tells that a share is one of the sum after it, or that stands before it."""
    between = wording.beginning(share.end, whole.start)
    return whole.start < share.start or any(not mark.names.isdisjoint(_OF) for mark in between)


def compares(wording: Wording, share: Mark, whole: Mark) -> bool:
    """Whether a word says that an amount after a share is what something fell or rose from: "at 47.6, 15% off
    its high of 56"."""
    between = wording.beginning(share.end, whole.start)
    first = between[0] if between else whole
    if "bound" in first.names and not (first.words or first.stops) and (between[1:] or whole.words):
        return True  # "a fifth under the peak of 56", but not "a fifth of about 56"
    return any(
        not mark.names.isdisjoint(_COMPARES) and mark.names.isdisjoint(("of", "from")) for mark in between
    )


def may_be_time(wording: Wording, share: Mark, whole: Mark) -> bool:
    """Whether a half or a quarter may be one of a year, since words that no "of" begins part it from a sum:
    "a profit of 18m, and in the half it earned 31m"."""
    between = (*wording.beginning(share.end, whole.start), whole)
    timely = isinstance(share.figure, Proportion) and share.figure.may_be_time and share.start < whole.start
    told = all(mark.names.isdisjoint(("of", "from")) for mark in between)
    return timely and told and sum(mark.words for mark in between) > 1


def says_again(wording: Wording, share: Mark, part: Mark) -> bool:
    """Whether a share is that of the amount before it: "720m, or 75% of the cost, and 240m from the city"."""
    before = wording.preceding(share.start, 2)
    told = any("amount" in mark.names for mark in before[:-1])
    linked = any(not link.names.isdisjoint(_SAYS_AGAIN) and not link.words for link in before[-1:])
    apart = share.words or share.stops or part not in wording.beginning(share.end, part.end)
    return told and linked and not apart


def tells_change(wording: Wording, share: Mark) -> bool:
    """Whether a share is what something rose or fell by, or has more: "a $16bn, or 50 percent, increase",
    "supera en un 50 %", "3bn (9 %) above the last total"."""
    led = [mark for mark in wording.preceding(share.start, 2) if "article" not in mark.names][-1:]
    between = wording.beginning(led[0].end, share.start) if led else ()
    words = sum(mark.words for mark in (*between, share))
    if led and "exceeds" in led[0].names and words == 1 and not share.stops:
        return True
    after = next(iter(wording.following(share.end)), share)
    over = not after.words and after.stops in ("", ")") and not after.names.isdisjoint(("exceeds", "below"))
    return over or not (after.names.isdisjoint((*WAYS, "moved")) or after.words or after.after)


def is_of_economy(wording: Wording, share: Mark) -> bool:
    """Whether a share is one of all that a land produces: "3.7% of GDP, or 240bn"."""
    sentence = wording.sentence
    beside = sentence.last(("economy",), max(sentence.start, share.start - _BESIDE), share.end + _BESIDE)
    if beside is None:
        return False
    first, last = sorted(((beside.start, beside.end), (share.start, share.end)))
    return sentence.words(first[1], last[0]) <= 1


def is_of_another(wording: Wording, share: Mark, of_words: frozenset[str] = frozenset(("of",))) -> bool:
    """Whether words after a share name its whole, and that is no sum spoken of: "8.4bn, or 6% of output"."""
    of = next(iter(wording.following(share.end)), share)
    if "of" not in of.names or not of.names <= of_words or of.words or of.stops:
        return False
    end = next((mark.start for mark in wording.following(of.end)), wording.sentence.end)
    return bool(wording.sentence.text[of.end : end].strip(PUNCTUATION))


def is_compared(wording: Wording, share: Mark) -> bool:
    """Whether a share is what something is beside what it was or was to be: "60bn (80 % compared with
    2015)"."""
    after = next(iter(wording.following(share.end)), None)
    if after is None or after.words or after.stops:
        return False
    return "old" in after.names and after.names.isdisjoint(OF_OR_FROM - {"old"})


def is_over_all(match: Match, share: Mark) -> bool:
    """Whether a share is more than all there is of anything that is named: "it will reach 110 %, or 11bn"."""
    named = any(name in NAMED and mark.start >= share.end for name, mark in match.found)
    return isinstance(share.figure, Proportion) and share.figure.value > 1 and not named


def is_of_more(last: Mark) -> bool:
    """Whether a construction ends in a word for the whole, and words go on that may tell of what else that
    is: "64 % of the sum of its revenues"."""
    return last.figure is None and not last.closed and "of_it" not in last.names


def is_begun_anew(wording: Wording, share: Mark, whole: Mark) -> bool:
    """Whether a comma parts a share from an amount after it that it is not told to be of: "fell 62 cents, or
    10 percent, to $5.50"."""
    between = wording.beginning(share.end, whole.end)
    parted = any("," in mark.stops for mark in between)
    return parted and all(mark.names.isdisjoint(("of", "part_of", "from")) for mark in between)


def is_inside(wording: Wording, part: Mark, share: Mark) -> bool:
    """Whether a share is one of several things in a sum: "3bn of assets, including 20% of the 12bn fund", but
    not "3bn of the fund, that is 25% of the 12bn"."""
    between = wording.beginning(part.end, share.start)
    return any("part_of" in mark.names and (mark.words or mark.stops) for mark in between)
