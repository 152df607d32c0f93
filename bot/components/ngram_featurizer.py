"""Words, parts of words and recognised kinds of a message as counts (sparse features).

Works on the masked message, unlike Rasa's CountVectorsFeaturizer, and in one step: words and
word pairs, character n-grams within words (typing errors share most of them), and one
indicator for each kind of thing that was recognised.
"""

from __future__ import annotations

import json
from typing import Any, Dict, Iterable, List, Optional, Sequence

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.sparse_featurizer.sparse_featurizer import SparseFeaturizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.components.indicators import INDICATORS, indicators
from bot.components.recognition import masked, mentions_in

FILE = "ngrams.json"
WORD = r"(?u)\b\w+\b|[?$%]"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class NgramFeaturizer(SparseFeaturizer, GraphComponent):
    """Adds word and character n-grams of the masked message, and indicators."""

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Return the settings and their defaults: the weight of each block."""
        return {
            **SparseFeaturizer.get_default_config(),
            "word_weight": 1.0,
            "character_weight": 1.0,
            "indicator_weight": 1.0,
        }

    def __init__(
        self,
        config: Dict[str, Any],
        name: str,
        model_storage: ModelStorage,
        resource: Resource,
    ) -> None:
        super().__init__(name, config)
        self._model_storage = model_storage
        self._resource = resource
        self._words: Optional[TfidfVectorizer] = None
        self._characters: Optional[TfidfVectorizer] = None

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> NgramFeaturizer:
        """Create an untrained component."""
        return cls(config, execution_context.node_name, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> NgramFeaturizer:
        """Load a trained component."""
        component = cls.create(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            stored = json.loads((folder / FILE).read_text(encoding="utf-8"))
        component._words = _restored(word_vectorizer(), stored["words"])
        component._characters = _restored(character_vectorizer(), stored["characters"])
        return component

    @classmethod
    def validate_config(cls, config: Dict[str, Any]) -> None:
        """Check the settings.

        Raises:
            ValueError: A weight is negative.
        """
        for key in ("word_weight", "character_weight", "indicator_weight"):
            if config.get(key, 1.0) < 0:
                raise ValueError(f"NgramFeaturizer: {key} is {config[key]}; it must not be negative")

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the vocabulary and how rare each part of it is."""
        texts = [
            masked(example.get(TEXT))
            for example in training_data.training_examples
            if example.get(TEXT) and example.get(INTENT)
        ]
        self._words = word_vectorizer().fit(texts)
        self._characters = character_vectorizer().fit(texts)
        stored = {"words": _stored(self._words), "characters": _stored(self._characters)}
        with self._model_storage.write_to(self._resource) as folder:
            (folder / FILE).write_text(json.dumps(stored), encoding="utf-8")
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add features to all training lines."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Add features to each message that has a text."""
        messages_with_text = [message for message in messages if message.get(TEXT) is not None]
        if messages_with_text:
            rows = self.features([message.get(TEXT) for message in messages_with_text])
            for i, message in enumerate(messages_with_text):
                self.add_features_to_message(None, rows[i], TEXT, message)
        return messages

    def features(self, texts: Sequence[str]) -> csr_matrix:
        """Return one row a text.

        Raises:
            RuntimeError: The component is not trained.
        """
        if self._words is None or self._characters is None:
            raise RuntimeError("NgramFeaturizer is used before it is trained")
        masked_texts = [masked(text) for text in texts]
        return hstack(
            [
                self._words.transform(masked_texts) * self._config["word_weight"],
                self._characters.transform(masked_texts) * self._config["character_weight"],
                indicator_rows(texts) * self._config["indicator_weight"],
            ],
            format="csr",
            dtype=np.float32,
        )


def indicator_rows(texts: Iterable[str]) -> csr_matrix:
    """Return the indicators of each text, one row a text."""
    rows = [indicators(text, mentions_in(text)) for text in texts]
    return csr_matrix(np.array(rows, dtype=np.float32).reshape(len(rows), len(INDICATORS)))


def word_vectorizer() -> TfidfVectorizer:
    """Return an untrained vectorizer of words and pairs of words."""
    return TfidfVectorizer(
        ngram_range=(1, 2), token_pattern=WORD, sublinear_tf=True, min_df=2, dtype=np.float32
    )


def character_vectorizer() -> TfidfVectorizer:
    """Return an untrained vectorizer of two to five characters within words."""
    return TfidfVectorizer(
        analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2, dtype=np.float32
    )


def _stored(vectorizer: TfidfVectorizer) -> Dict[str, Any]:
    vocabulary = sorted(vectorizer.vocabulary_, key=vectorizer.vocabulary_.__getitem__)
    return {"vocabulary": vocabulary, "idf": [round(float(v), 6) for v in vectorizer.idf_]}


def _restored(vectorizer: TfidfVectorizer, stored: Dict[str, Any]) -> TfidfVectorizer:
    vectorizer.vocabulary_ = {term: i for i, term in enumerate(stored["vocabulary"])}
    vectorizer.idf_ = np.array(stored["idf"], dtype=np.float32)
    return vectorizer
