"""Documents judged, one after the other or by several processes at once, and made ready to be printed."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from datetime import date
from functools import partial
from itertools import chain, islice
from pathlib import Path

from ..bug import bug_in
from ..commands.check import CheckedDocument
from ..commands.outcome import Outcome
from ..commands.workspace import Workspace
from ..documents.document import Given
from ..documents.documents import File, Reading, read_file
from ..errors import CapexcalcError, InputError, Notice
from ..output.wording.documents import WordedDocument, worded
from ..records import dataclass
from ..words import speak

# ``commands.check.check_each`` with its settings: documents, and the ``book`` they are judged by.
Judge = Callable[..., Iterator[Outcome[CheckedDocument]]]
Printer = Callable[[WordedDocument], str]

# A piece of work: about so many characters of at most so many documents; a file is taken for an article.
_CHARACTERS, _MOST, _FILE = 80_000, 32, 5_000
_Piece = tuple[Given | File, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """``ready`` is the document in words, or in the lines it is printed in; ``met`` are the verdicts in it,
    ``heard`` is what the cache had to say on the way, ``warnings`` what must be known of the document."""

    ready: WordedDocument | str
    met: frozenset[str]
    heard: tuple[Notice, ...]
    warnings: tuple[Notice, ...]


Judging = Generator[Judged | CapexcalcError, None, None]


@dataclass(frozen=True, slots=True)
class Bench:
    """All that documents are read, judged and printed by, as a process can be sent it.

    ``cache`` is the user's folder of rates, ``language`` the code of the one that is spoken, None of English;
    ``printer`` is for a format that prints each document by itself. With ``debug`` a bug shows where it is.
    """

    judge: Judge
    reading: Reading
    cache: Path
    today: date
    source: str
    max_gap: int
    language: str | None = None
    printer: Printer | None = None
    debug: bool = False

    def __call__(self) -> Callable[[_Piece], Judging]:
        """What does the work; called once, in the process that does it."""
        if self.language is not None:
            from ..output.languages import voice_of

            speak(voice_of(self.language))
        workspace = Workspace({"CAPEXCALC_CACHE_DIR": str(self.cache)}, self.today)
        book = workspace.book(source=self.source, max_gap=self.max_gap)
        return partial(self._work, partial(self.judge, book=book), workspace.heard)

    def _work(self, judge: Judge, heard: Callable[[], tuple[Notice, ...]], piece: _Piece) -> Judging:
        try:
            yield from judged(_read(piece, self.reading), judge, heard, self.printer, debug=self.debug)
        except CapexcalcError:
            raise
        except Exception as fault:
            raise bug_in(fault) from None


def judged(
    given: Iterable[Given],
    judge: Judge,
    heard: Callable[[], tuple[Notice, ...]],
    printer: Printer | None = None,
    *,
    debug: bool = False,
) -> Judging:
    """What became of each that was given; ``heard`` is asked after each for what the cache had to say.

    A bug that one document meets does not end the rest of an archive: it is what became of that one.
    """
    for each in given:
        if isinstance(each, CapexcalcError):
            yield each
            continue
        try:
            for outcome in judge((each,)):
                met = frozenset(claim.finding.verdict for claim in outcome.result.claims)
                document = worded(outcome.result)
                yield Judged(printer(document) if printer else document, met, heard(), outcome.warnings)
        except CapexcalcError:
            raise
        except Exception as fault:
            if debug:
                from traceback import print_exception

                print_exception(fault)
            yield bug_in(fault, each.id)


def judged_at_once(given: Iterable[Given | File], bench: Bench, jobs: int) -> Judging:
    """The same, in the same order, by several processes, each of which tells anew what the cache has to say.

    What is little enough for one is done here. Raises InputError ``process_ended`` where one is gone.
    """
    pieces = _pieces(given)
    first = tuple(islice(pieces, 2))
    if len(first) < 2:
        for piece in first:
            yield from bench()(piece)
        return
    from .workers import LostError, spread  # here: most have one text to check

    with closing(spread(chain(first, pieces), bench, jobs)) as results:
        try:
            yield from results
        except LostError as lost:
            raise InputError(
                "process_ended",
                "{document}: the process that judged it, or what follows it, was ended from outside",
                "by the system where memory ran out: fewer --jobs need less",
                document=_name(lost.piece[0]),
            ) from None


def _read(piece: _Piece, reading: Reading) -> Iterator[Given]:
    for each in piece:
        if isinstance(each, File):
            yield from read_file(each, reading)
        else:
            yield each


def _pieces(given: Iterable[Given | File]) -> Iterator[_Piece]:
    piece: list[Given | File] = []
    size = 0
    for each in given:
        piece.append(each)
        size += _size(each)
        if size >= _CHARACTERS or len(piece) == _MOST:
            yield tuple(piece)
            piece, size = [], 0
    if piece:
        yield tuple(piece)


def _size(each: Given | File) -> int:
    if isinstance(each, File):
        return _FILE
    return 0 if isinstance(each, CapexcalcError) else len(each.text)


def _name(each: Given | File) -> str:
    if isinstance(each, File):
        return each.path
    return each.message if isinstance(each, CapexcalcError) else each.id
