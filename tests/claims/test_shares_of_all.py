"""Shares told of the sum that a text is about: by a verb, in a clause of its own, by the name of a part, or
before that sum is named."""

from __future__ import annotations

import pytest

TOLD = [
    (
        "en",
        (
            "The council will spend 240 million euros on its ports, up from 200 million. The "
            "harbour wall takes 60 million euros and absorbs a third of the total."
        ),
        "share refuted",
    ),
    (
        "en",
        (
            "The council will spend 240 million euros on its ports, up 20 percent from 200 "
            "million. The harbour wall takes 60 million euros and absorbs a quarter of the total."
        ),
        "share supported",
    ),
    (
        "de",
        (
            "Der Landkreis steckt 240 Millionen Euro in Brücken, 20 Prozent mehr als die 200 "
            "Millionen im Vorjahr. Auf den Norden entfallen 60 Millionen Euro, das ist ein "
            "Drittel der Gesamtsumme."
        ),
        "share refuted",
    ),
    (
        "de",
        (
            "Der Landkreis steckt 240 Millionen Euro in Brücken, 20 Prozent mehr als die 200 "
            "Millionen im Vorjahr. Für den Norden sind 60 Millionen Euro vorgesehen; das sind 40 "
            "Prozent der Mittel."
        ),
        "share refuted",
    ),
    (
        "fr",
        (
            "Le département consacre 240 millions d'euros aux ponts, contre 200 millions l'an "
            "dernier, soit 20 % de plus. Le nord reçoit 60 millions d'euros, soit 40 % de "
            "l'enveloppe."
        ),
        "share refuted",
    ),
    (
        "fr",
        (
            "Le département consacre 240 millions d'euros aux ponts, contre 200 millions l'an "
            "dernier, soit 20 % de plus. Le nord reçoit 60 millions d'euros, soit 40 % de "
            "l'enveloppe."
        ),
        "share refuted",
    ),
    (
        "it",
        (
            "La provincia stanzia 240 milioni di euro per i ponti, il 20% in più dei 200 milioni "
            "dell'anno scorso. Al nord vanno 60 milioni, il 40% dei fondi."
        ),
        "share refuted",
    ),
    (
        "es",
        (
            "La diputación destina 240 millones de euros a puentes, un 20 % más que los 200 "
            "millones del año pasado. El norte recibe 60 millones, el 40 % del total."
        ),
        "share refuted",
    ),
    (
        "pt",
        (
            "A autarquia destina 240 milhões de euros às pontes, mais 20% do que os 200 milhões "
            "do ano passado. O norte recebe 60 milhões, 40% da verba."
        ),
        "share refuted",
    ),
    (
        "ro",
        (
            "Județul alocă 240 de milioane de lei pentru poduri, cu 20% mai mult decât cele 200 "
            "de milioane de anul trecut. Nordul primește 60 de milioane de lei, adică 40% din "
            "bani."
        ),
        "share refuted",
    ),
    (
        "nl",
        (
            "De provincie steekt 240 miljoen euro in bruggen, 20 procent meer dan de 200 miljoen "
            "van vorig jaar. Naar het noorden gaat 60 miljoen euro, oftewel 40 procent van het "
            "geld."
        ),
        "share refuted",
    ),
    (
        "sv",
        (
            "Länet lägger 240 miljoner kronor på broar, 20 procent mer än fjolårets 200 "
            "miljoner. Norra delen får 60 miljoner kronor, vilket är 40 procent av pengarna."
        ),
        "share refuted",
    ),
    (
        "da",
        (
            "Amtet bruger 240 millioner kroner på broer, 20 procent mere end sidste års 200 "
            "millioner. Nordkysten får 60 millioner kroner, svarende til 40 procent af puljen."
        ),
        "share refuted",
    ),
    (
        "no",
        (
            "Fylket bruker 240 millioner kroner på broer, 20 prosent mer enn fjorårets 200 "
            "millioner. Nordkysten får 60 millioner kroner, noe som utgjør 40 prosent av potten."
        ),
        "share refuted",
    ),
    (
        "fi",
        (
            "Maakunta käyttää siltoihin 240 miljoonaa euroa, 20 prosenttia enemmän kuin viime "
            "vuoden 200 miljoonaa. Pohjoinen saa 60 miljoonaa euroa eli 40 prosenttia rahoista."
        ),
        "share refuted",
    ),
    (
        "hu",
        (
            "A megye 240 millió eurót költ hidakra, 20 százalékkal többet a tavalyi 200 "
            "milliónál. Észak 60 millió eurót kap, ez a teljes összeg 40 százaléka."
        ),
        "share refuted",
    ),
    (
        "pl",
        (
            "Województwo wyda na mosty 240 mln zł, o 20 proc. więcej niż w ubiegłym roku, kiedy "
            "było to 200 mln zł. Północ dostanie 60 mln zł, czyli 40 proc. puli."
        ),
        "share refuted",
    ),
    (
        "cs",
        (
            "Kraj dá na mosty 240 milionů korun, o 20 procent víc než loňských 200 milionů. "
            "Sever dostane 60 milionů korun, tedy 40 procent celku."
        ),
        "share refuted",
    ),
    (
        "ru",
        (
            "Область потратит на мосты 240 млн рублей, на 20% больше прошлогодних 200 млн. Север "
            "получит 60 млн рублей, или 40% всей суммы."
        ),
        "share refuted",
    ),
    (
        "uk",
        (
            "Область витратить на мости 240 млн грн, на 20% більше за торішні 200 млн. Північ "
            "отримає 60 млн грн, тобто 40% усіх коштів."
        ),
        "share refuted",
    ),
    (
        "el",
        (
            "Η περιφέρεια δαπανά 240 εκατ. ευρώ για γέφυρες, 20% περισσότερα από τα περσινά 200 "
            "εκατ. ευρώ. Ο βορράς παίρνει 60 εκατ. ευρώ, δηλαδή το 40% του συνόλου."
        ),
        "share refuted",
    ),
    (
        "tr",
        (
            "İl köprülere 240 milyon lira ayırdı; geçen yılki 200 milyon liraya göre artış yüzde "
            "20. Kuzey ilçelerine 60 milyon lira verilecek, bu da toplamın yüzde 40'ı."
        ),
        "share refuted",
    ),
    (
        "ar",
        (
            "تنفق المحافظة 240 مليون دولار على الجسور، بزيادة 20% عن 200 مليون دولار في العام "
            "الماضي. ويحصل الشمال على 60 مليون دولار، أي 40% من المبلغ."
        ),
        "share refuted",
    ),
    (
        "he",
        (
            "המחוז ישקיע 240 מיליון שקל בגשרים, 20% יותר מ-200 מיליון שקל אשתקד. הצפון יקבל 60 "
            "מיליון שקל, שהם 40% מהסכום."
        ),
        "share refuted",
    ),
    (
        "hi",
        (
            "राज्य पुलों पर 240 करोड़ रुपये खर्च करेगा, जो पिछले साल के 200 करोड़ रुपये से 20 "
            "प्रतिशत अधिक है। उत्तर को 60 करोड़ रुपये मिलेंगे, जो कुल राशि का 40 प्रतिशत है।"
        ),
        "share refuted",
    ),
    (
        "th",
        (
            "จังหวัดจะใช้งบ 240 ล้านบาทสร้างสะพาน เพิ่มขึ้น 20% จากปีก่อนที่ 200 ล้านบาท "
            "โดยภาคเหนือได้ 60 ล้านบาท หรือ 40% ของงบทั้งหมด"
        ),
        "share refuted",
    ),
    (
        "vi",
        (
            "Tỉnh chi 240 tỷ đồng xây cầu, tăng 20% so với 200 tỷ đồng năm ngoái. Phía bắc được "
            "60 tỷ đồng, chiếm 40% tổng số tiền."
        ),
        "share refuted",
    ),
    (
        "id",
        (
            "Provinsi mengalokasikan Rp240 miliar untuk jembatan, naik 20 persen dari Rp200 "
            "miliar tahun lalu. Wilayah utara mendapat Rp60 miliar atau 40 persen dari total "
            "anggaran."
        ),
        "share refuted",
    ),
    (
        "ms",
        (
            "Negeri membelanjakan RM240 juta untuk jambatan, naik 20 peratus daripada RM200 juta "
            "tahun lalu. Kawasan utara menerima RM60 juta, iaitu 40 peratus daripada jumlah "
            "keseluruhan."
        ),
        "share refuted",
    ),
    ("zh", "该省拨款2.4亿元修桥，比去年的2亿元增长20%。北部获得6000万元，占总额的40%。", "share refuted"),
    (
        "ja",
        (
            "県は橋の改修に240億円を投じる。前年の200億円から20%増える。北部には60億円を配分し"
            "、全体の40%を占める。"
        ),
        "share refuted",
    ),
    (
        "ko",
        (
            "도는 교량 사업에 240억원을 투입한다. 지난해 200억원보다 20% 늘었다. 북부에는 "
            "60억원이 배정돼 전체의 40%를 차지한다."
        ),
        "share refuted",
    ),
    (
        "de",
        (
            "Der Landkreis steckt 240 Millionen Euro in Brücken, 20 Prozent mehr als die 200 "
            "Millionen im Vorjahr. Für den Norden sind 60 Millionen Euro vorgesehen; das sind 25 "
            "Prozent der Mittel."
        ),
        "share supported",
    ),
    (
        "fr",
        (
            "Le département consacre 240 millions d'euros aux ponts, contre 200 millions l'an "
            "dernier, soit 20 % de plus. Le nord reçoit 60 millions d'euros, soit 25 % de "
            "l'enveloppe."
        ),
        "share supported",
    ),
    (
        "it",
        (
            "La provincia stanzia 240 milioni di euro per i ponti, il 20% in più dei 200 milioni "
            "dell'anno scorso. Al nord vanno 60 milioni, il 25% dei fondi."
        ),
        "share supported",
    ),
    (
        "es",
        (
            "La diputación destina 240 millones de euros a puentes, un 20 % más que los 200 "
            "millones del año pasado. El norte recibe 60 millones, el 25 % del total."
        ),
        "share supported",
    ),
    (
        "pt",
        (
            "A autarquia destina 240 milhões de euros às pontes, mais 20% do que os 200 milhões "
            "do ano passado. O norte recebe 60 milhões, 25% da verba."
        ),
        "share supported",
    ),
    (
        "ro",
        (
            "Județul alocă 240 de milioane de lei pentru poduri, cu 20% mai mult decât cele 200 "
            "de milioane de anul trecut. Nordul primește 60 de milioane de lei, adică 25% din "
            "bani."
        ),
        "share supported",
    ),
    (
        "nl",
        (
            "De provincie steekt 240 miljoen euro in bruggen, 20 procent meer dan de 200 miljoen "
            "van vorig jaar. Naar het noorden gaat 60 miljoen euro, oftewel 25 procent van het "
            "geld."
        ),
        "share supported",
    ),
    (
        "sv",
        (
            "Länet lägger 240 miljoner kronor på broar, 20 procent mer än fjolårets 200 "
            "miljoner. Norra delen får 60 miljoner kronor, vilket är 25 procent av pengarna."
        ),
        "share supported",
    ),
    (
        "da",
        (
            "Amtet bruger 240 millioner kroner på broer, 20 procent mere end sidste års 200 "
            "millioner. Nordkysten får 60 millioner kroner, svarende til 25 procent af puljen."
        ),
        "share supported",
    ),
    (
        "no",
        (
            "Fylket bruker 240 millioner kroner på broer, 20 prosent mer enn fjorårets 200 "
            "millioner. Nordkysten får 60 millioner kroner, noe som utgjør 25 prosent av potten."
        ),
        "share supported",
    ),
    (
        "fi",
        (
            "Maakunta käyttää siltoihin 240 miljoonaa euroa, 20 prosenttia enemmän kuin viime "
            "vuoden 200 miljoonaa. Pohjoinen saa 60 miljoonaa euroa eli 25 prosenttia rahoista."
        ),
        "share supported",
    ),
    (
        "hu",
        (
            "A megye 240 millió eurót költ hidakra, 20 százalékkal többet a tavalyi 200 "
            "milliónál. Észak 60 millió eurót kap, ez a teljes összeg 25 százaléka."
        ),
        "share supported",
    ),
    (
        "pl",
        (
            "Województwo wyda na mosty 240 mln zł, o 20 proc. więcej niż w ubiegłym roku, kiedy "
            "było to 200 mln zł. Północ dostanie 60 mln zł, czyli 25 proc. puli."
        ),
        "share supported",
    ),
    (
        "cs",
        (
            "Kraj dá na mosty 240 milionů korun, o 20 procent víc než loňských 200 milionů. "
            "Sever dostane 60 milionů korun, tedy 25 procent celku."
        ),
        "share supported",
    ),
    (
        "ru",
        (
            "Область потратит на мосты 240 млн рублей, на 20% больше прошлогодних 200 млн. Север "
            "получит 60 млн рублей, или 25% всей суммы."
        ),
        "share supported",
    ),
    (
        "uk",
        (
            "Область витратить на мости 240 млн грн, на 20% більше за торішні 200 млн. Північ "
            "отримає 60 млн грн, тобто 25% усіх коштів."
        ),
        "share supported",
    ),
    (
        "el",
        (
            "Η περιφέρεια δαπανά 240 εκατ. ευρώ για γέφυρες, 20% περισσότερα από τα περσινά 200 "
            "εκατ. ευρώ. Ο βορράς παίρνει 60 εκατ. ευρώ, δηλαδή το 25% του συνόλου."
        ),
        "share supported",
    ),
    (
        "tr",
        (
            "İl köprülere 240 milyon lira ayırdı; geçen yılki 200 milyon liraya göre artış yüzde "
            "20. Kuzey ilçelerine 60 milyon lira verilecek, bu da toplamın yüzde 25'i."
        ),
        "share supported",
    ),
    (
        "ar",
        (
            "تنفق المحافظة 240 مليون دولار على الجسور، بزيادة 20% عن 200 مليون دولار في العام "
            "الماضي. ويحصل الشمال على 60 مليون دولار، أي 25% من المبلغ."
        ),
        "share supported",
    ),
    (
        "he",
        (
            "המחוז ישקיע 240 מיליון שקל בגשרים, 20% יותר מ-200 מיליון שקל אשתקד. הצפון יקבל 60 "
            "מיליון שקל, שהם 25% מהסכום."
        ),
        "share supported",
    ),
    (
        "hi",
        (
            "राज्य पुलों पर 240 करोड़ रुपये खर्च करेगा, जो पिछले साल के 200 करोड़ रुपये से 20 "
            "प्रतिशत अधिक है। उत्तर को 60 करोड़ रुपये मिलेंगे, जो कुल राशि का 25 प्रतिशत है।"
        ),
        "share supported",
    ),
    (
        "th",
        (
            "จังหวัดจะใช้งบ 240 ล้านบาทสร้างสะพาน เพิ่มขึ้น 20% จากปีก่อนที่ 200 ล้านบาท "
            "โดยภาคเหนือได้ 60 ล้านบาท หรือ 25% ของงบทั้งหมด"
        ),
        "share supported",
    ),
    (
        "vi",
        (
            "Tỉnh chi 240 tỷ đồng xây cầu, tăng 20% so với 200 tỷ đồng năm ngoái. Phía bắc được "
            "60 tỷ đồng, chiếm 25% tổng số tiền."
        ),
        "share supported",
    ),
    (
        "id",
        (
            "Provinsi mengalokasikan Rp240 miliar untuk jembatan, naik 20 persen dari Rp200 "
            "miliar tahun lalu. Wilayah utara mendapat Rp60 miliar atau 25 persen dari total "
            "anggaran."
        ),
        "share supported",
    ),
    (
        "ms",
        (
            "Negeri membelanjakan RM240 juta untuk jambatan, naik 20 peratus daripada RM200 juta "
            "tahun lalu. Kawasan utara menerima RM60 juta, iaitu 25 peratus daripada jumlah "
            "keseluruhan."
        ),
        "share supported",
    ),
    (
        "zh",
        ("该省拨款2.4亿元修桥，比去年的2亿元增长20%。北部获得6000万元，占总额的25%。"),
        "share supported",
    ),
    (
        "ja",
        (
            "県は橋の改修に240億円を投じる。前年の200億円から20%増える。北部には60億円を配分し"
            "、全体の25%を占める。"
        ),
        "share supported",
    ),
    (
        "ko",
        (
            "도는 교량 사업에 240억원을 투입한다. 지난해 200억원보다 20% 늘었다. 북부에는 "
            "60억원이 배정돼 전체의 25%를 차지한다."
        ),
        "share supported",
    ),
    (
        "en",
        (
            "Every fifth dollar of the new plan goes to clinics. The state will spend 3.4 "
            "billion dollars in all, of which 510 million is for clinics."
        ),
        "share refuted",
    ),
    (
        "en",
        (
            "Every fifth dollar of the new plan goes to clinics. The state will spend 3.4 "
            "billion dollars in all, of which 680 million is for clinics."
        ),
        "share supported",
    ),
    (
        "de",
        (
            "Ein Drittel des neuen Programms, nämlich 400 Millionen Euro, fließt in Schulen. Das "
            "Land gibt insgesamt 1,6 Milliarden Euro aus."
        ),
        "share refuted",
    ),
    (
        "de",
        (
            "Ein Viertel des neuen Programms, nämlich 400 Millionen Euro, fließt in Schulen. Das "
            "Land gibt insgesamt 1,6 Milliarden Euro aus."
        ),
        "share supported",
    ),
    (
        "fr",
        (
            "Un tiers du plan, soit 400 millions d'euros, ira aux écoles. La région dépensera "
            "1,6 milliard d'euros en quatre ans."
        ),
        "share refuted",
    ),
    (
        "ru",
        (
            "Каждый третий рубль новой программы пойдёт на школы. Область потратит 3,6 млрд "
            "рублей, из них 900 млн рублей — на школы."
        ),
        "share refuted",
    ),
    (
        "en",
        (
            "Two thirds of the new plan, or 1.4 billion euros, go to plants in Lugo. The firm "
            "will spend 2.8 billion euros in five years."
        ),
        "share refuted",
    ),
    (
        "pl",
        (
            "Co piąta złotówka nowego planu trafi do szpitali. Województwo wyda łącznie 3,4 mld "
            "zł, z czego 510 mln zł przypadnie szpitalom."
        ),
        "share refuted",
    ),
    (
        "de",
        (
            "Der Fonds hat 900 Millionen Euro: 450 Millionen für Wohnungen, 300 Millionen für "
            "Straßen und 150 Millionen für Häfen. Der Anteil der Straßen liegt damit bei 45 "
            "Prozent."
        ),
        "share refuted",
    ),
    (
        "es",
        (
            "El fondo reparte 900 millones de euros: 450 millones para viviendas, 300 millones "
            "para carreteras y 150 millones para puertos. El peso de las carreteras es, por "
            "tanto, del 45 %."
        ),
        "share refuted",
    ),
    (
        "tr",
        (
            "Fonda 900 milyon lira var: 450 milyon konutlara, 300 milyon yollara ve 150 milyon "
            "limanlara gidecek. Yolların payı böylece yüzde 45 oluyor."
        ),
        "share refuted",
    ),
    (
        "fr",
        (
            "Le fonds compte 900 millions d'euros : 450 millions pour les logements, 300 "
            "millions pour les routes et 150 millions pour les ports. La part des routes atteint "
            "donc 45 %."
        ),
        "share refuted",
    ),
    (
        "sv",
        (
            "Fonden har 900 miljoner kronor: 450 miljoner till bostäder, 300 miljoner till vägar "
            "och 150 miljoner till hamnar. Vägarnas andel blir därmed 45 procent."
        ),
        "share refuted",
    ),
]
QUIET = [
    (
        "en",
        (
            "The council will spend 240 million euros on its ports, up 20 percent from 200 "
            "million. The harbour wall takes 60 million euros and buses carry a third of all "
            "travellers."
        ),
    ),
    (
        "en",
        (
            "The council will spend 240 million euros on its ports, up 20 percent from 200 "
            "million. Private firms give 60 million euros, a third of the budget of the museum."
        ),
    ),
    (
        "en",
        (
            "The bank lent 240 million euros, up 20 percent from 200 million. Ferries got 60 "
            "million euros, 40 percent of the rest."
        ),
    ),
    (
        "de",
        (
            "Der Landkreis steckt 240 Millionen Euro in Brücken, 20 Prozent mehr als die 200 "
            "Millionen im Vorjahr. Auf den Norden entfallen 60 Millionen Euro; der Süden stellt "
            "ein Drittel der Einwohner."
        ),
    ),
    (
        "fr",
        (
            "Le département consacre 240 millions d'euros aux ponts, soit 20 % de plus que les "
            "200 millions de l'an dernier. Le nord reçoit 60 millions d'euros, soit 40 % du "
            "budget de la ville."
        ),
    ),
    (
        "ru",
        (
            "Область потратит на мосты 240 млн рублей, на 20% больше прошлогодних 200 млн. Север "
            "получит 60 млн рублей, на 40% больше."
        ),
    ),
    (
        "ja",
        (
            "県は橋の改修に240億円を投じる。前年の200億円から20%増える。北部には60億円を配分す"
            "る。人口の40%が北部に住む。"
        ),
    ),
    (
        "en",
        (
            "The city will spend 900 million euros on repairs. Last year it had 470 million for "
            "homes, 240 million for roads and 110 million for shops, and this year it has 900 "
            "million in all."
        ),
    ),
    (
        "en",
        (
            "The firm earned 900 million euros. It has 470 million customers in Asia, 240 "
            "million in Europe and 110 million in Africa."
        ),
    ),
    (
        "es",
        (
            "La empresa ingresó 900 millones de euros. Tiene 470 millones de clientes en Asia, "
            "240 millones en Europa y 110 millones en África, 820 millones en total."
        ),
    ),
    (
        "en",
        (
            "The plan has 900 million euros. Among others it holds 470 million for homes, 240 "
            "million for roads and 110 million for shops."
        ),
    ),
    (
        "en",
        (
            "The budget grows from 1.28 billion to 1.6 billion euros. Cancer research gets 720 "
            "million euros, 45 percent of the money."
        ),
    ),
    (
        "de",
        (
            "Der Etat wächst von 1,28 auf 1,6 Milliarden Franken. In die Forschung gehen 800 "
            "Millionen Franken und damit die Hälfte der Mittel."
        ),
    ),
    (
        "en",
        (
            "Two thirds of the plants, or 1.4 billion euros of their costs, are paid by the "
            "state. The firm will spend 2.8 billion euros in five years."
        ),
    ),
    (
        "en",
        (
            "Half of the workers get a bonus. The firm will spend 2.8 billion euros, of which "
            "510 million is for wages."
        ),
    ),
    (
        "en",
        (
            "Every fifth dollar spent on roads goes to bridges. The state will spend 3.4 billion "
            "dollars, of which 510 million is for clinics."
        ),
    ),
    (
        "en",
        (
            "The fund holds 900 million euros: 450 million for homes, 300 million for roads and "
            "150 million for ports. Roads grew by 45 percent last year."
        ),
    ),
    (
        "pl",
        (
            "Fundusz ma 900 mln zł: 450 mln na mieszkania, 300 mln na drogi i 150 mln na porty. "
            "Udział kobiet w zarządzie wynosi 45 proc."
        ),
    ),
]


@pytest.mark.parametrize(("lang", "text", "said"), TOLD)
def test_shares_are_of_the_sum_of_the_text(lang, text, said, checked) -> None:
    found = [f"{each.claim.kind} {each.finding.verdict}" for each in checked(text, lang=lang)]
    assert said in found
    assert [each for each in found if each.endswith("refuted")] == [said] * said.endswith("refuted")


@pytest.mark.parametrize(("lang", "text"), QUIET)
def test_nothing_right_is_called_wrong(lang, text, checked) -> None:
    assert not [each for each in checked(text, lang=lang) if each.finding.verdict == "refuted"]
