"""What an amount is paid for: `/hr`, `per deposition`, `an hour`, `annually`, or a word before it."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re

from knowledge.importing.extraction.money_words import ADVERB_UNITS, BEFORE_UNITS, UNIT_NOUNS

_NOUN = r"[A-Za-z][A-Za-z-]{0,20}"
_WHOLE = "project|engagement|assignment|gig|talk|lecture|article|manuscript|event|report|deposition|trial|evaluation|exam|panel|day|week|month|year"
# "a $2,500 retainer per case", "$95,000 base a year"
_NAMED = re.compile(
    r"\s(?:flat |base |gross |take-home )?(?:retainer|fee|salary|stipend|honorarium|rate|base|pay|wage|minimum|guarantee|compensation|income)(?=\s(?:per|an?|each|every|for each)\s|\s?/)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"\s?/\s?(?P<slash>{_NOUN})\.?|,?\s(?P<how>per|for each|for every|for one|for a full|for an?|each(?=\s[a-z])|every|by the)\s(?P<per>(?:\d{{1,3}}-minute\s|\d{{1,2}}-hour\s)?{_NOUN}(?:\s{_NOUN}){{0,2}})"
    rf"|\sfor the\s(?:whole\s|entire\s|full\s)?(?P<whole>{_WHOLE})(?![A-Za-z])"
    rf"|\s(?P<article>an?)\s(?P<a>{_NOUN}(?:\s{_NOUN})?)|,?\s?\(?(?P<adverb>{'|'.join(map(re.escape, ADVERB_UNITS))})(?![A-Za-z])\)?",
    re.IGNORECASE,
)
_FOR_ONE = re.compile(r",?\sfor an?\s(?:full\s)?", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s\((?P<in>(?:(?:per|an?|each|every)|/)\s?[a-z]+(?:\s[a-z]+)?)\)", re.IGNORECASE)
_EACH = re.compile(r",?\s(?:(?:for )?each|apiece|a piece|a pop)(?![A-Za-z])", re.IGNORECASE)
_EACH_PAYS = re.compile(
    rf"(?<![A-Za-z])(?:an?|each|every|one|the average)\s(?P<noun>{_NOUN}(?:\s{_NOUN})?)\s(?:\w+\s)?(?:pays?|paid|brings?|brought|earns?|nets?|fetches|goes for|is worth)(?![A-Za-z])",
    re.IGNORECASE,
)
_MANY_PAY = re.compile(
    r"(?<![A-Za-z])(?P<noun>cases|reports|charts|surveys|reviews|evaluations|exams|visits|studies|articles|talks|files)\s"
    r"(?:\w+ly\s)?(?:pay|paid|bring|brought|earn|fetch|go for|run|start at|are worth)(?![A-Za-z])",
    re.IGNORECASE,
)
_STOPS = frozenset("and or but if as when who for in on at to of with plus from by is are which that the a an".split())
# What is no piece of work that one is paid for: people and places, times and measures, what is sold.
_NO_PIECE = frozenset(
    "person head capita cent doctor physician student attendee ticket seat member user guest visitor participant subscriber subject volunteer nurse "
    "np pa employee worker provider resident child kid family household couple customer client buyer company employer firm hospital clinic practice location site "
    "state country city bed room night weekend season quarter semester term minute second half hour-long decade sprint rotation "
    "mile kilometre kilometer km kilo kg gram mg dose pill tablet share point percent rvu wrvu unit credit gallon litre liter pound square sq foot acre "
    "download click view listener copy barrel ton tonne bottle box policy licence license return one other".split()
)
_ENDINGS = ("ly", "ing", "ed")  # of words that follow a noun and are none
_OF_SO_MANY = re.compile(r"\sof\s(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a hundred)\s[a-z]+")
_OF_TIME = re.compile(r"\s?(?:/\s?|(?:per|an?|each|every)\s)(?P<time>month|mo|year|yr|week|wk)(?![A-Za-z])|\s(?P<adverb>monthly|annually|yearly|weekly)(?![A-Za-z])")
_BEFORE = re.compile(
    rf"(?<![A-Za-z])(?:{'|'.join(sorted(map(re.escape, BEFORE_UNITS), key=len, reverse=True))})(?![A-Za-z])",
    re.IGNORECASE,
)
# "For a deposition, members reported $2,000": what an amount behind it is for
_FOR_IT = re.compile(rf"(?:^|[,;:(]\s)for (?:an?|each|every|one)\s(?P<noun>{_NOUN}(?:\s{_NOUN})?)", re.IGNORECASE)
_PER = re.compile(rf"(?:(?<![A-Za-z])(?:per|pa(?:y|ys|id) by the)\s|(?:pay|rate|fee|salary|usd|eur|gbp|\$)\s?/\s?)(?P<noun>{_NOUN}(?:\s{_NOUN})?)(?![A-Za-z])", re.IGNORECASE)


def noun_unit(words: str) -> tuple[str | None, int]:
    """The unit that the first words name, and how many characters of them: "billable hour" is an hour."""
    at = 0
    if words[:1].isdigit():
        at = words.index(" ") + 1
        unit, length = noun_unit(words[at:])
        return unit, at + length
    for position, word in enumerate(words.split(" ")[:3]):
        low = word.lower().strip(".-")
        if low in _STOPS:
            break
        unit = UNIT_NOUNS.get(low) or UNIT_NOUNS.get(_singular(low))
        at = words.index(word, at)
        if unit and not (position == 0 and len(words.split(" ")) > 1 and _goes_on(words, at + len(word))):
            return unit, at + len(word)
        at += len(word)
    return None, 0


def _goes_on(words: str, at: int) -> bool:
    """ "per survey question": the first noun only describes the second, which is a unit too."""
    rest = words[at:].strip().split(" ")[0].lower()
    return rest not in _STOPS and UNIT_NOUNS.get(rest) is not None and rest not in ("day", "year")


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") else word


def unit_after(text: str, at: int) -> tuple[str | None, str | None, int]:
    """What stands right after an amount that ends at `at`: unit, odd unit ("season"), and where it ends."""
    if named := _NAMED.match(text, at):
        unit, odd, end = unit_after(text, named.end())
        return (unit, odd, end) if unit else (None, odd, at)
    if (bracket := _IN_BRACKETS.match(text, at)) and (unit := unit_after(" " + bracket["in"], 0)[0]):
        return unit, None, bracket.end()
    match = _AFTER.match(text, at)
    if match is None:
        each = _EACH.match(text, at)
        if each:
            unit = unit_of_noun(text[:at])
            return (unit, None, each.end()) if unit else (None, "item", at)
        return None, None, at
    if match["adverb"]:
        end = match.end("adverb")
        closing = text[end : end + 1] == ")" and "(" in text[at : match.start("adverb")]
        return ADVERB_UNITS[match["adverb"].lower()], None, end + closing
    if match["whole"]:
        return UNIT_NOUNS[match["whole"].lower()], None, match.end()
    group = "slash" if match["slash"] else "per" if match["per"] else "a"
    unit, length = noun_unit(match[group])
    if unit in ("project", "case", "evaluation") and text.startswith(" for a full ", at):
        return None, None, at
    if unit and group == "per" and _FOR_ONE.match(text, at) and length > len(match[group].split(" ")[0]):
        return unit, None, at  # "$65 for a standard review": the words narrow it
    if unit and not (group == "a" and unit not in ("year", "month", "week", "day", "hour") and match["a"].count(" ")):
        return unit, None, match.start(group) + length
    if unit and group == "a" and noun_unit(match["a"].split(" ")[0])[0]:
        return unit, None, match.start(group) + length
    if group == "per" and _FOR_ONE.match(text, at):
        return None, None, at
    return _of_other_noun(text, at, match, group)


def _of_other_noun(text: str, at: int, match: re.Match, group: str) -> tuple[str | None, str | None, int]:
    """What is counted by a noun that is no unit: time where that follows, a piece of work, or nothing comparable."""
    first = match[group].split(" ")[0]
    if first.lower() in _STOPS:
        return None, None, at
    if group == "a":
        return None, first.lower() if first.lower() in ("season", "quarter", "semester", "shift", "minute") else None, at
    second = match[group].split(" ")[1:2]
    end = match.start(group) + len(first)
    if second and second[0].islower() and second[0] not in _STOPS and not second[0].endswith(_ENDINGS):
        end += 1 + len(second[0])
    if time := _OF_TIME.match(text, end) or _OF_TIME.match(text, match.start(group) + len(first)):
        return UNIT_NOUNS[time["time"]] if time["time"] else ADVERB_UNITS[time["adverb"]], None, time.end()
    noun = text[match.start(group) : end].split(" ")[-1].lower()
    is_piece = group == "per" and match["how"].lower() != "by the" and noun.islower() and first.islower()
    if not is_piece or any(word in _NO_PIECE or _singular(word) in _NO_PIECE for word in (noun, first.lower())):
        return None, first.lower(), at
    so_many = _OF_SO_MANY.match(text, end)
    return "project", first.lower(), so_many.end() if so_many else end


def unit_of_noun(words: str) -> str | None:
    """What is counted by "each": the last noun before the amount that is a unit."""
    nouns = [noun_unit(match.group())[0] for match in re.finditer(r"[A-Za-z-]+", words[-80:])]
    named = [unit for unit in nouns if unit not in (None, "year", "month", "week", "day", "hour")]
    return named[-1] if named else None


def unit_in_words(text: str) -> str | None:
    """The unit that a label, a table header or the words before an amount name: "Day rate", "Annual base salary"."""
    found = None
    for match in _BEFORE.finditer(text):
        found = BEFORE_UNITS[match.group().lower()]
    if found:
        return found
    for match in _EACH_PAYS.finditer(text):
        found = noun_unit(match["noun"])[0] or found
    for match in _MANY_PAY.finditer(text):
        found = noun_unit(match["noun"])[0] or found
    for pattern in (_PER, _FOR_IT):
        for match in pattern.finditer(text):
            found = noun_unit(match["noun"])[0] or found
    return found
