"""Files that are made to harm: each costs itself, none of the others."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from knowledge.errors import UnreadableSource
from knowledge.importing.reading import read_document
from knowledge.importing.reading.isolation import Worker
from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.reading import Unreadable
from tests.knowledge.importing.reading.pages import page, word_file

GOOD = b"It pays $90 an hour."


@pytest.fixture(scope="module")
def worker():
    worker = Worker()
    yield worker
    worker.stop()


@pytest.fixture(autouse=True)
def _still_works(worker):
    """After each file, the next is read."""
    yield
    assert worker.read(GOOD, ".txt", Limits()).blocks[0].text == "It pays $90 an hour."


def process_of(worker: Worker) -> int:
    worker.read(GOOD, ".txt", Limits())
    return worker._process.pid


@pytest.mark.parametrize(
    "data, suffix, reason",
    [
        (b"<div>" * 100_000, ".html", "nests elements more than 400 deep"),
        (b"<p>word</p>" * 100_000, ".html", "has more than 60,000 elements"),
        (b"<p>word</p>" * 31_000, ".html", "has more than 30,000 paragraphs"),
        (b"word\n\n" * 31_000, ".txt", "has more than 30,000 paragraphs"),
        (b"word " * 700_000, ".txt", "holds more than 3,000,000 characters"),
        (word_file("<w:sdt><w:sdtContent>" * 4000 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 4000), ".docx", "is nested"),
    ],
    ids=["deep", "elements", "blocks", "lines", "characters", "word"],
)
def test_too_much_is_refused(worker, data, suffix, reason):
    with pytest.raises(Unreadable, match=reason):
        worker.read(data, suffix, Limits())


def test_a_file_that_takes_too_long_is_given_up(worker):
    process_of(worker)
    began = time.monotonic()

    with pytest.raises(Unreadable, match="takes longer than 1 seconds"):
        worker.read(b"[" * 1_000_000, ".md", Limits(seconds=1))

    assert time.monotonic() - began < 8


def test_a_file_that_takes_too_much_memory_is_given_up(worker):
    with pytest.raises(Unreadable, match=r"memory|fail"):
        worker.read(word_file("<w:p/>" + " " * 55_000_000), ".docx", Limits(memory_bytes=200 * 1024**2))


def test_a_process_that_dies_costs_one_file_only(worker):
    process = process_of(worker)
    os.kill(process, signal.SIGSTOP)
    with pytest.raises(Unreadable, match="takes longer"):
        worker.read(GOOD, ".txt", Limits(seconds=0.5))
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_process_killed_between_two_files_is_replaced(worker):
    os.kill(process_of(worker), signal.SIGKILL)
    time.sleep(0.1)


def test_one_process_reads_many_files(worker):
    assert process_of(worker) == process_of(worker)


def test_the_process_knows_no_secrets(worker, monkeypatch):
    monkeypatch.setenv("WAYPOINT_SECRET_OF_A_TEST", "tell nobody")
    worker.stop()
    environment = Path(f"/proc/{process_of(worker)}/environ")
    if not environment.exists():
        pytest.skip("only Linux shows a process's environment")

    assert b"tell nobody" not in environment.read_bytes()


def test_the_process_can_write_no_file(worker):
    limits = Path(f"/proc/{process_of(worker)}/limits")
    if not limits.exists():
        pytest.skip("only Linux shows a process's limits")

    (line,) = [line for line in limits.read_text().splitlines() if line.startswith("Max file size")]
    assert line.split()[3] == "0"


def test_a_document_is_read_from_its_file(tmp_path):
    path = tmp_path / "Careers.html"
    path.write_text(page("<main><h1>Careers for psychiatrists</h1><p>It pays\x00 $90, or so they say.</p></main>"))
    document = read_document(path)

    assert (document.name, document.format, document.title) == ("Careers.html", "html", "Careers for psychiatrists")
    assert document.text == "Careers for psychiatrists\nIt pays $90, or so they say."
    assert [document.text[block.start : block.end] for block in document.blocks] == document.text.split("\n")
    assert len(document.sha256) == 64 and document.dropped and document.warnings


def test_a_document_that_cannot_be_read_says_which_why_and_what_to_do(tmp_path):
    (tmp_path / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 50)

    with pytest.raises(UnreadableSource) as caught:
        read_document(tmp_path / "scan.png")

    assert str(caught.value) == "scan.png is a picture; run text recognition (OCR) on it, or type its text"
