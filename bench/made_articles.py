"""Made-up knowledge files of the size of real ones, each different, for measuring how things grow."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from knowledge.language.specialties import SPECIALTIES

ROLES = 6  # of an article, half of them with a figure
PARAGRAPHS = 16  # of an article besides those of roles and polls
_SUBJECTS = (
    "The work", "A first contract", "The team", "An employer", "The training", "A week", "The contract", "A mentor",
    "The interview", "The first year", "A recruiter", "The schedule", "The laboratory", "A committee", "The agency",
)
_VERBS = (
    "asks for", "rewards", "leaves room for", "begins with", "depends on", "teaches", "brings", "replaces", "measures",
    "pays attention to", "often ends in", "prepares for", "is built around", "is judged by", "keeps",
)
_OBJECTS = (
    "clear writing", "reading of trial protocols", "careful review of charts", "travel to meetings", "remote reading",
    "patience with forms", "statistics", "speaking to regulators", "teaching of colleagues", "knowledge of devices",
    "work with engineers", "negotiation", "judgement under time pressure", "a network of peers", "imaging skills",
    "evidence tables", "quality audits", "long calls with payers", "safety reports", "grant proposals",
)
_WHEN = (
    "in the first months", "at most companies", "for those who leave practice late", "between two projects",
    "whenever a study closes", "at smaller firms", "as in any regulated field", "before a product is launched",
    "once trust is earned", "in teams spread over several cities", "during audits", "after hours",
)
_MADE_FOR_KNOWLEDGE = re.compile(r"\A---\n.*?\n---\n|^```yaml.*?^```\n| \{#[\w-]+\}", re.DOTALL | re.MULTILINE)


def made_articles(count: int, kinds: list[str], seed: int = 7) -> Iterator[tuple[str, str]]:
    """Ids and texts of knowledge files.

    Args:
        count: How many.
        kinds: Ids of kinds of work that their roles may have.
        seed: Another one makes other files.
    """
    specialties = sorted(SPECIALTIES)
    for number in range(count):
        chance = random.Random(f"{seed}/{number}")
        article_id = f"made-{seed}-{number:05}"
        yield article_id, _article(article_id, specialties[number % len(specialties)], kinds, chance)


def source_page(text: str) -> str:
    """What somebody would have saved of such an article: its words as Markdown, no facts and no anchors."""
    title = re.search(r"^title: (.+)$", text, re.MULTILINE)
    words = _MADE_FOR_KNOWLEDGE.sub("", text)
    return f"# {title.group(1) if title else 'A page'}\n\n{words.strip()}\n"


def _article(article_id: str, specialty: str, kinds: list[str], chance: random.Random) -> str:
    physicians = f"{SPECIALTIES[specialty].physician}s"
    parts = [
        f"---\nid: {article_id}\ntitle: Paths for {physicians}, {article_id}\npublisher: Made-up Press\n"
        f"url: https://www.example.org/{article_id}\npublished: 2026-03-01\naccessed: 2026-11-22\n"
        f"specialties: [{specialty}]\nrights: own\n---\n",
        "## What the work is like {#like}\n",
        *(_paragraph(chance, physicians) for _ in range(PARAGRAPHS)),
        "## Roles {#roles}\n",
        *(_role(number, kind, physicians, chance) for number, kind in enumerate(chance.sample(kinds, ROLES))),
        "## A survey {#survey}\n",
        _poll(physicians, chance),
    ]
    return "\n".join(parts)


def _sentence(chance: random.Random, physicians: str) -> str:
    subject, verb = chance.choice(_SUBJECTS), chance.choice(_VERBS)
    first, second = chance.sample(_OBJECTS, 2)
    return f"{subject} {verb} {first} and {second} {chance.choice(_WHEN)}, as {physicians} report."


def _paragraph(chance: random.Random, physicians: str) -> str:
    return f"{' '.join(_sentence(chance, physicians) for _ in range(3))}\n"


def _role(number: int, kind: str, physicians: str, chance: random.Random) -> str:
    name = kind.replace("-", " ")
    head = f"### {name.capitalize()} {{#role-{number}}}\n\n{_paragraph(chance, physicians)}"
    attributes = f"attributes:\n  - work_mode: {chance.choice(('remote', 'on_site'))}\n    basis: stated\n"
    block = f"```yaml role\nkind: {kind}\nsummary: {chance.choice(_OBJECTS)} for {physicians}\n{attributes}"
    if number % 2:
        return f"{head}\n{block}```\n"
    amount = f"${chance.randrange(90, 480)},{chance.randrange(1000):03}"
    figure = (
        f"figures:\n  - statistic: average\n    kind: salary\n    amount: {amount[1:].replace(',', '')}\n"
        f'    unit: year\n    unit_basis: inferred\n    as_written: "{amount}"\n    attributed_to: Pay Site\n'
        f"    passage: role-{number}-pay\n"
    )
    pay = f"Pay Site gives an average salary of {amount} for {name} by {physicians}. {{#role-{number}-pay}}\n"
    return f"{head}\n{pay}\n{block}{figure}```\n"


def _poll(physicians: str, chance: random.Random) -> str:
    percent, reason = chance.randrange(2, 98), chance.choice(_OBJECTS)
    return (
        f"In a poll, {percent}% of {physicians} named {reason} as what they miss. {{#poll}}\n\n"
        f"```yaml poll\nid: missed\npercent: {percent}\nstatement: of {physicians} named {reason} as what they miss\n"
        f"question: what {physicians} miss most\npopulation: {physicians} asked by Made-up Press\nmulti_select: no\n"
        f'attributed_to: Made-up Press\nas_written: "{percent}%"\npassage: poll\n```\n'
    )
