"""What is made from what: knowledge base, encoder, index and model, after both environments.

Part of the bootstrap: standard library only. The steps' own work is done by `waypoint` and by
Rasa, each in its environment.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Dict, List, Tuple

from cli.bootstrap.environments import environment_steps
from cli.bootstrap.steps import Command, Commands, Step
from cli.web_build import web_steps

# Rasa asks every user to be counted unless told not to, and its parts talk a lot.
RASA_QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "CUDA_VISIBLE_DEVICES": "",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "PYTHONWARNINGS": "ignore",
}
TRAINING_DATA = ("bot/nlu", "bot/stories", "bot/rules")


def build_dir(root: Path) -> Path:
    """Where everything that is made goes."""
    return root / os.environ.get("WAYPOINT_BUILD_DIR", "build")


def model_path(root: Path) -> Path:
    """The trained Rasa model."""
    return build_dir(root) / "models" / "waypoint.tar.gz"


def all_steps(root: Path) -> List[Step]:
    """Every step from nothing to a trained bot, each after those it needs."""
    return [
        *environment_steps(root),
        _knowledge_step(root),
        _encoder_step(root),
        _index_step(root),
        _train_step(root),
        *web_steps(root, build_dir(root)),
    ]


def _knowledge_step(root: Path) -> Step:
    build = build_dir(root)
    database = () if _database_url() else (build / "knowledge.db",)
    return _waypoint_step(
        root,
        ("knowledge", "build"),
        title="Building the knowledge base",
        inputs=("knowledge", "requirements/main.txt"),
        outputs=(*database, build / "names.json"),
        after=("install-main",),
    )


def _encoder_step(root: Path) -> Step:
    build = build_dir(root)
    modules = ("export_encoder", "torch_encoder", "onnx_encoder", "quantise", "encoder", "files")
    return _waypoint_step(
        root,
        ("index", "export-encoder"),
        title="Exporting the encoder",
        inputs=(*(f"index/{name}.py" for name in modules), "requirements/main.txt"),
        outputs=(build / "encoder" / "model.onnx", build / "encoder" / "encoder.json"),
        after=("install-main",),
    )


def _index_step(root: Path) -> Step:
    build = build_dir(root)
    return _waypoint_step(
        root,
        ("index", "build"),
        title="Building the index",
        inputs=("index", "knowledge", "requirements/main.txt", build / "encoder" / "encoder.json"),
        outputs=(build / "index",),
        after=("build-knowledge", "export-encoder"),
    )


def _waypoint_step(
    root: Path,
    command: Tuple[str, str],
    *,
    title: str,
    inputs: Tuple,
    outputs: Tuple[Path, ...],
    after: Tuple[str, ...],
) -> Step:
    """A step that `waypoint` does; it is named after its command."""
    noun, verb = command
    name = verb if "-" in verb else f"{verb}-{noun}"

    def commands() -> Commands:
        yield Command([str(root / ".venv" / "bin" / "waypoint"), *command])

    return Step(
        name=name,
        title=title,
        commands=commands,
        inputs=tuple(root / path for path in inputs),
        outputs=outputs,
        stamp_file=build_dir(root) / "state.json",
        settings={**_settings(), "command": " ".join(command)},
        after=after,
    )


def _train_step(root: Path) -> Step:
    build = build_dir(root)
    model = model_path(root)
    code = ("bot/components", "bot/light_rasa.py", "bot/paths.py")
    configuration = ("config.yml", "domain.yml", *code, "requirements/rasa.txt")
    shared = ("actions/payload.py", "knowledge/language", "index/onnx_encoder.py")
    made = (build / "names.json", build / "encoder" / "encoder.json")

    def commands() -> Commands:
        # --force, as Rasa's own cache sees changes of data, not of the code behind components.
        training = ["train", "--force", "--data", *TRAINING_DATA, "--domain", "domain.yml"]
        target = ["--out", str(model.parent), "--fixed-model-name", model.name.split(".")[0]]
        python = str(root / ".venv-rasa" / "bin" / "python")
        line = [python, "-m", "bot.light_rasa", *training, "--config", "config.yml", *target]
        yield Command(line, environment=RASA_QUIET)

    return Step(
        name="train-bot",
        title="Training the bot",
        commands=commands,
        inputs=tuple(root / path for path in (*TRAINING_DATA, *configuration, *shared, *made)),
        outputs=(model,),
        stamp_file=build / "state.json",
        settings=_settings(),
        after=("install-rasa", "build-knowledge", "export-encoder"),
    )


def _database_url() -> str:
    return os.environ.get("WAYPOINT_DATABASE_URL", "")


def _settings() -> Dict[str, str]:
    return {"database": _database_url(), "encoder": os.environ.get("WAYPOINT_ENCODER", "")}
