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
_COMPLAINT = re.compile(rf"^{_MORE_OF_IT}(?:{_SLOWLY}{_WEARS}{_ME}|{_IS_BAD})")


def complained_of(mentions: Sequence[Mention], folded: str) -> List[Mention]:
    """The mentions, those complained of left out; opposites of yes-or-no kinds are turned round."""
    kinds = NEGATABLE - {"specialty", "geography", "source"}
    return [
        negated(m) if m.kind in kinds and not m.excluded and _COMPLAINT.match(folded[m.end :]) else m
        for m in mentions
    ]
