"""The numbers that decide whether what stands beside a figure is money, just inside and just outside."""

from __future__ import annotations

import pytest

from capexcalc.reading.reader import read


def _amounts(text: str, language: str) -> list[str]:
    return [f"{amount.value} {amount.currency}" for amount in read(text, language).amounts]


@pytest.mark.parametrize(
    ("text", "language", "amounts"),
    [
        ("Edisi 915 – RM18,300.", "ms", ["915 MYR", "18300 MYR"]),  # twenty times as much is a range
        ("Edisi 914 – RM18,300.", "ms", ["18300 MYR"]),
        ("Ser, 99 gr za porcję.", "pl", ["0.99 PLN"]),
        ("Ser, 100 gr za porcję.", "pl", []),
        ("It fell 999,999c in all.", "en", ["9999.99 USD"]),
        ("It fell 1,000,000c in all.", "en", []),
        ("他付了人民币九。", "zh", []),  # of ten and more, so many characters are a price
        ("他付了人民币十。", "zh", ["10 CNY"]),
        ("Pada 1899 Rp 500.", "id", ["1899 IDR"]),  # a year begins with 19 or 20
        ("Pada 1900 Rp 500.", "id", ["500 IDR"]),
        ("Pada 2099 Rp 500.", "id", ["500 IDR"]),
        ("Pada 2100 Rp 500.", "id", ["2100 IDR"]),
        ("100 Euro-2099 Pokale", "de", []),
        ("100 Euro-2100 Euro", "de", ["100 EUR", "2100 EUR"]),
        ("From IBM-19 to 29 million dollars.", "en", ["29000000 USD"]),
        ("Made in 5 mid-19 to 29 million dollars.", "en", ["19000000 USD", "29000000 USD"]),
        ("It cost 9Rs a piece.", "en", []),  # "the 3Rs"
        ("It cost 10Rs a piece.", "en", ["10 INR"]),
        ("It cost €3 million (4.3m).", "en", ["3000000 EUR", "4300000 EUR"]),
        ("It cost €3 million (is 4.3m).", "en", ["3000000 EUR", "4300000 EUR"]),
        ("It cost €3 million (long 4.3m).", "en", ["3000000 EUR"]),  # a word of four letters bounds nothing
        ("A chip of 1.8GHz AMD sells", "en", []),  # a unit of its own
        ("A chip of 1.8ghz AMD sells", "en", ["1.8 AMD"]),
        ("Cable (26-10AWG)", "en", []),  # of wire
        ("Cable (26-10 AWG)", "en", ["10 AWG"]),
        ("Eine USD 43mm Gabel.", "de", []),  # a make of forks
        ("Eine USD43mm Gabel.", "de", ["43 USD"]),
        ("Cable: 26-10 AWG", "en", ["10 AWG"]),  # an end is no word that is known
        ("Em 1 Rs 19,4 lemos.", "pt", []),  # a book of the Bible
        ("Em 3 Rs 19,4 lemos.", "pt", ["19.4 INR"]),
        ("Il coûte 1999euros50.", "fr", ["1999.5 EUR"]),
        ("Il coûte 1999 euros50.", "fr", []),  # a name
        ("10원하는 사탕", "ko", ["10 KRW"]),
        ("시즌 2 원하는 사람", "ko", []),  # "those who want"
        ("The CFA1EUR gene", "en", []),
        ("The CHF1EUR gene", "en", ["1 CHF"]),
        ("At a rate of 0.91 dollar for 100 yen.", "en", []),
        ("At a rate of 0.91 dollar for 101 yen.", "en", ["0.91 USD", "101 JPY"]),
    ],
)
def test_number_decides(text: str, language: str, amounts: list[str]) -> None:
    assert _amounts(text, language) == amounts


def test_rate_of_a_hundred_is_told_of_one() -> None:
    (rate,) = read("At a rate of 0.91 dollar for 100 yen.", "en").rates
    assert (rate.base, rate.quote, str(rate.value)) == ("JPY", "USD", "0.0091")


@pytest.mark.parametrize("text", ["Models from RM9,XXX.", "Models from RM3X.XXX, or RM9.xxx."])
def test_figure_left_open_is_unread(text: str) -> None:
    assert all(amount.unread for amount in read(text, "en").amounts)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("50日元。", "zh"),
        ("一萬日元夠嗎？", "zh"),
        ("每月5元包10兆，联通说", "zh"),
        ("終値は500円", "ja"),
        ("8千億円", "ja"),
    ],
)
def test_names_of_money_tell_chinese_from_japanese(text: str, language: str) -> None:
    assert read(text).language == language


@pytest.mark.parametrize("lines", [480, 720, 1080, 1440, 2160])
def test_so_many_lines_of_a_screen_are_no_pence(lines: int) -> None:
    assert _amounts(f"A {lines}p video.", "en") == []
    for near in (lines - 1, lines + 1):
        assert _amounts(f"A {near}p video.", "en") == [f"{near / 100} GBP"]


@pytest.mark.parametrize(("letters", "amounts"), [("XYZ", []), ("WXYZ", ["5 USD"])])
def test_a_land_has_three_letters_at_most_before_its_sign(letters: str, amounts: list[str]) -> None:
    assert _amounts(f"{letters}$5", "sv") == amounts
