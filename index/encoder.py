"""The encoder protocol: text in, vectors of length one out.

Two real encoders stand behind it, `torch_encoder.TorchEncoder` for building and
`onnx_encoder.OnnxEncoder` for serving, and a hand-computable one in the tests.
"""

from __future__ import annotations

from typing import Protocol, Sequence

import numpy as np


class Encoder(Protocol):
    """Turns texts into vectors whose inner product is their cosine."""

    name: str
    dimension: int
    weights_sha256: str  # of the weights it was made from: the same for every form of a model

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return float32 of shape (len(texts), dimension), each row of length one."""
        ...
