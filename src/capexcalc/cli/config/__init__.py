"""What is settled once for all commands, in capexcalc.toml and CAPEXCALC_* variables."""

from __future__ import annotations

# In the order of the help.
COMMANDS = ("show",)

EPILOG = """\b
Examples:
  capexcalc config show
  CAPEXCALC_TO=EUR,USD capexcalc config show -f json
"""
