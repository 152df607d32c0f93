"""Survey results in tables: a row is an answer, a column the whole group or a part of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.importing.document import SourceBlock
from knowledge.importing.extraction.counts import ANY_COUNT, count_of
from knowledge.importing.extraction.percentages import Percentage, find_percentages
from knowledge.importing.extraction.survey_words import ANSWERS, is_people

_SHARES = re.compile(r"\b(?:respondents?|share|percent(?:age)?|answer(?:ed)?|votes?|agreed?|replies|responses)\b"
    r"|%", re.IGNORECASE)
_NO_POLL = re.compile(
    r"\b(?:bonus\w*|growth|change|increase|decrease|equity|stock|tax\w*|royalt\w*|commission|interest|rate"
    r"|discount|margin|fees?"
    r"|premium|travel|time|fte|raise|cagr|inflation|match|deposit|effort|clinical|remote)\b",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(
    r"(?:\bshare|\bpercent(?:age)?|\bproportion|%) of (?:all |the |our |total )*(?P<what>[\w’'-]+(?:\s[\w’'-]+)?)", re.I
)
_BARE = re.compile(r"\s*\d{1,2}(?:\.\d)?\s*")
_IN_PERCENT = re.compile(r"%|\bpercent\b|\bper cent\b", re.IGNORECASE)
_EVERYBODY = ("respondents", "participants", "people")
_AGED = re.compile(
    r"(?:aged? )?(?:(?:under|over|below|above) \d\d|\d\d (?:and|or) (?:over|older|above|under|younger)"
    r"|\d\d\s?(?:to|[-–])\s?\d\d)",
    re.IGNORECASE,
)
_NUMBER = re.compile(rf"\bn\s?=\s?({ANY_COUNT})", re.IGNORECASE)
_COUNTS = re.compile(
    r"n|(?:number of )?(?:respondents|answers|replies|responses|members|participants)|base|sample(?: size)?",
    re.IGNORECASE,
)
_GROUPS = re.compile(
    r"(?:sub)?groups?|who|gender|sex|age(?: groups?)?|specialty|specialties|respondents?|members?", re.IGNORECASE
)
_JOINT = " | "


@dataclass(frozen=True)
class RowShare:
    """A percentage of a row; `people` are those of its column or its row, if either names some."""

    share: Percentage
    answer: str
    people: str | None
    number: int | None


def shares_of_row(
    block: SourceBlock, *, in_survey: bool
) -> tuple[list[RowShare], list[tuple[Percentage, str]]]:
    """The polls of a table row, and its other percentages with the reason.

    Args:
        block: The row.
        in_survey: Whether the text speaks of a survey around the table.
    """
    cells = _cells(block)
    answer = next((text for _, text, head in cells if text.strip() and not _share_of(text, head)), "").strip()
    group, counted = _group(cells), _counted(cells)
    polls, others = [], []
    for start, text, head in cells:
        found = find_percentages(text) or ()
        share = _share_of(text, head)
        if share is None:
            others += [(_moved(one, start), "it is one of several things in a"
                " cell") for one in found if one.form == "number"]
        elif _NO_POLL.search(head) or _is_of_things(head) or (_NO_POLL.search(answer) and not in_survey):
            others.append((_moved(share, start), "it is a share of something else than people"))
        elif not answer or not (in_survey or _SHARES.search(head)):
            others.append((_moved(share, start), "no survey is named"))
        else:
            said = head if group else answer
            polls.append(RowShare(_moved(share, start), said, _people(head) or group, _number(head) or counted))
    return polls, [(share, why) for share, why in others if share.form == "number" and "%" in block.text]


def _group(cells: list[tuple[int, str, str]]) -> str | None:
    """Those that a row is of: "Women" or "Under 45" under "Group"; None where its label is an answer."""
    label, head = next(((text.strip(), head.strip()) for _, text, head in cells if text.strip()), ("", ""))
    if not _GROUPS.fullmatch(head) or not (_AGED.fullmatch(label) or any(map(is_people, label.split()))):
        return None
    return label if label[1:].lower() != label[1:] else label.lower()


def _counted(cells: list[tuple[int, str, str]]) -> int | None:
    """How many people a row is of: "455" under "Respondents"."""
    found = (re.fullmatch(ANY_COUNT, text.strip()) for _, text, head in cells if _COUNTS.fullmatch(head.strip()))
    count = next(filter(None, found), None)
    return count_of(count[0]) if count else None


def _is_of_things(head: str) -> bool:
    """Whether a head says that its shares are of no people: "Share of mandates"."""
    share = _SHARE_OF.search(head)
    return share is not None and not any(
        is_people(word) or word.lower() in ANSWERS for word in share["what"].split()
    )


def _cells(block: SourceBlock) -> list[tuple[int, str, str]]:
    """Place, text and column head of each cell."""
    found, place = [], 0
    heads = block.header if len(block.header) == len(block.cells) else ("",) * len(block.cells)
    for text, head in zip(block.cells, heads):
        found.append((place, text, head))
        place += len(text) + len(_JOINT)
    return found


def _share_of(text: str, head: str) -> Percentage | None:
    """The percentage that a cell consists of; a bare number counts under a head that says percent."""
    if _BARE.fullmatch(text):
        if not _IN_PERCENT.search(head):
            return None
        start = len(text) - len(text.lstrip())
        return Percentage(float(text), start, start + len(text.strip()))
    found = find_percentages(text)
    whole = len(found) == 1 and not found[0].is_range and not text[: found[0].start].strip("~ (") and not text[
        found[0].end :
    ].strip(" )")
    return found[0] if whole else None


def _moved(share: Percentage, start: int) -> Percentage:
    return Percentage(share.percent, share.start + start, share.end + start, share.is_range, share.form, share.vague)


def _number(head: str) -> int | None:
    """How many people a column is of: "Under 45 (n = 312)"."""
    number = _NUMBER.search(head)
    return count_of(number[1]) if number else None


def _people(head: str) -> str | None:
    """ "Women" and "Women (%)" name a part of those asked; "Share of respondents" names them all."""
    words = re.sub(r"[(\[].*?[)\]]|%", "", head).split()
    named = [word for word in words if is_people(word) and word.lower() not in _EVERYBODY]
    if _AGED.fullmatch(" ".join(words)):
        return " ".join(words).lower()
    words = [word if word[1:].lower() != word[1:] else word.lower() for word in words]
    return " ".join(words) if named and len(words) < 4 and not _SHARES.search(" ".join(words)) else None
