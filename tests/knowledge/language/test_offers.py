"""Offers that a person has, told from questions that look for work."""

from __future__ import annotations

import pytest

from knowledge.language.offers import MOST_CHARACTERS, offer_wish
from knowledge.language.understand import understand
from tests.timing import seconds_of

TOLD = [
    ("I have an offer of 240k as medical director", [("=240000 USD/year", "medical-director")]),
    ("they offered me 95/hr for chart review", [("=95 USD/hour", "chart-review")]),
    ("MSL at 210 or director at 240?", [("=210 USD/?", "medical-science-liaison"), ("=240 USD/?", None)]),
    ("medical director for 240k or MSL for 210k", [("=240000 USD/year", "medical-director"),
                                                   ("=210000 USD/year", "medical-science-liaison")]),
    ("is my offer of 175 as expert witness low", [("=175 USD/?", "medico-legal")]),
    ("been offered 200 as MSL", [("=200 USD/?", "medical-science-liaison")]),
    ("another offer: 230k medical director onc", [("=230000 USD/year", "medical-director")]),
    ("my offer is 240", [("=240 USD/?", None)]),
    ("got 210 for msl, 240 director, which is closer to market", [("=210 USD/?", "medical-science-liaison"),
                                                                  ("=240 USD/?", None)]),
    ("got 95/hr for chart review is that ok", [("=95 USD/hour", "chart-review")]),
    ("any tips to push back on an offer of 230 plus a bonus", [("=230 USD/?", None)]),
    ("could you look over an offer for 95/hr as chart reviewer", [("=95 USD/hour", "chart-review")]),
    ("thoughts on this 250k offer letter", [("=250000 USD/year", None)]),
    ("a recruiter offered me 180-200k for pharmacovigilance", [("180000..200000 USD/year", "drug-safety-physician")]),
]
OTHERS = [
    "any offers over 200k?", "offers above 200k for onc", "which companies offer 95/hr for chart review",
    "i want an offer of 240k", "how do i land an offer of 240k", "any offer of 300 or more",
    "would they offer me 240", "do jobs offer a pension", "who offers remote work", "i make 240 now",
    "jobs offering 200k or more",
    "MSL vs UR at 200k", "remote roles at 200k or onsite at 250k", "roles at 150k or 200k", "negotiate it for me",
    "no offers yet",
    "got anything at 200 for msl", "got any 200k roles for onc", "got remote roles over 210 for onc",
    "is 180 a good offer for msl", "what is on offer for rheum",
]


@pytest.mark.parametrize("text, offers", TOLD)
def test_an_offer_is_told(names, text, offers):
    wish = offer_wish(text, understand(text, names))
    assert wish is not None and wish.operation == "tell"
    assert [(told.pay, told.kind) for told in wish.offers] == offers


def test_a_title_is_the_person_s_own_where_no_name_is_known(names):
    text = "MSL at 210 or regional director at 240?"
    assert [told.title for told in offer_wish(text, understand(text, names)).offers] == ["MSL", "regional director"]
    text = "got 210 for msl, 240 director, which is closer to market"
    assert [told.title for told in offer_wish(text, understand(text, names)).offers] == ["msl", "director"]


@pytest.mark.parametrize("text, operation", [
    ("my offers", "list"), ("how does that compare to my offer?", "list"), ("which of my offers is better", "list"),
    ("remove my offer", "remove"), ("forget the second offer", "remove"), ("i turned down the director offer",
    "remove"),
    ("delete the MSL offer", "remove"),
])
def test_offers_are_listed_and_removed(names, text, operation):
    assert offer_wish(text, understand(text, names)).operation == operation


@pytest.mark.parametrize("text", OTHERS)
def test_a_search_is_no_offer(names, text):
    assert offer_wish(text, understand(text, names)) is None


@pytest.mark.parametrize("part", ["my offer ", "offered me 200k or ", "i have an offer ", "remove the offer of ",
    "as a ", "at 200 or "])
def test_no_message_holds_the_process(names, part):
    text = (part * 2_000)[:MOST_CHARACTERS]
    mentions = understand(text, names)
    assert seconds_of(lambda: offer_wish(text, mentions), 1) < 1
