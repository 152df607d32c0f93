"""Numbers that are not pay: top 3, the second highest, the second one, #2."""

from __future__ import annotations

import re
from typing import Iterator, Optional, Sequence, Tuple

from knowledge.language.text import Token, is_joined
from knowledge.language.wishes_list import RANK_WORDS, SMALL_NUMBERS

Found = Tuple[str, str, int, int]  # kind, value, start, end

_SUPERLATIVE = {
    "highest": "highest", "best": "highest", "top": "highest", "most": "highest",
    "biggest": "highest", "largest": "highest", "lowest": "lowest", "worst": "lowest",
    "least": "lowest", "smallest": "lowest", "cheapest": "lowest", "richest": "highest",
}  # fmt: skip
_HIGHEST_OF = frozenset(("top", "best", "first"))
_LOWEST_OF = frozenset(("bottom", "worst", "lowest", "cheapest"))
_NO_ROLES = frozenset(  # what is counted in "the worst 3 months of my life", "top 10 percent"
    "year years month months week weeks day days night nights weekend weekends shift shifts hours reasons percent time"
    .split())
_ITEMS = frozenset(
    "one ones roles jobs options gigs results items role job option result item entry gig "
    "position choice listing suggestion link".split()
)
_POINTING = frozenset("the that this".split())
_OWN = frozenset("a my your our his her their another some every any second".split())
_ASKING = frozenset("show give list see get me only just display name want".split())
_SHOWN = frozenset("jobs roles options gigs examples ideas of more results positions best".split())
_NUMBERED = frozenset("number no nr option role item choice num job result nbr".split())
_CLOSING = frozenset(
    "and or vs versus with to please pays pay is instead then again from in of "
    "for on sounds".split()
)
_LONE_NUMBER = re.compile(r"\s*(?:the )?(\d{1,2})\s*[.?!)]*\s*")
_HASH = re.compile(r"#\s?(\d{1,2})(?!\d)")
_COMPARED = re.compile(
    r"\b(?:compare|between) (\d{1,2}),? (?:and|with|to|vs\.?|versus|&) (\d{1,2})(?![\d,.]*\d|"
    r"\s?k)\b"
)


def find_ranks(folded: str, tokens: Sequence[Token]) -> Iterator[Found]:
    """Limits, ranks (with the order that goes with "second best") and ordinals."""
    lone = _LONE_NUMBER.fullmatch(folded)
    if lone is not None and int(lone.group(1)) > 0:
        yield "ordinal", str(int(lone.group(1))), lone.start(1), lone.end(1)
        return
    for match in _HASH.finditer(folded):
        yield "ordinal", str(int(match.group(1))), match.start(), match.end()
    for match in _COMPARED.finditer(folded):
        for group in (1, 2):
            yield "ordinal", str(int(match.group(group))), match.start(group), match.end(group)
    for at, token in enumerate(tokens):
        key = token.key
        if key in RANK_WORDS:
            yield from _rank_or_ordinal(tokens, at)
        elif key in ("last", "latter", "former", "final") or (
            key == "bottom" and _key(tokens, at + 1) == "one"
        ):
            yield from _last(tokens, at)
        elif key in _HIGHEST_OF or key in _LOWEST_OF or key.isdigit() or key in SMALL_NUMBERS:
            yield from _limit(tokens, at)
        if key in _NUMBERED:
            yield from _numbered(tokens, at)
        elif key == "runner" and _key(tokens, at + 1) == "up":
            yield "rank", "2", token.start, tokens[at + 1].end


def _key(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].key if 0 <= at < len(tokens) else ""


def _small(key: str) -> Optional[int]:
    if key.isdigit() and len(key) <= 2 and key.isascii():
        return int(key) or None
    return SMALL_NUMBERS.get(key)


def _closes(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing of the same phrase follows token `at`."""
    return (
        at + 1 >= len(tokens)
        or bool(tokens[at].after.strip(" -'"))
        or tokens[at + 1].key in _CLOSING
    )  # fmt: skip


def _rank_or_ordinal(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    token, following, before = tokens[at], _key(tokens, at + 1), _key(tokens, at - 1)
    value = RANK_WORDS[token.key]
    joined = at + 1 < len(tokens) and is_joined(token.after)
    if joined and following in _SUPERLATIVE and token.key != "first":
        yield "rank", str(value), token.start, token.end
        yield "order", _SUPERLATIVE[following], tokens[at + 1].start, tokens[at + 1].end
        return
    if token.key == "next" or before in _OWN:
        return
    end = token.end
    if joined and following in _ITEMS:
        end = tokens[at + 1].end
    elif before in _POINTING and joined and (other := _small(following)) and value == 1:
        for number in range(1, min(other, 10) + 1):
            part = token if number == 1 else tokens[at + 1]
            if number in (1, other):
                yield "ordinal", str(number), part.start, part.end
        return
    elif (
        not _closes(tokens, at)
        or not (
            before in _POINTING or before in ("and", "or", "about", "with", "vs", "to") or at == 0
        )
        or (before not in _POINTING and value == 1 and at == 0)
    ):
        return
    start = tokens[at - 1].start if before in _POINTING else token.start
    yield "ordinal", str(value), start, end


def _last(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    token, following, before = tokens[at], _key(tokens, at + 1), _key(tokens, at - 1)
    joined = at + 1 < len(tokens) and is_joined(token.after)
    pointed = before in _POINTING
    if not (
        (joined and following in _ITEMS and before not in _OWN) or (pointed and _closes(tokens, at))
    ):
        return
    end = tokens[at + 1].end if joined and following in _ITEMS else token.end
    value = "1" if token.key == "former" else "last"
    if token.key == "former" and not (pointed and end == token.end):
        return
    yield "ordinal", value, (tokens[at - 1].start if pointed else token.start), end


def _limit(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    token, following = tokens[at], _key(tokens, at + 1)
    joined = at + 1 < len(tokens) and is_joined(token.after)
    if token.key in _HIGHEST_OF or token.key in _LOWEST_OF:
        number = _small(following)
        counted = _key(tokens, at + 2)
        if (
            joined
            and number
            and counted not in _NO_ROLES
        ):
            lowest = token.key in _LOWEST_OF  # "top 3" orders the highest first by itself
            yield "limit", str(number), tokens[at + 1].start if lowest else token.start, tokens[at + 1].end
            if lowest:
                yield "order", "lowest", token.start, token.end
        return
    number = _small(token.key)
    if number is None or (token.key == "one" and _key(tokens, at - 1) not in _ASKING):
        return
    if token.key == "one" and _key(tokens, at - 1) == "only" and _key(tokens, at - 2) in ("the", "an"):
        return  # "am i the only one"
    if joined and following in _SUPERLATIVE and _key(tokens, at - 1) not in ("number", "no", "top"):
        yield "limit", str(number), token.start, token.end
        if following in ("best", "top", "worst"):
            yield "order", _SUPERLATIVE[following], tokens[at + 1].start, tokens[at + 1].end
    elif _key(tokens, at - 1) in _ASKING and (at + 1 >= len(tokens) or following in _SHOWN):
        yield "limit", str(number), token.start, token.end


def _numbered(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    if at + 1 >= len(tokens) or tokens[at].after.strip(" -.#:"):
        return
    token, number = tokens[at], _small(tokens[at + 1].key)
    if tokens[at + 1].key in ("couple", "handful") or number is None:
        return
    if token.key == "no" and "." not in token.after:  # "no. 2", but not "no 2 jobs"
        return
    if _key(tokens, at - 1) in ("what", "phone"):
        return
    yield "ordinal", str(number), token.start, tokens[at + 1].end
