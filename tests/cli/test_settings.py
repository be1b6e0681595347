"""What is settled once: an option over the environment over the nearest file over the user's own."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from capexcalc.cli.context import Outside
from capexcalc.cli.program import run
from capexcalc.cli.setting_table import SETTINGS
from capexcalc.cli.settings import Settings
from capexcalc.errors import CapexcalcError

DOLLARS = ("convert", "5bn USD", "--on", "2025-02-24", "-f", "csv")

Shell = Callable[..., tuple[int, str, str]]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's configuration folder."""
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: folder)
    return folder


@pytest.fixture
def shell(own: Path, tmp_path: Path) -> Shell:
    """Run the arguments two folders below tmp_path/project."""
    folder = tmp_path / "project" / "2025" / "02"
    folder.mkdir(parents=True)

    def call(*arguments: str, stdin: str = "", **environ: str) -> tuple[int, str, str]:
        out, err = io.StringIO(), io.StringIO()
        outside = Outside(
            stdin=io.BytesIO(stdin.encode()),
            stdout=out,
            stderr=err,
            width=80,
            today=date(2026, 11, 1),
            environ={"CAPEXCALC_CACHE_DIR": str(tmp_path / "no cache"), **environ},
            folder=folder,
        )
        return run(arguments, outside), out.getvalue(), err.getvalue()

    return call


def targets(printed: str) -> list[str]:
    return [line.split(",")[3] for line in printed.splitlines()[1:]]


def test_an_option_wins_over_the_environment_over_the_nearest_file_over_the_users(shell, own, tmp_path):
    (own / "capexcalc.toml").write_text('to = "JPY"\nexact = true\n')
    assert targets(shell(*DOLLARS)[1]) == ["JPY"]
    (tmp_path / "project" / "capexcalc.toml").write_text('to = ["GBP", "yuan"]\n')
    assert targets(shell(*DOLLARS)[1]) == ["GBP", "CNY"]
    (tmp_path / "project" / "2025" / "capexcalc.toml").write_text('to = "CHF"\n')
    assert targets(shell(*DOLLARS)[1]) == ["CHF"]  # the nearest alone
    assert targets(shell(*DOLLARS, CAPEXCALC_TO="SEK,NOK")[1]) == ["SEK", "NOK"]
    assert targets(shell(*DOLLARS, CAPEXCALC_TO=" ")[1]) == ["CHF"]
    assert targets(shell(*DOLLARS, "--to", "EUR", CAPEXCALC_TO="SEK")[1]) == ["EUR"]
    assert "5,000,000,000 USD" in shell(*DOLLARS[:-2])[1]  # the user's own holds where the nearest is silent


def test_words_win_over_settings(shell):
    done = shell("convert", "5bn USD to EUR", "--on", "2025-02-24", "-f", "csv", CAPEXCALC_TO="SEK")
    assert targets(done[1]) == ["EUR"]


def test_config_show_says_where_each_value_comes_from(shell, own, tmp_path):
    (own / "capexcalc.toml").write_text("\n# mine\nmax-gap = 30\n")
    project = tmp_path / "project" / "capexcalc.toml"
    project.write_text('tolerance = 0.01\n"fail-on" = ["refuted", "close"]\n')
    code, out, _ = shell("config", "show", "-f", "json", CAPEXCALC_OFFLINE="yes")
    found = {each.pop("key"): tuple(each.values()) for each in json.loads(out)["result"]}
    assert code == 0
    assert list(found) == [setting.key for setting in SETTINGS]
    assert found["max-gap"] == ("30", "file", f"{own / 'capexcalc.toml'}:3")
    assert found["tolerance"] == ("0.01", "file", f"{project}:1")
    assert found["fail-on"] == ("refuted,close", "file", f"{project}:2")
    assert found["offline"] == ("true", "environment", "CAPEXCALC_OFFLINE")
    assert found["source"] == ("auto", "default", None)
    assert found["lang"] == (None, "default", None)


def test_a_format_holds_for_the_commands_that_have_it(shell, own):
    (own / "capexcalc.toml").write_text('format = "line"')
    text = "They spend 380bn yuan (70bn euros)."
    assert shell("check", "--on", "2025-02-24", stdin=text)[1].startswith("-:1:12: refuted:")
    assert "Converted" in shell("convert", "5bn USD to EUR", "--on", "2025-02-24")[1]
    assert shell("rates", "export", "EUR", "USD", "--from", "2025-02-24", "--to", "2025-02-24")[0] == 0


def test_the_rows_of_a_batch_are_no_result_to_be_printed_otherwise(shell, tmp_path):
    (tmp_path / "in.csv").write_text("value,currency,signed\n5,USD,2025-02-24\n")
    columns = ("--amount", "value", "--currency", "currency", "--date", "signed")
    out = str(tmp_path / "out.csv")
    done = shell(
        "batch", str(tmp_path / "in.csv"), "--out", out, *columns, CAPEXCALC_FORMAT="json", CAPEXCALC_TO="EUR"
    )
    assert (done[0], done[1]) == (0, "")
    assert "amount_eur" in (tmp_path / "out.csv").read_text()


