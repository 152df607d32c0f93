"""Checks of figures and polls against the passages that state them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Callable, Dict, Optional

from knowledge import facts, spoken, written
from knowledge.checker import Checker, short
from knowledge.drafts import Draft

_APART = ", \u00a0\u2009\u202f"  # what may stand between thousands


class NumberChecks(Checker):
    """Every number is one figure or poll, in the words of the passage that it cites."""

    def run(self) -> None:
        """Check all figures, all polls, and all numbers in passages."""
        for figure in self._drafts.figures:
            self._check_figure(figure)
        for poll in self._drafts.polls:
            self._check_poll(poll)
        self._check_loose_numbers()

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
            self._add(
                figure,
                ends[0],
                f'"{ends[0]}" beside "amount"',
                "write amount for one number, or low and high for a range",
            )
        elif not record.given("amount") and not ends:
            self._add(
                figure,
                "statistic",
                "this figure has no number",
                'write "amount: 250000", or low and high',
            )
        elif low is None and high is None and not self._has_problem(figure, "amount", *ends):
            self._add(
                figure,
                (ends or ["amount"])[0],
                "a bound without a number",
                "write the number of at least one end",
            )
        elif low is not None and high is not None and low > high:
            self._add(
                figure, "low", f"low {low:,.10g} is more than high {high:,.10g}", "exchange them"
            )
        elif figure.fact.statistic == "range" and record.given("amount"):
            self._add(
                figure,
                "statistic",
                "a range with one amount",
                "write low and high, or another statistic",
            )

    def _has_problem(self, draft: Draft, *names: str) -> bool:
        lines = {draft.line_of(name) for name in names}
        return any(p.file == draft.record.file and p.line in lines for p in self._problems)

    def _check_as_written(self, figure: Draft, fact: facts.Figure) -> None:
        amounts = written.amounts(fact.as_written)
        ends = tuple(e for e in (fact.low, fact.high) if e is not None)
        expected = ends[:1] if len(set(ends)) == 1 else ends
        if fact.in_words:
            self._check_band(figure, fact)
        elif fact.high is None and expected and "+" in fact.as_written and amounts[:1] == expected:
            pass  # "$400-600+": at least the first of the two
        elif not amounts:
            self._add(
                figure,
                "as_written",
                f'"{fact.as_written}" holds no number',
                "write the amount as the source has it",
            )
        elif expected and amounts != expected:
            said, meant = (" to ".join(f"{a:,.10g}" for a in x) for x in (amounts, expected))
            self._add(
                figure,
                "as_written",
                f'"{fact.as_written}" says {said}, the figure {meant}',
                "write the same number in both",
            )
        unit = written.unit(fact.as_written)
        if unit and fact.unit and unit != fact.unit:
            self._add(
                figure,
                "unit",
                f'"{fact.as_written}" says {unit}, the unit is {fact.unit}',
                f'write "unit: {unit}"',
            )
        elif unit and fact.unit_basis == "inferred":
            self._add(
                figure,
                "unit_basis",
                f'"{fact.as_written}" states the unit',
                'write "unit_basis: stated"',
            )

    def _check_band(self, figure: Draft, fact: facts.Figure) -> None:
        """A band in words is shown as written; its ends are the widest that the words can mean."""
        ends = spoken.band(fact.as_written, fact.unit)
        if not spoken.is_one_band(fact.as_written):
            self._add(
                figure,
                "as_written",
                f'"{fact.as_written}" holds more than one amount',
                "write the words of one band, or say it all in the role's pay_note, without digits",
            )
        elif ends and (fact.low, fact.high) != ends:
            self._add(
                figure,
                "as_written",
                f'"{fact.as_written}" can mean {ends[0]:,.10g} to {ends[1]:,.10g}',
                f'write "low: {ends[0]:.10g}" and "high: {ends[1]:.10g}"; people are shown the words',
            )

    def _check_stated(
        self, draft: Draft, as_written: str, passage: Optional[facts.Passage]
    ) -> None:
        if passage and not written.occurs(as_written, passage.text) and not _said_in_words(draft.fact, passage.text):
            self._add(
                draft,
                "as_written",
                f'"{as_written}" is not in the passage "{short(passage.id)}"',
                "cite the passage that says it, or write it there as the source has it",
            )

    def _check_words(self, figure: Draft, fact: facts.Figure, passage: facts.Passage) -> None:
        text = passage.text.lower()
        if fact.statistic in ("average", "median") and not spoken.names_statistic(fact.statistic, text):
            self._add(
                figure,
                "statistic",
                f'the passage "{short(passage.id)}" does not say {fact.statistic}',
                "write the statistic that the source names, there and here",
            )
        if fact.attributed_to and fact.attributed_to.lower() not in text:
            self._add(
                figure,
                "attributed_to",
                f'the passage "{short(passage.id)}" does not name {fact.attributed_to}',
                "write there whose figure it is",
            )
        self._check_numbers_stated(figure, "qualifier", fact.qualifier, passage)

    def _check_poll(self, poll: Draft[facts.Poll]) -> None:
        fact = poll.fact
        passage = self._check_citation(poll, "passage", fact.passage_id)
        if fact.passage_id is None:
            self._add(
                poll,
                "passage",
                "this poll has no passage",
                "write the passage that states it under the same heading",
            )
        if fact.percent is not None and not 0 <= fact.percent <= 100:
            self._add(
                poll,
                "percent",
                f"{fact.percent:g} is not a percentage",
                "write a number from 0 to 100",
            )
        if fact.as_written:
            said = [number for _, number in written.percents(fact.as_written)]
            in_words = None if said else spoken.share(fact.as_written)
            if in_words is not None:
                if fact.percent is not None and not spoken.is_share(fact.as_written, fact.percent):
                    self._add(
                        poll,
                        "percent",
                        f'"{fact.as_written}" is {round(in_words, 1):g} percent, not {fact.percent:g}',
                        f'write "percent: {round(in_words, 1):g}"; people are shown the words',
                    )
            elif fact.percent is not None and said != [fact.percent]:
                self._add(
                    poll,
                    "as_written",
                    f'"{fact.as_written}" is not the percentage {fact.percent:g}',
                    f'write "{fact.percent:g}%" as the source has it',
                )
            self._check_stated(poll, fact.as_written, passage)
        for name in ("sample", "year"):
            number = getattr(fact, name)
            forms = () if number is None else (str(number), *(f"{number:,}".replace(",", mark) for mark in _APART))
            if forms and passage and not any(written.occurs(f, passage.text) for f in forms):
                self._add(
                    poll,
                    name,
                    f'the passage "{short(passage.id)}" does not say {number}',
                    f"write the {name} in the passage, or null",
                )

    def _check_loose_numbers(self) -> None:
        """A number that only the prose states could never be shown with its source."""
        amounts: Dict[str, set] = defaultdict(set)
        shares: Dict[str, set] = defaultdict(set)
        for figure in self._drafts.figures:
            amounts[figure.fact.passage_id].update(written.amounts(figure.fact.as_written or ""))
        for poll in self._drafts.polls:
            said = written.percents(poll.fact.as_written or "")
            shares[poll.fact.passage_id].update(number for _, number in said)
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
                    passage.record.file,
                    paragraph.line_of(re.split(r"\s", words)[0]),
                    f"this passage states {words}, but no figure or poll that cites it holds it",
                    f'write {what} with "passage: {short(fact.id)}"',
                )


def _said_in_words(fact: object, text: str) -> bool:
    """Whether a text says a band or share in words; whether they begin a sentence does not matter."""
    return getattr(fact, "in_words", False) and written.occurs(fact.as_written.lower(), text.lower())
