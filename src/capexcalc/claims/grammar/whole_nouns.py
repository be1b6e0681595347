"""The nouns by which texts name what a share is one of, and the amounts that they tell by such a noun."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from ...patterns import regex
from ...reading.lexicon import load_lexicon
from ...reading.tokens import spaceless
from .marks import Mark, is_closed
from .sentence import PUNCTUATION, Sentence, count_words

KINDS = ("profit", "revenue", "money", "target")
_WORD = r"[\w\u0900-\u0903\u093a-\u094f]"  # with the vowel signs of Devanagari
# Small words written as one with the word after them: "and", "the", "of".
_GLUED = {"he": "[ובהלמשכ]{0,3}", "ar": "[وفبلك]{0,2}(?:ال|لل|ل)?"}
_STOP = regex(r"[,;:()–—،、，；：（）؛.。।!?]")
_SIGNS = ("元", "块", "円", "원", "บาท")
_BESIDE = 3  # words between a share and the noun, or an amount and the noun after it


class Noun(NamedTuple):
    """A noun for what there is to have a share of, and of which kinds that is."""

    start: int
    end: int
    kinds: frozenset[str]


def nouns_in(sentence: Sentence, language: str) -> list[Noun]:
    """The nouns of a sentence in text order; of two that begin together the longer one."""
    found: dict[int, Noun] = {}
    for kind, pattern in _patterns(language).items():
        for match in pattern.finditer(sentence.text, sentence.start, sentence.end):
            start, end = match.span()
            known = found.get(start)
            if known is None or known.end < end:
                found[start] = Noun(start, end, frozenset((kind,)))
            elif known.end == end:
                found[start] = known._replace(kinds=known.kinds | {kind})
    return sorted(found.values())


def beside(sentence: Sentence, share: Mark, edges: tuple[int, int], nouns: Sequence[Noun]) -> Iterator[Noun]:
    """The nouns that a share may be told of: the first after it, and the last before, with a few words and no
    punctuation between, and within the ``edges`` that the figures beside it set."""
    text = sentence.text
    stop = _STOP.search(text, share.end, edges[1])
    end = stop.start() if stop is not None else edges[1]
    after = next((each for each in nouns if share.end <= each.start and each.end <= end), None)
    if after is not None and sentence.words(share.end, after.start) <= _BESIDE:
        yield after
    before = next((n for n in reversed(nouns) if n.end <= share.start and edges[0] <= n.start), None)
    if before is None or _STOP.search(text, before.end, share.start):
        return
    if sentence.words(before.end, share.start) <= _BESIDE:
        yield before


def kinds_of(sentence: Sentence, amount: Mark, until: int, nouns: Iterable[Noun]) -> frozenset[str]:
    """The kinds of all nouns before an amount in its sentence, and of the one right after it."""
    kinds = [each.kinds for each in nouns if each.end <= amount.start]
    return frozenset().union(*kinds, *_after(sentence, amount, until, nouns))


def named_as(sentence: Sentence, amount: Mark, until: int, nouns: Sequence[Noun]) -> frozenset[str]:
    """The kinds of the noun that tells an amount, if hardly another can: of the one right after it, else of
    the last before."""
    after = _after(sentence, amount, until, nouns)
    before = [each.kinds for each in nouns if each.end <= amount.start][-1:]
    return frozenset().union(*(after or before))


def _after(sentence: Sentence, amount: Mark, until: int, nouns: Iterable[Noun]) -> list[frozenset[str]]:
    first = next((each for each in nouns if amount.end <= each.start and each.end <= until), None)
    if first is None or _STOP.search(sentence.text, amount.end, first.start):
        return []
    return [first.kinds] if sentence.words(amount.end, first.start) <= _BESIDE - 1 else []


def ends_with(
    sentence: Sentence, share: Mark, noun: Noun, nouns: Sequence[Noun], until: int, language: str
) -> bool:
    """Whether no words go on to tell what a noun is of: a clause ends with it, or with another noun beside
    it, or a word follows that says no more of it; or whether a noun before a share stands right there."""
    text, end = sentence.text, noun.end
    if noun.start == share.start:
        return True
    if end <= share.start:
        return not said(sentence, end, share.start, language)
    for each in nouns:
        if each.start >= end and each.start <= until and not text[end : each.start].strip():
            end = each.end
    stop = _STOP.search(text, end, until)
    rest = stop.start() if stop is not None else until
    if is_closed(text[end : end + 2]) or end >= until or not said(sentence, end, rest, language):
        return True
    return goes_on_with_verb(sentence, end, language)


def goes_on_with_verb(sentence: Sentence, end: int, language: str) -> bool:
    """Whether a word follows what a share is one of that says no more of that: "will", "goes", "for"."""
    return _verbs(language).match(sentence.text, end, sentence.end) is not None


def is_in_money(share: str, language: str) -> bool:
    """Whether a share is told by money: "one dollar in four", "every fifth rouble"."""
    phrases = load_lexicon(language).phrases
    if "%" in share:
        return False
    if spaceless(share[-1]):
        return any(sign in share for sign in _SIGNS)
    return any("currency" in phrases.get(word.casefold(), ()) for word in share.split())


def said(sentence: Sentence, start: int, end: int, language: str) -> int:
    """How many words between two offsets are neither cues nor figures nor the small ones of a language."""
    small = load_lexicon(language).function_words
    words = sentence.residue(start, end).split()
    return sum(count_words(word) for word in words if word.strip(PUNCTUATION).casefold() not in small)


def taking(text: str, start: int, end: int, language: str) -> tuple[int, int] | None:
    """Where a verb stands between two offsets that says of a part what share it takes."""
    pattern = pattern_of("takes", language)
    found = pattern.search(text, start, end) if pattern is not None else None
    return found.span() if found is not None else None


def tells_portion(text: str, start: int, end: int, language: str) -> bool:
    """Whether a word like "share" stands between two offsets, which says that a percentage is one of all."""
    pattern = pattern_of("portion", language)
    return pattern is not None and pattern.search(text, start, end) is not None


@cache
def _patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    wholes = load_lexicon(language).wholes
    return {kind: any_of(wholes[kind], language) for kind in KINDS if wholes.get(kind)}


@cache
def _verbs(language: str) -> re.Pattern[str]:
    words = load_lexicon(language).wholes.get("verbs", ())
    return re.compile(rf"\s+(?:{any_of(words, language).pattern})" if words else r"(?!)", re.IGNORECASE)


def found_in(kind: str, start: int, end: int, sentence: Sentence, language: str) -> Iterator[tuple[int, int]]:
    """Where words of a kind stand between two offsets."""
    pattern = pattern_of(kind, language)
    return (each.span() for each in pattern.finditer(sentence.text, start, end)) if pattern else iter(())


@cache
def pattern_of(kind: str, language: str) -> re.Pattern[str] | None:
    """What finds the words of a kind, if a language lists any."""
    words = load_lexicon(language).wholes.get(kind, ())
    return any_of(words, language) if words else None


def any_of(words: Iterable[str], language: str) -> re.Pattern[str]:
    """What stands for any of some phrases of a language, as [wholes] in tools/lexicon/xx.toml has them:
    starred words may go on, or begin, with any letters; where no blanks part words they may stand anywhere.
    What a word must begin and end with is asked once for all of them."""
    alike = sorted(words, key=len, reverse=True)
    apart = [each for each in alike if not spaceless(each[0])]
    begun, ended = ([each for each in apart if each.startswith("*") is starred] for starred in (False, True))
    told = [f"{_GLUED.get(language, '')}(?:{_any(begun)})"] if begun else []
    told += [rf"{_WORD}+(?:{_any(ended)})"] if ended else []
    anywhere = [each for each in alike if spaceless(each[0])]
    found = [rf"(?<!{_WORD})(?:{'|'.join(told)})(?!{_WORD})"] if told else []
    return re.compile("|".join((*found, *([_any(anywhere)] if anywhere else ()))), re.IGNORECASE)


def _any(phrases: Iterable[str]) -> str:
    return "|".join(r"\s+".join(map(_word, phrase.split())) for phrase in phrases)


def _word(word: str) -> str:
    return re.escape(word.strip("*")) + rf"{_WORD}*" * word.endswith("*")
