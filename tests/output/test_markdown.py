from __future__ import annotations

from dataclasses import replace


def test_a_page_is_a_table_and_a_list(conversions, shown):
    lines = shown("markdown", "convert", conversions).splitlines()
    assert lines[:4] == [
        "| Amount | Converted | Rate |",
        "| ---: | ---: | ---: |",
        "| 380.00 bn CNY | 50.08 bn EUR | 1 CNY = 0.131789 EUR |",
        "| 380.00 bn CNY | 52.41 bn USD | 1 CNY = 0.137930 USD |",
    ]
    assert lines[4] == ""
    assert lines[5].startswith("- ")


def test_nothing_is_drawn(spending, results, shown):
    assert "█" not in shown("markdown", "spending-show", spending)
    assert "Chart" not in shown("markdown", "rates-show", results["rates-show"])


def test_the_working_is_one_list_under_its_label(document, shown):
    claim = replace(document.claims[0], steps=("1 EUR = 7.5879 CNY", "380 / 7.5879 = 50.08"))
    text = shown("markdown", "check", [replace(document, claims=(claim,))], explain=True)
    assert "  - Working: 1 EUR = 7.5879 CNY\n    - 380 / 7.5879 = 50.08\n" in text


def test_markup_in_a_text_does_not_work(document, shown):
    odd = replace(document, id="a|b <script> [x](http://example.org) **c** `d`\n# e")
    head = shown("markdown", "check", [odd]).splitlines()[0]
    assert head.startswith(r"### a\|b \<script\> \[x\](http://example.org) \*\*c\*\* \`d\` # e")
