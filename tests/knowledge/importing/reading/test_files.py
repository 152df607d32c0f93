from __future__ import annotations

import os
from pathlib import Path

import pytest

from knowledge.errors import UnreadableSource
from knowledge.importing.reading.files import content_of, source_files
from knowledge.importing.reading.limits import Limits

SMALL = Limits(file_bytes=1000)


def refusal(path: Path) -> UnreadableSource:
    with pytest.raises(UnreadableSource) as caught:
        content_of(path, SMALL)
    return caught.value


def test_an_ordinary_file_is_read(tmp_path):
    path = tmp_path / "article.txt"
    path.write_bytes(b"It pays $90.")

    assert content_of(path, SMALL) == b"It pays $90."


def test_a_link_is_not_followed(tmp_path):
    secret, link = tmp_path / "secret.txt", tmp_path / "article.txt"
    secret.write_text("It pays $90.")
    link.symlink_to(secret)

    assert str(refusal(link)) == "article.txt is a link to another place; import the file that it leads to"


@pytest.mark.timeout(10)
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "article.txt")

    assert refusal(tmp_path / "article.txt").reason == "is no ordinary file"


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_not_read(device):
    assert refusal(Path(device)).reason == "is no ordinary file"


def test_a_huge_file_is_refused_unread(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(100 * 1024**2)

    with pytest.raises(UnreadableSource, match=r"huge\.txt is 100 MB large; up to 30 MB are read; save the article"):
        content_of(path, Limits())


@pytest.mark.parametrize("content", [b"", b" \n\t "])
def test_an_empty_file(tmp_path, content):
    (tmp_path / "empty.txt").write_bytes(content)

    assert refusal(tmp_path / "empty.txt").reason == "is empty"


def test_a_folder_and_a_missing_file(tmp_path):
    assert refusal(tmp_path).reason == "is a folder"
    assert refusal(tmp_path / "gone.txt").reason == "is not there"


def test_the_files_of_a_folder(tmp_path):
    for name in ("b.html", "a.pdf", ".hidden.txt", "~$open.docx", "photo.png", "deeper/c.MD", "b_files/frame.html"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (tmp_path / "outside.txt").write_text("x")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "outside.txt")
    (tmp_path / "in" / "linked").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(tmp_path / "in" / "pipe.txt")

    found = [path.relative_to(tmp_path / "in").as_posix() for path in source_files(tmp_path / "in")]

    assert found == ["a.pdf", "b.html", "deeper/c.MD"]
