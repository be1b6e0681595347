from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from capexcalc.cache.store import Store, shipped_root
from capexcalc.claims.verdicts.checked_claim import CheckedClaim
from capexcalc.commands.check import check
from capexcalc.documents.document import Document
from capexcalc.finance.spending import SpendingPeriod, SpendingSeries
from capexcalc.finance.spending_series import spending_series
from capexcalc.output.wording.claims import WordedClaim, worded
from capexcalc.rates.book import RateBook

Check = Callable[..., tuple[WordedClaim, ...]]
SPENT = {2020: 20, 2021: 30, 2022: 66, 2023: 40, 2024: 44}  # CNY bn, as tests/corpus/claims.toml says


@pytest.fixture(scope="session")
def book() -> RateBook:
    """The shipped cache as of a day whose rates it has: the facts asked of it here never change."""
    return RateBook(Store([shipped_root()]), today=date(2026, 10, 31))


@pytest.fixture
def checked(book: RateBook) -> Callable[..., tuple[CheckedClaim, ...]]:
    def run(
        text: str,
        on: date = date(2025, 2, 24),
        prior: SpendingSeries | None = None,
        lang: str | None = None,
    ) -> tuple[CheckedClaim, ...]:
        document = Document("article", text)
        return check([document], book=book, on=on, prior=prior, lang=lang).result.documents[0].claims

    return run


@pytest.fixture
def claims_of(checked: Callable[..., tuple[CheckedClaim, ...]]) -> Check:
    return lambda *args, **options: tuple(map(worded, checked(*args, **options)))


@pytest.fixture
def verdicts(checked: Callable[..., tuple[CheckedClaim, ...]]) -> Callable[[str, str], list[tuple[str, str]]]:
    """The kinds of the claims of a text with their verdicts; what is close is right."""
    return lambda text, language: [
        (each.claim.kind, each.finding.verdict.replace("close", "supported"))
        for each in checked(text, date(2025, 3, 12), lang=language)
    ]


@pytest.fixture(scope="session")
def past() -> SpendingSeries:
    return spending_series(
        "CNY",
        [
            SpendingPeriod(date(y, 1, 1), date(y, 12, 31), str(y), Decimal(a) * 10**9, "reports", f"f:{y}")
            for y, a in SPENT.items()
        ],
    )
