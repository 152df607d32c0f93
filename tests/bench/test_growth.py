"""The steps that are measured with more and more articles, with two of them and no encoding."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def step(name: str, folder: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.growth", name, str(folder), "2", "--stand-in"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_articles_are_built_and_one_added_reads_only_its_own_passages(tmp_path: Path) -> None:
    built, added = step("build", tmp_path / "two"), step("add", tmp_path / "two")

    assert built["encoded"] == built["passages"] > 0
    assert added["passages"] > built["passages"]
    assert added["encoded"] == added["passages"] - built["passages"]


def test_pages_are_imported_into_drafts_that_hold_their_pay(tmp_path: Path) -> None:
    brought = step("import", tmp_path / "two")

    drafts = sorted((tmp_path / "two" / "drafts").glob("*/article.md"))
    assert brought["seconds"] > 0
    assert len(drafts) == 2
    assert all("review: proposed" in draft.read_text(encoding="utf-8") for draft in drafts)
    assert all(draft.read_text(encoding="utf-8").count("as_written") >= 3 for draft in drafts)
