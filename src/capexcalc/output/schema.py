"""JSON Schema (draft 2020-12) of what each command prints, made from the result types themselves."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from importlib import resources
from pkgutil import resolve_name
from types import GenericAlias, NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from ..errors import Notice
from ..money.periods import Span
from ..words import Phrase
from .commands import COMMANDS, Printed
from .json import ERROR, printed_name, schema_id

Schema = dict[str, Any]

_LEAVES: Mapping[object, Schema] = {
    str: {"type": "string"},
    Phrase: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    NoneType: {"type": "null"},
    object: {},
    Decimal: {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
    date: {"type": "string", "format": "date"},
    Span: {"type": "string", "pattern": r"^P(\d+Y)?(\d+M)?(\d+D)?$", "description": "ISO 8601 duration."},
}


def shipped(command: str) -> str:
    """The text of the schema file that comes with the package."""
    return resources.files("capexcalc.output").joinpath(f"schemas/{command}.json").read_text("utf-8")


def generated() -> dict[str, str]:
    """Every schema file's text by its name, from the types as they are now."""
    schemas = {command: _command(command, *_types(printed)) for command, printed in COMMANDS.items()}
    schemas["error"] = _error()
    return {name: json.dumps(schema, indent=2) + "\n" for name, schema in schemas.items()}


def _types(printed: Printed) -> tuple[Any, type]:
    """The types of "result" and of a line."""
    line = _type(printed.line)
    match printed.result:
        case "one":
            return line, line
        case "many":
            return GenericAlias(tuple, (line, ...)), line
        case name:
            return _type(name), line


def _type(name: str) -> Any:
    return resolve_name(f"capexcalc.{name}")


def _command(command: str, result: Any, item: type) -> Schema:
    """The envelope of ``-f json``; ``$defs/Line`` is one line of ``-f jsonl``."""
    definitions: Schema = {}
    envelope = {
        "schema": {"const": schema_id(command)},
        "version": {"type": "string", "description": "Version of capexcalc."},
        "result": _of(result, definitions),
        "warnings": _of(tuple[Notice, ...], definitions),
    }
    line = {
        "description": "One line of -f jsonl.",
        "type": "object",
        "properties": {"schema": {"const": schema_id(command)}},
        "required": ["schema"],
        "allOf": [_of(item, definitions)],
    }
    return {**_head(schema_id(command)), **_object(envelope), "$defs": {"Line": line, **definitions}}


def _error() -> Schema:
    text = {"type": "string"}
    hint = {"anyOf": [text, {"type": "null"}]}
    body = _object({"code": text, "message": text, "hint": hint, "facts": {"type": "object"}})
    return {**_head(ERROR), **_object({"schema": {"const": ERROR}, "error": body})}


def _head(title: str) -> Schema:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _of(hint: Any, definitions: Schema) -> Schema:
    """The schema of one type hint; dataclasses go into ``definitions`` and are referred to."""
    if hint in _LEAVES:
        return _LEAVES[hint]
    if isinstance(hint, type) and is_dataclass(hint):
        name = hint.__name__.removeprefix("Worded")
        if name not in definitions:
            definitions[name] = {}  # its place in the file, before the types it is made of
            definitions[name] = _dataclass(hint, definitions)
        return {"$ref": f"#/$defs/{name}"}
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in (Union, UnionType):
        return {"anyOf": [_of(argument, definitions) for argument in arguments]}
    if origin is tuple and arguments[1:] == (...,):
        return {"type": "array", "items": _of(arguments[0], definitions)}
    if origin is tuple:
        items = [_of(argument, definitions) for argument in arguments]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _of(arguments[1], definitions)}
    raise TypeError(f"no schema for {hint!r}")


def _dataclass(cls: type, definitions: Schema) -> Schema:
    hints = get_type_hints(cls)
    optional = {f.name for f in fields(cls) if f.metadata.get("absent_if_none")}
    properties = {}
    required = []
    for field in fields(cls):
        if field.metadata.get("unprinted"):
            continue
        name = printed_name(field)
        if field.name in optional:
            properties[name] = _of(_without_none(hints[field.name]), definitions)
        else:
            properties[name] = _of(hints[field.name], definitions)
            required.append(name)
    schema: Schema = {"type": "object", "properties": properties, "required": required}
    meaning = (cls.__doc__ or "").partition("\n")[0].replace("``", "")
    # A dataclass without a docstring is given its signature for one, which tells nobody anything.
    return schema if meaning.startswith(f"{cls.__name__}(") else {"description": meaning, **schema}


def _without_none(hint: Any) -> Any:
    return Union[tuple(a for a in get_args(hint) if a is not NoneType)]  # noqa: UP007 - built at run time
