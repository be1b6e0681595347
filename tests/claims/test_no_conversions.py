"""Two figures of which words tell that the second is no conversion of the first, or one of another time."""

from __future__ import annotations

from datetime import date

import pytest

_DAY = date(2024, 1, 15)  # 1 EUR = 1.0945 USD, 7.8515 CNY, 0.8607 GBP; 1 USD = 16.89 MXN

CASES = [
    # A limit in one money or in the other.
    ("en", "Travellers declare more than 50,000 yuan or the equivalent of 10,000 dollars.", ""),
    ("en", "The port paid more than 50,000 yuan, the equivalent of 10,000 dollars.", "refuted"),
    ("fr", "On déclare plus de 50 000 yuans ou l'équivalent de 10 000 dollars.", ""),
    ("es", "Se declaran más de 50.000 yuanes o el equivalente a 10.000 dólares.", ""),
    ("de", "Wer mehr als 20.000 Dollar oder den Gegenwert von 15.000 Euro mitführt, meldet das an.", ""),
    ("ru", "Декларируют свыше 10 000 долларов или эквивалент 15 000 евро.", ""),
    ("ru", "Штраф — 10 000 долларов, что эквивалентно 12 000 евро.", "refuted"),
    ("pl", "Zgłosić trzeba ponad 20 000 dolarów lub równowartość 15 000 euro.", ""),
    ("it", "Si dichiarano più di 20.000 dollari o l'equivalente di 15.000 euro.", ""),
    ("tr", "20.000 dolardan fazla veya 15.000 euroya eşdeğer nakit bildirilir.", ""),
    ("zh", "携带5万元以上或者等值1万美元以上现金的，应当申报。", ""),
    ("zh", "港口支付了5万元，约合1.5万美元。", "refuted"),
    # From the lower end of a range upwards.
    (
        "en",
        "They cost five to more than six million dollars, that is, 84 million Mexican pesos and up.",
        None,
    ),
    (
        "es",
        "Son cinco a más de seis millones de dólares, es decir, 84 millones de pesos mexicanos para arriba.",
        None,
    ),
    (
        "de",
        "Sie kosten 5 bis mehr als sechs Millionen Dollar, also 84 Millionen mexikanische Pesos und mehr.",
        None,
    ),
    ("en", "They cost six million dollars, that is, 84 million Mexican pesos.", "refuted"),
    # More than, which holds.
    ("en", "The order is worth 3 billion yuan, that is more than $400 million.", "close"),
    ("de", "Der Auftrag beträgt 3 Milliarden Yuan, das sind mehr als 400 Millionen Dollar.", "close"),
    ("ru", "Сделка на 3 млрд юаней — это более $400 млн.", "close"),
    ("en", "The order is worth 3 billion yuan, that is more than $360 million.", "refuted"),
    ("en", "The order is worth 3 billion yuan, that is more than $300 million.", "refuted"),
    ("pt", "Custam três libras (menos de R$ 22).", "refuted"),
    ("pt", "Custam três libras (menos de R$ 20).", "close"),
    ("pt", "Custam três libras (menos de R$ 15).", "refuted"),
    ("en", "The order is worth 3 billion yuan, that is more than $500 million.", "refuted"),
    # What a rate moved by, and where it went.
    ("ru", "Курс снизился на 10 копеек к доллару (до 87,67 рубля).", ""),
    ("uk", "Курс знизився на 10 копійок до долара (до 37,90 гривні).", ""),
    ("en", "The dollar fell by 5 cents to the euro (to 0.91 euros).", ""),
    # With oil at a price, what the rate will be.
    ("ru", "При цене нефти $40 за баррель курс доллара составит 99,42 рубля.", ""),
    ("en", "With oil at $40 a barrel the dollar rate is 99.42 roubles.", ""),
    ("ru", "Баррель стоит $40, по сегодняшнему курсу это 2200 рублей.", "refuted"),
    # Of two markets: what misses by one factor.
    ("en", "Tin has support at $2,900 (Rs 95,000) and resistance at $3,000 (Rs 98,300).", ""),
    ("en", "Tin has support at $2,900 (Rs 95,000).", "refuted"),
    ("en", "The plant cost $2,900 (Rs 95,000), the pier $3,000 (Rs 150,000).", "refuted refuted"),
    ("en", "The plant cost $2,900 (Rs 2,400,000), the pier $3,000 (Rs 2,490,000).", "refuted refuted"),
    ("de", "Zinn kostet $2.900 (1.200 Euro), im März $3.000 (1.240 Euro).", ""),
    # The ends of a range are no change.
    ("ru", "Баррель подорожал на 1,2% — до нового ценового диапазона: от $56,82 до $57,25.", ""),
    ("ru", "Баррель подорожал на 1,2% — от $56,82 до $57,25.", "refuted"),
    # A rate that is told by codes, twice.
    ("vi", "Tỷ giá giao dịch tại 24.250 VND/USD và 24.620 VND/USD.", "supported"),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_conversions(language, text, expected, checked):
    found = [claim.finding.verdict for claim in checked(text, _DAY, lang=language)]
    if expected is None:
        assert "refuted" not in found
    else:
        assert " ".join(found) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # Of a day of the year so far: the euro was between 0.8293 and 0.9352 pounds.
        ("en", "Earlier this year a court awarded her €18,400 (£16,350).", "supported"),
        ("en", "Earlier this year a court awarded her €18,400 (£12,350).", "refuted"),
        ("en", "A court awarded her €18,400 (£16,350).", "refuted"),
        ("de", "Anfang des Jahres bekam sie 18.400 Euro (16.350 Pfund).", "supported"),
        ("de", "Anfang des Jahres bekam sie 18.400 Euro (12.350 Pfund).", "refuted"),
        ("fr", "Au début de l'année, elle a reçu 18 400 euros (16 350 livres sterling).", "supported"),
        ("fr", "Au début de l'année, elle a reçu 18 400 euros (12 350 livres sterling).", "refuted"),
        ("es", "A principios de año recibió 18.400 euros (16.350 libras esterlinas).", "supported"),
        ("pt", "No início do ano recebeu 18.400 euros (16.350 libras esterlinas).", "supported"),
        ("it", "All'inizio dell'anno ha ricevuto 18.400 euro (16.350 sterline).", "supported"),
        ("nl", "Eerder dit jaar kreeg ze 18.400 euro (16.350 pond).", "supported"),
        ("pl", "Na początku roku dostała 18 400 euro (16 350 funtów).", "supported"),
        ("ru", "В начале года она получила 18 400 евро (16 350 фунтов стерлингов).", "supported"),
        ("uk", "На початку року вона отримала 18 400 євро (16 350 фунтів стерлінгів).", "supported"),
        ("zh", "今年早些时候，她获赔18400欧元（16350英镑）。", "supported"),
        ("ja", "年初に1万8400ユーロ（1万6350ポンド）を受け取った。", "supported"),
        ("ko", "올해 초 1만8400유로(1만6350파운드)를 받았다.", "supported"),
        ("tr", "Yılın başında 18.400 euro (16.350 sterlin) aldı.", "supported"),
        ("ar", "في بداية العام حصلت على 18400 يورو (16350 جنيه إسترليني).", "supported"),
        ("vi", "Đầu năm nay bà nhận 18.400 euro (16.350 bảng Anh).", "supported"),
        ("id", "Awal tahun ini ia menerima 18.400 euro (16.350 pound sterling).", "supported"),
    ],
)
def test_earlier_this_year_is_any_day_of_it(language, text, expected, checked):
    (claim,) = checked(text, date(2020, 9, 29), lang=language)
    assert claim.finding.verdict == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The start-up has so far raised US$33 million (AU$46 million) from three funds."),
        ("en", "She played the part for a reported fee of £18.4 million ($27 million)."),
        ("de", "Die Firma hat bislang 33 Millionen Dollar (26 Millionen Euro) eingesammelt."),
        ("es", "La firma ya ha recaudado 33 millones de dólares (26 millones de euros)."),
        ("pl", "Spółka pozyskała dotychczas 33 mln dolarów (26 mln euro)."),
        ("zh", "公司迄今已融资3300万美元（2600万欧元）。"),
    ],
)
def test_sums_of_many_days_accuse_nobody(language, text, checked):
    assert not checked(text, _DAY, lang=language)


def test_what_was_just_raised_is_of_the_day(checked):
    (claim,) = checked("It has raised US$33 million (AU$42 million) in a funding round.", _DAY)
    assert claim.finding.verdict == "refuted"


def test_a_bare_dollar_of_a_rate_may_be_that_of_another_land(checked):
    (claim,) = checked("The pier opens in March. ($1=RMB5.39)", _DAY)
    assert claim.finding.verdict == "not_enough_info"
    (claim,) = checked("The pier opens in March. ($1=RMB6.39)", _DAY)
    assert claim.finding.verdict == "refuted"
    (claim,) = checked("The pier opens in March. (US$1=RMB5.39)", _DAY)
    assert claim.finding.verdict == "refuted"
