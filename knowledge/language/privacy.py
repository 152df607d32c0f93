"""Whether a message asks who can see what is typed here, or what becomes of it."""

from __future__ import annotations

import re

from knowledge.language.text import fold

MOST_CHARACTERS = 300
_OURS = (
    r"(?:(?:my|this|the|our|these|all)(?: \w+)? (?:list|short ?list|data|info(?:rmation)?|chats?|conversations?|convo"
    r"|stuff|notes?|offers?|messages?|answers?|questions?)|(?:what|anything|everything|all) i (?:\w+ )?(?:type|write"
    r"|say|tell|told|said|typed|save|saved)(?: you| here)?|this|it|that|you|everything)"
)
_KEPT_SAFE = (
    r"(?:private|confidential|anonymous|anonymized|secure|safe|secret|hipaa(?: compliant)?|recorded|logged|monitored|"
    r"tracked|shared|sold|encrypted|stored|traceable|visible to (?:others|anyone|my \w+))"
)
_ASKS = re.compile(
    rf"\b(?:is|are|will|would|does|do|can) {_OURS}(?: (?:be|get|stay|kept|remain|really|still|totally|all|fully|"
    rf"truly|even))* {_KEPT_SAFE}(?= (?:here|now|to|with|from|by|or|if|between|at all|then|right)\b|\W*$)"
    r"|\bhow (?:private|confidential|secure|anonymous|safe) (?:is|are)\b|\bwho(?: else| all)? (?:can |could |will "
    r"|gets to |is able to |would )?(?:see|sees|read|reads|view|views|access|accesses|know|knows|look at"
    r"|looks at)\b.{0,30}\b(?:this|it|that|list|chat|conversation|my|i|data|info\w*|here)\b|\b(?:can|could|will|would"
    r"|does|do) (?:anyone|anybody|someone|somebody|others?|other people|my (?:employer|hospital|boss|chair|group"
    r"|colleagues|job|work|practice|department)|people|sermo|slack|you|they|recruiters?|the hospital"
    r"|admins?)(?: \w+)? (?:see|read|view|access|find out|know|share|sell|leak|track|trace)\b.{0,30}\b(?:this|it|that"
    r"|list|chat|conversation|my|i|data|info\w*|here|what)\b|\b(?:do|will|would|are) (?:you|u)(?: \w+)? (?:share"
    r"|shares|sell|sharing|selling|give away|pass on|track|log|record|spy)\b.{0,30}\b(?:this|it|that|list|chat"
    r"|conversation|my|me|data|info\w*|what)\b")


def asks_privacy(text: str) -> bool:
    """Whether a message asks if what is typed or kept here stays private: "is my list private?".

    Args:
        text: what the person typed.
    """
    return len(text) <= MOST_CHARACTERS and _ASKS.search(fold(text)) is not None
