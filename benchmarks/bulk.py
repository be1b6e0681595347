"""Bulk conversion beside DuckDB's own copying of the same file, and beside currencyconverter in a loop.

    python benchmarks/bulk.py [millions of rows ...] [--runs 5] [--columns 16] [kinds of rows] [--loop]

Needs duckdb (currencyconverter for --loop, pyspark for --spark). Runs are interleaved; times are medians,
each of a whole process: of wall clock, and of processor time, which a busy machine distorts less. Memory is
the peak of the resident set. Both copies are floors: one adds a column, the other as many columns and bytes
as batch does, without working anything out. The first doubles the amount, less what groups it or stands about
it, as whoever wrote a query for that one file would. All read a file that is in memory, have their modules
compiled as an installed program has, and the rate calendar is there before the first run.

Kinds of rows, measured one after the other where several are named; plain rows where none is:
  --bad N       one row in N cannot be converted: no amount, no currency, no date or no rate, by turns
  --grouped     amounts are grouped: "1,234,567.89"
  --signs       amounts have the sign of their currency: $1234567.89, 1234567.89 zł
  --currencies  every currency there is by turns, hardly any on the same day twice
The loop reads none but plain amounts, and stays away from files of more than five million rows.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import NamedTuple

COLUMNS = ("id,buyer,buyer_id,country,region,title,description,cpv,procedure,bids,supplier,supplier_id,"
           "amount,currency,date,url")  # fmt: skip
CODES = (
    "EUR", "USD", "GBP", "JPY", "CNY", "CHF", "PLN", "SEK", "NOK", "DKK", "CZK", "HUF", "RON", "TRY", "BRL",
)  # fmt: skip
WORDS = (
    "works", "supply", "of", "road", "bridge", "school", "clinic", "software", "rails", "cables", "pumps",
)  # fmt: skip
# Of --signs: how people write amounts in each of the currencies.
SIGNS = (
    "€{}", "${}", "£{}", "¥{}", "CN¥{}", "CHF {}", "{} zł", "{} kr", "{} kr", "{} kr", "{} Kč", "{} Ft",
    "{} lei", "₺{}", "R${}",
)  # fmt: skip
# Of --columns: less beside the figures, down to as little as a file can have.
FEWER = {
    5: "id,amount,currency,date,buyer_id",
    10: "id,buyer_id,country,cpv,supplier,supplier_id,amount,currency,date,url",
    6: "id,buyer_id,amount,currency,date,url",
}
# Cells that cannot be converted, by their place among amount, currency and date.
BAD = ((0, "n/a"), (1, "XXQ"), (2, "soon"), (1, "ADP"))
CONSTANTS = "'50079732.20522' a, '0.131788769' r, '2015-10-21' d, 'ecb' s, 'inverse' m, 'ok' t"
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


class Rows(NamedTuple):
    """A kind of rows: what amounts are written like, in which currencies, and which rows are bad."""

    name: str = "plain"
    forms: Sequence[str] = ("{}",)
    codes: Sequence[str] = CODES
    bad: int = 0
    figure: str = "amount"  # what to SQL is a number


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("millions", nargs="*", type=float, default=[1, 5])
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--columns", type=int, choices=(16, *FEWER), default=16)
    arguments.add_argument("--bad", type=int, default=0)
    arguments.add_argument("--grouped", action="store_true")
    arguments.add_argument("--signs", action="store_true")
    arguments.add_argument("--currencies", action="store_true")
    arguments.add_argument("--loop", action="store_true")
    arguments.add_argument("--spark", action="store_true")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        first = Path(folder, "first.csv")
        # Compiled modules are kept, also where the environment says no, but nowhere else.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder, "compiled"))
        write(first, 1, Rows())
        run([*BATCH, str(first), "--out", str(first.with_name("out.csv")), *NAMED])
        for millions in given.millions:
            rows = int(millions * 1e6)
            for kind in kinds(given):
                source = Path(folder, "contracts.csv")
                write(source, rows, kind)
                if given.columns in FEWER:
                    narrow(source, FEWER[given.columns])
                size = source.stat().st_size / 1e6
                print(f"\n{rows:,} rows, {given.columns} columns, {size:,.0f} MB, {kind.name}", flush=True)
                loop = given.loop and kind.forms == ("{}",) and rows <= 5_000_000
                compare(source, rows, given.runs, kind.figure, spark=given.spark, loop=loop)


def kinds(given: argparse.Namespace) -> Iterator[Rows]:
    """The kinds of rows that are named."""
    if given.bad:
        yield Rows(f"one in {given.bad} bad", bad=given.bad)
    if given.grouped:
        yield Rows("grouped", ('"{:,}"',), figure="replace(amount, ',', '')")
    if given.signs:
        yield Rows("signs", SIGNS, figure="regexp_extract(amount, '[0-9.]+')")
    if given.currencies:
        from capexcalc.money.currencies import all_codes

        yield Rows("every currency", codes=all_codes())
    if not (given.bad or given.grouped or given.signs or given.currencies):
        yield Rows()


def compare(source: Path, rows: int, runs: int, figure: str, *, spark: bool, loop: bool) -> None:
    out, doubled = source.with_name("out.csv"), f"try_cast({figure} AS DOUBLE) * 2 AS doubled"
    commands = {
        "DuckDB, copy with one column": [sys.executable, "-c", DUCKDB.format(source, out, doubled)],
        "DuckDB, copy with as many bytes": [sys.executable, "-c", DUCKDB.format(source, out, CONSTANTS)],
        "capexcalc batch": [*BATCH, str(source), "--out", str(out), *NAMED],
    }
    if loop:
        commands["currencyconverter in a loop"] = [sys.executable, "-c", LOOP.format(source, out)]
    if spark:
        for cores in (1, 2):
            folder = str(source.with_name(f"spark{cores}.csv"))
            master = ["--engine", "spark", "--master", f"local[{cores}]"]
            name = f"capexcalc batch on Spark, local[{cores}]"
            commands[name] = [*BATCH, str(source), "--out", folder, *NAMED, *master]
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
            f"processors {worked:7.2f} s {worked / worked_base:6.2f} x {peak:6,.0f} MiB",
            flush=True,
        )


class Run(NamedTuple):
    """Wall clock and processor time in seconds, peak memory in KiB, of one process."""

    wall: float
    worked: float
    kilobytes: int


# In a process of its own, so that the peak of memory is not that of this one, which it begins with.
TIMED = """
import resource, subprocess, sys
from time import perf_counter
begun = perf_counter()
subprocess.run(sys.argv[1:], check=True)
wall, used = perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
print(wall, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def run(command: list[str]) -> Run:
    done = subprocess.run([sys.executable, "-c", TIMED, *command], check=True, capture_output=True, text=True)
    wall, worked, kilobytes = done.stdout.split()[-3:]
    return Run(float(wall), float(worked), int(kilobytes))


def narrow(path: Path, columns: str) -> None:
    import duckdb

    less = path.with_name("narrow.csv")
    duckdb.sql(f"COPY (SELECT {columns} FROM read_csv('{path}', all_varchar = true)) TO '{less}'")
    less.replace(path)


def write(path: Path, rows: int, kind: Rows) -> None:
    """A procurement dump as agencies publish them, every day and currency as likely as the other."""
    chance = random.Random(1)
    days = [str(date(2010, 1, 1) + timedelta(days=n)) for n in range(5800)]
    tails = [
        f"DE{n % 40:02},{' '.join(chance.choices(WORDS, k=4))},{' '.join(chance.choices(WORDS, k=14))},"
        f"{chance.randrange(10**8):08},open,{n % 9},Supplier {n} Ltd,S{n:07}"
        for n in range(5000)
    ]
    forms, codes = kind.forms, kind.codes
    with path.open("w", encoding="utf-8") as file:
        file.write(COLUMNS + "\n")
        for n in range(rows):
            amount, tail = chance.randrange(10**9) / 100, tails[n % 5000]
            cells = [forms[n % len(forms)].format(amount), codes[n % len(codes)], days[n * 7919 % 5800]]
            if kind.bad and n % kind.bad == 0:
                place, cell = BAD[n // kind.bad % len(BAD)]
                cells[place] = cell
            file.write(
                f"{n},Ministry {n % 977},B{n % 977:05},DE,{tail},{','.join(cells)},"
                f"https://example.org/notice/{n}\n"
            )


if __name__ == "__main__":
    main()
