"""What people save in Slack: known by an opaque id, seen by themselves, in the App Home and in person."""

from __future__ import annotations

import json
import re
import time

import pytest
from rasa.shared.core.events import ActionExecuted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot import persons
from bot.channels.slack import messages
from bot.channels.slack.saved import asker_of, person_in
from bot.channels.slack.shortlist_view import MOST_ROLES, shortlist_blocks
from bot.channels.slack.views import home_view
from tests.bot.channels.slack.block_kit import problems
from tests.bot.channels.slack.conftest import (
    DOMAIN,
    channel_message,
    direct_message,
    golden,
    says,
    shows,
)

LIST = golden("remote_cardiology_over_150k")


def saved(count: int = 2, **changed):
    """Return a shortlist as the action server gives it."""
    roles = [{**role, "saved": True, "note": None} for role in (LIST["roles"] + LIST["near_misses"])[:count]]
    return {**LIST, "kind": "shortlist", "roles": roles, "near_misses": [], "not_stated": [], "offers": [], **changed}


def opened(user: str = "U5"):
    return {**direct_message("x"), "event": {"type": "app_home_opened", "user": user, "tab": "home"}}


def pressed(view, words: str, user: str = "U5"):
    """Return the interaction of pressing what says `words` in the App Home."""
    for block in view["blocks"]:
        for element in [*block.get("elements", []), block.get("accessory") or {}]:
            if element.get("value") == words:
                action = {"type": "button", "block_id": block["block_id"], "action_id": element["action_id"],
                          "value": words}  # fmt: skip
                container = {"type": "view", "view_id": f"V{time.monotonic_ns()}"}
                payload = {"type": "block_actions", "team": {"id": "T1"}, "user": {"id": user},
                           "container": container, "actions": [action]}  # fmt: skip
                return {"payload": payload}
    raise AssertionError(words)


def homes(waypoint, number: int):
    """Wait for so many views; return them."""
    wanted = [call for call in waypoint.slack.wait(
        lambda calls: sum(call.method == "views.publish" for call in calls) >= number
    ) if call.method == "views.publish"]  # fmt: skip
    return [call.body for call in wanted]


def test_every_message_names_the_asker_and_nothing_else_of_them(waypoint):
    for text in ("save the second one", "show my shortlist"):
        waypoint.send(direct_message(text, user="U5"))
    waypoint.send(channel_message("<@UBOT> save it", user="U6"))
    waypoint.replies(3)
    in_channel = [":C1:" in message.sender_id for message in waypoint.asked]
    joe = waypoint.asked[in_channel.index(True)].metadata
    jane, again = [message.metadata for message, there in zip(waypoint.asked, in_channel) if not there]
    assert jane == again == persons.vouched(person_in("T1", "U5"))
    assert joe == persons.vouched(person_in("T1", "U6")) != jane
    assert not re.search(r"U5|U6|T1", json.dumps([jane, joe]))


def test_the_same_person_is_known_in_every_place_and_every_way_of_asking(waypoint):
    places = ("T1:D1", "T1:C1:7.7", "T1:C1:7.7:only:U5", "T1:C1:command:U5")
    assert {asker_of(place, "U5") for place in places} == {person_in("T1", "U5")}
    assert person_in("T2", "U5") != person_in("T1", "U5") != person_in("T1", "U6")


def test_the_home_shows_what_is_saved_with_pay_source_and_note(waypoint, actions):
    role = {**saved()["roles"][0], "note": "ask <@U9> about *nights* & <https://x.example|this>"}
    offers = [{"id": 1, "title": "MSL <!here>", "as_written": "210k"}]
    actions.body = json.dumps(saved(roles=[role], offers=offers)).encode()
    waypoint.send(opened())
    [home] = homes(waypoint, 1)
    assert home["user_id"] == "U5"
    assert actions.got[0][:2] == ("GET", f"/records/shortlist/{person_in('T1', 'U5')}")
    assert problems(home["view"], most_blocks=100) == []
    shown = json.dumps(home["view"]["blocks"], ensure_ascii=False)
    assert role["title"] in shown and role["figures"][0]["display"] in shown
    assert f"|[{role['figures'][0]['citation']}]>" in shown  # the mark leads to the source
    assert "ask &lt;@U9&gt; about" in shown and "MSL &lt;!here&gt;: 210k" in shown
    assert home["view"]["blocks"][0]["text"]["text"] == messages.SHORTLIST


