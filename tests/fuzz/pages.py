"""Random files of every kind that is checked: text in any encoding, Markdown, pages, Word and PDF files."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from random import Random

import words
from tables import damaged

_ENCODINGS = (
    "utf-8",
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "cp1252",
    "latin-1",
    "gb18030",
    "shift-jis",
)
_TAGS = ("p", "div", "li", "td", "h1", "b", "script", "style", "figcaption", "blockquote", "br", "time", "x")
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def written(rng: Random, folder: Path, number: int) -> Path:
    """A file of some kind; one in five is damaged, or goes by the name of another kind."""
    kind, make = rng.choice((*MAKERS.items(),))
    content = make(rng)
    if rng.random() < 0.1:
        kind = rng.choice((*MAKERS, ".jpg", ""))
    path = folder / f"{number}{kind}"
    path.write_bytes(damaged(rng, content) if rng.random() < 0.1 else content)
    return path


def _plain(rng: Random) -> bytes:
    return words.anything(rng).encode(rng.choice(_ENCODINGS), "replace")


def _html(rng: Random) -> bytes:
    day = words.day(rng)
    head = rng.choice(
        (
            "",
            f'<meta property="article:published_time" content="{escape(day)}">',
            f'<script type="application/ld+json">{json.dumps({"datePublished": day})}</script>',
            f"<title>{escape(words.amount(rng))}</title><meta charset={rng.choice(_ENCODINGS)}>",
        )
    )
    body = "".join(_element(rng) for _ in range(rng.randint(0, 12)))
    page = f"<!doctype html><html lang={words.language(rng)}><head>{head}</head><body>{body}"
    return page.encode(rng.choice(_ENCODINGS), "replace")


def _element(rng: Random) -> str:
    tag, text = rng.choice(_TAGS), rng.choice((words.sentence, words.sentence, words.anything))(rng)[:2000]
    inner = escape(text) if rng.random() < 0.9 else text
    closing = f"</{tag}>" if rng.random() < 0.9 else ""
    return f"<{tag} class='{rng.choice(('', 'nav', 'article', 'caption'))}'>{inner}{closing}"


def _docx(rng: Random) -> bytes:
    paragraphs = [words.sentence(rng) for _ in range(rng.randint(0, 6))]
    printable = ("".join(c for c in text if c.isprintable()) for text in paragraphs)
    body = "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in printable)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
        )
    return buffer.getvalue()


def _pdf(rng: Random) -> bytes:
    text = words.sentence(rng).encode("latin-1", "replace").translate(None, b"()\\\r\n\0")
    fonts = b"<< /Font << /F1 5 0 R >> >>"
    drawn = b"BT /F1 12 Tf 72 720 Td (" + text + b") Tj ET"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources %s >>" % fonts,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + end


def _markdown(rng: Random) -> bytes:
    lines = []
    for _ in range(rng.randint(1, 10)):
        mark = rng.choice(("# ", "- ", "> ", "| ", "```\n", "---\n", "", "", "1. ", "[a](http://x) ", "**"))
        lines.append(mark + words.sentence(rng))
    return "\n".join(lines).encode("utf-8", "replace")


MAKERS: Mapping[str, Callable[[Random], bytes]] = {
    ".txt": _plain,
    ".md": _markdown,
    ".html": _html,
    ".docx": _docx,
    ".pdf": _pdf,
}
