"""The conversation stays: over reload, over tabs, in a browser that forbids storage, until it is deleted."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.web.chat import Chat
from tests.web.stand_in import StandIn

KEY = "waypoint.conversation.1"
FORBID_STORAGE = """
for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, {
  get() { throw new DOMException("forbidden", "SecurityError"); },
});
"""


def second_tab(context: BrowserContext, chat: Chat) -> Chat:
    return Chat.open(context, chat.server, chat.url)


def test_history_and_conversation_are_kept_over_reload(chat: Chat) -> None:
    chat.ask("remote_cardiology_over_150k")
    chat.ask("polls")

    chat.page.reload()

    expect(chat.answers).to_have_count(2)
    expect(chat.page.locator(".card").first).to_contain_text("$357,482 a year")
    chat.ask("more")
    assert len(chat.server.opened_with) == 1, "one conversation"


def test_draft_is_kept_over_reload(chat: Chat) -> None:
    chat.field.fill("half a thou")

    chat.page.reload()

    expect(chat.field).to_have_value("half a thou")


def test_reload_while_an_answer_is_made_loses_and_doubles_nothing(chat: Chat) -> None:
    chat.ask("hello")
    chat.server.hold()
    chat.write("being answered")
    chat.server.wait_for(2)
    expect(chat.page.locator(".waiting")).to_be_visible()

    chat.page.reload()
    chat.server.let_go()

    expect(chat.answers).to_have_count(2)
    expect(chat.turns).to_have_count(2)
    assert len(chat.server.worked) == 2


def test_other_tab_shows_what_was_said_at_once(chat: Chat, context: BrowserContext) -> None:
    other = second_tab(context, chat)

    chat.ask("from the first")
    expect(other.last).to_contain_text("You said: from the first")
    other.ask("from the second")
    expect(chat.last).to_contain_text("You said: from the second")

    assert len(chat.server.opened_with) == 1
    other.assert_clean()


def test_two_tabs_writing_at_once_send_each_message_once(chat: Chat, context: BrowserContext) -> None:
    other = second_tab(context, chat)
    chat.server.delay = 0.3

    for nr in range(3):
        chat.write(f"first {nr}")
        other.write(f"second {nr}")

    for tab in (chat, other):
        expect(tab.answers).to_have_count(6)
        expect(tab.page.locator(".waiting")).to_have_count(0)
    assert len(chat.server.received) == len(chat.server.worked) == 6
    assert len(chat.server.opened_with) == 1


@pytest.mark.parametrize("first", [True, False], ids=["first message", "later message"])
def test_message_overwritten_by_a_tab_that_had_not_seen_it_is_not_lost(
    chat: Chat, context: BrowserContext, first: bool
) -> None:
    """Browsers show one tab's writes to another a moment later: of two at once, one is overwritten."""
    other = second_tab(context, chat)
    if not first:
        chat.ask("hello")
    before = json.dumps({"turns": []}) if first else chat.page.evaluate(f"localStorage.getItem('{KEY}')")
    so_far = len(chat.server.received)
    chat.server.hold()
    chat.write("do not lose me")
    chat.server.wait_for(so_far + 1)

    store_as_if_unseen(other, before)
    chat.server.let_go()

    for tab in (chat, other):
        expect(tab.last).to_contain_text("You said: do not lose me")
    chat.ask("in the same conversation")
    assert len(chat.server.opened_with) == 1


def test_deletion_overwritten_by_a_tab_that_had_not_seen_it_stays_a_deletion(
    chat: Chat, context: BrowserContext
) -> None:
    other = second_tab(context, chat)
    chat.ask("private")
    before = chat.page.evaluate(f"localStorage.getItem('{KEY}')")
    delete_conversation(chat)
    expect(other.turns).to_have_count(0)

    store_as_if_unseen(other, before)

    other.page.wait_for_function("key => !localStorage.getItem(key).includes('private')", arg=KEY)
    for tab in (chat, other):
        expect(tab.turns).to_have_count(0)
        assert "private" not in json.dumps(kept(tab))


def store_as_if_unseen(tab: Chat, state: str) -> None:
    tab.page.evaluate(f"state => localStorage.setItem('{KEY}', state)", state)


