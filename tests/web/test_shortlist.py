"""The shortlist in the widget: saved with a star, seen in a dialog, taken away as a file, and forgotten."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, expect

from tests.web.chat import Chat
from tests.web.stand_in import StandIn, golden, plain

LIST = golden("remote_cardiology_over_150k")
TITLE = LIST["roles"][0]["title"]
LABEL = f"{TITLE} (cardiology)"


def saved(count: int = 2, **changed: Any) -> dict[str, Any]:
    """A shortlist as the server gives it."""
    roles = [{**role, "saved": True, "note": None} for role in (LIST["roles"] + LIST["near_misses"])[:count]]
    blocks = [{"type": "lead", "text": "Your shortlist:"}, {"type": "roles", "text": None},
              {"type": "notice", "text": "Kept until you remove it."}]  # fmt: skip
    return {**LIST, "kind": "shortlist", "text": "Your shortlist:", "blocks": blocks, "roles": roles, "filters": [],
            "near_misses": [], "not_stated": [], "saved_count": count, "personal": True, **changed}  # fmt: skip


def keep(server: StandIn, payload: dict[str, Any]) -> None:
    """Have everybody's shortlist be this one."""
    for person in server.shortlists:
        server.shortlists[person] = payload


def person(chat: Chat) -> str | None:
    return chat.page.evaluate("localStorage.getItem('waypoint.person.1')")


def wait_until_nobody_is_known(chat: Chat) -> None:
    """The page clears its storage around the time at which it says so."""
    chat.page.wait_for_function("localStorage.getItem('waypoint.person.1') === null")


def star(place: Locator, name: str = LABEL) -> Locator:
    return place.get_by_role("button", name=f"Save {name}", exact=True)


def test_a_star_saves_in_plain_words_and_shows_that_it_is_saved(chat: Chat) -> None:
    chat.server.answers[f"Save {LABEL}"] = plain(f"Saved {LABEL}.", personal=True)
    chat.ask("remote_cardiology_over_150k")
    card = chat.answers.first.locator(".card").first
    expect(star(card)).to_have_attribute("aria-pressed", "false")
    keep(chat.server, saved(1))

    star(card).click()

    expect(chat.last).to_contain_text(f"Saved {LABEL}.")
    assert chat.server.received[-1][1] == f"Save {LABEL}"
    expect(star(card)).to_have_attribute("aria-pressed", "true")
    expect(chat.button("My shortlist: 1 saved")).to_contain_text("1")


def test_the_star_of_a_saved_role_removes_it(chat: Chat) -> None:
    words = f"remove {LABEL} from my shortlist"
    chat.server.answers[words] = plain("Removed.", personal=True)
    chat.ask("hello")
    keep(chat.server, saved(1))
    chat.page.reload()
    chat.ask("remote_cardiology_over_150k")
    card = chat.answers.nth(1).locator(".card").first
    expect(star(card)).to_have_attribute("aria-pressed", "true")
    keep(chat.server, plain("Your shortlist is empty.", kind="none", saved_count=0))

    star(card).click()

    expect(star(card)).to_have_attribute("aria-pressed", "false")
    assert chat.server.received[-1][1] == words
    expect(chat.button("My shortlist")).not_to_contain_text("1")


def test_where_the_list_is_not_known_the_answer_says_what_is_saved(chat: Chat) -> None:
    chat.server.people_down = True
    roles = [{**LIST["roles"][0], "saved": True}]
    chat.server.answers["mine"] = {**LIST, "roles": roles}
    expect(star(chat.ask("mine").locator(".card").first)).to_have_attribute("aria-pressed", "true")


def test_the_person_is_kept_apart_from_the_conversation(chat: Chat) -> None:
    chat.ask("hello")
    mine, conversation = person(chat), chat.page.evaluate("localStorage.getItem('waypoint.conversation.1')")
    assert mine and mine not in conversation and mine in chat.server.shortlists
    chat.button("New conversation").click()
    chat.button("Delete and start anew").click()
    chat.ask("hello again")

    assert person(chat) == mine
    assert chat.server.said_as == [mine, mine]
    assert len(chat.server.shortlists) == 1


