"""One row a source: what ships says the same, and no other file knows a source by its name."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path

import pytest

import capexcalc
from capexcalc.cache.price_indices import FOLDER
from capexcalc.cache.store import shipped_root
from capexcalc.rates.caveats import remarks
from capexcalc.rates.quote import Leg, Quote
from capexcalc.rates.sources import SOURCES, TRUSTED, Source, is_known, source_of

SHIPPED = [row for row in SOURCES if (shipped_root() / row.id).is_dir() and row.quotes != "indices"]


def test_the_european_central_bank_is_trusted_before_the_polish_one() -> None:
    assert TRUSTED[:2] == ("ecb", "nbp")


@pytest.mark.parametrize("row", SHIPPED, ids=lambda row: row.id)
def test_what_ships_says_of_itself_what_its_row_says(row: Source) -> None:
    manifest = json.loads((shipped_root() / row.id / "manifest.json").read_text())
    assert {key: manifest[key] for key in row.head} == row.head


def test_every_source_has_a_name_a_person_can_type_and_services_to_ask() -> None:
    assert len({row.id for row in SOURCES}) == len(SOURCES)
    for row in SOURCES:
        assert re.fullmatch(r"[a-z][a-z0-9_]+", row.id)
        assert row.providers or row.quotes == "months"  # which come with the program
        assert all(find_spec(f"capexcalc.feeds.providers.{name}") for name in row.providers)
        assert all(is_known(id) for id in row.brings)
        assert row.trusted != bool(row.by_name or row.quotes == "indices")


def test_price_indices_are_in_the_folder_their_row_is_named_after() -> None:
    assert source_of(FOLDER).quotes == "indices"


def test_how_long_a_source_is_silent_its_currencies_late_and_its_rates_far_from_others() -> None:
    """In days, and in times of what those of the ECB may be."""
    rows = [source_of(row.id) for row in SOURCES]
    assert {row.id: (row.silence, row.late, row.far) for row in rows} == {
        "ecb": (10, 30, 1),
        "nbp": (10, 30, 1),
        "boc": (10, 30, 1),
        "h10": (21, 30, 2),
        "bis": (30, 60, 4),
        "worldbank": (600, 30, 1),
        "fed": (10, 30, 1),
        "bis_months": (120, 400, 4),
        "prices": (10, 30, 1),
    }


def test_a_newsrooms_own_rates_are_units_per_one_of_its_base_and_nothing_else_is_known_of_them() -> None:
    own = source_of("desk")
    assert (own.quotes, own.daily, own.rhythm, own.trusted, own.dated) == ("units", False, 0, False, True)
    assert not is_known("desk")


def test_rates_of_every_day_to_three_digits_need_no_remark_and_to_two_they_do() -> None:
    assert Source("a", daily=True, fine=True).plain
    assert not Source("a", daily=True, fine=False).plain
    assert not Source("a", daily=False, fine=True).plain
    for rate, codes in (("1.00", []), ("0.99", ["coarse_rate"])):
        leg = Leg("EUR", "USD", Decimal(rate), date(2025, 2, 24), "desk")
        quote = Quote("EUR", "USD", leg.rate, leg.observed, leg.observed, "direct", "desk", (leg,))
        assert [each.code for each in remarks([quote])] == codes


def test_no_other_file_knows_a_source_by_its_name() -> None:
    """But for the files named after a service, and the folder of the price indices."""
    package = Path(capexcalc.__file__).parent
    names = "|".join({row.id for row in SOURCES} - {FOLDER})
    found = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if re.search(rf"[\"'](?:{names})[\"']", path.read_text("utf-8"))
    }
    services = {f"feeds/providers/{name}.py" for row in SOURCES for name in row.providers}
    assert found <= {"rates/sources.py", *services}
