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
