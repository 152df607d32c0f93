"""Other sites' scripts: shut out unless they were named."""

from __future__ import annotations

import pytest

from tests.bot.channels.web.conftest import Serve, Served

CLINIC = "https://clinic.example"
API = ("conversations", "messages", "feedback")


def cors(headers) -> dict:
    return {name: value for name, value in headers.items() if name.startswith("access-control-")}


def preflight(served: Served, path: str, origin: str):
    asked = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    asked["Access-Control-Request-Headers"] = "authorization, content-type"
    return served.request("OPTIONS", path, headers=asked)


@pytest.mark.parametrize("origin", [CLINIC, "null", "http://127.0.0.1", "*", ""])
@pytest.mark.parametrize("path", API)
def test_closed_by_default(served: Served, path: str, origin: str) -> None:
    assert cors(preflight(served, path, origin).headers) == {}
    answer = served.request("POST", path, {}, headers={"Origin": origin})
    assert cors(answer.headers) == {}


@pytest.mark.parametrize("path", API)
def test_a_site_that_was_named_may_call_the_api(serve: Serve, path: str) -> None:
    served = serve(origins=frozenset({CLINIC, "https://other.example"}))
    allowed = preflight(served, path, CLINIC)
    assert allowed.status in (200, 204)
    assert cors(allowed.headers) == {
        "access-control-allow-origin": CLINIC,
        "access-control-allow-methods": "GET, POST, DELETE",
        "access-control-allow-headers": "Authorization, Content-Type",
        "access-control-expose-headers": "Retry-After",
        "access-control-max-age": "600",
    }
    assert "Origin" in allowed.headers["vary"]


def test_answers_and_refusals_are_readable_for_it(serve: Serve) -> None:
    served = serve(origins=frozenset({CLINIC}))
    headers = {"Origin": CLINIC}
    token = served.begin(headers=headers)
    zipped = served.say(token, "hi", headers={**headers, "Accept-Encoding": "gzip"})
    assert "Origin" in zipped.headers["vary"] and "Accept-Encoding" in zipped.headers["vary"]
    for answer in (
        zipped,
        served.request("GET", "messages", token=token, headers=headers),
        served.request("GET", "messages", headers=headers),
        served.request("POST", "messages", b"{", token, headers),
    ):
        assert answer.headers["access-control-allow-origin"] == CLINIC
        assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize(
    "origin",
    [
        "https://clinic.example.evil.example", "https://evil-clinic.example", "http://clinic.example",
        "https://clinic.example:444", "https://sub.clinic.example", "null", "https://clinic.example/",
    ],
)  # fmt: skip
def test_its_neighbours_may_not(serve: Serve, origin: str) -> None:
    served = serve(origins=frozenset({CLINIC}))
    assert cors(preflight(served, "messages", origin).headers) == {}
    answer = served.request("POST", "conversations", {}, headers={"Origin": origin})
    assert cors(answer.headers) == {}


def test_pages_and_other_channels_stay_closed_even_then(serve: Serve) -> None:
    served = serve(origins=frozenset({CLINIC}))
    for path in ("frame", "demo", "widget.js", "/webhooks/rest/", "/"):
        answer = served.request("GET", path, headers={"Origin": CLINIC})
        assert "access-control-allow-origin" not in answer.headers
