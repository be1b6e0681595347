"""One way to read a text file: the same fault has the same code, the same words and the same hint everywhere.

Who streams what is too large to be held reads by itself, and shares the faults.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from .errors import InputError, system
from .words import Phrase, Template, phrase

# Bytes of a file that is read as a whole: SEC EDGAR's facts of a large company take a quarter of that.
LARGEST = 64_000_000
# As much smaller as a workbook is packed at most; sheets of numbers are packed to a tenth or a thirtieth.
_DENSEST = 100
# Bytes that settle what a file is.
HEAD = 1 << 16

# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
# What files begin with that people take for text, or pass by mistake.
_SIGNATURES: Sequence[tuple[bytes, Template]] = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "Zip: .docx, .xlsx, .odt"),
    (b"\xd0\xcf\x11\xe0", "old Office: .doc, .xls"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"PAR1", "Parquet"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG", "PNG"),
)
UNCLOSED: Template = "a quotation mark that is not closed"
_TO_TEXT: Template = "save it as text or CSV, in UTF-8, where it was made"
# No encoding is advised by itself: the wrong one turns a euro sign into a blank, and nothing says so.
_TO_UTF8: Template = (
    "save it as UTF-8 where it was made, or name what it is: "
    "iconv -f cp1252 -t utf-8 (Western Windows), cp1251 (Cyrillic), gb18030 (Chinese)"
)
# Where there is such an option.
NAME_IT: Template = (
    "name what it is: --encoding cp1252 (Western Windows), cp1251 (Cyrillic), gb18030 (Chinese)"
)


def read_text(path: str | Path) -> str:
    """The text of a file: UTF-8 or UTF-16, with or without a byte order mark, which is left out.

    Raises InputError: ``unreadable_file``, ``file_too_large``, ``empty_file``, ``binary_file``, ``not_utf8``,
    ``not_utf16``, naming the file, and the line of a byte that is no text.
    """
    return decode(path, read_bytes(path))


def read_bytes(path: str | Path, largest: int = LARGEST) -> bytes:
    """The content of a file. Raises InputError: ``unreadable_file``, ``file_too_large``."""
    with opened(path) as file:
        return read_stream(path, file, largest)


@contextmanager
def opened(path: str | Path) -> Iterator[BinaryIO]:
    """A file to read from. Raises InputError (``unreadable_file``), also for what is met while it is open."""
    try:
        with Path(path).open("rb") as file:
            yield file
    except (OSError, ValueError) as fault:  # ValueError: a NUL in the name
        raise unreadable(path, fault) from None


def read_stream(name: str | Path, stream: BinaryIO, largest: int = LARGEST) -> bytes:
    """What is left of ``stream``, which messages call ``name``. Raises as ``read_bytes`` does."""
    try:
        data = stream.read(largest + 1)
    except OSError as fault:
        raise unreadable(name, fault) from None
    if len(data) > largest:
        raise too_large(name, largest)
    return data


def decode(name: str | Path, data: bytes, hint: Template | None = None) -> str:
    """The text that ``data`` is; ``hint`` is what helps where it is not UTF-8.

    Raises InputError: ``empty_file``, ``binary_file``, ``not_utf8``, ``not_utf16``.
    """
    encoding = encoding_of(data) or "utf-8"
    if encoding.startswith("utf-8"):
        refuse_binary(name, data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        line = data[: fault.start].decode(encoding, "replace").count("\n") + 1
        where = f"{name}:{line}"
        raise (not_utf8(where, hint=hint) if encoding.startswith("utf-8") else not_utf16(where)) from None
    if not text or text.isspace():  # strip() would be a copy
        raise empty(name)
    return text


def decode_as(name: str | Path, data: bytes, encoding: str) -> str:
    """The text that ``data`` is in an ``encoding`` that somebody named.

    Raises InputError: ``other_encoding``, ``empty_file``.
    """
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        line = data[: fault.start].decode(encoding, "replace").count("\n") + 1
        raise other_encoding(name, line, encoding) from None
    if not text.strip("\ufeff \t\r\n"):
        raise empty(name)
    return text.removeprefix("\ufeff")


def csv_records(name: str | Path, text: str, separator: str = ",") -> Iterator[tuple[int, list[str]]]:
    """The records of a CSV file, each with the number of the line it begins on, blank ones left out.

    Raises InputError (``bad_csv``).
    """
    import csv  # here: most texts are no tables

    records = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for cells in records:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = records.line_num + 1
    except csv.Error as fault:
        # What the module calls the end of a file inside quotation marks helps nobody to find it.
        said = Phrase(UNCLOSED) if "unexpected end" in str(fault) else Phrase("{fault}", fault=str(fault))
        raise bad_csv(f"{name}:{line}", said) from None


def encoding_of(data: bytes) -> str | None:
    """The encoding that a byte order mark tells, or where ASCII has its NULs in UTF-16; else None."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    head = data[: min(HEAD, len(data) & ~1)]
    early, late = head[0::2].count(0), head[1::2].count(0)
    if bool(early) == bool(late):
        return None
    encoding = "utf-16-le" if late else "utf-16-be"
    return encoding if _is_wide(head, encoding, early or late) else None


