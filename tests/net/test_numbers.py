"""The numbers that decide how a service is spoken to and of: one case just inside, one just outside each."""

from __future__ import annotations

import pytest

from capexcalc.net.errors import bad_answer, network_down, server_failed


@pytest.mark.parametrize(("length", "shown"), [(100, 100), (101, 99)])
def test_a_hundred_characters_of_an_address_are_told(length: int, shown: int) -> None:
    url = "https://rates.example.org/".ljust(length, "x")
    for failed in (bad_answer, server_failed):
        told = failed("{url}: no rates", url=url).message.removesuffix(": no rates")
        assert told == (url if shown == length else f"{url[:shown]}…")


def test_a_host_that_is_down_is_told_in_full() -> None:
    host = "rates.example.org".rjust(200, "x")
    assert host in network_down("{host}: cannot be reached", host=host).message
