"""A small cache, the three rate services on this machine, and the program run against them."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from pytest_httpserver import HTTPServer
from urllib3.util import retry
from werkzeug import Request, Response

from capexcalc.cache.manifest import written
from capexcalc.cache.store import Store
from capexcalc.cache.year_file import history_of
from capexcalc.cli.context import Outside
from capexcalc.cli.program import run
from capexcalc.commands import workspace
from capexcalc.net import client

# What came with the program: three days of two currencies, the last of them a Friday.
SHIPPED = "date,CNY,USD\n2026-10-28,8.2,1.16\n2026-10-29,8.21,1.161\n2026-10-30,8.2269,1.1620\n"
# What the ECB has published since, in the csvdata of its Data Portal.
PORTAL = """\
KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE
EXR.D.CNY.EUR.SP00.A,D,CNY,EUR,SP00,A,2026-10-30,8.2269
EXR.D.CNY.EUR.SP00.A,D,CNY,EUR,SP00,A,2026-11-02,8.2301
EXR.D.CNY.EUR.SP00.A,D,CNY,EUR,SP00,A,2026-11-03,8.2402
EXR.D.USD.EUR.SP00.A,D,USD,EUR,SP00,A,2026-10-30,1.162
EXR.D.USD.EUR.SP00.A,D,USD,EUR,SP00,A,2026-11-02,1.1633
EXR.D.USD.EUR.SP00.A,D,USD,EUR,SP00,A,2026-11-03,1.1644
"""
PORTAL_PATH = "/service/data/EXR/D.CNY+USD.EUR.SP00.A"
FRANKFURTER_PATH = "/v1/2026-10-23..2026-11-04"
HISTORY_PATH = "/stats/eurofxref/eurofxref-hist.zip"

TODAY = date(2026, 11, 4)

# A port nobody listens on (RFC 863, "discard").
NOBODY = "http://127.0.0.1:9"


def manifest(source: str, base: str, year: str) -> bytes:
    """The manifest of a folder whose only file holds ``year``."""
    history = history_of(year.encode())
    head = {"id": source, "title": f"{source} reference rates", "base": base}
    files = {f"{min(history).year}.csv": year.encode()}
    return written(head, files, retrieved=max(history), rates=history)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run of the program ended, and what it said."""

    code: int
    out: str
    err: str


class Terminal(io.StringIO):
    """Where progress may be shown."""

    def isatty(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A user's folder over a small shipped cache, and the settings of the user's environment."""

    root: Path
    shipped: Path
    environ: dict[str, str] = field(default_factory=dict)

    def run(self, *words: str, terminal: bool = False, today: date = TODAY) -> Ended:
        """The program in this process, by default on the fourth of November 2026."""
        out, err = io.StringIO(), Terminal() if terminal else io.StringIO()
        outside = Outside(io.BytesIO(), out, err, 120, today, self.environ)
        return Ended(run(words, outside), out.getvalue(), err.getvalue())

    def ship(self, source: str, base: str, year: str) -> None:
        """Put a source with one file into the folder that comes with the program."""
        folder = self.shipped / source
        folder.mkdir(parents=True)
        (folder / f"{year.splitlines()[1][:4]}.csv").write_text(year)
        (folder / "manifest.json").write_bytes(manifest(source, base, year))

    def rates(self, source: str = "ecb") -> dict[tuple[date, str], str]:
        """Every observation a reader finds, as text."""
        store = Store([self.root, self.shipped])
        found = {}
        manifest = store.manifest(source)
        for year in manifest.files:
            for code in manifest.spans:
                for day, values in store.year(source, year).rows([code], date.min, date.max):
                    if values is not None:
                        found[day, code] = f"{values[0]:f}"
        return found

    def files(self) -> dict[str, bytes]:
        """The user's folder, file by file; what guards it and what was set aside left out."""
        return {
            path.name: path.read_bytes()
            for path in self.root.rglob("*")
            if path.is_file() and not path.name.startswith(".lock")
        }


@pytest.fixture
def newsroom(tmp_path: Path, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """Nothing in the user's folder yet; the server on this machine is the ECB, and nobody is Frankfurter."""
    root, shipped = tmp_path / "user", tmp_path / "shipped"
    monkeypatch.setattr(workspace, "shipped_root", lambda: shipped)
    environ = {
        "CAPEXCALC_CACHE_DIR": str(root),
        "CAPEXCALC_ECB_URL": httpserver.url_for(""),
        "CAPEXCALC_NBP_URL": httpserver.url_for(""),
        "CAPEXCALC_FRANKFURTER_URL": NOBODY,
    }
    newsroom = Newsroom(root, shipped, environ)
    newsroom.ship("ecb", "EUR", SHIPPED)
    return newsroom


@dataclass(slots=True)
class Clock:
    """The clock that a web client has its patience by; it stands still unless a test moves it."""

    now: float = 0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A clock of our own, so that no test waits for time to pass, nor fails where it passes fast."""
    clock = Clock()
    monkeypatch.setattr(client, "time", clock)
    return clock


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses made before a busy server is asked again; they are over at once."""
    pauses: list[float] = []
    monkeypatch.setattr(retry, "time", SimpleNamespace(time=time.time, sleep=pauses.append))
    return pauses


@dataclass(frozen=True, slots=True)
class Slow:
    """A server that keeps the program waiting, the patience to have with it, and what is said of it then."""

    answer: Callable[[Request], Response]
    timeout: str
    said: str


@pytest.fixture(params=["stalled", "dripping"])
def slow(request: pytest.FixtureRequest, clock: Clock) -> Slow:
    """No answer until the program has left; or one that comes in drops and has no end."""

    def stalled(request: Request) -> Response:
        request.environ["werkzeug.socket"].recv(1)
        return Response()

    def drops() -> Iterator[bytes]:
        while True:
            clock.now += 20
            yield b"x"

    if request.param == "stalled":
        return Slow(stalled, "0.2", "no answer within 0.2 seconds")
    return Slow(lambda request: Response(drops()), "5", "takes too long")


@pytest.fixture
def portal(httpserver: HTTPServer) -> Callable[..., None]:
    """Let the Data Portal answer, with a part of the text replaced; forget what was arranged before.

    The same rates are the whole ``history`` if that is asked for.
    """

    def portal(old: str = "", new: str = "", *, history: bool = False) -> None:
        httpserver.clear()
        text = PORTAL.replace(old, new) if old else PORTAL
        httpserver.expect_request(PORTAL_PATH).respond_with_data(text, content_type="text/csv")
        if history:
            httpserver.expect_request(HISTORY_PATH).respond_with_data(zipped(text))

    return portal


def zipped(portal: str) -> bytes:
    """The rates of the Data Portal's text in the layout of the ECB's history: newest first."""
    cells = [line.split(",") for line in portal.splitlines()[1:]]
    days = sorted({cell[6] for cell in cells}, reverse=True)
    rates = {(cell[6], cell[2]): cell[7] for cell in cells}
    lines = [f"{day},{rates.get((day, 'USD'), 'N/A')},{rates.get((day, 'CNY'), 'N/A')}," for day in days]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("eurofxref-hist.csv", "\n".join(["Date,USD,CNY,", *lines, ""]))
    return buffer.getvalue()
