"""The conversation stays: over reload, over tabs, in a browser that forbids storage, until it is deleted."""

from __future__ import annotations

import json

from playwright.sync_api import BrowserContext, expect

from tests.web.chat import Chat
from tests.web.stand_in import StandIn

KEY = "waypoint.conversation.1"


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
    chat.server.delay = 0.8
    chat.write("being answered")
    expect(chat.page.locator(".waiting")).to_be_visible()

    chat.page.reload()

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


def test_tab_closed_while_sending_is_taken_over_by_the_other(chat: Chat, context: BrowserContext) -> None:
    other = second_tab(context, chat)
    chat.ask("hello")
    chat.server.delay = 1.0
    chat.write("do not forget me")
    expect(other.page.locator(".waiting")).to_be_visible()

    chat.page.close()
    other.page.reload()  # as a person does who waits

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


def test_answer_to_a_deleted_conversation_does_not_come_back(chat: Chat) -> None:
    chat.ask("hello")
    chat.server.delay = 1.0
    chat.write("too late")
    chat.button("New conversation").click()
    chat.button("Delete and start anew").click()
    chat.server.delay = 0

    chat.ask("fresh")
    chat.page.wait_for_timeout(1_200)

    expect(chat.turns).to_have_count(1)
    expect(chat.last).to_contain_text("You said: fresh")


def test_works_where_storage_is_forbidden(context: BrowserContext, server: StandIn, url: str) -> None:
    context.add_init_script(
        """for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, {
          get() { throw new DOMException("forbidden", "SecurityError"); },
        });"""
    )
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
