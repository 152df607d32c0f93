"""Names of jobs inside sentences: "as a trial pathologist", "a vice president of clinical development"."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge.importing.extraction.known import KnownWork, name_key, specialty_physicians
from knowledge.importing.extraction.presenting import presented, works_as
from knowledge.importing.extraction.role_names import RoleName, has_job_noun, roles_named
from knowledge.importing.extraction.role_words import BARE_JOBS, JOB_NOUNS, SUFFIXES
from knowledge.importing.extraction.told import work_told

_WORD = re.compile(r"[^\W\d_][\w'’/-]*")
_MODIFIERS = 4  # words before the job's noun
_STOPS = frozenset(
    """a an the this that these those its their his her our your my some any many most few all each every one two three four five
    another other such no as of for in on at to from with by and or but nor so than then when while because if is are was were
    be been being am do does did has have had can could may might will would shall should must not never only also just even
    hire hires hired hiring employ employs employed need needs want wants seek seeks recruit recruits run runs offer offers
    offering look looks looking pay pays paid paying give gives send sends use uses include includes including become becomes
    becoming became work works working worked serve serves serving served says said say told tell asks ask who which what where
    i you we they he she it there here about into over under between through during after before without within among
    earn earns earning make makes making charge charges get gets average averages like via per plus often usually typically
    generally now still today once both either neither several and/or e.g i.e me us them him know knows more less very
    lets let see sees call calls called titled named title titles s start starts ask asks help helps advise advises support
    supports find finds join joins lead leads hope hopes be's report reports reporting advising""".split()
)
SENTENCE_WORDS = _STOPS - frozenset("a an the of for in on at to with and or & from per as".split())
_EMPTY = frozenset(
    """former senior junior young old own good great new experienced fellow local single first regional national popular best
    entry-level full-time part-time freelance physician successful busy early mid-career retired current
    next last same dear general practicing practising typical average top leading independent academic private seasoned
    well-known respected qualified future potential prospective lucky male female american german british swiss own full
    associate staff hospital clinic ward community rural office house practice emergency-room board-certified certified trained salaried employed self-employed novice beginning contract in-house""".split()
)
_PERSONS = frozenset("physician doctor surgeon medic pathologist".split())
_VAGUE = frozenset(
    "expert leader professional reader author worker student trainee teacher employee officer fellow associate examiner".split()
)
_OF = frozenset("vice-president president director head chief chair dean manager lead vp officer leader".split())
_VERB_BEFORE = re.compile(
    r"(?:\b(?:as|hir(?:es?|ed|ing)|employ(?:s|ed|ing)?|recruit(?:s|ed|ing)?|seek(?:s|ing)?|need(?:s|ed|ing)?|want(?:s|ed|ing)?"
    r"|look(?:s|ed|ing)?\s(?:out\s)?for|runs?|engag(?:es?|ed|ing)|appoint(?:s|ed|ing)?|search(?:es|ing)?\sfor|become|becoming|became"
    r"|advertis(?:es?|ed|ing)\s(?:for)?|positions?\sfor|jobs?\s(?:for|as)|posts?\s(?:for|of|as)|roles?\s(?:such as|like|of|as|for)|called|titled"
    r"|work(?:s|ed|ing)?\sas|(?:is|am|was|i[’']m|s?he[’']s|who[’']s|we[’']re|you[’']re|they[’']re)(?:\snow)?|call(?:s|ed)?(?:\sme|\sit)?|pays?|fund(?:s|ed)?|offers?|retain(?:s|ed)?|contract(?:s|ed)?(?:\swith)?|uses?|turns?\sto|bring(?:s)?\son|"
    r"opening(?:s)?\sfor|vacanc(?:y|ies)\sfor|in\sdemand\sas|known\sas|the\stitle\s(?:is|of))\s+(?:(?:an?|the|its|their|some|one|more|also|full-time"
    r"|part-time|several|two|three|physicians?\sas|doctors?\sas|\w+ists?\sas)\s+){0,3})$",
    re.IGNORECASE,
)
# "does file review", "I write expert reports", "sits on an ethics committee": said of work that is known.
_DOES_BEFORE = re.compile(
    r"\b(?:do|does|did|doing|done|writ(?:es?|ing|ten)|wrote|(?:sit|sits|sat|sitting|serves?|served) on|join(?:s|ed)?|took up|takes? up"
    r"|(?:went|gone|moved|turned|switched) (?:in)?to|tr(?:y|ies|ied)|(?:start|began|begin|start)(?:s|ed)? with|chose|picked)"
    r"\s+(?:(?:an?|the|some|my|his|her|part-time|freelance|also|remote|mostly)\s+){0,2}$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^(?:(?:and|but|so|then|also|finally|first|second|third|now|often|today|here)[,\s]\s?)?(?:(?:(?:this|that) (?:sort|kind|type) of|the|an?|its|their|some|many|most|all|our|full-time"
                      r"|part-time|freelance|senior|junior|entry-level|mid-career|experienced|for|being|working as|in)\s+){0,3}$", re.IGNORECASE)  # fmt: skip

