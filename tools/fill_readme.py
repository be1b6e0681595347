"""Put under each example of README.md and docs/ what it prints now. Run in the project's environment.

python tools/fill_readme.py

A ``console`` block holds a command and what it prints; a ``python`` block is followed by a ``text`` block of
what it prints, and goes on where the one before it on the page ended, as the cells of a notebook do.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).parent.parent
COMMAND = re.compile(r"```console\n\$ (?P<command>.*)\n(?:.*\n)*?```")
PYTHON = re.compile(r"```python\n(?P<code>(?:.*\n)*?)```\n\n```text\n(?P<printed>(?:.*\n)*?)```")
_PARTED = "\f"  # which no example prints


def main() -> None:
    for page in chain([ROOT / "README.md"], sorted((ROOT / "docs").rglob("*.md"))):
        page.write_text(filled(page.read_text("utf-8")), "utf-8")
    for notebook in sorted((ROOT / "docs").rglob("*.ipynb")):
        notebook.write_text(executed(notebook.read_text("utf-8")), "utf-8")


def executed(text: str) -> str:
    """A notebook with what its cells print now."""
    notebook = json.loads(text)
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    printed = run(["".join(cell["source"]) + "\n" for cell in cells])
    for number, (cell, lines) in enumerate(zip(cells, printed, strict=True), 1):
        stream = {"name": "stdout", "output_type": "stream", "text": lines.splitlines(keepends=True)}
        cell |= {"execution_count": number, "outputs": [stream] if lines else []}
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def filled(text: str) -> str:
    """A page with what its examples print now."""
    text = COMMAND.sub(lambda match: _command(match["command"]), text)
    outputs = iter(run([match["code"] for match in PYTHON.finditer(text)]))
    return PYTHON.sub(lambda match: f"```python\n{match['code']}```\n\n```text\n{next(outputs)}```", text)


def run(examples: list[str]) -> list[str]:
    """What each of a page's Python examples prints, one going on where the one before it ended."""
    if not examples:
        return []
    code = f"print({_PARTED!r}, end='')\n".join(examples)
    return _tidy(_done([sys.executable, "-c", code])).split(_PARTED)


def _command(command: str) -> str:
    return f"```console\n$ {command}\n{printed(command)}```"


def printed(command: str) -> str:
    """What a command prints on standard output, in a window of 80 columns."""
    return _tidy(_done(["sh", "-c", command]))


def _done(command: list[str]) -> str:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    settings = os.environ | {"PATH": path, "COLUMNS": "80", "NO_COLOR": "1", "CAPEXCALC_OFFLINE": "1"}
    done = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=True)
    return done.stdout


def _tidy(printed: str) -> str:
    return "".join(f"{line.rstrip(' ')}\n" for line in printed.split("\n")[:-1])


if __name__ == "__main__":
    main()
