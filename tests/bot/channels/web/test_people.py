"""Who is known beyond a conversation: only who holds a token of ours, and only as themselves."""

from __future__ import annotations

import json
from typing import Any, Dict, Iterator, List, Optional, Tuple

import jwt
import pytest

from bot import persons
from bot.channels.web.tokens import ConversationTokens, PersonTokens
from bot.forgetting import ALL_GONE, NOT_GONE, TALK_GONE
from tests.bot.channels.action_server import ActionServer
from tests.bot.channels.web.conftest import SECRET, Answer, Serve, Served, answers_well
from tests.bot.channels.web.test_sign_in import KEY, signed

INTERNAL = "shared by both processes"


@pytest.fixture
def actions(monkeypatch: pytest.MonkeyPatch) -> Iterator[ActionServer]:
    server = ActionServer()
    monkeypatch.setenv("WAYPOINT_INTERNAL_SECRET", INTERNAL)
    monkeypatch.setenv("WAYPOINT_PEOPLE_SECRET", "a key of people that outlives the process")
    monkeypatch.setenv("WAYPOINT_ACTIONS_URL", server.webhook)
    yield server
    server.stop()


class Heard:
    """A dialogue that keeps the metadata of its messages."""

    def __init__(self) -> None:
        self.metadata: List[Dict[str, Any]] = []

    async def __call__(self, message: Any) -> None:
        self.metadata.append(message.metadata)
        await answers_well(message)

    @property
    def person(self) -> Optional[str]:
        return (self.metadata[-1].get("person") or {}).get("id")


def begin(served: Served, person: Any = None, token: Optional[str] = None) -> Tuple[str, str]:
    """Begin a conversation; return its token and the person's."""
    answer = served.request("POST", "conversations", {"person": person}, token)
    assert answer.status == 201, answer
    return answer.json["conversation"], answer.json["person"]


def say(served: Served, token: str, person: Any, text: str = "save the second one") -> Answer:
    body = {"id": f"message-{len(served.agent.heard)}", "message": text, "person": person}
    return served.request("POST", "messages", body, token)


def name(person: str) -> str:
    return person.split(".")[0]


def test_every_message_names_the_person_and_nothing_else_of_them(serve: Serve, actions: ActionServer) -> None:
    heard = Heard()
    served = serve(heard)
    token, person = begin(served)
    for _ in range(3):
        assert say(served, token, person).status == 200
    vouched = {"id": name(person), "signature": persons.vouched(name(person))["person"]["signature"]}
    assert heard.metadata == [{"person": vouched}] * 3


def test_a_new_conversation_keeps_the_person(serve: Serve, actions: ActionServer) -> None:
    heard = Heard()
    served = serve(heard)
    first, person = begin(served)
    say(served, first, person)
    before = heard.person
    second, again = begin(served, person)
    say(served, second, again)
    assert heard.person == before == name(again)
    assert begin(served)[1] != person and name(begin(served)[1]) != name(person)


@pytest.mark.parametrize("person", ["", "x", 7, ["a"], {"id": "a"}, "a" * 43])
def test_a_token_that_is_none_begins_as_somebody_new(served: Served, person: Any) -> None:
    assert PersonTokens(SECRET, 1).person(begin(served, person)[1])


def bad_tokens(served: Served) -> List[Any]:
    token, person = begin(served)
    of, end, signature = person.split(".")
    return [
        "", "x", 7, {}, [], person[:-1], f"{of}.{int(end) + 1}.{signature}", name(person), token,
        f"{name(begin(served)[1])}.{end}.{signature}", PersonTokens("another secret, of enough letters", 9).make(),
        PersonTokens(SECRET, -1).make(), ConversationTokens(SECRET, 9).make(),
    ]  # fmt: skip


def test_no_other_token_names_anybody(serve: Serve, actions: ActionServer) -> None:
    heard = Heard()
    served = serve(heard)
    token, _ = begin(served)
    for person in bad_tokens(served):
        assert say(served, token, person).status == 401
        if isinstance(person, str):
            for method, path in (("GET", "shortlist"), ("GET", "shortlist.csv"), ("DELETE", "person")):
                assert served.request(method, path, token=person).status == 401
    assert heard.metadata == [] and actions.got == []


def test_a_person_is_no_conversation(served: Served) -> None:
    _, person = begin(served)
    assert served.say(person, "hi").status == 401
    assert served.request("DELETE", "conversations", token=person).status == 401


