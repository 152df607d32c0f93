"""A BERT encoder (Devlin et al. 2019, https://arxiv.org/abs/1810.04805) with the weights of an 8-bit ONNX file.

Only what the page reader needs: the lower layers, which stay as they are, and the upper ones, which are corrected.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import ModelProto, numpy_helper
from torch import Tensor, nn
from torch.nn.functional import gelu

HEADS = 12
_TINY = 1e-12


class Layer(nn.Module):
    """One layer: every token looks at all others, then each one for itself."""

    def __init__(self, size: int, inner: int) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(size, size) for _ in range(3))
        self.joined = nn.Linear(size, size)
        self.wide, self.narrow = nn.Linear(size, inner), nn.Linear(inner, size)
        self.seen, self.thought = nn.LayerNorm(size, _TINY), nn.LayerNorm(size, _TINY)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """Shapes (batch, length, size) to the same; `mask` (batch, 1, 1, length) is true where there is a token."""
        shape = (*hidden.shape[:2], HEADS, -1)
        query, key, value = (part(hidden).reshape(shape).transpose(1, 2) for part in (self.query, self.key, self.value))
        # Plain products: the fused attention takes six times as long backwards on a processor.
        scores = (query @ key.transpose(2, 3)) * query.shape[-1] ** -0.5
        heads = scores.masked_fill(~mask, torch.finfo(scores.dtype).min).softmax(-1) @ value
        hidden = self.seen(hidden + self.joined(heads.transpose(1, 2).flatten(2)))
        return self.thought(hidden + self.narrow(gelu(self.wide(hidden))))


class Bert(nn.Module):
    """Embeddings and layers."""

    def __init__(self, words: int, places: int, size: int, inner: int, layers: int) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(words, size), nn.Embedding(places, size)
        self.types = nn.Embedding(2, size)
        self.norm = nn.LayerNorm(size, _TINY)
        self.layers = nn.ModuleList(Layer(size, inner) for _ in range(layers))

    def embedded(self, tokens: Tensor) -> Tensor:
        """Shape (batch, length) to (batch, length, size)."""
        places = torch.arange(tokens.shape[1], device=tokens.device)
        return self.norm(self.words(tokens) + self.places(places) + self.types.weight[0])


_PARTS = {
    "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
    "attention.output.dense": "joined", "intermediate.dense": "wide", "output.dense": "narrow",
    "attention.output.LayerNorm": "seen", "output.LayerNorm": "thought",
}  # fmt: skip
_EMBEDDINGS = {"word_embeddings": "words", "position_embeddings": "places", "token_type_embeddings": "types"}


def bert_of(model: Path) -> Bert:
    """The encoder of an ONNX file that onnxruntime has quantised to 8 bits.

    Raises:
        ValueError: The file holds no such encoder.
    """
    weights = _weights(onnx.load(str(model)))
    try:
        words, inner = weights["words.weight"], weights["layers.0.wide.weight"]
        count = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
        bert = Bert(len(words), len(weights["places.weight"]), words.shape[1], len(inner), count)
        bert.load_state_dict({name: torch.from_numpy(np.array(value)) for name, value in weights.items()})
    except (KeyError, ValueError, RuntimeError) as error:
        raise ValueError(f"{model} is no quantised BERT encoder: {error}") from error
    return bert.requires_grad_(False)


def _weights(model: ModelProto) -> dict[str, np.ndarray]:
    """The weights by the names of `Bert`, as float32."""
    kept = {one.name: one for one in model.graph.initializer}
    made_by = {output: node for node in model.graph.node for output in node.output}

    def array(name: str) -> np.ndarray:
        return numpy_helper.to_array(kept[name])

    def plain(quantised: str) -> np.ndarray:
        """Of a quantised weight its values."""
        stem = quantised.removesuffix("_quantized")
        values = array(quantised).astype(np.float32) - array(stem + "_zero_point").astype(np.float32)
        return values * array(stem + "_scale").astype(np.float32)

    found: dict[str, np.ndarray] = {}
    for name in kept:
        where, _, what = name.removeprefix("bert.").rpartition(".")
        if where.startswith("embeddings."):
            part = where.removeprefix("embeddings.")
            if part == "LayerNorm":
                found["norm." + what] = array(name)
            elif part in _EMBEDDINGS and what == "weight_quantized":
                found[_EMBEDDINGS[part] + ".weight"] = plain(name)
        elif where.startswith("encoder.layer."):
            number, _, part = where.removeprefix("encoder.layer.").partition(".")
            if part in _PARTS:
                found[f"layers.{number}.{_PARTS[part]}.{what}"] = array(name)
    biases = {
        name: f"layers.{name.split('.layer.')[1].split('.')[0]}"
        for name in kept
        if ".layer." in name and name.endswith(".bias") and "LayerNorm" not in name
    }
    # The weights themselves have no names: a bias that is added to a product tells whose they are.
    for node in model.graph.node:
        bias = next((name for name in node.input if name in biases), None)
        if node.op_type != "Add" or bias is None:
            continue
        part = bias.removeprefix("bert.").removesuffix(".bias").split(".", 3)[3]
        product = next(name for name in node.input if name != bias)
        while product in made_by and made_by[product].op_type != "MatMulInteger":
            product = made_by[product].input[0]
        if product in made_by:
            found[f"{biases[bias]}.{_PARTS[part]}.weight"] = plain(made_by[product].input[1]).T
    return found
