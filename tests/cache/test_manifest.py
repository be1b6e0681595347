"""What a folder says of itself: sealed to the last byte, and no name in it leads out of the folder."""

from __future__ import annotations

import zlib
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from capexcalc.cache.manifest import (
    MANIFEST,
    Manifest,
    contents,
    file_name,
    name_parts,
    read_manifest,
    sealed,
    unsealed,
    written,
    year_of,
)
from capexcalc.errors import CacheError

HEAD = {"id": "desk", "title": "desk rates", "base": "EUR"}
YEARS = {"2024.csv": b"date,CNY\n2024-12-31,7.6\n", "2025.csv": b"date,USD\n2025-01-02,1.05\n"}
RATES = {date(2024, 12, 31): ["CNY"], date(2025, 1, 2): ["USD"]}
WHOLE = written(
    HEAD, YEARS, lists={"rejected.csv": b"x"}, retrieved=date(2025, 1, 3), rates=RATES, fetched={"u": {}}
)


def read(tmp_path: Path, data: bytes) -> Manifest | None:
    (tmp_path / MANIFEST).write_bytes(data)
    return read_manifest(tmp_path / MANIFEST)


def test_a_manifest_tells_what_there_is_and_where(tmp_path: Path) -> None:
    manifest = read(tmp_path, WHOLE)
    assert manifest is not None
    assert (manifest.title, manifest.base) == ("desk rates", "EUR")
    assert (manifest.oldest, manifest.newest) == (date(2024, 12, 31), date(2025, 1, 2))
    assert manifest.spans["USD"] == (date(2025, 1, 2), date(2025, 1, 2))
    crc32 = zlib.crc32(YEARS["2025.csv"])
    assert manifest.files[2025] == ((tmp_path / "2025.csv", crc32),)


def test_a_manifest_gives_back_what_was_said_of_the_source_and_a_digest_of_every_file() -> None:
    head, files = contents(WHOLE)
    assert head == HEAD | {"fetched": {"u": {}}}
    assert files == {
        name: sha256(data).hexdigest() for name, data in (YEARS | {"rejected.csv": b"x"}).items()
    }


def test_where_there_is_no_manifest_there_is_none(tmp_path: Path) -> None:
    assert read_manifest(tmp_path / MANIFEST) is None


def test_one_flipped_byte_anywhere_is_damage(tmp_path: Path) -> None:
    for place in range(len(WHOLE)):
        with pytest.raises(CacheError) as error:
            read(tmp_path, WHOLE[:place] + bytes([WHOLE[place] ^ 1]) + WHOLE[place + 1 :])
        assert error.value.code == "cache_damaged"


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"text"', "{}", "[" * 100_000])
def test_what_is_no_manifest_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(CacheError) as error:
        read(tmp_path, text.encode())
    assert error.value.code == "cache_damaged"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("newest", "soon"),
        ("newest", 20250120),
        ("currencies", {}),
        ("currencies", ["CNY"]),
        ("currencies", {"CNY": {"first": "2025-01-02"}}),
        ("files", ["2025.csv"]),
        ("files", {"../2025.csv": {"crc32": "0"}}),
        ("files", {"2025.csv": {"crc32": "no checksum"}}),
    ],
)
def test_a_manifest_with_one_wrong_entry_is_refused(tmp_path: Path, key: str, value: object) -> None:
    content = {name: said for name, said in unsealed(WHOLE).items() if name != "crc32"} | {key: value}
    with pytest.raises(CacheError, match=MANIFEST) as error:
        read(tmp_path, sealed(content))
    assert (error.value.code, bool(error.value.hint)) == ("cache_damaged", True)


def test_a_file_is_named_after_its_content() -> None:
    name = file_name("2025", b"date\n")
    assert name_parts(name) == ("2025", f"{zlib.crc32(b'date' + bytes([10])):08x}")
    assert (year_of(name), year_of("2025.csv")) == (2025, 2025)
    assert year_of(file_name("revisions", b"")) is None


@pytest.mark.parametrize(
    "name",
    [
        "../2025.csv",
        "/2025.csv",
        "2025",
        "2025.csv.damaged",
        "25.csv",
        "2025-0.csv",
        "\u0662025.csv",
        MANIFEST,
    ],
)
def test_what_the_cache_would_not_name_so_is_no_name(name: str) -> None:
    assert name_parts(name) is None
    assert year_of(name) is None


@pytest.mark.parametrize(
    ("quiet", "between", "paused"),
    [
        (45, 3, False),
        (46, 3, True),  # days without a rate
        (46, 2, False),  # days of publication between, as between monthly ones
    ],
)
def test_a_currency_has_paused_after_45_days_on_three_of_publication(
    quiet: int, between: int, paused: bool, tmp_path: Path
) -> None:
    last = date(2025, 1, 2)
    back = last + timedelta(days=quiet)
    rates = {last + timedelta(days=n): ["USD"] for n in range(1, between + 1)}
    rates |= {last: ["CNY", "USD"], back: ["CNY"]}
    manifest = read(tmp_path, written(HEAD, YEARS, lists={}, retrieved=back, rates=rates, fetched={}))
    assert manifest is not None
    assert manifest.pauses.get("CNY", ()) == (((last, back),) if paused else ())
