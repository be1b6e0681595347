"""Where the shell comes in. What is slow to import is imported under the hand that catches Ctrl-C."""

from __future__ import annotations

import gc
import sys
from typing import NoReturn

from ..errors import ExitCode


def main() -> NoReturn:
    """Run the command line of this process, and end it with the exit code."""
    # Start-up makes next to no garbage. Looking for it all the same costs a fifth of a short run: 5 ms on
    # the way in, and 15 on the way out, when the interpreter goes over every module.
    gc.set_threshold(100_000)
    try:
        from .context import Outside
        from .program import run

        status = run(sys.argv[1:], Outside.of_process())
    except KeyboardInterrupt:
        status = ExitCode.INTERRUPTED
    if "duckdb" not in sys.modules:  # whose bindings take what is frozen for leaked, and say so at length
        gc.freeze()
    sys.exit(status)
