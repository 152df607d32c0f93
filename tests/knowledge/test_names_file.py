from __future__ import annotations

import dataclasses
import json
import os

import pytest

from knowledge import names_file
from knowledge.names_file import editions, english_words, role_names, source_name, source_names, write_names


def test_the_file_holds_roles_sources_words_and_version(tmp_path, knowledge):
    file = tmp_path / "new" / "names.json"
    write_names(knowledge, file)
    names = json.loads(file.read_text(encoding="utf-8"))
    assert sorted(names) == ["articles", "protected", "roles", "sources", "version"]
    assert list(names["articles"]) == list(knowledge.articles)
    assert names["version"] == knowledge.version
    assert set(names["roles"]) == set(knowledge.kinds)
    assert os.listdir(file.parent) == ["names.json"]


def test_an_edition_changes_with_its_own_article_alone(knowledge):
    figure = next(iter(knowledge.figures.values()))
    role = knowledge.roles[figure.role_id]
    without = dataclasses.replace(role, figures=tuple(f for f in role.figures if f != figure))
    after = dataclasses.replace(knowledge, version="new", roles={**knowledge.roles, role.id: without})
    changed = {i for i, edition in editions(knowledge).items() if editions(after)[i] != edition}
    assert changed == {role.article_id}


def test_a_failed_write_leaves_the_old_file(tmp_path, small_knowledge, monkeypatch):
    file = tmp_path / "names.json"
    write_names(small_knowledge, file)
    before = file.read_text()
    monkeypatch.setattr(names_file.os, "replace", _no_space)
    with pytest.raises(OSError, match="No space"):
        write_names(dataclasses.replace(small_knowledge, version="new"), file)
    assert file.read_text() == before
    assert os.listdir(tmp_path) == ["names.json"]


def _no_space(*_):
    raise OSError(28, "No space left on device")


def test_a_kind_has_its_names_and_the_titles_of_its_articles(small_knowledge):
    assert role_names(small_knowledge) == {
        "telemedicine": {
            "title": "Telemedicine",
            "names": ["telemedicine", "telehealth", "virtual visits", "telecardiology"],
        },
        "utilization-review": {
            "title": "Utilization review (UR)",
            "names": ["utilization review", "ur", "utilization management"],
        },
    }


def test_a_title_of_two_kinds_belongs_to_neither(small_knowledge):
    roles = {
        role.id: dataclasses.replace(role, title="Consultant (any)")
        for role in small_knowledge.roles.values()
    }
    named = role_names(dataclasses.replace(small_knowledge, roles=roles))
    assert not any("consultant" in kind["names"] for kind in named.values())


def test_a_listed_name_wins_over_a_title_of_another_kind(small_knowledge):
    role = dataclasses.replace(small_knowledge.roles["small#ur"], title="Telehealth")
    named = role_names(dataclasses.replace(small_knowledge, roles={role.id: role}))
    assert "telehealth" in named["telemedicine"]["names"]
    assert "telehealth" not in named["utilization-review"]["names"]


def test_no_two_kinds_share_a_name(knowledge):
    names = [name for kind in role_names(knowledge).values() for name in kind["names"]]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("telemedicine", "tele-oncology"),
        ("medical-science-liaison", "msl"),
        ("utilization-review", "ur"),
        ("chief-medical-officer", "cmo"),
        ("independent-medical-examiner", "ime"),
    ],
)
def test_everyday_names_reach_the_file(knowledge, kind, name):
    assert name in role_names(knowledge)[kind]["names"]


@pytest.mark.parametrize(
    ("attribution", "name"),
    [
        ("ZipRecruiter", "ZipRecruiter"),
        ("internal Sermo poll", "Sermo"),
        ("study published by JAMA", "JAMA"),
        ("a report from the Ministry", "Ministry"),
        ("American Medical Association (AMA) survey", "American Medical Association"),
        ("", ""),
    ],
)
def test_the_name_in_an_attribution(attribution, name):
    assert source_name(attribution) == name


def test_every_attribution_has_its_source(knowledge):
    sources = source_names(knowledge)
    attributed = {f.attributed_to for f in knowledge.figures.values() if f.attributed_to}
    attributed |= {p.attributed_to for p in knowledge.polls.values()}
    for words in attributed:
        assert any(name in words for name in sources)
    assert sources["ZipRecruiter"] == ["ziprecruiter", "zip recruiter", "zip-recruiter"]
    assert sources["American Medical Association"] == ["american medical association", "ama"]
    assert not any("zip" in forms for forms in sources.values())


def test_english_words_are_frequent_and_spelt_right():
    words = english_words(30_000)
    assert len(words) == len(set(words)) == 30_000
    assert {"remove", "reviewer", "clinic", "promote", "liaison", "medicine"} <= set(words)
    assert not {"telemedecine", "utilizaton", "recieve", "cardiolgy", "in"} & set(words)
    assert english_words(3) == ["the", "and", "for"]
