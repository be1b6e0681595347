"""Figures of an announcement that fail: where they can be told of nothing else, and where they can."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2026, 6, 15)
PLAN = "The port will spend 600m euros over five years, 120m euros a year. "
UNBORNE = "The port will spend 600m euros over five years. "
BEFORE = "The last plan had 400m euros"


@pytest.fixture
def refuted(checked):
    """The kinds of the claims of a text that fail."""
    return lambda text: [each.claim.kind for each in checked(text, DAY) if each.finding.verdict == "refuted"]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("90m euros is set aside, or 30%, for quays.", True),  # it is 15 %
        ("90m euros is then set aside, or 30%, for quays.", False),
        ("90m euros is set aside, or 37%, for quays.", True),
        ("90m euros is set aside, or 39%, for quays.", False),  # too far off to be meant
        ("90m euros is set aside, or 6%, for quays.", True),
        ("90m euros is set aside, or 5%, for quays.", False),
        ("90m euros is set aside, or 30% of the total.", True),
        ("90m euros is set aside, or 30% of the total of a bank.", False),
        ("90m euros, half of the rest, is set aside.", False),
        ("90m euros is set aside, or 60%, for quays.", False),  # as of the 150m
        ("90m euros is set aside, or 20%, for quays.", False),  # as of what is left without them
        ("90m euros is set aside, or 75%, for quays.", False),  # the two make all of a third thing
        ("500m euros is set aside, or 99%, for quays.", True),
        ("500m euros is set aside, or 100%, for quays.", False),
        ("590m euros is set aside, or 50%, for quays.", True),
        ("600m euros is set aside, or 50%, for quays.", False),
    ],
)
def test_a_share_right_beside_its_part_is_one_of_the_sum(said: str, found: bool, refuted) -> None:
    quarter = "A quarter, 150m euros, goes to ferries, and "
    assert refuted(PLAN + quarter + said) == ["share"] * found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Tugs get 90m euros, 3.1% of the total.", True),  # it is 15 %
        ("Tugs get 90m euros, 2.9% of the total.", False),  # too far off to be meant
        ("Tugs get 90m euros, 5% of the total of a bank.", False),
        ("Tugs get 90m euros, 5%.", False),  # of what?
        ("90m euros may mend old tugs, which is 4% of the total.", True),
        ("90m euros may mend big old tugs for travellers, which is 4% of the total.", False),
        ("Sales of tugs were 90m euros, 40% of the total.", False),
        ("Tugs benefit from 40% of the total, the equivalent of 90m euros.", True),
        ("Tugs benefit from 15% of the total, the equivalent of 90m euros.", False),
        ("The rate goes up to 40%, the equivalent of 90m euros.", False),
    ],
)
def test_a_share_told_to_be_of_the_whole_may_be_far_off(said: str, found: bool, refuted) -> None:
    assert refuted(PLAN + "A quarter, 150m euros, goes to ferries. " + said) == ["share"] * found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("That is 40% of the total.", True),  # 15 %
        ("That is 15% of the total.", False),
        ("That is for the church 40% of the total.", False),
        ("That is 40% of the total of a bank.", False),
        ("That is 40%.", False),
        ("Tugs alone are 40% of the total.", False),
        ("It is a big sum. That is 40% of the total.", False),
        ("That is 40% of last year's total.", False),
        ("That is 40% of the total for tugs.", False),
    ],
)
def test_a_share_of_the_whole_may_be_that_of_the_amount_just_named(said: str, found: bool, refuted) -> None:
    assert refuted(f"{PLAN}A quarter, 150m euros, goes to ferries. Tugs get 90m euros. {said}") == (
        ["share"] * found
    )


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (", so the sum is up 90%.", True),  # it is 50 %
        (", and the sum is up 90%.", True),
        (", and the sum is, all told, up 90%.", True),
        (", and the price of steel rose 90%.", False),
        (", and visitors rose 90%.", False),
        (", and visitors rose in that time 90%.", False),
        (", while it rose by 50%.", False),
        (", so there is 90% more.", True),  # it concludes
        (", so there are 90% more visitors.", False),
        (", so there is 90m euros more.", True),  # it is 200m
        (", so there is 70m euros more.", False),  # too far off
        (", so the sum triples.", True),
        (". That is three times as much.", True),
        (". There were three times more visitors.", False),
        (". Ferries got 300m euros. That is three times as much.", False),  # of which of the two?
        (", and the sum is big big big up 90%.", True),
        (", up 90%.", True),
        (", so the old town is up 90%.", True),  # of what else, in a text about one sum?
        (". The budget rises 70%.", True),
        (". Copper rose 70%.", False),
        (". The price of steel rose 70%.", False),
        (", so there is 400m euros more.", True),  # 200m
        (", so there is 200m euros more.", False),
    ],
)
def test_a_change_is_one_from_the_only_sum_of_before(said: str, found: bool, refuted) -> None:
    assert refuted(PLAN + BEFORE + said) == ["change"] * found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Of 400m euros was the last plan, and that rises by 15%.", True),
        ("Of 400m euros was the last plan, and that rises by 14%.", False),
        ("Of 400m euros was the last plan, and that rises by 165%.", True),
        ("Of 400m euros was the last plan, and that rises by 175%.", False),
        ("The master dreams of three and a half times the 400m euros.", True),
        ("The master dreams of four times the 400m euros.", False),
    ],
)
def test_a_change_is_not_far_off_nor_far_away(said: str, found: bool, refuted) -> None:
    assert refuted(PLAN + said) == ["change"] * found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Each year 200m euros will flow.", False),
        ("Each year 200m euros, said the master.", True),
        ("Each year 200m euros goes to ferries.", False),
        ("Each year 200m euros are spent on ferries.", False),
        ("Each year there comes 200m euros, said the master.", True),
        ("Each year there soon comes 200m euros, said the master.", False),
        ("So 200m euros a year gladly invested.", True),
        ("So 200m euros a year very gladly invested.", False),
        ("So 200m euros a year, and for the church 80m euros.", True),
        ("So 200m euros a year, and for the church 80m euros a year.", False),
        ("The loan of 1m euros runs for eleven months. So 200m euros a year, said the master.", True),
        ("The loan of 1m euros runs for two years. So 200m euros a year, said the master.", False),
        ("The loan of 1m euros runs for two years. It is 1m. So 200m euros a year, said the master.", True),
        (
            "The loan of 1m euros runs for three years. It is 1m. So 200m euros a year, said the master.",
            False,
        ),
        ("So 200m euros a year, said the master, for three years.", False),
        ("The port pays 200m euros a year.", False),
        ("The port will spend 200m euros a year.", True),
        ("The church will spend 200m euros a year.", False),
        ("The port will spend 200m euros a year on the church.", False),
        ("Each year the port will spend 200m euros.", True),
        ("Each year the port will on the church spend 200m euros.", True),
        ("Each year the port will on the very old church spend 200m euros.", False),
        ("Each year the port pays its men 200m euros.", False),
        ("In each of the five years 200m euros will be spent.", True),
        ("Every twelve months 200m euros will be spent.", True),
        ("Each year 70m euros, said the master.", False),  # too far off
        ("Each year 71m euros, said the master.", True),
        ("Each year 205m euros, said the master.", False),
        ("Each year a further 200m euros, said the master.", False),
        ("Today it is 200m euros a year.", False),
        ("Each year 200m euros and for ferries 20m euros a year.", False),
    ],
)
def test_the_money_of_a_year_is_that_of_the_only_sum(said: str, found: bool, refuted) -> None:
    assert refuted(f"{UNBORNE}Ferries get 150m euros (25%). {said}") == ["annual_amount"] * found


def test_the_span_of_the_sum_is_that_beside_it(refuted) -> None:
    plan = "The port, more than 30 years old, will spend 600m euros over five years from 2027-28. "
    assert refuted(f"{plan}Ferries get 150m euros (25%). Each year 200m euros, said the master.") == [
        "annual_amount"
    ]


def test_what_no_figure_bears_out_accuses_nobody(refuted) -> None:
    said = f"{BEFORE}, {{}}there is 400m euros more."
    assert refuted(PLAN + said.format("so ")) == ["change"]
    assert refuted(UNBORNE + said.format("so ")) == ["change"]  # which is drawn from it
    assert refuted(UNBORNE + said.format("")) == []


# The rest, another thing's growth, another payer.
LET_BE = """\
Der Hafen gibt in fünf Jahren 600 Mio. Euro aus, 120 Mio. Euro im Jahr. 150 Mio. Euro (25 %) bekommen die
Fähren, die Hälfte des Rests, 225 Mio. Euro, die Kais. Das vorige Programm hatte 400 Mio. Euro, und der
Preis für Stahl stieg seither um 35 %.

