"""Two people's labels of one article, compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.evaluation.importing_agreement import agreements
from cli.evaluation.importing_labels import ARTICLES
from cli.evaluation.importing_report import PEOPLE, half_as_markdown, half_of
from cli.evaluation.part import NotMeasured

NAME = "08-surgeons-second-act"


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    """One article with its labels, and the same labels as a second person's."""
    for folder in ("opened", "second"):
        (tmp_path / folder).mkdir()
    for kind in ("txt", "labels.yml"):
        (tmp_path / "opened" / f"{NAME}.{kind}").write_bytes((ARTICLES / "opened" / f"{NAME}.{kind}").read_bytes())
    return tmp_path


def second(folder: Path, *changes: tuple[str, str]) -> None:
    text = (folder / "opened" / f"{NAME}.labels.yml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / "second" / f"{NAME}.labels.yml").write_text(text, encoding="utf-8")


def test_who_says_the_same_agrees_wholly(labelled: Path) -> None:
    second(labelled)

    half = half_of(PEOPLE, agreements(labelled))

    assert half.counts["figures"].f1 == half.counts["roles"].f1 == half.counts["polls"].f1 == 1


def test_one_other_field_is_one_figure_of_which_they_differ(labelled: Path) -> None:
    second(labelled, ("qualifier: larger hospitals", "qualifier: null"))

    half = half_of(PEOPLE, agreements(labelled))

    right, of = half.fields["figures.qualifier"]
    assert of - right == 1
    assert (half.counts["figures"].extra, half.counts["figures"].missed) == (1, 1)
    assert "### Two people: 1 article" in half_as_markdown(half)


def test_without_second_labels_nothing_is_measured(labelled: Path) -> None:
    with pytest.raises(NotMeasured, match="second person"):
        agreements(labelled)
