"""Finds the Pythons that the two environments are made with.

A `python3.10` on PATH proves nothing: pyenv puts a shim there for every version it has, and the
shim fails unless that version is switched on. So every candidate is run before it is believed.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, List, Optional, Sequence, Tuple

from cli.bootstrap.problems import Problem

Version = Tuple[int, int]

MAIN_VERSIONS: Tuple[Version, ...] = ((3, 11), (3, 12), (3, 13))
RASA_VERSIONS: Tuple[Version, ...] = ((3, 10),)

# Prints what we need to know of an interpreter; one inside a virtual environment names its base,
# because an environment made from another one breaks when that one goes.
_PROBE = """
import importlib.util as u, json, sys
wanted = ("venv", "ensurepip", "sqlite3", "ssl", "ctypes")
print(json.dumps({
    "path": getattr(sys, "_base_executable", None) or sys.executable,
    "version": sys.version_info[:2],
    "missing": [m for m in wanted if u.find_spec(m) is None],
}))
"""


@dataclass(frozen=True)
class Interpreter:
    """A Python that ran: its own path and version."""

    path: str
    version: Version
    missing: Tuple[str, ...] = ()


def find_main_python() -> Interpreter:
    """A Python 3.11 or newer for .venv.

    Raises:
        Problem: There is none, or WAYPOINT_PYTHON names one that does not fit.
    """
    found = _named_by("WAYPOINT_PYTHON", MAIN_VERSIONS) or _find(MAIN_VERSIONS, None)
    if found is None:
        raise Problem(
            "Python 3.11, 3.12 or 3.13 (with its venv module) was not found.",
            "  Debian or Ubuntu: apt install python3.11 python3.11-venv",
            "  macOS:            brew install python@3.11",
            "  pyenv:            pyenv install 3.11",
            "  one of your own:  WAYPOINT_PYTHON=/path/to/python3.11 make chat",
            "Then run the same command again.",
        )
    return found


def find_rasa_python(uv: Optional[str] = None) -> Interpreter:
    """A Python 3.10 for .venv-rasa.

    Args:
        uv: Path of uv, which knows of Pythons that it installed itself; None to do without.

    Raises:
        Problem: There is none, or WAYPOINT_PYTHON310 names one that does not fit.
    """
    named = _named_by("WAYPOINT_PYTHON310", RASA_VERSIONS)
    found = named or _find(RASA_VERSIONS, uv or shutil.which("uv"))
    if found is None:
        raise Problem(
            "Python 3.10 was not found, and Rasa 3.6 runs on no newer one. Any of these helps:",
            f"  uv:               {uv or 'uv'} python install 3.10",
            "  pyenv:            pyenv install 3.10",
            "  macOS:            brew install python@3.10",
            "  Ubuntu 22.04:     apt install python3.10 python3.10-venv",
            "  one of your own:  WAYPOINT_PYTHON310=/path/to/python3.10 make chat",
            "Then run the same command again.",
        )
    return found


def probe(command: str) -> Optional[Interpreter]:
    """Runs an interpreter to see what it is; None when it does not run."""
    try:
        done = subprocess.run(
            [command, "-c", _PROBE],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            timeout=30,
        )
        seen = json.loads(done.stdout) if done.returncode == 0 else None
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    if seen is None:
        return None
    return Interpreter(seen["path"], tuple(seen["version"]), tuple(seen["missing"]))


def _named_by(variable: str, versions: Sequence[Version]) -> Optional[Interpreter]:
    """The interpreter that an environment variable names; it must fit, we look no further."""
    named = os.environ.get(variable)
    if not named:
        return None
    found = probe(shutil.which(named) or named)
    wanted = " or ".join("{}.{}".format(*version) for version in versions)
    if found is None:
        raise Problem(f"{variable} is {named}, which does not run. Name a Python {wanted} there.")
    if found.version not in versions:
        is_version = "{}.{}".format(*found.version)
        raise Problem(f"{variable} is {named}, a Python {is_version}; it must be {wanted}.")
    if found.missing:
        lacks = ", ".join(found.missing)
        raise Problem(f"{variable} is {named}, which lacks these standard modules: {lacks}.")
    return found


def _find(versions: Sequence[Version], uv: Optional[str]) -> Optional[Interpreter]:
    seen = set()
    for command in _candidates(versions, uv):
        if command in seen:
            continue
        seen.add(command)
        found = probe(command)
        if found and found.version in versions and not found.missing:
            return found
    return None


def _candidates(versions: Sequence[Version], uv: Optional[str]) -> Iterator[str]:
    """Interpreters worth a try, the likeliest first; made one by one, as each look takes time."""
    names = ["python{}.{}".format(*version) for version in versions]
    for name in names:
        yield from _all_on_path(name)
    yield sys.executable
    yield from _all_on_path("python3")
    roots = _pyenv_roots()
    for version in versions:
        for root in roots:
            yield from _pyenv_versions(root, version)
    if uv:
        for version in versions:
            yield from _known_to_uv(uv, version)


def _all_on_path(name: str) -> Iterator[str]:
    """Every command of that name on PATH: the first may be a shim that fails, the next be good."""
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        path = os.path.join(folder, name)
        if folder and os.access(path, os.X_OK):
            yield path


def _pyenv_roots() -> List[Path]:
    roots = [os.environ.get("PYENV_ROOT"), _output_of("pyenv", "root"), "~/.pyenv"]
    found: List[Path] = []
    for root in roots:
        path = Path(root).expanduser() if root else None
        if path and path not in found and (path / "versions").is_dir():
            found.append(path)
    return found


def _pyenv_versions(root: Path, version: Version) -> List[str]:
    def patch(folder: Path) -> int:
        last = folder.name.split(".")[-1]
        return int(last) if last.isdigit() else -1

    folders = (root / "versions").glob("{}.{}*".format(*version))
    newest_first = sorted(folders, key=patch, reverse=True)
    return [str(folder / "bin" / "python") for folder in newest_first]


def _known_to_uv(uv: str, version: Version) -> Iterator[str]:
    path = _output_of(uv, "python", "find", "--no-python-downloads", "{}.{}".format(*version))
    if path:
        yield path


def _output_of(*command: str) -> Optional[str]:
    try:
        done = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode().strip() or None if done.returncode == 0 else None
