"""The labels of an article, as tests/data/articles_labelled/README.md describes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from cli.evaluation.part import ROOT, NotMeasured

ARTICLES = ROOT / "tests" / "data" / "articles_labelled"
HALVES = ("opened", "unopened")
LABELS = ".labels.yml"


@dataclass(frozen=True)
class LabelledFigure:
    """One pay figure, with the fields of `ExtractedFigure`; `quote` is text only."""

    statistic: str
    kind: str
    low: float | None
    high: float | None
    currency: str
    unit: str
    unit_basis: str
    as_written: str
    attributed_to: str | None
    qualifier: str | None
    geography: str | None
    quote: str


@dataclass(frozen=True)
class LabelledAttribute:
    """A property that the text supports for a role."""

    name: str
    value: str
    basis: str
    quote: str


@dataclass(frozen=True)
class LabelledRole:
    """One kind of work; `title` and each of `also` are right names for it."""

    title: str
    kind: str | None
    also: tuple[str, ...] = ()
    figures: tuple[LabelledFigure, ...] = ()
    attributes: tuple[LabelledAttribute, ...] = ()
    pay_note: str | None = None


@dataclass(frozen=True)
class LabelledPoll:
    """One percentage of a survey."""

    percent: float
    as_written: str
    quote: str
    population: str | None
    attributed_to: str | None
    sample: int | None
    year: int | None
    multi_select: str


@dataclass(frozen=True)
class LabelledArticle:
    """What a person found in one file. `not_pay` are amounts that must not be taken for pay."""

    file: Path
    title: str | None
    publisher: str | None
    published: str | None
    specialties: tuple[str, ...]
    roles: tuple[LabelledRole, ...]
    polls: tuple[LabelledPoll, ...]
    not_pay: tuple[str, ...]


def read_half(half: str, folder: Path = ARTICLES) -> list[LabelledArticle]:
    """The labelled articles of `opened` or `unopened`, by file name.

    Raises:
        NotMeasured: There are none, or a label file has no article beside it or is broken.
    """
    labels = sorted((folder / half).glob("*" + LABELS))
    if not labels:
        raise NotMeasured(f"There are no labelled articles in {half}.")
    return [read_article(path) for path in labels]


def read_article(labels: Path, article: Path | None = None) -> LabelledArticle:
    """One article's labels; the article is the given file, or lies beside them.

    Raises:
        NotMeasured: It has no article beside it, or its fields are not those of the README.
    """
    file = article or article_beside(labels)
    try:
        content = yaml.safe_load(labels.read_text(encoding="utf-8"))
        return _article(file, content)
    except (yaml.YAMLError, TypeError, KeyError, ValueError) as error:
        raise NotMeasured(f"{labels.name} cannot be read: {error}") from error


def article_beside(labels: Path) -> Path:
    """The article that lies beside its label file.

    Raises:
        NotMeasured: There is none, or there are several.
    """
    name = labels.name.removesuffix(LABELS)
    beside = [path for path in labels.parent.glob(f"{name}.*") if path != labels]
    if len(beside) != 1:
        raise NotMeasured(f"{labels.name} needs one article beside it and has {len(beside)}.")
    return beside[0]


def _article(file: Path, content: Mapping[str, Any]) -> LabelledArticle:
    published = content["published"]
    return LabelledArticle(
        file=file,
        title=content["title"],
        publisher=content["publisher"],
        published=None if published is None else str(published),
        specialties=tuple(content["specialties"]),
        roles=tuple(_role(role) for role in content["roles"]),
        polls=tuple(LabelledPoll(**poll) for poll in content["polls"]),
        not_pay=tuple(str(amount) for amount in content["not_pay"]),
    )


def _role(content: Mapping[str, Any]) -> LabelledRole:
    return LabelledRole(
        title=content["title"],
        kind=content["kind"],
        also=tuple(content["also"]),
        figures=tuple(LabelledFigure(**figure) for figure in content["figures"]),
        attributes=tuple(_attribute(attribute) for attribute in content["attributes"]),
        pay_note=content["pay_note"],
    )


def _attribute(content: Mapping[str, Any]) -> LabelledAttribute:
    [(name, value)] = [(key, one) for key, one in content.items() if key not in ("basis", "quote")]
    return LabelledAttribute(name, value, content["basis"], content["quote"])
