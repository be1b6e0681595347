"""Sums that a text tells to be of an earlier time, and what it says has changed since, or is more."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2026, 6, 15)
PLAN = {
    "en": "The port will spend 600m euros over five years, or 120m euros a year. ",
    "de": "Der Hafen gibt in fünf Jahren 600 Millionen Euro aus, das sind 120 Millionen Euro im Jahr. ",
    "fr": "Le port dépensera 600 millions d'euros en cinq ans, soit 120 millions d'euros par an. ",
    "es": "El puerto gastará 600 millones de euros en cinco años, es decir, 120 millones al año. ",
    "pl": "Port wyda w ciągu pięciu lat 600 mln euro, czyli 120 mln euro rocznie. ",
    "ru": "Порт потратит за пять лет 600 млн евро, то есть 120 млн евро в год. ",
    "tr": "Liman beş yılda 600 milyon avro harcayacak, yani yılda 120 milyon avro. ",
    "ar": "سينفق الميناء 600 مليون يورو خلال خمس سنوات، أي 120 مليون يورو سنويا. ",
    "zh": "港口将在五年内投入6亿元，即每年1.2亿元。",
    "ja": "港は5年間で600億円を投じる。1年あたり120億円だ。",
    "ko": "항만은 5년간 6000억원, 즉 매년 1200억원을 쓴다. ",
}
# What tells the time is a year, "last year", so many years ago: no word for a plan stands there.
SINCE = [
    ("en", "After the storm of 2017 it had 400m euros; this time it gets {}% more."),
    ("en", "Nine years ago 400m euros had sufficed. The bill has gone up by {}%."),
    ("de", "Nach der Flut von 2017 waren es 400 Millionen Euro, also gibt es jetzt {} Prozent mehr."),
    ("fr", "En 2017, 400 millions d'euros avaient suffi ; la facture grimpe de {} %."),
    ("es", "Tras la riada de 2017 se repartieron 400 millones de euros; ahora son un {} % más."),
    ("pl", "Po powodzi w 2017 r. było to 400 mln euro, a więc teraz o {} proc. więcej."),
    ("ru", "После паводка 2017 года выделили 400 млн евро, теперь — на {} % больше."),
    ("tr", "2017'de 400 milyon avro ayrılmıştı; bu kez yüzde {} daha fazla."),
    ("ar", "وفي عام 2017 بلغ المبلغ 400 مليون يورو، أي بزيادة {} في المئة."),
    ("zh", "2017年安排了4亿元，这次增加了{}%。"),
    ("ja", "2017年は400億円だったため、{}%増える。"),
    ("ko", "2017년에는 4000억원이었는데, 이번에는 {}% 늘었다."),
]


@pytest.fixture
def verdicts(checked):
    """The kinds of the claims of a text with their verdicts, but for the yearly money of the plan."""

    def run(lang: str, text: str) -> list[tuple[str, str]]:
        found = [(each.claim.kind, each.finding.verdict) for each in checked(text, DAY, lang=lang)]
        return [each for each in found if each != ("annual_amount", "supported")]

    return run


@pytest.mark.parametrize(("lang", "said"), SINCE)
def test_a_change_is_one_from_the_sum_of_the_earlier_year(lang: str, said: str, verdicts) -> None:
    assert verdicts(lang, PLAN[lang] + said.format(50)) == [("change", "supported")]
    assert verdicts(lang, PLAN[lang] + said.format(90)) == [("change", "refuted")]


def test_what_nothing_bears_out_accuses_nobody(verdicts) -> None:
    said = "The port will spend 600m euros. In 2017 it had 400m euros. The bill has gone up by {}%."
    assert verdicts("en", said.format(90)) == []
    assert verdicts("en", said.format(50)) == [("change", "supported")]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "In 2017 it had 400m euros, and the number of passengers has risen 90%."),
        ("en", "In 2017 it had 400m euros. Steel now costs 90% more."),
        ("de", "Im Jahr 2017 waren es 400 Millionen Euro, und der Umschlag stieg um 90 Prozent."),
        ("fr", "En 2017, c'étaient 400 millions d'euros, et les passagers sont 90 % plus nombreux."),
        ("es", "En 2017 fueron 400 millones de euros. Los turistas han aumentado un 90 %."),
        ("pl", "W 2017 r. było to 400 mln euro, a liczba pasażerów wzrosła o 90 proc."),
        ("ru", "В 2017 году было 400 млн евро, а число пассажиров выросло на 90 %."),
        ("tr", "2017'de 400 milyon avroydu ve yolcu sayısı yüzde 90 arttı."),
        ("zh", "2017年为4亿元，同期旅客增加了90%。"),
        ("ja", "2017年は400億円で、乗客は90%増えた。"),
        ("ko", "2017년에는 4000억원이었고, 승객은 90% 늘었다."),
        # To the earlier sum, not from it
        ("en", "The market grew by 90% last year to 400m euros."),
        ("en", "It climbed by 50m euros between 2020 and 2021, to 400m euros."),
        # From another time than that of the sum
        ("en", "In 2017 it had 400m euros. Compared with the average, that is 90% more."),
    ],
)
def test_the_growth_of_other_things_is_let_be(lang: str, said: str, verdicts) -> None:
    assert ("change", "refuted") not in verdicts(lang, PLAN[lang] + said)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("In 2017 it had 400m euros. Rain fell. The bill has gone up by 90%.", []),  # two sentences on
        ("In 2017 it had 400m euros, in 2019 300m euros. The bill has gone up by 90%.", []),  # from which?
        (
            "In 2017 it had 400m euros. The bill has gone up by 50%, and fees by 90%.",
            [("change", "supported")],
        ),
        ("In 2026 it has 400m euros. The bill has gone up by 90%.", []),  # no earlier year
        ("In 2025 it had 400m euros. The bill has gone up by 90%.", [("change", "refuted")]),
        ("In 2017 it had 400m euros. The bill has gone up by 19%.", []),  # 50 %: too far off to be meant
        ("In 2017 it had 400m euros. The bill has gone up by 21%.", [("change", "refuted")]),
        ("In 2017 it had 400m euros, 200m euros less.", [("change", "supported")]),
        ("It rose from 400m euros this year to 600m euros next year, by 90%.", [("change", "refuted")]),
    ],
)
def test_the_sum_of_before_is_beside_the_change(said: str, found: list[tuple[str, str]], verdicts) -> None:
    assert verdicts("en", PLAN["en"] + said) == found


@pytest.mark.parametrize(
    ("lang", "said", "most"),
    [
        ("en", "This is more than the last two plans together: these had {} euros and 250m euros.", 700),
        ("en", "Never before was so much spent: in 2017 it was {} euros.", 800),
        ("de", "Noch nie gab es so viel: 2017 waren es {} Euro.", 800),
        ("fr", "C'est du jamais vu : en 2017, c'étaient {} d'euros.", 800),
        ("ru", "Столько не тратили ещё никогда прежде: в 2017 году было {} евро.", 800),
        ("tr", "Bu, şimdiye kadarki en yüksek tutar: 2017'de {} avroydu.", 800),
    ],
)
def test_a_record_is_held_against_what_its_text_tells(lang: str, said: str, most: int, verdicts) -> None:
    million = {"de": "{} Millionen", "fr": "{} millions", "ru": "{} млн", "tr": "{} milyon"}.get(lang, "{}m")
    told = [
        [verdict for kind, verdict in verdicts(lang, PLAN[lang] + said.format(million.format(value)))]
        for value in (300, most)
    ]
    assert told == [["supported"], ["refuted"]]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("It paid more than 150m euros to heirs in 2017.", []),  # a bound
        ("It is more than the 150m euros of 2017.", ["supported"]),  # four times as much
        ("It is more than the 149m euros of 2017.", []),  # not meant
        ("It is more than the 650m euros of 2017.", ["refuted"]),
        ("It is more than the 1.4bn euros of 2017.", ["refuted"]),
        ("It is more than the 1.6bn euros of 2017.", []),
        ("More than 3m passengers came, and the pier took 500m euros in 2017.", []),
    ],
)
def test_more_than_one_earlier_sum(said: str, found: list[str], verdicts) -> None:
    assert [verdict for _, verdict in verdicts("en", PLAN["en"] + said)] == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Ships get 300m euros, cranes 200m euros and tugs 100m euros.", ["supported"]),
        ("Each month that is 10m euros.", ["supported"]),
        ("Each month that is 14m euros.", ["refuted"]),
    ],
)
def test_other_things_told_of_a_sum(said: str, found: list[str], verdicts, checked) -> None:
    told = [
        each.finding.verdict
        for each in checked(PLAN["en"] + said, DAY, lang="en")
        if each.claim.start >= len(PLAN["en"]) - 1
    ]
    assert told == found


@pytest.mark.parametrize(
    ("lang", "said", "right", "wrong"),
    [
        (
            "en",
            "The budget falls from 90m euros to 60m euros next year; the cut comes to {} per cent.",
            33,
            20,
        ),
        (
            "fr",
            "Le port ramène son budget de 85 à 68 millions d'euros pour 2027, une baisse de {} %.",
            20,
            30,
        ),
        ("es", "El presupuesto pasa de 310 a 248 millones de euros, y la rebaja ronda el {} %.", 20, 35),
        ("cs", "Rozpočet se příští rok sníží ze 640 na 544 milionů korun. Úbytek činí {} procent.", 15, 25),
        (
            "tr",
            "Ödenek 1,60 milyar liradan 2,40 milyar liraya çıktı. Başkan yüzde {} artışı savundu.",
            50,
            80,
        ),
        ("ru", "Вложения урезали с 5,0 млрд до 3,5 млрд рублей, сразу на {} %.", 30, 45),
        ("zh", "预算从90亿元增加到120亿元，增幅达到{}%。", 33, 60),
        ("ja", "予算は90億円から120億円に増える。増加率は{}%だ。", 33, 60),
    ],
)
def test_a_change_is_one_from_what_was_left_to_what_is_reached(
    lang: str, said: str, right: int, wrong: int, verdicts
) -> None:
    assert verdicts(lang, said.format(right)) == [("change", "supported")]
    assert verdicts(lang, said.format(wrong)) == [("change", "refuted")]


@pytest.mark.parametrize(
    "said",
    [
        "The budget falls from 90m euros to 60m euros. Ticket sales fell by 20 per cent.",
        "The budget falls from 90m euros to 60m euros. The number of pupils fell by 20 per cent.",
        "The budget falls from 90m euros to 60m euros. Of that, roads get 20 per cent.",
        "It has debts of 60m to 90m euros. The cut comes to 20 per cent.",  # a range
        "The budget falls from 90m euros to 60m euros. It takes 5m euros. The cut comes to 20 per cent.",
    ],
)
def test_what_else_falls_is_let_be(said: str, verdicts) -> None:
    assert verdicts("en", said) == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        # up to two sentences with figures after the sum
        ("Contractors in the town will see 14m euros a month.", ["refuted"]),
        ("A ship costs 30m euros. Contractors in the town will see 14m euros a month.", []),
        # no more than 1.67 times what it should be, with the rounding of both
        ("Contractors in the town will see 16m euros a month.", ["refuted"]),
        ("Contractors in the town will see 18m euros a month.", []),
        ("Contractors in the town will see 9m euros a month.", []),  # it may be a part
    ],
)
def test_a_month_has_no_more_than_the_sum_allows(said: str, found: list[str], checked) -> None:
    text = "The port will spend 600m euros over five years. Quays get 150m euros (25%). "
    told = [each for each in checked(text + said, DAY, lang="en") if each.claim.kind == "annual_amount"]
    assert [each.finding.verdict for each in told] == found


@pytest.mark.parametrize(
    ("said", "rise"),
    [
        ("In 2017 and 2018 it had 300m euros and 400m euros.", 50),  # listed: the second one, too
        ("In 2017 it had 300m euros, for roads and sidings 400m euros.", None),
    ],
)
def test_sums_of_a_list_are_of_one_time(said: str, rise: int | None, verdicts) -> None:
    found = verdicts("en", f"{PLAN['en']}{said} The bill has gone up by 50%.")
    assert found == ([] if rise is None else [("change", "supported")])


def test_an_earlier_sum_that_is_borne_out_accuses_nobody(verdicts) -> None:
    last = "The last plan had 400m euros over four years, or 100m euros a year."
    assert verdicts("en", f"{last} In 2009 it had 300m euros. Now the bill is up by 90%.") == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("In 2025 gold cost 1,000 euros. It now costs 1,100 euros, and silver is up 10% to 33 euros.", []),
        ("In 2025 gold cost 1,000 euros. It now costs 1,100 euros, up 10%.", ["supported"]),
        ("In 2025 oil cost 100 euros, now 90 euros. A 10 euros increase hurts.", []),  # it fell
        ("In 2025 oil cost 90 euros, now 100 euros. It is up 10 euros.", ["supported"]),
        ("In 2025 the port had 190m euros, 85m euros less. It now has 275m euros.", ["supported"]),
        ("Its shares fell 6% last year to 31 euros, from 33 euros.", ["supported"]),
        ("Its shares cost 33 euros. The index fell 6% last year to 31 euros.", []),
    ],
)
def test_a_change_that_fits_by_chance_is_none(said: str, found: list[str], verdicts) -> None:
    assert [verdict for kind, verdict in verdicts("en", said) if kind == "change"] == found


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        # a year's money of the sum in its own currency
        (
            "da",
            "Prisen er 960 mio. kr., cirka 129 mio. euro, fordelt over seks år, dvs. 160 mio. kr. årligt.",
            [("equivalence", "supported"), ("annual_amount", "supported")],
        ),
        # a share of a sum to come in the text, but not of one of before
        (
            "en",
            "Half of the money, 2bn euros, is for quays. The port will spend 4bn euros on them.",
            [("share", "supported")],
        ),
        ("en", "A third of the money, 2bn euros, is for quays. The last plan had 3.1bn euros.", []),
    ],
)
def test_what_else_is_told_of_sums_beside(
    lang: str, text: str, found: list[tuple[str, str]], checked
) -> None:
    told = [(each.claim.kind, each.finding.verdict) for each in checked(text, date(2024, 5, 6), lang=lang)]
    assert told == found
