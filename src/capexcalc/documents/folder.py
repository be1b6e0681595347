"""The files of a folder that are to be read, in the order of their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from ..errors import CapexcalcError, InputError
from ..textfile import unreadable
from ..words import several

# What is read of a folder where nothing else is asked for; .json may be anything.
_READ = (
    ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".docm", ".jsonl",
    ".ndjson",
)  # fmt: skip


def files_in(folder: Path, globs: Sequence[str]) -> Iterator[Path | CapexcalcError]:
    """The files below ``folder`` whose name matches one of ``globs``, or else is of a kind that is read; what
    keeps a folder in it from being read is told in its place.

    A pattern with a slash is held against the path below ``folder``, where a star stands for anything. Hidden
    files and folders are passed over, and links to folders. ``no_documents`` where there is none.
    """
    found = False
    for each in _below(folder):
        if isinstance(each, CapexcalcError) or _wanted(each, folder, globs):
            found = True
            yield each
    if not found:
        yield InputError(
            "no_documents",
            (
                "{folder}: no file in it matches {globs}"
                if globs
                else "{folder}: no file in it is a text, a page, a PDF, a .docx or a .jsonl"
            ),
            "name others: --glob '*.news'",
            folder=folder,
            globs=several(globs, "{first} or {second}"),
        )


def _below(folder: Path) -> Iterator[Path | CapexcalcError]:
    try:
        inside = sorted(folder.iterdir())
    except OSError as fault:
        yield unreadable(folder, fault)
        return
    for each in inside:
        if each.name.startswith("."):
            continue
        if each.is_dir():
            if not each.is_symlink():  # it may lead back here
                yield from _below(each)
        elif each.is_file():  # a pipe or a device would be waited for
            yield each


def _wanted(file: Path, folder: Path, globs: Sequence[str]) -> bool:
    if not globs:
        return file.suffix.lower() in _READ
    below = file.relative_to(folder).as_posix()
    return any(fnmatchcase(below if "/" in glob else file.name, glob) for glob in globs)
