"""Distress told by the way: others who would profit, an illness hoped for, means taken away.

Nothing here names death or harm outright, so each pattern needs its company: a favour done to
one's own people and not by quitting, a plan that nobody may stop, a note that is written. Read
on plain speech, as the signs of distress_signs.py are.
"""

from __future__ import annotations

import re
from typing import Dict

_END = r"(?=\W*$|\s*[.!?,;)])"
_MINE = (
    r"(?:(?:my|the) (?:\w+ )?(?:family|kids?|children|sons?|daughters?|wife|husband|spouse|partner|parents|mom|dad|"
    r"mother|father|brother|sister|friends?|roommate)|everyone|everybody|the world|them all)"
)
_ONE = (
    r"(?:he|she|they|my (?:\w+ )?(?:kids?|sons?|daughter|wife|husband|spouse|partner|parents|mom|dad|mother|father|"
    r"brother|sister|friend|roommate|boyfriend|girlfriend|fiance))"
)
_LOST = (
    r"(?:late|dead|deceased) (?:wife|husband|spouse|partner|son|daughter|child|kid|baby|brother|sister|mom|mother|"
    r"dad|father|friend|parents)\b(?! ?s\b)"
)
_ARMS = r"(?:guns?|rifles?|pistols?|firearms?|pills|meds|knives|rope|razors?|blades?|medications?)"
_DRUGS = r"(?:propofol|fentanyl|insulin|potassium|ketamine|morphine|pills|ambien|opioids?|benzos?|the pyxis|the gun)"
_HIGH = (
    r"(?:bridge|roof|rooftop|ledge|balcony|overpass|cliff|parking (?:deck|garage|structure)|top floor|building)"
)
_STILL_HERE = r"(?:i make it|i survive|im (?:still |even )?(?:here|alive|around|okay|ok)\b|i get (?:out|through) alive)"

