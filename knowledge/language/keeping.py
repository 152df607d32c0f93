"""What a message wants done with the person's own list: save, remove, note, show, clear, export, undo.

Read from the shape: a verb at the head of a clause, and what it is said of: a name, a place of the
list last shown, a pointer, or the list itself. "Jobs that save me time" and "keep seeing patients"
have the verbs and not the shape.
"""

from __future__ import annotations

import re
from typing import NamedTuple, Optional, Sequence, Tuple

from knowledge.language.mentions import Mention
from knowledge.language.wish_text import ORDINAL, REFERENCE, ROLE, SPECIALTY, as_signs

SAVE, REMOVE, NOTE, SHOW, CLEAR, EXPORT, UNDO = "save", "remove", "note", "show", "clear", "export", "undo"
MARKDOWN, CSV, HTML = "md", "csv", "html"
LAST = 0  # a place
MOST_CHARACTERS = 1_000


class ListWish(NamedTuple):
    """One thing to be done with the list.

    `places` are those of the list last shown that no other rule recognised ("save 1, 2 and 4"); LAST
    is its end.
    `names_list` says whether the list itself is named, and not only something that may be on it.
    """

    operation: str
    confirmed: bool = False
    note: str = ""
    form: str = MARKDOWN
    places: Tuple[int, ...] = ()
    names_list: bool = False


_POLITE = (
    r"(?:(?:please|pls|plz|ok(?:ay)?|hey|hi|well|so|now|then|also|and|yes|yeah|yep|sure|great|thanks|thank you|oh|wait|"
    r"actually|just|can (?:you|u|i|we)|could (?:you|u|i|we)|would you|will you|let'?s|lets|let me|"
    r"i(?:'d| would)? (?:like|want|love|need)(?: you)?(?: to)?|i wanna|wanna|i'?ll|go ahead(?: and)?"
    r"|help me)[ ,]+){0,6}"
)
_CLAUSE = rf"(?:^\W*|[,.;!?:] ?|\b(?:and|then|so|but) ){_POLITE}"
_LIST = (
    r"(?:(?:(?:my|the|your|our|this|that|a) )?(?:(?:own|whole|entire|saved|full|current|personal) )?"
    r"(?:short ?-?lists?|favou?rites?|favs|faves|book ?marks)|my (?:own |whole |entire |saved "
    r"|little )?(?:lists?|picks|keepers)|"
    r"(?:my |the )?saved (?:list|roles?|jobs?|ones|options|items|stuff|things)|"
    r"(?:the )?(?:list of )?(?:roles?|jobs?|ones|options|things|stuff|what|everything|all)(?: that)? i(?:'ve| have)?"
    r" (?:saved|kept|bookmarked|shortlisted|starred))"
)
_FILLER = (
    r"(?:(?:the|this|that|those|these|a|an|my|me|us|us both|for me|also|too|down|both|all|of|role"
    r"|roles|job|jobs|"
    r"option|options|number|numbers|nr|no|entry|position|one|ones|work|in|for|as|on|from) )"
)
# Every stretch is read in one way only: cut into pieces in all possible ways, it held the process for minutes.
# So a name is taken whole, and "this" before another thing is no thing itself but belongs to that one.
_NAMED = rf"{ROLE}+(?!{ROLE})|{ORDINAL}+(?!{ORDINAL})|{REFERENCE}+(?!{REFERENCE})|#? ?\d{{1,2}}(?![\d,.]*\d|k|%)"
_POINTED = r"(?:it|them|everything|first|second|third|fourth|fifth|last)\b(?!')"
_BEFORE = r"(?:this|that|these|those|both|all)\b(?!')"
_THING = rf"(?:{_NAMED}|{_POINTED}|{_BEFORE}(?! ?{_FILLER}{{0,5}}(?:{_NAMED}|{_POINTED}|{_BEFORE})))"
_THINGS = (
    rf"(?P<things>{_FILLER}{{0,5}}{_THING}(?:(?: ?,)? {{0,2}}(?:(?:and|&|\+|plus|or|with) ?)?{_FILLER}{{0,4}}"
    rf"(?:{_THING}|{SPECIALTY}+(?!{SPECIALTY}))){{0,8}})"
)
_AFTER = (
    r"(?: (?:one|ones|role|roles|job|jobs|option|options|position|please|pls|too|as well|now|then|again"
    r"|thanks|for (?:me|now|later)))*"
)
_END = r"\W*$|(?= ?[,.;!?:]| (?:and|but|then|so|because|as|since|i) )"
_ONTO = rf"(?:,? (?:to|on|onto|in|into|for|as|with)(?: {_LIST}| (?:the )?list| {REFERENCE}+))"
_OFF = rf"(?: (?:off|out of|out|from|away from)(?: of)?(?: {_LIST}| (?:the )?list| there| {REFERENCE}+)?)"

