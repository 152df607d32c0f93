from __future__ import annotations

import csv
from xml.etree import ElementTree

import numpy as np
import pytest

from bot import nlu_curve
from bot.curve_drawing import Series, drawing
from bot.paths import encoder_dir, names_file

STEPS = (0.0, 0.4, 0.8)
ONE = Series("left out in turn", [(0.8, 0.93), (0.9, 0.91), (0.97, 0.8)])
OTHER = Series("tuning <lines>", [(0.85, 0.95), (0.93, 0.94), (0.98, 0.85)])
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def texts_and_intents():
    """Every twentieth training line of four intents."""
    if not (encoder_dir() / "encoder.json").exists() or not names_file().exists():
        pytest.skip("the encoder or the knowledge base is not built; run make build")
    texts, intents = nlu_curve.training_lines()
    chosen = [i for i, name in enumerate(intents) if name in ("greet", "ask_pay", "thank", "find_roles")][::20]
    return [texts[i] for i in chosen], intents[chosen]


def circles(svg: str):
    return ElementTree.fromstring(svg).iter(f"{SVG}circle")


def test_each_threshold_has_its_point_and_the_one_in_use_is_filled():
    svg = drawing([ONE, OTHER], STEPS, chosen=0.4)

    points = [c for c in circles(svg) if c.get("r") == "4"]
    filled = [c for c in points if c.get("fill") != "#fff"]
    assert (len(points), len(filled)) == (6, 2)
    assert "tuning &lt;lines&gt;" in svg


def test_a_higher_accuracy_lies_higher_and_a_higher_recall_to_the_right():
    points = [(float(c.get("cx")), float(c.get("cy"))) for c in circles(drawing([ONE], STEPS, 0.4))][:3]

    assert [x for x, _ in points] == sorted(x for x, _ in points)
    assert [y for _, y in points] == sorted(y for _, y in points)
    assert all(0 < x < 640 and 0 < y < 460 for x, y in points)


def test_the_same_numbers_give_the_same_drawing():
    assert drawing([ONE, OTHER], STEPS, 0.4) == drawing([ONE, OTHER], STEPS, 0.4)


def test_a_curve_with_points_missing_is_refused():
    with pytest.raises(ValueError, match="one point for each threshold"):
        drawing([ONE], (0.0, 0.4), 0.4)


def test_equal_points_can_be_drawn():
    ElementTree.fromstring(drawing([Series("flat", [(1.0, 1.0)] * 3)], STEPS, 0.4))


def test_the_table_has_both_curves_side_by_side(tmp_path):
    points = [nlu_curve.Point(0.9, 0.8, 0.1)] * len(nlu_curve.THRESHOLDS)
    others = [nlu_curve.Point(0.95, 0.9, 0.05)] * len(nlu_curve.THRESHOLDS)

    nlu_curve.write_table(tmp_path / "data" / "curve.csv", points, others)

    with (tmp_path / "data" / "curve.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert [float(row["threshold"]) for row in rows] == list(nlu_curve.THRESHOLDS)
    assert (rows[0]["in_scope_accuracy"], rows[0]["tuning_out_of_scope_recall"]) == ("0.9000", "0.9000")


def test_what_falls_below_the_threshold_is_refused(names):
    texts, wanted = ["pay of it", "tell me a riddle"], np.array(["greet", "out_of_scope"], dtype=object)

    points = nlu_curve.curve(texts, wanted, np.array(["greet", "greet"], dtype=object), np.array([0.9, 0.35]))

    assert points[0].out_of_scope_recall == 0.0
    assert points[nlu_curve.THRESHOLDS.index(0.4)].out_of_scope_recall == 1.0
    assert points[0].in_scope_accuracy == 1.0


@pytest.mark.slow
def test_training_twice_gives_identical_answers(texts_and_intents):
    texts, intents = texts_and_intents
    settings = nlu_curve.component_settings()
    lines = nlu_curve.encoded(texts, intents, settings)

    first = nlu_curve.guesses_for(lines[::2], lines[1::2], settings)
    second = nlu_curve.guesses_for(lines[::2], lines[1::2], settings)

    assert list(first[0]) == list(second[0])
    assert np.array_equal(first[1], second[1])
    assert (first[0] == intents[1::2]).mean() > 0.7
