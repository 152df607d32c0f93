"""What the checks share: the drafts by id, and the citation of a passage."""

from __future__ import annotations

from typing import Optional

from knowledge import facts, written
from knowledge.drafts import Draft, Drafts
from knowledge.problems import Problems, suggestion


class Checker:
    """Looks up passages and notes problems for the checks of one reading."""

    def __init__(self, drafts: Drafts, problems: Problems) -> None:
        self._drafts, self._problems = drafts, problems
        self._passages = {d.fact.id: d.fact for d in drafts.passages}

    def _add(self, draft: Draft, name: str, what: str, instead: str) -> None:
        self._problems.add(draft.record.file, draft.line_of(name), what, instead)

    def _check_citation(
        self, draft: Draft, name: str, passage_id: Optional[str]
    ) -> Optional[facts.Passage]:
        if passage_id is None:
            return None  # a role or a heading without passages has its own problem
        passage = self._passages.get(passage_id)
        if passage is None:
            anchor = short(passage_id)
            self._add(
                draft,
                name,
                f'there is no passage "{anchor}" in this article',
                self._anchor_hint(passage_id),
            )
        return passage

    def _anchor_hint(self, passage_id: str) -> str:
        article, anchor = passage_id.split("#", 1)
        near = suggestion(anchor, [short(p) for p in self._passages if p.startswith(f"{article}#")])
        if near.startswith("did you mean"):
            return near
        return f"write {{#{anchor}}} at the end of the passage that states it"

    def _check_numbers_stated(
        self, draft: Draft, name: str, text: Optional[str], passage: Optional[facts.Passage]
    ) -> None:
        for number in written.numbers(text or ""):
            if passage and not written.occurs(number, passage.text):
                self._add(
                    draft,
                    name,
                    f'"{name}" says {number}, the passage "{short(passage.id)}" does not',
                    "take the number out or cite the passage that says it",
                )


def short(fact_id: str) -> str:
    """The part of an id that is written in the file."""
    return fact_id.split("#", 1)[-1]
