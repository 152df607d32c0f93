"""What the page reader points at, worded as a field holds it; what cannot be a value of its field is no opinion.

A pointer to a first and a last token may rest on a word too many ("directory Docket & Bench"), or on words that stand
where such values often do ("By Ann Lee", the line of a page's author).
"""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.importing.extraction.places import plain_place
from knowledge.importing.extraction.survey_words import REPORT, SURVEY
from knowledge.importing.learned.reader import Value

NO_OPINION = Value(None, 0.0)
_ONE_NUMBER = re.compile(r"[^\d%]*?(\d{1,3}(?:[,\s]\d{3})+|\d{2,7})(?![\d.,])(?!\s?(?:million|thousand|k\b))[^\d%]*")
_OF_SURVEY = re.compile(rf"\b(?:{SURVEY}|{REPORT})\b", re.IGNORECASE)
_WHOSE = re.compile(r"^(?:(?:my|our|the|an?|this|that|its|their|his|her|own|last|another|one)\s)+", re.IGNORECASE)
_ANY_SURVEY = re.compile(  # "Reader survey", "Spring poll"
    r"(?:Reader|Member|Alumni|Exit|Spring|Summer|Autumn|Fall|Winter|Annual|Online|New|Latest|Recent|Salary)['’s]*\s"
    rf"(?:{SURVEY}|{REPORT})\b"
)
_BYLINE = re.compile(r"(?:by|written by|posted by)\s", re.IGNORECASE)
_BEFORE_NAME = re.compile(r"^(?:[a-z][\w’'-]*\s)+(?=[A-Z\d])")
_BEHIND_NAME = re.compile(
    r"(?<=\w)\s(?:surveys?|polls?|study|census|reports?|data|numbers|figures|forum|page|site|website|directory|tool|users)"
    r"(?:\s(?:of|for|from|by|on|in)\s[a-z].*)?$"
    r"|(?<=[Ss]urvey|[Rr]eport|Census)\s(?:of|for)\s[a-z][^A-Z]*$"
)
_WEB_ADDRESS = re.compile(r"\b[\w-]+\.(?:com|org|net|fyi|io|co|gov|edu)\b", re.IGNORECASE)


def is_named(source: str) -> bool:
    """Whether a source has a name of its own, and is not just "my summer questionnaire"."""
    bare = _WHOSE.sub("", source)
    return bool(re.search(r"[A-Z]", bare[1:] if _ANY_SURVEY.match(bare) else bare) or _WEB_ADDRESS.search(bare))


def source_of(value: Value) -> Value:
    """The name of a survey, site or organisation: "directory Docket & Bench" is Docket & Bench."""
    if value.words is None:
        return value
    words = value.words.partition(" (")[0] if value.words.count("(") > value.words.count(")") else value.words
    if _BYLINE.match(words):
        return NO_OPINION
    if (address := _WEB_ADDRESS.search(words)) and words.islower():
        return replace(value, words=address.group())
    if is_named(words):
        return replace(value, words=_BEHIND_NAME.sub("", _BEFORE_NAME.sub("", words)))
    return replace(value, words=words) if _OF_SURVEY.search(words) else NO_OPINION


def people_of(value: Value) -> Value:
    """Those who were asked; a survey is nobody."""
    alone = value.words and len(value.words.split()) < 4 and _OF_SURVEY.search(value.words.split()[-1])
    return NO_OPINION if alone else value


def place_of(value: Value) -> Value:
    """A place as it is kept."""
    return replace(value, words=plain_place(value.words)) if value.words else value


def count_of(value: Value) -> Value:
    """A count of people in digits; nothing where the words are not one number: "312 of 1,204"."""
    found = _ONE_NUMBER.fullmatch(value.words or "")
    if value.words and not found:
        return NO_OPINION
    return replace(value, words=re.sub(r"\D", "", found[1])) if found else value


def year_of(value: Value) -> Value:
    """The same as a year."""
    found = count_of(value)
    return found if not found.words or 1950 <= int(found.words) <= 2100 else NO_OPINION
