"""What a start costs: CPU time of whole processes, beside the least a Typer program can cost.

Run as ``python benchmarks/startup.py [RUNS]`` in the environment capexcalc is installed in. Commands take
turns, so that a busy machine is busy for all of them; figures are medians of user plus system time.
``currency_converter`` is measured where the package of that name is installed.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

LEAST_RUNS = 15

# Installed programs come with their bytecode: without it every start would compile the source again.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

PLAIN_APP = """
import typer

app = typer.Typer()


@app.command()
def hello(name: str, often: int = 1) -> None:
    print(f"hello {name}" * often)


@app.command()
def bye(name: str) -> None:
    print(f"bye {name}")


app()
"""

TABLE_APP = PLAIN_APP.replace(
    '    print(f"hello {name}" * often)',
    """    from rich.console import Console
    from rich.table import Table

    table = Table("Amount", "Converted", "Rate")
    table.add_row("380.00 bn CNY", "50.08 bn EUR", "1 CNY = 0.131789 EUR")
    Console().print(table)""",
)

SENTENCES = (
    "Alibaba will spend 380 billion yuan (50 billion euros) over three years on cloud computing.",
    "That is about 127 billion yuan a year, more than it spent on this in the past ten years.",
    "Analysts had expected the group to keep its plans unchanged until the end of the year.",
    "The company did not say how much of the money will go into data centres outside its home market.",
)


def main() -> None:
    runs = max(LEAST_RUNS, int(sys.argv[1]) if len(sys.argv) > 1 else LEAST_RUNS)
    with tempfile.TemporaryDirectory() as folder:
        costs = measure(dict(_commands(Path(folder))), runs)
    print(f"median CPU of {runs} runs, in ms")
    for name, cost in costs.items():
        print(f"  {cost:7.1f}  {name}")
    print("ratios")
    for name, base, allowed in (
        ("convert -f json", "minimal Typer app", 1.25),
        ("convert, table", "minimal Typer app with a Rich table", 1.2),
        ("convert -f json", "currency_converter", 1 / 3),
        ("check, 500 words", "minimal Typer app", 2.5),
        ("rates status -f json", "convert -f json", 2.0),
    ):
        if base in costs:
            ratio = costs[name] / costs[base]
            verdict = "ok" if ratio <= allowed else "TOO SLOW"
            print(f"  {ratio:7.2f}  {name} / {base}: at most {allowed:.2f}, {verdict}")


def measure(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, float]:
    """Median CPU milliseconds of each command; the first round only warms the caches."""
    costs: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            cost = _cpu(command)
            if number:
                costs[name].append(cost)
    return {name: statistics.median(each) for name, each in costs.items()}


def _commands(folder: Path) -> Iterator[tuple[str, Sequence[str]]]:
    plain, table, article = folder / "plain.py", folder / "table.py", folder / "article.txt"
    plain.write_text(PLAIN_APP, encoding="utf-8")
    table.write_text(TABLE_APP, encoding="utf-8")
    words = " ".join(SENTENCES).split()
    article.write_text(" ".join((words * (500 // len(words) + 1))[:500]), encoding="utf-8")
    capexcalc = str(Path(sysconfig.get_path("scripts")) / "capexcalc")
    convert = (capexcalc, "convert", "380bn", "CNY", "--to", "EUR", "--on", "2025-02-24")
    yield "minimal Typer app", (sys.executable, str(plain), "hello", "you")
    yield "convert -f json", (*convert, "-f", "json")
    yield "minimal Typer app with a Rich table", (sys.executable, str(table), "hello", "you")
    yield "convert, table", convert
    yield "check, 500 words", (capexcalc, "check", str(article), "--on", "2025-02-24", "-f", "json")
    yield "rates status -f json", (capexcalc, "rates", "status", "-f", "json")
    if peer := shutil.which("currency_converter", path=sysconfig.get_path("scripts")):
        yield "currency_converter", (peer, "380000000000", "CNY", "--to", "EUR", "-d", "2025-02-24")


def _cpu(command: Sequence[str]) -> float:
    """User and system milliseconds of one run, which must succeed."""
    silent = [
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    child = os.posix_spawn(command[0], command, ENVIRONMENT, file_actions=silent)
    _, status, usage = os.wait4(child, 0)
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    return (usage.ru_utime + usage.ru_stime) * 1000


if __name__ == "__main__":
    main()
