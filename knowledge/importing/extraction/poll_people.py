"""Whom one percentage is of: all that were asked, or some of them under a name of their own."""

from __future__ import annotations

import re

from knowledge.importing.extraction.counts import COUNT, count_of
from knowledge.importing.extraction.people import PeoplePhrase, people_at
from knowledge.importing.extraction.poll_verdicts import Verdict
from knowledge.importing.extraction.survey_record import Survey
from knowledge.importing.extraction.survey_words import is_people

_AMONG = re.compile(
    r"^\W*(?:and |but |while )?(?:among|for|of) (?:the )?(?P<who>(?:\d{1,3}(?:,\d{3})+ )?[^,;:.]{3,80}?), ",
    re.IGNORECASE,
)
# "among GPs the figure was 39%"
_STANDS_AT = re.compile(
    r"\b(?:among|for|with|in) (?:the )?(?P<who>[^,;:.%\d]{2,60}?),?"
    r" (?:the (?:figure|share|proportion|number|percentage)"
    r"|it|this|that) (?:was|is|were|stood at|came to|reached|rose to|fell to)\s(?:only |just |about |even )?[^\s]+$"
    , re.IGNORECASE
)
# "Among women, 204 in all, 31% ..."
_COUNT_BESIDE = re.compile(rf"({COUNT})(?: (?:in|of|altogether|people)\b[^,;%\d]{{0,40}})?, ")
_N_BEHIND = re.compile(rf"\s?\([nN]\s?=\s?({COUNT})\)")
_SOME = re.compile(
    rf"^\W*(?:and |but |while )?(?:among|for|of) (?:the|those|these|our) ({COUNT}) [a-z]", re.IGNORECASE
)
_NARROWED = re.compile(r"(?:those|respondents|people)\s\w|who\s", re.IGNORECASE)
_NARROWING = re.compile(
    r"(?:under|over|aged|below|above|with|without|who|in|at|on|\d\d (?:and|or|to))\s", re.IGNORECASE
)
_SHARE_OF = re.compile(r"\b(?:share|proportion|percentage)\sof\s", re.IGNORECASE)
_ANY_DOCTORS = ("doctors", "physicians", "clinicians")
_READERS = ("members", "readers", "subscribers", "users", "listeners", "followers", "visitors", "callers")
_WHOEVER = ("respondents", "participants", "those", "people", "everybody", "everyone", "these", "them", "they",
            "whole group", "whole sample", "total")


def people_of(text: str, verdict: Verdict, survey: Survey) -> tuple[str | None, int | None, bool]:
    """Those whom one percentage is of; what it says of all who were asked is kept for the survey.

    Args:
        text: The sentence.
        verdict: How the percentage stands in it.
        survey: The survey it belongs to.

    Returns:
        Their name and number, each None unless they have their own, and whether they are only some of those asked.
    """
    phrase = verdict.people or _of_share(text, verdict)
    if phrase is None:
        among = _AMONG.match(text) or (_STANDS_AT.search(text[: verdict.end]) if verdict.form == "behind" else None)
        if among is None:
            return None, None, False
        people, number, narrower = _narrowed(among["who"], survey)
        beside = _COUNT_BESIDE.match(text, among.end()) if narrower else None
        return people, count_of(beside[1]) if beside else number, narrower
    if _says_nothing(phrase):
        return None, phrase.number, phrase.text.lower() == "those" and survey.used
    if phrase.number and survey.sample is None:
        survey.sample = phrase.number
    if survey.population is None or (phrase.text.lower() in _ANY_DOCTORS and survey.population in _READERS):
        survey.population = phrase.text
        return phrase.text, phrase.number, False
    narrower = survey.sample != phrase.number if phrase.number else phrase.head not in survey.population
    return phrase.text, phrase.number, narrower


def counted_beside(text: str, end: int) -> int | None:
    """How many a share is of, where that stands right behind it: "41% (n = 187)"."""
    beside = _N_BEHIND.match(text, end)
    return count_of(beside[1]) if beside else None


def led(text: str) -> bool:
    """Whether a sentence begins with those whom it is about: "Of those who had left, ..."."""
    return _AMONG.match(text) is not None


def share_of_some(text: str) -> bool:
    """Whether those with whom a sentence begins are counted beside their name: "Among women, 204 in all, ..."."""
    among = _AMONG.match(text)
    return among is not None and _COUNT_BESIDE.match(text, among.end()) is not None


def led_by_some(text: str) -> int | None:
    """How many those are with whom a sentence begins: 390 of "Among the 390 members under 45, 61% ..."."""
    some = _SOME.match(text)
    return count_of(some[1]) if some else None


def _of_share(text: str, verdict: Verdict) -> PeoplePhrase | None:
    """Those of "the share of members who plan to stop was 27%"."""
    match = _SHARE_OF.search(text, 0, verdict.end) if verdict.form == "behind" else None
    return people_at(text, match.end()) if match else None


def _says_nothing(phrase: PeoplePhrase) -> bool:
    """Whether those who answered are called no more than that: "the Sermo poll respondents"."""
    if phrase.head.lower() not in _WHOEVER[:2]:
        return phrase.text.lower() in _WHOEVER
    before = phrase.text.lower().partition(phrase.head.lower())[0].split()
    return not any(is_people(f"{word}s") or is_people(word) for word in before)


def _narrowed(who: str, survey: Survey) -> tuple[str | None, int | None, bool]:
    """ "those under 50" of a survey of surgeons are "surgeons under 50"; "the 512 surgeons" are all of them."""
    number = re.match(rf"({COUNT})\s", who)
    count = count_of(number[1]) if number else None
    who = who[number.end() :] if number else who
    if (count and count == survey.sample) or who.lower() in ((survey.population or "").lower(), *_WHOEVER):
        return None, None, False
    if not count and survey.population is None and not _NARROWED.match(who):
        return None, None, False
    who = f"those {who}" if who.startswith("who ") else who
    return who, count, True


def named_in_full(people: str, population: str | None) -> str:
    """ "those under 50" of a survey of surgeons are "surgeons under 50", and so are "under 50" in a table."""
    head = head_of(population) if population else "those"
    rest = re.sub(r"^(?:those|them|respondents)\b\s*", "", people, flags=re.IGNORECASE)
    return f"{head} {rest}" if rest != people or _NARROWING.match(people) else people


def head_of(population: str) -> str:
    """The words up to the noun that names the people: "family doctors" of "family doctors in the North"."""
    words = population.split()
    noun = next((index for index, word in enumerate(words) if is_people(word)), 0)
    return " ".join(words[: noun + 1])
