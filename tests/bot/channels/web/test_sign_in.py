"""A host page's own sign-in: with a key configured, its JWT begins a conversation."""

from __future__ import annotations

import time
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.bot.channels.web.conftest import Serve, Served

KEY = "the host page's key, long enough for HS256"
CLAIMS = {"sub": "dr-jane", "exp": 4_000_000_000}


def signed(key: Any = KEY, algorithm: str = "HS256", **claims: Any) -> str:
    return jwt.encode({**CLAIMS, **claims}, key, algorithm=algorithm)


@pytest.fixture
def guarded(serve: Serve) -> Served:
    return serve(jwt_key=KEY)


def test_the_hosts_word_begins_a_conversation(guarded: Served) -> None:
    token = guarded.begin(token=signed())
    assert guarded.say(token, "hi").status == 200


BAD = {
    "none at all": None,
    "empty": "",
    "no JWT": "x.y.z",
    "another key": signed("another key that is long enough too"),
    "expired": signed(exp=int(time.time()) - 1),
    "not yet": signed(nbf=int(time.time()) + 3600),
    "another algorithm": signed(algorithm="HS512"),
    "alg none": jwt.encode(CLAIMS, None, algorithm="none"),
    "alg None": "eyJ0eXAiOiJKV1QiLCJhbGciOiJOb25lIn0.eyJzdWIiOiJkci1qYW5lIn0.",
    "alg empty": "eyJhbGciOiIifQ.eyJzdWIiOiJkci1qYW5lIn0.",
    "signature cut off": signed().rpartition(".")[0] + ".",
    "claims changed": ".".join(
        [signed().split(".")[0], signed(sub="someone-else").split(".")[1], signed().split(".")[2]]
    ),
}


@pytest.mark.parametrize("token", BAD.values(), ids=BAD)
def test_anything_else_is_asked_to_sign_in(guarded: Served, token: Any) -> None:
    answer = guarded.request("POST", "conversations", {}, token)
    assert (answer.status, answer.error) == (401, "unauthorized")
    assert "sign in" in answer.json["error"]["text"]


def test_the_hosts_token_is_no_conversation_and_the_other_way_round(guarded: Served) -> None:
    token = guarded.begin(token=signed())
    assert guarded.say(signed(), "hi").status == 401
    assert guarded.request("POST", "conversations", {}, token).status == 401


def test_a_public_key_is_no_shared_secret(serve: Serve) -> None:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    served = serve(jwt_key=public.decode(), jwt_algorithm="RS256")
    assert served.begin(token=signed(key, "RS256"))

    import base64
    import hashlib
    import hmac

    def part(raw: bytes) -> str:
        return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()

    unsigned = f'{part(b"""{"alg":"HS256","typ":"JWT"}""")}.{signed().split(".")[1]}'
    confused = f"{unsigned}.{part(hmac.new(public, unsigned.encode(), hashlib.sha256).digest())}"
    assert served.request("POST", "conversations", {}, confused).status == 401


def test_without_a_key_a_token_is_not_looked_at(served: Served) -> None:
    assert served.request("POST", "conversations", {}, "whatever").status == 201