_SAVING = re.compile(
    rf"{_CLAUSE}(?:save|keep|book ?mark|star|favou?rite|fav|short ?list|pin|store|stash|hold on to|remember|retain)"
    rf" {_THINGS}{_AFTER}(?P<onto>{_ONTO})?{_AFTER}(?:{_END})")
_ADDING = re.compile(
    rf"{_CLAUSE}(?:save|keep|add|put|include|place|stick|throw|get|move|write|have|want|pop|push)"
    rf" {_THINGS}{_AFTER}{_ONTO}{_AFTER}(?:{_END})")
_PLAIN_ADDING = re.compile(rf"{_CLAUSE}(?:add|put|save|keep)(?: (?:it|this|that|them|these|those"
    rf"|{REFERENCE}+))?{_ONTO}(?:{_END})")
_REMOVING = re.compile(
    rf"{_CLAUSE}(?:remove|delete|take|drop|cross|strike|scratch|scrap|get rid of|kick|throw|unsave|un-save|lose"
    rf"|erase|toss|pull|ditch)"
    rf"(?: off| out)? {_THINGS}{_AFTER}(?P<off>{_OFF})?{_AFTER}(?:{_END})")
# What buttons say: a title and specialty as articles write them, with brackets and words of all kinds in it.
_TITLE = rf"[^.,;!?]{{0,120}}?{ROLE}+[^.;!?]{{0,120}}?"
_SAVING_TITLE = re.compile(rf"^\W*(?:save|keep|bookmark) {_TITLE} ?\([^()]{{1,80}}\)\W*$")
# A title may begin with a word that is a filter elsewhere ("Remote reads"), so that no name is recognised.
_REMOVING_TITLE = re.compile(
    rf"^\W*{_POLITE}(?:remove|delete|take|drop|unsave) [^.,;!?]{{1,240}}? (?:from|off|out of) {_LIST}\W*$")
_NOTING = re.compile(
    rf"{_CLAUSE}(?:(?:(?:make|add|write|put|leave|take|attach|set|jot down|jot|save|keep) )?(?:an? |my |this |the )?"
    rf"(?:note|comment|remark|reminder)(?: down)?(?: (?:on|for|to|about|with|beside|next to|under|against|of))?"
    rf"|annotate|remember for|write on|"
    rf"remark on|comment on)(?: {_THINGS}{_AFTER}{_ONTO}?)?(?: ?[:,;\-]+ ?| (?:that |saying |says? |to say "
    rf"|with )+| ?(?=[\"']))"
    r"(?P<note>\S.*)$", re.DOTALL)
_UNNOTING = re.compile(
    rf"{_CLAUSE}(?:remove|delete|drop|clear|erase|take off|take away|scrap|scratch)(?: the| my| that"
    rf"| this)? (?:note|comment|remark)"
    rf"(?: (?:on|for|to|about|with|from|of) {_THINGS})?{_AFTER}(?:{_END})")
_SHOWING = re.compile(
    rf"^\W*{_POLITE}(?:(?:show|see|open|view|display|read|give|list|get|pull up|bring up|go (?:back )?to|back to"
    rf"|go over|look at|check|"
    rf"what'?s|what is|what are|whats|what do i have|which are|where'?s|where is|where are|wheres)(?: me| us)?(?: all)?"
    rf"(?: on| in| of| about)? |back to )?{_LIST}(?: (?:again|now|please|pls|so far|look like|right now|then"
    rf"|back|up))*\W*$")
_ASKED = re.compile(
    r"^\W*(?:(?:so|and|ok|hey|wait|remind me|tell me|show me)[ ,]+)*(?:what|which(?: ones| roles| jobs)?"
    r"|what all)(?: did| have|'ve)? i"
    r"(?: already| have|'ve)* (?:saved?|keep|kept|book ?mark(?:ed)?|short ?list(?:ed)?|star(?:red)?)(?: so far"
    r"| already| yet| again)*\W*$")
_CLEARING = re.compile(
    rf"{_CLAUSE}(?:clear|empty|wipe|delete|reset|erase|trash|scrap|dump|remove|get rid of|throw (?:away|out)|start)"
    rf"(?: (?:out|off|all|everything|the whole thing|every role|all roles|all of|over|anew|fresh|from|on|in|with"
    rf"|of|it))*"
    rf" {_LIST}{_AFTER}(?: (?:over|anew|again|completely|entirely|from scratch))*(?:{_END})")
