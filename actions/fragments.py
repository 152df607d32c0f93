"""What only the conversation can explain: a lone amount, place or unit, and amounts of one's own.

The language package reads a message by itself; these readings need what was said before.
"""

from __future__ import annotations

import re
from dataclasses import replace

from actions.memory import Memory
from actions.names import TOPIC_ROLES
from knowledge.answering.pay_unit import readings
from knowledge.language.mentions import Mention
from knowledge.language.pay import PayBound

_BARE_AMOUNT = re.compile(
    r"(?:ok(?:ay)?|still nothing|nothing|none|too (?:high|low|much|little)|hm+|ugh|well|alright|cool|"
    r"then|maybe|say|make it|what about|how about|fine|and|or|rather|now|scratch that|no|nah|wait|"
    r"sorry|actually|i mean(?:t)?|let'?s say|try|(?:what )?if i (?:say|said|take|took)|what if|"
    r"(?:i )?(?:need|want)|(?:drop|lower|raise|bump|bring|go|move|down|up)"
    r"(?: (?:it|that|this|the pay))?(?: down| up)? to|[\s,?.!$])*?"
    r"(\d{2,7}) ?(k)?(?:then|please|pls|instead|now|actually|rather|i mean(?:t)?|sorry|better|maybe|even|is (?:ok|fine|"
    r"enough|better)|would (?:do|be (?:ok|fine|better))|[\s,?.!])*", re.IGNORECASE)


MOST_CHARACTERS = 60  # of a message that says no more than "anything below that"


_BARE_RANGE = re.compile(
    r"(?:[a-z']{1,8}[\s,]+){0,4}?\$?(\d{2,3})(?: ?k)? ?(?:to|-|–|and|n|until) ?\$?(\d{2,3})(?: ?k)?"
    r"(?:[\s,]+(?:then|please|pls|instead|now|maybe))*[\s.?!]*", re.IGNORECASE)


def bare_range(text: str, memory: Memory) -> tuple[Mention, ...]:
    """ "Bit lower, 120 to 160" after a pay bound: thousands where that bound was yearly, else as typed."""
    bound = next((f.pay for f in memory.filters if f.name == "pay" and not f.negated), None)
    match = _BARE_RANGE.fullmatch(text.strip()) if bound and len(text) <= MOST_CHARACTERS else None
    if match is None or float(match[1]) >= float(match[2]):
        return ()
    scale = 1000 if bound.unit in (None, "year") else 1
    moved = replace(bound, low=float(match[1]) * scale, high=float(match[2]) * scale, low_inclusive=True,
                    high_inclusive=True, approximate=False)
    start = text.index(match[1])
    return (Mention("pay", str(moved), start, text.index(match[2], start) + len(match[2]), match[0]),)


def bare_amount(text: str, memory: Memory) -> tuple[Mention, ...]:
    """A lone number after a pay bound moves that bound: "over 150k", then "200 then"."""
    bound = next((f.pay for f in memory.filters if f.name == "pay" and not f.negated), None)
    match = _BARE_AMOUNT.fullmatch(text.strip()) if len(text) <= MOST_CHARACTERS else None
    if bound is None or match is None or bound.op == "..":
        return ()
    amount = float(match[1]) * (1000 if match[2] or _in_thousands(match[1], bound) else 1)
    moved = PayBound.of(bound.op, amount, unit=bound.unit, currency=bound.currency)
    start = text.index(match[1])
    return (Mention("pay", str(moved), start, start + len(match[1]), match[1]),)


_UNIT_WORDS = re.compile(
    r"\W*(?:(?:by|per|an?|the|its|it's|i mean|meant) )*(?:(hour(?:ly|s)?|hr)|(year(?:ly|s)?|yr|annual(?:ly)?))\W*",
    re.IGNORECASE)


def pending_unit(text: str, memory: Memory) -> tuple[Mention, ...]:
    """The answer to "by the year or by the hour?", given in a word."""
    match = _UNIT_WORDS.fullmatch(text) if memory.pending_pay else None
    if match is None:
        return ()
    yearly, hourly = readings(PayBound.parse(memory.pending_pay))
    return (Mention("pay", str(hourly if match[1] else yearly), 0, len(text), text),)


def bare_unit(text: str, memory: Memory) -> tuple[Mention, ...]:
    """"A year" after a pay bound says what that bound is of; "hourly" is a wish of its own."""
    bound = next((f.pay for f in memory.filters if f.name == "pay" and not f.negated), None)
    match = _UNIT_WORDS.fullmatch(text) if bound and not memory.pending_pay else None
    if match is None or (match[1] or match[2]).lower().endswith("ly"):
        return ()
    unit = "hour" if match[1] else "year"
    return (Mention("pay", str(_in_unit(bound, unit)), 0, len(text), text),)


