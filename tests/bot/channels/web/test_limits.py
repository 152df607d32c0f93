"""How often one may ask, and by which address that is counted."""

from __future__ import annotations

import math

import pytest

from bot.channels.web import limits
from bot.channels.web.limits import Buckets, Limits, Rate, client_address
from tests.bot.channels.web.conftest import Serve


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def taken(buckets: Buckets, key: str) -> bool:
    if buckets.wait(key):
        return False
    buckets.take(key)
    return True


def test_a_bucket_gives_its_burst_and_then_its_rate() -> None:
    clock = Clock()
    buckets = Buckets(Rate(3, 60), clock)
    assert [taken(buckets, "a") for _ in range(5)] == [True] * 3 + [False] * 2
    assert math.isclose(buckets.wait("a"), 1.0)
    clock.now += 1.0
    assert [taken(buckets, "a"), taken(buckets, "a")] == [True, False]
    clock.now += 3600
    assert [taken(buckets, "a") for _ in range(4)] == [True] * 3 + [False]
    assert taken(buckets, "b")


def test_buckets_are_bounded_and_the_busy_ones_are_kept(monkeypatch) -> None:
    monkeypatch.setattr(limits, "BUCKETS", 3)
    buckets = Buckets(Rate(1, 1), Clock())
    for key in ("busy", "a", "b"):
        buckets.take(key)
    buckets.take("busy")
    buckets.take("c")
    assert len(buckets._levels) == 3
    assert buckets.wait("busy") > 60 and not buckets.wait("a")


def test_an_empty_bucket_takes_nothing_out_of_the_others() -> None:
    both = Limits(4, Clock())
    wanted = [("question", "c"), ("questions from address", "x")]
    while not both.take(wanted):
        pass
    before = both._buckets["questions from address"].wait("x")
    for _ in range(50):
        assert both.take(wanted) > 0
    assert both._buckets["questions from address"].wait("x") == before == 0


def test_no_limits_where_none_are_wanted() -> None:
    assert not any(Limits(0).take([("question", "c")]) for _ in range(1000))


@pytest.mark.parametrize(
    ("peer", "forwarded", "proxies", "address"),
    [
        ("10.0.0.1", [], 0, "10.0.0.1"),
        ("10.0.0.1", ["1.2.3.4"], 0, "10.0.0.1"),  # anyone may write that header
        ("10.0.0.1", ["1.2.3.4"], 1, "1.2.3.4"),
        ("10.0.0.1", ["9.9.9.9, 1.2.3.4"], 1, "1.2.3.4"),  # the left one is the caller's own word
        ("10.0.0.1", ["9.9.9.9", "1.2.3.4"], 1, "1.2.3.4"),
        ("10.0.0.1", ["9.9.9.9, 1.2.3.4, 5.6.7.8"], 2, "1.2.3.4"),
        ("10.0.0.1", ["1.2.3.4"], 2, "10.0.0.1"),
        ("10.0.0.1", [], 1, "10.0.0.1"),
        ("10.0.0.1", ["unknown"], 1, "10.0.0.1"),
        ("10.0.0.1", ["<script>"], 1, "10.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", [], 0, "2001:db8:1:2::/64"),
        ("::ffff:1.2.3.4", [], 0, "1.2.3.4"),
        ("", [], 0, ""),
    ],
)
def test_the_address_is_what_a_trusted_proxy_says(
    peer: str, forwarded: list, proxies: int, address: str
) -> None:
    assert client_address(peer, forwarded, proxies) == address


@pytest.mark.usefixtures("stopped_clock")
def test_a_conversation_that_asks_too_often_is_told_when_to_go_on(serve: Serve) -> None:
    served = serve(questions_a_minute=10)
    token = served.begin()
    answers = [served.say(token, str(number)) for number in range(7)]

    assert [answer.status for answer in answers] == [200] * 5 + [429] * 2
    error = answers[-1].json["error"]
    assert error["code"] == "rate_limited"
    assert error["retry_after"] == 6
    assert answers[-1].headers["retry-after"] == str(error["retry_after"])
    assert "Please wait 6 seconds" in error["text"]
    assert served.say(served.begin(), "another conversation").status == 200


@pytest.mark.usefixtures("stopped_clock")
def test_a_new_conversation_for_every_question_does_not_help(serve: Serve) -> None:
    served = serve(questions_a_minute=2)
    begun = [served.request("POST", "conversations", {}) for _ in range(5)]
    assert [answer.status for answer in begun] == [201, 201, 429, 429, 429]

    tokens = [answer.json["conversation"] for answer in begun[:2]]
    statuses = [served.say(token, "hi").status for token in tokens * 3]
    assert statuses == [200, 200, 429, 429, 429, 429]  # a burst of one for each conversation


@pytest.mark.usefixtures("stopped_clock")
def test_an_address_is_counted_by_the_trusted_header_alone(serve: Serve) -> None:
    def begins(served, header: str) -> int:
        headers = {"X-Forwarded-For": header}
        return served.request("POST", "conversations", {}, headers=headers).status

    trusting = serve(questions_a_minute=1, proxies=1)
    assert [begins(trusting, f"1.2.3.{n}") for n in range(3)] == [201] * 3
    assert begins(trusting, "6.6.6.6, 1.2.3.0") == 429
    plain = serve(questions_a_minute=1)
    assert [begins(plain, f"1.2.3.{n}") for n in range(3)] == [201, 429, 429]


@pytest.mark.usefixtures("stopped_clock")
def test_reading_again_and_again_is_limited_too(serve: Serve) -> None:
    served = serve(questions_a_minute=4)
    token = served.begin()
    statuses = [served.request("GET", "messages", token=token).status for _ in range(12)]
    assert statuses == [200] * 4 + [429] * 8  # far fewer than the forty requests of an address
    assert served.say(token, "asking goes on").status == 200
    assert served.request("GET", "health").status == 200


@pytest.mark.usefixtures("stopped_clock")
def test_reading_many_conversations_does_not_help(serve: Serve) -> None:
    served = serve(questions_a_minute=4)
    tokens = [served.begin() for _ in range(4)]
    statuses = [served.request("GET", "messages", token=token).status for token in tokens * 4]
    assert statuses == [200] * 8 + [429] * 8


@pytest.mark.usefixtures("stopped_clock")
def test_all_requests_of_an_address_are_limited(serve: Serve) -> None:
    served = serve(questions_a_minute=1)
    statuses = [served.request("DELETE", "conversations", token=served_token).status
                for served_token in [served.begin()] * 12]
    assert statuses == [204] * 9 + [429] * 3  # ten at once, one of which began
