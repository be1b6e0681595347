"""Every file that comes with the program or is made by it is checked, to the last byte."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from capexcalc.cache.store import shipped_root
from capexcalc.commands.rates import verify
from capexcalc.feeds import verify as checks
from capexcalc.rates import legal_facts as fixed

KINDS = (
    "ecb/2025.csv",
    "ecb/manifest.json",
    "nbp/2025.csv",
    "nbp/manifest.json",
    "nbp/rejected.csv",
    "worldbank/2015.csv",
    "worldbank/manifest.json",
    "worldbank/rejected.csv",
    "prices/bls_cpi.csv",
    "prices/countries.csv",
    "prices/manifest.json",
    "fixed/euro.csv",
    "fixed/quarantine.csv",
    "fixed/official.csv",
    "fixed/disputed.csv",
    "fixed/births.csv",
    "fixed/pegs.csv",
    "fixed/redenominations.csv",
    "fixed/checksums.csv",
)


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one file of each kind, under manifests that name the others too."""
    for name in KINDS:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(shipped_root() / name, tmp_path / name)
    for module in (fixed, checks):
        monkeypatch.setattr(module, "shipped_root", lambda: tmp_path)
    return tmp_path


def damaged(root: Path) -> set[str]:
    """What verify names, but for what the fixture left out."""
    found = verify([root]).result.damage
    names = {Path(each.file).relative_to(root).as_posix() for each in found}
    return {name for name in names if (root / name).exists() or name.endswith(".json")}


@pytest.mark.parametrize("name", KINDS)
def test_one_flipped_byte_in_any_file_is_named(shipped: Path, name: str) -> None:
    assert damaged(shipped) == set()
    path = shipped / name
    whole = path.read_bytes()
    for place in (len(whole) // 2, len(whole) - 2):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        # A list of checksums that is damaged itself speaks against the file it is about.
        folder = {n for n in KINDS if n.startswith("fixed/")} if name == "fixed/checksums.csv" else {name}
        assert damaged(shipped) & folder, place
    path.write_bytes(whole)
    assert damaged(shipped) == set()


@pytest.mark.parametrize("source", ["ecb", "nbp", "worldbank", "prices"])
def test_a_missing_manifest_is_named(shipped: Path, source: str) -> None:
    path = shipped / source / "manifest.json"
    path.unlink()
    assert str(path) in {each.file for each in verify([shipped]).result.damage}


def test_what_ships_is_sound_and_tells_what_its_makers_rejected() -> None:
    result = verify([shipped_root()]).result
    assert result.damage == ()
    counts = Counter((each.source, each.reason) for each in result.rejected)
    assert counts["nbp", "old_unit"] == 2
    assert counts["worldbank", "off_mean"] > 100
    assert all(each.origin == "shipped" and each.detail for each in result.rejected)
