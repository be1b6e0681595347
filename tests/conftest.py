"""A small frozen cache for the rules, the shipped one for facts that never change."""

from __future__ import annotations

import importlib.util
import io
import signal
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

from capexcalc.cache.store import Store, shipped_root
from capexcalc.rates.book import RateBook

# The same examples in every run, however slow the machine: what held yesterday holds today. Looking further
# is what tests/fuzz is for.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

# Started in the background, a process takes Ctrl-C for nothing and hands that on to those it starts.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# In the ECB's own layout. 2024-12-31 is the rouble's last day, 2025-01-03 the peso's first; the krona has no
# rate between 2024-12-30 and 2025-01-20, and nothing has one in the ten days after 2025-01-10.
SMALL = """\
Date,USD,CNY,RUB,ISK,MXN,
2025-01-20,1.03,7.4,N/A,140,21.5,
2025-01-10,1.02,7.5,N/A,N/A,21.25,
2025-01-06,1.05,3,N/A,N/A,21,
2025-01-03,1.04,8,N/A,N/A,20,
2025-01-02,1.0500,7.6,N/A,N/A,N/A,
2024-12-31,1.06,7.8,100.5,N/A,N/A,
2024-12-30,1.07,7.9,100,139.5,N/A,
"""


@pytest.fixture(scope="session")
def tool() -> ModuleType:
    """tools/build_ecb.py, which no package holds."""
    path = Path(__file__).parents[1] / "tools" / "build_ecb.py"
    spec = importlib.util.spec_from_file_location("build_ecb", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def write(tool: ModuleType, tmp_path: Path) -> Callable[..., Path]:
    """Write a cache folder from text in the ECB's layout; gives the folder."""

    def write(text: str = SMALL, name: str = "shipped") -> Path:
        root = tmp_path / name
        tool.build(tool.parse(text), root / "ecb", date(2025, 1, 20))
        return root

    return write


@pytest.fixture
def small(write: Callable[..., Path]) -> RateBook:
    return RateBook(Store([write()]), today=date(2025, 2, 1))


@pytest.fixture(scope="session")
def shipped() -> RateBook:
    return RateBook(Store([shipped_root()]), today=date(2026, 11, 1))


@pytest.fixture(scope="session")
def ecb() -> RateBook:
    """What the ECB has, and what the law fixes; nothing else."""
    return RateBook(Store([shipped_root()]), today=date(2026, 11, 1), source="ecb")


@pytest.fixture(scope="session")
def nbp() -> RateBook:
    """What the NBP has, and what the law fixes; nothing else."""
    return RateBook(Store([shipped_root()]), today=date(2026, 11, 1), source="nbp")


@pytest.fixture(scope="session")
def lasts() -> Callable[[str], dict[str, date]]:
    """By source: the last day on which the shipped cache has a rate of each currency. A refresh moves it."""

    def lasts(source: str) -> dict[str, date]:
        return {code: last for code, (_, last) in Store([shipped_root()]).manifest(source).spans.items()}

    return lasts


@pytest.fixture(scope="session")
def pdf() -> Callable[..., bytes]:
    """Make a PDF of pages, each of lines of Western text."""

    def pdf(*pages: str) -> bytes:
        count = len(pages)
        kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ]
        for n, page in enumerate(pages):
            shown = b" T* ".join(
                b"<%s> Tj" % line.encode("cp1252").hex().encode() for line in page.split("\n")
            )
            content = b"BT /F1 11 Tf 14 TL 72 720 Td " + shown + b" ET"
            objects += [
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * n} 0 R "
                "/Resources << /Font << /F1 3 0 R >> >> >>".encode(),
                b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content),
            ]
        made = io.BytesIO(b"%PDF-1.4\n")
        made.seek(0, io.SEEK_END)
        places = []
        for number, each in enumerate(objects, 1):
            places.append(made.tell())
            made.write(b"%d 0 obj %s endobj\n" % (number, each))
        table = "".join(f"{place:010} 00000 n \n" for place in places)
        end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Root 1 0 R /Size "
        made.write(f"{end}{len(objects) + 1} >>\nstartxref\n{made.tell()}\n%%EOF".encode())
        return made.getvalue()

    return pdf


@pytest.fixture(scope="session")
def docx() -> Callable[..., bytes]:
    """Make a Word document of the XML of its body, with what else is to be in the archive."""

    def docx(body: str, /, **others: bytes) -> bytes:
        main = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<w:body>{body}</w:body></w:document>"
        )
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr("word/document.xml", main)
            for name, content in others.items():
                archive.writestr(name, content)
        return made.getvalue()

    return docx


# An audit hook cannot be removed, so there is one, which notes files only while a test listens.
_opened: list[str] | None = None


def _note(event: str, args: tuple[object, ...]) -> None:
    if event == "open" and _opened is not None:
        _opened.append(str(args[0]))


sys.addaudithook(_note)


@pytest.fixture
def opened() -> Iterator[list[str]]:
    """Every path opened during the test, in order."""
    global _opened
    _opened = []
    yield _opened
    _opened = None