# "SIR - Medical writing deserves a mention", "Q: ", "Dr. Obi: " say who speaks.
_SALUTATION = re.compile(r"[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2}(?::\s|,?\s[–—-]\s)")
_WORK_SUBJECT = re.compile(
    r"(?:(?:Then|Next|Also|And|But|First|Second|Third|Finally|Last),?\s)?(?P<name>[A-Za-z][\w’'/-]*(?:\s[\w’'/-]+){1,6}?)"
    r"(?:[.!]$|\s(?:was|is|were|are|pays?|paid|deserves|comes?|came|brings?|brought|took|takes|suits|remains|can|may|has)\b)"
)
# "is training as a patent attorney", "the next step is vice president": not yet.
_NOT_YET = re.compile(
    r"(?:\b(?:train(?:s|ed|ing)?|stud(?:y|ies|ied|ying)|qualif(?:y|ies|ied|ying))\s(?:as|to be(?:come)?)"
    r"|\bnext\s(?:\w+\s)?(?:step|rung|stop|move|promotion|level|title|grade|post|job)s?\b[^.;:]{0,40}\b(?:is|are|was|would be|may be|might be))"
    r"\s(?:an?\s|the\s)?$",
    re.IGNORECASE,
)
_PERSON_AFTER = re.compile(r"\s(?P<noun>[a-z]+)\b")
_ENDS_IN_S = re.compile(r"[a-z]s\s")
_AS_A = re.compile(r"\bas (?:an?|the)\s$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’'](?:s\s|\s)")
_NAME_OF_ORGANISATION = re.compile(
    r"\s(?:Association|Society|Institute|Academy|College|Council|Foundation|Federation|Board of)\b"
)


@dataclass(frozen=True)
class Introduced:
    """A job that a sentence speaks of.

    Attributes:
        name: With its place in the sentence.
        how: "verb" after "as a", "hires a"; "subject" at the sentence's start; "mention" elsewhere.
    """

    name: RoleName
    how: str


@lru_cache(maxsize=256)
def jobs_in(text: str, known: KnownWork) -> tuple[Introduced, ...]:
    """The jobs that a sentence names, in order. Known kinds anywhere; new ones of two words or more."""
    places = [(m.kind, m.start, _person_end(text, m.start, m.end)) for m in known.mentions(text)]
    found = [RoleName(text[start:end], kind, start, end, 0.9) for kind, start, end in places]
    found += [name for name in _new_jobs(text) if not any(f.start < name.end and name.start < f.end for f in found)]
    found = [name for name in found if not _NAME_OF_ORGANISATION.match(text, name.end)]
    for work in (_work_as_subject(text, known), _worked_as(text)):
        if work is not None and not any(one.start < work.end and work.start < one.end for one in found):
            found.append(work)
    unsure = [name for name in found if not name.kind and _ENDS_IN_S.search(name.title)]
    if unsure and (told := work_told(text, known)):  # "Feld coaches physicians" is no kind of physician
        found = [name for name in found if name not in unsure or name.end <= told.start or told.end <= name.start]
    return tuple(Introduced(name, _how(text, name)) for name in sorted(found, key=lambda n: n.start))


def _work_as_subject(text: str, known: KnownWork) -> RoleName | None:
    """ "Biotech consulting was the surprise", "Then expert reports for insurers.": work before the verb or alone."""
    match = _WORK_SUBJECT.match(text)
    names = roles_named(match["name"], known) if match else []
    if len(names) != 1 or " " not in names[0].title or _POSSESSIVE.search(names[0].title):
        return None
    start = match.start("name") + names[0].start
    return RoleName(names[0].title, names[0].kind, start, start + len(names[0].title), 0.7)


