"""Spark on one core and on two, beside the same work without Spark.

    python benchmarks/spark.py [--millions 1 5] [--documents 10000] [--runs 3]

Needs Linux, the spark extra and Java. Each figure is of a whole process with all it starts, the median of
interleaved runs: seconds on the clock and, of batch, of all processors together, which other work on the
machine blurs less. The start of Spark, with the calendar sent out, is measured on one row or document, and
taken off for what each further one costs. Speeds are of this machine; how they stand to that of one core
without Spark holds on others.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import perf_counter

from bulk import WORDS, write

PROGRAM = [sys.executable, "-m", "capexcalc"]
COLUMNS = ["--amount", "amount", "--currency", "currency", "--date", "date", "--to", "EUR", "-q"]
CORES = (1, 2)

CLAIMS = (
    "BEIJING, Feb 24, 2025 - The group will spend 380 billion yuan (52 billion euros) over three years.",
    "That is 127 billion yuan a year.",
    "Sales rose 12% to 2.3 billion euros from 2.0 billion euros.",
    "It will pay 6 billion dollars for roads and 4 billion dollars for rail, 10 billion dollars in all.",
    "A quarter of the 40 billion pounds is for schools.",
)


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--millions", nargs="*", type=float, default=[1, 5])
    arguments.add_argument("--documents", type=int, default=10_000)
    arguments.add_argument("--runs", type=int, default=3)
    given = arguments.parse_args()
    ctypes.CDLL(None).prctl(36, 1)  # PR_SET_CHILD_SUBREAPER: orphans are ours, and so are their seconds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        out = folder / "out"
        for rows in (int(millions * 1e6) for millions in given.millions):
            write(folder / "one.csv", 1)
            write(folder / "many.csv", rows)
            sources = [str(folder / each) for each in ("one.csv", "many.csv")]
            compare("batch", rows, sources, [*COLUMNS, "--out"], f"{out}.csv", given.runs)
        if given.documents:
            articles(folder / "one.jsonl", 1)
            articles(folder / "many.jsonl", given.documents)
            sources = [str(folder / each) for each in ("one.jsonl", "many.jsonl")]
            compare("check", given.documents, sources, ["-q", "--out"], str(out), given.runs)


def compare(
    command: str, count: int, sources: Sequence[str], options: Sequence[str], out: str, runs: int
) -> None:
    print(f"\n{command}, {count:,}, {Path(sources[1]).stat().st_size / 1e6:,.0f} MB", flush=True)
    alone = ["-q", "-f", "jsonl"] if command == "check" else [*options, out]
    ways = {"without Spark": alone}
    if command == "check":
        ways["--jobs 2"] = [*alone, "--jobs", "2"]
    for cores in CORES:
        ways[f"Spark, local[{cores}]"] = [*options, out, "--engine", "spark", "--master", f"local[{cores}]"]
    run([*PROGRAM, command, sources[0], *alone])  # the calendar is worked out once
    Path(out).unlink(missing_ok=True)
    measured: Mapping[str, list[list[Cost]]] = {way: [[], []] for way in ways}
    for _ in range(runs):
        for way, given in ways.items():
            for source, costs in zip(sources, measured[way], strict=True):
                costs.append(run([*PROGRAM, command, source, *given]))
                shutil.rmtree(out, ignore_errors=True)
                Path(out).unlink(missing_ok=True)
    # The seconds of PySpark's Python workers are lost with the daemon that starts them.
    units = ("clock",) if command == "check" else ("clock", "processors")
    first: dict[str, float] = {}
    for way, (one, many) in measured.items():
        for n, unit in enumerate(units):
            start, whole = (statistics.median(cost[n] for cost in costs) for costs in (one, many))
            speed = count / (whole - start)
            ratio = speed / first.setdefault(unit, speed)
            told = f"{whole:7.1f} s ({unit}), start {start:5.1f} s: {speed:12,.0f} a second"
            print(f"  {way:16} {told}, {ratio:.2f} times those without Spark")


# Seconds on the clock, and of processors.
Cost = tuple[float, float]


def run(command: Sequence[str]) -> Cost:
    begun, before = perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    seconds = perf_counter() - begun
    with suppress(ChildProcessError):
        while True:
            os.wait()  # Java, which outlives who started it
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def articles(path: Path, count: int) -> None:
    """Articles of some 800 words, with five claims about money among them."""
    chance = random.Random(2)
    with path.open("w") as file:
        for n in range(count):
            sentences = [" ".join(chance.choices(WORDS, k=15)).capitalize() + "." for _ in range(50)]
            for place, claim in enumerate(CLAIMS):
                sentences.insert(place * 11, claim)
            file.write(json.dumps({"id": n, "text": " ".join(sentences)}) + "\n")


if __name__ == "__main__":
    main()
