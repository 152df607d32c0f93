"""Draws the pictures of docs/screenshots: `python -m tests.web.screenshots`.

Golden answers from the stand-in server, so the pictures show what the tests hold, whatever is trained.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, expect, sync_playwright

from cli.web_build import find_node, web_folder
from tests.web.chat import Chat
from tests.web.conftest import CHROMIUM
from tests.web.stand_in import PREFIX, ROOT, Fault, StandIn, golden, serve

FOLDER = ROOT / "docs" / "screenshots"

QUESTIONS = {
    "remote roles for a cardiologist over $150k": "remote_cardiology_over_150k",
    "MSL or medical director for onc?": "comparison",
    "all roles for rheum": "everything_for_rheumatology",
    "why are oncologists leaving?": "reasons",
    "how many doctors want to leave?": "polls",
    "I can't go on like this": "distress",
    "help me choose": "help_choose",
    "show my shortlist": "shortlist",
    "hello": "greeting",
}


def passage(chat: Chat) -> None:
    chat.last.locator(".mark").first.click()
    expect(chat.page.get_by_role("dialog")).to_be_visible()


def near_misses(chat: Chat) -> None:
    chat.page.locator(".fold-button").first.click()
    chat.page.locator(".fold-button").first.scroll_into_view_if_needed()
    chat.page.evaluate("document.querySelector('.log').scrollTop += 330")


def rated(chat: Chat) -> None:
    chat.button("Bad answer").click()
    expect(chat.page.locator(".comment")).to_be_visible()
    chat.page.locator(".comment").scroll_into_view_if_needed()


def offline(chat: Chat) -> None:
    chat.page.context.set_offline(True)
    chat.write("and part time?")
    expect(chat.page.locator(".banner")).to_be_visible()


def refused(chat: Chat) -> None:
    text = "That was a bit fast for me. Please give me a moment."
    chat.server.faults = [Fault(429, "rate_limited", text, retry_after=12)]
    chat.write("and part time?")
    expect(chat.page.locator(".failed")).to_be_visible()


Step = Callable[[Chat], None]
# name: (size, colours, question, what else is done)
PICTURES: dict[str, tuple[tuple[int, int], str, str, Step | None]] = {
    "first-screen": ((420, 640), "light", "", None),
    "best-match": ((420, 720), "light", "remote roles for a cardiologist over $150k", None),
    "best-match-phone": ((320, 568), "dark", "remote roles for a cardiologist over $150k", None),
    "near-misses": ((420, 720), "light", "remote roles for a cardiologist over $150k", near_misses),
    "passage": ((420, 720), "light", "remote roles for a cardiologist over $150k", passage),
    "list-dark": ((420, 720), "dark", "all roles for rheum", None),
    "comparison": ((860, 620), "light", "MSL or medical director for onc?", None),
    "reasons": ((420, 720), "dark", "why are oncologists leaving?", None),
    "polls": ((420, 720), "light", "how many doctors want to leave?", None),
    "guided-question": ((420, 640), "light", "help me choose", None),
    "shortlist": ((420, 720), "dark", "show my shortlist", None),
    "safety": ((420, 640), "light", "I can't go on like this", None),
    "rating": ((420, 640), "light", "how many doctors want to leave?", rated),
    "offline": ((420, 560), "light", "hello", offline),
    "rate-limit": ((420, 560), "dark", "hello", refused),
}


def draw(browser: Browser, server: StandIn, url: str, name: str) -> None:
    (width, height), scheme, question, step = PICTURES[name]
    settings: dict[str, Any] = {"color_scheme": scheme, "viewport": {"width": width, "height": height}}
    context = browser.new_context(**settings, reduced_motion="reduce")
    chat = Chat.open(context, server, url)
    if question:
        chat.ask(question)
    if step:
        step(chat)
    save(chat.page, name)
    context.close()


def draw_demo(browser: Browser, url: str) -> None:
    """A desktop page with the chat open in its corner."""
    context = browser.new_context(viewport={"width": 1280, "height": 760}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{url}{PREFIX}demo")
    save(page, "demo-closed")
    page.get_by_role("button", name="Waypoint").click()
    field = page.frame_locator("iframe").locator(".composer textarea")
    field.fill("remote roles for a cardiologist over $150k")
    field.press("Enter")
    expect(page.frame_locator("iframe").locator(".card").first).to_be_visible()
    save(page, "demo-open")
    context.close()


def save(page: Any, name: str) -> None:
    page.wait_for_timeout(150)
    page.screenshot(path=FOLDER / f"{name}.png")


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        built = Path(folder)
        subprocess.run([find_node(ROOT).node, str(web_folder(ROOT) / "build.mjs"), str(built)], check=True)
        answers = {question: golden(name) for question, name in QUESTIONS.items()}
        server = StandIn(build=built, answers=answers)
        running, url = serve(server)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name in PICTURES:
            draw(browser, server, url, name)
        draw_demo(browser, url)
        browser.close()
        running.shutdown()


if __name__ == "__main__":
    main()
