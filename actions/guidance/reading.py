"""What a message answers of the guided questions: rules over what was recognised in it.

The form asks one question at a time, but a person may answer several at once, answer another
one than was asked, correct an earlier answer, or ask something else altogether.
"""

from __future__ import annotations

import re
from typing import Optional

from actions.query import Query, is_whole
from knowledge.answering.guidance import ANY, GUIDE_SLOTS
from knowledge.language.pay import PayBound
from knowledge.language.safety import detect_distress, detect_strain, detect_symptoms

SPECIALTY, PULL, STAY, REMOTE, PATIENTS, PAY = GUIDE_SLOTS

_I = re.IGNORECASE
_POLITE = r"(?:ok(?:ay)?|well|hmm+|um+|just|please|pls|let'?s|can we|i(?:'d| would)? (?:rather|want to|like to))"
SKIP = re.compile(
    rf"\W*(?:{_POLITE}\W+)*(?:skip(?: (?:it|this|that|this one|that one|the question))?"
    r"(?: (?:too|as well|again|please|pls))*|pass|"
    r"next(?: one| question)?|(?:i )?(?:don'?t|do not) (?:know|care|mind)|dunno|no clue|idk|idc|"
    r"(?:i'?m )?(?:really )?(?:not sure|unsure)|"
    r"no (?:preference|idea|opinion)|(?:it )?(?:doesn'?t|does not) matter|whatever|"
    r"either(?: is fine| way| one)?|any(?:thing)?(?: is fine)?|both|no,? either(?: is fine)?|"
    r"prefer not to say|none of (?:these|those|them))\W*", _I)
BACK = re.compile(
    rf"\W*(?:{_POLITE}\W+)*(?:(?:go |step )?back(?: (?:one|a step|one question))?|previous(?: question| one)?|"
    r"undo(?: that)?|change (?:that|my last answer|the last one))\W*", _I)
STOP = re.compile(
    rf"\W*(?:{_POLITE}\W+)*(?:stop(?: (?:it|this|asking|the questions|now))?|cancel|quit|exit|"
    r"enough(?: questions)?(?: for (?:now|today|tonight))?|no more questions|"
    r"never ?mind|forget it|leave it|later|not now)\W*", _I)
WHY = re.compile(
    r"\W*(?:why(?: do you (?:ask|need|want)(?: (?:me )?(?:that|this|to know))?| that| this|"
    r" (?:does|would) (?:it|that) matter)?|what for|what'?s (?:it|that) for|"
    r"what difference does (?:it|that) make)\W*", _I)
HOW_MANY = re.compile(
    r"\W*(?:(?:wait|ok|so|and|but|hey|hm+)\W+)*(?:how many(?: more)?(?: (?:questions?|of (?:these|those|them)|steps?))?"
    r"(?: (?:are (?:there|left)|left|to go|remain(?:ing)?|do you have|more))?|how (?:long|much longer)"
    r"(?: (?:is|does|will) (?:this|it)(?: take| be| go on)?)?|(?:are we|is it) (?:nearly )?(?:done|over)(?: yet)?)\W*",
    _I)
AGAIN = re.compile(r"\b(?:again|from (?:the )?(?:start|scratch|beginning)|change my answers?|redo|anew)\b", _I)

_OPEN_QUESTION = re.compile(
    r"\W*(?:(?:ok|so|but|and|wait|hey|hm+) )*"
    r"(?:why|how|who|where|when|which|what(?!(?: about|ever)\b))\b", _I)
_IS_IT = re.compile(
    r"\W*(?:(?:ok|so|but|and|wait|hey|hm+) )*(?:is|are|was|were|does|do|did) (?:it|that|this|they|there|these|"
    r"those)\b", _I)
_ANYTHING = re.compile(
    r"\W*(?:(?:ok|so|but|and|wait|hey|hm+) )*(?:anything|something|any|is there|are there|got)\b", _I)
