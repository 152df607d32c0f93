"""axe-core finds nothing to object to, in any state, light or dark, narrow or wide."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from cli.web_build import web_folder
from tests.web.chat import Chat
from tests.web.stand_in import PAYLOADS, PREFIX, ROOT, Fault, golden, plain

SIZES = ((320, 640), (1440, 900))
SCHEMES = ("light", "dark")
# Everything that axe knows, and the size of targets, which it leaves out by default.
RUN = """async () => {
  const found = await axe.run(document, {rules: {"target-size": {enabled: true}}});
  const told = (node) => node.html + " | " + node.failureSummary;
  return found.violations.map(({id, nodes}) => [id, ...nodes.slice(0, 3).map(told)]);
}"""


def axe_source() -> str:
    return (web_folder(ROOT) / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def assert_accessible(chat: Chat) -> None:
    # Given to the page by the browser's own tools, which its policy does not concern.
    chat.page.evaluate(f"() => {{ {axe_source()} }}")
    for width, height in SIZES:
        chat.page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES:
            chat.page.emulate_media(color_scheme=scheme)
            assert chat.page.evaluate(RUN) == [], (width, scheme)


def all_kinds(chat: Chat) -> None:
    for path in sorted(PAYLOADS.glob("*.json")):
        chat.ask(path.stem)
    chat.unfold()


def folded(chat: Chat) -> None:
    chat.ask("remote_cardiology_over_150k")


def passage(chat: Chat) -> None:
    chat.ask("remote_cardiology_over_150k")
    chat.last.locator(".mark").first.click()
    expect(chat.page.get_by_role("dialog")).to_be_visible()


def confirmation(chat: Chat) -> None:
    chat.ask("polls")
    chat.button("New conversation").click()


def shortlist(chat: Chat) -> None:
    listed = golden("shortlist")
    roles = [{**role, "saved": True, "note": "ask about hours"} for role in listed["roles"]]
    chat.ask("hello")
    for person in chat.server.shortlists:
        chat.server.shortlists[person] = {**listed, "roles": roles, "saved_count": len(roles)}
    chat.button("My shortlist").click()
    expect(chat.page.get_by_role("dialog").locator(".card").first).to_be_visible()


def forgetting(chat: Chat) -> None:
    shortlist(chat)
    chat.button("Forget me").click()


def waiting(chat: Chat) -> None:
    chat.server.hold()
    chat.write("slow")
    expect(chat.page.locator(".waiting")).to_be_visible()


def failed(chat: Chat) -> None:
    chat.server.faults = [Fault(429, "rate_limited", "A moment, please.", retry_after=60)]
    chat.write("fast")
    expect(chat.page.locator(".failed")).to_be_visible()


def offline(chat: Chat) -> None:
    chat.ask("hello")
    chat.page.context.set_offline(True)
    chat.write("later")
    expect(chat.page.locator(".banner")).to_be_visible()


def restarted(chat: Chat) -> None:
    chat.ask("remote_cardiology_over_150k")
    chat.server.restart()
    chat.ask("polls")
    expect(chat.page.locator(".event")).to_be_visible()


def too_long(chat: Chat) -> None:
    chat.field.fill("x" * 5_100)


def comment(chat: Chat) -> None:
    chat.ask("polls")
    chat.button("Bad answer").click()
    expect(chat.page.locator(".comment")).to_be_visible()


def guided(chat: Chat) -> None:
    question = {"id": "q", "text": "Which?", "options": [{"title": "a", "message": "a"}], "step": 1, "steps": 3,
                "skippable": True, "why": "It matters."}
    chat.server.answers["g"] = plain("Which?", "guidance", question=question,
                                     blocks=[{"type": "question", "text": "Which?"}])
    chat.ask("g")


STATES = (
    all_kinds, folded, passage, confirmation, shortlist, forgetting, waiting, failed, offline, restarted, too_long,
    comment, guided,
)  # fmt: skip


def test_first_screen(chat: Chat) -> None:
    assert_accessible(chat)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_state(chat: Chat, state: Callable[[Chat], None]) -> None:
    state(chat)
    assert_accessible(chat)


def test_demo_page_with_launcher_and_open_chat(chat: Chat) -> None:
    chat.page.goto(f"{chat.url}{PREFIX}demo")
    launcher = chat.page.get_by_role("button", name="Waypoint")
    expect(launcher).to_be_visible()
    assert_accessible(chat)
    launcher.click()
    expect(chat.page.frame_locator("iframe").locator(".composer")).to_be_visible()
    assert_accessible(chat)


def test_axe_would_see_a_fault(chat: Chat) -> None:
    chat.page.evaluate(
        "document.querySelector('.send').removeAttribute('aria-label');"
        "document.querySelector('.send').removeAttribute('title')"
    )
    with pytest.raises(AssertionError, match="button-name"):
        assert_accessible(chat)
