"""Documents to check: text files, JSON Lines, standard input."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from ..errors import InputError
from ..textfile import decode, empty, not_utf8, read_stream, read_text, refuse_head, unreadable

STDIN = "-"
_JSONL_HINT = 'each line is an object: {"id": ..., "text": ..., "lang"?: ..., "date"?: "YYYY-MM-DD"}'


@dataclass(frozen=True, slots=True)
class Document:
    """``date`` is the document's own date, ``lang`` its ISO 639 language, where they are given."""

    id: str
    text: str
    lang: str | None = None
    date: date | None = None


def read_documents(paths: Iterable[str], stdin: BinaryIO) -> Iterator[Document]:
    """The documents of each path in order: a ``.jsonl`` file holds one a line, any other file is one.

    ``-`` reads ``stdin``, as JSON Lines where its first line is a JSON object. Raises InputError naming the
    file, and the line of a bad JSON line.
    """
    for path in paths:
        if path == STDIN:
            yield from _from_stdin(stdin)
        elif path.endswith(".jsonl"):
            try:
                with Path(path).open("rb") as lines:
                    yield from _json_lines(path, lines)
            except (OSError, ValueError) as fault:  # ValueError: a NUL in the name
                raise unreadable(path, fault) from None
        else:
            yield Document(path, read_text(path))


def parse_line(where: str, line: bytes) -> Document:
    """The document of a JSON line; without an ``id`` it is called ``where``. Raises InputError."""
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise not_utf8(where) from None
    except (ValueError, RecursionError) as fault:
        raise InputError("bad_json", f"{where}: not JSON: {fault}", _JSONL_HINT) from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise InputError("bad_document", f'{where}: no "text"', _JSONL_HINT)
    name, lang, day = row.get("id", where), row.get("lang"), row.get("date")
    if not isinstance(name, str | int) or not isinstance(lang, str | None):
        raise InputError("bad_document", f'{where}: "id" and "lang" are strings', _JSONL_HINT)
    return Document(str(name), row["text"], lang, _date(where, day))


def _from_stdin(stdin: BinaryIO) -> Iterator[Document]:
    first = stdin.readline()
    if first.lstrip()[:1] == b"{":
        yield from _json_lines(STDIN, _chain(first, stdin))
    else:
        yield Document(STDIN, decode(STDIN, first + read_stream(STDIN, stdin)))


def _chain(first: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _json_lines(path: str, lines: Iterable[bytes]) -> Iterator[Document]:
    found = False
    for number, line in enumerate(lines, 1):
        if number == 1:
            refuse_head(path, line, ended=False)
        if line.strip():
            found = True
            yield parse_line(f"{path}:{number}", line)
    if not found:
        raise empty(path)


def _date(where: str, text: object) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        raise InputError(
            "bad_date", f"{where}: date {str(text)[:60]!r} is not YYYY-MM-DD", _JSONL_HINT
        ) from None
