"""Walks over the marks beside one, as far as a thought goes."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from .marks import Mark

FURTHEST = 16  # marks that a walk or a step takes in at most: long sentences take no longer

Walk = Iterator[tuple[int, int]]


def back(marks: list[Mark], i: int, most: int) -> Walk:
    """The marks before one, nearest first, each with the words in between, as far as a thought goes back."""
    words = 0
    for k in range(i - 1, max(0, i - 1 - FURTHEST), -1):
        words += marks[k + 1].words
        if words > most or marks[k + 1].stops:
            return
        yield k, words


def on(marks: list[Mark], i: int, most: float = inf) -> Walk:
    """The marks after one, nearest first, each with the words in between, as far as a thought goes on."""
    words = 0
    for k in range(i + 1, min(len(marks), i + 1 + FURTHEST)):
        words += marks[k].words
        if words > most or marks[k].stops:
            return
        yield k, words
