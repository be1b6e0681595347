"""Totals told with an addition to a sum of before, right and wrong, and those that are of something else."""

from __future__ import annotations

import pytest

from .blocks import cases

TOLD = """\
en | £270m | £310m
Ardmoor Transit is buying 48 trams at £4.5m each, an order worth £216m. Including the depot at Wick, put
at £54m, the project adds up to {}.

en | $213 million | $245 million
The council has ordered 340 buses at $500,000 apiece, for $170 million. Add the $43 million for charging
stations and the bill comes to {}.

en | €94m | €118m
The fleet costs €80m. On top of that comes €14m for the workshops, which takes the total to {}.

en | 645 million euros | 720 million euros
The contract is worth 600 million euros. Once the 45 million euros for maintenance are added, the whole
thing costs {}.

en | $42m | $57m
The grants come to $30m. With the addition of $12m from the counties, the pot reaches {}.

de | 270 Millionen Euro | 330 Millionen Euro
Die Bahnen Lindental kaufen 48 Züge für je 4,5 Millionen Euro, ein Auftrag über 216 Millionen Euro.
Rechnet man den Betriebshof mit 54 Millionen Euro hinzu, kostet das Vorhaben {}.

de | 94 Millionen Euro | 121 Millionen Euro
Der Auftrag ist 80 Millionen Euro wert. Hinzu kommen 14 Millionen Euro für die Werkstatt, so dass sich
die Gesamtkosten auf {} belaufen.

de | 100 Millionen Euro | 130 Millionen Euro
Die Flotte kostet 80 Millionen Euro. Zuzüglich der Werkstatt (14 Millionen Euro) und der Schulung (6
Millionen Euro) summiert sich das Projekt auf {}.

fr | 100 millions d'euros | 125 millions d'euros
La région commande 120 cars à 650 000 euros pièce, soit 78 millions d'euros. Avec les stations (14
millions d'euros) et la formation (8 millions d'euros), l'opération revient à {}.

fr | 94 millions d'euros | 120 millions d'euros
Le marché vaut 80 millions d'euros. En y ajoutant 14 millions d'euros pour l'atelier, la facture totale
grimpe à {}.

fr | 94 millions d'euros | 120 millions d'euros
Le chantier coûte 80 millions d'euros. S'y ajoutent 14 millions d'euros pour les abords, ce qui porte le
total à {}.

es | 74 millones de euros | 95 millones de euros
El ayuntamiento compra 120 autobuses a 500.000 euros cada uno, 60 millones de euros. Sumando los 14
millones de euros para cocheras, el proyecto cuesta {}.

es | 94 millones de euros | 118 millones de euros
La obra vale 80 millones de euros. A ello se suman 14 millones de euros para los accesos, con lo que el
coste total asciende a {}.

it | 900 milioni di euro | 1,1 miliardi di euro
La Regione ordina 22 traghetti a 35 milioni di euro l'uno, per 770 milioni di euro. Sommando i 130
milioni di euro per le banchine si arriva a {}.

it | 94 milioni di euro | 120 milioni di euro
L'opera vale 80 milioni di euro. A questi si aggiungono 14 milioni di euro per gli accessi: la spesa
complessiva sale così a {}.

pt | 74 milhões de euros | 95 milhões de euros
A câmara compra 120 autocarros a 500 mil euros cada, 60 milhões de euros. Somando os 14 milhões de euros
para oficinas, o projeto custa {}.

pt | 94 milhões de euros | 120 milhões de euros
A obra vale 80 milhões de euros. A isso somam-se 14 milhões de euros para os acessos, o que eleva o
custo total a {}.

ro | 74 de milioane de euro | 95 de milioane de euro
Primăria cumpără 120 de autobuze, contract de 60 de milioane de euro. Adăugând cele 14 milioane de euro
pentru depouri, proiectul costă {}.

ro | 94 de milioane de euro | 120 de milioane de euro
Lucrarea costă 80 de milioane de euro. La acestea se adaugă 14 milioane de euro pentru accese, astfel că
factura totală ajunge la {}.

nl | 230 miljoen euro | 285 miljoen euro
De bussen kosten 187 miljoen euro. Tel daar de 43 miljoen euro voor laadstations bij op en de rekening
komt uit op {}.

nl | 94 miljoen euro | 120 miljoen euro
Het werk kost 80 miljoen euro. Daar komt nog 14 miljoen euro voor de oevers bij, zodat het totaal
uitkomt op {}.

da | 4,5 mia. kr. | 5,4 mia. kr.
Ordren er på 3,96 mia. kr. Dertil kommer ladeanlæg for 540 mio. kr., så den samlede regning lyder på {}

da | 94 mio. kr. | 120 mio. kr.
Togene koster 80 mio. kr. Lægger man 14 mio. kr. til værkstedet oveni, bliver den samlede pris {}

no | 94 millioner kroner | 120 millioner kroner
Veien koster 80 millioner kroner. I tillegg kommer 14 millioner kroner til gangvei, slik at
totalkostnaden blir {}.

sv | 94 miljoner kronor | 120 miljoner kronor
Bussarna kostar 80 miljoner kronor. Lägger man till 14 miljoner kronor för depån blir totalkostnaden {}.

sv | 94 miljoner kronor | 120 miljoner kronor
Vägen kostar 80 miljoner kronor. Därtill kommer 14 miljoner kronor för cykelvägen, så att notan slutar
på {}.

fi | 280 miljoonaan euroon | 330 miljoonaan euroon
Yhden vaunun hinta on 3,5 miljoonaa euroa, ja kauppa on 224 miljoonan euron arvoinen. Kun mukaan
lasketaan 56 miljoonan euron huoltosopimus, lasku nousee yhteensä {}.

fi | 94 miljoonaa euroa | 120 miljoonaa euroa
Bussit maksavat 80 miljoonaa euroa. Varikko (14 miljoonaa euroa) mukaan lukien kokonaiskustannus on {}.

hu | 94 milliárd forint | 120 milliárd forint
A buszok 80 milliárd forintba kerülnek. Ha hozzáadjuk a telephelyre szánt 14 milliárd forintot, a teljes
költség {}.

hu | 94 milliárd forint | 120 milliárd forint
Az út 80 milliárd forintba kerül. Ehhez jön még 14 milliárd forint a hidakra, így a végösszeg {}.

cs | 94 milionů eur | 120 milionů eur
Autobusy stojí 80 milionů eur. Připočteme-li 14 milionů eur na vozovnu, vyjde celý projekt na {}.

cs | 94 milionů eur | 120 milionů eur
Silnice stojí 80 milionů eur. K tomu přibude 14 milionů eur na mosty, takže celkové náklady dosáhnou {}.

pl | 94 mln zł | 120 mln zł
Autobusy kosztują 80 mln zł. Doliczając 14 mln zł na zajezdnię, całe przedsięwzięcie kosztuje {}.

pl | 94 mln zł | 120 mln zł
Droga kosztuje 80 mln zł. Do tego dochodzi 14 mln zł na mosty, więc łączny koszt sięga {}.

ru | 10 млрд рублей | 11,5 млрд рублей
Общая цена контракта — 8,36 млрд рублей. С учётом зарядной инфраструктуры, на которую заложено 1,64 млрд
рублей, проект обойдётся в {}.

ru | 94 млн рублей | 120 млн рублей
Дорога стоит 80 млн рублей. К этому добавятся 14 млн рублей на мосты, так что общая стоимость достигнет
{}.

uk | 94 млн грн | 120 млн грн
Тролейбуси коштують 80 млн грн. Якщо додати 14 млн грн на депо, загальна вартість сягне {}.

uk | 94 млн грн | 120 млн грн
Дорога коштує 80 млн грн. До цього додадуться 14 млн грн на мости, тож увесь проєкт обійдеться у {}.

el | 90 εκατ. ευρώ | 102 εκατ. ευρώ
Κάθε όχημα κοστίζει 420.000 ευρώ, επομένως το τίμημα ανέρχεται σε 75,6 εκατ. ευρώ. Αν προστεθεί η
δεκαετής συντήρηση, ύψους 14,4 εκατ. ευρώ, το συνολικό κόστος φτάνει τα {}.

el | 94 εκατ. ευρώ | 120 εκατ. ευρώ
Ο δρόμος κοστίζει 80 εκατ. ευρώ. Σε αυτά προστίθενται 14 εκατ. ευρώ για τις γέφυρες, οπότε ο λογαριασμός
φτάνει τα {}.

tr | 94 milyon liraya | 120 milyon liraya
Otobüslerin bedeli 80 milyon lira. Garaj için ayrılan 14 milyon lira eklendiğinde toplam maliyet {}
çıkıyor.

tr | 94 milyon lirayı | 120 milyon lirayı
Yolun maliyeti 80 milyon lira. Köprüler için 14 milyon lira da dahil edildiğinde fatura {} buluyor.

ar | 94 مليون دولار | 120 مليون دولار
تبلغ قيمة العقد 80 مليون دولار. وبإضافة 14 مليون دولار للصيانة تصل الكلفة الإجمالية إلى {}.

ar | 94 مليون دولار | 120 مليون دولار
تكلف الحافلات 80 مليون دولار. يضاف إليها 14 مليون دولار لمحطات الشحن، ليصل إجمالي المشروع إلى {}.

he | 94 מיליון שקל | 120 מיליון שקל
האוטובוסים עולים 80 מיליון שקל. בתוספת 14 מיליון שקל למוסך, העלות הכוללת מגיעה ל-{}.

he | 94 מיליון שקל | 120 מיליון שקל
הכביש עולה 80 מיליון שקל. אם מוסיפים 14 מיליון שקל לגשרים, סך ההשקעה עומד על {}.

hi | 94 करोड़ रुपये | 120 करोड़ रुपये
बसों पर 80 करोड़ रुपये खर्च होंगे। डिपो के 14 करोड़ रुपये जोड़ने पर कुल लागत {} होगी।

hi | 94 करोड़ रुपये | 120 करोड़ रुपये
सड़क की लागत 80 करोड़ रुपये है। पुलों के 14 करोड़ रुपये मिलाकर परियोजना का कुल खर्च {} बैठता है।

id | Rp94 miliar | Rp120 miliar
Harga bus itu Rp80 miliar. Jika ditambah Rp14 miliar untuk depo, total biaya proyek menjadi {}.

id | Rp94 miliar | Rp120 miliar
Jalan itu menelan biaya Rp80 miliar. Termasuk jembatan senilai Rp14 miliar, seluruh proyek menghabiskan
{}.

vi | 94 tỷ đồng | 120 tỷ đồng
Con đường tốn 80 tỷ đồng. Tính cả 14 tỷ đồng làm cầu, toàn bộ dự án cần {}.

th | 94 ล้านบาท | 120 ล้านบาท
รถเมล์มีมูลค่า 80 ล้านบาท เมื่อรวมค่าโรงจอด 14 ล้านบาท โครงการจะใช้เงินทั้งสิ้น {}

zh | 9400万元 | 1.2亿元
客车合同金额为8000万元。加上1400万元的充电桩投入，项目总投资达{}。

zh | 9400万元 | 1.2亿元
道路造价8000万元。若把桥梁的1400万元计算在内，总造价为{}。

ja | 94億円 | 120億円
バスの購入費は80億円。車庫の14億円を加えると、総事業費は{}になる。

ja | 94億円 | 120億円
道路の建設費は80億円だ。これに橋の14億円が加わり、総額は{}に達する。

ko | 94억원 | 120억원
버스 구매비는 80억원이다. 차고지 14억원을 더하면 총사업비는 {}이다.

ko | 94억원 | 120억원
도로 공사비는 80억원이다. 여기에 교량 14억원까지 합치면 전체 비용은 {}에 이른다.
"""

