"""No message blocks the process: every reader ends in well under a second on repeated filler words.

The words are those that the patterns skip ("i have been really ...", "about", "whatever of the"):
a loop that may skip any number of them takes seconds on a message made of nothing else.
"""

from __future__ import annotations

from functools import partial
from typing import Callable, Dict, Tuple

import pytest

from knowledge.language import keeping, offers
from knowledge.language.about_me import introduces_someone, person_wish
from knowledge.language.keeping import list_wish
from knowledge.language.leftovers import leftovers
from knowledge.language.mentions import Mention
from knowledge.language.names import Names
from knowledge.language.offers import offer_wish
from knowledge.language.own_pay import own_amounts
from knowledge.language.privacy import asks_privacy
from knowledge.language.redaction import redact
from knowledge.language.safety import detect_abuse, detect_distress, detect_strain, detect_symptoms
from knowledge.language.shape import message_shape
from knowledge.language.steering import asks_what_is_in_force, change_asked
from knowledge.language.survey import survey_aspects
from knowledge.language.understand import understand
from knowledge.language.ways import way_in_question
from tests.timing import seconds_of

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


# A message holds up to a hundred amounts, and each is looked at: the whole message for each of them is too much.
AMOUNTS = ("i make 310 now ", "i make 310k, no pay cut. ", "about what my current 260 ")


@pytest.mark.parametrize("filler", AMOUNTS)
def test_amounts_of_ones_own_are_read_at_once(filler: str, names: Names) -> None:
    text = filler * (CHARACTERS // len(filler))
    mentions = understand(text, names)
    assert sum(m.kind == "pay" for m in mentions) >= 50
    assert seconds_of(lambda: own_amounts(text, mentions), SECONDS / 3) < SECONDS / 3


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
        took[name] = seconds_of(partial(read, text), SECONDS)
    slow = {name: round(seconds, 2) for name, seconds in took.items() if seconds > SECONDS}
    assert not slow


# What is said of one's own list and offers. "save this this this ..." of 100 letters held the process for minutes.
OF_ONES_OWN: Tuple[Tuple[str, str, str], ...] = (
    ("save ", "this ", "x"), ("save ", "this the ", "x"), ("remove ", "it ", "x"), ("add ", "all of ", "x"),
    ("save the ", "#1 ", "x"), ("save ", "1, ", "x"), ("", "save this ", "x"), ("note of ", "1 of ", "x"),
    ("note on ", "this ", "x"), ("export ", "to ", "x"), ("give me it ", "as a ", "x"), ("clear ", "all ", "x"),
    ("remove the note on ", "this ", "x"), ("", "and ", "save"), ("", "can you please ", "x"), ("", "foreat", ""),
    ("", "x ", "210"), ("my ", "forget ", "offer"), ("i have ", "just ", "offers"), ("", "what you know ", "x"),
    ("", "patient ", "x"), ("", "call ", "1"), ("", "a.", "@"), ("", "1-", "x"), ("", "what give ", "x"),
)  # fmt: skip


@pytest.mark.parametrize(("opening", "filler", "ending"), OF_ONES_OWN, ids=map("".join, OF_ONES_OWN))
def test_what_is_said_of_ones_own_matters_is_read_at_once(opening: str, filler: str, ending: str) -> None:
    readers: Dict[str, Callable[[str], object]] = {
        "list_wish": lambda text: list_wish(text, ()), "offer_wish": lambda text: offer_wish(text, ()),
        "person_wish": person_wish, "introduces_someone": introduces_someone, "way_in_question": way_in_question,
        "redact": redact, "asks_privacy": asks_privacy,
        "own_amounts": lambda text: own_amounts(text, [Mention("pay", "=310000 USD/year", 0, 0, "")]),
    }  # fmt: skip
    took = {}
    for characters in (100, min(keeping.MOST_CHARACTERS, offers.MOST_CHARACTERS), CHARACTERS):
        text = opening + (filler * characters)[: characters - len(opening) - len(ending)] + ending
        for name, read in readers.items():
            took[f"{name} of {characters}"] = seconds_of(partial(read, text), SECONDS)
    slow = {name: round(seconds, 2) for name, seconds in took.items() if seconds > SECONDS}
    assert not slow
