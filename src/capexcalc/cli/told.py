"""What ``check`` tells of many documents: each once it is judged, and in its place what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..errors import CapexcalcError, Notice
from ..output.answer import Answer, Style
from ..output.formats import PLACED, TextFormat
from ..output.json import plain_facts
from ..output.wording.documents import Unread, WordedDocument, WordedDocuments
from .context import Outside
from .judging import Judged
from .present import show, warn


@dataclass(slots=True)
class Told:
    """``met`` are the verdicts so far, ``unread`` what could not be read, ``warnings`` what was said."""

    outside: Outside
    form: TextFormat
    style: Style
    warnings: list[Notice]
    met: set[str] = field(default_factory=set)
    unread: list[CapexcalcError] = field(default_factory=list)
    _heard: set[Notice] = field(default_factory=set)

    def show(self, outcomes: Iterable[Judged | CapexcalcError]) -> None:
        """All of ``outcomes``, as they come: errors on standard error, and in JSON Lines and what editors and
        builds read in their place too.

        JSON is one document, which names them at its end. Raises the one there is, where nothing was read.
        """
        told = self._told(outcomes)
        result: object = told
        if self.form == "json":
            result = self._whole(told)
        elif self.form not in ("jsonl", *PLACED):
            result = (each for each in told if isinstance(each, WordedDocument))
        show(
            self.outside,
            Answer("check", result, self.warnings, self.style, self.outside.arguments),
            self.form,
        )

    def _told(
        self, outcomes: Iterable[Judged | CapexcalcError]
    ) -> Iterator[WordedDocument | str | CapexcalcError]:
        for outcome in outcomes:
            if isinstance(outcome, CapexcalcError):
                if self.form != "json":
                    self._say(outcome)
                if self.form == "html":  # which goes to those who do not see what is said here
                    self.warnings.append(Notice(outcome.code, outcome.said))
                self.unread.append(outcome)
                yield outcome
                continue
            said = (*self._once((*self.outside.heard(), *outcome.heard)), *outcome.warnings)
            warn(self.outside, said, quiet=self.style.brief)
            self.warnings.extend(said)
            self.met.update(outcome.met)
            yield outcome.ready

    def _once(self, heard: Iterable[Notice]) -> Iterator[Notice]:
        """What the cache had to say is said once, though every process hears it for itself."""
        for notice in heard:
            if notice not in self._heard:
                self._heard.add(notice)
                yield notice

    def _whole(self, told: Iterable[WordedDocument | str | CapexcalcError]) -> WordedDocuments:
        documents = tuple(each for each in told if isinstance(each, WordedDocument))
        unread, self.unread = self.unread, []
        if len(unread) == 1 and not documents:
            raise unread[0]
        for error in unread:
            self._say(error)
            self.unread.append(error)
        errors = tuple(Unread(error.code, error.message, error.hint, plain_facts(error)) for error in unread)
        return WordedDocuments(documents, errors or None)

    def _say(self, error: CapexcalcError) -> None:
        """An error, and its hint if it is the first that has it."""
        self.outside.say("error", error.message)
        if error.hint and all(error.hint != other.hint for other in self.unread):
            self.outside.say("hint", error.hint)
