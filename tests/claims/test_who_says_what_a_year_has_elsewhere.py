"""A year's money after who says so, and of a plan that tells its span in one word, in
languages of the east and north."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2024, 10, 15)
HOLDS, FAILS = {"supported", "close"}, {"refuted"}

TOLD = [
    (
        "ar",
        "أقرت الهيئة خطة خمسية بقيمة 800 مليون ريال، أي {} سنويا.",
        "160 مليون ريال",
        "240 مليون ريال",
    ),
    (
        "ar",
        "أقرت الهيئة برنامجا رباعي السنوات كلفته 800 مليون ريال. وستنفق {} كل عام.",
        "200 مليون ريال",
        "290 مليون ريال",
    ),
    (
        "hi",
        "सरकार ने 800 करोड़ रुपये की पंचवर्षीय योजना मंजूर की है, यानी हर साल {}।",
        "160 करोड़ रुपये",
        "240 करोड़ रुपये",
    ),
    (
        "ru",
        "Компания приняла пятилетнюю программу на 800 млн рублей, по {} в год.",
        "160 млн",
        "240 млн",
    ),
    (
        "tr",
        "Şirket beş yıllık 800 milyon liralık bir plan açıkladı, yılda {} lira.",
        "160 milyon",
        "240 milyon",
    ),
    (
        "ko",
        "회사는 5개년 800억원 계획을 발표했다. 연평균 {}을 투자한다.",
        "160억원",
        "240억원",
    ),
    (
        "ja",
        "同社は5カ年で800億円の計画を発表した。年平均{}を投資する。",
        "160億円",
        "240億円",
    ),
    (
        "hu",
        "A cég ötéves, 800 millió forintos tervet jelentett be. Évente {} költenek.",
        "160 millió forintot",
        "240 millió forintot",
    ),
    (
        "fi",
        ("Yhtiö aloittaa viisivuotisen 800 miljoonan euron ohjelman. Vuosittain käytetään {}."),
        "160 miljoonaa euroa",
        "240 miljoonaa euroa",
    ),
    (
        "el",
        "Η εταιρεία ξεκινά πενταετές πρόγραμμα 800 εκατ. ευρώ. Κάθε χρόνο θα δαπανώνται {}.",
        "160 εκατ. ευρώ",
        "240 εκατ. ευρώ",
    ),
    (
        "cs",
        "Firma spouští pětiletý program za 800 milionů korun. Ročně utratí {}.",
        "160 milionů korun",
        "240 milionů korun",
    ),
    (
        "pl",
        "Firma rusza z pięcioletnim programem za 800 mln zł. Rocznie wyda {}.",
        "160 mln zł",
        "240 mln zł",
    ),
    (
        "pl",
        (
            "Ministerstwo da 900 mln zł na kanały w ciągu sześciu lat. Minister Jan Nowak "
            "powiedział, że rocznie wydanych zostanie {}."
        ),
        "150 mln zł",
        "210 mln zł",
    ),
    (
        "ru",
        (
            "Министерство даст 900 млн рублей на каналы за шесть лет. Министр Иван Петров "
            "сообщил, что ежегодно будут тратить {}."
        ),
        "150 млн рублей",
        "210 млн рублей",
    ),
    (
        "uk",
        (
            "Міністерство дасть 900 млн гривень на канали за шість років. Міністр Іван "
            "Петренко повідомив, що щороку витрачатимуть {}."
        ),
        "150 млн гривень",
        "210 млн гривень",
    ),
    (
        "cs",
        (
            "Ministerstvo dá 900 milionů korun na kanály během šesti let. Ministr Jan Novák "
            "řekl, že ročně se utratí {}."
        ),
        "150 milionů korun",
        "210 milionů korun",
    ),
    (
        "fi",
        (
            "Ministeriö käyttää kanaviin 900 miljoonaa euroa kuudessa vuodessa. Ministeri Jan "
            "Mäki sanoo, että vuosittain käytetään {}."
        ),
        "150 miljoonaa euroa",
        "210 miljoonaa euroa",
    ),
    (
        "el",
        (
            "Το υπουργείο δίνει 900 εκατ. ευρώ για κανάλια σε έξι χρόνια. Ο υπουργός Γιάννης "
            "Ρήγας είπε ότι κάθε χρόνο θα δαπανώνται {}."
        ),
        "150 εκατ. ευρώ",
        "210 εκατ. ευρώ",
    ),
    (
        "tr",
        (
            "Bakanlık kanallara altı yılda 900 milyon lira ayırdı. Bakan Ali Kaya, yıllık "
            "harcamanın {} bulacağını söyledi."
        ),
        "150 milyon lirayı",
        "210 milyon lirayı",
    ),
    (
        "hi",
        ("मंत्रालय छह साल में नहरों पर 900 करोड़ रुपये देगा। मंत्री राम सिंह ने बताया कि सालाना खर्च {} रहेगा।"),
        "150 करोड़ रुपये",
        "210 करोड़ रुपये",
    ),
    (
        "ar",
        (
            "ستنفق الوزارة 900 مليون ريال على القنوات خلال ست سنوات. وقال الوزير علي حسن إن "
            "الوزارة ستنفق في المتوسط {} في السنة."
        ),
        "150 مليون ريال",
        "210 ملايين ريال",
    ),
    (
        "he",
        "המשרד ישקיע 900 מיליון שקל בתעלות בשש שנים. השר דן כהן אמר כי מדי שנה יוצאו {}.",
        "150 מיליון שקל",
        "210 מיליון שקל",
    ),
    (
        "zh",
        "该部将在六年内投入9亿元整治运河。部长王伟说，平均每年将投入{}。",
        "1.5亿元",
        "2.1亿元",
    ),
    (
        "ko",
        '국토부는 6년간 운하에 900억원을 투입한다. 김철수 장관은 "매년 {}을 쓰겠다"고 말했다.',
        "150억원",
        "210억원",
    ),
    (
        "id",
        (
            "Kementerian akan membelanjakan Rp900 miliar untuk kanal selama enam tahun. "
            "Menteri Budi Santoso mengatakan setiap tahun akan dibelanjakan {}."
        ),
        "Rp150 miliar",
        "Rp210 miliar",
    ),
    (
        "ms",
        (
            "Kementerian akan membelanjakan RM900 juta untuk terusan dalam tempoh enam tahun. "
            "Menteri Ali Hassan berkata setiap tahun akan dibelanjakan {}."
        ),
        "RM150 juta",
        "RM210 juta",
    ),
    (
        "vi",
        (
            "Bộ sẽ chi 900 tỷ đồng cho kênh đào trong sáu năm. Bộ trưởng Nguyễn Văn An cho "
            "biết mỗi năm sẽ chi {}."
        ),
        "150 tỷ đồng",
        "210 tỷ đồng",
    ),
    (
        "hu",
        (
            "A minisztérium hat év alatt 900 millió forintot költ csatornákra. Kovács János "
            "miniszter szerint évente {} fizetnek ki."
        ),
        "150 millió forintot",
        "210 millió forintot",
    ),
]


@pytest.mark.parametrize(("lang", "text", "right", "wrong"), TOLD)
def test_what_a_year_has_is_a_share_of_the_sum(lang: str, text: str, right: str, wrong: str, checked) -> None:
    for told, verdicts in ((right, HOLDS), (wrong, FAILS)):
        found = {each.finding.verdict for each in checked(text.format(told), DAY, lang=lang)}
        assert found <= verdicts
        assert found
