"""Which language a text is written in: by its script, then by the words that speak for each."""

from __future__ import annotations

from collections import Counter

from .lexicon import evidence
from .scripts import script
from .tokens import tokenise

_ENOUGH = 2000  # characters; more do not change the answer
FALLBACK = "en"


def detect(text: str, fallback: str = FALLBACK) -> str:
    """The ISO 639 code of the likeliest language that has a lexicon; ``fallback`` where none is likelier.

    Letters choose the script, words the language within it: kana makes Han characters Japanese, words
    listed in a lexicon's evidence speak for one language or a few that share them.
    """
    words = [token[1] for token in tokenise(text[:_ENOUGH]) if token[0][0].isalpha()]
    scripts: Counter[str] = Counter()
    for word in words:
        name = script(word[0])
        if name is not None:
            scripts[name] += 1
    if not scripts:
        return fallback
    if scripts["kana"] and 8 * scripts["kana"] >= scripts["han"]:
        scripts["kana"] += scripts.pop("han", 0)
    name = max(scripts, key=scripts.__getitem__)
    votes = evidence(name)
    scores: Counter[str] = Counter()
    for word in words:
        speaks = votes.get(word, ())
        for language in speaks:
            scores[language] += 3 if len(speaks) == 1 else 2 if len(speaks) == 2 else 1
    best = scores.most_common(1)
    return best[0][0] if best else _ONLY.get(name, fallback)


# What a script is read as where no word speaks.
_ONLY = {"han": "zh", "kana": "ja", "hangul": "ko", "thai": "th", "hebrew": "he", "arabic": "ar", "greek": "el",
         "devanagari": "hi", "cyrillic": "ru"}  # fmt: skip
