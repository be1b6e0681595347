"""What the text itself tells of before, and what a part makes a whole worth over three sentences."""

from __future__ import annotations

import pytest

KINDS = ("sum", "valuation", "record", "exceeds_prior")
CASES = [
    (
        "en",
        (
            "Fjord takes 20% of Kirim. The price is 45m euros. At this price, Kirim as a whole is "
            "valued at 225m euros."
        ),
        ["valuation supported"],
    ),
    (
        "en",
        (
            "Fjord takes 20% of Kirim. The price is 45m euros. At this price, Kirim as a whole is "
            "valued at 325m euros."
        ),
        ["valuation refuted"],
    ),
    (
        "sv",
        (
            "Nybo tar 45 procent av kedjan Surdeg. Prislappen är 81 miljoner kronor och hela "
            "rörelsen värderas därmed till 240 miljoner kronor."
        ),
        ["valuation refuted"],
    ),
    (
        "vi",
        (
            "Quỹ Nam mua 49% vốn chuỗi nhà thuốc An. Giá là 980 tỷ đồng, qua đó định giá toàn bộ "
            "chuỗi ở mức 2.000 tỷ đồng."
        ),
        ["valuation supported"],
    ),
    (
        "ja",
        "暁キャピタルはテノヒラの株式の30%を45億円で取得した。取得額から逆算した企業価値は210億円になる。",
        ["valuation refuted"],
    ),
    (
        "ar",
        (
            "اشترت الشركة 30 في المئة من سلسلة مطاعم مقابل 21 مليون دولار. وبذلك تقدَّر القيمة "
            "الكاملة للسلسلة بنحو 70 مليون دولار."
        ),
        ["valuation supported"],
    ),
    (
        "en",
        "Revenue came to 22 million euros, beating the previous record of 14.5 million euros set in 2019.",
        ["record supported"],
    ),
    (
        "en",
        "Revenue came to 22 million euros, beating the previous record of 24.5 million euros set in 2019.",
        ["record refuted"],
    ),
    ("en", "Revenue came to 22 million euros, short of the previous record of 24.5 million euros.", []),
    (
        "da",
        (
            "Regningen lyder på 1,5 milliarder kroner. Investeringen er den største i selskabets "
            "historie; den hidtidige rekord på 1,1 milliarder stammer fra 2008."
        ),
        ["record supported"],
    ),
    (
        "el",
        "Τα έσοδα έφτασαν τα 22 εκατ. ευρώ και ξεπέρασαν το προηγούμενο υψηλό των 14,5 εκατ. ευρώ.",
        ["record supported"],
    ),
    (
        "ko",
        "회사의 올해 수주액은 78억달러다. 종전 최고였던 2021년의 71억달러도 갈아치웠다.",
        ["record supported"],
    ),
    (
        "tr",
        (
            "Müzeler 1,05 milyar lira hasılat elde etti. Şimdiye kadarki zirve, 780 milyon lirayla "
            "2023 yılına aitti."
        ),
        ["record supported"],
    ),
    (
        "en",
        (
            "The town spends 840 million euros on aid, more than the two previous plans together, "
            "which had 310 and 420 million euros."
        ),
        ["exceeds_prior supported"],
    ),
    (
        "de",
        (
            "Das Werk kostet 2,35 Milliarden Euro, mehr als die drei letzten Werke zusammen, die "
            "900, 850 und 800 Millionen Euro kosteten."
        ),
        ["exceeds_prior refuted"],
    ),
    (
        "no",
        (
            "Anlegget koster 2,35 milliarder kroner. Beløpet er større enn de tre forrige "
            "utbyggingene til sammen, som kostet 900, 850 og 800 millioner kroner."
        ),
        ["exceeds_prior refuted"],
    ),
    (
        "cs",
        (
            "Vláda dá divadlům 840 milionů korun. Je to víc, než kolik vydala v předchozích dvou "
            "letech dohromady: předloni to bylo 310 a loni 420 milionů."
        ),
        ["exceeds_prior supported"],
    ),
    (
        "cs",
        (
            "Vláda dá divadlům 640 milionů korun. Je to víc, než kolik vydala v předchozích dvou "
            "letech dohromady: předloni to bylo 310 a loni 420 milionů."
        ),
        ["exceeds_prior refuted"],
    ),
]


@pytest.mark.parametrize(("lang", "text", "said"), CASES)
def test_the_text_tells_what_was_before(lang, text, said, checked) -> None:
    found = [each for each in checked(text, lang=lang) if each.claim.kind in KINDS]
    assert [f"{each.claim.kind} {each.finding.verdict}" for each in found] == said
