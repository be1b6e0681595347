"""An accusation needs proof: a conversion is refuted where every sensible reading, rate and day fails."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from capexcalc.commands.check import CheckedDocument, check
from capexcalc.documents.document import Document
from capexcalc.output.wording.documents import WordedDocument, worded
from capexcalc.rates.book import RateBook

MAY = date(2024, 5, 6)


def checked(book: RateBook, text: str, lang: str = "en", on: date | None = MAY) -> WordedDocument:
    return worded(raw(book, text, lang, on))


def raw(book: RateBook, text: str, lang: str, on: date | None) -> CheckedDocument:
    return check([Document("a", text)], book=book, on=on, lang=lang).result.documents[0]


def verdicts(book: RateBook, text: str, lang: str = "en", on: date | None = MAY) -> list[tuple[str, str]]:
    return [(claim.kind, claim.verdict) for claim in checked(book, text, lang, on).claims]


# The day's rates: 1 EUR = 1.0776 USD = 0.8566 GBP = 7.7662 CNY; the neighbours' and half a percent around
# them make 106.90 to 108.30 m USD of 100 m EUR.
@pytest.mark.parametrize(
    ("stated", "verdict"),
    [
        ("$107.8m", "supported"),
        ("$106.9m", "supported"),  # the very edge of the market, and of the rounding
        ("$108.3m", "supported"),
        ("$106.7m", "close"),
        ("$108.5m", "close"),
        ("$148m", "refuted"),
    ],
)
def test_a_conversion_may_be_made_at_any_rate_of_those_days(
    book: RateBook, stated: str, verdict: str
) -> None:
    assert verdicts(book, f"It paid 100m euros ({stated}).") == [("equivalence", verdict)]


# 4bn euros are 4.28 to 4.33bn dollars, 10bn euros 10.69 to 10.83.
@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "de",
            "Er steckt 10 Mrd. Euro in Werke. 40 %, also 4 Mrd. Euro, sind neu. Das sind {} Mrd. Dollar.",
        ),
        ("en", "It puts 10bn euros into plants. Of that 40%, or 4bn euros, is new. That is worth ${}bn."),
        ("fr", "Il investit 10 Md€. Un site reçoit 4 Md€. Cela équivaut à {} milliards de dollars."),
        ("zh", "集团投资100亿欧元。其中40亿欧元用于工厂。这相当于{}亿美元。"),
    ],
)
@pytest.mark.parametrize(
    ("stated", "verdict"), [("4.3", "supported"), ("10.8", "supported"), ("5.7", "refuted")]
)
def test_a_word_for_money_said_before_may_take_up_any_of_it(
    book: RateBook, lang: str, text: str, stated: str, verdict: str
) -> None:
    if lang in ("de", "fr"):
        stated = stated.replace(".", ",")
    if lang == "zh":
        stated = stated.replace(".", "")
    (found,) = [v for kind, v in verdicts(book, text.format(stated), lang) if kind == "equivalence"]
    assert found == verdict


def test_the_band_is_said_and_printed(book: RateBook) -> None:
    (claim,) = checked(book, "It paid 100m euros ($107.8m).").claims
    assert claim.band is not None
    low, high = claim.band
    assert (round(low), round(high)) == (106902800, 108298800)
    assert "(106.9 to 108.3 m at the rates of those days)" in claim.reason


def test_a_peg_has_a_narrow_band_and_a_legal_rate_none(book: RateBook) -> None:
    (dirham,) = checked(book, "It paid 100m dollars (367.25m dirhams).").claims
    assert dirham.band == (Decimal("366331875.000000"), Decimal("368168125.000000"))
    (mark,) = checked(book, "It paid 100m euros (195.58m deutschmarks).").claims
    assert mark.band == (Decimal("195583000.00000"),) * 2
    assert "those days" not in mark.reason


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The loan is 3bn yuan ($1 = 7.0120 yuan), or $427.8 million."),
        ("en", "The loan is 3bn yuan, or $427.8 million, at an exchange rate of 7.0120."),
        (
            "fr",
            "Le prêt est de 3 milliards de yuans (1 dollar = 7,0120 yuans), soit 427,8 millions de dollars.",
        ),
        ("de", "Der Kredit beträgt 3 Mrd. Yuan (1 Dollar = 7,0120 Yuan), also 427,8 Mio. Dollar."),
        ("zh", "贷款30亿元人民币（1美元=7.0120元人民币），约合4.278亿美元。"),
    ],
)
def test_a_conversion_at_the_text_s_own_rate_is_right_where_the_rate_may_be(
    book: RateBook, lang: str, text: str
) -> None:
    august = date(2024, 9, 26)  # 7.0120 was on the market, 3 % off that of May
    assert ("equivalence", "supported") in verdicts(book, text, lang, august)
    assert "no_rate" not in checked(book, text, lang, august).claims[0].reason


def test_a_wrong_rate_excuses_nothing(book: RateBook) -> None:
    text = "The loan is 3bn yuan ($1 = 6.2420 yuan), or $481 million."
    assert sorted(verdicts(book, text)) == [("equivalence", "refuted"), ("rate", "refuted")]


@pytest.mark.parametrize(
    ("rate", "verdict"), [("7.2770", "supported"), ("7.3490", "close"), ("7.3510", "refuted")]
)
def test_a_stated_rate_may_miss_the_market_by_one_percent(book: RateBook, rate: str, verdict: str) -> None:
    # From 7.1709 to 7.2773, and one percent further 7.3501.
    assert verdicts(book, f"($1 = {rate} yuan) It rose.") == [("rate", verdict)]


def test_the_figures_of_a_rate_are_no_amounts(book: RateBook) -> None:
    document = checked(book, "The loan is 3bn yuan ($1 = 7.2120 yuan).")
    assert [amount.text for amount in document.amounts] == ["3bn yuan"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "It lost about 50 million euros ($54.5 million) in January.",
        ),  # 1.0905 on average, 1.0776 in May
        ("en", "In 2022 it paid 100m euros ($105.3m)."),
        ("en", "Last month it announced 100m euros ($109m)."),  # 1.0886 on the first days of April
        ("en", "Last year it paid 100m euros ($105m)."),  # 1.0469 in October 2023
        ("en", "At the end of 2020 it had 100m euros ($122m)."),
        ("fr", "En janvier, elle a perdu 100 millions d'euros (109,1 millions de dollars)."),
        ("ru", "В 2020 году она заплатила 100 млн евро (122 млн долларов)."),
    ],
)
def test_money_of_another_time_is_converted_at_the_rate_of_that_time(
    book: RateBook, lang: str, text: str
) -> None:
    assert verdicts(book, text, lang) == [("equivalence", "supported")]


def test_another_time_excuses_only_what_fits_it(book: RateBook) -> None:
    assert verdicts(book, "In 2022 it paid 100m euros ($148m).") == [("equivalence", "refuted")]


@pytest.mark.parametrize(
    ("stated", "verdict"),
    [
        ("$111.7m", "supported"),  # at the newest rate, 1.1172
        ("$107.8m", "not_enough_info"),  # in May 2024
        ("$148m", "not_enough_info"),  # in 2011
        ("$1.08bn", "refuted"),  # on no day since there is a euro
        ("$10.8m", "refuted"),
        ("$164m", "refuted"),  # more than 1.5990 of July 2008, the highest ever
    ],
)
def test_without_a_date_only_what_no_day_allows_is_refuted(book: RateBook, stated: str, verdict: str) -> None:
    assert verdicts(book, f"It paid 100m euros ({stated}).", on=None) == [("equivalence", verdict)]


def test_without_a_date_the_days_that_fit_are_named(book: RateBook) -> None:
    (claim,) = checked(book, "It paid 100m euros ($159.8m).", on=None).claims
    assert claim.reason_code == "equivalence_undated"
    assert "2008" in claim.reason


def test_a_dateline_without_a_year_is_as_good_as_no_date_for_an_accusation(book: RateBook) -> None:
    text = "LONDON, May 6 (Wire) - It paid 100m euros ($107.8m)."  # in 2024, which nobody says
    document = checked(book, text, on=None)
    assert (document.as_of_from, document.as_of.month, document.as_of.day) == ("text", 5, 6)
    assert [claim.verdict for claim in document.claims] == ["not_enough_info"]


def test_the_amounts_table_shows_the_reading_that_was_taken(book: RateBook) -> None:
    text = (
        "The two crowns differ. It paid 100m euros (1.17bn crowns)."  # Norwegian: 11.7035; Swedish: 11.6545
    )
    document = checked(book, text)
    (claim,) = document.claims
    taken = {amount.id: amount.currency for amount in document.amounts}
    assert claim.verdict == "supported"
    assert claim.stated is not None
    assert taken[str(claim.object)] == claim.stated.currency  # type: ignore[union-attr]  # money, as in every equivalence


def test_what_no_claim_rests_on_is_listed(book: RateBook) -> None:
    document = checked(book, "It paid 100m euros ($107.8m). It owes 5bn euros.")
    assert document.unchecked == ("a3",)


@pytest.mark.parametrize(("earlier", "hint"), [(31, "other_date"), (32, None)])
def test_only_a_day_of_the_month_before_explains_a_wrong_rate(
    book: RateBook, earlier: int, hint: str | None
) -> None:
    # The lira lost a tenth in the week to 2023-06-09: the rate of its first days fits no later one.
    day = date(2023, 6, 2)
    rate = book.quote("EUR", "TRY", day).rate
    text = f"It paid 100m euros ({rate / 10:.4f}bn lira)."
    (claim,) = checked(book, text, on=day + timedelta(days=earlier)).claims
    assert claim.verdict == "refuted"
    assert (claim.hint.code if claim.hint else None) == hint


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("It was sold for $349.4bn (£265.9bn).", "EUR"),  # euros called pounds, 0.4 % off
        ("It paid 100m euros (£125.8m).", None),  # no currency a journalist would think of
        ("It paid 100m euros ($1,020.5m).", "HKD"),  # the fifth meaning of the sign
        ("It paid 100m euros ($214.4m).", None),  # Singapore's, the sixth
    ],
)
def test_another_currency_is_named_if_a_journalist_would_think_of_it(
    book: RateBook, text: str, fits: str | None
) -> None:
    (claim,) = checked(book, text, on=date(2005, 1, 14)).claims
    assert claim.verdict == "refuted"
    assert (claim.hint.facts.fits if claim.hint else None) == fits  # type: ignore[union-attr]  # a wrong currency


# On 1 November 2023 the dollar was 36.20 baht, on 6 May 2024 it was 36.81.
@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It pays 2.834m dollars, or 102.6m baht. On 1 November 2023 one dollar was worth 36.2 baht."),
        ("de", "2,834 Mio. Dollar oder 102,6 Mio. Baht. Am 1. November 2023: 1 Dollar entspricht 36,2 Baht."),
        ("th", "2.834 ล้านดอลลาร์ หรือ 102.6 ล้านบาท ณ วันที่ 1 พฤศจิกายน 2566 1 ดอลลาร์ เท่ากับ 36.2 บาท"),
        ("ja", "総額は283.4万ドル（約1億260万バーツ）。2023年11月1日のレートで1ドルは36.2バーツ。"),
        ("ko", "총액은 283.4만 달러(약 1억260만 바트)이다. 2023년 11월 1일 환율은 1달러당 36.2바트였다."),
        ("ru", "2,834 млн долларов, или 102,6 млн батов. На 1 ноября 2023 года 1 доллар равен 36,2 бата."),
    ],
)  # fmt: skip
def test_what_one_unit_of_a_currency_is_worth_is_a_rate_of_its_own_day(
    book: RateBook, lang: str, text: str
) -> None:
    found = verdicts(book, text, lang)
    assert ("rate", "supported") in found
    assert ("equivalence", "supported") in found
    assert [amount.currency for amount in checked(book, text, lang).amounts] == ["USD", "THB"]


def test_a_price_of_one_dollar_is_no_rate(book: RateBook) -> None:
    assert verdicts(book, "It costs 1 dollar (0.93 euros).") == [("equivalence", "supported")]
    assert verdicts(book, "It costs 2 dollars, equal to 1.86 euros.") == [("equivalence", "supported")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The exchange rate moved from 32.59 baht per dollar."),
        ("en", "The budget rests on a forecast exchange rate of 32.59 baht per dollar."),
        ("th", "อัตราแลกเปลี่ยน จากเดิม 32.59 บาทต่อดอลลาร์สหรัฐ เป็น 36.85 บาทต่อดอลลาร์สหรัฐ"),
    ],
)
def test_a_rate_of_another_day_or_a_forecast_is_not_held_against_the_market(
    book: RateBook, lang: str, text: str
) -> None:
    assert verdicts(book, text, lang) == []
    assert verdicts(book, "At an exchange rate of 32.59 baht per dollar it pays.") == [("rate", "refuted")]


@pytest.mark.parametrize(
    ("text", "lang", "verdict"),
    [
        ("Công ty lỗ 4,3 triệu nhân dân tệ (596,000 USD).", "vi", "supported"),  # 596.7
        ("Công ty lỗ 4,3 triệu nhân dân tệ (596,125 USD).", "vi", "supported"),
        ("Công ty lỗ 4,3 triệu nhân dân tệ (496,125 USD).", "vi", "refuted"),
        ("It lost 4.3m yuan (596.125 dollars).", "en", "refuted"),  # English has one point
        ("He paid 100.125 euros (107.895 dollars).", "en", "supported"),
    ],
)
def test_a_figure_that_can_be_read_two_ways_is_refuted_where_both_fail(
    book: RateBook, text: str, lang: str, verdict: str
) -> None:
    (claim,) = checked(book, text, lang).claims
    assert claim.verdict == verdict


def test_the_amounts_show_the_value_that_was_taken(book: RateBook) -> None:
    document = checked(book, "Công ty lỗ 4,3 triệu nhân dân tệ (596,000 USD).", "vi")
    assert document.amounts[1].value == 596_000
    assert checked(book, "Công ty lỗ 4,3 triệu nhân dân tệ, có 596,000 USD.", "vi").amounts[1].value == 596


# 10m zloty are 2.316m euros.
@pytest.mark.parametrize(
    ("euros", "found"),
    [
        ("46,200", []),  # fifty times less
        ("47,000", [("equivalence", "refuted")]),
        ("115m", [("equivalence", "refuted")]),
        ("116m", []),
        ("231.6m", [("equivalence", "refuted")]),  # a hundred times as much is a slip
        ("244m", []),
        ("242m", [("equivalence", "refuted")]),
    ],
)
def test_figures_far_apart_in_two_sentences_are_not_meant_to_be_the_same_money(
    book: RateBook, euros: str, found: list[tuple[str, str]]
) -> None:
    assert verdicts(book, f"It gave 10m zloty. That is worth {euros} euros.") == found
    assert verdicts(book, f"It gave 10m zloty ({euros} euros).") == [("equivalence", "refuted")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "He carried more than 23,000 reais (1,300 euros and 6,000 dollars)."),
        ("pt", "Ele portava mais de R$ 23 mil (1,3 mil euros e US$ 6 mil)."),
        ("de", "Er hatte 23.000 Real (1.300 Euro und 6.000 Dollar) dabei."),
    ],
)
def test_two_sums_in_a_bracket_are_not_each_other(book: RateBook, lang: str, text: str) -> None:
    assert verdicts(book, text, lang) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 2021/2022 it was 9 baht a ton and in 2022/2023 it is 10 baht a ton, 19 baht in all.", []),
        ("It pays 15,000 euros to each of 2000 workers, 33,000,000 euros in all.", []),  # or in the year 2000
        ("It pays 15,000 euros to each of 2000 workers, 30,000,000 euros in all.", ["supported"]),
        ("It pays 15,000 euros to each of 2,000 workers, 33,000,000 euros in all.", ["refuted"]),
        ("It pays 3 heirs 30,000 euros each, 2,720 workers 15,000 euros each, 44.89m euros in all.", []),
        ("It pays 15,000 euros to each of 2,720 workers, 44,890,000 euros in all.", ["refuted"]),
    ],
)  # fmt: skip
def test_a_year_is_no_number_of_things_and_of_several_none_is_all(
    book: RateBook, text: str, found: list[str]
) -> None:
    assert [verdict for kind, verdict in verdicts(book, text) if kind == "product"] == found


# What two figures show to be a rate is none of the money: 8.5bn dollars are 136.1 tn rupiah on 15 May.
@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("id", "Nilainya US$ 8,5 miliar atau setara Rp 135 triliun (kurs Rp 15.950)."),
        ("id", "Nilainya US$ 8,5 miliar atau setara Rp 135 triliun, kurs Rp 15.950."),
        ("en", "The deal is worth $8.5 billion or Rp 135 trillion (rate Rp 15,950)."),
        ("en", "The deal is worth $8.5 billion, or 1.32 trillion yen (at 155.5 yen)."),
        ("ru", "Сделка оценивается в 8,5 млрд долларов, или 775 млрд рублей (курс 91,2 рубля)."),
        ("de", "Der Liter kostete 0,183 Dollar, was zum Kurs (155 Yen) 28,4 Yen ergab."),
    ],
)
def test_a_figure_by_which_those_beside_it_go_together_is_a_rate(
    book: RateBook, lang: str, text: str
) -> None:
    document = checked(book, text, lang, date(2024, 5, 15))
    assert len(document.amounts) == 2
    assert {claim.verdict for claim in document.claims} == {"supported"}
    assert "rate" in {claim.kind for claim in document.claims}


def test_the_equivalent_of_a_price_is_no_rate(book: RateBook) -> None:
    text = "It costs 20 pounds (0.986 euros) or 25 pounds (1.232 euros), tax is five pounds (0.246 euros)."
    assert len(checked(book, text, "en", date(2024, 5, 15)).amounts) == 6


@pytest.mark.parametrize(("rate", "amounts"), [("15,750", 2), ("15,700", 3), ("16,050", 2), ("16,200", 3)])
def test_a_rate_may_miss_what_the_figures_show_by_one_percent(
    book: RateBook, rate: str, amounts: int
) -> None:
    text = f"It is worth $8.50 billion or Rp 135.0 trillion (rate Rp {rate})."  # 15,882
    assert len(checked(book, text, "en", date(2024, 5, 15)).amounts) == amounts


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "He spent $7.5 million, or about Rp 53.2 billion at the time."),
        ("id", "Ia membayar US$ 7,5 juta atau sekitar Rp 53,2 miliar saat itu."),
        ("fr", "Il a payé 7,5 millions de dollars, soit 41 millions de francs à l'époque."),
        ("de", "Er zahlte 7,5 Millionen Dollar, also damals 5,1 Millionen Euro, oder 5,2 Millionen damals."),
        ("en", "At the exchange rate of that time of 161.50 yen per dollar it paid little."),
        ("en", "The exchange will be third by value (11.3bn euros) after Hongkong's (19.5bn dollars)."),
        ("ru", "Биржа станет третьей (11,3 млрд евро) после гонконгской (19,5 млрд долларов)."),
        ("en", "The fee for notes of $10, $20, $50 is up to 8%."),
        ("en", "The game is out now: expect to pay $15/£13.49."),
        ("ar", "استبدلت العملة السابقة (1,000 شيكل = 1 شيكل جديد) في عام 1985."),
        ("he", "המטבע הוחלף (1,000 שקלים = 1 שקל חדש) בשנת 1985."),
        ("vi", "Mức phí đổi các mệnh giá 10.000 đồng, 20.000 đồng, 50.000 đồng lên đến 8%."),
        ("en", "It cost 7bn euros for coal and 3.8bn euros for gas and other items, 21bn euros in all."),
        ("es", "Costó 7.000 millones de euros, 3.800 millones y otras partidas, 21.000 millones en total."),
        ("id", "Biaya Rp7 triliun dan Rp3,8 triliun serta pos lainnya dengan total Rp21 triliun."),
        ("en", "The bid was 11.88m dollars. Another differed from that by 18,000 dollars, that is by 0.15%."),
        ("pl", "Program wynosi 170 mld zł. Przychody ze sprzedaży 9,8 mld zł to wzrost o 13,7%."),
    ],
)  # fmt: skip
def test_nobody_is_accused_of_what_nobody_said(book: RateBook, lang: str, text: str) -> None:
    assert [found for found in verdicts(book, text, lang) if found[1] != "supported"] == []


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "It cost 7bn euros for coal and 3.8bn euros for gas, 21bn euros in all.", "sum"),
        (
            "en",
            "It cost 7bn euros for coal and 3.8bn euros for gas and other items, 9bn euros in all.",
            "sum",
        ),
        ("en", "Some $20 million, or 8% of the $50 million, is kept.", "share"),
        ("en", "He spent $7.5 million, or about Rp 53.2 billion. At the time he was rich.", "equivalence"),
        ("pl", "Program wynosi 170 mld zł. To wzrost o 13,7% z 120 mld zł.", "change"),
    ],
)
def test_what_is_said_beside_such_words_is_still_held_against_the_figures(
    book: RateBook, lang: str, text: str, kind: str
) -> None:
    assert (kind, "refuted") in verdicts(book, text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It costs 16m euros. To this come €1.6m of duty and €3.2m of tax, 20.8m euros in all."),
        ("de", "Es kostet 16 Mio. €. Dazu kommen 1,6 Mio. € Zoll und 3,2 Mio. € Steuer, gesamt 20,8 Mio. €."),
        ("fr", "Il coûte 16 M€. S'y ajoutent 1,6 M€ de droits et 3,2 M€ de TVA, soit 20,8 M€ au total."),
        ("ko", "비용은 1600만 유로다. 여기에 관세 160만 유로와 세금 320만 유로가 더해져 모두 2080만 유로다."),
    ],
)  # fmt: skip
def test_a_sum_may_begin_in_the_sentence_before(book: RateBook, lang: str, text: str) -> None:
    assert verdicts(book, text, lang) == [("sum", "supported")]
    wrong = text.replace("20.8", "21.8").replace("20,8", "21,8").replace("2080", "2180")
    assert verdicts(book, wrong, lang) == [("sum", "refuted")]


@pytest.mark.parametrize(
    ("lang", "text", "currency"),
    [
        ("cs", "Zisk je 147 milionů USD, neboli 8 centů na akcii.", "USD"),
        ("fi", "Voitto oli 147 miljoonaa dollaria eli 8 senttiä osakkeelta.", "USD"),
        ("sv", "Vinsten var 1 000 dollar eller 8 cent per aktie.", "USD"),
        ("en", "It earned C$1,000, or 8 cents a share.", "CAD"),
        ("en", "It earned C$999 (73,000 cents).", "USD"),
        ("en", "It earned C$1.06 (79 cents) a share.", "USD"),
    ],
)
def test_cents_are_of_the_dollars_before_them_unless_told_for_them(
    book: RateBook, lang: str, text: str, currency: str
) -> None:
    assert checked(book, text, lang).amounts[1].currency == currency


def test_the_words_of_a_claim_close_only_the_brackets_they_open(book: RateBook) -> None:
    (claim,) = checked(book, "The loan is 3bn yuan ($1 = 7.2120 yuan).").claims
    assert claim.said == "$1 = 7.2120 yuan"
    (claim,) = checked(book, "The loan is 100m euros ($107.8m).").claims
    assert claim.said == "100m euros ($107.8m)"


# 124bn Colombian pesos were 29 m euros, 20,000 roubles 203 euros.
@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It paid 124bn Colombian pesos, about 29.6m euros, four times what it had told (11m euros)."),
        ("fr", "L'amende passe à 20 000 roubles (203 euros), contre 1 000 auparavant (24 euros)."),
        ("it", "La multa sale a 20.000 rubli (203 euro), il minimo precedente era 1.000 (24 euro)."),
        ("pt", "Pagou 20 mil rublos (203 euros), o triplo do que havia informado (24 euros)."),
        ("ru", "Штраф вырос до 20 000 рублей (203 евро), прежде был 1000 (24 евро)."),
        ("zh", "罚款增至2万卢布（203欧元），此前为1000（24欧元）。"),
    ],
)  # fmt: skip
def test_money_is_told_once_in_another_currency(book: RateBook, lang: str, text: str) -> None:
    assert verdicts(book, text, lang) == [("equivalence", "supported")]


def test_a_bracket_is_of_the_figure_right_before_it(book: RateBook) -> None:
    assert verdicts(book, "The fine rises to 20,000 roubles, from 1,000 (24 euros).") == []
    assert verdicts(book, "It paid 20,000 roubles in 2023 (24 euros).") == [("equivalence", "refuted")]
    assert verdicts(book, "It paid 100m euros ($108m; £86m).") == [("equivalence", "supported")] * 2


@pytest.mark.parametrize(
    ("land", "verdict"), [("Kubański", "not_enough_info"), ("Meksykański", "refuted")]
)  # 400 Mexican pesos were 33 dollars; of Cuba's peso nothing is known before 2021
def test_money_without_rates_is_not_wrong_because_that_of_other_lands_is(
    book: RateBook, land: str, verdict: str
) -> None:
    text = f"{land} lekarz dostaje 400 peso, czyli dwanaście dolarów."
    assert verdicts(book, text, "pl", date(2005, 6, 15)) == [("equivalence", verdict)]


@pytest.mark.parametrize(
    ("lang", "text", "verdict"),
    [
        ("pt", "A diária é de US$ 195 (CR$ 253 mil).", "not_enough_info"),  # of 1994: no rate of those days
        ("pt", "A diária é de US$ 195 (R$ 253 mil).", "refuted"),
        ("de", "Das Haus kostete 300.000 Schilling (420.000 D-Mark).", "refuted"),  # fixed, and known before
    ],
)
def test_without_a_date_money_that_is_no_more_is_not_judged_by_the_rates_of_today(
    book: RateBook, lang: str, text: str, verdict: str
) -> None:
    assert verdicts(book, text, lang, None) == [("equivalence", verdict)]


def test_of_what_is_refuted_the_likeliest_currency_is_named(checked) -> None:
    (claim,) = checked("They lost more than $2.8bn (Rs 280 crores).")
    assert claim.finding.verdict == "refuted"
    assert claim.finding.computed.currency == "INR"  # a Mauritian rupee would be a little nearer


def test_of_a_yen_sign_that_fits_neither_money_the_nearer_is_named(checked) -> None:
    (claim,) = checked("Beijing lends 5bn yuan. Tokyo has spent ¥3trn ($29.3bn) on its bonds.")
    assert claim.finding.verdict == "refuted"
    assert claim.finding.facts.subject.currency == "JPY"
    (claim,) = checked("Tokyo lends 5bn yen. Beijing has spent ¥3trn ($293bn) on its bonds.")
    assert claim.finding.facts.subject.currency == "CNY"
