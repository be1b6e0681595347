"""The text of a Word document (.docx, .docm): XML in a Zip archive. One part is read, and none run."""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping
from typing import Any
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from ..errors import InputError
from ..words import Phrase, Template

# Bytes of the part with the text, unpacked; a book has some ten million.
MOST_XML = 64_000_000
_OFFICE = (b"\xd0\xcf\x11\xe0",)
# What reading it raises then; NotImplementedError is zipfile's, of a compression it does not know.
_DAMAGED = (BadZipFile, ValueError, EOFError, OSError, NotImplementedError, zlib.error, expat.ExpatError)
# The main parts of what else is packed so.
_OTHERS: Mapping[str, Template] = {
    "xl/workbook.xml": "a workbook",
    "ppt/presentation.xml": "a presentation",
    "content.xml": "OpenDocument",
}
_SAVE: Template = "save it anew in Word or LibreOffice, as .docx or as text"


def docx_text(name: str, data: bytes) -> str:
    """The paragraphs of a Word document, a blank line between them, the cells of a row parted by tabs.

    What was deleted, field codes, comments, notes, headers and footers are left out. Its metadata tell when
    the file was made, which is no day of publication. Raises InputError: ``encrypted_file``, ``bad_docx``,
    ``file_too_large``, ``no_text``.
    """
    if data.startswith(_OFFICE):
        raise InputError(
            "encrypted_file", "{name}: a document with a password, or of an older Word", _SAVE, name=name
        )
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            xml = _part(name, archive)
        text = _Paragraphs(xml).text()
    except _DAMAGED as fault:
        raise InputError(
            "bad_docx",
            "{name}: not a readable Word document ({kind})",
            _SAVE,
            name=name,
            kind=type(fault).__name__,
        ) from None
    except RuntimeError:  # what zipfile raises for a part with a password
        raise InputError("encrypted_file", "{name}: a document with a password", _SAVE, name=name) from None
    if not text.strip():
        raise InputError("no_text", "{name}: a Word document without text", name=name)
    return text


def _part(name: str, archive: ZipFile) -> bytes:
    """The main part, unpacked no further than it may be large."""
    names = set(archive.namelist())
    if "word/document.xml" not in names:
        kind: Template = next((kind for part, kind in _OTHERS.items() if part in names), "a Zip archive")
        raise InputError(
            "bad_docx",
            "{name}: {kind}, not a Word document",
            "save it as .docx, PDF or text",
            name=name,
            kind=Phrase(kind),
        )
    with archive.open("word/document.xml") as part:
        xml = part.read(MOST_XML + 1)
    if len(xml) > MOST_XML:
        raise InputError(
            "file_too_large",
            "{name}: more than {most} MB when unpacked",
            name=name,
            most=MOST_XML // 1_000_000,
        )
    return xml


class _Paragraphs:
    """What the parser has told of so far."""

    def __init__(self, xml: bytes) -> None:
        self._pieces: list[str] = []
        self._skipped = 0  # depth inside what is there twice, or is gone
        self._in_text = False
        self._cells = 0
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        # No Word document has one; entities that grow without end have.
        parser.StartDoctypeDeclHandler = _refuse
        parser.Parse(xml, True)

    def text(self) -> str:
        paragraphs = "".join(self._pieces).split("\n\n")
        return "\n\n".join(each.strip("\n\t ") for each in paragraphs if each.strip())

    def _start(self, tag: str, attributes: Any) -> None:
        name = _local(tag)
        if self._skipped or name in _SKIPPED:
            self._skipped += 1
        elif name == "t":
            self._in_text = True
        elif name == "tc":
            self._cells += 1
        elif name in _SIGNS:
            self._pieces.append(_SIGNS[name])

    def _end(self, tag: str) -> None:
        name = _local(tag)
        if self._skipped:
            self._skipped -= 1
        elif name == "t":
            self._in_text = False
        elif name == "p":
            self._pieces.append(" " if self._cells else "\n\n")
        elif name == "tc":
            self._cells -= 1
            self._pieces.append("\t")
        elif name == "tr" and not self._cells:
            self._pieces.append("\n\n")

    def _characters(self, text: str) -> None:
        if self._in_text and not self._skipped:
            self._pieces.append(text)


# A text box is there twice; moved text stands where it went, deleted text nowhere.
_SKIPPED = frozenset(("Fallback", "del", "moveFrom", "instrText", "delText"))
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def _local(tag: str) -> str:
    return tag.rpartition(" ")[2]


def _refuse(*declared: object) -> None:
    raise ValueError("a document type")
