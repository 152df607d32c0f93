from __future__ import annotations

import pytest

from index.passages import IndexedPassage
from index.word_index import Stemmer, WordIndex, split_words

PASSAGES = [
    IndexedPassage("a#1", "Medical science liaison", "MSL, liaison", "Travels and talks to experts."),
    IndexedPassage("a#2", "Chart review", "", "Reviewing charts pays by the hour."),
    IndexedPassage("a#3", "Chart review", "", "An hourly rate is not given."),
]


@pytest.fixture
def words(tmp_path):
    WordIndex.write(tmp_path / "words.db", PASSAGES)
    return WordIndex(tmp_path / "words.db")


def test_every_form_of_a_word_is_found(words):
    assert set(words.search(["traveling"])) == {"a#1"}
    assert next(iter(words.search(["reviewers", "chart"]))) == "a#2"


def test_everyday_names_are_found(words):
    assert set(words.search(["msl"])) == {"a#1"}


def test_the_mask_is_applied_inside(words):
    assert set(words.search(["chart"], allowed={"a#3"})) == {"a#3"}
    assert words.search(["chart"], allowed=set()) == {}


def test_scores_are_positive_for_rare_words_and_best_first(words):
    scores = list(words.search(["hour", "charts", "pays"]).values())
    assert scores == sorted(scores, reverse=True) and scores[0] > 0


@pytest.mark.parametrize("text", ['"', "a OR", "NEAR(", "*", "col:x", "'; DROP TABLE passages", ""])
def test_search_syntax_in_a_question_is_plain_text(words, text):
    words.search([text])
    assert set(words.search(["msl"])) == {"a#1"}


def test_passage_counts_are_by_stem(words):
    counts = words.passage_counts()
    assert counts["chart"] == 2 and counts["hour"] == 1 and counts["hourli"] == 1


def test_the_stemmer_agrees_with_the_search(words):
    stems = Stemmer().stems(["charts", "reviewing", "reviews", "charts", "msl"])
    assert stems == ["chart", "review", "review", "chart", "msl"]
    assert set(stems) <= set(words.passage_counts())


def test_words_split_at_everything_but_letters_and_digits():
    assert split_words("Work/life: follow-ups, $150k_a") == [
        "work", "life", "follow", "ups", "150k", "a",
    ]


def test_the_best_are_kept_where_only_some_are_wanted(tmp_path, small_knowledge):
    from index.passages import indexed_passages
    from index.word_index import WordIndex

    WordIndex.write(tmp_path / "words.db", indexed_passages(small_knowledge))
    words = WordIndex(tmp_path / "words.db")
    everything = words.search(["pay", "people", "average"])
    assert len(everything) > 2
    assert list(words.search(["pay", "people", "average"], most=2)) == list(everything)[:2]
    last = list(everything)[-1:]
    assert list(words.search(["pay", "people", "average"], allowed=set(last), most=1)) == last
    words.close()
