"""Whose dollar a bare sign is, whose rouble a word, and what a sign beside a word for hundredths means."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.commands.check import check
from capexcalc.documents.document import Document
from capexcalc.rates.book import RateBook

# Language, day, all verdicts in order, what is said.
CASES = [
    # A text that writes other dollars sign first, or names the American, has a dollar of its own.
    ("en", "2025-01-03", "supported", "It sold the mill for $NZ12 million ($10.8 million)."),
    ("en", "2025-01-03", "refuted", "It sold the mill for $NZ12 million ($108 million)."),
    ("en", "2025-01-03", "supported", "It sold the mill for US$12 million ($19.3 million)."),
    ("en", "2025-01-03", "supported", "Its shell has a capital of $HK10,000 ($2070)."),
    (
        "en",
        "2025-01-03",
        "supported",
        "Copper costs $US4 a pound. Tarrow, which mines in Australia and Canada, is worth $C37m ($41.3m).",
    ),
    ("en", "2024-06-14", "supported", "Tarrow paid £40 million ($77 million). Coal fetched $US120 a tonne."),
    ("en", "2024-06-14", "refuted", "Tarrow paid £40 million ($770 million). Coal fetched $US120 a tonne."),
    ("en", "2024-06-14", "refuted", "Tarrow paid £40 million ($77 million). Coal fetched 120 euros a tonne."),
    (
        "en",
        "2024-06-14",
        "supported",
        "Tarrow paid £40 million ($50.8 million). Coal fetched $US120 a tonne.",
    ),
    ("zh", "2024-06-14", "supported", "該公司支付US$100萬（$780萬）。"),
    # Cents, against those of another dollar.
    ("en", "2024-06-14", "supported", "Merlion pays 4 cents (23.1 HK cents) a unit."),
    ("en", "2024-06-14", "refuted", "Merlion pays 4 cents (2.31 HK cents) a unit."),
    ("en", "2024-06-14", "refuted", "It pays C$1.06 (57 cents)."),
    # A market or a bank is one of its land, in every language.
    ("en", "2024-06-14", "supported", "ASX-listed Tarrow paid £40 million ($77 million) for a rival."),
    ("en", "2024-06-14", "supported", "NZX-listed Kowhai paid £40 million ($83 million) for a rival."),
    ("en", "2024-06-14", "refuted", "NZX-listed Kowhai paid £40 million ($8.3 million) for a rival."),
    (
        "de",
        "2024-06-14",
        "supported",
        "Die an der ASX notierte Tarrow zahlte 40 Mio. Pfund (77 Mio. Dollar).",
    ),
    (
        "fr",
        "2024-06-14",
        "supported",
        "Cotée au TSX, elle a payé 40 millions de livres (70 millions de dollars).",
    ),
    ("ja", "2024-06-14", "supported", "ASX上場のタロウは4000万ポンド（7700万ドル）を支払った。"),
    (
        "fr",
        "2024-06-14",
        "refuted",
        "Cotée à Paris, elle a payé 40 millions de livres (70 millions de dollars).",
    ),
    # The rate that a bare sign tells is that of the dollar which its conversions are made with.
    (
        "en",
        "2025-02-10",
        "supported supported supported",
        "Profit fell to $4.2m (RMB22.6m) from $59.3m (RMB320m). ($1=RMB5.4)",
    ),
    ("en", "2025-02-10", "not_enough_info", "The results come in March. ($1=RMB5.4)"),
    ("en", "2025-02-10", "refuted", "The results come in March. ($1=RMB6.4)"),
    # A sign and a word for its hundredths are either.
    ("en", "2025-02-12", "supported", "Its profit was RM20.7 sen (4.63 US cents) a share."),
    ("en", "2025-02-12", "refuted", "Its profit was RM20.7 sen (46.3 US cents) a share."),
    ("en", "2025-02-12", "supported", "A pass costs €2.50c ($2.60)."),
    ("ms", "2025-02-12", "supported", "Keuntungan sesaham ialah RM20.7 sen (4.63 sen AS)."),
    # Roubles of a land that the text names, in the language of Russia as well.
    ("ru", "2017-01-20", "supported", "В Белоруссии минимум составляет 174 рубля, или $87."),
    ("ru", "2017-01-20", "refuted", "В Пскове минимум составляет 174 рубля, или $87."),
    ("ru", "2017-01-20", "refuted", "В Белоруссии минимум составляет 174 рубля, или $8,7."),
    ("en", "2017-01-20", "supported", "In Belarus the minimum is 174 roubles, or $87."),
    ("de", "2017-01-20", "supported", "In Weißrussland liegt das Minimum bei 174 Rubel oder 87 Dollar."),
    ("pl", "2017-01-20", "supported", "Na Białorusi minimum wynosi 174 ruble, czyli 87 dolarów."),
    ("tr", "2017-01-20", "supported", "Belarus'ta asgari geçim 174 ruble, yani 87 dolar."),
    ("el", "2017-01-20", "supported", "Στη Λευκορωσία το ελάχιστο είναι 174 ρούβλια, δηλαδή 87 δολάρια."),
    ("ja", "2017-01-20", "supported", "ベラルーシの最低生活費は174ルーブル（87ドル）だ。"),
    ("ko", "2017-01-20", "refuted", "러시아의 최저 생계비는 174루블(87달러)이다."),
    # American cents are not those of the money told elsewhere.
    ("ru", "2017-03-01", "supported", "Газ стоит €138. Киловатт стоит 13 пенсов (16 центов США)."),
    ("es", "2017-03-01", "supported", "El gas cuesta 138 euros y el pan 13 peniques (16 centavos de dólar)."),
    # A rate in pounds of which land the text does not say beside it.
    (
        "fr",
        "2020-06-12",
        "",
        "La livre libanaise est à 1.507 livres pour un dollar. L'aide est de 10 dollars.",
    ),
    (
        "de",
        "2020-06-12",
        "",
        "Das libanesische Pfund steht bei 1.507 Pfund je Dollar. Die Hilfe beträgt 10 Dollar.",
    ),
    # A dollar sign and a word for other money.
    ("ru", "2017-12-22", "supported", "Фонд получит $5 млн евро, то есть 345 млн рублей."),
    ("ru", "2017-12-22", "supported", "Фонд получит $5 млн евро, то есть 293 млн рублей."),
    ("ru", "2017-12-22", "refuted", "Фонд получит $5 млн евро, то есть 445 млн рублей."),
    ("es", "2017-12-22", "supported", "Recibe $5 millones de euros en cinco años, 1 millón de euros al año."),
]


@pytest.mark.parametrize(("language", "day", "verdicts", "text"), CASES)
def test_money_is_that_of_the_text(language: str, day: str, verdicts: str, text: str, book: RateBook) -> None:
    on = date.fromisoformat(day)
    found = check([Document("article", text, lang=language)], book=book, on=on)
    told = [claim.finding.verdict for claim in found.result.documents[0].claims]
    assert " ".join(told) == verdicts
