"""Every command that prints a result: the one list that formats, JSON and schemas go by."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Printed(NamedTuple):
    """What a command prints.

    ``version``, of its JSON, is raised only by a change of meaning; additions keep it. ``page`` is the module
    of pages/ that sets it out. ``line`` names the type of a line of -f jsonl, as module:Type, for types are
    loaded where a schema is made and not before; ``result``, that of "result" in -f json: ``one`` such line,
    ``many``, or a type of its own.
    """

    version: int
    page: str
    line: str
    result: Literal["one", "many"] | str = "one"


COMMANDS = {
    "convert": Printed(1, "convert", "output.wording.rates:WordedConversion", "many"),
    "annualise": Printed(1, "annualise", "commands.annualise:Annualised"),
    "compare": Printed(1, "compare", "commands.compare:Comparison"),
    "check": Printed(
        1, "check", "output.wording.documents:WordedDocument", "output.wording.documents:WordedDocuments"
    ),
    "batch": Printed(1, "batch", "bulk.job:Summary"),
    "config-show": Printed(1, "config_show", "commands.settings:SettingValue", "many"),
    "rates-status": Printed(1, "rates_status", "commands.rates:SourceStatus", "many"),
    "rates-verify": Printed(1, "rates_verify", "commands.rates:Verified"),
    "rates-update": Printed(1, "rates_update", "commands.rates_update:Updates"),
    "rates-import": Printed(1, "rates_import", "commands.rates_update:Imported"),
    "rates-show": Printed(1, "rates_show", "commands.rates:Series"),
    "rates-average": Printed(1, "rates_average", "rates.quote:Quote", "many"),
    "rates-currencies": Printed(1, "rates_currencies", "commands.currencies:Currency", "many"),
    "spending-show": Printed(1, "spending", "commands.spending:Spending"),
    "spending-fetch": Printed(1, "spending", "commands.spending:Spending"),
}