def _in_unit(bound: PayBound, unit: str) -> PayBound:
    """The bound as it was typed, by another unit: "over 150" is 150,000 a year, or 150 an hour."""
    if bound.unit == unit:
        return bound
    scale = 1 / 1000 if unit == "hour" else 1000
    typed = [a for a in (bound.low, bound.high) if a is not None]
    scaled = scale if all(a >= 1000 for a in typed) == (unit == "hour") else 1
    low, high = (None if a is None else a * scaled for a in (bound.low, bound.high))
    return replace(bound, low=low, high=high, unit=unit)


_LESS_OR_MORE = (
    r"(?:(?:pay|make|earn|offer)\w* (?:(?P<less>less|lower|worse)|(?P<more>more|higher|better))"
    r"(?: than (?:that|this|it))?|(?:(?P<below>below|under|(?:less|lower) than)|"
    r"(?P<above>above|over|beyond|(?:more|higher) than)) (?:that|this|it|those))"
)
_BEYOND = re.compile(
    r"\W*(?:(?:and|ok|so|what'?s|what|which|who|any\w*|something|is|are|there|that|ones?|jobs?|roles?|\w{2,5}) ){0,6}?"
    rf"{_LESS_OR_MORE}\W*", re.IGNORECASE)


def beyond_the_bound(text: str, mentions: tuple[Mention, ...], memory: Memory) -> tuple[Mention, ...]:
    """ "What's below that", "any UR that pays more": the other side of the bound in force."""
    bound = next((f.pay for f in memory.filters if f.name == "pay" and not f.negated), None)
    match = _BEYOND.fullmatch(text) if bound and len(text) <= MOST_CHARACTERS else None
    if match is None or any(m.kind in ("pay", "pay_unit", "specialty") for m in mentions):
        return ()
    less = bool(match["less"] or match["below"])
    end = (bound.low if less else bound.high) if bound.op == ".." else bound.low or bound.high
    moved = PayBound.of("<" if less else ">", end or 0.0, unit=bound.unit, currency=bound.currency)
    start = next(match.start(name) for name in ("less", "more", "below", "above") if match[name])
    kept = tuple(m for m in mentions if m.kind not in ("order", "reference"))
    return (*kept, Mention("pay", str(moved), start, len(text), text[start:]))


_SILENT_ONES = re.compile(
    r"\W*(?:(?:and|ok|so) )*(?:how many|which(?: ones| of (?:them|those|these))?|who)(?: of (?:them|those|these))? "
    r"(?:don'?t|do not|doesn'?t|does not|didn'?t)(?: even)? (?:say|tell|state|give|list|show)"
    r"(?: it| one| any| anything)?\W*", re.IGNORECASE)


def silent_ones(text: str, memory: Memory) -> tuple[Mention, ...]:
    """ "How many don't say", after a search by pay: those without a figure."""
    bounded = any(f.name in ("pay", "pay_given", "pay_unit") for f in memory.filters)
    if not bounded or _SILENT_ONES.fullmatch(text) is None:
        return ()
    drops = [Mention("drop", name, 0, 0, "") for name in ("pay", "pay_unit")]
    return (*drops, Mention("pay_given", "no", 0, len(text), text))


_BARE_SUPERLATIVE = re.compile(
    r"\W*(?:(?:and|ok|so|now|then|what'?s|which is|which one is|who'?s|the|show) ){0,4}"
    r"(?:(best|top|highest|most|higher)|(worst|lowest|least|bottom|lower))"
    r"(?: ones?| first| paid| then| now){0,2}\W*", re.IGNORECASE)


def bare_superlative(text: str, memory: Memory) -> tuple[Mention, ...]:
    """"Worst?" after a list orders it by pay."""
    match = _BARE_SUPERLATIVE.fullmatch(text) if memory.listed else None
    if match is None:
        return ()
    return (Mention("order", "highest" if match[1] else "lowest", 0, len(text), text),)


_BARE_ORDINALS = re.compile(
    r"\W*(?:(?:compare |and |the )*)(\d|first|second|third|fourth|fifth|last)"
    r"(?:(?: ?(?:vs?\.?|versus|or|and|with|to|&|,) ?)(?:the )?(\d|first|second|third|fourth|fifth|last))?"
    r"(?: ones?)?\W*", re.IGNORECASE)
_PLACES = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5"}


def bare_ordinals(text: str, memory: Memory) -> tuple[Mention, ...]:
    """"2 vs 4" or "first", said of the list last shown."""
    match = _BARE_ORDINALS.fullmatch(text) if memory.listed else None
    if match is None:
        return ()
    found = []
    for group in (1, 2):
        if match[group]:
            word = match[group].lower()
            start, end = match.span(group)
            found.append(Mention("ordinal", _PLACES.get(word, word), start, end, match[group]))
    return tuple(found)