def refuse_binary(name: str | Path, data: bytes) -> None:
    """Raises InputError (``binary_file``) for what begins as another format does, or holds a NUL."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(
                "binary_file",
                "{name}: a binary file ({kind}), not text",
                _TO_TEXT,
                name=name,
                kind=Phrase(kind),
            )
    if (nul := data.find(b"\0")) >= 0:
        raise InputError(
            "binary_file",
            "{name}:{line}: a binary file, not text",
            _TO_TEXT,
            name=name,
            line=line_of(data, nul),
        )


def not_json(fault: ValueError | RecursionError) -> Phrase:
    """What is wrong with JSON, in the words of who read it."""
    said = getattr(fault, "msg", None)
    return Phrase("{fault}", fault=said) if said else Phrase("nested too deeply")


def bad_csv(where: str, template: Template | Phrase, /, **facts: object) -> InputError:
    """Of a record that is none."""
    return InputError("bad_csv", "{where}: {said}", where=where, said=phrase(template, **facts))


def refuse_head(name: str | Path, head: bytes, *, ended: bool) -> None:
    """What those who take UTF-8 only, and read on by themselves, refuse at once: ``head`` is what the file
    begins with, or all of it (``ended``).

    Raises InputError: ``empty_file``, ``binary_file``, ``not_utf8``.
    """
    if ended and not head.removeprefix(codecs.BOM_UTF8).strip():
        raise empty(name)
    encoding = encoding_of(head)
    if encoding is not None and not encoding.startswith("utf-8"):
        raise not_utf8(f"{name}:1", encoding)
    first = next(iter(head.lstrip().splitlines()), b"")
    refuse_binary(name, first)  # further down a NUL is a character in a cell


def refuse_bomb(name: str | Path, packed: str | Path | BinaryIO) -> None:
    """Raises InputError (``file_too_large``) for what unpacks to a hundred times itself, as no table does."""
    from zipfile import BadZipFile, ZipFile  # here: few files are packed

    try:
        with ZipFile(packed) as archive:
            members = archive.infolist()
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return  # who reads it says what it is
    unpacked, size = (sum(getattr(each, kind) for each in members) for kind in ("file_size", "compress_size"))
    if unpacked > LARGEST and unpacked > _DENSEST * size:
        raise too_large(name)


def line_of(data: bytes, offset: int) -> int:
    """The number of the line that the byte at ``offset`` stands in."""
    return data.count(b"\n", 0, offset) + 1


def unreadable(name: str | Path, fault: OSError | ValueError) -> InputError:
    """What kept a file from being read."""
    reason = system((getattr(fault, "strerror", None) or str(fault)).lower())
    return InputError(
        "unreadable_file",
        "{name}: {reason}",
        "name a file in it" if isinstance(fault, IsADirectoryError) else None,
        name=name,
        reason=reason,
    )


def too_large(name: str | Path, largest: int = LARGEST) -> InputError:
    """Of a file that would have to be held in memory."""
    return InputError(
        "file_too_large", "{name}: larger than {most} MB", "split it", name=name, most=largest // 1_000_000
    )


def empty(name: str | Path) -> InputError:
    """Of a file without a byte, or of blanks and empty lines."""
    return InputError("empty_file", "{name}: the file is empty", name=name)


def not_utf8(where: str, encoding: str | None = None, hint: Template | None = None) -> InputError:
    """Of a file, or of a line of it; ``encoding`` is what it is instead, where that is certain, or else
    ``hint`` what helps."""
    advice: Template = hint or _TO_UTF8
    return InputError(
        "not_utf8",
        "{where}: not UTF-8 text",
        "convert it: iconv -f {encoding} -t utf-8" if encoding else advice,
        where=where,
        encoding=encoding and encoding.replace("16-", "16"),
    )


def not_utf16(where: str) -> InputError:
    """Of a line where UTF-16 is damaged."""
    return InputError(
        "not_utf16", "{where}: not UTF-16 text, as which the file begins", _TO_TEXT, where=where
    )


def other_encoding(name: str | Path, line: int, encoding: str) -> InputError:
    """Of a line that is no text in the encoding that somebody named."""
    return InputError(
        "other_encoding",
        "{name}:{line}: not {encoding} text",
        "leave --encoding out, or name another",
        name=name,
        line=line,
        encoding=encoding,
    )


def _is_wide(head: bytes, encoding: str, nuls: int) -> bool:
    """Whether ``head`` is text in UTF-16, and not one in UTF-8 with a stray NUL, or nothing of the kind."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError:
        return False
    odd = sum(not (character.isprintable() or character.isspace()) for character in text)
    if odd * 100 > len(text):
        return False
    if nuls * 10 >= len(text):
        return True
    # Scripts that have few blanks: what they are in UTF-16 is hardly ever UTF-8 as well.
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return True
    return False
