"""Parts of a total: bare numbers of a list, the rest of a sum, a list told by number, a balance."""

from __future__ import annotations

import pytest

KINDS = ("sum", "valuation", "record", "exceeds_prior")
CASES = [
    (
        "da",
        "I tre år har Nordvig tjent 38, 45 og 52 millioner kroner, tilsammen 135 millioner.",
        ["sum supported"],
    ),
    (
        "da",
        "I tre år har Nordvig tjent 38, 45 og 52 millioner kroner, tilsammen 165 millioner.",
        ["sum refuted"],
    ),
    (
        "it",
        (
            "Cala Rossa ha fatturato 92 milioni di euro in Liguria, 41 in Puglia e 27 in Molise, in "
            "totale 160 milioni."
        ),
        ["sum supported"],
    ),
    (
        "it",
        (
            "Cala Rossa ha fatturato 92 milioni di euro in Liguria, 41 in Puglia e 27 in Molise, in "
            "totale 190 milioni."
        ),
        ["sum refuted"],
    ),
    ("ru", "Три цеха дали 38, 45 и 52 млн рублей, всего 165 млн рублей.", ["sum refuted"]),
    (
        "en",
        "The three plants earned 38, 45 and 52 million euros, 135 million euros in all.",
        ["sum supported"],
    ),
    ("en", "The three plants earned 38, 45 and 52 million euros, 165 million euros in all.", ["sum refuted"]),
    (
        "en",
        (
            "The fund has 180 million euros. Industry gives 72 million euros, insurers 45 million "
            "euros and the state the remaining 83 million euros."
        ),
        ["sum refuted"],
    ),
    (
        "en",
        (
            "The fund has 180 million euros. Industry gives 72 million euros, insurers 45 million "
            "euros and the state the remaining 63 million euros."
        ),
        ["sum supported"],
    ),
    (
        "pt",
        (
            "O fundo tem 180 milhões de euros. A indústria dá 72 milhões, as seguradoras 45 milhões "
            "e o Estado os 83 milhões em falta."
        ),
        ["sum refuted"],
    ),
    (
        "uk",
        (
            "Кошторис становить 730 млн грн. Банк дасть 365 млн грн, компанія вкладе 200 млн грн, а "
            "грант покриє решту — 95 млн грн."
        ),
        ["sum refuted"],
    ),
    (
        "de",
        (
            "Der Fonds hat 180 Millionen Euro. Die Industrie gibt 72 Millionen Euro, die Kassen 45 "
            "Millionen Euro und der Bund die fehlenden 63 Millionen Euro."
        ),
        ["sum supported"],
    ),
    (
        "pl",
        "Fundusz ma 180 mln zł. Przemysł daje 72 mln zł, banki 45 mln zł, a państwo brakujące 83 mln zł.",
        ["sum refuted"],
    ),
    (
        "fi",
        (
            "Kauppahinta on 104 miljoonaa dollaria. Siitä 65 miljoonaa dollaria maksetaan heti ja "
            "loput 39 miljoonaa kahden vuoden kuluessa."
        ),
        ["sum supported"],
    ),
    (
        "en",
        (
            "The fund has 180 million euros. Industry gives 72 million euros. It sold its boats for "
            "45 million euros and spends the remaining 12 million euros."
        ),
        [],
    ),
    (
        "fr",
        (
            "Trois chantiers se partagent la commande : 4,2 millions d'euros pour Kerlann, 3,1 "
            "millions pour Bihan et 1,9 million pour Ty Coz. Au total, 11,4 millions d'euros ont été "
            "signés."
        ),
        ["sum refuted"],
    ),
    (
        "fr",
        (
            "Trois chantiers se partagent la commande : 4,2 millions d'euros pour Kerlann, 3,1 "
            "millions pour Bihan et 1,9 million pour Ty Coz. Au total, 9,2 millions d'euros ont été "
            "signés."
        ),
        ["sum supported"],
    ),
    (
        "fr",
        (
            "Parmi les lauréats, 4,2 millions d'euros vont à Kerlann, 3,1 millions à Bihan et 1,9 "
            "million à Ty Coz. Au total, 11,4 millions d'euros ont été signés."
        ),
        [],
    ),
    (
        "hu",
        (
            "Az önkormányzat 210 millió forintra számít belőle. A vendégparkolás 140 milliót, a "
            "büntetések 55 milliót hozhatnak, így a három tétel együtt 505 millió forint."
        ),
        ["sum refuted"],
    ),
    (
        "ru",
        "Бюджет принят: доходы — 9,4 млрд рублей, расходы — 10,2 млрд рублей, дефицит — 1,4 млрд рублей.",
        ["sum refuted"],
    ),
    (
        "en",
        (
            "The budget has revenue of 9.4 billion euros, spending of 10.2 billion euros and a "
            "deficit of 1.4 billion euros."
        ),
        ["sum refuted"],
    ),
    (
        "en",
        (
            "The budget has revenue of 9.4 billion euros, spending of 10.2 billion euros and a "
            "deficit of 0.8 billion euros."
        ),
        ["sum supported"],
    ),
    (
        "de",
        (
            "Der Haushalt hat Einnahmen von 9,4 Milliarden Euro, Ausgaben von 10,2 Milliarden Euro "
            "und ein Defizit von 1,4 Milliarden Euro."
        ),
        ["sum refuted"],
    ),
    (
        "el",
        "Ο προϋπολογισμός προβλέπει έσοδα 9,4 δισ. ευρώ, έξοδα 10,2 δισ. ευρώ και έλλειμμα 1,4 δισ. ευρώ.",
        ["sum refuted"],
    ),
]


@pytest.mark.parametrize(("lang", "text", "said"), CASES)
def test_parts_are_those_of_their_total(lang, text, said, checked) -> None:
    found = [each for each in checked(text, lang=lang) if each.claim.kind in KINDS]
    assert [f"{each.claim.kind} {each.finding.verdict}" for each in found] == said
