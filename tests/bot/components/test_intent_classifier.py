from __future__ import annotations

import numpy as np
import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix

from bot.components.intent_classifier import QuickLogisticRegression

SIZES = {"both": (5, 3), "sparse only": (5, 0), "dense only": (0, 3)}


def message(seed: int, sparse: int, dense: int) -> Message:
    """A message with random features and one of three intents."""
    random = np.random.default_rng(seed)
    data = {TEXT: f"text {seed}", INTENT: f"intent {seed % 3}"}
    features = []
    if sparse:
        row = csr_matrix((random.random((1, sparse)) > 0.5).astype(np.float32))
        features.append(Features(row, "sentence", TEXT, "ngrams"))
    if dense:
        row = random.random((1, dense)).astype(np.float32)
        features.append(Features(row, "sentence", TEXT, "encoder"))
    return Message(data=data, features=features)


def trained(kind, tmp_path, size):
    (tmp_path / kind.__name__).mkdir()
    storage = LocalModelStorage(tmp_path / kind.__name__)
    config = {**kind.get_default_config(), "ranking_length": 2}
    classifier = kind(config, "classifier", storage, Resource("classifier"))
    classifier.train(TrainingData([message(seed, *size) for seed in range(60)]))
    return classifier, storage, config


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_the_intents_are_those_of_rasas_own_classifier(tmp_path, size):
    ours, _, _ = trained(QuickLogisticRegression, tmp_path, size)
    stock, _, _ = trained(LogisticRegressionClassifier, tmp_path, size)
    for seed in range(100, 120):
        (one,), (other,) = (c.process([message(seed, *size)]) for c in (ours, stock))
        assert one.get(INTENT)["name"] == other.get(INTENT)["name"]
        assert one.get(INTENT)["confidence"] == pytest.approx(
            other.get(INTENT)["confidence"], abs=1e-4
        )
        names = [[guess["name"] for guess in m.get(INTENT_RANKING_KEY)] for m in (one, other)]
        assert names[0] == names[1]
        assert len(names[0]) == 2


def test_a_stored_classifier_answers_as_the_trained_one(tmp_path):
    size = SIZES["both"]
    ours, storage, config = trained(QuickLogisticRegression, tmp_path, size)

    class Context:
        node_name = "classifier"

    loaded = QuickLogisticRegression.load(config, storage, Resource("classifier"), Context())
    one, other = message(7, *size), message(7, *size)
    assert np.allclose(ours.probabilities(one), loaded.probabilities(other))