_PULLS = tuple((name, re.compile(rf"\b(?:{words})\b", _I)) for name, words in (
    ("stress", r"stress\w*|calm\w*|quiet\w*|relax\w*|peace\w*|burn\w*|less (?:pressure|crazy)"),
    ("time", r"time|flexib\w*|hours|famil\w+|balance|freedom|schedule|kids|lifestyle"),
    ("income", r"income|money|pay\w*|salary|cash|earn\w*|financ\w*|rich\w*"),
    ("impact", r"impact|difference|help\w* (?:more )?people|change things|populations?|meaning\w*|purpose"),
    ("interest", r"intellect\w*|interest\w*|curios\w*|scien\w+|learn\w*|research|challeng\w*"),
))
_FILLERS = frozenset(
    "more less better some mostly mainly really just also actually maybe the a an of my with for and to on i i'm im"
    " i'd id we need want like would rather it it's its is matters first please sorry ok yes well clinical practice"
    " medicine".split()
)
_STAYS = re.compile(r"leav\w+|leave|quit\w*|exit|keep\w*|stay\w*|side|continue|practi[cs]\w*", _I)
_LEAVE = re.compile(
    r"\b(?:leav\w+|(?:want|get|way|getting|i'?m|all) out|quit\w*|done|stop (?:practi[cs]ing|clinical)|"
    r"full[ -]?time|exit)\b", _I)
_KEEP = re.compile(
    r"\b(?:keep\w*|stay\w*|side|continue|some clinic\w*|part[ -]?time|still (?:practi[cs]e|see))\b", _I)
_NO_OPINION = re.compile(
    r"\W*(?:(?:i have|i've got|i've|got|have) )?"
    r"(?:no (?:strong |real |particular )?(?:preference|idea|opinion|feelings?|clue)|n/?a|not applicable)\b", _I)
_DENIES = re.compile(r"\b(?:not|no|never|without|anything but|n'?t|don'?t|won'?t|isn'?t)\b[^,.;]{0,20}$", _I)
_HOURS = re.compile(r"\b(?:hours?|hrs?|days?|weeks?|wks?|shifts?)\b", _I)
_NOT_A_MUST = re.compile(r"\bnot a must\b|\bwould be nice\b|\bnice to have\b|\bnot required\b", _I)
_YES = re.compile(
    r"\W*(?:y(?:es|eah|ep|up)?|sure|absolutely|definitely|ideally|preferably|must|has to|of course|required)\b", _I)
_NO = re.compile(r"\W*(?:n(?:o|ope|ah|ot really|ot necessarily)?|don'?t need)\b", _I)
_NONE = re.compile(
    r"\W*(?:(?:ideally|preferably|rather|id rather|i'?d rather|maybe|pls|please) )?(?:none|zero|nil|never)\b", _I)
_NEEDS_NO_MORE = re.compile(r"\b(?:don'?t|do not|no need|needn'?t)\b.{0,12}\b(?:need|want|have to)\b|\bis (?:enough|"
                            r"plenty)\b", _I)
_NO_LIMIT = re.compile(
    r"\b(?:no (?:limit|min\w*|floor)|any pay|any amount|none|"
    r"pay (?:is not|isn'?t|doesn'?t|does not)\b.*)\b", _I)
_OTHER = re.compile(r"\b(?:another|other|different) specialty\b|\bnone of (?:these|those)\b", _I)


def answers_in(query: Query, requested: Optional[str]) -> dict[str, str]:
    """The slots that a message fills.

    Args:
        query: the message.
        requested: the slot just asked for; None where the guide has not begun.

    Returns:
        Slot to value, ANY for a skipped one; empty for a message that is about something else.
    """
    if detect_distress(query.text) or detect_symptoms(query.text) or detect_strain(query.text):
        return {}
    found = _recognised(query)
    if requested is None:
        return found
    if _asks_something_else(query, found):
        return {}
    if SKIP.fullmatch(query.text) or _NO_OPINION.match(query.text):
        return {requested: ANY}
    if requested not in found and (value := _READERS[requested](query)):
        found[requested] = value
    return found or _answer_to_another(query)


def _answer_to_another(query: Query) -> dict[str, str]:
    """An answer to one of the other questions, where a message says nothing else: "more money, mostly"."""
    words = re.findall(r"[a-z']+", query.text.lower())
    if pull := _pull(query):
        pattern = next(words for name, words in _PULLS if name == pull)
        return {PULL: pull} if all(word in _FILLERS or pattern.fullmatch(word) for word in words) else {}
    stay = _stay(query) if all(word in _FILLERS or _STAYS.fullmatch(word) for word in words) else ""
    return {STAY: stay} if stay else {}


