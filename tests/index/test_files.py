from __future__ import annotations

import pytest

from index.files import replaced_folder


def write(target, text):
    with replaced_folder(target) as new:
        (new / "a").write_text(text)


def test_the_folder_appears_complete(tmp_path):
    with replaced_folder(tmp_path / "made") as new:
        (new / "a").write_text("1")
        assert not (tmp_path / "made").exists()
    assert (tmp_path / "made" / "a").read_text() == "1"


def test_an_error_keeps_the_old_folder_and_leaves_nothing_behind(tmp_path):
    write(tmp_path / "made", "old")
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(RuntimeError), replaced_folder(tmp_path / "made") as new:  # noqa: PT012
        (new / "a").write_text("half")
        raise RuntimeError
    assert (tmp_path / "made" / "a").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_reader_that_resolved_the_folder_can_finish_after_a_switch(tmp_path):
    write(tmp_path / "made", "old")
    opened = (tmp_path / "made").resolve()
    write(tmp_path / "made", "new")
    assert (opened / "a").read_text() == "old"
    assert (tmp_path / "made" / "a").read_text() == "new"


def test_only_the_last_two_versions_are_kept(tmp_path):
    for text in "abcd":
        write(tmp_path / "made", text)
    assert len(list(tmp_path.glob(".made-*"))) == 2


def test_a_plain_folder_in_the_way_is_replaced(tmp_path):
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "stale").write_text("x")
    write(tmp_path / "made", "new")
    assert [path.name for path in (tmp_path / "made").iterdir()] == ["a"]
