"""The sources of rates: one row each, and all that the program knows of one stands in its row.

A new source is a row here and a file in feeds/providers for each service that is asked for it.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from ..words import Phrase, Template

# What the figures of a source are: ``units`` of each currency per one of the source's own, ``prices`` of one
# unit of each in the source's own, ``averages`` of calendar years or of ``months`` (units, under their last
# day), or ``indices`` of prices, which are no rates.
Quotes = Literal["units", "prices", "averages", "months", "indices"]


class Source(NamedTuple):
    """One source, by the ``id`` that ``--source`` takes; a newsroom's own has nothing but that.

    ``title`` names its rates in the plural, ``one`` one of them, ``short`` whose they are. ``base`` is its
    own currency; ``url`` and ``terms`` say whence they come and on which conditions.

    One that is ``trusted`` is asked by itself, after those above it, and fetched by a plain ``rates update``;
    any other must be named, for the reason ``by_name``.

    ``daily`` says that every currency is published on each day of business without exception, and ``fine``
    that each rate has three significant digits at least, for trailing zeros may not be written. Where some
    currencies are published less often than others, ``rhythm`` is the most days between two rates of one;
    such rates were fortnightly until ``weekly_from``.

    ``providers`` are the services asked for it, in this order: all but the first only fill gaps. ``brings``
    are the sources that come with it. After so many days of ``silence`` it is missed, and a currency that is
    ``late`` by more than so many days behind the others is quoted no more. Rates made at another hour than
    the ECB's, or by many banks, may be so many times as ``far`` from those of other sources.
    """

    id: str
    quotes: Quotes = "units"
    title: Template = ""
    one: Template = ""
    short: Template = ""
    base: str = ""
    url: str = ""
    terms: str = ""
    trusted: bool = False
    by_name: str = ""
    daily: bool = False
    fine: bool = False
    rhythm: int = 0
    weekly_from: date = date.min
    providers: tuple[str, ...] = ()
    brings: tuple[str, ...] = ()
    silence: int = 10  # longer than over any holidays
    late: int = 30
    far: int = 1

    def carried(self, observed: date, max_gap: int) -> int:
        """For how many days a rate of that day serves, where one of a daily or weekly table does for
        ``max_gap``: of a fortnightly table for twice as many."""
        return 2 * max_gap if self.rhythm and observed < self.weekly_from else max_gap

    @property
    def dated(self) -> bool:
        """Whether it has rates of single days, so that a conversion can ask for it."""
        return self.quotes in ("units", "prices")

    @property
    def priced(self) -> bool:
        """Whether its figures are prices of one unit, in its own currency."""
        return self.quotes == "prices"

    @property
    def monthly(self) -> bool:
        """Whether its figures are averages of months."""
        return self.quotes == "months"

    @property
    def plain(self) -> bool:
        """Whether its rates can stand without a remark: of the day, and half a unit of the last digit is
        half a per cent at most."""
        return self.daily and self.fine

    @property
    def head(self) -> dict[str, str]:
        """What the manifest of its folder says of it."""
        return {"id": self.id, "title": self.title, "url": self.url, "terms": self.terms, "base": self.base}


SOURCES = (
    Source(
        id="ecb",
        title="ECB euro foreign exchange reference rates",
        one="ECB euro foreign exchange reference rate",
        short="ECB",
        base="EUR",
        url="https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip",
        terms="Free use with attribution. Published about 16:00 CET, for information only.",
        trusted=True,
        daily=True,
        fine=True,
        providers=("ecb", "frankfurter"),
    ),
    Source(
        id="nbp",
        quotes="prices",
        title="NBP average exchange rates",
        one="NBP average exchange rate",
        short="NBP",
        base="PLN",
        url="https://api.nbp.pl/",
        terms=(
            "Free use with attribution to Narodowy Bank Polski. Table A every working day; table B on "
            "Wednesdays, until April 2004 every other Tuesday. In zlotys per unit, before 1995 in old ones "
            "(PLZ)."
        ),
        trusted=True,
        rhythm=15,  # table B when it was fortnightly, with a holiday
        weekly_from=date(2004, 4, 14),
        providers=("nbp",),
    ),
    Source(
        id="boc",
        quotes="prices",
        title="Bank of Canada exchange rates",
        one="Bank of Canada exchange rate",
        short="BOC",
        base="CAD",
        url="https://www.bankofcanada.ca/valet/docs",
        terms=(
            "Free use with attribution (https://www.bankofcanada.ca/terms/). Indicative: the average of each "
            "day of business since 2017, published by 16:30 ET. In Canadian dollars per unit."
        ),
        by_name="Bank of Canada, of which nothing ships",
        daily=True,
        providers=("boc",),
    ),
    Source(
        id="h10",
        title="Federal Reserve H.10 noon buying rates",
        one="Federal Reserve H.10 noon buying rate",
        base="USD",
        url="https://www.federalreserve.gov/releases/h10/",
        terms=(
            "Public domain (US government work); cite the Board of Governors of the Federal Reserve System. "
            "Noon buying rates in New York for cable transfers since 1971, published on Mondays. In units "
            "per dollar: of AUD, EUR, GBP and NZD the inverse of dollars per unit, at ten digits."
        ),
        by_name="Federal Reserve, daily since 1971, of which nothing ships",
        daily=True,
        fine=True,
        providers=("h10",),
        silence=21,  # a week's rates come out on the Monday after it
        far=2,
    ),
    Source(
        id="bis",
        title="BIS US dollar exchange rates",
        one="BIS US dollar exchange rate",
        short="BIS",
        base="USD",
        url="https://data.bis.org/topics/XRU",
        terms=(
            "Free use, also for commercial ends, with attribution to the Bank for International Settlements "
            "and the national source (https://www.bis.org/terms_statistics.htm). Compiled from central banks "
            "and markets, in units per dollar, at ten digits; what was restated in the unit of today is put "
            "back into the currency of the day."
        ),
        by_name="Bank for International Settlements, daily and of months since 1957, of which nothing ships",
        providers=("bis",),
        brings=("bis_months",),
        silence=30,
        late=60,
        far=4,
    ),
    Source(
        id="worldbank",
        quotes="averages",
        title="World Bank official exchange rates, annual averages (PA.NUS.FCRF)",
        short="WORLDBANK",
        base="USD",
        url="https://api.worldbank.org/v2/country/all/indicator/PA.NUS.FCRF?format=json",
        terms="CC BY 4.0, World Bank, World Development Indicators. Source: International Monetary Fund.",
        by_name="annual averages and price indices, new a few times a year",
        providers=("worldbank",),
        brings=("prices",),
        silence=600,  # the averages of a year come out in the course of the next
    ),
    Source(
        id="fed",
        quotes="months",
        title="Federal Reserve H.10 exchange rates, monthly averages",
        base="USD",
        url="https://www.federalreserve.gov/releases/h10/hist/",
        terms=(
            "Public domain (US government work); cite the Board of Governors of the Federal Reserve System. "
            "Averages of noon buying rates in New York, in units per dollar: of AUD, EUR, GBP, IEP and NZD "
            "the inverse of the average of dollars per unit."
        ),
        by_name="averages of months, which come with the program",
    ),
    Source(
        id="bis_months",
        quotes="months",
        title="BIS US dollar exchange rates, monthly averages",
        short="BIS",
        base="USD",
        url="https://data.bis.org/topics/XRU",
        terms=(
            "Free use, also for commercial ends, with attribution to the Bank for International Settlements "
            "and the national source (https://www.bis.org/terms_statistics.htm)."
        ),
        by_name="averages of months, which come with the daily rates",
        providers=("bis_months",),
        silence=120,
        late=400,  # some countries tell of a year at once
        far=4,
    ),
    Source(id="prices", quotes="indices", title="price indices", providers=("worldbank",)),
)

# Those asked by themselves, in order of trust. What is fixed by law comes before all of them, pegs come after
# the first.
TRUSTED = tuple(row.id for row in SOURCES if row.trusted)

_BY_ID = {row.id: row for row in SOURCES}


def source_of(id: str) -> Source:
    """The row of a source; for a name that is not in the table one of a newsroom's own."""
    return _BY_ID.get(id) or Source(id)


def short(id: str) -> Phrase | str:
    """Whose rates they are, as they are cited: ECB."""
    name = source_of(id).short
    return Phrase(name) if name else id.upper()


def titled(title: str) -> Phrase | str:
    """The title of a source as a phrase that can be translated; a newsroom's own as it is."""
    return Phrase(title) if any(title == row.title for row in SOURCES) else title


def is_known(id: str) -> bool:
    """Whether the name belongs to a source in the table."""
    return id in _BY_ID
