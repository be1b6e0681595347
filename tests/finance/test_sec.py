"""EDGAR over the network, from a server on this machine that does what the SEC's do."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from capexcalc.errors import CacheError, CapexcalcError, InputError, UsageError
from capexcalc.finance import sec
from capexcalc.finance.sec import Access, read_issuer

TODAY = date(2026, 11, 1)
TAG = "PaymentsToAcquirePropertyPlantAndEquipment"
FACTS = "/api/xbrl/companyfacts/CIK0001577552.json"
TICKERS = "/files/company_tickers.json"


def facts(val: int = 32087, cik: int = 1577552) -> dict[str, Any]:
    figure = {
        "start": "2023-04-01",
        "end": "2024-03-31",
        "val": val,
        "accn": "0000950170-24-063767",
        "fy": 2024,
        "fp": "FY",
        "form": "20-F",
        "filed": "2024-05-23",
        "frame": "CY2023",
    }
    concept = {"label": "Payments", "description": "...", "units": {"CNY": [figure]}}
    return {"cik": cik, "entityName": "Example Holding", "facts": {"us-gaap": {TAG: concept}}}


@pytest.fixture(autouse=True)
def without_pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    waits: list[float] = []
    monkeypatch.setattr(time, "sleep", waits.append)
    return waits


@pytest.fixture(scope="module")
def running() -> Iterator[HTTPServer]:
    with HTTPServer() as server:
        yield server


@pytest.fixture
def server(running: HTTPServer) -> HTTPServer:
    running.clear()
    return running


@pytest.fixture
def access(server: HTTPServer, tmp_path: Path) -> Access:
    return Access(tmp_path / "sec", TODAY, email="desk@example.org", mirror=server.url_for("").rstrip("/"))


def refused(kind: type[CapexcalcError], code: str, given: str, access: Access) -> CapexcalcError:
    with pytest.raises(kind) as caught:
        read_issuer(given, access)
    assert caught.value.code == code
    assert "\n" not in caught.value.message
    return caught.value


def test_an_issuer_is_fetched_once_and_read_offline_after(server: HTTPServer, access: Access) -> None:
    server.expect_ordered_request(FACTS).respond_with_json(facts())
    first = read_issuer("1577552", access)
    assert f"{first.total}" == "32087"
    assert first.notices == ()
    later = replace(access, today=date(2026, 12, 1), offline=True, email=None)
    second = read_issuer("CIK0001577552", later)
    assert second.periods == first.periods
    assert [notice.code for notice in second.notices] == ["cached"]
    assert "2026-11-01" in second.notices[0].message


def test_the_caller_names_himself_to_the_server(server: HTTPServer, access: Access) -> None:
    def answer(request: Request) -> Response:
        agent = request.headers["User-Agent"]
        return Response(json.dumps(facts() if agent.endswith(" desk@example.org") else {}))

    server.expect_request(FACTS).respond_with_handler(answer)
    assert read_issuer("1577552", access).total == 32087


@pytest.mark.parametrize("email", [None, "", "nobody"])
def test_without_an_address_nothing_is_asked(access: Access, email: str | None) -> None:
    error = refused(UsageError, "no_email", "1577552", replace(access, email=email))
    assert "CAPEXCALC_SEC_EMAIL" in (error.hint or "")


def test_a_ticker_is_looked_up_first_and_the_requests_are_paced(
    server: HTTPServer, access: Access, without_pauses: list[float]
) -> None:
    listed = {"0": {"cik_str": 1577552, "ticker": "BABA", "title": "Example Holding"}}
    server.expect_ordered_request(TICKERS).respond_with_json(listed)
    server.expect_ordered_request(FACTS).respond_with_json(facts())
    assert read_issuer("baba", access).total == 32087
    assert without_pauses == [0.2]
    refused(UsageError, "unknown_ticker", "NOPE", replace(access, offline=True))


@pytest.mark.parametrize("given", ["", "../../etc/passwd", "12345678901", "-1", "١٢٣", "BABA US", "x" * 5000])
def test_what_names_no_issuer_is_refused(access: Access, given: str) -> None:
    refused(UsageError, "bad_issuer", given, access)


def test_a_fresh_look_replaces_what_is_kept(server: HTTPServer, access: Access) -> None:
    server.expect_ordered_request(FACTS).respond_with_json(facts(1))
    server.expect_ordered_request(FACTS).respond_with_json(facts(2))
    assert read_issuer("1577552", access).total == 1
    assert read_issuer("1577552", access).total == 1
    assert read_issuer("1577552", access, fresh=True).total == 2
    assert len(list(access.folder.iterdir())) == 1


def test_a_failed_look_leaves_what_is_kept(server: HTTPServer, access: Access) -> None:
    server.expect_ordered_request(FACTS).respond_with_json(facts())
    server.expect_ordered_request(FACTS).respond_with_data("<html>blocked</html>")
    before = read_issuer("1577552", access)
    with pytest.raises(CacheError):
        read_issuer("1577552", access, fresh=True)
    assert read_issuer("1577552", replace(access, offline=True)) == before


def test_a_damaged_file_is_fetched_again_and_never_read(server: HTTPServer, access: Access) -> None:
    server.expect_ordered_request(FACTS).respond_with_json(facts())
    server.expect_ordered_request(FACTS).respond_with_json(facts())
    read_issuer("1577552", access)
    (kept,) = access.folder.iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"32087", b"92087"))
    refused(CacheError, "offline", "1577552", replace(access, offline=True))
    assert read_issuer("1577552", access).total == 32087


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<!DOCTYPE html>\n<HTML>Your Request Originates from an Undeclared Automated Tool", "a web page"),
        ("{", "not JSON"),
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
        (json.dumps(facts(cik=1)), "not the facts of this issuer"),
        ("[]", "not the facts of this issuer"),
    ],
    ids=["block page", "cut off", "empty", "deep", "another issuer", "list"],
)
def test_an_answer_that_is_not_the_facts_is_refused(
    server: HTTPServer, access: Access, body: str, said: str
) -> None:
    server.expect_request(FACTS).respond_with_data(body)
    assert said in refused(CacheError, "bad_answer", "1577552", access).message


def test_an_issuer_without_figures_is_told_from_a_failure(server: HTTPServer, access: Access) -> None:
    server.expect_request(FACTS).respond_with_data("Not Found", status=404)
    refused(InputError, "no_facts", "1577552", access)


@pytest.mark.parametrize("status", [301, 403, 500])
def test_a_server_that_refuses_is_named_with_its_status(
    server: HTTPServer, access: Access, status: int
) -> None:
    elsewhere = {"Location": "https://example.org/"}
    server.expect_request(FACTS).respond_with_data("", status=status, headers=elsewhere)
    assert f"{status}" in refused(CacheError, "server_failed", "1577552", access).message


def test_a_busy_server_is_asked_again(server: HTTPServer, access: Access) -> None:
    server.expect_ordered_request(FACTS).respond_with_data("", status=503, headers={"Retry-After": "600"})
    server.expect_ordered_request(FACTS).respond_with_json(facts())
    assert read_issuer("1577552", access).total == 32087


def test_a_packed_answer_is_unpacked_but_not_without_limit(
    server: HTTPServer, access: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = gzip.compress(json.dumps(facts()).encode())
    server.expect_request(FACTS).respond_with_data(packed, headers={"Content-Encoding": "gzip"})
    assert read_issuer("1577552", access).total == 32087
    monkeypatch.setattr(sec, "_LARGEST", 100)
    with pytest.raises(CacheError) as caught:
        read_issuer("1577552", access, fresh=True)
    assert "more than 100 bytes" in caught.value.message


def test_a_network_that_is_down_is_named(access: Access) -> None:
    nowhere = replace(access, mirror="http://127.0.0.1:9")
    refused(CacheError, "network_down", "1577552", nowhere)


@pytest.mark.parametrize(
    "mirror", ["mirror.example.org", "ftp://example.org", "http://", "http://[", "https:///x"]
)
def test_a_mirror_is_an_address(access: Access, mirror: str) -> None:
    refused(UsageError, "bad_url", "1577552", replace(access, mirror=mirror))


def test_a_folder_that_cannot_be_written_is_named(server: HTTPServer, access: Access, tmp_path: Path) -> None:
    server.expect_request(FACTS).respond_with_json(facts())
    (tmp_path / "file").write_text("")
    error = refused(CacheError, "cache_failed", "1577552", replace(access, folder=tmp_path / "file" / "sec"))
    assert "CAPEXCALC_CACHE_DIR" in (error.hint or "")
