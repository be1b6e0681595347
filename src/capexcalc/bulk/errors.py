"""What goes wrong with files and in DuckDB, told as ours."""

from __future__ import annotations

import codecs
import errno
import io
import os
import re
from pathlib import Path

from .. import textfile
from ..errors import CacheError, CapexcalcError, InputError, system
from .inputs import Kind, compression_of

# What a query raises for a row of JSON that is something else.
NO_OBJECT = "no JSON object"


def failure(error: Exception, source: str, out: str) -> CapexcalcError:
    """What a failure of DuckDB while it turned ``source`` into ``out`` means."""
    text = str(error)
    reason = text.partition("\n")[0]
    if "No space left on device" in text:
        return CacheError(
            "output_failed", "cannot write {out}: no space left on device", "nothing was kept", out=out
        )
    if "Out of Memory" in text:
        return CacheError(
            "out_of_memory", "{source}: {reason}", "allow more: --memory 2GiB", source=source, reason=reason
        )
    if "JSON" in text and (found := re.search(r"in line (\d+)[:.] *([^\n]*)", text)):
        # DuckDB counts from two, and no blank lines.
        place = _json_line(source, int(found[1]) - 1)
        if "UTF-8" in found[2]:
            return textfile.not_utf8(place)
        return InputError("bad_json", "{place}: not a JSON object: {reason}", place=place, reason=found[2])
    if NO_OBJECT in text:
        return InputError("bad_json", "{place}: not a JSON object", place=_json_line(source, None))
    if "No files found" in text:
        return unreadable(source, FileNotFoundError(errno.ENOENT, ""))
    if found := re.search(r'(?:Cannot open|Could not (?:read|open))[^"]*"([^"]*)"', text):
        return InputError("unreadable_file", "{source}: {reason}", source=source, reason=reason)
    if "IO Error" in text:
        return CacheError("output_failed", "cannot write {out}: {reason}", out=out, reason=reason)
    return InputError("unreadable_file", "{source}: {reason}", source=source, reason=reason)


def refuse_no_file(path: str, kind: Kind) -> None:
    """Say of a file that is not there, or is no text, what all readers say of it: engines have other words.

    Raises InputError: ``unreadable_file`` and, but of Parquet and workbooks, what ``refuse_head`` raises.
    """
    import pyarrow

    known = Path(path)
    if not (known.is_file() or known.is_dir()) and (known.exists() or set("*?[") & set(path)):
        return  # a pipe, which is read once; a pattern, which the engine knows
    try:
        known.open("rb").close()
        if kind in ("parquet", "xlsx"):
            return
        with pyarrow.input_stream(path, compression_of(path)) as file:
            head = file.read(textfile.HEAD)
    except OSError as error:
        raise unreadable(path, error) from None
    textfile.refuse_head(path, head, ended=len(head) < textfile.HEAD)


def unreadable(path: str, error: OSError) -> InputError:
    """What kept a file from being read, in the words of the system: Arrow has others."""
    return textfile.unreadable(path, OSError(error.errno, _reason(error)))


def unwritten(path: str, error: OSError) -> CacheError:
    """What kept a file from being written."""
    return CacheError(
        "output_failed",
        "cannot write {path}: {reason}",
        "nothing was kept",
        path=path,
        reason=system(_reason(error)),
    )


def _json_line(path: str, row: int | None) -> str:
    """FILE:LINE of the row of this number, blank lines not counted, or of the first that is no object."""
    if not Path(path).is_file():
        return f"{path}, row {row}" if row else path  # a pipe is not read twice
    import pyarrow

    rows = 0
    with pyarrow.input_stream(path, compression_of(path)) as file:
        for number, line in enumerate(io.BufferedReader(file), 1):
            text = line.removeprefix(codecs.BOM_UTF8).strip()
            rows += bool(text)
            if rows == row or (row is None and text and not text.startswith(b"{")):
                return f"{path}:{number}"
    return path


def _reason(error: OSError) -> str:
    # Arrow has a text of its own for an error of the system.
    return os.strerror(error.errno).lower() if error.errno else str(error)
