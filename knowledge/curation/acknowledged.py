"""Remarks that a person has looked at and found right: kept in a small file, each with its reason.

The file lies beside roles.yml and is reviewed like it. An entry names what was seen, so that it
holds no longer than that: when a figure or a percentage changes, the remark comes back.
"""

from __future__ import annotations

from pathlib import Path
from typing import Dict, Iterable, Iterator, List, Tuple

import yaml

from knowledge.curation.remarks import Remark
from knowledge.fields import Field, many, read_record, text
from knowledge.located_yaml import load
from knowledge.problems import Problems

FILE_NAME = "acknowledged.yml"
STALE = "acknowledged"
_FIELDS = (
    Field("remark", text, required=True, example="polls-alike"),
    Field("about", many(text), required=True, example="[article#one, other-article#two]"),
    Field("seen", text, required=True, example='"74% ... / 57% ..."'),
    Field("reason", text, required=True, example="two polls of different years"),
)
Key = Tuple[str, Tuple[str, ...], str]


def acknowledged_file(roles_file: Path) -> Path:
    """Where the acknowledgements lie."""
    return roles_file.with_name(FILE_NAME)


def read_acknowledged(file: Path, problems: Problems) -> Dict[Key, int]:
    """The remarks to keep quiet, each with its line; none where there is no such file."""
    if not file.exists():
        return {}
    located = load(file.read_text(encoding="utf-8"), file, problems)
    if located is None or located.value is None:
        return {}
    if not isinstance(located.value, list):
        problems.add(file, located.line, f"this is {located.shape}, not a list", 'write "- remark: ..." for each')
        return {}
    found: Dict[Key, int] = {}
    for item in located.value:
        record = read_record(item, _FIELDS, file=file, problems=problems, name="acknowledgement")
        if record and all(record[f.name] for f in _FIELDS):
            found[record["remark"], tuple(record["about"]), record["seen"]] = record.line
    return found


def unacknowledged(found: Iterable[Remark], known: Dict[Key, int], file: Path, *, all_ran: bool) -> Iterator[Remark]:
    """The remarks that nobody has answered yet, and the answers to which no remark belongs any more.

    Args:
        found: What the checks said.
        known: As read.
        file: Where that was written.
        all_ran: Whether every check ran; if not, what is missing may only not have been looked for.
    """
    seen = set()
    for one in found:
        seen.add(one.key)
        if one.key not in known:
            yield one
    for key, line in known.items() if all_ran else ():
        if key not in seen:
            yield Remark(
                STALE, key[1], key[2], file, line, "nothing like this is remarked any more", "take this entry out",
            )


def as_entries(found: Iterable[Remark]) -> str:
    """The remarks as entries of the file, for copying; the reasons are for a person to write."""
    entries: List[dict] = [
        {"remark": one.kind, "about": list(one.about), "seen": one.seen, "reason": None} for one in found
    ]
    if not entries:
        return ""
    return yaml.safe_dump(entries, sort_keys=False, allow_unicode=True, width=100).replace("reason: null", "reason:")
