"""What --prior names: a file of past spending, or an issuer at the SEC."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..finance.spending import SpendingSeries
from .context import Outside

if TYPE_CHECKING:
    from ..finance.sec import Access

SEC = "sec:"


def prior_series(given: str, outside: Outside, *, offline: bool, unnamed: str = "") -> SpendingSeries:
    """The series in a file, or of ``sec:`` and a CIK number or ticker; raises what the two readers raise.

    ``unnamed`` stands for a currency that the file does not name.
    """
    if given.startswith(SEC):
        from ..finance.sec import read_issuer  # here: a file needs no network

        return read_issuer(given.removeprefix(SEC), sec_access(outside, offline=offline))
    from ..finance.spending_file import read_spending

    return read_spending(Path(given), unnamed=unnamed)


def sec_access(outside: Outside, *, offline: bool) -> Access:
    from ..finance.sec import Access

    return Access(
        outside.roots[0] / "sec",
        outside.today,
        waiting=lambda message: outside.say("note", message),
        email=outside.environ.get("CAPEXCALC_SEC_EMAIL"),
        mirror=outside.environ.get("CAPEXCALC_SEC_URL"),
        offline=offline,
    )
