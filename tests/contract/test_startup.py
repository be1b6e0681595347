"""Start-up is a feature. These name what must not be loaded: no stopwatch, no luck."""

from __future__ import annotations

import inspect
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module

import pytest

LOADED = """
import runpy, sys
sys.argv = ["capexcalc", *sys.argv[1:]]
try:
    runpy.run_module("capexcalc", run_name="__main__")
except SystemExit as end:
    assert not end.code, end.code
sys.stderr.write("\\n".join(sys.modules))
"""

CONVERT = ("convert", "380bn", "CNY", "--to", "EUR", "--on", "2025-02-24")
HEAVY = {
    "babel",
    "dateutil",
    "duckdb",
    "filelock",
    "hashlib",
    "importlib.metadata",
    "jinja2",
    "logging",
    "pydantic",
    "requests",
    "tomllib",
    "unicode_rbnf",
    "urllib3",
    "zoneinfo",
}
# What platformdirs is asked for elsewhere, and it with it.
FOLDERS = {"platformdirs", "tempfile", "random"} if sys.platform == "linux" else set()
# Modules beyond those that typer loads by itself, which were 75 when last counted: more want a reason.
MOST = 77
OTHERS = {f"capexcalc.cli.{name}" for name in ("annualise", "compare", "check", "spending")}


@pytest.fixture
def loaded(environment: dict[str, str]) -> Callable[..., set[str]]:
    """The modules in memory when a command with these arguments has ended."""

    def loaded(*arguments: str, stdin: str = "") -> set[str]:
        command = [sys.executable, "-c", LOADED, *arguments]
        done = subprocess.run(
            command, input=stdin, env=environment, capture_output=True, text=True, check=True
        )
        return set(done.stderr.splitlines())

    return loaded


def test_convert_to_json_loads_nothing_it_does_not_need(loaded):
    modules = loaded(*CONVERT, "-f", "json")
    assert "capexcalc.output.json" in modules
    assert not modules & (HEAVY | OTHERS | FOLDERS | {"rich", "csv", "importlib.resources"})
    assert not {m for m in modules if m.startswith(("rich.", "capexcalc.claims", "capexcalc.finance"))}
    assert not {m for m in modules if m.startswith("capexcalc.output.pages")}


def test_convert_to_json_loads_few_modules_beyond_those_of_typer(loaded):
    code = "import runpy, sys, typer; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert len(loaded(*CONVERT, "-f", "json") - set(done.stdout.split())) <= MOST


def test_figure_scale_and_code_load_no_reader(loaded):
    reader = {f"capexcalc.reading.{name}" for name in ("reader", "lexicon", "language", "typed_amount")}
    assert not reader & loaded(*CONVERT, "-f", "json")
    assert not reader & loaded("annualise", "380bn CNY", "--over", "3y", "-f", "json")
    assert reader <= loaded(
        "convert", "380 Milliarden CNY", "--to", "EUR", "--on", "2025-02-24", "-f", "json"
    )


def test_no_catalogue_is_loaded_for_json_or_for_english(loaded, environment):
    environment["LANG"] = "fr_FR.UTF-8"
    assert not {m for m in loaded(*CONVERT, "-f", "json") if "languages" in m}
    environment["LANG"] = "en_GB.UTF-8"
    assert "capexcalc.output.languages.voice" not in loaded(*CONVERT)
    environment["LANG"] = "fr_FR.UTF-8"
    assert "capexcalc.output.languages.voice" in loaded(*CONVERT)


def test_a_file_of_settings_is_read_where_there_is_one(loaded, tmp_path, monkeypatch):
    (tmp_path / "capexcalc.toml").write_text("max-gap = 30")
    monkeypatch.chdir(tmp_path)
    assert "tomllib" in loaded(*CONVERT, "-f", "json")
    assert "tomllib" not in loaded("convert", "--help")


def test_a_table_loads_rich_and_no_more(loaded):
    modules = loaded(*CONVERT)
    assert "rich.table" in modules
    assert not modules & (OTHERS | HEAVY - {"logging"})
    assert not {m for m in modules if m.startswith(("capexcalc.claims", "capexcalc.finance"))}
    assert pages(modules) == {"convert"}


