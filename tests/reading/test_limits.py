"""How far apart words that belong together may stand, and what is too much: just inside, and just outside.

Runs of words that mean nothing count as one item; "of" and "the" are items of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from capexcalc.reading.dates import date_at, short_year
from capexcalc.reading.lands import Lands
from capexcalc.reading.lexicon import load_lexicon
from capexcalc.reading.matcher import match_phrases
from capexcalc.reading.reader import read

Found = list[str]


def amounts(text: str, language: str = "en") -> Found:
    return [f"{a.value:f} {a.currency} {a.bound}" for a in read(text, language).amounts]


def values(text: str, language: str = "en") -> Found:
    return [f"{a.value:f} {a.currency}" for a in read(text, language).amounts]


def periods(text: str, language: str = "en") -> Found:
    return [
        p.duration.iso() if p.duration else f"{p.from_ or ''}..{p.until or ''}"
        for p in read(text, language).periods
    ]


def shares(text: str) -> Found:
    return [f"{p.value.normalize():f} by {p.unit.normalize():f}" for p in read(text, "en").proportions]


def rates(text: str) -> Found:
    return [f"{r.base} {r.quote} {r.value}" for r in read(f"It paid €5m {text}", "en").rates]


def counts(text: str) -> Found:
    return [f"{c.value}" for c in read(text, "en").counts]


POUNDS = [f"It has {number} million pounds." for number in (2, 3, 4, 5, 7, 8)]
ONE = "1 million dollars."
FIVE = [f"{number}000000 GBP" for number in (2, 3, 4, 5, 7)]

# What is read, the claim, a text just inside with what it gives, and one just outside with what that gives.
LIMITS: tuple[tuple[Callable[[str], Found], str, str, Found, str, Found], ...] = (
    # amounts
    (
        values,
        "a letter in a row of others is found behind its word",
        "It lists 49f and 540c of them.",
        [],
        "It lists 49f with 540c of them.",
        ["5.4 USD"],
    ),
    (
        values,
        "less than a thousand pounds are carried",
        "He carried 999 pounds into the barn.",
        [],
        "He carried 1000 pounds into the barn.",
        ["1000 GBP"],
    ),
    (
        values,
        "sixty characters may be an amount and nothing else",
        f"from{' ' * 47}20 pounds",
        ["20 GBP"],
        f"from{' ' * 48}20 pounds",
        [],
    ),
    (
        values,
        "an hour is none after twelve",
        "It sells at 10-12p at the shop.",
        [],
        "It sells at 10-13p at the shop.",
        ["0.1 GBP", "0.13 GBP"],
    ),
    (values, "there are up to 99 dozen", "99 dozen dollars", ["1188 USD"], "100 dozen dollars", []),
    (
        values,
        "food of less than a hundred pounds begins a line",
        "99 pounds mussels, a bargain at the price",
        [],
        "100 pounds mussels, a bargain at the price",
        ["100 GBP"],
    ),
    (
        values,
        "nobody loses a thousand pounds",
        "He lost 999 pounds in cash.",
        [],
        "He lost 1000 pounds in cash.",
        ["1000 GBP"],
    ),
    (
        values,
        "money within three items before a bracket makes pounds money",
        "A stew of 5 euros of (20 pounds) then",
        ["5 EUR", "20 GBP"],
        "A stew of 5 euros of of (20 pounds) then",
        ["5 EUR"],
    ),
    (
        values,
        "a word of paying tells within thirty items",
        f"It paid {'of ' * 28}big 5 pounds.",
        ["5 GBP"],
        f"It paid {'of ' * 29}big 5 pounds.",
        [],
    ),
    (values, "hours go to twelve", "open 1p-12p today", [], "open 1p-13p today", ["0.01 GBP", "0.13 GBP"]),
    (values, "there are 22 pairs of chromosomes", "the 22p- arm", [], "the 23p- arm", ["0.23 GBP"]),
    (
        values,
        "letters are told within six items",
        "gene of the and of the 5p",
        [],
        "gene of the and of the of 5p",
        ["0.05 GBP"],
    ),
    (
        values,
        "a row of letters is seen in twelve characters",
        "It is 12345678.5f, 5p.",
        [],
        "It is 5f    ,      5p.",
        ["0.05 GBP"],
    ),
    (
        values,
        "a price told more finely follows a label",
        "version 2 - $3.5",
        ["3.5 USD"],
        "version 2.1 - $3.5",
        ["2.1 USD", "3.5 USD"],
    ),
    (
        values,
        "from a hundred on, an and between two numbers parts them",
        "between ninety and five dollars",
        ["95 USD"],
        "between a hundred and five dollars",
        ["5 USD"],
    ),
    (
        values,
        "hundredths of contracts are a hundred",
        "two and 75/100 dollars",
        ["2.75 USD"],
        "two and 75/1000 dollars",
        ["1000 USD"],
    ),
    (
        values,
        "there are less than a septillion of any money",
        "9" * 24 + " EUR",
        ["9" * 24 + " EUR"],
        "1" + "0" * 24 + " EUR",
        [],
    ),
    (values, "a sign stands within two blanks before its figure", "€  5", ["5 EUR"], "€   5", []),
    (values, "a word stands within four blanks after its figure", "5    euros", ["5 EUR"], "5     euros", []),
    (
        values,
        "a minus in words stands within two blanks before it",
        "minus  5 euros",
        ["-5 EUR"],
        "minus   5 euros",
        ["5 EUR"],
    ),
    (
        values,
        "a fraction of another is of less than a hundred parts",
        "1/99 million euros",
        [],
        "1/100 million euros",
        ["100000000 EUR"],
    ),
    (
        values,
        "a sign between two figures belongs to the one it touches",
        "$20 $ 37",
        ["20 USD", "37 USD"],
        "$20 $  37",
        ["20 USD"],
    ),
    (
        values,
        "cents are fewer than a hundred",
        "5 dollars 99 cents",
        ["5.99 USD"],
        "5 dollars 100 cents",
        ["5 USD", "1 USD"],
    ),
    (
        values,
        "a cent is the least of them",
        "5 dollars 1 cent",
        ["5.01 USD"],
        "5 dollars 0 cents",
        ["5 USD", "0 USD"],
    ),
    (
        values,
        "cents follow after one blank",
        "5 dollars 40 cents",
        ["5.4 USD"],
        "5 dollars  40 cents",
        ["5 USD", "0.4 USD"],
    ),
    (
        values,
        "or within six characters with an and",
        "5 dollars  and 40 cents",
        ["5.4 USD"],
        "5 dollars  and  40 cents",
        ["5 USD", "0.4 USD"],
    ),
    (
        values,
        "after cents comes nothing smaller",
        "5 euros 40 cents.",
        ["5.4 EUR"],
        "5 euros 40 cents 50.",
        ["5.4 EUR"],
    ),
    (
        values,
        "a currency is understood within three hundred characters",
        f"It spent 5 billion euros, {'x' * 292} from 3 million.",
        ["5000000000 EUR", "3000000 EUR"],
        f"It spent 5 billion euros, {'x' * 293} from 3 million.",
        ["5000000000 EUR"],
    ),
    (
        values,
        "and from a million on",
        "It spent 5 billion euros, up from 1 million.",
        ["5000000000 EUR", "1000000 EUR"],
        "It spent 5 billion euros, up from 1 thousand.",
        ["5000000000 EUR"],
    ),
    (
        values,
        "which ten lakh are and one is not",
        "It spent 5 billion euros, up from 1 million.",
        ["5000000000 EUR", "1000000 EUR"],
        "It spent 5 billion euros, up from 1 lakh.",
        ["5000000000 EUR"],
    ),
    (
        values,
        "thousands after thousands within a hundred characters",
        f"It spent 5 thousand euros, {'x' * 92} from 3 thousand.",
        ["5000 EUR", "3000 EUR"],
        f"It spent 5 thousand euros, {'x' * 93} from 3 thousand.",
        ["5000 EUR"],
    ),
    (
        values,
        "a number has the currency of the one it becomes within three items",
        "It rose by 3 billion to up by about over 20 billion euros.",
        ["3000000000 EUR", "20000000000 EUR"],
        "It rose by 3 billion to up by about over at least 20 billion euros.",
        ["20000000000 EUR"],
    ),
    (
        values,
        "a bracket with a share is passed over within five items",
        "It rose by 50 million (up by about 5 percent) to 60 million euros.",
        ["50000000 EUR", "60000000 EUR"],
        "It rose by 50 million (up by about over 5 percent) to 60 million euros.",
        ["60000000 EUR"],
    ),
    (
        values,
        "a figure has forty digits and signs at most",
        f"1.{'0' * 38} EUR",
        ["1 EUR"],
        f"1.{'0' * 39} EUR",
        [],
    ),
    (
        values,
        "a bracket sets a sign against another currency within three hundred characters",
        f"The ¥5bn {'x' * 297} (6bn yuan) rose.",
        ["5000000000 JPY", "6000000000 CNY"],
        f"The ¥5bn {'x' * 298} (6bn yuan) rose.",
        ["5000000000 CNY", "6000000000 CNY"],
    ),
    (
        amounts,
        "a verb makes of two figures a change from eight items away",
        "It rose of the of the of the of 5 to 6 billion euros.",
        ["5000000000 EUR exact", "6000000000 EUR exact"],
        "It rose the of the of the of the of 5 to 6 billion euros.",
        ["5000000000 EUR range_low", "6000000000 EUR range_high"],
    ),
    (
        values,
        "what falls falls to a twentieth at most",
        "It fell from 19 to 1 billion euros.",
        ["19000000000 EUR", "1000000000 EUR"],
        "It fell from 20 to 1 billion euros.",
        ["1000000000 EUR"],
    ),
    (
        values,
        "a dash is closed within eighty characters, and then no minus",
        f"The price -20 euros {'x' * 72}- is high.",
        ["20 EUR"],
        f"The price -20 euros {'x' * 73}- is high.",
        ["-20 EUR"],
    ),
    (
        values,
        "a number says again one of the last six amounts",
        f"It spent 6 million euros. {' '.join(POUNDS[:5])} It said 6 million, however.",
        ["6000000 EUR", *FIVE, "6000000 EUR"],
        f"It spent 6 million euros. {' '.join(POUNDS)} It said 6 million, however.",
        ["6000000 EUR", *FIVE, "8000000 GBP"],
    ),
    (
        values,
        "as far as three hundred characters before",
        f"It spent 6 million pounds. It has 2 million euros. X{'x' * 267} said 6 million, however.",
        ["6000000 GBP", "2000000 EUR", "6000000 GBP"],
        f"It spent 6 million pounds. It has 2 million euros. X{'x' * 268} said 6 million, however.",
        ["6000000 GBP", "2000000 EUR"],
    ),
    (
        values,
        "a figure in brackets is of the same money as one a thousandth of it",
        "It gave 2bn dollars (2 trillion).",
        ["2000000000 USD", "2000000000000 USD"],
        "It gave 2bn dollars (2.001 trillion).",
        ["2000000000 USD"],
    ),
    (
        values,
        "a sum becomes less than a septillion",
        f"It rose by 3 billion to {'9' * 18} million euros.",
        ["3000000000 EUR", f"{'9' * 18}000000 EUR"],
        f"It rose by 3 billion to {10**18:,} million euros.",
        [],
    ),
    (
        values,
        "and the total of a part is",
        f"It gives 15 million for schools, in all {'9' * 18} million euros.",
        ["15000000 EUR", f"{'9' * 18}000000 EUR"],
        f"It gives 15 million for schools, in all {10**18:,} million euros.",
        [],
    ),
    (
        values,
        "a figure with blanks has forty digits and signs without them",
        "$1 000." + "5" * 35,
        ["1000." + "5" * 35 + " USD"],
        "$1 000." + "5" * 36,
        [],
    ),
    (
        values,
        "a part has the currency of its total within twenty-four items",
        f"It gives 15 million for schools, {'of the ' * 10}in all 25 million euros.",
        ["15000000 EUR", "25000000 EUR"],
        f"It gives 15 million for schools, {'of the ' * 10}up in all 25 million euros.",
        ["25000000 EUR"],
    ),
    (
        values,
        "an article of three letters may stand between a share and what it comes to",
        "It has 5 million euros. It is 40 %, abc 6 billion.",
        ["5000000 EUR", "6000000000 EUR"],
        "It has 5 million euros. It is 40 %, abcd 6 billion.",
        ["5000000 EUR"],
    ),
    (
        values,
        "the plan before is named within eight items before its sum",
        f"It has 5 billion euros. The last plan {'of the ' * 3}was 12 million.",
        ["5000000000 EUR", "12000000 EUR"],
        f"It has 5 billion euros. The last plan {'of the ' * 3}up was 12 million.",
        ["5000000000 EUR"],
    ),
    (
        values,
        "or within three after it",
        "It has 5 billion euros. There were 12 million in about the last plan.",
        ["5000000000 EUR", "12000000 EUR"],
        "It has 5 billion euros. There were 12 million in about about the last plan.",
        ["5000000000 EUR"],
    ),
    (
        values,
        "a thousand dollars are not told in cents: what cents follow are of them",
        "It paid 1000 South African rand, or 8 cents a share.",
        ["1000 ZAR", "0.08 ZAR"],
        "It paid 999 South African rand, or 8 cents a share.",
        ["999 ZAR", "0.08 USD"],
    ),
    (
        values,
        "twenty dollars are not told in so few cents as one of any dollars",
        "It paid 2.00 Canadian dollars, or 10 cents a share.",
        ["2 CAD", "0.1 CAD"],
        "It paid 1.99 Canadian dollars, or 10 cents a share.",
        ["1.99 CAD", "0.1 USD"],
    ),
    (
        values,
        "within sixty characters",
        f"It paid A$1000, {'x' * 57} 8 cents.",
        ["1000 AUD", "0.08 AUD"],
        f"It paid A$1000, {'x' * 58} 8 cents.",
        ["1000 AUD", "0.08 USD"],
    ),
    (
        values,
        "three digits before a comma may be a group",
        "123,456,789 EUR",
        ["123456789 EUR"],
        "1234,567,890 EUR",
        [],
    ),
    (
        values,
        "and the first group has one at least",
        "$1.123.456",
        ["1123456 USD"],
        "$.123.456",
        [],
    ),
    (
        values,
        "a year's part of a sum takes the currency of that within forty-eight items",
        f"40 million a year {'of ' * 44}: the town will spend 240 million euros.",
        ["40000000 EUR", "240000000 EUR"],
        f"40 million a year {'of ' * 45}: the town will spend 240 million euros.",
        ["240000000 EUR"],
    ),
    (
        values,
        "from a million on",
        "1 million a year for six years: the town will spend 6 million euros.",
        ["1000000 EUR", "6000000 EUR"],
        "1 thousand a year for six years: the town will spend 6 million euros.",
        ["6000000 EUR"],
    ),
    (
        values,
        "of a sum of less than a septillion",
        f"40 million a year: the town will spend {'9' * 18} million euros.",
        ["40000000 EUR", f"{'9' * 18}000000 EUR"],
        f"40 million a year: the town will spend {10**18:,} million euros.",
        [],
    ),
    (
        values,
        "as what is compared with the plan before does, named within six items",
        "It exceeds 80 million by by by by by the last plan: it will spend 240 million euros.",
        ["80000000 EUR", "240000000 EUR"],
        "It exceeds 80 million by by by by by by the last plan: it will spend 240 million euros.",
        ["240000000 EUR"],
    ),
    (
        values,
        "groups are parted by one sign",
        "$1'234'567.89",
        ["1234567.89 USD"],
        "$1,234'567.89",
        [],
    ),
    (
        values,
        "what is more than an amount has its currency within three items",
        "It spends €5m in in more than 3 million xxx.",
        ["5000000 EUR", "3000000 EUR"],
        "It spends €5m in in in more than 3 million xxx.",
        ["5000000 EUR"],
    ),
    (
        values,
        "a figure of money begins with no zero before others",
        "It costs 50 euros.",
        ["50 EUR"],
        "It costs 05 euros.",
        [],
    ),
    # years and periods
    (periods, "years begin with 1900", "in 1900", ["1900-01-01..1900-12-31"], "in 1899", []),
    (periods, "and end with 2100", "in 2100", ["2100-01-01..2100-12-31"], "in 2101", []),
    (
        periods,
        "a written date has fewer than 24 characters",
        "by 24    September    2025",
        ["..2025-09-24"],
        "by 24    September     2025",
        [],
    ),
    (periods, "no budget has more than a thousand years", "1000 years", ["P1000Y"], "1001 years", []),
    (
        periods,
        "months belong to the years within six characters",
        "2 years,     3 months",
        ["P2Y3M"],
        "2 years,      3 months",
        ["P2Y", "P3M"],
    ),
    (
        periods,
        "a smaller unit is smaller",
        "2 years 23 months",
        ["P3Y11M"],
        "2 years 24 months",
        ["P2Y", "P2Y"],
    ),
    (
        periods,
        "two years of one period stand within twenty-four characters",
        "from 2025 to                 2027",
        ["2025-01-01..2027-12-31"],
        "from 2025 to                  2027",
        ["2025-01-01.."],
    ),
    (periods, "the second is the later", "2025-2026", ["2025-01-01..2026-12-31"], "2025-2025", []),
    (
        periods,
        "a single decade needs no number, a single year does",
        "the past decade",
        ["P10Y"],
        "past years",
        [],
    ),
    # counts
    (
        counts,
        "one of something is no count",
        "It gives 2 firms €5m each.",
        ["2"],
        "It gives 1 firm €5m each.",
        [],
    ),
    (
        counts,
        "and nothing is counted in millions of millions",
        "It gives 999,999,999,999 people €5 each.",
        ["999999999999"],
        "It gives 1,000,000,000,000 people €5 each.",
        [],
    ),
    (
        counts,
        "no month has more than thirty-one days",
        "On March 32 firms got €5m each.",
        ["32"],
        "On March 31 firms got €5m each.",
        [],
    ),
    (
        counts,
        "a number that is paired with another counts nothing",
        "It gives 22 /23 firms €5m each.",
        ["22", "23"],
        "It gives 22/23 or 22-23 firms €5m each.",
        [],
    ),
    # shares and multiples
    (shares, "no share is a billion", "999999999% of $5", ["9999999.99 by 0.01"], "1000000000% of $5", []),
    (
        shares,
        "more than a round figure reaches to the next",
        "more than 20% of $5",
        ["0.2 by 0.1"],
        "more than 21% of $5",
        ["0.21 by 0.01"],
    ),
    (
        shares,
        "as far as the next five",
        "more than 15% of $5",
        ["0.15 by 0.05"],
        "more than 14% of $5",
        ["0.14 by 0.01"],
    ),
    (
        shares,
        "a fraction in words is meant to a twentieth",
        "a quarter of $5",
        ["0.25 by 0.05"],
        "more than a quarter of $5",
        ["0.25 by 0.15"],
    ),
    (
        shares,
        "a multiple in words to a tenth either side",
        "doubled to $5",
        ["2 by 0.2"],
        "more than doubled to $5",
        ["2 by 1"],
    ),
    (
        shares,
        "a sentence that only goes on about a sum has a hundred and eighty characters",
        f"It has 5 million euros in its budget. That {'x' * 156} is a rise of 50 %.",
        ["0.5 by 0.01"],
        f"It has 5 million euros in its budget. That {'x' * 157} is a rise of 50 %.",
        [],
    ),
    (
        values,
        "a heading names one of the first eight sums of its text",
        f"Plan of 20 million\n\n{' '.join(POUNDS)} It has {ONE} It spends 20 million euros.",
        ["20000000 EUR", *FIVE, "8000000 GBP", "1000000 USD", "20000000 EUR"],
        f"Plan of 20 million\n\n{' '.join(POUNDS)} It has {ONE} It has {ONE} It spends 20 million euros.",
        [*FIVE, "8000000 GBP", "1000000 USD", "1000000 USD", "20000000 EUR"],
    ),
    # rates
    (
        rates,
        "a rate is told for 1, 10, 100 or 1000",
        "($1000 = 7250 yuan)",
        ["USD CNY 7.25"],
        "($10000 = 72500 yuan)",
        [],
    ),
    (rates, "but for no other number", "($10 = 72.5 yuan)", ["USD CNY 7.25"], "($20 = 145 yuan)", []),
    (
        rates,
        "alone it is told to hundredths",
        "at an exchange rate of $1.10",
        ["None USD 1.1"],
        "at an exchange rate of $1.1",
        [],
    ),
    (
        rates,
        "or, with no currency, likewise",
        "at an exchange rate of 1.10",
        ["None None 1.10"],
        "at an exchange rate of 1.1",
        [],
    ),
    (
        rates,
        "after a small word of four letters",
        "at an exchange rate abcd $1.10.",
        ["None USD 1.1"],
        "at an exchange rate abcde $1.10.",
        [],
    ),
    (
        rates,
        "a figure stands within fifteen characters of the word for a rate",
        f"at an exchange rate {'x' * 13} 1.10.",
        ["None None 1.10"],
        f"at an exchange rate {'x' * 14} 1.10.",
        [],
    ),
    (
        rates,
        "the other currency is named within twenty-five",
        f"at an exchange rate of 1.10 dollars {'x' * 23}€",
        ["EUR USD 1.1"],
        f"at an exchange rate of 1.10 dollars {'x' * 24}€",
        [],
    ),
    (
        rates,
        "no unit of money is worth a hundred thousand of another",
        "at an exchange rate of 99999 yuan per dollar",
        ["USD CNY 99999"],
        "at an exchange rate of 100000 yuan per dollar",
        [],
    ),
)


@pytest.mark.parametrize(
    ("find", "inside", "found", "outside", "other"),
    [(find, *texts) for find, _, *texts in LIMITS],
    ids=[claim for _, claim, *_ in LIMITS],
)
def test_limit(find: Callable[[str], Found], inside: str, found: Found, outside: str, other: Found) -> None:
    assert find(inside) == found
    assert find(outside) == other


def test_a_number_right_behind_a_time_is_none_of_it() -> None:
    assert [count.value for count in read("3年5家公司每家获得5亿元", "zh").counts] == [5]
    assert counts("It gives 22 firms €5m each for 3 years.") == ["22"]


def test_what_a_number_becomes_may_be_left_out_at_the_end() -> None:
    assert values("It paid €5m. It rose by 3 billion to") == ["5000000 EUR"]


@pytest.mark.parametrize(
    ("year", "found"),
    [(2442, None), (2443, 1900), (2568, 2025), (2643, 2100), (2644, None), (2025, 2025), (1899, None)],
)
def test_a_year_of_the_buddha_is_543_more(year: int, found: int | None) -> None:
    assert periods(f"ในปี {year}", "th") == ([f"{found}-01-01..{found}-12-31"] if found else [])


@pytest.mark.parametrize(
    ("language", "digits", "year"),
    [("en", "00", 2000), ("en", "99", 2099), ("th", "00", 1957), ("th", "64", 2021), ("th", "99", 2056)],
)
def test_two_digits_are_of_this_century_of_the_era(language: str, digits: str, year: int) -> None:
    assert short_year(digits, load_lexicon(language)) == year


@pytest.mark.parametrize(("words", "value"), [("zwei Euro zehn", "2.1"), ("zwei Euro neun", "2")])
def test_a_bare_number_after_euros_is_cents_from_ten_on(words: str, value: str) -> None:
    assert values(words, "de") == [f"{value} EUR"]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("MUSD 60", "en", "60000000 USD"),
        ("60 TUSD", "hu", "60000 USD"),
        ("60 KUSD", "hu", "60000 USD"),
        ("5元3角", "zh", "5.3 CNY"),
        ("75 USD million", "en", "75000000 USD"),
        ("75 EUR m", "en", "75000000 EUR"),
        ("75 sen m", "ms", "0.75 MYR"),
    ],
)
def test_a_scale_may_be_glued_to_its_currency_and_a_tenth_has_a_name(
    text: str, language: str, value: str
) -> None:
    assert values(text, language) == [value]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "24. Februar 2025"),
        ("fr", "24 févr. 2025"),
        ("es", "24 de febrero de 2025"),
        ("en", "24 February 2025"),
        ("en", "February 24 2025"),
        ("en", "February 24, 2025"),
        ("en", "Feb. 24, 2025"),
        ("hu", "2025. február 24."),
        ("zh", "2025年2月24日"),
        ("en", "2025-02-24"),
        ("de", "24.02.2025"),
        ("en", "02/24/2025"),
        ("fr", "24/02/2025"),
        ("th", "24 กุมภาพันธ์ 2568"),
        ("th", "24/02/2568"),
        ("th", "24 กุมภาพันธ์ 2025"),
    ],
)
def test_a_day_is_read_however_its_parts_are_ordered(language: str, text: str) -> None:
    found = date_at(match_phrases(text, lexicon := load_lexicon(language)), 0, lexicon)
    assert found is not None
    assert (found.day, text[found.start : found.end]) == (date(2025, 2, 24), text.rstrip(".日"))


@pytest.mark.parametrize(
    "text",
    [
        "02/03/2025",
        "13/13/2025",
        "24.2.25",
        "32. Februar 2025",
        "24.02.2025.1",
        "12/11/2025",
        "11/12/2025",
        "24/  02/  2025",
        "024/02/2025",
        "24/002/2025",
    ],
)
def test_what_may_be_two_days_or_none_is_no_date(text: str) -> None:
    assert date_at(match_phrases(text, load_lexicon("de")), 0, load_lexicon("de")) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("13/12/2025", date(2025, 12, 13)),
        ("12/13/2025", date(2025, 12, 13)),
        ("24/ 02/ 2025", date(2025, 2, 24)),
    ],
)
def test_a_day_after_the_twelfth_leaves_nothing_to_choose(text: str, day: date) -> None:
    found = date_at(match_phrases(text, load_lexicon("en")), 0, load_lexicon("en"))
    assert found is not None
    assert found.day == day


def test_the_same_day_and_month_leave_nothing_to_choose() -> None:
    found = date_at(match_phrases("12/12/2025", load_lexicon("en")), 0, load_lexicon("en"))
    assert found is not None
    assert found.day == date(2025, 12, 12)


@pytest.mark.parametrize(("words", "value"), [("3:75", "3.75"), ("3:7", "7"), ("3:755", "755")])
def test_a_price_parted_by_a_colon_has_two_digits_after_it(words: str, value: str) -> None:
    assert values(f"{words} kronor", "sv") == [f"{value} SEK"]


@pytest.mark.parametrize(("before", "currency"), [(19_995, "CAD"), (19_996, "USD")])
def test_the_lands_of_a_long_text_are_named_in_its_first_twenty_thousand_characters(
    before: int, currency: str
) -> None:
    assert Lands(f"{' ' * before}Canad", load_lexicon("en")).first(("USD", "CAD")) == currency


@pytest.mark.parametrize(
    ("text", "currency"), [("Canada, Australia", "USD"), ("Canada, Australia, Canada", "CAD")]
)
def test_a_land_is_meant_that_is_named_more_than_any_other(text: str, currency: str) -> None:
    lands = Lands(text, load_lexicon("en"))
    assert lands.first(("USD", "CAD", "AUD")) == currency
    assert lands.first(("AUD",)) == "AUD"


@pytest.mark.parametrize(("length", "found"), [(60, ["1 SEK"]), (61, [])])
def test_an_article_is_the_number_one_in_a_text_of_sixty_characters_that_says_nothing_else(
    length: int, found: Found
) -> None:
    assert values("eine Krone".ljust(length), "de") == found


@pytest.mark.parametrize(("between", "found"), [("up by about", []), ("up by about over", ["5 GBP"])])
def test_pounds_are_a_weight_within_three_items_of_weighing(between: str, found: Found) -> None:
    assert values(f"It weighs {between} 5 pounds in cash.") == found


@pytest.mark.parametrize(("between", "bound"), [(5, "exact"), (6, "at_most")])
def test_a_verb_within_six_items_before_to_says_that_it_was_reached(between: int, bound: str) -> None:
    found = read(f"Het steeg {'van de ' * between}tot 860 miljoen euro.", "nl").amounts
    assert [amount.bound for amount in found] == [bound]


@pytest.mark.parametrize(("words", "value"), [("123.456 Euro", "123456"), ("1234.567 Euro", "1234.567")])
def test_a_lone_point_groups_three_digits_at_most(words: str, value: str) -> None:
    assert values(words, "de") == [f"{value} EUR"]


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("它有50亿元。这是40%，即6亿。", "zh", 2),
        ("It has 500 crore rupees. It is 40 %, or 60 crore.", "en", 2),
        ("It has 500 million euros. It is 40 %, or 60 million.", "en", 2),
        ("It has 500 million euros. It is 40 % – 60 million – of them.", "en", 2),
        ("It has 500 million euros. It is 40 %–60 million of them.", "en", 1),
        ("It has 500 million euros. For its users it is 40 %, or 60 million.", "en", 1),
        ("It has 500 million euros. It is 40 %, or 60 million trees.", "en", 1),
        ("It has 500 million euros. It is 40 %, or 60 thousand.", "en", 1),
    ],
)
def test_what_a_share_comes_to_is_money_from_a_million_on_where_nothing_is_counted(
    text: str, language: str, count: int
) -> None:
    assert len(values(text, language)) == count


@pytest.mark.parametrize(("ending", "found"), [("abcdefgh", ["5 USD"]), ("abcdefghi", [])])
def test_a_stem_takes_an_ending_of_eight_letters(ending: str, found: Found) -> None:
    assert values(f"5 dollár{ending}", "hu") == found


def test_a_number_word_of_ten_is_no_digit_of_a_row() -> None:
    assert values("삼열억 달러", "ko") == ["1000000000 USD"]
    assert [each.text for each in read("오열 년", "ko").periods] == ["열 년"]


def test_a_digit_after_a_number_that_is_not_read_begins_none() -> None:
    assert values("열삼억 달러", "ko") == ["1300000000 USD"]
    assert values("수열삼억 달러", "ko") == []  # some tens and three


def test_ones_stand_before_tens_but_ten_does_not() -> None:
    assert values("five and twenty million dollars") == ["25000000 USD"]
    assert values("ten and twenty million dollars") == ["20000000 USD"]


def test_a_decade_is_one_where_a_direction_stands_behind_it() -> None:
    assert periods("Pagó 5 millones en la década pasada.", "es") == ["P10Y"]
    assert periods("Pagó 5 millones en el año pasado.", "es") == []


def test_five_in_vietnamese_is_a_year_only_behind_a_number() -> None:
    assert values("từ năm đến sáu triệu đồng", "vi") == ["5000000 VND", "6000000 VND"]
    assert periods("hai mươi năm", "vi") == ["P20Y"]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("between twenty and two dollars", "en", ["22 USD"]),
        ("between twenty and two thousand dollars", "en", ["20 USD", "2000 USD"]),
        # a hundred ends before "and four cents", ninety-nine does not
        ("quatre-vingt et un cents", "fr", ["0.81 USD"]),
        ("cent et quatre cents", "fr", []),
        # what is glued to a number joins it to the one before
        ("بين خمسة وعشرين وثلاثين مليون دولار", "ar", ["25000000 USD", "30000000 USD"]),
    ],
)
def test_an_and_stands_between_two_numbers_or_in_one(text: str, language: str, found: Found) -> None:
    assert values(text, language) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a hundredth from what the two amounts make, either way
        ("It paid $1,000,000.00, or Rp 15,000,000,000 (rate Rp 14,851).", []),
        ("It paid $1,000,000.00, or Rp 15,000,000,000 (rate Rp 14,852).", ["USD IDR 14852"]),
        ("It paid $1,000,000.00, or Rp 15,000,000,000 (rate Rp 15,151).", ["USD IDR 15151"]),
        ("It paid $1,000,000.00, or Rp 15,000,000,000 (rate Rp 15,152).", []),
        # a hundred thousand of one money for another
        ("It paid $1bn, or Rp 100 trillion (rate Rp 99,999).", ["USD IDR 99999"]),
        ("It paid $1bn, or Rp 100 trillion (rate Rp 100,000).", []),
        # which is no nothing, and may be less than one
        ("It paid $5, or Rp 0 (rate Rp 0).", []),
        ("It paid $5bn, or £4bn (rate £0.8).", ["USD GBP 0.8"]),
        ("It paid $1, or Rp 15,000 (rate Rp 15,000).", ["USD IDR 15000"]),
        # forty characters after the word for it
        (f"It paid $1bn, or Rp 15 trillion. The rate {'x' * 35} is Rp 15,000.", ["USD IDR 15000"]),
        (f"It paid $1bn, or Rp 15 trillion. The rate {'x' * 36} is Rp 15,000.", []),
        # a hundred and fifty from the farther of the two amounts
        (f"It paid $1bn {'x' * 119}, or Rp 15 trillion (rate Rp 15,000).", ["USD IDR 15000"]),
        (f"It paid $1bn {'x' * 120}, or Rp 15 trillion (rate Rp 15,000).", []),
    ],
)
def test_a_rate_is_shown_by_two_amounts_beside_it(text: str, found: Found) -> None:
    assert [f"{rate.base} {rate.quote} {rate.value}" for rate in read(text, "en").rates] == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("它付5亿美元，1美元等于7.2元。", "zh", ["USD CNY 7.2"]),
        ("5億ドル、1ドルは150円", "ja", ["USD JPY 150"]),  # nothing is said between
        ("It paid €5m; 1 euro of 1.1 dollars.", "en", []),
        # the other currency is looked for before the bracket closes
        ("It paid $5m (at an exchange rate of 1.25 dollars a euro).", "en", ["EUR USD 1.25"]),
        ("It paid $5m (at an exchange rate of 1.25 dollars) euro notes", "en", ["None USD 1.25"]),
        # the figure may touch the word for it, and another amount the figure
        ("It paid $5m; exchange rate€1.25.", "en", ["None EUR 1.25"]),
        ("It paid €5m at an exchange rate of 1.10US$5m.", "en", ["None None 1.10"]),
        ("It paid €5m at an exchange rate of 1.10.", "en", ["None None 1.10"]),
    ],
)
def test_a_rate_is_told_beside_its_word(text: str, language: str, found: Found) -> None:
    rates_told = read(text, language).rates
    assert [f"{rate.base} {rate.quote} {rate.value}" for rate in rates_told] == found


def test_ten_is_no_digit_that_follows_nine() -> None:
    assert values("tám chín đồng", "vi") == []  # eight or nine
    assert values("chín mười đồng", "vi") == ["10 VND"]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [("5.7 Ft.hu", "hu", []), ("5.7 zł.com", "pl", ["5.7 PLN"]), ("5.7 lei.com", "ro", ["5.7 RON"])],
)
def test_a_unit_of_two_letters_may_begin_a_name_with_a_point(text: str, language: str, found: Found) -> None:
    assert values(text, language) == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("It is 5 p.", "en", []),
        ("Kosztuje 5 gr.", "pl", ["0.05 PLN"]),
        # behind a word for what is lettered, or before one within two items
        ("It costs 70p nice gene.", "en", []),
        ("It costs 70p nice of gene.", "en", ["0.7 GBP"]),
        # behind a word that is known
        ("Fell 5c", "en", ["0.05 USD"]),
        ("Wobbler 5c", "en", []),
    ],
)
def test_one_letter_is_a_page_or_a_gene_and_two_are_money(text: str, language: str, found: Found) -> None:
    assert values(text, language) == found


@pytest.mark.parametrize(("words", "found"), [("99", []), ("100", ["100 THB"])])
def test_an_ornament_weighs_less_than_a_hundred_baht(words: str, found: Found) -> None:
    assert values(f"ทองคำหนัก {words} บาท", "th") == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Nice price, 1 pound thing", "en", ["1 GBP"]),
        ("Nice price, 2 pound thing", "en", []),
        ("Dazu 50 Pfund", "de", ["50 GBP"]),
        ("Dazu 50 Pfund Wobbel", "de", []),
        # the third item before a range of pounds weighs them
        ("Er wiegt Wobbel der 375 bis 400 Pfund", "de", []),
        ("Er wiegt Wobbel und Wabbel 375 bis 400 Pfund", "de", ["375 GBP", "400 GBP"]),
        # one unknown word may stand before what is weighed
        ("Er gab 187 Pfund feinkörniges Uran", "de", []),
        ("Er gab 187 Pfund der feine Uran", "de", ["187 GBP"]),
        ("Er gab 3 Millionen Pfund feinkörniges Uran", "de", []),
        ("Er gab 3 Millionen Pfund ganz feinkörniges Uran", "de", ["3000000 GBP"]),
        # their kilograms begin within thirty characters
        (f"It sold 20 pounds ({'x' * 21} 9.5 kg) for cash", "en", []),
        (f"It sold 20 pounds ({'x' * 22} 9.5 kg) for cash", "en", ["20 GBP"]),
        # and a word of races within fifteen items before hundredths
        (f"Ha preceduto di {'e ' * 14}16 centesimi", "it", []),
        (f"Ha preceduto di {'e ' * 15}16 centesimi", "it", ["0.16 EUR"]),
        # behind them it is one item further at most, and no comma between
        ("Arrivò 16 centesimi Wobbel dietro di lui", "it", []),
        ("Arrivò 16 centesimi, dietro di lui", "it", ["0.16 EUR"]),
        ("Arrivò 16 centesimi e a dietro di lui", "it", ["0.16 EUR"]),
        ("It weighs up by about 375 to 400 pounds in cash", "en", []),
        ("It weighs up by about over 375 to 400 pounds in cash", "en", ["375 GBP", "400 GBP"]),
        ("He lost up by about 20 pounds in cash.", "en", []),
        ("He lost up by about over 20 pounds in cash.", "en", ["20 GBP"]),
        # an object stands right before them
        ("バターを2ポンド買った", "ja", []),
        ("バター、を2ポンド買った", "ja", ["2 GBP"]),
    ],
)
def test_pounds_are_a_weight_where_they_are_those_of_a_thing_or_weighed_near_by(
    text: str, language: str, found: Found
) -> None:
    assert values(text, language) == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Pada 2011-12 Rp 9.100", "id", ["9100 IDR"]),
        ("Pada 14/03/11 Rp 9.100", "id", ["9100 IDR"]),
        ("Pada 12 Rp 9.100", "id", ["12 IDR"]),
    ],
)
def test_a_year_before_a_sign_has_seven_characters_at_most(text: str, language: str, found: Found) -> None:
    assert values(text, language) == found


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("$1 000.50", "en", "1000.5", "0.01"),
        ("$1 000.5", "en", "1000.5", "0.1"),
        ("$1 000", "en", "1000", "1"),
        ("$363 1/2", "en", "363.5", "0.01"),
        ("3:75 kronor", "sv", "3.75", "0.01"),
        ("5,-€", "de", "5", "1"),  # a dash for its hundredths tells none
    ],
)
def test_the_last_digit_of_an_amount_is_worth_so_much(
    text: str, language: str, value: str, unit: str
) -> None:
    (amount,) = read(text, language).amounts
    assert (f"{amount.value:f}", f"{amount.unit:f}", amount.text) == (value, unit, text)


def test_a_price_with_a_dash_may_end_a_text() -> None:
    assert values("EUR 5,-", "de") == ["5 EUR"]


@pytest.mark.parametrize(
    ("text", "periods"),
    [("งบ 5 ล้านบาทในปี 40", ["1997"]), ("งบ 5 ล้านบาทในปี 39", []), ("งบ 5 ล้านบาทใน 3 ปี 65 โครงการ", ["None"])],
)
def test_two_digits_from_40_on_are_a_thai_year(text: str, periods: list[str]) -> None:
    assert [str(period.from_)[:4] for period in read(text, "th").periods] == periods
