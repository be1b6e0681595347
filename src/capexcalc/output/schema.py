"""JSON Schema (draft 2020-12) of what each command prints, made from the result types themselves."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from importlib import resources
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from ..bulk.job import Summary
from ..commands.annualise import Annualised
from ..commands.compare import Comparison
from ..commands.currencies import Currency
from ..commands.rates import Series, SourceStatus, Verified
from ..commands.rates_update import Imported, Updates
from ..commands.spending import Spending
from ..errors import Notice
from ..money.periods import Span
from ..rates.quote import Quote
from .json import schema_id
from .wording.documents import WordedDocument, WordedDocuments
from .wording.rates import WordedConversion

Schema = dict[str, Any]

# The type of "result", and of one line of -f jsonl.
RESULTS: dict[str, tuple[Any, type]] = {
    "convert": (tuple[WordedConversion, ...], WordedConversion),
    "annualise": (Annualised, Annualised),
    "compare": (Comparison, Comparison),
    "check": (WordedDocuments, WordedDocument),
    "batch": (Summary, Summary),
    "rates-status": (tuple[SourceStatus, ...], SourceStatus),
    "rates-verify": (Verified, Verified),
    "rates-update": (Updates, Updates),
    "rates-import": (Imported, Imported),
    "rates-show": (Series, Series),
    "rates-average": (tuple[Quote, ...], Quote),
    "rates-currencies": (tuple[Currency, ...], Currency),
    "spending-show": (Spending, Spending),
    "spending-fetch": (Spending, Spending),
}

_LEAVES: Mapping[object, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    NoneType: {"type": "null"},
    Decimal: {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
    date: {"type": "string", "format": "date"},
    Span: {"type": "string", "pattern": r"^P(\d+Y)?(\d+M)?(\d+D)?$", "description": "ISO 8601 duration."},
}


def shipped(command: str) -> str:
    """The text of the schema file that comes with the package."""
    return resources.files("capexcalc.output").joinpath(f"schemas/{command}.json").read_text("utf-8")


def generated() -> dict[str, str]:
    """Every schema file's text by its name, from the types as they are now."""
    schemas = {command: _command(command, *types) for command, types in RESULTS.items()}
    schemas["error"] = _error()
    return {name: json.dumps(schema, indent=2) + "\n" for name, schema in schemas.items()}


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
    return {**_head(command), **_object(envelope), "$defs": {"Line": line, **definitions}}


def _error() -> Schema:
    text = {"type": "string"}
    body = _object({"code": text, "message": text, "hint": {"anyOf": [text, {"type": "null"}]}})
    return {**_head("error"), **_object({"schema": {"const": schema_id("error")}, "error": body})}


def _head(name: str) -> Schema:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": schema_id(name)}


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
        name = field.name.rstrip("_")
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