@pytest.mark.parametrize(("form", "other"), [("csv", "markdown"), ("markdown", "csv")])
def test_a_format_is_loaded_with_one_page_and_no_other_format(loaded, form, other):
    modules = loaded(*CONVERT, "-f", form)
    assert f"capexcalc.output.{form}" in modules
    assert not modules & {
        "rich",
        "capexcalc.output.table",
        "capexcalc.output.json",
        f"capexcalc.output.{other}",
    }
    assert pages(modules) == {"convert"}


def test_a_page_of_html_loads_its_template_and_no_table(loaded):
    modules = loaded(*CONVERT, "-f", "html")
    assert {"jinja2", "capexcalc.output.svg"} <= modules
    assert not modules & {"rich", "requests", "resvg_py", "filelock"}
    assert pages(modules) == {"convert"}


def test_a_document_is_shown_whole_for_html_alone(loaded):
    text = "It costs 380bn yuan (52bn euros)."
    arguments = ("check", "--on", "2025-02-24", "-q", "-f")
    beside = {"capexcalc.commands.rates", "capexcalc.output.marked", "capexcalc.output.pages.check_exhibit"}
    assert beside <= loaded(*arguments, "html", stdin=text)
    assert not beside & loaded(*arguments, "table", stdin=text)


def pages(modules: set[str]) -> set[str]:
    return {
        m.removeprefix("capexcalc.output.pages.") for m in modules if m.startswith("capexcalc.output.pages.")
    }


@pytest.mark.parametrize("jobs", ["1", "auto", "2"])
def test_check_loads_neither_network_nor_tables_nor_processes_for_json(loaded, jobs):
    modules = loaded("check", "--on", "2025-02-24", "-f", "json", "-j", jobs, stdin="380bn yuan (50bn euros)")
    assert not {m for m in modules if m.startswith("multiprocessing")}
    assert not modules & {"rich", "requests", "urllib3", "pydantic", "babel", "dateutil.parser", "logging"}


@pytest.mark.parametrize("arguments", [["--version"], ["convert", "--help"]])
def test_help_and_version_load_no_rates(loaded, arguments):
    assert not loaded(*arguments) & {"rich", "platformdirs"}


# What reads a kind of input, and what it takes to.
READERS = {
    "bounded",
    "html_library",
    "pdf_library",
    "html",
    "html_article",
    "html_metadata",
    "html_tags",
    "html_text",
    "markdown",
    "markup",
    "pdf",
    "docx",
    "folder",
}
LIBRARIES = {
    "trafilatura",
    "lxml",
    "pypdf",
    "zipfile",
    "pyexpat",
    "charset_normalizer",
    "requests",
    "urllib3",
}
TEXT = "It costs £5 million, or €6 million."


