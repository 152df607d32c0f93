"""From the page to what the bot answers from: shown first, then confirmed."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

import cli.publishing
from knowledge.article_file import read_articles
from knowledge.curation.changes import knowledge_diff
from tests.knowledge.importing.drafts.conftest import finish

NAME = "careers-beyond-the-clinic"


@pytest.fixture
def published(monkeypatch):
    """Puts the files in force without building search, which has tests of its own."""
    done = []

    def preview(settings, wanted):
        after = read_articles(settings.articles_dir, settings.roles_file, wanted())
        return knowledge_diff(None, after), after

    def publish(settings, wanted, *, seen, step):
        step("Checking the files")
        diff, after = preview(settings, wanted)
        assert diff == seen
        done.append(wanted())
        return cli.publishing.Published(diff, after, None)

    monkeypatch.setattr(cli.publishing, "preview", preview)
    monkeypatch.setattr(cli.publishing, "publish", publish)
    return done


def test_what_is_left_is_told_instead(bring, open_page, published):
    bring()
    page = open_page(NAME)
    page.keyboard.press("p")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("7 facts to decide.")
    expect(dialog.get_by_role("button", name="Publish now")).to_be_disabled()
    assert published == []


def test_the_changes_are_shown_before_they_are_confirmed(bring, open_page, published, settings):
    finish(bring())
    page = open_page(NAME)
    expect(page.get_by_text("Ready to publish.")).to_be_visible()
    page.keyboard.press("p")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Roles (2)")
    expect(dialog).to_contain_text("$191,000")
    expect(dialog).to_contain_text("Medical pun writer")
    assert published == []
    dialog.get_by_role("button", name="Publish now").click()
    expect(dialog).to_contain_text("Published. The bot answers from knowledge")
    (changes,) = published
    texts = {path.name: text for path, text in changes.items()}
    assert texts[f"{NAME}.md"].startswith("---\nid: careers-beyond-the-clinic")
    assert "medical-pun-writer" in texts["roles.yml"]
    dialog.get_by_role("button", name="Close").click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_not_yet_changes_nothing(bring, open_page, published):
    finish(bring())
    page = open_page(NAME)
    page.keyboard.press("p")
    page.get_by_role("button", name="Not yet").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert published == []


def test_trouble_is_told(bring, open_page, published, settings):
    draft = finish(bring())
    page = open_page(NAME, expected_errors=("422",))
    page.keyboard.press("p")
    expect(page.get_by_role("button", name="Publish now")).to_be_enabled()
    article = draft.folder / "article.md"
    article.write_text(article.read_text(encoding="utf-8").replace("amount: 95", "amount: 59"), encoding="utf-8")
    page.get_by_role("button", name="Publish now").click()
    expect(page.get_by_role("dialog")).to_contain_text("was changed by another program")
    assert published == []


def test_a_kind_of_work_of_a_rejected_role_is_not_published(bring, open_page, published, settings):
    from knowledge.importing.drafts import save_draft
    from knowledge.importing.drafts.edits import decide
    from tests.knowledge.importing.drafts.conftest import path_of

    draft = finish(bring())
    save_draft(draft, decide(draft.page, path_of(draft, "Medical pun writer", "role"), "rejected"))
    page = open_page(NAME)
    page.keyboard.press("p")
    page.get_by_role("button", name="Publish now").click()
    expect(page.get_by_role("dialog")).to_contain_text("Published.")
    assert [path.name for path in published[0]] == [f"{NAME}.md"]
