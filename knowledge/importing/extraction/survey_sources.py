"""Who asked: the organisation that a sentence names for its survey, and the publisher behind "our survey"."""

from __future__ import annotations

import re

from knowledge.importing.document import SourceDocument
from knowledge.importing.extraction.asking import asker_in
from knowledge.importing.extraction.people import people_at
from knowledge.importing.extraction.sources import SITES
from knowledge.importing.extraction.survey_words import NAMED_SURVEYS, REPORT, SURVEY, is_people, is_verb
from knowledge.importing.publisher import ORGANISATIONS, publisher_of

_WORD = r"[A-Z][\w&’'.-]*"
_GAP = r"[^\S\n]"  # a name does not go on in the next block
NAME = rf"{_WORD}(?:{_GAP}(?:(?:of|for|and|the|&){_GAP}){{0,2}}{_WORD}|{_GAP}&{_GAP}{_WORD}){{0,7}}"
_ONE = re.compile(NAME)
_OTHER_WORDS = frozenset(
    "A Additionally All Among An And Another Any As At Before Both But By Each Even Few Figure For Fortunately From"
    " Half However I If In It Its Last Many Meanwhile More Moreover Most My Nearly Note Now Of On One Only Or Other Our"
    " Over Per Recent Recently She He Since So Some Source Survey Poll Study Table That The Their Then There These They"
    " This Those Though Two Three Four Five Under Until We What When Where Which While Who Why With Yet You Your Also"
    " After According January February March April May June July August September October November December Monday"
    " Tuesday Wednesday Thursday Friday Saturday Sunday Respondents".split()
)
_OF_AN_ORGANISATION = ("community", "members", "users", "readers", "subscribers")
_NO_NAMES = frozenset(
    "U.S. US U.K. UK USA American Americans European Europeans Canadian Canadians British Physicians Physician Doctors"
    " Doctor MD MDs DO DOs Members Readers".split()
)
_AFTER = re.compile(
    rf"\b(?:[Aa]ccording to|[Pp]er|[Ss]ource:|(?:[Cc]onducted|[Pp]ublished|[Rr]un|[Dd]one|[Cc]arried out|[Rr]eleased"
    rf"|[Ss]urveyed|[Pp]olled|[Qq]uestioned|[Ii]nterviewed|[Aa]sked|[Cc]ommissioned|[Ff]ielded|[Rr]eported"
    rf"|[Cc]ollected|[Gg]athered|[Cc]ompiled|[Aa]dministered)"
    rf"(?: (?:online|recently|jointly))? (?:by|on|in)"
    rf"|\b[Tt]old|(?:{SURVEY}|{REPORT})(?: \w+)? (?:by|from|of|on|for|in|at)|{SURVEY} (?:that|which)"
    rf"|{SURVEY}(?:\s[\w,’'.-]+){{1,8}}? (?:by|that|which|whom))\s(?:(?:the|a|an|its|global|online"
    rf"|own)\s){{0,3}}"
    rf"(?={_WORD})"
)
_BEFORE = re.compile(
    rf"(?P<name>{NAME})\s(?:\(\w+\)\s)?(?:\d{{4}}\s)?(?:(?!(?:an?|the|its|their|our|one|another|of|for|[a-z]+ed)\s)[a-z-]+\s)"
    rf"{{0,3}}(?P<kind>{SURVEY}|{REPORT}|{NAMED_SURVEYS})\b"
)
_ASKS = re.compile(
    rf"(?P<name>{NAME})\s(?:\(\w+\)\s)?(?:also |then |recently )?(?:asked|polled|surveyed|found|finds|reports?"
    r"|reported|interviewed|questioned|conducted|ran|put|estimates|says)\b"
)
_NAMED_SURVEYS = (*NAMED_SURVEYS.split("|"), "Index")
_SHORT = re.compile(
    rf"\b[Tt]he (?P<noun>{'|'.join((*ORGANISATIONS, *_NAMED_SURVEYS))})(?:['’]s)?\b(?!\s(?:of|for)\s[A-Z])"
)
_DESCRIBED = re.compile(
    r"\b(?P<words>(?:(?!(?:this|that|the|an?|our|my|its|their|his|her|own|same|another|new|recent|first|second|last|small"
    r"|old|older|latest|online|short|brief|big|large|separate|full|whole|of|in|for|by|and|or|to|on|with)\s)"
    r"[a-z][a-z-]+\s){1,2}(?:survey|poll|questionnaire|census))\b(?!\s(?:pay|jobs?))"
)
_QUOTED = re.compile(rf"{SURVEY}\s(?:of|by|from|for|on)\s[“\"‘'](?P<name>{NAME}),?[”\"’']")
_ITS_PEOPLE = re.compile(rf"\b[Tt]he (?P<name>{NAME}) (?:people|team|folks|crowd)\b")
_IN_BRACKETS = re.compile(rf"[(—–]\s?(?:[Ss]ource: )?(?P<name>{NAME})(?:,? (?:19|20)\d\d)?(?:,|\)|$)")
_MEMBERS = re.compile(rf"(?<=of )(?:the )?(?P<name>{NAME}) (?:members|users|readers|subscribers|community)\b")
_MEMBERS_OF = re.compile(rf"\b(?:members|users|readers|subscribers|fellows) of (?:the )?(?P<name>{NAME})")
_CITED = re.compile(rf"(?P<name>{NAME})\s\((?:(?:19|20)\d\d|n\s?=)")
_ENDING = re.compile(r"(?:['’]s?|-(?:sponsored|led|run|funded|backed))$")
_ORGANISATION = frozenset(ORGANISATIONS)
_LONGEST_TEXT = 200_000  # characters in which the full form of a name is looked for
_YEAR = re.compile(r"\s?(?:19|20)\d\d$")
_OURS = re.compile(
    rf"\b(?:[Oo]ur|[Mm]y)\s(?:[\w’'-]+\s){{0,4}}{SURVEY}\b"
    r"|\b(?:[Ww]e|I|i)\s(?:also\s|then\s|once\s|recently\s)?"
    r"(?:ask(?:ed)?|poll(?:ed)?|survey(?:ed)?|put|ran|sent|questioned|interviewed|conducted)\b"
    r"|\b[Ii]n ours\b"
    r"|\bof you (?:answered|replied|responded|voted|wrote|said|say|told)\b"
    r"|\basked (?:our|my) |\b(?:told|answered|replied to) us\b|\bour (?:readers?|members?"
    r"|respondents?|candidates)\b"
)
_HOUSE = re.compile(
    r"\b[Tt]he (?P<noun>society|association|college|magazine|newsletter|foundation|institute|academy|council|journal"
    r"|university)\b",
)


