"""``--chart`` draws what a command found into a file beside what it prints."""

from __future__ import annotations

import struct
import sys
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

PRIOR = "examples/alibaba-capex.csv"
COMMANDS = [
    ("rates", "show", "CNY", "EUR", "--from", "2025-02-03", "--to", "2025-02-28"),
    ("spending", "show", PRIOR),
    ("compare", "380bn CNY", "--over", "3y", "--prior", PRIOR, "--on", "2026-06-30"),
]


@pytest.fixture(autouse=True)
def checkout(request, monkeypatch):
    monkeypatch.chdir(request.config.rootpath)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_chart_is_drawn_and_the_result_is_printed_as_ever(command, capexcalc, tmp_path):
    file = tmp_path / "out.svg"
    done = capexcalc(*command, "--chart", str(file))
    assert (done.code, done.out) == (0, capexcalc(*command).out)
    root = ElementTree.parse(file).getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("aria-label") in {
        "1 CNY in EUR, 2025-02-03 to 2025-02-28 (ECB)",
        "Spent a year, in CNY",
    }


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_chart_as_png_has_its_size(command, capexcalc, tmp_path):
    pytest.importorskip("resvg_py", reason="PNG needs the charts extra")
    file = tmp_path / "out.PNG"
    done = capexcalc(*command, "--chart", str(file))
    if "no font" in done.err:
        pytest.skip("no font on this machine, which PNG is written with")
    assert done.code == 0
    content = file.read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">I", content[16:20]) == (1280,)


@pytest.mark.parametrize("name", ["out.gif", "out", "svg", "out.svg.gz"])
def test_another_ending_is_refused_before_anything_is_printed(name, capexcalc, tmp_path):
    done = capexcalc(*COMMANDS[1], "--chart", str(tmp_path / name))
    assert (done.code, done.out) == (2, "")
    assert "a chart is a file of .svg or .png" in done.err
    assert not [*tmp_path.iterdir()]


def test_a_file_that_cannot_be_written_is_named(capexcalc, tmp_path):
    done = capexcalc(*COMMANDS[1], "--chart", str(tmp_path / "no" / "out.svg"))
    assert (done.code, done.out) == (4, "")
    assert "out.svg: no such file" in done.err


def test_without_the_library_png_says_what_to_install(capexcalc, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    done = capexcalc(*COMMANDS[1], "--chart", str(tmp_path / "out.png"))
    assert done.code == 2
    assert "pipx inject capexcalc resvg-py" in done.err


def test_without_a_font_png_is_refused_instead_of_drawn_without_words(capexcalc, tmp_path, monkeypatch):
    drawn = pytest.importorskip("resvg_py", reason="PNG needs the charts extra")

    def without_fonts(svg_string, **given):
        return drawn_by(svg_string=svg_string, skip_system_fonts=True, **given)

    drawn_by = drawn.svg_to_bytes
    monkeypatch.setattr(drawn, "svg_to_bytes", without_fonts)
    done = capexcalc(*COMMANDS[1], "--chart", str(tmp_path / "out.png"))
    assert done.code == 2
    assert "write .svg instead" in done.err
    assert not [*tmp_path.iterdir()]


def test_a_png_has_two_pixels_for_each_of_the_drawing(capexcalc, tmp_path, monkeypatch):
    def drawn(svg_string, zoom=1):
        return f"{zoom} {svg_string}".encode()

    monkeypatch.setitem(sys.modules, "resvg_py", SimpleNamespace(svg_to_bytes=drawn))
    assert capexcalc(*COMMANDS[1], "--chart", str(tmp_path / "out.png")).code == 0
    assert (tmp_path / "out.png").read_bytes().startswith(b"2 <svg ")
