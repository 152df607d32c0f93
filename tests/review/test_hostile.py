"""Nothing that a source says is ever run, loaded or taken for a part of the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from knowledge.importing.extracted import ExtractedAttribute, ExtractedPoll, ExtractedRole, Extraction, Unplaced
from tests.knowledge.importing.drafts import sources
from tests.web.injections import MARKUP

SCRIPTED = "<img src=x onerror=__ran()><script>__ran()</script>"


def hostile():
    """A source in which everything that is shown is an attack."""
    page = [("heading", SCRIPTED, 1)]
    page += [("paragraph", f"{text} earns $100,000 a year.") for text in MARKUP]
    page += [("list_item", text) for text in MARKUP] + [("table_row", f"{SCRIPTED} | {SCRIPTED}")]
    page = [(kind, " ".join(text.split()) or "x", *level) for kind, text, *level in page]
    source = sources.document(
        page,
        title=SCRIPTED,
        publisher=SCRIPTED,
        name="<img src=x onerror=__ran()>.html",
        url="javascript:__ran()",
        warnings=(SCRIPTED,),
    )
    roles = []
    for block in source.blocks[1 : len(MARKUP) + 1]:
        quote = sources.Quote(block.text, block.start, block.end)
        figure = sources.ExtractedFigure(
            "unspecified", "salary", 100_000, 100_000, "USD", "year", "stated", "$100,000",
            SCRIPTED, SCRIPTED, SCRIPTED, quote, 0.5,
        )  # fmt: skip
        attribute = ExtractedAttribute("work_mode", "remote", "stated", quote, 0.5)
        title = block.text.removesuffix(" earns $100,000 a year.")
        roles.append(ExtractedRole(title, None, quote, (), (figure,), (attribute,), SCRIPTED, quote, 0.5))
    first = roles[0].quote
    poll = ExtractedPoll(9, "9%", SCRIPTED, SCRIPTED, SCRIPTED, "unknown", None, None, SCRIPTED, first, 0.5)
    return source, Extraction((), tuple(roles), (poll,), (Unplaced(SCRIPTED, SCRIPTED, first),))


@pytest.fixture
def page(bring, open_page):
    draft = bring(*hostile())
    page = open_page(draft.folder.name)
    page.evaluate("() => { window.__times = 0; window.__ran = () => { window.__times += 1; }; }")
    return page


def assert_calm(page):
    page.wait_for_timeout(300)
    assert page.evaluate("window.__times") == 0
    for name in ("script", "img", "iframe", "object", "embed", "svg", "style", "base", "meta[http-equiv]"):
        assert page.locator(f"#app {name}").count() == 0, name
    assert page.locator("a[href^='javascript']").count() == 0


def test_everything_is_shown_as_text(page):
    region = page.get_by_role("region", name="Source")
    for text in MARKUP[:60]:
        expect(region).to_contain_text(" ".join(text.split()))
    assert_calm(page)


def test_forms_dialogs_and_messages_show_it_as_text(page):
    page.keyboard.press("c")
    expect(page.locator("form")).to_be_visible()
    assert_calm(page)
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.keyboard.press("Shift+A")
    page.keyboard.press("f")
    expect(page.get_by_role("dialog").get_by_label("Title")).to_have_value(SCRIPTED)
    page.keyboard.press("Escape")
    page.locator(".sentence").nth(3).click()
    page.get_by_role("button", name="Poll", exact=True).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert_calm(page)


def test_the_list_of_drafts_shows_it_as_text(bring, open_page):
    bring(*hostile())
    bring()
    page = open_page()
    expect(page.get_by_role("link", name=SCRIPTED)).to_be_visible()
    assert page.locator("#app img, #app script").count() == 0


def test_a_name_in_the_address_is_text(open_page, bring):
    bring()
    page = open_page(f"{SCRIPTED}", expected_errors=("404",))
    expect(page.locator("#app")).to_contain_text("there is no draft of this name")
    assert page.locator("#app img, #app script").count() == 0
