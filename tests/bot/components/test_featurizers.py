from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.indicators import INDICATORS, indicators
from bot.components.ngram_featurizer import NgramFeaturizer
from bot.components.ngram_vocabulary import FORMS, NgramVocabulary, _vectorizer
from bot.components.recognition import mentions_in
from bot.components.sentence_featurizer import SentenceFeaturizer

LINES = {
    "what does an MSL earn": "ask_pay",
    "what does a UR job pay": "ask_pay",
    "jobs for oncologists": "find_roles",
    "remote jobs for cards": "find_roles",
    "good morning to you": "greet",
    "good morning": "greet",
}
CONTEXT = ExecutionContext(GraphSchema({}), node_name="featurizer")


def messages(*texts: str):
    return [Message(data={TEXT: text}) for text in texts]


def training_data() -> TrainingData:
    return TrainingData([Message(data={TEXT: t, INTENT: i}) for t, i in LINES.items()])


@pytest.fixture
def trained(names, tmp_path: Path):
    storage = LocalModelStorage(tmp_path / "model")
    (tmp_path / "model").mkdir()
    config = NgramFeaturizer.get_default_config()
    component = NgramFeaturizer.create(config, storage, Resource("ngrams"), CONTEXT)
    component.train(training_data())
    return component, storage


def dense(component: SentenceFeaturizer, *texts: str) -> np.ndarray:
    done = component.process(messages(*texts))
    return np.vstack([m.get_dense_features(TEXT)[1].features for m in done])


def test_sentences_that_differ_in_names_only_have_the_same_ngrams(trained):
    component, _ = trained
    one, other = component.features(["what does an MSL earn", "what does an telehealth earn"])
    assert (one != other).nnz == 0


def test_a_loaded_featurizer_gives_what_the_trained_one_gave(trained):
    component, storage = trained
    config = NgramFeaturizer.get_default_config()
    loaded = NgramFeaturizer.load(config, storage, Resource("ngrams"), CONTEXT)
    texts = ["remote jobs for cards?", "never seen before", "", "🙂"]
    assert np.allclose(
        component.features(texts).toarray(), loaded.features(texts).toarray(), atol=1e-5
    )


def test_features_arrive_as_one_sentence_row(trained):
    component, _ = trained
    (done,) = component.process(messages("good morning"))
    sequence, sentence = done.get_sparse_features(TEXT)
    assert sequence is None
    assert sentence.features.shape[0] == 1
    assert sentence.features.nnz > 3


@pytest.mark.parametrize("form", list(FORMS))
def test_counting_gives_what_scikit_learn_gives(form):
    lines = [*LINES, "what what what does that pay?", "jobs jobs", "$$?"]
    ours, theirs = NgramVocabulary.learned(form, lines), _vectorizer(form).fit(lines)
    for text in [*lines, "never seen", "", "what jobs pay? what?"]:
        columns, values = ours.weights(text)
        row = np.zeros(len(ours), dtype=np.float32)
        row[columns] = values
        assert np.allclose(row, theirs.transform([text]).toarray()[0], atol=1e-5)


def test_a_weight_of_zero_leaves_a_block_out(trained):
    component, _ = trained
    component._config["indicator_weight"] = 0.0
    row = component.features(["remote jobs for cards"]).toarray()[0]
    assert not row[-len(INDICATORS) :].any()


def test_an_untrained_featurizer_refuses(names, tmp_path):
    config = NgramFeaturizer.get_default_config()
    component = NgramFeaturizer.create(config, None, Resource("ngrams"), CONTEXT)
    with pytest.raises(RuntimeError, match="before it is trained"):
        component.process(messages("hi"))


@pytest.mark.parametrize(
    ("component", "setting"),
    [(NgramFeaturizer, {"word_weight": -1.0}), (SentenceFeaturizer, {"scale": 0.0})],
)
def test_wrong_settings_are_refused(component, setting):
    with pytest.raises(ValueError, match=next(iter(setting))):
        component.validate_config(setting)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("MSL", "role and nothing else"),
        ("MSL pay?", "role and word for pay"),
        ("cardiologist salary", "specialty and word for pay, no role"),
        ("MSL vs UR", "two roles"),
        ("not remote", "something excluded"),
        ("what is an MSL", "word for defining"),
        ("hello there", "nothing recognised"),
        ("jobs", "names what it looks for"),
    ],
)
def test_an_indicator_says_what_was_recognised(names, text, flag):
    flags = dict(zip(INDICATORS, indicators(text, mentions_in(text))))
    assert flags[flag] == 1.0
    assert len(flags) == len(INDICATORS)


def test_the_encoder_sees_the_masked_message(built_encoder):
    component = SentenceFeaturizer("encoder", SentenceFeaturizer.get_default_config())
    same = dense(component, "onc UR pay?", "cards UR pay?")
    assert np.allclose(same[0], same[1])
    assert np.linalg.norm(same[0]) == pytest.approx(1.0, abs=1e-3)


def test_the_scale_is_the_length_of_the_vectors(built_encoder):
    config = {**SentenceFeaturizer.get_default_config(), "scale": 3.0}
    vectors = dense(SentenceFeaturizer("encoder", config), "hello", "", "🙂")
    assert np.allclose(np.linalg.norm(vectors, axis=1), 3.0, atol=1e-2)


def test_messages_without_text_are_left_alone(built_encoder):
    component = SentenceFeaturizer("encoder", SentenceFeaturizer.get_default_config())
    (done,) = component.process([Message(data={"action_name": "action_listen"})])
    assert done.features == []


def test_names_are_left_in_where_masking_is_off(trained):
    component, _ = trained
    component._config.update(mask_names=False, indicator_weight=0.0)
    component.learn(["the MSL works", "an MSL earns", "telehealth works", "telehealth earns"])
    one, other = component.features(["MSL", "telehealth"])
    assert (one != other).nnz > 0
