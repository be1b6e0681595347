"""What goes wrong with files and in DuckDB, told as ours."""

from __future__ import annotations

import os
import re

from ..errors import CacheError, CapexcalcError, InputError


def failure(error: Exception, source: str, out: str) -> CapexcalcError:
    """What a failure of DuckDB while it turned ``source`` into ``out`` means."""
    text = str(error)
    reason = text.partition("\n")[0]
    if "No space left on device" in text:
        return CacheError("output_failed", f"cannot write {out}: no space left on device", "nothing was kept")
    if "Out of Memory" in text:
        return CacheError("out_of_memory", f"{source}: {reason}", "allow more: --memory 2GiB")
    if "JSON" in text and (found := re.search(r"in line (\d+)[:.] *([^\n]*)", text)):
        return InputError(
            "bad_json", f"{source}:{found[1]}: not a JSON object: {found[2]}", "nothing was written"
        )
    if "No files found" in text:
        return unreadable(source, FileNotFoundError())
    if found := re.search(r'(?:Cannot open|Could not (?:read|open))[^"]*"([^"]*)"', text):
        return InputError("unreadable_file", f"{source}: {reason}")
    if "IO Error" in text:
        return CacheError("output_failed", f"cannot write {out}: {reason}")
    return InputError("unreadable_file", f"{source}: {reason}")


def not_utf8(place: str, encoding: str = "latin1") -> InputError:
    """Of a file, or of a line of it; ``encoding`` is what it may be instead."""
    return InputError("not_utf8", f"{place}: not UTF-8 text", f"convert it: iconv -f {encoding} -t utf-8")


def unreadable(path: str, error: OSError) -> InputError:
    """What kept a file from being read."""
    reason = "there is no such file" if isinstance(error, FileNotFoundError) else _reason(error)
    return InputError("unreadable_file", f"{path}: {reason}")


def unwritten(path: str, error: OSError) -> CacheError:
    """What kept a file from being written."""
    return CacheError("output_failed", f"cannot write {path}: {_reason(error)}", "nothing was kept")


def _reason(error: OSError) -> str:
    # Arrow has a text of its own for an error of the system.
    return os.strerror(error.errno).lower() if error.errno else str(error)
