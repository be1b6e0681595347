"""The World Bank as documented and with every fault: what it brings is used, whole, and cited."""

from __future__ import annotations

import gzip
import json
import os
import re
import resource
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from capexcalc.cache.manifest import written
from capexcalc.output.schema import shipped as schema

CPI, GDP, AVERAGES = "FP.CPI.TOTL", "NY.GDP.DEFL.ZS", "PA.NUS.FCRF"
COUNTRIES = (
    "country,name,currency,issues\n"
    'BEN,"Benin",XOF,\nCHN,"China",CNY,yes\nDEU,"Germany",EUR,\nMYS,"Malaysia",MYR,yes\nSEN,"Senegal",XOF,\n'
)
# Levels of 2010 to 2021, and what the World Bank has published since.
CHINA, GERMANY = [100, 105, 108, 111, 113, 115, 117, 119, 121, 125, 128, 129], [*range(97, 108), 108]
INDICES = {
    "worldbank_cpi": (
        "consumer prices (World Bank FP.CPI.TOTL, 2010 = 100)",
        "year,CHN,DEU\n" + "".join(f"{2010 + n},{CHINA[n]},{GERMANY[n]}\n" for n in range(12)),
    ),
    "worldbank_gdp": (
        "GDP deflator (World Bank NY.GDP.DEFL.ZS, base year varies by country)",
        "year,CHN,MYS\n" + "".join(f"{2010 + n},{CHINA[n]},{100 if n == 11 else ''}\n" for n in range(12)),
    ),
}

UPDATE = ("rates", "update", "--source", "worldbank")
COMPARE = ("compare", "90 CNY over 3 years", "--prior", "PRIOR", "--on", "2024-05-02", "--real", "2023")


