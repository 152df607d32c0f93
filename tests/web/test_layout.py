"""From 320 px to a desktop, zoomed, printed, in high contrast: nothing is cut off, the best match comes first."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.web.chat import Chat
from tests.web.stand_in import PAYLOADS

NAMES = sorted(path.stem for path in PAYLOADS.glob("*.json"))
PHONES = [(320, 568), (320, 640), (360, 740)]

# Elements that reach beyond the window's side, unless they are hidden on purpose.
BEYOND = """() => [...document.querySelectorAll("#app *")].filter((node) => {
  const box = node.getBoundingClientRect();
  return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1) && !node.closest(".visually-hidden, thead");
}).map((node) => node.outerHTML.slice(0, 120))"""


def all_answers(chat: Chat) -> None:
    for name in NAMES:
        chat.ask(name)
    chat.unfold()


def test_nothing_is_wider_than_the_window(chat: Chat) -> None:
    chat.ask("word" * 100)
    all_answers(chat)
    for width in (320, 375, 420, 768, 1024, 1440):
        chat.page.set_viewport_size({"width": width, "height": 700})
        chat.page.wait_for_function("width => innerWidth === width", arg=width)
        assert chat.page.evaluate(BEYOND) == [], width
        assert chat.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        assert chat.page.evaluate("(box => box.scrollWidth <= box.clientWidth)(document.querySelector('.log'))"), width


@pytest.mark.parametrize("width, height", PHONES)
def test_first_screen_of_a_phone_has_the_best_match_and_its_caveat(
    open_chat: Callable[..., Chat], width: int, height: int
) -> None:
    chat = open_chat({"viewport": {"width": width, "height": height}})
    chat.ask("hello")
    chat.ask("everything_for_rheumatology")

    seen = chat.page.locator(".log").bounding_box()
    for part in (
        chat.last.locator(".lead"),
        chat.last.locator(".caveat"),
        chat.last.locator(".card").first.get_by_role("heading"),
        chat.last.locator(".card").first.locator(".pay strong"),
    ):
        box = part.bounding_box()
        assert box["y"] >= seen["y"] - 1 and box["y"] + box["height"] <= seen["y"] + seen["height"] + 1, part


@pytest.mark.parametrize("width, height", PHONES)
def test_first_screen_of_a_phone_has_the_pay_of_the_one_match(
    open_chat: Callable[..., Chat], width: int, height: int
) -> None:
    chat = open_chat({"viewport": {"width": width, "height": height}})
    chat.ask("hello")
    chat.ask("remote_cardiology_over_150k")

    card = chat.last.locator(".card").first
    seen = chat.page.locator(".log").bounding_box()
    for part in (chat.last.locator(".lead"), card.locator(".pay"), card.locator(".facts .asked")):
        box = part.bounding_box()
        assert box["y"] >= seen["y"] - 1 and box["y"] + box["height"] <= seen["y"] + seen["height"] + 1
    expect(chat.page.locator(".card")).to_have_count(6)
    expect(chat.page.locator(".card:visible")).to_have_count(1)


def test_long_answer_is_shown_from_its_beginning(chat: Chat) -> None:
    for name in ("greeting", "polls", "reasons"):
        chat.ask(name)

    top = chat.last.bounding_box()["y"] - chat.page.locator(".log").bounding_box()["y"]
    assert 0 <= top < 20


def test_short_answer_is_shown_with_its_question(chat: Chat) -> None:
    chat.ask("reasons")
    chat.ask("reliability")

    mine, log = chat.page.locator(".mine").last.bounding_box(), chat.page.locator(".log").bounding_box()
    last = chat.last.bounding_box()
    assert mine["y"] >= log["y"]
    assert last["y"] + last["height"] <= log["y"] + log["height"]


def test_someone_who_scrolled_away_is_not_pulled_back(chat: Chat) -> None:
    chat.ask("reasons")
    chat.server.hold()
    chat.write("polls")
    expect(chat.page.locator(".waiting")).to_be_visible()
    chat.page.locator(".log").hover()
    chat.page.mouse.wheel(0, -4000)
    chat.page.wait_for_function("document.querySelector('.log').scrollTop === 0")
    chat.server.let_go()

    expect(chat.answers).to_have_count(2)
    assert chat.page.evaluate("document.querySelector('.log').scrollTop") == 0
    chat.button("New answer").click()

    top = chat.last.bounding_box()["y"] - chat.page.locator(".log").bounding_box()["y"]
    assert 0 <= top < 20
    expect(chat.button("New answer")).to_have_count(0)


def test_zoom_of_400_percent_leaves_everything_usable(open_chat: Callable[..., Chat]) -> None:
    # A window of 1280 by 1024 at 400 %.
    chat = open_chat({"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4})
    chat.ask("remote_cardiology_over_150k")

    assert chat.page.evaluate(BEYOND) == []
    assert chat.page.locator(".log").bounding_box()["height"] > 90
    expect(chat.field).to_be_in_viewport()
    chat.last.locator(".mark").first.click()
    close = chat.page.get_by_role("dialog").get_by_role("button", name="Close")
    close.scroll_into_view_if_needed()
    close.click()


def test_larger_letters_alone_break_nothing(chat: Chat) -> None:
    all_answers(chat)
    chat.page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert chat.page.evaluate(BEYOND) == []


def test_wider_spacing_of_text_cuts_nothing_off(chat: Chat) -> None:
    """WCAG 1.4.12: what a person's own style sheet sets."""
    all_answers(chat)
    chat.page.evaluate(
        """for (const node of document.querySelectorAll("#app *")) {
          Object.assign(node.style, {lineHeight: "1.5", letterSpacing: "0.12em", wordSpacing: "0.16em"});
        }"""
    )
    cut = chat.page.evaluate(
        """[...document.querySelectorAll("button, .card, .survey, .chip, p")]
             .filter((node) => node.scrollWidth > node.clientWidth + 2 && getComputedStyle(node).display !== "inline"
               && !node.closest(".visually-hidden"))
             .map((node) => node.outerHTML.slice(0, 100))"""
    )
    assert cut == [] and chat.page.evaluate(BEYOND) == []


