"""Tokens to the phrases of a lexicon: the longest, else words with endings or prefixes, else numerals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..money.currencies import is_currency
from .items import NOTHING, Item, Items, near
from .lexicon import Lexicon, Meanings
from .tokens import Token, tokenise
from .unread import apart, glued, is_letters
from .vocabulary import Vocabulary, has_head, numerals, proclitic_of, vocabulary_of

_CODE = 3  # letters
_A_LINE, _AROUND = 20, 60  # letters at least, characters at most to either side
# Before the code of a currency these are thousands and millions the world over, whatever T is elsewhere.
_CODE_SCALES = {"t": 3, "k": 3, "m": 6}
_BEGUN_BY_DIGITS = ("cue", "proportion")  # "1人当たり", "1 ใน 4"
_NUMBERED = frozenset(("digits", "number", "currency", "code"))
_FIGURES = frozenset(("digits", "number", "scale"))


def match_phrases(text: str, lexicon: Lexicon, at: int = 0, end: int | None = None) -> Items:
    """The items of ``text`` between two offsets; None stands for any run of words that mean nothing.

    Keys with a capital letter match the text as written, others in any case. A key ending in ``*`` matches
    any word that begins so, one that begins with it any longer word that ends so; an exact match wins over
    one no longer.
    """
    tokens = tokenise(text, at, end)
    vocabulary = vocabulary_of(lexicon)
    words = vocabulary.words
    items: list[Item | None] = []
    i = 0
    while i < len(tokens):
        word, folded, start, end, _ = tokens[i]
        known = words[word]
        if known is None or (folded == "e" and _is_exponent(tokens, i)):
            if not items:
                items.append(None)
            elif (before := items[-1]) is not None:
                items.append(_unknown(tokens[i], before, text, lexicon))
            i += 1
            continue
        longest, as_written, alone, parts = known
        length, meanings = (0, NOTHING) if alone is None else (1, alone)
        if longest > 1:  # else that is all of it, and a call is saved
            length, meanings = _longest(tokens, i, folded, longest, False, vocabulary)
        if word[-1].isdecimal():
            if meanings.keys().isdisjoint(_BEGUN_BY_DIGITS):
                length, meanings = 1, {"digits": word}
            end = tokens[i + length - 1][3]
            items.append(Item(meanings, start, end, text[start:end]))
            i += length
            continue
        if as_written:  # "$US" begins with no capital
            exact = _longest(tokens, i, word, as_written, True, vocabulary)
            if exact[0] >= max(length, 1):
                length, meanings = exact
        if "cue" in meanings and items and _ends_in_number(items[-1]):
            # "150円換算で" is yen, and "converted"
            money = _longest(tokens, i, folded, longest, False, vocabulary, among="currency")
            length, meanings = money if money[0] else (length, meanings)
        for part, most in parts:  # its stem, or else its tail
            inflected = _longest(tokens, i, part, most, False, vocabulary)
            if inflected[0]:
                length, meanings = inflected if inflected[0] > length else (length, meanings)
                break
        if not length and has_head(folded, lexicon):
            if cut := proclitic_of(folded, lexicon):
                tokens[i : i + 1] = _without_proclitic(tokens[i], cut, lexicon)
                continue
            if pieces := numerals(folded, lexicon):
                items.extend(Item(m, start + a, start + b, word[a:b]) for m, a, b in pieces)
                i += 1
                continue
        coded = word != folded and _is_code(word, folded, text, start, lexicon)
        if length == 1 and coded and is_currency(word):
            meanings = {**meanings, "code": word} if "scale" not in meanings else {"code": word}
        if length:
            end = tokens[i + length - 1][3]
            if "split" in meanings:
                items.extend(_split(start, meanings["split"], lexicon))
            else:
                items.append(Item(meanings, start, end, text[start:end]))
        elif coded:
            items.append(Item({"code": word}, start, end, word))
        elif word != folded and (power := _scale_of_code(word, folded, text, start, lexicon)):
            items.append(Item({"scale": power}, start, start + 1, word[0]))
            items.append(Item({"code": word[1:]}, start + 1, end, word[1:]))
        elif not items:
            items.append(None)
        elif (before := items[-1]) is not None:
            items.append(_unknown(tokens[i], before, text, lexicon))
        i += length or 1
    return Items(items)


def _is_exponent(tokens: list[Token], i: int) -> bool:
    """Whether a letter stands between two numbers without a blank: "1e9" is no "one and nine"."""
    around = tokens[max(0, i - 1) : i] + tokens[i + 1 : i + 2]
    start, end = tokens[i][2:4]
    return len(around) > 1 and around[0][3] == start and around[1][2] == end and around[1][0][0].isdecimal()


def _unknown(token: Token, before: Item, text: str, lexicon: Lexicon) -> Item | None:
    """An unknown word, which may mean something because of the number ``before`` it, or of that and its
    currency."""
    if _NUMBERED.isdisjoint(before.meanings):
        return None  # as most are
    word, folded, start, end, _ = token
    if not is_letters(word[0]) or not lexicon.language:
        return None  # a lexicon in the making has no language yet
    meanings = None
    if "digits" in before.meanings and before.end == start:
        meanings = glued(folded)
    elif near(text, before.end, start):
        meanings = apart(folded, lexicon)
    return Item(meanings, start, end, word) if meanings else None


def _without_proclitic(token: Token, cut: int, lexicon: Lexicon) -> list[Token]:
    """A word parted from the prefix written glued to it, which stays if it has a meaning of its own."""
    word, folded, start, end, spaced = token
    if folded[:cut] not in lexicon.starts:
        return [(word[cut:], folded[cut:], start, end, spaced)]
    return [  # "and", "from"
        (word[:cut], folded[:cut], start, start + cut, spaced),
        (word[cut:], folded[cut:], start + cut, end, False),
    ]


def _split(start: int, parts: Iterable[str], lexicon: Lexicon) -> Iterator[Item]:
    """The items of words that look like one phrase but are several (超过去)."""
    for part in parts:
        yield Item(lexicon.phrases.get(part, NOTHING), start, start + len(part), part)
        start += len(part)


def _scale_of_code(word: str, folded: str, text: str, at: int, lexicon: Lexicon) -> int:
    """The power of ten that the letter before the code of a currency stands for ("30 MUSD", "470 TEUR"); 0
    where a word is no such thing."""
    if (
        len(word) != _CODE + 1
        or not word[1:].isupper()
        or not is_currency(word[1:])
        or word[1:] not in lexicon.usual_codes  # MARA, TARP
        or _is_in_capitals(text, at)
    ):
        return 0
    power: int = _CODE_SCALES.get(folded[0]) or lexicon.phrases.get(folded[0], NOTHING).get("scale", 0)
    return power


def _is_code(word: str, folded: str, text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a word is three capitals that stand for a currency, known or not."""
    if len(word) != _CODE or not word.isupper() or not word.isascii():
        return False
    ordinary = folded in lexicon.function_words or word in lexicon.wordlike_codes or not is_currency(word)
    return not (ordinary and _is_in_capitals(text, at))


