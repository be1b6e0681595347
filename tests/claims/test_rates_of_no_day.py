"""Rates and conversions that words tell to be none of the day's market: they accuse nobody."""

from __future__ import annotations

from datetime import date

import pytest

_DAY = date(2024, 1, 15)  # 1 EUR = 1.0945 USD, 1 USD = 16.89 MXN, 7.17 CNY, 7.46 DKK to the euro

# Forecasts, budgets, conditions.
TO_COME = [
    ("en", "Ore costs 90 dollars. Analysts expect a corridor of 1.20-1.25 dollars per euro next quarter."),
    ("en", "Ore costs 90 dollars. In the bank's main scenario the euro trades at 1.25 dollars per euro."),
    ("en", "Ore costs 90 dollars. If the talks fail, the rate is 1.25 dollars per euro."),
    ("de", "Erz kostet 90 Dollar. Bis zum Jahresende erwartet die Bank einen Kurs von 1,25 Dollar je Euro."),
    ("de", "Erz kostet 90 Dollar. Der Haushaltsentwurf rechnet mit einem Kurs von 1,25 Dollar je Euro."),
    ("fr", "Le minerai vaut 90 dollars. La banque table sur un taux de change de 1,25 dollar pour un euro."),
    ("es", "El mineral vale 90 dólares. Para fin de año el tipo de cambio sería de 19,50 pesos por dólar."),
    ("es", "El mineral vale 90 dólares. Su escenario central es un tipo de cambio de 19,50 pesos por dólar."),
    ("pt", "O minério vale 90 dólares. O mercado projeta uma taxa de câmbio de R$ 5,60 por dólar."),
    ("it", "Il minerale vale 90 dollari. Entro fine anno il cambio sarà di 1,25 dollari per euro."),
    ("nl", "Erts kost 90 dollar. De bank verwacht een wisselkoers van 1,25 dollar per euro."),
    ("pl", "Ruda kosztuje 90 dolarów. Prognoza na koniec roku to kurs 4,60 zł za dolara."),
    ("ru", "Руда стоит 90 долларов. К концу года аналитики ждут курс 97 рублей за доллар."),
    ("ru", "Руда стоит 90 долларов. Рубль будет торговаться в коридоре 95–97 рублей за доллар."),
    ("ru", "Руда стоит 90 долларов. Без пошлин курс был бы на уровне 79 рублей за доллар."),
    ("uk", "Руда коштує 90 доларів. У бюджеті закладено курс 41 гривня за долар."),
    ("cs", "Ruda stojí 90 dolarů. Banka očekává kurz 24,50 koruny za dolar."),
    ("tr", "Cevher 90 dolar. Yıl sonunda dolar başına 36 lira bekleniyor."),
    ("zh", "矿石价格90美元。预计年底1美元兑7.60元人民币。"),
    ("ja", "鉱石は90ドル。年末には1ドル=160円になる見通しだ。"),
    ("ko", "광석은 90달러다. 연말 환율은 달러당 1,450원으로 전망된다."),
    ("vi", "Quặng giá 90 USD. Cuối năm tỷ giá dự báo là 26.000 đồng/USD."),
    ("id", "Bijih dihargai 90 dolar. Kurs akhir tahun diproyeksikan Rp 16.900 per dolar."),
    ("hu", "Az érc ára 90 dollár. Az elemzők előrejelzése 380 forint dolláronként."),
    ("ro", "Minereul costă 90 de dolari. Banca estimează un curs de 4,95 lei pe dolar."),
    ("sv", "Malmen kostar 90 dollar. Banken spår en kurs på 11,50 kronor per dollar."),
    ("da", "Malmen koster 90 dollar. Banken forventer en kurs på 7,50 kroner per dollar."),
    ("fi", "Malmi maksaa 90 dollaria. Pankin ennuste on 1,25 dollaria eurolta."),
]
# Hedged, needed, or called fair.
NEEDED = [
    ("en", "The firm has hedged 90 dollars at 1.17 dollars per euro."),
    ("en", "Ore costs 90 dollars. The fair value of the peso is 14.50 Mexican pesos per dollar."),
    ("de", "Erz kostet 90 Dollar. Die Firma ist zu einem Kurs von 1,17 Dollar je Euro abgesichert."),
    ("es", "El mineral vale 90 dólares. Aseguraron un tipo de cambio de 19,30 pesos mexicanos por dólar."),
    ("ru", "Руда стоит 90 долларов. Справедливый курс, по его мнению, — 70 рублей за доллар."),
    ("ru", "Руда стоит 90 долларов. Экспортёрам нужен курс не ниже 97 рублей за доллар."),
    ("uk", "Руда коштує 90 доларів. Справедливий курс — 33 гривні за долар."),
    ("ro", "Minereul costă 90 de dolari. La casele de schimb cursul este de 4,75 lei pe dolar."),
    ("ja", "鉱石は90ドル。会社計画の前提は1ドル=130円だ。"),
    ("ko", "광석은 90달러다. 사업계획 환율은 달러당 1,200원이다."),
    ("he", "העפרה עולה 90 דולר. הבנק צופה שער של 3.40 שקל לדולר."),
    ("th", "แร่ราคา 90 ดอลลาร์ คาดว่าค่าเงินจะอยู่ที่ 37 บาทต่อดอลลาร์"),
    ("hi", "अयस्क 90 डॉलर का है। बैंक का अनुमान 86 रुपये प्रति डॉलर है।"),
]
# What the rate came to once, and no more.
PAST = [
    ("en", "It earns 90 dollars. The peso had fallen to 21.50 Mexican pesos per dollar, and recovered."),
    ("es", "Gana 90 dólares. El peso llegó a estar a 21,50 pesos mexicanos por dólar y ya se recuperó."),
    ("pt", "Ganha 90 dólares. O real chegou a R$ 5,70 por dólar e já se recuperou."),
    ("ru", "Получает 90 долларов. Курс доходил до 101 рубля за доллар, а потом вернулся."),
    ("de", "Er verdient 90 Dollar. Der Kurs war auf 1,25 Dollar je Euro gestiegen und kam zurück."),
    ("id", "Gajinya 90 dolar. Kurs sempat berada di Rp 17.100 per dolar lalu pulih."),
    ("zh", "他挣90美元。人民币曾跌至1美元兑7.60元。"),
]
# What one firm gives that sends or changes money.
DEALER = [
    ("en", "Alvera Transfer takes a fee of 4 dollars and gives a rate of 16.10 Mexican pesos per dollar."),
    ("es", "Alvera cobra una comisión de 4 dólares y un tipo de cambio de 16,10 pesos mexicanos por dólar."),
    (
        "fr",
        "Alvera prend 4 dollars de commission, au taux de change de 16,10 pesos mexicains pour un dollar.",
    ),
    ("de", "Alvera nimmt 4 Dollar Gebühr und einen Kurs von 16,10 mexikanischen Pesos je Dollar."),
    ("pt", "A Alvera cobra comissão de 4 dólares e câmbio de R$ 4,60 por dólar."),
    ("ru", "Обменники с комиссией 4 доллара дают курс 83 рубля за доллар."),
    ("tr", "Alvera 4 dolar komisyon alıyor, kuru dolar başına 28,50 lira."),
    ("vi", "Trên thị trường tự do phí là 4 USD, giá 25.300 đồng/USD."),
    ("ar", "تأخذ الشركة عمولة 4 دولارات بسعر صرف 28 جنيها مصريا للدولار."),
]


