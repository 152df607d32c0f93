"""Knowledge files are changed together or not at all."""

from __future__ import annotations

import errno

import pytest

from knowledge.curation import files
from knowledge.curation.files import files_changed
from knowledge.errors import KnowledgeError


def test_a_full_disk_is_told_and_nothing_is_changed(tmp_path, monkeypatch):
    """The way back failed, too, and a bare error of the system hid that nothing had happened."""
    kinds, article = tmp_path / "roles.yml", tmp_path / "new.md"
    kinds.write_text("old", encoding="utf-8")

    def full(**_):
        raise OSError(errno.ENOSPC, "No space left on device", "roles.yml")

    monkeypatch.setattr(files.tempfile, "mkstemp", full)
    with pytest.raises(KnowledgeError, match="No space left on device"), files_changed({kinds: "new", article: "x"}):
        pytest.fail("must not get here")
    assert kinds.read_text(encoding="utf-8") == "old" and not article.exists()


def test_an_error_inside_puts_everything_back_in_its_place(tmp_path):
    kinds, article, gone = tmp_path / "roles.yml", tmp_path / "new.md", tmp_path / "gone.md"
    kinds.write_text("old", encoding="utf-8")
    gone.write_text("here", encoding="utf-8")

    def fail() -> None:
        assert kinds.read_text(encoding="utf-8") == "new" and article.exists() and not gone.exists()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), files_changed({kinds: "new", article: "x", gone: None}):
        fail()
    assert (kinds.read_text(encoding="utf-8"), gone.read_text(encoding="utf-8")) == ("old", "here")
    assert not article.exists() and len(list(tmp_path.iterdir())) == 2
