"""What the words of a sentence say of its money, as far as single cues tell it."""

from __future__ import annotations

from functools import cached_property

from .sentence import ABOUT, Sentence


class SaidOf:
    """Of a ``sentence`` with its figures."""

    sentence: Sentence

    @cached_property
    def said_of(self) -> frozenset[str]:
        return ABOUT.intersection(cue.kind for cue in self.sentence.cues)

    @property
    def measures(self) -> bool:
        """Whether a sentence speaks of sales, a profit, a debt: its figures may be of that, not of a plan."""
        return "measure" in self.said_of

    @property
    def leaves_out(self) -> bool:
        """Whether a sentence says that something is left out of what it tells."""
        return "excludes" in self.said_of

    @property
    def spends(self) -> bool:
        """Whether a sentence says that money is spent, paid out, needed."""
        return "spends" in self.said_of

    @property
    def looks_back(self) -> bool:
        """Whether a sentence has a word for what was before, be it of the plan or of something else."""
        return "bygone" in self.said_of

    @property
    def is_ahead(self) -> bool:
        """Whether a sentence says nothing of what is now, was before or is only wanted: "Today it spends 2bn
        a year", "48m a year are needed"."""
        return self.said_of.isdisjoint(("today", "bygone", "wanted"))

    @property
    def is_of_today(self) -> bool:
        """Whether a sentence has a word for what is so now."""
        return "today" in self.said_of

    @property
    def adjusted(self) -> bool:
        """Whether a sentence speaks of a change in real terms, at constant currency, like for like."""
        return "adjusted" in self.said_of
