"""The tool that reads the NBP's tables, the rules by which it rejects, and the cache it built."""

from __future__ import annotations

import csv
import hashlib
import importlib.util
import json
import zlib
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest

from capexcalc.rates.store import shipped_root

SHIPPED = shipped_root() / "nbp"
TOOLS = Path(__file__).parents[2] / "tools"
DAY = date(2024, 1, 3)


@pytest.fixture
def nbp_tool(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(TOOLS)
    spec = importlib.util.spec_from_file_location("build_nbp", TOOLS / "build_nbp.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def weekly(*figures: str) -> dict[date, str]:
    return {DAY + timedelta(weeks=number): figure for number, figure in enumerate(figures)}


def rules(
    tool: ModuleType, code: str, series: dict[date, str], dollar: dict[date, str]
) -> list[tuple[date, str]]:
    euro = {day: str(Decimal(price) * Decimal("1.1")) for day, price in dollar.items()}
    tables = {code: series, "USD": dollar, "EUR": euro}
    return [(item.day, item.rule) for item in tool.reject(tables, {}) if item.code == code]


STEADY = weekly(*["4.0000"] * 12)


def test_a_zero_is_no_price(nbp_tool: ModuleType) -> None:
    series = weekly("0.1234", "0.0000", "0.1235")
    assert rules(nbp_tool, "TWD", series, STEADY) == [(DAY + timedelta(weeks=1), "zero")]


def test_a_figure_too_coarse_for_a_verdict_is_rejected(nbp_tool: ModuleType) -> None:
    series = weekly("0.0024", "0.0025", "0.0026")  # half a unit is 2.1, 2.0 and 1.9 %
    assert rules(nbp_tool, "LBP", series, STEADY) == [(DAY, "too_few_digits")]


def test_a_lone_figure_unlike_its_neighbours_is_an_outlier(nbp_tool: ModuleType) -> None:
    series = weekly("1.8713", "3.7307", "1.8539")
    assert rules(nbp_tool, "GEL", series, STEADY) == [(DAY + timedelta(weeks=1), "outlier")]


def test_a_few_figures_in_another_unit_are_outliers(nbp_tool: ModuleType) -> None:
    series = weekly("12.91", "1.262", "1.271", "13.42")
    found = rules(nbp_tool, "IQD", series, STEADY)
    assert found == [(DAY + timedelta(weeks=number), "outlier") for number in (1, 2)]


def test_a_devaluation_is_no_outlier(nbp_tool: ModuleType) -> None:
    assert rules(nbp_tool, "EGP", weekly("0.4407", "0.2260", "0.2366", "0.2301"), STEADY) == []


def test_a_move_of_the_zloty_is_nobodys_outlier(nbp_tool: ModuleType) -> None:
    dollar = weekly("4.0000", "5.0000", "4.0000")
    assert rules(nbp_tool, "TWD", weekly("0.1200", "0.1500", "0.1200"), dollar) == []


def test_a_figure_that_stands_still_while_the_zloty_moves_is_stale(nbp_tool: ModuleType) -> None:
    dollar = weekly("4.0000", "4.0500", "4.1000", "4.1500", "4.2000")
    series = weekly(*["0.1258"] * 4, "0.1180")
    # In the first two weeks it may be chance.
    assert rules(nbp_tool, "UAH", series, dollar) == [(DAY + timedelta(weeks=3), "stale")]
    assert rules(nbp_tool, "UAH", weekly(*["0.1258"] * 5), STEADY) == []


def test_a_figure_off_its_peg_breaks_it(nbp_tool: ModuleType) -> None:
    series = weekly("1.0892", "1.0500", "1.0892")  # 4 zlotys to the dollar are 1.0892 to the dirham
    assert rules(nbp_tool, "AED", series, STEADY) == [(DAY + timedelta(weeks=1), "peg_break")]


def test_a_figure_unlike_the_ecbs_is_rejected_and_one_like_it_never_an_outlier(nbp_tool: ModuleType) -> None:
    dollar, euro = weekly("4.0000", "4.0000", "4.0000"), weekly("4.4000", "4.4000", "4.4000")
    krone = weekly("0.3860", "0.3540", "0.3900")
    ecb = {day: {"NOK": Decimal("4.4") / Decimal(price)} for day, price in krone.items()}
    assert nbp_tool.reject({"NOK": krone, "USD": dollar, "EUR": euro}, ecb) == []
    ecb[DAY]["NOK"] *= Decimal("1.04")
    (found,) = nbp_tool.reject({"NOK": krone, "USD": dollar, "EUR": euro}, ecb)
    assert (found.day, found.rule) == (DAY, "off_ecb")


def test_figures_under_the_code_of_another_currency_are_rejected(nbp_tool: ModuleType) -> None:
    days = {date(2024, 4, 3): "0.000180", date(2024, 4, 10): "0.2936"}
    assert rules(nbp_tool, "ZWL", days, dict.fromkeys(days, "4.0000")) == [(date(2024, 4, 10), "relabelled")]


MODULE = """\
def get_rate(year, month, day):
    if year == 1998:
        if month == 12: return ('-1','0.1072','-1')[day-1]
    elif year == 1999:
        if month == 1: return ('0.1059','-1')[day-1]
"""


def test_a_module_of_the_package_is_read_without_being_run(nbp_tool: ModuleType) -> None:
    assert nbp_tool.parse(MODULE, "curr_twd.py") == {
        date(1998, 12, 2): "0.1072",
        date(1999, 1, 1): "0.1059",
    }


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("0.1059", "-0.1059", "line 5"),
        ("0.1059", "nan", "line 5"),
        ("0.1072", "0,1072", "line 3"),
        ("month", "week", "no rates"),
    ],
)
def test_a_module_that_changed_stops_the_build(nbp_tool: ModuleType, old: str, new: str, named: str) -> None:
    with pytest.raises(SystemExit, match=named):
        nbp_tool.parse(MODULE.replace(old, new), "curr_twd.py")


def test_nothing_shipped_is_among_the_rejected_and_every_rejection_has_its_rule() -> None:
    with (SHIPPED / "rejected.csv").open(newline="") as file:
        rejected = list(csv.DictReader(file))
    counts = Counter(row["rule"] for row in rejected)
    assert set(counts) == {
        "off_ecb",
        "outlier",
        "peg_break",
        "relabelled",
        "stale",
        "too_few_digits",
        "zero",
    }
    assert counts["zero"] == 3  # the Kuwaiti dinar once, the Zimbabwean dollar twice
    assert all(row["why"] for row in rejected)
    assert {("INR", "2021-11-24"), ("SYP", "2023-07-19")} <= {(row["code"], row["date"]) for row in rejected}
    days = {(row["date"], row["code"]) for row in rejected}
    for path in SHIPPED.glob("[0-9]*.csv"):
        with path.open(newline="") as file:
            for row in csv.DictReader(file):
                kept = {(row["date"], code) for code, rate in row.items() if rate and code != "date"}
                assert not kept & days


def test_the_shipped_files_have_the_digests_of_the_manifest_and_no_rate_of_zero() -> None:
    manifest = json.loads((SHIPPED / "manifest.json").read_text())
    assert (manifest["base"], manifest["newest"]) == ("PLN", "2026-10-26")
    assert sorted(manifest["files"]) == sorted(path.name for path in SHIPPED.glob("[0-9]*.csv"))
    for name, told in manifest["files"].items():
        data = (SHIPPED / name).read_bytes()
        assert told["sha256"] == hashlib.sha256(data).hexdigest()
        assert told["crc32"] == f"{zlib.crc32(data):08x}"
