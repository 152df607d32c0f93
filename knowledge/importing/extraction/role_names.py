"""Names of kinds of work in headings, labels and table cells: known ones by their names, new ones by their form."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.importing.extraction.known import KnownWork, name_key, specialty_physicians
from knowledge.importing.extraction.name_core import core_of
from knowledge.importing.extraction.role_words import (
    COUNTS,
    JOB_NOUNS,
    KIND_HEADS,
    KIND_SHIFTS,
    MODIFIERS,
    NO_WORK,
    NOT_ROLE_STARTS,
    NOT_ROLES,
    NOT_WORK_NOUNS,
    ORGANISATIONS,
    OTHER_HEADS,
    PREFIXES,
    SUFFIXES,
    WORK_NOUNS,
)

# "program officer, and a foot in the door": what a heading says besides.
_BESIDES = re.compile(r",?\s(?:and|plus|with|but|or)\s(?:an?|the|some|more|other|what|how|why)\s.*$", re.IGNORECASE)
_SHORT_FORM = re.compile(r"\s\([A-Z][A-Za-z&/.-]{1,7}\)(?=\s[a-z])")  # "disability (C&P) examiner"
_OPENER = re.compile(r"\s(?:of|for|in|at|with|to|on|from|within|by|near|as)\s|,\s|\s[–—-]\s|:\s|\s\(", re.IGNORECASE)
_SPLIT = re.compile(r",\s+(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+|;\s+")
_AND = re.compile(r"(?:\s|,)(?:and|or|&)\s|;")
_WORD = re.compile(r"[^\W_][\w'’.&/-]*")
_LONGEST = 90  # characters of a name
_QUOTES = "“”\"'‘’ "


@dataclass(frozen=True)
class RoleName:
    """A name of a kind of work, at `start` to `end` of the text it stands in."""

    title: str
    kind: str | None
    start: int
    end: int
    confidence: float


def roles_named(text: str, known: KnownWork) -> list[RoleName]:
    """The kinds of work that a heading, a label or a cell names; several when it lists several."""
    start, end = core_of(text)
    core = text[start:end]
    if not core or len(core) > _LONGEST or core.endswith("?"):
        return []
    if (besides := _BESIDES.search(core)) and not _names_work(besides.group(), known):
        core = core[: besides.start()]
    before, colon, after = core.partition(": ")
    if colon and _AND.search(after):
        inner = roles_named(after, known)
        if len(inner) > 1:
            shift = start + len(before) + 2
            return [RoleName(n.title, n.kind, n.start + shift, n.end + shift, n.confidence) for n in inner]
    whole = _named(core, start, known)
    parts = _parts(core) if _AND.search(core) else [(0, len(core))]
    if len(parts) > 1 and not (whole and whole.kind and known.kind_of(core)):
        several = [_named(core[a:b], start + a, known) for a, b in parts]
        if all(name and (name.kind or " " in name.title) for name in several):
            distinct = {name.kind or name_key(name.title) for name in several if name}
            if len(distinct) == len(several):
                return [name for name in several if name]
    if whole and not (colon and not whole.kind):
        return [whole]
    if colon:
        inner = roles_named(after, known)
        if inner and all(name.kind or name.confidence > 0.8 for name in inner):
            shift = start + len(before) + 2
            return [RoleName(n.title, n.kind, n.start + shift, n.end + shift, n.confidence) for n in inner]
        return roles_named(before, known)
    return []


def plain_name(text: str, known: KnownWork) -> RoleName | None:
    """A name without a known form, to be taken for a role only where its place says that it is one."""
    start, end = core_of(text)
    core = text[start:end]
    words = core.split()
    if not 1 <= len(words) <= 7 or core.endswith(("?", "!", ":")) or not any(c.isalpha() for c in core):
        return None
    works = core.lower() in WORK_NOUNS and core.endswith("s")  # "Surveys", several of them, are work
    if _starts_otherwise(core) or (name_key(core) in NOT_ROLES and not works) or is_organisation(core):
        return None
    if words[0].lower() in COUNTS or _head(core) in NO_WORK:
        return None
    return RoleName(core, known.kind_of(core), start, end, 0.55)


def is_organisation(name: str) -> bool:
    """Whether a heading is an employer: "Aldermoor Health Plan", "Law firms"."""
    words = [word.lower() for word in _WORD.findall(_OPENER.split(name)[0])]
    return bool(words) and words[-1].strip(".'’") in ORGANISATIONS


def has_job_noun(name: str) -> bool:
    """Whether a name ends like a person's job: "physician recruiter", "vice president of sales"."""
    head = _head(name)
    return head in JOB_NOUNS or _singular(head) in JOB_NOUNS


