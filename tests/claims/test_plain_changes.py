"""The plainest ways in which a language tells a change: from one sum to another, and more than it."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.commands.check import check
from capexcalc.documents.document import Document
from capexcalc.rates.book import RateBook

RIGHT, WRONG = "132", "60"
SENTENCES = {
    "en": (
        "Spending rose {}%, from 423 million to 981 million euros.",
        "Spending went up from 423 million euros to 981 million, an increase of {}%.",
        "Spending increased to 981 million euros, {}% more than the 423 million of 2020.",
    ),
    "de": (
        "Die Ausgaben stiegen um {} Prozent, von 423 Millionen auf 981 Millionen Euro.",
        "Die Ausgaben stiegen von 423 Millionen auf 981 Millionen Euro, ein Plus von {} Prozent.",
        "Die Ausgaben stiegen auf 981 Millionen Euro, {} Prozent mehr als die 423 Millionen Euro von 2020.",
    ),
    "fr": (
        "Les dépenses ont augmenté de {} %, de 423 millions à 981 millions d'euros.",
        "Les dépenses sont passées de 423 millions à 981 millions d'euros, soit une hausse de {} %.",
        "Les dépenses atteignent 981 millions d'euros, {} % de plus que les 423 millions de 2020.",
    ),
    "es": (
        "El gasto subió un {} %, de 423 millones a 981 millones de euros.",
        "El gasto pasó de 423 millones a 981 millones de euros, un aumento del {} %.",
        "El gasto llegó a 981 millones de euros, un {} % más que los 423 millones de 2020.",
    ),
    "pt": (
        "A despesa subiu {}%, de 423 milhões para 981 milhões de euros.",
        "A despesa passou de 423 milhões para 981 milhões de euros, um aumento de {}%.",
        "A despesa chegou a 981 milhões de euros, {}% mais do que os 423 milhões de 2020.",
    ),
    "it": (
        "La spesa è salita del {}%, da 423 milioni a 981 milioni di euro.",
        "La spesa è passata da 423 milioni a 981 milioni di euro, un aumento del {}%.",
        "La spesa è arrivata a 981 milioni di euro, il {}% in più rispetto ai 423 milioni del 2020.",
    ),
    "nl": (
        "De uitgaven stegen met {} procent, van 423 miljoen naar 981 miljoen euro.",
        "De uitgaven gingen van 423 miljoen naar 981 miljoen euro, een stijging van {} procent.",
        "De uitgaven stegen naar 981 miljoen euro, {} procent meer dan de 423 miljoen euro van 2020.",
    ),
    "sv": (
        "Utgifterna ökade med {} procent, från 423 miljoner till 981 miljoner kronor.",
        "Utgifterna gick från 423 miljoner till 981 miljoner kronor, en ökning med {} procent.",
        "Utgifterna blev 981 miljoner kronor, {} procent mer än de 423 miljonerna år 2020.",
    ),
    "da": (
        "Udgifterne steg {} procent, fra 423 millioner til 981 millioner kroner.",
        "Udgifterne gik fra 423 millioner til 981 millioner kroner, en stigning på {} procent.",
        "Udgifterne blev 981 millioner kroner, {} procent mere end de 423 millioner kroner i 2020.",
    ),
    "no": (
        "Utgiftene økte med {} prosent, fra 423 millioner til 981 millioner kroner.",
        "Utgiftene gikk fra 423 millioner til 981 millioner kroner, en økning på {} prosent.",
        "Utgiftene ble 981 millioner kroner, {} prosent mer enn de 423 millioner kronene i 2020.",
    ),
    "fi": (
        "Menot kasvoivat {} prosenttia, 423 miljoonasta 981 miljoonaan euroon.",
        "Menot nousivat 423 miljoonasta eurosta 981 miljoonaan euroon, eli kasvua oli {} prosenttia.",
        "Menot nousivat 981 miljoonaan euroon, {} prosenttia enemmän kuin vuoden 2020 423 miljoonaa euroa.",
    ),
    "pl": (
        "Wydatki wzrosły o {} proc., z 423 mln do 981 mln euro.",
        "Wydatki wzrosły z 423 mln do 981 mln euro, czyli o {} proc.",
        "Wydatki wyniosły 981 mln euro, o {} proc. więcej niż 423 mln euro w 2020 r.",
    ),
    "cs": (
        "Výdaje vzrostly o {} procent, z 423 milionů na 981 milionů eur.",
        "Výdaje vzrostly ze 423 milionů na 981 milionů eur, tedy o {} procent.",
        "Výdaje dosáhly 981 milionů eur, o {} procent více než 423 milionů eur v roce 2020.",
    ),
    "ro": (
        "Cheltuielile au crescut cu {}%, de la 423 de milioane la 981 de milioane de euro.",
        "Cheltuielile au trecut de la 423 de milioane la 981 de milioane de euro, o creștere de {}%.",
        "Suma a ajuns la 981 de milioane de euro, cu {}% mai mult decât cele 423 de milioane din 2020.",
    ),
    "hu": (
        "A kiadások {} százalékkal nőttek, 423 millióról 981 millió euróra.",
        "A kiadások 423 millió euróról 981 millió euróra nőttek, ami {} százalékos növekedés.",
        "A kiadások elérték a 981 millió eurót, {} százalékkal többet a 2020-as 423 millió eurónál.",
    ),
    "el": (
        "Οι δαπάνες αυξήθηκαν κατά {}%, από 423 εκατ. σε 981 εκατ. ευρώ.",
        "Οι δαπάνες αυξήθηκαν από 423 εκατ. σε 981 εκατ. ευρώ, αύξηση {}%.",
        "Οι δαπάνες έφτασαν τα 981 εκατ. ευρώ, {}% περισσότερα από τα 423 εκατ. ευρώ του 2020.",
    ),
    "tr": (
        "Harcamalar yüzde {} artarak 423 milyon avrodan 981 milyon avroya çıktı.",
        "Harcamalar 423 milyon avrodan 981 milyon avroya çıkarak yüzde {} arttı.",
        "Harcamalar 981 milyon avro oldu, 2020'deki 423 milyon avrodan yüzde {} fazla.",
    ),
    "ru": (
        "Расходы выросли на {}%, с 423 млн до 981 млн евро.",
        "Расходы выросли с 423 млн до 981 млн евро, то есть на {}%.",
        "Расходы достигли 981 млн евро, на {}% больше, чем 423 млн евро в 2020 году.",
    ),
    "uk": (
        "Видатки зросли на {}%, з 423 млн до 981 млн євро.",
        "Видатки зросли з 423 млн до 981 млн євро, тобто на {}%.",
        "Видатки сягнули 981 млн євро, на {}% більше, ніж 423 млн євро у 2020 році.",
    ),
    "ar": (
        "ارتفع الإنفاق بنسبة {}% من 423 مليون يورو إلى 981 مليون يورو.",
        "ارتفع الإنفاق من 423 مليون يورو إلى 981 مليون يورو، بزيادة {}%.",
        "بلغ الإنفاق 981 مليون يورو، بزيادة {}% عن 423 مليون يورو في عام 2020.",
    ),
    "he": (
        "ההוצאה עלתה ב-{}%, מ-423 מיליון ל-981 מיליון אירו.",
        "ההוצאה עלתה מ-423 מיליון אירו ל-981 מיליון אירו, עלייה של {}%.",
        "ההוצאה הגיעה ל-981 מיליון אירו, {}% יותר מ-423 מיליון אירו ב-2020.",
    ),
    "hi": (
        "खर्च {} प्रतिशत बढ़कर 423 करोड़ रुपये से 981 करोड़ रुपये हो गया।",
        "खर्च 423 करोड़ रुपये से बढ़कर 981 करोड़ रुपये हो गया, यानी {} प्रतिशत की वृद्धि।",
        "खर्च 981 करोड़ रुपये रहा, जो 2020 के 423 करोड़ रुपये से {} प्रतिशत अधिक है।",
    ),
    "th": (
        "รายจ่ายเพิ่มขึ้น {}% จาก 423 ล้านบาท เป็น 981 ล้านบาท",
        "รายจ่ายเพิ่มจาก 423 ล้านบาท เป็น 981 ล้านบาท หรือเพิ่มขึ้น {}%",
        "รายจ่าย 981 ล้านบาท เพิ่มขึ้น {}% จาก 423 ล้านบาทในปี 2563",
    ),
    "vi": (
        "Chi tiêu tăng {}%, từ 423 triệu lên 981 triệu euro.",
        "Chi tiêu tăng từ 423 triệu lên 981 triệu euro, tức tăng {}%.",
        "Chi tiêu đạt 981 triệu euro, tăng {}% so với 423 triệu euro năm 2020.",
    ),
    "id": (
        "Belanja naik {} persen, dari 423 juta menjadi 981 juta euro.",
        "Belanja naik dari 423 juta menjadi 981 juta euro, atau naik {} persen.",
        "Belanja mencapai 981 juta euro, naik {} persen dibanding 423 juta euro pada 2020.",
    ),
    "ms": (
        "Perbelanjaan naik {} peratus, daripada 423 juta kepada 981 juta ringgit.",
        "Perbelanjaan naik daripada RM423 juta kepada RM981 juta, iaitu kenaikan {} peratus.",
        "Perbelanjaan mencecah RM981 juta, {} peratus lebih banyak daripada RM423 juta pada 2020.",
    ),
    "zh": (
        "支出增长{}%，从4.23亿元增至9.81亿元。",
        "支出从4.23亿元增至9.81亿元，增长{}%。",
        "支出达9.81亿元，比2020年的4.23亿元增长{}%。",
    ),
    "ja": (
        "支出は{}％増え、4億2300万円から9億8100万円になった。",
        "支出は4億2300万円から9億8100万円へ{}％増えた。",
        "支出は9億8100万円で、2020年の4億2300万円より{}％多い。",
    ),
    "ko": (
        "지출은 4억2300만원에서 9억8100만원으로 {}% 늘었다.",
        "지출은 {}% 증가해 4억2300만원에서 9억8100만원이 됐다.",
        "지출은 9억8100만원으로 2020년 4억2300만원보다 {}% 많다.",
    ),
}


@pytest.mark.parametrize(("percent", "verdict"), [(RIGHT, "supported"), (WRONG, "refuted")])
@pytest.mark.parametrize("language", SENTENCES)
def test_a_change_is_found_and_judged(language: str, percent: str, verdict: str, book: RateBook) -> None:
    for sentence in SENTENCES[language]:
        document = Document("article", sentence.format(percent), lang=language)
        (checked,) = check([document], book=book, on=date(2024, 5, 2)).result.documents
        found = [(each.claim.kind, each.finding.verdict) for each in checked.claims]
        assert found == [("change", verdict)], sentence
