"""Which lines of a plain text are headings: guessed, and only where little speaks against it."""

from __future__ import annotations

import re

from knowledge.importing.reading.dates import date_in
from knowledge.importing.reading.text_lines import Paragraph

_AMOUNT = re.compile(r"[$€£¥₹%]|\b\d{2,3},\d{3}\b")
_ENDS = tuple(".,;:!?…")
_NUMBER = re.compile(r"\d{1,2}[.)]\s")
_ISSUE = re.compile(r"\b(?:no|nr|issue|number|vol|volume)\b\.? ?\d|#\d", re.IGNORECASE)
_CREDIT = re.compile(
    r"(?:Dr|Prof|Professor)\.?(?: [A-Z][\w.’'-]*){1,4}"
    r"|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}(?:, (?:M\.?D|D\.?O|Ph\.?D|M[A-Z]{1,2}|RN)\.?)+"
)
_BOX = re.compile(
    r"(?:key|main|quick) (?:points?|takeaways?|facts|findings)|(?:the )?takeaways?|highlights|at a glance|in brief"
    r"|summary|in this (?:article|issue)|advertisement|sponsored|contents|menu",
    re.IGNORECASE,
)  # what a box above an article is called
_MOST_OF_LABEL = 3  # words of a line in capitals that may be the name of a column
_LEAST_OF_TITLE = 4  # words
_LONGEST = 80  # characters
_LONGEST_TITLE = 140
_MOST_WORDS = 12
_PROSE = 60  # characters from which a line is text
_LONG_PROSE = 90
_MOST_OF_CREDIT = 4  # words of a line that names the author, or says what they are
_FIRST_LINES = 6  # among which an author's name is no heading
_MOST_HEADINGS = 3  # that stand together


def heading_level(parts: list[Paragraph], index: int, titled: bool) -> int:
    """The level of the heading that a paragraph is, or 0.

    Args:
        parts: All paragraphs.
        index: Which of them.
        titled: Whether a heading came before.
    """
    part = parts[index]
    if part.level:
        return part.level
    after = parts[index + 1] if index + 1 < len(parts) else None
    if after is None:
        return 0
    if not titled and (is_byline(after.text) or _CREDIT.fullmatch(after.text)) and _can_be_title(part):
        return 1
    if _CREDIT.fullmatch(part.text) and 0 < index < _FIRST_LINES and _can_be_title(parts[index - 1]):
        return 0
    numbered = bool(_NUMBER.match(part.text))
    if part.bullet and not (numbered and part.blank_after and not after.bullet):
        return 0
    if not _can_head(part) or not _heads(parts, index):
        return 0
    return (3 if numbered else 2) if titled else 1


def is_byline(text: str) -> bool:
    """Whether a line says who wrote the text, or when."""
    if len(text) >= 160:
        return False
    return bool(re.match(r"(?:[Ww]ords by|[Bb]y|BY)\s+[A-Z]", text) or date_in([text]))


def is_issue(text: str) -> bool:
    """Whether a line gives the number of a periodical's issue: the line above is its name, not a title."""
    return len(text) < 160 and bool(_ISSUE.search(text))


def title_above_byline(lines: list[tuple[str, bool]]) -> int | None:
    """Which of the first lines is the title: the one above the byline, or above name, office and date, or a deck.

    The name of a newspaper and the menu of its page often stand above the title of an article.

    Args:
        lines: Their texts, and whether each was taken for a heading.
    """
    bylines = [index for index, (text, _) in enumerate(lines) if index and is_byline(text) and not is_issue(text)]
    direct = next((index - 1 for index in bylines if lines[index - 1][1]), None)
    if direct is not None:
        return direct
    for index in bylines:
        credit = index - 1
        while credit > max(index - 4, 0) and len(lines[credit][0].split()) <= _MOST_OF_CREDIT and not lines[credit][1]:
            credit -= 1
        if credit < index - 1 and (lines[credit][1] or _is_titular(lines[credit][0])):
            return credit
        if credit == index - 1 > 0 and _is_deck(lines[credit][0]) and lines[credit - 1][1]:
            return credit - 1
    return None


def title_below_label(lines: list[tuple[str, bool]]) -> int | None:
    """Which of the first lines is the title, where a label in capitals stands above it: a column's name, or a box.

    A short line in capitals may be the title itself: only a longer line in small letters right below it is a better
    one, or below "KEY POINTS" the first such heading.

    Args:
        lines: Their texts, and whether each was taken for a heading.
    """
    label = next((index for index, (_, heading) in enumerate(lines) if heading), None)
    if label is None:
        return None
    text, is_box = lines[label][0], bool(_BOX.fullmatch(lines[label][0].strip(": ")))
    if not is_box and not (text.isupper() and len(text.split()) <= _MOST_OF_LABEL):
        return None
    last = len(lines) if is_box else label + 2
    below = ((index, *lines[index]) for index in range(label + 1, min(last, len(lines))))
    return next((i for i, words, heading in below if heading and not words.isupper()
                 and len(words.split()) >= _LEAST_OF_TITLE), None)  # fmt: skip


def _can_be_title(part: Paragraph) -> bool:
    return part.lines == 1 and _is_titular(part.text)


def _is_titular(text: str) -> bool:
    return 10 <= len(text) <= _LONGEST_TITLE and not is_byline(text) and text[-1] not in ".,;:"


def _is_deck(text: str) -> bool:
    """Whether a line is the sentence or two that a magazine puts between a title and the author's name."""
    return len(text) >= _PROSE and text.endswith((".", "!", "?", "…"))


def _can_head(part: Paragraph) -> bool:
    text = part.text
    if text.endswith("?") and part.alone and len(text) <= 60:
        text = text[:-1]
    if part.lines != 1 or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS:
        return False
    if text.endswith(_ENDS) or _AMOUNT.search(text) or "http" in text or " | " in text or is_byline(text):
        return False
    return sum(1 for c in text if c.isalpha()) >= 3 and (text[0].isupper() or text[0].isdigit())


def _heads(parts: list[Paragraph], index: int) -> bool:
    """Whether what follows is a text rather than one more line of the same kind."""
    part, after = parts[index], parts[index + 1]
    if after.cells or (part.text.isupper() and len(part.text) > 3):
        return True
    if part.group > _MOST_HEADINGS or not (part.blank_before or part.blank_after):
        return len(after.text) >= _LONG_PROSE
    if part.blank_after:
        if (after.bullet and not after.alone) or _is_prose(after):
            return part.alone or _can_head(parts[index - 1])
    elif not _can_head(after):
        return len(after.text) >= _LONG_PROSE
    # A heading may stand above another one.
    further = parts[index + 2] if index + 2 < len(parts) else None
    return further is not None and after.blank_after and _can_head(after) and _is_prose(further)


def _is_prose(part: Paragraph) -> bool:
    return len(part.text) >= _PROSE or part.text.endswith((".", "!", "?")) or bool(_AMOUNT.search(part.text))
