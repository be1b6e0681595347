"""Pages of six kinds of sites: the article is read, with its day and language, and nothing of the site."""

from __future__ import annotations

import json
import signal
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
import trafilatura

from capexcalc.documents import html as module
from capexcalc.documents.document import Document
from capexcalc.documents.documents import read_documents
from capexcalc.documents.html import read_html
from capexcalc.documents.html_article import of_article
from capexcalc.documents.html_tags import Tag, tags
from capexcalc.documents.html_text import article_text
from capexcalc.errors import InputError
from capexcalc.reading.reader import read

PAGES = Path(__file__).with_name("pages")
TODAY = date(2026, 11, 1)
SITES = {
    "semantic": (date(2024, 5, 6), "en-GB", ["£2.5 billion", "$3.1 billion", "£400 million", "€1 billion"]),
    "blocks": (
        date(2019, 3, 14),
        "en",
        ["1.2 billion euros", "$1.36 billion", "300 million euros", "$900 million"],
    ),
    "table": (
        date(2008, 10, 2),
        None,
        [
            *("1.500 millones de euros", "2.080 millones de dólares"),
            *("400 millones de euros", "1.200 millones de dólares"),
        ],
    ),
    "blog": (
        date(2022, 6, 21),
        "en-US",
        ["$6 billion", "5.7 billion euros", "$900 million", "2 billion euros"],
    ),
    "microdata": (
        date(2021, 9, 7),
        "fr",
        [
            *("2,4 milliards d’euros", "2,85 milliards de dollars"),
            *("350 millions d’euros", "900 millions de dollars"),
        ],
    ),
    # The page says that it is in English.
    "form": (
        date(2023, 1, 17),
        None,
        ["1,8 Milliarden Euro", "1,95 Milliarden Dollar", "40 Millionen Euro", "90 Millionen Dollar"],
    ),
}


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library at work in this process, where it can be made to fail."""
    monkeypatch.setattr(module, "bounded", lambda work, data, seconds: work(data))


@pytest.fixture(params=["library", "without"])
def library(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """With the library that knows pages, and without it."""
    if request.param == "without":
        request.getfixturevalue("here")
        monkeypatch.setitem(sys.modules, "trafilatura", None)
    return request.param == "library"


def page(body: str, head: str = "", **settings) -> Document:
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read_html("in.html", html.encode(), today=TODAY, **settings)


@pytest.mark.parametrize("site", SITES)
def test_the_article_is_read_and_nothing_else_of_the_site(site, library):
    day, language, figures = SITES[site]
    found = read_html(f"{site}.html", (PAGES / f"{site}.html").read_bytes(), today=TODAY)
    assert (found.date, found.date_from, found.lang) == (day, "metadata", language)
    amounts = read(found.text, found.lang).amounts
    assert [amount.text.replace("\xa0", " ") for amount in amounts] == figures
    said = {notice.code for notice in found.notices}
    assert ("html_without_library" in said) != library
    assert ("other_language" in said) == (site == "form")


@pytest.mark.usefixtures("here")
def test_without_the_library_one_line_says_how_to_have_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (notice,) = page("<p>It costs £5 million.</p>").notices
    assert "pipx inject capexcalc trafilatura" in notice.message
    assert "pip install '.[documents]'" in notice.message
    assert "pip install capexcalc" not in notice.message


PUBLISHED = '<meta property="article:published_time" content="2024-05-06T09:00:00Z">'
LD = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (PUBLISHED, date(2024, 5, 6)),
        ('<meta name="DC.date" content="6 May 2024">', date(2024, 5, 6)),
        ('<meta name="pubdate" content="20240506">', date(2024, 5, 6)),
        ('<meta name="date" content="Mon, 06 May 2024 23:00:00 GMT">', date(2024, 5, 6)),
        ('<meta name="date" content="2024/05/06 09:00">', date(2024, 5, 6)),
        # The clock of the newsroom counts.
        ('<meta name="date" content="2024-05-06T23:30:00-05:00">', date(2024, 5, 6)),
        ('<meta itemprop="datePublished" content="2024-05-06">', date(2024, 5, 6)),
        (LD.format('{"@type": "NewsArticle", "datePublished": "2024-05-06"}'), date(2024, 5, 6)),
        (
            LD.format('[{"@graph": [{"@type": "BlogPosting", "datePublished": "2024-05-06"}]}]'),
            date(2024, 5, 6),
        ),
        # An article's own day before that of its site, and before metadata.
        (
            LD.format(
                '[{"datePublished": "1999-01-01"}, {"@type": "Report", "datePublished": "2024-05-06"}]'
            ),
            date(2024, 5, 6),
        ),
        (LD.format('{"@type": "Article", "datePublished": "2024-05-05"}') + PUBLISHED, date(2024, 5, 5)),
        # What was changed was published before.
        ('<meta property="og:updated_time" content="2025-01-01">' + PUBLISHED, date(2024, 5, 6)),
        ('<meta property="og:updated_time" content="2025-01-01">', date(2025, 1, 1)),
        (LD.format('{"@type": "Article", "dateModified": "2025-01-01"}') + PUBLISHED, date(2024, 5, 6)),
        ('<link rel="canonical" href="https://news.example/2024/05/06/plant">', date(2024, 5, 6)),
        ('<meta property="og:url" content="https://news.example/world/2024/may/06/plant">', date(2024, 5, 6)),
        ('<link rel="canonical" href="https://news.example/2024-05-06-plant.html">', date(2024, 5, 6)),
        # No day at all: of the future, of no calendar, of two readings, of a machine, in JSON that is none.
        ('<meta name="date" content="2026-11-02">', None),
        ('<meta name="date" content="2026-11-01">', date(2026, 11, 1)),
        ('<meta name="date" content="2024-02-30">', None),
        ('<meta name="date" content="05/06/2024">', None),
        ('<meta name="date" content="1970-01-01T00:00:00Z">', None),
        ('<meta name="date" content="soon">', None),
        (LD.format('{"@type": "NewsArticle", "datePublished": '), None),
        (LD.format("[" * 100_000), None),
        ('<link rel="canonical" href="https://news.example/2024/13/06/plant">', None),
        ("", None),
    ],
)
def test_the_day_of_publication_is_the_one_that_the_page_tells_machines(head, day):
    assert page("<article><p>It costs £5 million.</p></article>", head).date == day


def test_an_address_tells_the_day_where_the_page_does_not():
    address = "https://news.example/2024/05/06/plant"
    assert page("<p>It costs £5 million.</p>", address=address).date == date(2024, 5, 6)
    assert page("<p>It costs £5 million.</p>", PUBLISHED.replace("06", "07"), address=address).date == date(
        2024, 5, 7
    )


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ('<article><time datetime="2024-05-06">Monday</time><p>£5 million</p></article>', date(2024, 5, 6)),
        # That of another article is none of this one's.
        ('<article><p>£5 million</p></article><aside><time datetime="2024-05-06">old</time></aside>', None),
        (
            '<p>Of <time datetime="2011-01-01">2011</time></p><time class=published datetime="2024-05-06">',
            date(2024, 5, 6),
        ),
    ],
)
def test_a_time_element_of_the_article_is_its_day(body, day):
    assert page(body).date == day


def test_the_line_with_the_day_is_kept_beside_a_text_that_has_lost_it():
    body = (
        "<article><h1>Plant</h1><p class=byline>Published 6 May 2024</p>" + "<p>It costs £5 million.</p>" * 9
    )
    assert "6 May 2024" in page(body + "</article>").around
    assert page(body + "</article>", PUBLISHED).around == ""


@pytest.mark.parametrize(
    ("language", "text", "read_as"),
    [
        ("fr", "Le groupe va dépenser 5 millions d’euros dans les trois ans.", "fr"),
        ("fr-CA", "Le groupe va dépenser 5 millions de dollars dans les trois ans.", "fr-CA"),
        ("fr_CA", "Le groupe va dépenser 5 millions de dollars dans les trois ans.", "fr-CA"),
        ("nb", "Selskapet skal bruke 5 millioner kroner på tre år, og det er ikke nok.", "no"),
        ("en", "Le groupe va dépenser 5 millions d’euros dans les trois ans.", None),
        ("xx", "It will cost 5 million pounds over the next three years.", "xx"),
        ("", "It will cost 5 million pounds over the next three years.", None),
        ("no language", "It will cost 5 million pounds over the next three years.", None),
    ],
)
def test_the_language_of_a_page_is_believed_unless_its_words_say_another(language, text, read_as):
    html = f"<!DOCTYPE html><html lang='{language}'><body><p>{text}</p></body></html>"
    found = read_html("in.html", html.encode())
    assert found.lang == read_as
    assert [notice.code for notice in found.notices] == ["other_language"] * (language == "en")


@pytest.mark.parametrize(
    ("charset", "declared", "told"),
    [
        ("cp1252", "iso-8859-1", ""),
        ("cp1252", "windows-1252", ""),
        ("cp1250", "windows-1250", ""),
        ("gb18030", "gb2312", ""),
        ("cp932", "Shift_JIS", ""),
        # What server or page say is wrong, or unknown.
        ("utf-8", "iso-8859-1", ""),
        ("utf-16", "utf-8", ""),
        ("cp1252", "nonsense", "encoding_guessed"),
        ("cp1252", "utf-8", "encoding_guessed"),
    ],
)
@pytest.mark.parametrize("by_server", [False, True])
def test_a_page_is_read_in_the_encoding_it_is_in(charset, declared, told, by_server):
    text = {
        "cp1250": "Spółka wyda 2,5 mld zł na nową fabrykę w Łodzi.",
        "gb18030": "公司计划投入3800亿元人民币。",
        "cp932": "同社は5兆円を投資する。",
    }.get(charset, "Le groupe dépensera 5 millions d’euros, ou 5 M€, à la fin de l’année.")
    head = "" if by_server else f'<meta charset="{declared}">'
    html = f"<html><head>{head}</head><body><p>{text}</p></body></html>".encode(charset)
    found = read_html("in.html", html, charset=declared if by_server else "")
    assert text in found.text
    assert [notice.code for notice in found.notices] == [told] * bool(told)


def test_a_broken_byte_is_said_and_does_not_hide_the_page():
    html = "<html><meta charset=utf-8><body><p>Le siège coûte 5 M€ … é</p></body></html>".encode()
    found = read_html("in.html", html.replace("…".encode(), b"\xff"))
    assert "5 M€" in found.text
    assert [notice.code for notice in found.notices] == ["unreadable_places"]


def padded(length: int, end: str) -> str:
    return "<!--".ljust(length - len(end) - 3) + "-->" + end


@pytest.mark.parametrize(("place", "declared"), [(4096, "cp1251"), (4097, "cp125")])
def test_a_page_declares_its_encoding_near_its_top(place, declared, monkeypatch):
    asked = []
    monkeypatch.setattr(module, "declared_text", lambda *given: (asked.append(given[-1]), ("text", ()))[1])
    read_html("in.html", padded(place, "<meta charset=cp1251").encode() + b"><p>text</p>")
    assert asked == [declared]


@pytest.mark.parametrize(("place", "kind"), [(4097, "b"), (4098, "<x>b</x>")])
def test_a_page_without_a_name_is_known_near_its_top(place, kind, tmp_path):
    path = tmp_path / "saved"
    path.write_text(padded(place, "<html>") + "<x>b</x>")  # the bracket is not needed
    (found,) = read_documents([str(path)], None)
    assert found.text.strip().endswith(kind)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("length", "taken"), [(50, True), (51, False)])
def test_less_than_a_tenth_of_the_words_is_not_what_the_library_was_asked_for(length, taken, monkeypatch):
    monkeypatch.setattr(trafilatura, "bare_extraction", lambda *_, **__: SimpleNamespace(text="yyyyy"))
    assert page(f"<p>{'x' * length}</p>").text == ("yyyyy" if taken else "x" * length)


def test_a_page_that_keeps_the_library_busy_is_read_without_it(monkeypatch):
    assert module.MOST_SECONDS == 20
    monkeypatch.setattr(module, "MOST_SECONDS", 1)
    found = page("<div>" * 200 + "<p>It costs £5 million. </p>" * 60_000)
    assert found.text.count("£5 million") == 60_000
    (notice,) = found.notices
    assert (notice.code, "took too long" in notice.message) == ("html_without_library", True)
    monkeypatch.undo()
    assert page("<p>It costs £5 million.</p>").notices == ()


@pytest.mark.usefixtures("here")
def test_what_the_library_fails_at_is_read_without_it(monkeypatch):
    def fails(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(trafilatura, "bare_extraction", fails)
    assert page("<p>It costs £5.</p>").text == "It costs £5."


@pytest.mark.parametrize(("length", "kept"), [(500, True), (501, False)])
def test_the_library_is_spared_pictures_in_attributes(length, kept):
    within = " class=x".ljust(length, "x")
    assert (within in module._source([Tag("p", False, within)])) == kept


def test_what_stood_about_an_article_is_kept_as_far_as_a_day_may_stand():
    assert len(page(f"<p>{'x' * 5000}</p>").around) == 4000


@pytest.mark.parametrize(("site", "kept"), [(19, {"a"}), (20, {"a", "b"})])
def test_where_a_twentieth_is_left_of_a_page_it_is_no_article(site, kept):
    html = f"<nav>{'b' * site}</nav>a"
    assert set(article_text(of_article(list(tags(html)))).replace("\n", "")) == kept


@pytest.mark.parametrize(("depth", "found"), [(199, True), (200, False)])
def test_an_end_tag_ends_no_more_than_two_hundred_elements(depth, found):
    html = "<nav><div>" + "<i>" * depth + "</div></nav>" + "It costs £5. " * 9
    parts = [part.name for part in of_article(list(tags(html))) if isinstance(part, Tag)]
    assert ("i" in parts) != found


@pytest.mark.parametrize(("number", "found"), [(1999, True), (2000, False)])
def test_two_thousand_descriptions_are_looked_at(number, found):
    described = [{} for _ in range(number - 1)] + [{"@type": "Article", "datePublished": "2024-05-06"}]
    assert (page("<p>£5</p>", LD.format(json.dumps(described))).date is not None) == found


@pytest.mark.parametrize(("day", "found"), [("1970-01-02", False), ("1970-01-03", True)])
def test_the_first_days_of_computers_are_no_days_of_publication(day, found):
    assert (page("<p>£5</p>", f"<meta name=date content={day}>").date is not None) == found


@pytest.mark.parametrize(("blanks", "found"), [(8, True), (9, False)])
def test_a_bracket_in_quotes_closes_no_tag(blanks, found):
    assert article_text(tags(f"<p title={' ' * blanks}'a > b'>c</p>")) == ("c" if found else "b'>c")


@pytest.mark.parametrize(("place", "found"), [(20_000, True), (20_001, False)])
def test_the_beginning_of_a_tag_is_looked_into(place, found):
    within = " id=y".rjust(place, "x")
    assert (Tag("p", False, within).attributes()["id"] == "y") == found


def test_texts_between_tags_are_never_empty():
    assert list(tags("<a><b>x</b></a>")) == [
        Tag("a", False, ""), Tag("b", False, ""), "x", Tag("b", True, ""), Tag("a", True, ""),
    ]  # fmt: skip


@pytest.mark.parametrize(("words", "text"), [(2, "aaa"), (3, "c"), (4, "bbbb")])
def test_of_several_articles_the_one_with_most_of_the_words_is_read(words, text):
    html = f"<article>{'b' * words}</article><article>aaa</article><main>c</main>"
    assert article_text(tags(html)) == text


@pytest.mark.parametrize("body", ["", "<script>document.write('£5')</script>", "<!-- £5 -->"])
def test_a_page_without_text_is_refused(body):
    with pytest.raises(InputError) as caught:
        page(body)
    assert caught.value.code == "no_text"


def test_where_a_page_is_nothing_but_site_it_may_be_told_in_other_words():
    assert page("<nav>Tea for £5</nav>").text.strip() == "Tea for £5"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one<p>two", "one\n\ntwo"),
        ("<ul><li>one<li>two</ul>", "one\n\ntwo"),
        ("one<br>two", "one\ntwo"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "a\tb\n\nc"),
        ("<P CLASS='x > y' ID=z>one</P>", "one"),
        ("5 &lt; 6 &amp; a<b", "5 < 6 & a"),
        ("a < b", "a < b"),
        ("<!-- <p>no</p> -->yes<!-- no", "yes"),
        ("<!-->yes<!---->", "yes"),
        ("yes<p title='never closed>or", "yes\n\nor"),
        ("<p title='x' y=\"never closed>yes", "yes"),
        ("<style>p { }</style>yes<script>if (a < b) { '</p>' }</script>", "yes"),
        ("<script>no</SCRIPT >yes", "yes"),
        ("<?xml version='1.0'?>yes<![CDATA[x]]>", "yes"),
        (
            "£2.5&nbsp;bn&#8201;or &pound;5 &#x20ac;6 &unknown; &#0;",
            "£2.5\xa0bn\u2009or £5 €6 &unknown; \ufffd",
        ),
        ("one\n   line", "one line"),
        ("<div hidden>no</div><p style='display: none'>no</p><p aria-hidden=true>no</p>yes", "yes"),
        ("<div><p>" + "word " * 30 + "</div></p></section>end", "word " * 29 + "word\n\nend"),
        ("<svg><title>no</title></svg>yes", "yes"),
        ("<noscript><img src=x>no</noscript>yes", "yes"),
    ],
)
def test_text_is_what_a_reader_sees(html, text):
    assert article_text(of_article(list(tags(html)))) == text


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("sidebar", False), ("related-articles", False), ("newsletterSignup", False), ("ad", False),
        ("photo_caption", False), ("story", True), ("has-sidebar", True), ("with-ads", True),
        ("tag-subscription", True),
        ("advice", True), ("shared", True), ("above-footer", True), ("right-sidebar", True),
    ],
)  # fmt: skip
@pytest.mark.parametrize("where", ["class", "id"])
def test_parts_of_the_site_are_known_by_their_names(name, kept, where):
    html = f"<p>{'Plain words of an article. ' * 9}</p><div {where}='{name}'>£5 million</div>"
    assert ("£5 million" in article_text(of_article(list(tags(html))))) == kept


@pytest.mark.parametrize(("words", "kept"), [(4, False), (5, True)])
def test_what_has_more_than_half_of_the_words_is_the_article_whatever_it_is_called(words, kept):
    html = f"<p>{'abcd ' * 4}</p><div class=sidebar>{'wxyz ' * words}</div>"
    assert ("wxyz" in article_text(of_article(list(tags(html))))) == kept


def test_a_page_that_is_one_form_is_read():
    article = "<p>" + "A long article. " * 40 + "</p>"
    assert "long article" in article_text(of_article(list(tags(f"<p>Hi</p><form>{article}</form>"))))
    html = f"{article}<form><p>Write to us for £5 a month</p></form>"
    assert "£5" not in article_text(of_article(list(tags(html))))


@pytest.mark.parametrize(("plain", "kept"), [(1, False), (2, True)])
def test_a_paragraph_that_is_but_a_link_leads_elsewhere(plain, kept):
    html = f"<p>{'abcd ' * 9}</p><p><a href='/'>{'x' * 9}</a>{'y' * plain}</p>"
    assert ("xxx" in article_text(of_article(list(tags(html))))) == kept


def test_every_start_tag_gets_its_end_whatever_is_missing():
    html = "<div><p>a<p>b<ul><li>c<li>d</div></em>e<article><b>f"
    depth = 0
    for part in of_article(list(tags(html))):
        if isinstance(part, Tag):
            depth += -1 if part.ends else 1
            assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize(
    "unit",
    ["<a", "<a ", "<!--", "</", "<a b='", "<![CDATA[", "<script>", "<div>", "<p>", "<article>", "<td>", "&#",
     "<br/", "<a b='\" ", "<div class='a-a-a-a-a-a'>", "<a   ", "'>", "</p>", "<form>", "<a href=x>"],
)  # fmt: skip
def test_no_page_takes_for_ever(unit):
    """What keeps the parser of the standard library busy for minutes takes less than a second."""
    signal.signal(signal.SIGVTALRM, _too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, 30)
    try:
        article_text(of_article(list(tags(unit * (300_000 // len(unit))))))
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _too_long(*of_signal: object) -> None:
    raise AssertionError("a page of 300 kB takes more than 30 seconds of the processor")
