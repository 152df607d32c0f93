"""Which roles a question is about, and which of its wishes no article speaks of."""

from __future__ import annotations

import re
from itertools import pairwise

from actions.names import ROLE_TOPICS
from actions.query import Query
from actions.services import Snapshot
from actions.statements import reads_as_number
from knowledge.answering.phrases import joined
from knowledge.answering.role_details import roles_of_kind
from knowledge.coverage import covered_specialties
from knowledge.facts import KnowledgeBase, Role
from knowledge.filters import REMOVE_MESSAGES
from knowledge.language.leftover_words import STOCK
from knowledge.language.leftovers import leftovers
from knowledge.language.shape import FUNCTION_WORDS, HEADS
from knowledge.language.specialties import SPECIALTIES

_WORDS = re.compile(r"[a-z]+")
_OR = re.compile(r"[\s,]*(?:or|/)(?: (?:else|maybe|just))?\s*", re.IGNORECASE)


def asked_roles(
    query: Query, snapshot: Snapshot
) -> tuple[list[Role], list[str], tuple[str, ...]]:
    """The roles a question is about, notices on them, and their kinds.

    Named kinds come first, then roles pointed at, then (for a fragment that names only a
    specialty) the kinds of the last answer.
    """
    knowledge = snapshot.knowledge
    kinds = query.kinds
    pointed = [knowledge.roles[i] for i in query.role_ids]
    if pointed and query.values("specialty"):  # "does oncology have that one too?"
        kinds, pointed = tuple(dict.fromkeys((*kinds, *(r.kind for r in pointed)))), []
    if not kinds and not pointed and query.refines:
        if query.memory.topic in ROLE_TOPICS and query.memory.kinds:
            kinds = query.memory.kinds
        elif query.values("specialty"):
            kinds = tuple(knowledge.roles[s].kind for s in query.memory.subjects[:1])
        else:
            pointed = [knowledge.roles[s] for s in query.memory.subjects[:1]]
    specialties = query.specialties if query.refines else [
        m.value for m in query.mentions if m.kind == "specialty" and not m.excluded
        and m.value != "any"
    ]
    specialties = specialties or specialties_inside(query, knowledge)
    roles, notices = roles_of_kind(knowledge, kinds, specialties)
    roles = [*(r for r in pointed if r not in roles), *roles]
    return roles, list(dict.fromkeys(notices)), tuple(dict.fromkeys([*(r.kind for r in pointed), *kinds]))


_SIDES = re.compile(r"\s*(?:\bvs?\b\.?|\bversus\b|\bor\b|\band\b|\bcompared? (?:to|with)\b|\bagainst\b)\s*",
    re.IGNORECASE)
_COMPARED_WITH = re.compile(r"\W*(?:\w+ ){0,3}?compare\b.*?(\s+(?:with|to)\s+)", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:?!.()\n]|\s-+\s|\b(?:for|if|when|which|what|how|in terms of|compare|between|than)\b",
    re.IGNORECASE)
MOST_WORDS_OF_A_NAME = 4
MOST_CHARACTERS = 200  # of a comparison whose sides are looked for


def missing_sides(query: Query) -> list[str]:
    """What stands beside a role, or beside another such name, in a comparison and was recognised as nothing.

    Of "compare UR and locums" that is "locums"; words that every message has are no name.
    """
    if len(query.text) > MOST_CHARACTERS or not (query.shape.compare_cue or _SIDES.search(query.text)):
        return []
    text, found = query.text, []
    with_ = _COMPARED_WITH.match(text)
    cuts = sorted({m.span() for m in _SIDES.finditer(text)} | ({with_.span(1)} if with_ else set()))
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    for at, (start, end) in enumerate(zip(starts, ends)):
        clauses = [c.span() for c in _CLAUSE.finditer(text, start, end)]
        if at < len(cuts):  # the words next to what joins the sides
            start = max([start, *(after for _, after in clauses)])
        if at and not (at < len(cuts)):
            end = min([end, *(before for before, _ in clauses)])
        found.append((start, end))
    sides = [(text[a:b].strip(), any(a <= m.start < b for m in query.mentions if m.kind != "cue")) for a, b in found]
    known = any(is_known for _, is_known in sides)
    if len(sides) < 2 or not (known or query.shape.compare_cue):
        return []
    return [name for side, is_known in sides if not is_known and (name := _as_name(side))]


_PAY_OF = re.compile(
    r"\W*(?:(?:so|ok|and|hey|hi)\W+){0,2}(?:(?:how much|what)(?: money)? (?:do|does|would|can|could|will) (?:an? |"
    r"the )?(?P<asked>.{3,40}?)"
    r"(?: (?:actually|really|typically|usually|even|still|on average|roughly)){0,2} (?:make|earn|get paid|get|bring "
    r"home|pay)\b.*"
    r"|(?:what'?s |whats |what is )?(?:the )?(?:average |median |avg |typical )?(?:salary|pay|income|comp|rate) "
    r"(?:of|for|as) (?:an? |the )?"
    r"(?P<of>.{3,40}?)(?: (?:job|jobs|role|roles|work))?)\W*", re.IGNORECASE)
