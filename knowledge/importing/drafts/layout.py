"""A source and what was extracted of it, laid out as article.md and kinds.yml of a new draft."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from knowledge.facts import ATTRIBUTES, RoleKind
from knowledge.fields import slugify
from knowledge.importing.document import SourceDocument
from knowledge.importing.drafts import kinds, values
from knowledge.importing.drafts.anchors import Anchors
from knowledge.importing.drafts.passages import PassageDraft, Passages
from knowledge.importing.drafts.prose import as_paragraph
from knowledge.importing.drafts.sections import RolePart, SectionPart, block_at, split
from knowledge.importing.drafts.summaries import first_clause, proposed_summary
from knowledge.importing.drafts.titles import proposed_title
from knowledge.importing.drafts.yaml_text import located, mapping_lines
from knowledge.importing.extracted import Extraction
from knowledge.language.specialties import SPECIALTIES

REWRITE = "<!-- rewrite -->"


@dataclass(frozen=True)
class Origin:
    """What the maintainer says of a source.

    Attributes:
        rights: Whose text it is, a value of facts.RIGHTS.
        publisher: Instead of what the page says.
        accessed: ISO date of saving the page.
    """

    rights: str = "paraphrased"
    publisher: str | None = None
    accessed: str = field(default_factory=lambda: datetime.date.today().isoformat())


def article_text(
    article_id: str, document: SourceDocument, extraction: Extraction, origin: Origin, known: Mapping[str, RoleKind]
) -> tuple[str, str]:
    """The draft of a source that was not imported before.

    Args:
        article_id: Name of the article.
        document: The source.
        extraction: What was found in it.
        origin: What the maintainer says of it.
        known: The kinds of work, by id.

    Returns:
        article.md, and kinds.yml with the new kinds of work ("" if there are none).
    """
    writer = _Writer(document, extraction, origin, known)
    sections = [writer.section(part) for part in split(document, extraction)]
    sections += writer.rest()
    front = "\n".join(["---", *front_lines(article_id, document, extraction, origin), "---"])
    return "\n\n".join([front, *sections]) + "\n", kinds.kinds_text(writer.new_kinds)


def front_lines(article_id: str, document: SourceDocument, extraction: Extraction, origin: Origin) -> list[str]:
    """The lines of the front matter, without their fences."""
    url = document.url if document.url and document.url.startswith(("https://", "http://")) else None
    published = document.published if document.published and document.published <= origin.accessed else None
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    front = {
        "id": article_id,
        "title": proposed_title(document.title or "") or article_id.replace("-", " ").capitalize(),
        "publisher": origin.publisher or document.publisher or host or None,
        "url": url,
        "published": published,
        "accessed": origin.accessed,
        "specialties": [name for name in extraction.specialties if name in SPECIALTIES],
        "rights": origin.rights,
    }
    return [text for text, _ in mapping_lines(located(front))]


class _Writer:
    """Writes the sections of one draft."""

    def __init__(
        self, document: SourceDocument, extraction: Extraction, origin: Origin, known: Mapping[str, RoleKind]
    ) -> None:
        self._document, self._origin, self._known = document, origin, known
        self._anchors, self._polls = Anchors(), Anchors()
        self._waiting = list(extraction.polls)
        self._keys: Counter[str] = Counter()
        self.new_kinds: dict[str, RoleKind] = {}

    def section(self, part: SectionPart) -> str:
        anchor = self._anchors.new(part.title)
        pieces = self._body(anchor, part.blocks, set(), None)
        roles = [self._role(role) for role in part.roles]
        return "\n\n".join([heading(2, part.title, anchor), *pieces, *roles])

    def rest(self) -> list[str]:
        """A section for polls whose sentence lies in no section, such as one in a heading."""
        blocks = [block_at(self._document, poll.quote.start) for poll in self._waiting]
        found = sorted({block for block in blocks if block is not None})
        return [self.section(SectionPart("Polls", found))] if found else []

    def _role(self, part: RolePart) -> str:
        anchor = self._anchors.new(part.role.title)
        pieces = self._body(anchor, part.blocks, part.shared, part)
        return "\n\n".join([heading(3, part.role.title, anchor), *pieces])

    def _body(self, anchor: str, blocks: list[int], shared: set[int], part: RolePart | None) -> list[str]:
        passages = Passages(self._document, self._anchors, anchor, blocks, set(shared))
        written: list[str] = []
        context = list(blocks)
        role: values.Body | None = None
        if part is not None:
            context = sorted({*part.role.blocks, *blocks})
            if not part.blocks:
                passages.cite(part.role.quote)
            role = self._role_body(part, passages)
        for poll in [poll for poll in self._waiting if self._stands_in(poll.quote.start, blocks)]:
            self._waiting.remove(poll)
            poll_id = self._polls.new(f"{poll.as_written} {' '.join(poll.statement.split()[:6])}")
            body = self._known_by(values.poll_body(poll, poll_id, passages.cite_poll(poll)))
            written.append(block_text("poll", body))
        finished = passages.finished(context)
        if part is not None and not finished:
            passages.cite(part.role.quote)
            finished = passages.finished(context)
        paraphrased = self._origin.rights == "paraphrased"
        if role is not None:
            if role["summary"] is None and not paraphrased:
                role["summary"] = first_clause([passage.text for passage in finished])
            written.insert(0, block_text("role", role))
        return [passage_text(p, rewrite=paraphrased) for p in finished] + written

    def _stands_in(self, position: int, blocks: list[int]) -> bool:
        return any(self._document.blocks[i].start <= position < self._document.blocks[i].end for i in blocks)

    def _role_body(self, part: RolePart, passages: Passages) -> values.Body:
        role = part.role
        for index in sorted(part.shared):
            block = self._document.blocks[index]
            if block.start <= role.quote.start < block.end:
                passages.cite(role.quote)
        anchors = {"pay_note": passages.cite(role.pay_note_quote)} if role.pay_note and role.pay_note_quote else {}
        kind = kinds.kind_for(role.kind, role.title, self._known, self.new_kinds)
        body = self._known_by(values.role_body(role, kind, anchors))
        figures = [self._known_by(values.figure_body(f, role, passages.cite_figure(f))) for f in role.figures]
        known = [a for a in role.attributes if a.value in ATTRIBUTES.get(a.name, ())]
        body["summary"] = proposed_summary(known)
        body["attributes"] = [self._known_by(values.attribute_body(a, role, passages.cite(a.quote))) for a in known]
        body["figures"] = figures
        return body

    def _known_by(self, body: values.Body) -> values.Body:
        """A fact whose key no other has: a text may say the same twice."""
        self._keys[body["key"]] += 1
        count = self._keys[body["key"]]
        return body if count == 1 else {**body, "key": f"{body['key']}-{count}"}


def heading(level: int, title: str, anchor: str) -> str:
    """A heading's line."""
    return f"{'#' * level} {as_paragraph(proposed_title(title)) or slugify(title)} {{#{anchor}}}"


def passage_text(passage: PassageDraft, *, rewrite: bool) -> str:
    """A paragraph with its anchor; marked where the words are the source's and may not stay."""
    paragraph = f"{as_paragraph(passage.text)} {{#{passage.anchor}}}"
    return f"{REWRITE}\n{paragraph}" if rewrite else paragraph


def block_text(name: str, body: values.Body) -> str:
    """A fenced block."""
    return "\n".join([f"```yaml {name}", *(text for text, _ in mapping_lines(located(body))), "```"])
