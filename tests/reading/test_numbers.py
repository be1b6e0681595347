"""The numbers that decide what a figure is worth: one case just inside, one just outside each.

Distances between words are in test_limits.py.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from capexcalc.errors import CapexcalcError, UsageError
from capexcalc.reading.lexicon import load_lexicon
from capexcalc.reading.matcher import match_phrases
from capexcalc.reading.moments import moments
from capexcalc.reading.reader import read
from capexcalc.reading.request import read_request
from capexcalc.reading.sentences import blocks, line_width, sentences
from capexcalc.reading.tokens import spaceless


def values(text: str, language: str = "en") -> list[str]:
    return [f"{a.value:f} {a.currency}" for a in read(text, language).amounts]


# What is read, the language, a text just inside with what it gives, and one just outside.
WORTH: dict[str, tuple[str, str, list[str], str, list[str]]] = {
    "a number after a hundred or more begins another before a hundred": (
        "en",
        "between one hundred and two hundred euros",
        ["100 EUR", "200 EUR"],
        "one hundred and two euros",
        ["102 EUR"],
    ),
    "and after twenty, but not before it": (
        "en",
        "between twenty and two hundred euros",
        ["20 EUR", "200 EUR"],
        "twenty-two hundred euros",
        ["2200 EUR"],
    ),
    "in German the tens stand after the ones": (
        "de",
        "zweiundzwanzighundert Euro",
        ["2200 EUR"],
        "zwanzig und zweihundert Euro",
        ["200 EUR"],
    ),
    "in French, of which the hundreds are cents as well": (
        "fr",
        "entre vingt et deux cents euros",
        ["20 EUR", "200 EUR"],
        "vingt et un cents",
        ["0.21 USD"],
    ),
    "which they are after less than a hundred": (
        "fr",
        "entre cent et quatre cents personnes",
        [],
        "entre quatre-vingt et un cents",
        ["0.81 USD"],
    ),
    "nine of them are hundreds, ten are cents": ("fr", "neuf cents", [], "dix cents", ["0.1 USD"]),
    "one hundred goes on like a hundred": (
        "en",
        "one hundred and fifty million euros",
        ["150000000 EUR"],
        "one hundred cents",
        ["1 USD"],
    ),
    "in French it is one cent": ("fr", "cent un euros", ["101 EUR"], "un cent", ["0.01 USD"]),
    "in a word": ("nl", "eenhonderdvijf euro", ["105 EUR"], "een honderd vijf euro", ["105 EUR"]),
    "a hundred multiplies what is below one": (
        "en",
        "ninety-nine hundred and five euros",
        ["9905 EUR"],
        "one hundred hundred euros",
        ["100 EUR"],
    ),
    "and what is not joined to it": (
        "es",
        "entre noventa y cinco y cien euros",
        ["95 EUR", "100 EUR"],
        "noventa cien euros",
        ["9000 EUR"],
    ),
    "ones stand before twenty": (
        "de",
        "neun und zwanzig Euro",
        ["29 EUR"],
        "zehn und zwanzig Euro",
        ["20 EUR"],
    ),
    "and before ninety": ("de", "einundneunzig Euro", ["91 EUR"], "ein und hundert Euro", ["100 EUR"]),
    "but once": (
        "de",
        "hundertfünfundzwanzig Euro",
        ["125 EUR"],
        "fünfundzwanzig und dreißig Euro",
        ["30 EUR"],
    ),
    "two numbers between which something lies are no single one": (
        "en",
        "between nine and twenty euros",
        ["9 EUR", "20 EUR"],
        "between twenty-five and thirty euros",
        ["25 EUR", "30 EUR"],
    ),
    "in one word it is one": (
        "de",
        "zwischen fünfundzwanzig und dreißig Euro",
        ["25 EUR", "30 EUR"],
        "zwischen fünf und zwanzig Euro",
        ["5 EUR", "20 EUR"],
    ),
    "a number in words counts money from one on": ("en", "for one euro", ["1 EUR"], "for zero euros", []),
    "in Korean from ten on": ("ko", "십 원", ["10 KRW"], "구 원", []),
    "one is not joined to a currency with a hyphen": ("hu", "száz EUR-t", ["100 EUR"], "egy EUR-t", []),
    "places fall": ("zh", "三百四十元", ["340 CNY"], "三百四百元", ["100 CNY"]),
    "two digits of a script without blanks are a row": ("zh", "二五元", ["25 CNY"], "五元", ["5 CNY"]),
    "up to a nine": ("zh", "二〇一九元", ["2019 CNY"], "二〇一八元", ["2018 CNY"]),
    "but eight or nine is no number": ("zh", "九百亿元", ["90000000000 CNY"], "八九百亿元", []),
    "nor nine or eight": ("zh", "八百亿元", ["80000000000 CNY"], "九八百亿元", []),
    "digits after a point are below ten": (
        "en",
        "three point nine million euros",
        ["3900000 EUR"],
        "three point ten million euros",
        ["10000000 EUR"],
    ),
    "ninety-nine hundreds are counted": (
        "en",
        "99 hundred euros",
        ["9900 EUR"],
        "100 hundred euros",
        ["100 EUR"],
    ),
    "thousands are counted in scales with what is below a thousand": (
        "es",
        "5 mil 999 millones de euros",
        ["5999000000 EUR"],
        "5 mil 1000 millones de euros",
        ["1000000000 EUR"],
    ),
    "what follows a scale is below it": (
        "en",
        "1 million 999999 euros",
        ["1999999 EUR"],
        "1 million 1000000 euros",
        ["1000000 EUR"],
    ),
    "and what it follows is whole": (
        "en",
        "1 billion 30 million euros",
        ["1030000000 EUR"],
        "1.2 billion 30 million euros",
        ["30000000 EUR"],
    ),
    "a letter apart raises a lakh, and no million": (
        "en",
        "Rs 5 lakh m",
        ["500000000000 INR"],
        "Rs 5 million m",
        ["5000000 INR"],
    ),
    "a scale that goes on after an and has three letters": (
        "en",
        "1 billion and 30 mln dollars",
        ["1030000000 USD"],
        "1 billion and 30 mn dollars",
        ["30000000 USD"],
    ),
    "two numbers of a range stand within ten characters": (
        "en",
        f"4 to{' ' * 7}5 billion euros",
        ["4000000000 EUR", "5000000000 EUR"],
        f"4 to{' ' * 8}5 billion euros",
        ["5000000000 EUR"],
    ),
    "a number before a dash is a label where the price is more than twenty times it": (
        "en",
        "Edition 100 – RM2,001",
        ["2001 MYR"],
        "Edition 100 – RM2,000",
        ["100 MYR", "2000 MYR"],
    ),
    "a label has two figures": (
        "ro",
        "zona 99 - 2001 lei",
        ["2001 RON"],
        "zona 100 - 2001 lei",
        ["100 RON", "2001 RON"],
    ),
    "and a word of less than 24 letters": (
        "ro",
        f"{'x' * 23} 1 - 300 lei",
        ["300 RON"],
        f"{'x' * 24} 1 - 300 lei",
        ["1 RON", "300 RON"],
    ),
    "two digits after a dash stand for the last two before it": (
        "en",
        "$1.29-53",
        ["1.29 USD", "1.53 USD"],
        "$1.2-5",
        ["1.2 USD", "5 USD"],
    ),
    "no sum is more than 10^15 where a comma may be a decimal one": (
        "en",
        "1.000 trillion euros, and 5,5 million euros",
        ["1000000000000000 EUR", "5500000 EUR"],
        "1.001 trillion euros, and 5,5 million euros",
        ["1001000000000 EUR", "5500000 EUR"],
    ),
    "a case of four letters is no part of a compound": (
        "en",
        "two dollar-abcd",
        ["2 USD"],
        "two dollar-abcde",
        [],
    ),
    "an abbreviation that one is no money of has two letters": ("en", "one RMB", ["1 CNY"], "one QR", []),
    "kilograms tell within thirty characters that pounds are weighed": (
        "en",
        f"a fare of 5 pounds (9.{'0' * 24}kg)",
        [],
        f"a fare of 5 pounds (9.{'0' * 25}kg)",
        ["5 GBP"],
    ),
    "a lead tells within fifteen items that hundredths are of a second": (
        "it",
        f"distacco di {'di ' * 14}16 centesimi",
        [],
        f"distacco di {'di ' * 15}16 centesimi",
        ["0.16 EUR"],
    ),
    "a case of eight letters may end a word for money": (
        "hu",
        f"5 dollár{'a' * 8}",
        ["5 USD"],
        f"5 dollár{'a' * 9}",
        [],
    ),
    "a number in one word has eighty letters": (
        "de",
        "neunundneunzigmillionenneunhundertneunundneunzigtausendneunhundertneunundneunzig Euro",
        ["99999999 EUR"],
        "neunhundertzehnmillionenneunhundertneunundneunzigtausendneunhundertneunundneunzig Euro",
        [],
    ),
    "in a line of twenty capitals a word is no code": (
        "en",
        f"{'X' * 16} 5 TOP",
        ["5 TOP"],
        f"{'X' * 17} 5 TOP",
        [],
    ),
    "unless within sixty characters one is none": (
        "en",
        f"x{'X' * 56} 5 TOP",
        ["5 TOP"],
        f"x{'X' * 57} 5 TOP",
        [],
    ),
    "several, apart from figures, make them vague where words have blanks": (
        "en",
        "several 100 million euros",
        [],
        "beim 100 million euros",
        ["100000000 EUR"],
    ),
    "and where they have none, only if it touches them": (
        "ja",
        "件の数10億円",
        [],
        "件の数 10億円",
        ["1000000000 JPY"],
    ),
    "and is no end of a word": ("ko", "수십억원", [], "선수십억원", ["1000000000 KRW"]),
    "a syllable before a numeral makes it the end of a word": (
        "ko",
        "국가십억원",
        [],
        "국가 십억원",
        ["1000000000 KRW"],
    ),
    "hundreds stand beside what counts them": (
        "en",
        "20 hundred euros",
        ["2000 EUR"],
        "of 20     hundred euros",
        ["100 EUR"],
    ),
    "a link to a scale is none to a thousand that counts by itself": (
        "es",
        "el presupuesto de 380 de millones de euros",
        ["380000000 EUR"],
        "el presupuesto de 2025 de mil millones de euros",
        ["1000000000 EUR"],
    ),
    "a half is one of a scale": (
        "en",
        "half million dollars",
        ["500000 USD"],
        "for a year and a half dollars were scarce",
        [],
    ),
    "and begins no number where a scale stands before it": (
        "en",
        "hundreds and a half million dollars",
        ["500000 USD"],
        "several million and a half million dollars",
        [],
    ),
    "ten thousand by itself is no end of a word": ("ko", "국가 만원", ["10000 KRW"], "국가만 원", []),
    "a scale that is no number is not the first of two": (
        "en",
        "a million and two thousand euros",
        ["1002000 EUR"],
        "in million and two thousand euros",
        ["2000 EUR"],
    ),
    "an article is a number before a dozen, and not before money": (
        "en",
        "another dozen francs",
        ["12 CHF"],
        "not worth even a franc",
        [],
    ),
    "a sign before a number tells its money, whatever follows it": (
        "en",
        "€50 cents",
        ["0.5 EUR"],
        "$5 EUR",
        ["5 USD"],
    ),
    "one letter behind a smaller unit is no scale": (
        "ms",
        "20 sen juta",
        ["200000 MYR"],
        "20sen J",
        ["0.2 MYR"],
    ),
    "a scale after a hyphen counts nothing": (
        "fr",
        "un plan d'un million d'euros",
        ["1000000 EUR"],
        "un plan multi-million d'euros",
        [],
    ),
    "goods after one word are what is weighed": (
        "de",
        "Er kaufte 187 Pfund frische Kartoffeln.",
        [],
        "Er kaufte 187 Pfund ganz frische Kartoffeln.",
        ["187 GBP"],
    ),
    "and so are goods that are an object before it": (
        "ko",
        "버터를 2파운드 샀다.",
        [],
        "버터는 2파운드다.",
        ["2 GBP"],
    ),
    "a hundred of them are grams": ("pl", "100 gr", [], "99 gr", ["0.99 PLN"]),
}


@pytest.mark.parametrize(
    ("language", "inside", "found", "outside", "other"), WORTH.values(), ids=WORTH.keys()
)
def test_worth(language: str, inside: str, found: list[str], outside: str, other: list[str]) -> None:
    assert values(inside, language) == found
    assert values(outside, language) == other


@pytest.mark.parametrize(
    ("first", "last"),
    [("\u0e00", "\u0eff"), ("\u1780", "\u17ff"), ("\u3040", "\ud7af"), ("\uf900", "\ufaff")],
)
def test_scripts_without_blanks_begin_and_end_with_their_blocks(first: str, last: str) -> None:
    assert spaceless(first)
    assert spaceless(last)
    assert not spaceless(chr(ord(first) - 1))
    assert not spaceless(chr(ord(last) + 1))


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        # one is a digit of a row, and may be the first of two of which neither is meant; nothing is not
        ("三一亿美元", "zh", []),
        ("一、二元", "zh", []),
        ("1,2천원", "ko", []),
        ("0,1천원", "ko", ["100 KRW"]),
        ("2、3億円", "ja", []),
        ("一二円", "ja", []),
        ("一二三円", "ja", ["123 JPY"]),
        ("五零元", "zh", ["50 CNY"]),
        # to eighty as many as nineteen are added
        ("quatre-vingt-dix-neuf euros", "fr", ["99 EUR"]),
        ("quatre-vingt vingt euros", "fr", ["20 EUR"]),
        # ones before tens, up to ninety
        ("five and ninety dollars", "en", ["95 USD"]),
        ("five and a hundred dollars", "en", ["100 USD"]),
        # twenty and more may count hundreds with what follows them
        ("twenty-four hundred dollars", "en", ["2400 USD"]),
        ("vingt et un cents dollars", "fr", ["100 USD"]),
        # two counts of a scale are no count of thousands of it
        ("five thousand and three thousand dollars", "en", ["3000 USD"]),
        ("two and 75/100dollars", "en", ["2.75 USD"]),
        # places fall, the least is that of ten, and what follows one has as many digits at most
        ("3십 달러", "ko", ["30 USD"]),
        ("3백5백원", "ko", ["100 KRW"]),
        ("3천800원", "ko", ["3800 KRW"]),
        ("3천1800원", "ko", ["1800 KRW"]),
        ("3천 800원", "ko", ["3800 KRW"]),
        ("3천  800원", "ko", ["800 KRW"]),
        ("二百十元", "zh", ["210 CNY"]),
        ("百百元", "zh", ["100 CNY"]),
        # a numeral of one syllable behind a scale may be a particle, but ten
        ("5억구 달러", "ko", []),
        ("5억십 달러", "ko", ["500000010 USD"]),
        # some of something behind a syllable that no word ends in
        ("가수십억원", "ko", ["1000000000 KRW"]),
        ("ヿ数10億円", "ja", []),
        # less than a hundred hundreds, more than none
        ("99 hundred dollars", "en", ["9900 USD"]),
        ("100 hundred dollars", "en", ["100 USD"]),
        ("0 hundred dollars", "en", ["100 USD"]),
        ("1 dozen dollars", "en", ["12 USD"]),
        # of two scales in a row the second is no smaller
        ("2万万元", "zh", ["200000000 CNY"]),
        ("2亿亿元", "zh", ["20000000000000000 CNY"]),
        ("1万2000亿元", "zh", ["1200000000000 CNY"]),
        ("2조억 달러", "ko", []),
        ("three point zero five million dollars", "en", ["3050000 USD"]),
        # a numeral behind the first of all syllables is the end of a word
        ("국가오억 달러", "ko", []),
        ("un tercio de mil millones de euros", "es", []),
        # what a Korean word may count by itself, and what it may not
        ("열에서 스무 달러", "ko", ["10 USD", "20 USD"]),
        # a range rises, and a thousand is shared by what is less than its end
        ("5 to 5 billion euros", "en", ["5000000000 EUR"]),
        ("from 5 to 5 billion euros", "en", ["5000000000 EUR", "5000000000 EUR"]),
        ("between 5 and 5 billion euros", "en", ["5 EUR", "5000000000 EUR"]),
        ("between 1100 and two thousand euros", "en", ["1100 EUR", "2000 EUR"]),
        ("between 2000 and two thousand euros", "en", ["2000 EUR"]),
        ("19-20,000 dollars", "en", ["19000 USD", "20000 USD"]),
        ("20-20,000 dollars", "en", ["20 USD", "20000 USD"]),
        ("4-5 พันล้านบาท", "th", ["4000000000 THB", "5000000000 THB"]),
        ("5-5 พันล้านบาท", "th", ["5000000 THB", "5000000000 THB"]),
        # a year is the low end only of a figure that may be one
        ("from 1950 to 205 million dollars", "en", ["205000000 USD"]),
        ("from 1950 to 2050 million dollars", "en", ["1950000000 USD", "2050000000 USD"]),
        ("from 1950 to 20500 million dollars", "en", ["20500000000 USD"]),
        ("ในปี 2567 ถึง 4,000 ล้านบาท", "th", ["4000000000 THB"]),  # a Buddhist year
        ("ระหว่าง 2567 ถึง 4,000 ล้านบาท", "th", ["2567000000 THB", "4000000000 THB"]),
        # the beginning of a scale is its low end's as well
        ("entre 20 mil y 30 mil millones de euros", "es", ["20000000000 EUR", "30000000000 EUR"]),
        # two of a kind are labels, one is none
        ("zona 1 - 3 lei, zona 2 - 5 lei", "ro", ["3 RON", "5 RON"]),
        ("zona 1 - 3 lei", "ro", ["1 RON", "3 RON"]),
        # a letter between two numbers is an exponent, and behind one it is a word
        ("5e9 euro", "it", []),
        ("e 9 euro", "it", ["9 EUR"]),
        # two letters are a word behind a prefix, and two words a numeral
        ("ושש מיליון שקל", "he", ["6000000 ILS"]),
        ("dreihundert Euro", "de", ["300 EUR"]),
    ],
)
def test_a_number_in_words(text: str, language: str, found: list[str]) -> None:
    assert values(text, language) == found


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("साढ़े तीन रुपये", "hi", "0.01"),
        ("two and a half million dollars", "en", "100000"),
        ("19-20,000 dollars", "en", "1000"),
        ("5 dollars 40 cents", "en", "0.01"),
        ("two and 75/100 dollars", "en", "0.01"),
    ],
)
def test_what_the_last_digit_of_a_number_is_worth(text: str, language: str, unit: str) -> None:
    assert f"{read(text, language).amounts[0].unit:f}" == unit


@pytest.mark.parametrize(("end", "bound"), [("€5", "exact"), ("€6", "range_low")])
def test_a_range_ends_higher_than_it_begins(end: str, bound: str) -> None:
    assert read(f"between €5 and {end}", "en").amounts[0].bound == bound


@pytest.mark.parametrize(
    ("text", "amount"),
    [("It costs a hundred euros", "a hundred euros"), ("It paid £100 of interest", "£100")],
)
def test_an_article_before_a_hundred_is_part_of_it_and_a_link_after_it_is_not(text: str, amount: str) -> None:
    assert [a.text for a in read(text, "en").amounts] == [amount]


@pytest.mark.parametrize(("text", "open_"), [("€1.789", True), ("€1.789 million", False)])
def test_thousandths_of_a_scale_are_no_thousands(text: str, open_: bool) -> None:
    (amount,) = read(text, "en").amounts
    assert ("separator" in (amount.notes or ())) is open_


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("5億円の9割", "ja", ["0.9 0.1"]),
        ("5億円の10割", "ja", ["1 0.1"]),
        ("5億円の11割", "ja", []),
        ("5億円の3割9分", "ja", ["0.39 0.01"]),
        ("5億円の3割10分", "ja", ["0.3 0.1"]),
        ("5億円の0割", "ja", []),  # nothing is no share
        ("5億円の4分の0", "ja", []),
        ("zero tenths of $5", "en", []),
        ("one tenth of $5", "en", ["0.1 0.05"]),
        ("about half of $5", "en", ["0.5 0.075"]),  # half as far as "more than half" reaches
        ("2.5 times the $5", "en", ["2.5 0.1"]),  # but three times are meant to the nearest fifth
        ("3 times the $5", "en", ["3 0.2"]),
        ("5亿元的两倍半", "zh", ["2.5 0.5"]),
        ("5亿元的三成半", "zh", ["0.35 0.01"]),
        ("5亿元的三成半以上", "zh", ["0.35 0.05"]),
        ("5亿元的100分之4", "zh", ["0.04 0.01"]),  # in percent
        ("5亿元的99分之99", "zh", ["1 0.05"]),  # a fraction
        ("5亿元的101分之101", "zh", ["1 0.05"]),
        ("5 milyar lira yüzde 999999999", "tr", ["9999999.99 0.01"]),
        ("5 milyar lira yüzde 1000000000", "tr", []),
        (f"5 to{' ' * 5}12 percent of $5", "en", []),  # the end of a range
        ("between about five and 12 percent of $5", "en", []),
        ("He paid one thousand, five percent of $5", "en", ["0.05 0.01"]),
        (f"5 to{' ' * 6}12 percent of $5", "en", ["0.12 0.01"]),
        ("$5 by two hundred and twenty one thousand and five percent", "en", ["2210.05 0.01"]),
        ("$5 by two hundred and twenty one thousand and twenty five percent", "en", ["1210.25 0.01"]),
    ],
)
def test_a_share(text: str, language: str, found: list[str]) -> None:
    shares = [f"{p.value.normalize()} {p.unit.normalize()}" for p in read(text, language).proportions]
    assert shares == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("over 1.99 months", "en", ["P1M29D"]),  # of thirty days
        ("over 0.04 months", "en", ["P1D"]),
        ("over 0.03 months", "en", []),  # less than a day
        ("over 12000 months", "en", ["P1000Y"]),
        ("over 12001 months", "en", []),
        ("2 months and 2 weeks", "en", ["P2M14D"]),  # and what follows is less
        ("1 year and 12 months", "en", ["P1Y", "P1Y"]),
        ("2 weeks and 13 days", "en", ["P27D"]),
        ("2 weeks and 14 days", "en", ["P14D", "P14D"]),
        ("from 2027 to 2027", "en", ["2027-01-01"]),
        ("from 2027 until 1 January 2027", "en", ["2027-01-01", "None"]),
        (f"5 {'past ' * 15}years", "en", ["P5Y"]),
        (f"5 {'past ' * 16}years", "en", []),
        ("profit for the last quarter of 1996 rose", "en", ["P3M"]),  # no number
        ("desde enero de 2027 hasta junio de 2029", "es", ["2027-01-01"]),
        ("desde enero 2027 hasta junio 2029", "es", ["2027-01-01"]),
        ("5 Tahun 202", "id", ["P5Y"]),
        ("Nomor 5 Tahun 2022", "id", ["2022-01-01"]),  # the number of a law, and its year
        ("5 Tahun 20222", "id", ["P5Y"]),
    ],
)
def test_a_period(text: str, language: str, found: list[str]) -> None:
    periods = read(text, language).periods
    assert [p.duration.iso() if p.duration else str(p.from_) for p in periods] == found


@pytest.mark.parametrize(
    ("text", "language", "kinds"),
    [
        ("It paid 5bn euros in the week.", "en", ["this", "short_time"]),
        ("It paid 5bn euros in the day.", "en", ["this"]),
        ("It paid 5bn euros in the quarter.", "en", ["this", "short_time"]),
        ("It paid 5bn euros in the year.", "en", ["this"]),
        ("5亿元共。", "zh", ["total"]),
        ("5亿元。共。", "zh", []),  # of the next sentence, which begins right there
        ("三年共5亿元", "zh", ["total"]),
        ("3年間5億円", "ja", []),  # 年間 is part of the period
    ],
)
def test_a_cue(text: str, language: str, kinds: list[str]) -> None:
    assert [cue.kind for cue in read(text, language).cues] == kinds


@pytest.mark.parametrize(("length", "found"), [(80, True), (81, False)])
def test_a_heading_of_eighty_characters_tells_its_share(length: int, found: bool) -> None:
    heading = f"Spending on ports to rise by half {'x' * (length - 34)}"
    text = (
        f"{heading}\n\nIt will spend 24 billion kronor on rail, and that is that, as all of us know by now."
    )
    assert len(heading) == length
    assert bool(read(text, "en").proportions) is found


@pytest.mark.parametrize(("blanks", "until"), [(17, "2028-12-31"), (18, "None")])
def test_two_years_end_within_24_characters(blanks: int, until: str) -> None:
    (period, *_) = read(f"from 2027{' ' * blanks}to 2028", "en").periods
    assert str(period.until) == until


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("($100 = 725 yuan)", ["USD CNY 7.25"]),
        ("€ = $5", ["EUR USD 5"]),  # at the head of a text
        ("€=  $5", ["EUR USD 5"]),
        ("€=   $5", []),
        (f"(Hong{' ' * 15}Kong dollar = US$0.13)", ["HKD USD 0.13"]),
        (f"(Hong{' ' * 16}Kong dollar = US$0.13)", []),
        (f"at an exchange rate of{' ' * 12}$1.10 per euro", ["EUR USD 1.1"]),
        (f"at an exchange rate of{' ' * 13}$1.10 per euro", []),
        (f"$8.5bn, or Rp 135.575 trillion (rate{' ' * 40}Rp 15,950)", ["USD IDR 15950"]),
        (f"$8.5bn, or Rp 135.575 trillion (rate{' ' * 41}Rp 15,950)", []),
        ("At a rate of Rp 15,950, $8.5bn are Rp 135.575 trillion", []),  # before both
        ("It paid $0, or Rp 0 (rate Rp 15,950)", []),
        ("at an exchange rate of 1.10 dollars for 100 yuan", ["CNY USD 0.011"]),
        ("at an exchange rate of 1.10 dollars per million yuan", []),
    ],
)
def test_a_rate(text: str, found: list[str]) -> None:
    assert [f"{r.base} {r.quote} {r.value.normalize():f}" for r in read(text, "en").rates] == found


@pytest.mark.parametrize(
    ("words", "refused"), [("$600 1000", False), ("$600 0999", True), ("$600 12345", True)]
)
def test_a_year_beside_an_amount_has_four_figures(words: str, refused: bool) -> None:
    if not refused:
        assert read_request(words, "en").amounts[0].value == 600
    else:
        with pytest.raises(CapexcalcError, match="600"):
            read_request(words, "en")


@pytest.mark.parametrize(
    ("part", "months"),
    [("1st", "01-01 03-31"), ("2nd", "04-01 06-30"), ("3rd", "07-01 09-30"), ("4th", "10-01 12-31")],
)
def test_a_quarter_of_a_year(part: str, months: str) -> None:
    first, last = months.split()
    found = (f"2019-{first}", f"2019-{last}")
    roman = {"1st": "I", "2nd": "II", "3rd": "III", "4th": "IV"}[part]
    assert moments_of(f"in the {part} quarter of 2019")[0] == found
    assert moments_of(f"nel {roman} trimestre del 2019", "it")[0] == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("in the first half of 2019", "en", ("2019-01-01", "2019-06-30")),
        ("in the second half of 2019", "en", ("2019-07-01", "2019-12-31")),
        ("2019 a Q3", "en", ("2019-07-01", "2019-09-30")),  # seven characters before it
        ("12019 a Q3", "en", ("2025-07-01", "2025-09-30")),  # no year
        ("2022年12月支付", "zh", ("2022-12-01", "2022-12-31")),
        ("1960年3月支付", "zh", ("1960-03-01", "1960-03-31")),
        ("In May 2025 it pays.", "en", ("2025-05-01", "2025-05-31")),
    ],
)
def test_a_moment(text: str, language: str, found: tuple[str, str]) -> None:
    assert moments_of(text, language)[0] == found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2022年13月支付", "zh"),
        ("1959年3月支付", "zh"),
        ("In May 2026 it pays.", "en"),
    ],  # it has yet to begin
)
def test_no_moment(text: str, language: str) -> None:
    assert moments_of(text, language) == []


def moments_of(text: str, language: str = "en") -> list[tuple[str, str]]:
    today = date(2026, 4, 3)
    return [(str(p.start), str(p.end)) for p in moments(text, load_lexicon(language), today)]


@pytest.mark.parametrize(
    ("text", "language", "unread"),
    [
        ("€5 eze", "hu", True),  # "ezer", a thousand in four letters
        ("£18 tri", "en", True),  # three letters of a trillion
        ("£18 bi", "en", False),  # two of a billion
        ("€5 mllrd", "de", True),  # a milliard without its vowels
        ("€5 mllrdn", "de", False),
        ("₹5 crare", "en", False),  # a slip in five letters
        ("€5 biljonabc", "sv", True),  # begins with a scale of six letters
        ("€5 tusenabc", "sv", False),  # of five
        ("€5 bl", "de", True),  # two letters without a vowel
        ("€5 b", "de", False),  # one
    ],
)
def test_a_scale_is_recognised_by_its_letters(text: str, language: str, unread: bool) -> None:
    (amount,) = read(text, language).amounts
    assert (amount.unread, amount.value) == (unread, int(re.findall(r"\d+", text)[0]))


@pytest.mark.parametrize(("word", "parts"), [("ושש", 2), ("לה", 1)])  # "and six", "to her"
def test_a_word_behind_its_prefix_has_two_letters(word: str, parts: int) -> None:
    assert len(match_phrases(word, load_lexicon("he"))) == parts


@pytest.mark.parametrize("text", ["€5 milyom", "€5 miyon", "€5 milyonn", "€5 milyno"])
def test_a_slip_in_six_letters_is_read(text: str) -> None:
    assert values(text, "tr") == ["5000000 EUR"]


@pytest.mark.parametrize(("length", "parts"), [(4000, 1), (4001, 2)])
def test_a_block_has_four_thousand_characters_at_most(length: int, parts: int) -> None:
    assert len([*blocks("x" * 3000 + " " + "x" * (length - 3001))]) == parts


def test_nothing_is_no_block() -> None:
    assert [*blocks("a\n\n")] == [(0, 1)]


@pytest.mark.parametrize(("length", "cut"), [(1998, 4000), (1999, 2001), (3998, 3999)])
def test_a_long_block_is_cut_where_a_sentence_or_a_word_ends_in_its_second_half(
    length: int, cut: int
) -> None:
    assert next(blocks(f"{'x' * length}. {'y' * 3000}")) == (0, cut)


@pytest.mark.parametrize(("length", "width"), [(160, 0), (161, 160)])
def test_nobody_cuts_lines_by_hand_of_more_than_160_characters(length: int, width: int) -> None:
    assert line_width("x" * length) == width


@pytest.mark.parametrize(("length", "ended"), [(75, True), (76, False)])
def test_a_line_was_ended_where_the_next_word_would_have_left_a_fifth_of_it(length: int, ended: bool) -> None:
    text = f"{'a' * length}\nWord {'b' * 95}"
    assert len([*sentences(text, load_lexicon("en"))]) == 1 + ended


def test_an_ordinal_has_five_letters_at_most() -> None:
    for ordinal, parts in (("XVIII", 1), ("XXVIII", 2)):
        assert len([*sentences(f"V {ordinal}. Století byl.", load_lexicon("cs"))]) == parts


@pytest.mark.parametrize(
    ("text", "may_be"),
    [("half of $5", True), ("a quarter of $5", True), ("a third of $5", False), ("50% of $5", False)],
)
def test_a_half_and_a_quarter_are_parts_of_a_year_as_well(text: str, may_be: bool) -> None:
    (share,) = read(text, "en").proportions
    assert share.may_be_time is may_be


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("x" * 60, "no_amount", f"'{'x' * 60}'"),
        ("x" * 61, "no_amount", f"'{'x' * 59}…'"),
        ("x" * 10_000, "no_amount", "…'"),
        ("x" * 10_001, "too_long", "10001 characters"),
    ],
)
def test_words_of_a_command_line(words: str, code: str, said: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_request(words, "en")
    assert refused.value.code == code
    assert said in refused.value.message


def test_smaller_units_after_more_digits_than_a_decimal_has() -> None:
    most = "9" * 24
    assert values(f"{most} GBP trillion and 5 pence") == [f"{most}{'0' * 12} GBP", "0.05 GBP"]
