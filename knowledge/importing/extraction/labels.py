"""What stands before a colon, a dash or the first full stop of a block: "Medical writer: $1 per word"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from knowledge.importing.extraction.amounts import Amount, find_amounts
from knowledge.importing.extraction.known import KnownWork
from knowledge.importing.extraction.new_jobs import SENTENCE_WORDS
from knowledge.importing.extraction.role_names import RoleName, roles_named
from knowledge.importing.extraction.role_words import WORK_NOUNS
from knowledge.importing.extraction.told import work_told

_SEPARATOR = re.compile(r":\s|:$|\s[–—-]\s|\.\s|\.$|\s\(|,\s|;\s|$")
# "Anita (class of 2009), quality improvement consultant in Kansas City: ..."
_PERSON = re.compile(
    r"(?:Dr\.?\s)?[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,2}(?:,? (?:MD|DO|M\.D\.))?\s?"
    r"\([^()]{1,25}\),\s(?:an?\s|the\s|now\s(?:an?\s)?)?(?=[a-z])"
)
_FOR_WHOM = re.compile(r"\s(?:(?:for|at|from|to|on|in) (?:an?|my|our|the|one|two|three|several) (?:\S+)|on the side\b)")
_LONGEST = 90
_FINISHED = re.compile(r"[.!?:;…][\"”’')]*$")
_NOTHING = re.compile(
    r"(?:no (?:number|figure|pay|money|data|idea)s?|unpaid|n/?a|\?+|nothing|zero|tbd|it depends|depends|varies)[.!]*",
    re.I,
)
_ONLY = re.compile(
    r"[\s.,;:!()–—-]*(?:(?:up to|from|about|around|at least|avg\.?|average|approx\.?|median|between)\s)?[\s(]*", re.I
)


@dataclass(frozen=True)
class Label:
    """The words before a separator; `after` is where what they label begins."""

    text: str
    start: int
    end: int
    after: int
    mark: str


def labels_of(text: str) -> list[Label]:
    """The candidates for a block's label, the shortest first, at most four."""
    found: list[Label] = []
    for match in _SEPARATOR.finditer(text[: _LONGEST + 2]):
        label = text[: match.start()]
        if len(label.strip()) < 2 or label.strip().isdigit() or match.start() > _LONGEST:
            continue  # "10. " numbers what the label comes after
        found.append(Label(label.strip(), 0, match.start(), match.end(), match.group().strip() or "end"))
        if len(found) == 4 or match.group().strip() == ".":
            break
    return found


def colon_label(text: str) -> Label | None:
    """The words before the first colon or dash near the beginning of a block or sentence."""
    for label in labels_of(text):
        if label.mark in (":", "–", "—", "-"):
            return label
        if label.mark == ".":
            break
    return None


def role_label(text: str, known: KnownWork) -> RoleName | None:
    """The role that a block is about by its label. A label that goes on to a colon or dash wins over a comma."""
    best: RoleName | None = None
    if person := _PERSON.match(text):
        name = role_label(text[person.end() :], known)
        shift = person.end()
        return name and replace(name, start=name.start + shift, end=name.end + shift)
    for label in labels_of(text):
        names = roles_named(label.text, known)
        if len(names) != 1 or find_amounts(label.text) or _is_sentence(label, known):
            continue
        if label.mark in (":", "–", "—", "-"):
            return names[0]
        best = best or _without_place(names[0])
    return best


def _without_place(name: RoleName) -> RoleName:
    """ "Chart review" of "Chart review for a startup in Pune": whom one does it for once is not what it is called."""
    match = _FOR_WHOM.search(name.title)
    if match and " " not in name.title[: match.start()] and not name.kind:
        return name  # "Reader for the drugs regulator": who just reads is no job yet
    return replace(name, title=name.title[: match.start()], end=name.start + match.start()) if match else name


def _is_sentence(label: Label, known: KnownWork) -> bool:
    """Whether the words before a comma or a full stop say something rather than name it."""
    if label.mark in (":", "–", "—", "-", "end", "("):
        return False
    cut = _FOR_WHOM.search(label.text)
    words = [word.strip("“\"'(").lower() for word in label.text[: cut.start() if cut else None].split()]
    if label.mark == "." and work_told(label.text, known):
        return True
    inner = words[1:-1] if words and words[-1] in WORK_NOUNS else words[1:]  # "Startup advising, mostly for equity"
    return label.mark == ";" or len(words) > 9 or any(word in SENTENCE_WORDS for word in inner)


def only_amount(text: str) -> Amount | None:
    """The amount of a block that holds nothing else: "$400-600+/hour"."""
    if len(text) > 60:
        return None
    amounts = find_amounts(text)
    if len(amounts) != 1:
        return None
    amount = amounts[0]
    rest = text[amount.end :].strip(" .,;:!*+()")
    before_ok = _ONLY.fullmatch(text[: amount.start])
    return amount if before_ok and (not rest or (len(rest.split()) <= 2 and not rest[:1].isupper())) else None


def is_finished(text: str) -> bool:
    """Whether a line ends where a sentence does."""
    return bool(_FINISHED.search(text))


def says_no_amount(text: str) -> bool:
    """Whether a block stands where others have their number, and says that there is none."""
    return bool(_NOTHING.fullmatch(text.strip()))
