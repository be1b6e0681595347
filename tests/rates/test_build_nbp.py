"""The tool that reads the NBP's tables, and the cache it built."""

from __future__ import annotations

import csv
import hashlib
import importlib.util
import json
import zlib
from collections import Counter
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from capexcalc.cache.store import shipped_root

SHIPPED = shipped_root() / "nbp"
TOOLS = Path(__file__).parents[2] / "tools"


@pytest.fixture
def nbp_tool(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(TOOLS)
    spec = importlib.util.spec_from_file_location("build_nbp", TOOLS / "build_nbp.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


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
    counts = Counter(row["reason"] for row in rejected)
    assert set(counts) == {
        "off_ecb",
        "off_official",
        "old_unit",
        "outlier",
        "peg_break",
        "relabelled",
        "stale",
        "too_few_digits",
        "zero",
    }
    assert counts["zero"] == 3  # the Kuwaiti dinar once, the Zimbabwean dollar twice
    assert all(row["detail"] for row in rejected)
    days = {(row["date"], row["currency"]) for row in rejected}
    assert {("2021-11-24", "INR"), ("2023-07-19", "SYP"), ("2021-10-06", "VES")} <= days
    for path in SHIPPED.glob("[0-9]*.csv"):
        with path.open(newline="") as file:
            for row in csv.DictReader(file):
                kept = {(row["date"], code) for code, rate in row.items() if rate and code != "date"}
                assert not kept & days


def test_the_shipped_files_have_the_digests_of_the_manifest_and_no_rate_of_zero() -> None:
    manifest = json.loads((SHIPPED / "manifest.json").read_text())
    assert manifest["base"] == "PLN"
    assert "2026-10-26" <= manifest["newest"] <= manifest["retrieved"]
    assert list(manifest["lists"]) == ["rejected.csv"]
    assert sorted(manifest["files"]) == sorted(path.name for path in SHIPPED.glob("[0-9]*.csv"))
    for name, told in (manifest["files"] | manifest["lists"]).items():
        data = (SHIPPED / name).read_bytes()
        assert told["sha256"] == hashlib.sha256(data).hexdigest()
        assert told["crc32"] == f"{zlib.crc32(data):08x}"
