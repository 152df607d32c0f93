"""Own and licensed text, which stays word for word: a number that was rejected leaves it with its sentence.

The checker refuses a passage that states a number which no figure or poll holds. A paraphrase is rewritten by
hand; in verbatim text the sentence goes when its fact is rejected, and comes back when that is taken back.
"""

from __future__ import annotations

from knowledge import written
from knowledge.importing.drafts.editing import fact_at, joined, new_passage, with_lines
from knowledge.importing.drafts.edits import rewrite
from knowledge.importing.drafts.page import DraftFact, DraftPage, DraftPassage
from knowledge.importing.drafts.prose import sentences


def settle(page: DraftPage, path: str) -> str:
    """Bring the passage of a fact in line with the decision on it.

    Args:
        page: The article, after the decision.
        path: Of the fact.

    Returns:
        The article; unchanged where the text is a paraphrase or nothing has to be done.
    """
    text = joined(page.lines)
    fact = fact_at(page, path)
    if page.rights not in ("own", "licensed") or fact.kind not in ("figure", "poll") or not fact.get("as_written"):
        return text
    passage = page.passage(page.cited(fact) or "")
    if fact.review == "rejected":
        return _without(page, passage, fact, text) if passage is not None else text
    if fact.review == "accepted":
        return _with(page, passage, fact, text)
    return text


def _without(page: DraftPage, passage: DraftPassage, fact: DraftFact, text: str) -> str:
    others = [f for f in page.facts if f is not fact and f.review != "rejected" and page.cited(f) == passage.anchor]
    held = {number for other in others for number in _numbers(other.get("as_written") or "")}
    kept = []
    for start, end in sentences(passage.text):
        said = passage.text[start:end]
        loose = set(_numbers(said)) - held
        if not loose & set(_numbers(fact.get("as_written") or "")):
            kept.append(said)
    if len(kept) == len(sentences(passage.text)) or (not kept and others):
        return text
    if not kept and len(page.under(passage.heading)) == 1:
        return text  # a role keeps one passage; what to write there is for a person
    return rewrite(page, passage.path, " ".join(kept), repeats=False)


def _with(page: DraftPage, passage: DraftPassage | None, fact: DraftFact, text: str) -> str:
    as_written, quote, anchor = fact.get("as_written") or "", fact.get("quote"), fact.get("passage")
    if not quote or not written.occurs(as_written, quote):
        return text
    if passage is None:
        line = page.headings[fact.heading].line
        return with_lines(page, line + 1, line, ["", *new_passage(page, quote, anchor)]) if anchor else text
    if written.occurs(as_written, passage.text):
        return text
    return rewrite(page, passage.path, f"{passage.text} {quote}", repeats=False)


def _numbers(text: str) -> list[float]:
    found = [*written.money(text), *written.percents(text)]
    return [number for _, number in found]
