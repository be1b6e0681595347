"""Which time the rate of a conversion is of, where the text names another than its own day."""

from __future__ import annotations

from datetime import date

import pytest

# On 24 February 2025, the day of these texts, a dollar was 0.955 euros; in 2014 from 0.72 to 0.82.


@pytest.mark.parametrize(
    "text",
    [
        "In 2014 the town sold its port. It got $50m (41m euros).",
        "The town sold its port in 2014. Many were glad. It got $50m (41m euros).",
        "The port, sold in 2014, was a good deal: the town got $50m (41m euros).",
        "En 2014, la ville vend son port. Elle reçoit 50 millions de dollars (41 millions d'euros).",
        "2014 verkaufte die Stadt ihren Hafen. Sie erhielt 50 Millionen Dollar (41 Millionen Euro).",
        "En 2014 la ciudad vendió su puerto. Recibió 50 millones de dólares (41 millones de euros).",
        "Em 2014 a cidade vendeu o porto. Recebeu 50 milhões de dólares (41 milhões de euros).",
        "Nel 2014 la città ha venduto il porto. Ha incassato 50 milioni di dollari (41 milioni di euro).",
        "В 2014 году город продал порт. Он получил 50 млн долларов (41 млн евро).",
        "2014年，该市出售了港口。该市获得5000万美元（约合4100万欧元）。",
        "2014年に市は港を売却した。市は5000万ドル(4100万ユーロ)を得た。",
        "The ledger begins on 8 May 2014. In December it lists $50m (41m euros).",
        "The town sold its port in December 2014.\n\nIt got $50m (41m euros).",
        "The town sold its port in 2014.\nMany were glad. It got $50m (41m euros).",
    ],
)
def test_a_time_that_the_sentences_before_name(text: str, checked) -> None:
    (claim,) = checked(text)
    assert claim.finding.verdict == "supported"
    assert claim.finding.facts.period.start.year == 2014


@pytest.mark.parametrize(
    "text",
    [
        "In 2014 the town sold its port. It got $50m (44m euros).",  # at no rate of that year
        "2014年，该市出售了港口。该市获得5000万美元（约合4400万欧元）。",
        "In 2014 the town sold its port. It got $50m (41bn euros).",
        "The town sold its port in 2014. Many were glad. It rained. It got $50m (41m euros).",
        "The town sold its port in 2014.\n\nIt got $50m (41m euros).",  # a paragraph of its own
        "The town sold its port in December 2014.\n\nMany were glad. It got $50m (41m euros).",
        "In 2014 the town sold its port. On 3 June 2019 it paid $50m (41m euros).",  # has a day of its own
        "The ledger begins on 8 May 2014. In June it lists $50m (41m euros).",  # not what June had
    ],
)
def test_a_time_that_is_none_of_the_conversion(text: str, checked) -> None:
    (claim,) = checked(text)
    assert claim.finding.verdict == "refuted"


@pytest.mark.parametrize(("year", "verdict"), [("2025", "refuted"), ("January 2025", "supported")])
def test_the_year_that_runs_says_nothing_of_its_days(year: str, verdict: str, checked) -> None:
    text = f"In {year} the town sold its port. It got $50m (48.3m euros)."
    (claim,) = checked(text, on=date(2025, 9, 1))  # when a dollar was 0.853 euros
    assert claim.finding.verdict == verdict