def test_a_restart_that_loses_all_tokens_gives_a_new_person(chat: Chat) -> None:
    chat.ask("hello")
    before = person(chat)
    chat.server.restart(forget_tokens=True)
    chat.server.shortlists.clear()
    chat.ask("hello again")
    assert person(chat) not in (None, before)
    assert chat.server.said_as[-1] == person(chat)


def test_the_dialog_shows_cards_with_sources_and_notes(chat: Chat) -> None:
    role = {**LIST["roles"][0], "saved": True, "note": "ask <b>Bob</b>"}
    line = f"1. {LABEL}: {role['figures'][0]['display']} [1]. Your note: “ask <b>Bob</b>”"
    blocks = [{"type": "lead", "text": "Your shortlist:"}, {"type": "roles", "text": line}]
    chat.ask("hello")
    keep(chat.server, saved(1, roles=[role], blocks=blocks))

    chat.button("My shortlist").click()

    dialog = chat.page.get_by_role("dialog", name="My shortlist")
    expect(dialog.locator(".card h3")).to_contain_text(TITLE)
    expect(dialog.locator(".card")).to_contain_text("Your note: “ask <b>Bob</b>”")
    expect(dialog.locator(".pay")).to_contain_text(role["figures"][0]["as_written"])
    dialog.locator(".mark").first.click()
    expect(chat.page.locator("dialog.source, dialog .source").first).to_be_visible()
    chat.page.keyboard.press("Escape")
    chat.page.keyboard.press("Escape")
    expect(chat.page.get_by_role("dialog")).to_have_count(0)
    expect(chat.page.get_by_label("My shortlist: 1 saved")).to_be_focused()


def test_an_empty_list_says_how_to_fill_it(chat: Chat) -> None:
    chat.button("My shortlist").click()
    dialog = chat.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Press the star beside a role")
    expect(dialog.get_by_role("group", name="Take it with you")).to_have_count(0)
    assert not [path for path in chat.server.requests if "shortlist" in path]  # nobody is known yet


def test_what_cannot_be_reached_is_said(chat: Chat) -> None:
    chat.ask("hello")
    chat.server.people_down = True
    chat.button("My shortlist").click()
    expect(chat.page.get_by_role("dialog")).to_contain_text("can't be reached right now")


def test_files_are_saved_to_the_machine(chat: Chat) -> None:
    chat.ask("hello")
    keep(chat.server, saved())
    chat.button("My shortlist").click()
    for title, ending in (("Markdown", "md"), ("Table (CSV)", "csv"), ("Page to print", "html")):
        with chat.page.expect_download() as downloading:
            chat.button(title).click()
        file = downloading.value
        assert file.suggested_filename == f"waypoint-shortlist.{ending}"
        assert file.path().read_text() == f"{ending} of {person(chat)}"
    expect(chat.page.get_by_role("dialog")).to_contain_text("Saved to your downloads.")
    chat.server.people_down = True
    chat.button("Markdown").click()
    expect(chat.page.get_by_role("dialog")).to_contain_text("That did not work.")


def test_a_file_that_goes_with_an_answer_is_saved_and_never_opened(chat: Chat) -> None:
    content = "<script>document.title = 'run'</script>"
    export = {"form": "html", "filename": "../short list.html", "media_type": "text/html", "content": content}
    chat.server.answers["export as page"] = plain("Here it is.", kind="shortlist", export=export)
    chat.ask("export as page")
    with chat.page.expect_download() as downloading:
        chat.button("Download .._short_list.html").click()
    assert downloading.value.path().read_text() == content
    assert chat.page.title() != "run" and chat.page.url.startswith(chat.url)


def test_removing_in_the_dialog_changes_the_dialog(chat: Chat) -> None:
    words = f"remove {LABEL} from my shortlist"
    chat.server.answers[words] = plain("Removed.", personal=True)
    chat.ask("hello")
    keep(chat.server, saved(2))
    chat.button("My shortlist").click()
    dialog = chat.page.get_by_role("dialog")
    expect(dialog.locator(".card")).to_have_count(2)
    keep(chat.server, saved(1, roles=saved(2)["roles"][1:]))

    star(dialog).click()

    expect(dialog.locator(".card")).to_have_count(1)
    expect(dialog.locator(".card h3")).not_to_contain_text(TITLE)


