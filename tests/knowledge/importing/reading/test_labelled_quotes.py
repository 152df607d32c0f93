from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from knowledge.importing.document import SourceDocument
from knowledge.importing.reading import read_document

OPENED = Path(__file__).parents[3] / "data" / "articles_labelled" / "opened"
LABELS = sorted(OPENED.glob("*.labels.yml"))


def source_of(labels: Path) -> Path:
    stem = labels.name.removesuffix(".labels.yml")
    (source,) = [path for path in OPENED.glob(f"{stem}.*") if path != labels]
    return source


@pytest.fixture(scope="module")
def documents() -> dict[str, SourceDocument]:
    return {labels.name: read_document(source_of(labels)) for labels in LABELS}


def quotes_in(node: object) -> Iterator[str]:
    """Every value of a key `quote`, however deep."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "quote" and isinstance(value, str):
                yield value
            else:
                yield from quotes_in(value)
    elif isinstance(node, list):
        for value in node:
            yield from quotes_in(value)


def words(text: str) -> str:
    """The text with single spaces and plain dashes' surroundings kept: what a person would search for."""
    return " ".join(text.split())


@pytest.mark.parametrize("labels", LABELS, ids=lambda path: path.name.removesuffix(".labels.yml"))
def test_each_quoted_sentence_is_in_the_text(labels, documents):
    labelled = yaml.safe_load(labels.read_text(encoding="utf-8"))
    text = words(documents[labels.name].text)

    missing = [quote for quote in quotes_in(labelled) if words(quote) not in text]

    assert list(quotes_in(labelled))
    assert missing == []


@pytest.mark.parametrize("labels", LABELS, ids=lambda path: path.name.removesuffix(".labels.yml"))
def test_the_text_says_what_the_page_says_of_itself(labels, documents):
    labelled = yaml.safe_load(labels.read_text(encoding="utf-8"))
    document = documents[labels.name]

    assert document.title == labelled["title"]
    assert document.published == (str(labelled["published"]) if labelled.get("published") else None)


def test_there_are_labelled_articles():
    assert len(LABELS) >= 5
