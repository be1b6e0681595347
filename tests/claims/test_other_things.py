"""What announcements tell beside their sum that is of another thing, and accuses nobody."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        # from 400m in four years to 900m in six: 100m and 150m a year
        (
            (
                "It will spend 900m euros in six years. The last plan had 400m euros in four years, so "
                "that the annual budget rises by 50%."
            ),
            [],
        ),
        (
            (
                "It will spend 900m euros in six years. The last plan had 400m euros, so that the budget "
                "rises by 50%."
            ),
            ["refuted"],
        ),
        (
            (
                "Die Stadt gibt in sechs Jahren 900 Mio. Euro aus. Der letzte Plan hatte 400 Mio. Euro "
                "in vier Jahren, die jährlichen Mittel steigen also um 50 %."
            ),
            [],
        ),
        (
            (
                "El plan destinará 900 millones de euros en seis años. El plan anterior sumó 400 "
                "millones, es decir, 100 millones al año, de modo que la dotación anual crece un 50 %."
            ),
            ["not_enough_info"],
        ),
        # a rise of each year is none between the first sum and the last
        ("Trade grew from 100bn euros in 2010 to 200bn euros in 2024, an average annual increase of 5%.", []),
        ("Trade grew from 100bn euros in 2010 to 200bn euros in 2024, an increase of 5%.", ["refuted"]),
        ("Der Handel wuchs von 100 Mrd. Euro auf 200 Mrd. Euro, ein jährliches Plus von 5 Prozent.", []),
        ("Der Handel wuchs von 100 Mrd. Euro auf 200 Mrd. Euro, ein Plus von 5 Prozent.", ["refuted"]),
        ("Ticaret 100 milyar avrodan 200 milyar avroya çıktı, yıllık ortalama yüzde 5 arttı.", []),
        ("Ticaret 100 milyar avrodan 200 milyar avroya çıktı, yüzde 5 arttı.", ["refuted"]),
        ("ארצות סחרו ב-100 מיליארד אירו והסחר גדל ל-200 מיליארד אירו, גידול שנתי ממוצע של 5%.", []),
        ("贸易额由1000亿欧元增长至2000亿欧元，年均增长5%。", []),
        ("贸易额由1000亿欧元增长至2000亿欧元，增长5%。", ["refuted"]),
        ("무역액은 1000억 유로에서 2000억 유로로 늘어 연평균 5% 증가했다.", []),
        ("무역액은 1000억 유로에서 2000억 유로로 늘어 5% 증가했다.", ["refuted"]),
        ("貿易額は1000億ユーロから2000億ユーロに増え、年平均5%増となった。", []),
    ],
)
def test_a_change_of_each_year_is_none_of_the_sums(text: str, verdicts: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text)] == verdicts


PLAN = "The city will spend 600m euros in five years, 120m euros a year."


@pytest.mark.parametrize(
    ("said", "verdicts"),
    [
        # of another thing, from which it is too far
        ("The new bridge takes 35%, or 90m euros.", ["refuted"]),  # it is 15 %
        ("The new bridge takes 40%, or 90m euros.", []),
        ("Trams take 90m euros, of which the state pays 60%, 54m euros.", ["supported"]),
        # what somebody wants, where the text tells what it is
        ("The union finds that too little: 180m euros a year are needed.", []),
        ("That makes 180m euros a year.", []),  # it is told already
    ],
)
def test_what_is_far_from_the_sum_is_told_of_another(said: str, verdicts: list[str], checked) -> None:
    found = [claim.finding.verdict for claim in checked(f"{PLAN} {said}")]
    assert found == ["supported", *verdicts]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        # numbers that may be money, whose name is left out
        (
            (
                "La ciudad destinará 360 millones de euros en cuatro años. El albergue cuesta 22 "
                "millones, de los que un socio pone la mitad, 110 millones."
            ),
            [],
        ),
        (
            (
                "La ciudad destinará 360 millones de euros en cuatro años. El albergue recibe la mitad, "
                "110 millones."
            ),
            ["refuted"],
        ),
        # of a year's money just named
        (
            (
                "La région consacrera 600 millions d'euros à ses trains en six ans. Les frais se montent à "
                "310 millions d'euros par an, dont 30 %, soit 93 millions, viennent des billets."
            ),
            ["supported"],
        ),
        # what is left, and does something
        (
            (
                "La regione stanzia 350 milioni di euro: il 70 per cento, 245 milioni, va alle case; i "
                "restanti 105 milioni andranno alle scuole, e un terzo di questi, 35 milioni, ai licei."
            ),
            ["supported", "supported", "supported"],
        ),
        # a clause of its own, and what is more than another sum
        (
            (
                "The club gets 800m euros in four years. Its budget will be 500m euros, and the stake of "
                "the sponsor in it is 40%."
            ),
            [],
        ),
        (
            (
                "The fund has 37.8bn euros for two years. It stands 3.2bn euros (9.25%) above the total "
                "once foreseen."
            ),
            [],
        ),
        ("The fund has 37.8bn euros for two years. Roads get 3.2bn euros (9.25%).", ["refuted"]),
        ("It gets 800m euros in four years. It will have 500m euros, and sponsors are 40%.", ["refuted"]),
        ("It gets 800m euros in four years. It will have 500m euros, and big sponsors are 40%.", []),
        # Hindi gives each so much by saying a number twice
        (
            (
                "कंपनी चार वर्षों में 1,200 करोड़ रुपये का निवेश करेगी। पहले दो वर्षों में 200-200 करोड़ "
                "रुपये और बाद के दो वर्षों में 400-400 करोड़ रुपये लगेंगे, यानी औसतन 300 करोड़ रुपये "
                "सालाना।"
            ),
            ["supported"],
        ),
        # the day's rise of a price is no share of the next one
        ("LME期锌涨2.38%报2643美元/吨，LME期镍跌0.74%报16175美元/吨。", []),
        (
            "서울시는 1600억 원을 편성했다. 이 가운데 1520억 원이 쓰여 집행률은 95%였고, 80억 원은 남았다.",
            ["supported", "supported"],
        ),
    ],
)
def test_a_share_is_one_of_what_its_own_clause_tells(text: str, verdicts: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text)] == verdicts


@pytest.mark.parametrize(
    ("said", "verdicts"),
    [
        # 21m is about a third of the 57m of before, and 25 % of the 84m
        ("El depósito recibe 21 millones, un tercio del total.", ["refuted"]),
        ("El depósito recibe 21 millones, un cuarto del total.", ["supported"]),
        ("El depósito recibe 21 millones, un tercio.", []),  # of which of them?
        ("El depósito recibe 21 millones, un tercio del total de la provincia.", []),
    ],
)
def test_a_share_of_the_total_is_none_of_a_part_of_it(said: str, verdicts: list[str], checked) -> None:
    plan = "La ciudad invertirá 84 millones de euros en seis años, 14 millones al año."
    said = f"El plan anterior tuvo 63 millones. {said}"
    assert [claim.finding.verdict for claim in checked(f"{plan} {said}")] == ["supported", *verdicts]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        # two payers, and one sum told by its week
        ("每个托位政府每年补贴3600元，每个孩子个人月均托费约为3000元。", []),
        ("It pays 3,600 euros a year, or 3,000 euros a month.", ["refuted"]),
        ("It pays 3,600 euros a year, about 300 euros a month.", ["supported"]),
        ("It pays 3,600 euros a year, or roughly some say 3,000 euros a month.", ["refuted"]),
        ("It pays 3,600 euros a year, or roughly some people say 3,000 euros a month.", []),
        # a row of a table is no list
        ("Plates 20m euros. Road tax 4.5m euros 4.5m euros in all 478m euros 474m euros.", []),
        ("Road tax is 4.5m euros and plates 5m euros, in all 478m euros.", ["refuted"]),
        # what a rise comes to is no part of a sum
        ("It had 600,000 euros. The increase of its wealth, then, was 318,000 euros, or 46%.", []),
        ("It had 600,000 euros. The share of the heir, then, was 318,000 euros, or 46%.", ["refuted"]),
        # "in all" takes in what was told before
        ("Lo zio ha 150mila euro. Ai due figli vanno 400mila euro a testa. In totale 1150mila euro.", []),
        ("Ai due figli vanno 400mila euro a testa. In totale 1150mila euro.", ["refuted"]),
        # more than in a year, and what somebody else pays
        ("Ha 240mila euro, 20mila in più del 2019, grazie alla regione, che ne paga 150mila euro.", []),
    ],
)
def test_figures_side_by_side_are_not_of_each_other(text: str, verdicts: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text)] == verdicts