def test_offers_and_roles_beyond_the_first_are_told(waypoint, actions):
    blocks = [{"type": "notice", "text": "Your own offers:\n- Your offer, MSL: $210,000 a year (your own number)."}]
    actions.body = json.dumps(saved(saved_count=14, blocks=blocks)).encode()
    waypoint.send(opened())
    [home] = homes(waypoint, 1)
    shown = json.dumps(home["view"]["blocks"])
    assert "MSL: $210,000 a year" in shown and messages.more_saved(12) in shown


def test_removing_goes_through_the_dialogue_and_the_home_follows(waypoint, actions):
    actions.body = json.dumps(saved()).encode()
    waypoint.send(opened())
    [home] = homes(waypoint, 1)
    title = saved()["roles"][1]["title"]
    words = f"remove {title} (cardiology) from my shortlist"
    actions.body = json.dumps(saved(1)).encode()
    waypoint.handler = says("Removed.", saved(1))
    waypoint.send(pressed(home["view"], words))
    after = homes(waypoint, 2)[1]
    assert waypoint.asked[0].text == words
    assert waypoint.asked[0].metadata == persons.vouched(person_in("T1", "U5"))
    assert title in json.dumps(home["view"]) and title not in json.dumps(after["view"])


def test_a_home_that_nobody_opened_is_left_alone(waypoint):
    waypoint.handler = says("Saved.", saved())
    waypoint.send(direct_message("save the second one", user="U77"))
    waypoint.replies()
    waypoint.settle()
    assert waypoint.slack.taken("views.publish") == []


@pytest.mark.parametrize(("ending", "name"), [("md", "Markdown"), ("csv", "CSV")])
def test_an_export_comes_in_person_as_it_is(waypoint, actions, ending, name):
    actions.body = json.dumps(saved()).encode()
    waypoint.send(opened())
    [home] = homes(waypoint, 1)
    lines = [f"line {n}: <b> & \"quoted\", ```fence``` <!channel>" for n in range(200)]
    actions.body = "\n".join(lines).encode()
    waypoint.send(pressed(home["view"], ending))
    waypoint.settle()
    above, *pieces = [call.body for call in waypoint.slack.taken("chat.postMessage")]
    assert actions.got[-1][1] == f"/records/shortlist/{person_in('T1', 'U5')}.{ending}"
    assert {piece["channel"] for piece in [above, *pieces]} == {"U5"} and name in above["text"]
    assert len(pieces) > 1 and [problem for piece in pieces for problem in problems(piece)] == []
    said = "\n".join(piece["text"].removeprefix("```\n").removesuffix("\n```") for piece in pieces)
    said = said.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert said == "\n".join(lines).replace("```", "'''")


def test_a_table_that_goes_with_an_answer_is_shown_as_text(waypoint):
    content = "\r\n".join(f"role {n},\"<b>, & quoted\",=1" for n in range(120))
    export = {"form": "csv", "filename": "shortlist.csv", "media_type": "text/csv", "content": content}
    waypoint.handler = says("Here is your shortlist as a table.", saved(export=export, personal=True))
    waypoint.send(direct_message("export my shortlist as csv"))
    waypoint.settle()
    [reply] = waypoint.replies()
    assert problems(reply) == []
    shown = "\n".join(block["text"]["text"] for block in reply["blocks"] if block["type"] == "section")
    assert "role 0,\"&lt;b&gt;, &amp; quoted\",=1" in shown


def test_what_cannot_be_had_is_told(waypoint, actions):
    actions.status = 503
    waypoint.send(opened())
    [home] = homes(waypoint, 1)
    shown = json.dumps(home["view"]["blocks"])
    assert messages.SHORTLIST_UNAVAILABLE in shown and "remote roles" in shown


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b'{"roles": 7}', b'{"roles": [{"figures": [{}]}]}'])
def test_a_strange_answer_breaks_nothing(waypoint, actions, body):
    actions.body = body
    waypoint.send(opened())
    [home] = homes(waypoint, 1)
    assert "remote roles" in json.dumps(home["view"]["blocks"])


def test_forget_me_deletes_the_record_too_and_empties_the_home(waypoint, actions):
    actions.body = json.dumps(saved()).encode()
    waypoint.send(opened())
    [home] = homes(waypoint, 1)
    actions.body = b'{"kind": "none"}'
    waypoint.send(pressed(home["view"], "yes, forget me"))
    after = homes(waypoint, 2)[1]
    assert ("DELETE", f"/records/people/{person_in('T1', 'U5')}") in [got[:2] for got in actions.got]
    assert messages.SHORTLIST_EMPTY in json.dumps(after["view"], ensure_ascii=False)
    assert waypoint.slack.taken("chat.postMessage")[-1].body["text"].startswith(messages.FORGOTTEN)


