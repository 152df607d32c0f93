"""Lines that are no part of the article: advertisements and pointers to other pages that no reader left out."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re

_POINTER = re.compile(
    r"\W*(?:read (?:more|next|also)|also read|see also|related(?: (?:articles?|reading|posts?|stories|links?))?|more (?:on this|from \w+|stories)|(?:you )?(?:may|might) also like"
    r"|don[’']t miss|up next|recommended|trending|most read|editor[’']s picks?)\s*[:|»>–—-]",
    re.IGNORECASE,
)
_ADS = re.compile(
    r"[\W\d]*(?:advertisements?|adverts?|sponsored|promoted|paid (?:content|posts?)|small ads|classifieds?|classified ads|job ads|(?:a word )?from our (?:sponsors?|partners?)|this (?:week|episode)[’']s sponsor)\b",
    re.IGNORECASE,
)
# "Nocturnists wanted! Montana, $2,650/day", "LOCUMS FM needed, rural NE": somebody looks for clinicians or tenants.
_WANTED = re.compile(r"(?:^|[.!?—–-]\s*)(?:[A-Z][\w/&-]*\s){1,4}(?:urgently\s)?(?:wanted|needed|sought)\s?(?:[!,:;.]|in\b|for\b)")
_APPLY = re.compile(r"\b(?:talk to a recruiter|apply (?:now|today|here)|click here to apply|send (?:us )?your (?:cv|resume) (?:to|today)|use code [A-Z0-9]{3,})\b", re.IGNORECASE)
_LONGEST = 400  # characters; an advertisement among the text is short
ASIDE = "in an advertisement or a pointer to another page"


def is_aside(block: str, heading: str = "") -> bool:
    """Whether a block, or the heading over it, is an advertisement or points to another article."""
    if _POINTER.match(block) or _ADS.match(block) or (heading and len(heading) < 60 and _ADS.match(heading)):
        return True
    return len(block) < _LONGEST and bool(_WANTED.search(block) or _APPLY.search(block))
