"""What a user has settled once for all commands: ``capexcalc.toml`` and ``CAPEXCALC_*``.

An option wins over the environment, that over the file nearest to the working folder, that over the user's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ..errors import CapexcalcError, UsageError, quoted
from ..words import Template

if TYPE_CHECKING:
    from ..commands.settings import SettingValue

FILE = "capexcalc.toml"
_LARGEST = 1_000_000  # bytes
_YES, _NO = ("1", "true", "yes", "on", "y", "t"), ("", "0", "false", "no", "off", "n", "f")


Environ = Mapping[str, str]


class Setting(NamedTuple):
    """One row a setting. ``key`` is its name in a file, ``parameter`` that of the commands it is for, None if
    it is asked for by ``Settings.get`` alone; ``check`` raises CapexcalcError for a value that is none."""

    key: str
    kind: Literal["text", "list", "number", "flag"]
    parameter: str | None
    default: str
    meaning: str
    check: Callable[[Any, Environ], object]

    @property
    def variable(self) -> str:
        return f"CAPEXCALC_{self.key.upper().replace('-', '_')}"


def _form(value: str, environ: Environ) -> None:
    from ..output.formats import FORMATS

    if value not in FORMATS:
        raise UsageError(
            "usage",
            "{value} is no format",
            "one of {formats}",
            value=quoted(value),
            formats=", ".join(FORMATS),
        )


def _targets(value: list[str], environ: Environ) -> None:
    from ..commands.values import currencies

    currencies(value)


def _share(value: str, environ: Environ) -> None:
    from ..commands.values import share

    share(value)


def _source(value: str, environ: Environ) -> None:
    from ..commands.workspace import Workspace

    Workspace(environ, date.max).book(source=value, max_gap=0)


def _flag(value: bool, environ: Environ) -> None:
    """Either is good."""


def _gap(value: int, environ: Environ) -> None:
    from .options import LONGEST_GAP

    if not 0 <= value <= LONGEST_GAP:
        raise UsageError(
            "usage", "{value} is not from 0 to {most:,} days", "max-gap = 7", value=value, most=LONGEST_GAP
        )


def _verdicts(value: list[str], environ: Environ) -> None:
    from .check import verdicts

    verdicts(value)


def _encoding(value: str, environ: Environ) -> None:
    from ..documents.plain import known_encoding

    known_encoding(value)


def _language(value: str, environ: Environ) -> None:
    from ..reading.lexicon import load_lexicon

    load_lexicon(value)


SETTINGS = (
    Setting("to", "list", "to", "", "currencies to convert to", _targets),
    Setting("format", "text", "form", "table", "how to print a result, where a command can", _form),
    Setting("source", "text", "source", "auto", "whose rates", _source),
    Setting("max-gap", "number", "max_gap", "7", "how many days old a rate may be on the date asked", _gap),
    Setting("offline", "flag", "offline", "false", "use what is in the cache, no network", _flag),
    Setting("lang", "text", "lang", "", "language of what is read; detected if not given", _language),
    Setting("encoding", "text", "encoding", "", "what texts are saved in; guessed if not given", _encoding),
    Setting("tolerance", "text", "tolerance", "2%", "how far off a figure still counts as close", _share),
    Setting("fail-on", "list", "fail_on", "", "verdicts for which check ends with 10", _verdicts),
    Setting("figures", "flag", "figures", "false", "list every figure that was read", _flag),
    Setting("explain", "flag", "explain", "false", "show the working", _flag),
    Setting("exact", "flag", "exact", "false", "print every digit", _flag),
    Setting("quiet", "flag", "quiet", "false", "no warnings; of a check only what does not hold", _flag),
)
_BY_KEY = {setting.key: setting for setting in SETTINGS}
_BY_PARAMETER = {setting.parameter: setting for setting in SETTINGS if setting.parameter}


class Found(NamedTuple):
    """A value, and where it is set: the name of a variable, or file and line."""

    value: Any
    place: str
    in_file: bool = False


class Settings:
    """``folder`` is where the search for a file begins; with None no file is read, not even the user's.

    Nothing is read before it is asked for. ``get`` and ``shown`` raise UsageError (``unknown_setting``,
    ``bad_setting``) naming variable or file and line, and what ``textfile.read_text`` raises.
    """

    def __init__(self, environ: Mapping[str, str], folder: Path | None) -> None:
        self._environ = environ
        self._folder = folder

    def get(self, key: str) -> Any:
        """The value of a setting; None where nobody set it."""
        found = self._found(_BY_KEY[key])
        return None if found is None else found.value

    def of_parameter(self, name: str) -> Any:
        """The same, for a parameter of a command."""
        setting = _BY_PARAMETER.get(name)
        return None if setting is None else self.get(setting.key)

    def shown(self) -> Iterator[SettingValue]:
        """Each setting, its value and where that comes from."""
        from ..commands.settings import SettingValue

        for setting in SETTINGS:
            found = self._found(setting)
            if found is None:
                yield SettingValue(setting.key, setting.default or None, "default", None)
            else:
                origin: Literal["file", "environment"] = "file" if found.in_file else "environment"
                yield SettingValue(setting.key, _plain(found.value), origin, found.place)

    def _found(self, setting: Setting) -> Found | None:
        given = self._environ.get(setting.variable, "")
        own = Found(given, setting.variable) if given.strip() else None
        found = own or self._files.get(setting.key)
        if found is None:
            return None
        try:
            value = _read(setting, found)
            setting.check(value, self._environ)
        except CapexcalcError as error:
            where = f"{found.place}: {setting.key}" if found.in_file else found.place
            raise UsageError(
                "bad_setting", "{where}: {fault}", error.advice, where=where, fault=error.said
            ) from None
        return found._replace(value=value)

    @cached_property
    def _files(self) -> dict[str, Found]:
        """What is set in files, the nearest first."""
        found: dict[str, Found] = {}
        for path in self._paths():
            for key, value in _in_file(path).items():
                found.setdefault(key, value)
        return found

    def _paths(self) -> Iterator[Path]:
        if self._folder is None:
            return
        try:
            here = self._folder.absolute()
        except OSError:  # the working folder is gone
            return
        nearest = next((path for path in map(_file_in, (here, *here.parents)) if path.is_file()), None)
        if nearest is not None:
            yield nearest
        from platformdirs import user_config_path

        own = _file_in(user_config_path("capexcalc", appauthor=False))
        if own != nearest and own.is_file():
            yield own


def _file_in(folder: Path) -> Path:
    return folder / FILE


def _in_file(path: Path) -> dict[str, Found]:
    import tomllib  # here: most have no file

    from ..textfile import decode, read_bytes

    data = read_bytes(path, _LARGEST)
    if not data.strip():
        return {}
    text = decode(path, data)
    try:
        values = tomllib.loads(text.replace("\r\n", "\n"), parse_float=str)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise UsageError(
            "bad_setting", "{path}: not TOML: {fault}", 'as in: to = "EUR,USD"', path=path, fault=fault
        ) from None
    found = {key: Found(value, f"{path}:{_line(text, key)}", in_file=True) for key, value in values.items()}
    for key in found:
        if key not in _BY_KEY:
            raise _unknown(found[key].place, key)
    return found


def _line(text: str, key: str) -> int:
    """The line a key stands on."""
    at = re.search(rf"^[ \t]*\[*[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*[=.\]]", text, re.M)
    return text.count("\n", 0, at.start()) + 1 if at else 1


def _unknown(place: str, key: str) -> UsageError:
    from difflib import get_close_matches

    near = get_close_matches(key, _BY_KEY, 1)
    return UsageError(
        "unknown_setting",
        "{place}: unknown setting {key}",
        "did you mean {near}?" if near else "capexcalc config show lists them",
        place=place,
        key=quoted(key),
        near=near[0] if near else None,
    )


def _read(setting: Setting, found: Found) -> Any:
    """The value in the type of its kind."""
    value = found.value
    match setting.kind, value:
        case "text", str() if value:
            return value
        case "text", int() if not isinstance(value, bool):
            return str(value)
        case "list", str():
            return [value]
        case "list", list() if value and all(isinstance(each, str) for each in value):
            return value
        case "number", int() if not isinstance(value, bool):
            return value
        case "number", str() if not found.in_file and value.strip().isascii() and value.strip().isdigit():
            return int(value) if len(value) < 10 else -1
        case "flag", bool():
            return value
        case "flag", str() if not found.in_file and value.strip().lower() in (*_YES, *_NO):
            return value.strip().lower() in _YES
    raise UsageError("bad_setting", _WANTED[setting.kind], value=quoted(str(value)))


_WANTED: dict[str, Template] = {
    "text": "{value} is not a text",
    "list": '{value} is not a text, or a list of them: ["EUR", "USD"]',
    "number": "{value} is not a whole number",
    "flag": "{value} is not true or false",
}


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(value) if isinstance(value, list) else str(value)
