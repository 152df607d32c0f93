"""Lines of a plain text to paragraphs, list items and rows of cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from knowledge.importing.reading.characters import clean
from knowledge.importing.reading.lines import belong_together, is_bullet, joined

_DIVIDER = re.compile(r"={3,}|-{3,}|_{5,}|\*{5,}|~{5,}|#{5,}")
_RULE = re.compile(r"[-=_*~#.\s]{3,}")
_LONGEST_HEADING = 100  # characters
_MOST_IN_BOX = 3  # lines
_ENDS = tuple(".!?:;…")
_WRAPPED = range(45, 121)  # characters: lines of text that an editor or a mail program has broken


@dataclass
class Paragraph:
    """Lines that belong together.

    Attributes:
        text: As one line.
        lines: How many lines it was.
        group: How many paragraphs stand together with it, itself included.
        blank_before: Whether an empty line sets it apart from what stands above.
        blank_after: Whether one sets it apart from what stands below.
        bullet: Whether it begins with the mark of a list item.
        depth: Of a list item, from 1.
        level: Of a heading that is marked as such, else 0.
        cells: Rows, when the lines are those of a table.
    """

    text: str
    lines: int = 1
    group: int = 1
    blank_before: bool = True
    blank_after: bool = True
    bullet: bool = False
    depth: int = 0
    level: int = 0
    cells: list[list[str]] = field(default_factory=list)

    @property
    def alone(self) -> bool:
        """Whether empty lines set it apart on both sides."""
        return self.blank_before and self.blank_after


def paragraphs(text: str) -> list[Paragraph]:
    """The text's paragraphs in order."""
    lines = [line.rstrip() for line in text.splitlines()]
    width = _wrapping_width(lines)
    found: list[Paragraph] = []
    group: list[str] = []
    boxed = False  # a rule stands right above the group
    for number, line in enumerate([*lines, ""]):
        rule = line.strip() if _DIVIDER.fullmatch(line.strip()) else ""
        if line.strip() and not rule:
            group.append(line)
            continue
        if group and rule and (boxed or _is_underlined(group, rule, lines[number + 1 : number + 2])):
            level = 1 if rule[0] == "=" else 2
            found += _headed_box(group, width, level)
            boxed = False
        else:
            found += _of_group(group, width) if group else []
            boxed = bool(rule)
        group = []
    return found


def _is_underlined(group: list[str], rule: str, after: list[str]) -> bool:
    """Whether a rule below a line makes it a heading: it is as long, or nothing follows at once."""
    length = len(group[0].strip())
    fits = abs(len(rule) - length) <= 3 or not "".join(after).strip()
    return len(group) == 1 and rule[0] in "=-" and length <= _LONGEST_HEADING and fits


def _headed_box(lines: list[str], width: int, level: int) -> list[Paragraph]:
    """The heading that stands between two rules, or above one, with what is said below it; or no heading."""
    text = clean(lines[0])
    if len(lines) > _MOST_IN_BOX or len(text) > _LONGEST_HEADING or text.endswith((".", ",", ";")):
        return _of_group(lines, width)
    return [Paragraph(text, level=level), *(_of_group(lines[1:], width) if lines[1:] else [])]


def _wrapping_width(lines: list[str]) -> int:
    """The width at which the text is wrapped, or 0 when every line is whole.

    Wrapped text has many lines just below one width, and next to none beyond it.
    """
    lengths = sorted(len(line) for line in lines if len(line) >= _WRAPPED[0])
    if len(lengths) < 4:
        return 0
    width = lengths[int(len(lengths) * 0.95)]
    near = sum(1 for n in lengths if width * 0.8 <= n <= width)
    return width if width in _WRAPPED and near * 2 >= len(lengths) else 0


def _of_group(lines: list[str], width: int) -> list[Paragraph]:
    """The paragraphs of lines without an empty line between them."""
    found: list[Paragraph] = []
    index = 0
    while index < len(lines):
        rows = _rows_from(lines, index)
        if len(rows) >= 2:
            found.append(Paragraph("", lines=len(rows), cells=rows))
            index += len(rows)
            continue
        _add(found, lines, index, width)
        index += 1
    for number, paragraph in enumerate(found):
        paragraph.group = len(found)
        paragraph.blank_before = number == 0
        paragraph.blank_after = number == len(found) - 1
    return found


def _add(found: list[Paragraph], lines: list[str], index: int, width: int) -> None:
    line = lines[index]
    text = clean(line)
    if not text or (_RULE.fullmatch(text) and not any(c.isalnum() for c in text)):
        return
    before = found[-1] if found else None
    if before is not None and index and not before.cells and _goes_on(before, lines[index - 1], line, width):
        before.text = joined(before.text, text)
        before.lines += 1
        return
    bullet = is_bullet(text)
    depth = 1 + min((len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())) // 2, 5) if bullet else 0
    found.append(Paragraph(text, bullet=bullet, depth=depth))


def _goes_on(before: Paragraph, previous: str, line: str, width: int) -> bool:
    text = clean(line)
    if is_bullet(text):
        return False
    if before.bullet and line[:1].isspace() and (width or text[:1].islower()):
        return True
    if width and len(previous) >= width * 0.72 and not (before.text.endswith(_ENDS) and len(previous) < width * 0.8):
        return True
    return belong_together(clean(previous), text)


def _rows_from(lines: list[str], start: int) -> list[list[str]]:
    """The rows of a table that begins at this line: as many cells each, set apart by tabs or bars."""
    rows: list[list[str]] = []
    for line in lines[start:]:
        cells = _cells_of(line)
        if cells is None and rows and re.fullmatch(r"[\s|:+-]+", line) and "-" in line:
            cells = []
        if cells is None or (cells and rows and len(cells) != len(rows[0])):
            break
        rows.append(cells)
    return rows


def _cells_of(line: str) -> list[str] | None:
    stripped = line.strip()
    if "\t" in stripped:
        return [clean(cell) for cell in line.strip(" \n").split("\t")]
    if (stripped.count("|") >= 2 and stripped.startswith("|")) or (" | " in stripped and stripped.count(" | ") >= 2):
        if re.fullmatch(r"[\s|:+-]+", stripped):
            return []
        return [clean(cell) for cell in stripped.strip("|").split("|")]
    return None
