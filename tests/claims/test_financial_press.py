"""What papers for investors and their readers print of money, right and wrong."""

from __future__ import annotations

from datetime import date

import pytest

ON = date(2025, 2, 13)  # 1 EUR = 1.039 USD = 0.83313 GBP = 4.6287 MYR = 1.4033 SGD = 90.3771 INR

EQUIVALENCES = [
    # Of the paper's own dollars, where two conversions fit those, or a rate names them.
    ("Net profit rose to $9m (RM29.6m) from $5.8m (RM19.1m).", ["supported", "supported"]),
    ("Net profit rose to $9m (RM29.6m).", ["refuted"]),
    ("Net profit rose to $9m (RM29.6m). RM1.00 = S$0.30", ["supported"]),
    ("Net profit rose to $9m (RM39.9m) from $5.8m (RM19.1m).", ["supported", "refuted"]),
    ("Net profit rose to $9m (RM21.6m) from $5.8m (RM19.1m).", ["refuted", "refuted"]),
    # Of other units, or of another thing.
    ("It earned NT$2.15 (or US$0.134 per ADS).", []),
    ("The car costs C$19,500/US$15,000.", []),
    ("The fund, with assets of HK$860m, earns most of its money with its stores (CN¥411m).", []),
    ("The fund, with assets of HK$3.1bn, earns most of it in China, amounting to CN¥6.7bn.", []),
    ("The fund has assets of HK$860m (CN¥411m).", ["refuted"]),
    ("Revenue was US$1.6bn, an increase of about RMB 300m.", []),
    ("The dollar ended at C$1.4310 to the greenback, or 69.88 U.S. cents.", []),
    ("In 1975 a boat was worth £1,800 ($130,000 in 2023).", []),
    # Both rounded from the exact figure: 40.5m euros were 42.6m dollars at most, 40.05m were 42.2m.
    ("It costs €40m ($43m).", ["close"]),
    ("It costs €40m ($44m).", ["refuted"]),
    ("It costs €40.0m ($43m).", ["refuted"]),
    # More than they say, both.
    ("It sold over $10 billion (more than 97,000 crore rupees) of shares.", ["close"]),
    ("It sold $10 billion (more than 97,000 crore rupees) of shares.", ["refuted"]),
    # A bound that the sum lies within.
    ("A grant of $30,000 (at most 35,000 euros) is paid.", []),
    ("A grant of $30,000 (at most 25,000 euros) is paid.", ["refuted"]),
    ("A grant of $30,000 (nearly 35,000 euros) is paid.", ["refuted"]),
    # A figure that a blank breaks is none.
    ("Savers may put in 20,000 pounds ($24, 777) a year.", []),
    ("Workers are paid 1, 600 kwacha ($95) a month.", []),
]


@pytest.mark.parametrize(("text", "verdicts"), EQUIVALENCES)
def test_conversions(text: str, verdicts: list[str], checked) -> None:
    found = [claim for claim in checked(text, on=ON) if claim.claim.kind == "equivalence"]
    assert [claim.finding.verdict for claim in found] == verdicts


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Two years ago it inherited a €60bn ($68bn) fund.", "supported"),  # December 2021
        ("In two years it inherits a €60bn ($68bn) fund.", "refuted"),
        ("Each pub paid £6.8m ($9.3m) in tax over the past ten years.", "supported"),
        ("Each pub pays £6.8m ($9.3m) in tax, more than over the past ten years.", "refuted"),
        ("It had sales of 3.7 trillion yen ($26 billion) in the year ended March 31, 2024.", "supported"),
        ("It had sales of 3.7 trillion yen ($26 billion) in its books on March 30, 2024.", "refuted"),
        ("It paid USD 10.94bn (INR 689.8bn) from April 2000 to March 2024.", "supported"),
    ],
)
def test_money_of_the_past_is_told_at_its_rates(text: str, verdict: str, checked) -> None:
    (claim,) = (each for each in checked(text, on=date(2024, 10, 21)) if each.claim.kind == "equivalence")
    assert claim.finding.verdict == verdict


