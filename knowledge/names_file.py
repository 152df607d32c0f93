"""Writes build/names.json: what the language rules must know of the knowledge base.

The rules (`knowledge/language`) run in the Rasa environment too, where there is no
database, so what they need crosses as one small file:

    {"version": ..., "roles": {kind id: {"title": ..., "names": [...]}},
     "sources": {name: [other forms]}, "articles": {id: edition}, "protected": [English words]}

An edition changes with anything that the article says, so that what a channel remembers of it can be
told to be out of date. A word in `protected` is never taken for a typing error of a name ("remove" for "remote").
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from importlib import resources
from pathlib import Path
from typing import Any, Dict, List

from knowledge.facts import KnowledgeBase

PROTECTED_WORDS = 30_000  # rarer words are typing errors more often than words

# Forms that do not follow from the name itself. "Zip" alone is left out: ZIP codes.
SPELLINGS = {
    "Glassdoor": ("glass door",),
    "Medical Economics": ("med economics", "med econ", "medecon"),
    "ZipRecruiter": ("zip recruiter", "zip-recruiter"),
}

_PARENTHESES = re.compile(r"\s*\(([^)]*)\)")
_ABOUT_A_SOURCE = re.compile(
    r"\b(?:an?|the|internal|poll|polls|survey|study|report|published|conducted|by|from|of)\b\s*"
)


def write_names(knowledge: KnowledgeBase, file: Path) -> None:
    """Write the file so that a reader finds the old one or the new one, never half.

    Raises:
        OSError: The folder cannot be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        content = {**names_of(knowledge), "articles": editions(knowledge)}
        names = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        beside.write_text(names + "\n", encoding="utf-8")
        os.replace(beside, file)
    finally:
        beside.unlink(missing_ok=True)


def names_of(knowledge: KnowledgeBase) -> Dict[str, Any]:
    """The content of the file, as far as the language rules read it."""
    return {
        "version": knowledge.version,
        "roles": role_names(knowledge),
        "sources": source_names(knowledge),
        "protected": english_words(PROTECTED_WORDS),
    }


def editions(knowledge: KnowledgeBase) -> Dict[str, str]:
    """For each article what its whole content comes down to, in 12 characters."""
    said: Dict[str, List[str]] = {article.id: [repr(article)] for article in knowledge.articles.values()}
    for part in (knowledge.sections, knowledge.passages, knowledge.roles, knowledge.polls, knowledge.drivers):
        for one in part.values():
            said[one.article_id].append(repr(one))
    return {i: hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12] for i, parts in said.items()}


def role_names(knowledge: KnowledgeBase) -> Dict[str, Dict[str, Any]]:
    """Title and names of each kind of work, in lower case, without parentheses.

    To the names of roles.yml come the titles that the articles use ("Tele-oncology"); one
    that two kinds would share is left to the kind that lists it, or else to neither.
    """
    listed = {kind.id: _distinct([kind.title, *kind.names]) for kind in knowledge.kinds.values()}
    owners: Dict[str, set] = {}
    for kind_id, names in listed.items():
        for name in names:
            owners.setdefault(name, set()).add(kind_id)
    taken = set(owners)
    for role in knowledge.roles.values():
        owners.setdefault(_plain(role.title), set()).add(role.kind)
    for role in knowledge.roles.values():
        title = _plain(role.title)
        if title not in taken and len(owners[title]) == 1 and title not in listed[role.kind]:
            listed[role.kind].append(title)
    return {
        kind.id: {"title": kind.title, "names": listed[kind.id]}
        for kind in knowledge.kinds.values()
    }


def source_names(knowledge: KnowledgeBase) -> Dict[str, List[str]]:
    """Every site, publisher and survey that a figure, a poll or an article comes from.

    A name is a part of `attributed_to` or the publisher: "study published by JAMA" is JAMA.
    """
    attributed = [f.attributed_to for f in knowledge.figures.values()]
    attributed += [p.attributed_to for p in knowledge.polls.values()]
    sources: Dict[str, List[str]] = {}
    for words in [a.publisher for a in knowledge.articles.values()] + attributed:
        name = source_name(words or "")
        if name and name not in sources:
            acronyms = _PARENTHESES.findall(words or "")
            sources[name] = _distinct([name, *acronyms, *SPELLINGS.get(name, ())])
    return sources


def source_name(words: str) -> str:
    """The name in an attribution: "internal Sermo poll" becomes "Sermo"."""
    return " ".join(_ABOUT_A_SOURCE.sub("", _PARENTHESES.sub("", words)).split())


def english_words(count: int) -> List[str]:
    """The most frequent English words of SymSpell's list (82,765 words), most frequent first.

    The list is the part of Google's book n-grams that an English spelling list confirms, so
    frequent misspellings are not in it. One and two letters are too short for a typing error.
    """
    lines = (
        resources.files("symspellpy")
        .joinpath("frequency_dictionary_en_82_765.txt")
        .read_text(encoding="utf-8-sig")
        .splitlines()
    )
    words = (line.partition(" ")[0] for line in lines)
    return [word for word in words if len(word) > 2 and word.isascii() and word.isalpha()][:count]


def _plain(name: str) -> str:
    return " ".join(_PARENTHESES.sub("", name).lower().split())


def _distinct(names: List[str]) -> List[str]:
    return list(dict.fromkeys(_plain(name) for name in names))
