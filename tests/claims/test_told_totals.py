"""Totals that words tell to be those of the list before, and shares of the money spoken of."""

from __future__ import annotations

import pytest

TOLD = [
    (
        "en",
        (
            "The canton will pay $24m to nurseries, $22m to schools and $18m to clinics; "
            "together that makes $64m."
        ),
        "sum supported",
    ),
    (
        "en",
        (
            "The canton will pay $24m to nurseries, $22m to schools and $18m to clinics; "
            "together that makes $90m."
        ),
        "sum refuted",
    ),
    (
        "de",
        (
            "Der Kanton zahlt den Krippen 24 Millionen Euro, den Schulen 22 Millionen und den "
            "Kliniken 18 Millionen; zusammen ergibt das 64 Millionen Euro."
        ),
        "sum supported",
    ),
    (
        "de",
        (
            "Der Kanton zahlt den Krippen 24 Millionen Euro, den Schulen 22 Millionen und den "
            "Kliniken 18 Millionen; zusammen ergibt das 90 Millionen Euro."
        ),
        "sum refuted",
    ),
    (
        "fr",
        (
            "Le canton versera 24 millions d'euros aux crèches, 22 millions aux écoles et 18 "
            "millions aux cliniques, ce qui fait en tout 64 millions."
        ),
        "sum supported",
    ),
    (
        "fr",
        (
            "Le canton versera 24 millions d'euros aux crèches, 22 millions aux écoles et 18 "
            "millions aux cliniques, ce qui fait en tout 90 millions."
        ),
        "sum refuted",
    ),
    (
        "es",
        (
            "El gobierno dará 24 millones de euros a guarderías, 22 millones a escuelas y 18 "
            "millones a clínicas, lo que suma 64 millones."
        ),
        "sum supported",
    ),
    (
        "es",
        (
            "El gobierno dará 24 millones de euros a guarderías, 22 millones a escuelas y 18 "
            "millones a clínicas, lo que suma 90 millones."
        ),
        "sum refuted",
    ),
    (
        "it",
        (
            "La regione darà 24 milioni di euro agli asili, 22 milioni alle scuole e 18 milioni "
            "alle cliniche, il che fa in tutto 64 milioni."
        ),
        "sum supported",
    ),
    (
        "it",
        (
            "La regione darà 24 milioni di euro agli asili, 22 milioni alle scuole e 18 milioni "
            "alle cliniche, il che fa in tutto 90 milioni."
        ),
        "sum refuted",
    ),
    (
        "pt",
        (
            "O governo dará 24 milhões de euros às creches, 22 milhões às escolas e 18 milhões "
            "às clínicas, o que perfaz 64 milhões."
        ),
        "sum supported",
    ),
    (
        "pt",
        (
            "O governo dará 24 milhões de euros às creches, 22 milhões às escolas e 18 milhões "
            "às clínicas, o que perfaz 90 milhões."
        ),
        "sum refuted",
    ),
    (
        "nl",
        (
            "De provincie geeft 24 miljoen euro aan crèches, 22 miljoen aan scholen en 18 "
            "miljoen aan klinieken: bij elkaar 64 miljoen."
        ),
        "sum supported",
    ),
    (
        "nl",
        (
            "De provincie geeft 24 miljoen euro aan crèches, 22 miljoen aan scholen en 18 "
            "miljoen aan klinieken: bij elkaar 90 miljoen."
        ),
        "sum refuted",
    ),
    (
        "sv",
        (
            "Regionen ger 24 miljoner kronor till förskolor, 22 miljoner till skolor och 18 "
            "miljoner till kliniker, vilket sammanlagt blir 64 miljoner."
        ),
        "sum supported",
    ),
    (
        "sv",
        (
            "Regionen ger 24 miljoner kronor till förskolor, 22 miljoner till skolor och 18 "
            "miljoner till kliniker, vilket sammanlagt blir 90 miljoner."
        ),
        "sum refuted",
    ),
    (
        "no",
        (
            "Fylket gir 24 millioner kroner til barnehager, 22 millioner til skoler og 18 "
            "millioner til klinikker, noe som til sammen blir 64 millioner."
        ),
        "sum supported",
    ),
    (
        "no",
        (
            "Fylket gir 24 millioner kroner til barnehager, 22 millioner til skoler og 18 "
            "millioner til klinikker, noe som til sammen blir 90 millioner."
        ),
        "sum refuted",
    ),
    (
        "da",
        (
            "Regionen giver 24 mio. kr. til børnehaver, 22 mio. til skoler og 18 mio. til "
            "klinikker, hvilket i alt giver 64 mio. kr."
        ),
        "sum supported",
    ),
    (
        "da",
        (
            "Regionen giver 24 mio. kr. til børnehaver, 22 mio. til skoler og 18 mio. til "
            "klinikker, hvilket i alt giver 90 mio. kr."
        ),
        "sum refuted",
    ),
    (
        "fi",
        (
            "Alue antaa päiväkodeille 24 miljoonaa euroa, kouluille 22 miljoonaa ja klinikoille "
            "18 miljoonaa, mikä tekee yhteensä 64 miljoonaa euroa."
        ),
        "sum supported",
    ),
    (
        "fi",
        (
            "Alue antaa päiväkodeille 24 miljoonaa euroa, kouluille 22 miljoonaa ja klinikoille "
            "18 miljoonaa, mikä tekee yhteensä 90 miljoonaa euroa."
        ),
        "sum refuted",
    ),
    (
        "pl",
        ("Gmina da żłobkom 24 mln zł, szkołom 22 mln zł i klinikom 18 mln zł, co razem daje 64 mln zł."),
        "sum supported",
    ),
    (
        "pl",
        ("Gmina da żłobkom 24 mln zł, szkołom 22 mln zł i klinikom 18 mln zł, co razem daje 90 mln zł."),
        "sum refuted",
    ),
    (
        "cs",
        (
            "Kraj dá školkám 24 milionů korun, školám 22 milionů a klinikám 18 milionů; součet "
            "těchto položek dává 64 milionů."
        ),
        "sum supported",
    ),
    (
        "cs",
        (
            "Kraj dá školkám 24 milionů korun, školám 22 milionů a klinikám 18 milionů; součet "
            "těchto položek dává 90 milionů."
        ),
        "sum refuted",
    ),
    (
        "hu",
        (
            "A megye a bölcsődéknek 24 millió forintot, az iskoláknak 22 milliót, a kórházaknak "
            "18 milliót ad, ami összesen 64 millió forint."
        ),
        "sum supported",
    ),
    (
        "hu",
        (
            "A megye a bölcsődéknek 24 millió forintot, az iskoláknak 22 milliót, a kórházaknak "
            "18 milliót ad, ami összesen 90 millió forint."
        ),
        "sum refuted",
    ),
    (
        "ro",
        (
            "Județul dă creșelor 24 de milioane de lei, școlilor 22 de milioane și clinicilor 18 "
            "milioane, ceea ce înseamnă în total 64 de milioane de lei."
        ),
        "sum supported",
    ),
    (
        "ro",
        (
            "Județul dă creșelor 24 de milioane de lei, școlilor 22 de milioane și clinicilor 18 "
            "milioane, ceea ce înseamnă în total 90 de milioane de lei."
        ),
        "sum refuted",
    ),
    (
        "el",
        (
            "Η περιφέρεια δίνει 24 εκατ. ευρώ σε παιδικούς σταθμούς, 22 εκατ. σε σχολεία και 18 "
            "εκατ. σε κλινικές, δηλαδή συνολικά 64 εκατ. ευρώ."
        ),
        "sum supported",
    ),
    (
        "el",
        (
            "Η περιφέρεια δίνει 24 εκατ. ευρώ σε παιδικούς σταθμούς, 22 εκατ. σε σχολεία και 18 "
            "εκατ. σε κλινικές, δηλαδή συνολικά 90 εκατ. ευρώ."
        ),
        "sum refuted",
    ),
    (
        "ru",
        (
            "Область даст садам 24 млн рублей, школам 22 млн и клиникам 18 млн, что в сумме "
            "составляет 64 млн рублей."
        ),
        "sum supported",
    ),
    (
        "ru",
        (
            "Область даст садам 24 млн рублей, школам 22 млн и клиникам 18 млн, что в сумме "
            "составляет 90 млн рублей."
        ),
        "sum refuted",
    ),
    (
        "uk",
        ("Область дасть садкам 24 млн грн, школам 22 млн і клінікам 18 млн, що разом становить 64 млн грн."),
        "sum supported",
    ),
    (
        "uk",
        ("Область дасть садкам 24 млн грн, школам 22 млн і клінікам 18 млн, що разом становить 90 млн грн."),
        "sum refuted",
    ),
    (
        "ar",
        (
            "تمنح الولاية 24 مليون دولار للحضانات و22 مليون دولار للمدارس و18 مليون دولار "
            "للعيادات، ليصل المجموع إلى 64 مليون دولار."
        ),
        "sum supported",
    ),
    (
        "ar",
        (
            "تمنح الولاية 24 مليون دولار للحضانات و22 مليون دولار للمدارس و18 مليون دولار "
            "للعيادات، ليصل المجموع إلى 90 مليون دولار."
        ),
        "sum refuted",
    ),
    (
        "he",
        ("המחוז ייתן 24 מיליון שקל לגנים, 22 מיליון לבתי ספר ו-18 מיליון למרפאות, ובסך הכול 64 מיליון שקל."),
        "sum supported",
    ),
    (
        "he",
        ("המחוז ייתן 24 מיליון שקל לגנים, 22 מיליון לבתי ספר ו-18 מיליון למרפאות, ובסך הכול 90 מיליון שקל."),
        "sum refuted",
    ),
    (
        "hi",
        (
            "राज्य आंगनवाड़ियों को 24 करोड़ रुपये, स्कूलों को 22 करोड़ और अस्पतालों को 18 करोड़ "
            "रुपये देगा, जिनका जोड़ 64 करोड़ रुपये है।"
        ),
        "sum supported",
    ),
    (
        "hi",
        (
            "राज्य आंगनवाड़ियों को 24 करोड़ रुपये, स्कूलों को 22 करोड़ और अस्पतालों को 18 करोड़ "
            "रुपये देगा, जिनका जोड़ 90 करोड़ रुपये है।"
        ),
        "sum refuted",
    ),
    (
        "ja",
        "県は保育所に24億円、学校に22億円、診療所に18億円を出し、合わせて64億円になる。",
        "sum supported",
    ),
    (
        "ja",
        "県は保育所に24億円、学校に22億円、診療所に18億円を出し、合わせて90億円になる。",
        "sum refuted",
    ),
    ("zh", "省里给托儿所24亿元，学校22亿元，诊所18亿元，三项合计64亿元。", "sum supported"),
    ("zh", "省里给托儿所24亿元，学校22亿元，诊所18亿元，三项合计90亿元。", "sum refuted"),
    (
        "ko",
        ("도는 어린이집에 24억원, 학교에 22억원, 진료소에 18억원을 주며 모두 합하면 64억원이다."),
        "sum supported",
    ),
    (
        "ko",
        ("도는 어린이집에 24억원, 학교에 22억원, 진료소에 18억원을 주며 모두 합하면 90억원이다."),
        "sum refuted",
    ),
    (
        "tr",
        (
            "İl kreşlere 24 milyon lira, okullara 22 milyon lira ve kliniklere 18 milyon lira "
            "verecek; üçünün toplamı 64 milyon lira."
        ),
        "sum supported",
    ),
    (
        "tr",
        (
            "İl kreşlere 24 milyon lira, okullara 22 milyon lira ve kliniklere 18 milyon lira "
            "verecek; üçünün toplamı 90 milyon lira."
        ),
        "sum refuted",
    ),
    (
        "id",
        (
            "Provinsi memberi Rp24 miliar untuk penitipan anak, Rp22 miliar untuk sekolah, dan "
            "Rp18 miliar untuk klinik, sehingga totalnya Rp64 miliar."
        ),
        "sum supported",
    ),
    (
        "id",
        (
            "Provinsi memberi Rp24 miliar untuk penitipan anak, Rp22 miliar untuk sekolah, dan "
            "Rp18 miliar untuk klinik, sehingga totalnya Rp90 miliar."
        ),
        "sum refuted",
    ),
    (
        "ms",
        (
            "Negeri memberi RM24 juta kepada taska, RM22 juta kepada sekolah dan RM18 juta "
            "kepada klinik, menjadikan jumlah keseluruhan RM64 juta."
        ),
        "sum supported",
    ),
    (
        "ms",
        (
            "Negeri memberi RM24 juta kepada taska, RM22 juta kepada sekolah dan RM18 juta "
            "kepada klinik, menjadikan jumlah keseluruhan RM90 juta."
        ),
        "sum refuted",
    ),
    (
        "th",
        ("จังหวัดให้เงินศูนย์เด็ก 24 ล้านบาท โรงเรียน 22 ล้านบาท และคลินิก 18 ล้านบาท รวมเป็นเงิน 64 ล้านบาท"),
        "sum supported",
    ),
    (
        "th",
        ("จังหวัดให้เงินศูนย์เด็ก 24 ล้านบาท โรงเรียน 22 ล้านบาท และคลินิก 18 ล้านบาท รวมเป็นเงิน 90 ล้านบาท"),
        "sum refuted",
    ),
    (
        "vi",
        (
            "Tỉnh chi 24 tỷ đồng cho nhà trẻ, 22 tỷ đồng cho trường học và 18 tỷ đồng cho phòng "
            "khám, cộng lại là 64 tỷ đồng."
        ),
        "sum supported",
    ),
    (
        "vi",
        (
            "Tỉnh chi 24 tỷ đồng cho nhà trẻ, 22 tỷ đồng cho trường học và 18 tỷ đồng cho phòng "
            "khám, cộng lại là 90 tỷ đồng."
        ),
        "sum refuted",
    ),
    (
        "en",
        (
            "Ministers will put 12bn euros into railways over six years. Stations get 3bn euros. "
            "That is 25% of the money."
        ),
        "share supported",
    ),
    (
        "en",
        (
            "Ministers will put 12bn euros into railways over six years. Stations get 3bn euros. "
            "That is 40% of the money."
        ),
        "share refuted",
    ),
    (
        "en",
        (
            "Ministers will put 12bn euros into railways over six years. Two fifths of the money "
            "goes to stations: 3bn euros."
        ),
        "share refuted",
    ),
    (
        "de",
        (
            "Der Bund steckt in sechs Jahren 12 Milliarden Euro in die Bahn. Die Bahnhöfe "
            "bekommen 3 Milliarden Euro. Das sind 40 Prozent des Geldes."
        ),
        "share refuted",
    ),
    (
        "de",
        (
            "Der Bund steckt in sechs Jahren 12 Milliarden Euro in die Bahn. Ein Viertel des "
            "Geldes geht an die Bahnhöfe: 3 Milliarden Euro."
        ),
        "share supported",
    ),
    (
        "fr",
        (
            "L'Etat mettra 12 milliards d'euros dans le rail en six ans. Les gares recevront 3 "
            "milliards d'euros. C'est 40 % de l'argent."
        ),
        "share refuted",
    ),
    (
        "es",
        (
            "El Estado destinará 12.000 millones de euros al ferrocarril en seis años. Las "
            "estaciones recibirán 3.000 millones de euros. Es el 40 % del dinero."
        ),
        "share refuted",
    ),
    (
        "pl",
        (
            "Państwo wyda na kolej 12 mld zł w ciągu sześciu lat. Dworce dostaną 3 mld zł. To 40 "
            "proc. pieniędzy."
        ),
        "share refuted",
    ),
    (
        "ru",
        (
            "Государство вложит в железные дороги 12 млрд рублей за шесть лет. Вокзалы получат 3 "
            "млрд рублей. Это 40% денег."
        ),
        "share refuted",
    ),
    (
        "tr",
        (
            "Devlet altı yılda demiryollarına 12 milyar lira harcayacak. Paranın yüzde 40'ı "
            "istasyonlara gidecek: 3 milyar lira."
        ),
        "share refuted",
    ),
    (
        "hu",
        (
            "Az állam 12 milliárd forintot költ a vasútra hat év alatt. Az állomások 3 milliárd "
            "forintot kapnak, az összeg negyven százalékát."
        ),
        "share refuted",
    ),
    (
        "en",
        ("It buys the firm for $104m. Of that, $65m is paid at once and the remaining $62m in June."),
        "sum refuted",
    ),
    (
        "en",
        ("It buys the firm for $104m. Of that, $65m is paid at once and the remaining $39m in June."),
        "sum supported",
    ),
    (
        "el",
        (
            "Πρόγραμμα 1,2 δισ. ευρώ ανακοίνωσε η εταιρεία. Από το ποσό αυτό 780 εκατ. ευρώ θα "
            "πάνε σε αιολικά πάρκα και τα υπόλοιπα 672 εκατ. ευρώ στα δίκτυα."
        ),
        "sum refuted",
    ),
    (
        "de",
        (
            "Die Firma kostet 104 Millionen Euro. Davon werden 65 Millionen Euro sofort gezahlt, "
            "die restlichen 62 Millionen im Juni."
        ),
        "sum refuted",
    ),
    (
        "ru",
        (
            "Проект стоит 104 млн рублей. Из них 65 млн рублей заплатят сразу, а оставшиеся 62 "
            "млн рублей в июне."
        ),
        "sum refuted",
    ),
    (
        "es",
        (
            "La empresa cuesta 104 millones de euros. De esa cantidad, 65 millones se pagan ya y "
            "los 62 millones restantes en junio."
        ),
        "sum refuted",
    ),
    (
        "pl",
        ("Firma kosztuje 104 mln zł. Z tego 65 mln zł zapłacą od razu, a pozostałe 62 mln zł w czerwcu."),
        "sum refuted",
    ),
    ("zh", "公司售价104亿元。其中65亿元立即支付，其余62亿元六月支付。", "sum refuted"),
    (
        "tr",
        (
            "Şirketin fiyatı 104 milyon lira. Bunun 65 milyon lirası hemen, kalan 62 milyon "
            "lirası haziranda ödenecek."
        ),
        "sum refuted",
    ),
    (
        "ar",
        ("تبلغ كلفة الشركة 104 ملايين دولار. منها 65 مليون دولار تدفع فورا والباقي 62 مليون دولار في يونيو."),
        "sum refuted",
    ),
]

