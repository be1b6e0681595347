"""What a user has settled once for all commands: ``capexcalc.toml`` and ``CAPEXCALC_*``.

An option wins over the environment, that over the file nearest to the working folder, that over the user's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ..errors import CapexcalcError, UsageError, quoted
from ..folders import user_folder
from ..words import Phrase, Template
from .setting_table import SETTINGS, Setting

if TYPE_CHECKING:
    from ..commands.settings import SettingValue

FILE = "capexcalc.toml"
_LARGEST = 1_000_000  # bytes
_YES, _NO = ("1", "true", "yes", "on", "y", "t"), ("", "0", "false", "no", "off", "n", "f")

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
        own = _file_in(user_folder("config", self._environ))
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
        told = Phrase("nested too deeply") if isinstance(fault, RecursionError) else str(fault)
        raise UsageError(
            "bad_setting", "{path}: not TOML: {fault}", 'as in: to = "EUR,USD"', path=path, fault=told
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
