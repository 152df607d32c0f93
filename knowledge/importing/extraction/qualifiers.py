"""The words that narrow whom or what a figure is for: "for people new to the field", "base only", "plus a car"."""

from __future__ import annotations

import re

from knowledge.importing.extraction import qualifier_words as patterns
from knowledge.importing.extraction.amounts import Amount
from knowledge.importing.extraction.evidence import around
from knowledge.importing.extraction.known import name_key
from knowledge.importing.extraction.noun_phrases import SENTENCE_WORDS
from knowledge.importing.extraction.places import label_place, places_in
from knowledge.importing.extraction.sources import SITES

_NOBODY_NAMED = re.compile(r"\b(?:told|said|says|tells|per)\b|\b(?:who|that)\s.*\bas\s", re.IGNORECASE)
_SAYING = SENTENCE_WORDS - frozenset(
    "more less than over under after before without no both very between with for at in of on from".split()
)


def qualifier_of(text: str, amount: Amount, titles: tuple[str, ...], place: str | None) -> str | None:
    """The qualifier of an amount in its sentence.

    Args:
        text: The sentence.
        amount: With places in it.
        titles: Names of the role; they narrow nothing.
        place: The figure's geography, which is no qualifier.
    """
    near = around(text, amount)
    after = patterns.YEAR.sub("", patterns.NOUN_AFTER.sub("", near.after, count=1), count=1)
    found = _first(patterns.AFTER.match(after), titles) or _first(patterns.FOR.match(after), titles, place)
    found = (
        found
        or (_label(near.lead, titles) if len(near.before.split()) < 4 else None)
        or _first(patterns.ON_TOP.search(after), titles)
    )
    found = found or _first(patterns.OPENING.match(text[: amount.start]), titles, place)
    if found:
        return found
    leading = patterns.LEADING.search(near.before) or patterns.LEADING.search(near.lead)
    if leading:
        return (leading["q"] or leading["base"]).strip()
    for pattern, where in ((patterns.EXTREME, near.after), (patterns.COUNTS, near.clause)):
        if match := pattern.search(where):
            return (match["q"] if "q" in match.groupdict() else match.group()).strip()
    for match in patterns.FOR.finditer(near.before):
        if (
            not (match.start() == 0 or patterns.PAY_BEFORE.search(near.before[: match.start("q")]))
            or match["q"][:2].lower() == "to"
        ):
            continue
        if found := _first(match, titles, place):
            return found
    if match := patterns.OF.search(near.lead + " " + near.before + " "):
        return match["q"].strip()
    if found := _first(patterns.AT_EMPLOYER.search(near.before), titles) or _first(
        patterns.AT_EMPLOYER.search(near.after), titles
    ):
        return found
    return (
        _subject(near.before, titles)
        or (_subject(text[: amount.start], titles) if near.before != text[: amount.start] else None)
        or _first(
            re.search(
                r",?\s(?P<q>(?:plus|including|excluding)\s[^,.;:()]{3,60}|most of it in \w+)", near.after, re.IGNORECASE
            ),
            titles,
        )
    )


def _label(lead: str, titles: tuple[str, ...]) -> str | None:
    """ "Deposition: $500/hr", "Senior directors: $310,000": a label that is neither pay, nor a place, nor the role."""
    words = lead.strip(" *•-–")
    if any(word.lower() in _SAYING for word in words.split()):
        return None
    if (
        len(words) < 3
        or len(words) > 60
        or len(words.split()) > 8
        or patterns.NOT_NARROWING.search(words)
        or label_place(words)
    ):
        return None
    key = set(name_key(words).split())
    if (
        any(key <= set(name_key(title).split()) for title in titles)
        or SITES.search(words)
        or words.endswith(("?", "."))
    ):
        return None
    return words


def later_qualifier(texts: list[str]) -> str | None:
    """What sentences after a number on a line of its own say of it: "this is base", "plus equity"."""
    for text in texts:
        if patterns.IS_BASE.match(text):
            return "base"
    for text in texts[:3]:
        if match := patterns.IS_FOR.match(text) or patterns.LATER.search(text):
            return match["q"].strip()
    return None


def _first(match: re.Match | None, titles: tuple[str, ...], place: str | None = None) -> str | None:
    if match is None:
        return None
    words = patterns.YEAR.sub("", match["q"]).strip(" ,")
    if site := SITES.search(words):
        words = words[: site.start()].strip(" ,")
    words = patterns.SUM.sub("", words)
    if place and words.lower().removeprefix("for ").removeprefix("the ") == place.lower():
        return None
    inner = re.sub(r"^(?:for|to|among)\s(?:an?\s|the\s)?", "", words, flags=re.IGNORECASE)
    if not inner or _is_own_name(inner, titles):
        return None
    return words


def _is_own_name(words: str, titles: tuple[str, ...]) -> bool:
    key = set(name_key(words).split()) - {"in", "the", "a", "an", "of"}
    if len(words.split()) == 1 and words[:2].isupper():  # "IMEs"
        initials = {"".join(word[0] for word in title.split()).lower() for title in titles}
        if any(
            letters.startswith(name_key(words)) or name_key(words).startswith(letters)
            for letters in initials
            if len(letters) > 1
        ):
            return True
    return (
        not key
        or key <= patterns.GENERIC
        or any(
            key <= set(name_key(title).split()) | {"role", "job", "work", "position", "physician"} for title in titles
        )
    )


def place_left_out(words: str) -> bool:
    """Whether nothing is left of "a colleague in Toronto" without the place and words for anybody."""
    rest = words
    for name, _, _ in places_in(words):
        rest = rest.replace(name, " ")
    left = [
        word
        for word in name_key(rest).split()
        if word not in patterns.ANYBODY and word not in ("in", "the", "of", "a", "an")
    ]
    return not left


def _subject(before: str, titles: tuple[str, ...]) -> str | None:
    """Who earns it: "General surgeons charge between"."""
    match = patterns.SUBJECT.match(patterns.IN_PLACE.sub("", before.lstrip()))
    if match is None:
        return None
    words = match["np"]
    if re.split(r"[’'\s]", words)[0].lower() in patterns.PRONOUNS:
        return None
    words = re.sub(r"\s(?:is|are|was|were)$", "", words)
    plain = re.sub(r"^(?:the|an?|its|their|our|my|some|many|most|few)\s", "", words, flags=re.IGNORECASE)
    key = name_key(plain).split()
    if not key or SITES.search(words) or _is_own_name(plain, titles):
        return None
    for title in titles:  # "Liaisons with an MD": what narrows the role's own name
        rest = plain[len(title) :] if plain.lower().startswith(title.lower()) else ""
        if rest.startswith((" with", " in ", " at ")) and not places_in(rest):
            return rest.strip()
    if place_left_out(plain) or _NOBODY_NAMED.search(plain):
        return None
    head = re.split(r"\s(?:in|of|at|for|with|who|that|on|from)\s", plain.lower())[0].split()
    if (
        not head
        or head[-1] in patterns.EMPLOYERS
        or (head[-1] in patterns.GENERIC and len(head) == len(plain.split()))
        or (head[0] in patterns.GENERIC and len(head) == 1 and len(key) < 3)
    ):
        return None
    if words.lower() in ("platforms", "both", "neither", "nobody", "others") or any(
        w in patterns.GENERIC and w in ("pay", "salary", "rate", "rates", "fees", "salaries", "income") for w in head
    ):
        return None
    if words[0].isupper() and len(words.split()) > 1 and all(w[0].isupper() for w in words.split()):
        return None
    return plain
