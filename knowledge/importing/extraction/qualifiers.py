"""The words that narrow whom or what a figure is for: "for people new to the field", "base only", "plus a car"."""

from __future__ import annotations

import re

from knowledge.importing.extraction import qualifier_words as patterns
from knowledge.importing.extraction.adjuncts import after_amount, before_amount, between_amounts, narrows
from knowledge.importing.extraction.amounts import Amount, find_amounts
from knowledge.importing.extraction.claims import Claim, Page
from knowledge.importing.extraction.earners import is_own_name, started, subject_narrows
from knowledge.importing.extraction.evidence import Around, around
from knowledge.importing.extraction.grammar import parsed
from knowledge.importing.extraction.known import name_key
from knowledge.importing.extraction.labels import is_finished, only_amount
from knowledge.importing.extraction.new_jobs import SENTENCE_WORDS
from knowledge.importing.extraction.places import label_place
from knowledge.importing.extraction.sentences import Sentence
from knowledge.importing.extraction.sources import SITES

_SAYING = SENTENCE_WORDS - frozenset(
    "more less than over under after before without no both very between with for at in of on from".split()
)
_MOST = 3  # parts of one qualifier


def qualifier_of(text: str, amount: Amount, titles: tuple[str, ...], place: str | None) -> str | None:
    """The qualifier of an amount in its sentence: all that narrows it, in the order of the text's weight.

    Args:
        text: The sentence.
        amount: With places in it.
        titles: Names of the role; they narrow nothing.
        place: The figure's geography, which is no qualifier.
    """
    near = around(text, amount)
    another = _first(between_amounts(text, amount.start), titles, place)
    parts = [
        _label(near.lead, titles) if len(near.before.split()) < 4 else None,
        _kind_of_pay(near, text[: amount.start]),
        started(text, amount.start),
        another or _first(before_amount(text, amount.start), titles, place),
        _of_the_pay(near, titles, place),
        None if another else subject_narrows(text, amount.start, titles),
        *(_first(part, titles, place) for part in after_amount(text, amount.start, amount.end)),
    ]
    kept: list[str] = []
    for part in parts:
        if part and not any(part.lower() in other.lower() for other in kept):
            kept = [other for other in kept if other.lower() not in part.lower()] + [part]
    return ", ".join(kept[:_MOST]) or None


def _kind_of_pay(near: Around, before: str) -> str | None:
    """ "Base pay is", "an honorarium of": what kind of pay it is, other than pay in general."""
    leading = patterns.LEADING.search(near.before) or patterns.LEADING.search(near.lead) or patterns.BASE.match(before)
    if leading:
        return (leading["q"] or leading["base"]).strip()
    amount = near.clause[len(near.before) : len(near.clause) - len(near.after)]
    if match := patterns.NO_SALARY.search(near.before + amount) or patterns.NO_SALARY.match(near.after):
        return match["q"].strip()
    for pattern, where in ((patterns.EXTREME, near.after), (patterns.COUNTS, near.clause)):
        if match := pattern.search(where):
            return (match["q"] if "q" in match.groupdict() else match.group()).strip()
    return None


def _of_the_pay(near: Around, titles: tuple[str, ...], place: str | None) -> str | None:
    """ "The median charge for file review", "Salaries of CROs": what follows the word for pay."""
    for match in patterns.FOR.finditer(near.before):
        led = match.start() == 0 or patterns.PAY_BEFORE.search(near.before[: match.start("q")])
        if led and narrows(match["q"], right_after=True) and (found := _first(match["q"], titles, place)):
            return found
    if match := patterns.OF.search(near.lead + " " + near.before + " "):
        return match["q"].strip()
    match = patterns.AT_EMPLOYER.search(near.before)
    return _first(match["q"], titles) if match else None


def _label(lead: str, titles: tuple[str, ...]) -> str | None:
    """ "Deposition: $500/hr", "Senior directors: $310,000": a label that is neither pay, nor a place, nor the role."""
    words = lead.strip(" *•-–")
    if any(word.lower() in _SAYING for word in words.split()) or any(one.dep_ == "nsubj" for one in parsed(words)):
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


def qualifier_below(page: Page, claim: Claim, sentence: Sentence) -> str | None:
    """What the lines below a number on a line of its own say of it."""
    if claim.how == "number":
        return _later([page.sentences[index].text for index in claim.sentences if index > sentence.index])
    for one in page.sentences[sentence.index + 1 : sentence.index + 2]:
        if one.block == sentence.block and patterns.IS_BASE.match(one.text) and not find_amounts(one.text):
            return "base"
    return _label_below(page, sentence.block) if claim.how == "heading" and only_amount(sentence.text) else None


def _label_below(page: Page, block: int) -> str | None:
    """What a short line says of the number above it: "$475/hour" over "Chart review, typical rate among my readers"."""
    blocks = page.document.blocks
    below = blocks[block + 1] if block + 1 < len(blocks) else None
    over = blocks[block - 1] if block else None
    if below is None or below.kind != blocks[block].kind or len(below.text) > 80 or is_finished(below.text):
        return None
    is_label = over is not None and over.kind == below.kind and not is_finished(over.text)
    if is_label and (block < 2 or only_amount(blocks[block - 2].text) is None):
        return None  # that line is this number's label
    return _label(below.text.split(", ")[0], ()) if not find_amounts(below.text) else None


def _later(texts: list[str]) -> str | None:
    """What sentences after a number on a line of its own say of it: "this is base", "plus equity"."""
    for text in texts:
        if patterns.IS_BASE.match(text):
            return "base"
    for text in texts[:3]:
        if match := patterns.IS_FOR.match(text) or patterns.LATER.search(text):
            return match["q"].strip()
    return None


def _first(words: str | None, titles: tuple[str, ...], place: str | None = None) -> str | None:
    if not words:
        return None
    words = patterns.YEAR.sub("", words).strip(" ,")
    if site := SITES.search(words):
        words = words[: site.start()].strip(" ,")
    words = patterns.SUM.sub("", words)
    if place and words.lower().removeprefix("for ").removeprefix("the ") == place.lower():
        return None
    inner = re.sub(r"^(?:for|to|among)\s(?:an?\s|the\s)?", "", words, flags=re.IGNORECASE)
    if not inner or is_own_name(inner, titles):
        return None
    return words
