from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import IndexNotBuilt
from index.evaluate import ExpectedPassages, evaluate_questions, report_lines
from index.evidence import AnswerStatus
from index.onnx_encoder import OnnxEncoder
from index.passage_index import build_index
from index.questions import read_questions
from index.retriever import Retriever
from knowledge.settings import Settings

QUESTIONS = Path(__file__).parents[1] / "data" / "questions" / "test.yml"


@pytest.fixture(scope="module")
def settings(encoder_folder, tokens_folder):
    return Settings.from_environment({"WAYPOINT_BUILD_DIR": str(encoder_folder.parent)})


@pytest.fixture(scope="module")
def retriever(settings, encoder_folder, knowledge, torch_encoder):
    build_index(knowledge, torch_encoder, settings.index_dir)
    return Retriever.load(settings, knowledge)


@pytest.mark.parametrize("question, passage", [
    ("how do chart reviewers become executives", "medical-economics-jobs-vs-careers#job-to-career"),
    ("what does pharmacovigilance involve", "sermo-oncology#drug-safety-physician"),
    ("RVUs", "sermo-cardiology#rvu"),
])
def test_the_passage_that_answers_comes_among_the_first(retriever, question, passage):
    assert passage in [hit.passage_id for hit in retriever.search(question, top_k=3)]


@pytest.mark.parametrize("question", [
    "why do physicians leave", "paid surveys", "what does an MSL do",
    "are non-clinical careers full time",
])
def test_what_the_articles_answer_is_found(retriever, question):
    assert retriever.evidence(question).status is AnswerStatus.FOUND


@pytest.mark.parametrize("question", [
    "MSL pay in Canada", "typical sign-on bonuses", "do MSLs need a board certification",
    "how many hours do chart reviewers work", "what does a hospice doctor earn",
    "asdf qwer", "", "???", "the", "\U0001f600",
])
def test_what_they_do_not_answer_is_refused(retriever, question):
    assert retriever.evidence(question).status is AnswerStatus.NOT_COVERED


def test_a_filter_is_exact_for_both_searches(retriever, knowledge):
    allowed = {i for i in knowledge.passages if i.startswith("medical-economics")}
    hits = retriever.search("medical science liaison pay", allowed=allowed, top_k=200)
    assert {hit.passage_id for hit in hits} == allowed


def test_nothing_allowed_is_refused(retriever):
    evidence = retriever.evidence("what does an MSL do", allowed=set())
    assert evidence.hits == () and evidence.status is AnswerStatus.NOT_COVERED


def test_the_same_question_gives_the_same_answer(retriever):
    assert retriever.evidence("why leave") == retriever.evidence("why leave")


def test_top_k_below_one_is_refused(retriever):
    with pytest.raises(ValueError, match="top_k is 0"):
        retriever.search("pay", top_k=0)


def test_a_new_version_of_the_index_is_noticed(retriever, settings, knowledge, torch_encoder):
    loaded = Retriever.load(settings, knowledge)
    assert loaded.is_current()
    build_index(knowledge, torch_encoder, settings.index_dir)
    assert not loaded.is_current()
    assert Retriever.load(settings, knowledge).is_current()


def test_without_an_index_the_command_is_named(settings, encoder_folder, tokens_folder, knowledge, tmp_path):
    (tmp_path / "encoder").symlink_to(encoder_folder.resolve())
    (tmp_path / "tokens").symlink_to(tokens_folder.resolve())
    empty = replace(settings, build_dir=tmp_path)
    with pytest.raises(IndexNotBuilt, match="waypoint index build"):
        Retriever.load(empty, knowledge)


def test_held_out_questions_stay_above_the_floor(retriever, encoder_folder, knowledge):
    """Floors a little under what was measured."""
    expected = ExpectedPassages(knowledge, OnnxEncoder(encoder_folder))
    outcomes = evaluate_questions(retriever, expected, read_questions(QUESTIONS))
    answerable = [o for o in outcomes if o.question.answerable]
    near_misses = [o for o in outcomes if not o.question.answerable]
    report = "\n".join(report_lines(outcomes))
    assert len(answerable) >= 60 and len(near_misses) >= 60
    assert sum(o.right for o in answerable) / len(answerable) >= 0.75, report
    assert sum(o.right for o in near_misses) / len(near_misses) >= 0.77, report
    found = sum(o.rank is not None and o.rank < 5 for o in answerable)
    assert found / len(answerable) >= 0.85, report
