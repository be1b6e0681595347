"""When a sentence's money changed hands, in the words of many languages."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.money.periods import Span
from capexcalc.reading.lexicon import load_lexicon
from capexcalc.reading.moments import moments, since

TODAY = date(2026, 4, 3)
JANUARY = [("2026-01-01", "2026-01-31")]
IN_2020 = [("2020-01-01", "2020-12-31")]


def named(sentence: str, language: str = "en", today: date = TODAY) -> list[tuple[str, str]]:
    return [(str(p.start), str(p.end)) for p in moments(sentence, load_lexicon(language), today)]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", "It lost money in January.", JANUARY),
        ("fr", "Elle a perdu de l'argent en janvier.", JANUARY),
        ("ru", "Она потеряла деньги в январе.", JANUARY),
        ("en", "At the end of 2020 it had money.", IN_2020),
        ("de", "Ende 2020 hatte sie Geld.", IN_2020),
        ("ja", "2020年末に持っていた。", IN_2020),
        ("en", "In March 2022 it paid.", [("2022-03-01", "2022-03-31")]),
        ("es", "En marzo de 2022 pagó.", [("2022-03-01", "2022-03-31")]),
        ("zh", "2022年3月支付。", [("2022-03-01", "2022-03-31")]),
        ("en", "On 6 May 2024 it paid.", [("2024-05-06", "2024-05-06")]),
    ],
)
def test_a_sentence_names_a_day_a_month_or_a_year(
    language: str, sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert named(sentence, language) == expected


def test_a_month_without_a_year_is_the_last_such_month() -> None:
    assert named("In April it paid.") == [("2026-04-01", "2026-04-03")]  # the one that runs, up to the day
    assert named("In May it paid.") == [("2025-05-01", "2025-05-31")]
    assert named("In April it paid.", today=date(2026, 4, 1)) == [("2026-04-01", "2026-04-01")]


def test_a_month_of_a_year_without_rates_is_not_the_last_such_month() -> None:
    assert named("Between September 1939 and March 1947 it paid.") == []


def test_a_verb_is_no_month() -> None:
    assert named("It may march.") == []


def test_what_has_yet_to_begin_is_no_moment() -> None:
    assert named("By 2027 and on 4 April 2026 it pays.") == []
    assert named("On 3 April 2026 it pays.") == [("2026-04-03", "2026-04-03")]


@pytest.mark.parametrize(("year", "known"), [(1959, False), (1960, True)])
def test_no_rate_is_known_before_1960(year: int, known: bool) -> None:
    assert bool(named(f"In {year} it paid.")) is known


@pytest.mark.parametrize(
    ("length", "start", "end"),
    [
        (Span(12), "2025-01-01", "2025-12-31"),
        (Span(1), "2026-03-01", "2026-04-03"),
        (Span(3), "2026-01-01", "2026-04-03"),
        (Span(4), "2025-12-01", "2026-04-03"),
        (Span(0, 7), "2026-03-20", "2026-04-03"),
    ],
)
def test_last_year_is_the_calendar_year_before_last_month_and_last_week_reach_to_now(
    length: Span, start: str, end: str
) -> None:
    found = since(length, TODAY)
    assert (str(found.start), str(found.end)) == (start, end)


@pytest.mark.parametrize(
    ("year", "begin"),
    [(1959, None), (1960, "1960-05-01"), (2026, "2026-03-01"), (2027, "2026-03-01")],
)
def test_a_month_is_of_a_year_from_1960_to_this_one(year: int, begin: str | None) -> None:
    month = "May" if year < 2000 else "March"
    assert [first for first, _ in named(f"In {month} {year} it paid.")] == ([begin] if begin else [])


@pytest.mark.parametrize(
    ("sentence", "begin"),
    [
        ("In 2022, March was when it paid.", "2022-03-01"),
        ("In 2022, by March it paid.", "2026-03-01"),
        ("In March of 2022 it paid.", "2022-03-01"),
        ("In March of the 2022 crop it paid.", "2026-03-01"),
    ],
)
def test_a_month_is_of_the_year_within_two_items_of_it(sentence: str, begin: str) -> None:
    assert begin in [first for first, _ in named(sentence)]


@pytest.mark.parametrize(
    ("year", "month", "known"),
    [
        (2022, 0, False),
        (2022, 1, True),
        (2022, 12, True),
        (2022, 13, False),
        (1959, 5, False),
        (1960, 5, True),
    ],
)
def test_a_month_in_figures_is_one_of_twelve_and_no_earlier_than_a_rate(
    year: int, month: int, known: bool
) -> None:
    begin = f"{year}-{month:02}-01"
    assert [first for first, _ in named(f"{year}年{month}月支付。", "zh")] == ([begin] if known else [])


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "It was sold in the 1980s."),
        ("en", "It was sold in the '80s."),
        ("de", "Es wurde in den 1980er Jahren verkauft."),
        ("fr", "Vendu dans les années 1980."),
        ("es", "Se vendió en los años 80."),
        ("it", "Fu venduto negli anni '80."),
        ("nl", "Het is in de jaren 80 verkocht."),
        ("sv", "Den såldes på 1980-talet."),
        ("da", "Den blev solgt i 1980'erne."),
        ("no", "Den ble solgt på 1980-tallet."),
        ("fi", "Se myytiin 1980-luvulla."),
        ("pl", "Sprzedano go w latach 80."),
        ("cs", "Prodal se v 80. letech."),
        ("hu", "Az 1980-as években adták el."),
        ("el", "Πουλήθηκε τη δεκαετία του 1980."),
        ("tr", "1980'lerde satıldı."),
        ("ru", "Его продали в 1980-х годах."),
        ("he", "הוא נמכר בשנות ה-80."),
        ("hi", "वह 1980 के दशक में बिका।"),
        ("th", "ขายไปในทศวรรษ 1980"),
        ("vi", "Nó được bán trong thập niên 1980."),
        ("id", "Dijual pada 1980-an."),
        ("zh", "1980年代卖出。"),
        ("ja", "80年代に売られた。"),
        ("ko", "1980년대에 팔렸다."),
    ],
)
def test_a_sentence_names_a_decade(language: str, sentence: str) -> None:
    assert ("1980-01-01", "1989-12-31") in named(sentence, language)


@pytest.mark.parametrize(
    "sentence", ["It is in its 20s.", "It holds 1,980s.", "In the 1950s it paid.", "In the '50s it paid."]
)
def test_what_is_no_decade_of_which_rates_are_known(sentence: str) -> None:
    assert named(sentence) == []
