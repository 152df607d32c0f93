"""A citation mark opens the exact passage, and the passage opens the original at the figure."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.web.chat import Chat
from tests.web.stand_in import golden


def test_mark_opens_the_passage_with_all_of_its_origin(chat: Chat) -> None:
    chat.ask("remote_cardiology_over_150k")
    citation = golden("remote_cardiology_over_150k")["citations"][0]

    chat.last.get_by_role("button", name="Source 1", exact=True).first.click()

    dialog = chat.page.get_by_role("dialog", name="Source 1 of 14")
    expect(dialog).to_contain_text("Our summary of the passage")
    expect(dialog.locator("blockquote")).to_have_text(citation["excerpt"])
    for words in (citation["article"]["title"], "Sermo", citation["section"], citation["article"]["accessed"]):
        expect(dialog).to_contain_text(words)
    expect(dialog).to_contain_text("the article gives no date")


def test_link_jumps_to_the_figure_as_the_article_writes_it(chat: Chat) -> None:
    chat.ask("remote_cardiology_over_150k")
    chat.last.get_by_role("button", name="Source 1", exact=True).first.click()

    link = chat.page.get_by_role("dialog").get_by_role("link")
    expect(link).to_contain_text("Open the original at “$357,482”")
    expect(link).to_have_attribute(
        "href", "https://www.sermo.com/resources/cardiologist-alternative-careers#:~:text=%24357%2C482"
    )
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener noreferrer")


@pytest.mark.parametrize(
    "written, address, expected",
    [
        ("$90-$120", "https://a.example/x", "https://a.example/x#:~:text=%2490%2D%24120"),
        ("$1 & more, or less", "https://a.example/x", "https://a.example/x#:~:text=%241%20%26%20more%2C%20or%20less"),
        ("$5", "https://a.example/x#part", "https://a.example/x#part:~:text=%245"),
        ("", "https://a.example/x", "https://a.example/x"),
    ],
)
def test_text_fragment_is_encoded(chat: Chat, written: str, address: str, expected: str) -> None:
    payload = golden("remote_cardiology_over_150k")
    payload["roles"][0]["figures"][0]["as_written"] = written
    payload["citations"][0]["article"]["url"] = address
    chat.server.answers["x"] = payload
    chat.ask("x")

    chat.last.locator(".pay .mark").first.click()

    expect(chat.page.get_by_role("dialog").get_by_role("link")).to_have_attribute("href", expected)


def test_verbatim_excerpt_is_labelled_so(chat: Chat) -> None:
    payload = golden("sources")
    payload["citations"][0]["excerpt_kind"] = "verbatim"
    payload["citations"][0]["article"]["published"] = "2025-03-01"
    chat.server.answers["x"] = payload
    chat.ask("x")
    expect(chat.last.locator("figcaption").first).to_contain_text("Word for word from the article")

    chat.last.get_by_role("button", name="Source 1", exact=True).first.click()

    dialog = chat.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Word for word from the article")
    expect(dialog).to_contain_text("2025-03-01")


def test_source_without_address_says_so(chat: Chat) -> None:
    payload = golden("sources")
    payload["citations"][0]["article"]["url"] = None
    chat.server.answers["x"] = payload
    chat.ask("x")

    chat.last.get_by_role("button", name="Source 1", exact=True).first.click()

    dialog = chat.page.get_by_role("dialog")
    expect(dialog).to_contain_text("This source has no web address.")
    expect(dialog.get_by_role("link")).to_have_count(0)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>", "vbscript:x", "file:///etc/passwd", "ftp://a.example/",
        "//a.example/", "/relative", "https://user:word@a.example/", "blob:https://a.example/1", "not an address",
    ],
)
def test_only_plain_web_addresses_become_links(chat: Chat, address: str) -> None:
    payload = golden("sources")
    for citation in payload["citations"]:
        citation["article"]["url"] = address
    chat.server.answers["x"] = payload
    chat.ask("x")
    chat.unfold()

    chat.last.locator(".mark").first.click()

    assert chat.page.locator("a").count() == 0


def test_escape_closes_the_passage_and_the_focus_goes_back_to_its_mark(chat: Chat) -> None:
    chat.ask("remote_cardiology_over_150k")
    mark = chat.last.get_by_role("button", name="Source 2", exact=True).first
    mark.focus()
    mark.press("Enter")
    dialog = chat.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    chat.page.wait_for_function("document.querySelector('dialog').contains(document.activeElement)")

    chat.page.keyboard.press("Escape")

    expect(dialog).to_have_count(0)
    expect(mark).to_be_focused()


def test_sources_can_be_paged_through(chat: Chat) -> None:
    chat.ask("remote_cardiology_over_150k")
    chat.last.get_by_role("button", name="Source 2", exact=True).first.click()

    chat.button("Next source").click()
    expect(chat.page.get_by_role("dialog", name="Source 3 of 14")).to_be_visible()
    chat.button("Previous source").click()
    chat.button("Previous source").click()
    expect(chat.page.get_by_role("dialog", name="Source 1 of 14")).to_be_visible()
    expect(chat.button("Previous source")).to_be_disabled()


def test_bracketed_number_that_is_no_citation_stays_text(chat: Chat) -> None:
    answer = chat.ask("see [7] please")

    expect(answer).to_contain_text("see [7] please")
    expect(answer.locator(".mark")).to_have_count(0)


def test_references_list_every_source(chat: Chat) -> None:
    chat.ask("remote_cardiology_over_150k")
    chat.button("References 14").click()

    items = chat.last.locator(".references > li")
    expect(items).to_have_count(14)
    expect(items.first.get_by_role("link")).to_have_attribute("href", golden_link())


def golden_link() -> str:
    url = golden("remote_cardiology_over_150k")["citations"][0]["article"]["url"]
    return f"{url}#:~:text=%24357%2C482"
