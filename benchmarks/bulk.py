"""Bulk conversion beside DuckDB's own copying of the same file, and beside currencyconverter in a loop.

    python benchmarks/bulk.py [millions of rows ...] [--runs 3] [--columns 16] [--bad 9] [--grouped] [--spark]

Needs duckdb, currencyconverter (and pyspark for --spark). Runs are interleaved; times are medians, each of a
whole process: of wall clock, and of processor time, which a busy machine distorts less. Memory is the peak of
the resident set. Both copies are floors: one adds a column, the other as many columns and bytes as batch
does, without working anything out. The rate calendar is there before the first run.
With --bad N one row in N cannot be converted: no amount, no currency, no date or no rate, by turns. With
--grouped amounts are grouped ("1,234,567.89"), which the loop cannot read.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

COLUMNS = ("id,buyer,buyer_id,country,region,title,description,cpv,procedure,bids,supplier,supplier_id,"
           "amount,currency,date,url")  # fmt: skip
CODES = (
    "EUR",
    "USD",
    "GBP",
    "JPY",
    "CNY",
    "CHF",
    "PLN",
    "SEK",
    "NOK",
    "DKK",
    "CZK",
    "HUF",
    "RON",
    "TRY",
    "BRL",
)
WORDS = (
    "works",
    "supply",
    "of",
    "road",
    "bridge",
    "school",
    "clinic",
    "software",
    "rails",
    "cables",
    "pumps",
)

# Of --columns: less beside the figures, down to as little as a file can have.
FEWER = {
    5: "id,amount,currency,date,buyer_id",
    10: "id,buyer_id,country,cpv,supplier,supplier_id,amount,currency,date,url",
    6: "id,buyer_id,amount,currency,date,url",
}
# Cells that cannot be converted, by their place among amount, currency and date.
BAD = ((0, "n/a"), (1, "XXQ"), (2, "soon"), (1, "ADP"))
CONSTANTS = "'50079732.20522' a, '0.131788769' r, '2015-10-21' d, 'ecb' s, 'inverse' m, 'ok' t"
SAME_BYTES = "import duckdb; duckdb.sql(\"COPY (SELECT *, {2} FROM '{0}') TO '{1}'\")"
DOUBLED = "try_cast(amount AS DOUBLE) * 2 AS doubled"
DUCKDB = "import duckdb; duckdb.sql(\"COPY (SELECT *, {2} FROM '{0}') TO '{1}'\")"
LOOP = """
import csv, sys
from datetime import date
from currency_converter import CurrencyConverter
rates = CurrencyConverter(fallback_on_wrong_date=True, fallback_on_missing_rate=True)
with open('{0}', newline='') as lines, open('{1}', 'w', newline='') as out:
    reader, writer = csv.DictReader(lines), csv.writer(out)
    for row in reader:
        try:
            amount, day = float(row['amount']), date.fromisoformat(row['date'])
            value = rates.convert(amount, row['currency'], 'EUR', day)
        except ValueError:
            value = ''
        writer.writerow([*row.values(), value])
