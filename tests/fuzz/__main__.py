"""Try the program on what nobody thought of: ``python tests/fuzz SECONDS [SEED]``, or ``make fuzz``.

Each trial has a number, which is the seed of all that is random in it, and the numbers follow on one another
from the first, which is printed. What finds a fault again is its number as the seed.
"""

from __future__ import annotations

import faulthandler
import logging
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tools"))  # builds small caches

import laws
import trials
from program import FaultError
from pytest_httpserver import HTTPServer

TRIALS: tuple[tuple[trials.Trial, int], ...] = (
    (trials.command_line, 10),
    (trials.text, 6),
    (trials.documents, 3),
    (trials.files, 4),
    (trials.past_spending, 4),
    (trials.rows, 1),
    (trials.own_rates, 2),
    (trials.services, 2),
    (laws.ten_times_the_amount, 4),
    (laws.convert_and_batch_agree, 1),
    (laws.an_update_in_two_parts_equals_one, 1),
    (laws.the_years_add_up, 4),
)
# A trial takes less than a second; one that takes this long will take for ever.
_ENDLESS = 120


def main(seconds: float, seed: int) -> int:
    logging.disable()
    print(f"fuzz: {seconds:g} seconds from seed {seed}", flush=True)
    tried: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name, HTTPServer() as server:
        begun = time.monotonic()
        while not tried or time.monotonic() - begun < seconds:
            number = seed + tried.total()
            faulthandler.dump_traceback_later(_ENDLESS, exit=True)
            trial, problem = attempt(number, Path(name) / "cache", server)
            faulthandler.cancel_dump_traceback_later()
            if problem:
                print(f"\n{problem}\n\nagain: make fuzz SECONDS=0 SEED={number}   ({trial})")
                return 1
            tried[trial] += 1
    print(
        f"fuzz: {tried.total()} trials, nothing found: "
        + ", ".join(f"{n} {what}" for what, n in tried.items())
    )
    return 0


def attempt(number: int, cache: Path, server: HTTPServer) -> tuple[str, str]:
    """Trial ``number``: its name, and what was found (nothing: "")."""
    rng = Random(number)
    (trial,) = rng.choices(*zip(*TRIALS, strict=True))
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    try:
        trial(rng, trials.Place(folder, cache, server))
    except FaultError as fault:
        return trial.__name__, f"{fault}\nin the folder {folder}"
    shutil.rmtree(folder)
    return trial.__name__, ""


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else random.randrange(10**9)))
