from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.article_file import read_articles
from knowledge.curation.changes import knowledge_diff

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def changed(article_text, small_knowledge):
    """The diff from the small article to the same with words replaced."""

    def diff(*replacements):
        text = article_text
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new)
        file = (DATA / "articles" / "small.md").absolute()
        after = read_articles(DATA / "articles", DATA / "roles.yml", {file: text})
        return knowledge_diff(small_knowledge, after)

    return diff


def test_nothing_changed_is_no_change(small_knowledge):
    assert knowledge_diff(small_knowledge, small_knowledge).changes == ()


def test_everything_is_new_where_nothing_was(small_knowledge):
    diff = knowledge_diff(None, small_knowledge)
    assert {c.verb for c in diff.changes} == {"added"}
    assert len(diff.of("figure")) == len(small_knowledge.figures)
    assert len(diff.of("passage")) == len(small_knowledge.passages)


def test_a_removed_article_takes_everything_with_it(knowledge):
    gone = "sermo-oncology"
    file = (Path(__file__).parents[3] / "knowledge" / "articles" / f"{gone}.md").absolute()
    after = read_articles(file.parent, file.parent.parent / "roles.yml", {file: None})
    diff = knowledge_diff(knowledge, after)
    assert {c.verb for c in diff.changes} == {"removed"}
    assert all(c.id.startswith(gone) for c in diff.changes)
    for part, facts in (("role", knowledge.roles), ("poll", knowledge.polls), ("passage", knowledge.passages),
                        ("figure", knowledge.figures), ("reason", knowledge.drivers)):
        assert len(diff.of(part)) == sum(i.startswith(gone) for i in facts)


def test_a_changed_figure_is_shown_old_and_new(changed):
    diff = changed(("$357,482", "$360,000"), ("amount: 357482", "amount: 360000"))
    (change,) = diff.of("figure")
    assert change.verb == "changed"
    assert "$357,482" in change.before and "$360,000" in change.after
    assert [c.part for c in diff.changes] == ["figure", "passage"]


def test_the_first_figure_taken_out_does_not_change_the_second(small_knowledge):
    from dataclasses import replace

    role = next(r for r in small_knowledge.roles.values() if len(r.figures) > 1)
    shifted = tuple(replace(f, id=f"{role.id}/{n}") for n, f in enumerate(role.figures[1:], 1))
    after = replace(small_knowledge, roles={**small_knowledge.roles, role.id: replace(role, figures=shifted)})
    (change,) = knowledge_diff(small_knowledge, after).changes
    assert (change.part, change.verb) == ("figure", "removed")
    assert role.figures[0].as_written in change.before


def test_programs_get_the_same_as_json(changed):
    diff = changed(("title: A small article", "title: A small article, second edition"))
    read = json.loads(json.dumps(diff.to_json()))
    assert [c["part"] for c in read["changes"]] == ["article"]
    assert read["changes"][0]["change"] == "changed" and "second edition" in read["changes"][0]["after"]
    assert read["before"] == diff.before_version != read["after"]
