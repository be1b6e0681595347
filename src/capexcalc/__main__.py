"""``python -m capexcalc``."""

from .cli.main import main

main()
