"""What budgets and agencies report beside their figures and do not mean of them, and the slips like it."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.rates.book import RateBook

from .test_charity import verdicts


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        # A share is what something is beside what it was or was to be.
        ("ru", "Город получит 530 млн рублей. Из этих средств истрачено 279 млн рублей, или 80% к плану."),
        (
            "ru",
            "Город получит 530 млн рублей. Объем расходов составил 279 млн рублей (80% к уровню 2015 года).",
        ),
        ("en", "The town gets 530m euros. Of that, it spent 279m euros, or 80% compared with the plan."),
        (
            "de",
            "Sie bekommt 530 Mio. Euro. Davon gab sie 279 Mio. Euro aus, also 80 Prozent gegenüber 2015.",
        ),
        (
            "pl",
            "Miasto dostanie 530 mln zł. Z tych środków wydano 279 mln zł, czyli 80% w porównaniu z planem.",
        ),
        # It is one of what is named, by a word that is "from" as well.
        ("ru", "Дали 74 млн рублей. Из этих средств на школы ушло 29 млн рублей, или 60% от доходов района."),
        # It is more than all there is of anything that is named.
        ("ru", "На завод дали 893 млн рублей. К 2020 году объем достигнет 110% или 1113 млн рублей."),
        ("en", "The works will cost 893m euros. By then it will reach 110%, or 1.1bn euros."),
        # Two of them make all of a third thing, or those beside it are of other things.
        (
            "ru",
            "Дали 7,8 млн рублей (60%), что с учетом средств области в 5,2 млн рублей (40%) хватит.",
        ),
        (
            "en",
            "It will spend 8m euros (60%), which with 5m euros (40%) of that from the town is enough.",
        ),
        (
            "id",
            "Jumlah Rp42 triliun terdiri dari bea Rp10 triliun (57%) dan cukai Rp32 triliun (52%).",
        ),
        # It is taken off.
        ("de", "Der Preis lag bei 12 Euro. Ziehen wir davon 60 Prozent ab, bleiben rund 5 Euro."),
        (
            "hu",
            "Az átlagár 12 forint volt. Ha ebből leveszünk 60 százalékot, nagyjából 5 forintos árat kapunk.",
        ),
        # The bracket after it tells what was planned and what became of that.
        ("en", "The town gets 99.8m euros, of which 76% (planned 55m euros, spent 19m euros) in its centre."),
        (
            "ru",
            "Дадут 99,8 млн рублей, в том числе центру 75% (план - 55 млн рублей, факт - 19 млн рублей).",
        ),
        # What something rose by and what it rose to.
        (
            "hu",
            "Előbb 24 milliárd forinttal, 2015-ben 8 milliárd forinttal, összesen 61 milliárd forintra nőtt.",
        ),
        ("en", "The aid rose by 24bn euros in 2014 and by 8bn euros in 2015, to a total of 61bn euros."),
        ("de", "Die Hilfe stieg erst um 24 Mrd. Euro, dann um 8 Mrd. Euro, auf insgesamt 61 Mrd. Euro."),
        (
            "es",
            "La ayuda subió 24.000 millones de euros y luego 8.000 millones, hasta un total de 61.000.",
        ),
        ("pt", "A ajuda subiu R$ 24 bilhões em 2014 e R$ 8 bilhões em 2015, para um total de R$ 61 bilhões."),
        (
            "tr",
            "Ada 500 bin dolara oturma izni veriyor, öteki 400 bin dolarla birlikte 800 bin dolar istiyor.",
        ),
        # What something else rose by, after what it rose to beside the year before.
        (
            "ru",
            "Прибыль росла на 40% по сравнению с прошлым годом до 380 млн руб., доход на 18% до 1,6 млрд",
        ),
        (
            "cs",
            "Zisk stoupl o 40 % oproti předchozímu roku na 380 mil. Kč, tržby o 18 % na 1,6 mld. Kč.",
        ),
        # A quarter of a year; what it was before the news; what became less beside what it was.
        ("ar", "تم خفض أرباح الربع الأول من 1612 مليون ريال لتصبح 311 مليون ريال."),
        ("en", "The euro rose 1.2 per cent to $1.1113 from around $1.1084 before the survey."),
        ("ar", "انخفضت أرباحها إلى 10.11 مليار ريال، بنسبة 22% مقارنة بأرباح قدرها 12.90 مليار ريال."),
        # What is given for two days; what a year brings, in other money.
        ("en", "The trades of two sessions came to 8.1bn euros (or 4.05bn euros a day). It is 80 years old."),
        ("en", "In three years the average income will be 15,000 dollars, or about 471,300 baht a year."),
        ("de", "In drei Jahren beträgt das Einkommen 15.000 Dollar oder rund 11.000 Euro im Jahr."),
        # One of the parts is the price of each of two.
        ("th", "รางวัลที่ 1 200,000 บาท รางวัลที่ 2 100,000 บาท และ 2 รางวัล ๆ ละ 50,000 บาท รวมทั้งสิ้น 3,000,000 บาท"),
        # What something else costs than the sum before.
        ("zh", "总价超过500澳元。仅运费约为100美元。"),
        ("en", "It costs 500 Australian dollars. Freight alone works out at about 100 US dollars."),
        # What a tax is called by.
        ("zh", "最高档35%税率的下限从10万元提高至50万元。"),
    ],
)
def test_no_report_is_accused_of_what_it_did_not_say(book: RateBook, lang: str, text: str) -> None:
    assert [found for found in verdicts(book, text, lang) if found[1] == "refuted"] == []


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("ru", "Город получит 530 млн рублей. Из этих средств истрачено 279 млн рублей, или 80%.", "share"),
        ("en", "The town gets 530m euros. Of that, it spent 279m euros, or 80%.", "share"),
        (
            "en",
            "It will spend 12bn euros. Of that, 6bn euros (50%) is for rail; 3bn euros (35%) is for roads.",
            "share",
        ),
        (
            "de",
            "Der Preis lag bei 12 Euro. Ziehen wir davon 60 Prozent ab, rund 6 Euro, so ist das viel.",
            "share",
        ),
        ("en", "The town gets 99.8m euros, of which 76% (55m euros) in its centre.", "share"),
        ("en", "It gave 24bn euros in 2014 and 8bn euros in 2015, a total of 61bn euros.", "sum"),
        (
            "tr",
            "Tedarikçilere 6 milyar avro, müşterilere 5 milyar avro veriyor, toplam 20 milyar avro.",
            "sum",
        ),
        ("zh", "销售额增长35%，从10万元增至50万元。", "change"),
        ("cs", "Zisk stoupl o 40 procent z 380 milionů korun na 1,6 miliardy korun.", "change"),
        ("en", "The euro rose 1.2 per cent to $1.1113 from $1.1084.", "change"),
        ("zh", "总价为500澳元。这约为150美元。", "equivalence"),
        ("en", "It costs 500 Australian dollars. That sum works out at about 150 US dollars.", "equivalence"),
        ("en", "It will spend 12bn euros over six years, or 3bn euros a year.", "annual_amount"),
    ],
)
def test_and_its_slips_are_seen(book: RateBook, lang: str, text: str, kind: str) -> None:
    assert (kind, "refuted") in [found[:2] for found in verdicts(book, text, lang)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Il gagne 138 000 roupies (7,15 euros)."),
        ("sv", "Han tjänar 138 000 rupier (7,15 euro)."),
        ("da", "Han tjener 138.000 rupier (7,15 euro)."),
        ("no", "Han tjener 138 000 rupier (7,15 euro)."),
        ("de", "Er verdient 138.000 Rupien (7,15 Euro)."),
        ("zh", "他赚13.8万卢比（7.15欧元）。"),
    ],
)
def test_rupees_may_be_those_of_indonesia(book: RateBook, lang: str, text: str) -> None:
    day = date(2025, 10, 21)
    assert [found[1] for found in verdicts(book, text, lang, day)] == ["supported"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "From February 2014 to December 2015 he received 368,000 euros, or 16,000 euros a month."),
        ("fr", "De février 2014 à décembre 2015, il a reçu 368 000 euros, soit 16 000 euros par mois."),
        (
            "es",
            "De febrero de 2014 a diciembre de 2015 recibió 368.000 euros, es decir, 16.000 euros al mes.",
        ),
        ("pt", "De fevereiro de 2014 a dezembro de 2015, ele recebeu R$ 368 mil, ou R$ 16 mil por mês."),
        ("it", "Da febbraio 2014 a dicembre 2015 ha ricevuto 368.000 euro, ossia 16.000 euro al mese."),
    ],
)
def test_a_span_may_begin_in_any_month(book: RateBook, lang: str, text: str) -> None:
    assert ("annual_amount", "supported") in verdicts(book, text, lang)
    assert ("annual_amount", "refuted") in verdicts(book, text.replace("16", "18"), lang)
