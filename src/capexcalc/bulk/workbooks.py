"""Workbooks opened in no time, whatever their size.

Of texts, which stand in one part of the file, those are read that cells ask for. What sheets say of their
own size, which some programs write wrongly or not at all, is not asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from warnings import catch_warnings, simplefilter


def open_workbook(path: str) -> Any:
    """As openpyxl's ``load_workbook`` opens one to read its values. Raises what openpyxl stumbles over."""
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.styles.stylesheet import apply_stylesheet
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet
    from openpyxl.xml.constants import SHARED_STRINGS

    class Sheet(ReadOnlyWorksheet):
        def _get_size(self) -> None:
            """By itself it reads the sheet to its end where that says nothing, and cuts it where it lies."""

    reader: Any = ExcelReader(path, read_only=True, data_only=True)
    reader.read_manifest()
    part = reader.package.find(SHARED_STRINGS)
    strings = _Strings(_texts(reader.archive, part.PartName[1:]) if part is not None else iter(()))
    reader.read_workbook()
    with catch_warnings():
        simplefilter("ignore")  # a workbook without styles has its values all the same
        apply_stylesheet(reader.archive, reader.wb)
    for sheet, relation in reader.parser.find_sheets():
        if relation.target in reader.valid_files and "chartsheet" not in relation.Type:
            reader.wb._sheets.append(Sheet(reader.wb, sheet.name, relation.target, strings))
    return reader.wb


class _Strings:
    """Texts by number, each read when it or a later one is asked for: they are in the order of cells."""

    def __init__(self, texts: Iterator[str]) -> None:
        self._read: list[str] = []
        self._texts = texts

    def __getitem__(self, place: int) -> str:
        while place >= len(self._read) and (text := next(self._texts, None)) is not None:
            self._read.append(text)
        return self._read[place]


def _texts(archive: Any, part: str) -> Iterator[str]:
    """The texts of a workbook, as openpyxl's ``read_string_table`` has them."""
    from openpyxl.cell.text import Text
    from openpyxl.xml.constants import SHEET_MAIN_NS
    from openpyxl.xml.functions import iterparse

    read: Any = Text.from_tree
    with archive.open(part) as source:
        for _, node in iterparse(source):
            if node.tag == f"{{{SHEET_MAIN_NS}}}si":
                yield read(node).content.replace("x005F_", "")
                node.clear()
