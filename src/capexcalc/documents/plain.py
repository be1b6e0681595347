"""Text in whatever encoding it was saved: Unicode where the bytes say so, else the likeliest code page.

charset-normalizer knows scripts, and code pages of several bytes. Between those of the Latin alphabet it
takes one for the other ("£2.5" for "Ł2.5"), so there the words decide, as they do about the language of a
text.
"""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from itertools import islice

from ..errors import InputError, Notice, UsageError, quoted
from ..patterns import regex
from ..reading.language import weight_of_words
from ..textfile import HEAD, NAME_IT, decode, decode_as, encoding_of, refuse_binary
from ..words import Phrase, Template

# What texts are still saved in, and what it is called. The first of each alphabet wins where nothing speaks
# for another.
_LATIN: Mapping[str, Template] = {
    "cp1252": "Western European",
    "cp1250": "Central European",
    "cp1254": "Turkish",
}
_OTHER: Mapping[str, Template] = {
    "cp1251": "Cyrillic",
    "koi8_r": "Cyrillic",
    "cp1253": "Greek",
    "cp1255": "Hebrew",
    "cp1256": "Arabic",
    "cp874": "Thai",
    "gb18030": "Chinese",
    "big5": "Chinese",
    "cp932": "Japanese",
    "euc_jp": "Japanese",
    "cp949": "Korean",
}
CODE_PAGES: Mapping[str, Template] = {**_LATIN, **_OTHER}

# What servers and pages call encodings, and browsers take for a larger one.
_MEANT = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "shift_jis": "cp932",
    "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "tis-620": "cp874",
}  # fmt: skip

# One or two letters with an accent, or a sign, among ASCII, as only the Latin alphabet has them.
_ACCENTS = regex(rb"(?<![\x80-\xff])[\x80-\xff]{1,2}(?![\x80-\xff])")
_HIGH = regex(rb"[\x80-\xff]")
# What stands around those that decide.
_AROUND = regex(rb"[^\n]{0,80}[\x80-\xff][^\n]{0,80}")
_CONTROL = regex("[\x7f-\x9f]")
# A letter at a figure is no part of a word, and perhaps no letter: a pound sign on another page.
_AT_FIGURE = regex(r"[^\W\d_]+(?=\d)|(?<=\d)[^\W\d_]+|\b[^\W\d_](?=\s\d)")


def plain_text(name: str, data: bytes, encoding: str | None = None) -> tuple[str, tuple[Notice, ...]]:
    """The text that ``data`` is, in ``encoding`` where that is given, and the word about a guess.

    Raises InputError: what ``textfile.decode`` raises, ``other_encoding``; UsageError: ``bad_encoding``.
    """
    if encoding is not None:
        return _decoded(name, data, encoding), ()
    if encoding_of(data):
        return decode(name, data), ()
    refuse_binary(name, data)
    page = code_page(data)
    if page is None:
        return _utf8(name, data), ()
    return data.decode(page), (
        Notice(
            "encoding_guessed",
            "{name}: read as {page} ({use}), as it is not UTF-8; --encoding names another",
            name=name,
            page=page,
            use=Phrase(CODE_PAGES[page]),
        ),
    )


def declared_text(
    name: str, data: bytes, encoding: str | None, declared: str
) -> tuple[str, tuple[Notice, ...]]:
    """The text of something from the web, in the encoding that its server or itself declares.

    Valid UTF-8 is nothing else, whatever they say: pages are moved, and saved. Places that are no text cannot
    be mended by who reads it: they are left out, with a word about it. Raises as ``plain_text`` does.
    """
    try:
        codec = _MEANT.get(found := known_encoding(declared), found) if declared else ""
    except UsageError:
        codec = ""
    if encoding or encoding_of(data) or codec in ("", "utf-8") or _is_utf8(data, data[:HEAD]):
        try:
            return plain_text(name, data, encoding)
        except InputError as error:
            if encoding is not None or error.code != "not_utf8" or not declared:
                raise
            codec = "utf-8"
    refuse_binary(name, data)
    text = data.decode(codec, "replace")
    if places := text.count("\N{REPLACEMENT CHARACTER}"):
        return text, (
            Notice(
                "unreadable_places",
                "{name}: {places} places are no {declared} and cannot be read",
                name=name,
                places=places,
                declared=declared,
            ),
        )
    return text, ()


def known_encoding(given: str) -> str:
    """The name Python has for an encoding of text. Raises UsageError (``bad_encoding``)."""
    try:
        codec = codecs.lookup(given)
        "".encode(codec.name)  # not so with those that turn bytes into bytes
    except (LookupError, ValueError):
        raise UsageError(
            "bad_encoding",
            "no encoding is called {given}",
            "for example: --encoding cp1252",
            given=quoted(given),
        ) from None
    return codec.name


def code_page(data: bytes) -> str | None:
    """The likeliest of CODE_PAGES for a text that is not UTF-8; None where it is, but for a fault, or where
    no page gives a text."""
    head = data[:HEAD]
    if _is_utf8(data, head):
        return None
    accents = sum(map(len, _ACCENTS.findall(head)))
    if 2 * accents >= len(_HIGH.findall(head)):
        return _by_words(data)
    from charset_normalizer import from_bytes  # here: 50 ms that most texts need not wait for

    found = from_bytes(head, cp_isolation=list(_OTHER)).best()
    return found.encoding if found and _is_text(data, found.encoding) else None


def _is_utf8(data: bytes, head: bytes) -> bool:
    """Whether a text is UTF-8, if with a fault: any other encoding would turn its signs to noise."""
    try:
        data.decode()
    except UnicodeDecodeError:
        text = head.decode(errors="replace")
        faults = text.count("\N{REPLACEMENT CHARACTER}")
        return sum(not character.isascii() for character in text) - faults > faults
    return True


def _by_words(data: bytes) -> str | None:
    """The Latin code page under which the words of the text say most clearly which language they are in."""
    pages = [page for page in _LATIN if _is_text(data, page)]
    sample = b"\n".join(islice((found[0] for found in _AROUND.finditer(data)), 30))
    return max(pages, key=lambda page: weight_of_words(_AT_FIGURE.sub("", sample.decode(page))), default=None)


def _is_text(data: bytes, page: str) -> bool:
    try:
        text = data.decode(page)
    except UnicodeDecodeError:
        return False
    return not _CONTROL.search(text)


def _utf8(name: str, data: bytes) -> str:
    try:
        return decode(name, data)
    except InputError as error:
        hint = NAME_IT if error.code == "not_utf8" else error.advice
        raise InputError(error.code, error.said, hint) from None


def _decoded(name: str, data: bytes, encoding: str) -> str:
    known_encoding(encoding)
    return decode_as(name, data, encoding)
