"""An answer is copied with its references, and rated with an optional word."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.web.chat import Chat
from tests.web.stand_in import golden, plain


@pytest.fixture
def clipboard(context: BrowserContext, chat: Chat) -> Chat:
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=chat.url)
    return chat


def copied(chat: Chat) -> str:
    return chat.page.evaluate("navigator.clipboard.readText()")


def test_text_is_copied_as_the_server_wrote_it(clipboard: Chat) -> None:
    clipboard.ask("remote_cardiology_over_150k")
    clipboard.button("Copy as text").click()

    expect(clipboard.last.locator(".actions .state")).to_have_text("Copied, with its references.")
    assert copied(clipboard) == golden("remote_cardiology_over_150k")["text"]
    expect(clipboard.voice).to_have_text("Copied, with its references.")


def test_markdown_has_each_cited_passage_as_a_footnote(clipboard: Chat) -> None:
    payload = golden("one_role")
    clipboard.ask("one_role")
    clipboard.button("Copy as Markdown").click()
    expect(clipboard.last.locator(".actions .state")).to_be_visible()

    text = copied(clipboard)
    assert "median salary $204,000 a year, Glassdoor [^1]" in text
    first = payload["citations"][0]
    assert f"[^1]: [{first['article']['title']}]({first['article']['url']}), Sermo" in text
    assert f"“{first['excerpt']}” (our summary)" in text
    assert "\nSources:" not in text


def test_markdown_cannot_be_made_to_hold_links_or_tags(clipboard: Chat) -> None:
    clipboard.server.answers["x"] = {
        **golden("one_role"), "text": "See [here](javascript:alert(1)) <img src=x> `code` # [1]",
    }
    clipboard.ask("x")
    clipboard.button("Copy as Markdown").click()
    expect(clipboard.last.locator(".actions .state")).to_be_visible()

    assert r"\[here\](javascript:alert(1)) \<img src=x\> \`code\` \# [^1]" in copied(clipboard)


def test_copying_works_without_the_clipboard_interface(clipboard: Chat) -> None:
    clipboard.ask("polls")
    clipboard.page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true})")
    clipboard.button("Copy as text").click()
    expect(clipboard.last.locator(".actions .state")).to_have_text("Copied, with its references.")
    clipboard.page.evaluate("delete navigator.clipboard")

    assert copied(clipboard) == golden("polls")["text"]


@pytest.mark.parametrize("button, rating", [("Good answer", "up"), ("Bad answer", "down")])
def test_rating_is_sent_at_once_and_stays(chat: Chat, button: str, rating: str) -> None:
    chat.ask("polls")
    chat.button(button).click()

    expect(chat.button(button)).to_have_attribute("aria-pressed", "true")
    expect(chat.last.locator(".actions .state")).to_contain_text("Thank you")
    [sent] = chat.server.feedback
    assert sent == {"answer_id": "polls", "rating": rating, "comment": ""}
    chat.page.reload()
    expect(chat.button(button)).to_have_attribute("aria-pressed", "true")


def test_a_word_can_be_added_to_a_rating(chat: Chat) -> None:
    chat.ask("polls")
    chat.button("Bad answer").click()
    chat.page.get_by_label("What was good or missing?").fill("  No date given. ")
    chat.button("Send comment").click()

    expect(chat.last.locator(".actions .state")).to_contain_text("your comment is stored")
    expect(chat.page.locator(".comment")).to_have_count(0)
    assert [(f["rating"], f["comment"]) for f in chat.server.feedback] == [("down", ""), ("down", "No date given.")]


def test_rating_that_fails_says_so(chat: Chat) -> None:
    chat.ask("polls")
    chat.server.down = True
    chat.button("Good answer").click()

    expect(chat.last.locator(".actions .state")).to_contain_text("could not be stored")
    expect(chat.button("Good answer")).to_have_attribute("aria-pressed", "false")


def test_rating_of_an_answer_that_the_server_forgot_is_told_in_its_words(chat: Chat) -> None:
    chat.ask("polls")
    chat.server.unknown_answers = True
    chat.button("Good answer").click()

    expect(chat.last.locator(".actions .state")).to_have_text("I don't remember that answer any more.")
    expect(chat.button("Good answer")).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize("kind", ["safety", "smalltalk", "error"])
def test_nobody_is_asked_to_rate_help_or_small_talk(chat: Chat, kind: str) -> None:
    chat.server.answers["x"] = plain("Words.", kind)
    chat.ask("x")

    expect(chat.button("Good answer")).to_have_count(0)
