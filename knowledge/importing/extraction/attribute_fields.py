"""Properties in fields: "Patient contact: None", "Location: Hybrid", a column "Where you work"."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re

from knowledge.importing.extraction.attribute_words import PATTERNS

_FIELD = re.compile(r"\W*(?P<label>[A-Za-z][A-Za-z /&’'-]{2,30}?)\s?(?::|\?|\s[–—-])\s+(?P<value>\S.*)", re.DOTALL)
_LABELS = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "patient_contact": r"(?:direct |level of )?(?:patient|clinical)[ -](?:contact|care|interaction|work|time)|patients",
        "place": r"(?:work )?location|where(?: you(?:’ll|'ll)? (?:work|sit|are))?|place|workplace|work ?site|work (?:mode|setting|style)"
        r"|(?:fully )?remote(?: or on-?site)?|(?:from|at) home|work from home|can it be done from home|on-?site",
        "travel": r"travel(?:l?ing)?(?: required| time)?|time on the road",
        "growth": r"(?:career )?(?:growth|progression|advancement|ladder|path)|where it (?:leads|goes)|room to grow|next steps?|promotion",
        "setting": r"(?:typical |usual |main )?(?:employers?(?: types?)?|who (?:hires|pays)|industry|hired by|clients?|sector)",
    }.items()
}
_NO = re.compile(r"(?:no|none|never|n|nil|zero|not|nobody|little or none)\b", re.IGNORECASE)
_UNSURE = re.compile(r"[?–—-]?$|(?:n/?a|unknown|varies|depends)\b", re.IGNORECASE)
_LITTLE = re.compile(r"(?:limited|some|little|minimal|occasional\w*|brief|rare\w*|low|part)\b", re.IGNORECASE)
_DIRECT = re.compile(r"(?:yes|y|direct|daily|full|high|regular|frequent|always|constant|much|a lot)\b", re.IGNORECASE)
_HYBRID = re.compile(
    r"\bhybrid\b|\bor (?:from )?(?:home|remote)|\bor (?:the |in the |on-?)?(?:office|site)\b", re.IGNORECASE
)
_AWAY = re.compile(r"\b(?:home|remote\w*|anywhere|wherever|online|virtual\w*|video|wfh|telecommut\w+)\b", re.IGNORECASE)
_YES = re.compile(r"(?:yes|y|fully|mostly|always|often|100)\b", re.IGNORECASE)
_THERE = re.compile(
    r"\b(?:on[- ]site|in person|offices?|hospitals?|clinics?|campus|plants?|factory|laborator(?:y|ies)|lab|headquarters|courts?"
    r"|exam rooms?|schools?|stadium|centers?|centres?)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:partly|part|some|sometimes|usually|mostly|often|possible|except)\b|;", re.IGNORECASE)
_SETTINGS = [(value, re.compile(pattern, re.IGNORECASE)) for name, value, _, pattern in PATTERNS if name == "setting"]
_WIDE = [
    ("education", re.compile(r"\b(?:schools?|school districts?|education|publishers of textbooks)\b", re.IGNORECASE)),
    ("media", re.compile(r"\bmedia\b(?! affairs)", re.IGNORECASE)),
    ("technology", re.compile(r"\btech(?:nology)?\b", re.IGNORECASE)),
    ("government", re.compile(r"\b(?:states?|provinces?|count(?:y|ies)|agenc(?:y|ies)|regulators?)\b", re.IGNORECASE)),
]


def fields_in(text: str, cells: tuple[str, ...], header: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """The properties (name, value, basis) that a line with a label, or the cells of a row, give."""
    found = []
    if cells:
        pairs = list(zip(header, cells))[1:]  # the first column names the role
    else:
        match = _FIELD.match(text)
        pairs = [(match["label"], match["value"])] if match else []
    for label, value in pairs:
        name = next((name for name, pattern in _LABELS.items() if pattern.fullmatch(label.strip(" ?:*"))), None)
        if name and not _UNSURE.match(value.strip()):
            found += _READERS[name](value.strip(), label)
    return found


def _contact(value: str, _: str) -> list[tuple[str, str, str]]:
    for pattern, one in ((_NO, "none"), (_LITTLE, "limited"), (_DIRECT, "direct")):
        if pattern.match(value):
            return [("patient_contact", one, "stated")]
    return []


def _place(value: str, label: str) -> list[tuple[str, str, str]]:
    asks_home = bool(_AWAY.search(label))
    if asks_home and (_NO.match(value) or _YES.match(value)):
        return [("work_mode", "on_site", "implied") if _NO.match(value) else ("work_mode", "remote", "stated")]
    away, there, both = _AWAY.search(value), _THERE.search(value), _HYBRID.search(value)
    if both or (away and there and not re.search(r"home office", value, re.IGNORECASE)):
        return [("work_mode", "remote", "partly"), ("work_mode", "on_site", "partly")]
    if away:
        return [("work_mode", "remote", "partly" if _PART.search(value) else "stated")]
    return [("work_mode", "on_site", "stated")] if there else []


def _travel(value: str, _: str) -> list[tuple[str, str, str]]:
    if re.match(r"0\b", value) or _NO.match(value):
        return [("travel", "none", "stated")]
    if re.match(r"(?:little|rare\w*|minimal)\b", value, re.IGNORECASE):
        return []
    return [("travel", "required", "stated")]


def _growth(value: str, _: str) -> list[tuple[str, str, str]]:
    return [("growth", "none" if _NO.match(value) or _LITTLE.match(value) else "ladder", "stated")]


def _employers(value: str, _: str) -> list[tuple[str, str, str]]:
    return [("setting", one, "stated") for one, pattern in [*_SETTINGS, *_WIDE] if pattern.search(value)]


_READERS = {"patient_contact": _contact, "place": _place, "travel": _travel, "growth": _growth, "setting": _employers}