@pytest.mark.parametrize(("language", "text"), [*TO_COME, *NEEDED, *PAST, *DEALER])
def test_a_rate_of_no_day_accuses_nobody(language, text, checked):
    assert all(claim.finding.verdict != "refuted" for claim in checked(text, _DAY, lang=language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ore costs 90 dollars. The rate is now 1.25 dollars per euro."),
        ("en", "Ore costs 90 dollars, and analysts expect more. ($1 = 0.8500 euros)"),
        ("en", "Analysts expect that ore will cost 90 dollars ($1 = 0.8500 euros)."),  # the note of a wire
        ("en", "Ore costs 90 dollars. The rate is today 1.25 dollars per euro, within the old corridor."),
        ("de", "Erz kostet 90 Dollar. Der Kurs beträgt heute 1,25 Dollar je Euro."),
        ("de", "Erz kostet 90 Dollar. Der Wechselkurs beträgt 1,25 Dollar je Euro."),
        ("fr", "Le minerai vaut 90 dollars. Le taux de change est de 1,25 dollar pour un euro."),
        ("es", "El mineral vale 90 dólares. El tipo de cambio es de 19,50 pesos mexicanos por dólar."),
        ("pt", "O minério vale 90 dólares. A taxa de câmbio está em R$ 5,60 por dólar."),
        ("ru", "Руда стоит 90 долларов. Сейчас курс составляет 97 рублей за доллар."),
        ("pl", "Ruda kosztuje 90 dolarów. Kurs wynosi 4,60 zł za dolara."),
        ("tr", "Cevher 90 dolar. Kur dolar başına 36 lira."),
        ("zh", "矿石价格90美元。今日汇率为1美元兑7.90元人民币。"),
        ("ko", "광석은 90달러다. 환율은 달러당 1,450원이다."),
        ("en", "Ore costs 90 dollars. The bank expects a rate of 12.50 dollars per euro."),  # by a factor
        ("es", "Gana 90 dólares. El peso llegó a estar a 215 pesos mexicanos por dólar."),
    ],
)
def test_what_is_told_of_the_day_or_misses_by_a_factor_does(language, text, checked):
    found = checked(text, _DAY, lang=language)
    assert [claim.finding.verdict for claim in found] == ["refuted"]
