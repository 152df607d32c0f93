"""What must hold between the facts of the knowledge files.

`fields.py` has looked at each value alone; here they are compared: ids with each other,
citations with passages, figures and polls with the words that state them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Callable, Dict, List, Optional, Sequence, Tuple

from knowledge import facts, written
from knowledge.drafts import Draft, Drafts, read_drafts
from knowledge.problems import Problem, Problems, shown_path, suggestion

try:
    from knowledge.language.specialties import SPECIALTIES
except ModuleNotFoundError:  # the table is on its way
    SPECIALTIES = dict.fromkeys(("cardiology", "rheumatology", "oncology"))

SUMMARY_LENGTH = 140


def check(folder: Path, roles_file: Path) -> List[Problem]:
    """Every problem of the knowledge files, by file and line; none means that they load."""
    return read_checked(folder, roles_file)[1]


def read_checked(folder: Path, roles_file: Path) -> Tuple[Drafts, List[Problem]]:
    """The drafts of all files together with all their problems."""
    problems = Problems()
    drafts = read_drafts(folder, roles_file, problems)
    _Checks(drafts, problems).run()
    return drafts, problems.in_order()


class _Checks:
    """The checks of one reading; each method looks at one kind of mistake."""

    def __init__(self, drafts: Drafts, problems: Problems) -> None:
        self._drafts, self._problems = drafts, problems
        self._passages = {d.fact.id: d.fact for d in drafts.passages}

    def run(self) -> None:
        self._check_ids()
        for article in self._drafts.articles:
            self._check_article(article)
        for role in self._drafts.roles:
            self._check_role(role)
        for attribute in self._drafts.attributes:
            self._check_citation(attribute, "passage", attribute.fact.passage_id)
        for figure in self._drafts.figures:
            self._check_figure(figure)
        for poll in self._drafts.polls:
            self._check_poll(poll)
        for driver in self._drafts.drivers:
            self._check_driver(driver)
        for section in self._drafts.sections:
            self._check_notice(section)
        self._check_kinds()
        self._check_loose_numbers()

    def _add(self, draft: Draft, name: str, what: str, instead: str) -> None:
        self._problems.add(draft.record.file, draft.line_of(name), what, instead)

    # Ids

    def _check_ids(self) -> None:
        for file, headings in self._drafts.headings.items():
            self._check_headings(file, headings)
        for name, drafts in (
            ("article", self._drafts.articles), ("passage", self._drafts.passages),
            ("role", self._drafts.roles), ("poll", self._drafts.polls),
            ("driver", self._drafts.drivers), ("kind of work", self._drafts.kinds),
        ):
            self._check_unique(name, drafts)

    def _check_unique(self, name: str, drafts: Sequence[Draft]) -> None:
        first: Dict[str, Draft] = {}
        for draft in drafts:
            other = first.setdefault(draft.fact.id, draft)
            if draft.fact.id is None or other is draft:
                continue
            place = f"{shown_path(other.record.file)}:{other.line_of('id')}"
            self._add(draft, "id", f'the {name} "{_short(draft.fact.id)}" is already in {place}',
                      "give one of them another name")

    def _check_headings(self, file: Path, headings: tuple) -> None:
        first: Dict[str, int] = {}
        for heading in headings:
            line = first.setdefault(heading.anchor, heading.line)
            if line != heading.line:
                self._problems.add(
                    file, heading.line,
                    f'the heading "{heading.anchor}" is already in line {line}',
                    "give one of them another anchor",
                )
            elif heading.level > 2 and not heading.paragraphs and not heading.blocks:
                self._problems.add(
                    file, heading.line, "there is nothing under this heading",
                    "write a passage or take the heading out",
                )

    def _check_article(self, article: Draft[facts.Article]) -> None:
        fact, stem = article.fact, article.record.file.stem
        if fact.id and fact.id != stem:
            self._add(article, "id", f'the id "{fact.id}" is not the name of the file',
                      f'write "id: {stem}" or rename the file to {fact.id}.md')
        if fact.published and fact.accessed and fact.published > fact.accessed:
            self._add(article, "accessed", "the article was read before it was published",
                      "correct one of the two dates")
        for specialty in fact.specialties or ():
            if specialty not in SPECIALTIES:
                self._add(article, "specialties", f'unknown specialty "{specialty}"',
                          suggestion(specialty, SPECIALTIES))
        if not any(p.fact.article_id == fact.id for p in self._drafts.passages):
            self._add(article, "id", "the article has no passage", "write one under a ## heading")

    # Citations

    def _check_citation(
        self, draft: Draft, name: str, passage_id: Optional[str]
    ) -> Optional[facts.Passage]:
        if passage_id is None:
            return None  # a role or a heading without passages has its own problem
        passage = self._passages.get(passage_id)
        if passage is None:
            anchor = _short(passage_id)
            self._add(draft, name, f'there is no passage "{anchor}" in this article',
                      self._anchor_hint(passage_id))
        return passage

    def _anchor_hint(self, passage_id: str) -> str:
        article, anchor = passage_id.split("#", 1)
        near = suggestion(anchor, [_short(p) for p in self._passages if p.startswith(f"{article}#")])
        if near.startswith("did you mean"):
            return near
        return f"write {{#{anchor}}} at the end of the passage that states it"

    # Roles

    def _check_role(self, role: Draft[facts.Role]) -> None:
        fact = role.fact
        kinds = [k.fact.id for k in self._drafts.kinds if k.fact.id]
        if fact.kind and fact.kind not in kinds:
            self._add(role, "kind", f'unknown kind of work "{fact.kind}"',
                      suggestion(fact.kind, kinds, "add it to roles.yml or write one of "))
        if not fact.passage_ids:
            self._add(role, "kind", "this role has no passage",
                      "write one between its heading and this block")
        self._check_number_free(role, "summary", fact.summary)
        if fact.summary and len(fact.summary) > SUMMARY_LENGTH:
            self._add(role, "summary", f"the summary has {len(fact.summary)} characters",
                      f"write at most {SUMMARY_LENGTH}")
        named = set()
        for attribute in fact.attributes:
            if (attribute.name, attribute.value) in named and attribute.value:
                self._add(role, "attributes", f"{attribute.name}: {attribute.value} is given twice",
                          "keep the one with the better passage")
            named.add((attribute.name, attribute.value))
        if fact.pay_note_passage_id and not fact.pay_note:
            self._add(role, "pay_note_passage", "a passage for a pay note that is not there",
                      "write the pay_note or take this out")
        passage = self._check_citation(role, "pay_note_passage", fact.pay_note_passage_id)
        self._check_numbers_stated(role, "pay_note", fact.pay_note, passage)

    def _check_number_free(self, draft: Draft, name: str, text: Optional[str]) -> None:
        found = written.numbers(text or "")
        if found:
            self._add(draft, name, f"a number in the {name}: {found[0]}",
                      "say it in words without the number; numbers belong in figures and polls")

    def _check_numbers_stated(
        self, draft: Draft, name: str, text: Optional[str], passage: Optional[facts.Passage]
    ) -> None:
        for number in written.numbers(text or ""):
            if passage and not written.occurs(number, passage.text):
                self._add(draft, name,
                          f'"{name}" says {number}, the passage "{_short(passage.id)}" does not',
                          "take the number out or cite the passage that says it")

    def _check_driver(self, driver: Draft[facts.Driver]) -> None:
        self._check_number_free(driver, "summary", driver.fact.summary)
        if not driver.fact.passage_ids:
            self._add(driver, "passages", "this driver has no passage",
                      "write its passage under the same heading")
        for passage_id in driver.fact.passage_ids:
            self._check_citation(driver, "passages", passage_id)
        polls = [p.fact.id for p in self._drafts.polls if p.fact.id]
        own = [_short(p) for p in polls if p.startswith(f"{driver.fact.article_id}#")]
        for poll_id in driver.fact.poll_ids:
            if poll_id not in polls:
                self._add(driver, "polls", f'there is no poll "{_short(poll_id)}" in this article',
                          suggestion(_short(poll_id), own))

    def _check_notice(self, section: Draft[facts.Section]) -> None:
        self._check_number_free(section, "notice", section.fact.notice)

    # Figures

    def _check_figure(self, figure: Draft[facts.Figure]) -> None:
        self._check_bounds(figure)
        passage = self._check_citation(figure, "passage", figure.fact.passage_id)
        if figure.fact.as_written:
            self._check_as_written(figure, figure.fact)
            self._check_stated(figure, figure.fact.as_written, passage)
        if passage:
            self._check_words(figure, figure.fact, passage)

    def _check_bounds(self, figure: Draft[facts.Figure]) -> None:
        record, low, high = figure.record, figure.fact.low, figure.fact.high
        ends = [name for name in ("low", "high") if record.given(name)]
        if record.given("amount") and ends:
            self._add(figure, ends[0], f'"{ends[0]}" beside "amount"',
                      "write amount for one number, or low and high for a range")
        elif not record.given("amount") and not ends:
            self._add(figure, "statistic", "this figure has no number",
                      'write "amount: 250000", or low and high')
        elif low is None and high is None and not self._has_problem(figure, "amount", *ends):
            self._add(figure, (ends or ["amount"])[0], "a bound without a number",
                      "write the number of at least one end")
        elif low is not None and high is not None and low > high:
            self._add(figure, "low", f"low {low:,.10g} is more than high {high:,.10g}",
                      "exchange them")
        elif figure.fact.statistic == "range" and record.given("amount"):
            self._add(figure, "statistic", "a range with one amount",
                      "write low and high, or another statistic")

    def _has_problem(self, draft: Draft, *names: str) -> bool:
        lines = {draft.line_of(name) for name in names}
        return any(p.file == draft.record.file and p.line in lines for p in self._problems)

    def _check_as_written(self, figure: Draft, fact: facts.Figure) -> None:
        amounts = written.amounts(fact.as_written)
        ends = tuple(e for e in (fact.low, fact.high) if e is not None)
        expected = ends[:1] if len(set(ends)) == 1 else ends
        if not amounts:
            self._add(figure, "as_written", f'"{fact.as_written}" holds no number',
                      "write the amount as the source has it")
        elif expected and amounts != expected:
            said, meant = (" to ".join(f"{a:,.10g}" for a in x) for x in (amounts, expected))
            self._add(figure, "as_written", f'"{fact.as_written}" says {said}, the figure {meant}',
                      "write the same number in both")
        unit = written.unit(fact.as_written)
        if unit and fact.unit and unit != fact.unit:
            self._add(figure, "unit", f'"{fact.as_written}" says {unit}, the unit is {fact.unit}',
                      f'write "unit: {unit}"')
        elif unit and fact.unit_basis == "inferred":
            self._add(figure, "unit_basis", f'"{fact.as_written}" states the unit',
                      'write "unit_basis: stated"')

    def _check_stated(
        self, draft: Draft, as_written: str, passage: Optional[facts.Passage]
    ) -> None:
        if passage and not written.occurs(as_written, passage.text):
            self._add(draft, "as_written",
                      f'"{as_written}" is not in the passage "{_short(passage.id)}"',
                      "cite the passage that says it, or write it there as the source has it")

    def _check_words(self, figure: Draft, fact: facts.Figure, passage: facts.Passage) -> None:
        text = passage.text.lower()
        if fact.statistic in ("average", "median") and fact.statistic not in text:
            self._add(figure, "statistic",
                      f'the passage "{_short(passage.id)}" does not say {fact.statistic}',
                      "write the statistic that the source names, there and here")
        if fact.attributed_to and fact.attributed_to.lower() not in text:
            self._add(figure, "attributed_to",
                      f'the passage "{_short(passage.id)}" does not name {fact.attributed_to}',
                      "write there whose figure it is")
        self._check_numbers_stated(figure, "qualifier", fact.qualifier, passage)

    # Polls

    def _check_poll(self, poll: Draft[facts.Poll]) -> None:
        fact = poll.fact
        passage = self._check_citation(poll, "passage", fact.passage_id)
        if fact.passage_id is None:
            self._add(poll, "passage", "this poll has no passage",
                      "write the passage that states it under the same heading")
        if fact.percent is not None and not 0 <= fact.percent <= 100:
            self._add(poll, "percent", f"{fact.percent:g} is not a percentage",
                      "write a number from 0 to 100")
        if fact.as_written:
            said = [number for _, number in written.percents(fact.as_written)]
            if fact.percent is not None and said != [fact.percent]:
                self._add(poll, "as_written",
                          f'"{fact.as_written}" is not the percentage {fact.percent:g}',
                          f'write "{fact.percent:g}%" as the source has it')
            self._check_stated(poll, fact.as_written, passage)
        for name in ("sample", "year"):
            number = getattr(fact, name)
            forms = () if number is None else (str(number), f"{number:,}")
            if forms and passage and not any(written.occurs(f, passage.text) for f in forms):
                self._add(poll, name, f'the passage "{_short(passage.id)}" does not say {number}',
                          f"write the {name} in the passage, or null")

    # Kinds of work

    def _check_kinds(self) -> None:
        ids = [k.fact.id for k in self._drafts.kinds if k.fact.id]
        owners: Dict[str, Draft[facts.RoleKind]] = {}
        for kind in self._drafts.kinds:
            fact = kind.fact
            for name in {n.lower(): n for n in (fact.title or "", *(fact.names or ())) if n}:
                owner = owners.setdefault(name, kind)
                if owner is not kind:
                    self._add(kind, "names",
                              f'the name "{name}" already belongs to "{owner.fact.id}"',
                              "leave it to one of the two")
            for other in fact.related or ():
                if other not in ids or other == fact.id:
                    self._add(kind, "related", f'"{other}" is no other kind of work',
                              suggestion(other, [i for i in ids if i != fact.id]))

    # Numbers that nothing holds

    def _check_loose_numbers(self) -> None:
        """A number that only the prose states could never be shown with its source."""
        amounts: Dict[str, set] = defaultdict(set)
        shares: Dict[str, set] = defaultdict(set)
        for figure in self._drafts.figures:
            amounts[figure.fact.passage_id].update((figure.fact.low, figure.fact.high))
        for poll in self._drafts.polls:
            shares[poll.fact.passage_id].add(poll.fact.percent)
        for passage in self._drafts.passages:
            self._check_loose(passage, written.money, amounts, "a figure")
            self._check_loose(passage, written.percents, shares, "a poll")

    def _check_loose(
        self, passage: Draft[facts.Passage], find: Callable, held: Dict[str, set], what: str
    ) -> None:
        fact, paragraph = passage.fact, passage.paragraph
        for words, number in find(fact.text):
            if number not in held[fact.id] and paragraph:
                self._problems.add(
                    passage.record.file, paragraph.line_of(re.split(r"\s", words)[0]),
                    f"this passage states {words}, but no figure or poll that cites it holds it",
                    f'write {what} with "passage: {_short(fact.id)}"',
                )


def _short(fact_id: str) -> str:
    """The part of an id that is written in the file."""
    return fact_id.split("#", 1)[-1]