"""


BATCH = [sys.executable, "-m", "capexcalc", "batch"]
NAMED = ["--amount", "amount", "--currency", "currency", "--date", "date", "--to", "EUR", "-q"]


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("millions", nargs="*", type=float, default=[1, 5])
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--columns", type=int, choices=(16, *FEWER), default=16)
    arguments.add_argument("--bad", type=int, default=0)
    arguments.add_argument("--grouped", action="store_true")
    arguments.add_argument("--spark", action="store_true")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        first = Path(folder, "first.csv")
        write(first, 1)
        run([*BATCH, str(first), "--out", str(first.with_name("out.csv")), *NAMED])
        for millions in given.millions:
            rows = int(millions * 1e6)
            source = Path(folder, "contracts.csv")
            write(source, rows, bad=given.bad, grouped=given.grouped)
            if given.columns in FEWER:
                narrow(source, FEWER[given.columns])
            print(f"\n{rows:,} rows, {source.stat().st_size / 1e6:,.0f} MB", flush=True)
            compare(source, rows, given.runs, spark=given.spark, loop=not given.grouped)


def compare(source: Path, rows: int, runs: int, *, spark: bool, loop: bool) -> None:
    out = source.with_name("out.csv")
    commands = {
        "DuckDB, copy with one column": [sys.executable, "-c", DUCKDB.format(source, out, DOUBLED)],
        "DuckDB, copy with as many bytes": [sys.executable, "-c", SAME_BYTES.format(source, out, CONSTANTS)],
        "capexcalc batch": [*BATCH, str(source), "--out", str(out), *NAMED],
    }
    if loop and rows <= 5_000_000:
        commands["currencyconverter in a loop"] = [sys.executable, "-c", LOOP.format(source, out)]
    if spark:
        for cores in (1, 2):
            folder = str(source.with_name(f"spark{cores}.csv"))
            master = ["--engine", "spark", "--master", f"local[{cores}]"]
            commands[f"capexcalc batch on Spark, local[{cores}]"] = [
                *BATCH,
                str(source),
                "--out",
                folder,
                *NAMED,
                *master,
            ]
    measured: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            measured[name].append(run(command))
            # What was written is away before the next writes, or that would be slowed by it.
            subprocess.run(["rm", "-rf", str(out), *map(str, source.parent.glob("spark*"))], check=True)
    base = measured["DuckDB, copy with one column"]
    wall_base, worked_base = median(each.wall for each in base), median(each.worked for each in base)
    for name, results in measured.items():
        wall, worked = median(each.wall for each in results), median(each.worked for each in results)
        peak = max(each.kilobytes for each in results) / 1024
        print(
            f"  {name:36} {wall:7.2f} s {rows / wall:12,.0f} rows/s {wall / wall_base:6.2f} x, "
            f"processors {worked:7.2f} s {worked / worked_base:6.2f} x {peak:6,.0f} MiB"
        )


class Run(NamedTuple):
    """Wall clock and processor time in seconds, peak memory in KiB, of one process."""

    wall: float
    worked: float
    kilobytes: int


def run(command: list[str]) -> Run:
    begun = perf_counter()
    timed = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True); "
        "used = resource.getrusage(resource.RUSAGE_CHILDREN); "
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", timed, *command], check=True, capture_output=True, text=True)
    worked, kilobytes = done.stdout.split()[-2:]
    return Run(perf_counter() - begun, float(worked), int(kilobytes))


def narrow(path: Path, columns: str) -> None:
    import duckdb

    less = path.with_name("narrow.csv")
    duckdb.sql(f"COPY (SELECT {columns} FROM read_csv('{path}', all_varchar = true)) TO '{less}'")
    less.replace(path)


def write(path: Path, rows: int, *, bad: int = 0, grouped: bool = False) -> None:
    """A procurement dump as agencies publish them, every day and currency as likely as the other."""
    chance = random.Random(1)
    days = [str(date(2010, 1, 1) + timedelta(days=n)) for n in range(5800)]
    tails = [
        f"DE{n % 40:02},{' '.join(chance.choices(WORDS, k=4))},{' '.join(chance.choices(WORDS, k=14))},"
        f"{chance.randrange(10**8):08},open,{n % 9},Supplier {n} Ltd,S{n:07}"
        for n in range(5000)
    ]
    with path.open("w") as file:
        file.write(COLUMNS + "\n")
        for n in range(rows):
            amount, tail = chance.randrange(10**9) / 100, tails[n % 5000]
            cells = [f'"{amount:,}"' if grouped else str(amount), CODES[n % 15], days[n * 7919 % 5800]]
            if bad and n % bad == 0:
                place, cell = BAD[n // bad % len(BAD)]
                cells[place] = cell
            file.write(
                f"{n},Ministry {n % 977},B{n % 977:05},DE,{tail},{','.join(cells)},"
                f"https://example.org/notice/{n}\n"
            )


if __name__ == "__main__":
    main()
