"""What ``check --jobs 2`` makes of two cores, beside two programs that know nothing of each other.

    python benchmarks/jobs.py [--documents 5000] [--runs 3]

Needs two cores. Each figure is of whole processes, in seconds on the clock; the ways take turns, so that
other work on the machine comes upon all of them. Two programs on half of the documents each are as fast as it
gets: what they make of this machine at this time is what --jobs 2 is held against. All must print the same.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from spark import articles

CHECK = [sys.executable, "-m", "capexcalc", "check", "-q", "-f", "jsonl"]


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--documents", type=int, default=5000)
    arguments.add_argument("--runs", type=int, default=3)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        whole, *halves = (Path(name) / each for each in ("whole.jsonl", "first.jsonl", "second.jsonl"))
        articles(whole, given.documents)
        lines = whole.read_text().splitlines(keepends=True)
        middle = len(lines) // 2
        for half, part in zip(halves, (lines[:middle], lines[middle:]), strict=True):
            half.write_text("".join(part))
        ways = {
            "--jobs 1": [[*CHECK, str(whole), "--jobs", "1"]],
            "--jobs 2": [[*CHECK, str(whole), "--jobs", "2"]],
            "two programs": [[*CHECK, str(half), "--jobs", "1"] for half in halves],
        }
        compare(ways, given.documents, given.runs)


def compare(ways: dict[str, list[list[str]]], count: int, runs: int) -> None:
    costs: dict[str, list[float]] = {way: [] for way in ways}
    printed: set[bytes] = set()
    for n in range(runs):
        for way, commands in ways.items():
            seconds, out = run(commands)
            costs[way].append(seconds)
            printed.add(out)
        said = ", ".join(f"{way} {cost[-1]:.1f} s" for way, cost in costs.items())
        print(f"{n + 1}: {said} (load {os.getloadavg()[0]:.1f})", flush=True)
    if len(printed) != 1:
        raise SystemExit("the ways print different things")
    one = costs["--jobs 1"]
    for way, cost in costs.items():
        gains = [alone / each for alone, each in zip(one, cost, strict=True)]
        print(
            f"{way:14} median {statistics.median(cost):7.1f} s, {count / min(cost):6,.0f} a second at best,"
            f" {statistics.median(gains):.2f} times as fast as one (at best {max(gains):.2f})"
        )


def run(commands: Sequence[Sequence[str]]) -> tuple[float, bytes]:
    """Seconds of all commands at once, and what they print one after the other."""
    with tempfile.TemporaryDirectory() as name:
        outs = [Path(name) / str(n) for n, _ in enumerate(commands)]
        begun = perf_counter()
        running = []
        for command, out in zip(commands, outs, strict=True):
            with out.open("wb") as file:
                running.append(subprocess.Popen(command, stdout=file))
        if any(process.wait() for process in running):
            raise SystemExit("failed")
        return perf_counter() - begun, b"".join(out.read_bytes() for out in outs)


if __name__ == "__main__":
    main()
