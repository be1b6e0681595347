"""Every language has its lexicon, tells itself from the others, and reads back what CLDR says it writes."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capexcalc.errors import UsageError
from capexcalc.reading.language import detect, likeliest
from capexcalc.reading.lexicon import languages, load_lexicon
from capexcalc.reading.mentions import Reading, doubts
from capexcalc.reading.reader import read

PATTERNS: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("patterns.toml").read_text("utf-8")
)
CORPUS = Path(__file__).parent.parent / "corpus"
SENTENCES = {
    path.stem: [s["text"] for s in tomllib.loads(path.read_text("utf-8"))["sentence"]]
    for path in CORPUS.glob("??.toml")
}


def test_every_language_has_a_lexicon_a_corpus_and_a_pattern() -> None:
    assert set(languages()) == set(SENTENCES) == set(PATTERNS)


@settings(max_examples=10)
@pytest.mark.parametrize("language", sorted(PATTERNS))
@given(value=st.decimals(min_value=Decimal("0.01"), max_value=Decimal("1e13"), places=2))
def test_an_amount_in_the_language_s_own_pattern_reads_back(language: str, value: Decimal) -> None:
    pattern = PATTERNS[language]
    written = pattern["pattern"].replace("{}", _number(value, pattern))
    (amount,) = read(written, language).amounts
    assert (amount.value, amount.currency) == (value, pattern["currency"])
    assert written[amount.start : amount.end] == amount.text


@settings(max_examples=5)
@pytest.mark.parametrize(
    ("language", "power", "compact"),
    [(language, *compact) for language, p in sorted(PATTERNS.items()) for compact in p["compact"]],
)
@given(value=st.decimals(min_value=Decimal("1.1"), max_value=Decimal("99.9"), places=1))
def test_a_short_form_of_the_language_reads_back(
    language: str, power: int, compact: str, value: Decimal
) -> None:
    pattern = PATTERNS[language]
    written = compact.replace("{}", _number(value, pattern))
    (amount,) = read(written, language).amounts
    assert (amount.value, amount.currency) == (value.scaleb(power), pattern["currency"])


def _number(value: Decimal, pattern: dict[str, Any]) -> str:
    signs = {",": pattern["group"], ".": pattern["decimal"]}
    return "".join(signs.get(char, char) for char in f"{value:,f}")


@given(st.data())
@settings(max_examples=60)
def test_two_texts_together_hold_what_each_holds(data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(sorted(SENTENCES)))
    one, two = (data.draw(st.sampled_from(SENTENCES[language])) for _ in "12")
    both = read(f"{one}\n\n{two}", language)
    apart = [*_found(read(one, language), 0), *_found(read(two, language), len(one) + 2)]
    assert _values(_found(both, 0)) == _values(apart)


@given(st.text(max_size=300))
@settings(max_examples=100)
def test_offsets_cut_the_text_whatever_it_is(text: str) -> None:
    for start, end, _, words in _found(read(text), 0):
        assert text[start:end] == words


def _found(reading: Reading, at: int) -> list[tuple[int, int, str, str]]:
    amounts = [(at + a.start, at + a.end, str(a.value), a.text) for a in reading.amounts]
    periods = [(at + p.start, at + p.end, str(p.duration), p.text) for p in reading.periods]
    return amounts + periods


def _values(found: list[tuple[int, int, str, str]]) -> list[tuple[int, int, str, str]]:
    return sorted(found)


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_a_page_of_its_sentences_tells_the_language(language: str) -> None:
    assert detect("\n".join(SENTENCES[language])) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("3800亿元", "zh"),
        ("3800億円", "ja"),
        ("24조3천억원", "ko"),
        ("380 миллиардов юаней", "ru"),
        ("380 мільярдів юанів", "uk"),
        ("380 δισεκατομμύρια", "el"),
        ("The minister spoke.", "en"),
        ("Ministeren sa at det ikke var nok, og at de skulle ha mer.", "no"),
        ("Ministeren sagde, at der også blev brug for flere.", "da"),
    ],
)
def test_a_few_words_tell_the_language(text: str, language: str) -> None:
    assert likeliest(text) == language


@pytest.mark.parametrize("text", ["380bn CNY", "€ 5", "USD 1.5m", "US$1.2bn", "380 bn CNY"])
@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_what_speaks_for_no_language_reads_the_same_in_all(text: str, language: str) -> None:
    here, there = (read(text, code).amounts[0] for code in (language, "en"))
    if "." not in text:
        assert (here.value, here.currency, here.candidates) == (there.value, there.currency, there.candidates)
    assert here.currency == there.currency


@pytest.mark.parametrize("before", ["", "El ministro no dio más cifras. "])
def test_a_quotation_is_read_in_its_own_language(before: str) -> None:
    text = (
        f"{before}«We will spend 50 billion dollars on the new railway.» "
        "El enviado del ministro habló ayer de 2 billones de euros para los puertos del norte."
    )
    assert [(a.value, a.currency) for a in read(text).amounts] == [
        (Decimal("50e9"), "USD"),
        (Decimal("2e12"), "EUR"),
    ]


def test_a_region_says_whose_dollar_and_which_comma() -> None:
    assert read("$5m", "en-AU").amounts[0].candidates[:2] == ("AUD", "USD")
    assert read("1,200 millones de pesos", "es-MX").amounts[0].value == Decimal("1.2e9")
    assert read("1,200 millones de pesos", "es-CL").amounts[0].value == Decimal("1.2e6")
    assert read("1,200 millones de pesos", "es-CL").amounts[0].currency == "CLP"


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("$10,000", "ru", "10000"),  # English notation, quoted
        ("$1,299", "fr", "1299"),
        ("10,000 долларов", "ru", "10000"),  # nobody counts them to the thousandth
        ("1,000 millones de euros", "es", "1e9"),
        ("€10.000", "en", "10000"),
        ("$1,200-1,500", "de", "1200"),
        ("1,789 €", "fr", "1.789"),  # the price of fuel
        ("22,345 Kč", "cs", "22.345"),  # a rate
        ("$3.459", "en", "3.459"),
        ("1,234 млрд рублей", "ru", "1.234e9"),
    ],
)
def test_three_digits_after_a_decimal_sign_are_thousands_where_no_rate_is_written_so(
    text: str, language: str, value: str
) -> None:
    amount = read(text, language).amounts[0]
    assert amount.value == Decimal(value)
    assert amount.notes == ("separator",)


@pytest.mark.parametrize(
    ("text", "language", "ends"),
    [
        ("The bill runs from $4bn to $5bn.", "en", True),
        ("Profit rose from $3bn to $4bn.", "en", False),
        ("A flat sells for Rs 85 lakh to Rs 1.2 crore.", "en", True),
        ("Le coût ira de 4 M€ à 5 M€.", "fr", True),
        ("Le budget passe de 4 M€ à 5 M€.", "fr", False),
        ("Es sind 4 Mrd. Euro bis 5 Mrd. Euro.", "de", True),
        ("Проект стоит от 4 млрд руб. до 5 млрд руб.", "ru", True),
        ("Прибыль выросла с 4 млрд руб. до 5 млрд руб.", "ru", False),
        ("Harganya Rp50 juta sampai Rp100 juta.", "id", True),
        ("利益は300億円から400億円に増加した。", "ja", False),
    ],
)
def test_two_whole_amounts_are_a_range_unless_the_sentence_tells_of_a_change(
    text: str, language: str, ends: bool
) -> None:
    bounds = [amount.bound for amount in read(text, language).amounts]
    assert (bounds == ["range_low", "range_high"]) is ends


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("門票售價890元。", "TWD"),
        ("港府說，每戶可得3000元。", "HKD"),
        ("门票售价890元。", "CNY"),
        ("台積電宣布投資人民幣380億元。", "CNY"),
    ],
)
def test_a_bare_yuan_is_that_of_the_land_whose_letters_are_written(text: str, currency: str) -> None:
    assert read(text).amounts[0].currency == currency


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("Sales fell from 5 to 4 billion euros.", "en", ["5e9", "4e9"]),
        ("Der Preis stieg von 18 auf 22 Cent.", "de", ["0.18", "0.22"]),
        ("Sales rose from 2024 to 5 billion dollars.", "en", ["5e9"]),
    ],
)
def test_both_figures_of_a_change_share_what_is_written_once(
    text: str, language: str, values: list[str]
) -> None:
    amounts = read(text, language).amounts
    assert [amount.value for amount in amounts] == [Decimal(value) for value in values]
    assert {amount.bound for amount in amounts} == {"exact"}


def test_what_is_counted_takes_no_currency_from_the_amount_before_it() -> None:
    assert len(read("Staten giver 2 mia. kr. til 3 millioner husstande.", "da").amounts) == 1
    assert len(read("Er kaufte 50 Pfund Kartoffeln.", "de").amounts) == 0
    (price,) = read("R$ 1,1 bi um ano antes", "pt").amounts
    assert price.value == Decimal("1.1e9")


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(UsageError, match="no lexicon for language 'tlh'"):
        load_lexicon("tlh")


@pytest.mark.parametrize(
    ("text", "language", "notes"),
    [
        ("1.234 million euros", None, ("separator",)),
        ("$1.234 million", "en", None),
        ("$3.459 a gallon", "en", ("separator",)),
        ("1.234 euros", "fr", None),
        ("1,200 millones de euros", "es", ("separator",)),
        ("50bn d'euros", "fr", ("scale",)),
        ("zwei Euro fünfzig", "de", ("minor_unit",)),
        ("They spent $5bn, up from 3.2 billion.", "en", None),
        ("a loss of €1.2bn", "en", ("loss",)),
        ("€5bn", "en", None),
        ("500 million crowns", "en", ("currency",)),
        ("500 miljoner kronor", "sv", None),
        ("5.000 millones de pesos", "es", ("currency",)),
        ("5.000 millones de pesos", "es-AR", None),
        ("5.000 millones de pesos", "es-MX", None),
        ("¥380bn", "en", ("currency",)),
        ("¥3800亿", "zh", None),
        ("5 مليارات دينار", "ar", ("currency",)),
        ("5 مليارات جنيه", "ar", None),
        ("Rs 500 crore", "en", ("currency",)),
        ("Rs 500 crore", "en-IN", None),
        ("$5bn", "en", None),
        ("£5bn", "en", None),
        ("$5bn", "de", None),
        ("5bn Swiss francs, 2bn francs of it now", "en", None),
    ],
)
def test_what_had_to_be_assumed_is_said(
    text: str, language: str | None, notes: tuple[str, ...] | None
) -> None:
    assert read(text, language).amounts[0].notes == notes


def test_currencies_left_open_are_told_once_each() -> None:
    amounts = read("It cost 5bn crowns, then 6bn crowns, and 3bn pesos; $2bn is left.", "en").amounts
    pesos, crowns = doubts(amounts)
    assert crowns.code == "currency_assumed"
    assert crowns.message == "“5bn crowns” and 1 more: taken for SEK, could be NOK, DKK, CZK, ISK"
    assert pesos.message.startswith("“3bn pesos”: taken for MXN, could be PHP, ")


def test_a_figure_without_a_currency_takes_the_one_before_it_and_says_so() -> None:
    stated, implied = read("They spent $5bn, up from 3.2 billion.", "en").amounts
    assert (implied.value, implied.currency) == (Decimal("3.2e9"), stated.currency)
    assert implied.notes == ("implied_currency",)
    assert len(read("They spent $5bn. It has 3.2 billion users.", "en").amounts) == 1
    assert len(read("They spent $5bn to reach 3.2 billion users.", "en").amounts) == 1


def test_an_open_sign_is_the_currency_the_text_names() -> None:
    yuan, _ = read(
        "¥380bn will be spent; a fifth of the renminbi 380bn is borrowed: RMB 76bn.", "en"
    ).amounts[::2]
    assert yuan.currency == "CNY"
    assert yuan.candidates == ("CNY", "JPY")
    canadian, american = read("The mine cost C$5bn ($3.7bn).", "en").amounts
    assert (canadian.currency, american.currency) == ("CAD", "USD")
