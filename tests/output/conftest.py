"""Results built by hand, as the commands would return them, for every way of printing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from capexcalc.bulk.job import Summary
from capexcalc.cache.store import Store, shipped_root
from capexcalc.claims.verdicts.facts import EquivalenceAtRate
from capexcalc.claims.verdicts.hint import WrongCurrency
from capexcalc.claims.verdicts.missing import NoPrior
from capexcalc.commands.annualise import Annualised, ConvertedTotal, ScheduleRow
from capexcalc.commands.compare import Comparison, Overtaking, Ratios, Real, RealConversion
from capexcalc.commands.currencies import currencies
from capexcalc.commands.prior import ConvertedPeriod, ConvertedPrior, Prior, PriorPeriod, Window
from capexcalc.commands.rates import Observed, RejectedRate, Revision, Series, SourceStatus, Verified
from capexcalc.commands.rates_update import Failed, Imported, Updates
from capexcalc.commands.settings import SettingValue
from capexcalc.commands.spending import Spending
from capexcalc.feeds.run import Updated
from capexcalc.feeds.verify import Damage
from capexcalc.money.money import Money
from capexcalc.money.periods import Period, Span
from capexcalc.output.answer import Answer, Style
from capexcalc.output.formats import Format, render
from capexcalc.output.screen import Screen
from capexcalc.output.wording.claims import WordedClaim, WordedHint
from capexcalc.output.wording.documents import WordedDocument, WordedDocuments
from capexcalc.output.wording.rates import WordedConversion
from capexcalc.rates.book import RateBook
from capexcalc.rates.quote import Leg, Quote
from capexcalc.reading.mentions import Amount, PeriodMention

DAY = date(2025, 2, 24)
EUR_CNY = Leg("EUR", "CNY", Decimal("7.5879"), DAY, "ecb")
EUR_USD = Leg("EUR", "USD", Decimal("1.0466"), DAY, "ecb")
CNY_EUR = Quote(
    "CNY", "EUR", Decimal("0.1317887689611091"), DAY, DAY, "inverse", "ecb", (EUR_CNY,)
)  # fmt: skip
CNY_USD = Quote("CNY", "USD", Decimal("0.1379301255946968"), DAY, DAY, "cross", "ecb", (EUR_CNY, EUR_USD))

WINDOW = Screen(80)


def cny(value: str) -> Money:
    return Money(Decimal(value), "CNY")


def eur(value: str) -> Money:
    return Money(Decimal(value), "EUR")


def usd(value: str) -> Money:
    return Money(Decimal(value), "USD")


FITS_DOLLARS = WrongCurrency("USD", "EUR", cny("380e9"), usd("52.41e9"), should_read=eur("50e9"))


@pytest.fixture
def shown() -> Callable[..., str]:
    """The whole text of a result in a format."""

    def shown(
        form: Format,
        command: str,
        result: object,
        screen: Screen = WINDOW,
        *,
        exact: bool = False,
        explain: bool = False,
        figures: bool = False,
        brief: bool = False,
    ) -> str:
        style = Style(exact, explain, figures, brief)
        return "".join(render(form, Answer(command, result, (), style), screen))

    return shown


@pytest.fixture
def conversions() -> tuple[WordedConversion, ...]:
    return (
        WordedConversion(
            cny("380000000000"),
            eur("50079732205.22"),
            CNY_EUR,
            "380 billion yuan are 50.08 billion euros at the ECB rate of 2025-02-24.",
        ),
        WordedConversion(
            cny("380000000000"),
            usd("52413447725.98"),
            CNY_USD,
            "380 billion yuan are 52.41 billion dollars at the ECB rates of 2025-02-24.",
        ),
    )


@pytest.fixture
def annualised() -> Annualised:
    def row(label: str, start: date, end: date, months: int, *amounts: Money) -> ScheduleRow:
        return ScheduleRow(start, end, label, months, amounts[0], amounts[1:])

    return Annualised(
        total=cny("380000000000"),
        start=date(2025, 4, 1),
        end=date(2028, 3, 31),
        months=36,
        annual_average=cny("126666666666.67"),
        phasing="even: the same amount each month",
        schedule=(
            row(
                "2025", date(2025, 4, 1), date(2025, 12, 31), 9, cny("95000000000.00"), eur("12519933051.31")
            ),
            row(
                "2026",
                date(2026, 1, 1),
                date(2026, 12, 31),
                12,
                cny("126666666666.67"),
                eur("16693244068.41"),
            ),
            row(
                "2027",
                date(2027, 1, 1),
                date(2027, 12, 31),
                12,
                cny("126666666666.66"),
                eur("16693244068.40"),
            ),
            row("2028", date(2028, 1, 1), date(2028, 3, 31), 3, cny("31666666666.67"), eur("4173311017.10")),
        ),
        converted=(ConvertedTotal("EUR", eur("50079732205.22"), eur("16693244068.41"), CNY_EUR),),
    )


@pytest.fixture
def comparison(annualised: Annualised) -> Comparison:
    years = (("FY2022", "65900000000"), ("FY2023", "34352000000"), ("FY2024", "32087000000"))
    periods = tuple(
        PriorPeriod(
            date(2000 + int(label[-2:]) - 1, 4, 1), date(2000 + int(label[-2:]), 3, 31), label, cny(value)
        )
        for label, value in years
    )
    return Comparison(
        commitment=annualised,
        prior=Prior(
            currency="CNY",
            source="annual reports",
            periods=periods,
            window=Window(date(2021, 4, 1), date(2024, 3, 31), Decimal(3)),
            total=cny("132339000000"),
            mean=cny("44113000000"),
            last=cny("32087000000"),
            peak=cny("65900000000"),
            last_label="FY2024",
            peak_label="FY2022",
        ),
        ratios=Ratios(Decimal("2.8714"), Decimal("2.8714"), Decimal("3.9476"), Decimal("1.9221")),
        cagr=Decimal("-0.3022"),
        real=None,
        overtakes=Overtaking("2026", 13),
    )


@pytest.fixture
def real_comparison(comparison: Comparison) -> Comparison:
    """The same with real figures and with a past in euros."""
    periods = tuple(
        replace(p, converted=(ConvertedPeriod(eur(f"{n}000000000"), CNY_EUR),))
        for p, n in zip(comparison.prior.periods, (9, 5, 4), strict=True)
    )
    prior = replace(
        comparison.prior,
        periods=periods,
        converted=(
            ConvertedPrior(
                currency="EUR",
                total=eur("17800000000"),
                mean=eur("5933333333.33"),
                constant_currency=eur("17440799937.43"),
                quote=CNY_EUR,
                total_to_prior_total=Decimal("2.8135"),
                currency_effect=Decimal("0.97982"),
                cagr=Decimal("-0.3110"),
            ),
        ),
    )
    real = Real(
        base_year=2015,
        index="consumer prices (a statistical office)",
        country="CHN",
        commitment_year=2025,
        total=cny("310000000000.00"),
        annual_average=cny("103333333333.33"),
        prior=replace(comparison.prior, total=cny("111000000000.00"), mean=cny("37000000000.00")),
        ratios=comparison.ratios,
        cagr=Decimal("-0.32"),
        index_retrieved=date(2022, 10, 28),
        index_origin="shipped",
        converted=(
            RealConversion(
                "EUR",
                eur("44000000000"),
                eur("14666666666.67"),
                eur("15800000000"),
                eur("5266666666.67"),
                CNY_EUR,
            ),
        ),
    )
    return replace(comparison, prior=prior, real=real)


@pytest.fixture
def spending(comparison: Comparison) -> Spending:
    """Three years of which the last was restated."""
    periods = comparison.prior.periods
    filing = {"form": "20-F", "accession": "0000950170-24-063767", "filed": date(2024, 5, 23)}
    first = {
        "first_reported": cny("32929000000"),
        "first_accession": "0000950170-24-000001",
        "first_filed": date(2024, 5, 14),
    }
    restated = replace(periods[-1], **first, **filing)
    prior = replace(comparison.prior, periods=(*periods[:-1], restated), measure="total capital expenditure")
    return Spending(prior, (None, Decimal("-0.47872"), Decimal("-0.06594")), Decimal("-0.3022"))


@pytest.fixture
def document() -> WordedDocument:
    """A French article with one claim that holds, one that does not, and one that cannot be told."""
    return WordedDocument(
        id="article.txt",
        language="fr",
        as_of=DAY,
        as_of_from="option",
        unchecked=("a1",),
        amounts=(
            Amount(
                "a1",
                10,
                37,
                "380 milliards de yuans",
                Decimal("3.80E+11"),
                "CNY",
                ("CNY",),
                "exact",
                Decimal("1E9"),
            ),
            Amount(
                "a2",
                39,
                60,
                "52 milliards d'euros",
                Decimal("52E9"),
                "EUR",
                ("EUR",),
                "about",
                Decimal("1E9"),
            ),
        ),
        periods=(PeriodMention("p1", 62, 76, "sur trois ans", Span(36), None, None, "future"),),
        claims=(
            claim("c1", "supported", stated=eur("50000000000"), computed=eur("50079732205.22")),
            claim(
                "c2",
                "refuted",
                stated=eur("52000000000"),
                computed=eur("50079732205.22"),
                hint=WordedHint("wrong_currency", "52 billion fits US dollars", FITS_DOLLARS),
            ),
            claim(
                "c3",
                "not_enough_info",
                kind="exceeds_prior",
                reason="no past spending was given",
                reason_code="no_prior",
                facts=NoPrior(120, DAY),
            ),
        ),
    )


def claim(name: str, verdict: str, **given: object) -> WordedClaim:
    fields: dict[str, object] = {
        "id": name,
        "kind": "equivalence",
        "start": 10,
        "end": 60,
        "line": 1,
        "column": 11,
        "said": "380 milliards de yuans, soit 52 milliards d'euros",
        "text": "Alibaba investira 380 milliards de yuans,\nsoit 52 milliards d'euros, sur trois ans.",
        "subject": "a1",
        "object": "a2",
        "period": "p1",
        "stated": None,
        "computed": None,
        "interval": (Decimal("51500000000"), Decimal("52500000000")) if given.get("stated") else None,
        "band": None,
        "deviation_percent": Decimal("3.8344") if given.get("stated") else None,
        "verdict": verdict,
        "reason": "the day's rate gives another figure",
        "reason_code": "equivalence_at_rate",
        "facts": EquivalenceAtRate(cny("380e9"), eur("50.07973e9"), "52 milliards d'euros"),
        "hint": None,
        "citation": "380 billion yuan were 50.08 billion euros.",
        "quotes": (CNY_EUR,) if given.get("stated") else (),
        **given,
    }
    return WordedClaim(**fields)  # type: ignore[arg-type] # a table of fields, checked when it is built


@pytest.fixture
def results(
    conversions: tuple[WordedConversion, ...],
    annualised: Annualised,
    comparison: Comparison,
    document: WordedDocument,
    spending: Spending,
) -> dict[str, object]:
    """What each command that prints a result may find."""
    return {
        "convert": conversions,
        "annualise": annualised,
        "compare": comparison,
        "check": WordedDocuments((document,)),
        "spending-show": spending,
        "spending-fetch": spending,
        "config-show": (
            SettingValue("to", "EUR,USD", "environment", "CAPEXCALC_TO"),
            SettingValue("lang", None, "default", None),
        ),
        "batch": Summary(3, {"ok": 2, "gap": 1}, "%Y-%m-%d", ";", "d3107dc2-20261107-7"),
        **rates_results(),
    }


def rates_results() -> dict[str, object]:
    rate = Decimal("7.5879")
    book = RateBook(Store([shipped_root()]), today=date(2026, 11, 1))
    year = Period(date(2024, 1, 1), date(2024, 12, 31))
    return {
        "rates-status": (
            SourceStatus("ecb", "shipped", "ECB rates", DAY, DAY, 0, 1, 1, 0),
            SourceStatus("mine", "imported", "", None, None, None, 0, 0, 1),
        ),
        "rates-verify": Verified(
            3,
            (Damage("2025.csv", 2, "rate"),),
            (Revision("ecb", DAY, "CNY", rate, rate, DAY),),
            (RejectedRate("nbp", "shipped", DAY, "KWD", "0.0000", "zero", "a currency has a price"),),
        ),
        "rates-update": Updates(
            (Updated("ecb", "frankfurter", DAY, 12, 1, 0),), (Failed("nbp", "network_failed", "no answer"),)
        ),
        "rates-import": Imported("mine", "EUR", DAY, DAY, 1, 0),
        "rates-show": Series("EUR", "CNY", DAY, DAY, "ecb", (Observed(DAY, rate),)),
        "rates-average": (book.average("CNY", "EUR", year), book.average("AED", "EUR", year)),
        "rates-currencies": currencies(["DEM", "AED", "TRY", "ANG"], book=book).result,
    }
