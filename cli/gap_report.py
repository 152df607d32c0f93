"""The gaps as text, Markdown or a page of HTML."""

from __future__ import annotations

from datetime import date
from typing import Iterable, Iterator, List, Optional, Sequence, Tuple

from jinja2 import Environment

from cli.gap_groups import REASONS, Gap, what_to_write
from knowledge.curation.words import counted
from knowledge.facts import KnowledgeBase

NOTHING = "No question stayed without an answer in this time."

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>What to write next</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem;color:#1c2430}
h2{font-size:1.1rem;margin:1.6rem 0 .2rem}ul{margin:.2rem 0}.n{color:#5b6675}
@media (prefers-color-scheme:dark){body{background:#14181f;color:#e6e9ee}.n{color:#a4aebb}}</style></head>
<body><h1>What to write next</h1><p>{{ head }}</p>
{% for gap in gaps %}<h2>{{ gap.title }}</h2><p class="n">{{ gap.counts }}</p>
<ul>{% for example in gap.examples %}<li>{{ example }}</li>{% endfor %}</ul>
{% else %}<p>{{ nothing }}</p>{% endfor %}
<p class="n">E-mail addresses, numbers of people and names behind a title were taken out; read the examples as
personal data all the same.</p></body></html>
"""


def text_report(gaps: Sequence[Gap], knowledge: KnowledgeBase, head: str) -> Iterator[str]:
    """For the terminal."""
    yield head
    for number, gap in enumerate(gaps, 1):
        yield f"\n{number}. Write {what_to_write(gap, knowledge)}"
        yield f"   {counts(gap)}"
        yield from (f"   - {example}" for example in gap.examples)
    if not gaps:
        yield NOTHING


def markdown_report(gaps: Sequence[Gap], knowledge: KnowledgeBase, head: str) -> Iterator[str]:
    """For a page of notes."""
    yield f"# What to write next\n\n{head}"
    for gap in gaps:
        yield f"\n## {_escaped(_capital(what_to_write(gap, knowledge)))}\n\n{counts(gap)}\n"
        yield from (f"- {_escaped(example)}" for example in gap.examples)
    if not gaps:
        yield f"\n{NOTHING}"


def html_report(gaps: Sequence[Gap], knowledge: KnowledgeBase, head: str) -> str:
    """For a browser; what people wrote is escaped."""
    shown: List[dict] = [
        {"title": _capital(what_to_write(gap, knowledge)), "counts": counts(gap), "examples": gap.examples}
        for gap in gaps
    ]
    return Environment(autoescape=True).from_string(_PAGE).render(gaps=shown, head=head, nothing=NOTHING)


def heading(gaps: Iterable[Gap], days: Optional[int], today: date, left_out: int) -> str:
    """What the report is of, in a sentence."""
    questions = sum(gap.count for gap in gaps)
    span = f"the last {days} days" if days else "all that is kept"
    beyond = f"; {counted(left_out, 'smaller group')} left out" if left_out else ""
    return f"{counted(questions, 'question')} without a good answer, {span} up to {today.isoformat()}{beyond}."


def counts(gap: Gap) -> str:
    """`asked 5 times in 3 wordings, last on 2026-11-22: 4 no article for the specialty, 1 thumbs down`."""
    told = {REASONS.get(why, why): number for why, number in gap.why.items()}
    reasons = ", ".join(f"{number} {why}" for why, number in told.items()) if len(told) > 1 else "".join(told)
    wordings = f" in {counted(gap.wordings, 'wording')}" if gap.wordings > 1 else ""
    return f"asked {counted(gap.count, 'time')}{wordings}, last on {gap.last:%Y-%m-%d}: {reasons}"


def kept(gaps: Sequence[Gap], least: int) -> Tuple[List[Gap], int]:
    """The groups asked at least so often, and how many others there are."""
    chosen = [gap for gap in gaps if gap.count >= least]
    return chosen, len(gaps) - len(chosen)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|!" else c for c in text)
