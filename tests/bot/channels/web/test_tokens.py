"""Only tokens of ours open a conversation, and only their own."""

from __future__ import annotations

import base64
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import List

import pytest

from bot.channels.web.tokens import ConversationTokens
from bot.kept_secret import kept_secret
from tests.bot.channels.web.conftest import SECRET, Serve, Served

DAY = 86_400


def forged(token: str) -> List[str]:
    """Return tokens that are almost this one."""
    conversation, end, signature = token.split(".")
    other = ConversationTokens("another secret of the same length......", 30).make().split(".")
    return [
        "", " ", "x", "..", "null", "undefined",
        f"{conversation}.{end}",
        f"{conversation}.{end}.",
        f"{conversation}.{int(end) + 1}.{signature}",
        f"{conversation}.{end}.{other[2]}",
        f"{other[0]}.{end}.{signature}",
        ".".join(other),
        f"{conversation}.{end}.{signature[:-1]}",
        f"{conversation}.{end}.{signature}A",
        f"{conversation}.{end}.{signature}=",
        f"{signature}.{end}.{conversation}",
        f"{conversation[:-1]}{'A' if conversation[-1] != 'A' else 'B'}.{end}.{signature}",
        f"{conversation}.{end}.{'A' * 43}",
        f"{conversation}.{end}.{signature}.{signature}",
        f"web:{conversation}",
        conversation,
        token.swapcase(),
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.",
    ]  # fmt: skip


def test_every_token_names_another_conversation_of_256_random_bits() -> None:
    tokens = ConversationTokens(SECRET, 30)
    made = [tokens.make() for _ in range(200)]
    conversations = {tokens.conversation(token) for token in made}
    assert len(conversations) == 200 and None not in conversations
    assert all(len(base64.urlsafe_b64decode(f"{name}=")) == 32 for name in conversations)


def test_a_token_ends_after_its_days() -> None:
    now = [1_000_000.0]
    tokens = ConversationTokens(SECRET, 2, clock=lambda: now[0])
    token = tokens.make()
    now[0] += 2 * DAY - 1
    assert tokens.conversation(token)
    now[0] += 1
    assert tokens.conversation(token) is None


def test_what_is_almost_a_token_is_none() -> None:
    tokens = ConversationTokens(SECRET, 30)
    token = tokens.make()
    assert tokens.conversation(token)
    assert [tokens.conversation(one) for one in forged(token)] == [None] * len(forged(token))
    assert tokens.conversation(token + "\n") is None


def test_the_same_secret_knows_the_tokens_of_the_process_before() -> None:
    token = ConversationTokens(SECRET, 30).make()
    assert ConversationTokens(SECRET, 1).conversation(token)
    assert ConversationTokens(SECRET + "x", 30).conversation(token) is None


def test_no_route_serves_a_token_that_is_not_good(served: Served) -> None:
    token = served.begin()
    entry = {"answer_id": "a1", "rating": "up"}
    for bad in (None, *forged(token)):
        for method, path, body in (
            ("POST", "messages", {"id": "message-1", "message": "hi"}),
            ("GET", "messages?after=0", None),
            ("DELETE", "conversations", None),
            ("POST", "feedback", entry),
        ):
            answer = served.request(method, path, body, bad)
            assert (answer.status, answer.error) == (401, "unauthorized"), (method, bad)
    assert served.agent.heard == []


@pytest.mark.parametrize("scheme", ["Basic", "bearerx", "Token", ""])
def test_another_scheme_is_none(served: Served, scheme: str) -> None:
    headers = {"Authorization": f"{scheme} {served.begin()}".strip()}
    assert served.request("GET", "messages", headers=headers).status == 401


def test_a_conversation_is_read_with_its_own_token_only(served: Served) -> None:
    mine, other = served.begin(), served.begin()
    served.say(mine, "my secret")
    assert served.request("GET", "messages", token=other).json["messages"] == []


def test_no_other_channel_reaches_a_conversation_of_the_web(served: Served) -> None:
    token = served.begin()
    served.say(token, "my secret")
    conversation = token.split(".")[0]
    for sender in (conversation, token, f"web:{conversation}"):
        body = {"sender": sender, "message": "what did I say?"}
        assert served.request("POST", "/webhooks/rest/webhook", body).status == 200
    stored = set(served.agent.store.store)
    assert f"web:{conversation}" in stored
    assert {name for name in stored if not name.startswith("rest:")} == {f"web:{conversation}"}


def test_a_secret_that_is_kept_survives_a_restart_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "var" / "web.secret"
    secret = kept_secret(file)
    assert len(secret) >= 40
    assert kept_secret(file) == secret
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [one.name for one in file.parent.iterdir()] == ["web.secret"]


def test_a_secret_that_others_could_read_is_closed(tmp_path: Path) -> None:
    file = tmp_path / "web.secret"
    secret = kept_secret(file)
    file.chmod(0o644)
    assert kept_secret(file) == secret
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", ["", "short", "\n"])
def test_a_secret_that_was_cut_off_is_made_anew(tmp_path: Path, content: str) -> None:
    file = tmp_path / "web.secret"
    file.write_text(content)
    secret = kept_secret(file)
    assert len(secret) >= 40
    assert kept_secret(file) == secret


def test_processes_that_start_at_once_agree_on_a_secret(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        secrets = set(pool.map(lambda _: kept_secret(tmp_path / "web.secret"), range(64)))
    assert len(secrets) == 1


def test_where_no_file_can_be_kept_each_process_has_its_own(tmp_path: Path, caplog) -> None:
    (tmp_path / "var").write_text("a file where the folder should be")
    file = tmp_path / "var" / "web.secret"
    first = kept_secret(file)
    assert first != kept_secret(file) and len(first) >= 40
    assert "conversations in open browsers end" in caplog.text


def test_a_restart_keeps_tokens_and_says_that_it_forgot(serve: Serve, tmp_path: Path) -> None:
    before = serve(secret="", secret_file=tmp_path / "web.secret")
    token = before.begin()
    old = before.say(token, "hi").json["epoch"]
    assert before.say(token, "hi").json["epoch"] == old

    after = serve(secret="", secret_file=tmp_path / "web.secret")
    caught_up = after.request("GET", "messages?after=0", token=token).json
    assert caught_up["messages"] == []
    assert caught_up["epoch"] != old
    answer = after.say(token, "still there?")
    assert (answer.status, answer.json["epoch"]) == (200, caught_up["epoch"])
