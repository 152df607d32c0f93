"""Names: every role, source, specialty and wish in one table, tolerant of typing errors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Dict, Iterable, Iterator, List, Mapping, NamedTuple, Sequence, Tuple

from knowledge.language import (
    wishes_list,
    wishes_pay,
    wishes_turns,
    wishes_unstated,
    wishes_work,
)
from knowledge.language.geography import places
from knowledge.language.lexicon import Lexicon, expand, keys_of
from knowledge.language.specialties import ANY_SPECIALTY, SPECIALTIES
from knowledge.language.spelling import Speller
from knowledge.language.text import Token


class Entry(NamedTuple):
    """What a phrase stands for; `opening` ones only count at the start of a message."""

    kind: str
    value: str
    phrase: str
    opening: bool = False


class Found(NamedTuple):
    """An entry found at tokens `first` to `after` (exclusive)."""

    entry: Entry
    first: int
    after: int
    corrected: bool


MAX_MENDED = 250  # words of a message that are looked at for typing errors

# No plural for what is not a noun.
_PLURAL_KINDS = ("role", "specialty", "source")
_NEVER_MENDED = frozenset(("reference", "cue", "geography"))


class Names:
    """The phrase table of a knowledge base and its speller. Build it once; it never changes."""

    def __init__(
        self,
        roles: Mapping[str, Sequence[str]],
        sources: Mapping[str, Sequence[str]],
        protected: Iterable[str] = (),
    ) -> None:
        self.roles = {role: tuple(names) for role, names in roles.items()}
        self.sources = {source: tuple(names) for source, names in sources.items()}
        self._lexicon: Lexicon[Entry] = Lexicon()
        self._openings: Lexicon[Entry] = Lexicon()
        for entry in self._entries():
            self._add(entry)
        mendable = set(self._mendable())
        self._speller = Speller(mendable, protected)

    @classmethod
    def load(cls, path: "Path | str") -> "Names":
        """Reads build/names.json.

        Raises:
            FileNotFoundError: the knowledge has not been built.
        """
        return cls.from_content(json.loads(Path(path).read_text(encoding="utf-8")))

    @classmethod
    def from_content(cls, content: "Mapping[str, Any]") -> "Names":
        """Names of what build/names.json holds."""
        roles = {
            role: [entry["title"], *entry["names"]] for role, entry in content["roles"].items()
        }
        return cls(roles, content.get("sources", {}), content.get("protected", ()))

    @classmethod
    def of(
        cls,
        roles: "Mapping[str, Sequence[str]] | None" = None,
        sources: "Mapping[str, Sequence[str]] | None" = None,
        protected: Iterable[str] = (),
    ) -> "Names":
        """Names from plain mappings, id to its names."""
        return cls(roles or {}, sources or {}, protected)

    def find(self, tokens: List[Token]) -> Iterator[Found]:
        """All longest phrases at every token, overlapping ones too."""
        mended, corrected = self._mended(tokens)
        for at in range(len(tokens)):
            found = self._lexicon.match_at(tokens, at)
            if corrected:
                better = self._lexicon.match_at(mended, at)
                if better is not None and (found is None or better[0] > found[0]):
                    touched = any(i in corrected for i in range(at, at + better[0]))
                    yield Found(better[1], at, at + better[0], touched)
                    continue
            if found is not None:
                yield Found(found[1], at, at + found[0], False)
        if tokens:
            opening = self._openings.match_at(tokens, 0)
            if opening is not None:
                yield Found(opening[1], 0, opening[0], False)

    def is_english(self, word: str) -> bool:
        """Whether a word is one of the more frequent ones of English, or an inflected one."""
        return self._speller.is_english(word)

    def _mended(self, tokens: List[Token]) -> "Tuple[List[Token], Dict[int, str]]":
        corrected: Dict[int, str] = {}
        for index, token in enumerate(tokens[:MAX_MENDED]):
            better = self._speller.correct(token.key)
            if better is not None:
                corrected[index] = better
        if not corrected:
            return tokens, corrected
        mended = [
            token._replace(key=corrected[index]) if index in corrected else token
            for index, token in enumerate(tokens)
        ]
        return mended, corrected

    def _mendable(self) -> Iterator[str]:
        """Words that typing errors may stand for: long words of names and wishes."""
        for first in self._lexicon.entries():
            if first[1].kind not in _NEVER_MENDED:
                yield from first[0]

    def _add(self, entry: Entry) -> None:
        table = self._openings if entry.opening else self._lexicon
        for phrase in expand(entry.phrase):
            for variant in _variants(keys_of(phrase), entry.kind):
                table.add_keys(variant, entry._replace(phrase=phrase))

    def _entries(self) -> Iterator[Entry]:
        for role, names in self.roles.items():
            for name in names:
                plain = name.replace("(", " ").replace(")", " ").replace("|", " ")
                yield Entry("role", role, plain)
                if "(" in name:  # "Utilization review (UR)"
                    yield Entry("role", role, name.split("(")[0])
                    yield Entry("role", role, name.split("(")[1].rstrip(") "))
        for role, wordings in wishes_work.ROLE_IN_PASSING.items():
            if role in self.roles:
                yield from _split("role", {role: wordings})
        for source, names in self.sources.items():
            for name in (source, *names):
                yield Entry("source", source, name.replace("(", " ").replace(")", " "))
        for specialty in SPECIALTIES.values():
            for name in specialty.names:
                yield Entry("specialty", specialty.id, name)
        yield from _split("specialty", {"any": ANY_SPECIALTY})
        for kind, table in _TABLES:
            yield from _split(kind, table)
        for entry in _split("cue", wishes_turns.OPENING_CUE):
            yield entry._replace(opening=True)


_TABLES: "Tuple[Tuple[str, Mapping[str, str]], ...]" = (
    ("work_mode", wishes_work.WORK_MODE),
    ("commitment", wishes_work.COMMITMENT),
    ("pay_unit", wishes_pay.PAY_UNIT),
    ("patient_contact", wishes_work.PATIENT_CONTACT),
    ("setting", wishes_work.SETTING),
    ("schedule", wishes_work.SCHEDULE),
    ("travel", wishes_work.TRAVEL),
    ("growth", wishes_work.GROWTH),
    ("order", wishes_list.ORDER),
    ("count", {"count": wishes_list.COUNT}),
    ("unstated_wish", wishes_unstated.UNSTATED),
    ("geography", places()),
    ("reference", wishes_turns.REFERENCE),
    ("cue", wishes_turns.CUE),
)


def _split(kind: str, table: "Mapping[str, str]") -> Iterator[Entry]:
    for value, wordings in table.items():
        for wording in wordings.split(";"):
            if wording.strip():
                yield Entry(kind, value, wording.strip())


def _variants(keys: "Tuple[str, ...]", kind: str) -> "Iterator[Tuple[str, ...]]":
    """The phrase itself, its plural or singular, and forms written as one word or as two."""
    forms = [keys, *_abbreviated(keys)] if kind == "role" else [keys]
    if keys and kind in _PLURAL_KINDS and len(keys[-1]) > 2:
        forms += [
            (*form[:-1], other) for form in forms for other in _other_numbers(form[-1], len(form))
        ]
    for form in forms:
        yield form
        if len(form) == 2 and kind in _PLURAL_KINDS and len(form[0]) + len(form[1]) > 8:
            yield (form[0] + form[1],)
        first = form[0] if form else ""
        if first.startswith("tele") and len(first) > 7:
            yield ("tele", first[4:], *form[1:])
        if any("ization" in key for key in form):
            yield tuple(key.replace("ization", "isation") for key in form)


_SHORT = {
    "medical": "med", "director": "dir", "executive": "exec", "pharmaceutical": "pharma",
    "utilization": "util", "consultant": "consult", "education": "ed", "development": "dev",
    "physician": "doc", "clinical": "clin", "insurance": "ins", "officer": "off", "research": "res",
}  # fmt: skip


def _abbreviated(keys: "Tuple[str, ...]") -> "Iterator[Tuple[str, ...]]":
    """Names of two to four words with one or all of their words cut short ("med dir")."""
    if not 2 <= len(keys) <= 4:
        return
    at = [index for index, key in enumerate(keys) if key in _SHORT]
    for chosen in {tuple(at), *((index,) for index in at)} - {()}:
        yield tuple(_SHORT[key] if index in chosen else key for index, key in enumerate(keys))


def _other_numbers(word: str, words: int) -> List[str]:
    if word.endswith("ies"):
        return [word[:-3] + "y"]
    if word.endswith("ss"):  # witness
        return [word + "es"]
    if word.endswith("s"):
        # "CMOs" has a singular, "rheumatoid arthritis" and "gas" have none.
        return [] if word.endswith(("ss", "us", "is", "ics")) or len(word) < 5 else [word[:-1]]
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return [word[:-1] + "ies"]
    return [word + ("es" if word.endswith(("x", "ch", "sh")) else "s")]