Le port dépensera 600 millions d'euros en cinq ans, soit 120 millions par an. Un quart, 150 millions, va
aux bacs ; la moitié du reste, 225 millions, aux quais. Le plan précédent avait 400 millions d'euros, et
le nombre de passagers a triplé depuis.

Порт потратит 600 млн евро за пять лет, по 120 млн евро в год. Четверть, 150 млн евро, получат паромы,
половину оставшихся средств, 225 млн евро, — причалы. Предыдущий план имел 400 млн евро, а цена стали за
это время выросла на 35 %.

Liman beş yılda 600 milyon avro harcayacak, yılda 120 milyon avro. Dörtte biri, 150 milyon avro,
feribotlara; kalan paranın yarısı, 225 milyon avro, rıhtımlara. Önceki plan 400 milyon avroydu ve yolcu
sayısı bu sürede yüzde 22 arttı.

港口五年内投入6亿元，每年1.2亿元。四分之一，即1.5亿元，用于渡轮；余下资金的一半，即2.25亿元，用于码头。上一期计划为4亿元，同期旅客人数增加了22%。
"""

WRONG_SHARE = """\
Der Hafen gibt in fünf Jahren 600 Mio. Euro aus, 120 Mio. Euro im Jahr. Für die Fähren sind 150 Mio. Euro
vorgesehen, also 40 Prozent.

