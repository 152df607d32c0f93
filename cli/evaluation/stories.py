"""Rasa's test stories: does each message, understood anew, lead to the action written down?"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from cli.evaluation.part import NotMeasured, Part, Setting, end_of, in_rasa

_EVALUATED = re.compile(r"Evaluating (\d+) stories")
_NAMED = re.compile(r"^(?P<name>.*?)(?: \((?P<file>[^()]*\.yml)\))?$", re.DOTALL)


def stories(setting: Setting) -> Part:
    """All test stories; when one fails, all that do, with what was predicted instead."""
    if not setting.model.exists():
        raise NotMeasured("The bot is not trained yet. `make build` does that.")
    written = written_stories(setting.stories)
    log = setting.logs / "evaluate-stories.log"
    strict = _run(setting, log, "--fail-on-prediction-errors")
    evaluated = _EVALUATED.search(log.read_text(encoding="utf-8", errors="replace"))
    # Rasa passes over a file that it does not take for test stories, and calls that a success.
    if evaluated is None or int(evaluated[1]) != sum(written.values()):
        raise NotMeasured(f"Rasa did not evaluate all {sum(written.values())} stories. {end_of(log)}")
    failed = [] if strict == 0 else _failed(setting, log)
    return story_part(written, failed, passed=strict == 0)


def story_part(written: dict[str, int], failed: list[dict[str, Any]], *, passed: bool) -> Part:
    """The part's numbers.

    Args:
        written: How many stories there are on each topic.
        failed: Those that failed: `name`, `topic` and `steps` with Rasa's remarks.
        passed: Rasa's own verdict; a failure that it cannot show is one nevertheless.
    """
    total = sum(written.values())
    lost = max(len(failed), 0 if passed else 1)
    lost_by_topic = Counter(story["topic"] for story in failed)
    topics = [
        {"topic": topic, "stories": count, "failed": lost_by_topic[topic]}
        for topic, count in written.items()
    ]
    numbers = {"count": float(total), "passed": (total - lost) / total if total else 0.0}
    return Part("stories", numbers, {"topics": topics, "failed": failed})


def written_stories(folder: Path) -> dict[str, int]:
    """How many stories each file of the folder holds, by topic (test_lookups.yml: lookups)."""
    counts = {}
    for file in sorted(folder.glob("test_*.yml")):
        content = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
        counts[_topic(file.name)] = len(content.get("stories") or ())
    return counts


def _failed(setting: Setting, log: Path) -> list[dict[str, Any]]:
    """Rasa stops at the first story that fails when it is to fail; so once more, without that."""
    _run(setting, log.with_name("evaluate-stories-failed.log"))
    file = setting.out / "stories" / "failed_test_stories.yml"
    return failed_stories(file.read_text(encoding="utf-8")) if file.is_file() else []


def failed_stories(text: str) -> list[dict[str, Any]]:
    """The failed stories of Rasa's file, each with its steps as text (remarks are comments)."""
    failed = []
    for block in re.split(r"^- story: ", text, flags=re.MULTILINE)[1:]:
        head, _, steps = block.partition("\n  steps:\n")
        match = _NAMED.match(" ".join(head.split()))
        failed.append(
            {
                "name": match["name"].strip("'\""),
                "topic": _topic(Path(match["file"] or "").name),
                "steps": steps.rstrip(),
            }
        )
    return failed


def _run(setting: Setting, log: Path, *flags: str) -> int:
    what = ["--stories", str(setting.stories), "--model", str(setting.model)]
    out = ["--out", str((setting.out / "stories").absolute()), "--no-plot"]
    return in_rasa(["bot.light_rasa", "test", "core", "--e2e", *flags, *what, *out], log)


def _topic(file: str) -> str:
    return file.removeprefix("test_").removesuffix(".yml").replace("_", " ")
