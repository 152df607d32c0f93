"""What is asked of a survey, and of the filters: words about them alone, whatever their order."""

from __future__ import annotations

import pytest

from knowledge.language.steering import ALL, asks_what_is_in_force, change_asked
from knowledge.language.survey import DATE, PEOPLE, QUESTION, SIZE, survey_aspects
from knowledge.language.understand import understand


@pytest.mark.parametrize(("text", "aspects"), [
    ("how many people was that?", (SIZE,)), ("sample size?", (SIZE,)), ("out of how many docs", (SIZE,)),
    ("how big was that survey", (SIZE,)), ("how many respondents and what year", (SIZE, DATE)),
    ("when was that asked?", (DATE,)), ("how old is that poll", (DATE,)), ("is that recent", (DATE,)),
    ("what did they ask exactly", (QUESTION,)), ("what was the exact wording", (QUESTION,)),
    ("who did they ask?", (PEOPLE,)), ("which doctors answered", (PEOPLE,)), ("were those all oncologists?", (PEOPLE,)),
    ("is that US only", (PEOPLE,)),
])
def test_what_is_asked_of_a_survey(text, aspects, names):
    assert survey_aspects(text, understand(text, names)) == aspects


@pytest.mark.parametrize("text", [
    "how many physicians are retraining?", "who is hiring remote cardiologists", "how many remote ones?",
    "when do MSLs get paid", "what question should I ask a recruiter", "who pays most", "how big is the pay gap",
    "why", "source?", "and for rheum?", "how many remote roles for onc", "",
])
def test_a_question_of_its_own_is_not_about_the_survey(text, names):
    assert survey_aspects(text, understand(text, names)) == ()


@pytest.mark.parametrize(("text", "name"), [
    ("change specialty", "specialty"), ("oops wrong specialty", "specialty"),
    ("can I switch my specialty?", "specialty"),
    ("change the pay", "pay"), ("edit filters", ALL), ("adjust my search", ALL),
    ("change specialty to oncology", None), ("which specialty pays best", None), ("change my life", None),
    ("drop the specialty", None), ("is it wrong to leave", None),
])
def test_a_filter_to_be_changed_without_a_value(text, name, names):
    assert change_asked(text, understand(text, names)) == name


def test_the_filters_in_force_are_asked_for(names):
    for text in ("what am I filtering by", "which filters are on?", "show my current filters"):
        assert asks_what_is_in_force(text, understand(text, names)), text
    for text in ("show me roles without limits", "what is a filter paper job"):
        assert not asks_what_is_in_force(text, understand(text, names)), text
