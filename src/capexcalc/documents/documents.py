"""Documents to check, whatever they come as: each path is read by the file of this room for its kind.

What cannot be read is told in its place, and what follows is read all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from datetime import date
from pathlib import Path, PurePath
from stat import S_ISDIR, S_ISREG
from typing import BinaryIO, Literal

from ..errors import CapexcalcError, InputError, Notice
from ..patterns import regex
from ..records import dataclass
from ..textfile import (
    LARGEST,
    empty,
    encoding_of,
    opened,
    read_bytes,
    read_stream,
    refuse_binary,
    refuse_head,
    unreadable,
)
from .document import Document, Given, is_marked, unmarked
from .jsonl import read_lines, read_values
from .pieces import LONGEST, LongText
from .plain import declared_text, plain_text
from .url import Access, fetch, is_url

STDIN = "-"
Kind = Literal["plain", "markdown", "html", "pdf", "docx", "jsonl", "json"]

_KINDS: dict[str, Kind] = {
    ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".pdf": "pdf", ".docx": "docx", ".docm": "docx", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
}  # fmt: skip
# What servers call them, without "application/" or "text/".
_MEDIA: dict[str, Kind] = {
    "html": "html", "xhtml+xml": "html", "markdown": "markdown", "pdf": "pdf", "json": "json",
    "jsonl": "jsonl", "x-ndjson": "jsonl",
    "vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}  # fmt: skip
# Bytes that settle what begins as text.
_HEAD = 4096
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_PDF = regex(rb"\s*%PDF-")
# A list that holds objects, or nothing: "[Update]" begins a text.
_LIST = regex(rb"\s*\[\s*[{\]]")
_PAGE = regex(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
# What is no name of a file, but a sentence that somebody wants to have checked.
_SENTENCE = regex(r"\S+(\s+\S+){3,}")


@dataclass(frozen=True, slots=True)
class Reading:
    """How documents are read: in which ``encoding`` if it is not to be told from the text; which files of
    folders; what of the web may be asked; ``today``, after which no page was published."""

    encoding: str | None = None
    globs: tuple[str, ...] = ()
    access: Access = field(default_factory=Access)
    today: date | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A file that read_file reads whole, here or in another process."""

    path: str


def read_documents(paths: Iterable[str], stdin: BinaryIO, reading: Reading | None = None) -> Iterator[Given]:
    """The documents of each path in order: a file (JSON and JSON Lines hold many), the files of a folder, the
    page at an address, ``-`` for what comes on ``stdin``; each that cannot be read is an error in its place.
    """
    reading = reading or Reading()
    for each in find_documents(paths, stdin, reading):
        if isinstance(each, File):
            yield from read_file(each, reading)
        else:
            yield each


def find_documents(paths: Iterable[str], stdin: BinaryIO, reading: Reading) -> Iterator[Given | File]:
    """The same, with files that are read whole left to be read."""
    for path in paths:
        try:
            if path == STDIN:
                yield from _from_stdin(stdin, reading)
            elif is_url(path):
                yield from _from_web(path, reading)
            elif S_ISDIR(_mode(path)):
                yield from _from_folder(path, reading)
            else:
                yield from _from_file(path, reading)
        except CapexcalcError as error:
            yield error


def read_file(file: File, reading: Reading) -> Iterator[Given]:
    """The documents of a file, or why there is none."""
    try:
        yield from _from_bytes(file.path, read_bytes(file.path), _named(file.path), reading)
    except CapexcalcError as error:
        yield _advised(error, file.path)


def _from_folder(path: str, reading: Reading) -> Iterator[Given | File]:
    from .folder import files_in

    for each in files_in(Path(path), reading.globs):
        if isinstance(each, CapexcalcError):
            yield each
            continue
        try:
            yield from _from_file(str(each), reading)
        except CapexcalcError as error:
            yield error


def _from_file(path: str, reading: Reading) -> Iterator[Given | File]:
    if _named(path) != "jsonl":
        yield from [File(path)] if _lasts(path) else read_file(File(path), reading)
        return
    try:
        with opened(path) as lines:
            yield from _from_lines(path, b"", lines, reading)
    except CapexcalcError as error:
        raise _advised(error, path) from None


def _lasts(path: str) -> bool:
    """Whether any process that opens the file finds in it what this one does, and once more."""
    return S_ISREG(_mode(path)) and not path.startswith(("/dev/", "/proc/"))


def _mode(path: str) -> int:
    try:
        return Path(path).stat().st_mode
    except (OSError, ValueError):  # a name that is too long, say; it is told of where the file is opened
        return 0


def _named(path: str) -> Kind | None:
    return _KINDS.get(PurePath(path).suffix.lower())


def _advised(error: CapexcalcError, path: str) -> CapexcalcError:
    """``error``, of which it is said what is done with a sentence, if ``path`` is one."""
    if error.code != "unreadable_file" or not _SENTENCE.fullmatch(path):
        return error
    return InputError(
        error.code, error.said, 'a sentence comes on standard input: echo "..." | capexcalc check'
    )


