"""The page and an editor at the same time: no change of either is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from knowledge.importing.drafts import load_draft

NAME = "careers-beyond-the-clinic"


@pytest.fixture
def page(bring, open_page):
    bring()
    return open_page(NAME, expected_errors=("409",))


@pytest.fixture
def article(settings):
    return settings.drafts_dir / NAME / "article.md"


def write(article, old, new):
    text = article.read_text(encoding="utf-8")
    assert old in text
    article.write_text(text.replace(old, new, 1), encoding="utf-8")


def stop_watching(page, settings):
    """The page hears of what an editor writes no sooner than when it writes itself."""
    seen = load_draft(settings.drafts_dir / NAME).version
    page.route("**/version/**", lambda route: route.fulfill(json={"version": seen}))


def test_a_change_in_the_editor_shows_by_itself(page, article):
    write(article, "summary: null", "summary: writes jokes")
    expect(page.get_by_role("alert")).to_contain_text("changed in another program")
    expect(page.locator(".card").filter(has_text="writes jokes")).to_be_visible()


def test_an_edit_of_the_page_waits_until_the_change_was_seen(page, article, settings):
    stop_watching(page, settings)
    write(article, "summary: null", "summary: writes jokes")
    page.keyboard.press("a")
    expect(page.get_by_role("alert").first).to_contain_text("your edit was not made")
    assert "summary: writes jokes" in article.read_text(encoding="utf-8")
    assert "review: accepted" not in article.read_text(encoding="utf-8")
    page.keyboard.press("a")
    expect(page.locator(".progress")).to_contain_text("1 of 7")
    text = article.read_text(encoding="utf-8")
    assert "summary: writes jokes" in text and "review: accepted" in text


def test_words_that_are_being_typed_stay(page, article, settings):
    stop_watching(page, settings)
    area = page.locator(".passage").filter(has_text="Utilization reviewers work").locator("textarea")
    area.fill("From home, reviewers judge what is covered.")
    write(article, "## Why people leave", "Somebody wrote this in an editor.\n\n## Why people leave")
    area.press("Control+Enter")
    expect(page.get_by_role("alert").first).to_contain_text("your edit was not made")
    area = page.locator(".passage").filter(has_text="From home, reviewers").locator("textarea")
    expect(area).to_have_value("From home, reviewers judge what is covered.")
    area.focus()
    area.press("Control+Enter")
    expect(page.locator(".passage.todo")).to_have_count(4)
    text = article.read_text(encoding="utf-8")
    assert "From home, reviewers judge what is covered. {#utilization-review}" in text
    assert "Somebody wrote this in an editor." in text


def test_undo_never_takes_back_what_the_editor_wrote(page, article):
    page.keyboard.press("a")
    expect(page.get_by_role("button", name="Undo")).to_be_enabled()
    write(article, "summary: null", "summary: writes jokes")
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()
    assert "summary: writes jokes" in article.read_text(encoding="utf-8")


def test_a_file_that_the_editor_broke_is_shown_with_its_line(page, article):
    write(article, "statistic: average", "statistic: [average")
    expect(page.get_by_role("complementary", name="Check")).to_contain_text("not valid YAML")
    write(article, "statistic: [average", "statistic: average")
    expect(page.get_by_role("complementary", name="Check")).not_to_contain_text("not valid YAML")


def test_the_files_are_those_of_the_editor_way(page, settings):
    before = load_draft(settings.drafts_dir / NAME)
    page.keyboard.press("a")
    expect(page.locator(".progress")).to_contain_text("1 of 7")
    after = load_draft(settings.drafts_dir / NAME)
    changed = [(a, b) for a, b in zip(before.text.splitlines(), after.text.splitlines()) if a != b]
    assert changed == [("review: proposed", "review: accepted")]
