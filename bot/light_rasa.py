"""The `rasa` command without TensorFlow: `python -m bot.light_rasa run ...`.

Rasa 3.6.21 imports TensorFlow whatever the pipeline, which is most of its start-up time and
340 MB of memory. Our pipeline learns with scikit-learn, so here the modules of Rasa that need
TensorFlow are replaced by placeholders before Rasa is imported. Everything else is Rasa's own
command line.

A configuration that names a component which needs TensorFlow gets the full Rasa. So does
everything when WAYPOINT_FULL_RASA=1.
"""

from __future__ import annotations

import os
import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any, List, Optional, Sequence

import ruamel.yaml

CONFIG = "config.yml"
HEAVY_COMPONENTS = {
    "DIETClassifier": "rasa.nlu.classifiers.diet_classifier",
    "ConveRTFeaturizer": "rasa.nlu.featurizers.dense_featurizer.convert_featurizer",
    "LanguageModelFeaturizer": "rasa.nlu.featurizers.dense_featurizer.lm_featurizer",
    "ResponseSelector": "rasa.nlu.selectors.response_selector",
    "TEDPolicy": "rasa.core.policies.ted_policy",
    "UnexpecTEDIntentPolicy": "rasa.core.policies.unexpected_intent_policy",
}
HEAVY_UTILITIES = (
    "callback", "crf", "data_generator", "layers", "layers_utils", "metrics", "models",
    "rasa_layers", "transformer", "types",
)  # fmt: skip
HEAVY_MODULES = frozenset(HEAVY_COMPONENTS.values()) | {
    f"rasa.utils.tensorflow.{name}" for name in HEAVY_UTILITIES
}


class NeedsTensorFlow(RuntimeError):
    """Something asked for a part of Rasa that was left out."""


class _Placeholder:
    """Stands for a class that needs TensorFlow; may be imported and named, not used."""

    def __new__(cls, *args: Any, **kwargs: Any) -> "_Placeholder":
        raise NeedsTensorFlow(
            f"{cls.__name__} needs TensorFlow, which bot/light_rasa.py leaves out."
            " Run the same command with WAYPOINT_FULL_RASA=1."
        )

    # A stored model is opened with these, without an instance being made first.
    create = load = classmethod(__new__)


class _PlaceholderModules(MetaPathFinder, Loader):
    """Imports `HEAVY_MODULES` as empty modules that have any class asked of them."""

    def find_spec(
        self, fullname: str, path: Optional[Sequence[str]], target: Optional[ModuleType] = None
    ) -> Optional[ModuleSpec]:
        return ModuleSpec(fullname, self) if fullname in HEAVY_MODULES else None

    def create_module(self, spec: ModuleSpec) -> None:
        return None  # Python's own empty module

    def exec_module(self, module: ModuleType) -> None:
        def placeholder(name: str) -> type:
            if name.startswith("__"):
                raise AttributeError(name)
            made = type(name, (_Placeholder,), {"__module__": module.__name__})
            setattr(module, name, made)
            return made

        module.__getattr__ = placeholder  # type: ignore[method-assign]


def leave_out_tensorflow() -> None:
    """Put the placeholders in place. To be called before anything of Rasa is imported."""
    if not any(isinstance(finder, _PlaceholderModules) for finder in sys.meta_path):
        sys.meta_path.insert(0, _PlaceholderModules())


def needs_tensorflow(config: Path) -> List[str]:
    """Return the components in a Rasa configuration file that need TensorFlow.

    A missing or unreadable file gives an empty list: Rasa reports it in its own words.
    """
    try:
        content = ruamel.yaml.YAML(typ="safe").load(config.read_text(encoding="utf-8")) or {}
        parts = [*(content.get("pipeline") or []), *(content.get("policies") or [])]
        names = [part["name"].rpartition(".")[2] for part in parts]
    except (OSError, AttributeError, KeyError, TypeError, ruamel.yaml.YAMLError):
        return []
    return [name for name in names if name in HEAVY_COMPONENTS]


def main(arguments: Optional[List[str]] = None) -> None:
    """Run Rasa's command line."""
    arguments = sys.argv[1:] if arguments is None else arguments
    heavy = needs_tensorflow(_config(arguments))
    if os.environ.get("WAYPOINT_FULL_RASA") != "1" and not heavy:
        leave_out_tensorflow()
    sys.argv[1:] = arguments
    sys.path.insert(0, os.getcwd())
    from rasa.__main__ import main as rasa_main

    rasa_main()


def _config(arguments: List[str]) -> Path:
    for i, argument in enumerate(arguments[:-1]):
        if argument in ("-c", "--config"):
            return Path(arguments[i + 1])
    return Path(CONFIG)


if __name__ == "__main__":
    main()
