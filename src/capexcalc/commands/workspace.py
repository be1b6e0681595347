"""What the commands work with: folders of rates, the day, settings. Made where the outside world is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ..cache.store import Store, shipped_root
from ..errors import Notice, UsageError
from ..folders import user_folder
from ..rates.book import RateBook
from ..records import dataclass
from ..words import Phrase

if TYPE_CHECKING:
    from ..finance.price_index import PriceIndex
    from ..finance.sec import Access
    from ..finance.spending import SpendingSeries
    from ..finance.spending_columns import Choice

SEC = "sec:"


def _unheard(message: Phrase) -> None:
    """Where nobody waits, nobody is told what for."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """``environ`` holds the settings (``CAPEXCALC_CACHE_DIR`` and so on), ``today`` bounds what may be asked.

    ``notices`` collects what the cache has to say while it is read; ``waiting`` is told whom there is to wait
    for.
    """

    environ: Mapping[str, str]
    today: date
    notices: list[Notice] = field(default_factory=list)
    waiting: Callable[[Phrase], None] = _unheard

    @property
    def roots(self) -> tuple[Path, Path]:
        """The user's folder of rates, and the one that came with the program."""
        return self._cache(), shipped_root()

    def heard(self) -> tuple[Notice, ...]:
        """What the cache had to say since this was asked last."""
        notices = tuple(self.notices)
        self.notices.clear()
        return notices

    def book(self, *, source: str, max_gap: int) -> RateBook:
        """The rates of the user's cache folder over those that came with the program.

        Raises UsageError (``unknown_source``).
        """
        store = Store(self.roots, notices=self.notices)
        return RateBook(store, today=self.today, max_gap=max_gap, source=source)

    def spending(
        self, given: str, *, offline: bool, unnamed: str = "", choice: Choice | None = None
    ) -> SpendingSeries:
        """Past spending in a file, or of ``sec:`` and a CIK number or ticker; raises what the readers raise.

        ``unnamed`` stands for a currency that the file does not name, ``choice`` for all else that it may not
        say.
        """
        if given.startswith(SEC):
            from ..finance.sec import read_issuer  # here: a file needs no network

            if choice is not None:
                from ..finance.spending_columns import OF_TABLES

                choice.refuse(given, *OF_TABLES, "sheet", "encoding")
            return read_issuer(given.removeprefix(SEC), self.sec_access(offline=offline))
        from ..finance.spending_file import read_spending

        return read_spending(Path(given), unnamed=unnamed, choice=choice)

    def prices(self, currency: str, deflator: str | None, base_year: int | None) -> PriceIndex | None:
        """The index that restates ``currency`` in the prices of ``base_year``; None without one.

        Raises UsageError ``no_base_year`` for a ``deflator`` alone, and what read_price_index raises.
        """
        if base_year is None:
            if deflator is not None:
                raise UsageError("no_base_year", "--deflator needs --real", "give --real 2020, for example")
            return None
        from ..finance.price_index import read_price_index  # here: most comparisons are nominal

        return read_price_index(self.roots, currency, deflator, notices=self.notices)

    def sec_access(self, *, offline: bool) -> Access:
        from ..finance.sec import Access

        return Access(
            self.roots[0] / "sec",
            self.today,
            waiting=self.waiting,
            email=self.environ.get("CAPEXCALC_SEC_EMAIL"),
            mirror=self.environ.get("CAPEXCALC_SEC_URL"),
            offline=offline,
        )

    def _cache(self) -> Path:
        if folder := self.environ.get("CAPEXCALC_CACHE_DIR"):
            return Path(folder)
        return user_folder("cache", self.environ)
