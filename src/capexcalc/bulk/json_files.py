"""Files of JSON that are no list: one object a line under another name, or one with the list inside it."""

from __future__ import annotations

import json
from pathlib import Path

from ..errors import InputError
from ..textfile import read_text

_HEAD = 1 << 16  # bytes looked at for a bracket, most of them blanks


def spooled(path: str, scratch: Path) -> tuple[str, bool]:
    """A file with the objects of ``path``, and whether they are one array there.

    An object that holds one list of objects stands for that list, as the packages of Open Contracting do.
    Raises InputError: ``bad_json``, ``several_lists``, and what ``read_text`` raises.
    """
    with Path(path).open("rb") as file:
        head = file.read(_HEAD)
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return path, True
    text = read_text(path)
    try:
        whole = json.loads(text)
    except RecursionError:
        raise InputError("bad_json", "{path}: not JSON: nested too deeply", path=path) from None
    except ValueError as fault:
        if "Extra data" in str(fault):  # one object a line
            return path, False
        line = getattr(fault, "lineno", 1)
        raise InputError(
            "bad_json",
            "{path}:{line}: not JSON: {reason}",
            path=path,
            line=line,
            reason=getattr(fault, "msg", fault),
        ) from None
    lists = {name: found for name, found in whole.items() if _is_rows(found)}
    if len(lists) > 1:
        raise InputError(
            "several_lists",
            "{path}: {count} lists of objects in it: {names}",
            "write the one that is meant to a file of its own",
            path=path,
            count=len(lists),
            names=", ".join(map(repr, lists)),
        )
    rows = next(iter(lists.values())) if lists else [whole]
    lines = scratch / "objects.jsonl"
    with lines.open("w", encoding="utf-8") as out:
        out.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
    return str(lines), False


def _is_rows(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, dict) for each in value)
