"""Who wants to be forgotten, or their conversation: told by the words alone."""

from __future__ import annotations

import re

# Deleting cannot be taken back, so the words must ask for it: "will colleagues forget me?",
# "don't forget me" and "clear me 200k" do not, and "forget what I said about pay" is a filter.
_ASKING = (
    r"(?:(?:^|[.!?,;:\n])\s{0,2}"
    r"|\b(?:please|pls|just|now|then|kindly|hi|hey|hello|waypoint|ok|okay|so|yes|thanks|thank you"
    r"|(?:can|could|will|would) you|you (?:can|may|should|must)"
    r"|(?:want|like|need|ask) (?:you )?to)\s)"
    r"(?:please |just |now |kindly )?"
)
_ALL_OF = r"(?:all )?(?:of )?"
_TALK = (  # what was said, not what was saved
    rf"{_ALL_OF}(?:my (?:messages|conversations?|chats?|history|questions)|(?:this|our) (?:conversation|chat|thread))"
)
_OWN = rf"(?:{_ALL_OF}my (?:data|answers|information)|{_TALK})"
_TOLD = (
    r"(?:everything|all|what)(?: that)? i(?:'ve| have)? (?:said|told you|wrote|written|asked|typed)"
    r"|everything(?: that)?(?: you (?:know|have|keep|kept|saved|stored))? (?:about|on|of) me"
)
_ME = r"(?:about )?me"
# What may follow: with another word it is something else ("my data science background").
_END = (
    r"(?=\s?(?:$|[.!?,;:)\n])"
    r"|\s(?:please|pls|now|from|here|again|completely|entirely|forever|and|too|as|in|if|so|thanks"
    r"|right|today|immediately|before|earlier|above|that|which|you|i|with)\b"
    r"|\sto you\s?(?:$|[.!?,;:]))"
)
_FORGET = re.compile(
    rf"{_ASKING}(?:(?:forget|delete|erase)\s(?:{_ME}|{_TOLD}|{_OWN})|(?:remove|clear|wipe)\s{_OWN}){_END}",
    re.IGNORECASE,
)
_FORGET_TALK = re.compile(rf"{_ASKING}(?:forget|delete|erase|remove|clear|wipe)\s{_TALK}{_END}", re.IGNORECASE)


def asks_to_forget(text: str) -> bool:
    """Whether somebody wants to be forgotten."""
    return bool(_FORGET.search(text.replace("’", "'")))


def asks_to_forget_only_the_talk(text: str) -> bool:
    """Whether what is to be forgotten is the conversation; what was saved then stays."""
    plain = text.replace("’", "'")
    return bool(_FORGET_TALK.search(plain)) and not _FORGET.search(_FORGET_TALK.sub(" ", plain))
