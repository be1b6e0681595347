"""EDGAR over the network, from a server on this machine that does what the SEC's do."""

from __future__ import annotations

import errno
import gzip
import json
import os
import threading
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
    return Access(
        tmp_path / "cache" / "sec",
        TODAY,
        waiting=lambda message: None,
        email="desk@example.org",
        mirror=server.url_for("").rstrip("/"),
    )


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


def test_a_builder_is_read_by_its_buildings_and_years_by_a_tag_that_agrees(
    server: HTTPServer, access: Access
) -> None:
    content = facts(3)
    concepts = content["facts"]["us-gaap"]
    figure = concepts[TAG]["units"]["CNY"][0]
    before = figure | {"start": "2022-04-01", "end": "2023-03-31", "val": 800, "filed": "2023-05-23"}
    concepts["PaymentsToDevelopRealEstateAssets"] = {"units": {"CNY": [figure | {"val": 900}, before]}}
    concepts["PaymentsToAcquireRealEstate"] = {"units": {"CNY": [figure | {"val": 900}]}}
    server.expect_request(FACTS).respond_with_json(content)
    series = read_issuer("1577552", access)
    assert [f"{period.amount}" for period in series.periods] == ["800", "900"]
    assert [notice.code for notice in series.notices] == ["fragment", "joined_tags"]


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
        ("", "an empty answer"),
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


@pytest.mark.parametrize("status", [403, 500])
def test_a_server_that_refuses_is_named_with_its_status(
    server: HTTPServer, access: Access, status: int
) -> None:
    server.expect_request(FACTS).respond_with_data("", status=status)
    error = refused(CacheError, "server_failed", "1577552", access)
    assert f"{status}" in error.message
    assert "--offline" in (error.hint or "")
    assert not access.folder.exists()


def test_another_host_is_not_followed(server: HTTPServer, access: Access) -> None:
    elsewhere = {"Location": "https://example.org/facts.json"}
    server.expect_request(FACTS).respond_with_data("", status=301, headers=elsewhere)
    assert "another host, example.org" in refused(CacheError, "bad_answer", "1577552", access).message


def test_another_place_on_the_same_host_is(server: HTTPServer, access: Access) -> None:
    server.expect_request(FACTS).respond_with_data("", status=301, headers={"Location": "/moved.json"})
    server.expect_request("/moved.json").respond_with_json(facts())
    assert read_issuer("1577552", access).total == 32087


def test_a_busy_server_is_asked_again_at_the_time_it_names(
    server: HTTPServer, access: Access, without_pauses: list[float]
) -> None:
    server.expect_ordered_request(FACTS).respond_with_data("", status=503, headers={"Retry-After": "3"})
    server.expect_ordered_request(FACTS).respond_with_json(facts())
    assert read_issuer("1577552", access).total == 32087
    assert without_pauses == [3]


def test_a_block_of_ten_minutes_is_not_waited_for(
    server: HTTPServer, access: Access, without_pauses: list[float]
) -> None:
    server.expect_request(FACTS).respond_with_data("", status=429, headers={"Retry-After": "600"})
    error = refused(CacheError, "server_failed", "1577552", access)
    assert "asks to come back in 600 seconds" in error.message
    assert without_pauses == []


def test_an_answer_that_breaks_off_is_no_answer(server: HTTPServer, access: Access) -> None:
    def half(request: Request) -> Response:
        response = Response(json.dumps(facts())[:-20])
        response.headers["Content-Length"] = f"{len(json.dumps(facts()))}"
        return response

    server.expect_request(FACTS).respond_with_handler(half)
    assert "breaks off" in refused(CacheError, "server_failed", "1577552", access).message


def test_a_server_that_stalls_is_not_waited_for(
    server: HTTPServer, access: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = threading.Event()

    def stall(request: Request) -> Response:
        over.wait(5)
        return Response()

    monkeypatch.setattr(sec, "_TIMEOUT", 0.2)
    server.expect_request(FACTS).respond_with_handler(stall)
    error = refused(CacheError, "server_failed", "1577552", access)
    over.set()
    assert "no answer within 0.2 seconds" in error.message


def test_a_bomb_is_not_unpacked(server: HTTPServer, access: Access, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sec, "_LARGEST", 100_000)
    bomb = gzip.compress(bytes(200_000))
    server.expect_request(FACTS).respond_with_data(bomb, headers={"Content-Encoding": "gzip"})
    assert "when unpacked" in refused(CacheError, "bad_answer", "1577552", access).message


def test_whoever_is_killed_while_writing_leaves_what_was_there(
    server: HTTPServer, access: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.expect_request(FACTS).respond_with_json(facts())
    before = read_issuer("1577552", access)

    def killed(descriptor: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", killed)
        with pytest.raises(KeyboardInterrupt):
            read_issuer("1577552", access, fresh=True)
    assert read_issuer("1577552", replace(access, offline=True)) == before
    assert read_issuer("1577552", access, fresh=True) == before
    assert [path.name for path in access.folder.iterdir()] == ["CIK0001577552.json"]


def test_a_full_disk_leaves_what_was_there(
    server: HTTPServer, access: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.expect_request(FACTS).respond_with_json(facts())
    before = read_issuer("1577552", access)

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(CacheError) as caught:
            read_issuer("1577552", access, fresh=True)
    assert "no space left" in caught.value.message
    assert read_issuer("1577552", replace(access, offline=True)) == before
    assert [path.name for path in access.folder.iterdir()] == ["CIK0001577552.json"]


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
    "mirror", ["mirror.example.org", "ftp://example.org", "http://", "http://[", "https:///x", "http://h/sec"]
)
def test_a_mirror_is_an_address(access: Access, mirror: str) -> None:
    refused(UsageError, "bad_url", "1577552", replace(access, mirror=mirror))


def test_a_folder_that_cannot_be_written_is_named(server: HTTPServer, access: Access, tmp_path: Path) -> None:
    server.expect_request(FACTS).respond_with_json(facts())
    (tmp_path / "file").write_text("")
    nowhere = replace(access, folder=tmp_path / "file" / "sec")
    error = refused(CacheError, "cache_not_writable", "1577552", nowhere)
    assert "CAPEXCALC_CACHE_DIR" in (error.hint or "")