def _recognised(query: Query) -> dict[str, str]:
    """What names, wishes and amounts say, whatever was asked."""
    found: dict[str, str] = {}
    if specialty := query.first("specialty"):
        found[SPECIALTY] = specialty
    if "remote" in query.values("work_mode") and not _NOT_A_MUST.search(query.text):
        found[REMOTE] = "yes"
    if patients := query.first("patient_contact"):
        found[PATIENTS] = patients
    if "part_time" in query.values("commitment"):
        found[STAY] = "stay"
    if (amount := query.first("pay")) and (least := at_least(amount) or _enough(amount, query.text)):
        found[PAY] = least
    if query.text.count(",") > 1:  # "cards, less stress, leave, from home"
        found.update({slot: value for slot in (PULL, STAY) if (value := _READERS[slot](query))})
    return found


def _asks_something_else(query: Query, found: dict[str, str]) -> bool:
    """Whether a message turns away from the questions: "what's an MSL?", "remote jobs for onc over 200"."""
    shape = query.shape
    if query.kinds or shape.define_cue or _OPEN_QUESTION.match(query.text) or _IS_IT.match(query.text):
        return True
    if is_whole(query.mentions, shape) and shape.has_head:
        return True
    return shape.is_question and not found and bool(shape.leftover)


def looks_for_work(query: Query) -> bool:
    """Whether a message asks for work outright, in the middle of the questions: "what could I do with no nights"."""
    wishes = query.wishes or query.asks_properties or query.values("geography") or query.values("specialty")
    asks = _OPEN_QUESTION.match(query.text) or _ANYTHING.match(query.text)
    excluded = any(m.kind == "unstated_wish" for m in query.mentions)
    return query.intent == "find_roles" and bool(asks) and bool(wishes or excluded)


def at_least(amount: str) -> str:
    """An amount as the least that is accepted, as a canonical bound; "" for an upper bound."""
    bound = PayBound.parse(amount)
    if bound.low is None:
        return ""
    return str(PayBound.of(">=", bound.low, unit=bound.unit or "year", currency=bound.currency))


def _enough(amount: str, text: str) -> str:
    """ "I don't need more than 120": that much is the least that is accepted, and no ceiling."""
    bound = PayBound.parse(amount)
    if bound.high is None or not _NEEDS_NO_MORE.search(text):
        return ""
    return str(PayBound.of(">=", bound.high, unit=bound.unit or "year", currency=bound.currency))


def _specialty(query: Query) -> str:
    return ANY if _OTHER.search(query.text) else ""


def _pull(query: Query) -> str:
    return next((name for name, words in _PULLS if _says(words, query.text)), "")


def _stay(query: Query) -> str:
    if _says(_KEEP, query.text):
        return "stay"
    if _LEAVE.search(query.text):
        return "leave" if _says(_LEAVE, query.text) else "stay"  # "i won't quit medicine"
    return ""


def _says(words: "re.Pattern[str]", text: str) -> bool:
    """Whether some words are said and not denied: "not income" is no wish for income."""
    return any(not _DENIES.search(text[max(0, found.start() - 40) : found.start()]) for found in words.finditer(text))


def _remote(query: Query) -> str:
    if _NOT_A_MUST.search(query.text):
        return ANY
    if _YES.match(query.text):
        return "yes"
    return ANY if _NO.match(query.text) or query.values("work_mode") else ""


def _patients(query: Query) -> str:
    if _NO.match(query.text) or _NONE.match(query.text):
        return "none"
    return "direct" if _YES.match(query.text) else ""


def _pay(query: Query) -> str:
    if _NO_LIMIT.search(query.text) or _NO.match(query.text):
        return ANY
    if _HOURS.search(query.text) or query.values("pay"):  # a pay that is no least one: "under 200k"
        return ""
    number = re.fullmatch(r"\D{0,12}(\d{2,3})(?:,?000|k)?\D{0,12}", query.text)
    return f">={int(number[1]) * 1000} USD/year" if number else ""


_READERS = {SPECIALTY: _specialty, PULL: _pull, STAY: _stay, REMOTE: _remote, PATIENTS: _patients, PAY: _pay}
