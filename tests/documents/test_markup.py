"""Web source in a text that is no page reads as the prose it stands for, and keeps its places."""

from __future__ import annotations

import json
import signal
from datetime import date

import pytest

from capexcalc.documents.document import Document, unmarked
from capexcalc.documents.jsonl import parse_line
from capexcalc.documents.places import in_source
from capexcalc.reading.reader import read


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("£2.5&nbsp;billion &amp; more", "£2.5\xa0billion & more"),
        ("&pound;5, 5&euro;, &#8364;7, &#x20ac;8, &nosuch;", "£5, 5€, €7, €8, &nosuch;"),
        ("<b>bo</b>ld<!-- $9bn --> a < b<br/>c <script>$9bn</script>", "bold  a < b c  "),
        ("<h1>One</h1><p class='x'>two</p>", "\u2029One\u2029\u2029two\u2029"),
        ("<p>cut <b", "\u2029cut <b"),
        ("a\n<p>b\nc</p\n>", "a\n\u2029b\nc\u2029\n"),
    ],
)
def test_entities_and_tags_are_read_as_pages_are(source, prose):
    assert unmarked("in", source).text == prose


@pytest.mark.parametrize(
    "text", ["AT&T; R&D; a <b and c> d", "if a<b, 3 > 2", "&#5; &x; <p", "<5% of €5bn>", "<Helvin> said"]
)
def test_what_is_no_web_source_stays_as_it_is(text):
    assert unmarked("in", text) == Document("in", text)


def test_no_figure_reaches_over_the_end_of_a_paragraph():
    (amount,) = read(unmarked("in", "<li>Costs &pound;5</li><li>million people</li>").text, "en").amounts
    assert amount.value == 5


@pytest.mark.parametrize(
    ("source", "text", "written"),
    [
        (
            "<p>It costs <b>&pound;2.5&nbsp;bil</b>lion</p> in all.",
            "£2.5\xa0billion",
            "&pound;2.5&nbsp;bil</b>lion",
        ),
        ("<p>It costs 25&nbsp;&euro;, in all", "25\xa0€", "25&nbsp;&euro;"),
        ("It costs 25&euro;", "25€", "25&euro;"),
        ("<p>It costs <b>25&euro;</b> in all", "25€", "25&euro;"),
        ("<p>It costs <b>25 €</b> in all", "25 €", "25 €"),
        ("It costs \x01\x00<b>25 €</b>\x01\x00", "25 €", "25 €"),
    ],
)
def test_figures_are_found_in_the_source(source, text, written):
    found = unmarked("in", source)
    (amount,) = in_source(read(found.text, "en").amounts, found.places)
    assert (amount.text, source[amount.start : amount.end]) == (text, written)


def test_texts_of_an_archive_are_read_so_too():
    document = parse_line("in:1", json.dumps({"text": "<p>&euro;5</p>"}).encode())
    assert document.text == "\u2029€5\u2029"
    assert document.places


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("It costs **£2.5bn** in all", "It costs £2.5bn in all"),
        ("[£3bn](https://x.example/5bn) or *more*", "£3bn or more"),
        ("这是**25亿元**的项目", "这是25亿元的项目"),
        ("a ** b ** c, 2**10 and 3**4", "a ** b ** c, 2**10 and 3**4"),
        ("f[x](y) and *one* _two_", "f[x](y) and *one* _two_"),
        ("**bold\n\ntext**", "**bold\n\ntext**"),
    ],
)
def test_markdown_needs_no_name(source, prose):
    assert unmarked("in", source).text == prose


def test_markdown_on_standard_input_and_in_archives_tells_its_day():
    text = "---\ndate: 2024-05-06\nlang: en\n---\nIt costs **£2.5bn**."
    found = unmarked("-", text)
    assert (found.date, found.date_from, found.lang) == (date(2024, 5, 6), "metadata", "en")
    line = parse_line("in:1", json.dumps({"text": text, "date": "2024-05-07", "lang": "fr"}).encode())
    assert (line.date, line.date_from, line.lang) == (date(2024, 5, 7), "given", "fr")
    assert parse_line("in:1", json.dumps({"text": text}).encode()).date == date(2024, 5, 6)


@pytest.mark.parametrize(
    "unit",
    [
        "**",
        "**a",
        "[a](",
        "[a](https://",
        "<",
        "<a",
        "<p ",
        "</p ",
        "&",
        "&#",
        "<!--",
        "<script>",
        "</script ",
        "<p>",
    ],
)
def test_no_text_takes_for_ever(unit):
    signal.signal(signal.SIGVTALRM, _too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, 30)
    try:
        unmarked("in", "<p>" + unit * 20_000)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _too_long(*of_signal: object) -> None:
    raise AssertionError("a text of 80 kB takes more than 30 seconds of the processor")