QUIET = [
    ("en", "The campaign raised $90m in all. Ann gave $24m, Bob $22m and Cy $18m."),
    (
        "en",
        (
            "The fund put $24m into trams, $22m into buses and $18m into trains, among others, "
            "adding up to $90m."
        ),
    ),
    ("en", "It spent $24m on trams, $22m on buses and $18m on trains plus interest, for a total of $70m."),
    ("en", "Last year it gave $26m. Trams get $24m, buses $22m and trains $18m, adding up to $90m."),
    ("en", "Trams at $24m, buses at $22m and trains at $18m make up the bulk of the $90m budget."),
    ("en", "Trams get $24m, buses $22m and trains $18m; together they make up most of the $90m."),
    ("en", "Sales in Asia were $24m, in Europe $22m and in Africa $18m. Costs add up to $90m."),
    ("en", "The bank has loans of $24m, bonds of $22m and several funds that add up to $60m."),
    (
        "de",
        (
            "Die Bahn bekommt 24 Millionen Euro, die Busse 22 Millionen, die Schiffe 18 "
            "Millionen und weitere Empfänger zusammen 30 Millionen, macht zusammen 94 Millionen "
            "Euro."
        ),
    ),
    (
        "de",
        (
            "24 Millionen Euro gehen an die Bahn, 22 Millionen an die Busse und 18 Millionen an "
            "die Schiffe; zusammen sind das drei Viertel der 90 Millionen Euro."
        ),
    ),
    (
        "fr",
        (
            "Les trams reçoivent 24 millions d'euros, les bus 22 millions et les trains 18 "
            "millions, entre autres, ce qui fait en tout 90 millions d'euros."
        ),
    ),
    (
        "es",
        (
            "Dan 24 millones de euros a trenes, 22 millones a autobuses y a otros programas que "
            "suman 90 millones."
        ),
    ),
    (
        "ru",
        (
            "Трамваям дадут 24 млн рублей, автобусам 22 млн, поездам 18 млн и другим, что в "
            "сумме составляет 90 млн рублей."
        ),
    ),
    ("zh", "电车24亿元、公交22亿元、火车18亿元等，三项合计90亿元以上。"),
    (
        "en",
        (
            "The city will spend $500m on roads over five years. Schools cost $30m, or 40% of "
            "the budget for education."
        ),
    ),
    (
        "en",
        (
            "The city will spend $500m on roads over five years. Last year schools took $30m, or "
            "60% of the budget of their own."
        ),
    ),
    (
        "en",
        (
            "The company plans to spend $500m on roads over five years. Its bonds cost it $100m. "
            "That is 60% of the interest of the state."
        ),
    ),
    (
        "en",
        (
            "A firm will put $500m into mines over five years. It sold a stake for $100m. That "
            "was 40% of the price asked."
        ),
    ),
    (
        "en",
        (
            "A firm will put $500m into mines over five years. Profits were $100m, 40% of the "
            "total earned abroad."
        ),
    ),
    (
        "en",
        (
            "It buys the firm for $104m. It has $300m in cash. Of that, $65m goes to debt and "
            "the remaining $62m of bonds are sold."
        ),
    ),
]


@pytest.mark.parametrize(("lang", "text", "said"), TOLD)
def test_what_is_told_of_a_list_is_judged(lang, text, said, checked) -> None:
    found = [f"{each.claim.kind} {each.finding.verdict}" for each in checked(text, lang=lang)]
    assert said in found
    assert [each for each in found if each.endswith("refuted")] == [said] * said.endswith("refuted")


@pytest.mark.parametrize(("lang", "text"), QUIET)
def test_what_may_be_of_more_is_not_called_wrong(lang, text, checked) -> None:
    assert not [each for each in checked(text, lang=lang) if each.finding.verdict == "refuted"]
