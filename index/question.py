"""A question made ready for searching: shorthand written out, content words picked, typos met.

The encoder and the passages speak plain English; physicians type "onc", "f/u" and "PAs".
Nothing here decides anything: it only gives both searches a fair chance.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Collection, Dict, Iterable, List, Tuple

from rapidfuzz import fuzz, process

from index.word_index import split_words
from knowledge.facts import KnowledgeBase, RoleKind
from knowledge.language.specialties import SPECIALTIES

# What physicians write for words that articles write out. Lower case; plurals are spelt out.
SHORTHAND = {
    "doc": "physician", "docs": "physicians", "md": "physician", "mds": "physicians",
    "pt": "patient", "pts": "patients", "f/u": "follow-up", "fu": "follow-up",
    "pa": "prior authorization", "pas": "prior authorizations", "prior auth": "prior authorization",
    "prior auths": "prior authorizations", "emr": "electronic health record",
    "emrs": "electronic health records", "ehr": "electronic health record (EHR)",
    "ehrs": "electronic health records (EHR)", "ai": "artificial intelligence (AI)",
    "rx": "prescription", "dx": "diagnosis", "tx": "treatment", "hx": "history",
    "hrs": "hours", "yr": "year", "yrs": "years", "wk": "week", "pct": "percent", "w": "with",
    "w/o": "without", "b/c": "because", "til": "until", "med": "medical", "sci": "scientific",
    "cv": "cardiovascular", "peds": "pediatrics", "gp": "general practitioner",
    "gps": "general practitioners", "wfh": "work from home", "ft": "full time", "pto": "vacation",
    "r&d": "research and development", "kol": "key opinion leader (KOL)",
    "kols": "key opinion leaders (KOL)", "cro": "contract research organization (CRO)",
    "sub-i": "sub-investigator", "non clin": "non-clinical", "nonclin": "non-clinical",
    "nonclinical": "non-clinical", "whats": "what is", "hows": "how is", "wheres": "where is",
    "whos": "who is", "im": "I am", "ive": "I have", "heart doc": "cardiologist",
    "heart docs": "cardiologists", "heart doctor": "cardiologist",
    "heart doctors": "cardiologists", "cancer doc": "oncologist", "cancer docs": "oncologists",
    "cancer doctor": "oncologist", "cancer doctors": "oncologists",
    "rheums": "rheumatologists", "oncs": "oncologists",
}
# Words that say nothing of what is asked.
STOP_WORDS = frozenset(
    "a about actually again all also am an and any anyone anything are as at be because been "
    "being but by can could did do does doing done even ever for from get gets getting go going "
    "got had has have he her here hers him his how i if in into is it its just kind know let like "
    "lot make me mean might mine more most much my need no not now of off ok okay on one or other "
    "our out over own please really s same say says should so some someone something sort still "
    "stuff such sure t tell than thanks that the their them then there these they thing things "
    "think this those to too u until up us use very want wants was way we well were what when "
    "where which while who whom whose why will with without would yes yet you your".split()
)
TYPO_LENGTH = 5  # shorter words have too many neighbours
TYPO_SCORE = 90  # rapidfuzz ratio of 0 to 100


@dataclass(frozen=True)
class Question:
    """A question as it is searched for."""

    text: str  # with shorthand written out; what the encoder sees
    words: Tuple[str, ...]  # content words, each once
    spellings: Tuple[str, ...]  # words of the passages that mistyped words were meant to be


class QuestionReader:
    """Reads questions against one knowledge base's names and one index's words."""

    def __init__(self, knowledge: KnowledgeBase, vocabulary: Collection[str]) -> None:
        """Prepare the tables.

        Args:
            knowledge: Its kinds of work give the abbreviations of roles.
            vocabulary: Every word of the indexed passages, lower case.
        """
        self._vocabulary = frozenset(vocabulary)
        self._long_words = sorted(w for w in self._vocabulary if len(w) >= TYPO_LENGTH)
        self._written_out = {
            **_specialties(knowledge, self._vocabulary), **SHORTHAND, **_acronyms(knowledge.kinds.values()),
        }
        longest_first = sorted(self._written_out, key=len, reverse=True)
        self._pattern = re.compile(
            r"(?<![\w/])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w/])",
            re.IGNORECASE,
        )

    def read(self, question: str) -> Question:
        """Return the question with everything that the searches need."""
        plain = " ".join(question.replace("\u2019", "'").split())
        text = self._pattern.sub(lambda m: self._written_out.get(m.group().lower(), m.group()), plain)
        words = tuple(dict.fromkeys(content_words(text)))
        spellings = (self._spelling(word) for word in words)
        return Question(text, words, tuple(dict.fromkeys(s for s in spellings if s)))

    def _spelling(self, word: str) -> str:
        """The passages' word that this one may be a slip of, or ""."""
        if len(word) < TYPO_LENGTH or word in self._vocabulary or any(c.isdigit() for c in word):
            return ""
        found = process.extractOne(
            word, self._long_words, scorer=fuzz.ratio, score_cutoff=TYPO_SCORE
        )
        return found[0] if found and found[0][0] == word[0] else ""


def content_words(text: str) -> List[str]:
    """The words of a text that say what it is about, in order, with repetitions."""
    return [word for word in split_words(text.replace("'", "")) if word not in STOP_WORDS]


def _acronyms(kinds: Iterable[RoleKind]) -> Dict[str, str]:
    """ "ur" -> "Utilization review (UR)", and the plural, from names in capitals."""
    table: Dict[str, str] = {}
    for kind in kinds:
        for name in kind.names:
            if name.isupper() and 2 <= len(name) <= 5 and name.isalpha():
                plain = re.sub(r"\s*\([^)]*\)", "", kind.title).lower()
                table[name.lower()] = f"{plain} ({name})"
                table[f"{name.lower()}s"] = f"{plain} ({name})"
    return table


def _specialties(knowledge: KnowledgeBase, vocabulary: Collection[str]) -> Dict[str, str]:
    """ "onc" -> "oncologist": short names of the articles' specialties.

    Others are left alone: no passage gains from them, and some are plain words ("sleep").
    """
    written_of = {s for article in knowledge.articles.values() for s in article.specialties}
    return {
        name: SPECIALTIES[specialty].physician
        for specialty in sorted(written_of & set(SPECIALTIES))
        for name in SPECIALTIES[specialty].names
        if name.isalpha() and len(name) <= 6 and name not in vocabulary
    }
