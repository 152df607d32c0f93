"""What a message asks of a survey just shown: how many took part, when, what was asked, of whom.

A message counts only where every word of it is about surveys, so "how many people was that?"
asks for the size and "how many physicians retrain?" does not: that is a question of its own.
"""

from __future__ import annotations

import re
from typing import FrozenSet, Sequence, Tuple

from knowledge.language.mentions import Mention
from knowledge.language.shape import FUNCTION_WORDS
from knowledge.language.text import fold, tokenize

SIZE, DATE, QUESTION, PEOPLE = "size", "date", "question", "people"
MOST_WORDS = 16  # a longer message says more than that

_SURVEY_WORDS: FrozenSet[str] = frozenset(
    "poll polls polled polling pollsters survey surveys surveyed surveying study studies ask asked asking answer "
    "answered answers answering respond responded respondents respondent responses response took taken take taking "
    "part participated participants participant participate said voted votes vote voters number numbers total people "
    "folks ppl physicians docs conducted done run ran published data percent percentage percentages stat stats "
    "statistic statistics results result findings members group sample size sized n exact exactly precise precisely "
    "precise question questions questionnaire wording worded words phrased phrase phrasing put year years month date "
    "dated dates old recent recently outdated stale current fresh long ago back latest big large small count counted "
    "included include covered cover represent represents representative population populations demographics "
    "demographic specialty specialties country countries world worldwide global globally american americans us usa "
    "only all just based time doctors came come whole full verbatim text behind".split()
)
_ASPECTS: Tuple[Tuple[str, "re.Pattern[str]"], ...] = (
    (SIZE, re.compile(
        r"\bhow (?:many|big|large|small)\b|\bsample\b|\brespond[ae]nts?\b|\bout of how\b|\bsize\b|\bhead ?count\b"
        r"|\b(?:number|count) of (?:people|physicians|doctors|docs|participants|members|votes)\b"
        r"|\bn ?=|\bthe n\b|^n\W*$")),
    (DATE, re.compile(
        r"\bwhen\b|\b(?:what|which|from what) (?:year|month|date)\b|\bhow (?:old|recent|current|fresh|long ago)\b"
        r"|\bdate[ds]?\b|^(?:year|date)\b|\b(?:is|are|was|were)\b.*\b(?:recent|outdated|old|current|stale|dated)\b"
        r"|\bwhat time\b")),
    (QUESTION, re.compile(
        r"\bquestions?\b|\bword(?:ing|ed)\b|\bphras(?:ed?|ing)\b|\bverbatim\b|\bquestionnaire\b"
        r"|\bwhat (?:was|were|did|do|exactly|precisely)\b.*\bask(?:ed|ing)?\b"
        r"|\bhow was (?:it|that|this) (?:put|asked)\b")),
    (PEOPLE, re.compile(
        r"\bwho(?:m|se|s|'s)?\b|\bpopulations?\b|\bdemographics?\b|\brepresentative\b"
        r"|\b(?:which|what)(?: kind of| type of| sort of)? (?:doctors|docs|physicians|people|specialt\w+|members)\b"
        r"|\b(?:is|are|was|were)\b.*\b(?:us|usa|american|americans|global|worldwide|country)\b")),
)
_ABOUT_THEM = re.compile(r"\W*(?:(?:so|and|but|ok|wait) )*(?:is|are|was|were)\b")
_BESIDE = frozenset(("reference", "cue", "count", "percent", "geography"))


def survey_aspects(text: str, mentions: Sequence[Mention]) -> Tuple[str, ...]:
    """The aspects of a survey that a message asks for, in a fixed order; empty if it asks for something else.

    Args:
        text: What the person typed.
        mentions: What `understand` found in it.
    """
    folded = fold(text).strip()
    tokens = tokenize(folded)
    if not tokens or len(tokens) > MOST_WORDS or any(_is_of_its_own(m, folded) for m in mentions):
        return ()
    named = {at for m in mentions for at in range(m.start, m.end) if m.kind in ("specialty", "percent")}
    known = FUNCTION_WORDS | _SURVEY_WORDS
    strange = [t.key for t in tokens if t.start not in named and t.key not in known and not t.key.isdigit()]
    if strange:
        return ()
    found = tuple(aspect for aspect, pattern in _ASPECTS if pattern.search(folded))
    if not found and _ABOUT_THEM.match(folded) and any(m.kind == "specialty" for m in mentions):
        return (PEOPLE,)  # "were those oncologists?"
    return found


def _is_of_its_own(mention: Mention, folded: str) -> bool:
    """Whether a name or a wish makes the message a question of its own: "how many remote ones?"."""
    if mention.kind == "specialty":
        return not _ABOUT_THEM.match(folded)
    words = set(mention.text.lower().split())
    return mention.kind not in _BESIDE and not words <= _SURVEY_WORDS | FUNCTION_WORDS
