"""Documents to check: text files, JSON Lines, standard input."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from ..errors import InputError

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
            except (OSError, ValueError) as fault:
                raise _unreadable(path, fault) from None
        else:
            yield Document(path, _text(path, _read(path)))


def parse_line(where: str, line: bytes) -> Document:
    """The document of a JSON line; without an ``id`` it is called ``where``. Raises InputError."""
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError("not_utf8", f"{where}: not UTF-8 text") from None
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
        yield Document(STDIN, _text(STDIN, first + stdin.read()))


def _chain(first: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _read(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as fault:  # ValueError: a NUL in the name
        raise _unreadable(path, fault) from None


def _unreadable(path: str, fault: OSError | ValueError) -> InputError:
    reason = getattr(fault, "strerror", None) or str(fault)
    return InputError(
        "unreadable_file",
        f"{path}: {reason}",
        "check takes text files, .jsonl files, or - for standard input",
    )


def _text(path: str, data: bytes) -> str:
    if not data.strip():
        raise InputError("empty_file", f"{path}: the file is empty")
    if b"\0" in data:
        raise InputError("binary_file", f"{path}: a binary file, not text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise InputError(
            "not_utf8", f"{path}:{line}: not UTF-8 text", "convert it: iconv -f latin1 -t utf-8"
        ) from None


def _json_lines(path: str, lines: Iterable[bytes]) -> Iterator[Document]:
    number = 0
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield parse_line(f"{path}:{number}", line)
    if not number:
        raise InputError("empty_file", f"{path}: the file is empty", _JSONL_HINT)


def _date(where: str, text: object) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        raise InputError(
            "bad_date", f"{where}: date {str(text)[:60]!r} is not YYYY-MM-DD", _JSONL_HINT
        ) from None