CHANGES = [
    ("It forecast profit to grow 42% to 48.9bn yen (from 46.2bn yen previously).", []),
    ("Profit grew 42% to 48.9bn yen (from 46.2bn yen previously).", ["refuted"]),
    ("Spending rises to $75bn from $53bn, a third above Wall Street estimates.", []),
    ("Spending rises to $75bn from $53bn, a third more.", ["refuted"]),
    ("Fines are £50, doubling for each offence up to £1,600.", []),
    ("The price was halved twice, from $20,000 to $5,000.", []),
    ("The price was halved, from $20,000 to $5,000.", ["refuted"]),
    ("The ticket is £120 (halving to £60 if paid at once).", []),
    ("Shares in it, which swung to a £4.2m profit from a £310,000 loss, rose 6.4%, or 11p, to 183p.", []),
    ("The surplus fell to 0.8bn yen from 110bn yen, as exports (-0.7%) fell.", []),
    ("Net income rose 44% to €2.7bn, benefiting from a €1.6bn gain.", []),
    ("Costs more than doubled under the law from $132.99 to $325.92.", ["supported"]),
    ("Costs more than tripled under the law from $132.99 to $325.92.", ["refuted"]),
    ("The cost nearly doubled to $8bn from its original estimate of about $4.5bn.", []),
    ("It spent $45m, or more than three times the $13.1m of last year.", ["supported"]),
    ("It spent $45m, or more than four times the $13.1m of last year.", ["refuted"]),
]


@pytest.mark.parametrize(("text", "verdicts"), CHANGES)
def test_changes(text: str, verdicts: list[str], checked) -> None:
    found = [claim.finding.verdict for claim in checked(text, on=ON) if claim.claim.kind == "change"]
    assert found == verdicts


YEARLY = [
    ("Ann, a 41-year-old clerk, got $900. So about $20 a month for me is a pizza.", []),
    ("They would take $80 a year from now or $95 in 14 months.", []),
    ("The house is 27 years old and worth £1m. She went to the £37,000-a-year school.", []),
    ("He has been married for 16 years, and gave away $1bn. The striker earns $62m a year.", []),
    ("It spends 2.4bn euros in five years, of which 90m euros a year for Yemen.", []),
    ("Es sind 2,4 Milliarden Euro in fünf Jahren, davon im Schnitt 90 Millionen Euro pro Jahr.", []),
    ("It spends 2.4bn euros in five years, or 90m euros a year.", ["refuted"]),
    ("It spends 2.4bn euros in five years. The fund pays 480m euros a year.", ["supported"]),
]


@pytest.mark.parametrize(("text", "verdicts"), YEARLY)
def test_money_of_a_year(text: str, verdicts: list[str], checked) -> None:
    claims = checked(text, on=ON, lang="de" if "Milliarden" in text else "en")
    assert [each.finding.verdict for each in claims if each.claim.kind == "annual_amount"] == verdicts


@pytest.mark.parametrize(
    ("lang", "text", "verdicts"),
    [
        ("pl", "Kurs spadł (1 euro = 4.173 zł).", ["supported"]),  # 4.1733
        ("pl", "Kurs spadł (1 euro = 4.673 zł).", ["refuted"]),
        ("en", "Prices rose by £1,000 ($1,250) per acre.", []),
        ("en", "The laptop costs £1,249 ($1,199/A$1,899).", []),
        ("en", "Rates used: SEK to EUR 11.3080 and DKK to EUR 7.4598.", []),
        ("en", "At 140.5 yen per euro it is 3bn euros.", ["refuted"]),
        ("en", "At 160.5 yen per euro it is 3bn euros.", ["supported"]),
        ("ko", "1유로당 1505원이다. 달러당 1450원에 3억 달러다.", ["supported", "supported"]),
    ],
)
def test_rates(lang: str, text: str, verdicts: list[str], checked) -> None:
    found = [claim.finding.verdict for claim in checked(text, on=ON, lang=lang) if claim.claim.kind == "rate"]
    assert found == verdicts
