"""Read a text: every amount, period and cue in it, with its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from .amounts import Draft, find_amounts
from .items import Items
from .language import FALLBACK, foreign, likeliest, region_of
from .lexicon import Lexicon, load_lexicon
from .mentions import Amount, Cue, PeriodMention, Proportion, Reading
from .periods import PeriodDraft, find_periods
from .phrases import match_phrases
from .proportions import find_proportions
from .resolve import settle
from .sentences import blocks, sentences

_CUES = frozenset(("cue", "bound", "bound_after", "article"))


def read(text: str, lang: str | None = None) -> Reading:
    """All mentions in ``text``, in order.

    ``lang`` is an ISO 639 code, with a region if one is known ("en-AU"). Without it the language is detected,
    and a sentence in another language (a quotation) is read in its own.
    """
    detected = None if lang else likeliest(text)
    lexicon = load_lexicon(lang or region_of(text, detected or FALLBACK))
    drafts: list[Draft] = []
    periods: list[PeriodMention] = []
    cues: list[Cue] = []
    proportions: list[Proportion] = []
    spans: list[tuple[int, int]] = []
    for at, end in blocks(text):
        found = [(at + a, at + b) for a, b in sentences(text[at:end], lexicon)]
        spans.extend(found)
        for start, stop, own in _by_language(text, at, end, found, lexicon, mixed=detected is not None):
            part = text[start:stop]
            items = match_phrases(part, own)
            amounts = list(find_amounts(part, items, own))
            taken = {i for draft in amounts for i in range(draft.first, draft.next)}
            stretches = list(find_periods(part, items, taken.__contains__, own))
            if not amounts and not stretches:
                continue
            proportions.extend(find_proportions(part, items, taken.__contains__, own, start))
            drafts.extend(d._replace(start=start + d.start, end=start + d.end) for d in amounts)
            periods.extend(
                _period(p, f"p{len(periods) + n}", start, part) for n, p in enumerate(stretches, 1)
            )
            cues.extend(_cues(items, stretches, start, _occupied(found, start, amounts, stretches)))
    unsure = not lang and detected is None
    amounts_ = tuple(_amount(d, f"a{n}", text, unsure) for n, d in enumerate(settle(text, drafts), 1))
    return Reading(lexicon.language, amounts_, tuple(periods), tuple(cues), tuple(spans), tuple(proportions))


def _by_language(
    text: str, at: int, end: int, spans: list[tuple[int, int]], lexicon: Lexicon, *, mixed: bool
) -> Iterator[tuple[int, int, Lexicon]]:
    """A block in parts of one language each: the whole of it, or around sentences in another language."""
    start = at
    for a, b in spans if mixed else ():
        other = foreign(text[a:b], lexicon)
        if other is not None:
            if a > start:
                yield start, a, lexicon
            yield a, b, load_lexicon(other)
            start = b
    if start < end:
        yield start, end, lexicon


def _amount(draft: Draft, name: str, text: str, unsure: bool) -> Amount:
    notes = draft.notes
    if not unsure and "decimal" not in notes:
        notes = tuple(note for note in notes if note != "separator")
    notes = tuple(dict.fromkeys(note for note in notes if note != "decimal"))
    return Amount(
        name, draft.start, draft.end, text[draft.start : draft.end], draft.value, draft.currency[0],
        draft.currency, draft.bound, draft.unit, notes or None,
    )  # fmt: skip


def _period(draft: PeriodDraft, name: str, at: int, part: str) -> PeriodMention:
    words = part[draft.start : draft.end]
    start, end = at + draft.start, at + draft.end
    return PeriodMention(name, start, end, words, draft.duration, draft.from_, draft.until, draft.direction)


def _occupied(
    spans: list[tuple[int, int]], at: int, amounts: list[Draft], periods: list[PeriodDraft]
) -> list[tuple[int, int]]:
    """The sentences that hold a mention, in offsets of the part that begins at ``at``."""
    starts = [start for start, _ in spans]
    places = [a.start for a in amounts] + [p.start for p in periods]
    held = {bisect_right(starts, at + place) - 1 for place in places}
    return [(spans[n][0] - at, spans[n][1] - at) for n in sorted(held) if n >= 0]


def _cues(items: Items, periods: list[PeriodDraft], at: int, within: list[tuple[int, int]]) -> Iterator[Cue]:
    """The cues of the sentences ``within``; what is part of a period relates nothing (年間 in 3年間)."""
    starts = [period.start for period in periods]
    sentence_starts = [start for start, _ in within]
    for item in items:
        if item is None or _CUES.isdisjoint(item.meanings):
            continue
        sentence = bisect_right(sentence_starts, item.start) - 1
        if sentence < 0 or item.start >= within[sentence][1]:
            continue
        meanings = item.meanings
        kinds = list(meanings.get("cue", ()))
        if "bound" in meanings or "bound_after" in meanings:
            kinds.append("bound")
        if "article" in meanings:
            kinds.append("article")
        before = bisect_right(starts, item.start) - 1
        if before < 0 or item.start >= periods[before].end:
            for kind in kinds:
                yield Cue(kind, at + item.start, at + item.end)
