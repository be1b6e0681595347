"""Write docs/cli.md: the help of every command, as the program prints it.

python tools/build_cli.py
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from capexcalc.cli.program import COMMANDS

PAGE = Path(__file__).parent.parent / "docs" / "cli.md"

HEAD = """\
# The command line

What `--help` prints, command by command. Made by `tools/build_cli.py`. What a result means stands in
[verdicts](verdicts.md), every error and warning in [codes](codes.md).
"""

# As many as a terminal has; a wider one prints the same.
_COLUMNS = "80"


def main() -> None:
    PAGE.write_text(page(), "utf-8")


def page() -> str:
    """The page as it should be."""
    parts = (f"## {' '.join(words)}\n\n```text\n{_help(words)}```\n" for words in commands())
    return "\n".join([HEAD, *parts])


def commands() -> Iterator[tuple[str, ...]]:
    """Every command in the order of the help, each group before its own."""
    yield ("capexcalc",)
    for name in COMMANDS:
        yield "capexcalc", name
        for inner in getattr(import_module(f"capexcalc.cli.{name}"), "COMMANDS", ()):
            yield "capexcalc", name, inner


def _help(words: tuple[str, ...]) -> str:
    settings = os.environ | {"COLUMNS": _COLUMNS, "NO_COLOR": "1"}
    command = [sys.executable, "-m", *words, "--help"]
    done = subprocess.run(command, env=settings, capture_output=True, text=True, check=True)
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


if __name__ == "__main__":
    main()
