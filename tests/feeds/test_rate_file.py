"""A newsroom's own rates: what a file must be, and what is said of one that is not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from capexcalc.errors import CapexcalcError
from capexcalc.feeds.rate_file import Sheet, read_rates

MONDAY, TUESDAY = date(2025, 2, 24), date(2025, 2, 25)
RATES = Sheet("EUR", {MONDAY: {"CNY": "7.5879", "USD": "1.0466"}, TUESDAY: {"CNY": "7.6219"}})


def read(tmp_path: Path, content: str | bytes, base: str | None = None) -> Sheet:
    path = tmp_path / "desk.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_rates(path, base)


@pytest.mark.parametrize(
    ("lines", "base"),
    [
        (
            [
                "date,base,quote,rate",
                "2025-02-24,EUR,CNY,7.5879",
                "2025-02-24,EUR,USD,1.0466",
                "2025-02-25,EUR,CNY,7.6219",
            ],
            None,
        ),
        (
            [
                "Rate , note, QUOTE,Base,Date\r",
                "7.5879,,CNY,EUR,2025-02-24\r",
                "1.0466,noon,USD,EUR,2025-02-24\r",
                "\r",
                "7.6219,,CNY,EUR,2025-02-25",
            ],
            "EUR",
        ),
        (["date,CNY,USD", "2025-02-24,7.5879,1.0466", "2025-02-25,7.6219,"], "EUR"),
        (["\ufeffDate,usd,cny", "2025-02-25,,7.6219", "2025-02-24,1.0466,7.5879"], "EUR"),
    ],
)
def test_long_and_wide_tables_say_the_same(tmp_path: Path, lines: list[str], base: str | None) -> None:
    assert read(tmp_path, "\n".join(lines), base) == RATES


LONG = "date,base,quote,rate\n2025-02-24,EUR,CNY,{}\n"
WIDE = "date,CNY\n2025-02-24,{}\n"


@pytest.mark.parametrize("table", [LONG, WIDE])
@pytest.mark.parametrize("rate", ["0", "-1", "7,5", "1e3", "NaN", "７", "x" * 999, "=1+1"])
def test_a_rate_is_plain_digits_above_zero(tmp_path: Path, table: str, rate: str) -> None:
    with pytest.raises(CapexcalcError) as error:
        read(tmp_path, table.format(f'"{rate}"'), "EUR")
    assert (error.value.code, "line 2" in error.value.message) == ("bad_rates", True)
    assert len(error.value.message) < 300


@pytest.mark.parametrize(
    ("content", "base", "code", "said"),
    [
        ("", None, "empty_file", "empty"),
        (",,\n", None, "bad_rates", "line 1: columns"),
        ("date,base,quote,rate\n", None, "bad_rates", "line 1: no rates below it"),
        ("date,CNY\n2025-02-24,\n", "EUR", "bad_rates", "line 1: no rates below it"),
        ("day,base,quote,rate\n", None, "bad_rates", "line 1: columns"),
        ("date,CNY\n2025-02-24,7.5\n", None, "no_base", "of which currency"),
        ("date,CNY\n2025-02-24,7.5\n", "EUX", "unknown_currency", "EUX"),
        ("date,CNY,total,USD\n2025-02-24,7.5,8,1\n", "EUR", "bad_rates", "column 'TOTAL' is not a currency"),
        ("date,CNY\n2025-02-24,7.5,7.6\n", "EUR", "bad_rates", "line 2: 3 values in 2 columns"),
        ("date,CNY\n24.2.2025,7.5\n", "EUR", "bad_rates", "line 2: '24.2.2025' is not a date"),
        (LONG.format("7.5") + "2025-02-24,EUR,CNY,7.5\n", None, "bad_rates", "line 3: a second rate for CNY"),
        (LONG.format("7.5") + "2025-02-24,USD,CNY,7.2\n", None, "bad_rates", "line 3: base 'USD', but 'EUR'"),
        (LONG.format("7.5"), "USD", "bad_rates", "line 2: base 'EUR', but 'USD'"),
        (LONG.format("7.5").replace("CNY", "EUR"), None, "bad_rates", "line 2: 'EUR' and 'EUR'"),
        (LONG.format("0") + "2025-02-25,EUR,CNY,x\n", None, "bad_rates", "and 1 more wrong"),
        (b"date,CNY\n2025-02-24,\xff\n", "EUR", "not_utf8", "desk.csv:2: not UTF-8"),
        (b'date,CNY\n2025-02-24,"7.5\n', "EUR", "bad_csv", "desk.csv:2: a quotation mark"),
        (b"date,CNY\n2025-02-24,7.5\0\n", "EUR", "binary_file", "desk.csv:2"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(
    tmp_path: Path, content: str | bytes, base: str | None, code: str, said: str
) -> None:
    with pytest.raises(CapexcalcError) as error:
        read(tmp_path, content, base)
    assert error.value.code == code
    assert said in error.value.message
    assert ("more wrong" in error.value.message) == ("more wrong" in said)


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(CapexcalcError) as error:
            read_rates(path, None)
        assert (error.value.code, str(path) in error.value.message) == ("unreadable_file", True)