class SurveySources:
    """Finds who asked; it remembers the organisations that the document has named in full."""

    def __init__(self, document: SourceDocument) -> None:
        self.publisher = publisher_of(document)
        self.published = document.published
        self._text = document.text
        self._full: dict[str, str] = {}

    def named_in(self, words: str) -> str | None:
        """The organisation that some words of a sentence name: "another firm, Harrow Insight"."""
        for match in _ONE.finditer(words):
            if name := _proper(match.group()):
                full = self._in_full(name)
                # "the Office" may be anybody's.
                common = words.startswith(("the ", "The ")) and " " not in full and not full.isupper()
                return None if common else full
        return None

    def _in_full(self, name: str) -> str:
        """ "Corliss" is the Corliss Institute for Health Work, where the document names it so."""
        if name not in self._full:
            further = rf"(?:{_GAP}(?:(?:of|for|and|the|&){_GAP}){{0,2}}{_WORD}){{1,6}}"
            longer = re.compile(rf"\b{re.escape(name)}{further}")
            found = (_proper(match.group()) for match in longer.finditer(self._text[:_LONGEST_TEXT]))
            full = next((one for one in found if one and not _ORGANISATION.isdisjoint(one.split())), name)
            self._full[name] = full if len(name.split()) < 3 and _ORGANISATION.isdisjoint(name.split()) else name
        return self._full[name]

    def named(self, sentence: str, start: int = 0) -> str | None:
        """The organisation that a sentence gives as the source.

        Args:
            sentence: Its text.
            start: Where it begins in the document.
        """
        spelled = self._spelled_out(sentence)
        return self._in_full(spelled) if spelled else self._in_short(sentence, start)

    def described(self, sentence: str) -> str | None:
        """What kind of survey it was, for one that nobody is named for: "alumni survey"."""
        match = _DESCRIBED.search(sentence[:1].lower() + sentence[1:])
        words = match["words"].split() if match else []
        return " ".join(words) if words and not any(is_verb(word) for word in words[:-1]) else None

    def is_ours(self, sentence: str) -> bool:
        """Whether the writers say that they asked themselves."""
        house = _HOUSE.search(sentence)
        own = house is not None and house["noun"].lower() in (self.publisher or "").lower().split()
        return own or bool(_OURS.search(sentence))

    def _spelled_out(self, sentence: str) -> str | None:
        for match in _BEFORE.finditer(sentence):
            if match["kind"][0].isupper() and (own := _proper(match["name"], of_survey=True)):
                return f"{own} {match['kind']}"
            if name := self._name(sentence, match):
                return name
        for match in _AFTER.finditer(sentence):
            name = _ONE.match(sentence, match.end())
            people = people_at(sentence, match.end())
            is_name = people is None or people.head in _OF_AN_ORGANISATION or name.group().split()[-1] in ORGANISATIONS
            if is_name and (proper := _proper(name.group())):
                return proper
        asker = asker_in(sentence)
        if asker and (name := self.named_in(asker)):
            return name
        for pattern in (_QUOTED, _ASKS, _ITS_PEOPLE, _CITED, _IN_BRACKETS, _MEMBERS, _MEMBERS_OF):
            for match in pattern.finditer(sentence):
                if name := self._name(sentence, match):
                    return name
        return None

    def _name(self, sentence: str, match: re.Match) -> str | None:
        """The name in a match; a word that begins a sentence must be seen with its capital elsewhere, too."""
        name = _proper(match["name"])
        before = sentence[max(0, match.start("name") - 4) : match.start("name")].lower()
        if name and match.re is _ASKS and before == "the " and " " not in name and not name.isupper():
            return None  # "the Office" may be anybody's
        if name is None or " " in name or not sentence.startswith(name):
            return name
        if SITES.fullmatch(name) or re.match(r"['’]s\b", sentence[len(name) :]):
            return name
        elsewhere = re.search(rf"[a-z,(] {re.escape(name)}\b", self._text)
        return name if elsewhere or re.search(r"[a-z.][A-Z.]|[A-Z]{2}", name) else None

    def _in_short(self, sentence: str, start: int) -> str | None:
        """ "the Foundation" is the last one that was named in full."""
        match = _SHORT.search(sentence)
        if match is None:
            return None
        full = [
            name for one in _ONE.finditer(self._text, max(0, start - 20_000), start)
            if match["noun"] in one.group() and (name := _proper(one.group())) and " " in name
        ]  # fmt: skip
        return full[-1] if full else None


def _proper(name: str, *, of_survey: bool = False) -> str | None:
    """A name without the ordinary words that begin its sentence, and without year and possessive.

    Args:
        name: The words that begin with capitals.
        of_survey: Whether the name of a survey follows: then "College" is one, as in "College Census".
    """
    words = name.split()
    while words and (words[0] in _OTHER_WORDS or words[0].lower() in ("of", "for", "and", "the", "&")):
        words.pop(0)
    while words and words[-1] in _OTHER_WORDS:
        words.pop()
    found = _ENDING.sub("", _YEAR.sub("", " ".join(words)).rstrip(".,;:"))
    if not found or (" " not in found and is_people(found)) or all(word in _NO_NAMES for word in words):
        return None
    if found in (*ORGANISATIONS, *_NAMED_SURVEYS) and not of_survey:
        return None
    return found
