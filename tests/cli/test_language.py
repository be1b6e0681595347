"""What is printed where another language is asked for has no word of English left."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PRIOR = str(ROOT / "examples" / "alibaba-capex.csv")
ARTICLE = str(ROOT / "examples" / "alibaba-fr.txt")
CONTRACTS = str(ROOT / "examples" / "contracts.csv")
PLAN = "380bn CNY over three years"
DAY = ("--on", "2025-02-24")
# Names of rules, settings, columns and verdicts as they are typed; of series as their publishers have them.
NAMES = """
capexcalc euros ecb nbp worldbank fed status signed value tbc
jump stale outlier relabelled zero unchecked
supported close refuted not enough info
auto format table json jsonl csv markdown html quiet lang encoding false tolerance figures explain exact
offline
source max fail even
chained from its last year with inflation
"""

COMMANDS = [
    ("convert", "380bn CNY", "--to", "EUR,VND", "--on", "2025-02-23", "--exact"),
    ("convert", "100m DEM", "--to", "EUR", *DAY),
    ("convert", "5bn crowns", "--to", "EUR", *DAY),
    ("convert", "380bn CNY", "--to", "EUR", "--average", "2024"),
    ("annualise", PLAN, "--from", "2025-04-01", "--to", "EUR", *DAY, "--phasing", "ramp:20%"),
    ("compare", PLAN, "--prior", PRIOR, "--on", "2024-06-30", "--to", "EUR", "--real", "2020"),
    ("check", ARTICLE, "--prior", PRIOR, *DAY, "--explain", "--figures", "--to", "USD"),
    ("check", ARTICLE, *DAY, "-f", "line"),
    ("check", ARTICLE, *DAY, "-f", "github"),
    ("check", ARTICLE, *DAY, "-f", "markdown"),
    ("batch", CONTRACTS, "--look", "--to", "EUR"),
    ("rates", "status"),
    ("rates", "verify"),
    ("rates", "show", "CNY", "EUR", "--from", "2025-02-03", "--to", "2025-02-28"),
    ("rates", "average", "CNY", "EUR", "2024"),
    ("rates", "currencies", "HRK"),
    ("spending", "show", PRIOR),
    ("config", "show"),
]  # fmt: skip
ERRORS = [
    ("convert", "5 EUR"),
    ("convert", "--to", "EUR"),
    ("convert", "5 EUR", "--tp", "USD"),
    ("convert", "5 EUR", "--zzzz", "USD"),
    ("convert", "5 EUR", "--to"),
    ("convert", "5 EUR", "--to", "USD", "-f", "xml"),
    ("convert", "5 EUR", "--to", "USD", "--max-gap", "a"),
    ("convert", "5 EUR", "--to", "USD", "--max-gap", "-1"),
    ("convert", "5 EUR", "--to", "USD", "--on", "03/04/2025"),
    ("convert", "5 EUR", "--to", "USD", "--on", "2031-01-01"),
    ("convert", "5 RUB", "--to", "EUR", "--source", "ecb", "--on", "2024-01-01"),
    ("convert", "5 XQZ", "--to", "EUR"),
    ("convert", "Rs 85 lkh", "--to", "EUR"),
    ("convert", "much", "--to", "EUR"),
    ("convrt", "5 EUR"),
    ("nosuch",),
    ("rates", "status", "more"),
    ("annualise", "380bn CNY"),
    ("compare", PLAN, "--prior", "sec:1577552"),
    ("compare", PLAN, "--prior", "nosuch.csv"),
    ("compare", PLAN, "--prior", CONTRACTS),
    ("check", "nosuch.txt"),
    ("check", "--fail-on", "wrong"),
    ("check", "http://127.0.0.1:9/article"),
    ("batch", CONTRACTS, "--to", "EUR"),
    ("rates", "update", "--source", "ecb"),
    ("spending", "show", PRIOR, "--chart", "no/such/folder.svg"),
    ("spending", "fetch", "AAPL"),
]

# What is typed or stands in files, and so stays as it is.
_KEPT = re.compile(
    r"[‘'\"“「«][^'\"”」»]*[’'\"”」»]|capexcalc( [a-z]+)+|--?[a-z-]+(=[a-z]+)?|https?://\S+|\S*[/\\]\S*"
    r"|\b[a-z0-9]+[_.:][\w.:*-]+|::[a-z]+"
)


def left(printed: str, arguments: tuple[str, ...]) -> set[str]:
    """The words in small Latin letters that are neither typed nor kept."""
    files = (Path(name).read_text("utf-8") for name in (ARTICLE, PRIOR))
    typed = set(re.findall("[a-z]{3,}", " ".join((*arguments, NAMES, *files)).lower()))
    return set(re.findall(r"\b[a-z]{3,}\b", _KEPT.sub(" ", printed))) - typed


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda each: " ".join(each)[:40])
def test_nothing_english_is_left_in_a_result(arguments, capexcalc):
    done = capexcalc(*arguments, "--ui", "zh")
    assert done.code == 0, done.err
    assert left(done.out + done.err, arguments) == set()


@pytest.mark.parametrize("arguments", ERRORS, ids=lambda each: " ".join(each)[:40])
def test_nothing_english_is_left_in_an_error(arguments, capexcalc):
    done = capexcalc(
        *arguments,
        "--ui",
        "zh",
        CAPEXCALC_ECB_URL="http://127.0.0.1:9",
        CAPEXCALC_FRANKFURTER_URL="http://127.0.0.1:9",
    )
    assert done.code, done.out
    assert left(done.err, arguments) == set()
