"""A page is one file that shows an article as it is, whatever stands in it, and asks nothing of anybody."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capexcalc.commands.check import check_each
from capexcalc.documents.document import Document
from capexcalc.errors import Notice
from capexcalc.output.answer import Answer, Style
from capexcalc.output.formats import render
from capexcalc.output.screen import Screen
from capexcalc.output.wording.documents import worded

ARTICLE = "The plan costs 380 billion yuan (52 billion euros).\n\nNobody asked for 3 million pounds more."

# What a page is made of; a text adds none of it.
ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "nav", "section", "footer"),
    *("h1", "h2", "h3", "h4", "p", "a", "ol", "ul", "li", "dl", "dt", "dd", "div", "span", "strong", "code"),
    *("bdi", "q", "mark", "wbr", "details", "summary", "fieldset", "legend", "label", "input"),
    *("figure", "figcaption", "table", "thead", "tbody", "tfoot", "tr", "th", "td"),
    *("svg", "symbol", "use", "circle", "path", "rect", "line", "polyline", "text"),
}

PAYLOADS = [
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><style>body{display:none}</style>",
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus='alert(1)",
    "<svg/onload=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    '<meta http-equiv="refresh" content="0;url=https://example.org">',
    "<base href=https://example.org/>",
    "<form action=https://example.org><input type=submit>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<!-- --><plaintext>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{ 7 * 7 }}{% for x in y %}{{ self.__init__ }}",
    "<math><mtext></table><mglyph><style><img src=x onerror=alert(1)>",
    "\x00<\x00script>\x1b[31m\x07",
    "＜script＞ \ufeff<scr\u200dipt>",
]


class Seen(HTMLParser):
    """What a reader's program makes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: set[str] = set()
        self.attributes: dict[str, list[str]] = {}
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self._open.append(tag)
        for name, value in attrs:
            self.attributes.setdefault(name, []).append(value or "")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "style" not in self._open and "title" not in self._open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


Page = Callable[..., str]


@pytest.fixture(scope="module")
def page(shipped) -> Page:
    """The page of one text as ``check`` makes it, at the rates of 2025-02-24."""

    def made(text: str, name: str = "article.txt", style: Style | None = None) -> str:
        judged = check_each([Document(name, text)], book=shipped, on=date(2025, 2, 24), exhibits=True)
        found = [worded(outcome.result) for outcome in judged]
        answer = Answer("check", found, (), style or Style(), ("check", name, "-f", "html"))
        return "".join(render("html", answer, Screen(80)))

    return made


def article_of(page: str) -> str:
    """The words of the article, without the signs that were set between them."""
    paragraphs = re.findall(r'<div class="row">\n<p [^>]*>(.*?)</p>', page, re.S)
    bare = [
        re.sub(r' <a class="badge.*?</a>|<span class="unseen".*?</span>', "", each) for each in paragraphs
    ]
    return Seen("".join(bare)).text


def test_a_page_asks_for_nothing_and_runs_nothing(page):
    seen = Seen(page(ARTICLE))
    assert seen.elements <= ELEMENTS
    assert "script" not in seen.elements
    assert all(link.startswith("#") for link in seen.attributes["href"])
    assert not {"src", "srcset", "action", "style"} & set(seen.attributes)
    assert not [name for name in seen.attributes if name.startswith("on")]


def test_the_policy_allows_the_style_sheet_as_it_is_and_nothing_else(page):
    text = page(ARTICLE)
    (css,) = re.findall(r"<style>(.*?)</style>", text, re.S)
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    (policy,) = (each for each in Seen(text).attributes["content"] if "default-src" in each)
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert "http" not in css
    assert css.isascii()


def test_every_link_leads_somewhere_and_every_id_is_there_once(page):
    seen = Seen(page(ARTICLE))
    ids = seen.attributes["id"]
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in seen.attributes["href"]} <= set(ids)
    assert {name for each in seen.attributes["aria-labelledby"] for name in each.split()} <= set(ids)


def test_a_figure_has_its_verdict_in_colour_shape_and_words(page):
    text = page(ARTICLE)
    mark = re.search(r'<mark class="red">(.*?)</mark>', text)
    assert mark
    assert "380 billion yuan" in Seen(mark[1]).text
    assert 'href="#sign-red"' in mark[1]
    assert "(refuted)" in mark[1]
    assert '<mark class="none">3 million pounds<span' in text
    assert "(not checked)" in text


@pytest.mark.parametrize(("figure", "kept"), [("5 " + "x" * 16, "x" * 16), ("5 " + "x" * 17, "x")])
def test_a_sign_is_not_parted_from_the_word_before_it(figure, kept):
    """Of what has no blank for so long it keeps to the last letter, so that a line can end elsewhere."""
    from capexcalc.output.html import _last_word

    assert _last_word(figure)[1] == kept
    assert "".join(_last_word(figure)) == figure


def test_the_claim_the_working_the_chart_and_what_was_not_checked_are_told(page):
    text = Seen(page(ARTICLE)).text
    for said in (
        "1 refuted",
        "it should read 50 bn EUR",
        "1 EUR = 7.5879 CNY (ECB, 2025-02-24)",
        "CNY 380,000,000,000 / 7.5879 = EUR 50,079,732,205.22",
        "1 CNY in EUR, 2025-01-10 to 2025-03-11 (ECB) · as written: 0.13684",
        "3.00 m GBP",
        "capexcalc check article.txt -f html",
    ):
        assert said in text


def test_the_chart_shades_the_rates_it_can_have_been_made_at(page):
    text = page(ARTICLE)
    assert len(re.findall('<rect class="band"', text)) == 1
    assert "shaded: the rates it can have been made at" in Seen(text).text


