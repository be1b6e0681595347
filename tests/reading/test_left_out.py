"""Numbers that leave their currency to a text whose money is all of one."""

from __future__ import annotations

import pytest

from capexcalc.reading.reader import read

PARK = "The park will cost 120 million euros. "


def said(text: str, language: str = "en") -> list[str]:
    """The amounts of a text but the first."""
    return [amount.text for amount in read(text, language).amounts[1:]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{PARK}Ponds take up 40 million, paths the rest.", ["40 million"]),
        (f"{PARK}\n\nPonds take up 40 million.", ["40 million"]),  # another paragraph
        (f"{PARK}For 4,500 residents it is near; the ponds take 40 million.", ["40 million"]),
        (f"{PARK}The residents saw it; the ponds take 40 million.", []),
        (f"{PARK}Ponds draw 40 million visitors.", []),
        (f"{PARK}Ponds draw 40 million swans.", []),
        (f"{PARK}Ponds draw 40 million, residents say.", ["40 million"]),
        (f"{PARK}It may see between 40 million and 50 million visitors.", []),
        (f'{PARK}It may see 99 million "green" guests.', []),
        (f'{PARK}It may get 100 million "green" crowns.', ["100 million"]),
        (f"{PARK}The region has many towns, and 40 million of them.", []),
        (f"{PARK}Ponds draw 40 million swans. Paths take 20 million.", []),  # the text counts in millions
        (f"{PARK}Ponds draw 40 million swans. Paths take 100 million.", ["100 million"]),
        ("The park costs 2 billion euros. Ponds take 100 million.", ["100 million"]),
        ("The park costs 2 billion euros. Ponds take 99 million.", []),
        (f"{PARK}A tower is 9 million dollars. Ponds take up 40 million.", ["9 million dollars"]),
        (f"{PARK}In dollars, ponds take up 40 million.", []),
        (f"{PARK}Each euro counts, and ponds take up 40 million.", ["40 million"]),
        (f"{PARK}Ponds take up 40.", []),
        (f"{PARK}Ponds draw 40 million for any of visitors.", []),  # within four items
        (f"{PARK}Ponds draw 40 million for any of the visitors.", ["40 million"]),
    ],
)
def test_a_bare_number_is_money_where_nothing_is_counted(text: str, found: list[str]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        (f"{PARK}Ponds take 40 million: 50 million visitors see them.", "en", ["40 million"]),
        (f"{PARK}Ponds take 40 million or 50 million visitors.", "en", []),
        # a scale that is another elsewhere, one letter that may be metres, a word written like a number
        ("Parken kostar 120 miljarder kronor. Dammarna tar 40 miljarder.", "sv", ["40 miljarder"]),
        ("Parken kostar 120 miljarder kronor. Dammarna tar 40 bn.", "sv", []),
        ("The park costs 120m euros. Ponds take 40m.", "en", ["40m"]),
        (f"{PARK}Ponds take 40m.", "en", []),
        ("The park costs €120m. Ponds take 40 m.", "en", []),
        ("공원에는 5조 원이 든다. 연못에는 9조.", "ko", ["9조"]),
        ("공원에는 5조 원이 든다. 연못에는 구조.", "ko", []),
        ("公园耗资120亿欧元。池塘40亿。", "zh", ["40亿"]),
        # some of what was named before may be anything, a hundred million and more are money
        ("Parken kostar 120 miljoner euro. Dammarna tar 99 miljoner av dem.", "sv", []),
        ("Parken kostar 120 miljoner euro. Dammarna tar 100 miljoner av dem.", "sv", ["100 miljoner"]),
        ("A park 120 millió euróba kerül. A tavak 40 milliót ebből.", "hu", []),
        # a year or a time after "of" is nothing that is counted
        (
            "Il parco costa 120 milioni di euro. Gli stagni ne presero 40 milioni di 2024.",
            "it",
            ["40 milioni"],
        ),
        (
            "Il parco costa 120 milioni di euro, contro i 90 milioni di un anno fa.",
            "it",
            ["90 milioni"],
        ),
        ("Il parco costa 120 milioni di euro, contro i 90 milioni di cigni.", "it", []),
        ("It costs 120 million euros, against 90 million of the last plan.", "en", ["90 million"]),
        ("It costs 120 million euros, against Q$90 million.", "en", []),  # a sign that is not known
        (f'"{PARK}Ponds take 40 million" more.', "en", ["40 million"]),  # the end of what is said
        (f"{PARK}For 4,500 residents the ponds take 40 million.", "en", []),
        (f"{PARK}For visitors it takes 15 million a year.", "en", []),
        (f"{PARK}It is 40 million more than 80.", "en", ["40 million"]),
        (f"{PARK}It is 40 million more than swans.", "en", []),
        (f"{PARK}It is 99 million more than forecast.", "en", []),
        (f"{PARK}It is 99 million more than foreseen.", "en", ["99 million"]),
        (f"{PARK}It is 100 million more than forecast.", "en", ["100 million"]),
        (f"{PARK}It is 100 million more swans.", "en", []),
        # a scale with a point ends its sentence
        ("Парк стоит 12 млрд евро. Пруды стоили 8 млрд. Новую смету утвердят.", "ru", ["8 млрд."]),
        ("Парк стоит 12 млрд евро. Пруды стоили 8 млрд. новых лебедей.", "ru", []),
        (f"{PARK}For visitors, that is 15 million a year.", "en", ["15 million"]),
        (f"{PARK}For visitors, that is 15 million.", "en", []),
        ("Le parc coûte 5 millions d'euros. Les étangs prennent le million.", "fr", []),
        # where nouns have a capital, a small word counts nothing, unless a noun follows
        ("Der Park kostet 30 Millionen Euro, von denen er 20 Millionen ausgibt.", "de", ["20 Millionen"]),
        ("Der Park kostet 30 Millionen Euro, weil er 20 Millionen ausgeben will.", "de", ["20 Millionen"]),
        ("Der Park kostet 30 Millionen Euro. Er hat 20 Millionen neue Schwäne.", "de", []),
        ("Der Park kostet 30 Millionen Euro. Er hat 20 Millionen neue und alte Schwäne.", "de", []),
    ],
)
def test_how_a_bare_number_is_written(text: str, language: str, found: list[str]) -> None:
    assert said(text, language) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De vijvers krijgen 40 miljoen ofwel 33,3 procent.", ["40 miljoen"]),
        ("De vijvers krijgen 40 miljoen ofwel een derde.", ["40 miljoen"]),
        ("De vijvers trekken 40 miljoen ofwel 50 miljoen zwanen.", []),
        ("De vijvers trekken 40 miljoen ofwel witte zwanen.", []),
    ],
)
def test_a_share_may_follow_a_bare_number_that_it_says_again(text: str, found: list[str]) -> None:
    assert said(f"Het park kost 120 miljoen euro. {text}", "nl") == found


