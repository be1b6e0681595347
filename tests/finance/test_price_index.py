from __future__ import annotations

import hashlib
import shutil
import zlib
from dataclasses import replace
from datetime import date
from decimal import Context, Decimal, localcontext
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.cache.manifest import sealed
from capexcalc.cache.store import shipped_root
from capexcalc.errors import CacheError, CapexcalcError, NoRateError, Notice, UsageError
from capexcalc.finance.price_index import PriceIndex, read_price_index

SHIPPED = [shipped_root()]
INDEX = PriceIndex(
    "cpi",
    "CHN",
    "China",
    "CNY",
    "test prices",
    {2019: Decimal(80), 2020: Decimal(100), 2021: Decimal(125), 2022: Decimal(160)},
    date(2023, 5, 1),
    "shipped",
    "worldbank_cpi",
)


def refused(
    kind: type[CapexcalcError], code: str, currency: str, choice: str | None = None
) -> CapexcalcError:
    with pytest.raises(kind) as caught:
        read_price_index(SHIPPED, currency, choice)
    assert caught.value.code == code
    return caught.value


def test_a_dollar_of_2015_is_1_32_dollars_of_2024() -> None:
    # BLS CPI-U annual averages: 237.017 and 313.689.
    real = read_price_index(SHIPPED, "USD").real(Decimal(1), [2015], 2024)
    assert f"{real:.4f}" == "1.3235"


def test_american_prices_are_the_bureaus_own_and_reach_2025() -> None:
    index = read_price_index(SHIPPED, "USD")
    assert "BLS" in index.title
    first, last = index.span
    assert (first, last >= 2025) == (1913, True)
    assert index.level(2025) == Decimal("321.943")


def test_the_world_bank_has_the_others_and_the_gdp_deflator() -> None:
    china = read_price_index(SHIPPED, "CNY")
    assert (china.country_name, china.span[0]) == ("China", 1986)
    assert china.level(2021) == Decimal("129.366216637457")
    deflator = read_price_index(SHIPPED, "CNY", "gdp")
    assert "GDP deflator" in deflator.title
    assert deflator.span[0] == 1960


def test_a_currency_of_many_countries_has_no_home_so_one_is_asked_for() -> None:
    error = refused(UsageError, "no_home_country", "XOF")
    assert "SEN" in (error.hint or "")
    assert read_price_index(SHIPPED, "EUR", "deu").country == "DEU"
    assert "GDP" in read_price_index(SHIPPED, "EUR", "FRA:gdp").title


@pytest.mark.parametrize("choice", ["XYZ", "DEU:ppi", "Germany", "::", "gdp:DEU", "\x00"])
def test_what_is_no_deflator_is_refused(choice: str) -> None:
    refused(UsageError, "bad_deflator", "USD", choice)


def test_a_year_without_an_index_is_refused_with_the_years_there_are() -> None:
    with pytest.raises(NoRateError) as caught:
        INDEX.level(2018)
    assert "runs from 2019 to 2022" in caught.value.message
    assert "rates update --source worldbank" in (caught.value.hint or "")


def test_where_nothing_newer_can_be_fetched_the_refusal_says_so() -> None:
    taiwan = read_price_index(SHIPPED, "TWD")
    with pytest.raises(NoRateError) as caught:
        taiwan.level(taiwan.span[1] + 1)
    assert f"Taiwan runs from 1980 to {taiwan.span[1]}" in caught.value.message
    assert "none newer can be fetched" in (caught.value.hint or "")


def test_the_newest_index_stands_for_one_year_more_and_no_longer() -> None:
    assert [INDEX.carried(year) for year in (2019, 2022, 2023)] == [2019, 2022, 2022]
    for year in (2018, 2024):
        with pytest.raises(NoRateError):
            INDEX.carried(year)


def test_a_gap_inside_an_index_is_not_bridged() -> None:
    gapped = replace(INDEX, levels={2019: Decimal(1), 2021: Decimal(2)})
    with pytest.raises(NoRateError):
        gapped.carried(2020)


