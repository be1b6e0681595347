"""Which language a text is written in: by its script, then by the words that speak for each."""

from __future__ import annotations

import re
from collections import Counter

from ..money.currencies import is_currency
from .lexicon import Lexicon, evidence
from .scripts import script
from .tokens import fold

_ENOUGH = 2000  # characters; more do not change the answer
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"\b[A-Z]{3}\b")  # of a currency, which is the same in all languages: "5bn DEM"
_LENGTH_TO_TELL = 400  # characters of a sentence
_WORDS_TO_TELL = 4  # a sentence of fewer says nothing against the language of its text
_CLEAR = 5  # what the words of a sentence must add up to for another language
FALLBACK = "en"

# What a script is read as where no word speaks.
_USUAL = {"han": "zh", "kana": "ja", "hangul": "ko", "thai": "th", "hebrew": "he", "arabic": "ar",
          "greek": "el", "devanagari": "hi", "cyrillic": "ru"}  # fmt: skip
# Common letters that the mainland has simplified.
_TRADITIONAL = frozenset(
    "億萬國會個們說對來時業產開關發電車東長門員這該資為與將過達進還價數當經學總實銷營團廠"
)
_SPACELESS = frozenset(("han", "kana", "hangul", "thai"))


def detect(text: str) -> str:
    """The ISO 639 code of the likeliest language that has a lexicon; English where nothing speaks for any."""
    return likeliest(text) or FALLBACK


def likeliest(text: str) -> str | None:
    """The language ``text`` speaks for, if it speaks for any.

    Letters choose the script, words the language within it: kana makes Han characters Japanese, and each
    word listed as evidence speaks for one language or for the few that share it.
    """
    name, scores = _votes(text)
    if not scores:
        return _USUAL.get(name or "")
    usual = _USUAL.get(name or "", FALLBACK)
    return max(scores, key=lambda language: (scores[language], language == usual))


def weight_of_words(text: str) -> int:
    """How clearly the words and letters of ``text`` speak for one language, whichever it is."""
    return max(_votes(text)[1].values(), default=0)


def region_of(text: str, language: str) -> str:
    """``language`` with the region whose letters ``text`` is written in: Chinese of Taiwan or Hong Kong."""
    if language != "zh" or _TRADITIONAL.isdisjoint(text[:_ENOUGH]):
        return language
    return "zh-HK" if text.count("港", 0, _ENOUGH) > text.count("台", 0, _ENOUGH) else "zh-TW"


def _votes(text: str) -> tuple[str | None, Counter[str]]:
    """The script of ``text``, and what its words add up to for each language written in it."""
    words = _WORD.findall(fold(_CODE.sub(_without_code, text[:_ENOUGH])))
    name = _main_script(words)
    if name is None:
        return None, Counter()
    votes = evidence(name)
    scores: Counter[str] = Counter()
    told = ["·" + char for char in set().union(*words) if not char.isascii()]
    for clue in "".join(words) if name in _SPACELESS else words + told:
        speaks = votes.get(clue)
        if speaks:
            for language in speaks.split():
                scores[language] += max(1, 4 - (len(speaks) + 1) // 3)  # codes have two letters
    return name, scores


def _without_code(found: re.Match[str]) -> str:
    return "" if is_currency(found[0]) else found[0]


def _main_script(words: list[str]) -> str | None:
    """The script most of ``words`` are in; a word of a spaced script counts as two characters."""
    counts: Counter[str] = Counter()
    for word in words:
        name = "latin" if word.isascii() else script(word[0])
        if name == "latin" and script(word[-1]) in _SPACELESS:
            name = script(word[-1])
        if name in _SPACELESS:
            for char in word:
                counts[script(char) or ""] += 1
        elif name is not None:
            counts[name] += 2
    if counts["kana"] and 8 * counts["kana"] >= counts["han"]:
        counts["kana"] += counts.pop("han", 0)
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] else None


def foreign(sentence: str, lexicon: Lexicon) -> str | None:
    """The language of a sentence that is not in its text's own, as a quotation may be; else None."""
    folded = fold(sentence[:_LENGTH_TO_TELL])
    if not lexicon.function_words.isdisjoint(folded.split()):
        return None  # most sentences go no further
    words = _WORD.findall(folded)
    if not lexicon.function_words.isdisjoint(words):
        return None
    if len(words) < _WORDS_TO_TELL and folded.isascii():
        return None
    name, scores = _votes(sentence)
    if not scores:
        usual = _USUAL.get(name or "")
        return usual if usual != lexicon.language else None
    (other, most), own = scores.most_common(1)[0], scores[lexicon.language]
    return other if other != lexicon.language and most >= _CLEAR and most > 2 * own else None
