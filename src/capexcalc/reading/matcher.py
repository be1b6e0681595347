"""Tokens to the phrases of a lexicon: the longest, else words with endings or prefixes, else numerals."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from ..money.currencies import is_currency
from .items import NOTHING, Item, near
from .lexicon import Lexicon, Meanings
from .memo import Memo
from .tokens import Token, fold, tokenise
from .unread import apart, glued, is_letters

_LONGEST_ENDING = 8  # letters a "dolar*" may be followed by
_CODE = 3  # letters
_LONGEST_NUMERAL, _LONGEST_PIECE = 80, 22  # letters; no part of a numeral has more
_A_LINE, _AROUND = 20, 60  # letters at least, characters at most to either side
# Before the code of a currency these are thousands and millions the world over, whatever T is elsewhere.
_CODE_SCALES = {"t": 3, "k": 3, "m": 6}
_BEGUN_BY_DIGITS = ("cue", "proportion")  # "1人当たり", "1 ใน 4"
_NUMBERED = frozenset(("digits", "number", "currency", "code"))
_FIGURES = frozenset(("digits", "number", "scale"))
_NUMERIC = frozenset(("number", "scale", "place", "plus", "join", "fraction"))


def match_phrases(text: str, lexicon: Lexicon, at: int = 0, end: int | None = None) -> list[Item | None]:
    """The items of ``text`` between two offsets; None stands for any run of words that mean nothing.

    Keys with a capital letter match the text as written, others in any case. A key ending in ``*`` matches
    any word that begins so; an exact match wins over it.
    """
    tokens = tokenise(text, at, end)
    idle, begun = idle_words(lexicon), _looked_up(lexicon)
    items: list[Item | None] = []
    i = 0
    while i < len(tokens):
        word, folded, start, end, _ = tokens[i]
        if idle[word] or (folded == "e" and _is_exponent(tokens, i)):
            if not items or items[-1] is not None:
                items.append(_unknown(tokens[i], items, text, lexicon))
            i += 1
            continue
        if word[-1].isdecimal():
            length, meanings = 1, NOTHING
            if begun[folded].longest:
                length, meanings = _longest(tokens, i, folded, False, lexicon)
            if meanings.keys().isdisjoint(_BEGUN_BY_DIGITS):
                length, meanings = 1, {"digits": word}
            end = tokens[i + length - 1][3]
            items.append(Item(meanings, start, end, text[start:end]))
            i += length
            continue
        length, meanings = 0, NOTHING
        if begun[folded].longest:
            length, meanings = _longest(tokens, i, folded, False, lexicon)
        if (word != folded or not word.isalnum()) and begun[word].longest:  # "$US" begins with no capital
            exact = _longest(tokens, i, word, True, lexicon)
            if exact[0] >= max(length, 1):
                length, meanings = exact
        if length > 1 and "cue" in meanings and items and _ends_in_number(items[-1]):
            # "150円換算で" is yen, and "converted"
            money = _longest(tokens, i, folded, False, lexicon, among="currency")
            length, meanings = money if money[0] else (length, meanings)
        if not length:
            length, meanings = _inflected(tokens, i, lexicon)
        if not length and _has_head(folded, lexicon):
            if cut := proclitic_of(folded, lexicon):
                tokens[i : i + 1] = _without_proclitic(tokens[i], cut, lexicon)
                continue
            if pieces := _numerals(folded, lexicon):
                items.extend(Item(m, start + a, start + b, word[a:b]) for m, a, b in pieces)
                i += 1
                continue
        coded = word != folded and _is_code(word, folded, text, start, lexicon)
        if length == 1 and coded and is_currency(word):
            meanings = {**meanings, "code": word} if "scale" not in meanings else {"code": word}
        if length:
            end = tokens[i + length - 1][3]
            if "split" in meanings:
                items.extend(_split(text, start, end, meanings, lexicon))
            else:
                items.append(Item(meanings, start, end, text[start:end]))
        elif coded:
            items.append(Item({"code": word}, start, end, word))
        elif word != folded and (power := _scale_of_code(word, folded, text, start, lexicon)):
            items.append(Item({"scale": power}, start, start + 1, word[0]))
            items.append(Item({"code": word[1:]}, start + 1, end, word[1:]))
        elif not items or items[-1] is not None:
            items.append(_unknown(tokens[i], items, text, lexicon))
        i += length or 1
    return items


def _is_exponent(tokens: list[Token], i: int) -> bool:
    """Whether a letter stands between two numbers without a blank: "1e9" is no "one and nine"."""
    around = tokens[max(0, i - 1) : i] + tokens[i + 1 : i + 2]
    start, end = tokens[i][2:4]
    return len(around) > 1 and around[0][3] == start and around[1][2] == end and around[1][0][0].isdecimal()


def _is_idle(lexicon: Lexicon, word: str) -> bool:
    folded = fold(word)
    if word[-1].isdecimal() or folded in lexicon.starts or word in lexicon.starts:
        return False
    if _CODE <= len(word) <= _CODE + 1 and word[-_CODE:].isupper():
        return False
    if not _has_head(folded, lexicon):
        return True
    return not (
        stem_of(folded, lexicon) in lexicon.starts
        or proclitic_of(folded, lexicon)
        or _numerals(folded, lexicon)
    )


def _unknown(token: Token, items: list[Item | None], text: str, lexicon: Lexicon) -> Item | None:
    """An unknown word, which may mean something because of the number before it, or of that and its
    currency."""
    word, folded, start, end, _ = token
    before = items[-1] if items else None
    if before is None or not is_letters(word[0]) or not lexicon.language:
        return None  # a lexicon in the making has no language yet
    meanings = None
    if "digits" in before.meanings and before.end == start:
        meanings = glued(folded)
    elif not _NUMBERED.isdisjoint(before.meanings) and near(text, before.end, start):
        meanings = apart(folded, lexicon)
    return Item(meanings, start, end, word) if meanings else None


def _inflected(tokens: list[Token], i: int, lexicon: Lexicon) -> tuple[int, Meanings]:
    """Number of tokens and meanings of the longest phrase that begins with the stem of a word."""
    stem = stem_of(tokens[i][1], lexicon)
    begins = stem and _looked_up(lexicon)[stem].longest
    return _longest(tokens, i, stem, False, lexicon) if begins else (0, NOTHING)


def _without_proclitic(token: Token, cut: int, lexicon: Lexicon) -> list[Token]:
    """A word parted from the prefix written glued to it, which stays if it has a meaning of its own."""
    word, folded, start, end, spaced = token
    if folded[:cut] not in lexicon.starts:
        return [(word[cut:], folded[cut:], start, end, spaced)]
    return [  # "and", "from"
        (word[:cut], folded[:cut], start, start + cut, spaced),
        (word[cut:], folded[cut:], start + cut, end, False),
    ]


def _split(text: str, start: int, end: int, meanings: Meanings, lexicon: Lexicon) -> Iterator[Item]:
    """The items of words that look like one phrase but are several (超过去)."""
    for part in meanings["split"]:
        yield Item(lexicon.phrases.get(part, NOTHING), start, start + len(part), part)
        start += len(part)
    if start < end:
        yield Item(meanings, start, end, text[start:end])


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
    tokens: list[Token], i: int, first: str, exact: bool, lexicon: Lexicon, *, among: str = ""
) -> tuple[int, Meanings]:
    """Number of tokens and meanings of the longest phrase that begins with ``first`` at token ``i``, of
    those ``among`` whose meanings is one, if any is given."""
    known, stems = _looked_up(lexicon), _stems(lexicon)
    meanings, longest, _ = known[first]
    best = (1, meanings) if meanings is not None and (not among or among in meanings) else (0, NOTHING)
    begun = [first]
    for j in range(i + 1, min(i + longest, len(tokens))):
        word, folded, _, _, spaced = tokens[j]
        gap, stem = " " if spaced else "", "" if exact else stems[folded]
        form = gap + (word if exact else folded)
        forms = (form, gap + stem) if stem else (form,)
        following = []
        for phrase in [beginning + form for beginning in begun for form in forms]:
            meanings, _, goes_on = known[phrase]
            if meanings is not None and j - i + 1 > best[0] and (not among or among in meanings):
                best = (j - i + 1, meanings)
            if goes_on:
                following.append(phrase)
        if not following:
            break
        begun = following
    return best


def _has_head(word: str, lexicon: Lexicon) -> bool:
    return word[:3] in lexicon.heads or word[:2] in lexicon.heads


class _Known(NamedTuple):
    """What a lexicon has of a phrase: its meanings, how many tokens the longest has that begins with this one
    token, and whether any goes on from these few."""

    meanings: Meanings | None
    longest: int
    goes_on: bool


@cache
def _looked_up(lexicon: Lexicon) -> Memo[_Known]:
    """The phrases met so far and those that might have been ones: few, and so at hand, where a lexicon has a
    great many."""
    phrases, starts, prefixes = lexicon.phrases, lexicon.starts, lexicon.prefixes
    return Memo(lambda phrase: _Known(phrases.get(phrase), starts.get(phrase, 0), phrase in prefixes))


@cache
def idle_words(lexicon: Lexicon) -> Memo[bool]:
    """The words that mean nothing wherever they stand, but that a number before one may."""
    return Memo(partial(_is_idle, lexicon))


def stem_of(word: str, lexicon: Lexicon) -> str:
    """The longest stem of the lexicon that ``word`` begins with, starred; empty if there is none."""
    return _stems(lexicon)[word]


@cache
def _stems(lexicon: Lexicon) -> Memo[str]:
    """The words met so far, each with its stem."""
    return Memo(partial(_stem, lexicon))


def _stem(lexicon: Lexicon, word: str) -> str:
    if not _has_head(word, lexicon):
        return ""
    for length in range(len(word), max(1, len(word) - _LONGEST_ENDING - 1), -1):
        stem = word[:length] + "*"
        if stem in lexicon.stems:
            return stem
    return ""


def proclitic_of(word: str, lexicon: Lexicon) -> int:
    """How many letters of ``word`` are a prefix glued to a word of the lexicon."""
    for clitic in lexicon.proclitics:
        rest = word[len(clitic) :]
        if len(rest) > 1 and word.startswith(clitic) and (rest in lexicon.starts or stem_of(rest, lexicon)):
            return len(clitic)
    return 0


def _numerals(word: str, lexicon: Lexicon) -> list[tuple[Meanings, int, int]]:
    """The parts of a compound numeral; none unless the whole word is one."""
    if len(word) > _LONGEST_NUMERAL:
        return []
    dead: set[int] = set()  # places no numeral follows from

    def rest(at: int) -> list[tuple[Meanings, int, int]] | None:
        if at == len(word):
            return []
        for end in range(min(len(word), at + _LONGEST_PIECE), at + 1, -1):
            meanings = lexicon.phrases.get(word[at:end])
            if meanings is None or _NUMERIC.isdisjoint(meanings) or end in dead:
                continue
            following = rest(end)
            if following is not None:
                return [(meanings, at, end), *following]
        dead.add(at)
        return None

    found = rest(0) or []
    return found if len(found) > 1 and "currency" not in found[-1][0] else []
