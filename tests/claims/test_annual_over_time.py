"""What a sum comes to a year or a month, told in its sentence or near it, with no word to bind the two."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2025, 3, 4)


@pytest.fixture
def yearly(checked):
    """The verdicts on the yearly and monthly money of a text."""

    def run(text: str, lang: str | None = None) -> list[str]:
        found = checked(text, DAY, lang=lang)
        return [each.finding.verdict for each in found if each.claim.kind == "annual_amount"]

    return run


@pytest.mark.parametrize(
    ("lang", "text", "right", "wrong"),
    [
        ("en", "The order is worth 450m euros and is paid over six years at {} a year.",
         "75m euros", "95m euros"),
        ("de", "Der Auftrag kostet 450 Millionen Euro. Gezahlt wird über sechs Jahre in Jahresraten von {}.",
         "75 Millionen Euro", "95 Millionen Euro"),
        ("fr", "Le contrat se monte à 450 millions d'euros. Il sera réglé sur six ans, avec {} par an.",
         "75 millions d'euros", "95 millions d'euros"),
        ("es", "El pedido asciende a 450 millones de euros. Se pagará en seis años, en cuotas anuales de {}.",
         "75 millones de euros", "95 millones de euros"),
        ("pl", "Umowa opiewa na 450 mln zł. Kwota zostanie spłacona w ciągu sześciu lat, po {} rocznie.",
         "75 mln zł", "95 mln zł"),
        ("hu", "A szerződés értéke 450 milliárd forint. Hat év alatt fizetik ki, évi {} részletekben.",
         "75 milliárd forintos", "95 milliárd forintos"),
        ("uk", "Контракт коштує 450 млн гривень. Його оплатять за шість років, по {} на рік.",
         "75 млн гривень", "95 млн гривень"),
        ("ar", "تبلغ قيمة العقد 450 مليون ريال. ويسدد المبلغ على ست سنوات بواقع {} سنويا.",
         "75 مليون ريال", "95 مليون ريال"),
        ("hi", "अनुबंध की राशि 450 करोड़ रुपये है। इसका भुगतान छह साल में होगा, हर साल {}।",
         "75 करोड़ रुपये", "95 करोड़ रुपये"),
        ("zh", "合同金额为4.5亿元。款项将在六年内付清,每年支付{}。", "7500万元", "9500万元"),
        ("ja", "契約額は450億円。6年かけて支払い、毎年{}を充てる。", "75億円", "95億円"),
        ("ko", "계약 금액은 450억원이다. 대금은 6년에 걸쳐 매년 {}씩 지급된다.", "75억원", "95억원"),
    ],
)  # fmt: skip
def test_a_sum_paid_over_years(lang: str, text: str, right: str, wrong: str, yearly) -> None:
    assert yearly(text.format(right), lang) in (["supported"], ["close"])
    assert yearly(text.format(wrong), lang) == ["refuted"]


@pytest.mark.parametrize(
    ("lang", "text", "right", "wrong"),
    [
        ("en", "The council sets aside 84m euros for roads next year. Month by month, {} will be spent.",
         "7m euros", "9m euros"),
        ("de", "Für das kommende Jahr sind 84 Millionen Euro für Busse vorgesehen. Monatlich sind das {}.",
         "7 Millionen Euro", "9 Millionen Euro"),
        ("sv", "Regionen avsätter 84 miljoner kronor till vården nästa år. Varje månad går det åt {}.",
         "7 miljoner kronor", "9 miljoner kronor"),
        ("fi", "Kaupunki varaa kouluille ensi vuodeksi 84 miljoonaa euroa. Kuukaudessa se tekee {}.",
         "7 miljoonaa euroa", "9 miljoonaa euroa"),
        ("ro", "Primăria alocă anul viitor 84 de milioane de lei pentru școli. Lunar se cheltuiesc {}.",
         "7 milioane de lei", "9 milioane de lei"),
        ("el", "Το υπουργείο διαθέτει για το επόμενο έτος 84 εκατ. ευρώ. Κάθε μήνα θα δαπανώνται {}.",
         "7 εκατ. ευρώ", "9 εκατ. ευρώ"),
        ("ru", "Область направит на школы в следующем году 84 млрд рублей. Ежемесячно будет уходить {}.",
         "7 млрд рублей", "9 млрд рублей"),
        ("tr", "Belediye gelecek yıl okullara 84 milyon lira ayırıyor. Ayda {} harcanacak.",
         "7 milyon lira", "9 milyon lira"),
        ("he", "העירייה תקצה בשנה הבאה 84 מיליון שקל לבתי ספר. בכל חודש יוצאו {}.",
         "7 מיליון שקל", "9 מיליון שקל"),
        ("id", "Kota mengalokasikan Rp 84 miliar untuk sekolah tahun depan. Setiap bulan dibelanjakan {}.",
         "Rp 7 miliar", "Rp 9 miliar"),
        ("vi", "Thành phố dành 84 tỷ đồng cho trường học trong năm tới. Mỗi tháng chi {}.",
         "7 tỷ đồng", "9 tỷ đồng"),
        ("zh", "市政府明年安排学校建设资金8.4亿元。每月支出{}。", "7000万元", "9000万元"),
    ],
)  # fmt: skip
def test_the_months_of_a_year(lang: str, text: str, right: str, wrong: str, yearly) -> None:
    assert yearly(text.format(right), lang) in (["supported"], ["close"])
    assert yearly(text.format(wrong), lang) == ["refuted"]


@pytest.mark.parametrize(
    "text",
    [
        "The order is worth 450m euros and is paid over six years. Landowners get 95m euros a year.",
        "The order is worth 450m euros and is paid over six years. The union wants 95m euros a year.",
        "The firm will spend 450m euros over six years. Today it spends 95m euros a year.",
        "The firm will spend 450m euros over six years. Its sales are 95m euros a year.",
        "The firm will spend 450m euros over six years, plus 95m euros a year for its staff.",
        "The council sets aside 84m euros for roads next year. Its buses cost 9m euros a month.",
        "The council sets aside 84m euros for roads next year. Buses alone are paid 9m euros a month.",
        "The council sets aside 84m euros for roads next year. Up to 9m euros will be spent a month.",
        "The council had 84m euros for roads. Each month 9m euros will be spent.",  # in how many?
        "Der Bau kostet 450 Millionen Euro. Er dauert sechs Jahre, mit 95 Millionen Euro Gewinn im Jahr.",
    ],
)
def test_other_money_accuses_nobody(text: str, yearly) -> None:
    assert "refuted" not in yearly(text)


def test_the_money_of_a_month_may_stand_before_its_sum(yearly) -> None:
    text = "The clinics will get {} a month, in all 360m euros from January 2025 to December 2026."
    assert yearly(text.format("15m euros")) == ["supported"]
    assert yearly(text.format("19m euros")) == ["refuted"]


def test_a_month_of_a_sum_of_no_time_is_one_of_a_year_where_it_fits(yearly) -> None:
    text = "The firm cuts its spending to 6.3bn euros. On average {} will be spent each month."
    assert yearly(text.format("525m euros")) == ["supported"]
    assert yearly(text.format("640m euros")) == []


FOR_LONG = {
    "sv": """Hyran ökar till 61 miljoner kronor per år. På tio år blir det 6,1 miljarder kronor.
        Per månad handlar det om drygt {} miljoner kronor.""",
    "de": """Die Miete steigt auf 61 Millionen Euro im Jahr. In zehn Jahren sind das 6,1 Milliarden Euro.
        Pro Monat sind es gut {} Millionen Euro.""",
}


@pytest.mark.parametrize("lang", FOR_LONG)
def test_a_month_that_fits_what_a_year_has_is_not_held_against_a_wrong_total(lang: str, yearly) -> None:
    text = " ".join(FOR_LONG[lang].split())
    assert yearly(text.format(5), lang) == ["supported"]
    assert yearly(text.format(40), lang) == ["refuted"]
