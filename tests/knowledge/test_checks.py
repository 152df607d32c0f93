from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.checks import check
from tests.knowledge.mistakes import MISTAKES, SHOWN_TWICE


@pytest.fixture
def problems_of(article_folder):
    """Writes small.md (and roles.yml) and gives the problems, paths from the folder above."""

    def problems(article=None, roles=None):
        if article is not None:
            (article_folder / "small.md").write_text(article, encoding="utf-8")
        roles_file = article_folder.parent / "roles.yml"
        if roles is not None:
            roles_file.write_text(roles, encoding="utf-8")
        found = check(article_folder, roles_file)
        return [str(p).replace(f"{article_folder.parent}/", "") for p in found]

    return problems


def test_the_small_article_has_no_mistake(problems_of):
    assert problems_of() == []


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_reported_at_its_line(problems_of, article_text, name):
    old, new, line, words = MISTAKES[name]
    assert article_text.count(old) == 1, "the case must change one place"
    text = article_text.replace(old, new)
    if line is None:
        line = next(n for n, shown in enumerate(text.split("\n"), 1) if "<<" in shown)
    problems = problems_of(text.replace("<<", ""))
    expected = f"articles/small.md:{line}: {words}"
    assert expected in problems
    assert name in SHOWN_TWICE or problems == [expected]


def test_all_mistakes_are_reported_in_the_order_of_the_file(problems_of, article_text):
    text = article_text
    for old, new in (
        ("unit: case", "unit: cases"),
        ("rights: own", "rights: mine"),
        ("sample: 1200", "sample: many"),
        ("- work_mode: remote", "- work_mode: home"),
    ):
        text = text.replace(old, new)
    assert [problem.split(":")[1] for problem in problems_of(text)] == ["9", "26", "73", "122"]


@pytest.mark.parametrize("sample", ["1200", "1,200", "1 200", "1\u00a0200", "1\u2009200", "1\u202f200"])
def test_a_sample_stands_in_its_passage_however_the_thousands_are_set_apart(problems_of, article_text, sample):
    assert problems_of(article_text.replace("1,200 physicians", f"{sample} physicians")) == []


@pytest.mark.parametrize("other", ["11,200", "1,2000", "200", "1 200 000"])
def test_another_number_is_no_sample(problems_of, article_text, other):
    (problem,) = problems_of(article_text.replace("1,200 physicians", f"{other} physicians"))
    assert "does not say 1200" in problem


def test_every_wrong_item_of_a_list_is_reported(problems_of, article_text):
    text = article_text.replace("[reasons-for-leaving]", "\n  - Call\n  - good\n  - Long hours")
    assert problems_of(text) == [
        'articles/small.md:32: "topics" cannot be "Call"; write lower-case words with hyphens, '
        'such as "call"',
        'articles/small.md:34: "topics" cannot be "Long hours"; write lower-case words with '
        'hyphens, such as "long-hours"',
    ]


def test_a_block_that_does_not_end_is_reported_where_it_begins(problems_of, article_text):
    text = article_text[: article_text.rindex("```")]
    assert problems_of(text)[-1] == (
        "articles/small.md:113: this block does not end; write ``` after it"
    )


def test_front_matter_that_does_not_end_is_reported(problems_of, article_text):
    text = article_text.replace("rights: own\n---", "rights: own")
    assert problems_of(text) == [
        'articles/small.md:1: the front matter does not end; write a line "---" after it',
    ]


def test_an_article_without_a_passage_is_reported(problems_of, article_text):
    text = article_text[: article_text.index("## Why")]
    assert problems_of(text) == [
        "articles/small.md:2: the article has no passage; write one under a ## heading"
    ]


def test_an_empty_file_is_reported(problems_of):
    assert problems_of("") == [
        'articles/small.md:1: the front matter is missing; begin the file with a line "---"'
    ]


def test_a_file_that_is_not_utf8_is_reported(problems_of, article_folder, article_text):
    (article_folder / "small.md").write_bytes(article_text.replace("€", "é").encode("latin-1"))
    assert problems_of() == ["articles/small.md:1: this file is not UTF-8 text; save it as UTF-8"]


