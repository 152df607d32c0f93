"""What the knowledge base is made of, as small frozen values.

These are what travels: the article reader makes them, the database stores and returns
them, the answers are built from them. They know nothing of files, SQL or dialogue.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Mapping, Optional, Tuple

from knowledge import spoken

HOURS_PER_YEAR = 2080  # the only constant used to compare hourly with yearly pay

STATISTICS = ("average", "median", "range", "unspecified")
PAY_KINDS = ("salary", "rate", "fee")
UNITS = ("year", "month", "week", "day", "hour", "project", "evaluation", "case", "word", "survey")
UNIT_BASES = ("stated", "inferred")
ATTRIBUTE_BASES = ("stated", "implied", "partly")
RIGHTS = ("own", "licensed", "paraphrased")
ATTRIBUTES: Mapping[str, Tuple[str, ...]] = {
    "work_mode": ("remote", "on_site"),
    "commitment": ("full_time", "part_time", "per_project"),
    "patient_contact": ("direct", "limited", "none"),
    "setting": (
        "pharma", "biotech", "device", "insurer", "legal", "hospital", "education",
        "media", "technology", "government", "nonprofit", "research",
    ),
    "schedule": ("flexible", "predictable"),
    "travel": ("required", "none"),
    "growth": ("ladder", "none"),
}


@dataclass(frozen=True)
class Article:
    """One source article. `published` and `accessed` are ISO dates."""

    id: str
    title: str
    publisher: str
    url: Optional[str]
    published: Optional[str]
    accessed: str
    specialties: Tuple[str, ...]  # empty: the article speaks of physicians in general
    rights: str


@dataclass(frozen=True)
class Section:
    """A heading of an article; `notice` is said whenever it is cited (an advertisement, say)."""

    id: str  # "<article>#<anchor>"
    article_id: str
    title: str
    position: int
    notice: Optional[str] = None


@dataclass(frozen=True)
class Passage:
    """One paragraph: what a citation points to and what the index finds."""

    id: str  # "<article>#<anchor>"
    article_id: str
    section_id: str
    role_id: Optional[str]
    position: int
    text: str
    content_hash: str


@dataclass(frozen=True)
class Attribute:
    """A filterable property of a role, with the passage that supports it."""

    name: str  # a key of ATTRIBUTES
    value: str
    basis: str  # one of ATTRIBUTE_BASES
    passage_id: str


@dataclass(frozen=True)
class Figure:
    """One pay figure as an article gives it.

    `low == high` is a single value; a missing end is an open bound. `annual_low` and
    `annual_high` are only there for years and hours, in the figure's own currency. A band in
    words ("high $200s") is shown as written: its ends are for filters and sorting alone.
    """

    id: str  # "<role id>/<ordinal>"
    role_id: str
    statistic: str
    kind: str
    low: Optional[float]
    high: Optional[float]
    currency: str
    unit: str
    unit_basis: str
    as_written: str
    attributed_to: Optional[str]
    qualifier: Optional[str]
    geography: Optional[str]
    passage_id: str

    @cached_property
    def in_words(self) -> bool:
        """Whether the article names a band in words instead of an amount."""
        return spoken.band(self.as_written, self.unit) is not None

    @property
    def annual_low(self) -> Optional[float]:
        return self._annual(self.low)

    @property
    def annual_high(self) -> Optional[float]:
        return self._annual(self.high)

    @property
    def hours_per_year(self) -> Optional[int]:
        return HOURS_PER_YEAR if self.unit == "hour" else None

    def _annual(self, amount: Optional[float]) -> Optional[float]:
        if amount is None or self.unit not in ("year", "hour"):
            return None
        return amount if self.unit == "year" else round(amount * HOURS_PER_YEAR, 2)


@dataclass(frozen=True)
class Role:
    """One article's entry for a kind of work. `pay_note` says what it says instead of a figure."""

    id: str  # "<article>#<anchor>"
    article_id: str
    section_id: str
    kind: str  # id of a RoleKind
    title: str
    summary: str
    specialties: Tuple[str, ...]
    attributes: Tuple[Attribute, ...]
    figures: Tuple[Figure, ...]
    passage_ids: Tuple[str, ...]
    pay_note: Optional[str] = None
    pay_note_passage_id: Optional[str] = None

    def attributes_named(self, name: str) -> Tuple[Attribute, ...]:
        return tuple(a for a in self.attributes if a.name == name)


@dataclass(frozen=True)
class Poll:
    """One percentage of one survey answer, with the population and question it belongs to."""

    id: str  # "<article>#<anchor>"
    article_id: str
    percent: float
    statement: str  # completes "<percent> % ...": "of physicians polled said ..."
    question: str
    population: str
    multi_select: str  # "yes", "no" or "unknown"
    sample: Optional[int]
    year: Optional[int]
    attributed_to: str
    as_written: str
    passage_id: str
    topics: Tuple[str, ...] = ()
    wordings: Tuple[str, ...] = ()  # other words in which people ask for it; never shown

    @cached_property
    def in_words(self) -> bool:
        """Whether the article gives the share in words ("one in three"): then it is shown as written."""
        return spoken.share(self.as_written) is not None


@dataclass(frozen=True)
class Driver:
    """A reason an article gives for leaving practice, with what it says of it."""

    id: str
    article_id: str
    name: str
    specialties: Tuple[str, ...]
    summary: str
    passage_ids: Tuple[str, ...]
    poll_ids: Tuple[str, ...] = ()
    wordings: Tuple[str, ...] = ()  # other words in which people name it; never shown


@dataclass(frozen=True)
class RoleKind:
    """A kind of work under the name that the articles share, with its everyday names."""

    id: str
    title: str
    names: Tuple[str, ...]
    related: Tuple[str, ...] = ()


@dataclass(frozen=True)
class KnowledgeBase:
    """Everything the articles say, read once and never changed; replaced as a whole."""

    version: str
    articles: Mapping[str, Article]
    sections: Mapping[str, Section]
    passages: Mapping[str, Passage]
    roles: Mapping[str, Role]
    polls: Mapping[str, Poll]
    drivers: Mapping[str, Driver]
    kinds: Mapping[str, RoleKind]
    figures: Mapping[str, Figure] = field(default_factory=dict)
