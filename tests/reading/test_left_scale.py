"""Numbers that leave their million out as well: in a comparison, or in a row whose total is told."""

from __future__ import annotations

import pytest

from capexcalc.reading.reader import read

CASES = [
    ("en", "The county spends $480 million on parks, against 400 last year.", ["400"]),
    ("de", "Der Kreis gibt 480 Millionen Euro für Parks aus, gegenüber 400 im Vorjahr.", ["400"]),
    ("fr", "Le département dépense 480 millions d'euros, contre 400 l'an dernier.", ["400"]),
    ("fr", "Le département dépense 480 millions d'euros, au lieu des 400 votés en 2022.", ["400"]),
    ("es", "La provincia gasta 480 millones de euros, frente a los 400 del año pasado.", ["400"]),
    ("es", "La provincia pondrá 480 millones de euros y no los 400 que figuraban en el plan.", ["400"]),
    ("es", "La provincia gasta 176 de los 275 millones de euros.", ["176"]),
    ("pl", "Powiat wyda 480 mln zł wobec 400 przed rokiem.", ["400"]),
    ("ru", "Область потратит 480 млн рублей против 400 годом ранее.", ["400"]),
    ("nl", "De provincie trekt 480 miljoen euro uit, tegen 400 vorig jaar.", ["400"]),
    ("sv", "Länet satsar 480 miljoner kronor, mot 400 i fjol.", ["400"]),
    (
        "no",
        "Fylket bruker 480 millioner kroner, og det er mer enn de 400 som gikk med i forrige runde.",
        ["400"],
    ),
    ("cs", "Rozpočet se zvýší z letošních 610 na 705 milionů korun.", ["610"]),
    ("hu", "Negyedével, 64-ről 48 milliárd forintra zsugorodik a keret.", ["64"]),
    (
        "hu",
        "Hálózatfejlesztésre 120, tárolókra 55, a lakossági pályázatokra pedig 35 milliárd forint jut.",
        ["120", "55"],
    ),
    ("it", "Gli investimenti scenderanno a 360 milioni di euro dai 450 del 2024.", ["450"]),
    ("it", "La regione spende 480 milioni di euro, contro i 400 dell'anno scorso.", ["400"]),
    ("pt", "A região gasta 480 milhões de euros, contra os 400 do ano passado.", ["400"]),
    ("ro", "Județul cheltuie 480 de milioane de lei, față de 400 anul trecut.", ["400"]),
    ("uk", "Область витратить 480 млн гривень проти 400 торік.", ["400"]),
    ("el", "Η περιφέρεια δαπανά 480 εκατ. ευρώ, έναντι 400 πέρυσι.", ["400"]),
    ("en", "The ministry pays out 300 million pounds, compared with just 200 in 2019.", ["200"]),
    ("en", "Ministers set aside £300 million and not the 200 they had promised.", ["200"]),
    ("de", "Das Ministerium zahlt 300 Millionen Franken statt der 200, die es versprochen hatte.", ["200"]),
    ("de", "Das Ministerium zahlt 300 Millionen Franken, nach 200 im Vorjahr.", ["200"]),
    ("fr", "Le ministère verse 300 millions de francs et non les 200 promis.", ["200"]),
    ("fr", "Le ministère verse 300 millions de francs, après 200 en 2023.", ["200"]),
    ("es", "El ministerio paga 300 millones de euros, tras los 200 de 2023.", ["200"]),
    ("es", "El ministerio paga 300 millones de euros en lugar de los 200 prometidos.", ["200"]),
    ("it", "Il ministero paga 300 milioni di euro invece dei 200 promessi.", ["200"]),
    ("pt", "O ministério paga 300 milhões de euros em vez dos 200 prometidos.", ["200"]),
    ("pl", "Ministerstwo zapłaci 300 mln zł zamiast obiecanych 200.", ["200"]),
    ("ru", "Министерство выплатит 300 млн рублей вместо обещанных 200.", ["200"]),
    ("cs", "Ministerstvo vyplatí 300 milionů korun místo slibovaných 200.", ["200"]),
    ("nl", "Het ministerie betaalt 300 miljoen euro in plaats van de beloofde 200.", ["200"]),
    ("sv", "Departementet betalar 300 miljoner kronor i stället för de utlovade 200.", ["200"]),
    ("da", "Ministeriet betaler 300 millioner kroner i stedet for de lovede 200.", ["200"]),
    ("no", "Departementet betaler 300 millioner kroner i stedet for de 200 som var lovet.", ["200"]),
    ("hu", "A minisztérium 300 millió forintot fizet a tavalyi 200 helyett.", ["200"]),
    ("ro", "Ministerul plătește 300 de milioane de lei în loc de cele 200 promise.", ["200"]),
    ("pl", "Z 750 mln zł drogi dostaną 280 mln zł, kolej 210, parki 170, a szkoły 90.", ["210", "170", "90"]),
    (
        "ru",
        "Из 750 млн рублей дороги получат 280 млн рублей, железная дорога 210, парки 170, а школы 90.",
        ["210", "170", "90"],
    ),
    (
        "en",
        "Of the $750 million, roads get $280 million, rail 210, parks 170 and schools 90.",
        ["210", "170", "90"],
    ),
    (
        "hu",
        "A 210 milliárd forintból hálózatra 120, tárolókra 55, pályázatokra pedig 35 milliárd forint jut.",
        ["120", "55"],
    ),
    ("tr", "Paket 64'ten 48 milyar liraya indi, bunun 12 milyarı köylere gidecek.", ["64", "12 milyarı"]),
]


