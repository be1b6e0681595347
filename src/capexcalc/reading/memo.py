"""A question about words, asked once of each: most words of a text have been met before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_MOST_WORDS, _LONGEST_WORD = 20_000, 40  # remembered; a text may be of any size, and of one word
_A = TypeVar("_A")


class Memo(dict[str, _A]):
    """The words met so far, each with what ``ask`` says of it."""

    def __init__(self, ask: Callable[[str], _A]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, word: str) -> _A:
        answer = self._ask(word)
        if len(word) <= _LONGEST_WORD:
            if len(self) >= _MOST_WORDS:
                self.clear()
            self[word] = answer
        return answer