def _worked_as(text: str) -> RoleName | None:
    """ "retrained as hospital chaplains": a job by what somebody does with it."""
    place = works_as(text)
    return place and RoleName(text[slice(*place)], None, *place, 0.7)


def _person_end(text: str, start: int, end: int) -> int:
    """Where a known name ends with whoever does it: "medicolegal adviser", "drug safety specialist"."""
    after = _PERSON_AFTER.match(text, end)
    is_person = after and _noun(after["noun"]) in SUFFIXES and not has_job_noun(text[start:end])
    return after.end() if is_person else end


def _how(text: str, name: RoleName) -> str:
    before = text[max(0, name.start - 70) : name.start]
    if _NOT_YET.search(before):
        return "mention"
    if _VERB_BEFORE.search(before) or (name.kind and _DOES_BEFORE.search(before)):
        return "verb"
    salutation = _SALUTATION.match(text)
    begin = max(salutation.end() if salutation else 0, text.rfind("; ", 0, name.start) + 2 if "; " in text[: name.start] else 0)
    if name.start - begin < 60 and _SUBJECT.match(text[begin : name.start]):
        return "subject"
    return (presented(text, name.start, name.end) if name.kind else None) or (
        "verb" if works_as(text) == (name.start, name.end) else "mention"
    )


def _new_jobs(text: str) -> list[RoleName]:
    words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
    found = []
    for index, (word, _, end) in enumerate(words):
        low = word.lower().replace("’", "'")
        if low.endswith("'s") or _noun(low) is None:
            continue
        first = index
        while first and index - first < _MODIFIERS and _modifies(text, words, first - 1):
            first -= 1
        last, end = _with_of(text, words, index, end)
        if index + 1 < len(words) and last == index and _is_modifier_itself(text, words, index):
            continue
        name = text[words[first][1] : end]
        if first == index and low in BARE_JOBS and _AS_A.search(text[max(0, words[index][1] - 20) : words[index][1]]):
            found.append(RoleName(name, None, words[first][1], end, 0.6))
        if first < index and _is_job([w.lower() for w, _, _ in words[first : index + 1]], name):
            found.append(RoleName(name, None, words[first][1], end, 0.7))
    return found


def _noun(word: str) -> str | None:
    if word in JOB_NOUNS:
        return word
    single = word[:-3] + "y" if word.endswith("ies") else word[:-1]
    return single if word.endswith("s") and single in JOB_NOUNS else None


def _modifies(text: str, words: list[tuple[str, int, int]], at: int) -> bool:
    word, _, end = words[at]
    low = word.lower().replace("’", "'")
    return low not in _STOPS and text[end : words[at + 1][1]] in (" ", "-") and not low.endswith(("'s", "ly", "s'"))


def _is_modifier_itself(text: str, words: list[tuple[str, int, int]], index: int) -> bool:
    """ "lead physician": the noun goes on."""
    following = words[index + 1]
    return text[words[index][2] : following[1]] == " " and _noun(following[0].lower()) is not None


def _with_of(text: str, words: list[tuple[str, int, int]], index: int, end: int) -> tuple[int, int]:
    """ "vice president of clinical development" to its end."""
    noun = _noun(words[index][0].lower())
    if noun not in _OF or index + 2 >= len(words) or text[end : words[index + 1][2]] != " of":
        return index, end
    last = index + 1
    while (
        last + 1 < len(words)
        and last - index < 4
        and words[last + 1][0].lower() not in _STOPS
        and text[words[last][2] : words[last + 1][1]] == " "
    ):
        last += 1
    return (last, words[last][2]) if last > index + 1 else (index, end)


def _is_job(words: list[str], name: str) -> bool:
    noun = _noun(words[-1].replace("’", "'")) or ""
    if name_key(name) in specialty_physicians() or name_key(words[-1]) in specialty_physicians():
        return False
    modifiers = [word for word in words[:-1] if word not in _EMPTY]
    if noun in _PERSONS or noun in _VAGUE:
        modifiers = [word for word in modifiers if word not in ("medical", "clinical")]
    if noun in _PERSONS:
        modifiers = [word for word in modifiers if not _is_specialty_word(word)]
    return bool(modifiers)


def _is_specialty_word(word: str) -> bool:
    return any(
        f"{word} {person}" in specialty_physicians() for person in ("physician", "surgeon", "doctor")
    ) or word.endswith("ist")
