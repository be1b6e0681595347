"""PDF: every page is read, and what is too large, secret or empty is told."""

from __future__ import annotations

import io
import sys
import tracemalloc

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from capexcalc.documents import pdf as module
from capexcalc.documents import pdf_library
from capexcalc.documents.pdf import pdf_text
from capexcalc.documents.pdf_library import MOST_PAGES
from capexcalc.errors import InputError


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library at work in this process, where it can be measured."""
    monkeypatch.setattr(module, "bounded", lambda work, data, seconds: work(data))


def refused(data: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        pdf_text("in.pdf", data)
    assert caught.value.message.startswith("in.pdf: ")
    return caught.value


def test_lines_and_pages_are_read_in_order(pdf):
    text = pdf_text("in.pdf", pdf("It costs £5 million,\nor €6 million.", "That is all."))
    assert text.split("\n") == ["It costs £5 million,", "or €6 million.", "That is all."]


def test_a_report_of_500_pages_is_read_and_one_of_501_is_not(pdf):
    assert MOST_PAGES == 500
    assert pdf_text("in.pdf", pdf(*["£5 million"] * 500)).count("£5") == 500
    error = refused(pdf(*["£5 million"] * 501))
    assert (error.code, "501 pages" in error.message) == ("too_many_pages", True)


def test_a_password_is_asked_for_nobody_and_said(pdf):
    writer = PdfWriter(clone_from=io.BytesIO(pdf("£5 million")))
    writer.encrypt("secret", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    error = refused(made.getvalue())
    assert (error.code, "qpdf" in (error.hint or "")) == ("encrypted_file", True)


def test_a_password_that_only_guards_printing_keeps_nobody_from_reading(pdf):
    writer = PdfWriter(clone_from=io.BytesIO(pdf("£5 million")))
    writer.encrypt("", "owner", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    assert pdf_text("in.pdf", made.getvalue()) == "£5 million"


def test_scanned_pages_have_no_text(pdf):
    error = refused(pdf("", ""))
    assert (error.code, "ocrmypdf" in (error.hint or "")) == ("no_text", True)


def shown(pdf, content: bytes) -> bytes:
    """A PDF whose one page has this content."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf("£5 million")))
    stream = DecodedStreamObject()
    stream.set_data(b"BT /F1 12 Tf " + content + b"ET")
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def test_a_page_that_keeps_the_library_busy_is_refused_in_time(pdf, monkeypatch):
    assert module.MOST_SECONDS == 60
    data = shown(pdf, b"(x) Tj " * 500_000)
    assert len(data) < 10_000
    monkeypatch.setattr(module, "MOST_SECONDS", 1)
    error = refused(data)
    assert (error.code, "cannot be read in 1 seconds" in error.message) == ("bad_pdf", True)
    assert pdf_text("in.pdf", pdf("£5 million")) == "£5 million"  # the next is read as ever


@pytest.mark.usefixtures("here")
def test_a_page_that_unpacks_to_a_gigabyte_is_refused_in_little_memory(pdf):
    data = shown(pdf, b"(x) Tj " * 12_000_000)
    assert len(data) < 500_000
    tracemalloc.start()
    try:
        assert refused(data).code == "bad_pdf"
        assert tracemalloc.get_traced_memory()[1] < 400_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.usefixtures("here")
def test_text_without_measure_is_refused(pdf, monkeypatch):
    assert pdf_library.MOST_TEXT == 16_000_000
    monkeypatch.setattr(pdf_library, "MOST_TEXT", 10)
    assert pdf_text("in.pdf", pdf("x" * 10)) == "x" * 10
    assert refused(pdf("x" * 11)).code == "file_too_large"


@pytest.mark.usefixtures("here")
def test_without_the_library_one_line_says_how_to_have_it(pdf, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdf", None)
    error = refused(pdf("£5 million"))
    assert (error.code, error.hint) == (
        "missing_extra",
        "pipx inject capexcalc pypdf; or, in a clone: pip install '.[documents]'",
    )


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", b"%PDF-1.4\ntrailer << /Root 1 0 R >>"])
def test_what_begins_as_a_pdf_and_is_none_is_said(data):
    assert refused(data).code == "bad_pdf"
