"""What one of many costs, how many there are, and all of them, told in clauses and sentences of their own."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2026, 6, 15)

RIGHT = (
    (
        "en",
        (
            "The council will buy 240 buses at a unit price of 310,000 euros. The bill is put at "
            "74.4 million euros."
        ),
    ),
    (
        "en",
        (
            "Hellwick Foods will pay 12 cents a share. With 95 million shares outstanding, the "
            "payout comes to 11.4 million dollars."
        ),
    ),
    (
        "en",
        (
            "Around 4,200 nurses will get 300 pounds a month for six months, costing the health "
            "service 7.56 million pounds."
        ),
    ),
    ("en", "The yard is to build two ferries for 180 million euros, or 90 million euros apiece."),
    (
        "en",
        (
            "The hotel let 18,000 rooms last year at an average price of 140 euros, bringing in "
            "2.52 million euros."
        ),
    ),
    (
        "en",
        (
            "The levy raises 14 million euros a year. The scheme runs for five years, so its "
            "total budget is 70 million euros."
        ),
    ),
    (
        "de",
        (
            "Die Stadt kauft 85 Busse zum Stückpreis von 420.000 Euro. Die Kosten beziffert sie "
            "auf 35,7 Millionen Euro."
        ),
    ),
    (
        "de",
        "Je Aktie schüttet die Harmann AG 1,20 Euro aus. Bei 40 Millionen Aktien sind das 48 Millionen Euro.",
    ),
    (
        "fr",
        (
            "Chacune des 1 200 classes recevra 3 500 euros. Coût total pour le département : 4,2 "
            "millions d'euros."
        ),
    ),
    (
        "fr",
        (
            "La commune versera 40 euros par mois à 2 500 familles pendant dix mois, soit une "
            "dépense de 1 million d'euros."
        ),
    ),
    (
        "es",
        (
            "El ayuntamiento comprará 60 autobuses a un precio unitario de 350.000 euros. La "
            "factura asciende a 21 millones de euros."
        ),
    ),
    (
        "it",
        (
            "Il Comune darà un bonus di 500 euro a ciascuna delle 9.000 famiglie. La spesa è di "
            "4,5 milioni di euro."
        ),
    ),
    (
        "pt",
        (
            "A prefeitura vai pagar R$ 300 por mês a 5.000 estudantes durante oito meses. O custo "
            "é de R$ 12 milhões."
        ),
    ),
    (
        "nl",
        "De gemeente koopt 40 bussen voor 500.000 euro per stuk. De totale kosten bedragen 20 miljoen euro.",
    ),
    ("sv", "Kommunen köper 30 bussar för 4 miljoner kronor styck. Notan blir 120 miljoner kronor."),
    (
        "da",
        (
            "Kommunen køber 30 busser til en stykpris på 4 millioner kroner. Regningen lyder på "
            "120 millioner kroner."
        ),
    ),
    (
        "no",
        (
            "Kommunen kjøper 30 busser til en stykkpris på 4 millioner kroner. Regningen blir 120 "
            "millioner kroner."
        ),
    ),
    (
        "fi",
        (
            "Kaupunki ostaa 30 bussia. Yksikköhinta on 400 000 euroa, joten kustannukset ovat 12 "
            "miljoonaa euroa."
        ),
    ),
    ("cs", "Město koupí 30 autobusů po 8 milionech korun. Náklady činí 240 milionů korun."),
    ("hu", "A város 30 buszt vesz, darabonként 80 millió forintért. A költség 2,4 milliárd forint."),
    (
        "ro",
        (
            "Primăria cumpără 30 de autobuze la prețul unitar de 2 milioane de lei. Costul se "
            "ridică la 60 de milioane de lei."
        ),
    ),
    ("ru", "Город купит 30 автобусов по 12 млн рублей каждый. Расходы составят 360 млн рублей."),
    ("uk", "Місто купить 30 автобусів по 5 млн грн кожен. Вартість закупівлі становить 150 млн грн."),
    (
        "el",
        "Ο δήμος θα δώσει 500 ευρώ σε καθεμία από τις 8.000 οικογένειες. Το κόστος φτάνει τα 4 εκατ. ευρώ.",
    ),
    (
        "tr",
        (
            "Belediye 8 bin öğrenciye ayda 1.500 lira burs verecek. Sekiz ay sürecek ödemelerin "
            "maliyeti 96 milyon lira."
        ),
    ),
    (
        "ar",
        "ستشتري البلدية 30 حافلة بسعر 400 ألف دولار لكل حافلة. وتبلغ التكلفة الإجمالية 12 مليون دولار.",
    ),
    ("he", "העירייה תעניק 2,000 שקל לכל אחת מ-5,000 משפחות. העלות הכוללת: 10 מיליון שקל."),
    (
        "hi",
        "सरकार 20,000 किसानों में से प्रत्येक को 6,000 रुपये देगी। इस पर कुल 12 करोड़ रुपये का खर्च आएगा।",
    ),
    ("th", "เทศบาลจะซื้อรถบัส 30 คัน คันละ 5 ล้านบาท ใช้งบประมาณ 150 ล้านบาท"),
    ("vi", "Thành phố mua 30 xe buýt, mỗi xe 4 tỷ đồng. Tổng kinh phí là 120 tỷ đồng."),
    ("id", "Pemkot membeli 30 bus seharga Rp2 miliar per unit. Total anggarannya Rp60 miliar."),
    ("ms", "Majlis bandaraya membeli 30 bas pada harga RM800,000 setiap satu. Kosnya RM24 juta."),
    ("zh", "公司拟向全体股东每10股派发现金红利5元，公司总股本为3亿股，派现总额为1.5亿元。"),
    ("zh", "市政府将购买300辆公交车，每辆120万元。总费用为3.6亿元。"),
    ("ja", "市はバス30台を1台あたり2500万円で購入する。費用は7億5000万円となる。"),
    ("ja", "1株あたり40円を配当する。発行済み株式は2億株で、配当総額は80億円になる。"),
    ("ko", "시는 버스 30대를 대당 3억원에 구입한다. 총 사업비는 90억원이다."),
    (
        "en",
        (
            "Rebuilding the 48 kilometres of track will cost 5 million euros per kilometre, 240 "
            "million euros altogether."
        ),
    ),
    (
        "en",
        (
            "The trust will give 650 students a grant of 400 euros a month. Over ten months that "
            "adds up to 2.6 million euros."
        ),
    ),
    (
        "de",
        (
            "Für 1.500 Lehrlinge gibt es ein Jahr lang je 100 Euro im Monat. Das kostet das Land "
            "1,8 Millionen Euro."
        ),
    ),
    ("de", "Der Fonds verteilt 36 Millionen Euro auf 2.400 Betriebe, im Schnitt 15.000 Euro."),
    (
        "fr",
        "L'enveloppe de 36 millions d'euros profitera à 3 000 commerces, soit 12 000 euros en moyenne.",
    ),
    (
        "es",
        (
            "La bodega vendió 2 millones de botellas a un precio medio de 7 euros, lo que supuso "
            "unos ingresos de 14 millones de euros."
        ),
    ),
    ("it", "I 36 milioni di euro andranno a 3.000 negozi, in media 12.000 euro ciascuno."),
    ("pt", "Os 36 milhões de euros vão para 3.000 lojas, em média 12.000 euros para cada uma."),
    ("da", "De 36 millioner kroner går til 3.000 butikker, i gennemsnit 12.000 kroner til hver."),
    ("fi", "Tuki on yhteensä 36 miljoonaa euroa. Sen saa 3 000 kauppaa, keskimäärin 12 000 euroa kukin."),
    ("pl", "Fundusz ma 36 mln zł. Skorzysta z niego 3 tys. sklepów, średnio po 12 tys. zł na sklep."),
    (
        "uk",
        "Фонд розподілить 36 млн грн. Їх отримають 3 тис. крамниць, у середньому по 12 тис. грн кожна.",
    ),
    ("ru", "Пособие в 3 тыс. рублей в месяц получат 40 тыс. семей. За год на это уйдёт 1,44 млрд рублей."),
)

WRONG = (
    (
        "en",
        (
            "The council will buy 240 buses at a unit price of 310,000 euros. The bill is put at "
            "91 million euros."
        ),
    ),
    (
        "en",
        (
            "Hellwick Foods will pay 12 cents on each of its 95 million shares, a payout of 14.4 "
            "million dollars."
        ),
    ),
    (
        "de",
        (
            "Die Stadt kauft 85 Busse zum Stückpreis von 420.000 Euro. Die Gesamtkosten liegen "
            "bei 48 Millionen Euro."
        ),
    ),
    (
        "de",
        (
            "Je Aktie schüttet die Harmann AG 1,20 Euro aus. Bei 40 Millionen Aktien kostet das "
            "56 Millionen Euro."
        ),
    ),
    (
        "fr",
        (
            "Chacune des 1 200 classes recevra 3 500 euros. Coût total pour le département : 5,4 "
            "millions d'euros."
        ),
    ),
    (
        "es",
        (
            "El ayuntamiento comprará 60 autobuses a un precio unitario de 350.000 euros. La "
            "factura asciende a 27 millones de euros."
        ),
    ),
    (
        "it",
        (
            "La società pagherà un dividendo di 0,40 euro per azione. Le azioni sono 50 milioni e "
            "l'esborso sarà di 26 milioni di euro."
        ),
    ),
    (
        "pt",
        (
            "A prefeitura vai pagar R$ 300 por mês a 5.000 estudantes durante oito meses. O custo "
            "é de R$ 16 milhões."
        ),
    ),
    (
        "nl",
        "De gemeente koopt 40 bussen voor 500.000 euro per stuk. De totale kosten bedragen 26 miljoen euro.",
    ),
    ("sv", "Kommunen köper 30 bussar för 4 miljoner kronor styck. Notan blir 150 miljoner kronor."),
    (
        "da",
        (
            "Kommunen køber 30 busser til en stykpris på 4 millioner kroner. Regningen lyder på "
            "150 millioner kroner."
        ),
    ),
    (
        "no",
        (
            "Kommunen kjøper 30 busser til en stykkpris på 4 millioner kroner. Regningen blir 150 "
            "millioner kroner."
        ),
    ),
    (
        "fi",
        (
            "Kaupunki ostaa 30 bussia. Yksikköhinta on 400 000 euroa, joten kustannukset ovat 15 "
            "miljoonaa euroa."
        ),
    ),
    ("cs", "Město koupí 30 autobusů po 8 milionech korun. Náklady činí 310 milionů korun."),
    ("hu", "A város 30 buszt vesz, darabonként 80 millió forintért. A költség 3,1 milliárd forint."),
    (
        "ro",
        (
            "Primăria cumpără 30 de autobuze la prețul unitar de 2 milioane de lei. Costul se "
            "ridică la 78 de milioane de lei."
        ),
    ),
    ("ru", "Город купит 30 автобусов по 12 млн рублей каждый. Расходы составят 450 млн рублей."),
    ("uk", "Місто купить 30 автобусів по 5 млн грн кожен. Вартість закупівлі становить 190 млн грн."),
    (
        "el",
        (
            "Ο δήμος θα δώσει 500 ευρώ σε καθεμία από τις 8.000 οικογένειες. Το κόστος ανέρχεται "
            "σε 5,2 εκατ. ευρώ."
        ),
    ),
    (
        "tr",
        (
            "Belediye 8 bin öğrenciye ayda 1.500 lira burs verecek. Sekiz ay sürecek ödemelerin "
            "toplam maliyeti 130 milyon lira."
        ),
    ),
    (
        "ar",
        "ستشتري البلدية 30 حافلة بسعر 400 ألف دولار لكل حافلة. وتبلغ التكلفة الإجمالية 16 مليون دولار.",
    ),
    ("he", "העירייה תעניק 2,000 שקל לכל אחת מ-5,000 משפחות. העלות הכוללת היא 13 מיליון שקל."),
    (
        "hi",
        "सरकार 20,000 किसानों में से प्रत्येक को 6,000 रुपये देगी। इस पर कुल 16 करोड़ रुपये का खर्च आएगा।",
    ),
    ("th", "เทศบาลจะซื้อรถบัส 30 คัน คันละ 5 ล้านบาท ใช้งบประมาณรวม 190 ล้านบาท"),
    ("vi", "Thành phố mua 30 xe buýt, mỗi xe 4 tỷ đồng. Tổng kinh phí là 160 tỷ đồng."),
    ("id", "Pemkot membeli 30 bus seharga Rp2 miliar per unit. Total anggarannya Rp80 miliar."),
    ("ms", "Majlis bandaraya membeli 30 bas pada harga RM800,000 setiap satu. Jumlah kosnya RM31 juta."),
    ("zh", "公司拟向全体股东每10股派发现金红利5元。公司总股本为3亿股，合计派发现金红利2.1亿元。"),
    ("ja", "市はバス30台を1台あたり2500万円で購入する。費用は総額9億円となる。"),
    ("ko", "시는 버스 30대를 대당 3억원에 구입한다. 총 사업비는 120억원이다."),
    ("ko", "1주당 500원을 배당한다. 주식 수는 4000만주로, 배당금 총액은 260억원이다."),
    (
        "en",
        (
            "The airline ordered 14 jets, each with a list price of 110 million dollars. The "
            "order is worth 1.98 billion dollars."
        ),
    ),
    (
        "en",
        (
            "A one-off payment of 250 euros will go to each of the 36,000 pensioners. It will "
            "cost the treasury 12 million euros."
        ),
    ),
    (
        "de",
        (
            "Im Schnitt bekommt jeder der 2.400 Betriebe 15.000 Euro. Insgesamt zahlt der Bund 29 "
            "Millionen Euro."
        ),
    ),
    (
        "fr",
        (
            "L'enveloppe de 36 millions d'euros bénéficiera à 3 000 commerces, soit 15 000 euros "
            "en moyenne pour chacun."
        ),
    ),
    ("it", "I 36 milioni di euro andranno a 3.000 negozi, in media 15.000 euro ciascuno."),
    ("nl", "De 36 miljoen euro gaat naar 3.000 winkels, gemiddeld 15.000 euro per winkel."),
    ("sv", "De 36 miljoner kronorna går till 3 000 butiker, i snitt 15 000 kronor per butik."),
    ("no", "De 36 millioner kronene går til 3000 butikker, i gjennomsnitt 15.000 kroner til hver."),
    ("fi", "Tuki on yhteensä 36 miljoonaa euroa. Sen saa 3 000 kauppaa, keskimäärin 15 000 euroa kukin."),
    ("cs", "Fond rozdělí 36 milionů korun. Získá je 3000 obchodů, v průměru po 15 tisících korun."),
    ("hu", "Az alap 36 millió eurót oszt szét. A támogatást 3000 bolt kapja, átlagosan 15 ezer eurót."),
    (
        "ro",
        "Fondul are 36 de milioane de lei. Banii merg la 3.000 de magazine, în medie câte 15.000 de lei.",
    ),
    (
        "el",
        (
            "Το ταμείο διαθέτει 36 εκατ. ευρώ. Θα τα λάβουν 3.000 καταστήματα, κατά μέσο όρο "
            "15.000 ευρώ το καθένα."
        ),
    ),
    ("hi", "कोष 36 करोड़ रुपये बांटेगा। इससे 30,000 दुकानों को लाभ होगा, औसतन प्रति दुकान 15,000 रुपये।"),
    ("th", "กองทุนจะแจกเงิน 36 ล้านบาท ให้ร้านค้า 3,000 แห่ง เฉลี่ยแห่งละ 15,000 บาท"),
    ("vi", "Quỹ sẽ chi 36 tỷ đồng. Có 3.000 cửa hàng được hưởng, trung bình mỗi cửa hàng 15 triệu đồng."),
    ("zh", "基金总额为3600万元。共有3000家商店受益，平均每家1.5万元。"),
    ("ja", "基金は3600万円を配る。対象は300店で、1店あたり平均15万円となる。"),
    ("ko", "기금은 36억원을 나눠준다. 3000개 상점이 혜택을 받으며, 상점당 평균 150만원이다."),
)

SILENT = (
    (
        "en",
        (
            "The firm has 1,200 staff. Its revenue was 450 million dollars and it pays a dividend "
            "of 0.50 dollars a share."
        ),
    ),
    (
        "en",
        (
            "Around 4,200 nurses will get 300 pounds a month for six months. The cost to the "
            "health service is 9.1 million pounds."
        ),
    ),
    (
        "en",
        (
            "The levy raises 14 million euros a year. The scheme runs for five years and its "
            "total budget is 90 million euros."
        ),
    ),
    ("en", "It sold 3,000 cars at 20,000 dollars each. Total sales of the group were 95 million dollars."),
    (
        "en",
        "Each of the 36,000 pensioners gets 250 euros. The pension fund has assets of 12 million euros.",
    ),
    (
        "en",
        (
            "The shop sells 30,000 shirts a year at 40 euros each. Its owner paid 1.5 million "
            "euros for the building."
        ),
    ),
    ("en", "It pays 0.40 euros per share. There are 60 million shares. Net profit was 31 million euros."),
    (
        "en",
        (
            "The depot will have 1,450 staff. Its rent is 41,000 pounds a year, and the land cost "
            "66 million pounds."
        ),
    ),
    ("en", "Up to 1,200 families will get 500 dollars each. The cost is put at 450,000 dollars."),
    (
        "en",
        (
            "Each of the 1,200 families gets 500 dollars. With school meals and other help, the "
            "cost is 750,000 dollars."
        ),
    ),
    (
        "de",
        (
            "Je Aktie zahlt die Harmann AG 1,20 Euro. Sie hat 40 Millionen Aktien. Der Gewinn lag "
            "bei 60 Millionen Euro."
        ),
    ),
    (
        "fr",
        (
            "Le billet coûte 30 euros par personne. Quelque 4 000 visiteurs sont venus. Le "
            "chiffre d'affaires atteint 150 000 euros."
        ),
    ),
    ("ru", "Каждый из 1200 рабочих получит по 50 тыс. рублей. Выручка завода составила 85 млн рублей."),
    ("zh", "公司每股派息0.5元。公司有2亿股。净利润为1.3亿元。"),
)


@pytest.fixture
def verdicts(checked):
    """The verdicts on a text in a language."""
    return lambda lang, text: {each.finding.verdict for each in checked(text, DAY, lang=lang)}


@pytest.mark.parametrize(("lang", "text"), RIGHT)
def test_a_right_total_is_found(lang: str, text: str, verdicts) -> None:
    assert verdicts(lang, text) in ({"supported"}, {"close"})


@pytest.mark.parametrize(("lang", "text"), WRONG)
def test_a_wrong_total_is_refuted(lang: str, text: str, verdicts) -> None:
    assert "refuted" in verdicts(lang, text)


@pytest.mark.parametrize(("lang", "text"), SILENT)
def test_what_may_be_of_another_thing_accuses_nobody(lang: str, text: str, verdicts) -> None:
    assert "refuted" not in verdicts(lang, text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A share of 51.5 million dollars goes to Miller, 45, and the fine is 2.32 billion dollars.", set()),
        ("A share of 51.5 million dollars goes to each of 45 heirs, 2.32 billion dollars.", {"supported"}),
        ("Revenue was 3.2 billion euros. It reported a fourth quarter profit of 800 million euros.", set()),
        (
            "Revenue was 3.2 billion euros. It reported a profit of 800 million euros, a fourth of revenue.",
            {"supported"},
        ),
    ],
)
def test_an_age_counts_nothing_and_a_quarter_of_a_year_is_no_share(
    text: str, found: set[str], verdicts
) -> None:
    assert set(verdicts("en", text)) == found
