"""How far two people agree who labelled the same articles by the same page: what a perfect reader could reach.

The second person's labels lie in `second/` and are compared with the first's as though a machine had
extracted them. Attributes are left out: the second person did not label them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from cli.evaluation.importing_labels import (
    ARTICLES,
    LABELS,
    LabelledArticle,
    LabelledFigure,
    LabelledPoll,
    LabelledRole,
    article_beside,
    read_article,
)
from cli.evaluation.importing_outcome import ArticleScores
from cli.evaluation.importing_scores import score
from cli.evaluation.part import NotMeasured
from knowledge.importing.document import SourceBlock, SourceDocument
from knowledge.importing.extracted import ExtractedFigure, ExtractedPoll, ExtractedRole, Extraction, Quote


def agreements(folder: Path = ARTICLES) -> list[ArticleScores]:
    """The second person's labels beside the first's, by article.

    Raises:
        NotMeasured: There are no second labels, or a label file is broken or without its first one.
    """
    seconds = sorted((folder / "second").glob("*" + LABELS))
    if not seconds:
        raise NotMeasured("No article was labelled by a second person.")
    return [_agreement(folder / "opened" / labels.name, labels) for labels in seconds]


def _agreement(first: Path, second: Path) -> ArticleScores:
    one, other = read_article(first), read_article(second, article_beside(first))
    one = replace(one, roles=tuple(replace(role, attributes=()) for role in one.roles))
    document = quoted_document(other)
    return score(one, document, labelled_extraction(other, document))


def quoted_document(labels: LabelledArticle) -> SourceDocument:
    """A text of nothing but the quotes, so that each has its place."""
    quotes = [figure.quote for role in labels.roles for figure in role.figures] + [poll.quote for poll in labels.polls]
    blocks, text = [], ""
    for quote in dict.fromkeys([*(role.title for role in labels.roles), *quotes]):
        blocks.append(SourceBlock("paragraph", quote, len(text)))
        text += quote + "\n"
    return SourceDocument(
        labels.file.name, "", "text", labels.title, labels.publisher, None, labels.published, text, tuple(blocks)
    )


def labelled_extraction(labels: LabelledArticle, document: SourceDocument) -> Extraction:
    """The labels as though a machine had found them; `document` is their `quoted_document`."""
    roles = tuple(_role(role, document) for role in labels.roles)
    return Extraction(labels.specialties, roles, tuple(_polls(labels.polls, document)), ())


def _role(role: LabelledRole, document: SourceDocument) -> ExtractedRole:
    figures = tuple(_figure(figure, document) for figure in role.figures)
    return ExtractedRole(role.title, role.kind, _quote(role.title, document), (), figures, pay_note=role.pay_note)


def _figure(figure: LabelledFigure, document: SourceDocument) -> ExtractedFigure:
    return ExtractedFigure(**{**vars(figure), "quote": _quote(figure.quote, document)}, confidence=1.0)


def _polls(polls: Iterable[LabelledPoll], document: SourceDocument) -> Iterable[ExtractedPoll]:
    for poll in polls:
        values = {**vars(poll), "quote": _quote(poll.quote, document)}
        yield ExtractedPoll(**values, statement="", question=None, confidence=1.0)


def _quote(words: str, document: SourceDocument) -> Quote:
    start = document.text.index(words)
    return Quote(words, start, start + len(words))
