"""Read a text: every amount, period and cue in it, with its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise, zip_longest
from typing import TypeVar

from ..money.money import EXACT, plain
from .amounts import find_amounts
from .counts import counts_in_brief, find_counts
from .disambiguate import settle
from .draft import Draft
from .items import Item, Items, item_at, places
from .lands import Lands
from .language import FALLBACK, foreign, guesses, region_of
from .left_out import SoFar
from .lexicon import Lexicon, load_lexicon
from .line_breaks import as_given, mend
from .matcher import match_phrases
from .mentions import Amount, Count, Cue, PeriodMention, Proportion, Reading
from .periods import PeriodDraft, find_periods
from .proportions import find_proportions
from .prose import prose
from .rate_notes import find_rates
from .sentences import blocks, line_width, sentences
from .separators import Known, Passage, settle_separators
from .titles import titled

_MONEY = frozenset(("currency", "code", "subunit", "tenth"))
_MONEY_OR_SCALE = _MONEY | {"scale"}
_CUES = frozenset(("cue", "bound", "bound_after", "article", "range_and", "join", "unit", "respectively"))
# Beside which a number may be a factor.
_COUNTING = frozenset(("each", "each_before", "each_ahead", "per_one", "total"))
_MULTIPLYING = _COUNTING | {
    "outlay",
    "unit_price",
    "per",
    "takings",
    "mean",
    "per_quarter",
    "per_month",
    "per_week",
    "per_day",
}  # texts with which may tell what all of many cost
_WEEK, _YEAR = [0, 7], [12, 0]  # months, days
_M = TypeVar("_M", Cue, Proportion, Count)
# What a heading tells without money.
_SHARES = frozenset(
    ("percent", "percent_before", "proportion", "denominator", "multiple", "times", "times_before")
)
_HEADING = 80  # characters
_TITLED = 8  # amounts of a text that its heading may name
_SHORT = 80  # characters; so few are as cheap to read as to sift


def read(
    text: str,
    lang: str | None = None,
    on: date | None = None,
    known: Known | None = None,
    *,
    bold: bool = False,
) -> Reading:
    """All mentions in ``text``, in order.

    ``lang`` is an ISO 639 code, with a region if one is known ("en-AU"). Without it the language is detected,
    and a sentence in another language (a quotation) is read in its own. ``on`` is the day the text is of, if
    it is known: words for money mean the currencies of that day. ``known`` tells of a ``lang`` that was not
    given but found. ``bold`` is for words among which money must be, where "won" is no verb.
    """
    languages = [] if lang else guesses(text)
    if len(languages) > 1:
        from .guess import agree  # here: few texts are too short to tell

        return agree([read(text, language, on, "assumed") for language in languages])
    detected = languages[0] if languages else None
    known = known or ("given" if lang else "detected" if detected else "assumed")
    spoken = region_of(text, lang or detected or FALLBACK)
    lexicon = load_lexicon(spoken, assumed=known == "assumed", bold=bold)
    told = prose(text)
    mended = mend(told, lexicon)
    if mended is None:
        return _read(told, lexicon, known, on, mixed=detected is not None)
    return as_given(text, mended, _read(mended.text, lexicon, known, on, mixed=detected is not None))


def _read(text: str, lexicon: Lexicon, known: Known, on: date | None, *, mixed: bool) -> Reading:
    drafts: list[Draft] = []
    periods: list[PeriodMention] = []
    cues: list[Cue] = []
    proportions: list[Proportion] = []
    counts: list[Count] = []
    numbers: list[Count] = []
    held: list[tuple[int, int]] = []
    homes: set[str] = set()
    opened: dict[int, Passage] = {}  # of the drafts that can be read otherwise, by number
    titles: list[tuple[str, Items, Lexicon, int]] = []
    so_far = SoFar()
    width = line_width(text)
    for at, end in blocks(text):
        found = [(at + a, at + b) for a, b in sentences(text[at:end], lexicon, width)]
        whole = len(found) == 1 and end - at == len(text)  # in the language of the text: no need to look
        for start, stop, own in _by_language(text, at, end, found, lexicon, mixed=mixed and not whole):
            part = text[start:stop]
            spans = [(a - start, b - start) for a, b in found if start <= a < stop]
            heads = stop <= _HEADING and not (drafts or periods)
            items = match_phrases(part, own) if heads else _items(part, spans, own)
            telling = _MONEY if so_far.last is None else _MONEY_OR_SCALE
            likely = not telling.isdisjoint(items.kinds)
            amounts = list(find_amounts(part, items, own, so_far, start)) if likely else []
            taken = {i for draft in amounts for i in range(draft.first, draft.next)}
            stretches = list(find_periods(part, items, taken.__contains__, own))
            if heads and not amounts and "scale" in items.kinds:
                titles.append((part, items, own, start))
            heads = heads and not _SHARES.isdisjoint(items.kinds)
            if not (amounts or stretches or heads):
                continue
            homes.add(own.local or own.home or "")
            for n, d in enumerate(amounts, len(drafts)):
                if "separator" in d.notes:
                    opened[n] = Passage(own, at, end)
            drafts.extend(_placed(amounts, start))
            periods.extend(
                _period(p, f"p{n}", start, part) for n, p in enumerate(stretches, len(periods) + 1)
            )
            full = _holding(found, [start + a.start for a in amounts] + [start + p.start for p in stretches])
            here = full
            told = list(find_proportions(part, items, taken.__contains__, own, start))
            if amounts:
                here = _with_those_beside(found, here, [each.start for each in told]) if told else here
            elif heads:
                here = _holding(found, [each.start for each in told])
            held.extend(here)
            said = list(_within(here, _cues(items, stretches, start)))
            cues.extend(said)
            parts = list(_within(here, told)) if told else []
            proportions.extend(parts)
            if any(cue.kind in _MULTIPLYING for cue in said):
                other = [(p.start, p.end) for p in stretches] + [
                    (p.start - start, p.end - start) for p in parts
                ]
                many = list(find_counts(part, items, taken.__contains__, sorted(other), own, start))
                numbers.extend(_within(_with_those_before(text, found, full), many))
                if any(cue.kind in _COUNTING for cue in said):
                    counts.extend(_within(here, many))
    drafts = settle_separators(text, drafts, proportions, opened, known)
    settled = settle(text, drafts, homes, Lands(text, lexicon), on)
    for part, items, own, start in reversed(titles) if settled else ():
        again = titled(part, items, own, settled[:_TITLED])
        settled = [*_placed(again, start), *settled]
    amounts_ = tuple(_amount(d, f"a{n}", text) for n, d in enumerate(settled, 1))
    rates, amounts_ = find_rates(text, amounts_, cues, lexicon)
    if rates:
        amounts_ = tuple(replace(amount, id=f"a{n}") for n, amount in enumerate(amounts_, 1))
    return Reading(
        lexicon.language,
        amounts_,
        tuple(periods),
        tuple(cues),
        tuple(held),
        tuple(proportions),
        rates,
        tuple(counts),
        tuple(numbers),
    )


def _items(part: str, spans: list[tuple[int, int]], lexicon: Lexicon) -> Items:
    """The items of the sentences that can hold a mention; all others are words that mean nothing."""
    if len(part) <= _SHORT:
        return match_phrases(part, lexicon)
    from .prefilter import sieve_of  # the words of a command line never get here

    items: list[Item | None] = []
    for start, end in sieve_of(lexicon).stretches(part, spans):
        if items and items[-1] is not None:
            items.append(None)
        items.extend(match_phrases(part, lexicon, start, end))
    return Items(items)


def _by_language(
    text: str, at: int, end: int, spans: list[tuple[int, int]], lexicon: Lexicon, *, mixed: bool
) -> Iterator[tuple[int, int, Lexicon]]:
    """A block in parts of one language each: the whole of it, or around sentences in another language."""
    start = at
    for a, b in spans if mixed else ():
        other = foreign(text[a:b], lexicon)
        if other is not None:
            yield start, a, lexicon
            yield a, b, load_lexicon(other)
            start = b
    yield start, end, lexicon


def _placed(drafts: Iterable[Draft], at: int) -> Iterable[Draft]:
    """``drafts`` of a block that begins at an offset, with their places in the text."""
    return [d._replace(start=at + d.start, end=at + d.end) for d in drafts] if at else drafts


def _amount(draft: Draft, name: str, text: str) -> Amount:
    value, other = draft.value, draft.other
    return Amount(
        name, draft.start, draft.end, text[draft.start : draft.end], value, draft.currency[0],
        draft.currency, draft.bound, draft.unit, tuple(dict.fromkeys(draft.notes)) or None,
        None if other is None else (value, plain(EXACT.multiply(value, other))),
    )  # fmt: skip


def _period(draft: PeriodDraft, name: str, at: int, part: str) -> PeriodMention:
    words = part[draft.start : draft.end]
    start, end = at + draft.start, at + draft.end
    return PeriodMention(name, start, end, words, draft.duration, draft.from_, draft.until, draft.direction)


def _with_those_beside(
    spans: list[tuple[int, int]], held: list[tuple[int, int]], places: list[int]
) -> list[tuple[int, int]]:
    """The sentences held, those directly after one that hold one of ``places``, and the first if it does:
    "It doubles its budget. Last year it was 8bn. That is a rise of 50 %."."""
    known, telling = set(held), set(_holding(spans, places))
    after = (span for one, span in pairwise(spans) if one in known and span in telling)
    return sorted(known.union(after, telling.intersection(spans[:1])))


def _with_those_before(
    text: str, spans: list[tuple[int, int]], held: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The sentences held, and the brief ones with a figure directly before one: "It has bought 12 ships. Each
    cost 5m euros."."""
    known = set(held)
    return [
        one
        for one, after in zip_longest(spans, spans[1:])
        if one in known or (after in known and counts_in_brief(text, *one))
    ]


