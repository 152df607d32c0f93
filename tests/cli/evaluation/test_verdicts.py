"""Goals, floors and exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.evaluation.command import exit_code, results_json
from cli.evaluation.part import Part
from cli.evaluation.run import PARTS, chosen
from cli.evaluation.verdicts import Goal, Verdict, judge, load_goals, percent


def goal(**changes) -> Goal:
    fields = {"key": "pay.right", "name": "Pay", "meaning": "m", "form": "share"}
    return Goal(**{**fields, "goal": 0.9, "floor": 0.5, "reason": "r", **changes})


@pytest.mark.parametrize(
    ("value", "reached", "held"),
    [(0.95, True, True), (0.9, True, True), (0.7, False, True), (0.5, False, True), (0.49, False, False)],
)
def test_a_number_beside_goal_and_floor(value: float, reached: bool, held: bool) -> None:
    verdict = Verdict(goal(), value)

    assert (verdict.reached, verdict.held) == (reached, held)


def test_fewer_may_be_better() -> None:
    few = goal(form="count", goal=0, floor=2, better="lower")

    assert Verdict(few, 0.0).reached
    assert Verdict(few, 2.0).held
    assert not Verdict(few, 3.0).held


def test_what_is_not_measured_breaks_its_floor_and_reaches_no_goal() -> None:
    assert not Verdict(goal(), None).held
    assert Verdict(goal(), None).reached is None
    assert Verdict(goal(floor=None), None).held
    assert Verdict(goal(), None).shown == "not measured"


def test_zero_is_a_number() -> None:
    verdict = Verdict(goal(form="count"), 0.0)

    assert verdict.measured
    assert verdict.shown == "0"


@pytest.mark.parametrize(
    ("share", "text"),
    [(1.0, "100.0 %"), (0.9999, "99.9 %"), (0.97, "97.0 %"), (0.29, "29.0 %"), (0.0, "0.0 %")],
)
def test_percent_is_cut(share: float, text: str) -> None:
    assert percent(share) == text


@pytest.mark.parametrize(
    "changes", [{"form": "ratio"}, {"better": "more"}, {"floor": 0.5, "reason": ""}]
)
def test_a_mistake_in_the_table_is_reported(changes: dict) -> None:
    with pytest.raises(ValueError, match=r"pay\.right"):
        goal(**changes)


def test_a_key_that_stands_twice_is_reported(tmp_path: Path) -> None:
    row = "- {key: pay.right, name: Pay, meaning: m, form: share}\n"
    (tmp_path / "goals.yml").write_text(row + row)

    with pytest.raises(ValueError, match=r"twice: pay\.right"):
        load_goals(tmp_path / "goals.yml")


def test_only_the_parts_that_ran_are_judged() -> None:
    goals = [goal(), goal(key="stories.passed")]

    assert [one.goal.key for one in judge(goals, {"pay.right": 1.0}, ["pay"])] == ["pay.right"]


def test_the_table_covers_every_part_and_floors_lie_below_goals() -> None:
    goals = load_goals()

    assert {one.part for one in goals} == set(PARTS)
    for one in goals:
        assert one.goal is not None or one.floor is not None or one.key == "heldout.intent_accuracy_all"
        if one.goal is not None and one.floor is not None:
            assert one.keeps(one.goal, one.floor), one.key


def test_parts_are_chosen_by_name_and_group() -> None:
    assert chosen("") == PARTS
    assert chosen("stories, nlu") == ("stories", "heldout", "crossing", "pay")
    with pytest.raises(ValueError, match="no part nul"):
        chosen("nul,stories")


def test_exit_codes() -> None:
    good, bad = [Verdict(goal(), 0.9)], [Verdict(goal(), 0.1)]

    assert exit_code([Part("pay")], good) == 0
    assert exit_code([Part("pay")], bad) == 1
    assert exit_code([Part("pay", error="no file")], good) == 2


def test_results_for_programs() -> None:
    results = results_json([Part("pay", {"right": 0.1})], [Verdict(goal(), 0.1)], "now")

    assert results["floors_held"] is False
    assert results["numbers"] == [
        {"key": "pay.right", "value": 0.1, "goal": 0.9, "floor": 0.5, "reached": False, "held": False}
    ]
    assert results["parts"][0]["numbers"] == {"right": 0.1}