def test_what_fits_no_time_is_told_to_miss_the_rate_of_the_day(checked) -> None:
    (claim,) = checked("In 2014 the town sold its port. It got $50m (42.5m euros).")
    assert (claim.finding.verdict, claim.finding.facts.period) == ("refuted", None)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The ledger begins on 8 September 1998. It lists $80,000, or 104,000 reais.", "not_enough_info"),
        ("The ledger begins on 8 September 1998. It lists $80,000, or 304,000 reais.", "refuted"),
        ("He left 12,000 pounds in 1955 (about $1.3m).", "not_enough_info"),
        ("The mill, founded in 1955, has 12m pounds (about $19.3m).", "refuted"),
        ("The mill, founded in 1985, has 12m euros (about $19.3m).", "refuted"),  # there were no euros
    ],
)
def test_rates_of_a_time_that_nobody_knows(text: str, verdict: str, checked) -> None:
    (claim,) = checked(text)
    assert claim.finding.verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("In 2014 it got $50m (41m euros at the exchange rate of the time).", ["supported"]),
        ("In 2014 it got $50m (47.8m euros at the exchange rate of the time).", ["supported"]),
        ("In 2014 it got $50m (61m euros at the exchange rate of the time).", ["refuted"]),
        ("It got $50m (61m euros at the exchange rate of the time).", []),  # and nobody says when
        ("В 2014 году он получил 50 млн долларов (61 млн евро по тогдашнему курсу).", ["refuted"]),
        ("En 2014 recibió 50 millones de dólares (61 millones de euros al cambio de entonces).", ["refuted"]),
        ("In 2014 it got $50m (41m euros at today's exchange rate).", ["refuted"]),
        ("In 2014 it got $50m (47.8m euros at today's exchange rate).", ["supported"]),
        ("En 2014 recibió 50 millones de dólares (41 millones de euros al cambio actual).", ["refuted"]),
        ("2014 erhielt sie 50 Millionen Dollar (41 Millionen Euro zum heutigen Kurs).", ["refuted"]),
    ],
)
def test_words_for_the_rate_of_then_or_of_today(text: str, verdicts: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text)] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        # on 29 April 2024 a dollar was 156.3 yen, in that month 151 to 158, on the day of the text 147
        ("今年4月29日，日元汇率回升至156日元兑1美元。", ["supported"]),
        ("今年4月29日，日元汇率回升至152日元兑1美元。", ["refuted"]),
        ("今年4月，日元汇率回升至152日元兑1美元。", ["supported"]),
        ("今年4月29日，日元汇率回升至175日元兑1美元。", ["refuted"]),
        ("今天，日元汇率回升至155日元兑1美元。", ["refuted"]),
        ("去年4月，日元汇率为133日元兑1美元。", ["supported"]),
        ("In April it got 3bn yen, at an exchange rate of 155 yen per dollar.", ["supported"]),
        ("It got 3bn yen, at an exchange rate of 155 yen per dollar.", ["refuted"]),
    ],
)
def test_a_rate_of_a_time_that_its_sentence_names(text: str, verdicts: list[str], checked) -> None:
    found = checked(text, on=date(2024, 8, 7))
    assert [claim.finding.verdict for claim in found if claim.claim.kind == "rate"] == verdicts


TODAY = {
    "en": "He left 12,000 pounds, equivalent to more than 1m dollars {today}.|in today's money",
    "de": "Er hinterließ 12.000 Pfund, umgerechnet mehr als 1 Million Dollar {today}.|nach heutigem Wert",
    "fr": "Il laissa 12 000 livres sterling, soit plus de 1 million de dollars {today}.|d'aujourd'hui",
    "es": "Dejó 12.000 libras esterlinas, es decir, más de 1 millón de dólares {today}.|de hoy",
    "it": "Lasciò 12.000 sterline, pari a più di 1 milione di dollari {today}.|di oggi",
    "pt": "Deixou 12.000 libras esterlinas, ou seja, mais de 1 milhão de dólares {today}.|em valores atuais",
    "ro": "A lăsat 12.000 de lire sterline, adică peste 1 milion de dolari {today}.|de azi",
    "nl": "Hij liet 12.000 pond na, omgerekend meer dan 1 miljoen dollar {today}.|in huidig geld",
    "sv": "Han lämnade 12 000 pund, motsvarande mer än 1 miljon dollar {today}.|i dagens penningvärde",
    "da": "Han efterlod 12.000 pund, svarende til mere end 1 million dollar {today}.|i dag",
    "no": "Han etterlot 12 000 pund, tilsvarende mer enn 1 million dollar {today}.|i dagens verdi",
    "fi": "Hän jätti 12 000 puntaa eli yli 1 miljoona dollaria {today}.|nykyrahassa",
    "pl": "Zostawił 12 000 funtów, czyli ponad 1 milion dolarów {today}.|dzisiaj",
    "cs": "Zanechal 12 000 liber, tedy více než 1 milion dolarů {today}.|v dnešních cenách",
    "hu": "12 000 fontot, azaz több mint 1 millió dollárt hagyott hátra {today}.|mai áron",
    "el": "Άφησε 12.000 λίρες Αγγλίας, δηλαδή πάνω από 1 εκατομμύριο δολάρια {today}.|σήμερα",
    "ru": "Он оставил 12 000 фунтов, то есть более 1 млн долларов {today}.|в нынешних ценах",
    "uk": "Він залишив 12 000 фунтів, тобто понад 1 млн доларів {today}.|сьогодні",
    "tr": "12.000 sterlin, yani {today}yaklaşık 1 milyon dolar bıraktı.|bugün ",
    "ar": "ترك 12000 جنيه إسترليني، أي ما يعادل أكثر من مليون دولار {today}.|اليوم",
    "he": 'הוא השאיר 12,000 ליש"ט, כלומר כ-1.2 מיליון דולר {today}.|היום',
    "hi": "उसने 12,000 पाउंड यानी {today}10 लाख डॉलर छोड़े।|आज के ",
    "id": "Ia mewariskan 12.000 pound, setara dengan lebih dari 1 juta dolar AS {today}.|saat ini",
    "ms": "Dia mewariskan 12,000 paun, bersamaan lebih 1 juta dolar AS {today}.|hari ini",
    "vi": "Ông để lại 12.000 bảng Anh (tương đương hơn 1 triệu USD {today}).|ngày nay",
    "th": "เขาทิ้งเงินไว้ 12,000 ปอนด์ หรือมากกว่า 1 ล้านดอลลาร์{today}|ในปัจจุบัน",
    "zh": "他留下1.2万英镑，相当于{today}超过100万美元。|今天的",
    "ja": "彼は1万2000ポンド({today}100万ドル以上)を残した。|現在の価値で",
    "ko": "그는 1만2000파운드, 즉 {today}100만달러 이상을 남겼다.|현재 가치로 ",
}