def test_an_error_comes_in_the_format_that_is_settled(shell):
    code, out, _ = shell("convert", "much", CAPEXCALC_FORMAT="json", CAPEXCALC_TO="EUR")
    assert (code, json.loads(out)["error"]["code"]) == (2, "no_amount")
    assert shell("convert", "much", "-f", "csv", CAPEXCALC_FORMAT="json", CAPEXCALC_TO="EUR")[1] == ""


def test_a_verdict_to_fail_on_is_settled_too(shell):
    text = "They spend 380bn yuan (70bn euros)."
    assert shell("check", "--on", "2025-02-24", stdin=text, CAPEXCALC_FAIL_ON="close,refuted")[0] == 10


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        ('to = "EUR"\nformt = "csv"\n', "unknown_setting", ":2: unknown setting 'formt'"),
        ("[convert]\nto = 1\n", "unknown_setting", ":1: unknown setting 'convert'"),
        ('\n[[to]]\na = "EUR"', "bad_setting", ":2: to: "),
        ("to = 5", "bad_setting", ":1: to: '5' is not a text, or a list"),
        ("to = []", "bad_setting", ":1: to: '[]' is not"),
        ('to = "XYZ"', "bad_setting", ":1: to: unknown currency: XYZ"),
        ('max-gap = "7"', "bad_setting", ":1: max-gap: '7' is not a whole number"),
        ("max-gap = true", "bad_setting", ":1: max-gap: 'True' is not a whole number"),
        ("max-gap = 36601", "bad_setting", ":1: max-gap: 36601 is not from 0 to 36,600"),
        ("offline = 1", "bad_setting", ":1: offline: '1' is not true or false"),
        ('tolerance = "2"', "bad_setting", ":1: tolerance: '2' is no tolerance"),
        ('format = "xml"', "bad_setting", ":1: format: 'xml' is no format"),
        ('source = "imf"', "bad_setting", ":1: source: unknown source of rates: imf"),
        ('lang = "xx"', "bad_setting", ":1: lang: no lexicon for language 'xx'"),
        ('encoding = "xx"', "bad_setting", ":1: encoding: no encoding is called 'xx'"),
        ('fail-on = "wrong"', "bad_setting", ":1: fail-on: --fail-on 'wrong' is no verdict"),
        ('to = "EUR', "bad_setting", "not TOML"),
        ("a = " + "[" * 100_000, "bad_setting", "not TOML"),
        ("\x00", "binary_file", "a binary file"),
        ("#" * 1_000_001, "file_too_large", "larger than 1 MB"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_line(content, code, said, shell, tmp_path):
    path = tmp_path / "project" / "capexcalc.toml"
    path.write_text(content)
    ended, out, err = shell("config", "show", "-f", "json")
    assert (ended, json.loads(out)["error"]["code"]) == (2, code)
    assert err.startswith(f"error: {path}")
    assert said in err


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("CAPEXCALC_MAX_GAP", "x", "CAPEXCALC_MAX_GAP: 'x' is not a whole number"),
        ("CAPEXCALC_MAX_GAP", "9" * 5000, "CAPEXCALC_MAX_GAP: "),
        ("CAPEXCALC_MAX_GAP", "-1", "CAPEXCALC_MAX_GAP: '-1' is not a whole number"),
        ("CAPEXCALC_QUIET", "maybe", "CAPEXCALC_QUIET: 'maybe' is not true or false"),
        ("CAPEXCALC_TO", "EUR,XYZ", "CAPEXCALC_TO: unknown currency: XYZ"),
    ],
)
def test_a_variable_that_is_wrong_is_named(variable, value, said, shell):
    ended, _, err = shell("config", "show", **{variable: value})
    assert ended == 2
    assert err.startswith(f"error: {said}")


@pytest.mark.parametrize(("value", "is_set"), [("1", True), ("On", True), ("0", False), ("no", False)])
def test_a_flag_may_be_said_in_many_ways(value, is_set):
    assert Settings({"CAPEXCALC_QUIET": value}, None).get("quiet") is is_set


def test_limits_are_inside():
    assert Settings({"CAPEXCALC_MAX_GAP": "36600"}, None).get("max-gap") == 36600
    with pytest.raises(CapexcalcError):
        Settings({"CAPEXCALC_MAX_GAP": "36601"}, None).get("max-gap")


def test_an_empty_file_settles_nothing(shell, tmp_path):
    (tmp_path / "project" / "capexcalc.toml").write_text("\n")
    (tmp_path / "project" / "2025" / "capexcalc.toml").mkdir()  # a folder is no file
    assert "capexcalc.toml" not in shell("config", "show")[1]


def test_help_needs_no_file_to_be_right(shell, own, capsys):
    (own / "capexcalc.toml").write_text("wrong")
    assert shell("convert", "--help")[0] == 0
    assert "--max-gap DAYS" in capsys.readouterr().out
    assert shell("config", "show", "--schema")[0] == 0


def test_every_setting_stands_on_its_page():
    page = (Path(__file__).parents[2] / "docs" / "settings.md").read_text("utf-8")
    for setting in SETTINGS:
        row = f"| `{setting.key}` | {f'`{setting.default}`' if setting.default else ''}"
        assert f"{row.rstrip()} | {setting.meaning}" in page