def test_what_the_browser_says_of_itself_is_dropped(serve: Serve, actions: ActionServer) -> None:
    heard = Heard()
    served = serve(heard)
    token, _ = begin(served)
    forged = persons.vouched("somebody-else")
    body = {"id": "message-1", "message": "hi", "metadata": {"lang": "en", **forged}}
    assert served.request("POST", "messages", body, token).status == 200
    assert heard.metadata == [{"lang": "en"}]


def test_who_signs_in_is_known_by_that_on_any_machine(serve: Serve, actions: ActionServer) -> None:
    heard = Heard()
    served = serve(heard, jwt_key=KEY)
    persons_of = {}
    for machine, sub in (("home", "dr-jane"), ("clinic", "dr-jane"), ("clinic", "dr-joe")):
        token, person = begin(served, token=signed(sub=sub))
        say(served, token, person)
        persons_of.setdefault(sub, set()).add(heard.person)
        assert machine and sub not in json.dumps(heard.metadata) and sub not in person
    assert [len(known) for known in persons_of.values()] == [1, 1]
    assert persons_of["dr-jane"] != persons_of["dr-joe"]


def test_on_a_shared_machine_nobody_gets_what_another_saved(serve: Serve, actions: ActionServer) -> None:
    served = serve(jwt_key=KEY)
    _, jane = begin(served, token=signed(sub="dr-jane"))
    _, joe = begin(served, jane, token=signed(sub="dr-joe"))
    _, unnamed = begin(served, jane, token=jwt.encode({"exp": 4_000_000_000}, KEY, algorithm="HS256"))
    assert len({name(jane), name(joe), name(unnamed)}) == 3


def test_the_shortlist_comes_from_the_action_server(served: Served, actions: ActionServer) -> None:
    _, person = begin(served)
    answer = served.request("GET", "shortlist", token=person)
    assert (answer.status, answer.json) == (200, {"kind": "none"})
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "no-store"
    assert actions.got == [("GET", f"/records/shortlist/{name(person)}", f"Bearer {INTERNAL}")]


@pytest.mark.parametrize(
    ("ending", "content_type"),
    [("md", "text/markdown"), ("csv", "text/csv"), ("html", "text/html")],
)
def test_a_file_is_taken_away_and_never_run(
    served: Served, actions: ActionServer, ending: str, content_type: str
) -> None:
    actions.body = "# Räume <script>alert(1)</script>".encode()
    _, person = begin(served)
    answer = served.request("GET", f"shortlist.{ending}", token=person)
    assert (answer.status, answer.body) == (200, actions.body)
    assert answer.headers["content-type"] == f"{content_type}; charset=utf-8"
    assert answer.headers["content-disposition"] == f'attachment; filename="waypoint-shortlist.{ending}"'
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'") and "script-src" not in policy
    assert actions.got[0][1] == f"/records/shortlist/{name(person)}.{ending}"


@pytest.mark.parametrize("ending", ["pdf", "exe", "MD", "md.exe", "%2e%2e", "m%0ad"])
def test_no_other_file_is_asked_for(served: Served, actions: ActionServer, ending: str) -> None:
    _, person = begin(served)
    assert served.request("GET", f"shortlist.{ending}", token=person).status == 404
    assert actions.got == []


def test_what_fails_is_told(served: Served, actions: ActionServer) -> None:
    actions.status = 503
    _, person = begin(served)
    for method, path in (("GET", "shortlist"), ("GET", "shortlist.md"), ("DELETE", "person")):
        answer = served.request(method, path, token=person)
        assert (answer.status, answer.error) == (503, "unavailable")


@pytest.mark.usefixtures("stopped_clock")
def test_looking_and_exporting_are_limited(serve: Serve, actions: ActionServer) -> None:
    served = serve(questions_a_minute=6)
    (_, jane), (_, joe) = begin(served), begin(served)
    codes = [served.request("GET", f"shortlist{ending}", token=jane).status for ending in ("", ".md", ".csv") * 3]
    assert codes == [200] * 6 + [429] * 3
    assert served.request("GET", "shortlist", token=joe).status == 200


