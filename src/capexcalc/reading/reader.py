"""Read a text: every amount, period and cue in it, with its place."""

from __future__ import annotations

from collections.abc import Iterator

from .amounts import Draft, find_amounts
from .language import detect
from .lexicon import load_lexicon
from .mentions import Amount, Cue, PeriodMention, Proportion, Reading
from .numbers import Items
from .periods import find_periods
from .proportions import find_proportions
from .sentences import blocks, sentences
from .tokens import match_phrases


def read(text: str, lang: str | None = None) -> Reading:
    """All mentions in ``text``, in order. Without ``lang`` (an ISO 639 code) the language is detected."""
    lexicon = load_lexicon(lang or detect(text))
    amounts: list[Amount] = []
    periods: list[PeriodMention] = []
    cues: list[Cue] = []
    proportions: list[Proportion] = []
    spans: list[tuple[int, int]] = []
    for at, end in blocks(text):
        block = text[at:end]
        items = match_phrases(block, lexicon.phrases, lexicon.starts)
        drafts = [found for found in find_amounts(block, items, lexicon) if isinstance(found, Draft)]
        taken = {i for draft in drafts for i in range(draft.first, draft.next)}
        for draft in drafts:
            amounts.append(_amount(draft, f"a{len(amounts) + 1}", at, block))
        for p in find_periods(block, items, taken.__contains__, lexicon):
            name = f"p{len(periods) + 1}"
            words = block[p.start : p.end]
            periods.append(
                PeriodMention(
                    name, at + p.start, at + p.end, words, p.duration, p.from_, p.until, p.direction
                )
            )
        cues.extend(_cues(items, at))
        proportions.extend(find_proportions(block, items, taken.__contains__, lexicon, at))
        spans.extend((at + a, at + b) for a, b in sentences(block, lexicon))
    return Reading(
        lexicon.language, tuple(amounts), tuple(periods), tuple(cues), tuple(spans), tuple(proportions)
    )


def _amount(draft: Draft, name: str, at: int, block: str) -> Amount:
    return Amount(
        name,
        at + draft.start,
        at + draft.end,
        block[draft.start : draft.end],
        draft.value,
        draft.currency[0],
        draft.currency,
        draft.bound,
        draft.unit,
    )


def _cues(items: Items, at: int) -> Iterator[Cue]:
    for item in items:
        if item is None:
            continue
        for kind in item.meanings.get("cue", ()):
            yield Cue(kind, at + item.start, at + item.end)
        if item.meanings.keys() & {"bound", "bound_after"}:
            yield Cue("bound", at + item.start, at + item.end)
        if "article" in item.meanings:
            yield Cue("article", at + item.start, at + item.end)
