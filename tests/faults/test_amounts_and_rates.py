"""What cannot be converted ends with the reason and the bounds, never with a number."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

ON = ("--on", "2025-02-24")
TOMORROW = str(date.today() + timedelta(days=2))


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["5 EUX", "--to", "USD", *ON], 3, ["EUX", "EUR"]),
        (["5 EUR", "--to", "UDS", *ON], 3, ["UDS", "USD"]),
        (["5 EUR", "--to", "USD", "--on", TOMORROW], 3, [TOMORROW, "future"]),
        (["5 EUR", "--to", "CNY", "--on", "2001-06-01", "--source", "ecb"], 3, ["CNY", "2005-04-01"]),
        (["5 EUR", "--to", "RUB", "--on", "2024-06-03", "--source", "ecb"], 3, ["RUB", "2022-03-01"]),
        (["5 EUR", "--to", "USD", "--on", "1998-06-01"], 3, ["EUR", "1999-01-01"]),
        (["5 EUR", "--to", "USD", "--average", "1998"], 3, ["1998"]),
        (["nan", "EUR", "--to", "USD", *ON], 2, ["no amount"]),
        (["inf EUR", "--to", "USD", *ON], 2, ["no amount"]),
        (["1e400 EUR", "--to", "USD", *ON], 2, ["1e400"]),
        (["", "--to", "USD", *ON], 2, ["no amount"]),
        (["5bn EUR and 6bn USD", "--to", "CNY", *ON], 2, ["2 amounts"]),
        (["x" * 100_000, "--to", "USD", *ON], 2, ["100000 characters"]),
        (["5 EUR", "--to", "USD", "--on", "2025-02-30"], 2, ["2025-02-30"]),
    ],
)
def test_the_error_names_what_and_the_bounds(arguments, code, said, capexcalc):
    done = capexcalc("convert", *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith("error: ")
    assert len(done.stderr.splitlines()) <= 3
    assert all(part in done.stderr for part in said), done.stderr


def test_bytes_that_are_no_text_are_no_amount(process):
    done = process("convert", b"5\xff\xfe EUR \xed\xa0\x80", "--to", "USD", *ON)
    assert done.returncode in (0, 2)


def test_a_figure_of_a_hundred_digits_ends_cleanly(capexcalc):
    done = capexcalc("convert", "9" * 100 + " EUR", "--to", "USD", *ON)
    assert done.returncode in (0, 2)


@pytest.mark.parametrize("folder", ["missing", "file", "read_only"])
def test_a_cache_folder_that_cannot_be_used_costs_no_answer(folder, capexcalc, tmp_path):
    place = tmp_path / folder
    if folder == "file":
        place.write_text("not a folder")
    elif folder == "read_only":
        place.mkdir(mode=0o555)
    done = capexcalc("convert", "380bn CNY", "--to", "EUR", *ON, CAPEXCALC_CACHE_DIR=str(place))
    assert (done.returncode, done.stderr) == (0, "")
    assert "50.08 bn EUR" in done.stdout


def test_a_damaged_folder_of_the_user_s_is_named_and_the_shipped_rates_answer(capexcalc, tmp_path):
    manifest = tmp_path / "cache" / "ecb" / "manifest.json"
    manifest.parent.mkdir(parents=True)
    manifest.write_bytes(b"\xff\x00 not a manifest")
    done = capexcalc("convert", "5 EUR", "--to", "USD", *ON, CAPEXCALC_CACHE_DIR=str(tmp_path / "cache"))
    assert done.returncode == 0
    assert "5.23 USD" in done.stdout
    assert str(manifest) in done.stderr