def _parts(core: str) -> list[tuple[int, int]]:
    parts, at = [], 0
    for match in _SPLIT.finditer(core):
        parts.append((at, match.start()))
        at = match.end()
    return [*parts, (at, len(core))]


def _named(name: str, start: int, known: KnownWork) -> RoleName | None:
    words = name.split()
    if not words or name_key(name) in NOT_ROLES:
        return None
    title, name = name, _SHORT_FORM.sub("", name)
    kind = known.kind_of(name)
    if kind:
        return RoleName(title, shifted(kind, name), start, start + len(title), 0.97)
    if _starts_otherwise(name) or len(words) > 12 or _is_sentence(name):
        return None
    head_part = _OPENER.split(name)[0]
    if _sells(name):
        return None
    halves = head_part.split(" / ")  # two names of one kind of work
    named = next((one for half in halves if (one := _head_mention(half, half, known))), None)
    mention = _head_mention(name, head_part, known) or named or _by_head(head_part, known)
    if mention:
        return RoleName(title, shifted(mention, name), start, start + len(title), 0.92)
    if is_organisation(name) or name_key(head_part) in specialty_physicians() or (
        name_key(head_part) in NOT_ROLES and (head_part == name or not has_job_noun(head_part))
    ):  # "Author" heads a byline, "Author of exam questions" is work
        return None
    head = _head(name)
    if head in JOB_NOUNS or _singular(head) in JOB_NOUNS:
        return RoleName(title, None, start, start + len(title), 0.85)
    if head in WORK_NOUNS and len(words) > 1:
        return RoleName(title, None, start, start + len(title), 0.7)
    return None


def _starts_otherwise(name: str) -> bool:
    """Whether a heading begins like one of something else; "Benefits assessor" and "Data analyst" do not."""
    first = name.split()[0].lower().strip(",:")
    return first in NOT_ROLE_STARTS and not (first in MODIFIERS and has_job_noun(name))


def shifted(kind: str, name: str) -> str | None:
    """The kind that a name's other words make of it: a hospice's medical director is not the pharma one."""
    for pattern, other in KIND_SHIFTS.get(kind, ()):
        if re.search(pattern, name, re.IGNORECASE):
            return other
    return kind


def _head_mention(name: str, head_part: str, known: KnownWork) -> str | None:
    """The kind of a name that holds a known one at its head: "Preoperative Telehealth", "Medical director, CNS"."""
    mentions = known.mentions(name)
    if not mentions:
        return None
    in_head = [m for m in mentions if m.end <= len(head_part) + 1]
    at_end = [m for m in in_head if m.end >= len(head_part.rstrip(" ,:")) - 1]
    if at_end:
        return at_end[-1].kind
    last = in_head[-1] if in_head else None
    if last and set(name_key(name[: last.start]).split()) <= PREFIXES and set(name_key(head_part[last.end :]).split()) <= SUFFIXES:
        return last.kind
    return None


def _by_head(head_part: str, known: KnownWork) -> str | None:
    """The kind that the last noun alone tells: whoever writes is a writer, whatever about."""
    kind = KIND_HEADS.get(_singular(_head(head_part)))
    words = set(name_key(head_part).split()[:-1])
    return kind if kind in known.titles and words and not words & OTHER_HEADS else None


def _names_work(text: str, known: KnownWork) -> bool:
    """Whether some words hold a kind of work: "and an expert witness", "and the ethics chair"."""
    return bool(known.mentions(text)) or has_job_noun(text.strip(" ,"))


def _sells(name: str) -> bool:
    head = _head(name)
    return head in NOT_WORK_NOUNS


def _is_sentence(name: str) -> bool:
    low = f" {name.strip(_QUOTES).lower()} "
    return bool(
        re.search(
            r"\s(?:is|are|was|were|will|can|has|have|you|your|i|we|they|he|she|who|that|don't|make|makes|earn|earns|pay|pays|got)\s"
            r"|\w[’'](?:m|re|ve|ll|d)\s",
            low,
        )
    )


def _head(name: str) -> str:
    words = _WORD.findall(_OPENER.split(name)[0])
    return words[-1].lower().rstrip(".").replace("’", "'").removesuffix("'s") if words else ""


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