def test_asking_what_is_known_is_a_message(chat: Chat) -> None:
    chat.button("My shortlist").click()
    chat.button("What do you know about me?").click()
    expect(chat.page.get_by_role("dialog")).to_have_count(0)
    expect(chat.last).to_contain_text("You said: what do you know about me?")


def test_forgetting_asks_first_and_then_deletes_everything(chat: Chat) -> None:
    chat.ask("my secret")
    keep(chat.server, saved())
    mine, conversation = person(chat), next(iter(chat.server.conversations))
    chat.button("My shortlist").click()
    chat.button("Forget me").click()
    chat.button("Cancel").click()
    assert chat.server.deleted == []
    chat.button("Forget me").click()
    chat.button("Delete everything").click()

    expect(chat.page.get_by_role("dialog")).to_have_count(0)
    expect(chat.answers).to_have_count(0)
    expect(chat.voice).to_contain_text("Everything about you is deleted.")
    expect(chat.button("My shortlist")).not_to_contain_text("2")
    chat.page.wait_for_function("!localStorage.getItem('waypoint.conversation.1').includes('forget\":[\"')")
    assert set(chat.server.deleted) == {mine, conversation}
    wait_until_nobody_is_known(chat)
    kept = chat.page.evaluate("JSON.stringify(localStorage)")
    assert "my secret" not in kept and mine not in kept and conversation not in kept
    chat.ask("hello")
    assert person(chat) not in (None, mine)


def test_what_was_not_deleted_is_not_said_to_be(chat: Chat) -> None:
    chat.ask("hello")
    mine = person(chat)
    chat.button("My shortlist").click()
    chat.server.people_down = True
    chat.button("Forget me").click()
    chat.button("Delete everything").click()
    expect(chat.page.get_by_role("dialog")).to_contain_text("could not be deleted just now")
    assert person(chat) == mine and chat.answers.count() == 1
    chat.server.people_down = False
    chat.button("Delete everything").click()
    expect(chat.page.get_by_role("dialog")).to_have_count(0)
    wait_until_nobody_is_known(chat)


def test_forget_me_in_words_clears_this_browser_too(chat: Chat) -> None:
    chat.server.answers["yes, forget me"] = plain("Done: all is deleted.", forgotten=True)
    chat.ask("my secret")
    mine = person(chat)
    chat.write("yes, forget me")
    expect(chat.last).to_contain_text("Done: all is deleted.")
    expect(chat.answers).to_have_count(1)
    chat.page.wait_for_function("!JSON.stringify(localStorage).includes('my secret')")
    assert mine not in chat.page.evaluate("JSON.stringify(localStorage)")
    chat.ask("hello")
    assert person(chat) not in (None, mine) and chat.server.said_as[-1] == person(chat)


def test_forgetting_the_talk_keeps_the_person(chat: Chat) -> None:
    chat.server.answers["delete this conversation"] = plain("Done.", forgotten="talk")
    chat.ask("my secret")
    mine = person(chat)
    chat.write("delete this conversation")
    expect(chat.last).to_contain_text("Done.")  # before it, the one answer is that of "my secret"
    expect(chat.answers).to_have_count(1)
    chat.page.wait_for_function("!JSON.stringify(localStorage).includes('my secret')")
    chat.ask("hello")
    assert person(chat) == mine == chat.server.said_as[-1]


def test_without_storage_the_person_lives_in_a_cookie_or_the_page(
    open_chat: Callable[..., Chat], server: StandIn
) -> None:
    chat = open_chat()
    chat.page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('denied'); }})")
    chat.page.reload()
    chat.ask("hello")
    chat.ask("hello again")
    assert len(set(server.said_as)) == 1 and server.said_as[0] in server.shortlists


def test_more_than_the_dialog_shows_is_counted(chat: Chat) -> None:
    chat.ask("hello")
    keep(chat.server, saved(2, saved_count=14))
    chat.page.reload()
    expect(chat.button(re.compile("My shortlist"))).to_contain_text("14")