def _is_in_capitals(text: str, at: int) -> bool:
    """Whether the line around an offset is, as a headline may be; in it capitals tell nothing."""
    before, after = text[max(0, at - _AROUND) : at], text[at : at + _AROUND]
    around = before.rpartition("\n")[2] + after.partition("\n")[0]
    return around.isupper() and sum(map(str.isalpha, around)) >= _A_LINE


def _ends_in_number(item: Item | None) -> bool:
    return item is not None and not _FIGURES.isdisjoint(item.meanings)


def _longest(
    tokens: list[Token],
    i: int,
    first: str,
    longest: int,
    exact: bool,
    vocabulary: Vocabulary,
    *,
    among: str = "",
) -> tuple[int, Meanings]:
    """Number of tokens and meanings of the longest phrase, of ``longest`` tokens at most, that begins with
    ``first`` at token ``i``, of those ``among`` whose meanings is one, if any is given."""
    phrases, prefixes = vocabulary.phrases, vocabulary.prefixes
    meanings = phrases.get(first)
    best = (1, meanings) if meanings is not None and (not among or among in meanings) else (0, NOTHING)
    begun = [first]
    for size, (word, folded, _, _, spaced) in enumerate(tokens[i + 1 : i + longest], 2):
        if exact:
            forms: tuple[str, ...] = (f" {word}" if spaced else word,)
        else:
            forms = (vocabulary.after_blank if spaced else vocabulary.forms)[folded]
        following = []
        for beginning in begun:
            for form in forms:
                phrase = beginning + form
                if phrase in phrases and size > best[0] and (not among or among in phrases[phrase]):
                    best = (size, phrases[phrase])
                if phrase in prefixes:
                    following.append(phrase)
        if not following:
            break
        begun = following
    return best
