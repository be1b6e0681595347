from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from unicodedata import category

import pytest
from rich.cells import cell_len

from capexcalc.money.money import Money
from capexcalc.output.languages import voice_of
from capexcalc.output.screen import Screen
from capexcalc.words import speaking

WIDTHS = (40, 60, 80, 140)


@pytest.fixture
def pages(conversions, annualised, comparison, document, shown):
    """A function that prints each kind of page."""

    def pages(screen: Screen, *, exact: bool = False) -> list[str]:
        given = {"convert": conversions, "annualise": annualised, "compare": comparison, "check": [document]}
        return [shown("table", command, result, screen, exact=exact) for command, result in given.items()]

    return pages


@pytest.mark.parametrize(
    ("width", "exact"), [(40, False), (60, False), (60, True), (80, False), (80, True), (140, True)]
)
def test_no_line_is_wider_than_the_screen(width, exact, pages):
    for page in pages(Screen(width), exact=exact):
        assert max(map(len, page.splitlines())) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_every_digit_is_there_at_every_width(width, pages):
    figures = ("50,079,732,205.22", "126,666,666,666.67", "132,339,000,000", "0.1317887689611091")
    whole = "\n".join(pages(Screen(width), exact=True))
    assert all(figure in whole for figure in figures)


def test_a_table_that_just_fits_is_one(conversions, shown):
    pages = {width: shown("table", "convert", conversions, Screen(width)) for width in range(40, 100)}
    narrowest = min(width for width, page in pages.items() if "─" in page)
    assert "─" * narrowest in pages[narrowest].splitlines()


def test_a_figure_wider_than_the_screen_is_not_cut(conversions, shown):
    huge = Money(Decimal("1" * 70), "EUR")
    result = [replace(conversions[0], converted=huge)]
    assert f"{huge.value:,f} EUR" in shown("table", "convert", result, Screen(40), exact=True)


def test_colour_only_on_request(document, shown):
    plain = shown("table", "check", [document])
    colored = shown("table", "check", [document], Screen(80, color=True))
    assert "\x1b" not in plain
    assert "\x1b[1;31mREFUTED" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == plain


def test_neither_markup_nor_escapes_of_a_text_take_effect(document, shown):
    sentence = "[bold red]hidden[/] \x1b[2J\x1b]0;title\x07 \u202eevil :smile: [link=http://example.org]x"
    for claim in document.claims:  # in full, and in a line
        odd = replace(document, id="\x1b[31m.txt", claims=(replace(claim, text=sentence, said=sentence),))
        page = shown("table", "check", [odd], Screen(140))
        assert "\x1b" not in page
        assert "\u202e" not in page
        assert "[bold red]hidden[/] \\x1b[2J\\x1b]0;title\\x07 \\u202eevil :smile:" in page


def test_an_endless_sentence_is_shortened(document, shown):
    endless = "word " * 100_000
    odd = replace(document, claims=tuple(replace(c, text=endless, said=endless) for c in document.claims))
    assert len(shown("table", "check", [odd])) < 3000


def test_a_stream_without_line_characters_gets_the_same_table_in_plain_ones(conversions, document, shown):
    page = shown("table", "convert", conversions, Screen(80, encoding="ascii"))
    assert page.isascii()
    assert page == shown("table", "convert", conversions).replace("─", "-")
    text = shown("table", "check", [document], Screen(80, encoding="ascii"), figures=True)
    (header,) = [line for line in text.splitlines() if line.startswith("Figure")]
    assert header.split() == ["Figure", "Reads", "as"]


def test_a_stream_without_blocks_gets_number_signs_and_no_chart(spending, results, shown):
    page = shown("table", "spending-show", spending, Screen(80, encoding="ascii"))
    assert page.isascii()
    assert "####" in page
    assert "Chart" in shown("table", "rates-show", results["rates-show"])
    assert "Chart" not in shown("table", "rates-show", results["rates-show"], Screen(80, encoding="ascii"))


def test_two_documents_are_a_blank_line_apart(document, shown):
    one = shown("table", "check", [document])
    assert shown("table", "check", [document, document]).startswith(f"{one}\n{one}\n2 documents: ")


