"""The program: commands found by name and loaded when used, every failure turned into its exit code."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from keyword import iskeyword
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from .. import __version__
from ..errors import CapexcalcError, ExitCode, system
from ..words import Phrase, speaking
from .command import Command
from .context import OutputError, Outside
from .ui import language_of

# In the order of the help; each is a module of this package with a function of the same name, or a package
# with COMMANDS of its own.
COMMANDS = ("convert", "annualise", "compare", "check", "spending", "rates", "batch", "config")
_ALIASES = {"annualize": "annualise"}

EPILOG = """\b
Examples:
  capexcalc convert 380bn CNY --to EUR --on 2025-02-24
  capexcalc check examples/alibaba-fr.txt --on 2025-02-24 --prior examples/alibaba-capex.csv
"""


def run(arguments: Sequence[str], outside: Outside) -> int:
    """One command line, start to end; returns the exit code. Without arguments it prints the help."""
    outside = replace(outside, arguments=tuple(arguments))
    try:
        rest, language = language_of(arguments, lambda: _form(arguments, outside), outside)
    except CapexcalcError as error:
        return _report(error, outside, as_json=_form(arguments, outside) == "json")
    with speaking(language):
        return _run(rest, outside)


def _run(arguments: list[str], outside: Outside) -> int:
    try:
        _dispatch(_meant(arguments), outside)
        return ExitCode.DONE
    except typer.Exit as end:
        return end.exit_code
    except BrokenPipeError:
        outside.abandon_stdout()
        return ExitCode.DONE
    except CapexcalcError as error:
        problem = error
    except typer.TyperException as error:
        from .misuse import misused

        problem = misused(error)
    except OSError as error:
        # Typer prints help and completions by itself, past Outside.write.
        problem = OutputError(
            "output_failed",
            "{file}: {reason}",
            file=error.filename or Phrase("standard output"),
            reason=system(error.strerror or ""),
        )
    except Exception as error:
        if outside.environ.get("CAPEXCALC_DEBUG"):
            raise
        from ..bug import bug_in

        problem = bug_in(error)
    return _report(problem, outside, as_json=_form(arguments, outside) == "json")


def _meant(arguments: Sequence[str]) -> list[str]:
    """``arguments`` as the options they stand for: nothing is help, and so is "help COMMAND"."""
    match list(arguments):
        case [] | ["help"]:
            return ["--help"]
        case ["help", *command]:
            return [*command, "--help"]
        case ["version"]:
            return ["--version"]
        case given:
            return given


def _dispatch(arguments: list[str], outside: Outside) -> None:
    group = root()
    if "_CAPEXCALC_COMPLETE" in outside.environ:
        # The shell asks for completions, which Typer prints.
        group.main(arguments, prog_name="capexcalc")
    # Not group.main: it has exit codes and messages of its own.
    with group.make_context("capexcalc", arguments, obj=outside) as ctx:
        group.invoke(ctx)


def root() -> Any:
    """The command that holds all others."""
    app = typer.Typer(
        cls=_lazy(str(__package__), COMMANDS),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        epilog=EPILOG,
    )
    app.callback()(_capexcalc)
    return typer.main.get_command(app)


def _lazy(package: str, names: Sequence[str]) -> type[TyperGroup]:
    """A group that imports a command when it is asked for: start-up pays for one, not for all."""

    class Lazy(TyperGroup):
        def __init__(self, **settings: Any) -> None:
            super().__init__(**settings)
            # The names, for the help and for suggestions; what they stand for comes from get_command.
            known: Any = dict.fromkeys(names)
            self.commands = known

        def get_command(self, ctx: Any, cmd_name: str) -> Any:
            name = _ALIASES.get(cmd_name, cmd_name)
            return _load(package, name) if name in names else None

    return Lazy


def _load(package: str, name: str) -> Any:
    own = f"{name}_" if iskeyword(name) else name  # rates import
    module = import_module(f".{own}", package)
    commands = getattr(module, "COMMANDS", ())
    app = typer.Typer(
        name=name,
        cls=_lazy(module.__name__, commands),
        help=module.__doc__,
        epilog=module.EPILOG,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    if commands:
        app.callback()(_nothing)
    else:
        app.command(name, cls=Command, epilog=module.EPILOG)(getattr(module, own))
    return typer.main.get_command(app)


def _nothing() -> None:
    """A group does nothing before its commands."""


def _print_version(ctx: typer.Context, wanted: bool) -> None:
    if wanted:
        outside: Outside = ctx.obj
        outside.write(f"capexcalc {__version__}\n")
        raise typer.Exit


def _capexcalc(
    version: Annotated[
        bool,
        typer.Option("--version", "-V", is_eager=True, callback=_print_version, help="Print the version."),
    ] = False,
    ui: Annotated[
        str | None,
        typer.Option(
            "--ui",
            metavar="CODE",
            help="Language of what is printed: fr, de, ja ... Anywhere on the line; else the locale's.",
        ),
    ] = None,
) -> None:
    """Check the money in the news: dated conversions, annual amounts, past spending, verdicts.

    "capexcalc help COMMAND" tells of one command.
    """


def _report(problem: CapexcalcError, outside: Outside, *, as_json: bool) -> int:
    for notice in outside.heard():
        outside.say("warning", notice.message)
    outside.say("error", problem.message)
    if problem.hint:
        outside.say("hint", problem.hint)
    if isinstance(problem, OutputError):
        outside.abandon_stdout()
    elif as_json:
        from ..output.json import error

        outside.as_data()
        try:
            outside.write(error(problem, ascii_only=not outside.unicode) + "\n")
        except (BrokenPipeError, OutputError):
            # The error has been said on standard error: a second one here adds nothing.
            outside.abandon_stdout()
    return problem.exit_code


def _form(arguments: Sequence[str], outside: Outside) -> str:
    """The format among the arguments, in any of its spellings, though they may be faulty otherwise; else what
    is settled."""
    form = ""
    following = iter(arguments)
    for argument in following:
        if argument == "--":
            break
        if argument.startswith("--format="):
            form = argument.removeprefix("--format=")
        elif argument in ("--format", "-f", "-qf"):
            form = next(following, "")
        elif argument.startswith("-f"):
            form = argument.removeprefix("-f")
    if not form:
        with suppress(CapexcalcError):
            form = outside.settings.get("format") or ""
    return form
