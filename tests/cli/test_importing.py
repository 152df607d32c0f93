"""`waypoint knowledge import`: from files to drafts, whatever the files are."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import importing
from cli.knowledge import knowledge
from knowledge.errors import UnreadableSource
from knowledge.importing.drafts import load_draft
from knowledge.importing.extracted import Extraction
from tests.knowledge.importing.drafts import sources


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "saved"
    folder.mkdir()
    for name in ("one.html", "three.html", "two.html"):
        (folder / name).write_text(name, encoding="utf-8")
    return folder


@pytest.fixture
def machine(monkeypatch):
    """Stands in for reading and extraction: every file is the page of `sources`, but for what a test changes."""
    said: dict = {"read": [], "broken": {}}

    def read(path: Path):
        said["read"].append(path.name)
        if path.name in said["broken"]:
            raise said["broken"][path.name]
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        return sources.document(name=path.name, sha256=digest, title=path.stem, url=None)

    monkeypatch.setattr(importing, "read", read)
    monkeypatch.setattr(importing, "extraction_of", lambda document, known: sources.extraction(document))
    return said


@pytest.fixture
def run(tmp_path):
    def run_it(*arguments):
        return CliRunner().invoke(
            knowledge, ["import", *map(str, arguments), "--drafts", str(tmp_path / "drafts")], catch_exceptions=False
        )

    return run_it


def drafts(tmp_path):
    return sorted(path.parent.name for path in (tmp_path / "drafts").glob("*/article.md"))


def test_every_file_of_a_folder_becomes_a_draft(run, folder, machine, tmp_path):
    result = run(folder)
    assert result.exit_code == 0
    assert drafts(tmp_path) == ["one", "three", "two"]
    (row,) = [line for line in result.stdout.splitlines() if "one.html" in line]
    assert row.split()[-5:] == ["one", "2", "3", "1", "1"]  # draft, roles, figures, polls, unplaced
    assert "3 drafts" in result.stdout


def test_options_reach_the_front_matter(run, folder, machine, tmp_path):
    run(
        folder / "one.html", "--rights", "licensed", "--publisher", "Ann", "--accessed", "2026-01-02", "--id", "ann-one"
    )
    front = load_draft(tmp_path / "drafts" / "ann-one").page.front
    assert (front["rights"], front["publisher"], front["accessed"], front["id"]) == (
        "licensed",
        "Ann",
        "2026-01-02",
        "ann-one",
    )


def test_a_broken_file_is_named_with_its_reason_and_the_rest_goes_on(run, folder, machine, tmp_path):
    machine["broken"]["three.html"] = UnreadableSource("three.html", "is empty", "save the page again")
    result = run(folder)
    assert result.exit_code == 1
    assert "three.html: is empty; save the page again" in " ".join(result.stderr.split())
    assert drafts(tmp_path) == ["one", "two"]
    assert "2 drafts" in result.stdout and "1 not imported" in result.stdout


def test_a_file_that_breaks_the_program_is_named_too(run, folder, machine, tmp_path):
    machine["broken"]["one.html"] = RecursionError("too deep")
    result = run(folder)
    assert result.exit_code == 1
    assert "RecursionError" in result.stderr
    assert drafts(tmp_path) == ["three", "two"]


def test_an_interrupted_import_goes_on_where_it_stopped(run, folder, machine, tmp_path):
    machine["broken"]["three.html"] = KeyboardInterrupt()
    result = run(folder)
    assert result.exit_code == 130
    assert "2 of 3 are left" in result.stderr
    assert drafts(tmp_path) == ["one"]
    machine["broken"].clear()
    machine["read"].clear()
    result = run(folder)
    assert result.exit_code == 0
    assert machine["read"] == ["three.html", "two.html"]
    assert drafts(tmp_path) == ["one", "three", "two"]


def test_a_file_is_read_again_when_it_changed_or_its_draft_is_gone(run, folder, machine, tmp_path):
    run(folder)
    machine["read"].clear()
    (folder / "one.html").write_text("changed", encoding="utf-8")
    (tmp_path / "drafts" / "two" / "article.md").unlink()
    result = run(folder)
    assert machine["read"] == ["one.html", "two.html"]
    assert drafts(tmp_path) == ["one", "three", "two"]
    assert "again" in result.stdout


def test_again_reads_everything(run, folder, machine):
    run(folder)
    machine["read"].clear()
    run(folder, "--again")
    assert len(machine["read"]) == 3


def test_a_ledger_that_a_crash_cut_short_is_read_as_far_as_it_goes(run, folder, machine, tmp_path):
    run(folder)
    ledger = tmp_path / "drafts" / importing.LEDGER
    ledger.write_text(ledger.read_text(encoding="utf-8")[:-20], encoding="utf-8")
    machine["read"].clear()
    assert run(folder).exit_code == 0
    assert machine["read"] == ["two.html"]


def test_links_and_hidden_files_of_a_folder_are_left_alone(run, folder, machine, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.html").write_text("secret", encoding="utf-8")
    os.symlink(outside, folder / "linked")
    os.symlink(outside / "secret.html", folder / "linked.html")
    (folder / ".hidden.html").write_text("hidden", encoding="utf-8")
    run(folder)
    assert machine["read"] == ["one.html", "three.html", "two.html"]


def test_a_file_that_is_not_there_is_told(run, tmp_path):
    result = run(tmp_path / "nowhere.html")
    assert result.exit_code == 1
    assert "nowhere.html: is not there; check its name" in result.stderr


def test_an_id_is_for_one_file(run, folder, machine):
    assert run(folder, "--id", "x").exit_code == 2


@pytest.mark.parametrize("name", ["../escaped", "..", ".", "/escaped", "A b", "readme", ""])
def test_an_id_leads_nowhere_but_into_the_drafts(run, folder, machine, tmp_path, name):
    """`--id ../escaped` wrote beside the folder, and `readme` a draft that publishing passes over."""
    result = run(folder / "one.html", "--id", name)
    assert result.exit_code == 1 and "is no id" in result.stderr
    assert list(tmp_path.rglob("article.md")) == []


def test_a_page_called_readme_gets_a_name_that_can_be_published(run, folder, machine, tmp_path):
    (folder / "one.html").rename(folder / "README.html")
    run(folder / "README.html")
    assert drafts(tmp_path) == ["readme-2"]


def test_brackets_in_names_are_no_markup(run, folder, machine):
    (folder / "[red]x [bold].html").write_text("x", encoding="utf-8")
    assert "[red]x [bold].html" in run(folder).stdout


def test_nothing_but_the_drafts_is_written(run, folder, machine, tmp_path, monkeypatch):
    monkeypatch.setenv("WAYPOINT_BUILD_DIR", str(tmp_path / "build"))
    monkeypatch.setenv("WAYPOINT_RECORDS_DIR", str(tmp_path / "var"))
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    run(folder)
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before
    assert not (tmp_path / "build").exists() and not (tmp_path / "var").exists()
    lines = (tmp_path / "drafts" / importing.LEDGER).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["name"] for line in lines] == ["one.html", "three.html", "two.html"]


def test_a_file_in_which_nothing_is_found_says_so_and_what_to_do(run, folder, machine, monkeypatch):
    monkeypatch.chdir(folder)
    def found(document, known):
        full = sources.extraction(document)
        return Extraction((), (), (), full.unplaced) if document.name == "two.html" else full

    monkeypatch.setattr(importing, "extraction_of", found)
    result = run(folder)
    assert result.exit_code == 0
    (row,) = [line for line in result.stdout.splitlines() if "two.html" in line]
    assert row.rstrip().endswith("no role, figure or poll found")
    told = " ".join(result.stdout.split())
    assert "3 drafts" in told and "1 of them has no role, figure or poll" in told
    assert "source.txt" in told and "save the page again" in told and "click" in told
    again = run(folder)
    (row,) = [line for line in again.stdout.splitlines() if "two.html" in line]
    assert row.rstrip().endswith("has its draft already; no role, figure or poll found")
    assert "no role, figure or poll" not in run(folder / "one.html").stdout


def test_an_empty_folder_is_told(run, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    result = run(empty)
    assert result.exit_code == 1
    assert "empty: holds no file; save pages or documents into it, or name another folder" in result.stderr
    assert "not imported" in result.stdout and "Review them" not in result.stdout


def test_a_folder_of_other_kinds_of_files_is_told_with_what_can_be_read(run, tmp_path):
    other = tmp_path / "other"
    (other / "deeper").mkdir(parents=True)
    for name in ("a.pages", "b.pages", "c.JPG", "deeper/notes", ".hidden.html"):
        (other / name).write_text("x", encoding="utf-8")
    result = run(other)
    assert result.exit_code == 1
    told = " ".join(result.stderr.split())
    assert "other: holds no file that can be read (2 .pages, 1 .jpg, 1 without an ending)" in told
    assert "save them as HTML, PDF, Word (.docx), Markdown or text" in told


def test_an_empty_folder_beside_a_full_one_is_told_and_the_full_one_is_imported(run, folder, machine, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    result = run(empty, folder)
    assert result.exit_code == 1 and "empty: holds no file" in result.stderr
    assert drafts(tmp_path) == ["one", "three", "two"]
    assert "3 drafts" in result.stdout and "1 not imported" in result.stdout


def test_files_of_a_folder_that_are_passed_over_are_counted(run, folder, machine):
    (folder / "photo.jpg").write_text("x", encoding="utf-8")
    (folder / "plan.xlsx").write_text("x", encoding="utf-8")
    result = run(folder)
    assert result.exit_code == 0
    assert "Passed over in" in result.stdout and "(1 .jpg, 1 .xlsx)" in result.stdout
