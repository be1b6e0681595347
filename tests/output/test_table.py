from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from capexcalc.money.money import Money
from capexcalc.output import table
from capexcalc.output.table import Screen

WIDTHS = (40, 60, 80, 140)


def pages(request: pytest.FixtureRequest, screen: Screen, *, exact: bool = False) -> list[str]:
    given = request.getfixturevalue
    return [
        table.convert(given("conversions"), screen, exact=exact),
        table.annualise(given("annualised"), screen, exact=exact),
        table.compare(given("comparison"), screen, exact=exact),
        "".join(table.check([given("document")], screen, exact=exact)),
    ]


def test_a_conversion_shows_readable_figures_and_the_published_rate(conversions):
    assert table.convert(conversions, Screen(80)).splitlines() == [
        "       Amount      Converted                   Rate",
        "───────────────────────────────────────────────────",
        "380.00 bn CNY   50.08 bn EUR   1 CNY = 0.131789 EUR",
        "380.00 bn CNY   52.41 bn USD   1 CNY = 0.137930 USD",
        "",
        "  Rate    1 EUR = 7.5879 CNY (ECB, 2025-02-24)",
        "  Rate    1 EUR = 1.0466 USD (ECB, 2025-02-24)",
        "  Method  inverse (1 CNY in EUR), cross (1 CNY in USD)",
    ]


def test_each_currency_has_its_own_unit(conversions):
    yen = Money(Decimal("7880000000000"), "JPY")
    page = table.convert([*conversions, replace(conversions[0], converted=yen)], Screen(80))
    assert "50.08 bn EUR" in page
    assert "7.88 tn JPY" in page


def test_a_schedule_adds_up_before_the_readers_eyes(annualised):
    lines = table.annualise(annualised, Screen(60)).splitlines()
    assert "2025                  9    95.00 bn   12.52 bn" in lines
    assert "Total                36   380.00 bn   50.08 bn" in lines


@pytest.mark.parametrize(
    ("width", "exact"), [(40, False), (60, False), (60, True), (80, False), (80, True), (140, True)]
)
def test_no_line_is_wider_than_the_screen(width, exact, request):
    for page in pages(request, Screen(width), exact=exact):
        assert max(map(len, page.splitlines())) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_every_digit_is_there_at_every_width(width, request):
    figures = ("50,079,732,205.22", "126,666,666,666.67", "132,339,000,000", "0.1317887689611091")
    whole = "\n".join(pages(request, Screen(width), exact=True))
    assert all(figure in whole for figure in figures)


def test_a_figure_wider_than_the_screen_is_not_cut(conversions):
    huge = Money(Decimal("1" * 70), "EUR")
    page = table.convert([replace(conversions[0], converted=huge)], Screen(40), exact=True)
    assert f"{huge.value:,f} EUR" in page


def test_verdicts_are_in_words_with_the_sentence_and_the_reason(document):
    page = "".join(table.check([document], Screen(80)))
    for words in ("SUPPORTED", "REFUTED", "NOT ENOUGH INFORMATION", "Hint      52 billion fits US dollars"):
        assert words in page
    assert "“Alibaba investira 380 milliards de yuans, soit 52 milliards" in page
    assert page.endswith("2 amounts, 1 period, 3 claims: 1 supported, 1 refuted, 1 not enough information\n")


def test_a_figure_that_may_be_a_thousand_times_more_is_pointed_out(document):
    amount = replace(document.amounts[0], text="1.234 million euros", notes=("separator",))
    shown = " ".join("".join(table.check([replace(document, amounts=(amount,))], Screen(80))).split())
    assert "Unsure “1.234 million euros” is read as" in shown
    assert "Unsure" not in "".join(table.check([document], Screen(80)))


def test_colour_only_on_request(document):
    plain = "".join(table.check([document], Screen(80)))
    colored = "".join(table.check([document], Screen(80, color=True)))
    assert "\x1b" not in plain
    assert "\x1b[1;31mREFUTED" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == plain


def test_neither_markup_nor_escapes_of_a_text_take_effect(document):
    sentence = "[bold red]hidden[/] \x1b[2J\x1b]0;title\x07 \u202eevil :smile: [link=http://example.org]x"
    odd = replace(document, id="\x1b[31m.txt", claims=(replace(document.claims[0], text=sentence),))
    page = "".join(table.check([odd], Screen(140)))
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "[bold red]hidden[/] \\x1b[2J\\x1b]0;title\\x07 \\u202eevil :smile:" in page


def test_an_endless_sentence_is_shortened(document):
    odd = replace(document, claims=(replace(document.claims[0], text="word " * 100_000),))
    assert len("".join(table.check([odd], Screen(80)))) < 3000


def test_a_stream_without_line_characters_gets_plain_ones(conversions):
    page = table.convert(conversions, Screen(80, encoding="ascii"))
    assert page.isascii()
    assert "50.08 bn EUR" in page