def test_tab_closed_while_sending_is_taken_over_by_the_other(chat: Chat, context: BrowserContext) -> None:
    other = second_tab(context, chat)
    chat.ask("hello")
    chat.server.hold()
    chat.write("do not forget me")
    chat.server.wait_for(2)
    expect(other.page.locator(".waiting")).to_be_visible()

    chat.page.close()
    other.page.reload()  # as a person does who waits
    chat.server.let_go()

    expect(other.answers).to_have_count(2)
    assert len(chat.server.worked) == 2


def test_what_only_the_server_remembers_is_fetched(chat: Chat) -> None:
    chat.ask("first")
    chat.ask("second")
    # As if the tab had died before the second answer was stored.
    chat.page.evaluate(
        """(key) => {
          const saved = JSON.parse(localStorage.getItem(key));
          saved.turns.pop();
          saved.last = 1;
          localStorage.setItem(key, JSON.stringify(saved));
        }""",
        KEY,
    )

    chat.page.reload()

    expect(chat.answers).to_have_count(2)
    expect(chat.last).to_contain_text("You said: second")


def test_new_conversation_asks_first_and_deletes_everywhere(chat: Chat, context: BrowserContext) -> None:
    other = second_tab(context, chat)
    chat.ask("remote_cardiology_over_150k")
    token = json.loads(chat.page.evaluate(f"localStorage.getItem('{KEY}')"))["conversation"]

    chat.button("New conversation").click()
    dialog = chat.page.get_by_role("dialog", name="Start a new conversation?")
    dialog.get_by_role("button", name="Cancel").click()
    expect(chat.answers).to_have_count(1)

    chat.button("New conversation").click()
    chat.button("Delete and start anew").click()

    for tab in (chat, other):
        expect(tab.turns).to_have_count(0)
    expect(chat.field).to_be_focused()
    chat.ask("fresh")
    assert chat.server.deleted == [token]
    assert len(chat.server.opened_with) == 2
    assert token not in chat.page.evaluate(f"localStorage.getItem('{KEY}')")


def kept(chat: Chat) -> dict:
    return json.loads(chat.page.evaluate(f"localStorage.getItem('{KEY}')"))


def delete_conversation(chat: Chat) -> str:
    """Begins a new conversation; returns the token of the old one."""
    token = chat.page.evaluate(f"JSON.parse(localStorage.getItem('{KEY}')).conversation")
    chat.button("New conversation").click()
    chat.button("Delete and start anew").click()
    expect(chat.turns).to_have_count(0)
    return token


def forgotten(chat: Chat) -> None:
    """Waits until nothing is left to be forgotten."""
    chat.page.wait_for_function("key => JSON.parse(localStorage.getItem(key)).forget.length === 0", arg=KEY)


def test_deleting_while_the_server_is_away_is_made_good_at_the_next_visit(chat: Chat) -> None:
    chat.ask("hello")
    chat.server.down = True
    with chat.page.expect_event("requestfailed", lambda request: request.method == "DELETE"):
        first = delete_conversation(chat)  # the browser tries once more by itself before it gives up
    chat.server.down = False
    chat.visit()

    expect(chat.turns).to_have_count(0)
    forgotten(chat)
    assert chat.server.deleted == [first]
    assert first not in json.dumps(kept(chat))


def test_two_deletions_that_failed_are_both_made_good_when_the_server_answers(chat: Chat) -> None:
    chat.server.unforgetful = 503
    chat.ask("one")
    first = delete_conversation(chat)
    chat.ask("two")
    second = delete_conversation(chat)
    assert chat.server.deleted == []
    assert kept(chat)["forget"] == [first, second]
    assert kept(chat)["turns"] == []

    chat.server.unforgetful = 0
    chat.ask("three")  # no reload: an answer tells that the server is back

    forgotten(chat)
    assert sorted(chat.server.deleted) == sorted([first, second])
    assert kept(chat)["conversation"] not in (None, first, second)


@pytest.mark.parametrize("status", [401, 404])
def test_a_conversation_that_the_server_does_not_know_is_not_asked_for_again(chat: Chat, status: int) -> None:
    chat.server.unforgetful = status
    chat.ask("hello")
    delete_conversation(chat)

    forgotten(chat)


def test_deleting_just_before_the_page_is_closed_still_reaches_the_server(chat: Chat) -> None:
    chat.ask("hello")
    asked = "DELETE /webhooks/web/conversations keepalive"
    chat.page.evaluate(
        """() => {
          const plain = window.fetch;
          window.__sent = [];
          window.fetch = (address, options) => {
            const more = options.keepalive ? " keepalive" : "";
            window.__sent.push(`${options.method} ${new URL(address).pathname}${more}`);
            return plain(address, options);
          };
        }"""
    )
    delete_conversation(chat)

    assert asked in chat.page.evaluate("window.__sent")


