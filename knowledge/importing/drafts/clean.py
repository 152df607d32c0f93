"""The knowledge file of a draft: what was accepted, without what only the draft needs.

Every line of it knows the line of article.md that it was made from, so that the checker's problems can be
told where the maintainer sees them.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge import written
from knowledge.importing.drafts.page import DraftBlock, DraftFact, DraftPage, DraftPassage
from knowledge.importing.drafts.values import KEPT_ASIDE
from knowledge.importing.drafts.yaml_text import Line, mapping_lines
from knowledge.located_yaml import Located

_FLOW = ("attributes",)


@dataclass(frozen=True)
class Clean:
    """A knowledge file. `lines[n]` is the line of article.md that line n + 1 was made from."""

    text: str
    lines: tuple[int, ...]
    left_out: tuple[DraftPassage, ...]  # passages that nothing accepted needs

    def source_line(self, line: int) -> int:
        return self.lines[min(max(line, 1), len(self.lines)) - 1] if self.lines else 1


def clean(page: DraftPage, *, proposed: bool = False) -> Clean:
    """Make the knowledge file.

    Args:
        page: The draft's article.
        proposed: Take what is not decided yet as accepted; else it is left out.
    """
    maker = _Maker(page, ("accepted", "proposed") if proposed else ("accepted",))
    made = _single_spaced(maker.lines())
    text = "".join(f"{line}\n" for line, _ in made)
    return Clean(text, tuple(line for _, line in made), tuple(maker.left_out))


class _Maker:
    """Decides what stays, and writes it."""

    def __init__(self, page: DraftPage, reviews: tuple[str, ...]) -> None:
        self._page, self._reviews = page, reviews
        self._facts = {fact.path: fact for fact in page.facts}
        self._roles = {f.heading: f for f in page.facts if f.kind == "role"}
        self._kept_blocks = {number for number in range(len(page.blocks)) if self._block_stays(number)}
        self._cited = self._cited_anchors()
        self.left_out = [p for p in page.passages if not self._passage_stays(p)]

    def lines(self) -> list[Line]:
        page = self._page
        gone = {line for passage in self.left_out for line in range(passage.first, passage.last + 1)}
        gone |= {passage.mark for passage in page.passages if passage.mark}
        gone |= self._empty_headings()
        starts = {block.first: number for number, block in enumerate(page.blocks)}
        made: list[Line] = []
        line = 1
        while line <= len(page.lines):
            number = starts.get(line)
            if number is not None:
                block = page.blocks[number]
                made += self._block_lines(number, block) if number in self._kept_blocks else []
                line = block.last
            elif line not in gone:
                made.append((page.lines[line - 1].rstrip(), line))
            line += 1
        return made

    # What stays

    def _stays(self, fact: DraftFact) -> bool:
        return fact.review in self._reviews

    def _block_stays(self, number: int) -> bool:
        fact = self._facts.get(f"b/{number}")
        return fact is None or self._stays(fact)

    def _kept_facts(self) -> list[DraftFact]:
        return [f for f in self._page.facts if f.block in self._kept_blocks and self._stays(f)]

    def _cited_anchors(self) -> set[str]:
        cited: set[str] = set()
        for fact in self._kept_facts():
            if fact.kind == "driver":
                named = fact.body.value.get("passages")
                listed = named.value if named is not None and isinstance(named.value, list) else []
                cited.update(str(entry.value) for entry in listed)
            anchor = fact.get("pay_note_passage") if fact.kind == "role" else self._page.cited(fact)
            if anchor:
                cited.add(anchor)
        return cited

    def _passage_stays(self, passage: DraftPassage) -> bool:
        if passage.anchor in self._cited:
            return True
        role = self._roles.get(passage.heading)
        if role is not None and role.block not in self._kept_blocks:
            own = self._page.rights in ("own", "licensed")
            return own and not written.money(passage.text) and not written.percents(passage.text)
        if not passage.rewrite:
            return True
        return role is not None and self._only_hope(passage)

    def _only_hope(self, passage: DraftPassage) -> bool:
        """Whether a role that stays would have no passage without this one."""
        others = self._page.under(passage.heading)
        return passage is others[0] and not any(o.anchor in self._cited or not o.rewrite for o in others)

    def _empty_headings(self) -> set[int]:
        """Lines of headings under which nothing stays; a section stays for the roles in it."""
        page = self._page
        full = {p.heading for p in page.passages if p not in self.left_out}
        full |= {page.blocks[number].heading for number in self._kept_blocks}
        section = -1
        for number, heading in enumerate(page.headings):
            section = number if heading.level <= 2 else section
            if number in full and section >= 0:
                full.add(section)
        return {heading.line for number, heading in enumerate(page.headings) if number not in full}

    # How it is written

    def _block_lines(self, number: int, block: DraftBlock) -> list[Line]:
        if not isinstance(block.body.value, dict):
            return [(self._page.lines[n - 1], n) for n in range(block.first, block.last + 1)]
        body = self._without(block.body, f"b/{number}")
        inner = mapping_lines(body, flow_keys=_FLOW)
        return [(f"```yaml {block.name}", block.first), *inner, ("```", block.last)]

    def _without(self, body: Located, path: str) -> Located:
        """A mapping without what only the draft needs, and without facts that do not stay."""
        values: dict[str, Located] = {}
        for key, entry in body.value.items():
            if key in KEPT_ASIDE:
                continue
            values[key] = self._list(entry, f"{path}/{key}") if key in ("figures", "attributes") else entry
        return Located(values, body.line, key_lines=body.key_lines)

    def _list(self, entry: Located, path: str) -> Located:
        if not isinstance(entry.value, list):
            return entry
        items = []
        for number, item in enumerate(entry.value):
            fact = self._facts.get(f"{path}/{number}")
            if fact is None:
                items.append(item)
            elif self._stays(fact):
                items.append(self._without(item, fact.path))
        return Located(items, entry.line)


def _single_spaced(lines: list[Line]) -> list[Line]:
    """The lines without two blank ones in a row, and without blank ones at the end."""
    made: list[Line] = []
    for line in lines:
        if line[0].strip() or (made and made[-1][0].strip()):
            made.append(line)
    while made and not made[-1][0].strip():
        made.pop()
    return made
