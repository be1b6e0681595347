"""The cache: few files opened, folders overlaid, every kind of damage an error and never a number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from capexcalc.cache.manifest import sealed, unsealed
from capexcalc.cache.store import Store
from capexcalc.errors import CacheError, ExitCode
from capexcalc.money.currencies import is_currency
from capexcalc.rates.book import RateBook
from capexcalc.rates.legal_facts import same_code

DAY = date(2025, 1, 10)
Write = Callable[..., Path]


def rate(*roots: Path, on: date = DAY) -> Decimal:
    return RateBook(Store(roots), today=date(2025, 2, 1)).quote("EUR", "CNY", on).rate


def test_a_lookup_opens_the_manifest_and_one_year(write: Write, opened: list[str]) -> None:
    root = write()
    assert is_currency("CNY")
    opened.clear()
    assert rate(root) == Decimal("7.5")
    assert [Path(path).name for path in opened] == ["manifest.json", "2025.csv"]


def test_the_first_days_of_a_year_open_the_year_before(write: Write, opened: list[str]) -> None:
    root = write()
    assert is_currency("CNY")
    assert not same_code(
        "CNY"
    )  # else that a carried rate is still of the same unit is asked of the facts here
    opened.clear()
    assert rate(root, on=date(2025, 1, 1)) == Decimal("7.8")
    assert [Path(path).name for path in opened] == ["manifest.json", "2025.csv", "2024.csv"]


def test_each_file_is_read_once(write: Write, opened: list[str]) -> None:
    book = RateBook(Store([write()]), today=date(2025, 2, 1), source="ecb")
    assert list(
        RateBook(Store([write()]), today=date(2025, 2, 1)).series("CNY", "USD", DAY, DAY)
    )  # facts too
    opened.clear()
    for _ in range(3):
        assert len(list(book.series("CNY", "USD", date.min, date.max))) == 7
        book.quote("CNY", "USD", DAY)
    assert sorted(Path(path).name for path in opened) == ["2024.csv", "2025.csv", "manifest.json"]


def test_the_folder_that_reaches_further_wins_a_year_both_have(write: Write) -> None:
    newer = "Date,CNY,\n2026-01-02,7.1,\n2025-01-31,7.2,\n2025-01-10,7.7,\n"
    user, shipped = write(newer, "user"), write()
    assert rate(user, shipped) == rate(shipped, user) == Decimal("7.7")
    assert rate(user, shipped, on=date(2024, 12, 31)) == Decimal("7.8")
    book = RateBook(Store([user, shipped]), today=date(2026, 2, 1))
    assert book.newest() == date(2026, 1, 2)
    assert book.holdings.span("CNY") == (date(2024, 12, 30), date(2026, 1, 2))
    assert book.holdings.span("USD") == (date(2024, 12, 30), date(2025, 1, 20))


def test_of_two_folders_that_reach_as_far_the_first_wins_and_one_day_more_outweighs_it(write: Write) -> None:
    text = "Date,CNY,\n{},7.1,\n2025-01-10,{},\n"
    user, shipped = write(text.format("2025-01-20", "7.6"), "user"), write(text.format("2025-01-20", "7.5"))
    assert rate(user, shipped) == Decimal("7.6")
    assert rate(shipped, user) == Decimal("7.5")
    write(text.format("2025-01-21", "7.5"))
    assert rate(user, shipped) == rate(shipped, user) == Decimal("7.5")


def test_of_two_folders_that_reach_as_far_the_first_names_the_rates(write: Write) -> None:
    user, shipped = write(name="user"), write()
    for root in (user, shipped):
        path = root / "ecb" / "manifest.json"
        content = unsealed(path.read_bytes()) | {"title": f"rates of {root.name}"}
        path.write_bytes(sealed({key: content[key] for key in content if key != "crc32"}))
    assert Store([user, shipped]).manifest("ecb").title == "rates of user"
    assert Store([shipped, user]).manifest("ecb").title == "rates of shipped"


def test_a_user_folder_that_cannot_be_used_is_passed_over(write: Write, tmp_path: Path) -> None:
    shipped = write()
    (tmp_path / "file").write_text("no folder")
    (tmp_path / "manifest-is-a-folder" / "ecb" / "manifest.json").mkdir(parents=True)
    for unusable in ("missing", "file", "manifest-is-a-folder", "x" * 5000):
        assert rate(tmp_path / unusable, shipped) == Decimal("7.5")


def test_a_read_only_folder_serves(write: Write) -> None:
    root = write()
    for path in (*root.rglob("*"), root):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        assert rate(root) == Decimal("7.5")
    finally:
        for path in (root, root / "ecb"):
            path.chmod(0o755)


def test_no_cache_at_all_names_where_it_was_sought(tmp_path: Path) -> None:
    with pytest.raises(CacheError) as error:
        rate(tmp_path / "user", tmp_path / "shipped")
    assert error.value.code == "cache_missing"
    assert error.value.exit_code == ExitCode.CACHE
    assert str(tmp_path / "shipped" / "ecb") in error.value.message


def test_a_missing_year_file_is_named(write: Write) -> None:
    root = write()
    (root / "ecb" / "2025.csv").unlink()
    assert failure(root) == ("cache_missing", "2025.csv")


def flip(data: bytes) -> bytes:
    return data.replace(b"7.5", b"7.6")


def cut(data: bytes) -> bytes:
    return data[:-20]


def nothing(_: bytes) -> bytes:
    return b""


def noise(_: bytes) -> bytes:
    return bytes(range(256))


@pytest.mark.parametrize("damage", [flip, cut, nothing, noise])
def test_a_year_file_that_is_not_as_written_is_refused(
    write: Write, damage: Callable[[bytes], bytes]
) -> None:
    path = write() / "ecb" / "2025.csv"
    path.write_bytes(damage(path.read_bytes()))
    assert failure(path.parents[1]) == ("cache_damaged", "2025.csv")


def failure(root: Path) -> tuple[str, str]:
    """The slug of the error, and the file of the cache it names."""
    with pytest.raises(CacheError) as error:
        rate(root)
    assert error.value.hint
    path = Path(error.value.message.split(": ")[0])
    assert path.parent == root / "ecb"
    return error.value.code, path.name
