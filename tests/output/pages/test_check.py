from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from capexcalc.cache.store import Store, shipped_root
from capexcalc.commands.check import check
from capexcalc.documents.document import Document
from capexcalc.errors import InputError
from capexcalc.output.wording.documents import worded
from capexcalc.output.wording.summary import listed
from capexcalc.rates.book import RateBook


def test_what_does_not_hold_comes_first_in_full_and_what_holds_in_a_line(document, shown):
    page = shown("table", "check", [document])
    order = [
        "1 of 3 claims does not hold, 1 cannot be checked",
        "REFUTED",
        "Hint      52 billion fits US dollars",
        "NOT ENOUGH INFORMATION",
        "SUPPORTED",
    ]
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    assert "“Alibaba investira 380 milliards de yuans, soit 52 milliards" in page
    assert page.count("\n", page.index("SUPPORTED")) <= 4


def test_how_many_figures_were_checked_is_said_and_which_were_not(document, shown):
    page = shown("table", "check", [document])
    assert "1 of 2 figures checked" in page
    assert f"Not checked  “{document.amounts[0].text}”" in page
    all_of_them = shown("table", "check", [replace(document, unchecked=())])
    assert "2 of 2 figures checked" in all_of_them
    assert "Not checked" not in all_of_them


@pytest.mark.parametrize(("count", "more"), [(6, False), (7, True)])
def test_six_figures_are_named(document, shown, count, more):
    amounts = [replace(document.amounts[0], id=f"a{n}", text=f"{n} bn") for n in range(count)]
    many = replace(document, amounts=tuple(amounts), unchecked=tuple(a.id for a in amounts))
    assert (" and 1 more" in shown("table", "check", [many])) is more


def test_the_table_of_figures_comes_when_asked_for(document, shown):
    assert "Reads as" not in shown("table", "check", [document])
    assert "Reads as" in shown("table", "check", [document], figures=True)


def test_a_brief_page_has_only_what_is_wrong(document, shown):
    page = shown("table", "check", [document], brief=True)
    assert "REFUTED" in page
    assert "SUPPORTED" not in page
    assert "NOT ENOUGH" not in page
    held = replace(document, claims=document.claims[:1])
    assert shown("table", "check", [held], brief=True) == ""


def test_of_several_documents_the_total_and_those_to_look_at_are_told(document, shown):
    held = replace(document, id="good.txt", claims=document.claims[:1])
    page = " ".join(shown("table", "check", [document, held]).split())
    assert page.endswith(
        "2 documents: 1 of 4 claims does not hold; 2 of 4 figures checked; look at article.txt"
    )
    assert "documents:" not in shown("table", "check", [document])


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        ("option", "as of 2025-02-24)"),
        ("text", "the date in the text)"),
        ("assumed", "assumed: no date found)"),
    ],
)
def test_where_the_date_comes_from_is_said_unless_it_was_given(document, shown, origin, said):
    dated = replace(document, as_of_from=origin)
    assert said in shown("table", "check", [dated])
    assert said in shown("markdown", "check", [dated])
    row, *_ = csv.DictReader(io.StringIO(shown("csv", "check", [dated])))
    assert row["as_of_from"] == origin


def test_a_gap_between_percentages_is_told_in_points(document, shown):
    claim = replace(document.claims[1], kind="change", stated=Decimal("0.12"), computed=Decimal("0.24"))
    assert "Gap       -12.0 points" in shown("table", "check", [replace(document, claims=(claim,))])


def test_a_claim_has_a_line_for_editors(document, shown):
    lines = shown("line", "check", [document]).splitlines()
    assert lines[1].startswith("article.txt:1:11: refuted: ")
    assert len(lines) == 3
    assert len(shown("line", "check", [document], brief=True).splitlines()) == 1


def test_annotations_are_of_what_does_not_simply_hold(document, shown):
    odd = replace(document, id="a,b:c%.txt")
    error, notice = shown("github", "check", [odd]).splitlines()
    assert error.startswith("::error file=a%2Cb%3Ac%25.txt,line=1,col=11,title=refuted::")
    assert notice.startswith("::notice file=")


@pytest.mark.parametrize(
    ("error", "place"),
    [
        (InputError("bad", "{name}: is it {not}", "mend it", name="in.txt", **{"not": "read"}), "in.txt:1:1"),
        (InputError("bad", "{where}: is it read", "mend it", where="a: b.jsonl:7"), "a: b.jsonl:7:1"),
        (InputError("bad", "{url}: is it read", "mend it", url="https://a.example"), "https://a.example:1:1"),
        (InputError("bad", "is it {name}", "mend it", name="read"), "-:1:1"),
    ],
)
def test_what_could_not_be_read_is_told_at_its_place(error, place, document, shown):
    lines = shown("line", "check", iter([error, document])).splitlines()
    said = "is it read"
    assert lines[0] == f"{place}: error: {said}; mend it"
    assert len(lines) == 4
    (first, *_) = shown("github", "check", iter([error, document])).splitlines()
    assert first.endswith(f",title=error::{said}; mend it")


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
    assert "No claim to check; 1 of 2 figures checked" in text


def test_a_claim_is_a_row(document, shown):
    table = list(csv.DictReader(io.StringIO(shown("csv", "check", [document]))))
    assert [row["verdict"] for row in table] == ["supported", "refuted", "not_enough_info"]
    assert "\n" not in table[0]["text"]
    assert (table[1]["hint_code"], table[2]["hint_code"]) == ("wrong_currency", "")


def test_no_document_is_a_header_without_rows(shown):
    assert shown("csv", "check", []).startswith("document,as_of,as_of_from,claim,")
    assert shown("table", "check", []) == ""


@pytest.mark.parametrize(
    ("value", "shown_as"),
    [("53000000000", "53 bn EUR"), ("2500000", "2.5 m EUR"), ("380123456700", "380.1234567 bn EUR")],
)
def test_figures_keep_the_digits_that_were_written(value, shown_as, document, shown):
    amount = replace(document.amounts[0], value=Decimal(value), currency="EUR")
    page = shown("table", "check", [replace(document, amounts=(amount,))], figures=True)
    assert f" {shown_as}\n" in page


def test_a_rate_of_the_market_is_shown_to_six_digits(shown):
    text = Document("article", "It spent 5bn euros (1 dollar = 0.90 euros).")
    book = RateBook(Store([shipped_root()]), today=date(2026, 10, 31))
    document = worded(check([text], book=book, on=date(2025, 2, 24)).result.documents[0])
    assert "Computed  0.955475\n" in re.sub(" +\n", "\n", shown("table", "check", [document]))


@pytest.mark.parametrize(("count", "said"), [(2, "1, 2"), (3, "1, 2 and 1 more")])
def test_as_many_as_may_be_are_listed_and_the_others_counted(count, said):
    assert str(listed(range(1, count + 1), 2)) == said
