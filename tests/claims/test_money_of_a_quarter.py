"""What a quarter of a year has of a sum, in every language; and quarters of which nothing is told."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2024, 10, 15)
HOLDS, FAILS = {"supported", "close"}, {"refuted"}

TOLD = [
    (
        "en",
        "The canals get 900m euros over six years, {} per quarter.",
        "37.5m euros",
        "52m euros",
    ),
    (
        "en",
        "The canals get 900m euros over six years. That is {} every quarter.",
        "37.5m euros",
        "52m euros",
    ),
    (
        "de",
        "Die Kanäle erhalten über sechs Jahre 900 Millionen Euro, das macht {} pro Quartal.",
        "37,5 Millionen Euro",
        "52 Millionen Euro",
    ),
    (
        "fr",
        "Les canaux recevront 900 millions d'euros sur six ans, soit {} par trimestre.",
        "37,5 millions d'euros",
        "52 millions d'euros",
    ),
    (
        "es",
        "Los canales recibirán 900 millones de euros en seis años, o sea {} por trimestre.",
        "37,5 millones de euros",
        "52 millones de euros",
    ),
    (
        "it",
        "I canali riceveranno 900 milioni di euro in sei anni, pari a {} a trimestre.",
        "37,5 milioni di euro",
        "52 milioni di euro",
    ),
    (
        "pt",
        "Os canais receberão 900 milhões de euros em seis anos, ou {} por trimestre.",
        "37,5 milhões de euros",
        "52 milhões de euros",
    ),
    (
        "nl",
        "De kanalen krijgen 900 miljoen euro in zes jaar, wat neerkomt op {} per kwartaal.",
        "37,5 miljoen euro",
        "52 miljoen euro",
    ),
    (
        "pl",
        "Kanały dostaną 900 mln zł w ciągu sześciu lat, co daje {} kwartalnie.",
        "37,5 mln zł",
        "52 mln zł",
    ),
    (
        "ru",
        "Каналы получат 900 млн рублей за шесть лет, что составляет {} в квартал.",
        "37,5 млн рублей",
        "52 млн рублей",
    ),
    (
        "uk",
        "Канали отримають 900 млн гривень за шість років, що становить {} на квартал.",
        "37,5 млн гривень",
        "52 млн гривень",
    ),
    (
        "cs",
        "Kanály dostanou 900 milionů korun během šesti let, což je {} čtvrtletně.",
        "37,5 milionu korun",
        "52 milionů korun",
    ),
    (
        "ro",
        ("Canalele vor primi 900 de milioane de lei în șase ani, ceea ce înseamnă {} pe trimestru."),
        "37,5 milioane de lei",
        "52 milioane de lei",
    ),
    (
        "hu",
        "A csatornák 900 millió forintot kapnak hat év alatt, ami negyedévente {} jelent.",
        "37,5 millió forintot",
        "52 millió forintot",
    ),
    (
        "sv",
        "Kanalerna får 900 miljoner kronor på sex år, vilket blir {} per kvartal.",
        "37,5 miljoner kronor",
        "52 miljoner kronor",
    ),
    (
        "da",
        ("Kanalerne får 900 millioner kroner over seks år, hvilket svarer til {} i kvartalet."),
        "37,5 millioner kroner",
        "52 millioner kroner",
    ),
    (
        "no",
        "Kanalene får 900 millioner kroner over seks år, noe som tilsvarer {} i kvartalet.",
        "37,5 millioner kroner",
        "52 millioner kroner",
    ),
    (
        "fi",
        ("Kanavat saavat 900 miljoonaa euroa kuudessa vuodessa, mikä on {} vuosineljänneksessä."),
        "37,5 miljoonaa euroa",
        "52 miljoonaa euroa",
    ),
    (
        "el",
        "Τα κανάλια θα πάρουν 900 εκατ. ευρώ σε έξι χρόνια, δηλαδή {} το τρίμηνο.",
        "37,5 εκατ. ευρώ",
        "52 εκατ. ευρώ",
    ),
    (
        "tr",
        "Kanallara altı yılda 900 milyon lira ayrıldı; bu da her çeyrekte {} demek.",
        "37,5 milyon lira",
        "52 milyon lira",
    ),
    (
        "ar",
        "ستحصل القنوات على 900 مليون ريال خلال ست سنوات، أي {} كل ربع سنة.",
        "37.5 مليون ريال",
        "52 مليون ريال",
    ),
    (
        "he",
        "התעלות יקבלו 900 מיליון שקל בשש שנים, כלומר {} ברבעון.",
        "37.5 מיליון שקל",
        "52 מיליון שקל",
    ),
    (
        "hi",
        "नहरों को छह साल में 900 करोड़ रुपये मिलेंगे, यानी हर तिमाही {}।",
        "37.5 करोड़ रुपये",
        "52 करोड़ रुपये",
    ),
    (
        "zh",
        "运河将在六年内获得9亿元，即每季度{}。",
        "3750万元",
        "5200万元",
    ),
    (
        "ja",
        "運河には6年間で900億円が充てられ、四半期ごとに{}となる。",
        "37億5000万円",
        "52億円",
    ),
    (
        "ko",
        "운하에 6년간 900억원이 투입된다. 분기마다 {}을 쓰는 셈이다.",
        "37억5000만원",
        "52억원",
    ),
    (
        "id",
        "Kanal mendapat Rp900 miliar selama enam tahun, atau {} per kuartal.",
        "Rp37,5 miliar",
        "Rp52 miliar",
    ),
    (
        "ms",
        "Terusan menerima RM900 juta dalam tempoh enam tahun, iaitu {} setiap suku tahun.",
        "RM37.5 juta",
        "RM52 juta",
    ),
    (
        "th",
        "คลองจะได้รับ 900 ล้านบาทใน 6 ปี เฉลี่ยไตรมาสละ {}",
        "37.5 ล้านบาท",
        "52 ล้านบาท",
    ),
    (
        "vi",
        "Kênh đào được cấp 900 tỷ đồng trong sáu năm, tức mỗi quý {}.",
        "37,5 tỷ đồng",
        "52 tỷ đồng",
    ),
]


@pytest.mark.parametrize(("lang", "text", "right", "wrong"), TOLD)
def test_what_a_quarter_has_is_a_share_of_the_sum(
    lang: str, text: str, right: str, wrong: str, checked
) -> None:
    for told, verdicts in ((right, HOLDS), (wrong, FAILS)):
        found = {each.finding.verdict for each in checked(text.format(told), DAY, lang=lang)}
        assert found <= verdicts
        assert found


@pytest.mark.parametrize(
    "text",
    [
        (
            "The ministry will spend 900m euros on canals over six years. In the third quarter "
            "it spent 52m euros."
        ),
        (
            "The ministry will spend 900m euros on canals over six years. Its staff cost 52m "
            "euros per quarter."
        ),
        (
            "Das Ministerium gibt in sechs Jahren 900 Millionen Euro für Kanäle aus. Im "
            "dritten Quartal waren es 52 Millionen Euro."
        ),
        (
            "La société investira 900 millions d'euros en six ans. Son chiffre d'affaires est "
            "de 52 millions d'euros par trimestre."
        ),
        "该公司六年内投入9亿元。每季营业收入2亿元。",
        "회사는 6년간 900억원을 투자한다. 분기마다 52억원의 이자를 낸다.",
    ],
)
def test_other_figures_accuse_nobody(text: str, checked) -> None:
    assert all(each.finding.verdict != "refuted" for each in checked(text, DAY))
