"""Pages as one file of HTML: to send, to print, to keep. It runs no script and asks nothing of anybody.

Every word goes through Jinja's escaping, after what could hide or turn it has been made visible; the Content
Security Policy, which allows the style sheet by its hash and nothing else, is there for what we did not
think of.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from shlex import join
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from .. import __version__
from ..patterns import regex
from ..words import in_words
from . import svg
from .chart import BarChart, Chart, LineChart
from .marked import paragraphs
from .page import Article, Citation, Note, Notes, Page, Part, Placed, Prose
from .text import legible
from .wording.charts import BAND_SHADED
from .wording.direction import direction, ui
from .wording.report import LABELS, claim_name, made_by

if TYPE_CHECKING:
    from .answer import Answer
    from .screen import Screen

# What a sentence quotes of a text that may run the other way.
_QUOTATION = regex('("[^"]*"|“[^”]*”|„[^“]*“|«[^»]*»|「[^」]*」)')
_LONGEST_WORD = 16  # letters


class _Section(NamedTuple):
    """A page under its title, with what ids in it begin with; ``lead`` says it in a line."""

    id: str
    title: str
    lead: str
    parts: Sequence[Part]

    @property
    def article(self) -> Article | None:
        return next((part for part in self.parts if isinstance(part, Article)), None)


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """The whole at once: what is found on the last page stands in the index on the first."""
    sections, closing = _sections(answer.pages())
    css = files(__package__).joinpath("templates/page.css").read_text("utf-8")
    template = _environment().get_template("page.html.jinja")
    page = template.render(
        css=Markup(css),
        csp=_policy(css),
        version=__version__,
        made_by=made_by(__version__),
        command=answer.command.replace("-", " "),
        typed=_typed(answer),
        sections=sections,
        closing=closing,
        marked=any(section.article for section in sections),
        warnings=list(dict.fromkeys(notice.message for notice in answer.warnings)),
        ui=ui(),
        ui_dir=direction(ui()),
        label={name: in_words(said) for name, said in LABELS.items()},
    )
    yield page if screen.encoding in ("utf-8", "utf8") else _ascii(page)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("capexcalc.output", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: value if isinstance(value, Markup) else legible(str(value)),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "kind": lambda part: type(part).__name__,
        "direction": direction,
        "paragraphs": paragraphs,
        "numbers": _numbers,
        "grouped": _grouped,
        "charts": _charts,
        "draw": _draw,
        "told": _told,
        "breakable": _breakable,
        "isolated": _isolated,
        "last_word": _last_word,
        "quoted": _quoted,
    }
    environment.globals["claim_name"] = claim_name
    return environment


def _sections(pages: Iterable[Page]) -> tuple[list[_Section], str]:
    """The pages that have a title of their own or are the only one, and what is said of all in the end."""
    sections: list[_Section] = []
    closing = ""
    for number, page in enumerate(pages, 1):
        head, *rest = page.parts
        if isinstance(head, Prose) and head.heading:
            lead, *parts = rest or [Prose("")]
            said = lead.text if isinstance(lead, Prose) else ""
            sections.append(_Section(f"d{number}", head.text, said, parts if said else rest))
        elif isinstance(head, Prose) and sections and not rest:
            closing = head.text
        elif isinstance(head, Prose):
            sections.append(_Section(f"d{number}", head.text, "", rest))
        else:
            sections.append(_Section(f"d{number}", "", "", page.parts))
    return sections, closing


def _typed(answer: Answer) -> str:
    """The command line as a shell takes it, but for what a URL has of names and passwords."""
    line = join(["capexcalc", *(answer.arguments or answer.command.split("-"))])
    return re.sub(r"(?<=://)[^/\s@]*@", "", line)


def _policy(css: str) -> str:
    """For a ``meta`` element: the style sheet itself, and nothing from anywhere."""
    digest = b64encode(sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _breakable(name: str) -> Markup:
    """A name that may go on in the next line after a slash, as that of a file does."""
    return Markup("/<wbr>").join(map(escape, legible(name).split("/")))


def _isolated(sentence: str) -> Markup:
    """A sentence whose quotations run their own way, whatever way that is."""
    parts = _QUOTATION.split(legible(sentence))
    quoted = Markup("<bdi>{}</bdi>").format
    return Markup("").join(quoted(part) if n % 2 else part for n, part in enumerate(parts))


def _last_word(text: str) -> tuple[str, str]:
    """``text`` before what a sign after it must not be parted from, and that; where words are not parted by
    blanks it is a letter."""
    head, blank, word = text.rpartition(" ")
    return (head + blank, word) if len(word) <= _LONGEST_WORD else (text[:-1], text[-1])


def _quoted(placed: Placed, text: str) -> str:
    """The words of a claim, with the bracket behind them where one is left open."""
    words = text[placed.start : placed.end]
    for opening, closing in ("()", "（）"):
        if words.count(opening) > words.count(closing) and text.startswith(closing, placed.end):
            return words + closing
    return words


def _draw(chart: Chart) -> Markup:
    return Markup(svg.inline(chart))  # which escapes what it is handed


def _told(chart: Chart) -> list[str]:
    """What a chart shows beside its line, for those who do not see it."""
    if isinstance(chart, BarChart):
        return []
    return [*([chart.level.label] if chart.level else []), *([in_words(BAND_SHADED)] if chart.band else [])]


def _grouped(notes: Iterable[Note | Citation | LineChart]) -> list[tuple[str, list[str]]]:
    """Labels with all that is said under them; charts are drawn apart."""
    groups: list[tuple[str, list[str]]] = []
    for note in notes:
        if isinstance(note, LineChart):
            continue
        if note.label or not groups:
            groups.append((note.label, [note.said]))
        else:
            groups[-1][1].append(note.said)
    return groups


def _charts(notes: Notes) -> list[LineChart]:
    return [item for item in notes.items if isinstance(item, LineChart)]


def _numbers(claims: Iterable[Placed]) -> dict[str, int]:
    """The claims are counted in the order of the text; ids are those of every other format."""
    return {claim.verdict.claim: number for number, claim in enumerate(claims, 1)}


def _ascii(page: str) -> str:
    """For streams that have not every character: the same page in references."""
    return page.encode("ascii", "xmlcharrefreplace").decode("ascii")
