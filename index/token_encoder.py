"""Reads a text word by word: one vector for each piece of a word, seen in its sentence.

The sentence encoder gives one vector for a whole text, in which a single word that changes
the question is drowned. Here each word keeps its own, so that it can be looked for.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Protocol, Tuple

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from index.errors import BUILD_INDEX, EncoderMismatch, EncoderNotFound
from index.token_weights import MODEL_FILE, SHA256, TOKENIZER_FILE

MOST_TOKENS = 256  # of one text; the longest passage has about a hundred
REMEMBERED = 64  # texts; a question is read once to search and once more to fetch "more"


@dataclass(frozen=True)
class Tokens:
    """A text's word pieces ("pharma", "##co") and what they mean there."""

    pieces: Tuple[str, ...]
    states: np.ndarray  # float32, shape (len(pieces), dimension)
    mean: np.ndarray  # of all states, the marks of begin and end included; length one


class TokenEncoder(Protocol):
    """Turns a text into its tokens' vectors."""

    dimension: int
    weights_sha256: str

    def read(self, text: str) -> Tokens:
        """Return the tokens of a text; none for an empty one."""
        ...


class OnnxTokenEncoder:
    """The model in a folder written by `waypoint index build`. Safe to use from several threads."""

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        """Load the tokenizer and the model.

        Raises:
            EncoderNotFound: A file is missing.
            EncoderMismatch: A file cannot be read.
        """
        folder = Path(folder).resolve()
        for name in (MODEL_FILE, TOKENIZER_FILE):
            if not (folder / name).is_file():
                raise EncoderNotFound(f"{folder / name} is missing. Run: {BUILD_INDEX}")
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
            self._session = _session(folder / MODEL_FILE, threads)
        except Exception as error:  # neither library has a public base class of its errors
            raise EncoderMismatch(f"{folder} cannot be read ({error}). Run: {BUILD_INDEX}") from error
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MOST_TOKENS)
        self._inputs = {i.name for i in self._session.get_inputs()}
        self.weights_sha256 = SHA256[MODEL_FILE]
        self.dimension = int(self._session.get_outputs()[0].shape[-1])
        self._cache: OrderedDict[str, Tokens] = OrderedDict()
        self._lock = Lock()

    def read(self, text: str) -> Tokens:
        """Return the tokens of a text; none for an empty one."""
        with self._lock:
            if text in self._cache:
                self._cache.move_to_end(text)
                return self._cache[text]
        tokens = self._run(text)
        with self._lock:
            self._cache[text] = tokens
            while len(self._cache) > REMEMBERED:
                self._cache.popitem(last=False)
        return tokens

    def _run(self, text: str) -> Tokens:
        encoding = self._tokenizer.encode(text)
        ids = np.array([encoding.ids], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        states = self._session.run(None, {k: v for k, v in feed.items() if k in self._inputs})[0][0]
        mean = states.mean(axis=0)
        # The first and the last token are marks that every text has.
        return Tokens(tuple(encoding.tokens[1:-1]), states[1:-1], mean / np.linalg.norm(mean))


def _session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # as the sentence encoder: memory before the last millisecond
    options.enable_mem_pattern = False
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
