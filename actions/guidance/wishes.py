"""The answers to the guided questions as filters, apart from the action that ranks roles by them."""

from __future__ import annotations

from typing import Mapping

from actions.guidance.reading import PATIENTS, PAY, PULL, REMOTE, STAY
from knowledge.answering.guidance import ANY
from knowledge.filters import Filter


def wishes_of(guide: Mapping[str, str]) -> tuple[Filter, ...]:
    """The answers as filters; a skipped question and one that no attribute speaks of give none."""
    wishes: list[Filter] = []
    if guide.get(REMOTE) == "yes":
        wishes.append(Filter("work_mode", "remote"))
    if guide.get(STAY) == "stay":
        wishes += [Filter("commitment", "part_time"), Filter("commitment", "per_project")]
    if guide.get(PULL) == "time":
        wishes.append(Filter("schedule", "flexible"))
    if guide.get(PULL) == "income":
        wishes.append(Filter("pay_given", "yes"))
    if guide.get(PATIENTS, ANY) != ANY:
        wishes.append(Filter("patient_contact", guide[PATIENTS]))
    if guide.get(PAY, ANY) != ANY:
        wishes.append(Filter("pay", guide[PAY]))
    return tuple(wishes)
