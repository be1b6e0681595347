"""Phrases with their meanings, and the other ways in which writers spell them."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any

from capexcalc.reading.lexicon import Lexicon
from capexcalc.reading.tokens import key, tokenise

_NUKTA = "\u093c"
_PRECOMPOSED = dict(zip("\u0958\u0959\u095a\u095b\u095c\u095d\u095e", "कखगजडढफ", strict=True))
_RESPELT = (
    {"ʼ": "'"},
    {"ş": "ș", "ţ": "ț"},
    {"ș": "ş", "ț": "ţ"},
    {"أ": "ا", "إ": "ا", "آ": "ا"},
    {"״": '"'},
    {'"': "״"},
    {'"': "“"},
    {'"': "”"},
    {'"': "''"},
    {"׳": "'"},
    {_NUKTA: ""},
    {"ँ": "ं"},
    {plain + _NUKTA: whole for whole, plain in _PRECOMPOSED.items()},
)


_ADDING = frozenset(("adds_on", "besides"))  # cues of phrases that say what the words in them do, too
_KEPT = ("increase", "decrease", "plus", "others", "total", "combined", "adds_up", "includes", "part_of")


class Phrases:
    """Phrases with their meanings; the first to state a kind of meaning for a phrase is kept."""

    def __init__(self, *, accents: bool, proclitics: list[str]) -> None:
        self.accents = accents
        self.proclitics = proclitics
        self.meanings: dict[str, dict[str, Any]] = defaultdict(dict)
        self.starts: dict[str, int] = {}
        self.prefixes: set[str] = set()
        self.stems: set[str] = set()
        self.tails: set[str] = set()
        self.heads: set[str] = set()

    def add(self, phrase: str, kind: str, value: Any, *, exact: bool = False) -> None:
        for name in self.variants(phrase, exact):
            self._meanings(name).setdefault(kind, value)
            if kind in ("number", "scale", "fraction") and name.isalpha():
                self.heads.add(name[:3])

    def add_to_list(self, phrase: str, kind: str, value: str) -> None:
        for name in self.variants(phrase):
            values = self._meanings(name).setdefault(kind, [])
            if value not in values:
                values.append(value)

    def variants(self, phrase: str, exact: bool = False) -> list[str]:
        """``phrase`` as a key, and as hurried writers or other keyboards spell it."""
        if exact:
            name = " ".join(phrase.split())
            return [name] if name else []
        names = {key(phrase)}
        for table in _RESPELT:
            for name in tuple(names):
                respelt = name
                for old, new in table.items():
                    respelt = respelt.replace(old, new)
                if respelt != name:
                    names.add(key(respelt))
        if self.accents:
            names |= {_unaccented(name) for name in names}
        return sorted(names - {""})

    def _meanings(self, name: str) -> dict[str, Any]:
        if name not in self.meanings:
            words = _words(name)
            self.starts[words[0]] = max(self.starts.get(words[0], 0), len(words))
            for word in words:
                if word.endswith("*"):
                    self.stems.add(word)
                    self.heads.add(word.removesuffix("*")[:3])
                elif word.startswith("*"):
                    self.tails.add(word)
            self.heads.update((clitic + words[0])[:3] for clitic in self.proclitics)
            self.prefixes.update(_prefix(name, end) for end in range(2, len(words)))
        return self.meanings[name]

    def inherit_about(self) -> None:
        """Let a cue that ends in a word for "about" say that as well: "soit environ"."""
        about = {name for name, meanings in self.meanings.items() if meanings.get("bound") == "about"}
        for name, meanings in self.meanings.items():
            tails = (name[len(_prefix(name, n)) :].lstrip() for n in range(1, len(_words(name))))
            if "cue" in meanings and not about.isdisjoint(tails):
                meanings.setdefault("bound", "about")

    def inherit_cues(self) -> None:
        """Let a word that is known for a change alone mean what its stem does, which it would hide."""
        stems = sorted((n for n, m in self.meanings.items() if n.endswith("*") and "cue" in m), key=len)
        for name, meanings in self.meanings.items():
            if meanings.keys() == {"change"} and " " not in name:
                for stem in stems:
                    if name.startswith(stem[:-1]):
                        meanings["cue"] = list(self.meanings[stem]["cue"])
        for name, meanings in self.meanings.items():
            if _ADDING.issuperset(meanings.get("cue", ("",))):
                meanings["cue"] = [*meanings["cue"], *self._hidden(_words(name))]

    def _hidden(self, words: Sequence[str]) -> list[str]:
        """What phrases in a longer one say, that it hides: "on top of" in "on top of that comes"."""
        spans = [(n, end) for n in range(len(words)) for end in range(n + 1, len(words) + 1)]
        inner = (self.meanings.get(" ".join(words[n:end])) for n, end in spans if end - n < len(words))
        cues = [cue for each in inner if each is not None for cue in each.get("cue", ())]
        return [cue for cue in dict.fromkeys(cues) if cue in _KEPT]

    def lexicon(self, decimal: str) -> Lexicon:
        """The phrases so far as the reader sees them."""
        return Lexicon(
            "", decimal, self.meanings, self.starts, self.prefixes, self.stems, self.heads,
            tuple(self.proclitics), frozenset(), frozenset(), frozenset(), frozenset(), tails=self.tails,
        )  # fmt: skip


@cache
def _words(name: str) -> Sequence[str]:
    words: list[str] = []
    for word, _, _, _, spaced in tokenise(name):
        if (word == "*" and words and not spaced) or words[-1:] == ["*"]:
            words[-1] += word
        else:
            words.append(word)
    return words


def _prefix(name: str, count: int) -> str:
    """The first ``count`` tokens of a key, as the reader joins them."""
    words, at = _words(name), 0
    for word in words[:count]:
        at = name.index(word, at) + len(word)
    return name[:at]


def _unaccented(text: str) -> str:
    """``text`` without accents, as hurried writers type it; single letters keep theirs ("à" is not "a")."""
    if not all(char < "\u0250" or char in "țșʼ" for char in text) or len(text) < 3:
        return text
    plain = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(char for char in plain if not unicodedata.combining(char)))
