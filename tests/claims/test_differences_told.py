"""What a sum has more or less than one of before, as money, whatever stands between the three."""

from __future__ import annotations

from datetime import date

import pytest

from .conftest import Check

ON = date(2024, 10, 7)
# The first of two figures is right, the second is not.
TOLD = [
    (
        "en",
        (
            "Next year the canal gets 450 million euros, {} million more than the 360 million "
            "granted this year."
        ),
        "90",
        "140",
    ),
    (
        "en",
        ("The canal gets 450 million euros – {} million more than the 360 million Parliament voted in May."),
        "90",
        "140",
    ),
    (
        "en",
        "The canal gets 450 million euros, compared with 360 million last year, {} million more.",
        "90",
        "140",
    ),
    (
        "en",
        ("The canal gets 450 million euros, compared with 360 million last year. That is {} million more."),
        "90",
        "140",
    ),
    (
        "en",
        ("Compared with the 360 million euros of last year, the canal gets 450 million, {} million more."),
        "90",
        "140",
    ),
    (
        "de",
        (
            "Der Kanal bekommt 450 Millionen Euro und damit {} Millionen mehr als die 360 "
            "Millionen vom Vorjahr."
        ),
        "90",
        "140",
    ),
    (
        "de",
        (
            "Der Kanal bekommt 450 Millionen Euro. Das sind {} Millionen mehr als die 360 "
            "Millionen des Vorjahres."
        ),
        "90",
        "140",
    ),
    (
        "fr",
        (
            "Le canal reçoit 450 millions d'euros, soit {} millions de plus que les 360 millions "
            "accordés cette année."
        ),
        "90",
        "140",
    ),
    (
        "fr",
        ("Le canal reçoit 450 millions d'euros, contre 360 millions l'an dernier, soit {} millions de plus."),
        "90",
        "140",
    ),
    (
        "es",
        ("El canal recibe 450 millones de euros, {} millones más que los 360 millones concedidos este año."),
        "90",
        "140",
    ),
    (
        "it",
        ("Il canale riceve 450 milioni di euro, {} milioni in più dei 360 milioni concessi quest'anno."),
        "90",
        "140",
    ),
    (
        "pt",
        ("O canal recebe 450 milhões de euros, {} milhões a mais do que os 360 milhões concedidos este ano."),
        "90",
        "140",
    ),
    (
        "nl",
        (
            "Het kanaal krijgt 450 miljoen euro, {} miljoen meer dan de 360 miljoen die dit jaar "
            "werd toegekend."
        ),
        "90",
        "140",
    ),
    (
        "sv",
        "Kanalen får 450 miljoner kronor, {} miljoner mer än de 360 miljoner som beviljades i år.",
        "90",
        "140",
    ),
    (
        "no",
        ("Kanalen får 450 millioner kroner, {} millioner mer enn de 360 millionene som ble bevilget i år."),
        "90",
        "140",
    ),
    (
        "da",
        ("Kanalen får 450 millioner kroner, {} millioner mere end de 360 millioner, som blev bevilget i år."),
        "90",
        "140",
    ),
    (
        "fi",
        ("Kanava saa 450 miljoonaa euroa, {} miljoonaa enemmän kuin tänä vuonna myönnetyt 360 miljoonaa."),
        "90",
        "140",
    ),
    ("pl", "Kanał dostanie 450 mln zł, o {} mln więcej niż 360 mln przyznane w tym roku.", "90", "140"),
    ("cs", "Kanál dostane 450 milionů korun, o {} milionů víc než letošních 360 milionů.", "90", "140"),
    (
        "ro",
        (
            "Canalul primește 450 de milioane de lei, cu {} de milioane mai mult decât cele 360 de "
            "milioane acordate anul acesta."
        ),
        "90",
        "140",
    ),
    (
        "ru",
        "Канал получит 450 млн рублей, на {} млн больше, чем 360 млн, выделенные в этом году.",
        "90",
        "140",
    ),
    ("uk", "Канал отримає 450 млн грн, на {} млн більше, ніж 360 млн, виділених цього року.", "90", "140"),
    (
        "el",
        ("Το κανάλι παίρνει 450 εκατ. ευρώ, {} εκατ. περισσότερα από τα 360 εκατ. που δόθηκαν φέτος."),
        "90",
        "140",
    ),
    (
        "hi",
        "नहर को 450 करोड़ रुपये मिलेंगे, जो इस साल के 360 करोड़ रुपये से {} करोड़ रुपये अधिक है।",
        "90",
        "140",
    ),
    ("ko", "정부는 내년 운하에 4500억원을 배정한다. 올해 3600억원보다 {}억원 많다.", "900", "1400"),
    ("ja", "国土省は運河に4億5000万円を充てる。今年度の3億6000万円より{}円多い。", "9000万", "1億4000万"),
    (
        "tr",
        (
            "Bakanlık kanala 450 milyon avro ayıracak; bu, bu yıl ayrılan 360 milyon avrodan {} "
            "milyon avro fazla."
        ),
        "90",
        "140",
    ),
]


