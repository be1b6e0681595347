"""What looks like money beside a number, just inside and just outside each limit."""

from __future__ import annotations

import pytest

from capexcalc.reading.reader import read


def values(text: str, language: str | None) -> list[str]:
    return [f"{amount.value:f} {amount.currency}" for amount in read(text, language).amounts]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("It runs on PHP 9.9 there", "en", []),
        ("It costs PHP 10 there", "en", ["10 PHP"]),
        ("um 23.59 SDP da", "de", []),
        ("etwa 24.59 SDP da", "de", ["24.59 SDP"]),
        ("in 1080p video", "en", []),
        ("in 1081p shares", "en", ["10.81 GBP"]),
        ("at 1080p, up", "en", ["10.8 GBP"]),
        ("der RM 52-01 von ihm", "de", []),
        ("the RM 52-61 fare", "en", ["52 MYR", "61 MYR"]),
        ("az öt euró-ként adott", "hu", ["5 EUR"]),  # as long as a case is
        ("fünf euro-denominierte Anleihen", "de", []),
        ("fünf Euro-Länder", "de", []),
        ("the IOF-550-R engine", "en", []),
        ("a fine of 550 R in all", "en", ["550 ZAR"]),
    ],
)
def test_names_versions_and_hours_are_no_money(text: str, language: str, found: list[str]) -> None:
    assert values(text, language) == found


@pytest.mark.parametrize("text", ["1980-ban elhagyta a Szovjetuniót.", "Broca 1933-ban született."])
def test_hungarian_years_too_short_to_tell_are_no_romanian_money(text: str) -> None:
    assert values(text, None) == []


def test_hundredths_are_money_in_the_language_that_has_them() -> None:
    assert values("Costă 50 de bani și un ban.", "ro") == ["0.5 RON", "0.01 RON"]


@pytest.mark.parametrize("text", ["Det er nok en bil.", "Menneskehjernen vejer cirka tre pund."])
def test_a_short_text_is_no_money_because_of_a_neighbour_s_words(text: str) -> None:
    assert values(text, None) == []
