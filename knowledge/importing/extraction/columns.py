"""What the columns of a table hold: the role, pay, its unit, its source, a place; or something that is no pay."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.importing.document import SourceBlock
from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.pay_labels import says_no_pay, says_pay
from knowledge.importing.extraction.units import unit_in_words

_ROLE = re.compile(
    r"\b(?:roles?|jobs?|positions?|titles?|careers?|gigs?|occupations?|kind of work|type of work|work|option|path|opportunity|side gig|what you do|function|post)\b",
    re.I,
)
_COUNT = re.compile(r"\b(?:data points?|n|sample|samples|respondents?|responses?|openings?|vacanc\w+|count|number of|colleagues|people|years?(?! pay)|experience|hours? (?:per|a)|months?|length|duration|time|"
                    r"growth|change|rank|#|rvus?|score|rating|share|percent(?:age)?|%|employees|members|posts|listings|age|cases per|volume|founded|page|date|updated)\b", re.I)  # fmt: skip
_SOURCE = re.compile(r"\b(?:source|sources|according to|data from|site|reported by|reference)\b", re.I)
_PLACE = re.compile(r"\b(?:country|region|state|province|county|city|metro|location|market|place|geography)s?\b", re.I)
_NO_PLACE = re.compile(r"\b(?:type|size|segment|setting|kind|cap|share)\b", re.I)  # "Location type", "Market segment"
_UNIT = re.compile(r"\b(?:unit|basis|per|paid by|paid per|period|frequency|billing)\b", re.I)
_LOW = re.compile(r"\b(?:low(?:est|er)?|min(?:imum)?|from|bottom|start(?:ing)?|25th|10th|p10|p25|floor)\b", re.I)
_HIGH = re.compile(r"\b(?:high(?:est|er)?|max(?:imum)?|to|top|upper|75th|90th|p75|p90|ceiling)\b", re.I)
_MONEY = re.compile(r"[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|AED|JPY|INR|CAD|AUD)\b")
_IN_THOUSANDS = re.compile(r",?\s*\(?in thousands\b[^)]*\)?", re.I)
_LEVEL = re.compile(r"\b(?:level|experience|seniority|stage|grade)\b", re.I)


@dataclass(frozen=True)
class Columns:
    """The use of each column, by index: "role", "pay", "low", "high", "unit", "source", "place", "level", "count" or "other"."""

    uses: tuple[str, ...]
    header: tuple[str, ...]

    def first(self, use: str) -> int | None:
        """The first column of a use."""
        return self.uses.index(use) if use in self.uses else None

    def is_of_places(self, column: int) -> bool:
        """Whether a header announces places: "Metro area"; also of the first column, which else is that of roles."""
        return bool(_PLACE.search(self.label(column))) and not _NO_PLACE.search(self.label(column))

    def label(self, column: int) -> str:
        """The header of a column, "" where it has none."""
        return self.header[column] if column < len(self.header) else ""


def columns_of(rows: list[SourceBlock], caption: str) -> Columns:
    """Read a table's columns from its header and its cells.

    Args:
        rows: Its rows without the header row.
        caption: Its caption, or the sentence that leads to it.
    """
    header = rows[0].header if rows and rows[0].header else ()
    width = max((len(row.cells) for row in rows), default=0)
    uses = [_use(column, header, rows, caption) for column in range(width)]
    if "role" not in uses and width:
        uses[0] = (
            "role" if uses[0] in ("other", "count", "level", "place", "source") and not _has_money(rows, 0) else uses[0]
        )
    for column in range(1, width):
        if uses[column] == "role":
            uses[column] = "other" if uses.index("role") != column else "role"
    return Columns(tuple(uses), header)


def _use(column: int, header: tuple[str, ...], rows: list[SourceBlock], caption: str) -> str:
    label = _IN_THOUSANDS.sub("", header[column]) if column < len(header) else ""
    money = _has_money(rows, column)
    if label and _ROLE.search(label) and not money and not says_pay(label):
        return "role"
    if label and says_no_pay(label):
        return "count"
    if label and money and unit_in_words(label) and not says_no_pay(caption):
        return "low" if _LOW.search(label) else "high" if _HIGH.search(label) else "pay"
    if label and _SOURCE.search(label):
        return "source"
    if label and _PLACE.search(label) and not money:
        return "place"
    if (
        label
        and (_LOW.search(label) or _HIGH.search(label))
        and (money or _has_numbers(rows, column))
        and not _COUNT.search(label)
        and not says_no_pay(caption)
    ):
        return "low" if _LOW.search(label) and not _HIGH.search(label) else "high" if not _LOW.search(label) else "pay"
    if label and says_pay(label) and (money or _has_numbers(rows, column)) and not says_no_pay(caption):
        return "pay"
    if label and _LEVEL.search(label) and not money:
        return "level"
    if _is_unit(rows, column) or (label and _UNIT.search(label) and not money):
        return "unit"
    if label and _COUNT.search(label):
        return "count"
    if money and not says_no_pay(caption) and not says_no_pay(label):
        return "pay"
    return "other"


def _cells(rows: list[SourceBlock], column: int) -> list[str]:
    return [row.cells[column] for row in rows if column < len(row.cells) and row.cells[column].strip()]


def _has_money(rows: list[SourceBlock], column: int) -> bool:
    cells = _cells(rows, column)
    return bool(cells) and sum(
        bool(find_amounts(cell)) and bool(_MONEY.search(cell) or "k" in cell.lower()) for cell in cells
    ) * 2 >= len(cells)


def _has_numbers(rows: list[SourceBlock], column: int) -> bool:
    cells = _cells(rows, column)
    return bool(cells) and sum(any(c.isdigit() for c in cell) for cell in cells) * 2 >= len(cells)


def _is_unit(rows: list[SourceBlock], column: int) -> bool:
    cells = _cells(rows, column)
    return bool(cells) and sum(
        unit_in_words(cell) is not None and not find_amounts(cell) and len(cell) < 25 for cell in cells
    ) * 2 >= len(cells)
