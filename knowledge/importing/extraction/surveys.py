"""What a sentence says of a survey: who asked whom, how many, when, what, and how many answers were allowed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.importing.extraction.answers_allowed import answers_allowed
from knowledge.importing.extraction.asking import asking_in
from knowledge.importing.extraction.counts import ANY_COUNT, COUNT, count_of
from knowledge.importing.extraction.people import PeoplePhrase, people_at
from knowledge.importing.extraction.poll_people import led_by_some, share_of_some
from knowledge.importing.extraction.survey_parts import PartAsked, part_asked
from knowledge.importing.extraction.survey_sources import SurveySources
from knowledge.importing.extraction.survey_words import (
    GOES_ON,
    NAMED_SURVEYS,
    PRONOUNS,
    REPORT,
    SAME,
    SURVEY,
    is_people,
)
from knowledge.importing.extraction.survey_years import year_by, year_in

_OPENS = re.compile(
    rf"\b(?:an?|another|one|our|my|their|its|recent|new|second|annual|latest|(?:19"
    rf"|20)\d\d)\s(?:[\w’'.&-]+\s){{0,4}}{SURVEY}\b"
    rf"|\b{SURVEY}\s(?:of|by|from|among|conducted|published|commissioned|found|finds|shows?|showed|reveals?|asking)\b"
    r"|\b(?:we|i|(?-i:[A-Z])[\w.]+|(?:the|this)\s\w+)\s(?:also\s|then\s|recently\s)?(?:ask(?:ed)?|polled"
    r"|surveyed|questioned|interviewed"
    r"|put\s(?:\w+\s){0,3}question)(?!\s(?:for|with|to|in|at|if|that|myself)\b)"
    # "the Wainscot Survey", but not what it pays; "(Marburg Monitor 2022, 8,460 hospital doctors)"
    rf"|(?-i:(?!(?:Salary|Compensation|Pay)\s)[A-Z][\w’'&-]+(?!\sSalary|\sCompensation|\sPay)\s(?:{NAMED_SURVEYS})\b)"
    r"|\((?:poll: |survey: )?(?-i:[A-Z])[^()]{2,60}(?:19|20)\d\d\b[^()]*\)"
    rf"|^\W*(?:[\w’'.&-]+\s){{0,4}}{SURVEY}[,:]|\bin ours\b"
    r"|\b(?:of|among) those who (?:responded|answered|replied|took part|voted)\b"
    rf"|\b(?:surveyed|polled)\b|\bn\s?=\s?\d|^Of the {ANY_COUNT}\s(?:\w+\s){{0,3}}who\b"
    r"|\b(?:answered|completed|returned) (?:the|our) ",
    re.IGNORECASE,
)
_SOURCED = re.compile(rf"\b(?:{SURVEY}|{REPORT})\b|\b(?:found|according to|asked|told|reports?"
    rf"|source)\b", re.IGNORECASE)
_NEW = re.compile(
    rf"\b(?:an?|another|one|second|new|separate|different)\s(?:[\w’'.&-]+\s){{0,4}}{SURVEY}\b", re.IGNORECASE
)
_THE_SURVEY = re.compile(rf"\b[Tt]he\s(?:[\w’'.&-]+\s){{1,6}}{SURVEY}\b")
_NO_SURVEY = re.compile(r"\b(?:paid|medical|online|market research|per) surveys?\b|\bsurveys? (?:pay"
    r"|paid)\b", re.IGNORECASE)
_INVITED = re.compile(r"\b(?:went (?:out )?to|sent (?:out )?to|invited|mailed to|e-?mailed to"
    r"|emailed)\s$", re.IGNORECASE)
_COUNTED = re.compile(rf"(?<![\d.,$€£])({COUNT})\s(?=[A-Za-z])")
_ANSWERED = re.compile(
    rf"(?<![\d.,$€£])({COUNT})\s(?:(?!and\s|or\s)[A-Za-z][\w-]*\s(?:[A-Za-z][\w-]*\s){{0,3}}?)??"
    r"(?:replies|responses|answers|respondents|participants|completed|responded|answered|replied|took part|participated"
    r"|votes|voted|ballots|voters|sent (?:it|them) back|returned|people in all|in all|filled|clicks|clicked"
    r"|wrote (?:back|in)|came back|got back|joined in|forms|questionnaires|did(?=\s?(?:so\b|[.,;:])))\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(rf"\bn\s?=\s?({COUNT})", re.IGNORECASE)
_OF_WHOM = re.compile(
    rf"\b(?:{SURVEY}\s(?:of|among|with|for)|ask(?:ed|ing)?|poll(?:ed|ing)|survey(?:ed|ing)|interviewed|questioned|among"
    r"|(?:replies|responses|answers|votes)\s(?:were\s)?(?:received\s)?from|answered by|completed by|questions? to"
    r"|the views of"
    r"|(?P<loose>which|whom|where|\bof))\s",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(?P<of>reader|member|listener|subscriber|candidate|user|resident|physician|doctor)s?\s(?:survey|poll|census)"
    r"|\b(?:votes?|answers?|responses?|replies) (?:per|from each|for each) (?P<per>[a-z]+)",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"\bask(?:ed|ing)?\b(?:\s[\w’'-]+(?:\.[\w-]+)*){0,6}?\s(?:(?P<clause>(?:whether|if|what|why|how|which"
    r"|when)\b[^,;:.?()]{0,160})"
    r"|(?:about|for)\s(?P<topic>[^,;:.?()]{3,160}))",
    re.IGNORECASE,
)
_BESIDE_SHARE = re.compile(r"(?:%|per ?cent)(?:\s[^().;]{0,40})?\s\([nN]\s?=")
_ANYBODY = ("people", "respondents", "everybody", "everyone", "anybody", "anyone", "those")
_RESPONSE_WORDS = re.compile(r"\b(?:answered|responded|replied|took part|participated|replies|responses"
    r"|respondents)\b", re.I)


@dataclass(frozen=True)
class Said:
    """What one sentence says of a survey.

    Attributes:
        opens: It tells of a survey that may be a new one.
        new: It speaks of "a survey", which is another one if shares of one were given before.
        asks: Somebody asks people in it.
        continues: It speaks of a survey that was told of just before.
        same: It says so in words that reach further back: "the same survey".
        ours: The writers asked themselves; the source is the publisher, if known.
        part: Those who were asked again.
        some: How many those are with whom the sentence begins: "Among the 390 members under 45, ...".
        beside_share: The number stands in brackets behind a share, and may be that of a group: "41% (n = 187)".
    """

    opens: bool
    new: bool
    asks: bool
    continues: bool
    same: bool
    ours: bool
    source: str | None
    sample: int | None
    year: int | None
    population: str | None
    described: str | None
    group: str | None
    question: str | None
    multi_select: str
    part: PartAsked | None = None
    some: int | None = None
    beside_share: bool = False


def said_of_survey(sentence: str, start: int, sources: SurveySources) -> Said:
    """Read one sentence.

    Args:
        sentence: Its text.
        start: Where it begins in the document.
        sources: Knows the organisations of the document.
    """
    asking = None if _NO_SURVEY.search(sentence) else asking_in(sentence)
    part = part_asked(sentence)
    asker = sources.named_in(asking.by) if asking and asking.by else None
    asks = asking is not None and bool(asker or asking.ours or (asking.people.number and not asking.invited))
    some = share_of_some(sentence)  # a number is that of a part, then
    told = _OPENS.search(sentence) or (_ANSWERED.search(sentence) and not some)
    opens = asks or (bool(told) and not _NO_SURVEY.search(sentence))
    ours = (asking is not None and asking.ours) or sources.is_ours(sentence)
    named = (sources.named(sentence, start) if _SOURCED.search(sentence) or opens else None) or asker
    opens = opens or part is not None or (named is not None and bool(_THE_SURVEY.search(sentence)))
    answered = bool(_RESPONSE_WORDS.search(sentence))
    continues = bool(SAME.search(sentence) or GOES_ON.search(sentence)) or answered
    is_note = sentence.startswith(("(", "["))  # "(Exit interviews, 2024, 145 physicians.)"
    asked = asking.people if asking and asking.people.head.lower() not in _ANYBODY else None
    people = asked or _answering(sentence) or (asking.people if asking else None)
    people = people or _people(sentence, anywhere=bool(opens or named or is_note))
    sample = part.number if part and part.number else None
    if not some:
        sample = sample or _sample(sentence, None if asking and asking.invited else people)
    dated = opens or named or answered or is_note or asking is not None
    year = (year_in(sentence) or year_by(sentence, sources.published, made=opens)) if dated else None
    return Said(
        opens=opens,
        new=opens and bool(_NEW.search(sentence)),
        asks=asks,
        continues=continues or is_note,
        same=bool(SAME.search(sentence)),
        ours=ours,
        source=named or (sources.publisher if ours else None),
        sample=sample,
        year=year,
        population=(part and part.population) or _population(sentence, people),
        described=sources.described(sentence) if opens and not ours else None,
        group=_group(sentence),
        question=_question(sentence),
        multi_select=answers_allowed(sentence),
        part=part,
        some=None if named or asking else led_by_some(sentence),
        beside_share=bool(_BESIDE_SHARE.search(sentence)),
    )


def _people(sentence: str, *, anywhere: bool) -> PeoplePhrase | None:
    """Those who were asked: with their number if one is given, else the first that are named."""
    found = []
    for match in _OF_WHOM.finditer(sentence):
        phrase = people_at(sentence, match.end())
        if phrase is None or phrase.head.lower() in PRONOUNS or _invited(sentence, phrase):
            continue
        if phrase.number or not match["loose"]:
            found.append(phrase)
    numbered = [phrase for phrase in found if phrase.number and phrase.head.lower() != "people"]
    if not found and anywhere:
        counted = (people_at(sentence, match.start()) for match in _COUNTED.finditer(sentence))
        numbered = [one for one in counted if one and one.number and not _invited(sentence, one)]
    return (numbered or found or [None])[0]


def _answering(sentence: str) -> PeoplePhrase | None:
    """Those who are counted as they answer: "and 738 physicians did"."""
    match = _ANSWERED.search(sentence)
    found = people_at(sentence, match.start()) if match else None
    return found if found and found.head.lower() not in (*_ANYBODY, "participants", "voters") else None


def _invited(sentence: str, phrase: PeoplePhrase) -> bool:
    """Whether these were only asked to take part: "went to 2,900 members"."""
    return bool(_INVITED.search(re.sub(rf"{ANY_COUNT}\s$", "", sentence[max(0, phrase.start - 40) : phrase.start])))


def _sample(sentence: str, people: PeoplePhrase | None) -> int | None:
    for pattern in (_ANSWERED, _NUMBERED):
        if match := pattern.search(sentence):
            return count_of(match.group(1))
    return people.number if people and people.number and people.number > 9 else None


def _population(sentence: str, people: PeoplePhrase | None) -> str | None:
    if people is not None and people.head.lower() not in ("respondents", "participants", "people"):
        # "the 58 who answered" are no more than those who answered.
        return None if people.head == "those" and _RESPONSE_WORDS.match(people.text, len("those who ")) else people.text
    inside = re.search(rf"\(n\s?=\s?{ANY_COUNT},\s(?:all\s)?([^,()]{{3,60}})", sentence)
    if inside:
        return inside.group(1)
    before = re.search(r"(?:^|[,;:–—]\s)([^,;:()–—|]{3,60}) \(n\s?=", sentence)
    return before.group(1) if before and is_people(before.group(1).split()[0]) else None


def _group(sentence: str) -> str | None:
    group = _GROUP.search(sentence)
    word = (group["of"] or group["per"]).lower().removesuffix("s") + "s" if group else ""
    return word if is_people(word) and word not in ("people", "persons", "respondents", "participants") else None


def _question(sentence: str) -> str | None:
    match = _QUESTION.search(sentence)
    return (match["clause"] or match["topic"]).strip() if match else None