def test_a_fiscal_year_is_deflated_month_by_month() -> None:
    years = INDEX.years(date(2020, 4, 1), date(2021, 3, 31))
    assert (years.count(2020), years.count(2021)) == (9, 3)
    # Nine months at 125/100 and three at 125/125.
    assert INDEX.real(Decimal(120), years, 2021) == 120 * (9 * Decimal("1.25") + 3) / 12


def test_a_fiscal_year_of_52_weeks_has_its_own_twelve_months() -> None:
    assert INDEX.years(date(2019, 12, 29), date(2020, 12, 26)) == [2020] * 12


def test_a_year_that_begins_a_fortnight_before_the_month_begins_with_the_month() -> None:
    assert INDEX.years(date(2019, 12, 18), date(2020, 12, 17)) == [2020] * 12
    assert INDEX.years(date(2019, 12, 17), date(2020, 12, 16)) == [2019, *[2020] * 11]


@given(
    amount=st.decimals(0, 10**15, places=2),
    year=st.sampled_from([2019, 2020, 2021, 2022]),
    base=st.sampled_from([2019, 2020, 2021, 2022]),
)
def test_deflating_there_and_back_is_where_it_began(amount: Decimal, year: int, base: int) -> None:
    there = INDEX.real(amount, [year], base)
    assert abs(INDEX.real(there, [base], year) - amount) < Decimal("1e-25")
    with localcontext(Context(prec=3)):
        assert INDEX.real(amount, [year], base) == there


def folder(root: Path, data: bytes, retrieved: str = "2026-11-01", crc32: str = "") -> list[Path]:
    """A user's folder with Chinese consumer prices of its own, over the shipped one."""
    prices = root / "prices"
    prices.mkdir()
    checksum = crc32 or f"{zlib.crc32(data):08x}"
    name = f"worldbank_cpi-{checksum}.csv"
    (prices / name).write_bytes(data)
    about = {"worldbank_cpi": {"title": "newer prices", "retrieved": retrieved}}
    files = {name: {"sha256": hashlib.sha256(data).hexdigest()}}
    (prices / "manifest.json").write_bytes(sealed({"indices": about, "files": files}))
    return [root, *SHIPPED]


def test_what_reaches_further_wins_as_a_whole(tmp_path: Path) -> None:
    roots = folder(tmp_path, b"year,CHN,FRA\n2098,100,\n2099,101.5,90\n")
    index = read_price_index(roots, "CNY")
    assert (index.title, index.span, index.origin) == ("newer prices", (2098, 2099), "updated")
    assert index.retrieved == date(2026, 11, 1)
    # What the newer one does not have comes from the shipped one, which reaches less far.
    germany = read_price_index(roots, "EUR", "DEU")
    assert (germany.span[1] < 2098, germany.origin) == (True, "shipped")


@pytest.mark.parametrize(("retrieved", "title"), [("2099-11-01", "newer"), ("2020-01-01", "World Bank")])
def test_of_two_that_reach_as_far_the_newer_counts(tmp_path: Path, retrieved: str, title: str) -> None:
    last = read_price_index(SHIPPED, "RUB").span[1]  # which inflation does not carry on
    roots = folder(tmp_path, f"year,RUS\n{last - 1},50\n{last},51\n".encode(), retrieved)
    assert title in read_price_index(roots, "RUB").title


def test_inflation_carries_an_index_on_and_the_index_itself_comes_before_it(tmp_path: Path) -> None:
    china = read_price_index(SHIPPED, "CNY")
    assert (china.name, china.span[1]) == ("worldbank_chained", 2024)
    assert "chained from its last year on with inflation, FP.CPI.TOTL.ZG" in china.title
    assert china.level(2021) == Decimal("129.366216637457")  # as published
    assert f"{china.level(2022) / china.level(2021) * 100 - 100:.1f}" == "2.0"
    roots = folder(tmp_path, b"year,CHN\n2023,50\n2024,51\n", "2020-01-01")
    assert read_price_index(roots, "CNY").name == "worldbank_cpi"


