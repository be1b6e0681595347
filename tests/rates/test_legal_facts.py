"""The facts: every row has its authority, and together they contradict neither themselves nor the ECB."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from capexcalc.cache.store import Store, shipped_root
from capexcalc.errors import CacheError
from capexcalc.money.currencies import is_currency
from capexcalc.rates import legal_facts as fixed

FOLDER = shipped_root() / "fixed"
NAMES = ("euro.csv", "pegs.csv", "redenominations.csv")


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_names_its_source_known_currencies_and_a_positive_rate(name: str) -> None:
    for row in rows(name):
        assert row["source"].strip()
        assert None not in row  # a comma too many
        codes = [row[key] for key in ("code", "anchor", "old", "new") if key in row]
        assert all(is_currency(code) for code in codes), row
        assert Decimal(row.get("per_eur") or row.get("rate") or row.get("ratio") or 0) > 0
        assert date.fromisoformat(row.get("since") or row.get("on") or "")


def test_the_euro_rates_are_those_of_the_regulation() -> None:
    rates = {row["code"]: row["per_eur"] for row in rows("euro.csv")}
    # Six significant digits each, as Regulation (EC) No 1103/97 asks for.
    assert {code for code, rate in rates.items() if len(Decimal(rate).as_tuple().digits) != 6} == {"XEU"}
    assert rates["DEM"] == rates["BGN"] == "1.95583"
    assert rates["BEF"] == rates["LUF"] == "40.3399"


def test_the_last_rate_of_the_market_meets_the_one_of_the_law() -> None:
    store = Store([shipped_root()])
    spans = store.manifest("ecb").spans
    met = {}
    for row in rows("euro.csv"):
        if row["code"] in spans:
            last = spans[row["code"]][1]
            assert last < date.fromisoformat(row["since"])
            ((_, values),) = store.year("ecb", last.year).rows([row["code"]], last, last)
            assert values is not None
            met[row["code"]] = abs(values[0] / Decimal(row["per_eur"]) - 1)
    assert sorted(met) == ["BGN", "CYP", "EEK", "HRK", "LTL", "LVL", "MTL", "SIT", "SKK"]
    assert max(met.values()) < Decimal("0.001")


def test_a_code_is_its_new_unit_from_the_day_on_which_that_was_issued() -> None:
    def old_for_one(day: date) -> list[str]:
        return [f"{leg.rate:f}" for leg in fixed.faces("ZWR", day)[0][1]]

    assert old_for_one(date(2006, 7, 31)) == ["10000000000000"]
    assert old_for_one(date(2006, 8, 1)) == ["10000000000"]


def test_the_ecb_has_no_rate_of_a_currency_that_the_law_had_replaced() -> None:
    spans = Store([shipped_root()]).manifest("ecb").spans
    for code, (first, last) in spans.items():
        assert fixed.faces(code, first)[0][0] == code
        assert fixed.faces(code, last)[0][0] == code
        assert fixed.peg(code, last) is None


def test_a_redenominated_currency_has_one_predecessor_and_one_successor() -> None:
    table = [row for row in rows("redenominations.csv") if row["old"] != row["new"]]
    assert len({row["old"] for row in table}) == len({row["new"] for row in table}) == len(table)


def test_a_chain_of_laws_is_walked_to_its_end() -> None:
    assert [code for code, _ in fixed.faces("BGL", date(2026, 5, 5))] == ["EUR", "BGN", "BGL"]
    assert [code for code, _ in fixed.faces("BGL", date(2005, 5, 5))] == ["BGN", "BGL"]
    assert [code for code, _ in fixed.faces("VES", date(2005, 5, 5))] == ["VEB", "VEF", "VES"]
    assert [code for code, _ in fixed.faces("BYN", date(1999, 5, 5))] == ["BYB", "BYR", "BYN"]
    assert [code for code, _ in fixed.faces("DEM", date(1998, 5, 5))] == ["DEM"]


def test_a_peg_holds_from_its_first_day_to_its_last() -> None:
    assert fixed.peg("QAR", date(2001, 7, 8)) is None
    assert fixed.peg("QAR", date(2001, 7, 9)) is not None
    assert fixed.peg("ANG", date(2025, 3, 30)) is not None
    assert fixed.peg("ANG", date(2025, 3, 31)) is None
    assert fixed.peg("KWD", date(2020, 1, 1)) is None  # a basket
    assert fixed.peg("HKD", date(2020, 1, 1)) is None  # a band


def test_two_names_of_one_currency_are_known_whatever_the_date() -> None:
    assert fixed.same_unit("PLN", "PLN") == ()
    assert fixed.same_unit("DEM", "EUR") is None
    there, back = fixed.same_unit("BYB", "BYN"), fixed.same_unit("BYN", "BYB")
    assert there is not None
    assert back == there[::-1]


@pytest.mark.parametrize("name", NAMES)
def test_one_flipped_byte_in_a_file_of_facts_is_damage(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(FOLDER, tmp_path / "fixed")
    monkeypatch.setattr(fixed, "shipped_root", lambda: tmp_path)
    path = tmp_path / "fixed" / name
    assert fixed.facts(name)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(CacheError) as error:
        fixed.facts(name)
    assert error.value.code == "cache_damaged"
    assert str(path) in error.value.message
    path.unlink()
    with pytest.raises(CacheError) as error:
        fixed.facts(name)
    assert error.value.code == "cache_missing"
