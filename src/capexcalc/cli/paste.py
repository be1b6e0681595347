"""A text pasted into a terminal, up to Ctrl-D.

A terminal that hands over whole lines keeps no more than 4,095 bytes of each (1,023 on a Mac), and a
paragraph copied from a page is one line: so it is asked for the bytes as they come.
"""

from __future__ import annotations

import os
import re
from typing import BinaryIO

from ..words import Phrase
from .context import Outside

_END, _UNDO = b"\x04", re.compile(rb"[\x08\x7f]")
_LAST_CHARACTER = re.compile(rb"[^\n][\x80-\xbf]*\Z")


def pasted(outside: Outside, terminal: BinaryIO) -> bytes:
    """What is typed or pasted, once the person was asked for it on standard error."""
    outside.say("paste", Phrase("the text, then Ctrl-D"))
    try:
        import termios
    except ImportError:  # Windows, where Ctrl-Z ends it
        return terminal.read()
    handle = terminal.fileno()
    before = termios.tcgetattr(handle)
    unlined = [*before[:3], before[3] & ~termios.ICANON, *before[4:6], list(before[6])]
    unlined[6][termios.VMIN], unlined[6][termios.VTIME] = 1, 0
    termios.tcsetattr(handle, termios.TCSANOW, unlined)
    try:
        return _mended(_until_end(handle))
    finally:
        termios.tcsetattr(handle, termios.TCSANOW, before)


def _until_end(handle: int) -> bytes:
    text = b""
    while _END not in text and (more := os.read(handle, 1 << 16)):
        text += more
    return text.partition(_END)[0]


def _mended(text: bytes) -> bytes:
    """``text`` without what was taken back with the key for it."""
    first, *others = _UNDO.split(text)
    for other in others:
        first = _LAST_CHARACTER.sub(b"", first) + other
    return first
