"""Numbers that leave their currency to the sum that they add up to, and those told to be of each."""

from __future__ import annotations

import pytest

from capexcalc.reading.reader import read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It costs 1.8bn euros: 900 million state money, 600 million loans, 300 million gifts.", 4),
        ("It costs 1.8bn euros: 900 million state money, 600 million loans, 200 million gifts.", 1),
        ("It costs 1.8bn euros. It has 900 million visitors, 600 million calls and 300 million fans.", 1),
    ],
)
def test_numbers_that_add_up_to_a_sum_are_of_its_currency(text: str, found: int) -> None:
    assert len(read(text, "en").amounts) == found


HALLS = "Yhtiö panee 58 miljoonaa euroa taloihin, 41 miljoonaa laitteisiin"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{HALLS} ja 27 miljoonaa ohjelmiin. Summa on 126 miljoonaa euroa.", 4),
        (f"{HALLS} ja 27 miljoonaa ohjelmiin. Summa on 127 miljoonaa euroa.", 2),  # it does not add up
        (f"{HALLS}. Summa on 99 miljoonaa euroa.", 2),  # two soon make a third
        (f"{HALLS} ja 27 miljoonaa ohjelmiin. Sataa. Summa on 126 miljoonaa euroa.", 2),  # not the next one
        (f"{HALLS} ja 27 miljoonaa kävijää. Summa on 126 miljoonaa euroa.", 3),  # visitors
    ],
)
def test_numbers_are_of_the_currency_of_the_list_they_go_on_with(text: str, found: int) -> None:
    assert len(read(text, "fi").amounts) == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Her çiftçiye 25'er bin lira verilecek.", 25_000),
        ("İki ilçeye 2’şer milyon lira verilecek.", 2_000_000),
        ("Ailelere beşer bin lira verilecek.", 5_000),
        ("Öğrencilere 300'er lira verilecek.", 300),
    ],
)
def test_a_turkish_ending_for_each_parts_no_number_from_its_thousands(text: str, value: int) -> None:
    assert [amount.value for amount in read(text, "tr").amounts] == [value]
