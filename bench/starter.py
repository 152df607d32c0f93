"""Rasa's own starter bot (`rasa init`), trained once: what our numbers stand beside."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

from bench.bots import LOOPBACK, BenchError, free_port
from cli.supervisor import Server

STAMP = "trained.json"
TRAIN_LIMIT = 1800  # seconds
QUIET = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
FACTS = (
    "import json, pathlib, rasa; print(json.dumps([rasa.__version__,"
    " str(pathlib.Path(rasa.__file__).parent / 'cli' / 'initial_project')]))"
)


def prepare_starter(rasa_python: Path, folder: Path) -> Path:
    """The starter bot's folder with a trained model in it, made on the first call.

    It is copied from the project that `rasa init` copies, unchanged, and trained by
    `rasa train`, so pipeline and policies are the stock ones.

    Args:
        rasa_python: Python with Rasa.
        folder: Where to keep it between runs.

    Raises:
        BenchError: Training failed; its output is in the folder.
    """
    found = subprocess.run(
        [str(rasa_python), "-c", FACTS], capture_output=True, text=True, check=True, timeout=300
    )
    version, scaffold = json.loads(found.stdout.splitlines()[-1])
    stamp = folder / STAMP
    if stamp.exists() and json.loads(stamp.read_text()).get("rasa") == version:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(scaffold, folder, ignore=shutil.ignore_patterns("__pycache__"))
    with (folder / "train.log").open("wb") as log:
        done = subprocess.run(
            [str(rasa_python), "-m", "rasa", "train", "--fixed-model-name", "starter"],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=_environment(),
            timeout=TRAIN_LIMIT,
        )
    if done.returncode != 0:
        raise BenchError(f"the starter bot could not be trained: {folder / 'train.log'}")
    stamp.write_text(json.dumps({"rasa": version}), encoding="utf-8")
    return folder


def starter_server(rasa_python: Path, folder: Path) -> tuple[list[Server], str]:
    """The server of the starter bot as `rasa run` starts it, and its address."""
    port = free_port()
    command = [str(rasa_python), "-m", "rasa", "run", "--port", str(port), "-i", LOOPBACK]
    url = f"http://{LOOPBACK}:{port}"
    return [Server("Rasa", [*command, "--enable-api"], url, folder / "run.log", QUIET)], url


def _environment() -> dict[str, str]:
    return {**os.environ, **QUIET}
