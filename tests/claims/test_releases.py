"""What company news, stock columns and court reports tell beside their sums, and what accuses nobody."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        # a range is no change, whatever rose before it
        ("A multiple of 9.5x on next year's profit gives a range of $36.85 to $40.95.", []),
        ("Prices rose by 9.5%, in a range of $36.85 to $40.95.", []),
        ("Prices rose by 9.5%, from $36.85 to $40.95.", ["refuted"]),
        ("El precio subió un 9,5 %, dentro de un rango de 36,85 a 40,95 euros.", []),
        ("El precio subió un 9,5 %, desde 36,85 hasta 40,95 euros.", ["refuted"]),
        ("Цена выросла на 9,5% и осталась в диапазоне от 36,85 до 40,95 рубля.", []),
        # a multiple of profits is none of a price
        ("At 9.5x on profits of $36.85m the price is $40.95m.", []),
        # a share of a change is no change
        ("It fell below the 38% level of the decline from $205 to $115.", []),
        ("It has seen a 38% decline from $205 to $115.", ["refuted"]),
        # what halved is not what rose
        ("Since the halving in 2016, the price has climbed from $600 to $2,500.", []),
        ("Sales halved, falling from $2,500m to $600m.", ["refuted"]),
        ("Desde la reducción a la mitad, el precio ha subido de 600 a 2.500 dólares.", []),
    ],
)
def test_a_change_is_one_of_the_figures_it_is_told_of(text: str, verdicts: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text)] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        # totals of their own
        ("It counts 7m euros in total pay - 13m euros in total value - 24m euros in total sales.", []),
        ("It pays 7m euros in wages, 13m euros in rent - 24m euros in total.", ["refuted"]),
        # a part without a figure
        ("It owes 24m euros plus 14m euros of interest plus all legal fees, a total of 45m euros.", []),
        ("It owes 24m euros plus 14m euros of interest, a total of 45m euros.", ["refuted"]),
        ("Er schuldet 24 Mio. Euro und 14 Mio. Euro zuzüglich Gebühren, insgesamt 45 Mio. Euro.", []),
        ("Er schuldet 24 Mio. Euro und 14 Mio. Euro, insgesamt 45 Mio. Euro.", ["refuted"]),
    ],
)
def test_a_total_is_one_of_parts_that_all_are_told(text: str, verdicts: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text)] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("It will spend 440m euros in ten years. The hall costs 82m euros, including 13% tax.", []),
        ("It will spend 440m euros in ten years. The hall costs 82m euros, or 13% of it.", ["refuted"]),
        ("Sie zahlt 440 Mio. Euro in zehn Jahren. Die Halle kostet 82 Mio. Euro inklusive 13 % Steuer.", []),
        (
            "Elle paie 440 millions d'euros en dix ans. La halle coûte 82 millions, y compris 13 % de taxe.",
            [],
        ),
        ("Ze betaalt 440 miljoen euro in tien jaar. De hal kost 82 miljoen inclusief 13 procent btw.", []),
        ("她十年投资440亿元。大厅造价82亿元，包括13%的税。", []),
        # what a price fell from is no whole
        ("أغلق السهم عند 47.60 ريال، منخفضا 15% عن قمة بلغت 56 ريالا.", []),
        ("وخصص المجلس 47.60 مليون ريال، أي 15% من 56 مليون ريال.", ["refuted"]),
    ],
)
def test_a_share_is_one_of_the_sum_it_is_told_of(text: str, verdicts: list[str], checked) -> None:
    found = [claim.finding.verdict for claim in checked(text) if claim.claim.kind == "share"]
    assert found == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("It sold bonds of €9bn, equivalent to $9.4bn, and a C$8.5bn note.", ["supported"]),
        ("It sold bonds of €9bn, equivalent to $9.4bn or C$8.5bn.", ["supported", "refuted"]),
        (
            "Il a émis 9 milliards d'euros, soit 9,4 milliards de dollars, et 8,5 milliards de yens.",
            ["supported"],
        ),
    ],
)
def test_what_follows_an_equivalent_may_be_another_sum(text: str, verdicts: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text, on=date(2025, 2, 24))] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        # of March 2022, when a dollar cost 120 roubles; in July 2023 it cost 91
        ("On 11 March 2022 the plant was sold. It got $2.5m, about 301m roubles.", ["supported"]),
        (
            "On 11 March 2022 the plant was sold. On 10 July 2023 it got $2.5m, about 301m roubles.",
            ["refuted"],
        ),
        ("In 2022 the plant was sold. It got $2.5m, about 301m roubles.", ["supported"]),
        ("In 2022 the plant was sold. It got $2.5m, about 400m roubles.", ["refuted"]),
        ("In March 2022 the plant was sold. It got $2.5m, about 260m roubles.", ["supported"]),
        ("In spring 2022 the plant was sold. It got $2.5m, about 260m roubles.", ["supported"]),
        ("In spring the plant was sold. It got $2.5m, about 260m roubles.", ["refuted"]),
        (
            "11 марта 2022 года завод был продан. Он получил 2,5 млн долларов, около 301 млн рублей.",
            ["supported"],
        ),
        ("Завод был продан. Он получил 2,5 млн долларов, около 301 млн рублей.", ["refuted"]),
        (
            "Am 11. März 2022 wurde das Werk verkauft. Es erhielt 2,5 Mio. Dollar (301 Mio. Rubel).",
            ["supported"],
        ),
    ],
)
def test_a_day_may_stand_in_the_sentence_before(text: str, verdicts: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text, on=date(2023, 7, 20))] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("He bought 20,000 shares on April 22 at $1.31 per share, totaling $26,188.", ["supported"]),
        ("He bought 20,000 shares on April 22 at $1.31 per share, totaling $28,188.", ["refuted"]),
        ("In April 31 workers got $1,000 each, $31,000 in all.", []),  # may be a day
        ("In April 32 workers got $1,000 each, $32,000 in all.", ["supported"]),
    ],
)
def test_the_day_of_a_month_counts_nothing(text: str, verdicts: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text)] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        # 134 months at least, 156 at most
        ("He took $1,125 a month between 2012 and 2024, totaling $150,700.", ["close"]),
        ("He took $1,125 a month between 2012 and 2024, totaling $150,600.", ["refuted"]),
        ("He took $13,501 a year between 2012 and 2024, totaling $150,700.", ["refuted"]),
        ("He will take $1,125 a month between 2026 and 2038, totaling $150,700.", ["refuted"]),
        ("He took $1,125 a month between March 2012 and December 2024, totaling $150,700.", ["refuted"]),
    ],
)
def test_monthly_payments_of_years_that_are_over(text: str, verdicts: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text, on=date(2025, 2, 24))] == verdicts


@pytest.mark.parametrize(
    ("following", "verdicts"),
    [
        ("The chair also noted that the hall has annual costs of 600,000 euros.", []),
        ("She noted that the hall has annual costs of 600,000 euros.", []),
        ("The chair noted that this is 600,000 euros a year.", ["refuted"]),
        ("That means annual costs of 600,000 euros.", ["refuted"]),
        ("So that means annual costs of 600,000 euros.", ["refuted"]),
    ],
)
def test_a_clause_takes_nothing_up(following: str, verdicts: list[str], checked) -> None:
    text = f"The town will pay 1m euros over three years. {following}"
    assert [claim.finding.verdict for claim in checked(text)] == verdicts


@pytest.mark.parametrize(("between", "verdicts"), [(3, ["refuted"]), (4, [])])
def test_a_change_is_one_to_a_sum_named_not_long_ago(between: int, verdicts: list[str], checked) -> None:
    text = (
        f"The farm will spend 80,000 euros in five years. {'It rained. It pays $7. ' * between}"
        "Six years ago it was 450,000 euros. That has been cut in half."
    )
    assert [claim.finding.verdict for claim in checked(text)] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("It sells 12,000 tonnes at 15 euros per kilo, 180m euros in all.", []),
        ("It sells 12,000 kilos at 15 euros per kilo, 180m euros in all.", ["refuted"]),
        ("It sells 12,000 tonnes at 15 euros per tonne, 180m euros in all.", ["refuted"]),
        ("Er verkauft 12.000 Tonnen zu 15 Euro pro Kilo, insgesamt 180 Mio. Euro.", []),
        ("Er verkauft 12.000 Kilo zu 15 Euro pro Kilo, insgesamt 180 Mio. Euro.", ["refuted"]),
        ("Elle vend 12 000 tonnes à 15 euros le kilo, 180 millions d'euros au total.", []),
    ],
)
def test_a_price_is_one_of_the_measure_that_is_counted(text: str, verdicts: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text)] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Land costs 160,000 euros, a fifth under the peak in 2008 of 200,000 euros.", ["supported"]),
        ("Land costs 160,000 euros, a third under the peak in 2008 of 200,000 euros.", []),
        ("En hektar koster 160.000 kroner, en femtedel under toppen i 2008 på 200.000 kroner.", []),
        ("Land costs 160,000 euros, a fifth of about 200,000 euros.", ["refuted"]),
    ],
)
def test_a_share_under_a_sum_is_none_of_it(text: str, verdicts: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text)] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("It pays 6 euros. Including the 4 euros of May, this is 20% less than last year's 12.50 euros.", []),
        ("It pays 4 euros in May, this is 20% less than last year's 12.50 euros.", ["refuted"]),
        ("यह 6 रुपये देता है; मई के 4 रुपये जोड़कर यह पिछले साल के 12.50 रुपये से 20% कम है।", []),
    ],
)
def test_an_amount_that_adds_to_the_sum_is_not_what_changed(text: str, verdicts: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text)] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("הרווח עמד על 18 מיליון שקל, ובמחצית כולה הרוויחה הרשת 31 מיליון שקל.", []),
        ("הרשת נתנה 18 מיליון שקל, מחצית מתוך 31 מיליון שקל.", ["refuted"]),
        ("It earned 18m euros, and in half the year the chain earned 31m euros.", []),
        ("It spends 18m euros, or half of the 31m euros.", ["refuted"]),
        ("It spends 18m euros, or half its 31m euros.", ["refuted"]),
        ("It spends 18m euros, or half its big 31m euros.", []),
        ("It spends 18m euros, or half of its big 31m euros.", ["refuted"]),
        ("It spends 18m euros, or 40% its big 31m euros.", ["refuted"]),
    ],
)
def test_a_half_may_be_one_of_a_year(text: str, verdicts: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text)] == verdicts


@pytest.mark.parametrize(
    ("following", "verdicts"),
    [
        ("Rail gets 7bn euros. That is 1bn euros less than the 8bn euros of the last plan.", ["supported"]),
        ("Rail gets 9bn euros. That is 1bn euros less than the 8bn euros of the last plan.", ["refuted"]),
        ("Rail gets 7bn euros. That is 2bn euros less than the 8bn euros of the last plan.", ["refuted"]),
        ("Federal funds rise by 70%; the old programme had 8bn euros.", []),
        ("The sum rises by 70%; the old programme had 8bn euros.", ["refuted"]),
        ("Federal funds rise by 50%; the old programme had 8bn euros.", ["supported"]),
        ("That is not quite double the 8bn euros of the last plan.", ["supported"]),
        ("That is double the 8bn euros of the last plan.", ["refuted"]),
        ("Das ist nicht ganz doppelt so viel wie die 8 Mrd. Euro des letzten Plans.", ["supported"]),
    ],
)
def test_what_is_told_of_other_money_beside_the_plan_before(
    following: str, verdicts: list[str], checked
) -> None:
    text = f"The state will spend 12bn euros on transport over six years. {following}"
    if following.startswith("Das"):
        text = f"Der Staat gibt 12 Mrd. Euro in sechs Jahren aus. {following}"
    assert [claim.finding.verdict for claim in checked(text)] == verdicts
