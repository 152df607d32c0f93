"""Messages: once, in order, whatever the network does."""

from __future__ import annotations

import asyncio
import http.client
import logging
import threading
import time
from datetime import datetime, timezone
from urllib.parse import quote

import pytest

from bot.apology import NO_ANSWER
from bot.channels.web import api, asking, turns
from tests.bot.channels.web.conftest import Serve, Served, answers_well


def test_a_message_brings_whole_answers(served: Served) -> None:
    answer = served.say(served.begin(), "hi", "message-1")

    assert answer.status == 200
    (said,) = answer.json["answers"]
    assert said["text"] == said["custom"]["text"] == "You said 'hi'."
    assert answer.json["id"] == "message-1"
    sent = datetime.fromisoformat(answer.json["time"])
    assert abs((datetime.now(timezone.utc) - sent).total_seconds()) < 60


def test_the_tracker_is_named_by_channel_and_conversation_without_the_signature(serve: Serve) -> None:
    seen = []

    async def handle(message) -> None:
        seen.append(message)

    served = serve(handle)
    token = served.begin()
    body = {"id": "message-1", "message": "hi", "metadata": {"lang": "de-CH", "page": "x", "n": 1}}
    served.request("POST", "messages", body, token)

    assert seen[0].sender_id == "web:" + token.split(".")[0]
    assert seen[0].input_channel == "web"
    assert seen[0].metadata == {"lang": "de-CH"}


def test_the_same_id_gets_the_same_answer_without_a_second_turn(served: Served) -> None:
    token = served.begin()
    first = served.say(token, "hi", "message-1")
    again = served.say(token, "hi", "message-1", headers={"Accept-Encoding": "gzip"})

    assert again.json == first.json
    assert again.headers["content-encoding"] == "gzip"
    assert served.agent.heard == ["hi"]


def test_fifty_sends_of_one_message_make_one_turn(serve: Serve) -> None:
    async def slow(message) -> None:
        await asyncio.sleep(0.3)
        await answers_well(message)

    served = serve(slow, questions_a_minute=30)  # a retry is not counted as a question
    token = served.begin()
    answers = served.at_once([lambda: served.say(token, "hi", "message-1")] * 50)

    assert [answer.status for answer in answers] == [200] * 50
    assert len({answer.body for answer in answers}) == 1
    assert served.agent.heard == ["hi"]


def test_a_browser_that_went_away_finds_its_answer_later(serve: Serve) -> None:
    release = threading.Event()

    async def slow(message) -> None:
        while not release.is_set():
            await asyncio.sleep(0.01)
        await answers_well(message)

    served = serve(slow)
    token = served.begin()
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=0.3)
    body = '{"id": "message-1", "message": "hi"}'
    connection.request("POST", "/webhooks/web/messages", body, {"Authorization": f"Bearer {token}"})
    with pytest.raises(TimeoutError):
        connection.getresponse()
    connection.close()
    time.sleep(0.2)
    release.set()

    answer = served.say(token, "hi", "message-1")
    assert answer.json["answers"][0]["text"] == "You said 'hi'."
    assert served.agent.heard == ["hi"]


def test_an_id_belongs_to_one_message(served: Served) -> None:
    token = served.begin()
    served.say(token, "hi", "message-1")
    answer = served.say(token, "something else", "message-1")

    assert (answer.status, answer.error) == (400, "bad_request")
    assert served.agent.heard == ["hi"]


def test_ids_of_other_conversations_do_not_matter(served: Served) -> None:
    for text in ("one", "two"):
        answer = served.say(served.begin(), text, "message-1")
        assert answer.json["answers"][0]["text"] == f"You said {text!r}."


def test_one_turn_at_a_time_in_the_order_of_arrival(serve: Serve, monkeypatch) -> None:
    running, most, accepted = [], [], []
    take = turns.Conversations.take

    def noted(self, name, message_id, message, run):
        accepted.append(message)
        return take(self, name, message_id, message, run)

    async def slow(message) -> None:
        running.append(message.text)
        most.append(len(running))
        await asyncio.sleep(0.05)
        running.remove(message.text)
        await answers_well(message)

    monkeypatch.setattr(turns.Conversations, "take", noted)
    served = serve(slow)
    token = served.begin()
    served.at_once([lambda n=n: served.say(token, str(n)) for n in range(6)])

    assert sorted(accepted) == [str(number) for number in range(6)]
    assert served.agent.heard == accepted
    assert max(most) == 1
    caught_up = served.request("GET", "messages?after=0", token=token).json["messages"]
    assert [message["message"] for message in caught_up] == accepted