@pytest.mark.parametrize(("language", "text", "right", "wrong"), TOLD)
def test_it_is_held_against_both_sums(
    claims_of: Check, language: str, text: str, right: str, wrong: str
) -> None:
    for figure, verdict in ((right, "supported"), (wrong, "refuted")):
        claims = claims_of(text.format(figure), on=ON, lang=language)
        assert [claim.verdict for claim in claims if claim.kind == "change"] == [verdict], figure


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "Last year 360 million euros went to the canal. Next year it will be 450 million, {} "
                "million more."
            ),
        ),
        (
            "de",
            (
                "Voriges Jahr gingen 360 Millionen Euro an den Kanal. Nächstes Jahr sind es 450 "
                "Millionen, {} Millionen mehr."
            ),
        ),
        (
            "it",
            (
                "L'anno scorso sono stati spesi 360 milioni di euro. L'anno prossimo saranno 450 "
                "milioni, {} milioni in più."
            ),
        ),
        (
            "sv",
            (
                "I fjol gick 360 miljoner kronor till kanalen. Nästa år blir det 450 miljoner, {} "
                "miljoner mer."
            ),
        ),
        ("hu", "Tavaly 360 millió euró jutott a csatornára. Jövőre 450 millió lesz, {} millióval több."),
        (
            "fi",
            (
                "Viime vuonna kanavaan käytettiin 360 miljoonaa euroa. Ensi vuonna summa on 450 "
                "miljoonaa, {} miljoonaa enemmän."
            ),
        ),
    ],
)
def test_two_sentences_tell_the_two_sums(claims_of: Check, language: str, text: str) -> None:
    for figure, verdict in (("90", "supported"), ("140", "refuted")):
        claims = claims_of(text.format(figure), on=ON, lang=language)
        assert [claim.verdict for claim in claims if claim.kind == "change"] == [verdict], figure


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "The canal gets 450 million euros and the lock 90 million, 180 million more than the "
                "360 million of last year."
            ),
        ),
        (
            "en",
            (
                "The canal gets 450 million euros. The price of steel is 140 million more than the 360 "
                "million people paid."
            ),
        ),
        ("en", "It made 450 million euros last year. Costs were 360 million. That is 20 million more."),
        (
            "de",
            (
                "Der Kanal bekommt 450 Millionen Euro. Verglichen mit dem alten Plan, der 360 "
                "Millionen hatte, kostet Stahl 40 Millionen mehr."
            ),
        ),
        (
            "fr",
            (
                "Le canal reçoit 450 millions d'euros. Les ventes, de 360 millions, ont augmenté de 20 "
                "millions."
            ),
        ),
    ],
)
def test_what_may_be_of_other_sums_accuses_nobody(claims_of: Check, language: str, text: str) -> None:
    claims = claims_of(text, on=ON, lang=language)
    assert not [claim.said for claim in claims if claim.verdict == "refuted"]
