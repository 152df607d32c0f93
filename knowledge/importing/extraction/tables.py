"""Tables: each row a role with its pay; or, in a section about one role, a row for each level, place or source."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re
from dataclasses import replace

from knowledge.importing.document import SourceBlock
from knowledge.importing.extracted import ExtractedFigure, Unplaced
from knowledge.importing.extraction.amounts import Amount, find_amounts
from knowledge.importing.extraction.claims import Claim, Page
from knowledge.importing.extraction.columns import Columns, columns_of
from knowledge.importing.extraction.currencies import currency_named
from knowledge.importing.extraction.evidence import LEAST_YEARLY, announces_pay, plausible
from knowledge.importing.extraction.figures import figure, unit_of
from knowledge.importing.extraction.known import name_key
from knowledge.importing.extraction.pay_labels import says_no_pay
from knowledge.importing.extraction.places import label_place, leading_place, places_in
from knowledge.importing.extraction.qualifiers import qualifier_of
from knowledge.importing.extraction.role_names import RoleName, plain_name, roles_named
from knowledge.importing.extraction.sources import source_in
from knowledge.importing.extraction.table_notes import (
    nameless_survey,
    note_of,
    notes_below,
    part_said_of,
    place_of_column,
    variant_of,
)
from knowledge.importing.extraction.table_parts import (
    caption_of,
    cells_with_places,
    in_thousands,
    is_caption,
    is_level,
    names_rank,
    says_thousands,
)
from knowledge.importing.extraction.units import noun_unit, unit_in_words, unit_of_noun

_SOURCE_LINE = re.compile(r"\bsources?:.+", re.IGNORECASE)
NO_UNIT = "nothing says by what unit it is paid"
_WORK_WORDS = ("remote", "travel", "patient", "hours", "part-time", "part time", "schedule", "from home")
_JOB_WORDS = ("role", "job", "position", "title", "work", "career", "gig", "occupation", "post")
_TOTALS = frozenset("total average mean median all overall sum other others".split())


class Table:
    """One table, read."""

    def __init__(
        self, page: Page, rows: list[int], table: int, heading: str, owner: Claim | None, not_sources: frozenset[str]
    ) -> None:
        self.page, self.rows, self.owner, self._not_sources = page, rows, owner, not_sources
        self.caption, caption_block = caption_of(page, rows, table)
        self.is_captioned = caption_block is not None and is_caption(page.document.blocks[caption_block])
        self.heading = heading
        self._below = notes_below(page, rows)
        self.columns: Columns = columns_of(
            [page.document.blocks[row] for row in rows], self.caption if self.is_captioned else ""
        )
        self.is_prices = says_no_pay(self.caption) if self.is_captioned else False

    def names(self) -> dict[int, RoleName]:
        """The role that each row is about; nothing when the rows are no roles."""
        column = self.columns.first("role")
        if (
            column is None
            or self.is_prices
            or ("pay" not in self.uses and "low" not in self.uses and not self.tells_of_work)
        ):
            return {}
        cells = {row: self._cell(row, column) for row in self.rows}
        formed = {row: roles_named(cell, self.page.known) for row, cell in cells.items() if cell}
        known = sum(bool(names) for names in formed.values())
        says_role = (
            bool(self.columns.header) and self.columns.uses[column] == "role" and "role" in self._header_word(column)
        )
        if self.owner is not None and not says_role and known * 2 < len(cells):
            return {}
        if known * 3 < len(cells) and not says_role:
            return {}
        has_kind = any(name.kind for names in formed.values() for name in names)
        if self.owner is not None and not has_kind and all(is_level(cell) for cell in cells.values() if cell):
            return {}
        found: dict[int, RoleName] = {}
        for row, cell in cells.items():
            name = formed.get(row, [])[:1] or ([plain] if (plain := plain_name(cell, self.page.known)) else [])
            if name and cell.lower().strip() not in _TOTALS and not cell.lower().startswith(("total", "average of")):
                found[row] = name[0]
        return found

    @property
    def uses(self) -> tuple[str, ...]:
        """The use of each column."""
        return self.columns.uses

    @property
    def tells_of_work(self) -> bool:
        """Whether its columns say remote, travel and the like."""
        joined = " ".join(self.columns.header).lower()
        return any(word in joined for word in _WORK_WORDS)

    def figures(self, row: int, titles: tuple[str, ...]) -> tuple[list[ExtractedFigure], list[Unplaced]]:
        """The pay of one row, and the amounts in it that are none."""
        block = self.page.document.blocks[row]
        quote = self.page.sentences[self.page.by_block[row][0]].quote
        figures: list[ExtractedFigure] = []
        left: list[Unplaced] = []
        done: set[int] = set()
        for column, (cell, _) in enumerate(cells_with_places(block)):
            use = self.uses[column] if column < len(self.uses) else "other"
            if column in done or use in ("role", "unit", "source", "place"):
                continue
            bare = use in ("pay", "low", "high")
            amounts = self._amounts(cell, column, bare)
            high = self.columns.first("high")
            if use == "low" and high is not None and high > column:
                joined = self._span(block, column, high, amounts)
                if joined:
                    made = self._figure(row, column, joined[0], joined[1], quote, titles, statistic="range")
                    figures += made
                    if not made:
                        left.append(Unplaced(joined[0], NO_UNIT, quote))
                    done.add(high)
                    continue
            for amount in amounts:
                if not bare or self.is_prices:
                    left.append(Unplaced(cell[amount.start : amount.end], self._why(column), quote))
                    continue
                made = self._figure(row, column, cell, amount, quote, titles)
                figures += made
                if not made:
                    left.append(Unplaced(cell[amount.start : amount.end], NO_UNIT, quote))
        return figures, left

    def _amounts(self, cell: str, column: int, bare: bool) -> tuple[Amount, ...]:
        found = find_amounts(cell, bare=bare, currency=self._currency(column))
        return in_thousands(found) if bare and says_thousands(f"{self.columns.label(column)} {self.caption}") else found

    def _figure(self, row, column, cell, amount, quote, titles, statistic=None) -> list[ExtractedFigure]:
        label = self.columns.label(column)
        if column < len(self.uses) and self.uses[column] == "high":
            amount = replace(amount, low=None) if not amount.is_range and amount.low == amount.high else amount
        if column < len(self.uses) and self.uses[column] == "low" and statistic is None:
            amount = replace(amount, high=None) if amount.low == amount.high else amount
        unit = self._unit(row, column, amount)
        is_yearly = unit is not None and unit[0] == "year" == unit_in_words(label) and amount.largest >= LEAST_YEARLY
        if unit is None or not (is_yearly or plausible(amount, unit[0])):
            return []
        rest = " ".join(self._cell(row, c) for c, use in enumerate(self.uses) if use == "other")
        lead = self.caption if self.is_captioned or self.caption.endswith(":") else ""
        words = f"{label} {rest} {lead} {self._below}"
        made = figure(
            cell, quote, amount, unit, 0.93, label=words, statistic=statistic,
            attributed_to=self._source(row, column), qualifier=self._qualifier(row, column, cell, amount, titles), geography=self._place(row, column),
        )  # fmt: skip
        return [made]

    def _span(
        self, block: SourceBlock, column: int, beyond: int, amounts: tuple[Amount, ...]
    ) -> tuple[str, Amount] | None:
        """A low and a high cell as one range, written as both cells with what stands between them."""
        places = cells_with_places(block)
        if len(amounts) != 1 or beyond >= len(places):
            return None
        start = places[column][1]
        other, at = places[beyond]
        high = self._amounts(other, beyond, True)
        if len(high) != 1 or amounts[0].low is None or high[0].high is None or high[0].largest < amounts[0].low:
            return None
        text = block.text[start : at + len(other)]
        first = amounts[0]
        return text, replace(first, high=high[0].high, end=at - start + high[0].end, unit=high[0].unit or first.unit)

    def _cell(self, row: int, column: int) -> str:
        cells = self.page.document.blocks[row].cells
        return cells[column] if column < len(cells) else ""

    def _header_word(self, column: int) -> str:
        label = self.columns.label(column).lower()
        return "role" if any(word in label for word in _JOB_WORDS) else ""

    def _currency(self, column: int) -> str:
        named = currency_named((self.columns.label(column), self.caption, self.heading))
        return named or self.page.money.meant(self._below, (self.caption, self.heading))

    def _unit(self, row: int, column: int, amount: Amount) -> tuple[str, str] | None:
        at = self.columns.first("unit")
        cell = self._cell(row, at).strip() if at is not None else ""
        own = amount.unit or unit_in_words(cell) or noun_unit(cell)[0]
        if own is None and cell.lower() in ("each", "apiece"):  # the row itself names what is paid for: "Surveys"
            own = unit_of_noun(self._cell(row, self.columns.first("role") or 0))
        stated = own or unit_in_words(self.columns.label(column))
        if stated is None:
            lead = self.caption if self.is_captioned or announces_pay(self.caption) else ""
            units = (unit_in_words(words) for words in (lead, self.heading))
            stated = next((unit for unit in units if unit and plausible(amount, unit)), None)
        return unit_of(stated, amount, None)

    def _source(self, row: int, own: int) -> str | None:
        at = self.columns.first("source")
        if at is not None and any(letter.isalpha() for letter in self._cell(row, at)):
            found = source_in(self._cell(row, at))
            return found[0] if found else self._cell(row, at).strip()
        note = " ".join(note_of(self.page, cell, row, True) for cell in self.page.document.blocks[row].cells)
        cells = (self._cell(row, column) for column, use in enumerate(self.uses) if use in ("pay", "other"))
        named_by_columns = sum(bool(source_in(label)) for label in self.columns.header) > 1
        others = (label for label, use in zip(self.columns.header, self.uses) if use not in ("pay", "low", "high"))
        shared = (*(() if named_by_columns else others), self.caption, self._below)
        label = self.columns.label(own)
        for text in (note, *cells, label, *(part_said_of(label, text) for text in shared)):
            if found := source_in(text, self._not_sources):
                return found[0]
        named = _SOURCE_LINE.search(self._below)  # there the page may name its own publisher
        found = source_in(named.group()) if named else None
        return found[0] if found else nameless_survey(self.caption)

    def _place(self, row: int, column: int) -> str | None:
        at = self.columns.first("place")
        if at is not None and self._cell(row, at).strip():
            return label_place(self._cell(row, at)) or self._cell(row, at).strip()
        for number, use in enumerate(self.uses):
            if use in ("other", "pay") and (name := leading_place(self._cell(row, number))):
                return name
        if name := place_of_column(self.columns, column):
            return name
        role = self.columns.first("role")
        named = self._cell(row, role).strip() if role is not None and self.columns.is_of_places(role) else ""
        if named and named.lower() not in _TOTALS:
            return named
        if role is not None and self.owner is not None and (name := label_place(self._cell(row, role))):
            return name
        caption = self.caption if self.is_captioned else ""
        for text in (self.columns.label(column), caption, self._below, self.heading):
            if name := label_place(text):
                return name
        return None

    def _qualifier(self, row: int, column: int, cell: str, amount: Amount, titles: tuple[str, ...]) -> str | None:
        found = qualifier_of(cell, amount, titles, None) or variant_of(
            self.page, self.rows, row, self.columns.first("role")
        )
        level = self.columns.first("level")
        if found is None and level is not None:
            found = self._cell(row, level).strip() or None
        role = self.columns.first("role") if self.owner is not None else None
        if found is None and role is not None and not places_in(named := self._cell(row, role).strip()):
            found = (named or None) if name_key(named) not in map(name_key, titles) else None
        label = self.columns.label(column)
        says_base = " base" in f" {label} {self.caption if self.is_captioned else ''}".lower()
        if found is not None:
            return found
        parts = ["base"] if says_base and amount.unit in (None, "year", "month") else []
        if names_rank(label):
            parts = [label] if "base" in label.lower() else [*parts, label]
        return ", ".join(parts) or None

    def _why(self, column: int) -> str:
        label = self.columns.label(column)
        return f"in a column of {label.lower()}, which is no pay" if label else "in a table that is not about pay"
