"""Classifies lines with the components of a configuration: `python -m bot.nlu_scores CONFIG ...`.

Quicker than training a model with Rasa and asking it, and the same components with the same
settings. For configurations with one of the classifiers of bot/nlu_curve.py; used by
`bench/pipelines` on public sets.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from bot.nlu_curve import component_settings, encoded, guesses_for
from bot.nlu_predict import lines_of


def main() -> None:
    """Write the guesses of each configuration to OUT/<name of the configuration>.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("configs", type=Path, nargs="+", help="with equal settings of the encoder")
    parser.add_argument("--train", type=Path, required=True, help="lines to learn from")
    parser.add_argument("--test", type=Path, required=True, help="lines to classify")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    arguments = parser.parse_args()
    settings = [component_settings(config) for config in arguments.configs]
    train, test = (encoded(*lines_of(path), settings[0]) for path in (arguments.train, arguments.test))
    texts, intents = lines_of(arguments.test)
    for config, one in zip(arguments.configs, settings):
        guesses, confidences = guesses_for(train, test, one)
        found = {
            "texts": texts,
            "intents": intents,
            "guesses": [str(guess) for guess in guesses],
            "confidences": [round(float(value), 6) for value in confidences],
        }
        (arguments.out / f"{config.stem}.json").write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
