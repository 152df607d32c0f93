"""What a search asked for that nothing recognised: "with dogs", "by the sea".

The answer to a search names them ("I did not use: ...") instead of dropping them in silence.
It had better miss one than quote ordinary talk, so a word is only taken where a wish would
stand: after "with", "near", "involving", "something" and the like, or before "jobs"; never
in what people tell of themselves, and never an ordinary word of asking (leftover_words.py).
"""

from __future__ import annotations

from typing import Iterator, List, Sequence, Set, Tuple

from knowledge.language.leftover_words import (
    ASKING,
    BETWEEN,
    BREAKS,
    CLOSING,
    LEADS,
    NEW_WORDS,
    OPENS_TELLING,
    PEOPLE,
    SHORT,
    STOCK,
    TELLING,
)
from knowledge.language.mentions import Mention
from knowledge.language.names import Names
from knowledge.language.negation import negator_spans
from knowledge.language.shape import FUNCTION_WORDS, HEADS
from knowledge.language.text import Token, fold, tokenize

MAX_PHRASES = 2
MAX_WORDS = 4
_MAX_TOKENS = 120  # a page of text is no search
_STOPS = ".,;:!?()\n/"
_EMPLOYERS = frozenset("company companies firm firms startup startups employer employers".split())
_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"),
    ("ly", ""), ("er", ""), ("ier", "y"), ("est", ""), ("iest", "y"), ("st", ""),
)  # fmt: skip
_OPEN_LEADS = frozenset("something anything nothing stuff somewhere someplace anywhere where".split())
_OF_ONES_OWN = frozenset(("near", "close", "by", "use", "using"))  # "near my parents" is a wish


def leftovers(text: str, mentions: Sequence[Mention], names: Names) -> List[str]:
    """The content phrases of a search that nothing recognised, as typed.

    Args:
        text: What the person typed.
        mentions: What `understand` found in it.
        names: The table that knows which words are English.

    Returns:
        At most two phrases of at most four words, in order; empty for most messages.
    """
    tokens = tokenize(fold(text))
    if len(tokens) > _MAX_TOKENS:
        return []
    covered = _covered(tokens, mentions)
    phrases: List[str] = []
    for clause in _clauses(tokens, covered):
        if _tells_of_oneself(tokens, clause, covered):
            continue
        for first, after in _phrases(tokens, clause, covered, names):
            phrase = text[tokens[first].start : tokens[after - 1].end]
            if phrase not in phrases:
                phrases.append(phrase)
    return phrases[:MAX_PHRASES]


def _covered(tokens: Sequence[Token], mentions: Sequence[Mention]) -> Set[int]:
    spans = [(m.start, m.end) for m in mentions] + negator_spans(tokens)
    return {
        at
        for at, token in enumerate(tokens)
        if any(start <= token.start < end for start, end in spans)
    }


def _clauses(tokens: Sequence[Token], covered: Set[int]) -> Iterator[range]:
    """Stretches of tokens between stops, conjunctions and a new "and I ..."."""
    start = 0
    for at, token in enumerate(tokens):
        following = tokens[at + 1].key if at + 1 < len(tokens) else ""
        breaks = token.key in BREAKS and at not in covered
        joins = token.key == "and" and (following in TELLING or following in ASKING)
        if (breaks or joins) and at > start:
            yield range(start, at)
            start = at
        if any(stop in token.after for stop in _STOPS) or " - " in token.after:
            yield range(start, at + 1)
            start = at + 1
    if start < len(tokens):
        yield range(start, len(tokens))


def _tells_of_oneself(tokens: Sequence[Token], clause: range, covered: Set[int]) -> bool:
    words = [tokens[at].key for at in clause]
    asks = any(word in ASKING for word in words)
    if any(word in PEOPLE for word in words):
        return True
    opens = words[0] in OPENS_TELLING or words[0].isdigit()
    if opens and clause.start not in covered and not asks:
        return True
    return any(word in TELLING for word in words) and not asks


def _phrases(
    tokens: Sequence[Token], clause: range, covered: Set[int], names: Names
) -> Iterator[Tuple[int, int]]:
    """First token and end (exclusive) of each phrase of a clause that stands like a wish."""
    at = clause.start
    while at < clause.stop:
        if not _is_content(tokens[at], names) or at in covered:
            at += 1
            continue
        after = at + 1
        while after < clause.stop and after not in covered and _goes_on(tokens, at, after, names):
            after += 1
        first = _lead(tokens, clause.start, at, covered)
        if after < clause.stop and after not in covered and tokens[after].key in CLOSING:
            after += first is not None
        if first is not None:
            yield first, min(after, first + MAX_WORDS)
        elif _before_head(tokens, after):
            yield at, min(after, at + MAX_WORDS)
        at = after


def _is_content(token: Token, names: Names) -> bool:
    key = token.key
    return (
        (len(key) > 3 or key in SHORT)
        and key.isalpha()
        and key not in FUNCTION_WORDS
        and key not in HEADS
        and not _in_stock(key)
        and (names.is_english(key) or key in NEW_WORDS)
    )


def _in_stock(key: str) -> bool:
    if key in STOCK or key in PEOPLE or key in ASKING:
        return True
    for ending, instead in _ENDINGS:
        if key.endswith(ending) and key[: -len(ending)] + instead in STOCK:
            return True
    return len(key) > 5 and key.endswith("ing") and key[-4] == key[-5] and key[:-4] in STOCK  # "cutting"


def _goes_on(tokens: Sequence[Token], first: int, at: int, names: Names) -> bool:
    """Whether token `at` belongs to the phrase that began at `first`."""
    if at - first >= MAX_WORDS or tokens[at - 1].after.strip(" -'"):
        return False
    return _is_content(tokens[at], names) or (tokens[at].key in ("around", "outdoors", "up"))


def _lead(tokens: Sequence[Token], start: int, at: int, covered: Set[int]) -> "int | None":
    """Where a phrase begins whose first content word is `at`: its "with", "by the" and so on."""
    if at > start and _opens(tokens, start, at):
        return at
    position, own = at - 1, False
    while position >= start and (tokens[position].key in BETWEEN or tokens[position].key in ("my", "our")):
        own = own or tokens[position].key in ("my", "our")
        position -= 1
    if position < start or (position in covered and tokens[position].key not in LEADS):
        return None
    lead = tokens[position].key
    if lead not in LEADS or (own and lead not in _OF_ONES_OWN):
        return None
    return position + 1 if lead in _OPEN_LEADS else position


def _opens(tokens: Sequence[Token], start: int, at: int) -> bool:
    """ "jobs flying helicopters", "where I can surf", "where I get to cook"."""
    before = tokens[at - 1].key
    earlier = tokens[at - 2].key if at - 2 >= start else ""
    if before in HEADS:
        return tokens[at].key.endswith("ing") and not tokens[at - 1].after.strip()
    if before in ("can", "could") and earlier == "i":
        return any(tokens[index].key in ("where", "so", "that") for index in range(start, at))
    return before == "to" and earlier in ("get", "gets", "getting")


def _before_head(tokens: Sequence[Token], at: int) -> bool:
    """Whether token `at` is what is looked for, so that the words before it say which."""
    if at >= len(tokens) or tokens[at - 1].after.strip():
        return False
    return tokens[at].key in HEADS or tokens[at].key in _EMPLOYERS
