"""Changes drawn from a sum of before, with words between and in other orders."""

from __future__ import annotations

import pytest

from .blocks import cases

TOLD = """\
fr | double | quadruple
L'enveloppe {} par rapport aux 30 millions d'euros du plan précédent et atteint 60 millions d'euros.

pl | 50 proc. | 85 proc.
Pula wzrosła o {} w porównaniu z 40 mln zł w poprzedniej edycji i wynosi 60 mln zł.

ru | 50% | 85%
Сумма выросла на {} по сравнению с 40 млн рублей в прошлом году и составляет 60 млн рублей.

en | a third | 70%
Halden has sold 15% of itself for $270m, which values it at $1.8bn. It will put $640m into a new campus
in four years. In the last four years it had spent $480m, so the outlay grows by {}.

de | 62,5 Prozent | 95 Prozent
Der Fonds zahlt 52 Millionen Euro für 40 Prozent von Nordex, das damit 130 Millionen Euro wert ist. In
der Runde davor wurde die Firma mit 80 Millionen Euro bewertet, ihr Wert ist also um {} gestiegen.

tr | 1,5 katı | 2,5 katı
Deprem bölgesi için hazırlanan pakette konutlara 22 milyar lira, altyapıya 14 milyar lira, okullara 9
milyar lira ayrıldı; paketin toplamı 45 milyar lira. Geçen paket 30 milyar liraydı, yenisi onun {}.

en | half | double
The halls get €22m, the roads €14m and the schools €9m, €45m in all. The last package had €30m, so the
new one is {} as large again.

fr | 50 % | 85 %
Les ponts reçoivent 22 millions d'euros, les routes 14 millions d'euros et les écoles 9 millions
d'euros, soit 45 millions d'euros au total. Le plan précédent s'élevait à 30 millions d'euros, la hausse
est donc de {}.

en | a third | 55 per cent
The county will spend £640m on bridges over four years, or £160m a year. The last scheme, which ran out
in March, was given £480m for roads in the north, so the amount set aside has, the mayor said, grown by
{}.

en | a third | 55 per cent
The county will spend £640m on bridges over four years, or £160m a year. "The last scheme had only
£480m," said the mayor, "so the programme has grown by {}."

en | a third | 55 per cent
The county will spend £640m on bridges over four years, or £160m a year. The last scheme got £480m. So
the pot is {} bigger.

de | ein Drittel | 55 Prozent
Das Land gibt in vier Jahren 640 Millionen Euro für Brücken aus, 160 Millionen Euro im Jahr. Im alten
Programm standen 480 Millionen Euro bereit, das neue fällt also um {} größer aus.

fr | d'un tiers | de 55 %
La région consacrera 640 millions d'euros aux ponts en quatre ans, soit 160 millions d'euros par an. Le
programme précédent, achevé en mars, disposait de 480 millions d'euros pour le nord ; l'enveloppe, a dit
le ministre, augmente donc {}.

fr | d'un tiers | de 55 %
La région consacrera 640 millions d'euros aux ponts en quatre ans, soit 160 millions d'euros par an. Le
programme précédent en avait reçu 480 millions d'euros, ce qui représente une hausse {}.

es | un tercio | un 55 %
La región gastará 640 millones de euros en puentes en cuatro años, 160 millones de euros al año. El
programa anterior, que acabó en marzo, tuvo 480 millones de euros para el norte, de modo que la
dotación, según el consejero, crece {}.

es | de un tercio | del 55 %
La región gastará 640 millones de euros en puentes en cuatro años, 160 millones de euros al año. En el
programa anterior fueron 480 millones de euros, lo que supone un aumento {}.

it | di un terzo | del 55 per cento
La regione spenderà 640 milioni di euro per i ponti in quattro anni, 160 milioni di euro l'anno. Il
programma precedente, chiuso a marzo, ne aveva 480 milioni di euro per il nord: la dotazione, ha detto
l'assessore, cresce dunque {}.

pt | um terço | 55%
A região gastará 640 milhões de euros em pontes em quatro anos, 160 milhões de euros por ano. O programa
anterior, que terminou em março, teve 480 milhões de euros; a dotação, disse o ministro, cresce assim
{}.

pl | jedną trzecią | 55 proc.
Województwo wyda na mosty 640 mln zł w cztery lata, czyli 160 mln zł rocznie. Poprzedni program,
zakończony w marcu, miał na północy 480 mln zł; kwota wzrosła zatem, jak podał marszałek, o {}

ru | треть | 55%
Регион потратит на мосты 640 млн рублей за четыре года, по 160 млн рублей в год. Прошлая программа,
завершённая в марте, стоила 480 млн рублей; объём средств, по словам министра, вырос таким образом на
{}.

zh | 33% | 55%
该省四年将投入6.4亿元修桥，每年1.6亿元。今年3月结束的上一期计划在北部投入4.8亿元，厅长表示，资金规模
因此扩大了{}。

ja | 33% | 55%
県は4年間で橋に640億円を投じ、年160億円となる。3月に終わった前回の計画は北部で480億円だったため、知
事によると予算規模は{}拡大する。

tr | üçte bir | yüzde 55
İl, köprülere dört yılda 640 milyon lira harcayacak, yılda 160 milyon lira. Martta biten önceki program
kuzeyde 480 milyon lirayla yürütülmüştü; valiye göre kaynak böylece {} büyüyor.

ko | 33% | 55%
도는 4년간 교량에 640억원을 투입하며 연 160억원이다. 3월에 끝난 이전 계획은 북부에 480억원을 썼다.
지사는 사업비가 {} 커졌다고 설명했다.

sv | en tredjedel | 55 procent
Regionen lägger 640 miljoner kronor på broar under fyra år, 160 miljoner kronor om året. Det förra
programmet, som gick ut i mars, fick 480 miljoner kronor; anslaget har därmed, enligt ministern, vuxit
med {}.

da | en tredjedel | 55 procent
Regionen bruger 640 mio. kr. på broer over fire år, 160 mio. kr. om året. Det forrige program, der udløb
i marts, fik 480 mio. kr.; bevillingen er ifølge ministeren dermed steget med {}.

no | en tredel | 55 prosent
Fylket bruker 640 millioner kroner på broer over fire år, 160 millioner kroner i året. Forrige program,
som gikk ut i mars, fikk 480 millioner kroner; bevilgningen har ifølge ministeren dermed økt med {}.

fi | kolmanneksella | 55 prosentilla
Maakunta käyttää siltoihin 640 miljoonaa euroa neljässä vuodessa, 160 miljoonaa euroa vuodessa.
Maaliskuussa päättynyt edellinen ohjelma sai 480 miljoonaa euroa, joten määräraha kasvaa ministerin
mukaan {}.

nl | een derde | 55 procent
De provincie steekt in vier jaar 640 miljoen euro in bruggen, 160 miljoen euro per jaar. Het vorige
programma, dat in maart afliep, kreeg 480 miljoen euro; het budget is volgens de minister daarmee met {}
gestegen.

cs | třetinu | 55 procent
Kraj dá na mosty během čtyř let 640 milionů korun, 160 milionů korun ročně. Předchozí program, který
skončil v březnu, dostal 480 milionů korun; rozpočet tak podle ministra vzrostl o {}.

hu | harmadával | 55 százalékkal
A megye négy év alatt 640 milliárd forintot költ hidakra, évi 160 milliárd forintot. A márciusban
lezárult előző program 480 milliárd forintot kapott, a forrás így a miniszter szerint {} bővül.

ro | o treime | 55%
Regiunea va cheltui 640 de milioane de euro pe poduri în patru ani, câte 160 de milioane de euro pe an.
Programul precedent, încheiat în martie, a primit 480 de milioane de euro; bugetul crește astfel,
potrivit ministrului, cu {}.

el | ένα τρίτο | 55%
Η περιφέρεια θα δαπανήσει 640 εκατ. ευρώ για γέφυρες σε τέσσερα χρόνια, 160 εκατ. ευρώ τον χρόνο. Το
προηγούμενο πρόγραμμα, που έληξε τον Μάρτιο, πήρε 480 εκατ. ευρώ· ο προϋπολογισμός μεγαλώνει έτσι, κατά
τον υπουργό, κατά {}.

uk | третину | 55%
Область витратить на мости 640 млн грн за чотири роки, по 160 млн грн щороку. Попередня програма, що
завершилася в березні, отримала 480 млн грн; фінансування, за словами міністра, таким чином зросло на
{}.

hi | 33 प्रतिशत | 55 प्रतिशत
राज्य चार साल में पुलों पर 640 करोड़ रुपये खर्च करेगा, यानी हर साल 160 करोड़ रुपये। मार्च में खत्म हुई
पिछली योजना को 480 करोड़ रुपये मिले थे, इसलिए मंत्री के अनुसार बजट {} बढ़ गया है।

id | 33 persen | 55 persen
Provinsi akan membelanjakan Rp640 miliar untuk jembatan selama empat tahun, Rp160 miliar per tahun.
Program sebelumnya yang berakhir Maret mendapat Rp480 miliar, sehingga anggarannya menurut menteri
tumbuh {}.

vi | 33% | 55%
Tỉnh sẽ chi 640 tỷ đồng làm cầu trong bốn năm, mỗi năm 160 tỷ đồng. Chương trình trước kết thúc hồi
tháng 3 được cấp 480 tỷ đồng, do đó ngân sách theo bộ trưởng tăng {}.

th | 33% | 55%
จังหวัดจะใช้งบ 640 ล้านบาทสร้างสะพานใน 4 ปี หรือปีละ 160 ล้านบาท แผนก่อนหน้าซึ่งสิ้นสุดเดือนมีนาคมได้รับ
480 ล้านบาท ผู้ว่าฯ ระบุว่างบประมาณจึงโตขึ้น {}
"""


@pytest.mark.parametrize(("language", "figures", "text"), cases(TOLD))
def test_a_change_is_one_of_the_sum_the_text_is_about(language, figures, text, verdicts) -> None:
    right, wrong = figures
    assert ("change", "supported") in verdicts(text.format(right), language)
    assert ("change", "refuted") in verdicts(text.format(wrong), language)
    assert all(verdict == "supported" for _, verdict in verdicts(text.format(right), language))
