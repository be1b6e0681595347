"""Markdown reads as the prose it stands for, and each word is found again in the source."""

from __future__ import annotations

import signal
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.commands.check import check_each
from capexcalc.documents.document import Document
from capexcalc.documents.markdown import prose
from capexcalc.documents.places import in_source
from capexcalc.reading.reader import read


def words(text: str) -> str:
    return " ".join(prose(text).text.split())


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("**Bold**, *slanted*, ***both***, __bold__ or _slanted_.", "Bold, slanted, both, bold or slanted."),
        ("[£3bn](https://x.example/5bn) and [a *b*][ref] and [c][]", "£3bn and a b and c"),
        ('[a](<https://x.example> "5 bn") [b](/w_(x)) [c]', "a b [c]"),
        ("![a plant for $9bn](plant.png) text ![x][y]", "text"),
        ("[![a plant for $9bn](plant.png)](https://x.example) text", "text"),
        ("[ref]: https://x.example/5bn 'a title'\n\ntext", "text"),
        ("<https://x.example/5bn> text", "text"),
        ("It costs $5bn[^1].\n\n[^1]: Or $6bn.", "It costs $5bn . Or $6bn."),
        ("# One #\n\nTwo\n===\n\nThree\n---\n\n* * *\n\n###### Six", "One Two Three Six"),
        ("- $5bn\n* $6bn\n+ $7bn\n1. $8bn\n2) $9bn\n- [x] done", "$5bn $6bn $7bn $8bn $9bn done"),
        ("> quoted\n> > twice", "quoted twice"),
        ("```sh\necho $5bn\n```\ntext\n~~~\n$6bn", "text"),
        ("a `code` ~~gone~~ b", "a code gone b"),
        (r"\$5 \* \_ not \a", r"$5 * _ not \a"),
        ("&pound;5, 5&euro;, 2.5&nbsp;bn, &#8364;7, &lt;, &unknown;", "£5, 5€, 2.5 bn, €7, <, &unknown;"),
        ("<b>bold</b> <!-- $9bn --> a < b<br/>c <script>$9bn</script>", "bold a < b c"),
        ("one<!-- -->two", "one two"),
        ("<h2>One</h2><p>two <em>th</em>ree</p>", "One two three"),
        ("snake_case_words, 2_000, 3*4 and **5**bn", "snake_case_words, 2_000, 3*4 and 5bn"),
        ("In 2024. 2024. was a year", "In 2024. 2024. was a year"),
        ("2024. It was a year", "2024. It was a year"),
        ("five\n\n    indented", "five indented"),
        ("a \0 b", "a b"),
    ],
)
def test_marks_are_taken_out(markdown, plain):
    assert words(markdown) == plain


@pytest.mark.parametrize(
    ("markdown", "amounts", "source"),
    [
        ("**£2.5bn** ([$3bn](https://x.example)) in all", ["£2.5bn", "$3bn"], ["£2.5bn", "$3bn"]),
        ("- $5bn\n- €6bn", ["$5bn", "€6bn"], ["$5bn", "€6bn"]),
        ("Pay &pound;2.5&nbsp;billion!", ["£2.5\xa0billion"], ["&pound;2.5&nbsp;billion"]),
        ("**380** *billion* yuan", ["380 billion yuan"], ["380** *billion* yuan"]),
        ("\\$5 *million* more", ["$5 million"], ["$5 *million"]),
        ("Pay 5 &euro;**!**", ["5 €"], ["5 &euro;"]),
        ("Pay **5&euro;**", ["5€"], ["5&euro;"]),
    ],
)
def test_figures_are_read_through_their_marks_and_found_in_the_source(markdown, amounts, source):
    found = prose(markdown)
    read_ = read(found.text, "en").amounts
    assert [amount.text for amount in read_] == amounts
    placed = in_source(read_, found.places)
    assert [markdown[amount.start : amount.end] for amount in placed] == source
    assert [amount.value for amount in placed] == [amount.value for amount in read_]


@given(st.text(st.sampled_from("*_`[]()!<>#&;\\-+1. \n\tab€$5:/'\"~=|{}^"), max_size=200))
def test_every_character_comes_from_where_it_is_said_to_stand(markdown):
    found = prose(markdown)
    assert found.text.count("\n") == markdown.count("\n")
    for (at, source, _), (following, _, _) in pairwise(found.places):
        for step in range(following - at):
            own = found.text[at + step]
            assert own in (markdown[source + step], " ", "\u2029") or markdown[source + step] == "&"


def test_check_tells_where_a_claim_stands_in_the_file(shipped):
    markdown = "# Plant\n\n**Helvin** pays **£2.5bn** ([$3.1bn](https://x.example/a)).\n"
    found = prose(markdown)
    document = Document("in.md", found.text, places=found.places)
    (outcome,) = check_each([document], book=shipped, on=date(2024, 5, 6))
    (claim,) = outcome.result.claims
    assert markdown[claim.claim.start : claim.claim.end] == "£2.5bn** ([$3.1bn"
    assert claim.claim.object == outcome.result.amounts[1]
    assert claim.text == "Helvin pays £2.5bn ($3.1bn)."
    assert markdown.split("\n")[claim.line - 1][claim.column - 1 :].startswith("£2.5bn")
    document = replace(document, text=(found := prose(markdown[9:])).text, places=found.places)
    (outcome,) = check_each([document], book=shipped, on=date(2024, 5, 6))
    assert [(claim.line, claim.column) for claim in outcome.result.claims] == [(1, 19)]
    document = replace(document, text=(found := prose(markdown[8:])).text, places=found.places)
    (outcome,) = check_each([document], book=shipped, on=date(2024, 5, 6))
    assert [(claim.line, claim.column) for claim in outcome.result.claims] == [(2, 19)]


@pytest.mark.parametrize(
    ("front", "day", "language"),
    [
        ("---\ntitle: £9bn\ndate: 2024-05-06\nlang: en-GB\n---\n", date(2024, 5, 6), "en-GB"),
        ('---\ndate: "2024-05-06T23:00:00-05:00"\n---\n', date(2024, 5, 6), None),
        ("+++\ndate = 2024-05-06\nlanguage = 'fr'\n+++\n", date(2024, 5, 6), "fr"),
        ("---\npublished: 2024-05-06\n---\n", date(2024, 5, 6), None),
        ("---\ndate: soon\n---\n", None, None),
        ("---\nnot closed\n", None, None),
        ("\n---\ndate: 2024-05-06\n---\n", None, None),
    ],
)
def test_front_matter_tells_day_and_language_and_is_no_prose(front, day, language):
    found = prose(front + "text")
    assert (found.date, found.lang) == (day, language)
    assert "£9bn" not in found.text
    assert found.text.endswith("text")


@pytest.mark.parametrize(
    "unit", ["[", "[a", "[a](", "*", "`", "<", "<a", "![", "\\", "> ", "- ", "&", "#", "_a", "~~~\n", "* "]
)
def test_no_text_takes_for_ever(unit):
    signal.signal(signal.SIGVTALRM, _too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, 30)
    try:
        prose(unit * 20_000)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _too_long(*of_signal: object) -> None:
    raise AssertionError("a text of 80 kB takes more than 30 seconds of the processor")
