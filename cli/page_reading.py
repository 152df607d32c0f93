"""What a saved page says: the rules' facts, put right by the page reader where it is surer."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.importing.document import SourceDocument
    from knowledge.importing.extracted import Extraction
    from knowledge.importing.extraction import KnownWork
    from knowledge.importing.learned.reader import PageReader


def facts_of(document: SourceDocument, known: KnownWork) -> Extraction:
    """All facts of a document, for a person to decide on.

    Raises:
        EncoderError: The weights that the page reader starts from are missing; says what to install.
    """
    from knowledge.importing.extraction import extract
    from knowledge.importing.learned.refining import refined

    return refined(document, extract(document, known), known, page_reader())


@cache
def page_reader() -> PageReader:
    """The page reader, loaded once a process, which takes about two seconds."""
    from index.token_weights import packaged_folder
    from knowledge.importing.learned.reader import PageReader

    return PageReader(packaged_folder())
