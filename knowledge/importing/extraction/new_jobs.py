"""Names of jobs of no known kind in running text, by the noun that ends them: "trial pathologist"."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re

from knowledge.importing.extraction.known import name_key, specialty_physicians
from knowledge.importing.extraction.role_names import RoleName
from knowledge.importing.extraction.role_words import BARE_JOBS, JOB_NOUNS

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
_ONE = frozenset("a an one another each every".split())
_SOMEBODYS = frozenset("my his her our your their".split())
_ACQUAINTED = frozenset(
    """neighbor neighbour friend colleague classmate roommate coworker co-worker partner spouse wife husband sister brother
    mother father mom dad daughter son cousin aunt uncle niece nephew boss buddy mate""".split()
)
_AS_A = re.compile(r"\bas (?:an?|the)\s$", re.IGNORECASE)


def new_jobs(text: str) -> list[RoleName]:
    """The jobs of no known kind that a sentence names: a job's noun with what narrows it."""
    words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
    found = []
    for index, (word, _, end) in enumerate(words):
        low = word.lower().replace("’", "'")
        if low.endswith("'s") or job_noun(low) is None:
            continue
        first = index
        while first and index - first < _MODIFIERS and _modifies(text, words, first - 1):
            first -= 1
        if _is_done_by_one(words, first, index):
            continue
        last, end = _with_of(text, words, index, end)
        if index + 1 < len(words) and last == index and _is_modifier_itself(text, words, index):
            continue
        name = text[words[first][1] : end]
        if first == index and low in BARE_JOBS and _AS_A.search(text[max(0, words[index][1] - 20) : words[index][1]]):
            found.append(RoleName(name, None, words[first][1], end, 0.6))
        if first < index and is_job([w.lower() for w, _, _ in words[first : index + 1]], name):
            found.append(RoleName(name, None, words[first][1], end, 0.7))
        elif last > index:  # "head of clinical content", "associate director of drug supply"
            found.append(RoleName(name, None, words[first][1], end, 0.65))
    return found


def narrowed_from(text: str, start: int) -> int:
    """Where the words begin that narrow the name at `start`: "correctional" of "a correctional medical director"."""
    words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text[: start + 1])]
    first = len(words) - 1
    while first > 0 and len(words) - first <= _MODIFIERS and _modifies(text, words, first - 1):
        first -= 1
    return words[first][1] if words else start


def job_noun(word: str) -> str | None:
    """The noun of a job that a word in small letters is, in the singular."""
    if word in JOB_NOUNS:
        return word
    single = word[:-3] + "y" if word.endswith("ies") else word[:-1]
    return single if word.endswith("s") and single in JOB_NOUNS else None


def _modifies(text: str, words: list[tuple[str, int, int]], at: int) -> bool:
    word, _, end = words[at]
    low = word.lower().replace("’", "'")
    return low not in _STOPS and text[end : words[at + 1][1]] in (" ", "-") and not low.endswith(("'s", "ly", "s'"))


def _is_done_by_one(words: list[tuple[str, int, int]], first: int, index: int) -> bool:
    """Whether a noun in the plural is a verb: "my neighbor tutors residents", "a classmate authors questions"."""
    before = words[first - 1][0].lower() if first else ""
    low = [word.lower() for word, _, _ in words[first : index + 1]]
    several = (at for at, word in enumerate(low) if at and job_noun(word) not in (None, word))
    return any(before in _ONE or (before in _SOMEBODYS and low[at - 1] in _ACQUAINTED) for at in several)


def _is_modifier_itself(text: str, words: list[tuple[str, int, int]], index: int) -> bool:
    """ "lead physician": the noun goes on."""
    following = words[index + 1]
    return text[words[index][2] : following[1]] == " " and job_noun(following[0].lower()) is not None


def _with_of(text: str, words: list[tuple[str, int, int]], index: int, end: int) -> tuple[int, int]:
    """ "vice president of clinical development" to its end."""
    noun = job_noun(words[index][0].lower())
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


def is_job(words: list[str], name: str) -> bool:
    """Whether a noun of a job with the words before it, in small letters, says more than who or how good they are."""
    noun = job_noun(words[-1].replace("’", "'")) or ""
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
