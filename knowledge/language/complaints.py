"""What a person complains of is no wish for it: "hospital life is eating me", "academia sucks".

Such a mention is read as negation reads it ("tired of hospitals"): left out, not looked for.
The specialty stays, since a cardiologist whom cardiology wears out is one all the same.
"""

from __future__ import annotations

import re
from typing import List, Sequence

from knowledge.language.mentions import Mention
from knowledge.language.negation import NEGATABLE, negated

_MORE_OF_IT = (
    r"(?: (?:life|lives|work|job|jobs|stuff|paperwork|politics|compan(?:y|ies)|people|folks|world|system|admin|grind|"
    r"side|thing|bureaucracy|bs|nonsense|culture|environment|place|schedule|hours|demands|pressure)){0,3}"
)
_SLOWLY = (
    r"(?: (?:is|are|was|were|'s|has|have|had|been|keeps?|just|really|literally|slowly|totally|absolutely|kinda|now|all|"
    r"so|about to|gonna|going to)){0,4}"
)
_WEARS = (
    r" (?:eat|ate|kill|drain|crush|burn|destroy|ruin|wreck|break|broke|grind|ground|wear|wore|exhaust|suck|suffocat|"
    r"chok|bleed|tortur|driv|drove|push|beat|consum|sap|stress|swallow|poison|smother|drown|bur(?:y|i)|haunt|finish|"
    r"rob|steal|stole)(?:e|es|s|ed|en|ing|ning|ting|pping|ping|ping|bing|n|d)?"
)
_ME = r"(?: [\w']+){0,2} (?:me|my|us|our)\b"
_IS_BAD = (
    r" (?:sucks?|stinks?|(?:is|are|'s|has become|became|was) (?:\w+ ){0,2}(?:hell|a nightmare|awful|unbearable|toxic|"
    r"brutal|miserable|soul[- ](?:crushing|sucking)|the worst|too much(?: for me)?|horrible|terrible|a grind))\b"
)
_IS_JUNK = re.compile(
    r"^(?: (?:data|figures?|numbers?|salar(?:y|ies)|stuff|site))?(?: (?:is|are|'s|was))(?: \w+)? (?:trash|garbage|"
    r"junk|crap|bs|"
    r"bogus|useless|unreliable|inflated|a joke|wrong|off|way off|rubbish|nonsense|not reliable|full of it|made up)\b")
_COMPLAINT = re.compile(rf"^{_MORE_OF_IT}(?:{_SLOWLY}{_WEARS}{_ME}|{_IS_BAD})")


# "I spend more time on prior auths than on patients" tells of today, and wishes for neither.
_SPENT = re.compile(
    r"\b(?:spend|spends|spending|spent|waste|wasting|wasted)\b[^.;!?]{0,60}\b(?:on|with|than|doing|for) (?:\w+ ){0,3}$")
_WISHED = re.compile(r"\b(?:want|like|love|prefer|wish|hope|could|would|rather|let me|able)\b[^.;!?]{0,40}$")
_SPENT_ON = frozenset(("patient_contact", "setting"))


def complained_of(mentions: Sequence[Mention], folded: str) -> List[Mention]:
    """The mentions, those complained of left out; opposites of yes-or-no kinds are turned round."""
    kinds = NEGATABLE - {"specialty", "geography", "source"}
    return [
        negated(m) if not m.excluded and (
            (m.kind in kinds and _COMPLAINT.match(folded[m.end :]))
            or (m.kind == "source" and _IS_JUNK.match(folded[m.end :]))) else m
        for m in mentions if not (m.kind in _SPENT_ON and _is_spent_on(folded[: m.start]))
    ]


def _is_spent_on(before: str) -> bool:
    """Whether the words before a mention tell what one's time goes into."""
    spent = _SPENT.search(before)
    return spent is not None and _WISHED.search(before[: spent.start()]) is None