@dataclass(slots=True)
class Bank:
    """The World Bank on this machine: ``figures`` by indicator, country and year, ``rows`` a page; what is in
    ``instead`` answers for an indicator."""

    figures: dict[str, dict[tuple[str, int], float | None]]
    names: dict[str, str]
    updated: str = "2026-10-07"
    rows: int = 100
    asked: list[str] = field(default_factory=list)
    instead: dict[str, Callable[[Request], Response]] = field(default_factory=dict)

    def answer(self, request: Request) -> Response:
        self.asked.append(request.full_path)
        code = request.path.rpartition("/")[2]
        if code in self.instead:
            return self.instead[code](request)
        first, _, last = request.args.get("date", "0:9999").partition(":")
        all_ = [
            {
                "indicator": {"id": code, "value": self.names[code]},
                "country": {"id": country[:2], "value": country},
                "countryiso3code": country,
                "date": f"{year}",
                "value": value,
                "unit": "",
                "obs_status": "",
                "decimal": 0,
            }
            for (country, year), value in self.figures[code].items()
            if int(first) <= year <= int(last)
        ]
        page = int(request.args["page"])
        head = {
            "page": page,
            "pages": -(-len(all_) // self.rows),
            "per_page": self.rows,
            "total": len(all_),
            "sourceid": "2",
            "lastupdated": self.updated,
        }
        return Response(json.dumps([head, all_[(page - 1) * self.rows : page * self.rows]]))


def series(country: str, first: int, *values: float | None) -> dict[tuple[str, int], float | None]:
    return {(country, first + number): value for number, value in enumerate(values)}


@pytest.fixture
def bank(newsroom: Any, httpserver: HTTPServer) -> Bank:
    """What has been published since 2021, beside the years that ship; one more aggregate, one gap."""
    newsroom.environ["CAPEXCALC_WORLDBANK_URL"] = httpserver.url_for("")
    newsroom.ship("worldbank", "USD", "date,CNY,MYR,XOF\n2021-12-31,6.449,4.143,554.5\n")
    folder = newsroom.shipped / "prices"
    folder.mkdir()
    files = {"countries.csv": COUNTRIES} | {f"{name}.csv": text for name, (_, text) in INDICES.items()}
    for name, text in files.items():
        (folder / name).write_text(text)
    about = {
        name: {"title": title, "url": "u", "terms": "t", "retrieved": "2022-10-28"}
        for name, (title, _) in INDICES.items()
    }
    head = {"id": "prices", "title": "price indices", "indices": about}
    manifest = written(head, {name: text.encode() for name, text in files.items()})
    (folder / "manifest.json").write_bytes(manifest)
    (newsroom.shipped.parent / "prior.csv").write_text("year,amount,currency\n2021,10,CNY\n2022,20,CNY\n")
    bank = Bank(
        figures={
            CPI: series("CHN", 2010, *CHINA, 132, 133, 134, None)
            | series("DEU", 2010, *GERMANY, 115, 122, 125, 128)
            | series("EUU", 2018, 100, 101, 102, 103, 104, 105, 106, 107),
            GDP: series("CHN", 2010, *CHINA, 118, 117) | series("MYS", 2021, 100, 112.5, 112.6, None),
            AVERAGES: series("CHN", 2021, 6.449, 6.737, 7.084, 7.197, 7.15)
            | series("BEN", 2021, 554.5, 623.8, 606.6, 606.3)
            | series("SEN", 2021, 554.5, 623.8, 606.6, 606.3)
            | series("DEU", 2021, 0.845, 0.949, 0.924, 0.924)
            | series("MYS", 2021, 4.143, 4.401, 4.561, None),
        },
        names={
            CPI: "Consumer price index (2010 = 100)",
            GDP: "GDP deflator (base year varies by country)",
            AVERAGES: "Official exchange rate (LCU per US$, period average)",
        },
    )
    for code in (CPI, GDP, AVERAGES):
        httpserver.expect_request(f"/v2/country/all/indicator/{code}").respond_with_handler(bank.answer)
    return bank


def compared(newsroom: Any) -> Any:
    """The real figures of the comparison, or the error."""
    words = [str(newsroom.shipped.parent / "prior.csv") if word == "PRIOR" else word for word in COMPARE]
    ended = newsroom.run(*words, "-f", "json")
    printed = json.loads(ended.out)
    return printed["result"]["real"] if ended.code == 0 else printed["error"]


def test_a_comparison_uses_the_newer_index_at_once_and_cites_it(newsroom: Any, bank: Bank) -> None:
    refused = compared(newsroom)
    assert refused["code"] == "no_index"
    assert "runs from 2010 to 2021" in refused["message"]
    assert "capexcalc rates update --source worldbank" in refused["hint"]
    ended = newsroom.run(*UPDATE, "-f", "json")
    assert (ended.code, ended.err) == (0, "")
    result = json.loads(ended.out)
    Draft202012Validator(json.loads(schema("rates-update"))).validate(result)
    assert [(u["source"], u["newest"], u["added"], u["revised"]) for u in result["result"]["updated"]] == [
        ("worldbank", "2025-12-31", 9, 0),
        ("prices", "2025-12-31", 11, 0),
    ]
    real = compared(newsroom)
    # 10 at 133/129 and 20 at 133/132, in yuan of 2023: 10.31 and 20.15.
    assert [p["amount"]["value"] for p in real["prior"]["periods"]] == ["10.31", "20.15"]
    assert real["index"] == "consumer prices (World Bank FP.CPI.TOTL, 2010 = 100)"
    assert (real["index_retrieved"], real["index_origin"]) == ("2026-11-04", "updated")


def test_an_average_uses_the_newer_years_at_once(newsroom: Any, bank: Bank) -> None:
    asked = ("convert", "100 USD", "--to", "CNY", "--average", "2023")
    assert newsroom.run(*asked).code == 3
    newsroom.run(*UPDATE)
    assert "708.40 CNY" in newsroom.run(*asked).out
    # One country speaks for the currency of several.
    assert newsroom.rates("worldbank").items() >= {(day(2023), "XOF"): "606.6"}.items()


def test_what_ships_is_never_touched(newsroom: Any, bank: Bank) -> None:
    before = {path: path.read_bytes() for path in newsroom.shipped.rglob("*") if path.is_file()}
    newsroom.run(*UPDATE)
    assert {path: path.read_bytes() for path in newsroom.shipped.rglob("*") if path.is_file()} == before


def test_the_requests_are_the_documented_ones(newsroom: Any, bank: Bank) -> None:
    bank.rows = 11
    newsroom.run(*UPDATE)
    every = "?format=json&per_page=5000"
    assert bank.asked == [
        *(f"/v2/country/all/indicator/{AVERAGES}{every}&date=2016:2026&page={page}" for page in (1, 2)),
        *(f"/v2/country/all/indicator/{CPI}{every}&page={page}" for page in (1, 2, 3, 4)),
        *(f"/v2/country/all/indicator/{GDP}{every}&page={page}" for page in (1, 2)),
    ]
    assert newsroom.run("rates", "verify").code == 0


def test_nothing_new_is_one_page_and_changes_no_file(newsroom: Any, bank: Bank) -> None:
    bank.rows = 10
    newsroom.run(*UPDATE)
    files = newsroom.files()
    bank.asked.clear()
    assert newsroom.run("rates", "update", "--source", "prices").code == 0
    assert len(bank.asked) == 2
    assert newsroom.files() == files
    newsroom.run("rates", "update", "--source", "prices", "--full")
    assert len(bank.asked) == 2 + 4 + 2


def test_without_a_name_the_world_bank_is_not_asked(newsroom: Any, bank: Bank, portal: Any) -> None:
    newsroom.ship("nbp", "PLN", "date,TWD,USD\n2026-10-28,0.118,3.65\n")
    newsroom.run("rates", "update")
    assert bank.asked == []


def test_another_base_year_changes_no_real_figure_and_is_no_revision(newsroom: Any, bank: Bank) -> None:
    newsroom.run(*UPDATE)
    before = compared(newsroom)
    bank.updated, bank.names[CPI] = "2026-12-20", "Consumer price index (2015 = 100)"
    bank.figures[CPI] = {key: value and value / 2 for key, value in bank.figures[CPI].items()}
    assert newsroom.run(*UPDATE).code == 0
    after = compared(newsroom)
    assert after.pop("index") == "consumer prices (World Bank FP.CPI.TOTL, 2015 = 100)"
    assert before.pop("index") == "consumer prices (World Bank FP.CPI.TOTL, 2010 = 100)"
    assert after == before
    assert "0 revised" in newsroom.run("rates", "verify").out


def test_a_country_of_another_base_year_is_never_mixed_with_the_shipped_one(
    newsroom: Any, bank: Bank
) -> None:
    # The new edition stands at 100 in 2020, and some years moved against each other.
    bank.figures[CPI] |= series("CHN", 2019, 97.5, 100, 100.78125, 110, 120)
    assert newsroom.run(*UPDATE).code == 0
    real = compared(newsroom)
    # At 120/100.78125 and 120/110; the shipped level of 2021, 129, would make it 9.30.
    assert [p["amount"]["value"] for p in real["prior"]["periods"]] == ["11.91", "21.82"]


def test_a_revised_level_is_used_and_what_it_was_is_kept(newsroom: Any, bank: Bank) -> None:
    bank.figures[CPI]["CHN", 2021] = 129.5
    ended = newsroom.run(*UPDATE, "-f", "json")
    assert [each["revised"] for each in json.loads(ended.out)["result"]["updated"]] == [0, 1]
    assert compared(newsroom)["prior"]["periods"][0]["amount"]["value"] == "10.27"
    verified = json.loads(newsroom.run("rates", "verify", "-f", "json").out)
    Draft202012Validator(json.loads(schema("rates-verify"))).validate(verified)
    assert verified["result"]["revised_indices"] == [
        {"index": "worldbank_cpi", "country": "CHN", "year": 2021, "was": "129", "is": "129.5",
         "noticed": "2026-11-04"}
    ]  # fmt: skip
    assert "worldbank_cpi   2026-11-04           1        1" in newsroom.run("rates", "verify").out
    assert (
        "revision,worldbank_cpi,2021-12-31,CHN,129,129.5" in newsroom.run("rates", "verify", "-f", "csv").out
    )


def test_a_level_that_is_withdrawn_is_kept_on_record(newsroom: Any, bank: Bank) -> None:
    bank.figures[CPI]["DEU", 2018] = None
    newsroom.run(*UPDATE)
    (revised,) = json.loads(newsroom.run("rates", "verify", "-f", "json").out)["result"]["revised_indices"]
    assert (revised["country"], revised["year"], revised["was"], revised["is"]) == ("DEU", 2018, "105", None)


def test_a_country_that_is_dropped_keeps_the_index_it_had(newsroom: Any, bank: Bank) -> None:
    bank.figures[GDP] = {key: value for key, value in bank.figures[GDP].items() if key[0] == "CHN"}
    assert newsroom.run(*UPDATE).code == 0
    words = ("compare", "9 CNY over 3y", "--prior", str(newsroom.shipped.parent / "prior.csv"))
    ended = newsroom.run(
        *words, "--on", "2022-05-02", "--real", "2021", "--deflator", "MYS:gdp", "-f", "json"
    )
    assert json.loads(ended.out)["result"]["real"]["index_origin"] == "shipped"


def test_an_edition_without_much_of_what_is_known_is_refused(newsroom: Any, bank: Bank) -> None:
    bank.figures[CPI] = {key: value if key[0] == "CHN" else None for key, value in bank.figures[CPI].items()}
    ended = newsroom.run("rates", "update", "--source", "prices")
    assert (ended.code, "12 of the 24 figures known are missing" in ended.err) == (4, True)
    assert newsroom.files() == {}


def test_a_revised_average_is_used_and_what_it_was_is_kept(newsroom: Any, bank: Bank) -> None:
    bank.figures[AVERAGES]["CHN", 2021] = 6.45
    newsroom.run(*UPDATE)
    assert newsroom.rates("worldbank")[day(2021), "CNY"] == "6.45"
    assert "6.449" in newsroom.run("rates", "verify").out


def test_a_currency_in_another_unit_stays_as_it_was(newsroom: Any, bank: Bank) -> None:
    bank.figures[AVERAGES] |= series("MYS", 2021, 4143.0, 4401.0, 4561.0)
    ended = newsroom.run(*UPDATE)
    assert ended.code == 0
    assert "MYR '4143.0' of 2021-12-31 rejected (other_unit, years held before too), and 2 more" in ended.err
    rates = newsroom.rates("worldbank")
    assert (rates[day(2021), "MYR"], (day(2022), "MYR") in rates) == ("4.143", False)
    assert "other_unit" in newsroom.run("rates", "verify").out
    assert newsroom.run(*UPDATE).err == ""  # said once


def test_a_year_before_the_first_one_held_may_be_in_another_unit_and_is_kept_out(
    newsroom: Any, bank: Bank
) -> None:
    bank.figures[AVERAGES] |= series("CHN", 2019, 6.908, 6.901)
    ended = newsroom.run(*UPDATE, "--full")
    assert (
        "CNY '6.908' of 2019-12-31 rejected (unchecked, before the first year held), and 1 more" in ended.err
    )
    assert (day(2020), "CNY") not in newsroom.rates("worldbank")
    assert bank.asked[0].endswith("&date=1960:2026&page=1")


def test_an_average_far_from_the_mean_of_daily_rates_is_kept_out(newsroom: Any, bank: Bank) -> None:
    days = [f"2023-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 10, 20, 28)]
    newsroom.ship("nbp", "PLN", "date,CNY,USD\n" + "".join(f"{day},0.6,3.6\n" for day in days))
    ended = newsroom.run(*UPDATE)
    assert "CNY '7.084' of 2023-12-31 rejected (off_mean, 18.1% from the mean of that year's" in ended.err
    rates = newsroom.rates("worldbank")
    assert ((day(2022), "CNY") in rates, (day(2023), "CNY") in rates) == (True, False)


def test_a_hyperinflation_is_no_slip_but_a_lone_tower_is(newsroom: Any, bank: Bank) -> None:
    bank.figures[CPI] |= series("MYS", 2018, 1, 10, 200, 9000, 8e5, 7e7, 6.5e9, 6e11)
    bank.figures[CPI]["DEU", 2023] = 1220
    ended = newsroom.run(*UPDATE)
    assert (ended.code, ended.err.count("rejected")) == (0, 1)
    assert "DEU '1220' of 2023-12-31 rejected (outlier)" in ended.err
    assert "rejected,worldbank_cpi,2023-12-31,DEU,1220" in newsroom.run("rates", "verify", "-f", "csv").out
    bank.updated = "2026-12-20"
    assert newsroom.run(*UPDATE).err == ""  # said once


def test_a_year_that_should_be_out_for_long_is_missed_and_no_sooner(newsroom: Any, bank: Bank) -> None:
    bank.figures[AVERAGES]["CHN", 2025] = None
    assert newsroom.run(*UPDATE, today=date(2026, 8, 23)).err == ""
    ended = newsroom.run(*UPDATE, today=date(2026, 8, 24))
    assert "has nothing newer than 2024-12-31, 601 days ago" in ended.err
    bank.figures[AVERAGES]["CHN", 2025] = 7.15
    assert newsroom.run(*UPDATE).err == ""


def test_a_level_of_the_year_under_way_is_kept_out(newsroom: Any, bank: Bank) -> None:
    bank.figures[CPI]["CHN", 2026] = 140
    assert "(future)" in newsroom.run(*UPDATE).err
    assert "2025" in newsroom.run("rates", "status").out


def test_status_tells_what_each_index_spans_and_whose_it_is(newsroom: Any, bank: Bank) -> None:
    newsroom.run(*UPDATE)
    ended = newsroom.run("rates", "status", "-f", "json")
    printed = json.loads(ended.out)
    Draft202012Validator(json.loads(schema("rates-status"))).validate(printed)
    found = {(each["source"], each["origin"]): each for each in printed["result"]}
    newer, older = found["worldbank_cpi", "updated"], found["worldbank_cpi", "shipped"]
    assert (newer["first"], newer["last"], newer["countries"]) == ("2010-12-31", "2025-12-31", 2)
    assert (older["last"], older["dates"], older["damaged"]) == ("2021-12-31", 12, 0)
    assert "countries" not in found["ecb", "shipped"]
    line = r"worldbank_cpi +updated +2010 +2025 +2 +\d to 2025.* sound"
    assert re.search(line, newsroom.run("rates", "status").out)


def record(**changed: object) -> dict[str, object]:
    """One record of an answer, with something changed."""
    name = {"id": CPI, "value": "Consumer price index (2010 = 100)"}
    return {"indicator": name, "countryiso3code": "CHN", "date": "2022", "value": 132, **changed}


def page(*records: object, **changed: object) -> bytes:
    """The only page of an answer, with something changed in its head."""
    head = {"page": 1, "pages": 1, "per_page": 5000, "total": len(records), "lastupdated": "2026-12-20"}
    return json.dumps([head | changed, records]).encode()


# Packed beforehand: that takes longer than the program's patience here.
BOMB = gzip.compress(bytes(17_000_000), 1)
MESSAGE = [{"message": [{"id": "120", "key": "Invalid value", "value": "The value is not valid"}]}]

BODIES: dict[str, tuple[bytes, str]] = {
    "a message": (json.dumps(MESSAGE).encode(), "the World Bank says: The value is not valid"),
    "half of it": (page(record())[:-9], "not the JSON it should be"),
    "empty": (b"", "an empty answer"),
    "a web page": (b"<!DOCTYPE html><html><body>Service Unavailable</body></html>", "a web page"),
    "XML": (b'<?xml version="1.0"?><wb:error/>', "not the JSON it should be"),
    "deep": (b"[" * 100_000, "not the JSON it should be"),
    "an object": (b"{}", "not the JSON of the World Bank"),
    "a list of one": (b"[1]", "not the JSON of the World Bank"),
    "no records": (json.dumps([{"page": 1, "pages": 1, "total": 0}, None]).encode(), "not the JSON of"),
    "no edition": (page(record(), lastupdated=None), "not the JSON of"),
    "an edition of words": (page(record(), lastupdated="soon"), "not the JSON of"),
    "pages without number": (page(record(), pages="many"), "not the JSON of"),
    "pages without end": (page(record(), pages=10**9), "page 1 of 1000000000"),
    "another page": (page(record(), page=2), "page 2 of 1, not page 1"),
    "fewer records than said": (page(record(), total=2), "1 records on 1 pages, not 2"),
    "another indicator": (page(record(indicator={"id": GDP, "value": "x"})), "not the JSON of"),
    "two base years": (
        page(record(), record(indicator={"id": CPI, "value": "Consumer price index (2015 = 100)"})),
        "2 names",
    ),
    "a month for a year": (page(record(date="2022M01")), "not the JSON of"),
    "a list for a value": (page(record(value=[132])), "not the JSON of"),
    "a name for a country": (page(record(countryiso3code=None)), "not the JSON of"),
    "two levels of a year": (page(record(), record(value=133)), "a second rate for CHN"),
    "nothing but words": (page(record(value="abc")), "CHN 'abc' is not a rate"),
    "a decimal comma": (page(record(value="132,5")), "CHN '132,5' is not a rate"),
    "infinity": (page(record()).replace(b"132", b"Infinity"), "CHN 'Infinity' is not a rate"),
    "zero": (page(record(value=0)), "CHN '0' is not a rate (zero)"),
    "below zero": (page(record(value=-132.5)), "is not a rate"),
    "nothing at all": (page(record(value=None)), "are missing"),
}


def truncated(request: Request) -> Response:
    response = Response(page(record())[:-20])
    response.headers["Content-Length"] = str(len(page(record())))
    return response


def another_edition(request: Request) -> Response:
    number = int(request.args["page"])
    return Response(page(record(), page=number, pages=2, total=2, lastupdated=f"2026-12-0{number}"))


ANSWERS: dict[str, tuple[Callable[[Request], Response], str]] = {
    "truncated": (truncated, "breaks off"),
    "another edition": (another_edition, "another edition than the page before"),
    "broken": (lambda request: Response("oops", status=500), "answers 500"),
    "gone": (lambda request: Response("gone", status=404), "not found"),
    "busy": (lambda request: Response("x", status=429, headers={"Retry-After": "3600"}), "3600 seconds"),
    "elsewhere": (lambda request: Response(status=302, headers={"Location": "http://evil.example/"}), "evil"),
    "a bomb": (lambda request: Response(BOMB, headers={"Content-Encoding": "gzip"}), "when unpacked"),
    "endless": (lambda request: Response(b"0" * 65_536 for _ in range(400)), "more than 16000000 bytes"),
}


@pytest.mark.parametrize("fault", [*BODIES, *ANSWERS])
def test_whatever_the_world_bank_does_nothing_is_lost(newsroom: Any, bank: Bank, fault: str) -> None:
    answer, said = ANSWERS.get(fault) or (lambda request: Response(BODIES[fault][0]), BODIES[fault][1])
    nothing_is_lost(newsroom, bank, answer, said)


def test_if_the_world_bank_keeps_us_waiting_nothing_is_lost(newsroom: Any, bank: Bank, slow: Any) -> None:
    nothing_is_lost(newsroom, bank, slow.answer, slow.said, "--timeout", slow.timeout)


def nothing_is_lost(newsroom: Any, bank: Bank, answer: Any, said: str, *options: str) -> None:
    newsroom.run(*UPDATE)
    before, files = compared(newsroom), newsroom.files()
    bank.instead[CPI] = answer
    ended = newsroom.run("rates", "update", "--source", "prices", *options, "-f", "json")
    assert ended.code == 4, ended
    error = json.loads(ended.out)["error"]
    assert said in error["message"]
    assert error["hint"]
    assert "Traceback" not in ended.err
    assert len(ended.err.splitlines()) <= 3
    assert (compared(newsroom), newsroom.files()) == (before, files)
    bank.instead.clear()
    bank.updated = "2026-12-20"
    bank.figures[CPI]["CHN", 2023] = 150
    assert newsroom.run("rates", "update", "--source", "prices").code == 0
    assert compared(newsroom) != before


def test_one_indicator_that_fails_leaves_all_indices_as_they_were(newsroom: Any, bank: Bank) -> None:
    bank.instead[GDP] = lambda request: Response("oops", status=500)
    ended = newsroom.run(*UPDATE, "-f", "json")
    assert ended.code == 4
    result = json.loads(ended.out)["result"]
    assert [each["source"] for each in result["updated"]] == ["worldbank"]
    assert [each["source"] for each in result["failed"]] == ["prices"]
    assert not (newsroom.root / "prices").exists()


@pytest.mark.parametrize("kind", ["worldbank_cpi", "worldbank_gdp", "revisions", "manifest"])
def test_a_flipped_byte_costs_freshness_is_told_and_healed(newsroom: Any, bank: Bank, kind: str) -> None:
    bank.figures[CPI]["CHN", 2021] = 129.5
    newsroom.run(*UPDATE)
    whole = compared(newsroom)
    (path,) = (newsroom.root / "prices").glob(f"{kind}*")
    content = path.read_bytes()
    for place in range(0, len(content), max(1, len(content) // 25)):
        path.write_bytes(content[:place] + bytes([content[place] ^ 0x10]) + content[place + 1 :])
        found = compared(newsroom)
        # The levels that ship end two years before the year asked for.
        assert found == whole if kind in ("worldbank_gdp", "revisions") else found["code"] == "no_index"
        verified = newsroom.run("rates", "verify")
        assert (verified.code, path.name in verified.out) == (4, True)
    path.write_bytes(content[:-9])
    assert newsroom.run("rates", "verify").code == 4
    assert "1 of 1 damaged" in newsroom.run("rates", "status").out
    if kind != "revisions":
        words = ("compare", "9 CNY over 3y", "--prior", str(newsroom.shipped.parent / "prior.csv"))
        older = newsroom.run(*words, "--on", "2022-05-02", "--real", "2021")
        assert (older.code, "passed over" in older.err) == (0, True)
    assert newsroom.run("rates", "update", "--source", "prices").code == 0
    assert newsroom.run("rates", "verify").code == 0
    assert compared(newsroom) == whole


@pytest.mark.parametrize("limit", [0, 100, 400, 1000])
def test_a_full_disk_leaves_the_indices_as_they_were(newsroom: Any, bank: Bank, limit: int) -> None:
    newsroom.run(*UPDATE)
    before, files = compared(newsroom), newsroom.files()
    bank.updated = "2026-12-20"
    bank.figures[CPI] |= series("CHN", 2022, 140, 141, 142)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        ended = newsroom.run("rates", "update", "--source", "prices")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (ended.code, "file too large" in ended.err) == (4, True)
    assert (compared(newsroom), files.items() <= newsroom.files().items()) == (before, True)
    assert newsroom.run("rates", "update", "--source", "prices").code == 0
    assert compared(newsroom) != before


def test_a_writer_of_indices_can_be_killed_before_every_step_it_takes(newsroom: Any, bank: Bank) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED_AT_EACH_STEP, str(newsroom.root), str(newsroom.shipped)],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout) >= 10


# Land one more year of Chinese prices each time, killed before the first step, the second, and so on.
KILLED_AT_EACH_STEP = """
import os, signal, sys
from datetime import date
from pathlib import Path
import filelock  # what is imported late would be imported in every child
from capexcalc.cache.price_indices import Edition, land_indices, read_prices

ROOTS = (Path(sys.argv[1]), Path(sys.argv[2]))

def levels():
    notices = []
    found = [i.table["CHN"] for i in read_prices(ROOTS, notices).indices if i.name == "worldbank_cpi"]
    assert not notices, notices
    return found[0]

def put():
    known = dict(levels())
    known[max(known) + 1] = "150"
    editions = {name: Edition({"title": "t"}, {"CHN": known, "DEU": known}, ())
                for name in ("worldbank_cpi", "worldbank_gdp")}
    land_indices(editions, ROOTS, today=date(2026, 11, 4), waiting=lambda message: None)

def child(step):
    pid = os.fork()
    if pid:
        return pid
    left = step
    def count(event, args):
        nonlocal left
        if event in ("open", "os.rename", "os.remove", "os.mkdir"):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
    try:
        sys.addaudithook(count)
        put()
        os._exit(0)
    except BaseException as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\\n")
        os._exit(1)

known, killed = levels(), 0
while True:
    _, status = os.waitpid(child(killed + 1), 0)
    now = levels()
    assert now.items() >= known.items(), killed
    known = now
    if os.waitstatus_to_exitcode(status) == 0:
        break
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL, status
    killed += 1
put()
assert len(levels()) > len(known)
assert not list(ROOTS[0].rglob("*.tmp"))
print(killed)
"""


def day(year: int) -> date:
    return date(year, 12, 31)
