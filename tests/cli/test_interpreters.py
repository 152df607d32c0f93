"""Finding Pythons among shims that fail, wrong versions and names that lead nowhere."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cli.bootstrap import interpreters
from cli.bootstrap.interpreters import find_main_python, find_rasa_python, probe
from cli.bootstrap.problems import Problem


def pretend_python(path: Path, version: tuple[int, int], missing: str = "[]") -> Path:
    """A command that answers the probe like a Python of that version."""
    path.parent.mkdir(parents=True, exist_ok=True)
    answer = f'{{"path": "{path}", "version": [{version[0]}, {version[1]}], "missing": {missing}}}'
    path.write_text(f"#!/bin/sh\necho '{answer}'\n")
    path.chmod(0o755)
    return path


def failing_shim(path: Path) -> Path:
    """What pyenv leaves on PATH for a version that is not switched on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\necho 'pyenv: command not found' >&2\nexit 127\n")
    path.chmod(0o755)
    return path


@pytest.fixture(autouse=True)
def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No Python on PATH but the ones that a test puts into bin/, no pyenv and no uv."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("WAYPOINT_PYTHON", "WAYPOINT_PYTHON310", "PYENV_ROOT"):
        monkeypatch.delenv(name, raising=False)
    # /usr/bin is needed for /bin/sh's own sake, yet may hold Pythons.
    monkeypatch.setattr(interpreters, "_all_on_path", on_test_path(tmp_path / "bin"))
    return tmp_path


def on_test_path(folder: Path):
    def all_on_path(name: str):
        yield from (str(path) for path in sorted(folder.glob(f"*/{name}")))
        if (folder / name).exists():
            yield str(folder / name)

    return all_on_path


def test_probe_reads_the_python_that_runs_the_tests() -> None:
    found = probe(sys.executable)

    assert found is not None
    assert found.version == sys.version_info[:2]
    assert found.missing == ()
    assert not found.path.startswith(sys.prefix) or sys.prefix == sys.base_prefix


def test_probe_of_something_that_does_not_run_is_nothing(tmp_path: Path) -> None:
    assert probe(str(failing_shim(tmp_path / "python3.10"))) is None
    assert probe(str(tmp_path / "nowhere")) is None


def test_failing_shim_is_passed_over_for_a_good_one_behind_it(bare_machine: Path) -> None:
    failing_shim(bare_machine / "bin" / "a" / "python3.10")
    good = pretend_python(bare_machine / "bin" / "b" / "python3.10", (3, 10))

    assert find_rasa_python().path == str(good)


def test_name_that_lies_about_its_version_is_passed_over(bare_machine: Path) -> None:
    pretend_python(bare_machine / "bin" / "python3.10", (3, 9))

    with pytest.raises(Problem, match=r"Python 3\.10 was not found"):
        find_rasa_python()


def test_pyenv_version_that_is_not_on_path_is_found(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing_shim(bare_machine / "bin" / "python3.10")
    root = bare_machine / "pyenv"
    monkeypatch.setenv("PYENV_ROOT", str(root))
    pretend_python(root / "versions" / "3.10.2" / "bin" / "python", (3, 10))
    newest = pretend_python(root / "versions" / "3.10.13" / "bin" / "python", (3, 10))
    pretend_python(root / "versions" / "3.11.7" / "bin" / "python", (3, 11))

    assert find_rasa_python().path == str(newest)


def test_python_known_to_uv_is_found(bare_machine: Path) -> None:
    good = pretend_python(bare_machine / "uv-pythons" / "python3.10", (3, 10))
    uv = bare_machine / "uv"
    uv.write_text(f"#!/bin/sh\necho {good}\n")
    uv.chmod(0o755)

    assert find_rasa_python(str(uv)).path == str(good)


def test_named_python_comes_before_all_others(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend_python(bare_machine / "bin" / "python3.10", (3, 10))
    named = pretend_python(bare_machine / "mine" / "python", (3, 10))
    monkeypatch.setenv("WAYPOINT_PYTHON310", str(named))

    assert find_rasa_python().path == str(named)


@pytest.mark.parametrize(
    ("version", "missing", "reason"),
    [((3, 11), "[]", "a Python 3.11; it must be 3.10"), ((3, 10), '["venv"]', "lacks .*venv")],
)
def test_named_python_that_does_not_fit_is_told(
    bare_machine: Path,
    monkeypatch: pytest.MonkeyPatch,
    version: tuple[int, int],
    missing: str,
    reason: str,
) -> None:
    pretend_python(bare_machine / "bin" / "python3.10", (3, 10))
    named = pretend_python(bare_machine / "mine" / "python", version, missing)
    monkeypatch.setenv("WAYPOINT_PYTHON310", str(named))

    with pytest.raises(Problem, match=reason):
        find_rasa_python()


def test_missing_python_is_told_with_every_way_out() -> None:
    with pytest.raises(Problem) as told:
        find_rasa_python("/some/uv")

    for way_out in ("/some/uv python install 3.10", "pyenv install 3.10", "WAYPOINT_PYTHON310="):
        assert way_out in str(told.value)


def test_main_python_without_venv_is_passed_over(bare_machine: Path) -> None:
    """Debian parts venv from Python."""
    pretend_python(bare_machine / "bin" / "python3.11", (3, 11), '["ensurepip"]')
    good = pretend_python(bare_machine / "bin" / "python3.12", (3, 12))

    assert find_main_python().path == str(good)
