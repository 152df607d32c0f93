"""Exports the encoder to ONNX, checks it against torch, and publishes it as one folder.

Needs torch; runs at set-up time only. Nothing is published unless every form of the model
agrees with torch on `PARITY_TEXTS`.
"""

from __future__ import annotations

import inspect
import json
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Mapping

import numpy as np
import torch

from index.errors import EncoderError, EncoderMismatch
from index.files import replaced_folder
from index.onnx_encoder import FULL_MODEL, SMALL_MODEL, OnnxEncoder
from index.quantise import quantise
from index.torch_encoder import TorchEncoder

OPSET = 17
FULL_PARITY = 0.9999  # lowest cosine to torch of any text
SMALL_PARITY = 0.995
PARITY_TEXTS = (
    "hi",
    "onc UR pay?",
    "what is an MSL",
    "why do physicians leave clinical practice",
    "remote roles for a cardiologist over $150k",
    "weather in Boston tomorrow",
    "¿cuánto gana un médico en la industria?",
    "Telecardiology. Video consultations with patients in places that have no cardiologist, "
    "from a home office, with follow-up visits and first diagnoses.",
    "Half of those asked said that paperwork takes more of the week than patients do, and "
    "that prior authorization is the worst of it; a third would leave within two years, and "
    "most of them for work that uses what they know about medicine without seeing patients. "
    "The survey was open to members in several countries and allowed more than one answer.",
)


@dataclass(frozen=True)
class ExportReport:
    """What was written, and the lowest cosine to torch of each form."""

    name: str
    dimension: int
    folder: Path
    full_parity: float
    small_parity: float


class _SentenceModel(torch.nn.Module):
    """A sentence-transformers model as one graph: tokens in, vectors of length one out."""

    def __init__(self, encoder: TorchEncoder) -> None:
        super().__init__()
        transformer, *self._rest = list(encoder.model)
        self.transformer = getattr(transformer, "auto_model", None)
        if self.transformer is None:
            raise EncoderError(f"{encoder.name} is not a transformer; it cannot be exported.")
        self.transformer.set_attn_implementation("eager")  # plain operators only
        accepted = inspect.signature(self.transformer.forward).parameters
        self.names = ["input_ids", "attention_mask"]
        if "token_type_ids" in accepted and "token_type_ids" in encoder.model.tokenizer.model_input_names:
            self.names.append("token_type_ids")

    def forward(self, *inputs: torch.Tensor) -> torch.Tensor:
        tokens = dict(zip(self.names, inputs))
        features = {
            "token_embeddings": self.transformer(**tokens).last_hidden_state,
            "attention_mask": tokens["attention_mask"],
        }
        for module in self._rest:
            features = module(features)
        return torch.nn.functional.normalize(features["sentence_embedding"], dim=1)


def export_encoder(encoder: TorchEncoder, folder: Path) -> ExportReport:
    """Write encoder.json, tokenizer.json and the model in both forms to `folder`.

    Args:
        encoder: The model to export.
        folder: Replaced as a whole, after the parity check.

    Raises:
        EncoderMismatch: An exported form differs from torch by more than its bound.
        EncoderError: The model is not of a kind that can be exported.
    """
    expected = encoder.encode(PARITY_TEXTS)
    with replaced_folder(folder) as new:
        _export_model(encoder, new / FULL_MODEL)
        quantise(new / FULL_MODEL, new / SMALL_MODEL)
        encoder.model.tokenizer.backend_tokenizer.save(str(new / "tokenizer.json"))
        description = _description(encoder)
        _write_json(new / "encoder.json", description)
        full = _parity(new, FULL_MODEL, expected, FULL_PARITY)
        small = _parity(new, SMALL_MODEL, expected, SMALL_PARITY)
        parity = {FULL_MODEL: round(full, 6), SMALL_MODEL: round(small, 6)}
        _write_json(new / "encoder.json", {**description, "parity": parity})
    return ExportReport(encoder.name, encoder.dimension, folder, full, small)


def _export_model(encoder: TorchEncoder, path: Path) -> None:
    model = _SentenceModel(encoder).eval()
    ids = torch.ones((2, 8), dtype=torch.long)
    axes = {name: {0: "batch", 1: "tokens"} for name in model.names}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")  # the exporter announces its successor
        torch.onnx.export(
            model, tuple(ids.clone() for _ in model.names), str(path),
            input_names=model.names, output_names=["embedding"],
            dynamic_axes={**axes, "embedding": {0: "batch"}}, opset_version=OPSET, dynamo=False,
        )


def _description(encoder: TorchEncoder) -> Mapping[str, Any]:
    return {
        "format": 1,
        "name": encoder.name,
        "dimension": encoder.dimension,
        "max_length": int(encoder.model.max_seq_length),
        "pad_id": int(encoder.model.tokenizer.pad_token_id or 0),
        "weights_sha256": encoder.weights_sha256,
    }


def _parity(folder: Path, model: str, expected: np.ndarray, bound: float) -> float:
    """Lowest cosine to torch over the texts, each encoded alone and in a batch."""
    exported = OnnxEncoder(folder, model=model, cache_size=0)
    together = exported.encode(PARITY_TEXTS)
    alone = np.vstack([exported.encode([text]) for text in PARITY_TEXTS])
    lowest = min(float((vectors * expected).sum(axis=1).min()) for vectors in (together, alone))
    if not lowest >= bound:
        raise EncoderMismatch(
            f"{model} differs from torch: cosine {lowest:.5f}, at least {bound} is needed."
            " The encoder was not replaced. Set WAYPOINT_ENCODER to a supported model."
        )
    return lowest


def _write_json(path: Path, value: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(value, indent=2, sort_keys=True) + "\n", encoding="utf-8")
