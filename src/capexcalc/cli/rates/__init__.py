"""The reference rates themselves: what there is, what is new, series, averages, your own."""

from __future__ import annotations

# In the order of the help; ``import`` is the module import_, as Python needs the word for itself.
COMMANDS = ("status", "update", "show", "average", "currencies", "import", "export", "verify")

EPILOG = """\b
Examples:
  capexcalc rates status
  capexcalc rates show CNY EUR --from 2025-02-01 --to 2025-02-28
"""
