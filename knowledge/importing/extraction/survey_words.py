"""The words by which surveys, the people asked, and what they do are told apart from other percentages."""

from __future__ import annotations

import re

from knowledge.importing.extraction.role_words import JOB_NOUNS

PEOPLE = frozenset(
    "adults applicants attendees attendings candidates caregivers clinicians colleagues consultants directors"
    " docs doctors"
    " dos employees gps pas nps employers everybody everyone executives faculty fathers fellows freelancers"
    " graduates gynecologists"
    " interviewees leaders leavers liaisons listeners managers mds members men mothers msls nurses ob-gyns owners"
    " parents participants partners peers people persons physicians practitioners professionals readers recruiters"
    " residents respondents reviewers spouses staff students subscribers surgeons takers teachers those trainees users"
    " veterans visitors voters wives women workers writers internists interns hospitalists specialists generalists"
    " switchers beginners newcomers alumni experts patients families companies hospitals practices groups firms"
    " organizations organisations health-systems systems departments community specialties chiefs clients callers"
    " couples customers folks earners locums sponsors volunteers anybody anyone".split()
)
_PEOPLE_ENDINGS = ("ists", "ians", "geons", "wives", "ainees", "oyees", "medics", "nurses", "holders")
_WORKERS = frozenset(f"{noun}s" for noun in JOB_NOUNS if noun.endswith(("er", "or", "ant", "eur", "ney")))
_DOERS = re.compile(r"[a-z]{3,}-[a-z]{3,}ers")  # "part-timers", "card-fillers", "job-seekers"
_NO_PEOPLE = frozenset(
    "lists checklists waitlists wishlists mists twists fists wrists cysts exists consists insists persists resists"
    " assists medians guardians shareholders placeholders".split()
)
PRONOUNS = frozenset("them these us you they".split())
ANSWERS = frozenset("answers replies responses votes ballots".split())

# What a person or an answer does; the verb right behind a percentage makes it a share of people.
_VERBS = (
    "said say says saying told tell reported report reporting named name naming cited cite citing mentioned mention"
    " identified identify pointed listed list chose choose choosing picked pick selected select ticked gave give"
    " indicated indicate agreed agree disagreed disagree strongly felt feel feeling think thought believed believe"
    " considered consider considering planned plan planning expected expect expecting wanted want wish wished"
    " would will"
    " had have has were are was is did do does don't didn't doesn't can could cannot can't couldn't may might should"
    " shouldn't wouldn't won't haven't hadn't hasn't aren't weren't isn't wasn't prefer preferred intend intended hope"
    " hoped need needed like liked love loved miss missed regret regretted left leave quit stay stayed work worked took"
    " take hold held earn earned make made use used see saw experience experienced suffer suffered described describe"
    " rated rate ranked rank answered answer responded respond voted vote favor favored favour favoured support"
    " supported"
    " oppose opposed knew know found find get got started start began begin doubt doubted worry worried trust trusted"
    " accept accepted reject rejected moved move switched switch changed change applied apply looked look looking"
    " recommend recommended admitted admit acknowledged noted note complained blamed blame attributed anticipate"
    " anticipated spend spent lack lacked enjoy enjoyed receive received lost lose turned turn returned return"
    " cut dropped"
    " drop put go went come came keep kept never rarely often also still already actively strongly seriously definitely"
    " probably currently now ask asked call called live lived run ran sleep slept dread fear feared value valued put"
    " struggle struggled remain remained screened met pursued pursue explored explore seek sought who whose"
    " wrote sent paid sold built taught gone rang grew sat stood fell rose began chosen spoke drew brought ran"
)
VERBS = frozenset(_VERBS.split())
AUXILIARIES = frozenset(
    "would will had have has were are was is did do does can could may might should been be not never also"
    " still".split()
)
PARTICIPLES = frozenset("polled surveyed asked questioned responding interviewed employed aged based trained".split())
OPINIONS = re.compile(
    r"\b(?:sa(?:y|id)|report(?:ed)?|think|thought|feel|felt|believed?|consider(?:ed|ing)?|plan(?:ned|ning)?"
    r"|expect(?:ed)?"
    r"|want(?:ed)?|wish(?:ed)?|would|intend(?:ed)?|hoped?|prefer(?:red)?|agreed?|cited?|named?|regret(?:ted)?|answered"
    r"|chose|experienced?|describe[ds]?|worr(?:y|ied)|are (?:actively )?(?:looking|thinking|planning))\b",
    re.IGNORECASE,
)

SURVEY = r"(?i:surveys?|polls?|polling|questionnaires?|stud(?:y|ies)|census)"
NAMED_SURVEYS = (
    "Survey|Poll|Study|Census|Panel|Pulse|Barometer|Monitor|Tracker|Inventory|Cohort|Questionnaire|Audit|Inquiry|Count"
)
REPORT = r"(?i:reports?|white papers?|data|index|barometer|numbers|figures|pulse|monitor|tracker)"
SAME = re.compile(
    rf"\b(?:the|that|this|these|same)\s(?:same\s)?(?:[\w’'-]+\s)?{SURVEY}\b|\bthe (?:same )?(?:questionnaire"
    rf"|respondents)\b"
    r"|\brespondents?\b|\bof (?:the )?[a-z]+ who (?:answered|replied|responded)\b(?! (?:to|in)\b)",
    re.IGNORECASE,
)
GOES_ON = re.compile(
    r"\bparticipants?\b|\b(?:of|among|by) (?:those|them|these)\b|\bthe share\b|\breplies\b", re.IGNORECASE
)


def is_people(word: str) -> bool:
    """Whether a noun stands for people, or for an organisation that can be asked."""
    word = word.lower().rpartition("-")[2] if word[:3].lower() in ("ex-", "non") else word.lower()
    if word in PEOPLE or word in _WORKERS or _DOERS.fullmatch(word):
        return True
    return word.endswith(_PEOPLE_ENDINGS) and word not in _NO_PEOPLE


def is_verb(word: str) -> bool:
    """Whether a word can say what a share of people does."""
    word = word.lower()
    return word in VERBS or (len(word) > 4 and word.endswith("ed")) or word.endswith("n't")
