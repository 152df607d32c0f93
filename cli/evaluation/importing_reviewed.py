"""What a person makes of an import: drafts as they were reviewed, beside labels that the reviewer never saw.

An import alone proposes; what counts for the people who ask is what stands in the draft when somebody has
decided. `reviewed/drafts/<article>/` holds such drafts whole, and beside each article.md the `proposed.md`
that the import had written, from which follows what the reviewer had to do.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cli.evaluation.importing_labels import ARTICLES, LABELS, read_article
from cli.evaluation.importing_outcome import ArticleScores
from cli.evaluation.importing_scores import score
from cli.evaluation.part import NotMeasured
from knowledge.errors import KnowledgeError
from knowledge.importing.drafts import Draft, load_draft
from knowledge.importing.drafts.page import DraftFact, DraftPage, attribute_name, read_page
from knowledge.importing.drafts.values import KEPT_ASIDE
from knowledge.importing.extracted import (
    ExtractedAttribute,
    ExtractedFigure,
    ExtractedPoll,
    ExtractedRole,
    Extraction,
    Quote,
)
from knowledge.importing.extraction.amounts import find_amounts
from knowledge.located_yaml import Located
from knowledge.problems import Problems
from knowledge.spoken import band

PROPOSED = "proposed.md"
DONE = ("as proposed", "corrected", "rejected", "added")
KINDS = ("role", "figure", "poll", "attribute")
_NOT_OF_READING = ("passage", "summary", "statement", "question", "id", "topics", "wordings")  # the writer's own words


@dataclass(frozen=True)
class Reviewed:
    """The drafts of a folder, compared with the labels: as imported and as reviewed.

    `done` counts what the reviewers did, by kind of fact and one of DONE.
    """

    proposed: list[ArticleScores]
    decided: list[ArticleScores]
    done: Counter[tuple[str, str]]


def reviewed(folder: Path = ARTICLES / "reviewed") -> Reviewed:
    """Compare the reviewed drafts of a folder with its labels.

    Raises:
        NotMeasured: There are none, one has no labels or no `proposed.md`, or cannot be read.
    """
    found = Reviewed([], [], Counter())
    for article in sorted((folder / "drafts").glob("*/article.md")):
        try:
            draft = load_draft(article.parent)
            before = (article.parent / PROPOSED).read_text(encoding="utf-8")
        except (KnowledgeError, OSError) as error:
            raise NotMeasured(f"The draft {article.parent.name} cannot be compared: {error}") from error
        page = read_page(article.parent / PROPOSED, before, Problems())
        source = Path(draft.document.name)
        labels = read_article(folder / f"{source.stem}{LABELS}", folder / source.name)
        found.proposed.append(score(labels, draft.document, extraction_of(draft, page, ("proposed",))))
        found.decided.append(score(labels, draft.document, extraction_of(draft, draft.page, ("accepted",))))
        found.done.update(done(page, draft.page))
    if not found.decided:
        raise NotMeasured(f"There are no reviewed drafts in {folder / 'drafts'}.")
    return found


def extraction_of(draft: Draft, page: DraftPage, reviews: Iterable[str]) -> Extraction:
    """The facts of a page that were decided in one of these ways, as though they had been extracted."""
    wanted = [fact for fact in page.facts if fact.review in reviews]
    inside: dict[int, list[DraftFact]] = defaultdict(list)
    for fact in wanted:
        inside[fact.block].append(fact)
    roles = tuple(_role(draft, fact, inside[fact.block]) for fact in wanted if fact.kind == "role")
    polls = tuple(_poll(fact) for fact in wanted if fact.kind == "poll")
    return Extraction(_specialties(page), roles, polls, ())


def _specialties(page: DraftPage) -> tuple[str, ...]:
    front = page.parts.front.value if page.parts.front else None
    listed = front.get("specialties") if isinstance(front, dict) else None
    if listed is None or not isinstance(listed.value, list):
        return ()
    return tuple(str(item.value) for item in listed.value)


def _role(draft: Draft, fact: DraftFact, inside: list[DraftFact]) -> ExtractedRole:
    kind = fact.get("kind")
    title = fact.get("title") or draft.page.headings[fact.heading].title
    figures = tuple(_figure(one) for one in inside if one.kind == "figure")
    attributes = tuple(_attribute(one) for one in inside if one.kind == "attribute")
    new = kind in draft.kinds
    return ExtractedRole(
        title, None if new else kind, _quote(fact), (), figures, attributes, pay_note=fact.get("pay_note")
    )


def _figure(fact: DraftFact) -> ExtractedFigure:
    low, high = _ends(fact)
    words = {name: fact.get(name) or "" for name in ("statistic", "kind", "unit", "unit_basis", "as_written")}
    narrowing = {name: fact.get(name) for name in ("attributed_to", "qualifier", "geography")}
    currency = fact.get("currency") or "USD"
    return ExtractedFigure(
        low=low, high=high, currency=currency, quote=_quote(fact), confidence=1.0, **words, **narrowing
    )


def _ends(fact: DraftFact) -> tuple[float | None, float | None]:
    """The bounds of a figure; of a band in words as the labels have it, where a draft has the widest it can mean."""
    amount = _number(fact.get("amount"))
    ends = (amount, amount) if amount is not None else (_number(fact.get("low")), _number(fact.get("high")))
    written = fact.get("as_written") or ""
    read = find_amounts(written)
    return (read[0].low, read[0].high) if read and ends == band(written, fact.get("unit") or "year") else ends


def _attribute(fact: DraftFact) -> ExtractedAttribute:
    name = attribute_name(fact) or ""
    return ExtractedAttribute(name, fact.get(name) or "", fact.get("basis") or "", _quote(fact), 1.0)


def _poll(fact: DraftFact) -> ExtractedPoll:
    words = {name: fact.get(name) for name in ("question", "population", "attributed_to")}
    sample, year = (_number(fact.get(name)) for name in ("sample", "year"))
    return ExtractedPoll(
        percent=_number(fact.get("percent")) or 0.0,
        as_written=fact.get("as_written") or "",
        statement=fact.get("statement") or "",
        multi_select=fact.get("multi_select") or "unknown",
        sample=None if sample is None else int(sample),
        year=None if year is None else int(year),
        quote=_quote(fact),
        confidence=1.0,
        **words,
    )


def _quote(fact: DraftFact) -> Quote:
    start, end = fact.span or (0, 0)
    return Quote(fact.get("quote") or "", start, end)


def _number(words: str | None) -> float | None:
    return None if words is None else float(words.replace(",", ""))


def done(before: DraftPage, after: DraftPage) -> Iterator[tuple[str, str]]:
    """What the reviewer did with each fact, proposed or added: (kind of fact, one of DONE)."""
    known = {fact.key: fact for fact in before.facts if fact.key}
    left = {fact.key: fact for fact in after.facts if fact.key}
    for key, fact in known.items():
        now = left.get(key)
        if now is None or now.review == "rejected":
            yield fact.kind, "rejected"
        else:
            yield fact.kind, "as proposed" if _says(now) == _says(fact) else "corrected"
    for fact in after.facts:
        if (not fact.key or fact.key not in known) and fact.review == "accepted":
            yield fact.kind, "added"


def _says(fact: DraftFact) -> dict[str, Any]:
    """What was read of a fact, without its place, and without what is the writer's to word."""
    lists = ("attributes", "figures")
    body = fact.body.value if isinstance(fact.body.value, dict) else {}
    return {
        name: _plain(entry)
        for name, entry in body.items()
        if name not in KEPT_ASIDE and name not in _NOT_OF_READING and name not in lists and entry.value is not None
    }


def _plain(entry: Located) -> Any:
    return [item.value for item in entry.value] if isinstance(entry.value, list) else entry.value


def done_as_markdown(counts: Counter[tuple[str, str]]) -> str:
    """How much work a review was: of each kind of fact, how many were taken over, corrected, rejected, added."""
    lines = ["| | " + " | ".join(DONE) + " |", "| --- |" + " ---: |" * len(DONE)]
    for kind in KINDS:
        lines.append(f"| {kind}s | " + " | ".join(str(counts[kind, what]) for what in DONE) + " |")
    return "\n".join(lines)
