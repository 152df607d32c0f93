"""Installing the environments: room on the disk, half-installed ones, what makes them due."""

from __future__ import annotations

import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from cli.bootstrap import environments
from cli.bootstrap.environments import (
    GIGABYTE,
    STAMP,
    check_room,
    environment_steps,
    forget_half_installed,
)
from cli.bootstrap.problems import Problem
from cli.bootstrap.stamps import UNFINISHED, read_stamp, write_stamp
from cli.bootstrap.steps import Command, Step

Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with nothing but its locks."""
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "main.txt").write_text("click==8.5.1\nuv==0.13.9\n")
    (tmp_path / "requirements" / "rasa.txt").write_text("rasa==3.6.21\n")
    (tmp_path / "pyproject.toml").write_text("")
    return tmp_path


def install(root: Path) -> None:
    """Leaves both environments as an installation does."""
    for step in environment_steps(root):
        for output in step.outputs:
            output.parent.mkdir(parents=True, exist_ok=True)
            output.write_text("")
        write_stamp(step.stamp_file, step.name, step.fingerprint(root))


def due(root: Path) -> list[str]:
    return [step.name for step in environment_steps(root) if step.is_due(root)]


def named(root: Path, name: str) -> Step:
    return next(step for step in environment_steps(root) if step.name == name)


def test_installed_environments_are_not_due(root: Path) -> None:
    install(root)

    assert due(root) == []


def test_new_lock_is_due_in_its_environment_only(root: Path) -> None:
    install(root)
    (root / "requirements" / "rasa.txt").write_text("rasa==3.6.22\n")

    assert due(root) == ["install-rasa"]


def test_removed_environment_is_due(root: Path) -> None:
    install(root)
    shutil.rmtree(root / ".venv-rasa")

    assert due(root) == ["install-rasa"]


def test_moved_repository_gets_new_environments(root: Path, tmp_path: Path) -> None:
    install(root)
    moved = tmp_path.parent / f"{tmp_path.name}-moved"
    root.rename(moved)

    assert due(moved) == ["install-uv", "install-main", "install-rasa"]


def test_half_installed_main_environment_is_made_anew(root: Path) -> None:
    install(root)
    write_stamp(root / ".venv" / STAMP, "install-main", UNFINISHED)
    forget_half_installed(root)

    assert due(root) == ["install-uv", "install-main"]


def test_finished_environment_is_left_alone(root: Path) -> None:
    install(root)
    before = read_stamp(root / ".venv" / STAMP, "install-uv")
    forget_half_installed(root)

    assert read_stamp(root / ".venv" / STAMP, "install-uv") == before


@pytest.mark.parametrize("free", [0.3 * GIGABYTE, 5.9 * GIGABYTE])
def test_full_disk_is_told_before_installing(
    root: Path, monkeypatch: pytest.MonkeyPatch, free: float
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(0, 0, free))

    with pytest.raises(Problem, match=rf"about 6 GB free in .*{free / GIGABYTE:.1f} GB are"):
        check_room(root, environment_steps(root))


def test_installed_environments_need_no_room(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(root)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(0, 0, 0))

    check_room(root, environment_steps(root))


def test_full_temporary_folder_is_told_with_its_variable(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pip unpacks into it, and it is often a small disk in memory."""
    elsewhere = Path("/proc")  # a file system of its own wherever there is one
    if not elsewhere.is_dir():
        pytest.skip("no second file system to try it with")
    free = {str(root): 50 * GIGABYTE, str(elsewhere): GIGABYTE}
    monkeypatch.setattr(environments.tempfile, "gettempdir", lambda: str(elsewhere))
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(0, 0, free[str(path)]))

    with pytest.raises(Problem, match="TMPDIR"):
        check_room(root, environment_steps(root))


def rasa_commands(root: Path, monkeypatch: pytest.MonkeyPatch, codes: list[int]) -> list[Command]:
    """The commands of the Rasa installation when the first ones end with these codes."""
    found = environments.Interpreter("/some/python3.10", (3, 10))
    monkeypatch.setattr(environments, "find_rasa_python", lambda uv: found)
    running = named(root, "install-rasa").commands()
    given, code = [], None
    while True:
        try:
            given.append(running.send(code))
        except StopIteration:
            return given
        code = codes[len(given) - 1] if len(given) <= len(codes) else 0


def test_rasa_is_installed_with_uv(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    venv, install_line = rasa_commands(root, monkeypatch, [])

    assert venv.line[1:] == ["venv", "--python", "/some/python3.10", str(root / ".venv-rasa")]
    assert str(root / "requirements" / "rasa.txt") in install_line.line
    assert install_line.line[0].endswith(".venv/bin/uv")


@pytest.mark.parametrize("codes", [[1], [0, 1]])
def test_pip_takes_over_where_uv_fails(
    root: Path, monkeypatch: pytest.MonkeyPatch, codes: list[int]
) -> None:
    given = rasa_commands(root, monkeypatch, codes)

    assert given[-2].line == ["/some/python3.10", "-m", "venv", str(root / ".venv-rasa")]
    assert given[-1].line[1:4] == ["-m", "pip", "install"]
    assert not given[-1].may_fail
