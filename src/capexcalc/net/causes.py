"""Why a request failed, in words: what a library says of it is written for programmers."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from http.client import HTTPException, IncompleteRead, RemoteDisconnected

from requests.exceptions import InvalidURL
from urllib3.exceptions import IncompleteRead as Incomplete
from urllib3.exceptions import InvalidChunkLength, LocationValueError

from ..errors import system
from ..words import Phrase, Template

# The first that is found, from the innermost error outward; more special classes come first.
_WORDS: tuple[tuple[type[BaseException], Template], ...] = (
    (ssl.SSLCertVerificationError, "its certificate cannot be trusted"),
    (ssl.SSLError, "no secure connection comes about"),
    (InvalidChunkLength, "the answer is not HTTP"),
    (RemoteDisconnected, "the server closed the connection without an answer"),
    (IncompleteRead, "the server closed the connection"),
    (Incomplete, "the server closed the connection"),
    (HTTPException, "the answer is not HTTP"),
    (InvalidURL, "this is no address of a server"),
    (LocationValueError, "this is no address of a server"),
    (UnicodeError, "this is no address of a server"),
)


def cause(error: BaseException) -> Phrase | str:
    """What the innermost error means, and what the system said where that is in words."""
    chain = list(_chain(error))[::-1]
    for kind, words in _WORDS:
        if any(isinstance(each, kind) for each in chain):
            return Phrase(words)
    for each in chain:
        if isinstance(each, OSError) and each.strerror:
            return system(each.strerror.lower())
    said = next((f"{each}" for each in chain if f"{each}"), type(error).__name__)
    return " ".join(said.split())[:120].lower()


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error and those inside it, each once, outermost first."""
    seen: set[int] = set()
    queue = [error]
    while queue:
        each = queue.pop(0)
        if id(each) not in seen:
            seen.add(id(each))
            yield each
            inner = (getattr(each, "reason", None), *each.args, each.__cause__, each.__context__)
            queue += [other for other in inner if isinstance(other, BaseException)]
