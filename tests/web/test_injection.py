"""Nothing that a person, an article or the server writes ever becomes markup, a script or a request."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.web.chat import Chat
from tests.web.injections import ALL
from tests.web.stand_in import Fault, StandIn, golden, plain, serve

# The elements that the chat itself is made of; anything else came out of a text.
OWN = (
    "a article blockquote button dd dialog div dl dt figcaption figure footer form h1 h2 h3 header i label li main"
    " ol p path section span strong svg table tbody td textarea th thead tr ul"
).split()
FOREIGN = """own => [...document.querySelectorAll('#app *')]
  .filter(node => !own.includes(node.localName) || node.hasAttribute('style') && node.localName !== 'textarea'
    || [...node.attributes].some(({name}) => name.startsWith('on')))
  .map(node => node.outerHTML.slice(0, 200))"""
ADDRESSES = "[...document.querySelectorAll('#app [href], #app [src], #app [action]')].map(n => n.href ?? n.src)"


@pytest.fixture(scope="module")
def shared(browser: Browser, built: Any) -> Iterator[Chat]:
    """One page for all texts: what one leaves behind would show with the next."""
    server = StandIn(build=built)
    running, url = serve(server)
    context = browser.new_context(viewport={"width": 420, "height": 720}, reduced_motion="reduce")
    context.add_init_script("window.__count = 0; window.__ran = () => { window.__count += 1 }")
    chat = Chat.open(context, server, url)
    yield chat
    context.close()
    running.shutdown()
    running.server_close()


def assert_only_text(chat: Chat) -> None:
    chat.page.wait_for_timeout(50)  # handlers of things that fail to load come a little later
    assert chat.page.evaluate("window.__count") == 0
    assert chat.page.evaluate(FOREIGN, OWN) == []
    assert [a for a in chat.page.evaluate(ADDRESSES) if not a.startswith(("https://www.", "tel:", "sms:"))] == []
    assert chat.page.evaluate("document.title") == "Waypoint"
    chat.assert_clean()


def shown_words(chat: Chat) -> list[str]:
    """What people wrote, as the page has it."""
    return chat.page.evaluate("[...document.querySelectorAll('.mine .words')].map((node) => node.textContent)")


def forget(chat: Chat) -> None:
    chat.page.evaluate("localStorage.clear()")
    chat.page.reload()


def everywhere(value: Any, text: str, keep: tuple[str, ...] = ()) -> Any:
    """A payload with the text in the place of every string that is not needed to lay it out."""
    if isinstance(value, dict):
        return {key: item if key in keep else everywhere(item, text, keep) for key, item in value.items()}
    if isinstance(value, list):
        return [everywhere(item, text, keep) for item in value]
    return text if isinstance(value, str) else value


LAYOUT = ("schema", "kind", "type", "basis", "status", "excerpt_kind", "statistic", "operator")


def test_there_are_enough_of_them() -> None:
    assert len(set(ALL)) >= 60


@pytest.mark.parametrize("text", ALL)
def test_text_of_a_person_stays_text(shared: Chat, text: str) -> None:
    shared.server.answers.clear()

    shared.ask(text)

    assert shown_words(shared)[-1] == text
    assert_only_text(shared)


def test_text_of_people_stays_text_when_it_comes_from_the_storage(shared: Chat) -> None:
    before = shown_words(shared)
    assert len(before) == len(ALL)

    shared.page.reload()
    while shared.button("Show earlier messages").count():
        shared.button("Show earlier messages").click()

    expect(shared.turns).to_have_count(len(before))
    assert shown_words(shared) == before
    assert_only_text(shared)


@pytest.mark.parametrize("text", ALL)
def test_text_of_articles_and_server_stays_text(shared: Chat, text: str) -> None:
    forget(shared)
    for nr, name in enumerate(("remote_cardiology_over_150k", "comparison", "reasons", "help_choose")):
        shared.server.answers[str(nr)] = everywhere(golden(name), text, LAYOUT)
        shared.ask(str(nr))
    shared.unfold()
    for mark in shared.page.locator(".mark").all()[:1]:
        mark.click()
        expect(shared.page.get_by_role("dialog")).to_contain_text("Source")
        assert_only_text(shared)
        shared.page.keyboard.press("Escape")

    assert_only_text(shared)


@pytest.mark.parametrize("text", ALL[::6])
def test_text_inside_true_answers_stays_text(shared: Chat, text: str) -> None:
    """As an article would bring it: one field at a time is foul, the rest is as it should be."""
    forget(shared)
    payload = golden("remote_cardiology_over_150k")
    role, citation = payload["roles"][0], payload["citations"][0]
    payload["blocks"][1]["text"] = payload["text"].split("\n")[1].replace(role["title"], text)
    role.update(title=text, summary=text, pay_note=text)
    role["figures"][0].update(as_written=text, attributed_to=text)
    citation.update(excerpt=text, section=text)
    citation["article"].update(title=text, publisher=text)
    shared.server.answers["x"] = payload
    shared.ask("x")
    shared.unfold()
    shared.page.locator(".pay .mark").first.click()

    expect(shared.page.get_by_role("dialog").locator("blockquote")).to_be_visible()
    shown = shared.page.locator("dialog blockquote").evaluate("node => node.textContent")
    assert shown == text.replace("\r", "")
    assert_only_text(shared)


@pytest.mark.parametrize("text", ALL[::5])
def test_text_of_errors_and_options_stays_text(shared: Chat, text: str) -> None:
    shared.visit(greeting=text, color=text, lang=text, host=text, title="Waypoint")
    forget(shared)
    shared.server.faults = [Fault(400, text, text)]
    shared.write("x")

    expect(shared.page.locator(".failed")).to_be_visible()

    assert_only_text(shared)
    assert shared.page.evaluate("document.documentElement.style.length") == 0


def test_stored_history_that_was_tampered_with_stays_text(shared: Chat) -> None:
    turns = [
        {"id": f"t{nr}", "text": text, "time": "", "status": "answered",
         "answers": [{"text": text, "custom": plain(text, suggestions=[{"id": "s", "title": text, "message": text}])}]}
        for nr, text in enumerate(ALL[:20])
    ]
    saved = json.dumps({"conversation": None, "epoch": None, "last": 0, "restarted": False, "turns": turns})
    shared.page.evaluate("saved => localStorage.setItem('waypoint.conversation.1', saved)", saved)
    shared.visit()

    expect(shared.answers).to_have_count(20)
    assert_only_text(shared)


def test_policy_really_stops_what_it_should(open_chat: Callable[..., Chat]) -> None:
    """The test of the tests: a script that does get in is seen."""
    chat = open_chat()
    chat.page.evaluate(
        """() => {
          const image = document.createElement("img");
          image.src = "http://evil.example/pixel.gif";
          document.getElementById("app").append(image);
        }"""
    )
    chat.page.wait_for_function("window.__violations.length > 0")
    assert chat.page.evaluate(FOREIGN, OWN)
    with pytest.raises(Exception, match="TrustedHTML"):
        chat.page.evaluate("document.getElementById('app').innerHTML = '<img src=x>'")
    chat.page.evaluate("window.__violations = []")
    chat.errors.clear()
    chat.outside.clear()
