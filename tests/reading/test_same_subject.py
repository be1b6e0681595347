"""Bare numbers that words of the next sentence say to be of the sum before."""

from __future__ import annotations

import pytest

from capexcalc.reading.reader import read

RAIL = "It will spend 24 billion kronor on rail. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{RAIL}Under the last plan some 16 billion awaited, so it grows.", True),  # one word, and no more
        (f"{RAIL}Under the last plan some 16 million awaited, so it grows.", False),  # which may be people
        (f"{RAIL}Under the last plan some 99 million awaited.", False),
        (f"{RAIL}Under the last plan some 100 million awaited.", True),
        (f"{RAIL}Half, or 12 billion, goes to trains.", True),
        (f"{RAIL}Trains get 12 million, xxx 50%.", True),  # an article
        (f"{RAIL}Trains get 12 million, xxxx 50%.", False),
        (f"{RAIL}Trains get 12 million, xx xx 50%.", False),
        (f"{RAIL}In Swiss francs, it rose under the last plan to 16 billion.", False),
        (f"{RAIL}For its passengers, say, it is. Under the last plan it was 16 billion.", True),
        ("It spends 24 billion kronor, 4 billion more than the last plan had.", True),
        ("It spends 24 billion kronor, 4 billion more than trains had.", True),
        ("It spends 24 billion kronor, 4 billion more trains than it had.", False),
    ],
)
def test_a_bare_number_is_money(text: str, found: bool) -> None:
    assert (len(read(text, "en").amounts) == 2) is found


@pytest.mark.parametrize(("apart", "found"), [(600, True), (601, False)])  # characters
def test_a_bare_number_is_of_a_sum_so_far_before(apart: int, found: bool) -> None:
    plan = ". Under the last plan it was "
    between = ". It is so" * 60
    text = (
        f"It owes 3 dollars. It will spend 24 billion kronor{between[: apart - len(plan)]}{plan}16 billion."
    )
    assert (len(read(text, "en").amounts) == 3) is found


@pytest.mark.parametrize("end", ["", " –", " – ", " – of it."])
def test_a_dash_sets_a_number_apart_wherever_the_text_ends(end: str) -> None:
    reading = read(f"It will spend 12bn euros. A quarter of the money goes to trams – 4.5 billion{end}", "en")
    assert reading.amounts[0].text == "12bn euros"


OWES = "It owes 3 dollars. "  # so that no text is all of one money
TRAMS = "It spends 24 million kronor"
GANO = "Debe 3 dólares. Ganó 24 millones de euros, frente a"


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        # a part of the sum
        (f"{OWES}{TRAMS}, of which some 8 million went.", "en", ["8 million"]),
        (f"{OWES}{TRAMS}, of which some few 8 million went.", "en", []),
        (f"{OWES}{TRAMS}. Of that, 8 million.", "en", ["8 million"]),
        (f"{OWES}{TRAMS}. Of that, 8 million swans.", "en", []),
        (f"{OWES}{TRAMS}. A quarter of the money, or 6 million for students, goes.", "en", ["6 million"]),
        (f"{OWES}{TRAMS}. Or 6 million for students, it goes.", "en", []),
        # a time follows what it is compared with
        (f"{GANO} unos 27,7 millones obtenidos un año antes.", "es", ["27,7 millones"]),
        (f"{GANO} unos xx 27,7 millones regalados un año antes.", "es", []),
        (f"{GANO} 27,7 millones regalados ayer.", "es", []),
        (f"{GANO} 27,7 millones obtenidos ayer.", "es", ["27,7 millones"]),
        ("Debe 3 dólares. Ganó 24 millones de euros y 27 millones vistos un año antes.", "es", []),
        (f"{OWES}It made 24 million kronor, against 27 million seen a year ago.", "en", []),
        # nothing but "more than" stands between the two
        (
            "Dat kost 30 miljoen euro, 6 miljoen meer dan de 24 miljoen die was begroot.",
            "nl",
            ["6 miljoen", "24 miljoen"],
        ),
        ("Dat kost 30 miljoen euro, meer dan de 24 miljoen die was begroot.", "nl", ["24 miljoen"]),
        # alone in brackets it is of the same money if it is no more than a thousand times as much
        ("It costs 2 billion dollars (28 trillion).", "en", []),
        ("It costs 2 billion dollars (28 trillion in all).", "en", ["28 trillion"]),
        # a letter right in a bracket is no metre
        ("It costs 120 million kronor (12m).", "en", ["12m"]),
        ("It costs 120 million kronor (12 m).", "en", []),
    ],
)
def test_a_bare_number_after_a_sum(text: str, language: str, found: list[str]) -> None:
    amounts = read(text, language).amounts
    assert [a.text for a in amounts if "implied_currency" in (a.notes or ())] == found


@pytest.mark.parametrize(
    ("sum_", "compared", "found"),
    [
        ("800 million euros,", "against the 200 of the last plan", ["200000000"]),
        ("800 million euros,", "against their 200 of the last plan", ["200000000"]),
        ("800 million euros,", "against the 200 of the trams", []),
        ("800 million euros,", "200 for the last plan", []),
        ("800 million euros this year", "against 200 of the last plan", ["200000000"]),
        ("800 million euros,", "against the 999 of the last plan", ["999000000"]),
        ("800 million euros,", "against the 1000 of the last plan", []),
        ("800 thousand euros,", "against the 200 of the last plan", []),
    ],
)
def test_a_number_that_leaves_out_its_million_as_well(sum_: str, compared: str, found: list[str]) -> None:
    assert [f"{a.value:f}" for a in read(f"It spends {sum_} {compared}.", "en").amounts[1:]] == found


@pytest.mark.parametrize(("apart", "found"), [(300, True), (301, False)])  # characters
def test_a_part_of_a_sum_is_so_far_after_it(apart: int, found: bool) -> None:
    between = ". It is so" * 30
    text = f"{OWES}{TRAMS}{between[: apart - len('. Of that, ')]}. Of that, 8 million."
    assert (len(read(text, "en").amounts) == 3) is found


@pytest.mark.parametrize(
    ("again", "currency"),
    [
        (", or some 2 million dollars", "SEK"),
        (", or for trams 2 million dollars", "USD"),  # another sum
        (", a third or 2 million dollars", "USD"),
        (" a year or 2 million dollars", "USD"),
    ],
)
def test_what_only_says_a_sum_again_lends_no_currency(again: str, currency: str) -> None:
    assert read(f"{TRAMS}{again}, up from 1.9 million.", "en").amounts[-1].currency == currency


HAS = "It has 115 million pounds, 500 euros and 3 dollars. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{HAS}The 115 million, it says, will do.", ["115 million"]),
        (f"{HAS}The 115 million jubilee will do.", []),  # that may be what is counted
        (f"{HAS}The 115 million subsidy will do.", ["115 million"]),  # which is none
        (f"{HAS}For 115 million of swans it will do.", []),
        (f"{HAS}The 500, it says, will do.", []),  # below a million
    ],
)
def test_a_sum_that_is_said_again(text: str, found: list[str]) -> None:
    assert [a.text for a in read(text, "en").amounts[3:]] == found


@pytest.mark.parametrize(("apart", "found"), [(300, True), (301, False)])  # characters
def test_it_is_said_again_so_far_after_it(apart: int, found: bool) -> None:
    between = ". It is so" * 30
    text = (
        f"It has 3 dollars, 115 million pounds{between[: apart - len('. The ')]}. The 115 million, it says."
    )
    assert (len(read(text, "en").amounts) == 3) is found
