"""The pipelines that are compared, each a configuration that `rasa train` takes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from bench.pipelines.intent_sets import OWN
from cli.servers import ROOT

# They overrule the classifier by rules for Waypoint's own lines; scores apply them afterwards.
RULES = ("FallbackClassifier", "bot.components.intent_arbiter.IntentArbiter")
# Nothing learned is recognised by them, so they would only cost every pipeline the same time.
ENTITIES = "bot.components.mention_extractors."


@dataclass(frozen=True)
class Candidate:
    """A pipeline to compare.

    Attributes:
        name: What it is called on the command line and in the results.
        config: Its Rasa configuration, within the repository.
        title: For the table.
        epochs: Set for classifiers that learn by epochs, by name of the intent set.
    """

    name: str
    config: str
    title: str
    epochs: dict[str, int] = field(default_factory=dict)

    @property
    def needs_tensorflow(self) -> bool:
        """Whether it learns with TensorFlow."""
        return any(part["name"] == "DIETClassifier" for part in self._parts())

    def pipeline(self, intent_set: str) -> dict[str, Any]:
        """The configuration as it is trained for a comparison: the classifier's part alone."""
        kept = [part for part in self._parts() if not _left_out(part["name"])]
        for part in kept:
            if "epochs" in part and intent_set in self.epochs:
                part["epochs"] = self.epochs[intent_set]
            if intent_set != OWN:
                part.update(_for_strangers(part["name"]))
        return {"recipe": "default.v1", "language": "en", "pipeline": kept, "policies": []}

    def _parts(self) -> list[dict[str, Any]]:
        return yaml.safe_load((ROOT / self.config).read_text(encoding="utf-8"))["pipeline"]


def _left_out(name: str) -> bool:
    return name in RULES or name.startswith(ENTITIES)


def _for_strangers(name: str) -> dict[str, Any]:
    """What a component leaves out on lines of other domains: all that knows ours."""
    if name.endswith("SentenceFeaturizer"):
        return {"mask_names": False}
    return {"mask_names": False, "indicator_weight": 0.0} if name.endswith("NgramFeaturizer") else {}


CANDIDATES = (
    Candidate("neighbours", "config.yml", "logistic regression and nearest lines"),
    Candidate("logistic", "configs/logistic.yml", "logistic regression on encoder vectors and n-grams"),
    Candidate(
        "diet",
        "configs/diet.yml",
        "DIET, Rasa's own sparse features",
        epochs={"clinc150": 20, "own": 30},
    ),
    Candidate(
        "diet-encoder",
        "configs/diet_encoder.yml",
        "DIET on encoder vectors and n-grams",
        epochs={"clinc150": 20, "own": 30},
    ),
)

BY_NAME = {one.name: one for one in CANDIDATES}