def test_conversations_do_not_wait_for_each_other(serve: Serve) -> None:
    running = []

    async def meets_the_others(message) -> None:
        running.append(message.text)
        while len(running) < 5:  # never, if one had to end before the next begins
            await asyncio.sleep(0.01)
        await answers_well(message)

    served = serve(meets_the_others)
    tokens = [served.begin() for _ in range(5)]
    answers = served.at_once([lambda token=token: served.say(token, "hi") for token in tokens])
    assert [answer.json["answers"][0]["text"] for answer in answers] == ["You said 'hi'."] * 5


def test_too_many_waiting_messages_are_refused_with_a_time(serve: Serve) -> None:
    release = threading.Event()

    async def waits(message) -> None:
        while not release.is_set():
            await asyncio.sleep(0.01)
        await answers_well(message)

    served = serve(waits)
    token = served.begin()
    refused = []

    def say(number: int) -> int:
        answer = served.say(token, str(number))
        if answer.status == 429:
            refused.append(answer)
            if len(refused) == 3:
                release.set()  # only now may any of the others end
        return answer.status

    statuses = served.at_once([lambda n=n: say(n) for n in range(turns.WAITING + 3)])
    assert sorted(statuses) == [200] * turns.WAITING + [429] * 3
    assert refused[0].json["error"]["retry_after"] == 5
    assert len(served.agent.heard) == turns.WAITING


def test_an_answer_that_takes_too_long_is_asked_for_again(serve: Serve, monkeypatch) -> None:
    monkeypatch.setattr(api, "WAIT_SECONDS", 0.1)

    release = threading.Event()

    async def waits(message) -> None:
        while not release.is_set():
            await asyncio.sleep(0.01)
        await answers_well(message)

    served = serve(waits)
    token = served.begin()
    answer = served.say(token, "hi", "message-1")
    assert (answer.status, answer.error) == (503, "unavailable")
    assert answer.headers["retry-after"] == "1"
    release.set()
    deadline = time.monotonic() + 20
    while served.say(token, "hi", "message-1").status != 200:
        assert time.monotonic() < deadline
    assert served.agent.heard == ["hi"]


def test_a_failed_turn_ends_in_an_honest_sentence(serve: Serve) -> None:
    async def breaks(message) -> None:
        raise RuntimeError("the tracker store is gone")

    served = serve(breaks)
    answer = served.say(served.begin(), "hi")
    assert answer.json["answers"][0]["text"] == NO_ANSWER
    assert answer.json["answers"][0]["custom"]["kind"] == "error"


@pytest.mark.parametrize(
    "text", ["", "naïve 漢字 🙂", "\u202eabc\u0000", '/restart{"x": 1}', "<script>alert(1)</script>", "x" * 5000]
)
def test_any_text_up_to_the_limit_arrives_as_it_was_written(served: Served, text: str) -> None:
    assert served.say(served.begin(), text).status == 200
    assert served.agent.heard == [text]


def test_halves_of_characters_are_replaced(served: Served) -> None:
    token = served.begin()
    answer = served.request("POST", "messages", b'{"id": "message-1", "message": "a\\ud800b"}', token)
    assert answer.status == 200
    assert served.agent.heard == ["a?b"]
    assert served.request("GET", "messages", token=token).json["messages"][0]["message"] == "a?b"


