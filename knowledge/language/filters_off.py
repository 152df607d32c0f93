"""Wordings with too many combinations for a table: dropping a filter, and missing pay.

"drop the pay limit", "any specialty is fine", "doesn't have to be remote";
"any without a number?", "pay not given", "with a figure".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Iterator, List, Sequence, Tuple

from knowledge.language.mentions import Mention

Found = Tuple[str, str, int, int]  # kind, value, start, end

_OFF = (
    r"(?:drop|remove|forget(?: about)?|lose|clear|ignore|skip|scrap|ditch|cancel|undo|delete|"
    r"take off|take away|"
    r"get rid of|lift|relax|reset|never ?mind|nvm|leave out|disregard|erase|toss|kill|unset|"
    r"scratch|strike|"
    r"turn off|screw|release|loosen|nix|dump|disable|take out|unfilter|omit|removing|dropping|"
    r"away with)"
    r"(?:(?: what| whatever| everything| anything| the thing| the bit| all)? (?:i|we)(?:'ve| have)? (?:just |"
    r"previously |already )?(?:said|asked|told you|wrote|mentioned)(?: before| earlier| above)?"
    r"(?: about| regarding| on| re| for| of)?)?"
    r"(?: the| my| that| this| all| any| those| these){0,8}"
)
_OFF_THAT = (
    r"(?:drop|remove|forget(?: about)?|lose|clear|ignore|skip|scrap|ditch|cancel|undo|delete|take off|take away|"
    r"get rid of|lift|relax|reset|disregard|erase|toss|kill|unset|strike|turn off|nix|dump|disable|take out|omit)"
    r" (?:that|this|the last|the latest|the newest|my last)"
)
_FILTER = (
    r"(?: (?:limits?|filters?|requirements?|conditions?|constraints?|bounds?|restrictions?|"
    r"criteri(?:on|a)|"
    r"part|thing|floor|minimum|cap|threshold|bit|preference|only))?"
)
_DOES_NOT_MATTER = (
    r"(?:(?:really |even )?(?:doesn'?t|does not|dont|don't|do not)(?: really)? matter|"
    r"(?:is|are|isn'?t|is not|are not|aren'?t) (?:not )?(?:important|irrelevant|an issue|"
    r"a factor|a must|"
    r"optional|unimportant|negotiable|flexible|relevant|required|necessary)|irrelevant|"
    r"no object|"
    r"unimportant|optional|not (?:required|necessary|needed|important|an issue))"
)
_FINE = (
    r"(?: (?:is|are|would be|will be)? ?(?:fine|ok|okay|good|works?|will do|would do|goes|"
    r"alright|cool))?"
)
_A_LITTLE = r"(?:some|a bit of|a little|occasional|seeing|having|doing|any|a few|light)"
# Filter -> (nouns that name it, nouns that may follow "any").
_NOUNS = {
    "pay": (
        r"(?:pay(?: range)?|salar(?:y|ies)(?: range)?|money|price|income|compensation|comp|"
        r"wages?|dollar(?: amount)?|"
        r"\$?\d+ ?k|number)",
        r"(?:pay|salary|amount|price|income|pay level|compensation|pay range)",
    ),
    "specialty": (
        r"(?:special(?:i)?ty|specialties|field of medicine)",
        r"(?:special(?:i)?ty|specialties)"),
    "work_mode": (
        r"(?:remote(?:ness)?|location|work mode|on-?site|on site|in person|wfh|"
        r"work(?:ing)? from home|from home)",
        r"(?:location|work mode)",
    ),
    "commitment": (
        r"(?:part[- ]time|full[- ]time|commitment|time commitment|per project)",
        r"(?:commitment)",
    ),
    "patient_contact": (r"(?:patient(?:s)?(?: contact)?|no patients?)", r"(?:patient contact)"),
    "setting": (r"(?:setting|industry|employer|sector)", r"(?:setting|industry|employer|sector)"),
    "pay_unit": (
        r"(?:hourly|salaried|yearly|by the hour|pay unit|per diem)",
        r"(?:pay unit)",
    ),
    "schedule": (r"(?:schedule|hours|flexib(?:le|ility)|flexible hours)", r"(?:schedule|hours)"),
    "travel": (r"(?:travel|no travel)", r"(?:amount of travel)"),
    "growth": (r"(?:growth|ladder|advancement|career ladder)", r"(?:growth)"),
    "source": (r"(?:sources?|glassdoor|zip ?recruiter)", r"(?:sources?)"),
    "role": (
        r"(?:role|kind of (?:role|job|work))",
        r"(?:(?:kind|type) of (?:role|job|work))",
    ),
}  # fmt: skip
_ALL = (
    r"(?:filters|limits|everything|all|conditions|constraints|restrictions|criteria|whole thing|"
    r"of it|of that|"
    r"it all|preferences)"
)


def _drop_pattern(name: str, nouns: str, free: str) -> str:
    parts = [
        rf"{_OFF} {nouns}{_FILTER}",
        rf"{nouns}{_FILTER} {_DOES_NOT_MATTER}",
        rf"any {free}{_FINE}",
        rf"(?:i )?(?:don'?t|do not|wouldn'?t) (?:really )?(?:care|mind)(?: about)?(?: the| what| {_A_LITTLE})* {nouns}",
        rf"no (?:problem|issue|trouble|objection)s? (?:with|to)(?: the| {_A_LITTLE})* {nouns}",
        rf"(?:not opposed|open|no objection) to(?: the| {_A_LITTLE})* {nouns}(?= either| too| as well|\W*$)",
        r"(?:regardless of|no matter|whatever|irrespective of|independent of)(?: the| what|"
        rf" of){{0,8}} {nouns}",
        r"no (?:preference|restriction|limit)s? (?:on|about|for|regarding|in) (?:the |"
        rf"my )?{nouns}",
        rf"no {nouns} (?:limits?|filters?|requirements?|constraints?|restrictions?|preferences?|"
        r"floor|cap|minimum|maximum)",
        rf"without (?:the |a |any )?{nouns} (?:limits?|filters?|requirements?|constraints?|"
        r"restrictions?|part|bit|thing)",
        rf"{nouns} (?:would be (?:nice|good|great)(?: to have)? but )?(?:is |are |it'?s )?(?:not a must|"
        r"not a requirement|just a nice to have)",
        rf"open to any {free}",
        rf"all {free} (?:are |is )?(?:fine|ok|okay|levels?)",
    ]
    return rf"(?P<{name}>" + "|".join(parts) + ")"


_SPECIAL = (
    r"(?P<work_mode_2>(?:i )?(?:don'?t|do not) (?:really )?(?:need|require|insist on) (?:it )?"
    r"(?:to (?:be|stay|work) )?(?:remote|"
    r"from home|wfh)|(?:it |they )?(?:doesn'?t|does not|don'?t|do not|needn'?t|"
    r"need not) (?:really )?(?:have to be|need to be|be) "
    r"(?:remote|on ?-?site|from home)|not necessarily (?:remote|from home)|(?:remote|"
    r"from home) (?:isn'?t|is not) (?:a must|required|necessary|needed)|"
    r"(?:remote or (?:not|otherwise|on-?site|in person|on site)|on-?site or remote|"
    r"remote and on-?site)|(?:on-?site|in person|on site) (?:is |would be )?(?:ok|okay|"
    r"fine) too|"
    r"remote(?:ness)? (?:is )?optional)"
    r"|(?P<commitment_2>part[- ]time or full[- ]time|full[- ]time or part[- ]time|(?:full|"
    r"part) or (?:part|full)[- ]time)"
    r"|(?P<patient_contact_2>(?:patients?|patient contact) (?:is |are )?(?:ok|okay|"
    r"fine)(?: too)?|with or without patients?)"
    r"|(?P<pay_unit_2>either (?:hourly|by the hour) or (?:salaried|salary|yearly|by the year|annual)|"
    r"either (?:salaried|salary|yearly|annual) or (?:hourly|by the hour)|(?:hourly or (?:salaried|salary|yearly)|"
    r"(?:salaried|salary|yearly) or hourly) (?:is |are )?(?:both )?(?:fine|ok|okay|good|works?))"
    r"|(?P<travel_2>travel(?:ing)? (?:is )?(?:ok|okay|fine)|(?:fine|ok|"
    r"okay) with travel(?:ing)?)"
    rf"|(?P<last>{_OFF_THAT} (?:filter|condition|constraint|restriction|requirement|criterion|wish)\b|"
    r"without (?:that|this|the last|the latest|the newest) (?:filter|condition|constraint|restriction|requirement|"
    r"criterion|one|wish)\b|"
    r"(?:drop|remove|lose|undo|scrap|ditch|delete|take off|get rid of) (?:that|it|this|the last one)(?: one| again)?"
    r"(?=\W*$))"
    rf"|(?P<pay_2>{_OFF} (?:limit|floor|cap|ceiling|threshold|minimum|min|max|maximum)\b(?! (?:on|of|for) \w)|"
    r"(?:without|w/o|no) (?:the |a |any |that |this )?(?:limit|cap|ceiling|threshold|floor)\b)"
    rf"|(?P<all>{_OFF} {_ALL}(?: filters| limits| conditions)?|{_OFF} filters?\b|"
    r"(?:without|w/o|no) (?:the |a |any |all ){0,8}(?:filters?|limits|conditions|constraints|restrictions|criteria)\b|"
    r"(?:unfiltered|remove filters?|filters? off|reset filters?))"
    r"|(?P<specialty_2>not (?:just|only) (?:in |for )?(?:my|that|this|the) (?:specialty|"
    r"speciality)|(?:across|in|for) (?:all|every) specialt(?:ies|y))"
)
_DROP = re.compile(
    r"\b(?:"
    + _SPECIAL
    + "|"
    + "|".join(_drop_pattern(name, nouns, free) for name, (nouns, free) in _NOUNS.items())
    + r")(?!\w)"
)
_MAY_DROP = re.compile(
    r"\b(?:drop|remove|removing|dropping|forget|lose|clear|ignore|skip|scrap|ditch|cancel|undo|"
    r"delete|take|get rid|lift|relax|reset|"
    r"never ?mind|nvm|leave|disregard|erase|toss|kill|unset|scratch|strike|turn|screw|release|"
    r"loosen|nix|dump|"
    r"disable|unfilter|unfiltered|omit|away|matter|important|irrelevant|issue|factor|optional|"
    r"unimportant|object|negotiable|"
    r"any|care|mind|regardless|whatever|irrespective|independent|no|without|have|need|be|"
    r"necessarily|isn'?t|"
    r"is|or|and|ok|okay|fine|only|just|all|every|not)\b"
)

_PAY_NOUN = (
    r"(?:pay|salar(?:y|ies)|figures?|numbers?|amounts?|compensation|wages?|rates?|"
    r"(?:pay|salary|dollar|money) (?:figures?|numbers?|amounts?|data|info(?:rmation)?)|"
    r"data on pay|price tags?)"
)
_GIVEN = (
    r"(?:given|listed|stated|known|disclosed|mentioned|specified|reported|available|shown|"
    r"published|provided|posted|quoted)"
)
_PAY_GIVEN = re.compile(
    r"\b(?:(?P<no>"
    r"(?:without|w/o|with no|lack(?:s|ing)?|missing|omit(?:s|ting)?)(?: a| an| any| the| stated|"
    rf" listed| known| actual){{0,8}} {_PAY_NOUN}(?: {_GIVEN})?"
    r"|no (?:stated |listed |known |published |clear |actual |average |median ){0,8}(?:figures?|"
    r"numbers?|(?:pay|salary|dollar) (?:figures?|numbers?|amounts?|data|info(?:rmation)?|listed|"
    rf"given|stated)|salary|pay(?= ?$| given| listed| stated| at all| \?|\?))(?: {_GIVEN})?"
    r"|(?:don'?t|do not|doesn'?t|does not|didn'?t|did not|aren'?t|isn'?t|never)(?: even|"
    r" actually)? (?:have|give|gives|list|show|state|mention|include|say|report|disclose|"
    rf"quote)(?: a| an| any| the| what| their| its| actual){{0,8}} (?:{_PAY_NOUN}|they pay|it pays)"
    rf"|{_PAY_NOUN} (?:is |are |was |were )?(?:not|isn'?t|aren'?t|wasn'?t|"
    rf"never)(?: being)? {_GIVEN}"
    rf"|{_PAY_NOUN} (?:is |are )?(?:unknown|undisclosed|unspecified|unstated|unlisted|missing|"
    r"unavailable|blank|absent)"
    r"|(?:unknown|undisclosed|unspecified|unstated|unlisted|missing|unpublished|"
    rf"unpriced) {_PAY_NOUN}"
    r"|figureless|numberless|unpriced"
    r")|(?P<yes>"
    r"with(?: a| an| the| real| actual| known| stated| published|"
    rf" listed){{0,8}} (?:{_PAY_NOUN})(?: {_GIVEN})"
    r"|with(?: a| an| real| actual| known| stated| published| listed){1,8} (?:figures?|numbers?|"
    rf"salar(?:y|ies)|pay|{_PAY_NOUN})"
    r"|(?:with|w/?) ?(?:figures|numbers)"
    r"|(?:that |which |who )?(?:ha(?:ve|s)|gives?|lists?|shows?|states?|report)(?: a| an| any|"
    r" actual| real| the| their){0,8} (?:figures?|numbers?|(?:pay|salary|dollar) (?:figures?|"
    r"numbers?|amounts?|data)|salary listed|pay listed)"
    rf"|(?:lists?|states?|shows?|publish)(?: a| an| the| their){{0,8}} (?:salar(?:y|ies)|pay)"
    rf"|{_PAY_NOUN} (?:is |are )?(?:given|listed|stated|disclosed|published)"
    r"))(?!\w)"
)
_MAY_MENTION_PAY = re.compile(
    r"pay|salar|figure|number|amount|compens|wage|rate|money|dollar|data on|unpriced|price|"
    r"unfiltered"
)


def find_drops(folded: str) -> Iterator[Found]:
    """Filters that the person takes off."""
    if not _MAY_DROP.search(folded):
        return
    for match in _DROP.finditer(folded):
        if _EARNS.fullmatch(match.group()) and _BY_WHOM.search(folded[: match.start()]):
            continue  # "no patients and still clear 180k"
        name = (match.lastgroup or "").removesuffix("_2")
        yield "drop", name, match.start(), match.end()


def find_pay_given(folded: str) -> Iterator[Found]:
    """Whether roles with or without a stated figure are asked for."""
    if not _MAY_MENTION_PAY.search(folded):
        return
    for match in _PAY_GIVEN.finditer(folded):
        yield "pay_given", match.lastgroup or "no", match.start(), match.end()


_EARNS = re.compile(r"clear \$?\d+ ?k?")
_BY_WHOM = re.compile(r"\b(?:still|also|can|could|would|will|and|to|that|which|must|should|i|they)\s*$")
_OFF_BEFORE = re.compile(rf"\b{_OFF}(?: (?:no|non|not|without))?\s*$")
_EARNS_BEFORE = re.compile(r"\b(?:clear|lift|take)\s*$")  # "can a writer clear 100"
_DROPPABLE = frozenset((
    "specialty", "role", "pay", "work_mode", "commitment", "patient_contact", "setting",
    "schedule", "travel", "growth", "source", "pay_given", "pay_unit", "unstated_wish",
))  # fmt: skip


def drop_named(mentions: Sequence[Mention], folded: str) -> List[Mention]:
    """Turns a wish that is being taken back into a drop: "forget about the pharma thing".

    The value of such a drop names the filter with its value: `setting=pharma`.
    """
    return [
        replace(m, kind="drop", value=f"{m.kind}={m.value}", excluded=False)
        if m.kind in _DROPPABLE
        and _OFF_BEFORE.search(folded[: m.start])
        and not (m.kind == "pay" and _EARNS_BEFORE.search(folded[: m.start]))
        else m
        for m in mentions
    ]
