"""Every command that prints a result: the one list that formats, JSON and schemas go by."""

from __future__ import annotations

# The module of pages/ that sets out what a command found.
PAGES = {
    "convert": "convert",
    "annualise": "annualise",
    "compare": "compare",
    "check": "check",
    "spending-show": "spending",
    "spending-fetch": "spending",
    "rates-status": "rates_status",
    "rates-verify": "rates_verify",
    "rates-update": "rates_update",
    "rates-import": "rates_import",
    "rates-show": "rates_show",
    "rates-average": "rates_average",
    "rates-currencies": "rates_currencies",
}
