"""What two commands, or two ways to the same end, have to agree on."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import servers
import tables
import words
from program import run, valid
from trials import Place, newsroom, observations

from capexcalc.money.currencies import all_codes, minor_units

_TRADED = ("EUR", "USD", "CNY", "JPY", "GBP", "PLN", "KWD", "TWD", "IDR", "DEM")


def ten_times_the_amount(rng: Random, place: Place) -> None:
    """... is ten times the result, to the minor unit."""
    around_a_hundred = Decimal(rng.randint(990, 1010)) / 10
    amount = rng.choice((around_a_hundred, Decimal(rng.randrange(1, 10**9)).scaleb(-rng.randint(0, 6))))
    base, quote = rng.sample(_TRADED, 2)
    options = ("--to", quote, "--on", _day(rng), "--max-gap", "60", "-f", "json")
    once, often = (
        run("convert", f"{value:f} {base}", *options, cache=place.cache) for value in (amount, amount * 10)
    )
    once.expect(once.code == often.code, f"ten times the amount ends otherwise: {often}")
    if not once.code:
        small, large = (Decimal(each.json()["result"][0]["converted"]["value"]) for each in (once, often))
        # Below one major unit six significant digits stay.
        unit = Decimal(1).scaleb(-minor_units(quote)) if large >= 1 else large.scaleb(-5)
        once.expect(abs(large - 10 * small) <= unit * Decimal("5.5"), f"not ten times: {often}")


def convert_and_batch_agree(rng: Random, place: Place) -> None:
    """... on status and amount of every row."""
    target = rng.choice(("EUR", "USD"))
    rows = [["amount", "currency", "date"]]
    for _ in range(8):
        code = rng.choice((*_TRADED, *all_codes()))
        rows.append([words.plain_figure(rng), code, _day(rng)])
    source, out = place.folder / "in.csv", place.folder / "out.csv"
    source.write_text(tables.delimited(rows, ","))
    columns = ("--amount", "amount", "--currency", "currency", "--date", "date")
    done = run("batch", str(source), "--out", str(out), *columns, "--to", target, cache=place.cache)
    done.expect(done.code == 0, "a batch that fails")
    with out.open(newline="") as file:
        for (amount, code, on), row in zip(rows[1:], csv.DictReader(file), strict=True):
            options = ("--to", target, "--on", on, "-f", "json")
            alone = run("convert", f"{amount} {code}", *options, cache=place.cache)
            printed = valid(alone, "convert")
            if "error" in printed:
                done.expect(row["status"] == printed["error"]["code"], f"{row} against {alone}")
                continue
            (found,) = printed["result"]
            exact = Decimal(amount) * Decimal(found["quote"]["rate"])
            done.expect(row["status"] in ("ok", "official_rate"), f"{row} against {alone}")
            converted = Decimal(row[f"amount_{target.lower()}"])
            done.expect(abs(converted - exact) <= abs(exact) * Decimal("1e-12"), f"{row} against {alone}")
            done.expect(row["rate_date"] == found["quote"]["observed"], f"{row} against {alone}")


def an_update_in_two_parts_equals_one(rng: Random, place: Place) -> None:
    """... in every rate that is read afterwards."""
    rates = servers.walk(rng, 8)
    days = sorted(rates)
    for source in ("ecb", "nbp"):
        update = ("rates", "update", "--source", source, "--accept")  # what is made at random is doubtful
        found = []
        for parts in ([days[-1]], [rng.choice(days), days[-1]]):
            folder = place.folder / f"{source}-{len(parts)}"
            with newsroom(folder / "shipped"):
                for until in parts:
                    environ = servers.serve(place.server, servers.Services(rates, until))
                    ended = run(*update, cache=folder / "cache", environ=environ)
                    ended.expect(ended.code == 0, "an update that fails")
            found.append(observations(folder / "cache", folder / "shipped"))
        ended.expect(found[0] == found[1], f"in two parts other rates: {found[0].items() ^ found[1].items()}")


def the_years_add_up(rng: Random, place: Place) -> None:
    """... to the total, in the currency of the words and in any other, to the minor unit."""
    given = [f"{words.plain_figure(rng)} {rng.choice(_TRADED)}", "--over", f"{rng.randint(1, 400)} months"]
    given += ["--from", f"{date(2020, 1, 1) + timedelta(days=rng.randrange(2000))}"]
    given += ["--phasing", rng.choice(("even", "even", "ramp:20%", "ramp:-50%"))]
    if rng.random() < 0.5:
        given += ["--year-end", rng.choice(("03-31", "02-28", "02-29", "06-30", "12-31"))]
    if rng.random() < 0.5:
        given += ["--to", rng.choice(_TRADED), "--on", "2025-02-24"]
    ended = run("annualise", *given, "-f", "json", cache=place.cache)
    printed = valid(ended, "annualise")
    if ended.code:
        return
    result = printed["result"]
    rows = result["schedule"]
    ended.expect(sum(row["months"] for row in rows) == result["months"], "months lost")
    totals = [(result["total"], [row["amount"] for row in rows])]
    totals += [
        (each["total"], [row["converted"][number] for row in rows])
        for number, each in enumerate(result["converted"])
    ]
    for total, parts in totals:
        added = sum(Decimal(each["value"]) for each in parts)
        ended.expect(added == Decimal(total["value"]), f"the years are {added}, not the total")


def _day(rng: Random) -> str:
    return f"{date(1999, 1, 4) + timedelta(days=rng.randrange(9_900))}"
