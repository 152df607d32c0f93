"""The two environments: .venv (Python 3.11 or newer) and .venv-rasa (Python 3.10).

pip installs .venv, since it takes a CPU build of torch where the machine's pip settings offer
one; uv, which comes with .venv, installs .venv-rasa in a fraction of pip's time.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import List

from cli.bootstrap.interpreters import Interpreter, find_main_python, find_rasa_python
from cli.bootstrap.problems import Problem
from cli.bootstrap.stamps import UNFINISHED, read_stamp, write_stamp
from cli.bootstrap.steps import Command, Commands, Step

STAMP = "waypoint-stamp.json"
GIGABYTE = 10**9

# What an installation takes at its height, rounded up (Linux, CPU build of torch).
ROOM_FOR_BOTH = 6 * GIGABYTE
ROOM_IN_TEMP = 2 * GIGABYTE


def environment_steps(root: Path) -> List[Step]:
    """The steps that install both environments, in order."""
    return [_uv_step(root), _main_step(root), _rasa_step(root)]


def check_room(root: Path, steps: List[Step]) -> None:
    """Refuses to begin an installation that the disk has no room for.

    Raises:
        Problem: Too little is free, in the repository's folder or in the temporary one.
    """
    fresh = [step for step in steps if step.outputs and not step.outputs[0].exists()]
    if not fresh:
        return
    _check_free(root, ROOM_FOR_BOTH, "Free some space, or clone the repository onto another disk.")
    temp = Path(tempfile.gettempdir())
    if temp.stat().st_dev != root.stat().st_dev:
        _check_free(temp, ROOM_IN_TEMP, "Free some space, or set TMPDIR to a folder with more.")


def _check_free(folder: Path, wanted: int, way_out: str) -> None:
    free = shutil.disk_usage(str(folder)).free
    if free < wanted:
        raise Problem(
            f"Not enough disk: installing needs about {wanted / GIGABYTE:.0f} GB free in {folder}, "
            f"and {free / GIGABYTE:.1f} GB are.",
            way_out,
        )


def _uv_step(root: Path) -> Step:
    """.venv with uv in it: enough to look for Python 3.10 with."""
    env = root / ".venv"

    def commands() -> Commands:
        python = find_main_python()
        _remove(env)
        yield Command([python.path, "-m", "venv", str(env)])
        yield _pip(env, _locked(root, "uv"))

    return Step(
        name="install-uv",
        title="Making .venv",
        commands=commands,
        inputs=(),
        outputs=(env / "bin" / "python", env / "bin" / "uv"),
        stamp_file=env / STAMP,
        # An environment's scripts name its place, so a moved repository gets a new one.
        settings={"place": str(env)},
    )


def _main_step(root: Path) -> Step:
    env = root / ".venv"

    def commands() -> Commands:
        yield _pip(env, "-r", str(root / "requirements" / "main.txt"))
        yield _pip(env, "--no-deps", "--no-build-isolation", "-e", str(root))

    return Step(
        name="install-main",
        title="Installing the main environment",
        commands=commands,
        inputs=(root / "requirements" / "main.txt", root / "pyproject.toml"),
        outputs=(env / "bin" / "waypoint",),
        stamp_file=env / STAMP,
        settings={"place": str(env)},
        after=("install-uv",),
    )


def _rasa_step(root: Path) -> Step:
    env = root / ".venv-rasa"
    stamp_file = env / STAMP
    lock = str(root / "requirements" / "rasa.txt")

    def commands() -> Commands:
        uv = str(root / ".venv" / "bin" / "uv")
        python = find_rasa_python(uv)
        _remove(env)
        failed = yield Command([uv, "venv", "--python", python.path, str(env)], may_fail=True)
        install = [uv, "pip", "install", "--python", str(env / "bin" / "python"), "-r", lock]
        # Compiled here, or the first start of Rasa does it, or every start where it may not write.
        install.append("--compile-bytecode")
        failed = failed or (yield Command(install, may_fail=True))
        if failed:
            yield from _with_pip(env, python, lock)

    return Step(
        name="install-rasa",
        title="Installing the Rasa environment",
        commands=commands,
        inputs=(root / "requirements" / "rasa.txt",),
        outputs=(env / "bin" / "python", env / "bin" / "rasa"),
        stamp_file=stamp_file,
        settings={"place": str(env)},
        after=("install-uv",),
    )


def _with_pip(env: Path, python: Interpreter, lock: str) -> Commands:
    """For where uv does not reach a package index and pip does: their settings are kept apart."""
    _remove(env)
    yield Command([python.path, "-m", "venv", str(env)])
    yield _pip(env, "-r", lock)


def _pip(env: Path, *what: str) -> Command:
    pip = [str(env / "bin" / "python"), "-m", "pip", "install", "--no-input"]
    line = [*pip, "--disable-pip-version-check", "--progress-bar", "off", *what]
    # Some set this for their own account; inside an environment pip then refuses to install.
    return Command(line, environment={"PIP_USER": "0"})


def _locked(root: Path, name: str) -> str:
    """The line of the main lock that pins one package."""
    lines = (root / "requirements" / "main.txt").read_text().splitlines()
    return next(line for line in lines if line.startswith(name + "=="))


def _remove(env: Path) -> None:
    if env.exists():
        shutil.rmtree(str(env))


def forget_half_installed(root: Path) -> None:
    """Has .venv made anew when installing it was cut short.

    pip takes a package that it unpacked only half for installed, and cannot remove it either.
    """
    uv_step, main_step, _ = environment_steps(root)
    if read_stamp(main_step.stamp_file, main_step.name) == UNFINISHED:
        write_stamp(uv_step.stamp_file, uv_step.name, UNFINISHED)
