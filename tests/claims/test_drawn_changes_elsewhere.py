"""Changes drawn from a sum of before, in the languages of the north, the east and the south."""

from __future__ import annotations

import pytest

from .blocks import cases

TOLD = """\
da | 60 mio. kr. | 110 mio. kr.
Byen køber 60 busser til 5 mio. kr. stykket, i alt 300 mio. kr. De gamle kostede i sin tid 240 mio. kr.;
regningen er dermed steget med {}

no | en tredel | 55 prosent
Fylket bruker 640 millioner kroner på broer over fire år, 160 millioner kroner i året. Det forrige
programmet hadde 480 millioner kroner, så potten vokser med {}.

sv | en tredjedel | 55 procent
Regionen lägger 640 miljoner kronor på broar under fyra år, 160 miljoner kronor om året. Förra
programmet hade 480 miljoner kronor, potten växer alltså med {}.

sv | 60 miljoner kronor | 110 miljoner kronor
Staden köper 60 bussar för 5 miljoner kronor styck, totalt 300 miljoner kronor. De gamla kostade på sin
tid 240 miljoner kronor, så notan har stigit med {}.

fi | kolmanneksella | 55 prosentilla
Maakunta käyttää siltoihin 640 miljoonaa euroa neljässä vuodessa, 160 miljoonaa euroa vuodessa.
Edellisessä ohjelmassa oli 480 miljoonaa euroa, joten potti kasvaa {}.

fi | 6 miljoonaa euroa | 11 miljoonaa euroa
Kaupunki ostaa 60 bussia 500 000 euron kappalehintaan, yhteensä 30 miljoonalla eurolla. Nykyiset
maksoivat aikanaan 24 miljoonaa euroa, joten lasku nousee {}.

hu | harmadával | 55 százalékkal
A megye négy év alatt 640 milliárd forintot költ hidakra, évi 160 milliárd forintot. Az előző programban
480 milliárd forint volt, a keret tehát {} nő.

cs | třetinu | 55 procent
Kraj dá na mosty během čtyř let 640 milionů korun, 160 milionů korun ročně. Předchozí program měl 480
milionů korun, částka tedy roste o {}.

cs | 60 milionů korun | 110 milionů korun
Město kupuje 60 autobusů po 5 milionech korun, celkem za 300 milionů korun. Ty současné stály 240
milionů korun, takže účet stoupl o {}.

pl | jedną trzecią | 55 proc.
Województwo wyda na mosty 640 mln zł w cztery lata, czyli 160 mln zł rocznie. Poprzedni program miał 480
mln zł, więc pula rośnie o {}

pl | 24 mln zł | 44 mln zł
Miasto kupuje 60 autobusów po 2 mln zł, razem za 120 mln zł. Obecne kosztowały 96 mln zł, a zatem
rachunek wzrósł o {}.

pl | potroiła się | wzrosła pięciokrotnie
Port dostanie 300 mln zł w trzy lata, po 100 mln zł rocznie. W poprzedniej edycji było 100 mln zł; kwota
{}.

ru | треть | 55%
Регион потратит на мосты 640 млн рублей за четыре года, по 160 млн рублей в год. Прошлая программа
стоила 480 млн рублей, так что сумма выросла на {}.

ru | 60 млн рублей | 110 млн рублей
Город покупает 60 автобусов по 5 млн рублей, всего за 300 млн рублей. Нынешние обошлись в 240 млн
рублей, значит, счёт вырос на {}.

ru | утроилось | выросло в пять раз
Порт получит 300 млн рублей за три года, по 100 млн рублей ежегодно. В предыдущие три года он получил
100 млн рублей, то есть финансирование {}.

uk | третину | 55%
Область витратить на мости 640 млн грн за чотири роки, по 160 млн грн щороку. Попередня програма
коштувала 480 млн грн, тож сума зросла на {}.

uk | потроюються | зросли вп'ятеро
Порт отримає 300 млн грн за три роки, по 100 млн грн щороку. Попередня програма мала 100 млн грн, отже,
видатки {}.

el | ένα τρίτο | 55%
Η περιφέρεια θα δαπανήσει 640 εκατ. ευρώ για γέφυρες σε τέσσερα χρόνια, 160 εκατ. ευρώ τον χρόνο. Το
προηγούμενο πρόγραμμα είχε 480 εκατ. ευρώ, άρα το ποσό αυξάνεται κατά {}.

el | 6 εκατ. ευρώ | 11 εκατ. ευρώ
Ο δήμος αγοράζει 60 λεωφορεία προς 500.000 ευρώ το καθένα, σύνολο 30 εκατ. ευρώ. Τα σημερινά είχαν
κοστίσει 24 εκατ. ευρώ, επομένως ο λογαριασμός ανεβαίνει κατά {}.

tr | üçte bir | yüzde 55
İl, köprülere dört yılda 640 milyon lira harcayacak, yılda 160 milyon lira. Önceki program 480 milyon
liraydı, dolayısıyla tutar {} arttı.

tr | üç katına | beş katına
Liman üç yılda 300 milyon lira alacak, yılda 100 milyon lira. Önceki dönemde 100 milyon lira almıştı,
yani kaynak {} çıktı.

ar | 33% | 55%
ستنفق المحافظة 640 مليون دولار على الجسور خلال أربع سنوات، بمعدل 160 مليون دولار سنويا. وكان البرنامج
السابق قد بلغ 480 مليون دولار، أي أن المبلغ زاد بنسبة {}.

ar | 100 مليون دولار | 180 مليون دولار
سيحصل الميناء على 300 مليون دولار خلال ثلاث سنوات، بمعدل 100 مليون دولار سنويا. وقد حصل في البرنامج
السابق على 200 مليون دولار، ما يعني أن التمويل ارتفع بمقدار {}.

he | 33% | 55%
המחוז ישקיע 640 מיליון שקל בגשרים בארבע שנים, 160 מיליון שקל בשנה. בתוכנית הקודמת היו 480 מיליון שקל, כך
שהסכום גדל ב-{}.

hi | 33 प्रतिशत | 55 प्रतिशत
राज्य चार साल में पुलों पर 640 करोड़ रुपये खर्च करेगा, यानी हर साल 160 करोड़ रुपये। पिछली योजना 480
करोड़ रुपये की थी, यानी राशि {} बढ़ गई।

id | 33 persen | 55 persen
Provinsi akan membelanjakan Rp640 miliar untuk jembatan selama empat tahun, Rp160 miliar per tahun.
Program sebelumnya bernilai Rp480 miliar, jadi dananya naik {}.

ms | 33 peratus | 55 peratus
Negeri akan membelanjakan RM640 juta untuk jambatan dalam tempoh empat tahun, RM160 juta setahun.
Program sebelum ini bernilai RM480 juta, jadi peruntukannya naik {}.

vi | 33% | 55%
Tỉnh sẽ chi 640 tỷ đồng làm cầu trong bốn năm, mỗi năm 160 tỷ đồng. Chương trình trước có 480 tỷ đồng,
như vậy số tiền tăng {}.

th | 33% | 55%
จังหวัดจะใช้งบ 640 ล้านบาทสร้างสะพานใน 4 ปี หรือปีละ 160 ล้านบาท แผนเดิมใช้ 480 ล้านบาท งบจึงเพิ่มขึ้น
{}

zh | 33% | 55%
该省四年将投入6.4亿元修桥，每年1.6亿元。上一期计划为4.8亿元，因此资金增加了{}。

ja | 33% | 55%
県は4年間で橋に640億円を投じ、年160億円となる。前回の計画は480億円で、金額は{}増えたことになる。

ja | 100億円 | 180億円
港には3年間で300億円が配分され、年100億円だ。前回は200億円だったため、{}の増額となる。

ko | 33% | 55%
도는 4년간 교량에 640억원을 투입하며 연 160억원이다. 이전 계획은 480억원이어서 예산이 {} 늘어난 셈이다.

ko | 100억원 | 180억원
항만은 3년간 300억원을 받으며 해마다 100억원이다. 지난 계획은 200억원이어서 이번이 {} 더 많다.

pt | 1,2 bilhão de reais | 1,9 bilhão de reais
O pacote soma 3,6 bilhões de reais em cinco anos e supera em {} o do ciclo anterior, que foi de 2,4
bilhões de reais.

es | 1.200 millones de euros | 1.900 millones de euros
El plan suma 3.600 millones de euros en cinco años y supera en {} al del plan anterior, que fue de 2.400
millones de euros.

it | 1,2 miliardi di euro | 1,9 miliardi di euro
Il piano vale 3,6 miliardi di euro in cinque anni e supera di {} quello del piano precedente, che valeva
2,4 miliardi di euro.

pt | duplica | quadruplica
A verba global {} face aos 30 milhões de euros do triénio anterior e totaliza 60 milhões de euros.

es | duplica | cuadruplica
La dotación se {} frente a los 30 millones de euros del trienio anterior y suma 60 millones de euros.

en | a half | 85%
The pot grows by {} compared with the 40 million euros of the last round and comes to 60 million euros.

it | raddoppia | quadruplica
La somma {} rispetto ai 30 milioni di euro del triennio precedente e arriva a 60 milioni di euro.
"""


@pytest.mark.parametrize(("language", "figures", "text"), cases(TOLD))
def test_a_change_is_one_of_the_sum_the_text_is_about(language, figures, text, verdicts) -> None:
    right, wrong = figures
    assert ("change", "supported") in verdicts(text.format(right), language)
    assert ("change", "refuted") in verdicts(text.format(wrong), language)
    assert all(verdict == "supported" for _, verdict in verdicts(text.format(right), language))
