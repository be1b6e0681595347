"""Which words speak for which languages."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from capexcalc.reading.scripts import script
from capexcalc.reading.tokens import spaceless, tokenise

COMMON_NUMBERS = {*range(21), *range(30, 101, 10)}
TELLING = {"scale", "unit", "month", "bound", "cue", "when", "direction"}


def evidence(
    lexicons: dict[str, dict[str, Any]], clues: dict[str, set[str]], letters: dict[str, str]
) -> dict[str, dict[str, str]]:
    """By script: words, with the languages each speaks for.

    They are ``clues``, the words the overlays name for it, the meaningful words that no more than two
    languages have, and the letters few write (their key is the letter after a middle dot).
    """
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for language, lexicon in lexicons.items():
        words = set(clues[language])
        for name, meanings in lexicon["phrases"].items():
            if (
                (TELLING & meanings.keys() or meanings.get("number") in COMMON_NUMBERS)
                and name.isalpha()
                and ((len(name) > 1 and name.islower()) or spaceless(name[0]))
            ):
                words.add(name)
        for word in sorted(words):
            told = len(word) > 1 or not word.isascii()  # "3y" is no Spanish
            if told and (name := script(word[0])) and len(tokenise(word)) == 1:
                found[name].setdefault(word, []).append(language)
        for letter in letters.get(language, ""):
            if name := script(letter):
                found[name].setdefault("·" + letter, []).append(language)
    return {
        name: {
            word: " ".join(speaks)
            for word, speaks in sorted(words.items())
            if word[0] == "·" or len(speaks) <= 2 or any(word in clues[language] for language in speaks)
        }
        for name, words in sorted(found.items())
    }
