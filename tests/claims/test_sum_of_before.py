"""What a text tells beside the sum of before: a rise with an aside, a difference, a rise with no subject
of its own, a comparison that begins its sentence."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2026, 6, 15)
PLAN = "The city will spend 12bn euros over six years. A quarter of the money, 3bn euros, is for depots. "


@pytest.fixture
def verdicts(checked):
    """The kind and verdict of each claim of a text but the first, which bears its sum out."""
    return lambda text: [(each.claim.kind, each.finding.verdict) for each in checked(text, DAY)][1:]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The old plan had 8bn euros; the increase, as the mayor noted, comes to 50%.", ["supported"]),
        ("The old plan had 8bn euros; the increase, as the mayor noted, comes to 75%.", ["refuted"]),
        ("The plan for 2021-2025 had 8bn euros; the increase, as he noted, comes to 50%.", ["supported"]),
        ("The old plan had 8bn euros; the increase, as the mayor noted, hits 75% of fares.", []),
        ("The old plan had 8bn euros; the increase in fares, as the mayor noted, comes to 75%.", []),
        ("The old plan had 8bn euros; the increase, mostly in wages, was 75% for drivers.", []),
        ("Compared with the old plan, which had 8bn euros, it is an increase of 75%.", ["refuted"]),
        ("Compared with the old plan, which had 8bn euros, an increase of 75% in fares.", []),
        ("The port had 8bn euros; the share of women, as the mayor noted, comes to 50%.", []),
        ("The port had 8bn euros; women, as the mayor noted, come to 50%.", []),
    ],
)
def test_a_rise_with_an_aside_is_no_share(said: str, found: list[str], verdicts) -> None:
    assert verdicts(PLAN + said) == [("change", each) for each in found]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The package exceeds the first phase, which used up 8bn euros, by 4bn euros.", ["supported"]),
        ("The first round came to just 8bn euros; the second is 4bn euros larger.", ["supported"]),
        ("The first round came to just 8bn euros. The second is 4bn euros larger.", ["supported"]),
        ("The first round came to just 8bn euros; the second is 4.1bn euros larger.", ["supported"]),
        ("The first round came to just 8bn euros; the second is 4.2bn euros larger.", []),
        ("The first round came to just 8bn euros; the second hands out 4bn euros.", []),
        ("The first round came to just 8bn euros; the second hands out more than 4bn euros.", []),
        ("The first round came to just 8bn euros; it will rise, and roads get some 4bn euros.", []),
        (
            "Rails get 8bn euros. Ports are 4bn euros larger than in May, at 9bn euros.",
            [],
        ),
    ],
)
def test_a_difference_is_one_to_any_sum_beside_it_that_fits(said: str, found: list[str], verdicts) -> None:
    assert verdicts(PLAN + said) == [("change", each) for each in found]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The original budget for depots was 4bn euros, 1bn euros more than now.", ["supported"]),  # the 3bn
        ("The original budget was 8bn euros, 2bn euros less.", ["refuted"]),
        ("The original budget was 8bn euros, 4bn euros less.", ["supported"]),
    ],
)
def test_a_difference_from_a_part_accuses_nobody(said: str, found: list[str], verdicts) -> None:
    assert verdicts(PLAN + said) == [("change", each) for each in found]


PLANS = {
    "en": PLAN,
    "es": "La ciudad gastará 12.000 millones de euros en seis años. Una cuarta parte del dinero, 3.000 "
    "millones de euros, es para cocheras. ",
    "ru": "Город потратит 12 млрд рублей за шесть лет. Четверть денег, или 3 млрд рублей, пойдёт на депо. ",
    "th": "เมืองจะใช้งบ 12,000 ล้านบาทในเวลาหกปี โดยหนึ่งในสี่ของเงิน หรือ 3,000 ล้านบาท เป็นค่าโรงเก็บรถ ",
    "ms": "Bandar itu akan membelanjakan RM12 bilion dalam tempoh enam tahun. Suku daripada wang itu, iaitu "
    "RM3 bilion, untuk depoh. ",
    "ja": "市は6年間で1200億円を投じる。このうち4分の1の300億円は車両基地に充てる。",
}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "Первая очередь стоила всего 8 млрд рублей; вторая больше на 4 млрд рублей."),
        (
            "es",
            "La primera ronda sumó 8.000 millones de euros; la segunda es mayor en 4.000 millones.",
        ),
        ("th", "งบก้อนนี้สูงกว่าระยะแรกซึ่งใช้ไป 8,000 ล้านบาท อยู่ 4,000 ล้านบาท"),
        ("ms", "Pusingan pertama hanya RM8 bilion; pusingan kedua lebih besar sebanyak RM4 bilion."),
        ("ja", "2024年の想定より400億円多い。当時は事業費を800億円と見込んでいた。"),
    ],
)
def test_a_difference_is_found_in_whatever_language(language: str, said: str, verdicts) -> None:
    assert verdicts(PLANS[language] + said) == [("change", "supported")]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        # what "we" do is of the sum that the sentence compares with
        ('"Compared with the last plan, which had 8bn euros, we are going up 75%," he said.', ["refuted"]),
        ('"Compared with the last plan, which had 8bn euros, we are going up 50%," he said.', ["supported"]),
        ('"Compared with the last plan, which had 8bn euros, we pay nurses 75% more," he said.', []),
        ('"Compared with the last plan, which had 8bn euros, nurses are up 75%," he said.', []),
        ('"Compared with the last plan, which had 8bn euros, our fares are up 75%," he said.', []),
        ('"Compared with the last plan, which had 8bn euros, we are going up 75% in wages," he said.', []),
        # "above that"
        ('"The last plan had 8bn euros, and now we are going 75% above that," he said.', ["refuted"]),
        ('"The last plan had 8bn euros, and now we are going 50% above that," he said.', ["supported"]),
        ('"The last plan had 8bn euros, and now we are going 75% above the national mean," he said.', []),
    ],
)
def test_what_we_do_is_of_the_sum_of_before(said: str, found: list[str], verdicts) -> None:
    assert verdicts(PLAN + said) == [("change", each) for each in found]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("前回計画は800億円だったため、一気に3倍に増やすことになる。", ["refuted"]),
        ("前回計画は800億円だったため、人件費を3倍に増やすことになる。", []),
        ("前回計画は800億円だったため、運賃は3倍になる。", []),
        ("前回計画は800億円だったため、運賃3倍になる。", []),
    ],
)
def test_a_japanese_clause_that_names_nothing_is_of_the_sum(said: str, found: list[str], verdicts) -> None:
    assert verdicts(PLANS["ja"] + said) == [("change", each) for each in found]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("종전 계획의 사업비는 8조원이었는데, 철강값 상승과 역 4곳 추가로 75% 늘었다.", []),
        ("종전 계획의 사업비는 8조원이었는데, 철강값 상승과 역 4곳 추가로 50% 늘었다.", ["supported"]),
        ("종전 계획의 사업비는 8조원이었는데, 역 4곳 추가로 운임이 75% 늘었다.", []),
        ("종전 계획의 사업비는 8조원이었는데, 역 4곳 추가로 운임 75% 늘었다.", []),
    ],
)
def test_a_korean_clause_that_names_nothing_is_of_the_sum(said: str, found: list[str], verdicts) -> None:
    plan = "시는 6년간 전차에 12조원을 투입한다. 이 가운데 4분의 1인 3조원은 차고에 쓴다. "
    assert verdicts(plan + said) == [("change", each) for each in found]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("A slice of 25%, 1.8bn euros, goes to solar plants.", ["refuted"]),
        ("A slice of 15%, 1.8bn euros, goes to solar plants.", ["supported"]),
        ("A fifth of the cost, and that is 4bn euros, will be met by a grant.", ["refuted"]),
        ("A fifth of the cost, and roads get 4bn euros, will be met by a grant.", []),
        ("25% of loans, 1.8bn euros, are for solar plants.", []),
    ],
)
def test_a_share_and_the_amount_that_says_it_again(said: str, found: list[str], verdicts) -> None:
    assert verdicts(PLAN + said) == [("share", each) for each in found]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("大半は軌道に使い、20%の120億円は停留所に使う。", ["refuted"]),
        ("大半は軌道に使い、10%の120億円は停留所に使う。", ["supported"]),
        ("大半は軌道に使い、市債の20%の120億円は停留所に使う。", []),
        ("利率は2%の12億円を借りる。", []),
        ("大半は軌道に使い、10%分の120億円は停留所に使う。", ["supported"]),
    ],
)
def test_a_japanese_share_right_before_its_amount(said: str, found: list[str], verdicts) -> None:
    assert verdicts(PLANS["ja"] + said) == [("share", each) for each in found]