@pytest.mark.parametrize("language", TODAY)
def test_money_of_today_is_no_conversion(language: str, checked) -> None:
    text, _, words = TODAY[language].partition("|")
    assert [claim.claim.kind for claim in checked(text.format(today=words))] == []
    (claim,) = checked(text.format(today=""))
    assert (claim.claim.kind, claim.finding.verdict) == ("equivalence", "refuted")


def test_money_of_today_supports_where_it_fits(checked) -> None:
    (claim,) = checked("He left 12,000 pounds, equivalent to 15,100 dollars today.")
    assert claim.finding.verdict == "supported"


PASSED = {
    "en": "The dollar briefly broke that line",
    "de": "Der Dollar durchbrach kurzzeitig diese Marke",
    "fr": "Le dollar a brièvement franchi ce seuil",
    "es": "El dólar tocó brevemente ese umbral",
    "it": "Il dollaro ha sfondato brevemente quella soglia",
    "pt": "O dólar ultrapassou brevemente esse patamar",
    "ro": "Dolarul a depășit acest prag",
    "nl": "De dollar brak kortstondig door die drempel",
    "sv": "Dollarn bröt kortvarigt den gränsen",
    "da": "Dollaren brød kortvarigt den grænse",
    "no": "Dollaren brøt kortvarig den grensen",
    "fi": "Dollari ylitti hetkellisesti rajan",
    "pl": "Dolar na chwilę przebił ten próg",
    "cs": "Dolar krátce prolomil tu hranici",
    "hu": "A dollár áttörte ezt a határt",
    "el": "Το δολάριο ξεπέρασε στιγμιαία το όριο",
    "ru": "Доллар ненадолго пробил эту отметку",
    "uk": "Долар ненадовго пробив цю позначку",
    "tr": "Dolar kısa süreli bu eşiği aştı",
    "ar": "اخترق الدولار هذا الحاجز لفترة وجيزة",
    "he": "הדולר חצה לרגע את הרף",
    "hi": "डॉलर ने यह सीमा पार की",
    "id": "Dolar sempat menembus angka itu",
    "ms": "Dolar menembusi angka itu seketika",
    "vi": "Đồng đô la chạm ngưỡng này",
    "th": "ดอลลาร์ทะลุระดับนี้ชั่วขณะ",
    "zh": "美元一度突破这一关口",
    "ja": "ドルは一時この節目を突破した",
    "ko": "달러는 장중 한때 이 선을 돌파했다",
}


@pytest.mark.parametrize("language", PASSED)
@pytest.mark.parametrize(("rate", "verdicts"), [("160", []), ("1600", ["refuted"]), ("147", ["supported"])])
def test_a_rate_that_the_market_passed_accuses_nobody_but_of_a_factor(
    language: str, rate: str, verdicts: list[str], checked
) -> None:
    found = checked(f"{PASSED[language]} (1 USD = {rate} JPY).", on=date(2024, 8, 7))
    assert [claim.finding.verdict for claim in found] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("日本央行说，日元对美元汇率可能跌破160日元兑1美元。", []),
        ("日本央行说，日元对美元汇率昨日跌至160日元兑1美元。", ["refuted"]),
        ("It sold yen: the dollar could reach an exchange rate of 160 yen per dollar.", []),
        ("It sold yen: the dollar is at an exchange rate of 160 yen per dollar.", ["refuted"]),
        ("It sold yen: the dollar could reach an exchange rate of 222 yen per dollar.", ["refuted"]),
    ],
)
def test_a_rate_that_may_come(text: str, verdicts: list[str], checked) -> None:
    found = checked(text, on=date(2024, 8, 7))
    assert [claim.finding.verdict for claim in found] == verdicts