@pytest.mark.parametrize(
    ("name", "content", "readers", "libraries"),
    [
        ("in.txt", TEXT.encode(), set(), set()),
        ("in.txt", TEXT.encode("utf-16"), set(), set()),
        ("in.txt", TEXT.encode("cp1252"), set(), set()),
        ("in.txt", "Это стоит 5 млн рублей, не больше.".encode("cp1251"), set(), {"charset_normalizer"}),
        ("in.jsonl", b'{"text": "x"}\n', set(), set()),
        ("in.json", b'[{"text": "x"}]\n', set(), set()),
        ("in.md", TEXT.encode(), {"markdown", "markup", "html_tags"}, set()),
        ("in.docx", None, {"docx"}, {"zipfile", "pyexpat"}),
        # The library itself is at work in another process.
        ("in.pdf", None, {"pdf", "bounded", "pdf_library"}, set()),
        (".", TEXT.encode(), {"folder"}, set()),
    ],
)
def test_check_loads_what_its_input_needs_and_no_more(
    name, content, readers, libraries, loaded, tmp_path, pdf, docx
):
    if content is None:
        content = pdf(TEXT) if name == "in.pdf" else docx(f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>")
    path = tmp_path / name if name != "." else tmp_path / "in.txt"
    path.write_bytes(content)
    modules = loaded("check", str(tmp_path / name), "--on", "2024-05-06", "-f", "json", "-q")
    assert {each for each in READERS if f"capexcalc.documents.{each}" in modules} == readers
    assert modules & LIBRARIES == libraries


def test_a_page_loads_no_network(loaded, tmp_path):
    (tmp_path / "in.html").write_text(f"<html><body><p>{TEXT}</p></body></html>")
    modules = loaded("check", str(tmp_path / "in.html"), "--on", "2024-05-06", "-f", "json", "-q")
    assert "capexcalc.documents.bounded" in modules
    assert not {"requests", "capexcalc.net.page", "trafilatura", "lxml", "pypdf"} & modules


ROWS = "id,amount,currency,date\n" + "".join(
    f"{n},{amount},{currency},{day}\n"
    for n, (amount, currency, day) in enumerate(
        [
            ("12.50", "USD", "2024-05-06"),
            ("n/a", "GBP", "2024-05-06"),
            ("7", "XXQ", "2024-05-06"),
            ("8.00", "CHF", "soon"),
            ("9.5", "ADP", "2024-05-06"),
            ("$12.50", "CAD", "2024-05-06"),
            ("4 kr", "SEK", "2024-05-07"),
            ('"1,234.5"', "EUR", "2024-05-07"),
        ]
        * 40
    )
)
# Modules of batch beyond those of the libraries it needs and of typer, which were 109 when last counted.
MOST_OF_BATCH = 111


def test_rows_are_converted_without_an_engine_a_reader_or_what_only_explains(loaded, tmp_path):
    (tmp_path / "in.csv").write_text(ROWS)
    columns = ("--amount", "amount", "--currency", "currency", "--date", "date", "--to", "EUR")
    command = ("batch", str(tmp_path / "in.csv"), "--out", str(tmp_path / "out.csv"), *columns, "-q")
    loaded(*command)  # the first run makes the rate calendar
    modules = loaded(*command)
    assert modules >= {"numpy", "pyarrow", "orjson", "capexcalc.bulk.finished"}
    assert modules & HEAVY == set()
    assert not modules & {
        "pyarrow.compute",
        "pydoc",
        "concurrent.futures",
        "statistics",
        "openpyxl",
        "pandas",
    }
    assert not modules & {f"capexcalc.bulk.{name}" for name in ("look", "sheets", "texts", "json_files")}
    assert not modules & {f"capexcalc.reading.{name}" for name in ("reader", "lexicon", "mentions")}
    code = "import numpy, orjson, pyarrow.csv, pyarrow._compute, runpy, sys, typer; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert len(modules - set(done.stdout.split())) <= MOST_OF_BATCH


def test_to_import_the_package_loads_nothing_else():
    code = "import sys; before = set(sys.modules); import capexcalc; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["capexcalc"]


def test_a_conversion_from_python_loads_no_more_than_one_from_the_shell():
    work = "import capexcalc; capexcalc.convert('5 USD', 'EUR', '2025-02-24')"
    code = f"import sys; before = set(sys.modules); {work}; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    modules = set(done.stdout.split())
    assert not modules & (HEAVY | {"rich", "typer", "csv", "importlib.resources"})
    assert not {
        m for m in modules if m.startswith(("capexcalc.claims", "capexcalc.finance", "capexcalc.cli"))
    }


@pytest.mark.parametrize(
    "name",
    [
        *("program", "options", "complete", "convert", "annualise", "compare", "check", "batch"),
        *("rates.status", "rates.show", "rates.update", "spending.show", "spending.fetch", "config.show"),
    ],
)
def test_typer_has_no_annotation_to_evaluate(name):
    module = import_module(f"capexcalc.cli.{name}")
    functions = [each for _, each in inspect.getmembers(module, inspect.isfunction)]
    own = [each for each in functions if each.__module__ == module.__name__]
    assert own
    assert not [each for each in own if any(isinstance(a, str) for a in each.__annotations__.values())]
