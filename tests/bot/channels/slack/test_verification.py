"""Only Slack is answered, and only once for each signature."""

from __future__ import annotations

import logging
import time

import pytest

from bot.channels.slack.verification import OLDEST_SECONDS, Verifier
from cli.conversations.slack_stand_in import signed_headers
from tests.bot.channels.slack.conftest import JSON, SECRET, event, sent

BODY = b'{"type": "event_callback"}'
NOW = 1_531_420_618


def headers(**changed: str) -> dict:
    signed = signed_headers(SECRET, BODY, JSON, NOW)
    return {name.lower(): value for name, value in {**signed, **changed}.items()}


def test_slacks_own_example_is_accepted():
    # From Slack's page on verifying requests: secret, time, body and the signature they give.
    body = (
        b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
        b"&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        b"&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands"
        b"%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        b"&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
    )
    signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
    given = {"x-slack-request-timestamp": "1531420618", "x-slack-signature": signature}
    assert Verifier("8f742231b10e8888abcd99yyyzzz85a5").problem(given, body, NOW) is None


@pytest.mark.parametrize("seconds", [0, -OLDEST_SECONDS, OLDEST_SECONDS])
def test_a_good_signature_is_accepted_within_five_minutes(seconds):
    assert Verifier(SECRET).problem(headers(), BODY, NOW + seconds) is None


@pytest.mark.parametrize("seconds", [-OLDEST_SECONDS - 1, OLDEST_SECONDS + 1, 10**6])
def test_an_old_or_future_one_is_refused(seconds):
    assert Verifier(SECRET).problem(headers(), BODY, NOW + seconds) == "too old"


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"X-Slack-Signature": "v0=" + "0" * 64}, "wrong signature"),
        ({"X-Slack-Signature": ""}, "unsigned"),
        ({"X-Slack-Signature": "v0=äöü"}, "wrong signature"),
        ({"X-Slack-Request-Timestamp": ""}, "unsigned"),
        ({"X-Slack-Request-Timestamp": "soon"}, "unsigned"),
        ({"X-Slack-Request-Timestamp": "-5"}, "unsigned"),
        ({"X-Slack-Request-Timestamp": "٣"}, "unsigned"),
        ({"X-Slack-Request-Timestamp": str(NOW + 1)}, "wrong signature"),
    ],
)
def test_a_changed_header_is_refused(changed, problem):
    assert Verifier(SECRET).problem(headers(**changed), BODY, NOW) == problem


def test_a_changed_body_is_refused():
    assert Verifier(SECRET).problem(headers(), BODY + b" ", NOW) == "wrong signature"


def test_another_apps_secret_is_refused():
    assert Verifier("other").problem(headers(), BODY, NOW) == "wrong signature"


def test_the_same_signature_is_refused_the_second_time():
    verifier = Verifier(SECRET)
    assert verifier.problem(headers(), BODY, NOW) is None
    assert verifier.problem(headers(), BODY, NOW) == "replayed"
    verifier.allow_again(headers())
    assert verifier.problem(headers(), BODY, NOW) is None


@pytest.mark.parametrize(
    "wrong", [{"secret": "other"}, {"timestamp": int(time.time()) - 3600}]
)  # fmt: skip
def test_a_refused_request_reaches_nobody(waypoint, wrong, caplog):
    body = event({"type": "message", "channel_type": "im", "channel": "D1", "user": "U1",
                  "text": "very private words", "ts": "9.9"})  # fmt: skip
    with caplog.at_level(logging.DEBUG):
        answered = waypoint.send(body, **wrong)
    assert answered.status == 401
    waypoint.settle()
    assert all("private" not in m.text for m in waypoint.asked)
    assert "refused" in caplog.text
    assert "very private words" not in caplog.text and SECRET not in caplog.text


def test_the_address_check_of_the_set_up_must_be_signed_too(waypoint):
    challenge = sent("url_verification")["body"]
    assert waypoint.send(challenge, secret="other").status == 401


def test_a_replayed_request_over_http_is_refused_and_not_answered_again(waypoint):
    raw = b'{"type": "event_callback", "event": {"type": "app_home_opened", "user": "U1"}}'
    stamp = int(time.time())
    assert waypoint.send_raw(raw, JSON, timestamp=stamp).status == 200
    assert waypoint.send_raw(raw, JSON, timestamp=stamp).status == 401
