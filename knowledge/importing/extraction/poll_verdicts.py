"""Whether a percentage is a share of people in a survey; if not, what else it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.importing.extraction.grammar import parsed
from knowledge.importing.extraction.people import PeoplePhrase, people_at
from knowledge.importing.extraction.percentages import Percentage
from knowledge.importing.extraction.poll_others import left_over, other_thing
from knowledge.importing.extraction.survey_words import ANSWERS, OPINIONS, PRONOUNS, is_people, is_verb

_ASKED = re.compile(r"\b(?:respondents|participants|polled|surveyed|asked|questioned|responding)\b", re.IGNORECASE)
_OF = re.compile(r"\s*(?:\(\d+\)\s)?of\s", re.IGNORECASE)
_NOUNS = (
    ("a share of time or work", re.compile(r"\b(?:time|work|day|days|week|hours?|job|jobs|effort|schedule"
        r"|shifts?|calls?|position|role)\b", re.I)),
    ("a share of money", re.compile(
        r"\b(?:base|salary|salaries|pay|income|revenue|billings|collections|sales|price|cost|fees?|rate"
        r"|compensation|earnings|profits?"
        r"|proceeds|tuition|loan|company|equity|shares|offer|premiums?|value|money|amount|total|package"
        r"|invoice)\b", re.I)),
)  # fmt: skip
_BEHIND = re.compile(
    r"(?:\b(?:with|at|by|was|were|is|are|been|to|got|received|drew|had|said|answered|replied|only|just|about|around|nearly|almost|over"
    r"|share))\s*$", re.I
)
_MARK_BEFORE = re.compile(r"[:–—,=-]\s*$")
_NAMED_BY = re.compile(r"\b(?:named|cited|chosen|mentioned|given|listed|picked|selected|ticked|reported|shared"
    r"|felt|held|rated|voiced"
                       r"|expressed|preferred|supported|favou?red|endorsed|raised|noted|indicated"
                       r"|identified)\b[^.;]{0,60}\bby\s+"
                       r"(?:\w+\s){0,2}$", re.I)  # fmt: skip
_BEGINS = re.compile(r"\W*(?:(?:and|but|only|just|about|another|a further|around|some|over|nearly|almost"
    r"|fully)\s){0,3}", re.IGNORECASE)
_YES_NO = re.compile(r"(?:yes|no|maybe|undecided|unsure|neither)$", re.IGNORECASE)
_POSSESS = frozenset(
    "keep bear take get charge cost earn add bring yield pay make reach total return be have run average hold".split()
)
_FILLER = re.compile(r"[\s,]*(?:(?:also|still|already|now|only|however|meanwhile|instead|in contrast|by contrast"
    r"|even|now|then|simply)\b[\s,]*)*")
_NO_ACT = re.compile(r"(?:followed|compared|versus|based|who|whose|called)\b", re.IGNORECASE)
_SAID = re.compile(
    r"\s(?:also |even |still |actually )?(?:said|say|named|cited|answered|replied|agreed|disagreed|felt|thought"
    r"|reported|chose"
    r"|regret|regretted|indicated|told|mentioned|plan|planned|considered|believe|believed|wanted|want"
    r"|would)\b", re.IGNORECASE
)
_ARE_ANSWERS = re.compile(r"(?:were|was|are|is|came|ranked|topped|made|led|head\w*)\s(?:the|among|in|also|first"
    r"|up|out)\b", re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True)
class Verdict:
    """What a percentage is.

    Attributes:
        form: How its answer is told: "people" (26% of physicians said ...), "verb" (26% said ...),
            "aside" (long hours (26%)), "behind" (long hours came first with 26%), "more" (and 19% long
            hours, after a poll with a verb); None for no poll.
        why: Of no poll, what it is instead.
        people: Those it is a share of, where they are named.
        end: Where what follows the percentage begins: behind "of physicians".
        is_other: Its own words say that it is something else.
    """

    form: str | None
    why: str = ""
    people: PeoplePhrase | None = None
    end: int = 0
    is_other: bool = False


def judge(text: str, share: Percentage, *, in_survey: bool, after_poll: bool) -> Verdict:
    """Say what a percentage is.

    Args:
        text: The sentence, list item or cell.
        share: The percentage in it.
        in_survey: Whether the text speaks of a survey here.
        after_poll: Whether another percentage of this sentence is a poll.
    """
    if share.vague:
        return Verdict(None, "it is no exact percentage")
    before, after = text[max(0, share.start - 100) : share.start], text[share.end : share.end + 200]
    if why := left_over(before, after):
        return Verdict(None, why)
    of = _OF.match(after)
    if of:
        return _of_something(text, share, of.end(), in_survey=in_survey)
    if share.form == "out of" and _are_people(text, share.end):
        return _of_something(text, share, 0, in_survey=in_survey)
    why = other_thing(before, after)
    if why and not (in_survey and before.endswith("(") and not share.is_range):
        return Verdict(None, why, is_other=True)
    if share.is_range:
        return Verdict(None, "it is a range, not one percentage")
    if not in_survey and not _SAID.match(after):
        return Verdict(None, "no survey is named")
    return _answer(text, share, before, after, after_poll=after_poll)


def _of_something(text: str, share: Percentage, skip: int, *, in_survey: bool) -> Verdict:
    position = share.end + skip
    people = people_at(text, position)
    following = text[position : position + 80]
    first = _WORD.match(following)
    pronoun = first is not None and first.group().lower() in PRONOUNS
    answers = any(word.lower() in ANSWERS for word in _WORD.findall(following)[:4])
    if people is None and not pronoun and not answers:
        why = next((why for why, nouns in _NOUNS if nouns.search(following[:40])), "it is no share of people")
        return Verdict(None, why)
    if share.is_range:
        return Verdict(None, "it is a range, not one percentage")
    readers = pronoun and first.group().lower() in ("you", "us") and _SAID.match(text, position + first.end())
    if pronoun and people is None and not (in_survey or readers):
        return Verdict(None, "it does not say who")
    named = people is not None and _ASKED.search(people.text + text[people.end : people.end + 12])
    if not (in_survey or named or OPINIONS.search(text, people.end if people else position)):
        return Verdict(None, "no survey is named")
    end = people.end if people else position + (first.end() if first else 0)
    return Verdict("people", people=people, end=end)


def _acts(word: str, share: Percentage) -> bool:
    """Whether a word is what the people do; "one in ten" may regret it, or regrets it."""
    return is_verb(word) or (share.form == "out of" and word.endswith("s") and is_verb(word[:-1]))


def _are_people(text: str, position: int) -> bool:
    """Whether people stand there: "one in three physicians", not "one in three missed their patients"."""
    first = _WORD.search(text, position, position + 40)
    return first is not None and not is_verb(first.group()) and people_at(text, position) is not None


def _answer(text: str, share: Percentage, before: str, after: str, *, after_poll: bool) -> Verdict:
    inside = before.rstrip().endswith(("(", "[")) and re.match(r"\s*(?:[^()]{0,40})[)\]]", after)
    beside = None if inside else re.match(r"\s*\([^()]{0,60}\)", after)  # "40% (2021: 31%) said"
    start = share.end + (inside or beside).end() if inside or beside else share.end
    start = _FILLER.match(text, start).end()
    word = _WORD.match(text, start)
    acts = word is not None and _acts(word.group(), share) and not _NO_ACT.match(text, start)
    if acts and not _NAMED_BY.search(before) and not (inside and _ARE_ANSWERS.match(text, start)):
        return Verdict("verb", end=start)
    if inside:
        return Verdict("aside", end=start)
    ends_there = re.match(r"\s*(?:[.;,()]|$|and\b)", after) is not None
    if _NAMED_BY.search(before) or _BEHIND.search(before) or (ends_there and _MARK_BEFORE.search(before)):
        return Verdict("behind", end=share.end)
    if word and (after_poll or before.rstrip().endswith(":") or _YES_NO.match(word.group())):
        return Verdict("more", end=start)
    if word and _BEGINS.fullmatch(text[max(0, share.start - 60) : share.start].rpartition(";")[2]):
        return Verdict("verb", end=start)
    if ends_there and _is_object(text, share):
        return Verdict("behind", end=share.end)
    return Verdict(None, "it is not clear what was answered")


def _is_object(text: str, share: Percentage) -> bool:
    """Whether something is said to do something to the share: "the cost of insurance worried 29 percent"."""
    doc = parsed(text)
    last = next((token for token in reversed(doc) if share.start <= token.idx < share.end), None)
    if last is None or last.head.pos_ not in ("VERB", "ADJ") or last.i < last.head.i or last.dep_.startswith("nsubj"):
        return False
    if last.head.lemma_.lower() in _POSSESS:
        return False  # "The platform keeps 30%"
    subject = next((child for child in last.head.children if child.dep_ == "nsubj"), None)
    return subject is not None and subject.pos_ == "NOUN" and not is_people(subject.text) and share.start - 12 < (
        last.head.idx + len(last.head)
    ) < share.start
