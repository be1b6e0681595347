"""All that an article arrives as, through the installed program: the claim that is right holds, the one that
is wrong does not, and what is damaged is named while the rest is read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

# 1 EUR = 0.8566 GBP = 1.0776 USD on that day.
ON = ("--on", "2024-05-06")
RIGHT = "Helvin will invest £2.5 billion ($3.1 billion) in the plant."
WRONG = "A second one is planned for £400 million (€1.9 billion)."
TEXT = f"{RIGHT}\n{WRONG}\n"
PAGE = f"""<!DOCTYPE html><html><head><title>Plant</title></head><body><nav>Tea £2 ($9)</nav><article>
<p>{RIGHT.replace(" billion", "&nbsp;billion").replace("£", "&pound;")}</p>
<p>{WRONG.replace("€", "&#8364;")}</p>
<p>The company employs many people in the region, and wants to employ more of them in the next years.</p>
</article><script>"£5 ($1 billion)"</script></body></html>"""
MARKDOWN = f"""# Plant

**Helvin** will invest **£2.5 billion** ([$3.1 billion](https://example.com/5bn)) in *the plant*.

{WRONG}
"""
WORD = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in (RIGHT, WRONG))
DOCUMENTS = [{"id": "a", "text": RIGHT}, {"id": "b", "text": WRONG}]
LINES = "".join(json.dumps(each) + "\n" for each in DOCUMENTS)

PAGES = Path(__file__).parents[1] / "documents/pages"
# The day of each page and the verdicts on its claims: one is right in each, one wrong.
SITES = {
    "semantic": ("2024-05-06", ["supported", "refuted"]),
    "blocks": ("2019-03-14", ["supported", "refuted"]),
    "table": ("2008-10-02", ["supported", "refuted"]),
    "blog": ("2022-06-21", ["supported", "refuted"]),
    "microdata": ("2021-09-07", ["supported", "refuted"]),
    "form": ("2023-01-17", ["supported", "refuted"]),
}

KINDS: dict[str, tuple[str, bytes | str]] = {
    "UTF-8": ("in.txt", TEXT),
    "UTF-8 with a mark": ("in.txt", "\ufeff" + TEXT),
    "CR LF": ("in.txt", TEXT.replace("\n", "\r\n")),
    "Windows-1252": ("in.txt", TEXT.encode("cp1252")),
    "UTF-16": ("in.txt", TEXT.encode("utf-16")),
    "UTF-16 without a mark": ("in.txt", TEXT.encode("utf-16-le")),
    "Markdown": ("in.md", MARKDOWN),
    "HTML": ("in.html", PAGE),
    "HTML by its content": ("saved", PAGE),
    "HTML in UTF-16": ("in.html", PAGE.encode("utf-16")),
    "JSON Lines": ("in.jsonl", LINES),
    "ndjson": ("in.ndjson", LINES),
    "JSON Lines in UTF-16": ("in.jsonl", LINES.encode("utf-16")),
    "a list in JSON": ("in.json", json.dumps(DOCUMENTS, indent=2)),
    "an object in JSON": ("in.json", json.dumps({"text": TEXT}, indent=2)),
    "Markdown without a name": ("saved", MARKDOWN),
    "a piece of a page": ("in.txt", PAGE.partition("<article>")[2].partition("</article>")[0]),
    "pages in JSON Lines": ("in.jsonl", json.dumps({"text": f"<p>{RIGHT}</p><p>{WRONG}</p>"})),
}


def verdicts(printed: str) -> list[str]:
    documents = json.loads(printed)["result"]["documents"]
    return [claim["verdict"] for document in documents for claim in document["claims"]]


@pytest.mark.parametrize("kind", KINDS)
def test_right_and_wrong_are_told_apart_in_a_file(kind, capexcalc, tmp_path):
    name, content = KINDS[kind]
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    done = capexcalc("check", name, *ON, "-f", "json")
    assert (done.returncode, verdicts(done.stdout)) == (0, ["supported", "refuted"])
    assert ("read as cp1252" in done.stderr) == (kind == "Windows-1252")


@pytest.mark.parametrize("kind", KINDS)
def test_right_and_wrong_are_told_apart_on_standard_input(kind, capexcalc):
    _, content = KINDS[kind]
    data = content.encode() if isinstance(content, str) else content
    done = capexcalc("check", *ON, "-f", "json", stdin=data)
    assert (done.returncode, verdicts(done.stdout)) == (0, ["supported", "refuted"])


@pytest.mark.parametrize("name", ["in.pdf", "saved", "-"])
def test_right_and_wrong_are_told_apart_in_a_pdf(name, capexcalc, tmp_path, pdf):
    data = pdf("Notes for the press", TEXT)
    if name != "-":
        (tmp_path / name).write_bytes(data)
    done = capexcalc("check", name, *ON, "-f", "json", stdin=data)
    assert (done.returncode, verdicts(done.stdout)) == (0, ["supported", "refuted"])


@pytest.mark.parametrize("name", ["in.docx", "in.docm", "saved", "-"])
def test_right_and_wrong_are_told_apart_in_a_word_document(name, capexcalc, tmp_path, docx):
    data = docx(WORD, **{"word/vbaProject.bin": b"a macro, never looked at"})
    if name != "-":
        (tmp_path / name).write_bytes(data)
    done = capexcalc("check", name, *ON, "-f", "json", stdin=data)
    assert (done.returncode, verdicts(done.stdout)) == (0, ["supported", "refuted"])


@pytest.mark.parametrize("library", [True, False])
@pytest.mark.parametrize("site", SITES)
def test_a_page_of_any_site_is_its_article_at_its_day(site, library, process, tmp_path):
    """Nothing of menus, captions, offers and related links is judged, nor counted as a figure."""
    settings = {} if library else {"PYTHONPATH": str(tmp_path / "without")}
    (tmp_path / "without").mkdir()
    (tmp_path / "without/trafilatura.py").write_text("raise ImportError")
    day, found = SITES[site]
    done = process("check", str(PAGES / f"{site}.html"), "-f", "json", **settings)
    (document,) = json.loads(done.stdout)["result"]["documents"]
    assert (document["as_of"], document["as_of_from"]) == (day, "metadata")
    assert len(document["amounts"]) == 4
    assert verdicts(done.stdout) == found
    assert ("pipx inject capexcalc trafilatura" in done.stderr) != library


def test_without_its_library_a_pdf_is_told_how_to_be_read(process, tmp_path, pdf):
    (tmp_path / "in.pdf").write_bytes(pdf(TEXT))
    (tmp_path / "pypdf.py").write_text("raise ImportError")
    done = process("check", "in.pdf", PYTHONPATH=str(tmp_path))
    assert done.returncode == 2
    assert done.stderr == (
        "error: in.pdf: reading a PDF needs pypdf\n"
        "hint: pipx inject capexcalc pypdf; or, in a clone: pip install '.[documents]'\n"
    )


def test_what_is_guessed_of_a_list_is_said_once(capexcalc, tmp_path):
    rows = json.dumps([{"text": "Prix : 5 M€ à Évry"}] * 3, ensure_ascii=False)
    (tmp_path / "in.json").write_bytes(rows.encode("cp1252"))
    done = capexcalc("check", "in.json", *ON, "-f", "jsonl")
    assert (len(done.stdout.splitlines()), done.stderr.count("read as cp1252")) == (3, 1)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("in.txt", b"", "empty_file"),
        ("in.txt", b"\xef\xbb\xbf \n", "empty_file"),
        ("in.txt", TEXT.encode() + b"\xe9", "not_utf8"),
        ("in.txt", TEXT.encode("utf-16") + b"\x00\xdc", "not_utf16"),
        ("in.txt", b"\x89PNG\r\n\x1a\n\0", "binary_file"),
        ("in.md", b"", "empty_file"),
        ("in.html", b"", "empty_file"),
        ("in.html", b"<html><body><script>load()</script></body></html>", "no_text"),
        ("in.html", b"\x89PNG\r\n\x1a\n\0", "binary_file"),
        ("in.jsonl", b"\n \n", "empty_file"),
        ("in.jsonl", b"%PDF-1.4\n", "binary_file"),
        ("in.json", b"[]", "empty_file"),
        ("in.json", b"not json", "bad_json"),
        ("in.json", b'{"articles": []}', "bad_document"),
        ("in.json", b"[" * 100_000, "bad_json"),
        ("in.pdf", b"%PDF-1.7\n", "bad_pdf"),
        ("in.pdf", b"", "empty_file"),
        ("in.pdf", b"no PDF at all", "bad_pdf"),
        ("in.docx", b"", "empty_file"),
        ("in.docx", b"no Zip at all", "bad_docx"),
        ("in.docx", b"PK\x03\x04 cut off", "bad_docx"),
        ("in.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "encrypted_file"),
        ("in.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "binary_file"),
        ("in.xlsx", b"PK\x03\x04 cut off", "bad_docx"),
        ("in.rtf", rb"{\rtf1\ansi Helvin}", "binary_file"),
    ],
)
def test_what_is_damaged_is_named_and_the_rest_is_judged(name, content, code, capexcalc, tmp_path):
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(TEXT)
    done = capexcalc("check", name, "good.txt", *ON, "-f", "json")
    assert (done.returncode, verdicts(done.stdout)) == (2, ["supported", "refuted"])
    errors = json.loads(done.stdout)["result"]["errors"]
    assert [error["code"] for error in errors] == [code]
    assert errors[0]["message"].startswith(name)
    assert any(str(fact).startswith(name) for fact in errors[0]["facts"].values())
    assert f"error: {name}" in done.stderr
    assert len(done.stderr.splitlines()) <= 3


@pytest.mark.parametrize("bad", ["in.pdf", "in.docx"])
def test_every_cut_of_a_packed_file_is_named(bad, capexcalc, tmp_path, pdf, docx):
    whole = pdf(TEXT) if bad == "in.pdf" else docx(WORD)
    names = []
    for share in range(1, 10):
        names.append(f"{share}-{bad}")
        (tmp_path / names[-1]).write_bytes(whole[: len(whole) * share // 10])
    done = capexcalc("check", *names, *ON, "-f", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) == len(names)
    # What pypdf mends is read; the rest is an error in its place, and no bug.
    codes = [row["error"]["code"] if "error" in row else "read" for row in rows]
    assert set(codes) <= {"bad_pdf", "bad_docx", "no_text", "read"}
    assert codes[0].startswith("bad_")


def test_of_200_files_with_one_bad_199_are_judged_and_one_is_named(capexcalc, tmp_path):
    folder = tmp_path / "art"
    folder.mkdir()
    for number in range(200):
        (folder / f"{number:03}.txt").write_text(TEXT)
    (folder / "101.txt").write_bytes(TEXT.encode() + b"\xe9")
    done = capexcalc("check", "art", *ON, "-f", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 2
    assert [row.get("id") for row in rows] == [
        None if number == 101 else f"art/{number:03}.txt" for number in range(200)
    ]
    assert rows[101]["error"]["message"] == "art/101.txt:3: not UTF-8 text"
    assert done.stderr.count("error:") == 1
    done = capexcalc("check", "art", *ON, "-f", "json")
    result = json.loads(done.stdout)["result"]
    assert (done.returncode, len(result["documents"]), len(result["errors"])) == (2, 199, 1)
    for form in ("table", "markdown", "csv"):
        done = capexcalc("check", "art", *ON, "-f", form)
        assert (done.returncode, done.stderr.count("art/101.txt:3")) == (2, 1)
        assert "art/199.txt" in done.stdout


@pytest.mark.parametrize(("bad", "code"), [("missing.txt", 10), ("good.txt", 10)])
def test_a_verdict_that_fails_is_not_lost_behind_a_file_that_cannot_be_read(bad, code, capexcalc, tmp_path):
    (tmp_path / "good.txt").write_text(TEXT)
    done = capexcalc("check", bad, "good.txt", *ON, "--fail-on", "refuted", "-f", "jsonl")
    assert done.returncode == code
    assert ("error" in done.stderr) == (bad == "missing.txt")
    done = capexcalc("check", bad, "good.txt", *ON, "--fail-on", "not_enough_info", "-f", "jsonl")
    assert done.returncode == (2 if bad == "missing.txt" else 0)


def test_bad_lines_keep_their_place_among_the_good(capexcalc, tmp_path):
    lines = [
        '{"id": "first", "text": "£1 million"}',
        '{"id": null, "text": "x"}',
        '{"id": 1.5, "text": "x", "date": ""}',
        '{"id": "no text"}',
        '{"id": true, "text": "x"}',
        '{"id": "day", "text": "x", "date": "2025-02-24garbage"}',
        '{"id": "time", "text": "x", "date": "2025-02-24T23:30:00-05:00"}',
        '{"id": "deep", "text": "x", "more": ' + "[" * 5000 + "]" * 5000 + "}",
        '{"id": "digits", "text": "x", "more": ' + "9" * 5000 + "}",
        "",
        "{broken",
        '{"id": "tongue", "text": "£2 million", "lang": "xx"}',
        '{"id": "last", "text": "£3 million", "lang": "EN-gb"}',
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    done = capexcalc("check", "in.jsonl", "-f", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["error"]["code"] if "error" in row else row["id"] for row in rows] == [
        "first", "in.jsonl:2", "1.5", "bad_document", "bad_document", "bad_date", "time", "bad_json",
        "digits", "bad_json", "tongue", "last",
    ]  # fmt: skip
    assert [row["error"]["message"].split(": ")[0] for row in rows if "error" in row] == [
        f"in.jsonl:{number}" for number in (4, 5, 6, 8, 11)
    ]
    assert rows[6]["as_of"] == "2025-02-24"
    assert done.returncode == 2
    assert "tongue: no lexicon for its language, 'xx'" in done.stderr
    assert done.stderr.count("hint:") == 1


def test_the_faults_of_a_list_are_named_with_their_lines(capexcalc, tmp_path):
    (tmp_path / "in.json").write_text(
        '[{"text": "£1 million"},\n {"text": 5},\n {"id": "c", "text": "£3"},\n {"text": }]'
    )
    done = capexcalc("check", "in.json", "-f", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row.get("id") or row["error"]["message"][:9] for row in rows] == [
        "in.json:1", "in.json:2", "c", "in.json:4",
    ]  # fmt: skip
    assert done.returncode == 2


def test_a_line_without_end_is_refused_and_the_next_is_read(capexcalc, tmp_path):
    with (tmp_path / "in.jsonl").open("wb") as file:
        file.write(b'{"id": "a", "text": "')
        file.write(b"x" * 64_000_000)
        file.write(b'"}\n{"id": "b", "text": "x"}\n')
    done = capexcalc("check", "in.jsonl", "-f", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows[0]["error"]["message"] == "in.jsonl:1: larger than 64 MB"
    assert [row["id"] for row in rows[1:]] == ["b"]


def test_alone_what_cannot_be_read_is_the_error_it_always_was(capexcalc):
    done = capexcalc("check", "missing.txt", "-f", "json")
    assert (done.returncode, json.loads(done.stdout)["error"]["code"]) == (2, "unreadable_file")
    assert done.stderr == "error: missing.txt: no such file or directory\n"


def test_a_sentence_in_place_of_a_file_is_told_where_it_goes(capexcalc):
    done = capexcalc("check", "Helvin pays £5 million for it")
    assert done.returncode == 2
    assert "echo" in done.stderr
    assert "echo" not in capexcalc("check", "my old file.txt").stderr


@pytest.mark.parametrize("encoding", ["cp1252", "windows-1252", "latin-1"])
def test_the_encoding_can_be_said(encoding, capexcalc, tmp_path):
    (tmp_path / "in.txt").write_bytes("It costs £2.5 billion ($3.1 billion).".encode("cp1252"))
    done = capexcalc("check", "in.txt", *ON, "--encoding", encoding, "-f", "json")
    assert (verdicts(done.stdout), done.stderr) == (["supported"], "")


def test_an_encoding_that_is_none_or_another_is_refused(capexcalc, tmp_path):
    (tmp_path / "in.txt").write_bytes(b"\x81\x8d")
    for name in ("nonsense", "hex", "rot13"):
        done = capexcalc("check", "in.txt", "--encoding", name)
        assert (done.returncode, "no encoding is called" in done.stderr) == (2, True)
    done = capexcalc("check", "in.txt", "--encoding", "cp1252")
    assert done.stderr.startswith("error: in.txt:1: not cp1252 text")


def test_folders_are_read_by_kind_or_by_pattern(capexcalc, tmp_path):
    for name in ("b.txt", "a.md", "2025/c.html", "2025/.hidden/d.txt", ".e.txt", "f.json", "2025/g.news"):
        (tmp_path / "art" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "art" / name).write_text(TEXT)
    (tmp_path / "art" / "circle").symlink_to(tmp_path / "art")

    def read(*options: str) -> list[str]:
        done = capexcalc("check", "art", *ON, *options, "-f", "jsonl")
        return [json.loads(line).get("id", "error") for line in done.stdout.splitlines()]

    assert read() == ["art/2025/c.html", "art/a.md", "art/b.txt"]
    assert read("--glob", "*.news") == ["art/2025/g.news"]
    assert read("--glob", "2025/*", "--glob", "b.*") == ["art/2025/c.html", "art/2025/g.news", "art/b.txt"]
    assert read("--glob", "*.pdf") == ["error"]


# 26 figures and 14 claims, two of which do not hold: a profit up 11.9 %, and debts in other dollars.
LONG = """\
LONDON, May 6, 2024 - Helvin, the maker of turbines, will invest £2.5 billion ($3.1 billion) in three plants
over five years, or £500 million a year.

The first plant in Leeds costs £900 million (€1.05 billion), the second in Hull £700 million ($881 million),
and the third £900 million. That makes £2.5 billion in all. A ticket for the tour is £30.

Helvin had sales of £8.4 billion last year, up 12% from £7.5 billion, and a profit of £610 million, up 24%
from £545 million. Its rival Brandt spent €4.2 billion ($4.5 billion) in the same time; the group has debts
of €12 billion ($18 billion).

A quarter of the £2.5 billion, £625 million, comes from a fund of the state. The fund has £10 billion (12.6
billion dollars). Norway adds 3 billion kroner ($275 million), and Japan 40 billion yen ($260 million).
"""


@pytest.mark.parametrize(("columns", "lines"), [("60", 54), ("80", 43), ("140", 41)])
def test_a_long_article_is_told_on_a_screen_what_is_wrong_first(columns, lines, capexcalc, tmp_path):
    (tmp_path / "long.txt").write_text(LONG)
    (document,) = json.loads(capexcalc("check", "long.txt", "-f", "json").stdout)["result"]["documents"]
    assert (len(document["amounts"]), len(document["claims"])) == (26, 14)
    printed = capexcalc("check", "long.txt", COLUMNS=columns).stdout.splitlines()
    assert printed[2] == "2 of 14 claims do not hold; 25 of 26 figures checked"
    assert printed[4] == "REFUTED  rise or fall (c8)"
    assert ["Stated", "24%"] in [line.split() for line in printed]
    assert len(printed) <= lines
    assert max(map(len, printed)) <= int(columns)
