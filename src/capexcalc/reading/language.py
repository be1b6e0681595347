"""Which language a text is written in: by its script, then by the words that speak for each."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import takewhile

from ..money.currencies import is_currency
from ..patterns import regex
from .lexicon import Lexicon, evidence
from .memo import Memo
from .scripts import scripts
from .tokens import fold

_ENOUGH = 2000  # characters; more do not change the answer
_WORD = regex(r"[^\W\d_]+")
_LETTER = regex(r"(?<!\S)[^\W\d_](?!\S)")  # a word by itself, no unit ("3y") or initial
# Of a currency, and the same in all languages: "5bn DEM", "US$ 500", which is no English "us".
_CODE = regex(r"\b[A-Z]{3}\b|\b[A-Z]{1,3}(?=[$£¥€])")
_SHORT = 300  # characters
_RIVALS, _MARGIN = 4, 2  # so many languages, this far apart, are told from each other by chance
_ENDINGS, _ENDS_FROM = (5, 4, 3, 2), 4  # letters of an ending, the longest first, and of a word that has one
_LENGTH_TO_TELL = 400  # characters of a sentence
_WORDS_TO_TELL = 4  # a sentence of fewer says nothing against the language of its text
_CLEAR = 5  # what the words of a sentence must add up to for another language
FALLBACK = "en"
_HANT = "zh-Hant"

# What a script is read as where no word speaks.
_USUAL = {"han": "zh", "kana": "ja", "hangul": "ko", "thai": "th", "hebrew": "he", "arabic": "ar",
          "greek": "el", "devanagari": "hi", "cyrillic": "ru"}  # fmt: skip
# Common letters that the mainland has simplified.
_TRADITIONAL = frozenset(
    "億萬國會個們說對來時業產開關發電車東長門員這該資為與將過達進還價數當經學總實銷營團廠"
)
# What no Japanese is written with: Chinese names of money, and letters that only the mainland has simplified.
_CHINESE = regex(
    "[日美欧歐港澳加韩韓]元|人民[币幣]|["
    "亿们说对时业产开关发电车东长门员这该资为过达进还价总实销营团厂联网买卖钱币镑亏损约级优线带给"
    "种个从两计训设认让识试话语读谁费购账赔赠赢华贷额应艺续师观现单战书图园远运边岁爱亲张陈刘马乐"
    "习务劳胜报护择换拟检样桥梦气环盘监码离积笔简类粮纪纯纸组细终绍结绝统继绩绿维编罗职脑脸"
    "节药获虑规视觉询详误请调谈谢质货贡财责败贴贵贸赛赶趋跃轮软轻载较辆输迁违连迟适选递遗邮郑释针"
    "钟钢铁铜银链锁错镇闻阅队阳阴阵阶际陆险难页项顺须顾预领频题颜风饭饮馆驻验骑鲜鸡龙"
    "]"
)
_CHINESE_WEIGHS = 5
_WORD_WEIGHS = 4
_KANA_IN = 12  # characters of Japanese one is kana, at least
_KNOWN, _GUESSED = 4, 3  # the most that a clue says for a language
_Votes = tuple[tuple[str, int], ...]  # languages, each with what is said for it
_SPACELESS: frozenset[str | None] = frozenset(("han", "kana", "hangul", "thai"))
_LATIN = frozenset(("latin", None))


def detect(text: str) -> str:
    """The ISO 639 code of the likeliest language that has a lexicon; English where nothing speaks for any."""
    return likeliest(text) or FALLBACK


def likeliest(text: str) -> str | None:
    """The language ``text`` speaks for, if it speaks for any."""
    return next(iter(guesses(text)), None)


def guesses(text: str) -> list[str]:
    """The language ``text`` speaks for, if it speaks for any; of a short text with the others it may be in,
    where its words hardly tell them apart.

    Letters choose the script, words the language within it: kana makes Han characters Japanese, and each
    word listed as evidence speaks for one language or for the few that share it.
    """
    told = _without_codes(text)
    name = _main_script(told)
    if name in _USUAL and _languages(name) == {_USUAL[name]}:
        return [_USUAL[name]]
    scores = _votes(told, name)
    if not scores:
        return [_USUAL[name]] if name in _USUAL else []
    ranked = _ranked(name, scores)[: _RIVALS if len(text) < _SHORT else 1]
    return [language for language in ranked if scores[language] >= scores[ranked[0]] - _MARGIN]


def _ranked(script: str | None, scores: dict[str, int]) -> list[str]:
    usual = _USUAL.get(script or "", FALLBACK)
    return sorted(scores, key=lambda language: (scores[language], language == usual), reverse=True)


def weight_of_words(text: str) -> int:
    """How clearly the words and letters of ``text`` speak for one language, whichever it is."""
    told = _without_codes(text)
    return max(_votes(told, _main_script(told)).values(), default=0)


def region_of(text: str, language: str) -> str:
    """``language`` with the region whose letters ``text`` is written in: Chinese of Taiwan or Hong Kong, or
    of either where it names neither."""
    given = language.replace("_", "-").casefold() == _HANT.casefold()
    if not (given or (language == "zh" and not _TRADITIONAL.isdisjoint(text[:_ENOUGH]))):
        return language
    hong_kong, taiwan = (sum(text.count(each, 0, _ENOUGH) for each in letters) for letters in ("港", "台臺"))
    return "zh-HK" if hong_kong > taiwan else "zh-TW" if taiwan else _HANT


def _votes(text: str, name: str | None) -> dict[str, int]:
    """What the words of ``text`` add up to for each language written in its script, which is ``name``."""
    if name is None:
        return {}
    folded = fold(text)
    words, clues = _WORD.findall(folded), _clues(name)
    scores: dict[str, int] = {}
    for clue in "".join(words) if name in _SPACELESS else words:
        if votes := clues[clue]:
            _count(votes, scores)
    if name not in _SPACELESS and not text.isascii():
        for letter in sorted(set(folded)):
            if not letter.isascii():
                _count(clues["·" + letter], scores)
    if name == "han" and _CHINESE.search(text):
        scores["zh"] = scores.get("zh", 0) + _CHINESE_WEIGHS
    if len(text) < _SHORT and name not in _SPACELESS:  # where every letter is wanted
        _guess([word for word in words if clues[word] is None], name, scores)
        for letter in _LETTER.findall(folded):
            _count(clues["=" + letter], scores)
    return scores


def _guess(unknown: list[str], script: str, scores: dict[str, int]) -> None:
    """Add to ``scores`` what the endings and the pieces of ``unknown`` words say: half of it for a language
    where known words speak more for another."""
    endings, pieces = _endings(script), _pieces(script)
    guessed: dict[str, int] = {}
    for word in unknown:
        _count(endings[word], guessed)
    for piece in sorted({piece for word in unknown for piece in pieces[word]}):
        _count(_worth(evidence(script)["+" + piece], _GUESSED), guessed)
    most = max(scores.values(), default=0)
    for language, votes in guessed.items():
        told = scores.get(language, 0)
        scores[language] = told + (votes // 2 if told < most else votes)


@cache
def _clues(script: str) -> Memo[_Votes | None]:
    """The words and letters met so far, each with what it says for languages of a script: nothing where it is
    known to tell nothing, None where it is not known."""
    votes = evidence(script)

    def told(clue: str) -> _Votes | None:
        speaks = votes.get(clue)
        return None if speaks is None else _worth(speaks, _KNOWN)

    return Memo(told)


@cache
def _endings(script: str) -> Memo[_Votes]:
    """What the longest ending of each word says that says anything."""
    votes = evidence(script)

    def ends(word: str) -> _Votes:
        told = ("~" + word[-length:] for length in _ENDINGS if len(word) >= _ENDS_FROM)
        return _worth(next((votes[ending] for ending in told if ending in votes), ""), _GUESSED)

    return Memo(ends)


@cache
def _pieces(script: str) -> Memo[tuple[str, ...]]:
    """The pieces in each word that speak for languages of a script."""
    first = takewhile(lambda clue: clue[0] == "+", evidence(script))  # as the file is sorted
    pieces = [clue[1:] for clue in first]
    return Memo(lambda word: tuple(piece for piece in pieces if piece in word))


def _count(votes: _Votes | None, scores: dict[str, int]) -> None:
    """Add to ``scores`` what a clue says, if it says anything."""
    for language, worth in votes or ():
        scores[language] = scores.get(language, 0) + worth


@cache
def _worth(speaks: str, most: int) -> _Votes:
    """What a clue says for each language of ``speaks``: the more there are, the less."""
    worth = max(most - 3, most - (len(speaks) + 1) // 3)  # codes have two letters
    return tuple((language, worth) for language in speaks.split()) if worth else ()


def _without_codes(text: str) -> str:
    """As much of ``text`` as tells, without the codes of currencies."""
    return _CODE.sub(_without_code, text[:_ENOUGH])


@cache
def _languages(script: str) -> frozenset[str]:
    """All languages that some clue in a script speaks for."""
    return frozenset(language for speaks in evidence(script).values() for language in speaks.split())


def _without_code(found: re.Match[str]) -> str:
    return "" if len(found[0]) < 3 or is_currency(found[0]) else found[0]


def _main_script(text: str) -> str | None:
    """The script most words of ``text`` are in, those with a capital counting little: names stay as they are.

    A word of a spaced script weighs as much as two characters of the others; where none is ahead the script
    that is not Latin wins.
    """
    if text.isascii():
        return "latin" if _WORD.search(text) else None
    of = scripts(text)
    names = set(of.values()) - _LATIN
    if not _WORD.search(text):
        return None
    if not names:
        return "latin"
    if len(names) == 1 and "latin" not in of.values():
        return names.pop()  # most texts go no further
    words = _WORD.findall(text)
    counts: Counter[str | None] = Counter()
    for word in words:
        if word.isascii():
            counts["latin"] += _WORD_WEIGHS if word[0].islower() else 1
            continue
        for name in set(map(of.get, word)) - _LATIN or ("latin",):
            if name not in _SPACELESS:
                counts[name] += _WORD_WEIGHS
    for char, times in Counter("".join(words)).items():
        if (name := of[char]) in _SPACELESS:
            counts[name] += _WORD_WEIGHS // 2 * times
    if counts["kana"] and _KANA_IN * counts["kana"] >= counts["han"]:
        counts["kana"] += counts.pop("han", 0)
    name, most = max(counts.items(), key=lambda item: (item[1], item[0] != "latin"), default=(None, 0))
    return name if most else None


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
    told = _without_codes(sentence)
    name = _main_script(told)
    scores = _votes(told, name)
    if not scores:
        usual = _USUAL.get(name or "")
        return usual if usual != lexicon.language else None
    other, own = max(scores, key=scores.__getitem__), scores.get(lexicon.language, 0)
    most = scores[other]
    return other if other != lexicon.language and most >= _CLEAR and most > 2 * own else None
