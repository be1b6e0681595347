"""Build src/capexcalc/reading/months.csv: the names of the months in every language there is a lexicon of.

Run it after a change of the lexicons: ``python tools/build_months.py``. No name means two months.
"""

from __future__ import annotations

import json
from pathlib import Path

READING = Path(__file__).parents[1] / "src/capexcalc/reading"
TABLE = READING / "months.csv"


def main() -> None:
    text = table()
    TABLE.write_text(text, encoding="utf-8", newline="\n")
    print(f"{TABLE}: {text.count(chr(10)) - 1} names")


def table() -> str:
    """The table as text: one line a name, sorted."""
    found: dict[str, int] = {}
    for file in sorted((READING / "lexicons").glob("??.json")):
        for name, meanings in json.loads(file.read_text("utf-8"))["phrases"].items():
            if "month" not in meanings or name.endswith("*") or any(map(str.isdigit, name)):
                continue
            month = int(meanings["month"])
            if found.setdefault(name.casefold(), month) != month:
                raise SystemExit(f"{name} is month {month} and {found[name.casefold()]}")
    lines = [f"{name},{month}" for name, month in sorted(found.items())]
    return "\n".join(["name,month", *lines]) + "\n"


if __name__ == "__main__":
    main()
