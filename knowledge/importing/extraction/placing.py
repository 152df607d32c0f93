"""Amounts in running text: each becomes a figure of the role whose sentence it stands in, or stays unplaced."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.importing.extracted import ExtractedFigure, Unplaced
from knowledge.importing.extraction.amounts import Amount, find_amounts
from knowledge.importing.extraction.asides import ASIDE, is_aside
from knowledge.importing.extraction.attribution import OTHER_VOICE, continues, distant_source
from knowledge.importing.extraction.claims import Claim, Page
from knowledge.importing.extraction.evidence import (
    NOTHING_SAYS,
    Verdict,
    around,
    inferred_unit,
    judge,
    plausible,
    says_pay_beside,
)
from knowledge.importing.extraction.figures import figure, stated_unit, statistic_of, unit_of
from knowledge.importing.extraction.labels import only_amount
from knowledge.importing.extraction.merging import RoleGroup
from knowledge.importing.extraction.outline import Section
from knowledge.importing.extraction.owning import other_job
from knowledge.importing.extraction.places import label_place, place_of
from knowledge.importing.extraction.practice import speaks_of_practice
from knowledge.importing.extraction.qualifiers import qualifier_below, qualifier_of
from knowledge.importing.extraction.rules import (
    PIECES,
    Rule,
    place_by_rule,
    rule_for,
    source_by_rule,
    statistic_by_rule,
)
from knowledge.importing.extraction.sentences import Sentence
from knowledge.importing.extraction.sources import source_of
from knowledge.importing.extraction.standing import (
    after_line_before,
    follows_name,
    headings_over,
    is_labelled,
    label_of,
    lead_of,
    nearest_named,
    questions_before,
)
from knowledge.importing.extraction.tables import NO_UNIT
from knowledge.importing.extraction.whereabouts import place_around

_ONCE = re.compile(r"\b(?:retainer|deposit|flat|minimum|one-time|once)\b", re.IGNORECASE)
_LOOSE = ("verb", "subject", "mention", "again")
_SOMEBODY = re.compile(r"(?:an?|another|one|someone|somebody)\s(?:[\w-]+\s){0,3}?who\s", re.IGNORECASE)
_LAST = 6  # figures of a role that are looked back at
_MOST = 25  # amounts of one sentence that are looked at
NO_ROLE = "no role that it could belong to"
ANOTHER_JOB = "said of another job"
_UNOWNED = 0.5  # confidence in the pay of a role that no rule finds


class Placing:
    """Places the amounts of one document; keeps what it places and what it cannot."""

    def __init__(
        self, page: Page, claims: list[Claim], groups: list[RoleGroup], not_sources: frozenset[str],
        rules: list[Rule], sections: dict[int, Section],
    ) -> None:  # fmt: skip
        self._page, self._not_sources, self._rules, self._sections = page, not_sources, rules, sections
        self._group_of = {id(claim): group for group in groups for claim in group.claims}
        self._owners: dict[int, list[Claim]] = {}
        for claim in claims:
            for index in claim.sentences:
                self._owners.setdefault(index, []).append(claim)
        self.figures: dict[int, list[ExtractedFigure]] = {}
        self.unplaced: list[Unplaced] = []

    def place(self, sentence: Sentence) -> None:
        """Place every amount of a sentence that is no table row."""
        amounts = self._amounts(sentence)
        if len(amounts) > _MOST:
            written = sentence.text[amounts[0].start : amounts[0].end]
            self.unplaced.append(Unplaced(written, f"the first of {len(amounts)} amounts in a row", sentence.quote))
            return
        block = self._page.document.blocks[sentence.block]
        headings = headings_over(self._page, self._sections.get(sentence.block)) if amounts else []
        aside = bool(amounts) and is_aside(block.text, headings[0] if headings else "")
        for amount in amounts:
            if aside:
                self.unplaced.append(Unplaced(sentence.text[amount.start : amount.end], ASIDE, sentence.quote))
                continue
            claim = self._owner(sentence, amount)
            if claim is not None and sentence.first:
                amount = after_line_before(self._page, sentence, amount, claim)
            verdict = self._judge(sentence, amount, claim)
            made = self._figure(sentence, amount, claim, verdict) if verdict.is_pay and claim else None
            if made is not None and claim is not None:
                self.figures.setdefault(id(self._group_of[id(claim)]), []).append(made)
                continue
            why = verdict.why or (NO_ROLE if claim is None else NO_UNIT)
            may_be = self._unowned(sentence, amount) if why in (NO_ROLE, NOTHING_SAYS, ANOTHER_JOB) else None
            self.unplaced.append(Unplaced(sentence.text[amount.start : amount.end], why, sentence.quote, may_be))

    def _amounts(self, sentence: Sentence) -> tuple[Amount, ...]:
        """The amounts of a sentence in the money that is meant there."""
        if not find_amounts(sentence.text):
            return ()
        headings = headings_over(self._page, self._sections.get(sentence.block))
        return find_amounts(sentence.text, currency=self._page.money.meant(sentence.text, headings))

    def _owner(self, sentence: Sentence, amount: Amount) -> Claim | None:
        owners = self._owners.get(sentence.index, [])
        lead = self._lead(sentence, amount)[1] if not owners or amount.start <= 3 else None
        if lead is not None:  # "Base pay by experience:" over a list
            owners = self._owners.get(lead, []) or owners
        return nearest_named(owners, sentence.text, amount, self._page.known)

    def _judge(self, sentence: Sentence, amount: Amount, claim: Claim | None) -> Verdict:
        text = sentence.text
        near = around(text, amount)
        label, lead = self._label(sentence, amount, claim)
        labelled = is_labelled(self._page, sentence, label) or bool(lead)
        alone = only_amount(self._page.document.blocks[sentence.block].text) is not None
        alone = alone or follows_name(self._page, sentence, amount, claim)
        others = tuple(other for other in self._amounts(sentence) if other.start != amount.start)
        unit = self._unit(sentence, amount, f"{label} {lead}")
        verdict = judge(text, amount, unit, labelled, alone, claim is not None, others)
        if verdict.why == NOTHING_SAYS and claim is not None and self._has_like(sentence, amount, claim):
            verdict = Verdict(True, 0.68)
        asked = questions_before(self._page, sentence) if len(near.before.split()) < 4 else []
        if verdict.is_pay and any(map(speaks_of_practice, asked)):
            return Verdict(False, 0.8, "asked for what somebody earned before")
        if verdict.is_pay and claim is not None and claim.how in _LOOSE and _SOMEBODY.match(near.before.lstrip()):
            return Verdict(False, 0.7, "said of somebody else")
        if verdict.is_pay and claim is not None:
            group = self._group_of[id(claim)]
            if other_job(self._page, near.before, {group.kind} if group.kind else set(), group.titles):
                return Verdict(False, 0.7, ANOTHER_JOB)
        return verdict

    def _lead(self, sentence: Sentence, amount: Amount) -> tuple[str, int | None]:
        headings = headings_over(self._page, self._sections.get(sentence.block))
        return lead_of(self._page, sentence, amount, headings[0] if headings else "")

    def _label(self, sentence: Sentence, amount: Amount, claim: Claim | None) -> tuple[str, str]:
        """The label of an amount, and the line that announces it, "" where there is none."""
        return label_of(self._page, sentence, amount, claim), self._lead(sentence, amount)[0]

    def _unit(self, sentence: Sentence, amount: Amount, label: str) -> str | None:
        """The stated unit, or that of the amount before it: "$104 an hour; one large plan advertised $118"."""
        stated = stated_unit(around(sentence.text, amount), amount, label) or self._piece(sentence, amount)
        before = [other for other in self._amounts(sentence) if other.end <= amount.start]
        if stated or not before or amount.odd_unit or _ONCE.search(sentence.text, before[-1].end, amount.start):
            return stated
        if before[-1].currency != amount.currency:
            return stated
        unit = stated_unit(around(sentence.text, before[-1]), before[-1], label)
        return unit if 0.25 <= amount.largest / before[-1].largest <= 4 else None

    def _piece(self, sentence: Sentence, amount: Amount) -> str | None:
        """What the section says is paid for, where that is no time: "Core labs pay by the study"."""
        unit = rule_for(self._rules, self._sections.get(sentence.block), "unit")
        return unit if unit in PIECES and not amount.odd_unit and plausible(amount, unit) else None

    def _unit_of_role(self, sentence: Sentence, amount: Amount, claim: Claim) -> tuple[str, str] | None:
        """ "$478/hr for review. A few stars get $1,000+.": the unit of the role's figure before it in the block."""
        start = self._page.document.blocks[sentence.block].start
        before = [f for f in self.figures.get(id(self._group_of[id(claim)]), [])[-_LAST:] if f.quote.start >= start]
        if not before or amount.odd_unit or _ONCE.search(sentence.text) or before[-1].currency != amount.currency:
            return None
        largest = max(bound for bound in (before[-1].low, before[-1].high) if bound is not None)
        return (before[-1].unit, "stated") if 0.4 <= amount.largest / largest <= 2.5 else None

    def _has_like(self, sentence: Sentence, amount: Amount, claim: Claim) -> bool:
        """Whether pay of like size stands right before it: "Median $262,500; in California $281,000"."""
        if not amount.signed:
            return False
        if inferred_unit(amount) is None:  # "$700 an hour for review. My cousin gets $850."
            beside = says_pay_beside(around(sentence.text, amount))
            return beside and self._unit_of_role(sentence, amount, claim) is not None
        if rule_for(self._rules, self._sections.get(sentence.block), "unit") == "year" and claim.how == "heading":
            return True
        before = self._page.sentences[max(0, sentence.index - 2)]
        return any(
            one.quote.start >= before.start and one.unit == "year" and one.currency == amount.currency
            and 0.4 <= amount.largest / max(bound for bound in (one.low, one.high) if bound) <= 2.5
            for one in self.figures.get(id(self._group_of[id(claim)]), [])[-_LAST:]
        )  # fmt: skip

    def _figure(self, sentence: Sentence, amount: Amount, claim: Claim, verdict: Verdict) -> ExtractedFigure | None:
        text, (label, lead) = sentence.text, self._label(sentence, amount, claim)
        section = self._sections.get(sentence.block)
        unit = unit_of(self._unit(sentence, amount, f"{label} {lead}"), amount, rule_for(self._rules, section, "unit"))
        unit = unit or self._unit_of_role(sentence, amount, claim)
        if unit is None:
            return None
        titles = self._group_of[id(claim)].titles
        place = self._place(sentence, amount, claim, label)
        others = [a.start for a in self._amounts(sentence) if a.start != amount.start]
        source = source_of(text, amount.start, amount.end, others, self._not_sources)
        qualifier = qualifier_of(text, amount, titles, place)
        qualifier = qualifier or qualifier_below(self._page, claim, sentence)
        announced = label if claim.how == "number" else lead
        if source is None and announced:
            source = source_of(announced, 0, 0, [], self._not_sources)
        if source is None and not OTHER_VOICE.search(text):
            source = distant_source(self._page, claim, sentence.index, self._not_sources, place)
        statistic = None
        if continues(text):  # "For testimony in court it was $3,800 per day": what it was, the sentence before says
            statistic = self._statistic_before(sentence, claim)
        if source is None:
            what = statistic or statistic_of(around(text, amount), amount)
            source = source_by_rule(self._rules, section, unit[0], what, text, amount.start)
        if not OTHER_VOICE.search(text):
            statistic = statistic or statistic_by_rule(self._rules, section, text, amount, unit[0])
        place = self._place(sentence, amount, claim, label, source is not None)
        place = place or place_by_rule(self._rules, section, amount.currency)
        confidence = min(verdict.confidence, 0.5 + claim.confidence / 2)
        return figure(
            text, sentence.quote, amount, unit, confidence, label=f"{label} {lead}",
            attributed_to=source, statistic=statistic, qualifier=qualifier, geography=place,
        )  # fmt: skip

    def _unowned(self, sentence: Sentence, amount: Amount) -> ExtractedFigure | None:
        """The figure that an amount would be if it were the pay of a role; None where no unit can be told."""
        text, (label, lead) = sentence.text, self._label(sentence, amount, None)
        section = self._sections.get(sentence.block)
        unit = unit_of(self._unit(sentence, amount, f"{label} {lead}"), amount, rule_for(self._rules, section, "unit"))
        if unit is None or not plausible(amount, unit[0]):
            return None
        others = [a.start for a in self._amounts(sentence) if a.start != amount.start]
        place = place_of(text, amount.start, amount.end) or label_place(label)
        return figure(
            text, sentence.quote, amount, unit, _UNOWNED, label=f"{label} {lead}",
            attributed_to=source_of(text, amount.start, amount.end, others, self._not_sources),
            qualifier=qualifier_of(text, amount, (), place),
            geography=place or place_by_rule(self._rules, section, amount.currency),
        )  # fmt: skip

    def by_rule(self, one: ExtractedFigure, block: int) -> ExtractedFigure:
        """A figure of a table row with what the text around says once of all its figures."""
        section = self._sections.get(block)
        unit, base = rule_for(self._rules, section, "unit"), rule_for(self._rules, section, "base")
        return replace(
            one,
            attributed_to=one.attributed_to or source_by_rule(self._rules, section, one.unit, one.statistic, "", 0),
            geography=one.geography or place_by_rule(self._rules, section, one.currency),
            qualifier=one.qualifier or (base if one.unit in ("year", "month") else None),
            unit_basis="stated" if unit == one.unit else one.unit_basis,
        )

    def _statistic_before(self, sentence: Sentence, claim: Claim) -> str | None:
        earlier = [f for f in self.figures.get(id(self._group_of[id(claim)]), []) if f.quote.end <= sentence.start]
        return earlier[-1].statistic if earlier and earlier[-1].statistic in ("average", "median") else None

    def _place(self, sentence: Sentence, amount: Amount, claim: Claim, label: str, sourced: bool = False) -> str | None:
        section = self._sections.get(sentence.block)
        found = place_of(sentence.text, amount.start, amount.end) or label_place(label)
        return found or place_around(self._page, claim, sentence, section, amount.currency, sourced)
