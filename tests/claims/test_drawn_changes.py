"""Changes drawn from a sum of before, right and wrong, and those of other things."""

from __future__ import annotations

import pytest

from .blocks import cases

TOLD = """\
en | a third | 55 per cent
The county will spend £640m on bridges over four years, or £160m a year. The last scheme was given
£480m, so the pot has grown by {}.

en | £32m | £58m
Calder Metro has ordered 320 electric buses at £500,000 apiece, a deal worth £160m. Since the operator
paid £128m for the buses now being retired, the bill has gone up by {}.

en | 50% | 85%
The island plan is worth €90m, or €30m a year for three years. In the last round only €60m was handed
out, which makes the increase {}.

en | 20 percent | 45 percent
The port gets $480m over four years, $120m annually. "We had $400m in the previous round, so this is {}
more," the minister said.

en | half | a fifth
The bill for the new fleet comes to £120m: 60 trams at £2m each. The old fleet cost £80m; the price is
therefore up by {}.

de | ein Drittel | 55 Prozent
Das Land gibt in vier Jahren 640 Millionen Euro für Brücken aus, 160 Millionen Euro im Jahr. Das alte
Programm hatte 480 Millionen Euro, der Topf wächst also um {}.

de | 6 Millionen Euro | 11 Millionen Euro
Der Kreis kauft 60 Busse für je 500.000 Euro, zusammen 30 Millionen Euro. Die ausgemusterten kosteten
seinerzeit 24 Millionen Euro; die Rechnung ist damit um {} gestiegen.

de | 50 Prozent | 85 Prozent
Das Paket umfasst 90 Millionen Euro, verteilt auf drei Jahre mit je 30 Millionen Euro. Das vorige Paket
lag bei 60 Millionen Euro, das neue ist {} größer.

de | 20 Prozent | 45 Prozent
Für Radwege sind 480 Millionen Euro vorgesehen, in vier Jahren je 120 Millionen Euro. Bisher standen 400
Millionen Euro bereit, so dass es {} mehr werden.

fr | d'un tiers | de 55 %
La région consacrera 640 millions d'euros aux ponts en quatre ans, soit 160 millions d'euros par an. Le
programme précédent disposait de 480 millions d'euros, la somme augmente donc {}.

fr | 6 millions d'euros | 11 millions d'euros
La ville achète 60 bus à 500 000 euros l'unité, soit 30 millions d'euros. La flotte actuelle avait coûté
24 millions d'euros, si bien que la facture grimpe de {}.

fr | multiplié par trois | multiplié par cinq
Le port recevra 300 millions d'euros sur trois ans, 100 millions d'euros par an. Lors du plan précédent,
il avait touché 100 millions d'euros : le montant est {}.

fr | 50 % | 85 %
Le plan pèse 90 millions d'euros, soit 30 millions d'euros par an pendant trois ans. Le dernier en
comptait 60 millions d'euros ; la hausse est donc de {}.

es | un tercio | un 55 %
La región gastará 640 millones de euros en puentes en cuatro años, 160 millones de euros al año. El
programa anterior tuvo 480 millones de euros, por lo que la bolsa crece {}.

es | 6 millones de euros | 11 millones de euros
El ayuntamiento compra 60 autobuses a 500.000 euros cada uno, 30 millones de euros. Los actuales
costaron 24 millones de euros, así que la factura sube en {}.

es | triplica | quintuplica
El puerto recibirá 300 millones de euros en tres años, 100 millones de euros al año. En el plan anterior
recibió 100 millones de euros; el presupuesto, por tanto, se {}.

es | 50 % | 85 %
El plan suma 90 millones de euros, a razón de 30 millones de euros al año durante tres años. El trienio
pasado fueron 60 millones de euros, es decir, el aumento es del {}.

es | 30 millones de euros | 60 millones de euros
La obra contará con 260 millones de euros en cuatro años, 65 millones de euros al año. Son {} menos que
en el programa anterior, dotado con 290 millones de euros.

pt | um terço | 55%
A região gastará 640 milhões de euros em pontes em quatro anos, 160 milhões de euros por ano. O programa
anterior teve 480 milhões de euros, pelo que a verba cresce {}.

pt | 6 milhões de euros | 11 milhões de euros
A câmara compra 60 autocarros a 500 mil euros cada, 30 milhões de euros. Os atuais custaram 24 milhões
de euros, logo a fatura sobe {}.

pt | triplica | quintuplica
O porto receberá 300 milhões de euros em três anos, 100 milhões de euros por ano. No triénio anterior
recebeu 100 milhões de euros; o orçamento {}.

it | di un terzo | del 55 per cento
La regione spenderà 640 milioni di euro per i ponti in quattro anni, 160 milioni di euro l'anno. Il
programma precedente aveva 480 milioni di euro, quindi la somma cresce {}.

it | 6 milioni di euro | 11 milioni di euro
Il comune compra 60 autobus a 500.000 euro l'uno, per 30 milioni di euro. Quelli attuali erano costati
24 milioni di euro, dunque il conto sale di {}.

it | triplica | quintuplica
Il porto riceverà 300 milioni di euro in tre anni, 100 milioni di euro l'anno. Nel triennio passato ne
aveva ricevuti 100 milioni di euro: la cifra {}.

ro | o treime | 55%
Regiunea va cheltui 640 de milioane de euro pe poduri în patru ani, câte 160 de milioane de euro pe an.
Programul precedent a avut 480 de milioane de euro, deci suma crește cu {}.

ro | 6 milioane de euro | 11 milioane de euro
Primăria cumpără 60 de autobuze cu 500.000 de euro fiecare, în total 30 de milioane de euro. Cele
actuale au costat 24 de milioane de euro, așa că factura crește cu {}.

nl | een derde | 55 procent
De provincie steekt in vier jaar 640 miljoen euro in bruggen, 160 miljoen euro per jaar. Het vorige
programma had 480 miljoen euro, de pot groeit dus met {}.

nl | 6 miljoen euro | 11 miljoen euro
De stad koopt 60 bussen van 500.000 euro per stuk, samen 30 miljoen euro. De huidige kostten destijds 24
miljoen euro, zodat de rekening {} hoger uitvalt.

da | en tredjedel | 55 procent
Regionen bruger 640 mio. kr. på broer over fire år, 160 mio. kr. om året. Det forrige program havde 480
mio. kr., så puljen er altså vokset med {}.
"""

