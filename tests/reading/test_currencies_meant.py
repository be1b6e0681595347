"""Which currency a sign or a word means: by the language, by what the text names, by the date of the text."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.reading.mentions import Amount
from capexcalc.reading.reader import read


def _amounts(text: str, lang: str, on: date | None = None) -> tuple[Amount, ...]:
    return read(text, lang, on).amounts


def _currencies(text: str, lang: str, on: date | None = None) -> list[str]:
    return [amount.currency for amount in _amounts(text, lang, on)]


@pytest.mark.parametrize(
    ("lang", "words", "last", "then", "after", "today"),
    [
        ("fr", "300 francs", date(2002, 2, 17), "FRF", "CHF", "CHF"),
        ("nl", "300 frank", date(2002, 2, 28), "BEF", "CHF", "CHF"),
        ("nl", "300 fr.", date(2002, 2, 28), "BEF", "CHF", "CHF"),
        ("es", "300 liras", date(2002, 2, 28), "ITL", "TRL", "TRY"),
        ("en", "300 francs", date(2002, 2, 17), "FRF", "CHF", "CHF"),
        ("ja", "300リラ", date(2002, 2, 28), "ITL", "TRL", "TRY"),
    ],
)
def test_a_word_means_the_money_of_its_day(
    lang: str, words: str, last: date, then: str, after: str, today: str
) -> None:
    next_day = date.fromordinal(last.toordinal() + 1)
    for day, meant in ((last, then), (next_day, after), (None, today)):
        (amount,) = _amounts(words, lang, day)
        assert amount.currency == meant
        assert then in amount.candidates


@pytest.mark.parametrize(
    ("lang", "words", "first", "before", "since"),
    [
        ("tr", "300 lira", date(2005, 1, 1), "TRL", "TRY"),
        ("ro", "300 de lei", date(2005, 7, 1), "ROL", "RON"),
        ("pl", "300 złotych", date(1995, 1, 1), "PLZ", "PLN"),
        ("es", "300 bolívares", date(2018, 8, 20), "VEF", "VES"),
    ],
)
def test_a_word_means_what_a_redenomination_had_left(
    lang: str, words: str, first: date, before: str, since: str
) -> None:
    eve = date.fromordinal(first.toordinal() - 1)
    assert _currencies(words, lang, eve) == [before]
    assert _currencies(words, lang, first) == [since]
    assert _currencies(words, lang) == [since]


def test_codes_and_signs_stay_what_they_are_on_any_day() -> None:
    assert _currencies("5 TRY, R$ 300 and ₺7", "en", date(1994, 3, 15)) == ["TRY", "BRL", "TRY"]


@pytest.mark.parametrize(
    ("lang", "words", "code"),
    [
        ("no", "300 kroner", "NOK"),
        ("no", "kr 300", "NOK"),
        ("sv", "300 kronor", "SEK"),
        ("da", "300 kroner", "DKK"),
        ("hi", "300 रुपये", "INR"),
        ("cs", "300 korun", "CZK"),
    ],
)
def test_the_money_at_home_is_not_open(lang: str, words: str, code: str) -> None:
    (amount,) = _amounts(words, lang)
    assert (amount.candidates, amount.notes) == ((code,), None)


@pytest.mark.parametrize(
    ("lang", "words"),
    [("ro", "300 de lei"), ("it", "300 milioni di lei"), ("en", "300 million lei")],
)
def test_lei_are_those_of_romania_or_of_moldova(lang: str, words: str) -> None:
    (amount,) = _amounts(words, lang)
    assert amount.candidates == ("RON", "MDL")


@pytest.mark.parametrize(
    ("lang", "text", "codes"),
    [
        ("en", "In Egypt they were fined 50,000 pounds.", ["GBP", "EGP"]),
        ("en", "In Lebanon and Syria it cost 50,000 pounds.", ["GBP", "LBP", "SYP"]),
        ("fr", "L'Egypte leur inflige 50 000 livres.", ["GBP", "EGP"]),
        ("de", "In Ägypten zahlt er 5 Mio. Pfund.", ["GBP", "EGP"]),
        ("it", "In Egitto paga 50mila sterline.", ["GBP", "EGP"]),
        ("ru", "В Египте заплатят 50 тысяч фунтов.", ["GBP", "EGP"]),
        ("uk", "У Єгипті заплатять 50 тисяч фунтів.", ["GBP", "EGP"]),
        ("pl", "W Egipcie zapłacą 50 tys. funtów.", ["GBP", "EGP"]),
        ("ja", "エジプトで5万ポンドを払った。", ["GBP", "EGP"]),
        ("en", "Belarus lends 50m rubles.", ["RUB", "BYN"]),
        ("ru", "В Минске заплатят 50 рублей.", ["RUB", "BYN"]),  # in the language of its neighbour, too
        ("hi", "सिंगापुर ने 5 करोड़ डॉलर दिए।", ["USD", "SGD"]),  # its vowel signs are no letters
        ("he", "הם שילמו 5 מיליון לירות במצרים.", ["GBP", "EGP"]),  # behind a prefix
    ],
)
def test_a_word_may_mean_the_money_of_a_land_that_the_text_names(
    lang: str, text: str, codes: list[str]
) -> None:
    (amount,) = _amounts(text, lang)
    assert list(amount.candidates[: len(codes)]) == codes
    assert amount.notes == ("abroad",)


@pytest.mark.parametrize(
    ("lang", "text", "code"),
    [
        ("en", "They were fined 50,000 pounds.", "GBP"),
        ("en", "In Egypt they were fined £50,000.", "GBP"),
        ("en", "In Egypt they were fined GBP 50,000.", "GBP"),
        ("en", "In Egypt they were fined 50,000 Sudanese pounds.", "SDG"),
        ("sv", "I Norge kostar det 50 kronor.", "SEK"),  # at home
        ("ru", "В Пскове заплатят 50 рублей.", "RUB"),
    ],
)
def test_no_land_opens_what_is_told_or_at_home(lang: str, text: str, code: str) -> None:
    (amount,) = _amounts(text, lang)
    assert (amount.currency, amount.notes) == (code, None)


def test_a_named_currency_holds_for_the_bare_word_that_follows() -> None:
    text = "It earned 3.4bn Danish kroner. Sales rose to 36bn kroner, costs to 9bn kroner."
    assert _currencies(text, "en") == ["DKK"] * 3
    assert _currencies("Sales rose to 36bn crowns, or 4bn Estonian crowns.", "en") == ["SEK", "EEK"]
    assert _currencies("It has 5m Canadian dollars. It needs 9m dollars.", "en") == ["CAD", "CAD"]
    assert _currencies("Il doit 5 millions de francs belges, puis 9 millions de francs.", "fr") == [
        "BEF",
        "BEF",
    ]
    assert _currencies("Debe 5 coronas estonas y otras 9 coronas.", "es") == ["EEK", "EEK"]


@pytest.mark.parametrize(
    ("lang", "text", "code"),
    [
        ("en", "The storm in Sri Lanka cost 5bn rupees.", "LKR"),
        ("en", "The Czech deficit will be 220 billion crowns.", "CZK"),
        ("en", "Children got 5bn rupees.", "INR"),  # no land is named
        ("en", "Pakistan and Nepal got 5bn rupees.", "INR"),  # and here none more than another
        ("en", "Nigeria got 5bn francs.", "CHF"),  # which is not Niger
        ("es", "El Gobierno de Chile pagó 5.000 pesos.", "CLP"),
        ("ru", "В Чехии это стоит 300 крон.", "CZK"),
        ("zh", "捷克的票价是300克朗。", "CZK"),
        ("en", "Denmark paid $5 million.", "USD"),
    ],
)
def test_a_bare_word_means_the_money_of_the_land_the_text_names(lang: str, text: str, code: str) -> None:
    assert _currencies(text, lang) == [code]


def test_the_last_named_currency_holds() -> None:
    text = "It paid 5m Czech crowns, then 7m Norwegian crowns, and owes 9m crowns."
    assert _currencies(text, "en") == ["CZK", "NOK", "NOK"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The bidder will pay C$2.65 billion ($1.93 billion).", ["CAD", "USD"]),
        ("Profit was 1.2bn Australian dollars (£620m; $794m).", ["AUD", "GBP", "USD"]),
        ("It needs 86 million Canadian dollars, or about $63 million.", ["CAD", "USD"]),
        ("It paid $63 million (C$86 million).", ["USD", "CAD"]),
        ("It costs 21 billion Mexican pesos ($1.15 billion).", ["MXN", "USD"]),
    ],
)
def test_of_two_figures_side_by_side_the_bare_dollar_is_another(text: str, codes: list[str]) -> None:
    amounts = _amounts(text, "en")
    assert [amount.currency for amount in amounts] == codes
    foreign = ({"CAD", "AUD", "MXN"} & set(codes)).pop()
    assert all(foreign not in amount.candidates for amount in amounts if amount.currency == "USD")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("others got $4bn.", "CAD"),
        ("it paid C$5bn and others got $4bn.", "USD"),  # both signs
        ("others got $4bn ($1.000000 = 1.05 Canadian dollars).", "USD"),  # twelve characters of a note
        ("others got $4bn ($1.0000000 = 1.05 Canadian dollars).", "CAD"),
    ],
)
def test_a_bare_dollar_is_the_one_named_unless_that_is_told_apart(text: str, code: str) -> None:
    amounts = read(f"It costs 3 Canadian dollars, {text}", "en").amounts
    assert [a.currency for a in amounts if a.text == "$4bn"] == [code]


def test_the_same_figure_twice_may_be_the_same_dollar() -> None:
    (_, bare) = _amounts("It paid C$5 million ($5 million).", "en")
    assert "CAD" in bare.candidates


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Sales were 77m euros (£65m; $82m), up from 38m.", "EUR"),
        ("Costs were 4.3bn rupees ($51m; £40m), against 2.7bn.", "INR"),
        ("It made £65m, or $82m, up from 38m.", "GBP"),
    ],
)
def test_an_elliptic_amount_takes_the_main_currency(text: str, code: str) -> None:
    assert _currencies(text, "en")[-1] == code


def test_an_elliptic_amount_in_a_bracket_takes_the_currency_of_the_bracket() -> None:
    assert _currencies("Sales were 77m euros ($82m, up from 38m).", "en") == ["EUR", "USD", "USD"]


def test_the_dollar_of_an_unknown_land_is_none() -> None:
    assert _amounts("It cost $2 million and Q$5 million, QX$5 and XU$7.", "en")[1:] == ()
    assert _currencies("It cost$5 million.", "en") == ["USD"]  # a blank forgotten


def test_dollars_of_old_and_small_lands_are_known_by_their_signs() -> None:
    text = "CR$ 20 milhões, Cz$ 30, NCz$ 40, NCr$ 50, R $ 60, R$ 70"
    assert _currencies(text, "pt") == ["BRR", "BRC", "BRN", "BRB", "BRL", "BRL"]
    assert _currencies("T$100 billion, G$5 million", "en") == ["TWD", "GYD"]
    assert _currencies("2,5 G$", "fr-CA") == ["CAD"]  # a billion dollars


def test_pence_have_codes_of_their_own() -> None:
    amounts = _amounts("It rose 2 GBX to GBX 1,250 or GBp 1,251, not GBP 1,252.", "en")
    assert [f"{amount.value:f}" for amount in amounts] == ["0.02", "12.5", "12.51", "1252"]
    assert {amount.currency for amount in amounts} == {"GBP"}


@pytest.mark.parametrize(
    ("lang", "text", "code"),
    [
        ("en", "It costs 10 centavos a kilometre.", "MXN"),
        ("en", "Brazil's largest city charges 10 centavos a kilometre.", "BRL"),
        ("en", "In the Philippines a message costs 10 centavos.", "PHP"),
        ("en", "It rose 50 paise.", "INR"),
        ("en", "In Pakistan it rose 50 paise.", "PKR"),
        ("en", "Bread rose by 20 kopecks in Ukraine.", "UAH"),
        ("ru", "Хлеб подорожал на 50 копеек.", "RUB"),
        ("de", "In der Ukraine kostet es 50 Kopeken.", "UAH"),
        ("sv", "Brödet kostar 50 centimes i Marocko.", "MAD"),
        ("en", "In Lebanon it costs 50 piastres.", "LBP"),
    ],
)
def test_small_change_is_that_of_the_land_that_is_named(lang: str, text: str, code: str) -> None:
    (amount,) = _amounts(text, lang)
    assert amount.currency == code
    assert len(amount.candidates) > 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("It paid Rs 5m (1 Pakistani rupee = $0.0036).", "PKR"),
        ("It paid Rs 5m (2 Pakistani rupees = $0.0072).", "INR"),
    ],
)
def test_a_rate_of_one_says_nothing_against_the_sum_before_it(text: str, code: str) -> None:
    assert _currencies(text, "en")[0] == code


def test_a_sign_that_can_be_of_one_land_only_leaves_nothing_open() -> None:
    assert [(a.currency, a.notes) for a in _amounts("It paid C$5bn.", "en")] == [("CAD", None)]


def test_a_sign_of_two_currencies_that_are_both_named_is_what_it_mostly_is() -> None:
    assert _currencies("It paid ¥5bn, 3 yen and 4 yuan.", "en") == ["JPY", "JPY", "CNY"]