def with_a_long_label(spending):
    """The same series, its first year under a label that has to be broken on a narrow screen."""
    first, *others = spending.spent.periods
    named = replace(first, label="the twelve months to March 2022 as restated since")
    return replace(spending, spent=replace(spending.spent, periods=(named, *others)))


@pytest.mark.parametrize("width", range(40, 141))
def test_bars_keep_their_proportions_and_dates_their_digits_at_every_width(width, spending, shown):
    page = shown("table", "spending-show", with_a_long_label(spending), Screen(width))
    longest, second, third = (line.count("█") for line in page.splitlines() if "█" in line)
    assert 10 <= longest <= 60
    assert [second, third] == [int(longest * 34352 / 65900), int(longest * 32087 / 65900)]
    assert "…" not in page
    assert page.count("2021-04-01") == 3  # its period, the total, the window


@pytest.mark.parametrize(
    ("width", "longest"), [(100, 10), (110, 10), (111, 11), (119, 19), (159, 59), (160, 60), (161, 60)]
)
def test_the_longest_bar_takes_the_room_that_labels_leave(width, longest, spending, shown):
    page = shown("table", "spending-show", with_a_long_label(spending), Screen(width))
    assert page.splitlines()[2].count("█") == longest


def test_a_table_without_rows_fits_any_screen(results, shown):
    nothing = replace(results["rates-update"], updated=())
    assert "nbp  no answer" in shown("table", "rates-update", nothing, Screen(40))


def test_columns_stay_even_where_a_character_becomes_an_escape(document, shown):
    texts = ("£2.5 bn", "$3 bn")
    amounts = tuple(replace(document.amounts[0], text=text) for text in texts)
    odd = replace(document, amounts=amounts, claims=())
    page = shown("table", "check", [odd], Screen(80, encoding="ascii"), figures=True)
    pounds, dollars = (line for line in page.splitlines() if " bn  " in line)
    assert pounds.startswith("\\xa32.5 bn")
    assert len(pounds) == len(dollars)


@pytest.mark.parametrize("width", range(60, 81))
def test_chinese_runs_to_the_end_of_the_line_and_loses_nothing(width, shown, conversions):
    with speaking(voice_of("zh_Hans")):
        page = shown("table", "convert", conversions, Screen(width))
    *_, citation = page.partition("  汇率  ")
    lines = ["  汇率  " + citation.splitlines()[0], *citation.splitlines()[1:]]
    assert all(cell_len(line) <= width for line in lines)
    assert "…" not in page
    assert page.replace("\n", "").isprintable()  # no mark where a line may end is left
    # A line ends where no more fits, not after each character or piece.
    assert all(cell_len(line) > width - 24 for line in lines[:-2] if line.startswith("      "))


@pytest.mark.parametrize("width", range(40, 81))
def test_a_sentence_in_wide_quotation_marks_is_whole_at_every_width(width, document, shown):
    said = "Ce pari dépasse ce que la société a dépensé dans ce domaine au cours des dix dernières années."
    odd = replace(document, claims=tuple(replace(c, text=said, said=said) for c in document.claims))
    with speaking(voice_of("ja")):
        page = shown("table", "check", [odd], Screen(width), explain=True)
    assert "…" not in page
    assert said in " ".join(page.replace("「", " ").split())


@pytest.mark.parametrize("width", range(40, 80, 6))
@pytest.mark.parametrize("language", ["fr", "ru"])
def test_what_no_break_blanks_hold_together_stays_on_its_line(language, width, pages):
    """A figure with its currency, its thousands or its per cent, in a sentence and in a column."""
    with speaking(voice_of(language)):
        wide = pages(Screen(400), exact=True)
        held = set(re.findall("[^ \n]*[\xa0\u202f][^ \n]*", "".join(wide)))
        narrow = pages(Screen(width), exact=True)
    assert any("\xa0" in each for each in held)
    assert not [each for each in held if not any(each in page for page in narrow)]


def test_vowels_that_stand_beside_their_letter_have_room_of_their_own(shown, conversions):
    """As terminals have it (wcwidth of the C library): columns end where those of figures do."""
    with speaking(voice_of("hi")):
        page = shown("table", "convert", conversions, Screen(80))
    header, rule, row = page.splitlines()[:3]
    assert len(rule) == _columns(row) == _columns(header)


def _columns(line: str) -> int:
    return sum(category(char) not in ("Mn", "Cf") for char in line)
