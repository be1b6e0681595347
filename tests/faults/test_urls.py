"""Addresses given to check: the article of the page is judged, and nothing is kept of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

PAGE = (Path(__file__).parents[1] / "documents/pages/semantic.html").read_bytes()
TEXT = "Helvin will invest £2.5 billion ($3.1 billion) in the plant."
LOCAL = ("--allow-local", "-f", "json")


@pytest.fixture
def httpserver() -> Iterator[HTTPServer]:
    with HTTPServer(threaded=True) as server:
        yield server


def serve(server: HTTPServer, path: str, body: bytes, content_type: str) -> str:
    server.expect_request(path).respond_with_data(body, content_type=content_type)
    return server.url_for(path)


def test_a_page_is_judged_at_the_day_it_was_published(capexcalc, httpserver, tmp_path):
    url = serve(httpserver, "/article", PAGE, "text/html")
    before = sorted(tmp_path.rglob("*"))
    done = capexcalc("check", url, *LOCAL)
    (document,) = json.loads(done.stdout)["result"]["documents"]
    assert (document["id"], document["as_of"], document["as_of_from"]) == (url, "2024-05-06", "metadata")
    assert [claim["verdict"] for claim in document["claims"]] == ["supported", "refuted"]
    assert sorted(tmp_path.rglob("*")) == before
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "content_type", ["", "application/octet-stream", "text/plain", "application/xhtml+xml"]
)
def test_what_a_page_is_is_told_by_its_content(content_type, capexcalc, httpserver):
    done = capexcalc("check", serve(httpserver, "/article", PAGE, content_type), *LOCAL)
    assert len(json.loads(done.stdout)["result"]["documents"][0]["amounts"]) == 4


def test_other_kinds_come_over_the_web_as_well(capexcalc, httpserver, pdf, docx):
    word = docx(f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>")
    urls = [
        serve(httpserver, "/a.pdf", pdf(TEXT), "application/pdf"),
        serve(httpserver, "/b", pdf(TEXT), "application/octet-stream"),
        serve(httpserver, "/c.docx", word, "application/octet-stream"),
        serve(httpserver, "/d.md", TEXT.replace("£2.5", "**£2.5**").encode(), "text/plain; charset=utf-8"),
        serve(httpserver, "/e.txt", TEXT.encode("cp1252"), "text/plain; charset=iso-8859-1"),
        serve(httpserver, "/f", (json.dumps({"text": TEXT}) + "\n").encode() * 2, "application/x-ndjson"),
        serve(httpserver, "/g", json.dumps([{"text": TEXT}]).encode(), "application/json"),
    ]
    done = capexcalc("check", *urls, "--on", "2024-05-06", *LOCAL)
    documents = json.loads(done.stdout)["result"]["documents"]
    assert [claim["verdict"] for document in documents for claim in document["claims"]] == ["supported"] * 8
    assert done.returncode == 0


def test_faults_of_the_web_are_told_in_their_place_and_the_rest_is_judged(capexcalc, httpserver):
    httpserver.expect_request("/gone").respond_with_data("x", status=404)
    good = serve(httpserver, "/good", TEXT.encode(), "text/plain")
    image = serve(httpserver, "/image", b"\x89PNG\r\n\x1a\n\0", "image/png")
    empty = serve(httpserver, "/empty", b"", "text/html")
    urls = [httpserver.url_for("/gone"), good, image, empty, "http://127.0.0.1:9/", "https://u:p@x.example/"]
    done = capexcalc("check", *urls, "--allow-local", "-f", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["error"]["code"] if "error" in row else row["id"] for row in rows] == [
        "no_page", good, "binary_file", "empty_file", "network_down", "bad_url",
    ]  # fmt: skip
    assert done.returncode == 2
    assert all(
        row["error"]["message"].startswith(url) for row, url in zip(rows, urls, strict=True) if "error" in row
    )


def test_a_network_that_is_down_alone_is_a_failure_of_the_network(capexcalc):
    done = capexcalc("check", "http://127.0.0.1:9/", "--allow-local")
    assert (done.returncode, "cannot be reached" in done.stderr) == (4, True)


def test_no_server_is_asked_offline_nor_on_this_machine(capexcalc, httpserver):
    url = serve(httpserver, "/article", PAGE, "text/html")
    for settings in ({"CAPEXCALC_OFFLINE": "1"}, {}):
        options = () if settings else ("--offline",)
        done = capexcalc("check", url, "--allow-local", *options, **settings)
        assert (done.returncode, "the network is switched off" in done.stderr) == (4, True)
    done = capexcalc("check", url)
    assert (done.returncode, "--allow-local" in done.stderr) == (2, True)
    assert not httpserver.log


def test_another_site_that_answers_is_named(capexcalc, httpserver):
    other = httpserver.url_for("/wall").replace("localhost", "127.0.0.1")
    httpserver.expect_request("/article").respond_with_data("", status=302, headers={"Location": other})
    httpserver.expect_request("/wall").respond_with_data("Please pay £5.", content_type="text/plain")
    done = capexcalc("check", httpserver.url_for("/article"), "--allow-local")
    assert "redirected to another site, 127.0.0.1" in done.stderr
