from __future__ import annotations

import json
import math

import numpy as np
import pytest

from index.errors import EncoderMismatch
from index.evidence import SIGNALS, WEIGHTS_FILE, EvidenceModel, Hit, WordStatistics, signals_of


def weights(encoder, **changed):
    return {
        "encoder": encoder.name, "weights_sha256": encoder.weights_sha256,
        "signals": list(SIGNALS), "means": [0.0] * 6, "scales": [1.0] * 6,
        "signal_weights": [1.0, 0.0, 0.0, 0.0, -2.0, 0.0], "vector_weights": [0.0] * 15 + [1.0],
        "bias": 0.5, "threshold": 0.5, **changed,
    }


def write(path, content):
    path.write_text(json.dumps(content))
    return path


def test_the_probability_is_the_logistic_of_the_weighted_sum(encoder, tmp_path):
    model = EvidenceModel.load(encoder, write(tmp_path / "w.json", weights(encoder)))
    signals = dict.fromkeys(SIGNALS, 0.0) | {"nearest": 0.8, "unknown": 0.25}
    vector = np.zeros(16)
    vector[15] = 0.5
    assert model.probability(signals, vector) == pytest.approx(1 / (1 + math.exp(-1.3)))


@pytest.mark.parametrize("changed", [
    {"weights_sha256": "1" * 64}, {"vector_weights": [0.0]}, {"signals": ["nearest"]}, {"bias": "x"},
])
def test_weights_of_another_encoder_or_form_are_refused(encoder, tmp_path, changed):
    path = write(tmp_path / "w.json", weights(encoder, **changed))
    with pytest.raises(EncoderMismatch, match="fit_evidence"):
        EvidenceModel.load(encoder, path)


def test_missing_weights_are_told(encoder, tmp_path):
    with pytest.raises(EncoderMismatch):
        EvidenceModel.load(encoder, tmp_path / "none.json")


def test_signals_by_hand():
    statistics = WordStatistics({"pay": 5, "chart": 1}, passages=9)
    pay, chart, visa = math.log(10 / 5.5), math.log(10 / 1.5), math.log(10 / 0.5)
    hits = [Hit("a#1", 0.3, 0.4, 2.0), Hit("a#2", 0.2, 0.6, 0.0)]
    stems = {"a#1": {"pay"}, "a#2": {"pay", "chart"}}
    assert signals_of("pay?", ["pay", "chart", "visa"], hits, stems, statistics) == pytest.approx({
        "nearest": 0.6, "best": 0.4, "unknown": 1 / 3,
        "covered": (pay + chart) / (pay + chart + visa), "covered_first": pay / (pay + chart + visa),
        "number_missing": 0.0,
    })


@pytest.mark.parametrize("question, missing", [
    ("how many hours do they work", 0.5), ("do they work hours", 0.0), ("average pay", 0.5),
])
def test_a_number_that_is_asked_for_is_looked_for(question, missing):
    hits = [Hit("a#1", 0.3, 0.4, 2.0), Hit("a#2", 0.2, 0.6, 0.0)]
    stems = {"a#1": {"pay", "204"}, "a#2": {"pay"}}
    signals = signals_of(question, ["pay"], hits, stems, WordStatistics({"pay": 2}, 2))
    assert signals["number_missing"] == missing


def test_no_hits_and_no_words_say_that_nothing_is_known():
    statistics = WordStatistics({}, passages=0)
    assert signals_of("", [], [], {}, statistics) == {
        "nearest": 0.0, "best": 0.0, "covered": 0.0, "covered_first": 0.0, "unknown": 1.0,
        "number_missing": 0.0,
    }


def test_the_stored_weights_name_where_they_come_from():
    content = json.loads(WEIGHTS_FILE.read_text())
    assert set(content["fitted_on"]["files"]) == {"tune.yml", "tune_more.yml"}
    assert {"answered", "refused"} <= set(content["cross_validation"])
