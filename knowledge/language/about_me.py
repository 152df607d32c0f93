"""What a person asks about themselves: what is stored of them, and to be forgotten.

Also whether somebody is named, which nobody needs to type here.
"""

from __future__ import annotations

import re
from typing import NamedTuple, Optional

from knowledge.language.forget_words import asks_to_forget, asks_to_forget_only_the_talk
from knowledge.language.text import fold

KNOWN, FORGET = "known", "forget"


class PersonWish(NamedTuple):
    """What is asked: KNOWN or FORGET, and whether a question back was already answered with yes."""

    operation: str
    confirmed: bool = False


# Deleting cannot be taken back, so the words must ask for it: "will colleagues forget me?" and
# "don't forget me" do not, and "forget what I said about pay" is a filter.
_ASKING = (
    r"(?:(?:^|[.!?,;:\n])\W{0,2}|\b(?:please|pls|just|now|then|kindly|hi|hey|hello|waypoint|ok|okay|so|yes|and"
    r"|thanks|thank you|"
    r"(?:can|could|will|would) (?:you|u)|you (?:can|may|should|must)|(?:want|like|need|ask|wish) (?:you )?to)\s)"
    r"(?:please |just |now |kindly |completely |simply )?"
)
_ALL_ME = (
    r"(?:(?:all|everything|anything|whatever|the (?:data|info|information|stuff"
    r"|things))(?: (?:of )?(?:the )?(?:data|info|information|stuff|things)?)?"
    r"(?: ?that)?(?: ?you(?:'ve| have)? ?(?:know|have|keep|kept|saved|save|stored|store|remember|got|collected"
    r"|hold))? ?(?:about|on|of|from) )?me"
)
_MINE = (
    r"(?:all )?(?:of )?my (?:(?:own|personal|private|stored|saved) )?(?:data|info|information|details|record"
    r"|records|profile|traces|"
    r"personal (?:data|info|information|details))"
)
_END = (
    r"(?=\W*$|\s?[.!?,;:)\n]|\s(?:please|pls|now|from|here|again|completely|entirely|forever|and|too|as|in|if|so"
    r"|thanks|right|"
    r"today|immediately|you|for good|that)\b)"
)
_FORGETTING = re.compile(
    rf"{_ASKING}(?:forget|delete|erase|wipe|purge|remove|clear|get rid of|destroy|drop)(?: about)? (?:{_ALL_ME}"
    rf"|{_MINE}){_END}")
_KNOWING = re.compile(
    r"\bwh?at(?:'?s|s)?(?: all| exactly| else)?(?: data| info(?:rmation)?| personal data| details"
    r"| kind of (?:data|info\w*))?"
    r"(?: do| did| have| would)?(?: you|u| ya)(?:'ve| have)?(?: already| actually| currently| really)?"
    r" (?:know|remember|have|keep|kept|store|stored|saved?|hold|got|collect|collected|record"
    r"|recorded)(?: (?:stored|saved|down|kept|recorded))?"
    r" (?:about|on|of|from) me\b"
    r"|\bwh?at(?: have| did) i (?:told|tell|given?|say to|share with)(?:ed)? you(?: so far| about me| already)*\W*$"
    r"|\b(?:show|tell|give|list)(?: me)? (?:(?:all |everything |what )?(?:you (?:know|have|keep|stored|saved"
    r"|remember) (?:about|on|of) me|"
    r"my (?:own |personal |stored |saved )?(?:data|info|information|record|profile|answers so far)))(?! \w)"
    r"|\b(?:what|which)(?: of my)?(?: personal)? (?:data|info|information|answers)(?: of mine| about me| on me)?"
    r" (?:do you (?:have|keep|store|hold|remember)|is (?:stored|kept|saved)|are (?:stored|kept|saved)"
    r"|have you (?:kept|stored|saved|got))"
    r"|\b(?:what|anything|something) (?:is|are|was|gets?|do you have) (?:stored|saved|kept|known|recorded"
    r"|on file|on record)(?: here)? (?:about|of|on|for) me\b"
    r"|\bdo you (?:know|remember|have|keep|store) (?:anything|something|stuff|any data|data|things) (?:about|on"
    r"|of) me\b")
_NEGATED = re.compile(r"\b(?:don'?t|do not|never|won'?t|will not|not)(?: \w+)? (?:forget|delete|erase|wipe"
    r"|remove|clear)\b")
_YES = re.compile(r"^\W*(?:yes|yep|yeah|yup|sure|confirm(?:ed)?|absolutely|definitely)\b")

_INTRODUCED = re.compile(
    r"\b(?:[Mm]y (?:full )?name(?: is|'s)|(?:[Pp]atient|[Pp]t)(?:'s name is|,? (?:named|called))|[Mm]y patient)"
    r" (?:(?:Mr|Mrs|Ms|Miss|Dr|dr|mr|mrs|ms)\.? )?[A-Z][a-z]+(?: [A-Z][a-z]+)?\b"
    r"|\b(?:[Pp]atient|[Pp]t),? [A-Z][a-z]+ [A-Z][a-z]+(?=,? (?:\d|has\b|with\b|was\b|is\b|presented|diagnosed))"
    r"|\b[Mm]y (?:full )?name is [a-z]{2,}\b|\b(?:I am|I'm|[Tt]his is|im) (?:Dr|Doctor|dr|doctor)\.? [A-Z][a-z]+\b"
    r"|\b(?:Mr|Mrs|Ms)\.? [A-Z][a-z]+(?: [A-Z][a-z]+)?\b(?=.{0,60}\b(?:\d{1,3}|diagnos|cancer|mass|chest"
    r"|presented|admitted|y/?o|year[- ]old))"
    r"|\b(?:MRN|mrn|SSN|ssn)\b[\s:#]*\d")


def person_wish(text: str) -> Optional[PersonWish]:
    """What a message asks about the person's own record; None where it is about something else."""
    text = text[:2_000]
    folded = fold(text)
    told = asks_to_forget(text) and not asks_to_forget_only_the_talk(text)  # the channels heed the same words
    if (_FORGETTING.search(folded) or told) and not _NEGATED.search(folded):
        return PersonWish(FORGET, confirmed=bool(_YES.match(folded)))
    return PersonWish(KNOWN) if _KNOWING.search(folded) else None


def introduces_someone(text: str) -> bool:
    """Whether somebody is named: the person, or a patient. Numbers and addresses have rules of their own."""
    return bool(_INTRODUCED.search(text[:2_000]))
