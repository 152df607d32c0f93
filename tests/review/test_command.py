"""`waypoint knowledge review` itself."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.request

import pytest
from click.testing import CliRunner

from cli.knowledge import knowledge


@pytest.mark.parametrize("by_folder", [True, False])
def test_it_serves_until_it_is_interrupted(bring, settings, by_folder):
    draft = bring()
    name = str(draft.folder) if by_folder else draft.folder.name
    command = [sys.executable, "-m", "cli.main", "knowledge", "review", name, "--no-browser"]
    process = subprocess.Popen(
        [*command, "--drafts", str(settings.drafts_dir)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    try:
        url = re.search(r"http://127\.0\.0\.1:\d+/\S+/", process.stdout.readline())[0]
        with urllib.request.urlopen(f"{url}drafts", timeout=10) as answer:
            assert b'"careers-beyond-the-clinic"' in answer.read()
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
    finally:
        process.kill()


def test_a_draft_that_is_not_there_is_told(settings):
    result = CliRunner().invoke(knowledge, ["review", "nothing", "--drafts", str(settings.drafts_dir)])
    assert result.exit_code == 1
    assert 'there is no draft "nothing"' in result.output
