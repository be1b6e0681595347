"""The two ends of a range are one figure: neither is held against another figure alone, unless it changes."""

from __future__ import annotations

import pytest

from capexcalc.claims.extract import extract
from capexcalc.reading.reader import read


def kinds(text: str, language: str) -> list[str]:
    return [claim.kind for claim in extract(text, read(text, language))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It will spend between $2bn and $3bn a year over ten years, or $20bn to $30bn in total."),
        ("en", "It will spend $2bn to $3bn a year over ten years, $20bn to $30bn in total."),
        ("en", "It will spend from $2bn to $3bn a year over ten years, $20bn in all."),
        ("de", "2 bis 3 Milliarden Euro pro Jahr über zehn Jahre, insgesamt 20 bis 30 Milliarden Euro."),
        ("de", "Von 2 bis 3 Milliarden Euro pro Jahr über zehn Jahre fließen, insgesamt 20 Milliarden Euro."),
        ("fr", "Entre 2 et 3 milliards d'euros par an pendant dix ans, soit 20 milliards au total."),
        ("it", "Da 2 a 3 miliardi di euro l'anno per dieci anni, in tutto 20 miliardi di euro."),
        ("ru", "От 2 до 3 млрд рублей в год, всего 20 млрд рублей за десять лет."),
        ("zh", "今后十年每年将投入20亿至30亿元，总计200亿至300亿元。"),
        ("ja", "今後10年間で毎年20億～30億円、合計200億～300億円を投じる。"),
    ],
)  # fmt: skip
def test_an_end_of_a_range_is_no_yearly_amount_but_where_it_fits(language: str, text: str) -> None:
    assert kinds(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It will spend $3bn a year over ten years, $20bn in all."),
        ("de", "Es gibt drei Milliarden Euro pro Jahr über zehn Jahre, insgesamt 20 Milliarden Euro."),
        ("fr", "Il dépensera 3 milliards d'euros par an pendant dix ans, soit 20 milliards au total."),
        ("it", "Si spenderanno 3 miliardi di euro l'anno per dieci anni, in tutto 20 miliardi di euro."),
        ("en", "It will spend from $2bn to $3bn a year over ten years, which is $30bn in all."),
    ],
)
def test_one_figure_is_and_so_is_an_end_that_fits(language: str, text: str) -> None:
    assert kinds(text, language) == ["annual_amount"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It lends $6bn to towns and $4bn to farms, $10bn in all.", ["sum"]),
        ("It lends $6bn to towns and $4bn to farms, $11bn in all.", ["sum"]),
        ("It lends $6bn to towns and $4bn to farms, between $8bn and $11bn in all.", []),
        ("It costs $36m a year, or $2m a month.", ["annual_amount"]),
        ("It costs $18m to $24m a year, or $2m a month.", ["annual_amount"]),
        ("It costs $24m to $36m a year, or $2m a month.", []),
        ("It paid $3.5m for 25% of the firm, valuing it at $13m.", ["valuation"]),
        ("It paid $3.5m for 25% of the firm, valuing it at $10m to $13m.", []),
        ("Income will be between $7.3bn and $7.5bn, compared with $5.3bn, a rise of 40%.", ["change"]),
        ("Income will be between $7.3bn and $7.5bn, compared with $5.3bn, a rise of 20%.", []),
        ("Income will be $7.5bn, compared with $5.3bn, a rise of 20%.", ["change"]),
    ],
)
def test_claims_of_other_kinds_alike(text: str, found: list[str]) -> None:
    assert kinds(text, "en") == found


@pytest.mark.parametrize("percent", ["49.7 %", "59.7 %"])
def test_two_figures_of_a_change_are_no_range(percent: str) -> None:
    assert kinds(f"Sales went from £5.5bn to £8.2bn, a rise of {percent}.", "en") == ["change"]
