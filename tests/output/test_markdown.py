from __future__ import annotations

from dataclasses import replace

from capexcalc.output import markdown


def test_a_conversion_is_a_table_with_a_sentence_to_quote(conversions):
    lines = markdown.convert(conversions).splitlines()
    assert lines[:3] == [
        "| Amount | Converted | Rate |",
        "| ---: | ---: | ---: |",
        "| 380.00 bn CNY | 50.08 bn EUR | 1 CNY = 0.131789 EUR |",
    ]
    assert "- Cite: 380 billion yuan are 50.08 billion euros at the ECB rate of 2025-02-24." in lines


def test_a_schedule_is_closed_by_its_total(annualised):
    assert "| Total | 36 | 380.00 bn | 50.08 bn |" in markdown.annualise(annualised)


def test_a_comparison_names_source_and_growth(comparison):
    text = markdown.compare(comparison)
    assert "- Source: annual reports" in text
    assert "past spending fell by 30.22% a year (CAGR)" in text


def test_a_checked_text_becomes_a_note_with_verdicts_in_words(document):
    text = "".join(markdown.check([document]))
    assert text.startswith("### article.txt (fr, as of 2025-02-24)")
    assert "- **REFUTED** (the same in another currency): “Alibaba investira" in text
    assert "  - Hint: 52 billion fits US dollars" in text
    assert "- **NOT ENOUGH INFORMATION**" in text


def test_the_working_is_one_list_under_its_label(document):
    claim = replace(document.claims[0], steps=("1 EUR = 7.5879 CNY", "380 / 7.5879 = 50.08"))
    lines = "".join(markdown.check([replace(document, claims=(claim,))], explain=True)).splitlines()
    assert lines[-3:-1] == ["  - Working: 1 EUR = 7.5879 CNY", "    - 380 / 7.5879 = 50.08"]


def test_a_text_without_claims_says_what_was_read(document):
    text = "".join(markdown.check([replace(document, claims=())]))
    assert "No claim to check: 2 amounts, 1 period, 0 claims." in text


def test_markup_in_a_text_does_not_work(document):
    odd = replace(document, id="a|b <script> [x](http://example.org) **c** `d`\n# e")
    head = "".join(markdown.check([odd])).splitlines()[0]
    assert head.startswith(r"### a\|b \<script\> \[x\](http://example.org) \*\*c\*\* \`d\` # e")
