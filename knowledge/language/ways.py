"""Questions about the way: into a kind of work, out of practice, and back to it."""

from __future__ import annotations

import re
from typing import Optional

NEXT_STEPS, GIVE_UP, COME_BACK = "next_steps", "give_up", "come_back"

_PRACTICE = (
    r"(?:(?:clinical|my|the|patient|full|direct|seeing) )*(?:practice|practi[cs]ing|clinic\w*|medicine"
    r"|patients?|care|hospital|residency)"
)
_COMING_BACK = re.compile(
    rf"\b(?:come|go|get|switch|move|going|coming|getting|way|way to get|transition) back (?:in)?to {_PRACTICE}\b"
    rf"|\b(?:return\w*|re-?ent\w+|resum\w+)(?: to| into)? {_PRACTICE}\b"
    r"|\b(?:come|go|get|coming|going) back (?:after|if|once|when|later)\b.{0,20}\b(?:leav\w+|left|quit\w*|that"
    r"|this|it|i)\b"
    r"|\b(?:can|could|may|might|would) (?:i|you|one|we|they)(?: be able to)? (?:always |ever |still |later |just )*"
    r"(?:(?:come|go|switch|get|step) back|return|undo (?:it|that|this))(?: in)?(?: later| again| afterwards| someday)*"
    r"(?: (?:if|when|once|after|in case)\b.{0,60})?\W*$"
    r"|\b(?:is|would|will) (?:it|that|this|leaving|quitting)(?: be)? (?:reversible|irreversible|permanent|final|"
    r"for good|a one[- ]way (?:door|street|trip))\b|\b(?:one[- ]way (?:door|street)|point of no return)\b"
    r"|\bis (?:there )?(?:a |any )?(?:way|road|path) back\b", re.IGNORECASE)
_GIVING_UP = re.compile(
    r"\b(?:what|which)\b.{0,50}\b(?:give|giving|given) (?:it )?up\b"
    r"|\bwhat(?:'s| is| are| do| would| will| could| did)?(?: the)?(?: (?:i|you|we|one|it|they|physicians|doctors))?"
    r"(?: have to| need to| stand to)? (?:sacrific\w+|lose|los(?:ing|e)|leave behind|cost me)\b"
    r"(?!.{0,30}\b(?:if i wait|income|money|pay)\b)"
    r"|\bwhat(?:'s| is|s)? (?:the )?(?:downsides?|drawbacks?|trade-?offs?|cost) (?:of|to|in) (?:leaving|quitting|going|"
    r"getting out|stopping)\b"
    r"|\bwhat (?:does|would|will) (?:it|that|leaving(?: practice)?) cost me\b", re.IGNORECASE)
_NEXT_STEPS = re.compile(
    r"\b(?:next|first) (?:steps?|thing to do)\b|\b(?:get|getting|got) started\b"
    r"|\bwhere (?:do|should|would|can) (?:i|you|one) (?:start|begin)\b"
    r"|\bhow (?:do|should|would|can|could|to)(?: (?:i|you|one|we))? (?:start|begin)\b(?! over)"
    r"|\bwhat (?:do|would|will|does|did|should|must|can) (?:i|one|you|we|it) (?:need|have|take|do)(?: to "
    r"(?:do|have))? to "
    r"(?:get into|get|break into|land|become|go into|move into|be considered for)\b", re.IGNORECASE)


def way_in_question(text: str) -> Optional[str]:
    """Which way a message asks for: one of the three above, or None."""
    text = text[:2_000].replace("’", "'")
    if _COMING_BACK.search(text):
        return COME_BACK
    if _GIVING_UP.search(text):
        return GIVE_UP
    return NEXT_STEPS if _NEXT_STEPS.search(text) else None