def test_what_the_dialogue_asks_about_first_is_not_deleted_yet(waypoint, actions):
    question = {**golden("help_choose")["question"], "id": "forget-me", "text": "Shall I?"}
    waypoint.handler = says("Shall I?", {**golden("help_choose"), "question": question})
    waypoint.send(direct_message("forget me"))
    assert messages.FORGOTTEN not in waypoint.replies()[0]["text"]
    waypoint.settle()
    assert actions.got == []


def test_what_was_not_deleted_is_not_said_to_be(waypoint, actions):
    actions.status = 503
    waypoint.send(direct_message("forget me"))
    assert messages.NOT_FORGOTTEN in waypoint.replies()[0]["text"]


def test_deleting_a_conversation_leaves_the_shortlist(waypoint, actions):
    waypoint.send(direct_message("please delete this conversation"))
    assert waypoint.replies()[0]["text"].startswith(messages.TALK_FORGOTTEN)
    assert actions.got == []


def test_a_dialogue_that_was_asked_in_other_words_is_believed(waypoint, actions):
    waypoint.handler = says("Gone.", {**golden("greeting"), "forgotten": True})
    waypoint.send(direct_message("I was never here"))
    assert waypoint.replies()[0]["text"].startswith(messages.FORGOTTEN)
    assert [got[0] for got in actions.got] == ["DELETE"]


def keeps(waypoint, then):
    async def handle(message) -> None:
        tracker = await waypoint.store.retrieve(message.sender_id)
        tracker = tracker or DialogueStateTracker(message.sender_id, DOMAIN.slots)
        events = [UserUttered(message.text), SlotSet("memory", message.text), ActionExecuted("action_listen")]
        tracker.update_with_events(events, DOMAIN)
        await waypoint.store.save(tracker)
        await then(message)

    return handle


def test_what_is_saved_in_a_thread_is_saved_once_and_told_to_the_asker_alone(waypoint):
    """Running the turn again beside the thread kept an offer twice, and knew no list to point at."""
    first = channel_message("<@UBOT> remote roles for cards", user="U6")
    thread = first["event"]["ts"]
    waypoint.handler = keeps(waypoint, shows("one_role"))
    waypoint.send(first)
    waypoint.replies()
    waypoint.handler = keeps(waypoint, says("Saved.", saved()))
    waypoint.send(channel_message("<@UBOT> save the second one", user="U6", thread_ts=thread))
    reply = waypoint.replies(2)[1]
    assert (reply["method"], reply["user"]) == ("chat.postEphemeral", "U6")
    waypoint.settle()
    assert [message.text for message in waypoint.asked] == ["remote roles for cards", "save the second one"]
    shared, beside = f"slack:T1:C1:{thread}", f"slack:T1:C1:{thread}:only:U6"
    assert "save the second one" not in waypoint.store.store[shared]
    assert "save the second one" in waypoint.store.store[beside]
    assert "remote roles for cards" in waypoint.store.store[beside]  # "the second one" is still known
    waypoint.send(channel_message("remove the first", type="message", thread_ts=thread, user="U6"))
    waypoint.replies(3)
    assert waypoint.asked[-1].sender_id == beside


@pytest.mark.parametrize("count", [0, 1, MOST_ROLES + 5])
def test_the_home_keeps_the_limits_of_views(count):
    role = {**LIST["roles"][0], "title": "R" * 1900 + "*<&", "note": "n" * 3000}
    roles = [{**role, "id": f"a#{n}"} for n in range(count)]
    offers = [{"id": n, "title": "t" * 200, "as_written": "<" * 200} for n in range(20)]
    view = home_view(shortlist_blocks(saved(roles=roles, offers=offers)))
    assert problems(view, most_blocks=100) == []


@pytest.mark.parametrize("name", ["my_shortlist", "my_offers", "shortlist", "export"])
def test_real_answers_fit_the_home(name):
    view = home_view(shortlist_blocks(golden(name)))
    assert problems(view, most_blocks=100) == []
    titles = [role["title"] for role in golden(name)["roles"]]
    shown = json.dumps(view, ensure_ascii=False)
    assert all(title in shown for title in titles)
