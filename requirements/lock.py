"""Locks both environments: reads main.in and rasa.in, writes main.txt and rasa.txt.

`make lock` runs it with .venv's Python. It resolves for Linux and macOS at once, in a throw-away
project, because only there does uv limit the Python versions that it resolves for. The locks hold
names and versions only: no index address, no local version suffix, no GPU package.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENTS = {"main": ">=3.11,<3.14", "rasa": "==3.10.*"}
PLATFORMS = "sys_platform == 'darwin' or sys_platform == 'linux'"

# torch's Linux builds name gigabytes of GPU packages. Waypoint computes on the CPU, so the lock
# knows torch by its other needs only.
TORCH_NEEDS = [
    "filelock",
    "fsspec>=0.8.5",
    "jinja2",
    "networkx>=2.5.1",
    "setuptools>=77.0.3",
    "sympy>=1.13.3",
    "typing-extensions>=4.10.0",
]

PROJECT = """
[project]
name = "waypoint-lock"
version = "0"
requires-python = "{python}"
dependencies = {needs}

[tool.uv]
environments = ["sys_platform == 'linux'", "sys_platform == 'darwin'"]

[[tool.uv.dependency-metadata]]
name = "torch"
version = "2.13.0"
requires-dist = {torch_needs}
"""


def main() -> None:
    """Writes both locks, or exits with the resolver's own message."""
    for name, python in ENVIRONMENTS.items():
        needs = _requirements(HERE / f"{name}.in")
        (HERE / f"{name}.txt").write_text(_header(name) + _resolve(needs, python))
        print(f"requirements/{name}.txt")


def _header(name: str) -> str:
    return f"# Made from {name}.in by `make lock`; change that file, not this one.\n"


def _requirements(path: Path) -> list[str]:
    lines = (line.split("#")[0].strip() for line in path.read_text().splitlines())
    return [line for line in lines if line]


def _resolve(needs: list[str], python: str) -> str:
    project = PROJECT.format(
        python=python, needs=json.dumps(needs), torch_needs=json.dumps(TORCH_NEEDS)
    )
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "pyproject.toml").write_text(project)
        _uv(folder, "lock", "--quiet")
        form = ["--no-hashes", "--no-annotate", "--no-header", "--no-emit-project"]
        exported = _uv(folder, "export", "--quiet", "--frozen", *form)
    # Only these platforms were resolved for, so every line says so; the rest of a marker stays.
    return exported.replace(f" and ({PLATFORMS})", "").replace(f" ; {PLATFORMS}", "")


def _uv(folder: str, *arguments: str) -> str:
    command = [sys.executable, "-m", "uv", *arguments]
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise SystemExit(f"uv {arguments[0]} failed; the resolver's reason is above.")
    return done.stdout


if __name__ == "__main__":
    main()
