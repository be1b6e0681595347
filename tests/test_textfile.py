"""What is text, in which encoding, and where it stops being so."""

from __future__ import annotations

import zlib
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc import textfile as module
from capexcalc.errors import InputError
from capexcalc.textfile import csv_records, decode, encoding_of, read_bytes, read_text, refuse_bomb

TEXTS = {
    "Latin": "The plant will cost £2.5 billion, about €2.9 billion.\r\n",
    "Cyrillic": "Завод обойдётся в 90 млрд рублей, около 1 млрд евро.\n",
    "Chinese": "公司计划在未来三年投入3800亿元人民币，约合500亿欧元，用于建设数据中心。\n",
}


def fault(data: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        decode("in.txt", data)
    return caught.value


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_every_unicode_encoding_is_known_with_or_without_a_mark(text, encoding):
    assert decode("in.txt", text.encode(encoding)) == text


@given(st.text(st.characters(codec="ascii", exclude_categories=["C"]), min_size=1))
def test_any_line_of_ascii_is_known_in_utf16(text):
    for encoding in ("utf-16-le", "utf-16-be"):
        assert encoding_of(text.encode(encoding)) == encoding


@given(st.binary())
def test_bytes_are_text_or_an_error_that_names_the_file(data):
    try:
        said = "in.txt:" + decode("in.txt", data)
    except InputError as error:
        said = error.message
    assert said.startswith("in.txt:")
    assert said.removeprefix("in.txt:").strip()


def test_what_begins_a_file_decides_whether_it_is_utf16():
    text = ("x" * 32_768).encode("utf-16-le")
    assert len(text) == 1 << 16
    assert encoding_of(text + b"\0y") == "utf-16-le"
    assert encoding_of(text[:-2] + b"\0y") is None


def test_a_stray_nul_makes_a_file_binary_and_not_utf16():
    assert (fault(b"a plain line\nwith a \0 in it").message, fault(b"a plain line\nwith a \0").code) == (
        "in.txt:2: a binary file, not text",
        "binary_file",
    )
    assert fault(b"\0 begins it").message == "in.txt:1: a binary file, not text"


def test_a_tenth_of_nuls_is_utf16_where_it_could_be_utf8_as_well():
    # Cyrillic in UTF-16 has bytes that are ASCII each: only its blanks tell.
    word = "завод"
    assert encoding_of((word * 2 + " ")[1:].encode("utf-16-le")) == "utf-16-le"
    assert encoding_of((word * 2 + " ").encode("utf-16-le")) is None


def test_more_than_one_odd_character_in_a_hundred_is_no_utf16():
    assert encoding_of(("x" * 99 + "\x01").encode("utf-16-le")) == "utf-16-le"
    assert encoding_of(("x" * 98 + "\x01").encode("utf-16-le")) is None


def test_the_line_of_a_fault_is_counted_in_characters_of_any_width():
    assert fault("one\ntwo\nthr\udcffee".encode("utf-8", "surrogateescape")).message.startswith("in.txt:3:")
    assert fault("one\ntwo\n".encode("utf-16") + b"\x00\xdc").message.startswith("in.txt:3:")


def test_a_file_may_be_as_large_as_the_limit_and_no_larger(tmp_path):
    path = tmp_path / "in.txt"
    path.write_bytes(b"12345")
    assert read_bytes(path, 5) == b"12345"
    with pytest.raises(InputError, match=r"in\.txt: larger than 0 MB"):
        read_bytes(path, 4)
    assert module.LARGEST == 64_000_000
    assert module.too_large("in.txt").message == "in.txt: larger than 64 MB"


def test_a_name_with_a_nul_is_named():
    with pytest.raises(InputError, match="embedded null") as caught:
        read_text("in\0.txt")
    assert caught.value.code == "unreadable_file"


def test_records_carry_the_line_they_begin_on():
    text = 'a,b\n\n"1\n2",3\n , \n4,5\n'
    assert list(csv_records("in.csv", text)) == [(1, ["a", "b"]), (3, ["1\n2", "3"]), (6, ["4", "5"])]


@pytest.mark.parametrize(("megabytes", "refused"), [(60, False), (70, True)])
def test_what_unpacks_to_a_hundred_times_itself_is_refused(tmp_path, megabytes: int, refused: bool) -> None:
    packed = tmp_path / "book.xlsx"
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("sheet.xml", b"A" * (megabytes * 1_000_000))
    if not refused:
        refuse_bomb(packed, packed)
        return
    with pytest.raises(InputError, match=r"book\.xlsx: larger than 64 MB"):
        refuse_bomb(packed, packed)


def test_a_large_workbook_that_is_packed_as_sheets_are_is_none(tmp_path) -> None:
    packed = tmp_path / "book.xlsx"
    with ZipFile(packed, "w", ZIP_STORED) as archive:
        archive.writestr("sheet.xml", b"A" * 70_000_000)
    refuse_bomb(packed, packed)


@pytest.mark.parametrize(
    ("less", "largest", "refused"), [(0, 0, False), (1, 0, True), (1, -1, True), (1, 1, False)]
)
def test_a_workbook_is_packed_to_a_hundredth_or_is_small(
    tmp_path, monkeypatch, less: int, largest: int, refused: bool
) -> None:
    def size(unpacked: int) -> int:
        packer = zlib.compressobj(wbits=-15)
        return len(packer.compress(b"A" * unpacked) + packer.flush())

    large = next(n for n in range(1_000_000, 1_001_000) if (n - 100 * size(n)) % 99 == 0)
    filler = (large - 100 * size(large)) // 99 - less  # without any less a hundred times itself
    monkeypatch.setattr(module, "LARGEST", 0 if not largest else large + filler + min(largest, 0))
    packed = tmp_path / "book.xlsx"
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("sheet.xml", b"A" * large)
        archive.writestr("image.png", b"A" * filler, ZIP_STORED)
    if not refused:
        refuse_bomb(packed, packed)
        return
    with pytest.raises(InputError, match=r"book\.xlsx: larger than"):
        refuse_bomb(packed, packed)