@pytest.mark.parametrize(
    ("number", "found"),
    [("12 million", True), ("11 million", False), ("99 million", True), ("1.2 billion", True)],
)
def test_a_number_that_may_count_people_is_a_tenth_of_the_least_sum_or_more(number: str, found: bool) -> None:
    assert bool(said(f"{PARK}Ponds take up {number}.")) is found


@pytest.mark.parametrize(("number", "found"), [("12 billion", True), ("13 billion", False)])
def test_one_that_does_not_is_a_hundred_times_the_largest_or_less(number: str, found: bool) -> None:
    assert bool(said(f"{PARK}Ponds take up {number}.")) is found


@pytest.mark.parametrize(("apart", "found"), [(600, True), (601, False)])  # characters
def test_it_is_so_far_after_the_last_money(apart: int, found: bool) -> None:
    between = ". It is so" * 60
    text = f"{PARK.rstrip('. ')}{between[: apart - len('. Ponds take up ')]}. Ponds take up 40 million."
    assert bool(said(text)) is found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("hu", "A híd 12 milliárd forintba kerül. Erre 8 milliárdot szántak.", ["8 milliárdot"]),
        ("hu", "A híd 12 milliárd forintba kerül. Erre 8 milliárd követ szántak.", []),
        ("tr", "Köprü 120 milyon lira tutuyor. Yollar 30 milyonu alacak.", ["30 milyonu"]),
        ("tr", "Köprü 120 milyon lira tutuyor. Oraya 30 milyona yakın kuş gelir.", []),
        ("no", "Broen koster 120 millioner kroner. De 30 millionene byen ga, er brukt.", ["30 millionene"]),
        ("no", "Broen koster 120 millioner kroner. De 30 millioner fugler er borte.", []),
        ("ja", "橋は12億円かかる。道路に2億を充てる。", ["2億"]),
        ("ja", "橋は12億円かかる。道路に2億の石を使う。", []),
        ("ko", "다리에 120억원을 쓴다. 도로에는 40억이 든다.", ["40억"]),
        ("ko", "다리에 120억원을 쓴다. 도로에는 40억 돌을 놓는다.", []),
        ("fr", "Le pont coûtera 120 millions d'euros. Les voies prennent 30 millions.", ["30 millions"]),
        ("fr", "Le pont coûtera 120 millions d'euros. Le nombre de pierres atteint 30 millions.", []),
    ],
)
def test_forms_and_particles_tell_that_a_number_counts_nothing(
    language: str, text: str, found: list[str]
) -> None:
    assert said(text, language) == found


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("120 million for the park", True),
        ("130 million for the park", False),
        ("120 million visitors for the park", False),
        ("120 million for " + "the park " * 8, False),  # no heading is so long
    ],
)
def test_a_heading_names_a_sum_of_the_text(heading: str, found: bool) -> None:
    amounts = read(f"{heading}\n\n{PARK}", "en").amounts
    assert [amount.id for amount in amounts] == (["a1", "a2"] if found else ["a1"])
    assert all(amount.currency == "EUR" for amount in amounts)


