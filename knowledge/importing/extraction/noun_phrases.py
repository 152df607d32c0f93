"""Names of jobs inside sentences: "as a trial pathologist", "a vice president of clinical development"."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.known import KnownWork, Mention
from knowledge.importing.extraction.new_jobs import is_job, job_noun, narrowed_from, new_jobs
from knowledge.importing.extraction.presenting import earners, earns, presented, there_is, works_as, works_done
from knowledge.importing.extraction.role_names import RoleName, has_job_noun, roles_named, shifted
from knowledge.importing.extraction.role_words import SUFFIXES
from knowledge.importing.extraction.told import work_told

_VERB_BEFORE = re.compile(
    r"(?:\b(?:as|hir(?:es?|ed|ing)|employ(?:s|ed|ing)?|recruit(?:s|ed|ing)?|seek(?:s|ing)?|need(?:s|ed|ing)?|want(?:s|ed|ing)?"
    r"|look(?:s|ed|ing)?\s(?:out\s)?for|runs?|engag(?:es?|ed|ing)|appoint(?:s|ed|ing)?|search(?:es|ing)?\sfor|become|becoming|became"
    r"|advertis(?:es?|ed|ing)\s(?:for)?|positions?\sfor|jobs?\s(?:for|as)|posts?\s(?:for|of|as)|roles?\s(?:such as|like|of|as|for)|called|titled"
    r"|work(?:s|ed|ing)?\sas|(?:is|am|was|i[’']m|s?he[’']s|who[’']s|we[’']re|you[’']re|they[’']re)(?:\snow)?|call(?:s|ed)?(?:\sme|\sit)?|pays?|fund(?:s|ed)?|offers?|retain(?:s|ed)?|contract(?:s|ed)?(?:\swith)?|uses?|turns?\sto|bring(?:s)?\son|"
    r"opening(?:s)?\sfor|vacanc(?:y|ies)\sfor|in\sdemand\sas|known\sas|(?:work|job|role|life|career)\sof|the\stitle\s(?:is|of))\s+(?:(?:an?|the|its|their|some|one|more|also|full-time"
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
    found = [_known_job(text, mention, known) for mention in known.mentions(text)]
    found += [name for name in new_jobs(text) if not any(f.start < name.end and name.start < f.end for f in found)]
    found = [name for name in found if not _NAME_OF_ORGANISATION.match(text, name.end)]
    for work in (_work_as_subject(text, known), _worked_as(text), *_paid(text, known)):
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
    """ "retrained as hospital chaplains": a job by what somebody does with it; and work that there is."""
    place = works_as(text) or there_is(text)
    return place and RoleName(text[slice(*place)], None, *place, 0.7)


def _paid(text: str, known: KnownWork) -> list[RoleName]:
    """Work by its place in a clause with money: "grant writing brings in $400", "they sit on audit panels ($90)"."""
    if not find_amounts(text):
        return []
    done = [RoleName(text[start:end], known.kind_of(text[start:end]), start, end, 0.65) for start, end in works_done(text)]
    names = [(named, start) for start, end in earners(text) for named in roles_named(text[start:end], known)]
    return done + [
        RoleName(one.title, one.kind, start + one.start, start + one.end, 0.7)
        for one, start in names if " " in one.title and _says_enough(one.title)
    ]  # fmt: skip


def _says_enough(title: str) -> bool:
    """Whether a name is more than "senior director": of what it is one, or what narrows it."""
    return " of " in title or not has_job_noun(title) or is_job(title.lower().split(), title)


def _known_job(text: str, mention: Mention, known: KnownWork) -> RoleName:
    """A known name with whoever does it: "medicolegal adviser"; and with what makes it other work: "prison"."""
    start, end, kind = mention.start, mention.end, mention.kind
    after = _PERSON_AFTER.match(text, end)
    noun = job_noun(after["noun"]) if after and not has_job_noun(text[start:end]) else None
    if noun is not None:
        end = after.end()
        kind = known.kind_of(text[start:end]) or (kind if noun in SUFFIXES else None)
    first = narrowed_from(text, start)
    if kind and first < start and (other := shifted(kind, text[first:end])) != kind:
        start, kind = first, other
    return RoleName(text[start:end], kind, start, end, 0.9)


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
    if name.kind:
        return presented(text, name.start, name.end) or "mention"
    if works_as(text) == (name.start, name.end):
        return "verb"
    if there_is(text) == (name.start, name.end):
        return "subject"
    is_paid = find_amounts(text) and (
        earns(text, name.start, name.end) or (name.start, name.end) in works_done(text)
    )
    return "subject" if is_paid else "mention"
