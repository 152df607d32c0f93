"""The stub in a stranger's page: one line, a strict policy, nothing loaded before it is used."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, Route, expect

from tests.web.chat import WATCH
from tests.web.conftest import CHROMIUM
from tests.web.host import policy, serve_host
from tests.web.stand_in import PREFIX, StandIn

FRAME = "waypoint-chat iframe"
OpenHost = Callable[..., Page]


def page_with(url: str, **options: str) -> str:
    """A host page with the one line that embeds the widget."""
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in options.items())
    script = f'<script src="{url}{PREFIX}widget.js"{data}></script>'
    return f"<!doctype html><html lang=en><title>Host</title><h1>Host</h1><p>Words.</p>{script}</html>"


@pytest.fixture
def host(browser: Browser, server: StandIn, url: str) -> Iterator[OpenHost]:
    """Opens a host page; fails at the end if its policy refused anything or a script broke."""
    closing = []

    def open_host(viewport: tuple[int, int] = (1280, 800), body: str = "", **options: str) -> Page:
        running, address = serve_host({"/": body or page_with(url, **options)}, policy(url))
        context = browser.new_context(
            viewport={"width": viewport[0], "height": viewport[1]}, reduced_motion="reduce"
        )
        page = context.new_page()
        page.add_init_script(WATCH)
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address)
        closing.append((page, errors, running))
        return page

    yield open_host
    for page, errors, running in closing:
        assert errors == []
        assert page.evaluate("window.__violations") == []
        page.context.close()
        running.shutdown()


def launcher(page: Page) -> object:
    return page.get_by_role("button", name="Waypoint")


def inside(page: Page) -> FrameLocator:
    return page.frame_locator(FRAME)


def test_nothing_but_the_stub_is_loaded_before_the_launcher_is_used(host: OpenHost, server: StandIn) -> None:
    page = host()
    expect(launcher(page)).to_be_visible()
    page.wait_for_timeout(300)

    assert server.requests == [f"{PREFIX}widget.js"]


def test_chat_opens_and_answers_under_a_strict_policy_of_the_host(host: OpenHost) -> None:
    page = host()
    launcher(page).click()

    field = inside(page).locator(".composer textarea")
    expect(field).to_be_focused()
    field.fill("remote_cardiology_over_150k")
    field.press("Enter")

    expect(inside(page).locator(".card").first).to_contain_text("$357,482 a year")
    expect(launcher(page)).to_be_hidden()


def test_focus_lost_while_the_chat_is_loading_comes_back_to_it(host: OpenHost) -> None:
    """A browser may drop the focus of a frame when its document takes the place of the empty one."""
    page = host()
    held: list[Route] = []
    page.route("**/webhooks/web/frame*", lambda route: held.append(route))
    with page.expect_request("**/webhooks/web/frame*"):
        launcher(page).click()
    page.evaluate("document.querySelector('waypoint-chat').shadowRoot.querySelector('iframe').blur()")
    for route in held:
        route.continue_()

    expect(inside(page).locator(".composer textarea")).to_be_focused()


def test_chat_closed_while_it_is_loading_leaves_the_focus_where_it_is(host: OpenHost) -> None:
    page = host()
    held: list[Route] = []
    page.route("**/webhooks/web/frame*", lambda route: held.append(route))
    with page.expect_request("**/webhooks/web/frame*"):
        launcher(page).click()
    page.evaluate("window.Waypoint.close()")
    expect(launcher(page)).to_be_focused()
    for route in held:
        route.continue_()
    expect(inside(page).locator(".composer")).to_be_attached()

    page.wait_for_timeout(300)
    expect(launcher(page)).to_be_focused()


def test_escape_closes_and_the_focus_returns_to_the_launcher(host: OpenHost) -> None:
    page = host()
    launcher(page).focus()
    page.keyboard.press("Enter")
    expect(inside(page).locator(".composer textarea")).to_be_focused()

    page.keyboard.press("Escape")

    expect(page.locator(FRAME)).to_be_hidden()
    expect(launcher(page)).to_be_focused()
    assert page.get_by_role("button", name="Waypoint").get_attribute("aria-expanded") == "false"


def test_escape_closes_a_dialog_before_the_chat(host: OpenHost) -> None:
    page = host()
    launcher(page).click()
    field = inside(page).locator(".composer textarea")
    field.fill("sources")
    field.press("Enter")
    inside(page).locator(".mark").first.click()
    expect(inside(page).get_by_role("dialog")).to_be_visible()

    page.keyboard.press("Escape")

    expect(inside(page).get_by_role("dialog")).to_have_count(0)
    expect(page.locator(FRAME)).to_be_visible()


def test_close_button_closes(host: OpenHost) -> None:
    page = host()
    launcher(page).click()

    inside(page).get_by_role("button", name="Close the chat").click()

    expect(page.locator(FRAME)).to_be_hidden()


def say_something_and_reload(page: Page) -> None:
    launcher(page).click()
    field = inside(page).locator(".composer textarea")
    field.fill("polls")
    field.press("Enter")
    expect(inside(page).locator(".theirs")).to_have_count(1)
    page.reload()
    expect(page.locator(FRAME)).to_be_visible()
    expect(inside(page).locator(".composer")).to_be_visible()


@pytest.mark.parametrize(
    "switches",
    [[], ["--disable-features=TrackingProtection3pcd,ThirdPartyCookieBlocking"]],
    ids=["other sites' storage blocked", "other sites' storage apart"],
)
def test_conversation_is_kept_over_pages_of_a_host_on_another_site(
    browser: Browser, server: StandIn, url: str, tmp_path: Path, switches: list[str]
) -> None:
    """Where a browser blocks the storage of frames, the server's memory and a partitioned cookie do it."""
    running, address = serve_host({"/": page_with(url)}, policy(url))
    context = browser.browser_type.launch_persistent_context(
        tmp_path, executable_path=CHROMIUM, args=["--no-sandbox", *switches], reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address)
    launcher(page).click()
    field = inside(page).locator(".composer textarea")
    field.fill("polls")
    field.press("Enter")
    expect(inside(page).locator(".theirs")).to_have_count(1)

    page.reload()

    expect(page.locator(FRAME)).to_be_visible()
    expect(inside(page).locator(".theirs")).to_have_count(1)
    assert page.evaluate("document.activeElement.tagName") == "BODY", "an open chat takes no focus by itself"
    inside(page).locator(".composer textarea").fill("and more")
    inside(page).locator(".composer textarea").press("Enter")
    expect(inside(page).locator(".theirs")).to_have_count(2)
    assert len(server.opened_with) == 1, "one conversation"
    context.close()
    running.shutdown()


