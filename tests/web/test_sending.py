"""Sending: quick, slow, refused, cut off, offline, and over a restart of the server. Nothing is lost or doubled."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.web.chat import Chat
from tests.web.stand_in import Fault, StandIn


def milliseconds_to(chat: Chat, name: str) -> float:
    """From sending to the answer on the page."""
    chat.field.fill(name)
    return chat.page.evaluate(
        """async () => {
          const count = document.querySelectorAll(".theirs").length;
          const began = performance.now();
          document.querySelector(".composer").requestSubmit();
          while (document.querySelectorAll(".theirs").length === count) {
            await new Promise(requestAnimationFrame);
            if (performance.now() - began > 5000) break;
          }
          return performance.now() - began;
        }"""
    )


def test_answer_is_on_the_page_within_300_ms(chat: Chat) -> None:
    chat.ask("hello")
    names = ("remote_cardiology_over_150k", "everything_for_rheumatology", "comparison", "reasons", "polls")
    for _ in range(5):  # other programs may slow a round down; what is slow by itself is so in every one
        took = [milliseconds_to(chat, name) for name in names]
        if sorted(took)[1] < 300:
            break
    assert sorted(took)[1] < 300, took


def test_slow_network_is_slow_and_nothing_else(context: BrowserContext, server: StandIn, url: str) -> None:
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    speed = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 20_000}
    network.send("Network.emulateNetworkConditions", speed)
    chat = Chat(page, server, url)
    chat.visit()

    chat.ask("remote_cardiology_over_150k")
    chat.ask("reasons")

    expect(chat.turns).to_have_count(2)
    assert len(server.received) == len(server.worked) == 2
    chat.assert_clean()


def test_typing_sign_shows_while_the_answer_is_made(chat: Chat) -> None:
    chat.server.hold()
    chat.write("slow one")

    expect(chat.page.locator(".waiting .dots")).to_be_visible()
    chat.server.let_go()
    expect(chat.answers).to_have_count(1)
    expect(chat.page.locator(".waiting")).to_have_count(0)


def test_slow_answer_says_that_it_goes_on(chat: Chat) -> None:
    chat.server.hold()
    chat.write("very slow one")

    expect(chat.page.get_by_text("Still working on it")).to_be_visible()


def test_messages_sent_at_once_are_answered_in_order(chat: Chat) -> None:
    chat.server.delay = 0.3
    for text in ("first", "second", "third"):
        chat.write(text)

    expect(chat.answers).to_have_count(3)
    assert [text for _, text in chat.server.received] == ["first", "second", "third"]
    for at, text in enumerate(("first", "second", "third")):
        expect(chat.answers.nth(at)).to_contain_text(f"You said: {text}")


def test_rate_limit_says_when_to_try_again(chat: Chat) -> None:
    text = "That was a bit fast for me. Please wait a moment."
    chat.server.faults = [Fault(429, "rate_limited", text, retry_after=60)]
    chat.page.clock.install()
    chat.write("quick")

    expect(chat.page.locator(".failed")).to_contain_text(text)
    wait = chat.button(re.compile(r"Try again in \d+ s"))
    expect(wait).to_have_attribute("aria-disabled", "true")
    wait.click(force=True)  # too early: nothing happens
    assert len(chat.server.received) == 1
    chat.page.clock.fast_forward(61_000)

    chat.page.get_by_role("button", name="Try again", exact=True).click()

    expect(chat.last).to_contain_text("You said: quick")
    assert len(set(chat.server.received)) == 1, "the same message with the same id"


@pytest.mark.parametrize("status, code", [(413, "too_large"), (413, "too_long"), (400, "bad_request")])
def test_refusal_is_shown_in_the_servers_words(chat: Chat, status: int, code: str) -> None:
    chat.server.faults = [Fault(status, code, "Please send a shorter question.")]
    chat.write("long")

    expect(chat.page.locator(".failed")).to_contain_text("Not sent. Please send a shorter question.")
    chat.button("Discard").click()
    expect(chat.turns).to_have_count(0)
    expect(chat.field).to_be_focused()


def test_passing_failure_is_retried_by_itself(chat: Chat) -> None:
    chat.server.faults = [Fault(500), Fault(503, "unavailable", "Busy.")]

    answer = chat.ask("again")

    expect(answer).to_contain_text("You said: again")
    assert len(chat.server.received) == 3 and len(set(chat.server.received)) == 1


def test_failure_that_stays_can_be_retried_by_hand(chat: Chat) -> None:
    chat.server.faults = [Fault(503, "unavailable", "Sorry, I can't answer right now.")] * 4
    chat.write("please")
    expect(chat.page.locator(".failed")).to_contain_text("Not sent. Sorry")

    chat.button("Try again").click()

    expect(chat.last).to_contain_text("You said: please")
    expect(chat.page.locator(".failed")).to_have_count(0)


@pytest.mark.parametrize("moment", ["before", "after"])
def test_connection_lost_on_the_way_neither_loses_nor_doubles(chat: Chat, moment: str) -> None:
    chat.server.faults = [Fault(drop=moment)]

    chat.ask("once")
    time.sleep(0.2)

    expect(chat.turns).to_have_count(1)
    expect(chat.answers).to_have_count(1)
    assert len(chat.server.worked) == 1


def test_offline_message_waits_and_is_sent_when_back(chat: Chat, context: BrowserContext) -> None:
    chat.ask("hello")
    context.set_offline(True)
    expect(chat.page.locator(".banner")).to_contain_text("You are offline")
    chat.write("from the plane")
    expect(chat.turns.last).to_contain_text("Will be sent when you are back online.")
    assert len(chat.server.received) == 1

    context.set_offline(False)

    expect(chat.last).to_contain_text("You said: from the plane")
    expect(chat.page.locator(".banner")).to_have_count(0)
    assert len(chat.server.received) == 2


def test_message_written_offline_survives_closing_the_tab(chat: Chat, context: BrowserContext) -> None:
    chat.ask("hello")
    context.set_offline(True)
    chat.write("kept")
    expect(chat.turns).to_have_count(2)
    chat.page.close()
    context.set_offline(False)

    again = Chat.open(context, chat.server, chat.url)

    expect(again.answers).to_have_count(2)
    assert [text for _, text in chat.server.received] == ["hello", "kept"]


def test_server_that_is_down_for_a_moment_is_waited_for(chat: Chat) -> None:
    chat.ask("hello")
    chat.server.down = True
    chat.write("anyone there?")
    expect(chat.page.get_by_text("No connection; trying again")).to_be_visible()
    chat.server.down = False

    expect(chat.last).to_contain_text("anyone there?")
    assert len(chat.server.worked) == 2


def test_restart_of_the_server_keeps_the_history_and_is_said_once(chat: Chat) -> None:
    chat.ask("remote_cardiology_over_150k")
    chat.server.restart()

    chat.ask("and for oncology?")
    chat.ask("and now?")

    expect(chat.answers).to_have_count(3)
    event = chat.page.locator(".event")
    expect(event).to_have_count(1)
    expect(event).to_contain_text("no longer knows your earlier filters")
    assert chat.page.evaluate(
        "document.querySelector('.event').closest('.turn').querySelector('.mine').textContent"
    ).endswith("and for oncology?")


def test_restart_that_lost_the_conversation_begins_another_one(chat: Chat) -> None:
    chat.ask("hello")
    chat.server.restart(forget_tokens=True)

    chat.ask("still there?")

    expect(chat.answers).to_have_count(2)
    expect(chat.page.locator(".event")).to_have_count(1)
    assert len(chat.server.opened_with) == 2


def test_restart_while_an_answer_is_made(chat: Chat) -> None:
    chat.ask("hello")
    chat.server.hold()
    chat.write("in the middle")
    chat.server.wait_for(2)
    chat.server.down = True
    chat.server.let_go()
    expect(chat.page.get_by_text("No connection; trying again")).to_be_visible()
    chat.server.restart()
    chat.server.down = False

    expect(chat.answers).to_have_count(2)
    expect(chat.turns).to_have_count(2)
    expect(chat.page.locator(".event")).to_have_count(1)


def test_restart_is_noticed_on_coming_back_to_the_page(chat: Chat) -> None:
    chat.ask("remote_cardiology_over_150k")
    chat.server.restart()

    chat.page.reload()

    expect(chat.page.locator(".event")).to_contain_text("restarted")
    expect(chat.page.locator(".filters button")).to_have_count(0)  # these filters are forgotten
    chat.ask("go on")
    expect(chat.page.locator(".event")).to_have_count(1)


def test_length_is_counted_near_the_limit_and_held(chat: Chat) -> None:
    chat.field.fill("x" * 4_400)
    expect(chat.page.locator(".counter")).to_have_count(0)
    chat.field.fill("x" * 4_600)
    expect(chat.page.locator(".counter")).to_have_text("400 characters left")
    chat.field.fill("😀" * 5_012)
    expect(chat.page.locator(".counter")).to_have_text("12 characters too many")

    chat.field.press("Enter")

    expect(chat.turns).to_have_count(0)
    expect(chat.field).to_have_attribute("aria-invalid", "true")
    chat.field.fill("😀" * 5_000)
    chat.field.press("Enter")
    expect(chat.answers).to_have_count(1)


def test_empty_message_is_not_sent(chat: Chat) -> None:
    chat.write("   \n ")
    chat.button("Send").click(force=True)

    expect(chat.turns).to_have_count(0)


def test_message_carries_the_language_of_the_page(context: BrowserContext, server: StandIn, url: str) -> None:
    chat = Chat.open(context, server, url, lang="de-CH")
    sent = []
    chat.page.on("request", lambda request: sent.append(request.post_data_json) if request.method == "POST" else None)

    chat.ask("hallo")

    assert sent[-1]["metadata"] == {"lang": "de-CH"}
    assert chat.page.evaluate("document.documentElement.lang") == "en"  # what the words of the page are in
    chat.assert_clean()
