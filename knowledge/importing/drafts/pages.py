"""Which article a page is: that of a draft that was made of it, or one that is published."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from knowledge.facts import Article
from knowledge.importing.document import SourceDocument
from knowledge.importing.drafts.workspace import DESCRIBED

_OF_THE_READER = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id", re.IGNORECASE)  # says who read, not what
_NO_WORD = re.compile(r"\W+")


class Pages:
    """The drafts of a folder by their pages, and the articles that are published.

    Reads the folder once, so that a long import does not read every draft for every file.
    """

    def __init__(self, drafts: Path, published: Iterable[Article] = ()) -> None:
        """Look at the drafts of a folder."""
        self._published = tuple(published)
        self._drafts: dict[tuple[str, str], str] = {}
        for file in sorted(drafts.glob(f"*/{DESCRIBED}")):
            try:
                values = json.loads(file.read_text(encoding="utf-8"))
                self._drafts.setdefault(self._key(values.get("url"), values["name"]), file.parent.name)
            except (OSError, ValueError, KeyError, AttributeError):
                continue  # whoever loads this draft is told

    @property
    def published(self) -> frozenset[str]:
        """The ids of what is published."""
        return frozenset(article.id for article in self._published)

    def find(self, document: SourceDocument) -> str | None:
        """The draft of the same page: of the same address, or without one of the same file name."""
        return self._drafts.get(self._key(document.url, document.name))

    def find_published(self, document: SourceDocument, publisher: str | None = None) -> str | None:
        """The published article of the same page: of the same address, or where one has none of the same title.

        Args:
            document: The page.
            publisher: Who published it, where the page does not say so.
        """
        return next((a.id for a in self._published if _is_of(a, document, publisher or document.publisher)), None)

    def add(self, document: SourceDocument, article_id: str) -> None:
        """Remember a new draft."""
        self._drafts[self._key(document.url, document.name)] = article_id

    @staticmethod
    def _key(url: str | None, name: str) -> tuple[str, str]:
        return ("url", url) if url else ("name", name)


def _is_of(article: Article, document: SourceDocument, publisher: str | None) -> bool:
    if article.url and document.url:
        return _address(article.url) == _address(document.url)
    if publisher and _plain(publisher) != _plain(article.publisher):
        return False
    return bool(_plain(document.title)) and _plain(document.title) == _plain(article.title)


def _address(url: str) -> tuple[str, str, str]:
    """An address without what does not make it another page."""
    parts = urlsplit(url)
    asked = [(name, value) for name, value in parse_qsl(parts.query) if not _OF_THE_READER.fullmatch(name)]
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), urlencode(sorted(asked))


def _plain(words: str | None) -> str:
    return _NO_WORD.sub(" ", words or "").strip().casefold()