@pytest.mark.parametrize(
    ("currency", "choice", "last", "since_2021"),
    [
        ("EUR", None, 2023, "14.7"),
        ("EUR", "DEU", 2024, "15.8"),
        ("GBP", None, 2024, "19.0"),
        ("TRY", None, 2024, "320.2"),
        ("JPY", None, 2024, "8.7"),
    ],
)
def test_the_years_of_high_inflation_are_served_offline(
    currency: str, choice: str | None, last: int, since_2021: str
) -> None:
    index = read_price_index(SHIPPED, currency, choice)
    assert index.span[1] == last
    assert f"{index.level(last) / index.level(2021) * 100 - 100:.1f}" == since_2021


def test_a_jump_that_a_newer_release_does_not_know_is_bridged() -> None:
    for currency, year, percent in (("BTN", 2004, "4.1"), ("SCR", 2020, "1.2")):
        index = read_price_index(SHIPPED, currency)
        assert f"{index.level(year) / index.level(year - 1) * 100 - 100:.1f}" == percent


def test_a_national_index_comes_before_a_copy_that_reaches_no_further(tmp_path: Path) -> None:
    roots = folder(tmp_path, b"year,USA\n2024,140\n2025,144\n")
    assert "BLS" in read_price_index(roots, "USD").title


def test_taiwan_has_the_funds_index_as_the_world_bank_has_none() -> None:
    index = read_price_index(SHIPPED, "TWD")
    assert "IMF WEO October 2022" in index.title
    # Of the years after 2021 the edition has the Fund's own estimates, which do not ship.
    assert index.span[0] == 1980
    assert index.level(2021) == Decimal("104.323")
    assert read_price_index(SHIPPED, "TWD", "gdp").level(2016) == 100


def test_a_series_with_a_gap_ships_from_the_gap_on() -> None:
    # The index of Argentina was out of use from 2014 to 2016, and then begun anew.
    assert read_price_index(SHIPPED, "ARS").span[0] > 2014


@pytest.mark.parametrize(
    "data",
    [
        b"year,CHN\n2023,nan\n",
        b"year,CHN\n2023,0\n",
        b"year,CHN\nx,1\n",
        b"year,CHN\n2023\n",
        b"year,CHN\n2023,1,2\n",
    ],
)
def test_a_file_with_anything_but_positive_levels_is_damaged(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(CacheError) as caught:
        read_price_index(folder(tmp_path, data), "CNY")
    assert caught.value.code == "cache_damaged"


def test_a_flipped_byte_in_a_users_file_costs_freshness_and_is_told(tmp_path: Path) -> None:
    roots = folder(tmp_path, b"year,CHN\n2023,100\n", crc32="00000000")
    notices: list[Notice] = []
    assert read_price_index(roots, "CNY", notices=notices).origin == "shipped"
    assert [notice.code for notice in notices] == ["cache_damaged"]
    assert "worldbank_cpi-00000000.csv" in notices[0].message


@pytest.mark.parametrize("name", ["worldbank_cpi.csv", "countries.csv", "manifest.json"])
def test_a_flipped_byte_in_a_shipped_file_is_an_error(tmp_path: Path, name: str) -> None:
    shutil.copytree(SHIPPED[0] / "prices", tmp_path / "prices")
    path = tmp_path / "prices" / name
    path.write_bytes(path.read_bytes().replace(b"{", b"[", 1).replace(b"China", b"Chile").replace(b"7", b"8"))
    with pytest.raises(CacheError) as caught:
        read_price_index([tmp_path], "CNY")
    assert caught.value.code == "cache_damaged"


def test_no_folder_at_all_is_named(tmp_path: Path) -> None:
    with pytest.raises(CacheError) as caught:
        read_price_index([tmp_path], "CNY")
    assert caught.value.code == "cache_missing"
