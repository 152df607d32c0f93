"""Entries: paragraphs and list items that begin with a label and have pay: "Camp doctor: $1,100 a week"."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.importing.document import SourceBlock
from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.known import KnownWork
from knowledge.importing.extraction.labels import role_label
from knowledge.importing.extraction.new_jobs import SENTENCE_WORDS
from knowledge.importing.extraction.pay_labels import says_no_pay, says_pay
from knowledge.importing.extraction.places import label_place
from knowledge.importing.extraction.role_names import RoleName, plain_name
from knowledge.importing.extraction.role_words import WORK_NOUNS
from knowledge.importing.extraction.sources import SITES

_LABEL = re.compile(r"(?P<label>[^.:?!;|$€£]{3,60}?)(?P<mark>:\s|\s[–—-]\s|\?\s|\.\s|\s\((?=[^()]{0,40}\d))")
_LONGEST = 7  # words of a label
_FEWEST = 3  # entries that make a list
_SUMS = frozenset("total totals sum altogether overall combined".split())
_VERBS = frozenset("is was are were s will can".split())


def entry_name(text: str, known: KnownWork) -> RoleName | None:
    """What an entry is called: a role's name, or words of no known form before a mark and an amount."""
    name = role_label(text, known)
    if name is not None:
        return name
    match = _LABEL.match(text)
    if match is None or not find_amounts(text[match.end() :]):
        return None
    label = match["label"]
    words = label.lower().split()
    if len(words) > _LONGEST or any(word in SENTENCE_WORDS or word in _VERBS for word in words[1:]):
        return None
    if says_pay(label) or says_no_pay(label) or label_place(label) or SITES.search(label) or find_amounts(label):
        return None
    name = plain_name(label, known)
    if name is None or words[0] in _SUMS or (len(words) == 1 and not _is_work(words[0])):
        return None
    mention = next((one for one in known.mentions(label) if one.start == 0), None)
    return replace(name, kind=name.kind or mention.kind, confidence=0.8) if mention else name


def _is_work(word: str) -> bool:
    """Whether one word alone is work rather than somebody's name: "Farid (2012), ..."."""
    return word in WORK_NOUNS or word.endswith("ing")


def entries_of(blocks: tuple[SourceBlock, ...], known: KnownWork) -> dict[int, RoleName]:
    """The blocks that are entries, by index, where there are several and most of their names are known ones."""
    found: dict[int, RoleName] = {}
    certain = 0
    for index, block in enumerate(blocks):
        if block.kind not in ("paragraph", "list_item") or not find_amounts(block.text):
            continue
        name = entry_name(block.text, known)
        if name is None:
            continue
        found[index] = name
        certain += role_label(block.text, known) is not None
    return found if len(found) >= _FEWEST and 2 * certain >= len(found) else {}
