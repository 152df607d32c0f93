from __future__ import annotations

import json
import math

import numpy as np
import pytest

from index.errors import EncoderMismatch
from index.evidence import WEIGHTS_FILE, EvidenceModel, Features, packed, unpacked
from index.signals import SIGNALS

PLACES = 2 + len(SIGNALS)  # the two main directions of the files written here, then the signals


def weights(encoder, token_encoder, **changed):
    """Two known questions: one answerable where the vector begins with 1, one not at nought."""
    points, projection = np.zeros((2, PLACES)), np.zeros((32, 2))
    points[0, 0] = 1.0
    projection[0, 0] = projection[1, 1] = 1.0
    return {
        "encoder": encoder.name, "weights_sha256": encoder.weights_sha256,
        "token_weights_sha256": token_encoder.weights_sha256,
        "signals": list(SIGNALS), "means": [0.0] * len(SIGNALS), "scales": [2.0] * len(SIGNALS),
        "centre": packed(np.zeros(32)), "projection": packed(projection), "points": packed(points),
        "votes": packed(np.array([2.0, -2.0])), "bias": 0.5, "threshold": 0.5, "width": 1.0, **changed,
    }


def write(path, content):
    path.write_text(json.dumps(content))
    return path


def features(first: float, **signals: float) -> Features:
    vector = np.zeros(32)
    vector[0] = first
    return Features(dict.fromkeys(SIGNALS, 0.0) | signals, vector)


def test_known_questions_vote_by_their_nearness(encoder, token_encoder, tmp_path):
    model = EvidenceModel.load(encoder, token_encoder, write(tmp_path / "w.json", weights(encoder, token_encoder)))
    at_the_first = 0.5 + 2.0 - 2.0 * math.exp(-1.0)
    assert model.probability(features(1.0)) == pytest.approx(1 / (1 + math.exp(-at_the_first)))
    away = math.exp(-(1.0 / 2.0) ** 2)  # a signal of one, by its scale
    assert model.probability(features(1.0, unknown=1.0)) == pytest.approx(
        1 / (1 + math.exp(-(0.5 + 2.0 * away - 2.0 * math.exp(-1.0) * away)))
    )


@pytest.mark.parametrize("changed", [
    {"weights_sha256": "1" * 64}, {"token_weights_sha256": "1" * 64}, {"signals": ["nearest"]},
    {"bias": "x"}, {"centre": packed(np.zeros(31))}, {"points": "not base64"},
])
def test_a_model_of_other_encoders_or_of_another_form_is_refused(encoder, token_encoder, tmp_path, changed):
    path = write(tmp_path / "w.json", weights(encoder, token_encoder, **changed))
    with pytest.raises(EncoderMismatch, match="fit_evidence"):
        EvidenceModel.load(encoder, token_encoder, path)


def test_a_missing_file_is_told(encoder, token_encoder, tmp_path):
    with pytest.raises(EncoderMismatch):
        EvidenceModel.load(encoder, token_encoder, tmp_path / "none.json")


def test_numbers_come_back_from_their_text():
    values = np.array([[0.5, -1.25], [3.0, 0.0]])
    assert unpacked(packed(values)).reshape(2, 2).tolist() == values.tolist()


def test_the_stored_model_names_where_it_comes_from():
    content = json.loads(WEIGHTS_FILE.read_text())
    assert set(content["fitted_on"]["files"]) == {"tune.yml", "tune_more.yml", "tune_third.yml"}
    assert set(content["answered_and_refused"]) == {"cross_validation", "by_other_files"}
