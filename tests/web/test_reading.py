"""For people who do not see the page or use no mouse: what is announced, where the focus is, what keys do."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.web.chat import Chat
from tests.web.stand_in import Fault


def test_new_answer_is_announced_by_its_first_words_alone(chat: Chat) -> None:
    chat.ask("remote_cardiology_over_150k")

    expect(chat.voice).to_have_text("1 role for cardiology, remote, over $150,000 a year:")
    expect(chat.voice).to_have_attribute("aria-live", "polite")


def test_only_the_new_answer_is_announced(chat: Chat) -> None:
    chat.ask("remote_cardiology_over_150k")
    chat.ask("reliability")

    expect(chat.voice).to_contain_text("The pay figures are those of Glassdoor")
    expect(chat.voice).not_to_contain_text("1 role")
    expect(chat.voice).not_to_contain_text("[1]")


def test_history_is_not_announced(chat: Chat) -> None:
    chat.ask("remote_cardiology_over_150k")

    chat.page.reload()
    expect(chat.answers).to_have_count(1)

    expect(chat.voice).to_have_text("")


def test_words_of_safety_are_announced_whole(chat: Chat) -> None:
    chat.ask("distress")

    expect(chat.voice).to_contain_text("988")
    expect(chat.voice).to_contain_text("please call before anything else")


def test_question_back_is_announced(chat: Chat) -> None:
    chat.ask("help_choose")

    expect(chat.voice).to_contain_text("Which specialty are you in?")


def test_conversation_itself_is_no_live_region(chat: Chat) -> None:
    chat.ask("polls")

    live = chat.page.evaluate(
        """[...document.querySelectorAll("[aria-live], [role=log], [role=alert], [role=status]")]
             .filter((node) => node.querySelector(".answer") || node.closest(".log")).length"""
    )
    assert live == 0


def test_failure_is_announced(chat: Chat) -> None:
    chat.server.faults = [Fault(400, "bad_request", "That did not work.")]
    chat.write("x")

    expect(chat.voice).to_have_text("Not sent. That did not work.")


def test_enter_sends_and_shift_enter_begins_a_line(chat: Chat) -> None:
    chat.field.fill("one")
    chat.field.press("Shift+Enter")
    chat.page.keyboard.type("two")
    expect(chat.field).to_have_value("one\ntwo")
    assert chat.field.bounding_box()["height"] > 60

    chat.field.press("Enter")

    expect(chat.answers).to_have_count(1)
    assert chat.server.received[0][1] == "one\ntwo"
    expect(chat.field).to_have_value("")
    expect(chat.field).to_be_focused()


def test_enter_that_ends_a_word_of_an_input_method_does_not_send(chat: Chat) -> None:
    chat.field.fill("にほん")
    chat.field.evaluate(
        "node => node.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true}))"
    )
    chat.page.wait_for_timeout(200)

    expect(chat.turns).to_have_count(0)


def test_whole_chat_is_used_with_the_keyboard_alone(chat: Chat) -> None:
    keys = chat.page.keyboard
    expect(chat.field).to_be_focused()
    keys.type("remote_cardiology_over_150k")
    keys.press("Enter")
    expect(chat.answers).to_have_count(1)

    walked = []
    for _ in range(60):
        keys.press("Shift+Tab")
        walked.append(chat.focused())
        if walked[-1] == "New conversation":
            break
    # Backwards from the field: actions, references, folds, marks, filters, the conversation, the header.
    for name in ("Bad answer", "Good answer", "Source 1", "Remove the filter: remote", "Conversation"):
        assert name in walked, walked
    assert walked.index("Bad answer") < walked.index("Source 1") < walked.index("Remove the filter: remote")
    assert walked.index("Remove the filter: remote") < walked.index("Conversation") < len(walked) - 1

    keys.press("Enter")
    expect(chat.page.get_by_role("dialog")).to_be_visible()
    keys.press("Escape")
    expect(chat.button("New conversation")).to_be_focused()


def test_focus_goes_to_the_answer_of_a_pressed_button(chat: Chat) -> None:
    chat.ask("greeting")
    suggestion = chat.button("what does utilization review pay?")
    suggestion.focus()
    suggestion.press("Enter")

    expect(chat.answers).to_have_count(2)
    expect(chat.page.locator(".theirs").last).to_be_focused()


def test_focus_is_not_taken_from_someone_who_went_elsewhere(chat: Chat) -> None:
    chat.ask("greeting")
    chat.server.hold()
    chat.button("what does utilization review pay?").click()
    chat.field.focus()
    chat.server.let_go()

    expect(chat.answers).to_have_count(2)

    expect(chat.field).to_be_focused()


def test_dialog_keeps_the_focus_inside(chat: Chat) -> None:
    chat.ask("sources")
    chat.last.locator(".mark").first.click()
    expect(chat.page.get_by_role("dialog")).to_be_visible()

    for _ in range(12):
        chat.page.keyboard.press("Tab")
        inside = chat.page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
        assert inside


def test_every_answer_can_be_reached_by_its_heading(chat: Chat) -> None:
    chat.ask("remote_cardiology_over_150k")

    levels = chat.page.evaluate(
        "[...document.querySelectorAll('h1, h2, h3')].map((node) => [node.tagName, node.textContent.trim()])"
    )
    assert levels[:3] == [["H1", "Waypoint"], ["H2", "Waypoint"], ["H3", "1. Telecardiology"]]


def test_every_control_has_a_name_and_every_field_a_label(chat: Chat) -> None:
    chat.ask("remote_cardiology_over_150k")
    chat.unfold()

    nameless = chat.page.evaluate(
        """[...document.querySelectorAll("button, a, textarea")]
             .filter((node) => !(node.getAttribute("aria-label") || node.textContent.trim() || node.labels?.length))
             .map((node) => node.outerHTML)"""
    )
    assert nameless == []
