"""The fields of a fact to look at twice are marked, and found without reading every fact."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from knowledge.importing.drafts import load_draft
from tests.knowledge.importing.drafts import sources
from tests.review.test_axe import assert_accessible

NAME = "careers-beyond-the-clinic"


@pytest.fixture
def page(bring, open_page):
    bring(None, sources.unsure_extraction())
    return open_page(NAME)


def card(page, words):
    return page.locator(".card").filter(has=page.locator(".says", has_text=words))


def current(page):
    return page.locator(".card.current .says")


def test_a_fact_names_them_with_what_was_found(page):
    expect(page.locator(".twice")).to_have_count(2)
    twice = card(page, "$95/hour").locator(".twice")
    expect(twice.locator(".tag")).to_be_visible()
    expect(twice.locator(".tag")).to_have_text("look twice, the machine is not sure")
    expect(twice.locator(".unsure")).to_have_text(["Qualifier: evening shifts", "Where: nothing found"])
    expect(page.get_by_role("article", name="Look twice.")).to_have_count(2)
    expect(card(page, "62%").locator(".twice .unsure")).to_have_text(
        ["Who was asked: members of The Wayside Review", "Several answers allowed: unknown", "How many were asked: 400"]
    )


def test_they_are_marked_in_the_form_which_begins_at_the_first(page, settings):
    card(page, "$95/hour").get_by_role("button", name="Correct").click()
    expect(page.locator(".field.unsure label")).to_have_text(
        [
            "Qualifier (optional) look twice, the machine is not sure",
            "Where (optional) look twice, the machine is not sure",
        ]
    )
    expect(page.get_by_label("Qualifier")).to_be_focused()
    page.keyboard.type("late shifts")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".card form")).to_have_count(0)
    expect(page.locator(".twice")).to_have_count(1)
    assert "unsure: [qualifier" not in load_draft(settings.drafts_dir / NAME).text


def test_the_filter_shows_them_alone_and_deciding_goes_through_them(page):
    page.keyboard.press("j")
    page.keyboard.press("4")
    expect(page.get_by_role("button", name="Look twice (2)")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".card .says")).to_have_text(["62% of members said they had thought about leaving", "$95/hour"])
    expect(page.locator(".passage")).to_have_count(0)
    expect(current(page)).to_have_text("$95/hour")
    page.keyboard.press("a")
    expect(current(page)).to_contain_text("62%")
    expect(page.get_by_role("button", name="Look twice (1)")).to_be_visible()
    page.keyboard.press("a")
    expect(page.locator(".twice")).to_have_count(0)
    page.keyboard.press("1")
    expect(page.locator(".card")).to_have_count(7)
    expect(page.get_by_role("button", name="Look twice")).to_have_count(0)


def test_a_key_goes_from_one_to_the_next(page):
    expect(current(page)).to_contain_text("62%")
    page.keyboard.press("t")
    expect(current(page)).to_have_text("$95/hour")
    page.keyboard.press("t")
    expect(current(page)).to_contain_text("62%")


def test_accepting_a_role_with_everything_says_how_many_there_are(page):
    page.get_by_role("button", name="Accept with all 3 of it, 1 to look at twice").click()
    expect(page.locator(".twice")).to_have_count(1)


def test_a_draft_without_any_has_no_filter_for_them(bring, open_page):
    bring()
    page = open_page(NAME)
    page.keyboard.press("4")
    expect(page.locator("#status")).to_have_text("There is nothing to look at twice.")
    expect(page.locator(".card")).to_have_count(7)
    expect(page.get_by_role("button", name="Look twice")).to_have_count(0)


def test_they_are_accessible_and_fit(page):
    assert_accessible(page)
    card(page, "$95/hour").get_by_role("button", name="Correct").click()
    assert_accessible(page)
    for width in (320, 390, 800, 1200):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
