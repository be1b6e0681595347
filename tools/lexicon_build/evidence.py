"""Which words speak for which languages."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from capexcalc.reading.scripts import script
from capexcalc.reading.tokens import spaceless, tokenise

COMMON_NUMBERS = {*range(21), *range(30, 101, 10)}
TELLING = {"scale", "currency", "subunit", "unit", "month", "bound", "cue", "when", "direction"}


def evidence(
    lexicons: dict[str, dict[str, Any]],
    clues: dict[str, set[str]],
    letters: dict[str, str],
    pieces: dict[str, dict[str, list[str]]],
    shared: set[str],
) -> dict[str, dict[str, str]]:
    """By script: words, with the languages each speaks for.

    They are ``clues``, the words the overlays name for it, the meaningful words that no more than two
    languages have, the letters few write (their key is the letter after a middle dot) and the ``pieces`` of
    words, by language and the mark of their key: any piece after a plus sign, an ending after a tilde, a word
    of one letter after an equals sign. Meaningful words that more have, and those ``shared`` by all, speak
    for none.
    """
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for language, lexicon in lexicons.items():
        words = set(clues[language])
        for name, meanings in lexicon["phrases"].items():
            if (
                (_telling(name) & meanings.keys() or meanings.get("number") in COMMON_NUMBERS)
                and name.isalpha()
                and ((len(name) > 1 and name.islower()) or spaceless(name[0]))
            ):
                words.add(name)
        for word in sorted(words):
            told = len(word) > 1 or not word.isascii()  # "3y" is no Spanish
            if told and (name := script(word[0])) and len(tokenise(word)) == 1:
                found[name].setdefault(word, []).append(language)
        for word in shared:
            found["latin"].setdefault(word, [])
        for mark, parts in pieces[language].items():
            for part in parts:
                if name := script(part[0]):
                    found[name].setdefault(mark + part, []).append(language)
        for letter in letters.get(language, ""):
            if name := script(letter):
                found[name].setdefault("·" + letter, []).append(language)
    return {
        name: {
            word: " ".join(speaks) if _tells(word, speaks, clues) else ""
            for word, speaks in sorted(words.items())
        }
        for name, words in sorted(found.items())
    }


def _telling(word: str) -> set[str]:
    """What a word must mean to tell its language: signs for money are characters of all that write them."""
    return TELLING - {"currency"} if spaceless(word[0]) else TELLING


def _tells(word: str, speaks: list[str], clues: dict[str, set[str]]) -> bool:
    marked = word[0] in "·~+="
    return marked or len(speaks) <= 2 or any(word in clues[language] for language in speaks)
