"""``-f html`` from the command line: one page, whatever was given and whatever could not be read."""

from __future__ import annotations

import re

import pytest

TEXT = "It costs 380 billion yuan (52 billion euros).\n"


def shown(page: str, opening: str) -> str:
    """What stands in the element that begins so, without markup."""
    name = opening[1:].partition(" ")[0].rstrip(">")
    (inner,) = re.findall(rf"{re.escape(opening)}.*?</{name}>", page, re.S)
    return re.sub(r"<[^>]*>", "", inner)


def test_a_page_names_the_command_that_made_it(capexcalc):
    done = capexcalc("check", "-", "--on", "2025-02-24", "-f", "html", stdin=TEXT)
    assert (done.code, done.err) == (0, "")
    assert shown(done.out, "<code>") == "capexcalc check - --on 2025-02-24 -f html"
    assert re.search(r"Made by capexcalc \d+\.\d+\.\d+", done.out)


def test_what_could_not_be_read_is_told_to_those_who_get_the_page(capexcalc, tmp_path):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.pdf"
    good.write_text(TEXT)
    bad.write_bytes(b"%PDF-1.4 cut off")
    done = capexcalc("check", str(good), str(bad), "-f", "html", "--on", "2025-02-24")
    assert done.code == 2
    assert "bad.pdf" in shown(done.out, '<section class="warnings" aria-labelledby="warnings">')
    assert "1 refuted" in done.out


def test_warnings_are_told_on_the_page_as_well(capexcalc):
    done = capexcalc("check", "-", "-f", "html", stdin=TEXT)
    said = done.err.removeprefix("warning: ").strip()
    assert said.endswith("the newest in the cache")
    assert said in shown(done.out, '<section class="warnings" aria-labelledby="warnings">')


def test_fail_on_ends_as_it_does_with_a_table(capexcalc):
    given = ("check", "-", "--on", "2025-02-24", "--fail-on", "refuted")
    assert capexcalc(*given, "-f", "html", stdin=TEXT).code == capexcalc(*given, stdin=TEXT).code == 10


@pytest.mark.parametrize("name", ["page.html", "page.md", "page.txt"])
def test_every_input_shows_its_text(name, capexcalc, tmp_path):
    file = tmp_path / name
    words = TEXT if name != "page.html" else f"<html><body><article><p>{TEXT}</p></article></body></html>"
    file.write_text(words)
    done = capexcalc("check", str(file), "-f", "html", "--on", "2025-02-24", "-q")
    assert re.search(r'<mark class="red">380 billion <span class="kept">yuan', done.out)


def test_spark_writes_no_page(capexcalc):
    done = capexcalc("check", "x.jsonl", "--engine", "spark", "--out", "out", "-f", "html")
    assert done.code == 2
    assert "Spark writes no html" in done.err
