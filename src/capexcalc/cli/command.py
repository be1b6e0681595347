"""A command of the program: its arguments as they are typed, and what is settled where none is."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand

from .settings import Settings


class Command(TyperCommand):
    """Takes ``-5`` for a number: no option of ours begins with anything but a letter. What is not on the
    command line comes from settings."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        ctx.default_map = _Defaults(ctx)
        valued = {
            name for option in self.params if not getattr(option, "is_flag", True) for name in option.opts
        }
        pairs = zip(["", *args], args, strict=False)
        signed = [word if before in valued else _with_minus_sign(word) for before, word in pairs]
        return super().parse_args(ctx, signed)


class _Defaults:
    """What settings say of the parameters of a command, where it takes that; nothing to help and completion,
    which read no file."""

    def __init__(self, ctx: Any) -> None:
        self._ctx = ctx

    def get(self, name: str) -> Any:
        if self._ctx.resilient_parsing:
            return None
        settings: Settings = self._ctx.find_root().obj.settings
        value = settings.of_parameter(name)
        if value is None:
            return None
        types = {each.name: each.type for each in self._ctx.command.params}
        choices = getattr(types[name], "choices", None)
        return value if choices is None or value in choices else None


def _with_minus_sign(word: str) -> str:
    negative = word.startswith("-") and word[1:2] not in ("", "-") and not word[1].isalpha()
    return f"\N{MINUS SIGN}{word[1:]}" if negative else word
