from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from index.errors import EncoderMismatch, EncoderNotFound
from index.onnx_encoder import FULL_MODEL, SMALL_MODEL, OnnxEncoder

TEXTS = [
    "onc UR pay?", "remote roles for a cardiologist over $150k", "why do physicians leave",
    "", "\U0001f600", "naïve café — “quoted”", "word " * 700,
]


@pytest.fixture(scope="module")
def served(encoder_folder):
    return OnnxEncoder(encoder_folder)


@pytest.mark.parametrize("model, bound", [(FULL_MODEL, 0.9999), (SMALL_MODEL, 0.995)])
def test_the_exported_encoder_agrees_with_torch(torch_encoder, encoder_folder, model, bound, knowledge):
    texts = TEXTS + [passage.text for passage in list(knowledge.passages.values())[::8]]
    vectors = OnnxEncoder(encoder_folder, model=model).encode(texts)
    assert (vectors * torch_encoder.encode(texts)).sum(axis=1).min() >= bound


def test_vectors_have_length_one_and_the_stated_form(served):
    vectors = served.encode(TEXTS)
    assert vectors.dtype == np.float32 and vectors.shape == (len(TEXTS), served.dimension)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-5)
    assert served.encode([]).shape == (0, served.dimension)


def test_order_and_company_do_not_matter(encoder_folder):
    fresh = OnnxEncoder(encoder_folder, cache_size=0)
    together = fresh.encode(TEXTS * 6)
    assert np.abs(together[:1] - fresh.encode(TEXTS[:1])).max() < 1e-5
    assert np.abs(together[: len(TEXTS)] - together[-len(TEXTS):]).max() < 1e-5


def test_a_remembered_vector_cannot_be_changed_from_outside(served):
    first = served.encode(["a question"])
    kept = first.copy()
    first[:] = 0
    assert np.array_equal(served.encode(["a question"]), kept)


def test_the_cache_is_bounded(encoder_folder):
    small = OnnxEncoder(encoder_folder, cache_size=3)
    small.encode([f"question {n}" for n in range(10)])
    assert list(small._cache) == ["question 7", "question 8", "question 9"]


def test_four_threads_get_the_same_vectors(encoder_folder):
    shared = OnnxEncoder(encoder_folder, cache_size=2)
    expected = shared.encode(TEXTS[:3])
    worst = []

    def work():
        for _ in range(10):
            worst.append(float(np.abs(shared.encode(TEXTS[:3]) - expected).max()))

    threads = [threading.Thread(target=work) for _ in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert len(worst) == 40 and max(worst) < 1e-5


def test_a_missing_folder_names_the_command(tmp_path):
    with pytest.raises(EncoderNotFound, match="waypoint index export-encoder"):
        OnnxEncoder(tmp_path / "nothing")


@pytest.mark.parametrize("name", ["encoder.json", "tokenizer.json", FULL_MODEL])
def test_a_damaged_file_names_the_command(encoder_folder, tmp_path, name):
    copy = tmp_path / "encoder"
    shutil.copytree(encoder_folder, copy)
    (copy / name).write_text("{")
    with pytest.raises(EncoderMismatch, match="waypoint index export-encoder"):
        OnnxEncoder(copy)
    (copy / name).unlink()
    with pytest.raises(EncoderNotFound, match="waypoint index export-encoder"):
        OnnxEncoder(copy)


def test_no_thread_is_refused(encoder_folder):
    with pytest.raises(ValueError, match="threads is 0"):
        OnnxEncoder(encoder_folder, threads=0)


def test_an_export_that_differs_from_torch_is_not_published(torch_encoder, tmp_path, monkeypatch):
    from index import export_encoder as module

    monkeypatch.setattr(module, "SMALL_PARITY", 0.99999)
    with pytest.raises(EncoderMismatch, match="cosine"):
        module.export_encoder(torch_encoder, tmp_path / "encoder")
    assert not (tmp_path / "encoder").exists()


def test_the_description_names_the_published_weights(encoder_folder):
    from index.torch_encoder import MINILM_SHA256

    description = json.loads((encoder_folder / "encoder.json").read_text())
    assert description["weights_sha256"] == MINILM_SHA256
    assert description["parity"][FULL_MODEL] >= 0.9999


def test_a_model_that_is_not_here_is_told():
    from index.torch_encoder import TorchEncoder

    with pytest.raises(EncoderNotFound, match="WAYPOINT_ENCODER"):
        TorchEncoder("nobody/no-such-model")


def test_serving_imports_neither_torch_nor_transformers():
    program = (
        "import sys, index.retriever;"
        "print([m for m in ('torch', 'transformers', 'sentence_transformers') if m in sys.modules])"
    )
    root = Path(__file__).parents[2]
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"
