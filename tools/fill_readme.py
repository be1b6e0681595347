"""Put under each command of README.md's console blocks what it prints now. Run in the project's environment.

python tools/fill_readme.py
"""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"```console\n\$ (?P<command>.*)\n(?:.*\n)*?```")


def main() -> None:
    readme = ROOT / "README.md"
    readme.write_text(BLOCK.sub(lambda match: _filled(match["command"]), readme.read_text("utf-8")), "utf-8")


def _filled(command: str) -> str:
    return f"```console\n$ {command}\n{printed(command)}```"


def printed(command: str) -> str:
    """What a command of the README prints on standard output, in a window of 80 columns."""
    settings = os.environ | {"COLUMNS": "80", "NO_COLOR": "1", "CAPEXCALC_OFFLINE": "1"}
    done = subprocess.run(
        command, shell=True, cwd=ROOT, env=settings, capture_output=True, text=True, check=True
    )
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n"


if __name__ == "__main__":
    main()
