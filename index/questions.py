"""Labelled questions: which the articles answer, and which only sound as if they did."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import List, Tuple

import yaml

from index.errors import PassageIndexError


@dataclass(frozen=True)
class LabelledQuestion:
    """A question with its right treatment. Near misses have no articles."""

    text: str
    answerable: bool
    articles: Tuple[str, ...] = ()  # ids of the articles where the answer stands
    answer: str = ""  # the fact, in our words
    near: str = ""  # the heading beside which it stands


def read_questions(path: Path) -> List[LabelledQuestion]:
    """Read a question file (answerable and near_miss lists).

    Raises:
        PassageIndexError: The file cannot be read or has another form.
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        return [
            LabelledQuestion(
                q["text"], True, tuple(q.get("article", ())), q.get("answer", ""), q.get("near", "")
            )
            for q in content["answerable"]
        ] + [LabelledQuestion(q["text"], False) for q in content["near_miss"]]
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        raise PassageIndexError(
            f"{path} is not a question file ({error!r}); it needs the lists answerable and"
            " near_miss, each entry with a text"
        ) from error
