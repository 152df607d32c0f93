"""No message blocks the process: every reader ends in well under a second on repeated filler words.

The words are those that the patterns skip ("i have been really ...", "about", "whatever of the"):
a loop that may skip any number of them takes seconds on a message made of nothing else.
"""

from __future__ import annotations

import time
from typing import Callable, Dict, Tuple

import pytest

from knowledge.language.leftovers import leftovers
from knowledge.language.names import Names
from knowledge.language.safety import detect_abuse, detect_distress, detect_strain, detect_symptoms
from knowledge.language.shape import message_shape
from knowledge.language.steering import asks_what_is_in_force, change_asked
from knowledge.language.survey import survey_aspects
from knowledge.language.understand import understand

CHARACTERS = 5_000
SECONDS = 0.5  # of the processor's time: a free machine needs a tenth of it, the unbounded loops took seconds

# What opens a message, what is repeated, what ends it. Some readers look only where the end makes them.
REPEATED: Tuple[Tuple[str, str, str], ...] = (
    ("", "i ", ""), ("i ", "like ", ""), ("", "i im ", ""), ("", "been really ", ""), ("my chest ", "feels ", ""),
    ("", "my foot is ", ""), ("", "numb ", ""), ("", "max ", " a year travel week"),
    ("", "about ", " a year travel week"), ("", "up to ", " a year travel week"), ("", "approx ", " a year travel"),
    ("i work ", "at ", "20 hours a week"), ("", "severe ", ""), ("", "i have a ", ""), ("", "having a ", ""),
    ("", "feel very ", ""), ("", "so ", ""), ("i feel ", "so very ", ""), ("", "just so ", ""), ("", "to ", "die"),
    ("want ", "about ", "live"), ("i wish i ", "just ", "alive"), ("", "no one ", "cares"), ("noone ", "even ", "end"),
    ("", "would ", "die"), ("", "all ", "end"), ("", "and a plan ", "end"), ("", "please ", "kill"),
    ("", "whatever of the ", "pay"), ("", "drop the ", "filters"), ("", "any ", "figures"), ("", "no stated ", "pay"),
    ("", "with a ", "figures"), ("", "1,11,", ""), ("", "1/", "k"), ("", "by a ", "lowest"), ("", "not ", ""),
    ("hospital", " life is", " eating me"), ("", "pharma really ", "sucks"), ("", "who was asked ", ""),
    ("", "change the ", "filters"),
)  # fmt: skip
IDS = [" ".join("".join(parts).split()) for parts in REPEATED]


def _readers(names: Names) -> Dict[str, Callable[[str], object]]:
    return {
        "understand": lambda text: understand(text, names),
        "survey_aspects": lambda text: survey_aspects(text, ()),
        "change_asked": lambda text: change_asked(text, ()),
        "asks_what_is_in_force": lambda text: asks_what_is_in_force(text, ()),
        "message_shape": lambda text: message_shape(text, ()),
        "leftovers": lambda text: leftovers(text, (), names),
        "detect_symptoms": detect_symptoms,
        "detect_distress": detect_distress,
        "detect_strain": detect_strain,
        "detect_abuse": detect_abuse,
    }


@pytest.mark.parametrize(("opening", "filler", "ending"), REPEATED, ids=IDS)
def test_repeated_filler_words_are_read_at_once(opening: str, filler: str, ending: str, names: Names) -> None:
    times = CHARACTERS // len(filler)
    text = opening + (filler * times)[: CHARACTERS - len(opening) - len(ending)] + ending
    took = {}
    for name, read in _readers(names).items():
        started = time.process_time()
        read(text)
        took[name] = time.process_time() - started
    slow = {name: round(seconds, 2) for name, seconds in took.items() if seconds > SECONDS}
    assert not slow
