"""Words, parts of words and recognised kinds of a message as counts (sparse features).

Works on the masked message, unlike Rasa's CountVectorsFeaturizer, and in one step: words and
word pairs, character n-grams within words, and one indicator for each kind of thing that was
recognised.
"""

from __future__ import annotations

import json
from typing import Any, Dict, List, Optional, Sequence, Tuple

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.sparse_featurizer.sparse_featurizer import SparseFeaturizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix

from bot.components.indicators import INDICATORS, indicators
from bot.components.ngram_vocabulary import FORMS, NgramVocabulary
from bot.components.recognition import masked, mentions_in, remember, unmasked

FILE = "ngrams.json"
WEIGHTS = ("word_weight", "character_weight", "indicator_weight")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class NgramFeaturizer(SparseFeaturizer, GraphComponent):
    """Adds word and character n-grams of the masked message, and indicators."""

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Return the settings and their defaults.

        word_weight, character_weight, indicator_weight: The weight of each block.
        mask_names: Whether recognised names are replaced by their kinds (masking.py).
        """
        weights = dict.fromkeys(WEIGHTS, 1.0)
        return {**SparseFeaturizer.get_default_config(), **weights, "mask_names": True}

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
        self._vocabularies: Optional[List[NgramVocabulary]] = None

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
        component._vocabularies = [NgramVocabulary.restored(part) for part in stored]
        return component

    @classmethod
    def validate_config(cls, config: Dict[str, Any]) -> None:
        """Check the settings.

        Raises:
            ValueError: A weight is negative.
        """
        for key in WEIGHTS:
            if config.get(key, 1.0) < 0:
                raise ValueError(f"NgramFeaturizer: {key} is {config[key]}; it must not be negative")

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the vocabularies."""
        remember(len(training_data.training_examples))
        examples = [e for e in training_data.training_examples if e.get(TEXT) and e.get(INTENT)]
        self.learn([example.get(TEXT) for example in examples])
        stored = [vocabulary.as_dict() for vocabulary in self._vocabularies or []]
        with self._model_storage.write_to(self._resource) as folder:
            (folder / FILE).write_text(json.dumps(stored), encoding="utf-8")
        return self._resource

    def learn(self, texts: Sequence[str]) -> None:
        """Take the vocabularies from `texts`, without storing them."""
        plain = [self._plain(text) for text in texts]
        self._vocabularies = [NgramVocabulary.learned(form, plain) for form in FORMS]

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add features to all training lines."""
        remember(len(training_data.training_examples))
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Add features to each message that has a text."""
        for message in messages:
            if message.get(TEXT) is not None:
                row = self.features([message.get(TEXT)])
                self.add_features_to_message(None, row, TEXT, message)
        return messages

    def features(self, texts: Sequence[str]) -> csr_matrix:
        """Return one row a text.

        Raises:
            RuntimeError: The component is not trained.
        """
        rows = [self._row(text) for text in texts]
        ends = np.cumsum([0, *(len(columns) for columns, _ in rows)])
        columns = np.concatenate([columns for columns, _ in rows])
        values = np.concatenate([values for _, values in rows])
        return csr_matrix((values, columns, ends), shape=(len(rows), self._width))

    def _plain(self, text: str) -> str:
        return masked(text) if self._config["mask_names"] else unmasked(text)

    @property
    def _width(self) -> int:
        return sum(len(vocabulary) for vocabulary in self._vocabularies or []) + len(INDICATORS)

    def _row(self, text: str) -> Tuple[np.ndarray, np.ndarray]:
        if self._vocabularies is None:
            raise RuntimeError("NgramFeaturizer is used before it is trained")
        plain, start, parts = self._plain(text), 0, []
        for vocabulary, key in zip(self._vocabularies, WEIGHTS):
            columns, values = vocabulary.weights(plain)
            parts.append((columns + start, values * self._config[key]))
            start += len(vocabulary)
        flags = np.array(indicators(text, mentions_in(text)), dtype=np.float32)
        raised = np.flatnonzero(flags).astype(np.int32)
        parts.append((raised + start, flags[raised] * self._config[WEIGHTS[-1]]))
        columns, values = (np.concatenate(part) for part in zip(*parts))
        return columns, values.astype(np.float32)