_ASIDES: Dict[str, str] = {
    "a favour done": (
        rf"\b(?:id|i would|ill|i will|would i) be doing {_MINE} a favou?r\b"
        r"(?!.{0,15}\b(?:by|if i) (?:\w+ )?(?:quit|leav|resign|switch|retir|chang|tak|work|cut|go|mov|find|get)\w*)"
    ),
    "an illness hoped for": (
        r"\b(?:hop(?:e|es|ing)|wish(?:es|ing)?|pray(?:s|ing)?) (?:that )?(?:the |my |this |it|its )?(?:biopsy|scan|"
        r"lump|mri|ct|mass|tumor|bloodwork|results?|test|mole)\b.{0,20}\b(?:bad|malignant|terminal|cancer|metastatic|"
        r"kills?)\b|\b(?:dream\w*|fantasi\w+|hop(?:e|ing)|wish\w*|pray\w*) (?:of|about|for) (?:getting )?(?:a |an )?"
        r"(?:terminal|fatal|incurable|brain|cancer|aneurysm|heart attack|stroke|pe)(?: (?:diagnosis|illness|cancer|"
        r"tumor|disease))?\b(?! (?:trial|drug|job|role|center|research|patients?)\w*)"
    ),
    "a crash wished for": (
        r"\bwish(?:ed|es|ing)? (?:the|that|a|some|this) (?:\w+ )?(?:car|truck|bus|semi|van|train|suv|lorry)\b.{0,25}"
        r"\b(?:hit|struck|took|killed|finished|got|not missed) (?:me|into me)\b|\bif i (?:just |only )?(?:didnt|dont|"
        r"never|hadnt) (?:make|made) it home\b(?! (?:by|before|in time|for dinner|at|until))"
    ),
    "a height": (
        r"\b(?:if i|id (?:like|love) to|i could|i might|i should|want to|thinking (?:of|about)|think about|tempted to|"
        rf"going to)\b.{{0,15}}\b(?:step\w*|walk\w*|fell|fall\w*|lean\w*|roll\w*|go|went|drop\w*) (?:right "
        rf")?(?:off|over)"
        rf" (?:of )?(?:the|a|that|my) (?:\w+ )?{_HIGH}\b"
    ),
    "the dead": (
        rf"\b(?:join(?:ing)?|be with|being with|go to|going to|reunite\w* with) my {_LOST}|\b(?:see|seeing) my {_LOST} "
        r"(?:again|soon)\b"
    ),
    "no years to come": (
        r"\b(?:dont|do not|never|didnt|wont) (?:really |actually |even )?(?:expect|plan|thought id|think "
        r"ill|think i will|"
        r"intend|want)(?: to)? (?:see|reach|live to|make it to|live past|turn)(?: my)? \d\d(?:th|st|nd|rd)?"
        r"(?: birthday)?(?=\W*$|\s*[.!?,;)]| and\b)|\b(?:dont|cant|cannot|do not|never) see (?:a|any|one|the) "
        r"(?:version|"
        rf"way|world|scenario|ending|future)\b.{{0,25}}\b{_STILL_HERE}"
    ),
    "a plan": (
        r"\bi have a plan\b.{0,12}\b(?:(?:dont|do not|wont|please dont|nobody|no one)\b.{0,25}\b(?:talk to (?:anyone|"
        r"anybody|someone)|talk me|stop me|help|knows?|find me|save me|interfere))|\bmy note is (?:already |all "
        r"|finally )?"
        r"written\b|\bmy (?:goodbye|farewell|last) (?:note|letter|letters|email|video)s? (?:is|are)\b"
    ),
    "what is paid then": (
        r"\b(?:loans?|debt|insurance|policy|pension|mortgage|401k|benefits?|house)\b.{0,30}\b(?:if i (?:just )?(?:die|"
        r"died|am dead|was dead|were dead|am gone|killed)|when im (?:dead|gone)|after im (?:dead|gone))\b|"
        r"\blife insurance\b.{0,12}\bpays?(?: out)? (?:either way|no matter|anyway|regardless)\b|\bsuicide clause\b"
    ),
    "not of work": (
        r"\b(?:tired of being|cant be|dont want to be) here\W+(?:and )?(?:i dont mean |not )(?:just "
        r")?(?:(?:in|at|about) )?"
        r"(?:the |this |my )?(?:hospital|job|work|clinic|office|practice)\b"
    ),
    "forgotten": (
        r"\b(?:they|they ?d|everyone|everybody|nobody|no one|anyone|people|the (?:hospital|team|group|kids))\b"
        r"(?= ?(?:\w+ ){0,4}(?:would|will|d\b|ll\b|even)|d |ll )(?:(?!\byou\b).){0,50}\bforget(?:ting)? "
        r"(?:about )?(?:me"
        r"|i (?:ever )?(?:existed|was (?:here|alive)))\b"
    ),
    "found": (
        rf"\b{_ONE} (?:had |has |have )?(?:found|caught|saw) me\b.{{0,30}}\b(?:on the (?:\w+ )?floor|bottle|pills|gun|"
        r"rope|belt|unconscious|passed out|not breathing|on the (?:ledge|roof|bridge))"
    ),
    "means taken away": (
        rf"\b{_ONE} (?:has |had |have )?(?:took|taken|hid|hidden|locked(?: up| away)?|removed|got rid "
        rf"of|holds?|keeps?) "
        rf"(?:up |away )?(?:all )?(?:of )?(?:the|my|our) {_ARMS}\b(?! (?:list|rec\w*|refill|order)\w*)"
    ),
    "a way out": rf"\b{_DRUGS}\b.{{0,35}}\b(?:look\w*|seem\w*|feel\w*|sound\w*) like (?:an?|my|the)(?: only)? "
                 r"(?:exit|way out|answer|escape|solution)\b",
    "undeserving": r"\b(?:dont|do not|didnt) deserve (?:to )?(?:breathe|be breathing|the air|be here(?: "
    r"anymore)?)" + _END
                   + r"|\b(?:dont|do not) deserve to breathe\b",
}  # fmt: skip
_ALL = re.compile("|".join(f"(?:{pattern})" for pattern in _ASIDES.values()))


def tells_aside(plain: str) -> bool:
    """Whether plain speech (`distress_signs.plain_speech`), idioms taken out, tells of distress by the way."""
    return _ALL.search(plain) is not None
