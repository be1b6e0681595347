"""A text is cut where something begins or ends, and nothing of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.output.marked import paragraphs
from capexcalc.output.page import Article, Figure, Note, Placed, Verdict


def figure(start, end, words="refuted"):
    return Figure(start, end, words, "red")


def claim(start, end, name="c1"):
    return Placed(start, end, Verdict("REFUTED", "red", name, "", Note("", ""), [], []))


def cut(text, figures=(), claims=()):
    return [*paragraphs(Article(text, "en", figures, claims))]


def texts(text, figures=(), claims=()):
    return ["".join(piece.text for piece in each.pieces) for each in cut(text, figures, claims)]


def test_a_blank_line_parts_paragraphs_and_goes_with_the_one_before():
    assert texts("One.\n\n\nTwo.\r\n \r\nThree.") == ["One.\n\n\n", "Two.\r\n \r\n", "Three."]


def test_lines_of_sentences_are_paragraphs_each():
    assert texts("A headline\nA first sentence.\nA second one.") == [
        "A headline\n",
        "A first sentence.\n",
        "A second one.",
    ]


def test_lines_that_a_window_ended_go_on():
    wrapped = (
        "The company said on Monday that it would build two plants in the\n"
        "next three years, one of them in the north, and that neither was\n"
        "a bet.\n"
    )
    assert texts(wrapped) == [wrapped]
    assert texts(f"{wrapped}\n{wrapped}") == [f"{wrapped}\n", wrapped]
    assert len(texts(wrapped.replace("\n", "\n\n"))) == 3


@pytest.mark.parametrize(
    ("first", "second", "third", "wrapped"),
    [
        (120, 120, 9, True),
        (121, 121, 9, False),  # no window is so wide
        (40, 40, 9, True),
        (39, 39, 9, False),  # nor so narrow: verse, or a list
        (100, 60, 9, True),
        (100, 59, 9, False),  # a line that ended by itself
    ],
)
def test_what_is_taken_for_wrapped(first, second, third, wrapped):
    text = "\n".join("x" * length for length in (first, second, third))
    assert (len(texts(text)) == 1) is wrapped


def test_a_claim_across_a_line_end_holds_its_lines_together():
    text = "It costs 380 bn\n(52 bn euros).\nMore."
    assert len(texts(text)) == 3
    assert texts(text, claims=[claim(9, 22)]) == ["It costs 380 bn\n(52 bn euros).\n", "More."]
    assert len(texts(text, claims=[claim(9, 16)])) == 3  # up to the line end, and no further
    assert len(texts(text, claims=[claim(9, 17)])) == 2


def test_of_figures_inside_one_another_the_innermost_is_told():
    (row,) = cut("from 5 to 6 bn", [figure(5, 14, "outer"), figure(5, 6, "inner")])
    assert [(p.text, p.figure and p.figure.words, p.closes) for p in row.pieces] == [
        ("from ", None, False),
        ("5", "inner", True),
        (" to 6 bn", "outer", True),
    ]


def test_figures_that_overlap_have_each_their_part():
    (row,) = cut("abcdef", [figure(0, 4, "one"), figure(2, 6, "two")])
    assert [(p.text, p.figure.words) for p in row.pieces] == [("ab", "one"), ("cd", "one"), ("ef", "two")]


def test_a_claim_is_named_where_its_words_end_and_told_where_they_begin():
    rows = cut("One.\n\nab cd ef", claims=[claim(6, 11, "c2"), claim(9, 14, "c1"), claim(6, 14, "c3")])
    assert [placed.verdict.claim for placed in rows[1].claims] == ["c2", "c3", "c1"]
    ends = {piece.text: [each.verdict.claim for each in piece.ends] for piece in rows[1].pieces}
    assert ends == {"ab ": [], "cd": ["c2"], " ef": ["c3", "c1"]}


def test_an_empty_text_has_no_paragraph():
    assert cut("") == []


spans = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=6)


scraps = st.sampled_from(
    [*"ab 🚢.", "\n", "\n\n", "\r\n", "\u2028", "a line of forty letters that goes on and on"]
)


@given(st.lists(scraps, max_size=40).map("".join), spans, spans)
def test_the_pieces_are_the_text(text, some, others):
    figures = [figure(s, min(s + n, len(text))) for s, n in some if s < len(text)]
    claims = [claim(s, min(s + n, len(text))) for s, n in others if s < len(text)]
    rows = cut(text, figures, claims)
    assert "".join(piece.text for row in rows for piece in row.pieces) == text
    assert sum(len(row.claims) for row in rows) == len(claims)
    assert sum(len(piece.ends) for row in rows for piece in row.pieces) == len(claims)
