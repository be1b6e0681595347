"""Word documents: what stands on the page is read; macros, deletions and bombs are not."""

from __future__ import annotations

import io
import tracemalloc
import zipfile

import pytest

from capexcalc.documents import docx as module
from capexcalc.documents.docx import MOST_XML, docx_text
from capexcalc.errors import InputError


def refused(data: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        docx_text("in.docx", data)
    assert caught.value.message.startswith("in.docx: ")
    return caught.value


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            paragraph(run("It costs £5"), run(" million.")) + paragraph(run("Or not.")),
            "It costs £5 million.\n\nOr not.",
        ),
        (
            paragraph(run("one"), "<w:r><w:br/></w:r>", run("two"), "<w:r><w:tab/></w:r>", run("3")),
            "one\ntwo\t3",
        ),
        (paragraph(run("one"), "<w:r><w:noBreakHyphen/></w:r>", run("off")), "one-off"),
        # What was deleted, or moved away, or computes, stands on no page.
        (paragraph(f"<w:del>{run('£9')}</w:del><w:ins>{run('£5')}</w:ins>"), "£5"),
        (paragraph("<w:r><w:delText>£9</w:delText></w:r>", run("£5")), "£5"),
        (paragraph(f"<w:moveFrom>{run('£9')}</w:moveFrom>", run("£5")), "£5"),
        (paragraph("<w:r><w:instrText>PAGE £9</w:instrText></w:r>", run("£5")), "£5"),
        # A text box is there twice.
        (
            paragraph(
                f"<mc:AlternateContent><mc:Choice>{run('£5')}</mc:Choice>"
                f"<mc:Fallback>{run('£5')}</mc:Fallback></mc:AlternateContent>"
            ),
            "£5",
        ),
        (
            "<w:tbl><w:tr><w:tc>"
            + paragraph(run("2024"))
            + "</w:tc><w:tc>"
            + paragraph(run("£5"))
            + "</w:tc></w:tr>"
            "<w:tr><w:tc>" + paragraph(run("2025")) + "</w:tc></w:tr></w:tbl>",
            "2024 \t£5\n\n2025",
        ),
        (paragraph(run("5 &lt; 6 &amp; &#163;7")), "5 < 6 & £7"),
    ],
)
def test_what_stands_on_the_page_is_read(body, text, docx):
    assert docx_text("in.docx", docx(body)) == text


def test_macros_and_what_else_is_packed_are_never_looked_at(docx):
    others = {
        "word/vbaProject.bin": b"\0" * 1000,
        "word/media/image1.png": b"\x89PNG",
        "word/footnotes.xml": b"<",
    }
    assert docx_text("in.docm", docx(paragraph(run("£5")), **others)) == "£5"


def test_a_document_that_unpacks_to_gigabytes_is_refused_in_little_memory():
    made = io.BytesIO()
    with (
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as part,
    ):
        for _ in range(80):
            part.write(b" " * 1_000_000)
    tracemalloc.start()
    try:
        error = refused(made.getvalue())
        assert tracemalloc.get_traced_memory()[1] < 3 * MOST_XML
    finally:
        tracemalloc.stop()
    assert (error.code, error.message) == ("file_too_large", "in.docx: more than 64 MB when unpacked")


def test_the_text_may_be_as_large_as_the_limit_and_no_larger(docx, monkeypatch):
    assert module.MOST_XML == 64_000_000
    data = docx(paragraph(run("£5")))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    monkeypatch.setattr(module, "MOST_XML", size)
    assert docx_text("in.docx", data) == "£5"
    monkeypatch.setattr(module, "MOST_XML", size - 1)
    assert refused(data).code == "file_too_large"


BOMB = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><document><p><t>&c;</t></p></document>"""
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><document><p><t>&a;</t></p></document>'


@pytest.mark.parametrize("xml", [BOMB, OUTSIDE, "<!DOCTYPE x SYSTEM 'http://x.example/x.dtd'><x/>"])
def test_no_entity_is_ever_declared(xml):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", xml)
    assert refused(made.getvalue()).code == "bad_docx"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"xl/workbook.xml": b"<x/>"}, "a workbook"),
        ({"ppt/presentation.xml": b"<x/>"}, "a presentation"),
        ({"content.xml": b"<x/>"}, "OpenDocument"),
        ({"readme.txt": b"x"}, "a Zip archive"),
        ({"word/document.xml": b"<x>"}, "not a readable Word document"),
        ({"word/document.xml": b"\xff\xfe<"}, "not a readable Word document"),
        ({"word/document.xml": b"<document/>"}, "without text"),
    ],
)
def test_what_else_is_packed_so_is_called_what_it_is(parts, said):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert said in refused(made.getvalue()).message


def test_a_damaged_part_is_said(docx):
    data = bytearray(docx(paragraph(run("£5 " * 5000))))
    place = data.index(b"word/document.xml") + 40
    data[place : place + 20] = b"\xff" * 20
    assert refused(bytes(data)).code == "bad_docx"


def test_a_password_is_said(docx):
    data = bytearray(docx(paragraph(run("£5"))))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # the flag that a part is encrypted
        at = data.rindex(mark)
        data[at + place] |= 1
    assert refused(bytes(data)).code == "encrypted_file"
