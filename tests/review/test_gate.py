"""Nobody but the page itself is answered."""

from __future__ import annotations

import http.client
import json
import socket

import pytest

from cli.review.gate import LARGEST_BODY


def ask(server, method="GET", path=None, body=None, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", server.gate.port, timeout=5)
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, f"/{server.gate.token}/drafts" if path is None else path, body, given)
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read()


def post(server, path="words/x", body=b'{"text": "x"}', **changes):
    headers = {"Origin": f"http://127.0.0.1:{server.gate.port}", "Content_Type": "application/json", **changes}
    given = {name: value for name, value in headers.items() if value is not None}
    return ask(server, "POST", f"/{server.gate.token}/{path}", body, **given)


def test_the_page_is_answered(server, bring):
    bring()
    status, headers, body = ask(server)
    assert status == 200 and json.loads(body)[0]["id"] == "careers-beyond-the-clinic"
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "trusted-types 'none'" in policy
    assert headers["Cache-Control"] == "no-store" and headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff" and headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("path", ["/", "/drafts", "/wrong/drafts", "/wrong/", "//drafts", "/%00/"])
def test_without_the_token_there_is_nothing(server, path):
    status, headers, body = ask(server, path=path)
    assert status == 404
    assert server.gate.token.encode() not in body
    assert "default-src 'none'" in headers["Content-Security-Policy"]


def test_a_token_is_long_and_new_each_time(server, settings):
    from cli.review.gate import Gate

    tokens = {Gate(1).token for _ in range(20)}
    assert len(tokens) == 20 and min(map(len, tokens)) >= 32
    assert server.gate.token not in repr(server.gate)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "[::1]:1", ""])
def test_another_name_that_leads_here_is_refused(server, host):
    assert ask(server, Host=host)[0] == 421


def test_another_sites_request_is_refused(server):
    assert ask(server, Sec_Fetch_Site="cross-site")[0] == 403
    assert ask(server, Sec_Fetch_Site="same-site")[0] == 403
    assert ask(server, Sec_Fetch_Site="none")[0] == 200


@pytest.mark.parametrize("origin", [None, "null", "https://evil.example", "http://127.0.0.1:1", "http://127.0.0.1"])
def test_an_edit_from_another_origin_is_refused(server, origin):
    assert post(server, Origin=origin)[0] == 403


def test_an_edit_is_json_of_a_sane_length(server):
    assert post(server, Content_Type="text/plain")[0] == 415
    assert post(server, Content_Length=str(LARGEST_BODY + 1), body=None)[0] == 413
    assert post(server, body=b"{")[0] == 400
    assert post(server, body=b"[]")[0] == 400


@pytest.mark.parametrize("body", [b"[]", b"1", b"[" * 100_000, b'{"action": ' + b"[" * 100_000, b'{"version": null}'])
def test_an_edit_that_is_none_is_answered_and_not_dropped(server, bring, body):
    """The connection was closed without an answer, and the command printed a traceback."""
    draft = bring()
    status, _, answer = post(server, path=f"edit/{draft.folder.name}", body=body)
    assert status in (400, 409) and json.loads(answer)


@pytest.mark.parametrize("name", ["../../etc", "%2e%2e", "..", "careers-beyond-the-clinic/../x", "", "nothing"])
def test_a_name_is_looked_up_and_never_a_path(server, bring, name):
    bring()
    assert ask(server, path=f"/{server.gate.token}/draft/{name}")[0] == 404
    assert ask(server, path=f"/{server.gate.token}/{name}/server.py")[0] == 404


def test_only_this_machine_reaches_it(server):
    assert server.server_address[0] == "127.0.0.1"
    with socket.socket() as other, pytest.raises(ConnectionRefusedError):
        other.connect(("127.0.0.2", server.gate.port))


def test_other_methods_are_not_there(server):
    assert ask(server, "PUT")[0] == 501
    assert ask(server, "DELETE")[0] == 501
