"""Classifies lines with a trained model and measures it: `python -m bot.nlu_predict MODEL NLU`.

Used by `bench/pipelines`, which compares models that this environment trains. Writes JSON:
what the model said of each line, how long loading and each line took, and the memory held.
With --rules the fallback threshold and the rules of bot/components/arbitration.py are applied
to the model's guess, once for each threshold of bot/nlu_curve.py.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import time
from pathlib import Path
from typing import Any, Dict, List, Tuple

from bot import light_rasa

WARM_UP = 20  # lines that are classified before the clock runs
STATUS = Path("/proc/self/status")


def main() -> None:
    """Write the file that `bench/pipelines` reads."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path, help="a model of `rasa train`")
    parser.add_argument("nlu", type=Path, help="lines with intents, YAML or JSON of Rasa")
    parser.add_argument("--out", type=Path, required=True, help="JSON file to write")
    parser.add_argument("--rules", action="store_true", help="apply thresholds and rules, too")
    parser.add_argument("--tensorflow", action="store_true", help="the model needs TensorFlow")
    arguments = parser.parse_args()
    if not arguments.tensorflow:
        light_rasa.leave_out_tensorflow()
    texts, intents = lines_of(arguments.nlu)
    found = predictions(arguments.model, texts)
    found.update(texts=texts, intents=intents)
    if arguments.rules:
        found["settled"] = settled_by_threshold(texts, found["guesses"], found["confidences"])
    arguments.out.write_text(json.dumps(found), encoding="utf-8")


def lines_of(nlu: Path) -> Tuple[List[str], List[str]]:
    """Return the texts of a file and their intents, in its order."""
    if nlu.suffix == ".json":  # Rasa would leave out lines that occur twice
        examples = json.loads(nlu.read_text(encoding="utf-8"))["rasa_nlu_data"]["common_examples"]
        return [e["text"] for e in examples], [e["intent"] for e in examples]
    from rasa.shared.importers.importer import TrainingDataImporter
    from rasa.shared.nlu.constants import INTENT, TEXT

    importer = TrainingDataImporter.load_from_dict(training_data_paths=[str(nlu)])
    examples = importer.get_nlu_data().intent_examples
    return [e.get(TEXT) for e in examples], [e.get(INTENT) for e in examples]


def predictions(model: Path, texts: List[str]) -> Dict[str, Any]:
    """Return guesses with confidences, seconds to load, milliseconds a line, and megabytes."""
    start = time.perf_counter()
    from rasa.core.agent import Agent

    agent = Agent.load(str(model))
    loaded = time.perf_counter() - start

    async def classify() -> Tuple[List[Dict[str, Any]], List[float]]:
        for text in texts[:WARM_UP]:
            await agent.parse_message(f"{text} ")  # not the line itself: texts are remembered
        results, milliseconds = [], []
        for text in texts:
            begun = time.perf_counter()
            results.append((await agent.parse_message(text))["intent"])
            milliseconds.append((time.perf_counter() - begun) * 1000)
        return results, milliseconds

    results, milliseconds = asyncio.run(classify())
    return {
        "guesses": [result["name"] or "" for result in results],
        "confidences": [round(float(result["confidence"]), 6) for result in results],
        "load_seconds": loaded,
        "milliseconds": [round(value, 3) for value in milliseconds],
        "memory_mb": resident_megabytes(),
    }


def resident_megabytes() -> float:
    """Return the memory that this process holds; 0 where the system does not tell."""
    found = re.search(r"VmRSS:\s+(\d+)", STATUS.read_text()) if STATUS.exists() else None
    return round(int(found.group(1)) / 1024, 1) if found else 0.0


def settled_by_threshold(
    texts: List[str], guesses: List[str], confidences: List[float]
) -> Dict[str, List[str]]:
    """Return the intents after threshold and rules, under each threshold."""
    import numpy as np

    from bot.nlu_curve import THRESHOLDS, settled

    names, numbers = np.array(guesses, dtype=object), np.array(confidences)
    return {f"{t:.2f}": list(settled(texts, names, numbers, t)) for t in THRESHOLDS}


if __name__ == "__main__":
    main()