def test_host_page_cannot_read_the_conversation(host: OpenHost) -> None:
    page = host()
    launcher(page).click()
    expect(inside(page).locator(".composer")).to_be_visible()

    reached = page.evaluate(
        """() => {
          const frame = document.querySelector("waypoint-chat").shadowRoot.querySelector("iframe");
          try { return Boolean(frame.contentWindow.document.body); } catch { return false; }
        }"""
    )
    assert reached is False
    assert page.evaluate("localStorage.length") == 0


def test_options_reach_launcher_and_chat(host: OpenHost) -> None:
    page = host(title="Career desk", color="#ffd400", position="left", greeting="Welcome, doctor.", lang="en-GB")
    button = page.get_by_role("button", name="Career desk")
    assert button.bounding_box()["x"] < 100
    style = button.evaluate("node => [getComputedStyle(node).backgroundColor, getComputedStyle(node).color]")
    assert style == ["rgb(255, 212, 0)", "rgb(0, 0, 0)"]
    button.click()

    expect(inside(page).get_by_role("heading", name="Career desk")).to_be_visible()
    expect(inside(page).locator(".welcome")).to_contain_text("Welcome, doctor.")
    assert inside(page).locator("html").get_attribute("lang") == "en-GB"
    assert page.locator(FRAME).bounding_box()["x"] < 100
    assert page.locator(FRAME).get_attribute("title") == "Career desk"


@pytest.mark.parametrize("colour", ["red;background:url(//evil.example)", "url(x)", "#12", "var(--x)", ""])
def test_colour_that_is_none_is_ignored(host: OpenHost, colour: str) -> None:
    page = host(color=colour)

    assert launcher(page).evaluate("node => getComputedStyle(node).backgroundColor") == "rgb(15, 92, 110)"


def test_server_may_be_named_apart_from_the_script(host: OpenHost, server: StandIn, url: str) -> None:
    page = host(server=f"{url}/")
    launcher(page).click()

    expect(inside(page).locator(".composer")).to_be_visible()


def test_signed_token_of_the_host_opens_the_conversation(host: OpenHost, server: StandIn) -> None:
    page = host(token="signed.by.host")
    launcher(page).click()
    field = inside(page).locator(".composer textarea")
    field.fill("hello")
    field.press("Enter")
    expect(inside(page).locator(".theirs")).to_have_count(1)

    assert server.opened_with == ["Bearer signed.by.host"]
    assert not any("signed.by.host" in address for address in server.requests)


GIVES_FRESH_TOKEN = """() => {
  window.asked = 0;
  window.addEventListener("waypoint:token-needed", async () => {
    window.asked += 1;
    await new Promise((done) => setTimeout(done, 200));  // as when the page asks its own server
    window.Waypoint.setToken("fresh");
  });
}"""


def ask_inside(page: Page, text: str) -> None:
    field = inside(page).locator(".composer textarea")
    field.fill(text)
    field.press("Enter")


def test_page_is_asked_for_a_fresh_token_when_the_first_one_has_run_out(host: OpenHost, server: StandIn) -> None:
    server.host_token = "fresh"
    page = host(token="old")
    page.evaluate(GIVES_FRESH_TOKEN)
    launcher(page).click()
    ask_inside(page, "hello")

    expect(inside(page).locator(".theirs")).to_contain_text("You said: hello")
    assert server.opened_with == ["Bearer old", "Bearer fresh"]
    assert page.evaluate("window.asked") == 1


