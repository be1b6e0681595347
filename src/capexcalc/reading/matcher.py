"""Words to the phrases of a lexicon: the longest, else words with endings or prefixes, else numerals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..money.currencies import is_currency
from .items import NOTHING, Item, near
from .lexicon import Lexicon, Meanings
from .unread import apart, glued, is_letters
from .vocabulary import Runs, Token, Word, vocabulary_of

_A_LINE, _AROUND = 20, 60  # letters at least, characters at most to either side
_BEGUN_BY_DIGITS = ("cue", "proportion")  # "1人当たり", "1 ใน 4"
_NUMBERED = frozenset(("digits", "number", "currency", "code"))

_Phrase = tuple[int, Meanings, int]  # how many tokens it has, what it means, where it ends
_NONE: _Phrase = (0, NOTHING, 0)


def match_phrases(text: str, lexicon: Lexicon, at: int = 0, end: int | None = None) -> list[Item | None]:
    """The items of ``text`` between two offsets; None stands for any run of words that mean nothing.

    Keys with a capital letter match the text as written, others in any case. A key ending in ``*`` matches
    any word that begins so; an exact match wins over it.
    """
    vocabulary = vocabulary_of(lexicon)
    runs = Runs(vocabulary, text, at, len(text) if end is None else end)
    items: list[Item | None] = []
    last: Item | None = None
    n = k = 0  # the run, and the token in it
    while n < len(runs.found):
        run = runs.found[n]
        numbered = last is not None and not _NUMBERED.isdisjoint(last.meanings)
        if not k and not numbered and vocabulary[run[0]]:
            if last is not None or not items:
                items.append(None)
                last = None
            n += 1  # most runs go no further
            continue
        tokens, base = runs.tokens(n), run.start()
        while k < len(tokens):
            word, start, end, _ = tokens[k]
            start, end = base + start, base + end
            length, meanings, stop = _NONE if word.idle else _phrase(tokens, runs, n, k, lexicon)
            if length:
                if length == 1 and word.code and is_currency(word.text) and _is_coded(word, text, start):
                    meanings = {"code": word.text} if "scale" in meanings else {**meanings, "code": word.text}
                if "split" in meanings:
                    items.extend(_split(text, start, stop, meanings, lexicon))
                else:
                    items.append(Item(meanings, start, stop, text[start:stop]))
            elif word.cut:
                tokens = runs.part(n, k)
                continue
            elif word.pieces:
                items.extend(Item(m, start + a, start + b, word.text[a:b]) for m, a, b in word.pieces)
            elif word.code and _is_coded(word, text, start):
                items.append(Item({"code": word.text}, start, end, word.text))
            elif word.power and not _is_in_capitals(text, start):
                items.append(Item({"scale": word.power}, start, start + 1, word.text[0]))
                items.append(Item({"code": word.text[1:]}, start + 1, end, word.text[1:]))
            elif last is not None:
                unknown = _beside_number(word, start, last, text, lexicon)
                items.append(Item(unknown, start, end, word.text) if unknown else None)
            elif not items:
                items.append(None)
            last = items[-1]
            k += length or 1
        n, k = n + 1, k - len(tokens)
    return items


def _phrase(tokens: Sequence[Token], runs: Runs, n: int, k: int, lexicon: Lexicon) -> _Phrase:
    """The longest phrase that begins with token ``k`` of ``tokens``, those of run ``n``."""
    word, _, end, _ = tokens[k]
    found = _longest(word.any_case, tokens, runs, n, k, lexicon) if word.any_case else _NONE
    if word.digits is not None:
        begun = not found[1].keys().isdisjoint(_BEGUN_BY_DIGITS)
        return found if begun else (1, word.digits, runs.found[n].start() + end)
    if word.as_written:
        exact = _longest(word.as_written, tokens, runs, n, k, lexicon, exact=True)
        if exact[0] >= max(found[0], 1):
            found = exact
    if not found[0] and word.inflected:
        return _longest(word.inflected, tokens, runs, n, k, lexicon)
    return found


def _longest(
    first: str, tokens: Sequence[Token], runs: Runs, n: int, k: int, lexicon: Lexicon, *, exact: bool = False
) -> _Phrase:
    """The longest phrase that begins with ``first`` at token ``k`` of ``tokens``, those of run ``n``."""
    phrases, prefixes, best = lexicon.phrases, lexicon.prefixes, _NONE
    if first in phrases:
        best = 1, phrases[first], runs.found[n].start() + tokens[k].end
    begun, length, longest = [first], 1, lexicon.starts[first]
    while begun and length < longest:
        k += 1
        while k >= len(tokens):
            if n + 1 >= len(runs.found):
                return best
            n, k = n + 1, 0
            tokens = runs.tokens(n)
        word, _, end, gap = tokens[k]
        length += 1
        forms = (word.text,) if exact else word.forms
        candidates, begun = begun, []
        for phrase in candidates:
            for form in forms:
                longer = f"{phrase}{gap}{form}"
                if longer in phrases and length > best[0]:
                    best = length, phrases[longer], runs.found[n].start() + end
                if longer in prefixes:
                    begun.append(longer)
    return best


def _beside_number(word: Word, start: int, before: Item, text: str, lexicon: Lexicon) -> Meanings | None:
    """What an unknown word may mean because of the number before it, or of that and its currency."""
    if not is_letters(word.text[0]) or not lexicon.language:
        return None  # a lexicon in the making has no language yet
    if "digits" in before.meanings and before.end == start:
        return glued(word.folded)
    if _NUMBERED.isdisjoint(before.meanings) or not near(text, before.end, start):
        return None
    return apart(word.folded, lexicon)


def _split(text: str, start: int, end: int, meanings: Meanings, lexicon: Lexicon) -> Iterator[Item]:
    """The items of words that look like one phrase but are several (超过去)."""
    for part in meanings["split"]:
        yield Item(lexicon.phrases.get(part, NOTHING), start, start + len(part), part)
        start += len(part)
    if start < end:
        yield Item(meanings, start, end, text[start:end])


def _is_coded(word: Word, text: str, at: int) -> bool:
    """Whether three capitals at an offset stand for a currency, known or not."""
    return not (word.ordinary and _is_in_capitals(text, at))


def _is_in_capitals(text: str, at: int) -> bool:
    """Whether the line around an offset is, as a headline may be; in it capitals tell nothing."""
    before, after = text[max(0, at - _AROUND) : at], text[at : at + _AROUND]
    around = before.rpartition("\n")[2] + after.partition("\n")[0]
    return around.isupper() and sum(map(str.isalpha, around)) >= _A_LINE