def test_missing_files_are_reported(problems_of, article_folder):
    (article_folder / "small.md").unlink()
    (article_folder.parent / "roles.yml").unlink()
    assert problems_of() == [
        "articles:1: there is no article in this folder; add <article id>.md files",
        "roles.yml:1: this file is missing; create it",
    ]


def test_two_articles_with_one_id_are_reported(problems_of, article_folder, article_text):
    (article_folder / "other.md").write_text(article_text)
    problems = problems_of()
    assert (
        'articles/other.md:2: the id "small" is not the name of the file; write "id: other" or '
        "rename the file to small.md"
    ) in problems
    assert (
        'articles/small.md:2: the article "small" is already in articles/other.md:2; give one of '
        "them another name"
    ) in problems


ROLES_MISTAKES = {
    "unknown key": (
        "title: Telemedicine",
        "titel: Telemedicine<<\n  title: Telemedicine",
        'unknown key "titel" in this kind of work; did you mean title?',
    ),
    "no title": (
        "- id: telemedicine\n  title: Telemedicine",
        "- id: telemedicine<<",
        'this kind of work has no "title"; write "title: Utilization review"',
    ),
    "duplicate id": (
        "  names: [UR, utilization management]",
        "- id: telemedicine<<\n  title: Teledoctor",
        'the kind of work "telemedicine" is already in roles.yml:1; give one of them another name',
    ),
    "a name of two kinds": (
        "[UR, utilization management]",
        "[UR, Virtual Visits]<<",
        'the name "virtual visits" already belongs to "telemedicine"; leave it to one of the two',
    ),
    "a name that is another's title": (
        "[UR, utilization management]",
        "[UR, telemedicine]<<",
        'the name "telemedicine" already belongs to "telemedicine"; leave it to one of the two',
    ),
    "a name listed twice": (
        "[telehealth, virtual visits]",
        "[telehealth, telehealth]<<",
        '"names" names "telehealth" twice; name it once',
    ),
    "related to nothing": (
        "related: [utilization-review]",
        "related: [utilisation-review]<<",
        '"utilisation-review" is no other kind of work; did you mean utilization-review?',
    ),
    "related to itself": (
        "related: [utilization-review]",
        "related: [telemedicine]<<",
        '"telemedicine" is no other kind of work; write utilization-review',
    ),
    "not YAML": (
        "names: [telehealth, virtual visits]",
        "names: [telehealth, virtual visits\n  - x: ]<<",
        None,
    ),
}


@pytest.mark.parametrize("name", ROLES_MISTAKES)
def test_a_mistake_in_the_kinds_of_work_is_reported(problems_of, article_folder, name):
    old, new, words = ROLES_MISTAKES[name]
    text = (article_folder.parent / "roles.yml").read_text()
    assert text.count(old) == 1, "the case must change one place"
    text = text.replace(old, new)
    line = next(n for n, shown in enumerate(text.split("\n"), 1) if "<<" in shown)
    problems = problems_of(roles=text.replace("<<", ""))
    if words is None:
        assert any("this is not valid YAML" in p for p in problems)
    else:
        assert problems == [f"roles.yml:{line}: {words}"]


@pytest.mark.parametrize("text", ["", "telemedicine: Telemedicine\n"])
def test_kinds_of_work_that_are_no_list_are_reported(problems_of, text):
    assert any(p.startswith("roles.yml:1: the kinds of work are") for p in problems_of(roles=text))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damage_to_a_file_breaks_the_check(problems_of, article_text, data):
    """Whatever a slip of the editor leaves, a person gets problems with lines, no traceback."""
    lines = article_text.splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        damage = data.draw(st.sampled_from(("drop", "double", "cut", "indent", "junk")))
        words = lines[at]
        lines[at : at + 1] = {
            "drop": [],
            "double": [words, words],
            "cut": [words[: len(words) // 2]],
            "indent": [f"  {words}"],
            "junk": [data.draw(st.sampled_from(("- ", "{", "&a *b", "```", "---", "# x", "\t:")))],
        }[damage]
    for problem in problems_of("\n".join(lines)):
        file, line, what = problem.split(":", 2)
        assert file == "articles/small.md"
        assert 1 <= int(line) <= len(lines) + 1
        assert what.strip()