SILENT = """\
en
The county will spend £640m on bridges over four years, or £160m a year. The last scheme had £480m, and
the price of steel has grown by 55 per cent.

en
The county will spend £640m on bridges over four years, or £160m a year. The harbour beside it cost
£480m, and its traffic is up 55 per cent.

en
The town will spend €640m over four years, or €160m a year. Its roads had €480m, so traffic has grown by
55 per cent.

en
The halls get €22m, the roads €14m and the schools €9m, €45m in all. The halls had €11m in the last
plan, so their money has doubled.

en
The fund paid $270m for 15%, which values the firm at $1.8bn. Last year the firm had sales of $52m, so
revenue is up by 40 per cent.

fr
La ville achète 60 bus à 500 000 euros l'unité, soit 30 millions d'euros. La flotte actuelle avait coûté
24 millions d'euros et transporte donc 60 % de passagers en plus.

es
La región gastará 640 millones de euros en cuatro años, 160 millones de euros al año. El programa
anterior tuvo 480 millones de euros, por lo que los accidentes bajaron un 55 %.

it
La regione spenderà 640 milioni di euro in quattro anni, 160 milioni di euro l'anno. Il piano precedente
aveva 480 milioni di euro, quindi i posti di lavoro crescono del 55 per cento.

pl
Województwo wyda na mosty 640 mln zł w cztery lata, czyli 160 mln zł rocznie. Poprzedni program miał 480
mln zł, więc liczba mostów rośnie o 55 proc.

ru
Регион потратит на мосты 640 млн рублей за четыре года, по 160 млн рублей в год. Прошлая программа
стоила 480 млн рублей, так что число мостов выросло на 55%.

zh
该省四年将投入6.4亿元修桥，每年1.6亿元。上一期计划为4.8亿元，因此桥梁数量增加了55%。

ja
県は4年間で橋に640億円を投じ、年160億円となる。前回の計画は480億円で、橋の本数は55%増えたことになる。

tr
İl, köprülere dört yılda 640 milyon lira harcayacak, yılda 160 milyon lira. Önceki program 480 milyon
liraydı, dolayısıyla köprü sayısı yüzde 55 arttı.

ar
ستنفق المحافظة 640 مليون دولار على الجسور خلال أربع سنوات، بمعدل 160 مليون دولار سنويا. وكان البرنامج
السابق قد بلغ 480 مليون دولار، أي أن عدد الجسور زاد بنسبة 55%.

en
The firm will spend $640m over four years, or $160m a year. It had $480m in cash, so interest costs fell
by 55 per cent.

en
The plan has €90m, or €30m a year for three years. It needs €60m more, so the deficit grows by 85%.
"""


@pytest.mark.parametrize(("language", "figures", "text"), cases(TOLD))
def test_a_change_is_one_of_the_sum_the_text_is_about(language, figures, text, verdicts) -> None:
    right, wrong = figures
    assert ("change", "supported") in verdicts(text.format(right), language)
    assert ("change", "refuted") in verdicts(text.format(wrong), language)
    assert all(verdict == "supported" for _, verdict in verdicts(text.format(right), language))


@pytest.mark.parametrize(("language", "figures", "text"), cases(SILENT))
def test_a_change_of_something_else_accuses_nobody(language, figures, text, verdicts) -> None:
    assert all(verdict != "refuted" for _, verdict in verdicts(text, language))