Le port dépensera 600 millions d'euros en cinq ans, soit 120 millions par an. Pour les bacs, il y a 150
millions d'euros, soit 40 % de l'ensemble.

Порт потратит 600 млн евро за пять лет, по 120 млн евро в год. На паромы выделено 150 млн евро, то есть 40
%.

港口五年内投入6亿元，每年1.2亿元。渡轮方面安排1.5亿元，占总额的40%。

Liman beş yılda 600 milyon avro harcayacak, yılda 120 milyon avro. Feribotlara 150 milyon avro, yani yüzde
40, ayrıldı.

El puerto gastará 600 millones de euros en cinco años, 120 millones al año. Los muelles absorberán 60
millones, lo que supone el 40 % del conjunto.

Port wyda 600 mln euro w ciągu pięciu lat, po 120 mln euro rocznie. Na holowniki pójdzie 30 mln euro – co
stanowi 20 proc. całości.

A kikötő öt év alatt 600 millió eurót költ, évi 120 milliót. A vontatók 30 millió eurót kapnak, ami a teljes
összeg 20 százaléka.

Der Hafen gibt in fünf Jahren 600 Mio. Euro aus, 120 Mio. Euro im Jahr. Für Schlepper sind 30 Mio. Euro
vorgesehen, was 20 Prozent der Gesamtsumme entspricht.

항만은 5년간 6000억원을 들여 해마다 1200억원을 쓴다. 예인선에는 300억원이 들며, 이는 전체의 20%에 해당한다.

