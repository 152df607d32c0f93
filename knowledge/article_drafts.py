"""One article's parts as drafts: which heading is a section, which block is what."""

from __future__ import annotations

import hashlib
from typing import Any, List, Optional

from knowledge import article_schema as schema
from knowledge import facts
from knowledge.article_parts import ArticleParts, Block, Heading, Paragraph
from knowledge.drafts import Draft, Drafts
from knowledge.fields import Record, read_record, slugify
from knowledge.problems import Problems


class ArticleReader:
    """Makes the facts of one article."""

    def __init__(self, parts: ArticleParts, drafts: Drafts, problems: Problems) -> None:
        self._parts, self._drafts, self._problems = parts, drafts, problems
        self._file = parts.file
        self._article_id = parts.file.stem
        self._specialties: tuple = ()
        self._position = 0

    def read(self) -> None:
        self._read_front_matter()
        self._drafts.headings[self._file] = self._parts.headings
        section_id = ""
        sections = 0
        for heading in self._parts.headings:
            if heading.level <= 2 or not section_id:
                section_id = self._id(heading.anchor)
                self._read_section(heading, section_id, sections)
                sections += 1
            self._read_heading(heading, section_id)

    def _id(self, anchor: Optional[str]) -> Optional[str]:
        return None if anchor is None else f"{self._article_id}#{anchor}"

    def _record(self, located: Any, fields: tuple, name: str) -> Optional[Record]:
        return read_record(located, fields, file=self._file, problems=self._problems, name=name)

    def _read_front_matter(self) -> None:
        if self._parts.front is None:
            return
        record = self._record(self._parts.front, schema.FRONT_MATTER, "front matter")
        if record:
            self._drafts.articles.append(Draft(facts.Article(**record.values), record))
            self._article_id = record["id"] or self._article_id
            self._specialties = record["specialties"] or ()

    def _read_section(self, heading: Heading, section_id: str, position: int) -> None:
        if heading.level > 2:
            self._problems.add(
                self._file,
                heading.line,
                "a ### heading before the first ## heading",
                "write a ## heading above it",
            )
        notices = [b for b in heading.blocks if b.kind == "section"]
        for extra in notices[1:]:
            self._problems.add(self._file, extra.line, "a second section block", "join the two")
        record = self._record(notices[0].body, schema.SECTION, "section") if notices else None
        notice = record["notice"] if record else None
        fact = facts.Section(section_id, self._article_id, heading.title, position, notice)
        self._drafts.sections.append(Draft(fact, record or self._bare(heading.line)))

    def _bare(self, line: int) -> Record:
        return Record({}, {}, line, self._file)

    def _read_heading(self, heading: Heading, section_id: str) -> None:
        is_role = any(b.kind == "role" for b in heading.blocks)
        role_id = self._id(heading.anchor) if is_role else None
        passage_ids = []
        for paragraph in heading.paragraphs:
            fact = self._passage(paragraph, section_id, role_id)
            passage_ids.append(fact.id)
            self._drafts.passages.append(Draft(fact, self._bare(paragraph.line), paragraph))
        for block in heading.blocks:
            if block.kind == "section" and heading.level > 2:
                self._problems.add(
                    self._file,
                    block.line,
                    "a section block under a ### heading",
                    "move it under the ## heading",
                )
            elif block.kind == "role":
                self._read_role(block, heading, section_id, tuple(passage_ids))
            elif block.kind == "poll":
                self._read_poll(block, passage_ids)
            elif block.kind == "driver":
                self._read_driver(block, tuple(passage_ids))

    def _passage(
        self, paragraph: Paragraph, section_id: str, role_id: Optional[str]
    ) -> facts.Passage:
        content_hash = hashlib.sha256(paragraph.text.encode()).hexdigest()[:16]
        position, self._position = self._position, self._position + 1
        return facts.Passage(
            self._id(paragraph.anchor) or "",
            self._article_id,
            section_id,
            role_id,
            position,
            paragraph.text,
            content_hash,
        )

    def _read_role(
        self, block: Block, heading: Heading, section_id: str, passage_ids: tuple
    ) -> None:
        record = self._record(block.body, schema.ROLE, "role")
        if record is None:
            return
        role_id = self._id(heading.anchor) or ""
        first = passage_ids[0] if passage_ids else None
        attributes = [self._attribute(a, first) for a in record["attributes"] or ()]
        figures = [
            self._figure(f, role_id, n, first)
            for n, f in enumerate(record["figures"] or (), start=1)
        ]
        note_passage = self._id(record["pay_note_passage"]) or (
            first if record["pay_note"] else None
        )
        fact = facts.Role(
            role_id,
            self._article_id,
            section_id,
            record["kind"],
            record["title"] or heading.title,
            record["summary"],
            self._specialties,
            tuple(a for a in attributes if a),
            tuple(f for f in figures if f),
            passage_ids,
            record["pay_note"],
            note_passage,
        )
        self._drafts.roles.append(Draft(fact, record))

    def _attribute(self, item: Any, first_passage: Optional[str]) -> Optional[facts.Attribute]:
        record = self._record(item, schema.ATTRIBUTE, "attribute")
        if record is None:
            return None
        names = [name for name in facts.ATTRIBUTES if record.given(name)]
        if len(names) != 1 and set(record.lines) <= set(record.values):
            self._problems.add(
                self._file,
                record.line,
                f"this attribute names {len(names)} properties",
                'write one, such as "work_mode: remote", for each "- "',
            )
        if len(names) != 1:
            return None
        passage_id = self._id(record["passage"]) or first_passage
        fact = facts.Attribute(names[0], record[names[0]], record["basis"], passage_id)
        self._drafts.attributes.append(Draft(fact, record))
        return fact

    def _figure(
        self, item: Any, role_id: str, number: int, first_passage: Optional[str]
    ) -> Optional[facts.Figure]:
        record = self._record(item, schema.FIGURE, "figure")
        if record is None:
            return None
        amount = record["amount"]
        values = {k: v for k, v in record.values.items() if k not in ("amount", "passage")}
        if amount is not None:
            values.update(low=amount, high=amount)
        fact = facts.Figure(
            id=f"{role_id}/{number}",
            role_id=role_id,
            passage_id=self._id(record["passage"]) or first_passage,
            **values,
        )
        self._drafts.figures.append(Draft(fact, record))
        return fact

    def _read_poll(self, block: Block, passage_ids: List[str]) -> None:
        record = self._record(block.body, schema.POLL, "poll")
        if record is None:
            return
        first = passage_ids[0] if passage_ids else None
        values = {k: v for k, v in record.values.items() if k not in ("id", "passage")}
        fact = facts.Poll(
            id=self._id(record["id"]),
            article_id=self._article_id,
            passage_id=self._id(record["passage"]) or first,
            **values,
        )
        self._drafts.polls.append(Draft(fact, record))

    def _read_driver(self, block: Block, passage_ids: tuple) -> None:
        record = self._record(block.body, schema.DRIVER, "driver")
        if record is None:
            return
        fact = facts.Driver(
            self._id(slugify(record["name"] or "")),
            self._article_id,
            record["name"],
            self._specialties,
            record["summary"],
            tuple(map(self._id, record["passages"] or ())) or passage_ids,
            tuple(map(self._id, record["polls"] or ())),
            tuple(record["wordings"] or ()),
        )
        self._drafts.drivers.append(Draft(fact, record))
