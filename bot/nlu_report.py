"""What the bot understands of labelled lines, as JSON: `python -m bot.nlu_report --help`.

`predict` sends each line of a labelled file through the trained model. `cross-validate` has
each training line classified by a model that was trained without it, and gives the curve over
the fallback threshold. Scoring is done elsewhere (cli/evaluation), in the other environment.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from pathlib import Path
from typing import Any, Dict, List

import numpy as np

from bot import light_rasa

light_rasa.leave_out_tensorflow()

from rasa.core.agent import Agent  # noqa: E402
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT  # noqa: E402
from rasa.shared.nlu.training_data.loading import load_data  # noqa: E402

from bot import nlu_curve  # noqa: E402
from bot.components.recognition import masked  # noqa: E402

Record = Dict[str, Any]


def main() -> None:
    """Write the report that the arguments ask for."""
    arguments = _arguments()
    if arguments.report == "predict":
        report = predictions(arguments.lines, arguments.model)
    else:
        report = cross_validation(arguments.folds)
    arguments.out.write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    reports = parser.add_subparsers(dest="report", required=True)
    predict = reports.add_parser("predict", help="what the model says to a labelled file")
    predict.add_argument("lines", type=Path, help="NLU data in Rasa's format")
    predict.add_argument("--model", type=Path, required=True)
    crossing = reports.add_parser("cross-validate", help="each training line left out once")
    crossing.add_argument("--folds", type=int, default=5)
    for report in (predict, crossing):
        report.add_argument("--out", type=Path, required=True, help="JSON file to write")
    return parser.parse_args()


def predictions(lines: Path, model: Path) -> Record:
    """Return what was meant and what was understood for each line of a labelled file.

    Args:
        lines: NLU data in Rasa's YAML format, entities annotated.
        model: The trained model.

    Returns:
        `lines`, each with `text`, `masked`, `intent`, `entities` and `found` (the same two as
        understood, with the `confidence` from 0 to 1 and the rule that settled it, if any),
        and `training`, the lines that the model learned from.
    """
    examples = load_data(str(lines)).intent_examples
    return {
        "lines": asyncio.run(_understood(examples, Agent.load(model))),
        "training": [
            {"text": text, "masked": masked(text), "intent": intent}
            for text, intent in zip(*nlu_curve.training_lines())
        ],
    }


async def _understood(examples: List[Any], agent: Agent) -> List[Record]:
    understood = []
    for example in examples:
        text = example.get(TEXT)
        parsed = await agent.parse_message(text)
        found = {
            "intent": parsed[INTENT]["name"],
            "confidence": round(float(parsed[INTENT]["confidence"]), 4),
            "settled_by": parsed[INTENT].get("settled_by"),
            "entities": [_entity(entity) for entity in parsed[ENTITIES]],
        }
        entities = [_entity(entity) for entity in example.get(ENTITIES, [])]
        understood.append(
            {
                "text": text,
                "masked": masked(text),
                "intent": example.get(INTENT),
                "entities": entities,
                "found": found,
            }
        )
    return understood


def _entity(entity: Record) -> Record:
    return {
        "kind": entity["entity"],
        "value": str(entity["value"]),
        "excluded": entity.get("role") == "excluded",
        "start": entity["start"],
        "end": entity["end"],
    }


def cross_validation(folds: int) -> Record:
    """Return how each training line fares when it was not learned from.

    Args:
        folds: Parts to leave out in turn; the seed is fixed.

    Returns:
        `lines` with `text`, `intent`, `found` (the intent after threshold and rules) and
        `confidence`, the `threshold` of config.yml, and the `curve` over other thresholds.
    """
    settings = nlu_curve.component_settings()
    threshold = settings["FallbackClassifier"]["threshold"]
    texts, intents = nlu_curve.training_lines()
    guesses, confidences = nlu_curve.cross_validated(texts, intents, settings, folds)
    final = nlu_curve.settled(texts, guesses, confidences, threshold)
    return {
        "folds": folds,
        "seed": nlu_curve.SEED,
        "threshold": threshold,
        "curve": _curve(texts, intents, guesses, confidences),
        "lines": [
            {"text": text, "intent": intent, "found": found, "confidence": round(float(sure), 4)}
            for text, intent, found, sure in zip(texts, intents, final, confidences)
        ],
    }


def _curve(
    texts: List[str], intents: np.ndarray, guesses: np.ndarray, confidences: np.ndarray
) -> List[Record]:
    points = nlu_curve.curve(texts, intents, guesses, confidences)
    return [
        {
            "threshold": threshold,
            "in_scope_accuracy": float(point.in_scope_accuracy),
            "out_of_scope_recall": float(point.out_of_scope_recall),
        }
        for threshold, point in zip(nlu_curve.THRESHOLDS, points)
    ]


if __name__ == "__main__":
    main()