def _holding(spans: list[tuple[int, int]], places: list[int]) -> list[tuple[int, int]]:
    """Those of the sentences ``spans`` that hold one of ``places``."""
    if len(spans) == 1:
        return spans[:1] if places else []
    starts = [start for start, _ in spans]
    held = {bisect_right(starts, place) - 1 for place in places}
    return [spans[n] for n in sorted(held)]


def _within(spans: list[tuple[int, int]], found: Iterable[_M]) -> Iterator[_M]:
    """What of ``found`` begins in one of ``spans``."""
    starts = [start for start, _ in spans]
    for each in found:
        n = bisect_right(starts, each.start) - 1
        if n >= 0 and each.start < spans[n][1]:
            yield each


def _cues(items: Items, periods: list[PeriodDraft], at: int) -> Iterator[Cue]:
    """The cues among ``items``, and words for a week, a month or a quarter; what is part of a period relates
    nothing (年間 in 3年間)."""
    starts = [period.start for period in periods]
    for item in map(partial(item_at, items), places(items, _CUES)):
        meanings = item.meanings
        kinds = list(meanings.get("cue", ()))
        if "bound" in meanings or "bound_after" in meanings:
            kinds.append("bound")
        if "article" in meanings:
            kinds.append("article")
        if _WEEK <= meanings.get("unit", _YEAR) < _YEAR:
            kinds.append("short_time")
        if "respectively" in meanings:
            kinds.append("respectively")
        if not kinds and ("range_and" in meanings or "join" in meanings):
            kinds.append("and")
        before = bisect_right(starts, item.start) - 1
        inside = before >= 0 and item.start < periods[before].end
        for kind in kinds:
            if not inside or kind == "bygone":  # "in the previous five years"
                yield Cue(kind, at + item.start, at + item.end)
