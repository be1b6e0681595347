"""A long text in pieces: nothing is lost, no character is cut, and where each begins is known."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from capexcalc.documents import documents, pieces
from capexcalc.documents.documents import read_documents
from capexcalc.documents.pieces import LongText

TEXTS = {
    "paragraphs": "One of them.\n\nAnother.\n\n" * 9,
    "lines": "One line and\none more of them\n" * 9,
    "words": "words and nothing else " * 9,
    "one word": "x" * 200,
    "two bytes each": "é" * 200,
    "four bytes each": "🪙" * 99,
    "cut within one": "x" + "é" * 200,
    "the first byte within one": "x" + "À" * 200,
    "the second": "x" + "Á" * 200,
    "the last": "x" + "ÿ" * 200,
}


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "LONGEST", 80)
    monkeypatch.setattr(documents, "LONGEST", 80)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("packed", [False, True], ids=["text", "bytes"])
def test_the_pieces_are_the_text_and_know_their_places(text: str, packed: bool) -> None:
    found = list(pieces.pieces(LongText(text.encode()) if packed else text))
    assert "".join(piece.text for piece in found) == text
    assert [piece.more for piece in found] == [True] * (len(found) - 1) + [False]
    for piece in found:
        before = text[: piece.start]
        assert text.startswith(piece.text, piece.start)
        assert (piece.lines, piece.columns) == (before.count("\n"), len(before) - before.rfind("\n") - 1)
        assert len(piece.text) <= 40


@pytest.mark.parametrize(("length", "count"), [(80, 1), (81, 3)])
def test_a_text_is_long_from_its_first_character_too_many(length: int, count: int) -> None:
    assert len(list(pieces.pieces("x" * length))) == count


@pytest.mark.parametrize(("length", "count"), [(2_000_000, 1), (2_000_001, 3)])
def test_what_has_more_than_two_million_characters_is_an_archive(
    length: int, count: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.undo()
    text = "x" * length
    assert len(list(pieces.pieces(text))) == count
    path = tmp_path / "archive.txt"
    path.write_text(text)
    (document,) = read_documents([str(path)], BytesIO())
    assert isinstance(getattr(document, "text", None), LongText) is (count > 1)


def test_it_is_cut_between_paragraphs_where_one_ends_in_the_second_half_of_a_piece() -> None:
    for first, length in ((20, 22), (19, 37)):  # a piece has 40 characters at most
        text = "a" * first + "\n\n" + "b b\n" * 20
        assert len(next(pieces.pieces(text)).text) == length


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("5bn in all. " * 10, True),
        ("5bn in all. " * 6, False),
        ("**5bn** in [all](https://example.org). " * 10, False),  # Markdown: places of another text
        ("<p>5bn in all.</p>" * 10, False),
    ],
)
def test_what_is_long_and_plain_is_kept_as_it_was_saved(text: str, long: bool, tmp_path: Path) -> None:
    path = tmp_path / "archive.txt"
    path.write_text(text, "utf-8")
    (document,) = read_documents([str(path)], BytesIO())
    assert isinstance(getattr(document, "text", None), LongText) is long


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_whatever_it_was_saved_in_it_is_the_same_text(encoding: str, tmp_path: Path) -> None:
    text = "Größe: 5 Mrd. Euro für Straßen. " * 10
    path = tmp_path / "archive.txt"
    path.write_text(text, encoding)
    (document,) = read_documents([str(path)], BytesIO())
    assert "".join(piece.text for piece in pieces.pieces(document.text)) == text  # type: ignore[union-attr]


def test_a_damaged_one_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "archive.txt"
    path.write_bytes("Größe und Maß, fünf Ämter.\n".encode() * 9 + b"\xff\n")
    (error,) = read_documents([str(path)], BytesIO())
    assert (error.code, error.message) == ("not_utf8", f"{path}:10: not UTF-8 text")  # type: ignore[union-attr]