@pytest.mark.parametrize(("language", "text", "found"), CASES)
def test_a_number_takes_its_million(language: str, text: str, found: list[str]) -> None:
    amounts = read(text, language).amounts
    assert [a.text for a in amounts if "implied_currency" in (a.notes or ())] == found


ROW = "Roads get 280 million euros, rail 210, parks 170 and schools 90"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"It has 750 million euros. {ROW}.", ["210", "170", "90"]),
        (f"{ROW}. In all that is 750 million euros.", ["210", "170", "90"]),
        (f"{ROW}.", []),  # no total is told
        (f"It has 1,200 million euros. {ROW}.", []),  # which is another sum
        (f"It has 750 million euros. {ROW} stay.", []),  # the last is not closed
        ("It has 90 million euros. Bo gets 34 million euros, Anna is 36, Cid 40.", []),
        ("It has 90 million euros. It pays 30 million euros, on May 12, and on June 30.", []),
        # a time that is told of a number before, not another unit
        ("It spends 300 million euros, up from 240 in 2023.", ["240"]),
        ("It raised 300 million euros from 240 backers in 2023.", []),
        ("It spends 300 million euros, after 240 days of talks.", []),
        ("It spends 300 million euros, compared with 240 percent.", []),
        ("It spends 300 million euros, compared with 24 in 2023.", []),  # far less
        ("It spends 300 million euros on B-52, compared with IBM-240.", []),
        ("It spent 240 of the 300 million euros, it said.", ["240"]),
        ("It spent them in 240 of the 300 million euro homes.", []),
    ],
)
def test_a_number_is_one_of_a_row_or_compared(text: str, found: list[str]) -> None:
    amounts = read(text, "en").amounts
    assert [a.text for a in amounts if "implied_currency" in (a.notes or ())] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Finland gives 35 million, Norway 21 million and Denmark 14 million euros.",
            ["35 million", "21 million"],
        ),
        ("Norway gives 21 million and Denmark 14 million euros.", []),  # two are no row
        ("Finland has 5 million elks, Norway 2 million and Denmark gives 14 million euros.", []),
        ("It got 120 for grids, 55 for stores and 35 million euros for homes.", []),
        ("Grids get 120, stores 55 and parks 35 million euros.", ["120", "55"]),
        ("Grids get 2, stores 55 and parks 35 million euros.", []),
    ],
)
def test_the_last_of_a_row_names_its_currency(text: str, found: list[str]) -> None:
    amounts = read(text, "en").amounts
    assert [a.text for a in amounts if "implied_currency" in (a.notes or ())] == found
