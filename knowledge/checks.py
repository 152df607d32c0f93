"""What must hold between the facts of the knowledge files.

`fields.py` has looked at each value alone; here they are compared: ids with each other,
citations with passages. `number_checks.py` compares figures and polls with the words that
state them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, Optional, Sequence, Tuple

from knowledge import facts, written
from knowledge.checker import Checker, short
from knowledge.drafts import Draft, Drafts
from knowledge.knowledge_files import Changes, read_drafts
from knowledge.language.specialties import SPECIALTIES
from knowledge.number_checks import NumberChecks
from knowledge.problems import Problem, Problems, shown_path, suggestion

SUMMARY_LENGTH = 140


def check(folder: Path, roles_file: Path) -> List[Problem]:
    """Every problem of the knowledge files, by file and line; none means that they load."""
    return read_checked(folder, roles_file)[1]


def read_checked(
    folder: Path, roles_file: Path, changes: Optional[Changes] = None
) -> Tuple[Drafts, List[Problem]]:
    """The drafts of all files, as `changes` would leave them, together with all their problems."""
    problems = Problems()
    drafts = read_drafts(folder, roles_file, problems, changes)
    _StructureChecks(drafts, problems).run()
    NumberChecks(drafts, problems).run()
    return drafts, problems.in_order()


class _StructureChecks(Checker):
    """Ids, articles, roles, drivers and kinds of work."""

    def run(self) -> None:
        # Looked up by every role and article; made once, as there may be thousands of them.
        # Two roles may hold equal attributes, so the written one is found by identity.
        self._written_at = {id(d.fact): d for d in self._drafts.attributes}
        self._with_passages = {d.fact.article_id for d in self._drafts.passages}
        self._kind_ids = [d.fact.id for d in self._drafts.kinds if d.fact.id]
        self._poll_ids = {d.fact.id for d in self._drafts.polls if d.fact.id}
        self._check_ids()
        for article in self._drafts.articles:
            self._check_article(article)
        for role in self._drafts.roles:
            self._check_role(role)
        for attribute in self._drafts.attributes:
            self._check_citation(attribute, "passage", attribute.fact.passage_id)
        for driver in self._drafts.drivers:
            self._check_driver(driver)
        for section in self._drafts.sections:
            self._check_notice(section)
        self._check_kinds()

    # Ids

    def _check_ids(self) -> None:
        for file, headings in self._drafts.headings.items():
            self._check_headings(file, headings)
        for name, drafts in (
            ("article", self._drafts.articles),
            ("passage", self._drafts.passages),
            ("role", self._drafts.roles),
            ("poll", self._drafts.polls),
            ("driver", self._drafts.drivers),
            ("kind of work", self._drafts.kinds),
        ):
            self._check_unique(name, drafts)

    def _check_unique(self, name: str, drafts: Sequence[Draft]) -> None:
        first: Dict[str, Draft] = {}
        for draft in drafts:
            other = first.setdefault(draft.fact.id, draft)
            if draft.fact.id is None or other is draft:
                continue
            place = f"{shown_path(other.record.file)}:{other.line_of('id')}"
            self._add(
                draft,
                "id",
                f'the {name} "{short(draft.fact.id)}" is already in {place}',
                "give one of them another name",
            )

    def _check_headings(self, file: Path, headings: tuple) -> None:
        first: Dict[str, int] = {}
        for heading in headings:
            line = first.setdefault(heading.anchor, heading.line)
            if line != heading.line:
                self._problems.add(
                    file,
                    heading.line,
                    f'the heading "{heading.anchor}" is already in line {line}',
                    "give one of them another anchor",
                )
            elif heading.level > 2 and not heading.paragraphs and not heading.blocks:
                self._problems.add(
                    file,
                    heading.line,
                    "there is nothing under this heading",
                    "write a passage or take the heading out",
                )

    def _check_article(self, article: Draft[facts.Article]) -> None:
        fact, stem = article.fact, article.record.file.stem
        if fact.id and fact.id != stem:
            self._add(
                article,
                "id",
                f'the id "{fact.id}" is not the name of the file',
                f'write "id: {stem}" or rename the file to {fact.id}.md',
            )
        if fact.published and fact.accessed and fact.published > fact.accessed:
            self._add(
                article,
                "accessed",
                "the article was read before it was published",
                "correct one of the two dates",
            )
        for specialty in fact.specialties or ():
            if specialty not in SPECIALTIES:
                self._add(
                    article,
                    "specialties",
                    f'unknown specialty "{specialty}"',
                    suggestion(specialty, SPECIALTIES),
                )
        if (fact.id or stem) not in self._with_passages:
            self._add(article, "id", "the article has no passage", "write one under a ## heading")

    # Roles

    def _check_role(self, role: Draft[facts.Role]) -> None:
        fact = role.fact
        kinds = self._kind_ids
        if fact.kind and fact.kind not in kinds:
            self._add(
                role,
                "kind",
                f'unknown kind of work "{fact.kind}"',
                suggestion(fact.kind, kinds, "add it to roles.yml or write one of "),
            )
        if not fact.passage_ids:
            self._add(
                role,
                "kind",
                "this role has no passage",
                "write one between its heading and this block",
            )
        self._check_number_free(role, "summary", fact.summary)
        if fact.summary and len(fact.summary) > SUMMARY_LENGTH:
            self._add(
                role,
                "summary",
                f"the summary has {len(fact.summary)} characters",
                f"write at most {SUMMARY_LENGTH}",
            )
        self._check_attributes(fact)
        if fact.pay_note_passage_id and not fact.pay_note:
            self._add(
                role,
                "pay_note_passage",
                "a passage for a pay note that is not there",
                "write the pay_note or take this out",
            )
        passage = self._check_citation(role, "pay_note_passage", fact.pay_note_passage_id)
        self._check_numbers_stated(role, "pay_note", fact.pay_note, passage)

    def _check_attributes(self, role: facts.Role) -> None:
        named = set()
        for attribute in role.attributes:
            pair = (attribute.name, attribute.value)
            if pair in named and attribute.value:
                self._add(
                    self._written_at[id(attribute)],
                    attribute.name,
                    f"{attribute.name}: {attribute.value} is given twice",
                    "keep the one with the better passage",
                )
            named.add(pair)

    def _check_number_free(self, draft: Draft, name: str, text: Optional[str]) -> None:
        found = written.numbers(text or "")
        if found:
            self._add(
                draft,
                name,
                f"a number in the {name}: {found[0]}",
                "say it in words without the number; numbers belong in figures and polls",
            )

    def _check_driver(self, driver: Draft[facts.Driver]) -> None:
        self._check_number_free(driver, "summary", driver.fact.summary)
        if not driver.fact.passage_ids:
            self._add(
                driver,
                "passages",
                "this driver has no passage",
                "write its passage under the same heading",
            )
        for passage_id in driver.fact.passage_ids:
            self._check_citation(driver, "passages", passage_id)
        polls = [p.fact.id for p in self._drafts.polls if p.fact.id]
        own = [short(p) for p in polls if p.startswith(f"{driver.fact.article_id}#")]
        for poll_id in driver.fact.poll_ids:
            if poll_id not in polls:
                self._add(
                    driver,
                    "polls",
                    f'there is no poll "{short(poll_id)}" in this article',
                    suggestion(short(poll_id), own),
                )

    def _check_notice(self, section: Draft[facts.Section]) -> None:
        self._check_number_free(section, "notice", section.fact.notice)

    # Kinds of work

    def _check_kinds(self) -> None:
        ids = [k.fact.id for k in self._drafts.kinds if k.fact.id]
        owners: Dict[str, Draft[facts.RoleKind]] = {}
        for kind in self._drafts.kinds:
            fact = kind.fact
            for name in {n.lower(): n for n in (fact.title or "", *(fact.names or ())) if n}:
                owner = owners.setdefault(name, kind)
                if owner.fact.id != fact.id:
                    self._add(
                        kind,
                        "names",
                        f'the name "{name}" already belongs to "{owner.fact.id}"',
                        "leave it to one of the two",
                    )
            for other in fact.related or ():
                if other not in ids or other == fact.id:
                    self._add(
                        kind,
                        "related",
                        f'"{other}" is no other kind of work',
                        suggestion(other, [i for i in ids if i != fact.id]),
                    )
