"""Past spending by itself: from a file, or from an issuer's filings at the SEC."""

from __future__ import annotations

# In the order of the help.
COMMANDS = ("show", "fetch")

EPILOG = """\b
Examples:
  capexcalc spending show examples/alibaba-capex.csv
  capexcalc spending show examples/alibaba-capex.csv --last 2y -f csv
"""
