"""Write man/: the manual page of every command, made of its help.

python tools/build_man.py
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from build_cli import commands
from capexcalc import __version__
from capexcalc.cli.context import Outside
from capexcalc.cli.program import root

FOLDER = Path(__file__).parent.parent / "man"
README = Path(__file__).parent.parent / "README.md"

_ENVIRONMENT = (
    ("CAPEXCALC_CACHE_DIR", "The folder of rates that were fetched."),
    ("CAPEXCALC_<SOURCE>_URL", "A mirror of a source: its scheme and host."),
    ("CAPEXCALC_SEC_EMAIL", "The address that the SEC asks for."),
    ("CAPEXCALC_<SETTING>", "A setting, as CAPEXCALC_TO=EUR; capexcalc-config-show(1) lists them."),
    ("NO_COLOR, COLUMNS", "No colour; the width of tables."),
)
_FILES = (("capexcalc.toml", "Settings, in the working folder, above it, or in your configuration folder."),)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    wanted = pages()
    for path in FOLDER.glob("*.1"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, "utf-8")


def pages() -> dict[str, str]:
    """Every page as it should be, by its file name."""
    every = list(commands())
    return {f"{'-'.join(words)}.1": "\n".join(_page(words, every)) + "\n" for words in every}


def _page(words: tuple[str, ...], every: list[tuple[str, ...]]) -> Iterator[str]:
    with _context(words) as ctx:
        command, name = ctx.command, "-".join(words)
        told, *more = (" ".join(each.split()) for each in re.split(r"\n\s*\n", command.help or ""))
        yield f'.TH "{_plain(name.upper())}" "1" "" "capexcalc {__version__}" "Check the money in the news"'
        yield from (".SH NAME", f"{_plain(name)} \\- {_plain(told.rstrip('.'))}")
        usage = " ".join(each.strip("{}") for each in command.collect_usage_pieces(ctx))
        yield from (".SH SYNOPSIS", f"\\fB{_plain(' '.join(words))}\\fR {_plain(usage)}")
        yield ".SH DESCRIPTION"
        for paragraph in more or (told,):
            yield from (".PP", _text(paragraph))
        records = [record for each in command.get_params(ctx) if (record := each.get_help_record(ctx))]
        yield from _list("OPTIONS", ((each, help_) for each, help_ in records))
        below = [each for each in every if each[:-1] == words]
        yield from _list("COMMANDS", ((" ".join(each), _first(each)) for each in below))
        yield ".SH EXAMPLES"
        for line in command.epilog.partition("Examples:\n")[2].strip().splitlines():
            yield from (".PP", ".nf", _text(line.strip()), ".fi")
        yield from _list("EXIT STATUS", _exit_codes())
        if len(words) == 1:
            yield from _list("ENVIRONMENT", _ENVIRONMENT)
            yield from _list("FILES", _FILES)
        others = [each for each in every if each in (words[:-1], words[:1]) or each[:-1] == words]
        yield ".SH SEE ALSO"
        yield ", ".join(f"\\fB{_plain('-'.join(each))}\\fR(1)" for each in dict.fromkeys(others)) or "man"


def _context(words: tuple[str, ...]) -> Any:
    """The context of a command, as its help has it."""
    outside = Outside(None, None, None, 80, date.max, {})
    ctx = root().make_context(words[0], [], obj=outside, resilient_parsing=True)
    for word in words[1:]:
        inner = ctx.command.get_command(ctx, word)
        ctx = inner.make_context(word, [], parent=ctx, resilient_parsing=True)
    return ctx


def _first(words: tuple[str, ...]) -> str:
    with _context(words) as ctx:
        return " ".join(re.split(r"\n\s*\n", ctx.command.help)[0].split())


def _exit_codes() -> list[tuple[str, str]]:
    """Those of the README, which tells them to scripts."""
    rows = re.findall(r"^\| (\d+) \| (.+) \|$", README.read_text("utf-8"), re.M)
    return [(code, meaning.replace("`", "")) for code, meaning in rows]


def _list(title: str, items: Any) -> Iterator[str]:
    found = list(items)
    if found:
        yield f".SH {title}"
    for name, said in found:
        yield from (".TP", f"\\fB{_plain(name)}\\fR", _text(" ".join(said.split())))


def _text(text: str) -> str:
    """A line of text: one that begins like a request would be taken for one."""
    plain = _plain(text)
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain


def _plain(text: str) -> str:
    return text.replace("\\", "\\e").replace("-", "\\-")


if __name__ == "__main__":
    main()