def test_person_who_is_not_signed_in_is_told_so_and_may_try_again(host: OpenHost, server: StandIn) -> None:
    server.host_token = "fresh"
    page = host()
    launcher(page).click()
    ask_inside(page, "hello")  # nobody listens on the page
    expect(inside(page).locator(".turn")).to_contain_text("Please sign in to this site first.")
    assert server.opened_with == [""]

    page.evaluate("window.Waypoint.setToken('fresh')")
    inside(page).get_by_role("button", name="Try again").click()

    expect(inside(page).locator(".theirs")).to_contain_text("You said: hello")


def test_page_that_gives_the_same_token_again_is_asked_once_for_each_attempt(host: OpenHost, server: StandIn) -> None:
    server.host_token = "fresh"
    page = host(token="old")
    page.evaluate(GIVES_FRESH_TOKEN.replace('"fresh"', '"old"'))
    launcher(page).click()
    ask_inside(page, "hello")

    expect(inside(page).locator(".turn")).to_contain_text("Please sign in to this site first.")
    assert page.evaluate("window.asked") == 1


def test_script_included_twice_makes_one_launcher(host: OpenHost, url: str) -> None:
    line = f'<script src="{url}{PREFIX}widget.js"></script>'
    page = host(body=f"<!doctype html><title>Host</title><p>Words.</p>{line}{line}")
    expect(launcher(page)).to_be_visible()

    expect(page.locator("waypoint-chat")).to_have_count(1)


def test_script_in_the_head_waits_for_the_body(host: OpenHost, url: str) -> None:
    line = f'<script src="{url}{PREFIX}widget.js"></script>'
    page = host(body=f"<!doctype html><head><title>Host</title>{line}</head><body><p>Words.</p></body>")

    expect(launcher(page)).to_be_visible()


def test_single_page_app_may_throw_it_away_and_include_it_again(host: OpenHost, url: str) -> None:
    page = host()
    launcher(page).click()
    expect(inside(page).locator(".composer")).to_be_visible()
    page.evaluate("document.querySelector('waypoint-chat').remove()")

    page.evaluate(
        """src => {
          const script = document.createElement("script");
          const rules = window.trustedTypes.createPolicy("host", {createScriptURL: (address) => address});
          script.src = rules.createScriptURL(src);
          document.body.append(script);
        }""",
        f"{url}{PREFIX}widget.js",
    )

    expect(page.locator("waypoint-chat")).to_have_count(1)
    expect(inside(page).locator(".composer")).to_be_visible()  # it was open
    page.evaluate("window.Waypoint.remove()")
    expect(page.locator("waypoint-chat")).to_have_count(0)
    assert page.evaluate("window.Waypoint") is None


def test_chat_fills_a_phone(host: OpenHost) -> None:
    page = host((360, 640))
    launcher(page).click()

    expect(page.locator(FRAME)).to_be_visible()
    assert page.locator(FRAME).bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 640}


def test_chat_follows_the_window(host: OpenHost) -> None:
    page = host()
    launcher(page).click()
    assert page.locator(FRAME).bounding_box()["width"] == 420

    page.set_viewport_size({"width": 320, "height": 568})
    page.wait_for_function("innerWidth === 320 && innerHeight === 568")

    assert page.locator(FRAME).bounding_box() == {"x": 0, "y": 0, "width": 320, "height": 568}


def test_chat_can_be_made_wider_where_there_is_room(host: OpenHost) -> None:
    page = host()
    launcher(page).click()
    inside(page).get_by_role("button", name="Make the chat wider").click()
    expect(inside(page).get_by_role("button", name="Make the chat narrower")).to_be_visible()
    assert page.locator(FRAME).bounding_box()["width"] == 860

    page.set_viewport_size({"width": 500, "height": 700})
    expect(inside(page).get_by_role("button", name=re.compile("Make the chat"))).to_have_count(0)


@pytest.mark.parametrize("sender", ["host page", "other frame"])
def test_messages_of_strangers_are_ignored(host: OpenHost, sender: str) -> None:
    """Only the frame closes the chat, and only the stub gives it a token."""
    page = host()
    launcher(page).click()
    expect(inside(page).locator(".composer textarea")).to_be_focused()

    page.evaluate("window.postMessage({waypoint: 1, type: 'close'}, '*')")
    if sender == "other frame":
        page.evaluate(
            """() => {
              const frame = document.createElement("iframe");
              document.body.append(frame);
              window.dispatchEvent(new MessageEvent("message", {
                data: {waypoint: 1, type: "close"}, origin: "http://evil.example", source: frame.contentWindow}));
            }"""
        )
        page.evaluate("window.__violations = []")  # a frame of the test's own
    page.wait_for_timeout(200)

    expect(page.locator(FRAME)).to_be_visible()


def test_launcher_is_large_and_named_and_shows_its_focus(host: OpenHost) -> None:
    page = host()
    box = launcher(page).bounding_box()
    assert box["height"] >= 44 and box["width"] >= 44

    page.keyboard.press("Tab")

    expect(launcher(page)).to_be_focused()
    assert launcher(page).evaluate("node => getComputedStyle(node).outlineStyle") == "solid"
    expect(launcher(page)).to_have_attribute("aria-haspopup", "dialog")
