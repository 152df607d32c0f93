"""What a text says of a role's pay where it gives no figure: "varies widely", "unpaid usually"."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re

from knowledge.importing.extracted import Quote
from knowledge.importing.extraction.sentences import Sentence

_NOTE = re.compile(
    r"(?P<note>(?:\b(?:varies|varied|vary|depends?|depending|differs?|negotiable|negotiated|hard to pin down|is seldom published|unpaid|volunteer|pro bono|is usually kept|comparable to|competitive|commensurate"
    r"|modest|generous|lucrative|often (?:high|low)|is anyone[’']s guess|is a mystery|not disclosed|undisclosed|uncompensated|all over the map)\b)[^.;!?]{0,140})",
    re.IGNORECASE,
)
_PAY = re.compile(
    r"\b(?:pay|pays|paid|salary|salaries|compensation|income|earnings?|rates?|fees?|honorari\w+|wages?|stipend|package|remuneration|money|earn|make)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\bunpaid\b|\buncompensated\b|\bpro bono\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?P<note>\b(?:nobody|no one|none of \w+|they|we|it|what (?:it|they|you))\b[^.;!?,]{0,60}?\b(?:what (?:it|they) pays?|pays? is (?:anyone|anybody)[’']s guess|pay(?:s)?\b[^.;!?,]{0,30}\bguess|discuss(?:es)? pay|publish(?:es)? (?:pay|salaries)))",
    re.IGNORECASE,
)


def pay_note(sentences: list[Sentence]) -> tuple[str, Quote] | None:
    """The first such words of a role's sentences, with their sentence."""
    for sentence in sentences:
        text = sentence.text
        if match := _NOBODY.search(text):
            return match["note"].strip(" ,"), sentence.quote
        match = _NOTE.search(text)
        if match and (
            _ALONE.search(match["note"]) or _PAY.search(text[: match.start()][-60:]) or _PAY.search(match["note"][:60])
        ):
            note = re.split(r",\s(?:but|so|as|and you)\b|\s[–—-]\s", match["note"])[0]
            return note.strip(" ,:"), sentence.quote
    return None
