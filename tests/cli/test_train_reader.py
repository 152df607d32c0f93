"""Labelled articles as examples for the page reader."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from cli.evaluation.importing_labels import LabelledArticle, read_half
from cli.train_reader import examples_of, train_reader
from knowledge.importing.learned.examples import Example


def test_the_command_teaches_the_model_that_pages_are_read_with(monkeypatch, tmp_path) -> None:
    from index.token_weights import packaged_folder
    from knowledge.importing.learned import training

    asked = {}

    def learned(examples, encoder, schedule, told):
        asked.update(examples=examples, encoder=encoder)
        return "network"

    monkeypatch.setattr(training, "train", learned)
    monkeypatch.setattr(training, "save", lambda network, weights: weights.write_text(network))
    result = CliRunner().invoke(train_reader, ["--fragments-only", "--weights", str(tmp_path / "weights")])

    assert result.exit_code == 0, result.output
    assert asked["encoder"] == packaged_folder()
    assert len(asked["examples"]) > 3000
    assert (tmp_path / "weights").read_text() == "network"


@pytest.fixture(scope="module")
def article() -> LabelledArticle:
    return next(one for one in read_half("opened") if one.file.name.startswith("08"))


@pytest.fixture(scope="module")
def examples(article: LabelledArticle) -> list[Example]:
    return list(examples_of(article))


def test_every_labelled_amount_is_seen_once(article: LabelledArticle, examples: list[Example]) -> None:
    figures = [figure.as_written for role in article.roles for figure in role.figures]
    seen = [one.window.text[one.window.start : one.window.end] for one in examples if one.kind == "figure"]

    assert sorted(seen) == sorted(figures)
    assert sum(one.kind == "poll" for one in examples) == len(article.polls)


def test_amounts_without_a_label_are_neither_pay_nor_poll(examples: list[Example]) -> None:
    others = [one for one in examples if one.kind == "none"]

    assert others and all(not one.spans for one in others)


def test_values_stand_where_the_example_says(article: LabelledArticle, examples: list[Example]) -> None:
    qualifiers = {f.as_written: f.qualifier for role in article.roles for f in role.figures if f.qualifier}
    found = {
        one.window.text[one.window.start : one.window.end]: [one.window.text[a:b] for a, b in one.spans["qualifier"]]
        for one in examples
        if one.spans.get("qualifier")
    }

    assert len(found) >= len(qualifiers) - 1
    assert all(words[0].lower() in qualifiers[amount].lower() for amount, words in found.items())
