"""Filters, paging, suggestions: what can be pressed instead of typed."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.web.chat import Chat
from tests.web.stand_in import golden, plain


@pytest.mark.parametrize(
    "label, message",
    [("cardiology", "any specialty"), ("remote", "drop the work mode"), ("over $150,000 a year", "drop the pay limit")],
)
def test_filter_is_taken_off_with_a_click(chat: Chat, label: str, message: str) -> None:
    chat.ask("remote_cardiology_over_150k")

    chat.button(f"Remove the filter: {label}").click()

    expect(chat.turns.last.locator(".mine")).to_contain_text(message)
    assert chat.server.received[-1][1] == message


def test_filters_of_older_answers_are_only_shown(chat: Chat) -> None:
    chat.ask("remote_cardiology_over_150k")
    chat.ask("everything_for_rheumatology")

    older, latest = chat.page.locator(".filters").first, chat.page.locator(".filters").last
    expect(older).to_contain_text("over $150,000 a year")
    expect(older.get_by_role("button")).to_have_count(0)
    expect(latest.get_by_role("button")).to_have_count(1)


def test_more_roles_come_with_a_button(chat: Chat) -> None:
    chat.ask("everything_for_rheumatology")
    expect(chat.last.locator(".paging")).to_contain_text("1 to 5 of 11")
    expect(chat.last).not_to_contain_text("Say “more”")

    chat.last.get_by_role("button", name="Show more").click()

    expect(chat.turns.last.locator(".mine")).to_contain_text("show more")


def test_page_can_be_left_backwards(chat: Chat) -> None:
    page = {"total": 11, "first": 6, "last": 10, "next": "show more", "previous": "go back"}
    chat.server.answers["page"] = {**golden("everything_for_rheumatology"), "page": page}
    chat.ask("page")

    chat.last.get_by_role("button", name="Show previous").click()

    expect(chat.turns.last.locator(".mine")).to_contain_text("go back")


def test_suggestions_stay_and_work_on_older_messages(chat: Chat) -> None:
    chat.ask("greeting")
    chat.ask("something else")
    chat.ask("and more")

    suggestion = chat.answers.first.get_by_role("button", name="why are oncologists leaving?")
    expect(suggestion).to_be_visible()
    suggestion.click()

    expect(chat.turns.last.locator(".mine")).to_contain_text("why are oncologists leaving?")
    expect(suggestion).to_be_visible()


def test_first_questions_are_offered_once(chat: Chat) -> None:
    chat.button("help me choose").click()

    expect(chat.answers).to_have_count(1)
    expect(chat.button("help me choose")).to_have_count(0)


def test_commands_in_buttons_are_left_out(chat: Chat) -> None:
    chat.server.answers["x"] = plain(
        "Choose.", suggestions=[{"id": "a", "title": "restart", "message": "/restart"},
                                {"id": "b", "title": "fine", "message": "fine"}],
        filters=[{"id": "f", "name": "pay", "operator": "is", "value": "x", "negated": False, "label": "pay",
                  "remove": "/find_roles"}],
    )
    chat.ask("x")

    expect(chat.last.locator("button.choice")).to_have_text(["fine"])
    expect(chat.last.locator(".filters").get_by_role("button")).to_have_count(0)
