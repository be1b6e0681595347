"""Write rates_cache/fixed/checksums.csv for the tables of facts beside it, after one was edited by hand."""

from __future__ import annotations

import zlib
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "rates_cache/fixed"


def main() -> None:
    tables = sorted(path for path in FOLDER.glob("*.csv") if path.name != "checksums.csv")
    lines = [f"{path.name},{zlib.crc32(path.read_bytes()):08x}" for path in tables]
    text = "\n".join(["file,crc32", *lines, ""])
    (FOLDER / "checksums.csv").write_text(text, encoding="ascii", newline="\n")
    print(f"{FOLDER}: {len(lines)} tables")


if __name__ == "__main__":
    main()