_FORM = (
    r"(?:csv|markdown|mark down|md|html?|pdf|excel|xlsx?|spread ?sheet|table|file|text|document|doc|print(?:out)?|"
    r"(?:a )?(?:page|version|form)(?: (?:for|to) print(?:ing)?| i can print)|printable(?: page| version)?)"
)
_EXPORTING = re.compile(
    rf"{_CLAUSE}(?:(?:export|download|print)(?: (?:out|off|it|this|that|them|these|those|everything|all"
    rf"|{REFERENCE}+|(?:the )?list|{_LIST}))*"
    rf"(?: (?:as|to|in|into|for)(?: an?| my)? ?\w*)*(?: {_FORM})*"
    rf"|(?:give|get|send|e-?mail|show|copy|save|have|make|take|turn|put|convert|hand|i need|need|want)(?: me| us)?"
    rf"(?: (?:it|this|that|them|(?:the )?list|{_LIST}|{REFERENCE}+))? ?(?:as|to|in|into|for)(?: an?| my)? {_FORM}"
    rf"|(?:e-?mail|send|copy)(?: me| us)? {_LIST}(?: to me| over| by e-?mail| to my e-?mail)*)(?: file| format"
    rf"| page| please| pls| now| version)*(?:{_END})")
_ALONE_EXPORT = re.compile(
    rf"^\W*{_POLITE}(?:{_LIST} )?(?:as|in|to) (?:an? )?{_FORM}(?: file| format| please| instead| too)*\W*$|"
    rf"^\W*(?:csv|markdown|printable)(?: (?:version|export|file|download|page))?(?: of {_LIST})?(?: please| pls"
    rf"| instead)?\W*$")
_UNDOING = re.compile(
    rf"^\W*{_POLITE}(?:oops,? |no,? |sorry,? |wrong one,? )*(?:(?:undo|revert|reverse)(?: (?:it|this|that"
    rf"|{REFERENCE}+|the last|last"
    rf"(?: (?:one|change|thing|step))?|the last (?:one|change|thing|step)|my last change|the removal|the delete))*|"
    rf"(?:put|bring|get|give|take) (?:it|that|them|{REFERENCE}+|(?:my|the) (?:list|short ?list)|me (?:it|that"
    rf"|them|my list))(?: all)? back|"
    rf"restore (?:it|that|them|{_LIST}|{REFERENCE}+)|i (?:didn'?t|did not) (?:mean|want) to (?:remove|delete"
    rf"|clear) (?:it|that|them|{REFERENCE}+))"
    rf"(?: please| pls)?\W*$")
_YES = re.compile(r"^\W*(?:yes|yep|yeah|yup|sure|confirm(?:ed)?|absolutely|definitely)\b")
_PLACE = re.compile(r"(?<![\w$€£.,])(?:(\d{1,2})(?![\w%]|[.,]\d)|(first|second|third|fourth|fifth|last)\b)")
_WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": LAST}


def list_wish(text: str, mentions: Sequence[Mention]) -> Optional[ListWish]:
    """What a message wants done with the person's list; None where it is about something else.

    Args:
        text: what the person typed.
        mentions: what was recognised in it.
    """
    signs = as_signs(text, mentions)
    if len(signs) > MOST_CHARACTERS:  # nobody asks for that in a page of text
        return None
    confirmed = bool(_YES.match(signs))
    if found := _UNNOTING.search(signs):
        return ListWish(NOTE, places=_places(found))
    if found := _NOTING.search(signs):
        note = text[found.start("note") :].strip().strip("\"'“”‘’").strip()
        said_of = found["things"] or ":" in signs[found.start() : found.start("note")]  # "note that I am ..." is none
        return ListWish(NOTE, note=note, places=_places(found)) if note and said_of else None
    if _UNDOING.match(signs):
        return ListWish(UNDO)
    if _EXPORTING.search(signs) or _ALONE_EXPORT.match(signs):
        return ListWish(EXPORT, form=_form(signs), names_list=True)
    if _SHOWING.match(signs) or _ASKED.match(signs):
        return ListWish(SHOW, names_list=True)
    if _CLEARING.search(signs):
        return ListWish(CLEAR, confirmed=confirmed, names_list=True)
    if found := _ADDING.search(signs) or _PLAIN_ADDING.search(signs):
        return ListWish(SAVE, places=_places(found), names_list=True)
    if found := _SAVING.search(signs):
        return ListWish(SAVE, places=_places(found), names_list=bool(found["onto"]))
    if found := _REMOVING.search(signs):
        return ListWish(REMOVE, places=_places(found), names_list=bool(found["off"]))
    if _REMOVING_TITLE.match(signs):
        return ListWish(REMOVE, names_list=True)
    if _SAVING_TITLE.match(signs):
        return ListWish(SAVE)
    return None


def _places(found: "re.Match[str]") -> Tuple[int, ...]:
    """Numbers that stand as places among the things named; ordinals are signs already."""
    things = found.groupdict().get("things") or ""
    found_places = (int(digits) if digits else _WORDS[word] for digits, word in _PLACE.findall(things) if digits != "0")
    return tuple(dict.fromkeys(found_places))


def _form(signs: str) -> str:
    if re.search(r"\b(?:csv|excel|xlsx?|spread ?sheet|table)\b", signs):
        return CSV
    return HTML if re.search(r"\b(?:html?|pdf|print\w*|page)\b", signs) else MARKDOWN