def test_deleting_goes_on_to_the_action_server(served: Served, actions: ActionServer) -> None:
    actions.status, actions.body = 204, b""
    _, person = begin(served)
    for _ in range(2):
        answer = served.request("DELETE", "person", token=person)
        assert (answer.status, answer.body) == (204, b"")
    assert actions.got == [("DELETE", f"/records/people/{name(person)}", f"Bearer {INTERNAL}")] * 2


def test_other_sites_may_ask_where_they_are_allowed_to(serve: Serve, actions: ActionServer) -> None:
    site = "https://clinic.example"
    served = serve(origins=frozenset({site}))
    for path in ("shortlist", "shortlist.md", "person"):
        for origin, allowed in ((site, site), ("https://evil.example", None)):
            answer = served.request("OPTIONS", path, headers={"Origin": origin})
            assert answer.headers.get("access-control-allow-origin") == allowed


def test_forget_me_deletes_the_record_the_conversation_and_the_turns(served: Served, actions: ActionServer) -> None:
    actions.status, actions.body = 204, b""
    token, person = begin(served)
    say(served, token, person, "my patient Smith is ill")
    assert "Smith" in json.dumps(served.agent.store.store)

    (answer,) = say(served, token, person, "forget me").json["answers"]

    assert (answer["text"], answer["custom"]["forgotten"]) == (ALL_GONE, True)
    assert actions.got == [("DELETE", f"/records/people/{name(person)}", f"Bearer {INTERNAL}")]
    assert served.agent.store.store == {}
    remembered = served.request("GET", "messages", token=token).json["messages"]
    assert [turn["message"] for turn in remembered] == ["forget me"]
    assert say(served, token, person, "hi").status == 200  # the conversation goes on, with nothing in it


def test_forgetting_the_talk_leaves_what_was_saved(served: Served, actions: ActionServer) -> None:
    token, person = begin(served)
    say(served, token, person, "hi")
    (answer,) = say(served, token, person, "please delete this conversation").json["answers"]
    assert (answer["text"], answer["custom"]["forgotten"]) == (TALK_GONE, "talk")
    assert actions.got == [] and served.agent.store.store == {}


def test_what_could_not_be_deleted_is_not_said_to_be(served: Served, actions: ActionServer) -> None:
    actions.status = 503
    token, person = begin(served)
    (answer,) = say(served, token, person, "forget me").json["answers"]
    assert (answer["text"], answer["custom"]["kind"]) == (NOT_GONE, "error")
    assert "forgotten" not in answer["custom"]


def test_a_dialogue_that_forgot_by_itself_keeps_its_words(serve: Serve, actions: ActionServer) -> None:
    actions.status, actions.body = 204, b""

    async def forgets(message: Any) -> None:
        payload = {"schema": "answer/1", "kind": "smalltalk", "text": "All gone.", "forgotten": True}
        await message.output_channel.send_response("x", {"text": "All gone.", "custom": payload})

    served = serve(forgets)
    token, person = begin(served)
    (answer,) = say(served, token, person, "I was never here").json["answers"]
    assert answer["text"] == "All gone."
    assert len(actions.got) == 1 and served.agent.store.store == {}


def test_what_the_dialogue_asks_about_first_is_not_deleted_yet(serve: Serve, actions: ActionServer) -> None:
    async def asks(message: Any) -> None:
        payload = {"schema": "answer/1", "kind": "clarify", "text": "Shall I?", "question": {"id": "forget-me"}}
        await message.output_channel.send_response("x", {"text": "Shall I?", "custom": payload})

    served = serve(asks)
    token, person = begin(served)
    (answer,) = say(served, token, person, "forget me").json["answers"]
    assert answer["text"] == "Shall I?"
    assert actions.got == [] and served.agent.store.store

    (answer,) = say(served, token, person, "delete this conversation").json["answers"]
    assert answer["text"] == TALK_GONE  # the conversation alone: what was saved stays, whatever was asked
    assert actions.got == [] and not served.agent.store.store


def test_help_comes_before_forgetting(serve: Serve, actions: ActionServer) -> None:
    actions.status, actions.body = 204, b""

    async def helps(message: Any) -> None:
        payload = {"schema": "answer/1", "kind": "safety", "text": "Call 988."}
        await message.output_channel.send_response("x", {"text": "Call 988.", "custom": payload})

    served = serve(helps)
    token, person = begin(served)
    answers = say(served, token, person, "I want to die. forget me").json["answers"]
    assert [answer["text"] for answer in answers] == ["Call 988.", ALL_GONE]
