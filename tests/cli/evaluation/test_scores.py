"""Scores, each on an example small enough to be reckoned by hand."""

from __future__ import annotations

from typing import Any

import pytest

from cli.evaluation.entities import entity_misses, entity_scores
from cli.evaluation.intents import intent_details, intent_misses, intent_numbers
from cli.evaluation.scores import Counts, accuracy, confusions, label_counts, macro_f1


def test_scores_of_counts() -> None:
    counts = Counts(right=6, extra=2, missed=6)

    assert (counts.precision, counts.recall, counts.f1) == (0.75, 0.5, 0.6)


def test_nothing_wanted_and_nothing_found_is_right() -> None:
    assert Counts().f1 == Counts().precision == Counts().recall == 1.0
    assert Counts(extra=1).f1 == Counts(missed=1).f1 == 0.0


def test_counts_of_labels() -> None:
    counts = label_counts(["a", "a", "b", "c"], ["a", "b", "b", "d"])

    assert counts == {
        "a": Counts(1, 0, 1),
        "b": Counts(1, 1, 0),
        "c": Counts(0, 0, 1),
        "d": Counts(0, 1, 0),
    }


def test_macro_f1_leaves_out_labels_that_were_never_meant() -> None:
    counts = {"a": Counts(1, 0, 0), "b": Counts(0, 0, 2), "never": Counts(0, 3, 0)}

    assert macro_f1(counts) == 0.5


def test_accuracy_and_confusions() -> None:
    wanted, found = ["a", "a", "b"], ["a", "b", "b"]

    assert accuracy(wanted, found) == pytest.approx(2 / 3)
    assert confusions(zip(wanted, found)) == {"a": {"a": 1, "b": 1}, "b": {"b": 1}}


def test_fallback_counts_as_out_of_scope_recognised_but_not_as_right() -> None:
    wanted = ["out_of_scope", "out_of_scope", "out_of_scope", "greet", "greet"]
    found = ["out_of_scope", "nlu_fallback", "greet", "greet", "nlu_fallback"]

    numbers = intent_numbers(wanted, found)

    assert numbers["out_of_scope_recall"] == pytest.approx(2 / 3)
    assert numbers["in_scope_accuracy"] == 0.5
    assert numbers["intent_accuracy"] == 0.4
    assert "distress_recall" not in numbers


def test_distress_is_only_recognised_as_distress() -> None:
    numbers = intent_numbers(["express_distress"] * 2, ["express_distress", "express_strain"])

    assert numbers["distress_recall"] == 0.5


def test_details_hold_each_intent_and_the_matrix() -> None:
    details = intent_details(["a", "a"], ["a", "b"])

    assert details["intents"]["a"] == {"precision": 1.0, "recall": 0.5, "f1": 2 / 3, "support": 2}
    assert details["confusion"] == {"a": {"a": 1, "b": 1}}


def test_worst_intent_misses_come_first() -> None:
    lines = [
        line("right", intent="a", found_intent="a"),
        line("unsure", intent="a", found_intent="b", confidence=0.5),
        line("sure", intent="a", found_intent="b", confidence=0.9),
    ]

    assert [miss["text"] for miss in intent_misses(lines)] == ["sure", "unsure"]


def entity(
    kind: str, value: str, start: int = 0, end: int = 1, excluded: bool = False
) -> dict[str, Any]:
    return {"kind": kind, "value": value, "excluded": excluded, "start": start, "end": end}


def line(
    text: str = "x",
    *,
    wanted: tuple = (),
    found: tuple = (),
    intent: str = "find_roles",
    found_intent: str = "find_roles",
    confidence: float = 1.0,
) -> dict[str, Any]:
    understood = {
        "intent": found_intent,
        "confidence": confidence,
        "settled_by": None,
        "entities": list(found),
    }
    return {"text": text, "intent": intent, "entities": list(wanted), "found": understood}


def scores(one: dict[str, Any], thousands: bool = False) -> dict[str, Counts]:
    return {
        kind: counts
        for kind, counts in entity_scores([one], thousands=thousands).items()
        if counts != Counts()
    }


def test_spans_do_not_matter() -> None:
    one = line(wanted=(entity("source", "Glassdoor", 0, 9),), found=(entity("source", "Glassdoor", 3, 8),))

    assert scores(one) == {"source": Counts(right=1)}


def test_a_wrong_value_is_missed_and_invented() -> None:
    one = line(wanted=(entity("order", "highest"),), found=(entity("order", "lowest"),))

    assert scores(one) == {"order": Counts(extra=1, missed=1)}


def test_an_excluded_value_is_another_value() -> None:
    one = line(wanted=(entity("setting", "pharma", excluded=True),), found=(entity("setting", "pharma"),))

    assert scores(one) == {"setting": Counts(extra=1, missed=1)}


def test_the_same_thing_said_twice_counts_once() -> None:
    twice = (entity("role", "msl", 0, 3), entity("role", "msl", 9, 12))

    assert scores(line(wanted=twice[:1], found=twice)) == {"role": Counts(right=1)}


def test_other_kinds_and_other_intents_do_not_count() -> None:
    assert scores(line(found=(entity("cue", "only"), entity("limit", "3")))) == {}
    assert scores(line(found=(entity("role", "msl"),), intent="out_of_scope")) == {}


def test_what_stands_inside_a_labelled_role_is_no_mistake() -> None:
    role = entity("role", "telemedicine", 0, 14)
    inside, outside = entity("specialty", "cardiology", 4, 14), entity("specialty", "oncology", 20, 28)

    assert scores(line(wanted=(role,), found=(role, inside))) == {"role": Counts(right=1)}
    found = scores(line(wanted=(role,), found=(role, inside, outside)))
    assert found["specialty"] == Counts(extra=1)
    # Pay inside a role would be a mistake all the same.
    assert scores(line(wanted=(role,), found=(role, entity("pay", "=1 USD/year", 4, 14))))["pay"] == Counts(extra=1)


def test_what_was_labelled_counts_as_right_wherever_it_stands() -> None:
    role, specialty = entity("role", "msl", 0, 14), entity("specialty", "cardiology", 20, 30)
    inside = entity("specialty", "cardiology", 4, 14)

    assert scores(line(wanted=(role, specialty), found=(role, inside)))["specialty"] == Counts(right=1)


def test_thousands_convention_of_entities() -> None:
    one = line(wanted=(entity("pay", ">200 USD/?"),), found=(entity("pay", ">200000 USD/year"),))

    assert scores(one) == {"pay": Counts(extra=1, missed=1)}
    assert scores(one, thousands=True) == {"pay": Counts(right=1)}


def test_entity_misses_say_what_is_wrong() -> None:
    one = line(
        "no pharma",
        wanted=(entity("setting", "pharma", excluded=True),),
        found=(entity("setting", "pharma"),),
    )

    assert entity_misses([line(), one], thousands=True) == [
        {"text": "no pharma", "missed": ["setting not pharma"], "extra": ["setting pharma"]}
    ]
