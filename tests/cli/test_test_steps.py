"""`make test` itself: every part runs, a failure is not lost, the last word is pytest's."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cli import test_steps as steps
from cli.bootstrap.console import log_tail


def part(title: str, passes: bool, ran: list[str]) -> steps.Part:
    def run() -> bool:
        ran.append(title)
        return passes

    return steps.Part(title, run)


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """`main` goes to the repository's folder; every test comes back."""
    monkeypatch.chdir(Path.cwd())


def test_all_parts_run_even_when_one_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []
    given = [part("one", True, ran), part("two", False, ran), part("three", True, ran)]
    monkeypatch.setattr(steps, "parts", lambda: given)

    assert steps.main() == 1
    assert ran == ["one", "two", "three"]
    assert "Failed: two" in capsys.readouterr().err


def test_nothing_is_said_after_the_last_part_when_all_pass(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(steps, "parts", lambda: [part("one", True, []), part("two", True, [])])

    assert steps.main() == 0
    assert capsys.readouterr().out.endswith("── two\n")


def test_interrupt_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt() -> bool:
        raise KeyboardInterrupt

    ran: list[str] = []
    monkeypatch.setattr(
        steps, "parts", lambda: [steps.Part("one", interrupt), part("two", True, ran)]
    )

    assert steps.main() == 130
    assert ran == []


@pytest.mark.parametrize(("code", "passed"), [(0, True), (1, False), (5, False)])
def test_exit_code_decides(code: int, passed: bool) -> None:
    """pytest's 5, no test collected, is a failure, too."""
    assert steps._passes([sys.executable, "-c", f"raise SystemExit({code})"]) is passed


def test_last_part_is_pytest() -> None:
    assert "pytest" in steps.parts()[-1].title


def test_missing_model_fails_the_conversations(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from cli import servers

    monkeypatch.setattr(servers, "model_path", lambda root: tmp_path / "none")

    assert steps.dialogues() is False
    assert "make build" in capsys.readouterr().out


def test_end_of_a_log_shows_progress_bars_once(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_bytes(b"first\n" + b"10%\r20%\r100%\n" + b"\nlast: \xff\n")

    assert log_tail(log) == ["  first", "  100%", "  last: \ufffd"]
    assert log_tail(log, lines=1) == ["  last: \ufffd"]


def test_empty_log_is_told_as_such(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.touch()

    assert log_tail(log) == ["  (it is empty)"]