def test_deletion_is_made_good_later_where_storage_is_forbidden_too(
    context: BrowserContext, server: StandIn, url: str
) -> None:
    context.add_init_script(FORBID_STORAGE)
    chat = Chat.open(context, server, url)
    chat.ask("hello")
    [token] = server.conversations
    server.unforgetful = 503
    chat.button("New conversation").click()
    chat.button("Delete and start anew").click()
    expect(chat.turns).to_have_count(0)
    assert server.deleted == []

    server.unforgetful = 0
    with chat.page.expect_response(lambda response: response.request.method == "DELETE"):
        chat.page.reload()

    assert server.deleted == [token]
    chat.page.wait_for_function("!document.cookie.includes('waypoint-forget')")
    chat.assert_clean()


def test_tampered_list_of_what_is_to_be_forgotten_is_cleaned(chat: Chat) -> None:
    for forget in ("7", "null", '{"a": 1}', '[7, null, {"b": 2}]'):
        chat.page.evaluate(f"stored => localStorage.setItem('{KEY}', stored)", f'{{"turns": [], "forget": {forget}}}')
        chat.page.reload()
        expect(chat.field).to_be_visible()
    chat.ask("hello")
    assert kept(chat)["forget"] == []
    assert chat.server.deleted == []


def test_answer_to_a_deleted_conversation_does_not_come_back(chat: Chat) -> None:
    chat.ask("hello")
    chat.server.hold()
    chat.write("too late")
    chat.server.wait_for(2)
    chat.button("New conversation").click()
    chat.button("Delete and start anew").click()
    expect(chat.turns).to_have_count(0)
    chat.server.let_go()

    chat.ask("fresh")
    chat.page.wait_for_timeout(500)  # time for the late one to do harm

    expect(chat.turns).to_have_count(1)
    expect(chat.last).to_contain_text("You said: fresh")


def test_works_where_storage_is_forbidden(context: BrowserContext, server: StandIn, url: str) -> None:
    context.add_init_script(FORBID_STORAGE)
    chat = Chat.open(context, server, url)

    chat.ask("hello")
    chat.ask("polls")

    expect(chat.answers).to_have_count(2)
    chat.assert_clean()


def test_unreadable_storage_is_no_history(chat: Chat) -> None:
    for stored in ("{", "[]", "7", '{"turns": 3}', '{"turns": [null, {"id": 1}]}'):
        chat.page.evaluate(f"stored => localStorage.setItem('{KEY}', stored)", stored)
        chat.page.reload()
        expect(chat.turns).to_have_count(0)
    chat.ask("hello")


def test_long_history_shows_its_end_and_the_rest_on_demand(chat: Chat) -> None:
    chat.ask("hello")
    chat.page.evaluate(
        """(key) => {
          const saved = JSON.parse(localStorage.getItem(key));
          const turn = saved.turns[0];
          const made = (nr) => ({...turn, id: nr ? `turn-${nr}` : turn.id, text: `nr ${nr}`});
          saved.turns = Array.from({length: 40}, (_, nr) => made(nr));
          localStorage.setItem(key, JSON.stringify(saved));
        }""",
        KEY,
    )
    chat.page.reload()
    expect(chat.turns).to_have_count(25)
    expect(chat.turns.last).to_contain_text("nr 39")

    chat.button("Show earlier messages").click()

    expect(chat.turns).to_have_count(40)


def test_full_storage_lets_the_oldest_go(chat: Chat) -> None:
    chat.server.answers["big"] = {**chat.server.answers["polls"], "padding": "x" * 900_000}
    for _ in range(6):
        chat.write("big")
        chat.page.wait_for_function(
            "key => JSON.parse(localStorage.getItem(key)).turns.at(-1).status === 'answered'", arg=KEY
        )
    assert len(chat.server.worked) == 6

    kept = json.loads(chat.page.evaluate(f"localStorage.getItem('{KEY}')"))["turns"]
    assert 1 <= len(kept) < 6
    chat.page.reload()

    expect(chat.answers).to_have_count(len(kept))  # those that went stay away
    expect(chat.last).to_contain_text("74%")