def test_one_character_more_is_too_long_and_says_so(served: Served) -> None:
    answer = served.say(served.begin(), "x" * 5001)
    assert (answer.status, answer.error) == (400, "too_long")
    assert "5,000 characters" in answer.json["error"]["text"]
    assert served.agent.heard == []


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("size", [asking.MAX_BODY_BYTES + 1, 900_000, 3_000_000])
def test_a_body_that_is_too_large_is_not_read_to_its_end(served: Served, size: int, chunked: bool) -> None:
    body = b" " * size
    data = iter([body[i : i + 65_536] for i in range(0, size, 65_536)]) if chunked else body
    token = served.begin()
    try:
        answer = served.request("POST", "messages", data, token)  # an iterator is sent in chunks
    except (BrokenPipeError, ConnectionResetError):
        assert size > 1_000_000  # cut off while it was still being sent
    else:
        assert (answer.status, answer.error) == (413, "too_large")
    assert served.say(token, "hi").status == 200


BAD = [
    b"{not json", b"[]", b'"hi"', b"null", b"7", b"[" * 30_000, b"\xff\xfe", b'{"id": "message-1"}',
    b'{"message": "hi"}', b'{"id": "short", "message": "hi"}', b'{"id": 7, "message": "hi"}',
    b'{"id": "message-1", "message": 7}', b'{"id": "message-1", "message": null}',
    b'{"id": "message 1/..", "message": "hi"}', b'{"id": "message-1", "message": "hi", "metadata": []}',
    b'{"id": "message-1", "message": "hi", "metadata": "x"}', b'{"id": "' + b"x" * 65 + b'", "message": "hi"}',
    b"9" * 5000,
]  # fmt: skip


@pytest.mark.parametrize("body", BAD, ids=range(len(BAD)))
def test_what_is_no_message_is_refused(served: Served, body: bytes) -> None:
    answer = served.request("POST", "messages", body, served.begin())
    assert (answer.status, answer.error) == (400, "bad_request")
    assert served.agent.heard == []


def test_metadata_that_is_no_language_is_left_out(serve: Serve) -> None:
    seen = []

    async def handle(message) -> None:
        seen.append(message.metadata)

    served = serve(handle)
    for number, metadata in enumerate(({"lang": "x" * 50}, {"lang": 7}, {"lang": "en\n"}, {}, None)):
        body = {"id": f"message-{number}", "message": "hi", "metadata": metadata}
        assert served.request("POST", "messages", body, served.begin()).status == 200
    assert seen == [{}] * 5


def test_catching_up_gives_what_came_after(served: Served) -> None:
    token = served.begin()
    for text in ("one", "two", "three"):
        served.say(token, text)
    everything = served.request("GET", "messages", token=token).json
    numbers = [message["n"] for message in everything["messages"]]
    assert numbers == sorted(set(numbers))
    assert everything["last"] == numbers[-1]

    rest = served.request("GET", f"messages?after={numbers[0]}", token=token).json
    assert [message["message"] for message in rest["messages"]] == ["two", "three"]
    assert rest["messages"][0]["answers"][0]["custom"]["kind"] == "roles"
    nothing = served.request("GET", f"messages?after={numbers[-1]}", token=token).json
    assert (nothing["messages"], nothing["last"]) == ([], numbers[-1])


@pytest.mark.parametrize("after", ["x", "-1", "1.5", "٣", "9" * 400, "1%00"])
def test_a_number_that_is_none_is_refused(served: Served, after: str) -> None:
    answer = served.request("GET", f"messages?after={quote(after, safe='%')}", token=served.begin())
    assert (answer.status, answer.error) == (400, "bad_request")


def test_nothing_that_a_person_wrote_gets_into_the_log(serve: Serve, caplog) -> None:
    async def breaks_later(message) -> None:
        if message.text != "first":
            raise RuntimeError("broken")
        await answers_well(message)

    served = serve(breaks_later)
    token = served.begin()
    answer_id = served.say(token, "first").json["answers"][0]["custom"]["answer_id"]
    with caplog.at_level(logging.INFO):
        served.say(token, "my name is Rumpelstiltskin")
        served.request("POST", "messages", b'{"message": "Rumpelstiltskin', token)
        entry = {"answer_id": answer_id, "rating": "up", "comment": "Rumpelstiltskin"}
        assert served.request("POST", "feedback", entry, token).status == 503  # no records here: that is logged
    assert caplog.records
    assert "Rumpelstiltskin" not in caplog.text
    assert token.split(".")[2] not in caplog.text
