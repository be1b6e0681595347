"""Millions that leave their currency out before small words, verbs of spending and nouns for funds."""

from __future__ import annotations

import pytest

from capexcalc.reading.reader import read

CASES = [
    ("pl", "Powiat wyda 480 mln zł. Poprzedni plan pochłonął 400 mln w ciągu czterech lat.", ["400 mln"]),
    ("pl", "Powiat wyda 480 mln zł. Dostanie też 60 mln dotacji.", ["60 mln"]),
    ("pl", "Powiat wyda 480 mln zł. Z tego 120 mln pójdzie na szkoły.", ["120 mln"]),
    ("ar", "تنفق المحافظة 480 مليون دولار. وكلفت الخطة السابقة 400 مليون خلال أربع سنوات.", ["400 مليون"]),
    ("tr", "İl 480 milyon lira harcayacak, geçen yıl 400 milyon harcanmıştı.", ["400 milyon"]),
    ("tr", "İl 480 milyon lira harcayacak. Bunun 120 milyonu okullara gidecek.", ["120 milyonu"]),
    ("tr", "İl 480 milyon lira harcayacak. Ayrıca 60 milyon hibe alacak.", ["60 milyon"]),
    ("sv", "Länet satsar 480 miljoner kronor. Förra gången gick 400 miljoner åt.", ["400 miljoner"]),
    ("da", "Amtet bruger 480 mio. kr., mens det sidste år var 400 mio. i alt.", ["400 mio."]),
    ("cs", "Kraj vydá 480 milionů korun. Minule 400 milionů stačilo.", ["400 milionů"]),
    ("hu", "A megye 480 millió forintot költ, tavaly 400 milliót költött.", ["400 milliót"]),
    ("it", "La regione spende 480 milioni di euro. Aggiunge 60 milioni di contributi.", ["60 milioni"]),
    ("he", "המחוז יוציא 480 מיליון שקל. בתוכנית הקודמת הושקעו 400 מיליון בתוך ארבע שנים.", ["400 מיליון"]),
    ("es", "El ministerio paga 300 millones de euros. Al principio bastaron 90 millones.", ["90 millones"]),
    ("it", "Il ministero paga 300 milioni di euro. Un anno fa ne erano bastati 90 milioni.", ["90 milioni"]),
    ("pt", "O ministério paga 300 milhões de euros. No início, 90 milhões chegaram.", ["90 milhões"]),
    ("pl", "Ministerstwo zapłaci 300 mln zł. Na początku wystarczyło 90 mln.", ["90 mln"]),
    ("ru", "Министерство выплатит 300 млн рублей. Вначале хватило 90 млн.", ["90 млн."]),
    ("nl", "Het ministerie betaalt 300 miljoen euro. In het begin volstond 90 miljoen.", ["90 miljoen"]),
    ("sv", "Departementet betalar 300 miljoner kronor. I början räckte 90 miljoner gott.", ["90 miljoner"]),
    ("da", "Ministeriet betaler 300 millioner kroner. I begyndelsen rakte 90 millioner.", ["90 millioner"]),
    ("fi", "Ministeriö maksaa 300 miljoonaa euroa. Alussa 90 miljoonaa riitti.", ["90 miljoonaa"]),
    ("hu", "A minisztérium 300 millió forintot fizet. Tavaly 200 millió jutott erre.", ["200 millió"]),
    ("el", "Το υπουργείο πληρώνει 300 εκατ. ευρώ. Στην αρχή αρκούσαν 90 εκατ.", ["90 εκατ."]),
    ("tr", "Bakanlık 300 milyon lira ödeyecek. Geçen dönem 200 milyon dağıtılmıştı.", ["200 milyon"]),
    ("tr", "Bakanlık 300 milyon lira ödeyecek. Paranın 60 milyonu hemen verilecek.", ["60 milyonu"]),
    ("he", "המשרד ישלם 300 מיליון שקל. בתוכנית הקודמת חולקו 200 מיליון בין הרשויות.", ["200 מיליון"]),
    ("ar", "تدفع الوزارة 300 مليون دينار. وفي البرنامج السابق وزعت 200 مليون على البلديات.", ["200 مليون"]),
    ("hi", "मंत्रालय 300 करोड़ रुपये देगा। पिछली बार 200 करोड़ दिए गए थे।", ["200 करोड़"]),
    ("vi", "Bộ chi 300 tỷ đồng. Chương trình trước tốn 200 tỷ trong bốn năm.", ["200 tỷ"]),
    ("zh", "该部将拨款3亿元。上一期计划为2亿，用了四年。", ["2亿"]),
    ("ja", "同省は300億円を支出する。前回の計画は200億だった。", ["200億"]),
    ("ko", "이 부처는 300억 원을 지급한다. 지난 계획은 200억이었다.", ["200억"]),
    ("th", "กระทรวงจะจ่าย 300 ล้านบาท โครงการก่อนใช้ 200 ล้านในสี่ปี", ["200 ล้าน"]),
    ("pl", "Fundusz ma 480 mln zł. Przed rokiem 400 mln rozlosowano.", ["400 mln"]),
    ("pl", "Fundusz ma 480 mln zł. Zasadzono tam 8 mln brzóz.", []),
    ("ru", "В фонде 480 млн рублей. Год назад 400 млн разыграно.", ["400 млн"]),
    ("ru", "В фонде 480 млн рублей. Там растёт 8 млн берёз.", []),
    ("tr", "Fonda 480 milyon lira var. Geçen yıl 400 milyon kullandırılmıştı.", ["400 milyon"]),
    ("uk", "У фонді 480 млн гривень. Торік 400 млн розіграно.", ["400 млн"]),
    ("cs", "Fond má 480 milionů korun. Loni 400 milionů propadlo.", ["400 milionů"]),
]


@pytest.mark.parametrize(("language", "text", "found"), CASES)
def test_a_number_before_a_small_word_is_money(language: str, text: str, found: list[str]) -> None:
    amounts = read(text, language).amounts
    assert [a.text for a in amounts if "implied_currency" in (a.notes or ())] == found
