"""Rate services and the SEC on this machine, whose answers are sound, odd or broken at random."""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from pytest_httpserver import HTTPServer
from tables import damaged
from werkzeug import Request, Response

MONDAY = date(2026, 10, 26)
TAG = "PaymentsToAcquirePropertyPlantAndEquipment"

# Days to rates, as text.
Rates = dict[date, dict[str, str]]


@dataclass(slots=True)
class Services:
    """All of them at one address. They know ``rates`` up to ``until``, and with ``chance`` go wrong."""

    rates: Rates
    until: date = date.max
    rng: Random | None = None
    chance: float = 0.0
    asked: list[str] = field(default_factory=list)

    def answer(self, request: Request) -> Response:
        self.asked.append(request.full_path)
        body = self._body(request)
        if self.rng is None or self.rng.random() >= self.chance:
            return Response(body)
        return _faulty(self.rng, body)

    def _body(self, request: Request) -> bytes:
        path = request.path
        known = {day: rates for day, rates in self.rates.items() if day <= self.until}
        if path.startswith("/service/data"):
            start, end = (date.fromisoformat(request.args[name]) for name in ("startPeriod", "endPeriod"))
            return _portal({day: rates for day, rates in known.items() if start <= day <= end})
        if path.startswith("/stats"):
            return _history(known)
        if path.startswith("/v1"):
            rates = {
                f"{day}": {code: float(rate) for code, rate in row.items()} for day, row in known.items()
            }
            return json.dumps({"amount": 1.0, "base": "EUR", "rates": rates}).encode()
        if path.startswith("/api/exchangerates"):
            return _tables(known)
        if path.startswith("/v2"):
            return _indicator(path.rpartition("/")[2])
        if path.startswith("/files"):
            return json.dumps({"0": {"cik_str": 1577552, "ticker": "BABA", "title": "Example"}}).encode()
        return _facts(self.rng or Random(1))


def serve(server: HTTPServer, services: Services) -> dict[str, str]:
    """Let ``server`` answer as ``services``: the settings with which the program asks them."""
    server.clear()
    server.expect_request(re.compile(".*")).respond_with_handler(services.answer)
    address = server.url_for("").rstrip("/")
    names = ("ECB", "NBP", "FRANKFURTER", "WORLDBANK", "SEC")
    return {"CAPEXCALC_SEC_EMAIL": "desk@example.org"} | {f"CAPEXCALC_{name}_URL": address for name in names}


def _faulty(rng: Random, body: bytes) -> Response:
    match rng.randrange(8):
        case 0:
            return Response(body, status=rng.choice((204, 301, 304, 400, 403, 404, 429, 500, 503)))
        case 1:
            return Response(body, headers={"Content-Encoding": rng.choice(("gzip", "br", "deflate", "x"))})
        case 2:
            return Response(damaged(rng, gzip.compress(body)), headers={"Content-Encoding": "gzip"})
        case 3:
            return Response(rng.randbytes(rng.choice((0, 1, 100))))
        case 4:
            return Response(status=302, headers={"Location": rng.choice(("/v1/x", "http://[", "//x", ""))})
        case 5:
            return Response(_values_changed(rng, body))
        case _:
            return Response(damaged(rng, body))


def _values_changed(rng: Random, body: bytes) -> bytes:
    """JSON with another value somewhere; anything else with other digits."""
    odd: list[Any] = [None, [], {}, "", "x", -1, 0, 1e400, True, "\x1b[31m", "\u202e", "9" * 5000, "1e999999"]
    try:
        content = json.loads(body)
    except ValueError:
        return body.replace(b"1", rng.choice((b"0", b"9", b"-1", b"1e9", b"\xd9\xa1", b"\x1b[31m")))
    place = content
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        if not keys:
            break
        key = rng.choice(keys)
        if not isinstance(place[key], dict | list) or rng.random() < 0.2:
            place[key] = rng.choice(odd)
            break
        place = place[key]
    return json.dumps(content).encode()


def _portal(rates: Rates) -> bytes:
    lines = ["CURRENCY,CURRENCY_DENOM,EXR_TYPE,TIME_PERIOD,OBS_VALUE"]
    lines += [f"{code},EUR,SP00,{day},{rate}" for day, row in rates.items() for code, rate in row.items()]
    return "\n".join([*lines, ""]).encode()


def _history(rates: Rates) -> bytes:
    codes = sorted({code for row in rates.values() for code in row})
    lines = [",".join(["Date", *codes, ""])]
    for day, row in sorted(rates.items(), reverse=True):
        lines.append(",".join([f"{day}", *(row.get(code, "N/A") for code in codes), ""]))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("eurofxref-hist.csv", "\n".join([*lines, ""]))
    return buffer.getvalue()


def _tables(rates: Rates) -> bytes:
    return json.dumps(
        [
            {
                "table": "A",
                "no": f"{day:%j}/A/NBP/{day.year}",
                "effectiveDate": f"{day}",
                "rates": [{"currency": "x", "code": code, "mid": float(rate)} for code, rate in row.items()],
            }
            for day, row in rates.items()
        ]
    ).encode()


def _indicator(code: str) -> bytes:
    head = {"page": 1, "pages": 1, "per_page": 5000, "total": 2, "lastupdated": "2026-07-01"}
    records = [
        {
            "indicator": {"id": code, "value": "Consumer price index (2010 = 100)"},
            "country": {"id": "CN", "value": "China"},
            "countryiso3code": "CHN",
            "date": year,
            "value": value,
        }
        for year, value in (("2022", 130.5), ("2023", None))
    ]
    return json.dumps([head, records]).encode()


def _facts(rng: Random) -> bytes:
    figures = [
        {
            "start": f"{year}-04-01",
            "end": f"{year + 1}-03-31",
            "val": rng.randrange(10**12),
            "accn": f"0000950170-{year % 100:02}-063767",
            "fy": year,
            "fp": "FY",
            "form": "20-F",
            "filed": f"{year + 1}-05-23",
        }
        for year in range(2015, 2015 + rng.randint(1, 9))
    ]
    concept = {"label": "Payments", "units": {"CNY": figures}}
    return json.dumps(
        {"cik": 1577552, "entityName": "Example Holding", "facts": {"us-gaap": {TAG: concept}}}
    ).encode()


def walk(rng: Random, days: int) -> Rates:
    """Rates of ``days`` working days that move as rates do."""
    found: Rates = {}
    cny, usd, day = 8.2, 1.16, MONDAY
    while len(found) < days:
        if day.weekday() < 5:
            cny, usd = cny * (1 + rng.gauss(0, 0.004)), usd * (1 + rng.gauss(0, 0.004))
            found[day] = {"CNY": f"{cny:.4f}", "USD": f"{usd:.4f}"}
        day += timedelta(days=1)
    return found
