"""The exported encoder, for serving: numpy, onnxruntime and tokenizers, no torch.

Both environments import this module (Python 3.10 with numpy 1.23, and newer), so it uses
nothing of the other index modules but their errors. Memory is kept low on purpose: no
arena, weights read through the page cache, one thread unless told otherwise.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from pathlib import Path
from threading import Lock
from typing import List, Optional, Sequence

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from index.errors import EXPORT_ENCODER, EncoderMismatch, EncoderNotFound

FULL_MODEL = "model.onnx"
SMALL_MODEL = "model.int8.onnx"  # a third of the memory; see export_encoder for what it costs
BATCH_SIZE = 32


class OnnxEncoder:
    """Serves an encoder folder written by `waypoint index export-encoder`.

    Safe to call from several threads at once.
    """

    def __init__(
        self, folder: Path, *, model: str = FULL_MODEL, threads: int = 1, cache_size: int = 256
    ) -> None:
        """Load the tokenizer and the model.

        Args:
            folder: The folder with encoder.json, tokenizer.json and the model.
            model: `FULL_MODEL` (32-bit) or `SMALL_MODEL` (8-bit weights).
            threads: Threads of one inference. One is as quick as two for short questions
                on a busy machine, and leaves the other core to the other process.
            cache_size: How many texts' vectors are remembered (1.5 kB each).

        Raises:
            EncoderNotFound: A file is missing.
            EncoderMismatch: A file cannot be read.
        """
        if threads < 1:
            raise ValueError(f"threads is {threads}; it must be at least 1")
        folder = Path(folder).resolve()  # a later export must not mix with this one
        description = _description(folder)
        self.name: str = description["name"]
        self.dimension: int = description["dimension"]
        self.weights_sha256: str = description["weights_sha256"]
        self.max_length: int = description["max_length"]
        self._pad_id: int = description["pad_id"]
        self._tokenizer = _tokenizer(folder / "tokenizer.json", self.max_length)
        self._session = _session(folder / model, threads)
        self._inputs = {i.name for i in self._session.get_inputs()}
        self._cache: OrderedDict[str, np.ndarray] = OrderedDict()
        self._cache_size = cache_size
        self._lock = Lock()

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return float32 of shape (len(texts), dimension), each row of length one."""
        vectors: List[Optional[np.ndarray]] = [self._remembered(text) for text in texts]
        missing = [i for i, vector in enumerate(vectors) if vector is None]
        encoded = self._encode_new([texts[i] for i in missing])
        for i, vector in zip(missing, encoded):
            vectors[i] = vector
            self._remember(texts[i], vector)
        if not vectors:
            return np.zeros((0, self.dimension), dtype=np.float32)
        return np.stack(vectors)

    def _encode_new(self, texts: List[str]) -> np.ndarray:
        out = np.zeros((len(texts), self.dimension), dtype=np.float32)
        ids = [encoding.ids for encoding in self._tokenizer.encode_batch(texts)] if texts else []
        # Neighbours in length share a batch, so that little of it is padding.
        order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
        for start in range(0, len(order), BATCH_SIZE):
            rows = order[start : start + BATCH_SIZE]
            out[rows] = self._run([ids[i] for i in rows])
        return out

    def _run(self, ids: List[List[int]]) -> np.ndarray:
        shape = (len(ids), max(len(row) for row in ids))
        tokens = np.full(shape, self._pad_id, dtype=np.int64)
        mask = np.zeros(shape, dtype=np.int64)
        for i, row in enumerate(ids):
            tokens[i, : len(row)] = row
            mask[i, : len(row)] = 1
        feed = {"input_ids": tokens, "attention_mask": mask, "token_type_ids": np.zeros_like(mask)}
        feed = {name: value for name, value in feed.items() if name in self._inputs}
        return self._session.run(None, feed)[0]

    def _remembered(self, text: str) -> Optional[np.ndarray]:
        with self._lock:
            vector = self._cache.get(text)
            if vector is not None:
                self._cache.move_to_end(text)
            return vector

    def _remember(self, text: str, vector: np.ndarray) -> None:
        if self._cache_size < 1:
            return
        with self._lock:
            self._cache[text] = vector.copy()
            while len(self._cache) > self._cache_size:
                self._cache.popitem(last=False)


def _description(folder: Path) -> dict:
    path = folder / "encoder.json"
    if not path.is_file():
        raise EncoderNotFound(f"No encoder in {folder}. Run: {EXPORT_ENCODER}")
    try:
        description = json.loads(path.read_text(encoding="utf-8"))
        missing = {"name", "dimension", "weights_sha256", "max_length", "pad_id"} - set(description)
    except (ValueError, TypeError) as error:
        raise EncoderMismatch(f"{path} cannot be read ({error}). Run: {EXPORT_ENCODER}") from error
    if missing:
        raise EncoderMismatch(f"{path} lacks {', '.join(sorted(missing))}. Run: {EXPORT_ENCODER}")
    return description


def _tokenizer(path: Path, max_length: int) -> Tokenizer:
    if not path.is_file():
        raise EncoderNotFound(f"{path} is missing. Run: {EXPORT_ENCODER}")
    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as error:  # tokenizers raises a bare Exception
        raise EncoderMismatch(f"{path} cannot be read ({error}). Run: {EXPORT_ENCODER}") from error
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_length)
    return tokenizer


def _session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    if not path.is_file():
        raise EncoderNotFound(f"{path} is missing. Run: {EXPORT_ENCODER}")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    options.log_severity_level = 3
    # A waiting thread must not burn the core that the other process needs.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's errors share no public base class
        raise EncoderMismatch(f"{path} cannot be loaded ({error}). Run: {EXPORT_ENCODER}") from error
