from __future__ import annotations

from bot.web.rate import Rate


def test_each_person_has_a_rate_of_their_own_and_waits_for_the_oldest_to_pass() -> None:
    now = [100.0]
    rate = Rate(most=2, clock=lambda: now[0])

    first = [rate.wait("ann"), rate.wait("ann"), rate.wait("ann"), rate.wait("bob")]
    now[0] = 130.0
    later = rate.wait("ann")
    now[0] = 160.0
    last = [rate.wait("ann"), rate.wait("ann"), rate.wait("ann")]

    assert first == [0, 0, 60, 0]
    assert later == 30
    assert last == [0, 0, 60]