सरकार पाँच साल में बंदरगाह पर 600 करोड़ रुपये ख़र्च करेगी, यानी हर साल 120 करोड़ रुपये। नावों को 30 करोड़ रुपये मिलेंगे, जो
कुल राशि का 20 प्रतिशत है।
"""


@pytest.mark.parametrize("text", LET_BE.split("\n\n"))
def test_true_figures_of_other_things_are_let_be(text: str, refuted) -> None:
    assert refuted(text) == []


@pytest.mark.parametrize(
    ("told", "kinds"), [("Kalustoon varatuista 70 miljoonasta puolet", []), ("Tästä puolet", ["share"])]
)
def test_a_share_of_a_number_right_before_it_is_none_of_the_sum(told: str, kinds: list[str], refuted) -> None:
    plan = "Satama käyttää laitureihin 180 miljoonaa euroa viidessä vuodessa eli 36 miljoonaa euroa vuodessa."
    assert (
        refuted(f"{plan} Summasta neljäsosa, 45 miljoonaa euroa, menee lauttoihin. {told}, 35 miljoonaa.")
        == kinds
    )


@pytest.mark.parametrize("text", WRONG_SHARE.split("\n\n"))
def test_a_wrong_share_is_told_in_many_languages(text: str, refuted) -> None:
    assert refuted(text) == ["share"]


GRANTS = f"{PLAN}Grants get 150m euros (25%). Loans get 60m euros (10%). "


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("Of the grants that the town gives, 40%, or 60m euros, go to ferries.", []),  # of the 150m
        ("Of the grants that the town gives, 20%, or 60m euros, go to ferries.", ["share"]),
    ],
)
def test_a_share_that_fails_of_the_sum_may_be_one_of_a_part(said: str, kinds: list[str], refuted) -> None:
    assert refuted(GRANTS + said) == kinds


def test_of_a_part_a_part_is_told_in_the_same_sentence(refuted) -> None:
    boiler = "The new quay takes 240m euros, 40% of the money, of which the bank gives 15% or {} euros."
    assert refuted(PLAN + boiler.format("36m")) == []
    assert refuted(PLAN + boiler.format("150m")) == ["share"]


def test_what_a_time_that_is_over_had_is_not_what_the_text_is_about(refuted) -> None:
    text = "Fourfold: that is what the effort makes of the plan of 2023 to 2025, which had 150m euros.\n\n"
    assert refuted(f"{text}The port will spend 600m euros over five years, 120m euros a year.") == []


@pytest.mark.parametrize(
    ("plan", "less"),
    [
        ("Le port dépensera 300 millions d'euros en cinq ans, {}.", "deux fois moins que les {} millions"),
        ("El puerto gastará 300 millones de euros en cinco años, {}.", "dos veces menos que los {} millones"),
    ],
)
def test_so_many_times_less_is_a_fall(plan: str, less: str, refuted) -> None:
    of_before = less + {"L": " d'euros du plan précédent", "E": " de euros del plan anterior"}[plan[0]]
    assert refuted(plan.format(of_before.format(600))) == []
    assert refuted(plan.format(of_before.format(1100))) == ["change"]


PLANS = {
    "de": "Der Hafen gibt in fünf Jahren 600 Millionen Euro aus, das sind 120 Millionen Euro im Jahr. ",
    "ro": "Portul va cheltui 600 de milioane de euro în cinci ani, adică 120 de milioane de euro pe an. ",
    "pl": "Port wyda w ciągu pięciu lat 600 mln euro, czyli 120 mln euro rocznie. ",
    "da": "Havnen bruger 600 millioner euro over fem år, altså 120 millioner euro om året. ",
    "fr": "Le port dépensera 600 millions d'euros en cinq ans, soit 120 millions d'euros par an. ",
    "cs": "Přístav vydá během pěti let 600 milionů eur, tedy 120 milionů eur ročně. ",
    "en": PLAN,
}


@pytest.mark.parametrize(
    ("language", "said", "found"),
    [
        ("en", "90m euros goes into quays, or 30% of the construction costs.", True),
        ("en", "90m euros goes into quays, or 15% of the construction costs.", False),
        ("en", "90m euros goes into quays, or 30% of the construction costs of a town.", False),
        ("en", "Quays get 30% of the total, specifically 90m euros.", True),
        ("en", "Quays get 30% of the total, and the town, specifically, 90m euros.", False),
        ("de", "Auf Kais entfallen 90 Millionen Euro, also 30 Prozent der Baukosten.", True),
        ("de", "Auf Kais entfallen 90 Millionen Euro, also 30 Prozent der Baukosten in Kiel.", False),
        ("ro", "Cheiurilor le revin 90 de milioane de euro, 30% din valoarea programului.", True),
        ("ro", "Cheiurilor le revin 90 de milioane de euro, 30% din valoarea cheiurilor.", False),
        ("cs", "Na mola půjde 30 % z celkového objemu, konkrétně 90 milionů eur.", True),
        ("cs", "Na mola půjde 15 % z celkového objemu, konkrétně 90 milionů eur.", False),
    ],
)
def test_a_whole_is_named_by_what_it_pays_for(language: str, said: str, found: bool, refuted) -> None:
    assert refuted(PLANS[language] + said) == ["share"] * found


@pytest.mark.parametrize(
    ("language", "said", "found"),
    [  # words that begin like one for a debt, a loss, a profit
        (
            "da",
            "Planen gælder også moler, som får 90 millioner euro, altså 30 procent af det samlede beløb.",
            True,
        ),
        (
            "da",
            "Gælden falder, og moler får 90 millioner euro, altså 30 procent af det samlede beløb.",
            False,
        ),
        ("pl", "Zgodnie ze strategią mola zyskają 90 mln euro, czyli 30 proc. całej sumy.", True),
        ("pl", "Straty portu to 90 mln euro, czyli 30 proc. całej sumy.", False),
        ("fr", "Les quais en profiteront à hauteur de 90 millions d'euros, soit 30 % du total.", True),
        ("fr", "Le profit des quais est de 90 millions d'euros, soit 30 % du total.", False),
    ],
)
def test_a_measure_is_no_verb(language: str, said: str, found: bool, refuted) -> None:
    assert refuted(PLANS[language] + said) == ["share"] * found


@pytest.mark.parametrize(
    ("heading", "said", "found"),
    [
        ("80% more money for quays", "", True),  # it is 50 %
        ("50% more money for quays", "", False),
        ("Quays get 80% more money", "", True),
        ("80% more money for boatmen", "", False),
        ("80% more boats at quays", "", False),
        ("80% more money for quays", " Crews get 80% more.", False),
        ("80% more money for quays", " Crews get 90m euros, after 50m euros.", False),
    ],
)
def test_a_heading_tells_what_there_is_more_of(heading: str, said: str, found: bool, refuted) -> None:
    plan = PLAN.replace("600m euros", "600m euros on quays")
    assert refuted(f"{heading}\n\n{plan}{BEFORE}.{said}") == ["change"] * found


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("Tugs get 90m euros or 30%, and quays 9m euros or 10.6%.", []),  # of what each may have
        ("Tugs get 90m euros or 30%, and quays get the rest.", ["share"]),
    ],
)
def test_shares_of_two_sums_that_fail_may_be_of_two_others(said: str, kinds: list[str], refuted) -> None:
    assert refuted(PLAN + said) == kinds
