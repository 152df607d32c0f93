"""Amounts in running text: each becomes a figure of the role whose sentence it stands in, or stays unplaced."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.importing.extracted import ExtractedFigure, Unplaced
from knowledge.importing.extraction.amounts import Amount, find_amounts
from knowledge.importing.extraction.asides import ASIDE, is_aside
from knowledge.importing.extraction.attribution import continues, distant_source
from knowledge.importing.extraction.bounds import after_words
from knowledge.importing.extraction.claims import Claim, Page
from knowledge.importing.extraction.evidence import (
    NOTHING_SAYS,
    Verdict,
    around,
    asks_of_practice,
    inferred_unit,
    judge,
    plausible,
)
from knowledge.importing.extraction.figures import currency_note, figure, stated_unit, unit_of
from knowledge.importing.extraction.known import name_key
from knowledge.importing.extraction.labels import colon_label, is_finished, labels_of, only_amount
from knowledge.importing.extraction.merging import RoleGroup
from knowledge.importing.extraction.outline import Section
from knowledge.importing.extraction.owning import other_job
from knowledge.importing.extraction.pay_labels import is_pay_label, says_no_pay, says_pay
from knowledge.importing.extraction.places import label_place, place_of
from knowledge.importing.extraction.qualifiers import later_qualifier, qualifier_of
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
from knowledge.importing.extraction.whereabouts import place_around

_OTHER_VOICE = re.compile(
    r"\b(?:recruiters?|colleagues?|friends?|readers?|members?|i|my|me|she|he|we spoke)\b[^.;]*?"
    r"\b(?:quoted|told|said|says|offered|charge[sd]?|gets?|got|makes?|made|earns?|earned)\b",
    re.IGNORECASE,
)
_ONCE = re.compile(r"\b(?:retainer|deposit|flat|minimum|one-time|once)\b", re.IGNORECASE)
_LOOSE = ("verb", "subject", "mention", "again")
_SOMEBODY = re.compile(r"(?:an?|another|one|someone|somebody)\s(?:[\w-]+\s){0,3}?who\s", re.IGNORECASE)
_BETWEEN = re.compile(r"[$€£;.]|,? and (?=[$€£])")
_LAST = 6  # figures of a role that are looked back at
_MOST = 25  # amounts of one sentence that are looked at
NO_ROLE = "no role that it could belong to"


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
        self._note = currency_note([s.text for s in page.sentences])
        self.figures: dict[int, list[ExtractedFigure]] = {}
        self.unplaced: list[Unplaced] = []

    def place(self, sentence: Sentence) -> None:
        """Place every amount of a sentence that is no table row."""
        amounts = find_amounts(sentence.text, currency=self._note or "USD")
        if len(amounts) > _MOST:
            written = sentence.text[amounts[0].start : amounts[0].end]
            self.unplaced.append(Unplaced(written, f"the first of {len(amounts)} amounts in a row", sentence.quote))
            return
        block = self._page.document.blocks[sentence.block]
        aside = bool(amounts) and is_aside(block.text, self._heading(sentence.block))
        for amount in amounts:
            if aside:
                self.unplaced.append(Unplaced(sentence.text[amount.start : amount.end], ASIDE, sentence.quote))
                continue
            claim = self._owner(sentence, amount)
            if claim is not None and sentence.first:
                amount = self._after_line_before(sentence, amount, claim)
            verdict = self._judge(sentence, amount, claim)
            made = self._figure(sentence, amount, claim, verdict) if verdict.is_pay and claim else None
            if made is not None and claim is not None:
                self.figures.setdefault(id(self._group_of[id(claim)]), []).append(made)
                continue
            why = verdict.why or (NO_ROLE if claim is None else "nothing says by what unit it is paid")
            self.unplaced.append(Unplaced(sentence.text[amount.start : amount.end], why, sentence.quote))

    def _owner(self, sentence: Sentence, amount: Amount) -> Claim | None:
        owners = self._owners.get(sentence.index, [])
        if len(owners) < 2:
            return owners[0] if owners else None
        text = sentence.text.lower()
        after = name_key(_BETWEEN.split(text[amount.end :])[0])
        follows = [claim for claim in owners if after.startswith(("for", "to")) and self._names(claim, after)]
        if follows:
            return follows[0]
        before = [(text.rfind(claim.title.lower(), 0, amount.start), claim) for claim in owners]
        best = max(before, key=lambda pair: pair[0])
        return best[1] if best[0] >= 0 else owners[-1]

    def _heading(self, block: int) -> str:
        section = self._sections.get(block)
        return self._page.document.blocks[section.heading].text if section and section.heading is not None else ""

    def _names(self, claim: Claim, words: str) -> bool:
        """Whether words hold a role's name, or one of the same kind."""
        return name_key(claim.title) in words or any(m.kind == claim.kind for m in self._page.known.mentions(words))

    def _after_line_before(self, sentence: Sentence, amount: Amount, claim: Claim) -> Amount:
        """ "... says she's never below" on the line before belongs to an amount that has a line to itself."""
        before = self._page.sentences[sentence.index - 1] if sentence.index else None
        if before is None or before.index not in claim.sentences or is_finished(before.text):
            return amount
        return after_words(amount, before.text) if only_amount(sentence.text) else amount

    def _judge(self, sentence: Sentence, amount: Amount, claim: Claim | None) -> Verdict:
        text = sentence.text
        near = around(text, amount)
        label = self._label(sentence, amount, claim)
        block = self._page.document.blocks[sentence.block]
        verdict = judge(
            text, amount, self._unit(sentence, amount, label), self._is_labelled(sentence, block.text, label),
            only_amount(block.text) is not None or self._follows_name(sentence, amount, claim), claim is not None,
            tuple(other for other in find_amounts(text) if other.start != amount.start),
        )  # fmt: skip
        if (
            not verdict.is_pay
            and claim is not None
            and verdict.why == NOTHING_SAYS
            and self._has_like(sentence, amount, claim)
        ):
            verdict = Verdict(True, 0.68)
        if verdict.is_pay and len(near.before.split()) < 4 and any(map(asks_of_practice, self._asked(sentence))):
            return Verdict(False, 0.8, "asked for what somebody earned before")
        if verdict.is_pay and claim is not None and claim.how in _LOOSE and _SOMEBODY.match(near.before.lstrip()):
            return Verdict(False, 0.7, "said of somebody else")
        if verdict.is_pay and claim is not None:
            group = self._group_of[id(claim)]
            if other_job(self._page, near.before, {group.kind} if group.kind else set(), group.titles):
                return Verdict(False, 0.7, "said of another job")
        return verdict

    def _asked(self, sentence: Sentence) -> list[str]:
        """The questions that a sentence answers, which begins with its amount: the one or two right before it."""
        asked: list[str] = []
        for before in reversed(self._page.sentences[max(0, sentence.index - 2) : sentence.index]):
            if not before.text.rstrip("”\"’ ").endswith("?"):
                break
            asked.append(before.text)
        return asked

    def _unit(self, sentence: Sentence, amount: Amount, label: str) -> str | None:
        """The stated unit, or that of the amount before it: "$104 an hour; one large plan advertised $118"."""
        stated = stated_unit(around(sentence.text, amount), amount, label) or self._piece(sentence, amount)
        before = [other for other in find_amounts(sentence.text) if other.end <= amount.start]
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
        if not amount.signed or inferred_unit(amount) is None:
            return False
        if rule_for(self._rules, self._sections.get(sentence.block), "unit") == "year" and claim.how == "heading":
            return True
        before = self._page.sentences[max(0, sentence.index - 2)]
        return any(
            one.quote.start >= before.start and one.unit == "year" and one.currency == amount.currency
            and 0.4 <= amount.largest / max(bound for bound in (one.low, one.high) if bound) <= 2.5
            for one in self.figures.get(id(self._group_of[id(claim)]), [])[-_LAST:]
        )  # fmt: skip

    def _is_labelled(self, sentence: Sentence, block: str, label: str) -> bool:
        """Whether a label of pay stands over an amount: that of its sentence or, for a later one, of its block."""
        if label or sentence.first:
            return says_pay(label) and not says_no_pay(label)
        return is_pay_label(block)

    def _follows_name(self, sentence: Sentence, amount: Amount, claim: Claim | None) -> bool:
        """ "Medical science liaison: $175,000 to $225,000", or a block that begins with its amount."""
        if claim is None:
            return False
        if claim.how == "label" and amount.start <= 3 and self._is_behind_label(sentence, claim):
            return True
        if not sentence.first:
            return False
        if self._page.document.blocks[sentence.block].kind == "heading":
            return True
        block = self._page.document.blocks[sentence.block].text
        if claim.how == "label":
            return (len(block) < 90 and len(find_amounts(block)) == 1) or any(
                0 <= amount.start - label.after <= 12 and label.mark != "," for label in labels_of(sentence.text)
            )
        return amount.start <= 8 and claim.how == "heading"

    def _is_behind_label(self, sentence: Sentence, claim: Claim) -> bool:
        """ "Physician advisor at a hospital. 235k": the sentence before is the role's name and no more."""
        before = self._page.sentences[sentence.index - 1] if sentence.index else None
        return before is not None and before.first and before.block == claim.block and len(before.text) < 70

    def _label(self, sentence: Sentence, amount: Amount, claim: Claim | None) -> str:
        label = colon_label(sentence.text)
        if label is None and claim is not None and claim.how == "number" and only_amount(sentence.text):
            below = next((self._page.sentences[i] for i in claim.sentences if i > sentence.index), None)
            return below.text if below and len(below.text) < 120 and not find_amounts(below.text) else ""
        return label.text if label and label.end <= amount.start else ""

    def _figure(self, sentence: Sentence, amount: Amount, claim: Claim, verdict: Verdict) -> ExtractedFigure | None:
        text, label = sentence.text, self._label(sentence, amount, claim)
        section = self._sections.get(sentence.block)
        unit = unit_of(self._unit(sentence, amount, label), amount, rule_for(self._rules, section, "unit"))
        unit = unit or self._unit_of_role(sentence, amount, claim)
        if unit is None:
            return None
        titles = self._group_of[id(claim)].titles
        place = self._place(sentence, amount, claim, label)
        others = [a.start for a in find_amounts(text) if a.start != amount.start]
        source = source_of(text, amount.start, amount.end, others, self._not_sources)
        qualifier = qualifier_of(text, amount, titles, place)
        if qualifier is None and claim.how == "number":
            qualifier = later_qualifier([self._page.sentences[i].text for i in claim.sentences if i > sentence.index])
        if source is None and label and claim.how == "number":
            source = source_of(label, 0, 0, [], self._not_sources)
        if source is None and not _OTHER_VOICE.search(text):
            source = distant_source(self._page, claim, sentence.index, self._not_sources, place)
        statistic = None
        if continues(text):  # "For testimony in court it was $3,800 per day": what it was, the sentence before says
            statistic = self._statistic_before(sentence, claim)
        if source is None and not _OTHER_VOICE.search(text):
            source = source_by_rule(self._rules, section, unit[0])
            statistic = statistic or statistic_by_rule(self._rules, section, text, amount, unit[0])
        place = place or place_by_rule(self._rules, section, amount.currency)
        return figure(
            text, sentence.quote, amount, unit, min(verdict.confidence, 0.5 + claim.confidence / 2), label=label,
            attributed_to=source, statistic=statistic, qualifier=qualifier, geography=place,
        )  # fmt: skip

    def by_rule(self, one: ExtractedFigure, block: int) -> ExtractedFigure:
        """A figure of a table row with what the text around says once of all its figures."""
        section = self._sections.get(block)
        unit = rule_for(self._rules, section, "unit")
        return replace(
            one,
            attributed_to=one.attributed_to or source_by_rule(self._rules, section, one.unit),
            geography=one.geography or place_by_rule(self._rules, section, one.currency),
            unit_basis="stated" if unit == one.unit else one.unit_basis,
        )

    def _statistic_before(self, sentence: Sentence, claim: Claim) -> str | None:
        earlier = [f for f in self.figures.get(id(self._group_of[id(claim)]), []) if f.quote.end <= sentence.start]
        return earlier[-1].statistic if earlier and earlier[-1].statistic in ("average", "median") else None

    def _place(self, sentence: Sentence, amount: Amount, claim: Claim, label: str) -> str | None:
        section = self._sections.get(sentence.block)
        found = place_of(sentence.text, amount.start, amount.end) or label_place(label)
        return found or place_around(self._page, claim, sentence, section, amount.currency)


def names_of_headings(page: Page) -> frozenset[str]:
    """Names that are no sources: what headings name, and the page's own publisher."""
    names = {block.text for block in page.document.blocks if block.kind == "heading"}
    names |= {page.document.publisher or "", page.document.title or ""}
    return frozenset(name for name in names if name) | frozenset(name_key(name) for name in names)
