"""The same page imported again: what a person decided stays, what is new is proposed, what is gone is shown.

Three sides are compared fact by fact, by their keys: what the last import proposed, what the draft has now,
and what the new import proposes.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.importing.drafts import additions, edits
from knowledge.importing.drafts.kept import field_names
from knowledge.importing.drafts.page import DraftFact, DraftPage, read_page
from knowledge.importing.drafts.rejected import Entry, entry_of, says, settled
from knowledge.importing.drafts.values import place
from knowledge.importing.drafts.workspace import Draft
from knowledge.importing.drafts.yaml_text import plain
from knowledge.problems import Problems

GONE = "it does not say this any more"


@dataclass(frozen=True)
class Merged:
    """The draft after a second import.

    Attributes:
        text: The new article.md.
        rejected: The new entries of rejected.yml.
        new: How many facts are proposed for the first time.
        changed: How many facts the source no longer has as they were decided.
    """

    text: str
    rejected: dict[str, Entry]
    new: int
    changed: int


def merge(mine: Draft, theirs: DraftPage, source: str) -> Merged:
    """Bring a new import into a draft.

    Args:
        mine: The draft as a person left it.
        theirs: The draft that the new import alone would make.
        source: The new source text.
    """
    return _Merge(mine, theirs, source).run()


class _Merge:
    """One merge; `self._page` is the article as far as it is merged."""

    def __init__(self, mine: Draft, theirs: DraftPage, source: str) -> None:
        self._file, self._page, self._theirs, self._source = mine.page.file, mine.page, theirs, source
        present = {fact.key for fact in mine.page.facts}
        taken_out = [f for f in theirs.facts if f.key in mine.kept.extracted and f.key not in present]
        gone = [entry_of(f, theirs) for f in taken_out if f.key not in mine.rejected]
        self._rejected = settled(mine.rejected, mine.page, gone)
        self._offered = {fact.key: fact for fact in theirs.facts if fact.key}
        self._extracted, self._unsure = set(mine.kept.extracted), mine.kept.unsure
        self._new = self._changed = 0

    def run(self) -> Merged:
        fresh = [f for f in self._theirs.facts if f.key and not self._mine(f.key) and f.key not in self._rejected]
        for key in [fact.key for fact in self._page.facts if fact.key]:
            self._keep(key, fresh)
        for fact in fresh:
            self._bring(fact)
        return Merged(self._text(), self._rejected, self._new, self._changed)

    def _text(self) -> str:
        return "\n".join(self._page.lines) + "\n"

    def _mine(self, key: str | None) -> DraftFact | None:
        return next((fact for fact in self._page.facts if fact.key == key), None) if key else None

    def _take(self, text: str) -> None:
        self._page = read_page(self._file, text, Problems())

    # What the draft has already

    def _keep(self, key: str, fresh: list[DraftFact]) -> None:
        fact = self._mine(key)
        if fact is None:  # it went with its role
            return
        offered = self._offered.get(key)
        if offered is not None:
            self._move(fact, offered.get("quote"), offered.get("at"))
            self._doubt(key, offered.unsure)
            return
        if fact.review == "proposed" and key in self._extracted and not self._has_decided_facts(fact):
            self._take(edits.remove_fact(self._page, fact.path))
            return
        quote = fact.get("quote") or ""
        start = self._source.find(quote)
        if quote and start >= 0:
            self._move(fact, quote, place(start, start + len(quote)))
        elif fact.review != "rejected":
            self._show_change(fact, fresh)

    def _has_decided_facts(self, role: DraftFact) -> bool:
        inside = [f for f in self._page.facts if f.block == role.block and f is not role]
        return role.kind == "role" and any(f.review != "proposed" for f in inside)

    def _move(self, fact: DraftFact, quote: str | None, at: str | None) -> None:
        if (fact.get("quote"), fact.get("at"), fact.get("changed")) != (quote, at, None):
            self._take(edits.set_kept(self._page, fact.path, {"quote": quote, "at": at, "changed": None}))

    def _doubt(self, key: str, offered: tuple[str, ...]) -> None:
        """Name fields to look at twice, but for those that were named before: a person may have taken them out."""
        fact, named = self._mine(key), self._unsure.get(key, ())
        more = [name for name in offered if name not in named]
        if fact is None or fact.review != "proposed" or not set(more) - set(fact.unsure):
            return
        told = {*more, *fact.unsure}
        fields = [name for name in field_names(fact.kind) if name in told]
        self._take(edits.set_kept(self._page, fact.path, {"unsure": fields}))

    def _show_change(self, fact: DraftFact, fresh: list[DraftFact]) -> None:
        self._changed += 1
        now = next((new for new in fresh if self._alike(fact, new)), None)
        words = f"it now says {says(now)}" if now is not None else GONE
        self._take(edits.set_kept(self._page, fact.path, {"changed": words}))

    def _alike(self, old: DraftFact, new: DraftFact) -> bool:
        """Whether a new fact says another thing of the same matter."""
        if old.kind != new.kind:
            return False
        if old.kind in ("figure", "attribute"):
            role = self._theirs.role_of(new.heading)
            mine = self._page.role_of(old.heading)
            if role is None or mine is None or (role.key != mine.key and role.get("kind") != mine.get("kind")):
                return False
        if old.kind == "figure":
            return all(old.get(name) == new.get(name) for name in ("statistic", "attributed_to", "unit"))
        if old.kind == "poll":
            return old.get("statement") == new.get("statement")
        return old.kind == "attribute" and set(old.body.value) == set(new.body.value)

    # What is new

    def _bring(self, fact: DraftFact) -> None:
        if self._mine(fact.key):  # it came with its role
            return
        if fact.kind == "role":
            self._bring_heading(fact)
        elif fact.kind == "poll":
            self._bring_poll(fact)
        else:
            self._bring_into_role(fact)

    def _bring_heading(self, role: DraftFact) -> None:
        """A new role comes with its passages and all its facts, but for those that were rejected."""
        first, last = self._theirs.headings[role.heading].line, self._theirs.end_of(role.heading)
        lines = self._theirs.lines[first - 1 : last]
        section = next(h for h in reversed(self._theirs.headings[: role.heading + 1]) if h.level <= 2)
        for passage in self._theirs.under(role.heading):
            self._drop_prose(passage.text)
        self._take(additions.insert_role(self._page, section.title, "\n".join(lines)))
        for inside in [f for f in self._theirs.facts if f.block == role.block]:
            brought = self._mine(inside.key)
            if brought is not None and inside.key in self._rejected:
                self._take(edits.remove_fact(self._page, brought.path))
            else:
                self._new += brought is not None

    def _drop_prose(self, text: str) -> None:
        """Take out what was prose of a section before it turned out to speak of a role."""
        cited = {self._page.cited(fact) for fact in self._page.facts}
        for passage in self._page.passages:
            if passage.text == text and passage.anchor not in cited and self._page.role_of(passage.heading) is None:
                self._take(edits.rewrite(self._page, passage.path, "", repeats=False))
                return

    def _bring_into_role(self, fact: DraftFact) -> None:
        theirs = self._theirs.role_of(fact.heading)
        if theirs is None or theirs.key in self._rejected:
            return
        roles = [f for f in self._page.facts if f.kind == "role"]
        role = self._mine(theirs.key) or next((r for r in roles if r.get("kind") == theirs.get("kind")), None)
        if role is not None and role.review != "rejected":
            self._take(additions.bring_fact(self._page, role.path, fact.kind, plain(fact.body), self._passage_of(fact)))
            self._new += 1

    def _bring_poll(self, fact: DraftFact) -> None:
        title = self._theirs.headings[fact.heading].title
        self._take(additions.bring_poll(self._page, title, plain(fact.body), self._passage_of(fact)))
        self._new += 1

    def _passage_of(self, fact: DraftFact) -> str:
        passage = self._theirs.passage(self._theirs.cited(fact) or "")
        return passage.text if passage is not None else fact.get("quote") or ""