_NO_WORK = frozenset("i you we it they that this those these them one most people everyone everybody anyone "
                     "somebody".split())


def unknown_role(query: Query) -> str:
    """What the pay is asked of, where it was recognised as nothing: "concierge docs"; "" where that is no name."""
    short = len(query.text) <= MOST_CHARACTERS and not query.mentions
    match = _PAY_OF.fullmatch(query.text) if short else None
    name = ((match["asked"] or match["of"]) if match else "").strip(" ?.!")
    words = name.lower().split()
    return "" if not words or set(words) & _NO_WORK or words[0] in ("most", "all") else _as_name(name, mostly=True)


def _as_name(side: str, *, mostly: bool = False) -> str:
    """A side of a comparison as a name: without articles; "" where it is none. `mostly` keeps opening words."""
    words = side.split()
    while words and words[0].lower() in FUNCTION_WORDS and not mostly:
        words = words[1:]
    plain = [re.sub(r"\W", "", w.lower()) for w in words]
    telling = [w for w in plain if w.isalpha() and len(w) > 2 and w not in STOCK | FUNCTION_WORDS | HEADS]
    told = not words or len(words) > MOST_WORDS_OF_A_NAME or set(plain) & _TELLING_WORDS
    return "" if told or not telling or reads_as_number(side) else " ".join(words)


_TELLING_WORDS = frozenset("i im ive my me we should do does did can could is are was want wanna dont cant".split())


def specialties_inside(query: Query, knowledge: KnowledgeBase) -> list[str]:
    """Specialties that the name of a role carries: "tele-rheum" is of rheumatology.

    One that no article is about counts, too: another specialty's figures are not what was asked.
    """
    named = " ".join(m.text.lower() for m in query.mentions if m.kind == "role")
    words = {word for name in _WORDS.findall(named) for word in (name, name.removeprefix("tele"))} if named else set()
    covered = covered_specialties(knowledge)
    found = [s for s in SPECIALTIES if any(len(n) > 2 and n in words for n in SPECIALTIES[s].names)]
    return sorted(found, key=lambda s: (s not in covered, covered.index(s) if s in covered else 0))


def unstated_notices(query: Query) -> tuple[str, ...]:
    """Wishes that no article speaks of: said, never silently dropped."""
    if not query.wishes:
        return ()
    quoted = joined([f"“{w}”" for w in query.wishes])
    this = "this" if len(query.wishes) == 1 else "these"
    return (f"{quoted}: the entries do not state {this} role by role, so I do not filter by {this}.",)


_HOW_LONG = re.compile(
    r"\bhow (?:long|soon|fast|quickly|many (?:years|months))\b.{0,20}\b(?:un)?'?(?:till?|before|to|take|takes)\b",
    re.IGNORECASE)


def time_notices(query: Query) -> tuple[str, ...]:
    """ "How long till I make 300": a list cannot say that, and no article does."""
    return ("How long it takes: no article says.",) if _HOW_LONG.search(query.text) else ()


def unit_notices(query: Query) -> tuple[str, ...]:
    """An hourly bound that went because pay by another unit was asked for: no filter goes in silence."""
    dropped = any(m.kind == "drop" and m.value == "pay" and not m.text for m in query.mentions)
    bounds = [f.pay for f in query.memory.filters if f.name == "pay" and f.pay.unit]
    if not dropped or not bounds:
        return ()
    return (f"I took your limit by the {bounds[0].unit} off: it does not hold for pay by another unit.",)


def either_notices(query: Query) -> tuple[str, ...]:
    """ "Remote or part time" asks for either; a list keeps to both, and says so."""
    if not wishes_joined_by_or(query):
        return ()
    return ("You said “or”: this list keeps to both wishes at once. Take one off to see the other alone.",)


def wishes_joined_by_or(query: Query) -> tuple[str, ...]:
    """The two kinds of wish that an "or" joins, where both became filters."""
    for one, other in pairwise(query.mentions):
        kinds = (one.kind, other.kind)
        joined_by_or = _OR.fullmatch(query.text[one.end : other.start])
        if joined_by_or and one.kind != other.kind and set(kinds) <= set(REMOVE_MESSAGES) - {"specialty", "role"}:
            return () if one.excluded or other.excluded else kinds  # "no call or nights" excludes both
    return ()


def place_notices(query: Query) -> tuple[str, ...]:
    """Places named beside a search: no entry names any, so they do not narrow it."""
    places = [m.value.replace("-", " ").title() for m in query.mentions if m.kind == "geography" and m.value != "us"]
    if not places:
        return ()
    return (f"No entry names a place such as {joined(places, 'or')}: the articles speak of the U.S. or of no "
            "country, so I do not filter by it.",)


def unread_notices(query: Query, snapshot: Snapshot) -> tuple[str, ...]:
    """Words of a search that nothing recognised: named, so that nobody thinks they counted."""
    found = leftovers(query.text, query.mentions, snapshot.names)
    unread = [words for words in found if not reads_as_number(words)]
    if not unread:
        return ()
    return (f"I did not use {joined([f'“{words}”' for words in unread], 'or')}: I do not know a filter for that.",)