SILENT = """\
en
Sales rose to $216m last year. Including the fee income of $54m, the firm's total revenue was $310m.

en
The group spent $216m on ships. Including debt of $54m, the deal for its rival is worth $410m.

en
The plan costs €216m and another €80m was lent. With the depot at €54m, the total comes to €310m or
more.

en
The bridge costs £216m. The tunnel, including £54m for its portals, costs £310m.

en
The roads get $40m. In addition the ports get $12m. Its total budget is $900m.

en
The town pays €40m for roads. Adding the €12m of the state and other grants, the total is €90m.

de
Der Umsatz lag bei 216 Millionen Euro. Einschließlich der Tochter mit 54 Millionen Euro beträgt der
gesamte Umsatz 310 Millionen Euro.

de
Die Brücke kostet 216 Millionen Euro. Der Tunnel, einschließlich 54 Millionen Euro für die Portale,
kostet 310 Millionen Euro.

fr
Le pont coûte 216 millions d'euros. Le tunnel, y compris 54 millions d'euros pour les portails, coûte
310 millions d'euros au total.

es
El puente cuesta 216 millones de euros. El túnel, incluidos 54 millones de euros para los portales,
cuesta en total 310 millones de euros.

ru
Мост стоит 216 млн рублей. Тоннель, включая 54 млн рублей на порталы, обойдётся в 310 млн рублей.

zh
大桥造价2.16亿元。隧道造价3.1亿元，包括5400万元的洞口工程。

ja
橋の建設費は216億円。トンネルは坑口の54億円を含めて総額310億円だ。
"""


@pytest.mark.parametrize(("language", "figures", "text"), cases(TOLD))
def test_a_total_is_what_is_added_to_the_sum_before(language, figures, text, verdicts) -> None:
    right, wrong = figures
    assert ("sum", "supported") in verdicts(text.format(right), language)
    assert ("sum", "refuted") in verdicts(text.format(wrong), language)
    assert all(verdict == "supported" for _, verdict in verdicts(text.format(right), language))


@pytest.mark.parametrize(("language", "figures", "text"), cases(SILENT))
def test_a_total_of_something_else_accuses_nobody(language, figures, text, verdicts) -> None:
    assert all(verdict != "refuted" for _, verdict in verdicts(text, language))
