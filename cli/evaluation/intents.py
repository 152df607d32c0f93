"""Scores of intents, from what was meant and what was understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cli.evaluation.scores import accuracy, confusions, label_counts, macro_f1

OUT_OF_SCOPE = "out_of_scope"
REFUSED = frozenset({OUT_OF_SCOPE, "nlu_fallback"})  # what a person hears is a polite limit
DISTRESS = "express_distress"


def intent_numbers(wanted: Sequence[str], found: Sequence[str]) -> dict[str, float]:
    """The numbers that goals are set for.

    Args:
        wanted: The intent that each line means.
        found: The one that it was taken for; the fallback is `nlu_fallback`.
    """
    inside = [pair for pair in zip(wanted, found, strict=True) if pair[0] != OUT_OF_SCOPE]
    outside = [one for meant, one in zip(wanted, found) if meant == OUT_OF_SCOPE]
    distress = [one for meant, one in zip(wanted, found) if meant == DISTRESS]
    numbers = {
        "lines": float(len(wanted)),
        "intent_accuracy": accuracy(wanted, found),
        "intent_macro_f1": macro_f1(label_counts(wanted, found)),
        "in_scope_accuracy": accuracy([one for one, _ in inside], [other for _, other in inside]),
    }
    if outside:
        refused = sum(one in REFUSED for one in outside)
        numbers["out_of_scope_recall"] = refused / len(outside)
    if distress:
        numbers["distress_recall"] = sum(one == DISTRESS for one in distress) / len(distress)
    return numbers


def intent_details(wanted: Sequence[str], found: Sequence[str]) -> dict[str, Any]:
    """Scores of each intent, and the confusion matrix."""
    counts = label_counts(wanted, found)
    return {
        "intents": {label: one.as_json() for label, one in counts.items()},
        "confusion": confusions(zip(wanted, found)),
    }


def intent_misses(lines: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Lines that were misunderstood, the most confident mistakes first.

    Args:
        lines: With `text`, `intent`, and `found` as bot/nlu_report.py writes them.
    """
    missed = [
        {
            "text": line["text"],
            "wanted": line["intent"],
            "found": line["found"]["intent"],
            "confidence": line["found"]["confidence"],
            "settled_by": line["found"]["settled_by"],
        }
        for line in lines
        if line["found"]["intent"] != line["intent"]
    ]
    return sorted(missed, key=lambda miss: (-miss["confidence"], miss["text"]))