def test_the_past_stands_as_bars_with_the_commitment_beside(shipped, tmp_path):
    from capexcalc.finance.spending_file import read_spending

    file = tmp_path / "prior.csv"
    file.write_text(
        "period_start,period_end,amount,currency,label,source\n"
        "2022-01-01,2022-12-31,100000000000,CNY,</text><script>,reports\n"
        "2023-01-01,2023-12-31,120000000000,CNY,2023,reports\n"
    )
    text = "They plan to spend 380 billion yuan, more than in the past two years combined."
    judged = check_each(
        [Document("a.txt", text)],
        book=shipped,
        on=date(2024, 2, 26),
        prior=read_spending(file),
        exhibits=True,
    )
    answer = Answer("check", [worded(outcome.result) for outcome in judged])
    drawn = "".join(render("html", answer, Screen(80)))
    words = Seen(drawn).text
    assert "Spent from 2022-01-01 to 2023-12-31, in CNY" in words
    for bar in ("</text><script>", "2023", "together", "commitment", "220.00 bn", "380.00 bn"):
        assert bar in words
    assert Seen(drawn).elements <= ELEMENTS


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_article_changes_nothing(payload, page):
    plain = Seen(page(f"{ARTICLE}\n\nx\n"))
    text = page(f"{ARTICLE}\n\n{payload}\n")
    seen = Seen(text)
    assert seen.elements == plain.elements
    assert seen.attributes["href"] == plain.attributes["href"]
    assert seen.attributes["id"] == plain.attributes["id"]
    assert "49" not in article_of(text)
    assert "\x1b" not in text
    assert "\x00" not in text


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nor_does_one_inside_a_claim_or_in_the_name_of_a_file(payload, page):
    text = page(f"It costs 380 billion yuan {payload} (52 billion euros).", name=f"{payload}.txt")
    assert Seen(text).elements <= ELEMENTS
    assert {name for name in Seen(text).attributes if name.startswith("on")} == set()


@pytest.mark.parametrize("control", ["\u202e", "\u202d", "\u2066", "\u2067", "\u2068", "\u202a", "\ud800"])
def test_what_turns_or_hides_words_is_written_out(control, page):
    text = page(f"It costs {control}380 billion yuan (52 billion euros) in all.")
    assert control not in text
    assert ascii(control).strip("'") in article_of(text)


def test_offsets_beyond_the_basic_plane_mark_the_right_words(page):
    text = page("𝒳𝒴🚢 It costs 380 billion yuan (52 billion euros).")
    assert '<mark class="red">52 billion <span class="kept">euros' in text
    assert article_of(text) == "𝒳𝒴🚢 It costs 380 billion yuan (52 billion euros)."


scraps = st.sampled_from(
    [*"ab <&>\"'{}%\n\r\t.(,", "380 billion yuan ", "(52 billion euros) ", "🚢", "\u0301"]
)


@given(st.lists(scraps, max_size=30).map("".join))
@settings(max_examples=30)
def test_no_word_of_an_article_is_lost(page, text):
    assert "".join(article_of(page(text)).split()) == "".join(text.split())


def test_an_article_in_arabic_runs_from_right_to_left_in_a_page_that_does_not(page):
    text = page("أعلنت شركة النخيل أنها ستنفق 380 مليار يوان (52 مليار يورو) خلال ثلاث سنوات.")
    assert '<html lang="en" dir="ltr">' in text
    assert '<p lang="ar" dir="rtl">' in text
    assert "<bdi>&#34;52 مليار يورو&#34;</bdi>" in text


def test_the_same_input_makes_the_same_page(page):
    assert page(ARTICLE) == page(ARTICLE)


def test_several_documents_have_an_index(shipped):
    documents = [Document("one.txt", ARTICLE), Document("two.txt", "It costs 5 million euros.")]
    judged = check_each(documents, book=shipped, on=date(2025, 2, 24), exhibits=True)
    answer = Answer("check", (worded(outcome.result) for outcome in judged))
    text = "".join(render("html", answer, Screen(80)))
    index = text[text.index("<nav") : text.index("</nav>")]
    assert '<a href="#d1"><bdi>one.txt' in index
    assert "1 of 3 figures" not in index
    assert "0 of 1 figure checked" in index
    assert "<title>2 documents: 1 of 1 claim does not hold" in text


def test_a_brief_page_has_the_claims_that_do_not_hold(page):
    text = page(f"{ARTICLE} It rose 15 percent to 2.3bn euros from 2.0bn euros.", style=Style(brief=True))
    assert "1 refuted" in text
    assert "supported</a>" not in text


def test_warnings_go_with_the_page(document):
    notices = [Notice("x", "rates of <b>yesterday</b>"), Notice("x", "rates of <b>yesterday</b>")]
    text = "".join(render("html", Answer("check", [document], notices), Screen(80)))
    assert text.count("rates of &lt;b&gt;yesterday&lt;/b&gt;") == 1


def test_the_command_is_told_without_what_a_url_has_of_passwords(document):
    typed = ("check", "https://me:secret@example.org/a b.html", "-f", "html")
    text = "".join(render("html", Answer("check", [document], arguments=typed), Screen(80)))
    assert "capexcalc check &#39;https://example.org/a b.html&#39; -f html" in text
    assert "secret" not in text


def test_a_stream_that_lacks_characters_gets_the_same_page(page, shipped, document):
    odd = replace(document, id="über.txt")
    bare = "".join(render("html", Answer("check", [odd]), Screen(80, encoding="latin-1")))
    assert bare.isascii()
    assert Seen(bare).text == Seen("".join(render("html", Answer("check", [odd]), Screen(80)))).text


def test_a_document_without_its_text_is_told_all_the_same(document, shown):
    words = Seen(shown("html", "check", [document])).text
    assert "refuted" in words
    assert "52 billion fits US dollars" in words
