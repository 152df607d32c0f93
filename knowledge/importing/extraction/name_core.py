"""The name in a heading or a label: without numbering, lead-in words, pay and what is in brackets at the end."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re

from knowledge.importing.extraction.amounts import find_amounts

_NUMBERING = re.compile(
    r"\s*(?:(?:(?:role|job|career|option|path|gig|side gig|idea|no\.?|number)\s*)?#?\s*(?:\d{1,3}|[ivx]{1,4})\s*[.):–—-]+\s*|[•*▪●►✓–—-]\s+"
    r"|[A-Za-z][.)]\s+|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[:.]\s+|(?:role|job|career|option|path|gig|side gig|idea)\s+(?:#?\d{1,3}|one|two|three|four|five|six|seven|eight"
    r"|nine|ten)\s*[:.–—-]\s*|#\d{1,3}\s+)",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"(?:(?:become|becoming|be|work as|working as|consider(?: being| becoming)?|try|serve as|serving as|the|a life as|career as|working in"
    r"|full[- ]time|part[- ]time|freelance(?= an?\s))\s)(?:an?\s)?|an?\s|(?:my|our) own ",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s*(?:\([^()]{0,60}\)|\[[^\[\]]{0,60}\])\s*$")
# "Utilization review physician salary by state": a table of its pay, and what it is.
_PAY_TAIL = re.compile(
    r"(?<=\w)\s(?:(?:average|annual|hourly|typical)\s)?(?:salary|salaries|pay|compensation|earnings|income)"
    r"(?:\s(?:data|figures|ranges?|levels?|tables?))?(?:\s(?:by|in|per|at|for|across)\s[^,;:?!]{1,40})?(?:,?\s20\d\d)?$",
    re.IGNORECASE,
)
_FOOTNOTE = "²³¹⁴⁵⁶⁷⁸⁹†‡§*"


def core_of(text: str) -> tuple[int, int]:
    """Where the name stands: without numbering, lead-in words, pay and what is in brackets at the end."""
    start = match.end() if (match := _NUMBERING.match(text)) else 0
    for amount in find_amounts(text)[:1]:
        cut = re.search(
            r"(?:[\s:–—|,;(-]|\b(?:up to|from|average|avg\.?|median|pay|salary|at|~|about|around|starting))+$",
            text[: amount.start],
            re.I,
        )
        if amount.start <= start + 2:  # the pay stands first
            rest = re.match(r"[\s:–—|,;)-]*(?:for\s|as an?\s)?", text[amount.end :])
            start = amount.end + (rest.end() if rest else 0)
            return _trim(text, start, len(text))
        return _trim(text, start, cut.start() if cut else amount.start)
    if match := _LEAD_IN.match(text, start):
        start = match.end() if match.end() < len(text) else start
    end = match.start() if (match := _PAY_TAIL.search(text, start)) else len(text)
    while (match := _TAIL.search(text, start, end)) and match.start() > start:
        end = match.start()
    return _trim(text, start, end)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not (text[start].isalnum() or text[start] in '“"('):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:–—-|" + _FOOTNOTE):
        end -= 1
    return start, end