@pytest.mark.parametrize("width", [320, 1440])
def test_targets_are_24_pixels_or_more(open_chat: Callable[..., Chat], width: int) -> None:
    chat = open_chat({"viewport": {"width": width, "height": 800}})
    all_answers(chat)
    chat.last.locator(".mark, .choice").first.focus()

    small = chat.page.evaluate(
        """[...document.querySelectorAll("button, a")].filter((node) => {
          const box = node.getBoundingClientRect();
          const inText = node.localName === "a" && getComputedStyle(node).display === "inline";
          return box.width > 0 && !inText && (box.width < 24 || box.height < 24);
        }).map((node) => [node.outerHTML.slice(0, 100), node.getBoundingClientRect().height])"""
    )
    assert small == []


@pytest.mark.parametrize("scheme, ground", [("light", "rgb(255, 255, 255)"), ("dark", "rgb(18, 22, 28)")])
def test_light_and_dark_follow_the_person(open_chat: Callable[..., Chat], scheme: str, ground: str) -> None:
    chat = open_chat({"color_scheme": scheme})

    assert chat.page.evaluate("getComputedStyle(document.body).backgroundColor") == ground


def test_nothing_moves_for_those_who_asked_for_it(open_chat: Callable[..., Chat]) -> None:
    for wish, moves in (("reduce", False), ("no-preference", True)):
        chat = open_chat({"reduced_motion": wish})
        chat.server.hold()
        chat.write("slow")
        dot = chat.page.locator(".dots i").first
        expect(dot).to_be_visible()
        name, scroll = dot.evaluate(
            "node => [getComputedStyle(node).animationName, getComputedStyle(node.closest('.log')).scrollBehavior]"
        )
        assert (name != "none", scroll == "smooth") == (moves, moves)


def test_high_contrast_keeps_controls_visible(open_chat: Callable[..., Chat]) -> None:
    chat = open_chat({"forced_colors": "active"})
    chat.ask("remote_cardiology_over_150k")

    borderless = chat.page.evaluate(
        """[...document.querySelectorAll(".send, .tool, .mark, .small, .choice, button.chip")]
             .filter((node) => getComputedStyle(node).borderTopStyle === "none").map((node) => node.outerHTML)"""
    )
    assert borderless == []


def test_print_has_the_whole_conversation_with_references(chat: Chat) -> None:
    chat.ask("remote_cardiology_over_150k")
    chat.ask("polls")
    chat.page.emulate_media(media="print")

    for hidden in (".composer", ".tools", ".actions", ".choices", ".paging"):
        assert chat.page.locator(f"{hidden}:visible").count() == 0, hidden
    expect(chat.page.get_by_role("group", name="Medico-legal consultation")).to_be_visible()  # folded on screen
    expect(chat.page.locator(".references").first).to_contain_text("For telecardiology, ZipRecruiter puts")
    link = chat.page.locator(".references a").first
    assert "cardiologist-alternative-careers" in link.evaluate("node => getComputedStyle(node, '::after').content")
    pages = len(re.findall(rb"/Type\s*/Page\b", chat.page.pdf(format="A4")))
    assert pages >= 2, "cut off after the first screen"


def test_print_has_a_long_history_from_its_beginning(chat: Chat) -> None:
    for nr in range(27):
        chat.ask(f"nr {nr}")
    chat.page.reload()
    expect(chat.turns).to_have_count(25)

    chat.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")

    expect(chat.turns).to_have_count(27)