@pytest.mark.parametrize(("number", "found"), [("999,999", False), ("1,000,000", True)])
def test_the_least_sum_is_a_million_or_more(number: str, found: bool) -> None:
    assert ("9 million" in said(f"A bench costs {number} euros. {PARK}Ponds take up 9 million.")) is found


@pytest.mark.parametrize(("apart", "found"), [(299, False), (300, False), (301, True)])  # characters
def test_what_is_counted_stands_so_far_before_a_number(apart: int, found: bool) -> None:
    between = f" saw it{' so' * 100}"[: apart - len("residents") - len(" the ponds take ")]
    assert bool(said(f"{PARK}The residents{between} the ponds take 40 million.")) is found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It pays 33 million of the 44 million euros."),
        ("nl", "Het Rijk betaalt 33 miljoen van die 44 miljoen euro."),
        ("pl", "Państwo płaci 33 mln z tych 44 mln zł."),
        ("es", "Paga 33 millones de los 44 millones de euros."),
        ("he", "המדינה תשלם 33 מיליון מתוך 44 מיליון שקל."),
        ("vi", "Nhà nước trả 33 triệu trong số 44 triệu USD."),
    ],
)
def test_a_part_leaves_its_currency_to_the_whole_right_behind_it(language: str, text: str) -> None:
    part, whole = read(text, language).amounts
    assert (part.value, part.currency) == (33_000_000, whole.currency)


@pytest.mark.parametrize(
    "text",
    [
        "It pays 33 million of the best 44 million euros.",
        "It has 33 million people of 44 million euros.",
        "It pays for 33 of the 44 million euro homes.",
        "It pays 330 of the 44 million euros.",
    ],
)
def test_and_nothing_else_does(text: str) -> None:
    assert [amount.value for amount in read(text, "en").amounts] == [44_000_000]
