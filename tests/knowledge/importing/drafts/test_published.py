"""A page whose draft is gone and whose article is published: it is the same article."""

from __future__ import annotations

import dataclasses

import pytest

from knowledge.facts import Article
from knowledge.importing.drafts import Origin, Pages, import_source
from tests.knowledge.importing.drafts import sources
from tests.knowledge.importing.drafts.conftest import KNOWN

PUBLISHED = Article(
    "wayside-beyond", "Careers beyond the clinic", "The Wayside Review", "https://wayside.example/beyond", None,
    "2026-01-01", (), "paraphrased",
)


@pytest.fixture
def imported(tmp_path):
    def run(article=PUBLISHED, **changes):
        source = sources.document(**changes)
        pages = Pages(tmp_path / "drafts", [article])
        return import_source(
            tmp_path / "drafts", source, sources.extraction(source), Origin("paraphrased"), KNOWN, pages=pages
        )

    return run


@pytest.mark.parametrize("url", [
    "https://wayside.example/beyond", "http://www.wayside.example/beyond/", "https://wayside.example/beyond#pay",
    "https://WAYSIDE.example/beyond?utm_source=mail",
])
def test_the_same_address_is_the_same_article(imported, url):
    done = imported(url=url, title="Another title since")
    assert (done.folder.name, done.published) == ("wayside-beyond", True)


@pytest.mark.parametrize(("url", "title"), [
    (None, "Careers beyond the clinic"), (None, "CAREERS BEYOND THE CLINIC"), (None, "Careers  beyond the clinic."),
])
def test_without_an_address_the_same_title_is(imported, url, title):
    done = imported(url=url, title=title)
    assert (done.folder.name, done.published) == ("wayside-beyond", True)


@pytest.mark.parametrize("changes", [
    {"url": "https://elsewhere.example/a"}, {"url": "https://wayside.example/beyond?id=2"},
    {"url": None, "publisher": "Somebody Else"},
])
def test_another_page_of_the_same_title_is_another_article(imported, changes):
    done = imported(**changes)
    assert (done.folder.name, done.published) == ("careers-beyond-the-clinic", False)


def test_a_new_page_does_not_take_the_name_of_a_published_article(imported):
    """Publishing its draft would have replaced that article."""
    taken = dataclasses.replace(PUBLISHED, id="careers-beyond-the-clinic", url="https://elsewhere.example/a")
    done = imported(taken)
    assert (done.folder.name, done.published) == ("careers-beyond-the-clinic-2", False)


def test_a_draft_that_is_there_comes_first(imported, tmp_path):
    first = imported(dataclasses.replace(PUBLISHED, url="https://elsewhere.example/a"))
    again = imported()
    assert (again.folder, again.again, again.published) == (first.folder, True, False)
