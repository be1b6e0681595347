"""The tool that builds the price indices, and the indices it built."""

from __future__ import annotations

import csv
import hashlib
import importlib.util
import json
import zlib
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest

from capexcalc.cache.store import shipped_root
from capexcalc.finance.price_index import read_price_index
from capexcalc.money.currencies import is_currency

SHIPPED = shipped_root() / "prices"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """tools/build_prices.py, which no package holds."""
    pytest.importorskip("babel", reason="the tool takes countries from CLDR")
    path = Path(__file__).parents[2] / "tools" / "build_prices.py"
    spec = importlib.util.spec_from_file_location("build_prices", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_shipped_file_has_the_digests_and_the_source_of_the_manifest() -> None:
    manifest = json.loads((SHIPPED / "manifest.json").read_text())
    files = manifest["files"]
    assert sorted(files) == sorted(path.name for path in SHIPPED.glob("*.csv"))
    assert sorted([*manifest["indices"], "countries", "rejected"]) == sorted(
        name.removesuffix(".csv") for name in files
    )
    for name, said in files.items():
        data = (SHIPPED / name).read_bytes()
        assert (said["sha256"], said["crc32"], said["bytes"]) == (
            hashlib.sha256(data).hexdigest(),
            f"{zlib.crc32(data):08x}",
            len(data),
        )
    for said in manifest["indices"].values():
        assert said["url"].startswith("https://")
        assert said["terms"]
        assert date.fromisoformat(said["retrieved"])


def test_every_country_has_a_currency_that_exists() -> None:
    with (SHIPPED / "countries.csv").open(encoding="utf-8") as file:
        rows = {row["country"]: row for row in csv.DictReader(file)}
    assert all(is_currency(row["currency"]) for row in rows.values())
    assert (rows["BGR"]["currency"], rows["SLV"]["currency"], rows["CHN"]["issues"]) == ("EUR", "USD", "yes")
    issuers = [row["currency"] for row in rows.values() if row["issues"]]
    assert len(issuers) == len(set(issuers))


def test_what_the_tool_writes_is_read_back_digit_by_digit(tool: ModuleType, tmp_path: Path) -> None:
    indices = {
        "bls_cpi.csv": {"USA": {2023: "304.702", 2024: "313.689"}},
        "worldbank_cpi.csv": {"CHN": {2020: "0.00000000001"}, "DEU": {2020: "112.85", 2021: "116.4"}},
        "worldbank_gdp.csv": {"CHN": {2021: "116.219035855759"}},
    }
    for _ in range(2):  # a second run replaces the first and gives the same
        tool.build(indices, tmp_path / "prices", {"BTN": {2004: "9"}})
    roots = [tmp_path]
    assert read_price_index(roots, "USD").levels == {2023: Decimal("304.702"), 2024: Decimal("313.689")}
    assert read_price_index(roots, "CNY").level(2020) == Decimal("1e-11")
    assert read_price_index(roots, "CNY", "gdp").level(2021) == Decimal("116.219035855759")
    assert read_price_index(roots, "EUR", "DEU").span == (2020, 2021)


def test_inflation_is_chained_onto_the_last_level_up_to_a_gap(tool: ModuleType) -> None:
    grown = {
        "DEU": {2021: Decimal(9), 2022: Decimal(10), 2024: Decimal(50)},
        "FRA": {2020: Decimal(3)},
        "EMU": {2010: Decimal(25), 2011: Decimal(-50)},
    }
    index = {"DEU": {2020: "100", 2021: "104.0"}, "FRA": {2020: "99"}, "ITA": {2020: "98"}}
    assert tool.chained(index, grown) == {
        "DEU": {2020: "100", 2021: "104.0", 2022: "114.40"},
        "EMU": {2009: "80.0", 2010: "100", 2011: "50.0"},
    }


def test_levels_since_a_jump_are_kept_out(tool: ModuleType) -> None:
    index = {"BTN": {2003: "1", 2004: "2"}, "SYC": {2019: "3", 2020: "4"}, "CHN": {2020: "5"}}
    assert tool.without_jumps(index) == {"BTN": {2004: "2"}, "SYC": {2020: "4"}}
    assert index == {"BTN": {2003: "1"}, "SYC": {2019: "3"}, "CHN": {2020: "5"}}


def test_figures_are_written_without_an_exponent(tool: ModuleType) -> None:
    assert [tool._plain(value) for value in (3.5e-14, 129.366216637457, 100.0)] == [
        "0.000000000000035",
        "129.366216637457",
        "100.0",
    ]