_NEIGHBOUR = re.compile(
    r"\W*(?:(?:and|ok|okay|so|now|what about|how about|whats?|what'?s|what is|show(?: me)?|then|tell me about|is|does|"
    r"pay (?:for|of))\W+){0,4}(?:the |that )?(?:(?:one|role|entry|job|next one|next)(?: just|"
    r" right)? (?P<below>below|under|"
    r"beneath|after|following)|(?:one|role|entry|job)(?: just| right)? (?P<above>above|before|over|preceding))"
    r"(?: (?:it|that|this|that one|this one|those))?(?: (?:pay|paying|then|please|pls|on the list))?\W*", re.IGNORECASE)


def neighbour(text: str, memory: Memory) -> tuple[Mention, ...]:
    """ "The one below it": the place after the role looked at, or after those last shown, in the list they are of."""
    match = _NEIGHBOUR.fullmatch(text) if memory.listed and len(text) <= MOST_CHARACTERS else None
    places = [memory.listed.index(i) + 1 for i in memory.subjects if i in memory.listed] if match else []
    if match is None or not places:
        return ()
    place = max(places) + 1 if match["below"] else min(places) - 1
    return (Mention("ordinal", str(place), match.start(), match.end(), text),)


_WITHOUT_AMOUNT = re.compile(
    r"\W*(?:(?:ok|and|so|now|then|fine|no|what about|how about|try|what if)\W+){0,3}(?:without|w/o|drop|forget|lose|"
    r"minus|ignore|scrap|"
    r"skip)(?: about)?(?: the| that| my)? ?\$?(\d{2,7}|\d{1,3},\d{3}) ?k?(?: (?:limit|thing|part|bit|min(?:imum)?|"
    r"floor|then|a year"
    r"|an hour))*\W*", re.IGNORECASE)


def without_the_amount(text: str, memory: Memory) -> tuple[Mention, ...]:
    """ "Without the 150", where that is the bound in force: the bound goes."""
    match = _WITHOUT_AMOUNT.fullmatch(text) if len(text) <= MOST_CHARACTERS else None
    said = float(match[1].replace(",", "")) if match else 0.0
    ends = {end for f in memory.filters if f.name == "pay" for end in (f.pay.low, f.pay.high) if end}
    if match is None or not ends & {said, said * 1000}:
        return ()
    return (Mention("drop", "pay", match.start(1), match.end(1), match[1]),)


def other_unit(mentions: tuple[Mention, ...], memory: Memory) -> tuple[Mention, ...]:
    """ "And yearly?" after "over 120 an hour": the hourly bound cannot hold for yearly pay, so it goes."""
    wanted = {m.value for m in mentions if m.kind == "pay_unit" and not m.excluded}
    bounds = [f.pay for f in memory.filters if f.name == "pay" and not f.negated]
    if not wanted or any(m.kind in ("pay", "specialty", "role") for m in mentions) or not bounds:
        return mentions
    stays = all(b.unit is None or b.unit in wanted or b.unit == "year" for b in bounds)
    return mentions if stays else (*mentions, Mention("drop", "pay", 0, 0, ""))


def left_out(mentions: tuple[Mention, ...], memory: Memory) -> tuple[Mention, ...]:
    """ "Drop UR" of a list that no filter limits to it: the list without it."""
    filtered = {f"role={f.value}" for f in memory.filters if f.name == "role" and not f.negated}
    if memory.topic != TOPIC_ROLES:
        return mentions
    return tuple(
        replace(m, kind="role", value=m.value.removeprefix("role="), excluded=True)
        if m.kind == "drop" and m.value.startswith("role=") and m.value not in filtered else m for m in mentions
    )


_PERMITTED = re.compile(
    r"\W*(?:is |are |s |work |jobs? |would be |also |actually )*(?:ok(?:ay)?|fine|alright|acceptable)\b", re.IGNORECASE)


def lifted_bans(text: str, mentions: tuple[Mention, ...], memory: Memory) -> tuple[Mention, ...]:
    """"Pharma is ok" after "no pharma" takes the ban away; it asks for nothing."""
    banned = {(f.name, f.value) for f in memory.filters if f.negated}
    return tuple(
        replace(m, kind="drop", value=f"{m.kind}={m.value}", excluded=False)
        if (m.kind, m.value) in banned and not m.excluded and _PERMITTED.match(text[m.end :]) else m
        for m in mentions
    )


def _in_thousands(digits: str, bound: PayBound) -> bool:
    return bound.unit in (None, "year") and float(digits) < 1000
