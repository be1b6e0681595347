"""A year's money after who says so, and of a plan that tells its span in one word; and what is no money
of the plan."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2024, 10, 15)
HOLDS, FAILS = {"supported", "close"}, {"refuted"}

TOLD = [
    (
        "it",
        "Il nuovo socio sosterrà un piano quinquennale da 325 milioni di euro, {} annui.",
        "65 milioni",
        "95 milioni",
    ),
    (
        "it",
        "Il gruppo lancia un piano quinquennale da 325 milioni di euro; {} l'anno.",
        "65 milioni",
        "95 milioni",
    ),
    (
        "it",
        "Il progetto rientra nel piano triennale da 324 milioni di euro. Sono {} l'anno.",
        "108 milioni",
        "150 milioni",
    ),
    (
        "nl",
        ("De nieuwe aandeelhouder schaart zich achter een vijfjarenplan van 800 miljoen euro, jaarlijks {}."),
        "160 miljoen",
        "240 miljoen",
    ),
    (
        "nl",
        ("Het bedrijf werkt aan een driejarig programma van 300 miljoen euro, ofwel {} per jaar."),
        "100 miljoen",
        "140 miljoen",
    ),
    (
        "de",
        ("Der Konzern legt ein fünfjähriges Programm von 800 Millionen Euro auf, jährlich {}."),
        "160 Millionen",
        "240 Millionen",
    ),
    (
        "de",
        ("Der Konzern legt einen Fünfjahresplan von 800 Millionen Euro auf, das sind {} im Jahr."),
        "160 Millionen",
        "240 Millionen",
    ),
    (
        "sv",
        "Bolaget har en femårsplan på 800 miljoner kronor, {} per år.",
        "160 miljoner",
        "240 miljoner",
    ),
    (
        "fr",
        "Le groupe lance un plan quinquennal de 800 millions d'euros, soit {} chaque année.",
        "160 millions",
        "240 millions",
    ),
    (
        "fr",
        ("Le groupe lance un plan quinquennal à 800 millions d'euros. Il dépensera {} par an."),
        "160 millions",
        "240 millions",
    ),
    (
        "es",
        "El grupo lanza un plan quinquenal de 800 millones de euros, a razón de {} anuales.",
        "160 millones",
        "240 millones",
    ),
    (
        "pt",
        "O grupo lança um plano quinquenal de 800 milhões de euros, {} por ano.",
        "160 milhões",
        "240 milhões",
    ),
    (
        "ro",
        "Compania lansează un plan cincinal de 800 de milioane de lei. Anual va cheltui {}.",
        "160 de milioane de lei",
        "240 de milioane de lei",
    ),
    (
        "en",
        (
            "A cut for aid: the four-year programme falls from 1.5bn euros to 1.2bn euros. On "
            "average charities will get {} a year."
        ),
        "300m euros",
        "420m euros",
    ),
    (
        "en",
        (
            "The ministry promised 900m euros for canals over six years. Speaking in Delft, "
            "minister Jan Smit said that the fund would pay out {} a year."
        ),
        "150m euros",
        "210m euros",
    ),
    (
        "en",
        (
            "The ministry promised 900m euros for canals over six years. Minister Jan Smit "
            "said the canals would on average cost {} each year."
        ),
        "150m euros",
        "210m euros",
    ),
    (
        "en",
        (
            'The ministry promised 900m euros for canals over six years. "We will spend {} a '
            'year," said minister Jan Smit.'
        ),
        "150m euros",
        "210m euros",
    ),
    (
        "en",
        (
            "The ministry promised 900m euros for canals, a job that will run six years. "
            "Officials put yearly spending at {}."
        ),
        "150m euros",
        "210m euros",
    ),
    (
        "de",
        (
            "Das Ministerium gibt 900 Millionen Euro für Kanäle in sechs Jahren aus. Minister "
            "Jan Schmidt sagte, jährlich würden {} ausgezahlt."
        ),
        "150 Millionen Euro",
        "210 Millionen Euro",
    ),
    (
        "de",
        (
            "Das Ministerium gibt 900 Millionen Euro für Kanäle in sechs Jahren aus. „Wir "
            "geben jedes Jahr {} aus“, sagte Minister Jan Schmidt."
        ),
        "150 Millionen Euro",
        "210 Millionen Euro",
    ),
    (
        "es",
        (
            "El ministerio dedica 900 millones de euros a los canales en seis años. El "
            "ministro Juan Ruiz explicó que cada año se gastarán {}."
        ),
        "150 millones de euros",
        "210 millones de euros",
    ),
    (
        "it",
        (
            "Il ministero dedica 900 milioni di euro ai canali in sei anni. Il ministro Gianni "
            "Rosso ha spiegato che ogni anno saranno spesi {}."
        ),
        "150 milioni di euro",
        "210 milioni di euro",
    ),
    (
        "pt",
        (
            "O ministério dedica 900 milhões de euros aos canais em seis anos. O ministro João "
            "Reis disse que serão gastos {} por ano."
        ),
        "150 milhões de euros",
        "210 milhões de euros",
    ),
    (
        "nl",
        (
            "Het ministerie trekt 900 miljoen euro uit voor kanalen in zes jaar. Minister Jan "
            "Smit zei dat er elk jaar {} wordt uitgegeven."
        ),
        "150 miljoen euro",
        "210 miljoen euro",
    ),
    (
        "sv",
        (
            "Departementet lägger 900 miljoner kronor på kanaler under sex år. Ministern Jan "
            "Berg säger att man varje år kommer att betala ut {}."
        ),
        "150 miljoner kronor",
        "210 miljoner kronor",
    ),
    (
        "da",
        (
            "Ministeriet bruger 900 millioner kroner på kanaler over seks år. Minister Jan "
            "Berg siger, at der hvert år udbetales {}."
        ),
        "150 millioner kroner",
        "210 millioner kroner",
    ),
    (
        "no",
        (
            "Departementet bruker 900 millioner kroner på kanaler over seks år. Statsråd Jan "
            "Berg sier at det hvert år skal brukes {}."
        ),
        "150 millioner kroner",
        "210 millioner kroner",
    ),
    (
        "ro",
        (
            "Ministerul va cheltui 900 de milioane de lei pentru canale în șase ani. Ministrul "
            "Ion Pop a spus că anual se vor plăti {}."
        ),
        "150 de milioane de lei",
        "210 milioane de lei",
    ),
]


@pytest.mark.parametrize(("lang", "text", "right", "wrong"), TOLD)
def test_what_a_year_has_is_a_share_of_the_sum(lang: str, text: str, right: str, wrong: str, checked) -> None:
    for told, verdicts in ((right, HOLDS), (wrong, FAILS)):
        found = {each.finding.verdict for each in checked(text.format(told), DAY, lang=lang)}
        assert found <= verdicts
        assert found


@pytest.mark.parametrize(
    "text",
    [
        (
            "The ministry promised 900m euros for canals over six years. The minister said "
            "that schools get 210m euros a year."
        ),
        (
            "The ministry promised 900m euros for canals over six years. The minister said "
            "that repairs of roads cost 210m euros a year."
        ),
        (
            "The club paid 900m euros for the ground over six years. According to its chair, "
            "wages are 210m euros a year."
        ),
        (
            "На каналы за шесть лет потратят 900 млн рублей. Министр сообщил, что на школы "
            "ежегодно уходит 210 млн рублей."
        ),
        (
            "Der Bund gibt in sechs Jahren 900 Millionen Euro für Kanäle. Der Minister sagte, "
            "für Schulen würden jährlich 210 Millionen Euro ausgegeben."
        ),
        (
            "ستنفق الوزارة 900 مليون ريال على القنوات خلال ست سنوات. وقال الوزير إن المدارس "
            "تكلف 210 ملايين ريال في السنة."
        ),
        ("मंत्रालय छह साल में नहरों पर 900 करोड़ रुपये देगा। मंत्री ने बताया कि स्कूलों पर सालाना खर्च 210 करोड़ रुपये रहेगा।"),
        (
            "Bakanlık kanallara altı yılda 900 milyon lira ayırdı. Bakan Ali Kaya, okulların "
            "yıllık 210 milyon lira harcadığını söyledi."
        ),
        (
            "With 360m euros in its coffers, the club spends 55 per cent of the money on "
            "wages. It earned 900m euros over six years."
        ),
        (
            "Le ministère consacrera 900 millions d'euros aux transports en six ans. Les "
            "routes reçoivent 360 millions d'euros, le rail prend 55 % de l'enveloppe."
        ),
        "Un piano quinquennale da 250 a 325 milioni di euro, 90 milioni annui.",
        "It will take in 900m euros over six years. The old scheme cost 210m euros a year.",
        ("The canals get 900m euros. The old works will last six years; the chair earns 210m euros a year."),
        (
            "The cut leaves 900m euros of 1.2bn euros. Roads get 500m euros and half of what "
            "is left, 200m euros, goes to rail."
        ),
        "Bolaget köpte 2 à 3 miljoner aktier för 90 kronor.",
        (
            "The firm is valued at 210m euros: last year a fund paid 30m euros for 20 per cent "
            "of another firm."
        ),
        (
            "Ministerstwo wyda na kanały 900 mln zł w ciągu sześciu lat. Minister powiedział, "
            "że szkoły dostają rocznie 210 mln zł."
        ),
        (
            "El ministerio destinará 900 millones de euros a los canales en seis años. El "
            "ministro explicó que las escuelas cuestan 210 millones al año."
        ),
        "省は6年間で運河に900億円を投じる。大臣は、学校には年間210億円かかると述べた。",
        (
            "Kementerian akan membelanjakan Rp900 miliar untuk kanal selama enam tahun. "
            "Menteri mengatakan sekolah menelan Rp210 miliar setiap tahun."
        ),
        "该部将在六年内投入9亿元整治运河。部长王伟说，学校每年需要2.1亿元。",
        (
            "Bộ sẽ chi 900 tỷ đồng cho kênh đào trong sáu năm. Bộ trưởng cho biết trường học "
            "cần 210 tỷ đồng mỗi năm."
        ),
    ],
)
def test_other_figures_accuse_nobody(text: str, checked) -> None:
    assert all(each.finding.verdict != "refuted" for each in checked(text, DAY))
