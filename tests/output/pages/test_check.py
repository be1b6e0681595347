from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest


def test_verdicts_are_in_words_with_the_sentence_and_the_reason(document, shown):
    page = shown("table", "check", [document])
    for words in ("SUPPORTED", "REFUTED", "NOT ENOUGH INFORMATION", "Hint      52 billion fits US dollars"):
        assert words in page
    assert "“Alibaba investira 380 milliards de yuans, soit 52 milliards" in page
    assert page.endswith("2 amounts, 1 period, 3 claims: 1 supported, 1 refuted, 1 not enough information\n")


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_a_figure_that_may_be_a_thousand_times_more_is_pointed_out(form, document, shown):
    amount = replace(document.amounts[0], text="1.234 million euros", notes=("separator",))
    page = " ".join(shown(form, "check", [replace(document, amounts=(amount,))]).split())
    assert "“1.234 million euros” is read as" in page
    assert "Unsure" in page
    assert "Unsure" not in shown(form, "check", [document])


def test_a_checked_text_becomes_a_note_with_verdicts_in_words(document, shown):
    text = shown("markdown", "check", [document])
    assert text.startswith("### article.txt (fr, as of 2025-02-24)")
    assert "- **REFUTED** (the same in another currency): “Alibaba investira" in text
    assert "  - Hint: 52 billion fits US dollars" in text
    assert "- **NOT ENOUGH INFORMATION**" in text


def test_a_text_without_claims_says_what_was_read(document, shown):
    text = shown("markdown", "check", [replace(document, claims=())])
    assert "No claim to check: 2 amounts, 1 period, 0 claims." in text


def test_a_claim_is_a_row(document, shown):
    table = list(csv.DictReader(io.StringIO(shown("csv", "check", [document]))))
    assert [row["verdict"] for row in table] == ["supported", "refuted", "not_enough_info"]
    assert "\n" not in table[0]["text"]
    assert (table[1]["hint_code"], table[2]["hint_code"]) == ("wrong_currency", "")


def test_no_document_is_a_header_without_rows(shown):
    assert shown("csv", "check", []).startswith("document,as_of,claim,")
    assert shown("table", "check", []) == ""
