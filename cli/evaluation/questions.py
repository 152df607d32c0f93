"""Open questions: does the search answer those that the articles answer, and refuse the rest?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cli.evaluation.part import ROOT, NotMeasured, Part, Setting
from index.errors import PassageIndexError
from index.evaluate import RANKS, ExpectedPassages, Outcome, evaluate_questions
from index.onnx_encoder import OnnxEncoder
from index.questions import read_questions
from index.retriever import Retriever
from knowledge.errors import KnowledgeError
from knowledge.settings import Settings
from knowledge.store import load_knowledge

QUESTIONS_FILE = ROOT / "tests" / "data" / "questions" / "test.yml"


def questions(setting: Setting) -> Part:
    """The search and its decision alone, without the rest of the bot."""
    made = Settings.from_environment()
    try:
        knowledge = load_knowledge(made.database_url)
        retriever = Retriever.load(made, knowledge)
        expected = ExpectedPassages(knowledge, OnnxEncoder(made.encoder_dir))
        outcomes = evaluate_questions(retriever, expected, read_questions(QUESTIONS_FILE))
    except (PassageIndexError, KnowledgeError) as error:
        raise NotMeasured(str(error)) from error
    return question_part(outcomes)


def question_part(outcomes: Sequence[Outcome]) -> Part:
    """The shares of right decisions and finds, and the questions that went wrong."""
    answerable = [one for one in outcomes if one.question.answerable]
    silent = [one for one in outcomes if not one.question.answerable]
    numbers = {
        "answerable": float(len(answerable)),
        "near_misses": float(len(silent)),
        "answered": _share(answerable),
        "refused": _share(silent),
    }
    for k in RANKS:
        found = sum(one.rank is not None and one.rank < k for one in answerable)
        numbers[f"recall_at_{k}"] = found / len(answerable) if answerable else 0.0
    misses = [_miss(one) for one in outcomes if not one.right]
    return Part("questions", numbers, {"file": QUESTIONS_FILE.name, "misses": misses})


def _miss(outcome: Outcome) -> dict[str, Any]:
    return {
        "text": outcome.question.text,
        "done": "refused" if outcome.question.answerable else "answered",
        "probability": round(float(outcome.evidence.probability), 3),
        "answer": outcome.question.answer,
    }


def _share(outcomes: Sequence[Outcome]) -> float:
    return sum(one.right for one in outcomes) / len(outcomes) if outcomes else 0.0
