"""The meaning of a message as one vector of the sentence encoder (dense features).

The exported encoder (build/encoder) is shared by all instances in the process, and runs once
a message.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, Dict, List

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.recognition import masked, remember, unmasked
from bot.paths import encoder_dir
from index.onnx_encoder import OnnxEncoder


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceFeaturizer(DenseFeaturizer, GraphComponent):
    """Adds the encoder's vector of the masked message, times `scale`."""

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Return the settings and their defaults.

        scale: Length of the vectors. The classifier penalises large weights equally for all
            features, so longer vectors let it rely on them more.
        model: File in the encoder's folder; the 8-bit form takes a third of the memory.
        mask_names: Whether recognised names are replaced by their kinds, as in masking.py;
            lines of another domain are better left as they are.
        """
        defaults = {"scale": 1.0, "model": "model.int8.onnx", "mask_names": True}
        return {**DenseFeaturizer.get_default_config(), **defaults}

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceFeaturizer:
        """Create the component."""
        return cls(execution_context.node_name, config)

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SentenceFeaturizer:
        """Create the component and run it once, so that the first message need not wait."""
        component = cls.create(config, model_storage, resource, execution_context)
        component.process([Message(data={TEXT: "warm up"})])
        return component

    @classmethod
    def validate_config(cls, config: Dict[str, Any]) -> None:
        """Check the settings.

        Raises:
            ValueError: `scale` is not positive.
        """
        if config.get("scale", 1.0) <= 0:
            raise ValueError(f"SentenceFeaturizer: scale is {config['scale']}; it must be above 0")

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add features to all training lines."""
        remember(len(training_data.training_examples))
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Add features to each message that has a text."""
        messages_with_text = [message for message in messages if message.get(TEXT) is not None]
        plain = masked if self._config["mask_names"] else unmasked
        vectors = self._vectors([plain(message.get(TEXT)) for message in messages_with_text])
        for message, vector in zip(messages_with_text, vectors):
            self.add_features_to_message(None, vector[np.newaxis, :], TEXT, message)
        return messages

    def _vectors(self, texts: List[str]) -> np.ndarray:
        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        return shared_encoder(self._config["model"]).encode(texts) * self._config["scale"]


def shared_encoder(model: str) -> OnnxEncoder:
    """Return the process's encoder; `model` is a file in its folder."""
    return _encoder(encoder_dir(), model)


@lru_cache(maxsize=1)
def _encoder(folder: Path, model: str) -> OnnxEncoder:
    return OnnxEncoder(folder, model=model)
