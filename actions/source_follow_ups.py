"""Questions for other sources than those that the articles cite: MGMA, Doximity, anything independent."""

from __future__ import annotations

import re
from typing import Optional

from actions.open_questions import Answered
from actions.query import Query
from actions.role_follow_ups import MOST_CHARACTERS
from actions.services import Snapshot
from knowledge.answering.figures import answer_other_sources

_OTHERS = (
    ("MGMA", r"mgma"), ("Doximity", r"doximity"), ("Medscape", r"medscape"), ("AMGA", r"amga"),
    ("Merritt Hawkins", r"merritt(?: hawkins)?"), ("Salary.com", r"salary\.com"), ("PayScale", r"payscale"),
    ("the Bureau of Labor Statistics", r"bls|bureau of labor(?: statistics)?"), ("LinkedIn", r"linkedin"),
    ("Sullivan Cotter", r"sullivan ?cotter"), ("AAMC", r"aamc"), ("Indeed", r"indeed(?:\.com|'s)"),
    ("Levels.fyi", r"levels(?:\.fyi)"), ("Comparably", r"comparably"), ("Reddit", r"reddit"),
)
_OTHER_NAMES = tuple((name, re.compile(rf"(?<![\w@.]){words}(?!\w)", re.IGNORECASE)) for name, words in _OTHERS)
_OF_DATA = re.compile(r"\b(?:data|numbers?|figures?|stats?|sources?|surveys?|pay|salar\w+|say|says|from|according|"
                      r"cite\w*|"
                      r"use|check\w*|reports?|benchmarks?|percentiles?|instead|vs|compare\w*)\b", re.IGNORECASE)
_INDEPENDENT = re.compile(
    r"\b(?:independent|official|government|peer[- ]?reviewed|unbiased|neutral|academic|third[- ]party|less biased|"
    r"non[- ]sermo|reputable)(?: \w+)? (?:sources?|data|numbers?|figures?|stats?|stud(?:y|ies)|surveys?|research)\b"
    r"|\b(?:any|other|another|better|second)(?: \w+)? sources?\b(?! of)", re.IGNORECASE)


def another_source(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Any MGMA data?", "what's an independent source": none is cited; those that are, by name."""
    cited = " ".join(f.attributed_to or "" for f in snapshot.knowledge.figures.values()).lower()
    named = [name for name, words in _OTHER_NAMES if words.search(query.text)] if _OF_DATA.search(query.text) else []
    named = [name for name in named if name.lower() not in cited]
    if len(query.text) > MOST_CHARACTERS or (not named and not _INDEPENDENT.search(query.text)):
        return None
    if query.kinds and not named:
        return None
    return answer_other_sources(snapshot.knowledge, named), query.memory
