from __future__ import annotations

import numpy as np
import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.intent_classifier import QuickLogisticRegression
from bot.components.neighbour_classifier import RegressionWithNeighbours
from bot.components.neighbours import Neighbourhood, Neighbours, mixed

CENTRES = {"ask_pay": 0, "find_roles": 1, "greet": 2}  # the coordinate that each intent favours


def message(seed: int, intent: str, dense: bool = True) -> Message:
    """A message whose vector lies near its intent's coordinate, with one n-gram of chance."""
    random = np.random.default_rng(seed)
    vector = random.normal(0, 0.25, 6).astype(np.float32)
    vector[CENTRES[intent]] += 1
    features = [Features(vector[np.newaxis], "sentence", TEXT, "encoder")] if dense else []
    return Message(data={TEXT: f"{intent} {seed}", INTENT: intent}, features=features)


def data(lines: int = 60) -> TrainingData:
    return TrainingData([message(n, list(CENTRES)[n % 3]) for n in range(lines)])


def trained(kind, folder, **settings):
    folder.mkdir()
    config = {**kind.get_default_config(), "dimensions": 4, **settings}
    storage = LocalModelStorage(folder)
    component = kind(config, "classifier", storage, Resource("classifier"))
    component.train(data())
    return component, storage, config


def probabilities(component) -> np.ndarray:
    return np.vstack([component.probabilities(message(n, "greet")) for n in range(100, 130)])


def test_the_nearest_line_says_most():
    vectors = np.eye(3, dtype=np.float32)
    lines = Neighbours.learned(vectors, np.array([0, 1, 2]), dimensions=3)

    votes = lines.votes(np.array([0.1, 5.0, 0.2]), Neighbourhood(neighbours=3))

    assert votes.argmax() == 1
    assert votes[1] == pytest.approx(1.0, abs=0.05)
    assert len(votes) == 3


def test_only_as_many_lines_are_asked_as_the_setting_says():
    vectors = np.array([[1, 0], [0.9, 0.1], [0, 1]], dtype=np.float32)
    lines = Neighbours.learned(vectors, np.array([0, 0, 1]), dimensions=2)

    votes = lines.votes(np.array([1.0, 0.0]), Neighbourhood(neighbours=2))

    assert votes[1] == 0


def test_the_same_line_twice_is_kept_once_for_each_intent():
    vectors = np.array([[1, 0], [1, 0], [1, 0], [0, 1]], dtype=np.float32)

    assert len(Neighbours.learned(vectors, np.array([0, 0, 1, 1]), dimensions=2)) == 3


def test_near_lines_decide_up_to_their_share_and_far_ones_hardly_anything():
    how = Neighbourhood(most=0.5, nearness=20)
    regression = np.array([0.9, 0.1])

    near = mixed(regression, np.array([0.0, 20.0]), how)
    far = mixed(regression, np.array([0.0, 1e-6]), how)

    assert near == pytest.approx([0.45, 0.55], abs=0.01)
    assert far == pytest.approx(regression, abs=1e-4)
    assert mixed(regression, np.zeros(2), how) == pytest.approx(regression)


def test_probabilities_add_up_to_one(tmp_path):
    component, _, _ = trained(RegressionWithNeighbours, tmp_path / "model")

    assert probabilities(component).sum(axis=1) == pytest.approx(np.ones(30))


def test_neighbours_change_the_regressions_answer(tmp_path):
    ours, _, _ = trained(RegressionWithNeighbours, tmp_path / "ours")
    plain, _, _ = trained(QuickLogisticRegression, tmp_path / "plain")
    without, _, _ = trained(RegressionWithNeighbours, tmp_path / "without", neighbours=0)

    assert not np.allclose(probabilities(ours), probabilities(plain), atol=1e-3)
    assert np.allclose(probabilities(without), probabilities(plain))


def test_a_stored_classifier_answers_as_the_trained_one(tmp_path):
    component, storage, config = trained(RegressionWithNeighbours, tmp_path / "model")

    class Context:
        node_name = "classifier"

    loaded = RegressionWithNeighbours.load(config, storage, Resource("classifier"), Context())

    assert np.array_equal(probabilities(component), probabilities(loaded))


def test_training_twice_gives_identical_answers(tmp_path):
    one, _, _ = trained(RegressionWithNeighbours, tmp_path / "one")
    other, _, _ = trained(RegressionWithNeighbours, tmp_path / "other")

    assert np.array_equal(probabilities(one), probabilities(other))


def test_a_message_of_zeros_is_answered(tmp_path):
    component, _, _ = trained(RegressionWithNeighbours, tmp_path / "model")
    nothing = Features(np.zeros((1, 6), dtype=np.float32), "sentence", TEXT, "encoder")

    found = component.probabilities(Message(data={TEXT: "x"}, features=[nothing]))

    assert np.isfinite(found).all() and found.sum() == pytest.approx(1.0)


def test_training_without_vectors_says_what_is_missing(tmp_path):
    storage = LocalModelStorage(tmp_path)
    config = RegressionWithNeighbours.get_default_config()
    component = RegressionWithNeighbours(config, "classifier", storage, Resource("classifier"))

    with pytest.raises(ValueError, match="dense featurizer"):
        component.train(TrainingData([message(1, "greet", dense=False), message(2, "ask_pay", dense=False)]))


@pytest.mark.parametrize(
    "wrong",
    [{"neighbours": -1}, {"dimensions": 0}, {"sharpness": 0}, {"nearness": -1}, {"most": 1.5}],
)
def test_wrong_settings_are_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        RegressionWithNeighbours.validate_config(wrong)
