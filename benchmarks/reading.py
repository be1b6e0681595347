"""What reading costs: short texts a second, prose a second, how time grows with length, and peak memory.

Run as ``python benchmarks/reading.py`` in the environment capexcalc is installed in, from a checkout (the
short texts are the sentences of tests/corpus, every language in turn). Each figure is one whole
``capexcalc check -f jsonl`` process, its start and its output included; times are user plus system time,
so that a busy machine does not count. Ratios are what holds across machines, for both sides of one run in
turn on the same file: to what the same Python takes to do no more than cut it into words and signs (the
floor), and to what price-parser takes, which finds one price in an English text, where it is installed
(``pip install --group bench``); it is handed the English sentences alone.
"""

from __future__ import annotations

import json
import os
import sys
import sysconfig
import tempfile
import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

CORPUS = Path(__file__).parent.parent / "tests/corpus"
PROGRAM = Path(sysconfig.get_path("scripts")) / "capexcalc"
# Installed programs come with their bytecode: without it every start would compile the source again.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
TEXTS = 10_000
ROUNDS = 3
MEGABYTE = 1_000_000
ARTICLES, CHARACTERS = 1_000_000, 2_500  # of an archive, and of one article

ARTICLE = """
The group said on Monday that it would put 380 billion yuan ($52.4 billion) into computing centres over
the next three years, more than it has spent on them in the past decade. Its shares, which had risen by a
third since January, fell 3.2% in Hong Kong. Two of the buildings will stand in the north of the country,
where electricity is cheap; a third is planned near the coast, though the city has yet to agree.

A spokeswoman would not say how many people it means to hire, nor whether the chips, which have become
hard to come by, are already on order. Rivals have been spending too. One of them said last month that its
budget for the year had doubled; another has cut its own after a poor quarter. Analysts are divided on
whether so much capacity will be needed, and on who would rent it if it is not.
"""
HOSTILE = {"digits": "7", "grouped digits": "1,234 ", "brackets": "(", "one endless word": "a", "points": ".",
           "line feeds": "x\n ", "numerals": "three hundred ", "years": "2025 "}  # fmt: skip


CHECK = [str(PROGRAM), "check", "-f", "jsonl", "-q", "--on", "2025-02-24"]
WORDS = """
import json, re, sys
words = re.compile(r"\\w+|[^\\w\\s]")
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        words.findall(json.loads(line)["text"] if sys.argv[1].endswith("l") else line)
"""
FLOOR = [sys.executable, "-c", WORDS]
PRICES = """
import json, sys
from price_parser import Price
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        Price.fromstring(json.loads(line)["text"])
"""
PEER = [sys.executable, "-c", PRICES]


class Cost(NamedTuple):
    seconds: float
    mebibytes: float


def compared(path: Path, rounds: int, other: list[str] = FLOOR) -> tuple[Cost, float]:
    """The least a check of ``path`` took in some rounds, and how many times the least of the ``other`` that
    is."""
    costs, others = zip(*((cost(CHECK, path), cost(other, path)) for _ in range(rounds)), strict=True)
    least = min(costs)
    return least, least.seconds / min(others).seconds


def cost(command: list[str], path: Path) -> Cost:
    """CPU time and peak memory of one run of ``command`` on ``path``; its output is thrown away."""
    arguments = [*command, str(path)]
    pid = os.posix_spawn(
        command[0],
        arguments,
        ENVIRONMENT,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
    )
    _, status, used = os.wait4(pid, 0)
    if status:
        sys.exit(f"{' '.join(arguments)}: status {status}")
    kibibytes = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Cost(used.ru_utime + used.ru_stime, kibibytes / 1024)


def short_texts(path: Path, languages: str = "??") -> int:
    """Write TEXTS sentences of ``languages`` in turn as JSON Lines; how many bytes of text they hold."""
    files = sorted(CORPUS.glob(f"{languages}.toml"))
    shelves = [tomllib.loads(file.read_text("utf-8"))["sentence"] for file in files]
    texts = [shelf[n % len(shelf)]["text"] for n in range(TEXTS // len(shelves) + 1) for shelf in shelves]
    rows = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts[:TEXTS])]
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return sum(len(text.encode()) for text in texts[:TEXTS])


def filled(path: Path, text: str, size: int) -> Path:
    path.write_text((text * (size // len(text) + 1))[:size], "utf-8")
    return path


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.jsonl"
        size = short_texts(path)
        cost(CHECK, path)  # writes the bytecode, and warms the file cache
        found, floors = compared(path, ROUNDS)
        rate = f"{TEXTS / found.seconds:,.0f} texts/s, {size / found.seconds / MEGABYTE:.2f} MB/s"
        print(_line(f"{TEXTS:,} sentences in every language", found, floors), rate)
        if find_spec("price_parser"):
            short_texts(path, "en")
            found, peers = compared(path, ROUNDS, PEER)
            print(_line(f"{TEXTS:,} sentences in English", found, peers, "price-parser"))
        size = short_texts(path, "zh")
        found, floors = compared(path, ROUNDS)
        print(
            _line(f"{TEXTS:,} sentences in Chinese", found, floors),
            f"{size / found.seconds / MEGABYTE:.2f} MB/s",
        )
        path = path.with_suffix(".txt")
        for size in (1_000, 10_000, 100_000, MEGABYTE, 10 * MEGABYTE):
            found, floors = compared(filled(path, ARTICLE, size), ROUNDS if size <= MEGABYTE else 1)
            hours = ARTICLES * CHARACTERS / size * found.seconds / 3600
            rate = f"{size / found.seconds / MEGABYTE:.2f} MB/s, {hours:.1f} h a million articles"
            print(_line(f"article prose, {size:,} characters", found, floors), rate)
        for name, text in HOSTILE.items():
            print(_line(f"10 MB of {name}", *compared(filled(path, text, 10 * MEGABYTE), 1)))


def _line(what: str, found: Cost, times: float, other: str = "floor") -> str:
    return f"{what:<38}  {found.seconds:6.2f} s  {found.mebibytes:4.0f} MiB  {times:5.1f} x {other} "


if __name__ == "__main__":
    main()