def _from_web(url: str, reading: Reading) -> Iterator[Given]:
    page, notices = fetch(url, reading.access)
    kind = _MEDIA.get(page.media_type.partition("/")[2]) or _named(page.url)
    yield from _noted(notices, _from_bytes(url, page.body, kind, reading, page.charset, page.url))


def _noted(notices: tuple[Notice, ...], given: Iterable[Given]) -> Iterator[Given]:
    """``given``, with what is to be said of all of it said with the first document."""
    for each in given:
        if isinstance(each, Document):
            yield replace(each, notices=(*notices, *each.notices))
            notices = ()
        else:
            yield each


def _from_stdin(stdin: BinaryIO, reading: Reading) -> Iterator[Given]:
    try:
        first = stdin.readline(LARGEST + 1)
    except OSError as fault:
        raise unreadable(STDIN, fault) from None
    begins = _ascii(first).strip()
    if begins.startswith(b"{") and begins != b"{":
        yield from _from_lines(STDIN, first, stdin, reading)
        return
    data = first + read_stream(STDIN, stdin)
    listed = begins == b"{" or _LIST.match(_ascii(data[:_HEAD]))
    given = _from_bytes(STDIN, data, "json" if listed else None, reading)
    del first, data  # which is let go there once it is text
    yield from given


def _from_lines(name: str, first: bytes, rest: BinaryIO, reading: Reading) -> Iterator[Given]:
    """JSON Lines as they come, but for those in another encoding, whose line feeds are no bytes."""
    first = first or rest.readline(LARGEST + 1)
    encoding = reading.encoding or encoding_of(first)
    if encoding not in (None, "utf-8", "utf-8-sig"):
        text, _ = plain_text(name, first + read_stream(name, rest), reading.encoding)
        yield from read_lines(name, text.split("\n"))
        return
    refuse_head(name, first, ended=False)
    yield from read_lines(name, _lines(first, rest))


def _lines(first: bytes, rest: BinaryIO) -> Iterator[bytes]:
    """Each line, of which no more is held than a file may have; the remainder of a longer one is skipped."""
    line = first
    while line:
        yield line
        while not line.endswith(b"\n") and (line := rest.readline(LARGEST)):
            pass
        line = rest.readline(LARGEST + 1)


def _from_bytes(
    name: str, data: bytes, kind: Kind | None, reading: Reading, charset: str = "", address: str = ""
) -> Iterator[Given]:
    if not data or data.isspace():  # strip() would be a copy
        raise empty(name)
    kind = _by_content(data, kind)
    if kind in ("json", "jsonl"):
        text, notices = plain_text(name, data, reading.encoding)
        given = read_values(name, text) if kind == "json" else read_lines(name, text.split("\n"))
        yield from _noted(notices, given)
    elif kind == "html":
        from .html import read_html

        yield read_html(
            name, data, encoding=reading.encoding, charset=charset, address=address, today=reading.today
        )
    elif kind == "pdf":
        from .pdf import pdf_text

        yield Document(name, pdf_text(name, data))
    elif kind == "docx":
        from .docx import docx_text

        yield Document(name, docx_text(name, data))
    elif kind == "markdown":
        from .markdown import read_markdown

        text, notices = plain_text(name, data, reading.encoding)
        del data
        yield read_markdown(name, text, notices)
    elif (long := _long_text(name, data, reading.encoding)) is not None:
        del data
        yield Document(name, long)
    else:
        text, notices = declared_text(name, data, reading.encoding, charset)
        del data  # a long text is judged for minutes
        yield unmarked(name, text, notices)


def _long_text(name: str, data: bytes, encoding: str | None) -> LongText | None:
    """A long text in UTF-8 that is no Markdown and no web source; any other is read like a short one."""
    if len(data) <= LONGEST or encoding is not None or encoding_of(data) not in (None, "utf-8-sig"):
        return None
    refuse_binary(name, data)
    text = LongText(data)
    try:
        return None if any(map(is_marked, text.parts())) else text
    except UnicodeDecodeError:
        return None


def _by_content(data: bytes, named: Kind | None) -> Kind | None:
    """The kind a file is of; names and servers are believed where its bytes say nothing."""
    if _PDF.match(data):
        return "pdf"
    if data.startswith(b"PK\x03\x04") or (named == "docx" and data.startswith(_OLD_OFFICE)):
        return "docx"
    if named in ("html", "markdown", "jsonl", "json"):
        return named
    return "html" if _is_html(data) else named


def _is_html(data: bytes) -> bool:
    """Whether a file begins as a page of the web does."""
    return bool(_PAGE.match(_ascii(data[:_HEAD])))


def _ascii(head: bytes) -> bytes:
    """What a text begins with, if that is ASCII: the same in UTF-8 and in UTF-16."""
    return head.replace(b"\0", b"").lstrip(b"\xff\xfe\xef\xbb\xbf")
